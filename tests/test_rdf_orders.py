"""Lists that come from RDF without their order: what they mean then is said."""

from __future__ import annotations

import re

from rdf_network import river
from saying import words_of

import lumme_graph as lg
from lumme_graph.rdf.import_rdf import import_parsed
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.parsed import parse_bytes
from lumme_graph.rdf.write import rdf_bytes


def without(graph: lg.ServiceGraph, *lists: str) -> ImportedModel:
    """A model from RDF that says no order of some lists."""
    data = rdf_bytes(graph, "ntriples").decode()
    for name in lists:
        data, n = re.subn(rf'\n[^\n]*ns#order> "{name} [^\n]*', "", data)
        assert n
    return import_parsed(parse_bytes(data.encode(), "ntriples"))


def notes(imported: ImportedModel) -> list[str]:
    return [words_of(note) for note in imported.notes]


def test_that_the_source_language_is_not_said_is_noted() -> None:
    graph = river()
    assert graph.settings.languages.required == ("fi", "en")
    imported = without(graph, "required")
    assert imported.graph.settings.languages.required == ("en", "fi")
    assert notes(imported) == [
        "no order is said of: required (1); they stand by the alphabet",
        "en was taken as the source language: which comes first is not said",
    ]


def test_lists_whose_order_means_something_are_named_and_counted() -> None:
    b, a = (
        lg.Section(id=f"section-{word}", name=lg.Text(en=word), status=lg.SectionStatus.PLANNED)
        for word in "ba"
    )
    one, two = (
        lg.Guide(id=f"guide-{word}", name=lg.Text(en=word), sections=(b.ref, a.ref))
        for word in ("one", "two")
    )
    settings = lg.Settings(as_of=river().settings.as_of, country=("GB", "FR"))
    graph = lg.ServiceGraph([b, a, one, two], settings)
    imported = without(graph, "sections", "country")
    assert notes(imported) == [
        "no order is said of: sections (2), country (1); they stand by the alphabet"
    ]
    assert imported.graph[lg.Guide, "guide-one"].sections == ("section-a", "section-b")


def test_a_list_whose_order_means_nothing_or_is_told_by_its_places_is_no_news() -> None:
    graph = lg.load("models/lumme")
    assert notes(without(graph, "sources", "touchpoints", "steps")) == []
