"""Findings as the body of a page: by severity and code, what to do once, each with its place."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from coverage_page import links, words

import lumme_graph as lg
from lumme_graph.base.finding import Place
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.findings.to_html import Link, findings_body
from lumme_graph.reports.html.tree import h

SAME = Label("see to it")


def finding(code: str, line: int, element: str, hint: Label = SAME) -> lg.Finding:
    place = Place("a.yaml", line, 3) if line else Place("")
    return lg.Finding(code, place, Label("{what} is wrong"), hint, {"what": element}, element)


FOUND = (
    finding("LG201", 7, "service-b"),
    finding("LG201", 2, "path-a/step"),
    finding("LG101", 4, "service-c", Label("name what there is")),
    finding("LG101", 9, "service-d", Label("leave it out")),
    finding("LG402", 0, "service-e"),
)


def body(link: Link | None = None) -> ET.Element:
    return h("main", findings_body(FOUND, Speaker("en"), link))


def test_findings_stand_by_severity_and_code_under_headings() -> None:
    heads = [(one.tag, one.get("id"), words(one)) for one in body() if one.tag in {"h2", "h3"}]
    assert heads == [
        ("h2", "error", "Errors (2)"),
        ("h3", "LG101", "LG101 dangling-reference (2)"),
        ("h2", "warning", "Warnings (2)"),
        ("h3", "LG201", "LG201 missing-coverage (2)"),
        ("h2", "info", "For information (1)"),
        ("h3", "LG402", "LG402 unreviewed-link (1)"),
    ]


def test_what_to_do_is_said_once_where_it_is_the_same() -> None:
    text = words(body())
    assert text.count("see to it") == 2
    assert "service-c is wrong → name what there is a.yaml:4:3" in text
    assert "service-d is wrong → leave it out a.yaml:9:3" in text


def test_a_finding_without_a_place_names_its_element() -> None:
    said = [words(one) for one in body().iter("li")]
    assert said[-1] == "service-e is wrong service-e"
    assert said[2] == "service-b is wrong a.yaml:7:3"


def test_in_a_site_a_finding_leads_to_what_it_is_about() -> None:
    there = links(body(lambda id_: h("a", id_, href=f"{id_}.html")))
    assert [words for _, words in there] == [
        *("service-c", "service-d", "service-b", "path-a/step", "service-e"),
    ]
