"""The own vocabulary as an ontology in OWL: every class, property and metric."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lumme_graph.base.label import Label
from lumme_graph.rdf.own_vocabulary import VocabularyTerm, own_terms
from lumme_graph.rdf.oxigraph import Literal, NamedNode, Triple
from lumme_graph.rdf.terms import Pair, Tags, named
from lumme_graph.rdf.turtle import turtle
from lumme_graph.rdf.vocabulary import LG, PREFIXES

TITLE = Label("The vocabulary of lumme_graph")
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
_ABOUT = (
    "For what a model of a library network says and no shared vocabulary has a term for: services and "
    "where they are offered, customers' paths, promises, guides and how far they cover what there is."
)
_TAGS = Tags(("en", "fi", "sv"))


def ontology() -> str:
    """The ontology in Turtle; no blank nodes."""
    return turtle(chain(_head(), *map(_term, own_terms())), PREFIXES)


def _head() -> Iterator[Triple]:
    from lumme_graph import __version__

    node = NamedNode(LG)
    yield Triple(node, named("rdf:type"), named("owl:Ontology"))
    for words in _TAGS.label(TITLE):
        yield Triple(node, named("dct:title"), words)
    yield Triple(node, named("dct:description"), Literal(_ABOUT, language="en"))
    yield Triple(node, named("owl:versionInfo"), Literal(__version__))
    yield Triple(node, named("dct:license"), NamedNode(LICENCE))
    yield Triple(node, named("vann:preferredNamespacePrefix"), Literal("lg"))
    yield Triple(node, named("vann:preferredNamespaceUri"), Literal(LG))


def _term(term: VocabularyTerm) -> Iterator[Triple]:
    node = named(term.name)
    yield Triple(node, named("rdf:type"), named(term.type))
    for words in _TAGS.label(term.label):
        yield Triple(node, named("rdfs:label"), words)
    yield Triple(node, named("skos:definition"), Literal(term.definition, language="en"))
    for predicate, value in _ties(term):
        yield Triple(node, predicate, value)
    yield Triple(node, named("rdfs:isDefinedBy"), NamedNode(LG))


def _ties(term: VocabularyTerm) -> Iterator[Pair]:
    """What a term has to do with others.

    Of several classes or ranges each may be, which a domain or range would not say: of these every
    node must be all.
    """
    for iri in term.above:
        yield named("rdfs:subClassOf"), named(iri)
    domain = "rdfs:domain" if len(term.of) == 1 else "schema:domainIncludes"
    for iri in term.of:
        yield named(domain), named(iri)
    range_ = "rdfs:range" if len(term.values) == 1 else "schema:rangeIncludes"
    for iri in term.values:
        yield named(range_), named(iri)
    if term.inverse_of:
        yield named("owl:inverseOf"), named(term.inverse_of)
