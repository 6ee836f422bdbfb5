"""What a new download says, told as a continuation of the last one.

What it does not tell of is as it was, and so are the texts in a language that it is not in. What is the same as before has begun when it was first seen.
What is listed no more at a place that it tells of has ended between the two days; and of what is
missing altogether it is not known why: it stays, as last seen on the day before, unless it is asked
to be closed or taken out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any, Final, NamedTuple, cast

from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement, Source, Stated
from lumme_graph.exchange.draft import Draft, ForeignKey, PlainData, Received
from lumme_graph.exchange.memory import Remembered
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import is_list, is_map

_OFFERED: Final = "offered"
DATES: Final = ("from", "to")
"""What of an item of a list is not compared: when it was first and last seen."""
_ENDING: Final = ("memberships", "in_use")
"""The lists whose items end where their owner is closed."""


class Gone(Enum):
    """What is to become of what is missing in a new download."""

    KEEP = "keep"
    CLOSE = "close"
    REMOVE = "remove"


class Carried(NamedTuple):
    """The drafts of a download as a continuation, and the keys of what is missing in it."""

    drafts: tuple[Draft, ...]
    missing: tuple[ForeignKey, ...]


def carried(
    received: Received, drafts: Sequence[Draft], memory: Remembered, gone: Gone, day: date
) -> Carried:
    """The drafts that were received, with what the last import took and they do not tell of."""
    old = {draft.key: draft for draft in memory.drafts}
    now = {draft.key for draft in drafts}
    told = frozenset(now - received.silent)
    span = {"earliest": memory.day.isoformat(), "latest": day.isoformat()}
    result = [
        _continued(draft, old[draft.key], received.languages, told, span)
        if draft.key in old
        else draft.begun
        for draft in drafts
    ]
    absent = [draft for draft in memory.drafts if draft.key not in now and draft.cls is not Source]
    missing = tuple(draft.key for draft in absent if received.whole and _is_told(draft, received))
    for draft in absent:
        is_missing = draft.key in missing
        kept = _without_ended(draft, told, span)
        if not is_missing:
            result.append(kept)
        elif gone is not Gone.REMOVE:
            seen = _last_seen(kept, memory.day)
            result.append(_closed(seen, span) if gone is Gone.CLOSE else seen)
    return Carried(tuple(result), missing)


def _continued(
    draft: Draft,
    old: Draft,
    languages: Collection[str],
    told: frozenset[ForeignKey],
    span: Mapping[str, str],
) -> Draft:
    worded = old.fields.keys() & {
        "derivation"
    }  # by the program, which may word it otherwise by now
    now = {name: value for name, value in draft.fields.items() if name not in worded}
    fields = {**old.fields, **now}
    if "as_of" not in now:
        fields.pop("as_of", None)
    texts = {spec.alias for spec in specs(draft.cls) if spec.datatype is Text}
    for name, value in now.items():
        before = old.fields.get(name)
        if is_list(value) and is_list(before):
            fields[name] = _since(value, before)
        elif name in texts and is_map(before):
            others = {tag: one for tag, one in before.items() if tag not in languages}
            told_now = value if is_map(value) else {}
            fields[name] = others | {
                tag: one
                for tag, one in told_now.items()
                if tag in before or one not in others.values()  # else it is no translation
            }
    if _OFFERED in fields:
        fields[_OFFERED] = list(_offers(fields[_OFFERED], old.fields.get(_OFFERED), told, span))
    return replace(draft, fields=fields, defaults={})


def _since(now: Sequence[PlainData], before: Sequence[PlainData]) -> list[PlainData]:
    """The items of a list; one that is the same but for its dates has those that it had."""
    had = {repr(_undated(one)): one for one in before if is_map(one) and "to" not in one}
    return [had.get(repr(_undated(one)), one) if is_map(one) else one for one in now]


def _undated(item: Mapping[str, PlainData]) -> dict[str, PlainData]:
    return {name: value for name, value in sorted(item.items()) if name not in DATES}


def _offers(
    now: Sequence[PlainData],
    before: Sequence[PlainData] | None,
    told: frozenset[ForeignKey],
    span: Mapping[str, str],
) -> Iterator[PlainData]:
    """The offers that there are, in the order of before, and those that have ended."""
    by_place = {one["at"]: one for one in now}
    for one in before or ():
        at = one["at"]
        if at in by_place:
            yield by_place.pop(at)
        else:
            yield one if "to" in one or at not in told else {**one, "to": dict(span)}
    yield from by_place.values()


def _is_told(draft: Draft, received: Received) -> bool:
    """Would it be told of, if it were there? What is offered is told of by the places, by all of them.

    What has no identifier there was named when the files were read, and is in none of them.
    """
    is_silent = _OFFERED in draft.fields and bool(received.silent)
    return bool(draft.key.scheme) and not is_silent


def has_ended(element: KeptElement) -> bool:
    """Has it a last day, or has all that it does?"""
    lists = [getattr(element, name, ()) for name in _ENDING]
    ends = [getattr(one, "to", None) for items in lists for one in items]
    return getattr(element, "to", None) is not None or (bool(ends) and None not in ends)


def _without_ended(draft: Draft, told: frozenset[ForeignKey], span: Mapping[str, str]) -> Draft:
    """A draft that is told of no more, without what is no more offered where something is told."""
    if _OFFERED not in draft.fields:
        return draft
    offers = list(_offers((), draft.fields[_OFFERED], told, span))
    return replace(draft, fields={**draft.fields, _OFFERED: offers})


def _last_seen(draft: Draft, day: date) -> Draft:
    if not issubclass(draft.cls, Stated) or "as_of" in draft.fields:
        return draft
    return replace(draft, fields={**draft.fields, "as_of": day.isoformat()})


def _closed(draft: Draft, span: Mapping[str, str]) -> Draft:
    """A draft that has ended, as far as its kind can."""
    fields: dict[str, Any] = dict(draft.fields)
    names = {info.alias or name for name, info in draft.cls.model_fields.items()}
    if "to" in names and "to" not in fields:
        fields["to"] = dict(span)
    for name in _ENDING:
        items = cast("list[dict[str, PlainData]]", fields.get(name) or [])
        if items:
            fields[name] = [one if "to" in one else {**one, "to": dict(span)} for one in items]
    return replace(draft, fields=fields)
