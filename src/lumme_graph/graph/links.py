"""References that lead nowhere or to the wrong kind, and records that are there twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.guess import Guesses
from lumme_graph.base.text import Label
from lumme_graph.elements import KINDS
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.references import references, settings_references, written_references
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.load.document import PathIn
from lumme_graph.load.model import SETTINGS_ID
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.spec import record_specs

DANGLING = Fault(
    "LG101",
    Label(
        "{field}: mallissa ei ole elementtiä {target}", "{field}: there is no {target} in the model"
    ),
    Label("{mend_fi}", "{mend}"),
    "A reference names an id that the model does not have: misspelt, renamed or removed.",
)
DUPLICATE_RECORD = Fault(
    "LG105",
    Label("{field}: {key} on jo luettelossa", "{field}: {key} is already in the list"),
    Label("yhdistä tai poista toinen", "merge the two, or remove one"),
    "Two records of one list have the same natural key, such as the same library and beginning, "
    "so that nothing could tell them apart.",
)
FAULTS = (DANGLING, DUPLICATE_RECORD)


def faults(graph: ServiceGraph) -> tuple[Finding, ...]:
    """What is wrong with text, ids and references: as reading found it, else in the graph itself."""
    if graph.reading is not None:
        return graph.reading
    return tuple(sorted(broken_links(graph), key=Finding.sort_key))


def broken_links(graph: ServiceGraph) -> Iterator[Finding]:
    """Every reference and record of the graph that does not hold.

    References of the kind that a field takes only: others are found by reading.
    """
    there = {element.id for element in graph} | graph.broken
    guesses = Guesses()
    for owner, target, path in _all_references(graph):
        if target not in there:
            guess = _guess(there, target, guesses)
            yield _dangling(graph, owner, target, path, guess)
    for element in graph:
        yield from _doubles(graph, element.id, element, ())
    for journey in graph.all(Path):
        yield from _local_links(graph, journey, guesses)


def _all_references(graph: ServiceGraph) -> Iterator[tuple[str, str, PathIn]]:
    """Who refers to what, and where: the settings, the elements, and those that are broken."""
    for target, path in settings_references(graph.settings):
        yield SETTINGS_ID, target, path
    for element in graph:
        for _, target, path in references(element):
            yield element.id, target, path
    for id_ in sorted(graph.broken):
        cls = KINDS[id_.partition("-")[0]]
        for _, target, path in written_references(cls, graph.written(id_)):
            yield id_, target, path


def _dangling(
    graph: ServiceGraph, element: str, target: str, path: PathIn, guess: str | None
) -> Finding:
    mend, mend_fi = (
        (f"did you mean {guess}?", f"tarkoititko {guess}?")
        if guess
        else ("add it, or take the reference away", "lisää se tai poista viittaus")
    )
    return DANGLING.at(
        graph.place(element, *path),
        "" if element == SETTINGS_ID else element,
        field=_named(path),
        target=target,
        mend=mend,
        mend_fi=mend_fi,
    )


def _guess(there: Iterable[str], target: str, guesses: Guesses) -> str | None:
    kind, _, words = target.partition("-")
    alike = (id_.partition("-")[2] for id_ in there if id_.startswith(f"{kind}-"))
    guess = guesses.nearest(words, alike)
    return f"{kind}-{guess}" if guess else None


def _named(path: PathIn) -> str:
    return ".".join(part for part in path if isinstance(part, str))


def _doubles(graph: ServiceGraph, element: str, node: Node, path: PathIn) -> Iterator[Finding]:
    for spec in record_specs(type(node)):
        value = getattr(node, spec.name)
        records: tuple[Record, ...] = value if spec.many else (value,) if value else ()
        seen: set[tuple[object, ...]] = set()
        for index, record in enumerate(records):
            here = (*path, spec.alias, index) if spec.many else (*path, spec.alias)
            if len(records) > 1:
                key = record.natural_key()
                if key in seen:
                    place = graph.place(element, *here)
                    yield DUPLICATE_RECORD.at(
                        place, element, field=_named(here), key=record.local_name()
                    )
                seen.add(key)
            yield from _doubles(graph, element, record, here)


def _local_links(graph: ServiceGraph, path: Path, guesses: Guesses) -> Iterator[Finding]:
    """The ids within a path: ways on lead to its steps, steps lie in its phases."""
    steps = {step.id for step in path.steps}
    phases = {phase.id for phase in path.phases}
    for index, step in enumerate(path.steps):
        for way, on in enumerate(step.next):
            if on.to not in steps:
                where: PathIn = ("steps", index, "next", way, "to")
                yield _dangling(graph, path.id, on.to, where, guesses.nearest(on.to, steps))
        if step.phase is not None and step.phase not in phases:
            where = ("steps", index, "phase")
            yield _dangling(graph, path.id, step.phase, where, guesses.nearest(step.phase, phases))
