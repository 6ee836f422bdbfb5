"""The answers of Kirkanta as they are saved: their envelope, their language, their pages.

Its documentation and its server differ: `result` and `references` there, `items` (of one thing
`data`) and `refs` here; both are read. An answer does not name its language: it is said when the
file is named, or stands in the file's name, else it is Finnish, which the service answers in
unless it is asked for another. What has no text in a language comes back in Finnish.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard, cast

from lumme_graph.base.label import Counted, Label, Plain
from lumme_graph.exchange.asked import language_in
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.thing import FileReading, JsonThing

FINNISH: Final = "fi"
LANGUAGES: Final = (FINNISH, "sv", "en", "ru", "se")
"""The languages that the service knows, as it spells them."""

_TYPES: Final = ("library", "service_point", "service", "consortium", "city")
_LISTS: Final = ("items", "result", "data")
_REFS: Final = ("refs", "references")
_UNTOLD = Label("{file} does not say its language; it was taken as Finnish, the directory's own")
_PART = Counted(
    "only {n} of {total} libraries is in the files: fetch them all with limit={total}",
    "only {n} of {total} libraries are in the files: fetch them all with limit={total}",
)
_NO_FINNISH = Label(
    "there is no Finnish file: what had no text in another language came back in Finnish, and was "
    "taken as if it were in that language; name the Finnish file too"
)

Record = Mapping[str, JsonThing]
"""One thing of the directory, by the language of the answer."""


@dataclass
class DirectoryAnswers:
    """All that the answers hold: their things by type and id, each by language."""

    reading: FileReading
    records: dict[str, dict[str, dict[str, JsonThing]]] = field(
        default_factory=dict[str, dict[str, dict[str, JsonThing]]]
    )
    languages: list[str] = field(default_factory=list[str])
    whole: bool = True

    def languages_as(self, asked: Sequence[str]) -> tuple[str, ...]:
        """The languages of the answers, those first that are asked for."""
        there = [tag for tag in asked if tag in self.languages]
        return tuple(dict.fromkeys((*there, *self.languages)))

    def of(self, type_: str) -> Mapping[str, Record]:
        """The things of a type by their ids."""
        return self.records.get(type_, {})


def is_kirkanta(data: object) -> bool:
    """Is it an answer of Kirkanta?"""
    if not _is_map(data):
        return False
    return data.get("type") in _TYPES and any(name in data for name in _LISTS)


def answers(files: Sequence[Opened], reading: FileReading) -> DirectoryAnswers:
    """What the files hold. Raises `ExchangeError` where two of one language tell of one thing."""
    found = DirectoryAnswers(reading)
    counts: dict[str, tuple[int, int]] = {}
    for file in files:
        language = file.language or language_in(file.name, LANGUAGES)
        if language is None:
            language = FINNISH
            reading.notes.append(_UNTOLD.fill(file=Plain(file.name)))
        if language not in found.languages:
            found.languages.append(language)
        data = file.json
        if not is_kirkanta(data):
            raise ExchangeError(
                f"{file.path}: this is no answer of Kirkanta v4: it has no list of libraries; "
                "save what api.kirjastot.fi/v4/library answers"
            )
        n = _read(found, file, data, language)
        if data["type"] in {"library", "service_point"}:
            there, total = counts.get(language, (0, 0))
            said = data.get("total")
            is_count = isinstance(said, int) and not isinstance(said, bool)
            counts[language] = there + n, max(total, cast("int", said) if is_count else n)
    _tell_part(found, counts)
    if FINNISH not in found.languages:
        reading.notes.append(_NO_FINNISH)
    found.languages.sort(key=lambda tag: LANGUAGES.index(tag) if tag in LANGUAGES else 99)
    for things in found.records.values():
        for record in things.values():
            _leave_equal(record, found.languages)
    return found


def _tell_part(found: DirectoryAnswers, counts: Mapping[str, tuple[int, int]]) -> None:
    part = [(there, total) for there, total in counts.values() if there < total]
    if part:
        there, total = max(part, key=lambda one: one[1])
        found.whole = False
        found.reading.notes.append(_PART.fill(n=there, total=total))


def _read(found: DirectoryAnswers, file: Opened, data: dict[str, Any], language: str) -> int:
    """Gather the things of one answer and what it refers to; how many are there?"""
    name = next(name for name in _LISTS if name in data)
    listed = data[name] if isinstance(data[name], list) else [data[name]]
    type_ = str(data["type"]).replace("service_point", "library")
    things = found.reading.things(listed, type_, file.name, name)
    n = sum(_keep(found, type_, thing, language) for thing in things)
    for refs in _REFS:
        for ref, by_id in _fields(found, file, refs, data.get(refs)):
            if ref not in {"city", "consortium"}:
                found.reading.left.add(refs, ref)
                continue
            for id_, one in _fields(found, file, f"{refs}.{ref}", by_id):
                path = f"{refs}.{ref}.{id_}"
                thing = found.reading.thing(one, ref, file.name, path) if one else None
                if thing:
                    _keep(found, ref, thing, language, is_ref=True)
    return n


def _fields(
    found: DirectoryAnswers, file: Opened, path: str, data: object
) -> Iterator[tuple[str, Any]]:
    if _is_map(data):
        yield from data.items()
    elif data:
        found.reading.fault(file.name, path, "an object belongs here")


def _keep(
    found: DirectoryAnswers, type_: str, thing: JsonThing, language: str, *, is_ref: bool = False
) -> bool:
    """Keep a thing by its id; what is referred to may be told in several files."""
    id_ = thing.text("id")
    if not id_:
        if thing.data.get("id") is None:
            thing.fault("id", "it is missing")
        return False
    by_language = found.records.setdefault(type_, {}).setdefault(id_, {})
    before = by_language.get(language)
    if before is None:
        by_language[language] = thing
        thing.name = thing.name or f"{type_} {id_}"
        return True
    if before.data != thing.data and not is_ref:
        raise ExchangeError(
            f"{type_} {id_} stands in {before.file} and in {thing.file}, both taken as {language}, "
            f"and is not the same; say their languages: fi={before.file},en={thing.file}"
        )
    thing.silence()
    return is_ref


def _leave_equal(record: Record, languages: Sequence[str]) -> None:
    """What other languages repeat of the first is not counted again."""
    first, *others = [record[tag] for tag in languages if tag in record]
    for other in others:
        other.repeats(first)


def _is_map(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)
