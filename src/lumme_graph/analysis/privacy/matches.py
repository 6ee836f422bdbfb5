"""What in the texts of a model looks as if it were about a person, and what of that is accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from lumme_graph.analysis.accepted import is_accepted
from lumme_graph.analysis.privacy.names import CAPITALS, GIVEN, may_be_name, names_in
from lumme_graph.analysis.privacy.phones import MAYBE, numbers
from lumme_graph.analysis.texts import Piece, line_saying, pieces
from lumme_graph.base.finding import Place
from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import KeptElement, Source, SourceType
from lumme_graph.elements.parts import ContactType
from lumme_graph.elements.who import Branch, Municipality, Organisation, Vehicle
from lumme_graph.graph.countries import contacts_of, countries
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.model import SETTINGS_ID

_AT = r"[(\[{]\s?(?:at|ät|arobase|snabel-a)\s?[)\]}]"
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|piste|punkt|point|dod)\s?[)\]}]\s?)"
_SIGN = re.compile(rf"@|{_AT}", re.IGNORECASE)
"""Found fast, and in every text that may hold an e-mail address."""

# What follows is compiled only where it is needed.

_ADDRESS = (
    rf"(?<![\w.+-])(?P<local>[\w.+-]{{0,63}}\w)\s?(?:@|{_AT})\s?"
    rf"(?P<domain>[\w-]+(?:{_DOT}[\w-]+)+)"
)
_ORGANISATIONS_OWN = (
    r".*(?:kirjasto|bibliotek|bibliothek|bibliothe?que|bibliothèque|library|llyfrgell|buecherei"
    r"|bücherei|mediathe[kq]|médiathèque|biblioteca|girjerádju|raamatukogu).*"
    r"|info|asiakaspalvelu|kundservice|palaute|feedback|neuvonta"
    r"|kirjaamo|registrator|registry|toimisto|office|posti|post|mail|contact|yhteys|tuki|support"
    r"|help|helpdesk|admin|webmaster|postmaster|noreply|reply|kaukopalvelu|fjarrlan|lainaus"
    r"|varaus|varaukset|tilaukset|viestinta|kotipalvelu|hakemisto|etunimi|firstname|fornamn"
    r"|enquiries|customer|service|services|loans|ymholiadau|cyswllt|gwybodaeth|gwasanaethau"
    r"|auskunft|kontakt|ausleihe|fernleihe|kundenservice|vorname|accueil|prets?|prenom"
)
"""The words by which an address is a desk's, not a person's; some are placeholders."""

_PUBLISHED = frozenset({SourceType.BOOK, SourceType.REPORT, SourceType.ARTICLE})


class Personal(Coded):
    """What may be about a person, by the code of the finding."""

    PHONE = "LG801", Label("phone numbers")
    EMAIL = "LG802", Label("e-mail addresses")
    NAME = "LG803", Label("what looks like a name")


LOOKS_LIKE = {
    Personal.PHONE: Label("the phone number {number} is no organisation's own"),
    Personal.EMAIL: Label("the e-mail address {address} may be a person's"),
    Personal.NAME: Label("“{name}” looks like a person's name"),
}
"""What is said of each thing found, by the check and by the question."""


class Match(NamedTuple):
    """One thing that looks personal: in what, where, and as much of it as may be shown.

    `path` leads to it within the element; without an element it is in the settings.
    """

    kind: Personal
    element: KeptElement | None
    path: PathIn
    place: Place
    shown: str


@once
def matches(day: Day) -> Mapping[Personal, tuple[Match, ...]]:
    """All that looks personal, in any text of the model."""
    return {
        Personal.PHONE: phones(day),
        Personal.EMAIL: emails(day),
        Personal.NAME: tuple(_names(day)),
    }


@once
def phones(day: Day) -> tuple[Match, ...]:
    """The phone numbers that may be a person's."""
    return tuple(_phones(day))


@once
def emails(day: Day) -> tuple[Match, ...]:
    """The e-mail addresses that may be a person's."""
    return tuple(_emails(day))


@once
def open_matches(day: Day) -> tuple[Match, ...]:
    """What looks personal and is not accepted on the day, by place."""
    return _open(day, chain.from_iterable(matches(day).values()))


@once
def open_reaching(day: Day) -> tuple[Match, ...]:
    """The same without names: how somebody may be reached, which is found much faster."""
    return _open(day, [*phones(day), *emails(day)])


def _open(day: Day, found: Iterable[Match]) -> tuple[Match, ...]:
    left = (
        one
        for one in found
        if one.element is None or not is_accepted(day, one.element.id, one.kind.value)
    )
    return tuple(sorted(left, key=_order))


def reaching(graph: ServiceGraph) -> list[tuple[str, PathIn]]:
    """The texts that say how somebody may be reached: of which element, and where in it."""
    found = open_reaching(Day.of(graph))
    return sorted({(one.element.id, one.path) for one in found if one.element is not None})


def _order(one: Match) -> tuple[Place, str, str]:
    return one.place, one.kind.value, one.element.id if one.element else ""


def _match(
    day: Day, piece: Piece, kind: Personal, shown: str, said_in: Callable[[str], bool]
) -> Match:
    """One thing found in a piece; in prose at the line by whose end it is said."""
    place = day.graph.place(piece.element or SETTINGS_ID, *piece.path)
    if piece.element is not None and piece.path[0] == "body":
        place = replace(place, line=line_saying(piece.written, said_in), column=1)
    return Match(kind, piece.element, piece.path, place, shown)


def _phones(day: Day) -> Iterator[Match]:
    for piece in pieces(day).like(MAYBE):
        found_here = () if _is_contact(piece) else numbers(piece.words, known_countries(day))
        for found in found_here:
            if _own_numbers(day).isdisjoint(found):
                said = partial(_numbers_hold, found, known_countries(day))
                yield _match(day, piece, Personal.PHONE, f"{found[0][:-7]}…", said)


def _numbers_hold(found: tuple[str, ...], known: tuple[str, ...], words: str) -> bool:
    return found in numbers(words, known)


@once
def known_countries(day: Day) -> tuple[str, ...]:
    """The countries whose phone numbers are looked for without a country code."""
    return countries(day.graph)


@once
def _own_numbers(day: Day) -> frozenset[str]:
    return frozenset(
        reading
        for contact in contacts_of(day.graph)
        if contact.type is ContactType.PHONE
        for number in numbers(contact.value, known_countries(day))
        for reading in number
    )


@once
def _own_addresses(day: Day) -> frozenset[str]:
    return frozenset(contact.value.strip().lower() for contact in contacts_of(day.graph))


def _is_contact(piece: Piece) -> bool:
    return piece.path[0] == "contacts" and piece.path[-1] == "value"


def _emails(day: Day) -> Iterator[Match]:
    for piece in pieces(day).like(_SIGN):
        for found in re.finditer(_ADDRESS, piece.words, re.IGNORECASE):
            local = found["local"].lower()
            domain = re.sub(_DOT, ".", found["domain"].lower())
            if not _is_organisations(local, listed=f"{local}@{domain}" in _own_addresses(day)):
                said = partial(_holds, found[0])
                yield _match(day, piece, Personal.EMAIL, f"{local[0]}…@{domain}", said)


def _holds(found: str, words: str) -> bool:
    return found in words


def _is_organisations(local: str, *, listed: bool) -> bool:
    words = [word for word in re.split(r"[._+\d-]+", local) if word]
    if len(words) > 1 and words[0].capitalize() in GIVEN:
        return False
    return listed or any(re.fullmatch(_ORGANISATIONS_OWN, word) for word in words)


def is_desk(address: str) -> bool:
    """Is an e-mail address, by its words alone, that of a desk and no person's?

    >>> is_desk("info@example.org"), is_desk("kari.nordmann@example.org")
    (True, False)
    """
    local, sign, _ = address.partition("@")
    return bool(sign) and _is_organisations(local.strip().lower(), listed=False)


def _names(day: Day) -> Iterator[Match]:
    known = _known_names(day.graph)
    for piece in pieces(day).like(CAPITALS, may_be_name):
        if _may_name(piece):
            for name in names_in(piece.words, known):
                given, family = name.split(" ")
                said = partial(_names_hold, name, known)
                yield _match(day, piece, Personal.NAME, f"{given} {family[0]}…", said)


def _names_hold(name: str, known: set[str], words: str) -> bool:
    return name in names_in(words, known)


def _known_names(graph: ServiceGraph) -> set[str]:
    """The words of the names of places, organisations and vehicles."""
    texts = (
        *(one.name for one in graph.all(Municipality)),
        *(one.name for one in graph.all(Organisation)),
        *(one.name for one in graph.all(Branch)),
        *(one.name for one in graph.all(Vehicle)),
    )
    return {word for text in texts for name in text.values() for word in re.findall(r"\w+", name)}


def _may_name(piece: Piece) -> bool:
    match piece.element:
        case Source(type=type_) if type_ in _PUBLISHED:
            return piece.path != ("citation",)
        case Branch():
            return piece.path != ("street",)
        case Vehicle():
            return piece.path[0] != "name"
        case _:
            return True
