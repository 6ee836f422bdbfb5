"""The gallery shows every kind of drawing, as the command under each picture draws it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from running import lumme

import lumme_graph as lg

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def test_every_kind_has_a_section_in_the_order_of_kinds() -> None:
    assert [title.lower() for title in SECTIONS] == list(lg.DRAWINGS)


@pytest.mark.parametrize("title", SECTIONS)
def test_a_section_asks_shows_and_explains(title: str) -> None:
    question, picture, command, *reading = SECTIONS[title].strip().split("\n\n")
    assert question.startswith("**")
    assert question.endswith("?**")
    assert re.fullmatch(r"!\[[^\]]+\]\(pictures/[\w.-]+\)", picture)
    assert re.fullmatch(r"```sh\nlumme draw .+\n```", command)
    assert len(reading) == 1


@pytest.mark.parametrize("title", SECTIONS)
def test_the_picture_is_what_its_command_draws(title: str, tmp_path: Path) -> None:
    (shown,) = re.findall(r"\(pictures/(.+)\)", SECTIONS[title])
    (command,) = re.findall(r"^lumme (draw .+)$", SECTIONS[title], re.MULTILINE)
    *words, file = shlex.split(command)
    assert file == shown
    done = lumme(*words, tmp_path / file, cwd=ROOT)
    assert done.code == 0, done.err
    drawn = (tmp_path / file).read_text(encoding="utf-8")
    assert f'data-kind="{title.lower()}"' in drawn
    assert (ROOT / "docs" / "pictures" / shown).read_text(encoding="utf-8") == drawn


def test_no_picture_is_left_over() -> None:
    pages = (page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    shown = {picture for page in pages for picture in re.findall(r"\(pictures/(.+)\)", page)}
    assert {path.name for path in (ROOT / "docs" / "pictures").iterdir()} == shown
