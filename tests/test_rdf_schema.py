"""The own vocabulary: an ontology that defines what is used, shapes that find what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdf_network import BASE, river
from rdf_shapes import targets
from rdf_strategies import graphs
from rdflib import RDF, SH, Graph
from rdflib.term import Literal as Words
from rdflib.term import Node
from running import lumme
from strategies import costly

from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.read import read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.declared import own_properties
from lumme_graph.rdf.forms import Scope, prefixes
from lumme_graph.rdf.ontology import ontology
from lumme_graph.rdf.own_terms import CLASSES, METRICS, PROPERTIES, SHARED
from lumme_graph.rdf.own_vocabulary import own_terms
from lumme_graph.rdf.shapes import SHAPES, shapes
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.vocabulary import LG
from lumme_graph.rdf.write import rdf_bytes

_PYSHACL: Any = import_module("pyshacl")
ROOT = Path(__file__).parent.parent
MODELS = Path(__file__).parent / "models"
EVERY = {
    "lumme": ROOT / "models" / "lumme",
    **{name: MODELS / name for name in ("clwyd", "lakes", "oberrhein", "questions", "worked")},
}
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes(BASE).items())


def parsed(text: str) -> list[Triple]:
    return [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]


@cache
def defined() -> dict[str, list[Triple]]:
    found: dict[str, list[Triple]] = {}
    for triple in parsed(ontology()):
        assert not isinstance(triple.subject, BlankNode)
        assert not isinstance(triple.object, BlankNode)
        found.setdefault(str(triple.subject), []).append(triple)
    return found


def used(graph: ServiceGraph) -> set[str]:
    """Every own term that an export says."""
    return {
        str(node)
        for triple in triples(graph, private=True)
        for node in (triple.predicate, triple.object)
        if isinstance(node, NamedNode) and node.value.startswith(LG)
    }


@cache
def used_in_models() -> frozenset[str]:
    whole = (*(read(folder)[0] for folder in EVERY.values()), river())
    return frozenset[str]().union(*map(used, whole))


def test_every_own_term_of_an_export_is_defined() -> None:
    assert used_in_models() - defined().keys() == set()


@costly(4)
@given(graphs())
def test_every_own_term_of_any_export_is_defined(graph: ServiceGraph) -> None:
    assert used(graph) <= defined().keys()


def test_every_term_is_used_or_is_of_a_field_or_a_setting() -> None:
    """What no model of ours says is yet said by a field that has its property, and writes it."""
    of_fields = {f"<{LG}{name.partition(':')[2]}" for name in own_properties()}
    unused = {term for term in defined() if term not in used_in_models() and term != f"<{LG}>"}
    bounds = ("Earliest", "Latest", "Inverse", "")
    unused -= {f"{term}{ending}>" for term in of_fields for ending in bounds}
    records = {f"<{LG}{word}>" for word in ("Bundle", "Minimum")}
    settings = {
        f"<{LG}{word}>"
        for word in ("bundle", "bundles", "ignore", "maxMissing", "maxStale", "maxUnknown")
    } | {f"<{LG}{word}>" for word in ("ownCheck", "ownQuestion")}
    settings |= {f"<{LG}{word}>" for word in ("minimum", "minimumFor", "tenths", "siteIndex")}
    theme = ("brandColour", "accentColour", "neutralColour", "fontFile", "logoFile", "logoText")
    settings |= {f"<{LG}{word}>" for word in theme}
    assert unused == records | settings
    every = ServiceGraph([], all_settings())
    assert records | settings <= used(every)


def all_settings() -> Any:
    settings: Any = import_module("lumme_graph.elements.settings").Settings
    return settings.model_validate(
        {
            "as_of": "2026-08-22",
            "ignore": ["drafts/"],
            "checks": ["our_checks"],
            "questions": ["our_questions:WANTED"],
            "coverage": {
                "minimum": {"total": "60"},
                "max_missing": 1,
                "max_stale": 2,
                "max_unknown": 3,
                "bundles": [["service-a", "service-b"]],
            },
            "site": {"index": True},
            "theme": {
                "brand": "#ffd400",
                "accent": "#1f4e6b",
                "neutral": "#4a5862",
                "font": "theme/a.ttf",
                "logo": "theme/a.svg",
                "logo_text": {"en": "A"},
            },
        }
    )


def test_every_term_has_a_label_in_three_languages_and_a_definition() -> None:
    for term, said in defined().items():
        if term == f"<{LG}>":
            continue
        words = [t.object for t in said if t.predicate == named("rdfs:label")]
        labels = {one.language for one in words if isinstance(one, Literal)}
        assert labels >= {"en"}, term
        assert labels == {"en", "fi", "sv"}, term
        assert [t for t in said if t.predicate == named("skos:definition")], term
        assert [t for t in said if t.predicate == named("rdfs:isDefinedBy")], term


def test_a_class_and_a_property_by_hand() -> None:
    text = (
        HEAD
        + r"""
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        lg:Vehicle a owl:Class ; rdfs:label "vehicle"@en, "kulkuneuvo"@fi, "fordon"@sv ;
            skos:definition "A vehicle that brings the library to people."@en ;
            rdfs:subClassOf schema:Vehicle ; rdfs:isDefinedBy lg: .
        lg:operatedBy a owl:ObjectProperty ;
            rdfs:label "organisation"@en, "organisaatio"@fi, "organisation"@sv ;
            skos:definition "The library or sub-network that runs it."@en ;
            rdfs:domain lg:Vehicle ; rdfs:range lg:Organisation ; rdfs:isDefinedBy lg: .
        lg:offeredAt a owl:ObjectProperty ; rdfs:label "at"@en, "missä"@fi, "vid"@sv ;
            skos:definition "The network, library, branch or vehicle that the source speaks of."@en ;
            rdfs:domain lg:Offer ; rdfs:isDefinedBy lg: ;
            schema:rangeIncludes lg:Organisation, lg:Branch, lg:Vehicle .
        lg:after a owl:ObjectProperty ; rdfs:label "after"@en, "jälkeen"@fi, "efter"@sv ;
            skos:definition "What comes first."@en ; rdfs:isDefinedBy lg: ;
            schema:domainIncludes lg:Event, lg:Action ; schema:rangeIncludes lg:Event, lg:Action .
        lg:toStep a owl:ObjectProperty ; rdfs:label "to"@en, "vaihe"@fi, "till"@sv ;
            skos:definition "The step that follows."@en ;
            rdfs:domain lg:Next ; rdfs:range lg:Step ; rdfs:isDefinedBy lg: .
        lg:tenths a owl:DatatypeProperty ;
            rdfs:label "tenths of a percent"@en, "prosentin kymmenesosat"@fi, "tiondels procent"@sv ;
            skos:definition "The share, in tenths of a percent."@en ;
            rdfs:domain lg:Minimum ; rdfs:range xsd:integer ; rdfs:isDefinedBy lg: .
    """
    )
    names = ("Vehicle", "operatedBy", "offeredAt", "after", "toStep", "tenths")
    said = {str(t) for name in names for t in defined()[f"<{LG}{name}>"]}
    wanted = {str(triple) for triple in parsed(text)}
    assert said - wanted == set()
    assert wanted - said == set()


def test_an_inverse_leads_the_other_way() -> None:
    said = {(t.predicate, t.object) for t in defined()[f"<{LG}operatedByInverse>"]}
    assert {
        (named("owl:inverseOf"), named("lg:operatedBy")),
        (named("rdfs:domain"), named("lg:Organisation")),
        (named("rdfs:range"), named("lg:Vehicle")),
    } <= said


def test_each_date_is_three_properties() -> None:
    assert {f"<{LG}decidedOn{ending}>" for ending in ("", "Earliest", "Latest")} <= defined().keys()
    assert f"<{LG}untilEarliest>" not in defined()


def test_a_property_of_several_classes_is_worded_once() -> None:
    """Only where its fields are worded differently, or name by a local id what RDF has as a node."""
    for name, fields in own_properties().items():
        docs: Any = import_module("lumme_graph.meta.docs").field_docs
        worded = {
            (field.spec.prop.label, docs(field.owner)[field.spec.name].partition("\n\n")[0])
            for field in fields
        }
        local = any(field.spec.prop.within is not None for field in fields)
        assert (name in SHARED) == (len(worded) > 1 or local), name


def test_a_property_has_one_sort_of_values() -> None:
    for term in own_terms():
        data = {value.startswith("xsd:") or value == "rdf:langString" for value in term.values}
        assert len(data) < 2, term.name


@cache
def of_shapes() -> Graph:
    return Graph().parse(data=shapes(), format="turtle")


def graph_of(model: ServiceGraph, more: str = "", without: tuple[str, ...] = ()) -> Graph:
    """The triples of a model, with some more and without those that hold a text."""
    lines = rdf_bytes(model, "ntriples", Scope(private=True)).decode().splitlines()
    kept = [line for line in lines if not any(text in line for text in without)]
    data = Graph().parse(data="\n".join(kept), format="nt")
    return data.parse(data=HEAD + more, format="turtle", publicID=BASE) if more else data


class Fault(NamedTuple):
    """What a validator reports: of which node, by which shape, in which words."""

    focus: str
    shape: str
    messages: tuple[str, ...]


def faults(data: Graph, of: Graph | None = None) -> list[Fault]:
    by = of_shapes() if of is None else of
    conforms, report, _ = _PYSHACL.validate(data, shacl_graph=by, advanced=True, inference="none")
    found = [_fault(report, node) for node in report.objects(None, SH.result)]
    assert bool(conforms) == (not found)
    return found


def _fault(report: Graph, node: Node) -> Fault:
    said = [word for word in report.objects(node, SH.resultMessage) if isinstance(word, Words)]
    shape = str(report.value(node, SH.sourceShape)).removeprefix(SHAPES)
    if shape.endswith("-closed"):
        shape = shape.removesuffix("-closed") + "Shape"
    focus = str(report.value(node, SH.focusNode)).removeprefix(BASE)
    return Fault(focus, shape, tuple(map(str, said)))


def checked(data: Graph) -> int:
    """How many nodes the shapes aim at."""
    return len(set[Node]().union(*targets(data, of_shapes()).values()))


@pytest.mark.parametrize(
    ("name", "nodes"),
    [
        pytest.param("clwyd", 133, marks=pytest.mark.long),
        ("lakes", 68),
        pytest.param("oberrhein", 93, marks=pytest.mark.long),
        pytest.param("questions", 145, marks=pytest.mark.long),
        ("worked", 139),
        pytest.param("lumme", 1538, marks=pytest.mark.long),
    ],
)
def test_exports_conform_to_the_own_shapes(name: str, nodes: int) -> None:
    """Many nodes of each are looked at: all that have a class of our own."""
    data = graph_of(read(EVERY[name])[0])
    assert faults(data) == []
    own = {s for s, of in data.subject_objects(RDF.type) if str(of) in own_classes()}
    assert checked(data) == len(own) == nodes


@cache
def own_classes() -> frozenset[str]:
    names = [term.name for term in own_terms() if term.type == "owl:Class"]
    return frozenset(named(name).value for name in names)


def test_each_shape_that_may_fail_says_so_in_three_languages() -> None:
    said = of_shapes()
    told = {*said.subjects(SH.path, None), *said.subjects(SH.select, None)}
    assert len(told) > 1000
    for shape in told:
        words = [word for word in said.objects(shape, SH.message) if isinstance(word, Words)]
        assert sorted(str(word.language) for word in words) == ["en", "fi", "sv"]


def test_each_own_class_has_a_shape() -> None:
    aimed = {str(target) for target in of_shapes().objects(None, SH.targetClass)}
    assert aimed == own_classes()


YEAR = "'2020'^^<http://www.w3.org/2001/XMLSchema#gYear>"
DAY = "^^<http://www.w3.org/2001/XMLSchema#date>"
PLANTED = {
    "two values where one belongs": (
        "id:service-loan lg:serviceClass 'P1' .",
        "service-loan",
        "Service-service-class",
        "service class: a string (xsd:string); at most one",
    ),
    "a value of another kind": (
        "id:goal-ease lg:isOutcome 'yes' .",
        "goal-ease",
        "Goal-outcome",
        "outcome: true or false (xsd:boolean); at most one",
    ),
    "a code of another list": (
        r"id:touchpoint-desk dct:type code:branch-type\/main .",
        "touchpoint-desk",
        "Touchpoint-channel",
        "channel: a code of the list code:channel-type; exactly one",
    ),
    "a code that is in no list": (
        r"id:event-day lg:modality code:modality\/hoped .",
        "event-day",
        "Event-modality",
        "modality: a code of the list code:modality; at most one",
    ),
    "a reference to another kind": (
        "id:service-advice lg:producedBy id:touchpoint-desk .",
        "service-advice",
        "Service-produced-by",
        "produced by: a node of the class lg:Group; at most one",
    ),
    "a reference to none of several kinds": (
        r"<#x> a lg:Offer ; lg:offeredAt id:goal-ease ; lg:isOffered code:answer\/yes .",
        "#x",
        "Offer-at",
        "at: a node of the class lg:Organisation / lg:Branch / lg:Vehicle; exactly one",
    ),
    "a language twice": (
        "id:goal-time dct:title 'Time again'@en .",
        "goal-time",
        "Goal-name",
        "name: a text with its language, each language once; at least one",
    ),
    "an own property of another class": (
        "id:idea-cart lg:lane 'x' .",
        "idea-cart",
        "IdeaShape",
        "this class has no such property of the own vocabulary",
    ),
    "an own property that is none": (
        "id:need-space lg:colour 'red' .",
        "need-space",
        "NeedShape",
        "this class has no such property of the own vocabulary",
    ),
    "a year for a day": (
        f"id:action-plan lg:from {YEAR} .",
        "action-plan",
        "Action-from",
        "from: a day (xsd:date); at most one",
    ),
    "a first day after the last": (
        f"id:action-plan lg:fromEarliest '2022-01-01'{DAY} ; lg:fromLatest '2021-01-01'{DAY} .",
        "action-plan",
        "Action-from-earliest",
        "from, at the earliest: a day (xsd:date) that is not after the last one; at most one",
    ),
    "text without a language": (
        "id:goal-ease dct:description 'plain' .",
        "goal-ease",
        "Goal-description",
        "description: a text with its language, each language once",
    ),
    "a second id, of another kind": (
        "id:target-room dct:identifier 'goal-x' .",
        "target-room",
        "DevelopmentTarget-id",
        "id: the id of an element of this kind; exactly one",
    ),
    "two addresses": (
        "id:branch-alder org:siteAddress <#other> . <#other> a locn:Address .",
        "branch-alder",
        "Branch-address",
        "a node of the class locn:Address; at most one",
    ),
    "a place after an element of another kind": (
        "id:need-space lg:listedAfter id:goal-ease .",
        "need-space",
        "Need-listedAfter",
        "listed after: a node of the class lg:Need; at most one",
    ),
    "two days of a model": (
        f"<{BASE}> lg:asOf '2020-01-01'{DAY} .",
        "",
        "Model-asOf",
        "as of: a day (xsd:date); at most one",
    ),
    "a setting in words": (
        f"<{BASE}> lg:maxStale 'few' .",
        "",
        "Model-maxStale",
        "most stale: a whole number (xsd:integer); at most one",
    ),
}
MISSING = {
    "a title": (
        f"<{BASE}subject-reading> <http://www.w3.org/2004/02/skos/core#prefLabel>",
        "subject-reading",
        "Subject-name",
        "name: a text with its language, each language once; at least one",
    ),
    "where an offer is": (
        f"offered/branch-alder> <{LG}offeredAt>",
        "service-loan/offered/branch-alder",
        "Offer-at",
        "at: a node of the class lg:Organisation / lg:Branch / lg:Vehicle; exactly one",
    ),
}


def test_planted_faults_are_found_each_where_it_is_and_in_words() -> None:
    """All in one export, since reading it again for each takes long."""
    more = "\n".join(text for text, *_ in PLANTED.values())
    without = tuple(text for text, *_ in MISSING.values())
    found = faults(graph_of(river(), more, without))
    wanted = {(focus, shape) for _, focus, shape, _ in (*PLANTED.values(), *MISSING.values())}
    assert {(one.focus, one.shape) for one in found} == wanted
    for _, focus, shape, words in (*PLANTED.values(), *MISSING.values()):
        said = {
            m for one in found if (one.focus, one.shape) == (focus, shape) for m in one.messages
        }
        assert [message for message in said if message.endswith(words)], (focus, said)


def test_with_the_languages_of_a_model_a_text_in_another_is_found() -> None:
    of_river = Graph().parse(data=shapes(river().settings.languages.all), format="turtle")
    assert faults(graph_of(river()), of_river) == []
    more = "id:goal-ease dct:title 'Facilité'@fr , 'Lätthet'@sv , 'Ease'@en-GB ."
    assert {(one.focus, one.shape) for one in faults(graph_of(river(), more), of_river)} == {
        ("goal-ease", "Goal-name")
    }


def test_shapes_and_ontology_have_no_blank_nodes_and_only_used_prefixes() -> None:
    for text in (ontology(), shapes(("fi", "en"))):
        head, _, body = text.partition("\n\n")
        declared = [line.split()[1] for line in head.splitlines() if line.startswith("@prefix")]
        assert [prefix for prefix in declared if prefix not in body] == []
        assert not any(
            isinstance(node, BlankNode) for t in parsed(text) for node in (t.subject, t.object)
        )


def lines_of(kind: str, *words: object) -> Iterator[str]:
    yield from lumme("schema", "--format", kind, *words).out.splitlines()


def test_the_command_writes_shapes_for_the_languages_of_a_model() -> None:
    assert "sh:languageIn" not in "".join(lines_of("shacl"))
    made = "".join(lines_of("shacl", MODELS / "clwyd"))
    assert 'rdf:first "cy"' in made


def test_tables_beside_the_fields_name_no_field_and_no_kind_twice() -> None:
    fields = own_properties().keys()
    assert not fields & PROPERTIES.keys()
    assert not {cls.kind.iris[0] for cls in KINDS.values()} & CLASSES.keys()
    assert not {*fields, *PROPERTIES} & METRICS.keys()
