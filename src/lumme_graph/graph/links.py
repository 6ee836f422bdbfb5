"""References that lead nowhere or to the wrong kind, and records that are there twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lumme_graph.base.finding import Fault, Finding, Place
from lumme_graph.base.guess import Guesses
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.names import joined
from lumme_graph.graph.parts import local_ids, part_references
from lumme_graph.graph.prose import prose_faults
from lumme_graph.graph.references import (
    field_name,
    references,
    settings_references,
    written_references,
)
from lumme_graph.graph.rings import RING, rings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.listed_text import NamedText
from lumme_graph.meta.spec import Spec
from lumme_graph.meta.walk import PathIn, Walk
from lumme_graph.reading.faults import NO_ID
from lumme_graph.reading.model import SETTINGS_ID

DANGLING = Fault(
    "LG101",
    Label("{field}: there is no {target} in the model"),
    Label("{mend}"),
    "A reference names an id that the model does not have: misspelt, renamed or removed.",
)
LOST_PART = Fault(
    "LG101",
    Label("{field}: {what}"),
    Label("{mend}"),
    "A local id names a part that the element does not have: a step or a phase that is misspelt, "
    "renamed or removed.",
)
_NO_PART = Label("there is no {target} in {whole}")
_NO_WHOLE = Label("there is no {target}, because {of} names nothing with {field}")
DUPLICATE_RECORD = Fault(
    "LG105",
    Label("{field}: {key} is already in the list"),
    Label("give this one an id in lower-case words, or merge the two"),
    "Two records of one list have the same natural key, such as the same library, so that they "
    "would have one address. The first keeps it; the other needs an `id` of its own.",
)
FAULTS = (DANGLING, DUPLICATE_RECORD, RING)
_LISTED = Walk(lambda spec: (spec.record is not None or spec.datatype is Text) and spec.many)


def faults(graph: ServiceGraph) -> tuple[Finding, ...]:
    """The faults of texts, ids and references: what reading found or, without files, the graph has."""
    if graph.reading is not None:
        return graph.reading
    return tuple(sorted(broken_links(graph), key=Finding.sort_key))


def broken_links(graph: ServiceGraph) -> Iterator[Finding]:
    """Every reference and record of the graph that does not hold.

    References of the kind that a field takes only: others are found by reading.
    """
    guesses = Guesses()
    found = list(_links_out(graph, guesses))
    lost = [finding for finding in found if finding.code == DANGLING.code]
    yield from (finding for finding in found if finding.code != DANGLING.code)
    if lost and not graph.files.unread:
        yield from _of_empty_files(graph, len(lost)) if graph.files.empty else lost
    for element in graph:
        yield from _doubles(graph, element)
    yield from _lost_parts(graph, guesses)
    yield from rings(graph)


def _links_out(graph: ServiceGraph, guesses: Guesses) -> Iterator[Finding]:
    """The references and the links in prose that lead nowhere, or where nothing may lead."""
    there = {element.id for element in graph} | graph.broken
    for owner, target, path in _all_references(graph):
        if target not in there:
            place, guess = graph.place(owner, *path), guesses.nearest(target, there)
            yield _dangling(place, owner, field_name(path), target, guess)

    def from_prose(place: Place, owner: str, field: str, target: str) -> Finding:
        return _dangling(place, owner, field, target, guesses.nearest(target, there))

    yield from prose_faults(graph, from_prose, guesses.nearest)


def _of_empty_files(graph: ServiceGraph, lost: int) -> Iterator[Finding]:
    """What is said in place of references that lead nowhere, where a file has lost its content."""
    for name in graph.files.empty:
        yield NO_ID.at(
            Place(f"{graph.root}/{name}"),
            what=Label("this file is empty; references that now lead nowhere: {lost}").fill(
                lost=lost
            ),
        )


def _all_references(graph: ServiceGraph) -> Iterator[tuple[str, str, PathIn]]:
    """Who refers to what, and where: the settings, the elements, and those that are broken."""
    for target, path in settings_references(graph.settings):
        yield SETTINGS_ID, target, path
    for element in graph:
        for _, _, target, path in references(element):
            yield element.id, target, path
    for id_ in sorted(graph.broken):
        cls = KINDS[id_.partition("-")[0]]
        for _, _, target, path in written_references(cls, graph.written(id_)):
            yield id_, target, path


def _dangling(place: Place, element: str, field: str, target: str, guess: str | None) -> Finding:
    owner = "" if element == SETTINGS_ID else element
    return DANGLING.at(place, owner, field=field, target=target, mend=_mend(guess))


def _mend(guess: str | None) -> Message:
    if guess:
        return Label("did you mean {guess}?").fill(guess=guess)
    return Label("add it, or take the reference away")


def _doubles(graph: ServiceGraph, element: KeptElement) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for owner, spec, part, path in _LISTED.of(element):
        if len(getattr(owner, spec.name)) == 1 or type(part) is Text:
            continue
        key = (path[:-1], _natural_key(part))
        if key in seen:
            yield DUPLICATE_RECORD.at(
                graph.place(element, *path),
                element.id,
                field=field_name(path),
                key=joined(_key(part)),
            )
        seen.add(key)


def _natural_key(part: Record | NamedText) -> tuple[object, ...]:
    return part.natural_key() if isinstance(part, Record) else (part.id,)


def _key(record: Record | NamedText) -> list[Sayable]:
    """A natural key as people read it; what a record is called where it has none."""
    if isinstance(record, NamedText) or record.id is not None:
        return [record.id or ""]
    values = (getattr(record, name) for name in record.key)
    said = [_said(value) for value in values if value is not None]
    return said or [record.kind.label]


def _said(value: object) -> Sayable:
    """A part of a natural key as people read it."""
    if isinstance(value, Coded):
        return value.label
    return value if isinstance(value, Text) else str(value)


def _lost_parts(graph: ServiceGraph, guesses: Guesses) -> Iterator[Finding]:
    """The parts that are named by their local ids and are not there.

    Where the element itself is not there whose part it would be, that alone is said.
    """
    there: dict[tuple[str, str], dict[str, None]] = {}
    for element in graph:
        for spec, whole_id, field, local, path in part_references(element):
            known: Collection[str] = ()
            if whole_id is not None:
                whole = graph.find(whole_id)
                if whole is None:
                    continue
                if (whole_id, field) not in there:
                    there[whole_id, field] = dict.fromkeys(local_ids(whole, field))
                known = there[whole_id, field]
            if local not in known:
                place, guess = graph.place(element, *path), guesses.nearest(local, known)
                yield LOST_PART.at(
                    place,
                    element.id,
                    field=field_name(path),
                    what=_lost(spec, whole_id, local),
                    mend=_mend(guess),
                )


def _lost(spec: Spec, whole: str | None, local: str) -> Message:
    """That an element has no such part, or that it is not said of which it would be."""
    if whole is not None:
        return _NO_PART.fill(target=local, whole=whole)
    within = spec.prop.within
    of, field = (within.of, within.field) if within else ("", "")
    return _NO_WHOLE.fill(target=local, of=of, field=field)
