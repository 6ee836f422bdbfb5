"""The reference pages: what stands in them, and that those in the repository are up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lumme_graph.checks.check import FAULTS
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.reports.findings.reference import checks_page
from lumme_graph.schema.pages import kinds_page

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
PAGES = {"kinds": kinds_page, "checks": checks_page}


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_is_what_the_declarations_give(name: str, lang: str) -> None:
    """Else: lumme schema --format md -o docs/reference."""
    committed = (REFERENCE / f"{name}.{lang}.md").read_text(encoding="utf-8")
    assert committed == PAGES[name](lang)


def section(page: str, name: str) -> str:
    """A part of a page, from its heading to the next of its level."""
    return page.split(f"\n### {name}\n", 1)[1].split("\n### ", 1)[0]


def test_a_kind_in_english() -> None:
    text = section(kinds_page("en"), "vehicle")
    assert text.startswith(
        "\n**vehicle** (kulkuneuvo, fordon) · RDF `lg:Vehicle` `schema:Vehicle`\n\n"
        "A vehicle that brings the library to people.\n\n"
        "| field | label | type | required | what it says | RDF |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| `id` | id | id | yes | Stable id: the kind's prefix, a hyphen, lower-case words; "
        "never derived from a label. |  |\n"
        "| `name` | name | text by language | yes | Today's name. | `skos:prefLabel` `dct:title` |\n"
        "| `organisation` | organisation | [organisation-…](#organisation) | yes "
        "| The library or sub-network that runs it. | `lg:operatedBy` |\n"
        "| `type` | type | [vehicle-type](#vehicle-type) | yes | Bookmobile or outreach vehicle. "
        "| `dct:type` |\n"
        "| `in_use` | in use | list: [period](#period) |  | When it is known to have been in use. "
        "| `lg:inUse` |\n"
    )
    assert text.endswith(
        "Inverse relations:\n\n"
        "| field | label | from |\n"
        "| --- | --- | --- |\n"
        "| `offers` | offers | [touchpoint](#touchpoint), [service](#service), [profile](#profile), "
        "[path](#path), [commitment](#commitment) `offered.at` |\n"
        "| `covered_by` | covered by | [section](#section) `covers.item` |\n"
        "| `not_offered_by_exceptions` | not offered by exceptions | [section](#section) "
        "`exceptions.not_offered` |\n"
        "| `answers` | answers | [guide](#guide) `questions.to` |\n"
    )


def test_a_kind_in_finnish() -> None:
    text = section(kinds_page("fi"), "decision")
    assert "**päätös** (decision, beslut) · RDF `lg:Decision`" in text
    assert "| `by` | päättäjä | [organisation-…](#organisation) |  |" in text
    assert "| `actions` | toimenpiteet | [action](#action) `decision` |" in text


def test_a_part_and_a_list_of_values() -> None:
    page = kinds_page("en")
    assert (
        "| `to` | to | text | yes | The local id of the step that follows. | `lg:toStep` |"
        in section(page, "next")
    )
    assert section(page, "branch-type").startswith(
        "\nWhat a branch is among the branches of its library.\n\n"
        "| value | label | in Swedish |\n| --- | --- | --- |\n"
        "| `main` | main library | huvudbibliotek |\n"
    )
    assert "| `operator` | operator | `<` `<=` `=` `>=` `>` |" in section(page, "standard")
    assert "| `coverage.minimum.total` |  | Of all cells. |" in page
    assert ">>>" not in page


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_every_link_leads_to_one_heading(lang: str) -> None:
    for page in (kinds_page(lang), checks_page(lang)):
        plain = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
        heads = re.findall(r"^#+ (.+)$", plain, re.MULTILINE)
        anchors = [re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads]
        for link in set(re.findall(r"\]\(#([^)]+)\)", plain)):
            assert anchors.count(link) == 1, link


def test_every_kind_and_every_code_has_its_place() -> None:
    kinds, checks = kinds_page("en"), checks_page("en")
    assert all(f"\n### {cls.kind.prefix}\n" in kinds for cls in ELEMENTS)
    assert re.findall(r"^## (LG\d{3}) ", checks, re.MULTILINE) == list(FAULTS)


def test_a_code_in_english_on_the_finnish_page() -> None:
    page = checks_page("fi")
    assert "- [LG214 section-without-content](#lg214-section-without-content), varoitus\n" in page
    assert (
        "\n## LG214 section-without-content\n\n(warning)\n\n"
        "- Says: section “`<name>`” has no text\n"
        "- Advises: write guide/`<id>`.`<tag>`.md\n\n"
        "A section has no text in any language: nothing that a reader reads.\n\n"
        "### Why it matters\n"
    ) in page
