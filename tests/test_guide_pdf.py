"""The guide as PDF: accepted as PDF/UA-1 by Typst, which refuses any other, and read back."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import compress, crc32

import pytest
from load_folders import MODELS, write
from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination, DictionaryObject
from running import Run, lumme

import lumme_graph as lg

LUMME = Path(__file__).parents[1] / "models" / "lumme"
PICTURE = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>"
    b"<rect width='40' height='20' fill='#1f4e6b'/></svg>"
)
SETTINGS = """\
as_of: 2026-08-22
name: {en: Lakes}
statement: {en: A proposal.}
network: organisation-lakes
country: GB
languages: {required: [en, fi]}
"""
WHO = """\
- {id: organisation-lakes, name: {en: Lake libraries}, type: network}
- id: organisation-a
  name: {en: Alder}
  type: library
  memberships: [{of: organisation-lakes}]
- id: organisation-b
  name: {en: Birch}
  type: library
  memberships: [{of: organisation-lakes}]
- {id: role-keeper, name: {en: MARKrole}, type: coordinator}
"""
GUIDE = """\
- id: section-loans
  name: {en: Borrowing}
  status: published
  reason: {en: MARKreason}
  owner: role-keeper
  note: MARKnote
  standing: derived
  derivation: {en: MARKderivation}
  sources: [source-terms]
  covers: [{item: path-hold}, {item: path-dream}]
  facts:
    - {key: loan_days, value: 28, unit: day, standing: sourced, sources: [source-rules]}
    - {key: most, value: 12500, standing: illustrative}
    - {key: MARKfact, value: 7}
  exceptions:
    - at: organisation-b
      text: {en: Fourteen days in Birch.}
      standing: sourced
      sources: [source-rules]
      derivation: {en: MARKexception}
- id: section-fees
  name: {en: Fees}
  status: published
  scope: [organisation-a]
- {id: section-draft, name: {en: MARKdraft}, status: draft}
- {id: section-desk, name: {en: MARKstaff}, status: published, audience: staff}
- {id: section-plan, name: {en: MARKplan}, status: planned}
- id: guide-lakes
  name: {en: Guide of the lakes}
  sections: [section-fees, section-loans, section-draft, section-desk, section-plan]
"""
LOANS = """\
<!-- MARKcomment -->
Borrow for {{ fact: loan_days }} days, at most {{ fact: most }} *loans* with a **card**.
See [what it costs](section-fees#late), [the first step](path-hold/ask), [the draft](section-draft)
and [our pages](https://example.org/a?b=c).

#### Deep at once

1. Ask
2. Fetch
   - at the desk

> A word of others

| What | Days |
|------|-----:|
| Book | 28 |
| Film | 7 |

### Renewals

![A blue field](images/blue.svg)

`code` and

```
a block
```
"""
FEES = "Nothing costs.\n\n## Late\n\nA late book costs nothing, see [borrowing](section-loans).\n"
PATHS = """\
- id: path-hold
  name: {en: Reserving}
  description: {en: A book is on loan.}
  note: MARKpathnote
  standing: derived
  derivation: {en: MARKpathderivation}
  phases: [{id: start, name: {en: At first}}, {id: end, name: {en: At last}}]
  steps:
    - id: ask
      phase: start
      action: {en: asks for it}
      actor: {kind: customer}
      lane: customer
      touchpoint: touchpoint-desk
      feeling: {value: -2}
      thoughts: [{text: {en: MARKthought}}]
      rule: rule-days
      practice: practice-shelf
      system: {en: MARKsystem}
      duration: P1D
      pains: [{en: MARKpain}]
      gains: [{en: MARKgain}]
      marks: [{type: critical, text: {en: MARKmark}}]
      next: [{to: fetch, when: {en: it comes}}, {to: ask}]
    - {id: fetch, phase: end, action: {en: fetches it}, actor: {kind: staff}, lane: frontstage,
       standing: sourced, sources: [source-rules]}
- id: path-dream
  name: {en: MARKdream}
  state: ideal
  steps: [{id: fly, action: {en: MARKflies}, actor: {kind: customer}, lane: customer}]
"""
MODEL: dict[str, str | bytes] = {
    "model.yaml": SETTINGS,
    "who.yaml": WHO,
    "guide.yaml": GUIDE,
    "paths.yaml": PATHS,
    "sources.yaml": "- {id: source-rules, citation: The rules of 2020, note: MARKsourcenote, "
    "url: 'https://example.org/rules', read: 2026-01-02}\n"
    "- {id: source-terms, citation: The terms, where: on paper}\n",
    "rules.yaml": "- id: rule-days\n  name: {en: Days to fetch it}\n  description: {en: MARKrule}\n"
    "  values:\n    - {key: MARKkey, value: 3, at: organisation-a}\n"
    "    - {key: fee, label: {en: Fee of a day}, value: 0.30, unit: EUR, at: organisation-b}\n"
    "  standing: sourced\n",
    "practices.yaml": "- {id: practice-shelf, name: {en: MARKpractice}}\n",
    "touchpoints.yaml": "- {id: touchpoint-desk, name: {en: Desk}, channel: service-location}\n",
    "guide/section-loans.en.md": LOANS,
    "guide/section-fees.en.md": FEES,
    "guide/section-fees.fi.md": "Mikään ei maksa.\n",
    "guide/section-draft.en.md": "MARKdrafted\n",
    "guide/section-desk.en.md": "MARKdesk\n",
    "guide/images/blue.svg": PICTURE,
}
SEEN = (
    "Guide of the lakes",
    "A proposal.",
    "For customers",
    "22 August 2026",
    "Lake libraries",
    "Borrow for 28",
    "at most 12,500",
    "what it costs (p. 3)",
    "Only for: Alder",
    "At single libraries",
    "Birch: Fourteen days in Birch.",
    "Reserving",
    "A book is on loan.",
    "At first",
    "asks for it",
    "Touchpoint: Desk",
    "Rule: Days to fetch it",
    "Duration: 1 day",
    "→ 2 it comes",
    "→ 1 At last",
    "At last",
    "fetches it",
    "The rules of 2020, read 2 January 2026.",
    "https://example.org/rules",
    "The terms. on paper",
    "Chapters that are not for this library: Fees",
    "Fee of a day: €0.30",
    "As of 22 August 2026. Made with lumme_graph from the model “Lakes”.",
    "3 / 7",
)
STAFF_SEE = (
    "MARKrole",
    "MARKreason",
    "MARKdrafted",
    "MARKdesk",
    "MARKsystem",
    "MARKpractice",
    "MARKthought",
    "MARKpain",
    "MARKgain",
    "MARKmark",
    "MARKdream",
    "MARKfact",
    "frustrated",
    "Draft",
    "Ideal",
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> lg.ServiceGraph:
    return lg.load(write(tmp_path_factory.mktemp("m"), MODEL))


@pytest.fixture(scope="module")
def customers(graph: lg.ServiceGraph) -> PdfReader:
    return read(lg.guide_pdf(graph))


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def words(reader: PdfReader) -> str:
    """All words, parted by one space each; the letters of standings and numbers stand among them."""
    return re.sub(
        r"[\s\u2060\u00a0\u00ad]+", " ", " ".join(one.extract_text() for one in reader.pages)
    )


def titles(reader: PdfReader) -> list[str]:
    """The bookmarks of chapters."""
    return [str(one.title) for one in reader.outline if isinstance(one, Destination)]


def parts(node: Any) -> Iterator[DictionaryObject]:
    """A part of the structure of a PDF, and the parts in it."""
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for one in node:
            yield from parts(one)
    elif isinstance(node, DictionaryObject):
        yield node
        if "/K" in node:
            yield from parts(node["/K"])


def structure(reader: PdfReader) -> list[DictionaryObject]:
    return list(parts(reader.root_object["/StructTreeRoot"]))


def tongue(reader: PdfReader) -> str:
    return str(reader.root_object["/Lang"])


def sorts(reader: PdfReader) -> set[str]:
    return {str(one["/S"]) for one in structure(reader) if "/S" in one}


def test_it_is_tagged_and_says_its_title_day_and_language(customers: PdfReader) -> None:
    root: Any = customers.root_object
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert customers.metadata is not None
    assert customers.metadata.title == "Guide of the lakes"
    assert customers.metadata.subject == "A proposal."
    assert str(customers.metadata.creation_date).startswith("2026-08-22")


def test_its_chapters_are_the_sections_for_customers_in_the_order_of_the_guide(
    customers: PdfReader,
) -> None:
    assert titles(customers) == [
        "Fees",
        "Borrowing",
        "What differs in the libraries",
        "How sure the guide is",
    ]


@pytest.mark.parametrize("said", SEEN)
def test_customers_read_it(customers: PdfReader, said: str) -> None:
    assert said in re.sub(r" [SDI] ?[\d, ]*(?= )", "", words(customers)) + words(customers)


def test_headings_tables_lists_and_links_are_tagged_and_no_level_is_skipped(
    customers: PdfReader,
) -> None:
    """The prose has a heading of the fourth level, then of the third: both stand below the chapter."""
    assert {"/H1", "/H2", "/Table", "/TH", "/L", "/LI", "/Link", "/Figure"} <= sorts(customers)
    said = [str(one["/Alt"]) for one in structure(customers) if one.get("/S") == "/Figure"]
    assert said == ["A blue field"]


def test_links_lead_to_chapters_steps_and_addresses(customers: PdfReader) -> None:
    notes = [
        note.get_object() for page in customers.pages for note in page.get("/Annots", ArrayObject())
    ]
    out = [str(note["/A"]["/URI"]) for note in notes if "/A" in note and "/URI" in note["/A"]]
    assert "https://example.org/a?b=c" in out
    assert "https://example.org/rules" in out
    inner = [note for note in notes if "/Dest" in note or note.get("/A", {}).get("/S") == "/GoTo"]
    assert len(inner) > len(out)


def test_nothing_of_the_staffs_is_in_the_edition_for_customers(customers: PdfReader) -> None:
    everything = words(customers) + repr(structure(customers)) + repr(customers.metadata)
    assert "MARK" not in everything
    assert [one for one in ("feeling", "frustrated", "as-is") if one in everything.lower()] == []


def test_the_staff_read_drafts_and_what_belongs_to_them(graph: lg.ServiceGraph) -> None:
    reader = read(lg.guide_pdf(graph, edition=lg.Edition.STAFF))
    assert titles(reader)[:4] == ["Fees", "Borrowing", "MARKdraft", "MARKstaff"]
    assert [word for word in STAFF_SEE if word not in words(reader)] == []


def test_no_language_stands_in_for_another(graph: lg.ServiceGraph) -> None:
    reader = read(lg.guide_pdf(graph, lang="fi"))
    assert tongue(reader) == "fi"
    assert "Mikään ei maksa." in words(reader)
    assert "Borrow for" not in words(reader)


def test_the_same_guide_is_the_same_file(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    again = lg.load(write(tmp_path / "elsewhere", MODEL))
    assert lg.guide_pdf(again) == lg.guide_pdf(graph)


def test_its_cover_has_the_colour_of_the_site(tmp_path: Path) -> None:
    files = {**MODEL, "model.yaml": SETTINGS + "theme: {brand: '#6b1f4e'}\n"}
    reader = read(lg.guide_pdf(lg.load(write(tmp_path / "m", files))))
    drawn = reader.pages[0].get_contents()
    assert drawn is not None
    assert re.search(rb"\b0\.4196\d* 0\.1215\d* 0\.3058\d* scn", drawn.get_data())


HOSTILE = '#read("x") $x$ @a <b> _a_ `c` \\ /* // = #panic() -- "q" ~ [x]{y} &amp; %'


def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    yaml = HOSTILE.replace("'", "''")
    model = lg.load(
        write(
            tmp_path / "m",
            {
                "model.yaml": f"as_of: 2026-08-22\nstatement: {{en: '{yaml}'}}\nname: {{en: '{yaml}'}}\n",
                "guide.yaml": f"- id: section-a\n  name: {{en: '{yaml}'}}\n  status: published\n",
                "guide/section-a.en.md": f"~~~\n{HOSTILE}\n~~~\n\n## 読書 ☃\n\n> ### In a quote\n\n- #### x\n\n"
                f"Tŷ ŵ ŷ 読 {'a' * 3000} ![](images/none.png) ![none](images/gone.png)\n",
            },
        )
    )
    reader = read(lg.guide_pdf(model))
    assert titles(reader)[0] == HOSTILE
    assert words(reader).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 3
    assert "Tŷ ŵ ŷ U+8AAD" in words(reader)
    assert "Letters that no font at hand has stand as codes" in words(reader)
    assert lg.guide_lacking(model) == "読書☃"


def test_code_is_set_with_the_lines_of_its_tables(tmp_path: Path) -> None:
    code = "Hilla 1/2\n─────────\n│ → │ 読\n"
    model = lg.load(
        write(tmp_path / "m", {**MODEL, "guide/section-fees.en.md": f"~~~\n{code}~~~\n"})
    )
    said = words(read(lg.guide_pdf(model)))
    assert "─────────" in said
    assert "│ → │ U+8AAD" in said
    assert lg.guide_lacking(model) == "読"


@pytest.mark.parametrize(
    ("files", "lang", "error"),
    [
        (
            {},
            None,
            "the model has no guide: write a section (section-loans in a YAML file, its text in guide/section-loans.en.md)",
        ),
        (
            {"guide.yaml": "- {id: section-a, name: {en: A}, status: draft}\n"},
            None,
            "no section of the guide is published for customers: see their status and audience",
        ),
        (
            {
                "guide.yaml": "- {id: section-a, name: {en: A}, status: published}\n",
                "guide/section-a.en.md": "Words.\n",
            },
            "sv",
            "no section of the guide is written in sv; there are en",
        ),
    ],
)
def test_without_a_guide_there_is_one_clear_error(
    tmp_path: Path, files: dict[str, str], lang: str | None, error: str
) -> None:
    graph = lg.load(write(tmp_path / "m", files))
    with pytest.raises(lg.GuideError) as caught:
        lg.guide_pdf(graph, lang=lang)
    assert str(caught.value) == error


def test_a_picture_of_pixels_is_in_the_booklet(tmp_path: Path) -> None:
    """Typst takes from memory only what is text."""
    files = {
        **MODEL,
        "guide/section-loans.en.md": LOANS.replace("blue.svg", "blue.png"),
        "guide/images/blue.png": PIXEL,
    }
    reader = read(lg.guide_pdf(lg.load(write(tmp_path / "m", files))))
    assert sum(len(page.images) for page in reader.pages) == 1


def _part(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + crc32(kind + data).to_bytes(4)


PIXEL = (
    b"\x89PNG\r\n\x1a\n"
    + _part(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\2\0\0\0")
    + _part(b"IDAT", compress(b"\0\0\0\xff"))
    + _part(b"IEND", b"")
)


def test_a_picture_that_is_none_is_named(tmp_path: Path) -> None:
    """It begins as a picture does, so that only who sets it sees that there is no more of it."""
    files = {
        **MODEL,
        "guide/section-loans.en.md": LOANS.replace("blue.svg", "blue.png"),
        "guide/images/blue.png": b"\x89PNG\r\n\x1a\n",
    }
    with pytest.raises(lg.DrawError, match=r"guide/images/blue\.png"):
        lg.guide_pdf(lg.load(write(tmp_path / "m", files)))


def test_without_typst_it_says_what_installs_it(
    graph: lg.ServiceGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(lg.MissingExtraError) as caught:
        lg.guide_pdf(graph)
    assert str(caught.value) == "for PDF, install the pdf extra: pip install 'lumme-graph[pdf]'"


@pytest.mark.parametrize(
    ("model", "lang", "said"),
    [
        ("clwyd", "cy", "Canllaw gwasanaethau"),
        ("oberrhein", "de", "Zurückgeben"),
        ("oberrhein", "fr", "Un exemple inventé"),
    ],
)
def test_guides_of_other_countries_are_set_in_their_languages(
    model: str, lang: str, said: str
) -> None:
    graph = lg.load(MODELS / model)
    for edition in lg.Edition:
        reader = read(lg.guide_pdf(graph, lang=lang, edition=edition))
        assert tongue(reader) == lang
        assert said in words(reader)


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_the_guide_of_lumme_has_every_published_section(lang: str) -> None:
    graph = lg.load(LUMME)
    reader = read(lg.guide_pdf(graph, lang=lang))
    (guide,) = graph.all(lg.Guide)
    sections = [graph[ref] for ref in guide.sections]
    wanted = [
        one.name[lang]
        for one in sections
        if one.status is lg.SectionStatus.PUBLISHED and lang in graph.prose(one)
    ]
    assert titles(reader)[:-2] == wanted
    differs = [one.text[lang] for section in sections for one in section.exceptions]
    squeezed = words(reader).replace(" ", "").replace("-", "")
    published = [
        one.text[lang]
        for section in sections
        if section.name[lang] in wanted
        for one in section.exceptions
    ]
    assert differs
    assert [one for one in published if one.replace(" ", "").replace("-", "") not in squeezed] == []


def test_the_command_writes_a_pdf_and_tells_where(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    model = write(tmp_path / "m", MODEL)
    file = tmp_path / "new" / "guide.pdf"
    assert lumme("guide", model, "--pdf", file) == Run("", f"{file}\n", 0)
    assert file.read_bytes() == lg.guide_pdf(graph)
    assert lumme("guide", model, "--pdf", file, "--edition", "staff", "-q") == Run("", "", 0)
    assert file.read_bytes() == lg.guide_pdf(graph, edition=lg.Edition.STAFF)


def test_the_command_says_what_it_lacks(tmp_path: Path) -> None:
    files = {
        "guide.yaml": "- {id: section-a, name: {en: A}, status: published}\n",
        "guide/section-a.en.md": "読書\n",
    }
    model = write(tmp_path / "m", files)
    run = lumme("guide", model, "--pdf", tmp_path / "a.pdf", "-q")
    assert run == Run("", "lumme: no font here has 読書; name one that has: --font FILE\n", 0)
    nowhere = "lumme: say where to publish: -o FOLDER for the site, --pdf FILE for a PDF\n"
    assert lumme("guide", model) == Run("", nowhere, 2)
    nothing = lumme("guide", model, "--lang", "fi", "--pdf", tmp_path / "b.pdf")
    assert nothing == Run("", "lumme: no section of the guide is written in fi; there are en\n", 2)
    assert not (tmp_path / "b.pdf").exists()
