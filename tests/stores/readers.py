"""Other people's readers: each takes the triples out of a text; what it cannot read it says."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn

import pyoxigraph
import rdflib
from rdf_models import Line, canonical, lines

from stores.conftest import missing

OURS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
}
"""What Oxigraph calls each format of the export."""

_RDFLIB = {
    "turtle": "turtle",
    "ntriples": "nt",
    "trig": "trig",
    "rdfxml": "xml",
    "jsonld": "json-ld",
}


def of_the_extra(module: str) -> Any:
    """A module of the extra `stores`; without it the test is skipped, or fails where it must not."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        missing(f"there is no {module}: pip install '.[stores]'")


def with_oxigraph(text: bytes, form: str) -> list[Line]:
    """The triples of a text, by Oxigraph."""
    return lines(text, OURS[form])


def with_rdflib(text: bytes, form: str) -> list[Line]:
    """The triples of a text, by rdflib: of all its graphs."""
    graph = rdflib.Dataset(default_union=True) if form == "trig" else rdflib.Graph()
    graph.parse(data=text, format=_RDFLIB[form])
    return lines(graph.serialize(format="nt", encoding="utf-8"), OURS["ntriples"])


def with_rapper(program: str) -> Callable[[bytes, str], list[Line]]:
    """What reads a text by rapper; it says nothing but the triples, or fails."""

    def read(text: bytes, form: str) -> list[Line]:
        done = subprocess.run(
            [program, "--quiet", "--input", form, "--output", "ntriples", "-", "urn:no-base"],
            input=text,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return lines(done.stdout, OURS["ntriples"])

    return read


def with_pyld(text: bytes) -> list[Line]:
    """The triples of JSON-LD, by PyLD; it may fetch nothing."""
    pyld = of_the_extra("pyld")
    options = {"format": "application/n-quads", "documentLoader": _never}
    quads: str = pyld.jsonld.to_rdf(json.loads(text), options)
    found = pyoxigraph.parse(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    return [canonical(quad.triple) for quad in found]


def _never(address: str, _: object) -> NoReturn:
    raise AssertionError(f"{address} is not in the file")
