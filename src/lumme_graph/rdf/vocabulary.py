"""The vocabularies of the export: a prefix and the terms it may be used with."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

LG: Final = "https://w3id.org/lumme-graph/ns#"
"""The own namespace: for what no shared vocabulary has a term."""

CODE: Final = "https://w3id.org/lumme-graph/code/"
"""The own code lists: `<list>` is a scheme, `<list>/<value>` a code of it."""

_OWN = re.compile(r"[A-Za-z][A-Za-z0-9]*")


class Vocabulary(NamedTuple):
    """A shared vocabulary: its namespace and those of its terms that we use or may use."""

    namespace: str
    terms: frozenset[str]


def _shared(namespace: str, terms: str) -> Vocabulary:
    return Vocabulary(namespace, frozenset(terms.split()))


VOCABULARIES: Final[dict[str, Vocabulary]] = {
    "adms": _shared("http://www.w3.org/ns/adms#", "Identifier identifier schemeAgency"),
    "bibo": _shared("http://purl.org/ontology/bibo/", "DocumentPart"),
    "cpsv": _shared("http://purl.org/vocab/cpsv#", "PublicService Rule follows"),
    "cv": _shared(
        "http://data.europa.eu/m8g/",
        """
        Channel ContactPoint PublicEvent PublicOrganisation
        audience contactPage contactPoint email eventStatus hasChannel hasCompetentAuthority
        parentEvent processingTime telephone thematicArea
        """,
    ),
    "dcat": _shared("http://www.w3.org/ns/dcat#", "Catalog CatalogRecord keyword record"),
    "dct": _shared(
        "http://purl.org/dc/terms/",
        """
        AgentClass BibliographicResource LinguisticSystem Location
        bibliographicCitation description hasPart identifier isPartOf isReferencedBy issued
        language license modified publisher references source spatial subject title type
        """,
    ),
    "dqv": _shared(
        "http://www.w3.org/ns/dqv#", "Metric QualityMeasurement computedOn isMeasurementOf value"
    ),
    "foaf": _shared("http://xmlns.com/foaf/0.1/", "Agent Document homepage page primaryTopic"),
    "locn": _shared("http://www.w3.org/ns/locn#", "Address postCode postName thoroughfare"),
    "org": _shared(
        "http://www.w3.org/ns/org#",
        """
        Membership Organization OrganizationalCollaboration OrganizationalUnit Role Site
        classification hasMembership member memberDuring organization purpose siteAddress siteOf
        subOrganizationOf unitOf
        """,
    ),
    "owl": _shared(
        "http://www.w3.org/2002/07/owl#",
        "Class DatatypeProperty ObjectProperty Ontology inverseOf versionInfo",
    ),
    "pplan": _shared("http://purl.org/net/p-plan#", "Plan Step isPrecededBy isStepOfPlan"),
    "prov": _shared("http://www.w3.org/ns/prov#", "Activity Entity wasDerivedFrom wasGeneratedBy"),
    "rdf": _shared(
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Property first langString nil rest type"
    ),
    "rdfs": _shared(
        "http://www.w3.org/2000/01/rdf-schema#",
        "Literal Resource comment domain isDefinedBy label range subClassOf subPropertyOf",
    ),
    "schema": _shared(
        "https://schema.org/",
        """
        GeoCoordinates Library MonetaryAmount MonetaryGrant Project Vehicle
        amount currency domainIncludes fundedItem geo keywords latitude longitude rangeIncludes value
        """,
    ),
    "sh": _shared(
        "http://www.w3.org/ns/shacl#",
        """
        IRI NodeShape PropertyShape SPARQLConstraint
        class datatype languageIn lessThanOrEquals maxCount maxLength message minCount nodeKind
        or path pattern property select sparql targetClass uniqueLang
        """,
    ),
    "skos": _shared(
        "http://www.w3.org/2004/02/skos/core#",
        """
        Concept ConceptScheme altLabel broadMatch exactMatch definition hasTopConcept inScheme notation
        prefLabel topConceptOf
        """,
    ),
    "sosa": _shared(
        "http://www.w3.org/ns/sosa/",
        """
        ObservableProperty Observation hasSimpleResult observedProperty
        """,
    ),
    "time": _shared(
        "http://www.w3.org/2006/time#",
        """
        Instant Interval TemporalEntity hasBeginning hasEnd hasTime
        inXSDDate inXSDgYear inXSDgYearMonth
        """,
    ),
    "vann": _shared(
        "http://purl.org/vocab/vann/", "preferredNamespacePrefix preferredNamespaceUri"
    ),
    "void": _shared("http://rdfs.org/ns/void#", "Dataset exampleResource uriSpace vocabulary"),
    "xsd": _shared(
        "http://www.w3.org/2001/XMLSchema#",
        "boolean date decimal duration gYear gYearMonth integer string",
    ),
}
"""The shared vocabularies by prefix."""

SCHEMA_ONLY: Final = frozenset({"owl", "sh", "vann"})
"""What only the ontology and the shapes use."""

PREFIXES: Final[dict[str, str]] = {
    "lg": LG,
    "code": CODE,
    **{prefix: vocabulary.namespace for prefix, vocabulary in VOCABULARIES.items()},
    "yso": "http://www.yso.fi/onto/yso/",
}
"""What every export binds, beside `id` for the model's own addresses."""


@cache
def expand(term: str) -> str:
    """The whole address of a term.

    >>> expand("dct:title")
    'http://purl.org/dc/terms/title'

    Raises `ValueError` for a prefix or a term that is in no table, so that a slip is seen at once.
    """
    prefix, _, word = term.partition(":")
    if prefix == "lg" and _OWN.fullmatch(word):
        return LG + word
    vocabulary = VOCABULARIES.get(prefix)
    if vocabulary is None or word not in vocabulary.terms:
        raise ValueError(f"{term} is a term of no known vocabulary")
    return vocabulary.namespace + word
