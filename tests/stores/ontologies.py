"""The ontologies of the shared vocabularies, whole, as the npm packages `@vocabulary/…` carry them.

LUMME_ONTOLOGIES names their folder, `node_modules/@vocabulary`.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pyoxigraph
from rdf_shapes import vocabulary_folder
from rdflib import Graph

from stores.conftest import missing

PACKAGES = {
    "bibo": "bibo",
    "dcat": "dcat",
    "dct": "dcterms",
    "dqv": "dqv",
    "foaf": "foaf",
    "locn": "locn",
    "org": "org",
    "prov": "prov",
    "schema": "schema",
    "skos": "skos",
    "sosa": "sosa",
    "time": "time",
    "void": "void",
}
"""The packages, by our prefix of what they define."""

P_PLAN = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix p: <http://purl.org/net/p-plan#> .
p:Entity a owl:Class ; rdfs:subClassOf prov:Entity .
p:Plan a owl:Class ; rdfs:subClassOf p:Entity , prov:Plan .
p:Step a owl:Class .
p:isStepOfPlan a owl:ObjectProperty ; rdfs:domain p:Step ; rdfs:range p:Plan .
p:isPrecededBy a owl:ObjectProperty , owl:TransitiveProperty ; rdfs:domain p:Step ; rdfs:range p:Step .
"""
"""What P-Plan 1.3 says of the terms that we use; no package carries it."""

ADMS = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix adms: <http://www.w3.org/ns/adms#> .
adms:Identifier a rdfs:Class .
adms:identifier a owl:ObjectProperty ; rdfs:range adms:Identifier .
adms:schemeAgency a owl:DatatypeProperty ; rdfs:domain adms:Identifier ; rdfs:range rdfs:Literal .
"""
"""What ADMS says of the terms that we use; no package carries it."""


@cache
def ontology(prefix: str) -> Graph:
    """The ontology of a vocabulary; that of schema.org in the spelling that it prefers today."""
    folder, name = os.environ.get("LUMME_ONTOLOGIES"), PACKAGES[prefix]
    file = Path(folder or ".") / name / f"{name}.nq"
    if not file.is_file():
        missing("LUMME_ONTOLOGIES names no folder of npm packages @vocabulary/…, " + name)
    quads = pyoxigraph.parse(path=file, format=pyoxigraph.RdfFormat.N_QUADS)
    text = "".join(f"{quad.triple} .\n" for quad in quads)
    https = text.replace("<http://schema.org/", "<https://schema.org/")
    return Graph().parse(data=https, format="nt")


@cache
def every() -> Graph:
    """All ontologies, with the core vocabularies of the EU, in one graph."""
    graph = Graph()
    for prefix in PACKAGES:
        graph += ontology(prefix)
    graph.parse(vocabulary_folder() / "cpsv-ap-3.2.0-vocabulary.ttl")
    for text in (P_PLAN, ADMS):
        graph.parse(data=text, format="turtle")
    return graph
