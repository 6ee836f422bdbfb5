"""Own RDF back into the model that it was written from."""

from __future__ import annotations

from lumme_graph.rdf.read.errors import RdfError
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.parsed import Parsed
from lumme_graph.rdf.vocabulary import expand

_TYPE = expand("rdf:type")
_MODEL = expand("lg:Model")


def models_in(parsed: Parsed) -> list[str]:
    """The addresses of the models that a file holds, in their order."""
    found = {
        subject: None
        for subjects in parsed.graphs.values()
        for subject, said in subjects.items()
        if any(getattr(value, "value", None) == _MODEL for value in said.get(_TYPE, ()))
    }
    return sorted(found)


def read_own(parsed: Parsed, model: str | None = None) -> ImportedModel:
    """The model that a file holds; `model` says which of several."""
    raise RdfError(f"{parsed.name}: {model} is not read yet")
