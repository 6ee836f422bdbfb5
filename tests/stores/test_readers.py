"""Four parsers of other people read the same triples from every format, and as many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, given, settings
from rdf_models import MODELS, Line, canonical, export, model
from rdf_strategies import graphs

from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.vocabulary import LG
from lumme_graph.rdf.write import rdf_bytes
from stores.readers import OURS, with_oxigraph, with_pyld, with_rapper, with_rdflib

pytestmark = [
    pytest.mark.stores,
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated"),
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated"),
]

Read = Callable[[bytes, str], list[Line]]
ONE_GRAPH = [form for form in OURS if form != "trig"]
MARK = f"<{LG}derivedProperty>"


def made(graph: ServiceGraph) -> set[Line]:
    return {canonical(triple) for triple in triples(graph)}


def same(found: list[Line], wanted: set[Line]) -> None:
    """The same triples, none of them twice."""
    assert len(found) == len(wanted)
    assert set(found) == wanted


@pytest.mark.parametrize("form", ONE_GRAPH)
@pytest.mark.parametrize("name", MODELS)
def test_oxigraph_and_rdflib_read_each_format(name: str, form: str) -> None:
    wanted = made(model(name))
    assert len(wanted) == export(name, "ntriples").count(b"\n") > 700
    for read in (with_oxigraph, with_rdflib):
        same(read(export(name, form), form), wanted)


@pytest.mark.parametrize("form", [form for form in ONE_GRAPH if form != "jsonld"])
@pytest.mark.parametrize("name", MODELS)
def test_rapper_reads_each_format_that_it_knows(name: str, form: str, rapper: str) -> None:
    same(with_rapper(rapper)(export(name, form), form), made(model(name)))


@pytest.mark.parametrize("name", MODELS)
def test_pyld_and_rdflib_expand_json_ld_equally(name: str) -> None:
    text = export(name, "jsonld")
    same(with_pyld(text), set(with_rdflib(text, "jsonld")))


@pytest.mark.parametrize("name", MODELS)
def test_the_graphs_of_trig_are_the_export_without_its_marks(name: str, rapper: str) -> None:
    wanted = {line for line in made(model(name)) if line[1] != MARK}
    for read in (with_oxigraph, with_rdflib, with_rapper(rapper)):
        same(read(export(name, "trig"), "trig"), wanted)


@settings(max_examples=8, phases=[Phase.generate])
@given(graphs())
def test_whatever_a_model_says_is_read_equally(rapper: str, graph: ServiceGraph) -> None:
    """Texts with every sign that a format must escape, addresses, numbers, tags."""
    wanted = made(graph)
    for form in ONE_GRAPH:
        text = rdf_bytes(graph, form)
        same(with_rdflib(text, form), wanted)
        if form == "jsonld":
            same(with_pyld(text), wanted)
        else:
            same(with_rapper(rapper)(text, form), wanted)


def test_a_triple_more_is_seen(rapper: str) -> None:
    text = export("worked", "ntriples") + b'<urn:a> <urn:b> "c"@EN .\n'
    found = set(with_rapper(rapper)(text, "ntriples")) - made(model("worked"))
    assert found == {("<urn:a>", "<urn:b>", '"c"@en')}
