"""What is exported comes back whole: from each format, in any order, with all that is private."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse, serialize

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.forms import Scope
from lumme_graph.rdf.import_rdf import import_parsed
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.parsed import READABLE, parse_bytes
from lumme_graph.rdf.write import rdf_bytes

MODELS = [Path("models/lumme"), *sorted(Path("tests/models").iterdir())]
FORMS = ["turtle", "ntriples", "trig", "rdfxml", "jsonld"]


def imported(data: bytes, form: str) -> ImportedModel:
    return import_parsed(parse_bytes(data, form))


def shuffled(data: bytes, form: str, seed: int) -> bytes:
    """The same statements in another order, as N-Quads, which has them all."""
    quads = list(parse(data, format=READABLE[form].form))
    random.Random(seed).shuffle(quads)
    return serialize(quads, format=RdfFormat.N_QUADS)


def public(element: KeptElement) -> KeptElement:
    return element.replace(note=None, suppress=())


@pytest.mark.parametrize("folder", MODELS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("form", FORMS)
def test_a_model_comes_back_from_each_format(folder: Path, form: str) -> None:
    graph, _ = lg.read(folder)
    data = rdf_bytes(graph, form, Scope(private=True))
    back = imported(data, form)
    assert back.graph.settings == graph.settings
    assert list(back.graph) == list(graph)
    assert rdf_bytes(back.graph, form, Scope(private=True)) == data
    assert (back.left, back.notes, back.differing) == ((), (), 0)


@strategies.costly(4)
@given(st.data(), st.sampled_from(FORMS), st.booleans(), st.integers(0, 99))
def test_any_model_comes_back_from_any_order(
    data: st.DataObject, form: str, private: bool, seed: int
) -> None:
    elements = data.draw(strategies.models())
    networks = [one for one in elements if isinstance(one, lg.Organisation)]
    graph = ServiceGraph(elements, data.draw(strategies.settings(networks)))
    scope = Scope(private=private)
    written = rdf_bytes(graph, form, scope)
    back = imported(shuffled(written, form, seed), "nquads")
    assert back.graph.settings == graph.settings
    wanted = list(graph) if private else [public(element) for element in graph]
    assert list(back.graph) == wanted
    assert rdf_bytes(back.graph, form, scope) == written
    assert (back.left, back.notes, back.differing) == ((), (), 0)
