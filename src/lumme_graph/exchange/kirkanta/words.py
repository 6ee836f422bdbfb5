"""The words of a thing in the directory, by language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from lumme_graph.base.label import Label
from lumme_graph.exchange.kirkanta.envelope import FINNISH, LANGUAGES, DirectoryAnswers, Record
from lumme_graph.exchange.thing import JsonThing

ONE_LANGUAGE: Final = Label("the model keeps it in one language")


def first(record: Record) -> JsonThing:
    """The thing as the Finnish answer has it, else in the first language that there is."""
    return next(record[tag] for tag in (*LANGUAGES, *record) if tag in record)


def by_language(record: Record, field: str, *, prose: bool = False) -> dict[str, str]:
    """What a field says in each language; a text that is the Finnish one is no translation."""
    read = JsonThing.prose if prose else JsonThing.text
    found: dict[str, str] = {}
    for tag in dict.fromkeys((*LANGUAGES, *record)):
        if tag in record:
            found |= _said(record[tag], field, tag, read)
    finnish = found.get(FINNISH)
    return {tag: words for tag, words in found.items() if tag == FINNISH or words != finnish}


def _said(
    thing: JsonThing, field: str, tag: str, read: Callable[[JsonThing, str], str]
) -> dict[str, str]:
    """The words of a field in the language of the answer; an answer may also tell each language."""
    value = thing.data.get(field)
    if isinstance(value, dict):
        inner = thing.thing(field)
        tags = [one for one in cast("dict[str, object]", value) if one in LANGUAGES]
        found = {one: read(inner, one) for one in tags} if inner else {}
    else:
        found = {tag: read(thing, field)}
    return {one: words for one, words in found.items() if words}


def main_word(by_tag: Mapping[str, str]) -> str:
    """The Finnish words, else those of the first language."""
    return by_tag.get(FINNISH) or next(iter(by_tag.values()), "")


def names(found: DirectoryAnswers, type_: str, id_: str) -> dict[str, str]:
    """What a thing is called that others refer to by its id."""
    record = found.of(type_).get(id_)
    return by_language(record, "name") if record else {}


def consortium_of(found: DirectoryAnswers, record: Record) -> str:
    """The consortium of a library: its own, else that of its city."""
    thing = first(record)
    city = found.of("city").get(thing.text("city"))
    return thing.text("consortium") or (first(city).text("consortium") if city else "")


def keep_one(record: Record, *fields: str) -> None:
    """What a model keeps in one language is not taken of the others."""
    thing = first(record)
    for other in record.values():
        for field in fields if other is not thing else ():
            other.leave(field, ONE_LANGUAGE)


def known(record: Record, *fields: str) -> None:
    """Fields that say nothing more than what is known of the thing already."""
    for thing in record.values():
        for field in fields:
            thing.raw(field)
