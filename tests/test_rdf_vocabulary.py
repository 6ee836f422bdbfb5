"""The vocabularies: every declared term is known, every known term exists."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import rdflib
from rdf_shapes import vocabulary_folder

from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import Coded, Via
from lumme_graph.meta.spec import specs
from lumme_graph.rdf.vocabulary import VOCABULARIES, expand

KNOWN_TO_RDFLIB = {
    "dcat": "DCAT",
    "dct": "DCTERMS",
    "foaf": "FOAF",
    "org": "ORG",
    "owl": "OWL",
    "prov": "PROV",
    "rdf": "RDF",
    "rdfs": "RDFS",
    "schema": "SDO",
    "sh": "SH",
    "skos": "SKOS",
    "sosa": "SOSA",
    "time": "TIME",
    "vann": "VANN",
    "void": "VOID",
    "xsd": "XSD",
}


@pytest.mark.parametrize(
    ("term", "iri"),
    [
        ("dct:title", "http://purl.org/dc/terms/title"),
        ("cv:Channel", "http://data.europa.eu/m8g/Channel"),
        ("lg:Touchpoint", "https://w3id.org/lumme-graph/ns#Touchpoint"),
        ("pplan:isPrecededBy", "http://purl.org/net/p-plan#isPrecededBy"),
    ],
)
def test_a_term_expands(term: str, iri: str) -> None:
    assert expand(term) == iri


@pytest.mark.parametrize("term", ["dct:titel", "dc:title", "title", "lg:", "lg:two words", ""])
def test_a_slip_raises(term: str) -> None:
    with pytest.raises(ValueError, match="no known vocabulary"):
        expand(term)


def declared(cls: type[Node]) -> Iterator[str]:
    yield from cls.kind.iris
    yield from filter(None, (cls.kind.owner, cls.kind.time))
    for spec in specs(cls):
        yield from spec.prop.iris
        if isinstance(spec.prop.via, Via):
            yield from (spec.prop.via.predicate, spec.prop.via.iri)
        elif spec.prop.via:
            yield from spec.prop.via.iris.values()
        if spec.record:
            yield from declared(spec.record)
        if isinstance(spec.datatype, type) and issubclass(spec.datatype, Coded):
            for value in spec.datatype:
                yield from value.iris


@pytest.mark.parametrize("cls", ELEMENTS)
def test_every_declared_term_is_known(cls: type[Node]) -> None:
    assert all(expand(term).startswith("http") for term in declared(cls))


@pytest.mark.parametrize("prefix", KNOWN_TO_RDFLIB)
def test_every_known_term_exists(prefix: str) -> None:
    namespace, terms = VOCABULARIES[prefix]
    defined = getattr(rdflib, KNOWN_TO_RDFLIB[prefix])
    assert namespace == str(defined)
    assert [term for term in sorted(terms) if namespace + term not in defined] == []


def test_every_term_of_the_core_vocabularies_exists() -> None:
    files = sorted(vocabulary_folder().glob("*-shacl.ttl"))
    files.append(vocabulary_folder() / "cpsv-ap-3.2.0-vocabulary.ttl")
    defined = {node for file in files for triple in rdflib.Graph().parse(file) for node in triple}
    for prefix in ("cv", "cpsv"):
        namespace, terms = VOCABULARIES[prefix]
        missing = [term for term in terms if rdflib.URIRef(namespace + term) not in defined]
        assert missing == []
