"""A large model's pages stay light: they tell how many where others list all."""

from __future__ import annotations

import re

import pytest

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.site.site import Site

NAMED = {"as_of": "2026-08-22", "name": {"en": "Large"}, "languages": {"required": ["en"]}}


def page(address: str, *elements: KeptElement) -> str:
    return Site(lg.ServiceGraph(elements, lg.Settings.model_validate(NAMED))).file(address).decode()


@pytest.mark.parametrize(
    ("sections", "at", "first", "last"),
    [(60, 30, 0, 59), (61, 30, 20, 40), (61, 0, 0, 10), (61, 60, 50, 60)],
)
def test_a_section_of_a_long_guide_lists_those_around_it(
    sections: int, at: int, first: int, last: int
) -> None:
    made = [
        lg.Section(
            id=f"section-{n}", name=lg.Text(en=f"Section {n}"), status=lg.SectionStatus.DRAFT
        )
        for n in range(sections)
    ]
    html = page(f"staff/en/section-{at}.html", *made)
    [contents] = re.findall('<details class="contents">.*?</details>', html)
    listed = [int(n) for n in re.findall(r'href="section-(\d+)\.html"', contents)]
    assert listed == list(range(first, last + 1))
    assert ('href="guide.html"' in contents) is (sections > 60)


@pytest.mark.parametrize(("libraries", "cards", "told"), [(60, 60, False), (61, 0, True)])
def test_of_many_libraries_not_known_only_the_number_is_told(
    libraries: int, cards: int, *, told: bool
) -> None:
    made = [
        lg.Organisation(
            id=f"organisation-{n}",
            name=lg.Text(en=f"Library {n}"),
            type=lg.OrganisationType.LIBRARY,
        )
        for n in range(libraries)
    ]
    service = lg.Service(id="service-loan", name=lg.Text(en="Loans"))
    html = page("staff/en/service-loan.html", service, *made)
    assert len(re.findall('<li class="unknown">', html)) == cards
    assert ("<p>Not known of 61 libraries.</p>" in html) is told
