"""The shared vocabularies, taken at their word: an export contradicts none, and uses each term as meant."""

from __future__ import annotations

from functools import cache

import pytest
from rdf_models import MODELS, model
from rdf_network import BASE, river
from rdf_shapes import CPEV, CPOV, CPSV_AP, vocabulary_folder
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCAM
from rdflib.term import Node

from lumme_graph.rdf.ontology import ontology as own
from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.vocabulary import VOCABULARIES
from stores.ontologies import PACKAGES, every, ontology
from stores.readers import of_the_extra

pytestmark = pytest.mark.stores

REASONED_WITH = ("org", "prov", "time", "skos", "foaf")
EVERY = ["river", *MODELS]


@cache
def export(name: str) -> Graph:
    return to_rdf(river() if name == "river" else model(name))


def contradictions(graph: Graph, *prefixes: str) -> list[str]:
    """What an OWL RL reasoner objects to in a graph with some ontologies and our own."""
    owlrl = of_the_extra("owlrl")
    whole = Graph()
    whole += graph
    for prefix in prefixes:
        whole += ontology(prefix)
    whole.parse(data=own(), format="turtle")
    before = len(whole)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    assert len(whole) > before
    return sorted(str(said) for said in whole.objects(None, owlrl.Namespaces.ERRNS.error))


@pytest.mark.parametrize(
    "name", ["river", *(pytest.param(name, marks=pytest.mark.long) for name in MODELS)]
)
def test_a_reasoner_finds_no_contradiction(name: str) -> None:
    assert contradictions(export(name), *REASONED_WITH) == []


def test_a_reasoner_would_find_an_event_that_is_a_thing() -> None:
    """PROV-O keeps activities and entities apart."""
    event, graph = URIRef(f"{BASE}event-day"), Graph()
    for class_ in (PROV.Activity, PROV.Entity):
        graph.add((event, RDF.type, class_))
    said = contradictions(graph, "prov")
    assert said
    assert all(str(event) in each for each in said)


@cache
def defined() -> set[Node]:
    found = set(every().subjects())
    for shapes in (CPSV_AP, CPOV, CPEV):
        found.update(Graph().parse(vocabulary_folder() / shapes).objects())
    return found


@pytest.mark.parametrize("prefix", [*PACKAGES, "adms", "cpsv", "cv", "pplan"])
def test_every_shared_term_is_defined(prefix: str) -> None:
    """In the ontology of its vocabulary, or in the official shapes, which add terms to theirs."""
    namespace, terms = VOCABULARIES[prefix]
    missing = {term for term in terms if URIRef(namespace + term) not in defined()}
    assert missing == set()


MEANT_OTHERWISE = {
    ("domain", FOAF.primaryTopic): "DCAT has it on catalogue records, which are no documents",
    ("domain", SDO.keywords): "schema.org names what it has thought of; services are not there",
    ("range", DCTERMS.type): "the EU's profiles have concepts there, not classes",
}
"""Uses that a vocabulary's own text does not foresee, and why they are right."""

ONE_OF = {
    "domain": (SDO.domainIncludes, DCAM.domainIncludes),
    "range": (SDO.rangeIncludes, DCAM.rangeIncludes),
}
"""By which properties a vocabulary names several classes of which one will do."""


def types(graph: Graph) -> dict[Node, set[Node]]:
    """The types of each node, with all that they are types of."""
    found: dict[Node, set[Node]] = {}
    for node, type_ in graph.subject_objects(RDF.type):
        found.setdefault(node, set()).update(above(type_))
    return found


@cache
def above(cls: Node) -> frozenset[Node]:
    """A class, those above it, and those that are the same."""
    upper = {each for each in every().transitive_objects(cls, RDFS.subClassOf) if each is not None}
    same = {other for each in upper for other in every().objects(each, OWL.equivalentClass)}
    return frozenset(upper | same)


@cache
def wanted(predicate: Node, what: str) -> list[set[Node]]:
    """Sets of classes: a subject or value of a property must be in one class of each."""
    found: list[set[Node]] = []
    for wider in every().transitive_objects(predicate, RDFS.subPropertyOf):
        for declared in every().objects(wider, RDFS[what]):
            union = every().value(declared, OWL.unionOf)
            found.append({declared} if union is None else {*Collection(every(), union)})
    one_of = {cls for term in ONE_OF[what] for cls in every().objects(predicate, term)}
    return [*found, one_of] if one_of else found


def misused(graph: Graph) -> set[tuple[str, str, str]]:
    """The uses of a shared property on a subject, or with a value, that it is not meant for.

    What others have published has no type here: an export says nothing of it.
    """
    known = types(graph)
    ours = {*graph.subjects()}
    return {
        (what, str(predicate), str(node))
        for subject, predicate, value in graph
        for what, node in (("domain", subject), ("range", value))
        if (isinstance(node, Literal) or node in ours)
        and (what, predicate) not in MEANT_OTHERWISE
        and not all(one_of & is_a(node, known) for one_of in wanted(predicate, what))
    }


def is_a(node: Node, known: dict[Node, set[Node]]) -> set[Node]:
    if not isinstance(node, Literal):
        return known.get(node, set()) | {RDFS.Resource, OWL.Thing}
    datatype = RDF.langString if node.language else node.datatype or XSD.string
    simple = SDO.Number if datatype in {XSD.decimal, XSD.integer} else SDO.Text
    return {datatype, simple, RDFS.Literal, RDFS.Resource}


@pytest.mark.parametrize("name", EVERY)
def test_shared_properties_have_fitting_subjects_and_values(name: str) -> None:
    assert misused(export(name)) == set()


@pytest.mark.parametrize("term", [ORG.siteOf, DCTERMS.spatial])
def test_an_unfitting_value_is_seen(term: URIRef) -> None:
    branch, goal, more = URIRef(f"{BASE}branch-alder"), URIRef(f"{BASE}goal-ease"), Graph()
    more.add((branch, term, goal))
    assert misused(export("river") + more) == {("range", str(term), str(goal))}
