"""The answers of PTV's version 11 as they are saved: lists with and without pages, in any order.

A service, a channel or an organisation is known by the names that it has there. A channel may stand
in an object that has a place for each type of channel. A thing may be in several files: what was
published counts before what was not, and of several the one that was changed last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

from lumme_graph.base.label import Counted, Label, Plain
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.json_data import is_object
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.thing import FileReading, JsonThing

SERVICE: Final = "service"
CHANNEL: Final = "channel"
ORGANISATION: Final = "organisation"

PUBLISHED: Final = "Published"
_GONE: Final = ("Deleted", "Removed")
_ORDER: Final = (PUBLISHED, "", *_GONE)
"""What is taken: what is published, before what is deleted; where no status is told it is published."""

_NAMED_BY: Final = {
    "serviceNames": SERVICE,
    "serviceChannelNames": CHANNEL,
    "organizationNames": ORGANISATION,
}
_WRAPPERS: Final = (
    "electronicChannel",
    "phoneChannel",
    "printableFormChannel",
    "locationChannel",
    "webPageChannel",
)
_LIST: Final = "itemList"
_NEWER: Final = "languageVersions"
_MOST_PAGES: Final = 1_000_000

_NOT_PUBLISHED: Final = Label("it is not published: {status}")
_OLDER: Final = Label("it stands in the files several times; the one changed last is taken")
_PAGES: Final = Counted(
    "{n} page of {all} is in the files: nothing is taken as gone",
    "{n} pages of {all} are in the files: nothing is taken as gone",
)


@dataclass
class PtvAnswers:
    """All that the answers hold, by id; `whole` says whether every page of each list is there."""

    reading: FileReading
    things: dict[str, dict[str, JsonThing]] = field(default_factory=dict[str, dict[str, JsonThing]])
    gone: set[str] = field(default_factory=set[str])
    whole: bool = False

    def of(self, kind: str) -> Mapping[str, JsonThing]:
        """The things of a kind by their ids."""
        return self.things.get(kind, {})


def is_ptv(data: object) -> bool:
    """Is it an answer of PTV?"""
    first = next(_items(data), None)
    if not is_object(first):
        return is_object(data) and _LIST in data
    return _LIST in (data if is_object(data) else {}) or _kind(first) is not None or _NEWER in first


def ptv_answers(files: Sequence[Opened], reading: FileReading) -> PtvAnswers:
    """What the files hold. Raises `ExchangeError` where one is no answer that is read here."""
    found = PtvAnswers(reading)
    pages: dict[str, tuple[set[int], int]] = {}
    for file in files:
        _refuse(file)
        kinds = {_keep(found, thing) for thing in _things(reading, file)} - {""}
        data = file.json
        if is_object(data) and _LIST in data:
            for kind in kinds:
                seen, most = pages.setdefault(kind, (set(), 0))
                seen.add(_count(data, "pageNumber"))
                pages[kind] = seen, max(most, _count(data, "pageCount"))
    listed = {SERVICE, CHANNEL} <= pages.keys()
    found.whole = listed and all(len(seen) >= most for seen, most in pages.values())
    for seen, most in pages.values():
        if len(seen) < most:
            reading.notes.append(_PAGES.fill(n=len(seen), all=most))
    return found


def _refuse(file: Opened) -> None:
    """Raise `ExchangeError` for an answer of another version, and for a list of ids alone."""
    first = next(_items(file.json), None)
    if not is_object(first):
        return
    if _NEWER in first:
        raise ExchangeError(f"{file.path}: this is an answer of PTV v12; save those of v11")
    if _kind(first) is None and first.keys() <= {"id", "name", "modified"}:
        raise ExchangeError(
            f"{file.path}: this is a list of ids and names; fetch the things themselves: "
            "…/api/v11/Service/list?guids=… and …/api/v11/ServiceChannel/list?guids=…"
        )
    if not is_ptv(file.json):
        raise ExchangeError(
            f"{file.path}: this is no answer of PTV v11: it has no services and no channels"
        )


def _items(data: object) -> Iterator[object]:
    """The things of an answer: of a page, of a list, or the one that it is."""
    if is_object(data):
        inner = data.get(_LIST, data)
        yield from cast("list[object]", inner) if isinstance(inner, list) else (inner,)
    elif isinstance(data, list):
        yield from cast("list[object]", data)


def _things(reading: FileReading, file: Opened) -> Iterator[tuple[str, JsonThing]]:
    whole: object = file.json
    path = _LIST if is_object(whole) and _LIST in whole else ""
    for at, one in enumerate(_items(whole)):
        where = f"{path}[{at}]" if path or isinstance(whole, list) else "the answer"
        data, inner = _unwrapped(one)
        kind = _kind(data) if is_object(data) else None
        if kind is None:
            reading.fault(file.name, where, "a service or a channel belongs here")
        elif thing := reading.thing(data, kind, file.name, f"{where}{inner}"):
            yield kind, thing


def _unwrapped(one: object) -> tuple[object, str]:
    """A channel that stands in the place of its type."""
    if is_object(one):
        for name in _WRAPPERS:
            if one.get(name):
                return one[name], f".{name}"
    return one, ""


def _kind(data: object) -> str | None:
    """What kind of thing it is, by the names that it has."""
    if not is_object(data):
        return None
    if any(data.get(name) for name in _WRAPPERS):
        return CHANNEL
    return next((kind for name, kind in _NAMED_BY.items() if name in data), None)


def _keep(found: PtvAnswers, kept: tuple[str, JsonThing]) -> str:
    """Keep a thing under its id, or say why it is not taken."""
    kind, thing = kept
    id_ = thing.text("id")
    status = thing.text("publishingStatus")
    thing.raw("modified")
    thing.name = first_name(thing, kind) or id_
    if not id_:
        thing.fault("id", "it is missing")
        return kind
    of_kind = found.things.setdefault(kind, {})
    before = of_kind.get(id_)
    if before is not None:
        if before.data == thing.data:
            thing.silence()
            return kind
        if _rank(thing) <= _rank(before):
            thing.skip(_OLDER)
            return kind
        before.skip(_OLDER)
        found.gone.discard(id_)
    elif status not in _ORDER:
        thing.skip(_NOT_PUBLISHED.fill(status=Plain(status)))
        return kind
    of_kind[id_] = thing
    if status in _GONE:
        found.gone.add(id_)
    return kind


def _rank(thing: JsonThing) -> tuple[int, str]:
    """What is published before what is deleted, and of these what was changed last."""
    status = thing.text("publishingStatus")
    place = _ORDER.index(status) if status in _ORDER else len(_ORDER)
    return -place, thing.text("modified")


def first_name(thing: JsonThing, kind: str) -> str:
    """What a thing is called, for telling of it; it does not count as taken."""
    field_ = next(name for name, of in _NAMED_BY.items() if of == kind)
    names = thing.data.get(field_)
    for one in cast("list[object]", names) if isinstance(names, list) else ():
        if is_object(one) and isinstance(one.get("value"), str):
            return " ".join(one["value"].split())
    return ""


def _count(data: Mapping[str, Any], name: str) -> int:
    value = data.get(name)
    return value if type(value) is int and 0 < value < _MOST_PAGES else 1
