"""References that lead nowhere or to the wrong kind, and records that are there twice."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.guess import nearest
from lumme_graph.base.text import Label
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.references import PathIn, fits, references
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.load.faults import WRONG_KIND
from lumme_graph.load.model import SETTINGS_ID
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.spec import specs

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
_MAX_GUESSES = 200


def broken_links(graph: ServiceGraph) -> Iterator[Finding]:
    """Every reference and record of the graph that does not hold."""
    guesses = 0
    for element in graph:
        for spec, target, path in references(element):
            found = graph.get(target)  # type: ignore[arg-type]
            if found is None and target not in graph.broken:
                guesses += 1
                guess = _guess(graph, target) if guesses <= _MAX_GUESSES else None
                yield _dangling(graph, element.id, target, path, guess)
            elif found is not None and not fits(spec, found):
                wanted = Label(
                    " tai ".join(cls.kind.label.fi for cls in spec.targets),
                    " or ".join(cls.kind.label.en for cls in spec.targets),
                )
                yield WRONG_KIND.at(
                    graph.place(element, *path),
                    element.id,
                    field=_named(path),
                    id=target,
                    found=found.kind.label,
                    expected=wanted,
                    mend="name one of that kind",
                    mend_fi="nimeä oikeanlajinen",
                )
        yield from _doubles(graph, element.id, element, ())
    for journey in graph.all(Path):
        yield from _local_links(graph, journey)
    network = graph.settings.network
    if network is not None and network not in graph and network not in graph.broken:
        yield _dangling(graph, SETTINGS_ID, network, ("network",), _guess(graph, network))


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


def _guess(graph: ServiceGraph, target: str) -> str | None:
    prefix = target.partition("-")[0] + "-"
    return nearest(target, [e.id for e in graph if e.id.startswith(prefix)])


def _named(path: PathIn) -> str:
    return ".".join(part for part in path if isinstance(part, str))


def _doubles(graph: ServiceGraph, element: str, node: Node, path: PathIn) -> Iterator[Finding]:
    for spec in specs(type(node)):
        if spec.record is None:
            continue
        value = getattr(node, spec.name)
        records: tuple[Record, ...] = value if spec.many else (value,) if value else ()
        seen: set[str] = set()
        for index, record in enumerate(records):
            here = (*path, spec.alias, index) if spec.many else (*path, spec.alias)
            if spec.many:
                key = record.local_name()
                if key in seen:
                    place = graph.place(element, *here)
                    yield DUPLICATE_RECORD.at(place, element, field=_named(here), key=key)
                seen.add(key)
            yield from _doubles(graph, element, record, here)


def _local_links(graph: ServiceGraph, path: Path) -> Iterator[Finding]:
    """The ids within a path: ways on lead to its steps, steps lie in its phases."""
    steps = {step.id for step in path.steps}
    phases = {phase.id for phase in path.phases}
    for index, step in enumerate(path.steps):
        for way, on in enumerate(step.next):
            if on.to not in steps:
                where: PathIn = ("steps", index, "next", way, "to")
                yield _dangling(graph, path.id, on.to, where, nearest(on.to, steps))
        if step.phase is not None and step.phase not in phases:
            where = ("steps", index, "phase")
            yield _dangling(graph, path.id, step.phase, where, nearest(step.phase, phases))
