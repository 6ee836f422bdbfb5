"""The pages for developers are true: each block runs, prints what stands below it, and is short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from past import past
from snippets import PAGES, ROOT, blocks, desk, follow, pages, script

import lumme_graph as lg

HOW_TO = sorted((PAGES / "how-to").glob("*.md"))
NEEDED = re.compile(r"^(?:import|from) (pandas|openpyxl|starlette)\b", re.MULTILINE)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_each_block_prints_what_stands_below_it(page: Path, tmp_path: Path) -> None:
    for name in NEEDED.findall(script(page)):
        pytest.importorskip(name, reason=f"the page needs {name}")
    desk(page, tmp_path)
    if "read_revision" in script(page):
        past(tmp_path / "mine")
    for block, said in follow(page, tmp_path):
        assert block.said is None or said == block.said


def test_there_are_twenty_how_tos_and_none_is_longer_than_fifteen_lines() -> None:
    assert len(HOW_TO) >= 20
    for page in HOW_TO:
        lines = [line for line in blocks(page)[0].words.splitlines() if line.strip()]
        limit = 20 if page.stem == "web-service" else 15
        assert len(lines) <= limit, page.stem


def test_every_page_with_a_script_shows_what_it_prints() -> None:
    for page in pages():
        assert any(block.said for block in blocks(page)), page.stem


@pytest.mark.parametrize("page", sorted(PAGES.rglob("*.md")), ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert link.startswith("https://") or (page.parent / link).is_file(), link


def test_the_citation_names_the_version() -> None:
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {lg.__version__}\n" in cited
