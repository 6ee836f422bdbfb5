"""How one field of an element is read from what is said of a thing, by the kinds of fields there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final, TypeVar

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Plain
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.base.text import Text, is_blank
from lumme_graph.base.urls import is_safe
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.ref import Ref
from lumme_graph.rdf.foreign.gathering import (
    ASSUMED,
    BY_IDENTIFIER,
    UNTAGGED,
    Resource,
    cleaned,
    own_word,
)
from lumme_graph.rdf.foreign.prefixes import short
from lumme_graph.rdf.foreign.statements import BLANK, Value
from lumme_graph.rdf.oxigraph import Literal

E = TypeVar("E", bound=KeptElement)
C = TypeVar("C", bound=Coded)

Reader = Callable[[Resource], object]
"""Reads one field; None or an empty tuple where nothing is said."""

_WORDS: Final = frozenset({"xsd:string", "rdf:langString", "rdf:HTML", "rdf:dirLangString"})
_NAMES: Final = (
    "skos:prefLabel",
    "dct:title",
    "foaf:name",
    "rov:legalName",
    "schema:name",
    "cpsvit:name",
    "l0:name",
    "rdfs:label",
)
"""Where a name stands: in the order in which one is preferred."""

SECOND: Final = Label("another text in the same language was taken")
EMPTY: Final = Label("the text is empty, or holds control characters")
NO_TAG: Final = Label("its language tag is none that a model can hold")
NO_CODE: Final = Label("a model has no such code")
LEADS_NOWHERE: Final = Label("it leads to nothing that was taken")

_DAY = 10
_DIGITS = 20


def text(*names: str, line: bool = False) -> Reader:
    """A text: what the first property says, and in other languages what the next ones say.

    Of several texts in one language the first by the alphabet is read.
    """
    return lambda thing: words_of(thing, names, line=line)


def words_of(thing: Resource, names: tuple[str, ...], *, line: bool = False) -> Text | None:
    """The words that properties say, by language."""
    found: dict[str, str] = {}
    for name in names:
        for tag, words, value in _said(thing, name, line=line):
            if found.setdefault(tag, words) == words:
                thing.take(name, value)
                if not value.language:
                    thing.remark(UNTAGGED, words, language=Plain(tag))
            else:
                thing.leave(name, value, SECOND)
    return _text(thing, found)


def _text(thing: Resource, by_tag: Mapping[str, str]) -> Text | None:
    """Words by language, the source language first."""
    tags = sorted(by_tag, key=lambda tag: (tag != thing.gathered.language, tag))
    return Text({tag: by_tag[tag] for tag in tags}) if tags else None


def _said(thing: Resource, name: str, *, line: bool) -> Iterator[tuple[str, str, Literal]]:
    """What a property says in words: the language, the words as a model holds them, the literal."""
    for value in thing.of(name):
        if not isinstance(value, Literal) or short(value.datatype.value) not in _WORDS:
            continue
        words = cleaned(value.value, line=line)
        tag = tidy(value.language or thing.gathered.language)
        if is_blank(words):
            thing.leave(name, value, EMPTY)
        elif not TAG.fullmatch(tag):
            thing.leave(name, value, NO_TAG)
        else:
            yield tag, words, value


def name(*first: str) -> Reader:
    """The name of a thing."""
    return text(*dict.fromkeys((*first, *_NAMES)), line=True)


def channel_name(thing: Resource) -> Text | None:
    """The name of a channel, which many have none of: else that of its type, else its identifier."""
    found = words_of(thing, ("dct:title", *_NAMES), line=True)
    for type_ in thing.gathered.said.nodes(thing.address, "dct:type"):
        found = found or words_of(thing.at(type_), _NAMES, line=True)
    if found is None and (identifier := string(thing, "dct:identifier")):
        thing.remark(BY_IDENTIFIER, identifier)
        found = Text({thing.gathered.language: identifier})
    return found


def labels(*names: str) -> Reader:
    """Words of each language in one text, with commas between, such as those that are searched."""

    def read(thing: Resource) -> Text | None:
        found: dict[str, list[str]] = {}
        for property_ in names:
            for tag, words, value in _said(thing, property_, line=True):
                found.setdefault(tag, []).append(words)
                thing.take(property_, value)
                if not value.language:
                    thing.remark(UNTAGGED, words, language=Plain(tag))
        return _text(thing, {tag: ", ".join(dict.fromkeys(all_)) for tag, all_ in found.items()})

    return read


def refs(kind: type[E], *names: str) -> Callable[[Resource], tuple[Ref[E], ...]]:
    """References to the elements that have been made of what properties lead to."""

    def read(thing: Resource) -> tuple[Ref[E], ...]:
        found: dict[Ref[E], None] = {}
        for property_ in names:
            for value in thing.of(property_):
                if (id_ := _id_of(thing, kind, value)) is not None:
                    found[Ref(id_)] = None
                    thing.take(property_, value)
                else:
                    thing.leave(property_, value, LEADS_NOWHERE)
        return tuple(found)

    return read


def ref(kind: type[E], *names: str) -> Callable[[Resource], Ref[E] | None]:
    """The reference to the first element that has been made of what properties lead to."""

    def read(thing: Resource) -> Ref[E] | None:
        for property_ in names:
            for value in thing.of(property_):
                if (id_ := _id_of(thing, kind, value)) is not None:
                    thing.take(property_, value)
                    return Ref(id_)
        return None

    return read


def _id_of(thing: Resource, kind: type[KeptElement], value: Value) -> str | None:
    id_ = thing.gathered.ids.get(value) if isinstance(value, str) else None
    return id_ if id_ is not None and id_.partition("-")[0] == kind.kind.prefix else None


def codes(kind: type[C], *names: str) -> Callable[[Resource], tuple[C, ...]]:
    """Codes of a closed list, known by their names at the end of an address."""
    return lambda thing: tuple(_codes(thing, kind, names, {}))


def code(
    kind: type[C],
    *names: str,
    known: Mapping[str, C] | None = None,
    follows: Callable[[Resource], C | None] = lambda _: None,
    otherwise: Callable[[Resource], C],
) -> Callable[[Resource], C]:
    """A code of a closed list.

    `known` tells words that others use, `follows` what other statements say of it, and `otherwise`
    what is assumed.
    """

    def read(thing: Resource) -> C:
        found = next(iter(_codes(thing, kind, names, known or {})), None) or follows(thing)
        if found is not None:
            return found
        assumed = otherwise(thing)
        thing.remark(ASSUMED, type=assumed.label)
        return assumed

    return read


def _codes(
    thing: Resource, kind: type[C], names: tuple[str, ...], known: Mapping[str, C]
) -> dict[C, None]:
    values = {str(one): one for one in kind}
    found: dict[C, None] = {}
    for property_ in names:
        for value in thing.of(property_):
            for word in _said_by(thing, value):
                one = values.get(word) or known.get(word)
                if one is not None:
                    found[one] = None
                    thing.take(property_, value)
                    break
            else:
                thing.leave(property_, value, NO_CODE)
    return found


def _said_by(thing: Resource, value: Value) -> list[str]:
    """The words by which a code may be known: the end of its address, its names and notation."""
    if isinstance(value, Literal):
        return [slug(value.value)]
    said = thing.gathered.said
    own = (
        []
        if value.startswith(BLANK)
        else [slug(value.rstrip("/#").replace("#", "/").split("/")[-1])]
    )
    named = [
        slug(one.value)
        for property_ in ("skos:notation", *_NAMES)
        for one in said.of(value, property_)
        if isinstance(one, Literal)
    ]
    return [*own, *named]


def day(thing: Resource, *names: str) -> UncertainDate | None:
    """A day, month or year; of a time of day, the day."""
    for property_ in names:
        for value in thing.of(property_):
            if isinstance(value, Literal):
                try:
                    found = UncertainDate.parse(value.value.strip()[:_DAY])
                except ValueError:
                    continue
                thing.take(property_, value)
                return found
    return None


def number(thing: Resource, most: int, *names: str) -> Decimal | None:
    """A number that is no more than `most`, nor less than its opposite, such as one of degrees."""
    for value in (value for name in names for value in thing.of(name)):
        if isinstance(value, Literal):
            try:
                found = Decimal(value.value.strip())
            except InvalidOperation:
                continue
            if found.is_finite() and abs(found) <= most and len(found.as_tuple().digits) <= _DIGITS:
                for name in names:
                    if value in thing.of(name):
                        thing.take(name, value)
                return found
    return None


def string(thing: Resource, *names: str) -> str | None:
    """The first words that a property says, as one line."""
    for property_ in names:
        for value in thing.of(property_):
            if isinstance(value, Literal) and not is_blank(
                words := cleaned(value.value, line=True)
            ):
                thing.take(property_, value)
                return words
    return None


def is_web(address: str) -> bool:
    """Is it a whole address of the web, which a model can hold?"""
    return address.lower().startswith(("https://", "http://")) and is_safe(address)


def published(thing: Resource) -> tuple[str, ...]:
    """The addresses of the same thing in public vocabularies, with its own."""
    found: dict[str, None] = {}
    for value in thing.of("skos:exactMatch"):
        if isinstance(value, str) and is_web(value):
            found[value] = None
            thing.take("skos:exactMatch", value)
    if is_web(thing.address):
        found[thing.address] = None
    return tuple(found)


def origin(thing: Resource) -> str | None:
    """Where it comes from, for those who keep the model: its address, and an identifier of its own."""
    address = "" if thing.address.startswith(BLANK) else thing.address
    is_said = any(thing.is_taken("dct:identifier", one) for one in thing.of("dct:identifier"))
    identifier = "" if is_said else string(thing, "dct:identifier") or ""
    if slug(identifier) == own_word(thing.gathered.said, thing.address):
        identifier = ""
    return "\n".join(filter(None, (address, identifier))) or None
