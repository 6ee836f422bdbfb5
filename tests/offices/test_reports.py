"""Reports in a real LibreOffice: how many pages they are, and that their words are there."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path
from typing import Any

import pytest
from board_samples import large, nothing, small
from pypdf import PageObject, PdfReader
from shipped import lumme_graph

import lumme_graph as lg
from lumme_graph.documents.blocks import HeadingText
from offices.conftest import Office, missing

pytestmark = pytest.mark.offices

LANGUAGES = ("fi", "en", "sv")
LANDSCAPE = 842


def opened(office: Office, report: lg.Report, folder: Path) -> PdfReader:
    """The Word file of a report as LibreOffice sets it."""
    file = report.save(folder / "report.docx")
    return PdfReader(io.BytesIO(office(file, "pdf", folder / "out").read_bytes()))


def plain(page: PageObject) -> str:
    """The words of a page with one space between them."""
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    ("of", "lang"),
    [*((lumme_graph, lang) for lang in LANGUAGES), (large, "en"), (nothing, "fi"), (small, "sv")],
)
def test_the_page_for_those_who_decide_is_one_sheet(
    office: Office, of: Any, lang: str, tmp_path: Path
) -> None:
    since = small(extra=True) if of is small else None
    pages = opened(office, lg.report(of(), lang=lang, one_page=True, since=since), tmp_path).pages
    assert len(pages) == 1
    statement = of().speaker(lang)(of().settings.statement).words
    assert statement in plain(pages[0])


def test_the_report_opens_with_its_headings_tables_and_pictures(
    office: Office, tmp_path: Path
) -> None:
    """The statement stands on every page, and no heading alone at the end of one."""
    graph = lumme_graph()
    report = lg.report(graph, lang="en")
    reader = opened(office, report, tmp_path)
    said = [plain(page) for page in reader.pages]
    for words in ("Report on the services", "What is promised", "72/120", "How sure it is"):
        assert words in "\n".join(said)
    statement = graph.settings.statement
    assert statement is not None
    assert [n for n, page in enumerate(said, 1) if statement["en"] not in page] == []
    wide = [page for page in reader.pages if round(float(page.mediabox[2])) == LANDSCAPE]
    assert len(wide) == len(graph.all(lg.Path))
    assert len(wide[0].images) == len(wide)  # all pages share them
    assert len(reader.pages) < 25
    names = {block.said.words for block in report.text.blocks if isinstance(block, HeadingText)}
    foot = f"{statement['en']} Page"
    for page in said[1:]:
        body = page.partition(foot)[0].strip()
        assert not any(body.endswith(name) for name in names)


def test_a_calendar_is_read_by_another_reader(tmp_path: Path) -> None:
    if importlib.util.find_spec("vobject") is None:
        missing("there is no vobject: pip install vobject")
    vobject: Any = importlib.import_module("vobject")
    lg.export(small(), tmp_path / "a.ics")
    found = vobject.readOne((tmp_path / "a.ics").read_bytes().decode())
    assert {str(one.dtstart.value) for one in found.vevent_list} == {
        "2026-10-01",
        "2026-11-11",
        "2026-12-06",
    }
