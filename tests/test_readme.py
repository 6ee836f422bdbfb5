"""What the README says is true: its commands run, its snippets print what they say."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from running import lumme

import lumme_graph as lg

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> Iterator[str]:
    yield from re.findall(r"`(lumme [^`]+)`", README)


def test_start_and_test_have_one_command_line_each() -> None:
    for heading in ("Start", "Test"):
        (section,) = re.findall(rf"^## {heading}\n(.*?)^## ", README, re.MULTILINE | re.DOTALL)
        (block,) = re.findall(r"^```\w*\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
        assert block.count("\n") == 1


@pytest.mark.parametrize("command", dict.fromkeys(commands()))
def test_each_command_runs(command: str, tmp_path: Path) -> None:
    words = shlex.split(command)[1:]
    for place, word in enumerate(words):
        if word in {"-o", "--pdf"}:
            words[place + 1] = str(tmp_path / words[place + 1])
    if "models/lumme" not in words and words[0] != "explain":
        return  # the bare name of a command, in a sentence
    if words[0] == "build" or words[:-1] == ["guide", "models/lumme", "-o"]:
        return  # test_site.py looks at all that it makes
    if words[0] == "serve":
        return  # test_serve_process.py serves, and ends it
    done = lumme(*words, cwd=ROOT)
    assert done.code == 0, done.err
    assert {"-o", "--pdf"}.isdisjoint(words) or any(tmp_path.iterdir())


def test_the_snippet_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (snippet,) = blocks("python")
    said = [
        m[1].strip() for line in snippet.splitlines() if (m := re.search(r"^print.*?#(.*)", line))
    ]
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - that is the test
    assert out.getvalue().splitlines() == said
    assert len(said) == 4


def test_the_element_shown_is_read(tmp_path: Path) -> None:
    (shown,) = blocks("yaml")
    (tmp_path / "model.yaml").write_text("as_of: 2026-08-22\n", encoding="utf-8")
    (tmp_path / "shown.yaml").write_text(shown, encoding="utf-8")
    graph, findings = lg.read(tmp_path)
    assert graph[lg.Touchpoint, "touchpoint-desk"].name["fi"] == "Asiakaspalvelupiste"
    assert {finding.code for finding in findings} == {"LG101"}


def test_the_pictures_are_of_the_gallery_and_lead_to_their_sections() -> None:
    strip = re.findall(r"\[!\[[^\]]+\]\((docs/pictures/.+?)\)\]\(docs/gallery.md#(\w+)\)", README)
    assert len(strip) == README.count("](docs/pictures/") == 4
    for picture, section in strip:
        assert f'data-kind="{section}"' in (ROOT / picture).read_text(encoding="utf-8")
        assert section in lg.DRAWINGS  # test_gallery.py: each has its section
