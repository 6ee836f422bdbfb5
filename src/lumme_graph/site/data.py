"""The data of a site: the whole model and what is judged of it, for staff and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from lumme_graph.assessment.assess import assessed
from lumme_graph.base.label import Label
from lumme_graph.graph.day import Day
from lumme_graph.rdf.write import rdf_bytes
from lumme_graph.reports.coverage import to_json as coverage_json
from lumme_graph.reports.findings import to_json as findings_json
from lumme_graph.site.judged import findings

FOLDER: Final = "staff/data"
FILES: Final = {
    "model.ttl": Label("RDF (Turtle)"),
    "model.nt": Label("RDF (N-Triples)"),
    "coverage.json": Label("Coverage (JSON)"),
    "findings.json": Label("Findings (JSON)"),
}
"""The files by name, and what each is called."""


def data_files(day: Day) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
    """Each file with what makes it."""
    makers: dict[str, Callable[[], str | bytes]] = {
        "model.ttl": partial(rdf_bytes, day.graph, "turtle"),
        "model.nt": partial(rdf_bytes, day.graph, "ntriples"),
        "coverage.json": lambda: coverage_json.render(assessed(day)),
        "findings.json": lambda: findings_json.render(findings(day), day.graph),
    }
    return ((f"{FOLDER}/{name}", makers[name]) for name in FILES)
