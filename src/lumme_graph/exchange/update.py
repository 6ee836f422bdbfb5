"""A new download into a model that is there: what changed in it, and only that.

It is a three-way merge: the base is what the last import took, ours the model as it is, theirs the
new download. What was changed here stays; where both changed the same, ours stays too, and is told
each time until the two agree, or it is said whose is kept.
Without a last import, what the model has stays, and what it has not is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from lumme_graph.analysis.texts import texts
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Counted, Label, Message, Plain
from lumme_graph.editing.amend import Amendment, amend
from lumme_graph.editing.three_way import Conflict, Older, three_way
from lumme_graph.elements.evidence import KeptElement, Standing
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Languages, Settings
from lumme_graph.exchange.carried import DATES, Carried, Gone, carried, has_ended
from lumme_graph.exchange.draft import Draft, ForeignKey, PlainData, Received
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.known import known_in
from lumme_graph.exchange.memory import Remembered, memory_file, memory_text, read_memory
from lumme_graph.exchange.placed import grounded, ids_for, impersonal, placed, source_key
from lumme_graph.exchange.updated import Keep, UpdatedModel
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.reading.write import plain
from lumme_graph.views.left import LeftOver, LeftOvers

_EVIDENCE: Final = ("standing", "sources", "as_of", "derivation")
_TAKEN_OUT: Final = Label("it belongs to what was taken out of the model: {id}")
_NAMED: Final = Counted(
    "{n} element was taken for what has the same name in the file: {ids}",
    "{n} elements were taken for what has the same names in the file: {ids}",
)
_INFERRED: Final = Counted(
    "{n} element was taken for what all its places in the model belong to: {ids}",
    "{n} elements were taken for what all their places in the model belong to: {ids}",
)
_EARLIER: Final = Label(
    "the day of the model, {day}, is before that of the files, {other}: what is new counts when "
    "as_of in model.yaml has come to it"
)
_FEW: Final = 3


@dataclass
class _Merged:
    """What a merge found out, for telling of it afterwards."""

    conflicts: tuple[Conflict, ...] = ()
    missing: tuple[tuple[str, date], ...] = ()
    left: tuple[LeftOver, ...] = ()
    notes: list[Message] = field(default_factory=list[Message])


def update(
    folder: AnyPath,
    received: Received,
    *,
    gone: Gone | str = Gone.KEEP,
    keep: Keep | str | None = None,
    dry_run: bool = False,
) -> UpdatedModel:
    """Bring what a new download changed into a model; of a dry run nothing is written.

    `gone` says what becomes of what is missing in it: `keep`, `close` it with its last day, or
    `remove` it. `keep` decides what was changed here and there: for `mine`, the model, or for
    `theirs`, the files. Raises `ExchangeError` where the download is older than the last one, or what
    the last one took cannot be read, `ModelError` where the model cannot be read whole, `EditError`
    where it would not hold, and `OutputError` where a file cannot be written, another run is changing
    the model, or a file was changed meanwhile. Then nothing is changed.
    """
    target = path_of(folder)
    memory = read_memory(target, received.format)
    if memory and memory.digests == received.digests:
        received = replace(received, day=memory.day)
    if memory and received.day < memory.day:
        raise ExchangeError(
            f"{received.where}: it is of {received.day}, older than what was taken last, of "
            f"{memory.day}; name the newer one"
        )
    found = _Merged()
    kept = None if keep is None else Keep(keep)

    def change(graph: ServiceGraph) -> Amendment:
        return _amendment(graph, received, memory, Gone(gone), kept, found)

    amended = amend(target, change, dry_run=dry_run)
    return UpdatedModel(
        amended.before,
        amended.after,
        received,
        found.conflicts,
        found.missing,
        (*received.left, *found.left),
        (*received.notes, *found.notes),
        amended.files,
        kept,
    )


def _amendment(
    graph: ServiceGraph,
    received: Received,
    memory: Remembered | None,
    gone: Gone,
    keep: Keep | None,
    found: _Merged,
) -> Amendment:
    """What a model is to be after an import."""
    left = LeftOvers()
    known = known_in(graph, received, memory)
    was = memory or Remembered(received.day, (), {})
    fresh = grounded(received)
    whole = carried(received, fresh, was, gone, received.day)
    ids = ids_for(whole.drafts, known.ids, [element.id for element in graph])
    taken_out = {key for key, id_ in known.ids.items() if id_ not in graph}
    drafts = tuple(_without_links(whole.drafts, was, ids, taken_out, left))
    drafts, theirs = impersonal(drafts, ids, graph.settings, left)
    base = placed(was.drafts, ids, LeftOvers())
    source = graph.find(ids[source_key(received.format)])
    if memory is None and source is not None:
        base[source.id] = source
    take_theirs = keep is Keep.THEIRS
    merged = _merge(graph, base, theirs, found, older=was.undecided, take_theirs=take_theirs)
    found.missing = tuple(_missing(whole, ids, merged, was.day))
    found.left = left.rows()
    found.notes += _known_otherwise(_NAMED, known.named, ids)
    found.notes += _known_otherwise(_INFERRED, known.inferred, ids)
    settings = _settings(graph, received, memory, merged)
    if settings.as_of < received.day:
        found.notes.append(_EARLIER.fill(day=settings.as_of, other=received.day))
    kept = tuple(draft for draft in drafts if ids[draft.key] in theirs)
    undecided = _undecided(found.conflicts) if keep is None else {}
    text = memory_text(Remembered(received.day, kept, ids, received.digests, undecided))
    return Amendment(
        merged,
        settings,
        {memory_file(received.format): text.encode()},
    )


def _undecided(conflicts: Sequence[Conflict]) -> dict[str, dict[PathIn, Data]]:
    """What stood where the two do not agree."""
    found: dict[str, dict[PathIn, Data]] = {}
    for one in conflicts:
        found.setdefault(one.element, {})[one.path] = one.was
    return found


def _known_otherwise(
    words: Counted, keys: Sequence[ForeignKey], ids: Mapping[ForeignKey, str]
) -> list[Message]:
    """That some are known by something else than an identifier, if any are."""
    if not keys:
        return []
    names = [ids[key] for key in keys]
    shown = ", ".join(names[:_FEW]) + (", …" if len(names) > _FEW else "")
    return [words.fill(n=len(names), ids=Plain(shown))]


def _without_links(
    drafts: Sequence[Draft],
    was: Remembered,
    ids: Mapping[ForeignKey, str],
    taken_out: set[ForeignKey],
    left: LeftOvers,
) -> Iterator[Draft]:
    """The drafts, without new links to what was taken out of the model.

    What cannot be without such a link is left away too, and what is then linked to it.
    """
    old = {draft.key: draft.fields for draft in was.drafts}
    away = set(taken_out)
    while owners := _owned(drafts, old, away):
        for key, owner in owners.items():
            left.add(key.kind, ids[key], why=_TAKEN_OUT.fill(id=Plain(ids[owner])))
        away |= owners.keys()
    for draft in drafts:
        before = old.get(draft.key, {})
        if draft.key not in away or draft.key in taken_out:
            fields = {
                name: _unlinked(value, before.get(name), away)
                for name, value in draft.fields.items()
            }
            yield replace(draft, fields=fields)


def _owned(
    drafts: Sequence[Draft],
    old: Mapping[ForeignKey, Mapping[str, PlainData]],
    away: set[ForeignKey],
) -> dict[ForeignKey, ForeignKey]:
    """What is not away, and cannot be without something that is; what that is."""
    found: dict[ForeignKey, ForeignKey] = {}
    for draft in drafts:
        before = old.get(draft.key, {})
        for name, value in draft.fields.items() if draft.key not in away else ():
            is_new = isinstance(value, ForeignKey) and before.get(name) != value
            if is_new and value in away and draft.cls.model_fields[name].is_required():
                found[draft.key] = value
    return found


def _unlinked(value: PlainData, before: PlainData, taken_out: set[ForeignKey]) -> PlainData:
    if isinstance(value, ForeignKey):
        return None if value in taken_out and value != before else value
    if not is_list(value):
        return value
    there: list[PlainData] = before or []
    return [one for one in value if one in there or taken_out.isdisjoint(_keys(one))]


def _keys(item: PlainData) -> Iterator[ForeignKey]:
    if isinstance(item, ForeignKey):
        yield item
    elif is_map(item):
        yield from (one for one in item.values() if isinstance(one, ForeignKey))


def _merge(
    graph: ServiceGraph,
    base: Mapping[str, KeptElement],
    theirs: Mapping[str, KeptElement],
    found: _Merged,
    *,
    older: Older,
    take_theirs: bool,
) -> list[KeptElement]:
    """The elements of the model with the changes of the download, new ones after its own."""
    concerned = base.keys() | theirs.keys()
    ours = {element.id: element for element in graph if element.id in concerned}
    other = {id_: plain(element) for id_, element in theirs.items()}
    unbased = [id_ for id_ in ours if id_ not in base]
    for id_ in unbased:
        other[id_] = _beside(other[id_], plain(ours[id_]))
    merged = three_way(
        {id_: plain(element) for id_, element in base.items()},
        {id_: plain(element) for id_, element in ours.items()},
        other,
        older=older,
        take_theirs=take_theirs,
    )
    found.conflicts = merged.conflicts
    elements: dict[str, KeptElement | None] = {element.id: element for element in graph}
    for id_ in concerned:
        data = merged.elements.get(id_)
        if data is None:
            elements[id_] = None
        elif id_ not in ours or data != plain(ours[id_]):
            if id_ in unbased:
                _add_source(data, theirs[id_])
            elements[id_] = _element(id_, data)
    new = [id_ for id_ in merged.elements if id_ not in ours]
    return [
        element
        for id_ in [*(one.id for one in graph), *new]
        if (element := elements.get(id_)) is not None
    ]


def _beside(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """What a download says of an element of the model's own, which knows better what it says itself.

    What is only derived from the download does not argue with it, and neither does a day on which
    something was seen.
    """
    is_derived = theirs.get("standing") == Standing.DERIVED.value
    return {
        name: _as_here(value, ours.get(name) or ()) if is_list(value) else value
        for name, value in theirs.items()
        if name not in _EVIDENCE
        if is_list(value) or not (is_derived and name in ours)
    }


def _as_here(theirs: list[Any], ours: Sequence[Any]) -> list[Any]:
    """The items of a list; one that ours has too, with whatever more, is that."""
    return [next((mine for mine in ours if _says(mine, one)), one) for one in theirs]


def _says(ours: Any, theirs: Any) -> bool:
    if not (is_map(ours) and is_map(theirs)):
        return bool(ours == theirs)
    return all(ours.get(name) == value for name, value in theirs.items() if name not in DATES)


def _add_source(data: dict[str, Any], theirs: KeptElement) -> None:
    """What was added to an element of the model's own stands on the download too."""
    added = list(map(str, getattr(theirs, "sources", ())))
    there = list(data.get("sources", ()))
    data["sources"] = [*there, *(one for one in added if one not in there)]


def _element(id_: str, data: dict[str, Any]) -> KeptElement:
    return KINDS[id_.partition("-")[0]].model_validate(data, by_alias=True, by_name=False)


def _missing(
    whole: Carried, ids: Mapping[ForeignKey, str], merged: Sequence[KeptElement], day: date
) -> Iterator[tuple[str, date]]:
    """What the download does not have any more and the model has, with the day it was last seen."""
    there = {element.id for element in merged if not has_ended(element)}
    seen = {draft.key: draft.fields.get("as_of") for draft in whole.drafts}
    for key in whole.missing:
        id_ = ids.get(key)
        if id_ in there:
            as_of = seen.get(key)
            yield id_, date.fromisoformat(as_of) if isinstance(as_of, str) else day


def _settings(
    graph: ServiceGraph,
    received: Received,
    memory: Remembered | None,
    merged: Sequence[KeptElement],
) -> Settings:
    """The settings: the day moves on if it was that of the last import, and languages are added."""
    settings = graph.settings
    if memory and settings.as_of == memory.day:
        settings = settings.replace(as_of=received.day)
    used = texts(Day.of(ServiceGraph(merged, settings)))
    more = [tag for tag in received.languages if tag in used and tag not in settings.languages.all]
    if more:
        there = settings.languages
        languages = Languages(required=there.required, optional=(*there.optional, *more))
        settings = settings.replace(languages=languages)
    return settings
