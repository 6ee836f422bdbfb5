"""A model as JSON in the words of its YAML: with its context it is the stated graph, to the triple."""

from __future__ import annotations

import json
import os
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdf_network import BASE, river
from rdf_strategies import graphs
from rdflib import Graph
from running import lumme
from strategies import costly

import lumme_graph as lg
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.kind import By
from lumme_graph.meta.spec import specs
from lumme_graph.rdf.context import class_name, context
from lumme_graph.rdf.declared import classes
from lumme_graph.rdf.linked import linked_json
from lumme_graph.rdf.triples import quads
from lumme_graph.rdf.vocabulary import expand

ROOT = Path(__file__).parent.parent
MODELS = {
    "lumme": ROOT / "models" / "lumme",
    **{
        name: Path(__file__).parent / "models" / name
        for name in ("clwyd", "lakes", "oberrhein", "questions", "worked")
    },
}


def stated(graph: ServiceGraph, *, private: bool = False) -> set[Triple]:
    """The triples of the stated graph, and of the private one where it is asked for."""
    base = graph.settings.base
    names = {f"{base}graph/stated", *([f"{base}graph/private"] if private else [])}
    return {
        quad.triple
        for quad in quads(graph, private=True)
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value in names
    }


def read_back(text: str, form: RdfFormat = RdfFormat.JSON_LD) -> set[Triple]:
    return {quad.triple for quad in parse(text, format=form)}


@costly(3)
@given(graphs(), st.booleans())
def test_the_data_of_any_elements_are_their_stated_graph(
    graph: ServiceGraph,
    private: bool,
) -> None:
    made = linked_json(graph, private=private)
    assert read_back(made) == stated(graph, private=private)


@costly(10)
@given(strategies.models(), strategies.settings())
def test_the_data_of_any_model_are_its_stated_graph(elements: Any, settings: Settings) -> None:
    """Whatever the base ends in, the languages are, and the settings ask for."""
    graph = ServiceGraph(elements, settings)
    assert read_back(linked_json(graph, private=True)) == stated(graph, private=True)


def the_client() -> Any:
    """PyLD, by which most people expand JSON-LD in Python."""
    if os.environ.get("LUMME_STORES") == "required":
        return import_module("pyld").jsonld
    return pytest.importorskip("pyld").jsonld


def lower(graph: Graph) -> set[tuple[str, ...]]:
    """The triples as words, tags in small letters, as some readers give them."""
    return {
        (str(s), str(p), str(o), str(getattr(o, "language", None) or "").lower())
        for s, p, o in graph
    }


def words(triples: set[Triple]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for triple in triples:
        s, p, o = triple.subject, triple.predicate, triple.object
        assert isinstance(s, NamedNode)
        assert isinstance(o, NamedNode | Literal)
        tag = o.language if isinstance(o, Literal) else None
        found.add((s.value, p.value, o.value, (tag or "").lower()))
    return found


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.stores
@pytest.mark.parametrize("name", MODELS)
def test_three_readers_find_the_stated_graph(name: str) -> None:
    """PyLD with all datatypes, rdflib and Oxigraph; nobody fetches anything."""
    graph = read(MODELS[name])[0]
    text = linked_json(graph)
    wanted = stated(graph)
    assert read_back(text) == wanted
    client = the_client()

    def refuse(url: str, _: object) -> None:
        raise AssertionError(f"{url} is fetched")

    told = {"format": "application/n-quads", "documentLoader": refuse}
    assert read_back(client.to_rdf(json.loads(text), told), RdfFormat.N_QUADS) == wanted
    assert lower(Graph().parse(data=text, format="json-ld")) == words(wanted)


def element(id_: str) -> Any:
    data = json.loads(linked_json(river()))["@graph"]
    return next(one for one in data if one["@id"] == id_)


def test_an_element_is_in_the_words_of_the_yaml() -> None:
    branch = element("branch-alder")
    assert (branch["@type"], branch["id"]) == ("Branch", "branch-alder")
    assert branch["organisation"] == "organisation-alder"
    assert branch["address"]["@id"] == "branch-alder/address"
    assert set(branch["address"]) <= {"@id", "street", "postal_code", "city"}
    assert branch["address"]["city"]["@language"] == "fi"
    assert isinstance(branch["geo"]["latitude"], str)
    desk = element("touchpoint-desk")
    assert desk["name"]["en"] == "Service desk"
    assert desk["channel"] == "service-location"


def test_what_json_ld_cannot_work_out_is_written_out() -> None:
    profile = element("profile-family")
    points = [one["@id"] for one in profile["tasks"]]
    assert points == ["profile-family/tasks/t97eef839", "profile-family/tasks/t97eef839-2"]
    assert profile["tasks"][0]["text"] == {"fi": "Lukea", "en": "To read"}
    assert "tasks t97eef839 t97eef839-2" in profile["lg:order"]
    assert profile["target_groups"] == ["https://w3id.org/lumme-graph/code/target-group/kr1-2"]
    member = element("organisation-alder")["memberships"][0]
    assert "from" not in member
    assert member["from_latest"] == "2017-12-31"
    assert element("goal-time")["lg:listedAfter"] == "goal-ease"


def test_private_fields_are_there_only_where_they_are_asked_for() -> None:
    assert "suppress" not in linked_json(river()).partition('"@graph"')[2]
    assert '"suppress"' in linked_json(river(), private=True).partition('"@graph"')[2]


@pytest.mark.parametrize("base", ["https://example.org/id/", "https://example.org/model#"])
def test_addresses_follow_the_base(base: str) -> None:
    settings = Settings(as_of=date(2026, 8, 22), base=base)
    graph = ServiceGraph(list(river()), settings)
    found = read_back(linked_json(graph))
    assert found == stated(graph)
    assert f"{base}service-loan" in {str(one.subject.value) for one in found}  # type: ignore[union-attr]


def test_the_context_names_each_field_of_each_class_and_fetches_nothing() -> None:
    whole = json.loads(context())["@context"]
    for cls in classes():
        scoped = whole[class_name(cls)]
        assert scoped["@id"] == expand(cls.kind.iris[0])
        terms = scoped["@context"]
        for spec in specs(cls):
            via = spec.prop.via
            local = getattr(via, "local", "")
            there = terms[local]["@context"] if local else terms
            if spec.alias == "extra":
                continue
            names: list[str] = [*via.iris] if isinstance(via, By) else [spec.alias]
            assert [name for name in names if name not in there] == [], cls
    assert "@import" not in context()
    assert json.loads(context(BASE))["@context"]["@base"] == BASE


def test_a_context_beside_data_of_ones_own_gives_triples() -> None:
    """As somebody would who writes JSON by hand: an id, a class and a few fields."""
    data = {
        **json.loads(context("https://example.org/id/")),
        "@id": "service-loan",
        "@type": "Service",
        "name": {"en": "Lending"},
        "touchpoints": ["touchpoint-desk"],
        "offered": [{"@id": "service-loan/offered/a", "@type": "Offer", "is": "yes"}],
    }
    ns, at = "https://w3id.org/lumme-graph/", "https://example.org/id/service-loan"
    assert {str(one) for one in read_back(json.dumps(data))} == {
        f"<{at}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ns}ns#Service>",
        f'<{at}> <http://purl.org/dc/terms/title> "Lending"@en',
        f"<{at}> <http://data.europa.eu/m8g/hasChannel> <https://example.org/id/touchpoint-desk>",
        f"<{at}> <{ns}ns#offered> <{at}/offered/a>",
        f"<{at}/offered/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{ns}ns#Offer>",
        f"<{at}/offered/a> <{ns}ns#isOffered> <{ns}code/answer/yes>",
    }


def test_the_command_writes_it(tmp_path: Path) -> None:
    out = tmp_path / "m.json"
    assert lumme("export", MODELS["clwyd"], "-o", out).code == 0
    graph = read(MODELS["clwyd"])[0]
    assert out.read_text(encoding="utf-8") == linked_json(graph) == lg.linked_json(graph)


def test_every_kind_is_a_class_of_the_context() -> None:
    whole = json.loads(context())["@context"]
    assert {class_name(cls) for cls in KINDS.values()} <= whole.keys()
