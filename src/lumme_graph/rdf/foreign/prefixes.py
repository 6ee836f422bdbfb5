"""The short names of foreign terms: what vocabularies call a thing, however their address is spelt."""

from __future__ import annotations

from functools import cache
from typing import Final

from lumme_graph.rdf.vocabulary import PREFIXES

_OTHERS: Final = {
    "cpsvit": "https://w3id.org/italia/onto/CPSV#",
    "cpsvno": "https://data.norge.no/vocabulary/cpsvno#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "l0": "https://w3id.org/italia/onto/l0/",
    "person": "http://www.w3.org/ns/person#",
    "rov": "http://www.w3.org/ns/regorg#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
"""What national catalogues use beside the vocabularies that we write."""

_SPELT_OTHERWISE: Final = {
    "http://purl.org/dc/elements/1.1/": "dct",
    "http://schema.org/": "schema",
    "http://w3.org/ns/locn#": "locn",
    "http://www.w3.org/ns/locn/": "locn",
}
"""Namespaces that are older or circulate in another spelling, one of them in an official sample."""

_SAME: Final = {
    "adms:schemaAgency": "adms:schemeAgency",
    "cv:ContactPage": "cv:contactPage",
    "cv:hasContactPoint": "cv:contactPoint",
    "pplan:isPreceededBy": "pplan:isPrecededBy",
}
"""Terms that circulate in an older or mistaken spelling, and the one that is meant."""

_PREFIXES: Final = sorted(
    [
        *((namespace, prefix) for prefix, namespace in (PREFIXES | _OTHERS).items()),
        *_SPELT_OTHERWISE.items(),
    ],
    key=lambda pair: len(pair[0]),
    reverse=True,
)


@cache
def short(iri: str) -> str:
    """A term by its prefix; the whole address between angle brackets where none is known.

    >>> short("http://schema.org/geo"), short("http://www.w3.org/ns/adms#schemaAgency")
    ('schema:geo', 'adms:schemeAgency')
    >>> short("https://example.org/a")
    '<https://example.org/a>'
    """
    for namespace, prefix in _PREFIXES:
        if iri.startswith(namespace):
            name = f"{prefix}:{iri[len(namespace) :]}"
            return _SAME.get(name, name)
    return f"<{iri}>"
