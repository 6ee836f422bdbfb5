"""The report for a board and the page for those who decide: read back as other programs read them."""

from __future__ import annotations

import html
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from board_samples import large, nothing, small
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from running import lumme
from shipped import lumme_graph, lumme_site
from strategies import costly, models, settings

import lumme_graph as lg
from lumme_graph.cli.report import FORMS
from lumme_graph.documents.blocks import BulletList, RowsBlock

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LUMME = Path(__file__).parents[1] / "models" / "lumme"


@cache
def clwyd() -> lg.ServiceGraph:
    return lg.load(LUMME.parents[1] / "tests" / "models" / "clwyd")


MODELS: dict[str, Callable[[], lg.ServiceGraph]] = {
    "small": small,
    "nothing": nothing,
    "large": large,
    "lumme": lumme_graph,
    "clwyd": clwyd,
}


@cache
def file_of(name: str, lang: str = "en", *, one_page: bool = False) -> bytes:
    since = small(wording="Help", extra=True) if name == "small" else None
    return lg.report(MODELS[name](), lang=lang, since=since, one_page=one_page).docx()


def read(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def part(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return ET.fromstring(file.read(name))


def headings(data: bytes) -> list[tuple[int, str]]:
    found = (one for one in read(data).paragraphs if one.style.name.startswith("Heading"))
    return [(int(one.style.name[-1]), one.text) for one in found]


def tables(data: bytes) -> dict[str, list[list[str]]]:
    """The rows of each table under the text of its first head."""
    return {
        " | ".join(cell.text for cell in table.rows[0].cells): [
            [cell.text for cell in row.cells] for row in table.rows[1:]
        ]
        for table in read(data).tables
    }


def words(data: bytes) -> str:
    return "\n".join(one.text for one in read(data).paragraphs)


def test_the_chapters_stand_under_real_headings_of_which_none_is_skipped() -> None:
    found = headings(file_of("small"))
    assert [name for level, name in found if level == 1] == [
        "In short",
        "What is promised",
        "What has changed",
        "How far the guide is",
        "Services and paths",
        "What follows from needs",
        "Indicators against their targets",
        "Money",
        "How sure it is",
    ]
    levels = [level for level, _ in found]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_numbers_are_those_worked_out_by_hand() -> None:
    found = tables(file_of("small"))
    # 2 commitments × 2 libraries × 3 languages = 12 cells at both, 6 each; the service 3 at North.
    assert found["Library | Covered | Share | Not known"] == [
        ["North", "0/9", "0%", "0"],
        ["South", "0/6", "0%", "3"],
    ]
    assert found["Language | Covered | Share | Not known"] == [
        ["English", "0/5", "0%", "1"],
        ["Finnish", "0/5", "0%", "1"],
        ["Swedish", "0/5", "0%", "1"],
    ]
    assert found["Service | Met at | Offered | Not offered | Not known"] == [
        ["Loans (S)", "–", "1", "0", "1"]
    ]
    assert found["Project | Planned | Granted | Own | Not funded"] == [
        ["Peat", "€1,000.00", "€700.00", "€200.00", "€100.00"]
    ]
    # A talk is announced and one an option; the theme day is no training. Two needs, one with a target.
    assert found["Indicator | Done | Target value | Reached | Apart"] == [
        ["Trainings", "0", "at least 1", "no", "announced 1, option 1"],
        ["Needs left", "1/2", "no target value", "–", "–"],
    ]
    assert found["Development need | Raised by | Targets"] == [
        ["More time", "customers", "Longer hours"],
        ["More heat", "not recorded", "no target yet"],
    ]
    assert found["Target | Decisions | Actions"] == [
        [
            "Longer hours",
            "Open on Sundays: decided, 02/05/2026",
            "Sunday hours: planned, September 2026",
        ]
    ]
    assert "of the guide is done: 0 of 15 cells" in words(file_of("small"))


def test_a_commitment_says_its_measure_value_and_date_or_that_there_is_none() -> None:
    rows = tables(file_of("small"))["Commitment | Measure | Value and its day"]
    assert rows == [
        [
            "Help in an hour",
            "Waiting time: at most 2 hours",
            (
                "On 22/08/2026: done 0; announced 1; option 1; target >= 1.\n"
                "To be looked at again: March 2027"
            ),
        ],
        ["Open to all", "No measure.", "No value is recorded."],
    ]


def test_what_has_changed_is_told_with_what_it_was_and_is() -> None:
    rows = tables(file_of("small"))["What | Kind | Name | What is different"]
    kinds = [row[:3] for row in rows]
    assert ["Changed", "Commitments", "Help in an hour"] in kinds
    assert ["Removed", "Development needs", "Less wind"] in kinds
    assert len(rows) == 2
    changed = next(row[3] for row in rows if row[0] == "Changed")
    assert "Wording (English): Help → Help in an hour" in changed.split("\n")
    assert "2 things are not as they were." in words(file_of("small"))
    without = lg.report(small(), lang="en").docx()
    assert "no earlier state of the model was given" in words(without)


def test_a_model_with_nothing_in_it_says_what_is_missing() -> None:
    said = words(file_of("nothing"))
    for line in (
        "The model holds no promise.",
        "There is nothing yet that the guide must tell of.",
        "The model holds no service.",
        "The model holds no service path.",
        "No development needs are recorded.",
        "No development targets are recorded.",
        "The model has no indicators.",
        "No sums are recorded.",
        "What is told here names no source.",
    ):
        assert line in said


def test_the_statement_stands_on_the_first_page_and_below_every_page() -> None:
    document = read(file_of("small"))
    first = [one.text for one in document.paragraphs[:4]]
    assert "Unofficial." in first
    sections = document.sections
    assert "Unofficial." in sections[0].first_page_footer.paragraphs[0].text
    assert all("Unofficial." in one.footer.paragraphs[0].text for one in sections)


def test_tables_repeat_their_heads_and_break_no_row_and_merge_no_cell() -> None:
    body = part(file_of("clwyd"), "word/document.xml")
    found = list(body.iter(f"{W}tbl"))
    assert len(found) > 10
    for table in found:
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert {len(row.findall(f"{W}tc")) for row in rows} == {
            len(table.findall(f"{W}tblGrid/{W}gridCol"))
        }
    merged = [*body.iter(f"{W}gridSpan"), *body.iter(f"{W}vMerge"), *body.iter(f"{W}anchor")]
    assert merged == []


def test_pictures_stand_in_the_line_with_words_for_those_who_do_not_see_them() -> None:
    body = part(file_of("clwyd"), "word/document.xml")
    paths = clwyd().all(lg.Path)
    described = [one.get("descr") or "" for one in body.iter(f"{WP}docPr")]
    assert len(described) == len(paths) > 0
    for path, words_ in zip(paths, described, strict=True):
        assert path.name["en"] in words_
        assert path.steps[-1].action["en"].casefold() in words_.casefold()
    numbers = [one.get("id") for one in body.iter(f"{WP}docPr")]
    assert len(set(numbers)) == len(numbers)


def test_looks_come_from_styles_alone() -> None:
    body = part(file_of("clwyd"), "word/document.xml")
    allowed = {"pStyle", "keepNext", "sectPr"}
    inside = {str(el.tag).removeprefix(W) for p in body.iter(f"{W}pPr") for el in p}
    assert inside <= allowed
    letters = {str(el.tag).removeprefix(W) for r in body.iter(f"{W}rPr") for el in r}
    assert letters <= {"rStyle", "lang"}
    used = {one.get(f"{W}val") for one in body.iter(f"{W}pStyle")}
    there = {one.get(f"{W}styleId") for one in part(file_of("clwyd"), "word/styles.xml")}
    assert used <= there


@pytest.mark.parametrize(("lang", "tag"), [("fi", "fi-FI"), ("en", "en-GB"), ("sv", "sv-FI")])
def test_the_language_is_said_of_the_document_and_of_what_is_in_another(
    lang: str, tag: str
) -> None:
    data = file_of("lumme", lang, one_page=True)
    default = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert default is not None
    assert default.get(f"{W}val") == tag
    assert read(data).core_properties.language == tag


def test_a_text_in_another_language_says_so() -> None:
    body = part(file_of("small", "fi"), "word/document.xml")
    runs = [run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None]
    said = {
        "".join(t.text or "" for t in run.iter(f"{W}t")): run.find(f"{W}rPr/{W}lang")
        for run in runs
    }
    (mark,) = {said["More heat"]}
    assert mark is not None
    assert mark.get(f"{W}val") == "en-GB"
    assert "Longer hours (fi)" not in said


def test_the_contents_lead_to_every_heading() -> None:
    body = part(file_of("small"), "word/document.xml")
    fields = [one.text or "" for one in body.iter(f"{W}instrText")]
    assert any(one.strip().startswith('TOC \\o "1-2"') for one in fields)
    marks = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    links = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink") if one.get(f"{W}anchor")]
    assert set(links) <= marks
    assert len(links) == len([one for one in headings(file_of("small")) if one[0] <= 2])
    begun = [one.get(f"{W}fldCharType") for one in body.iter(f"{W}fldChar")]
    assert begun.count("begin") == begun.count("separate") == begun.count("end")


def test_the_same_model_gives_the_same_bytes_and_tells_no_clock_and_no_person() -> None:
    data = file_of("small")
    again = lg.report(small(), lang="en", since=small(wording="Help", extra=True)).docx()
    assert data == again
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = set(file.namelist())
    assert not {name for name in names if "thumbnail" in name or "customXml" in name}
    core = read(data).core_properties
    assert (core.title, core.author) == ("Report on the services", "Fen")
    assert core.created.date() == core.modified.date() == small().settings.as_of


@pytest.mark.parametrize("lang", ["en", "fi", "sv"])
@pytest.mark.parametrize("name", ["lumme", "large", "nothing", "small"])
def test_the_page_for_those_who_decide_is_one_sheet_of_a4_as_pdf(name: str, lang: str) -> None:
    made = lg.report(MODELS[name](), lang=lang, one_page=True).pdf()
    pages = PdfReader(io.BytesIO(made)).pages
    assert len(pages) == 1
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]


def test_the_page_tells_the_least_covered_of_many_libraries_and_how_many_there_are() -> None:
    told = words(file_of("large", one_page=True))
    (least,) = re.findall(r"The (\d+) least covered of 60 libraries\.", told)
    rows = tables(file_of("large", one_page=True))
    heads = " | ".join(["Library | Covered | Share | Not known"] * 2)
    assert sum(bool(cell) for row in rows[heads] for cell in (row[0], row[4])) == int(least)
    assert "20 commitments; 0 with a measure that the model counts." in told


def test_the_page_has_two_libraries_in_a_row_and_none_left_out() -> None:
    rows = tables(file_of("lumme", one_page=True))
    heads = " | ".join(["Library | Covered | Share | Not known"] * 2)
    cells = [row[at : at + 4] for at in (0, 4) for row in rows[heads]]
    # From shared coverage: 12 libraries, done 420/888, unknown 716 as the site's page has it.
    assert len(cells) == 12
    assert sum(int(one[1].split("/")[0]) for one in cells) == 420
    assert sum(int(one[1].split("/")[1]) for one in cells) == 888
    assert sum(int(one[3]) for one in cells) == 716


@pytest.mark.parametrize("lang", ["en", "fi", "sv"])
def test_it_says_what_the_page_of_the_site_says(lang: str) -> None:
    """The same gaps, the same promise, the same money: one judgement, told in two places."""
    page = lumme_site().file(f"staff/{lang}/decide.html").decode()
    told = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    report = lg.report(lumme_graph(), lang=lang, one_page=True)
    lists = [block for block in report.text.blocks if isinstance(block, BulletList)]
    gaps = next(one for one in lists if len(one.items) == 3 and len(one.items[0]) == 2)
    for name, size in gaps.items:
        assert re.sub(r" \([SDI]\): $", "", name.said.words) in told
        assert size.said.words in told
    money = report.text.blocks[-2]
    assert isinstance(money, RowsBlock)
    for words_ in money.table.lines[0][1:]:
        assert " ".join(words_.split()) in told


def test_the_pdf_of_the_report_is_tagged_and_says_the_same() -> None:
    reader = PdfReader(io.BytesIO(lg.report(small(), lang="en").pdf()))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    said = "".join(page.extract_text() for page in reader.pages)
    for _, name in headings(lg.report(small(), lang="en").docx()):
        assert name in said


def test_dangerous_words_stay_words(tmp_path: Path) -> None:
    name = "<w:p>&amp; \ufffe\u202e{=1+1} \ud83d\ude00".encode("utf-16", "surrogatepass").decode(
        "utf-16"
    )
    service = lg.Service(id="service-a", name=lg.Text(en=name))
    graph = lg.ServiceGraph([service], nothing().settings)
    found = tables(lg.report(graph, lang="en").docx())
    (row,) = found["Service | Met at | Offered | Not offered | Not known"]
    assert row[0] == name.replace("\ufffe", "\ufffd")
    lg.report(graph, lang="en", one_page=True).save(tmp_path / "a.pdf")


@given(st.data())
@costly(40)
def test_no_model_breaks_a_report(data: st.DataObject) -> None:
    found = data.draw(models())
    networks = [one for one in found if isinstance(one, lg.Organisation)]
    graph = lg.ServiceGraph(found, data.draw(settings(networks)))
    for one_page in (True, False):
        assert read(lg.report(graph, one_page=one_page).docx()).paragraphs


def test_the_command_writes_both_forms_and_says_where(tmp_path: Path) -> None:
    for name in ("page.docx", "page.pdf"):
        done = lumme("report", LUMME, "--one-page", "-o", tmp_path / name, "--lang", "fi")
        assert (done.code, done.err) == (0, f"{tmp_path / name}\n")
    assert read((tmp_path / "page.docx").read_bytes()).paragraphs
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_the_command_offers_the_forms_that_there_are() -> None:
    """They stand in its own file, since help must not wait for documents."""
    assert list(FORMS) == list(lg.REPORT_FORMS)


def test_it_can_be_piped() -> None:
    words = ["-m", "lumme_graph", "report", str(LUMME), "--one-page", "--format", "pdf", "-o", "-"]
    done = subprocess.run([sys.executable, *words], capture_output=True, check=True)
    assert done.stdout.startswith(b"%PDF")
    assert done.stderr == b""


def test_another_form_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    done = lumme("report", LUMME, "-o", tmp_path / "a.odt")
    assert done.code == 2
    assert "say the format, or end the name in .docx, .pdf" in done.err
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("lumme_graph.documents.word")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(lg.MissingExtraError, match=r"pip install 'lumme-graph\[word\]'"):
        lg.report(nothing(), lang="en").save(tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []
