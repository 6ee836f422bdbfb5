"""The models of this repository and their exports, each made once, and what readers take from them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph
import yaml

import lumme_graph as lg
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.write import rdf_bytes

ROOT = Path(__file__).parents[1]
MODELS = {
    "lumme": ROOT / "models" / "lumme",
    **{
        name: ROOT / "tests" / "models" / name
        for name in ("clwyd", "lakes", "oberrhein", "questions", "worked")
    },
}
"""Every model of the repository that can be exported, by its name."""

Line = tuple[str, ...]
"""A triple or a quad as canonical N-Triples, language tags in lower case."""


@cache
def model(name: str) -> ServiceGraph:
    """A model, with the faults that it is there to show."""
    graph, _ = lg.read(MODELS[name])
    return graph


@cache
def export(name: str, form: str) -> bytes:
    """The export of a model in a format."""
    return rdf_bytes(model(name), form)


@cache
def written(name: str) -> list[dict[str, Any]]:
    """The elements of a model as the files say them: plain YAML, read by nothing of ours."""
    return [
        element
        for file in sorted(MODELS[name].rglob("*.yaml"))
        if file.name != "model.yaml"
        for element in yaml.safe_load(file.read_text(encoding="utf-8")) or ()
    ]


def canonical(parts: Iterable[object]) -> Line:
    """A triple or quad, told in the one way of N-Triples; case means nothing in language tags."""
    return tuple(_canonical(part) for part in parts)


def _canonical(part: object) -> str:
    if isinstance(part, pyoxigraph.Literal) and part.language is not None:
        return f"{pyoxigraph.Literal(part.value)}@{part.language.lower()}"
    return str(part)


def lines(text: bytes, form: pyoxigraph.RdfFormat) -> list[Line]:
    """The triples that Oxigraph reads from a text, as often as they stand there."""
    return [canonical(quad.triple) for quad in pyoxigraph.parse(text, format=form)]
