"""LG8xx: is there anything about a person? A model knows roles only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from lumme_graph.base.label import Label
from lumme_graph.checks.names import CAPITALS, GIVEN, may_be_name, names_in
from lumme_graph.checks.phones import MAYBE, numbers
from lumme_graph.checks.registry import Hit, check, pieces
from lumme_graph.checks.texts import Piece, line_saying
from lumme_graph.elements.evidence import Source, SourceType
from lumme_graph.elements.parts import ContactType
from lumme_graph.elements.who import Branch, Municipality, Organisation, Vehicle
from lumme_graph.graph.countries import contacts_of, countries
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph

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


def _hit(day: Day, piece: Piece, said_in: Callable[[str], bool], /, **params: object) -> Hit:
    """One thing found in a piece; in prose at the line by whose end it is said."""
    if piece.element is None or piece.path[0] != "body":
        return Hit(piece.element, *piece.path, **params)
    place = day.graph.place(piece.element, *piece.path)
    line = line_saying(piece.written, said_in)
    return Hit.at(replace(place, line=line, column=1), piece.element, **params)


@check(
    "LG801",
    Label("the phone number {number} is no organisation's own"),
    Label("remove it; an organisation's own number belongs in its contacts"),
)
def personal_phone(day: Day) -> Iterator[Hit]:
    """A text holds a phone number that is not among the contacts of an organisation or branch.

    ## Why it matters
    It may be a person's, and whatever a model says is published in many forms.

    ## Mend it
    Remove it. If it is an organisation's own, write it in its `contacts` (`type: phone`); then
    texts may give it too. Free and paid service numbers are nobody's and are left alone.
    Numbers are looked for as a reader reads them, without Markdown: those of the countries that
    `country` of `model.yaml` names, however they are spaced, and those of any country with its code,
    also after `tel:` and in links to a chat. Without `country`, it is read from the ISIL codes of the
    libraries, else from their own numbers; where that tells nothing, only numbers with a country
    code are found.
    """
    own: set[str] | None = None
    known: tuple[str, ...] | None = None
    for piece in pieces(day).like(MAYBE):
        if _is_contact(piece):
            continue
        if known is None:
            known = countries(day.graph)
        for found in numbers(piece.words, known):
            if own is None:
                own = _own_numbers(day.graph, known)
            if own.isdisjoint(found):
                said = partial(_numbers_hold, found, known)
                yield _hit(day, piece, said, number=f"{found[0][:-7]}…")


def _numbers_hold(found: tuple[str, ...], known: tuple[str, ...], words: str) -> bool:
    return found in numbers(words, known)


def _own_numbers(graph: ServiceGraph, known: tuple[str, ...]) -> set[str]:
    return {
        reading
        for contact in contacts_of(graph)
        if contact.type is ContactType.PHONE
        for number in numbers(contact.value, known)
        for reading in number
    }


def _is_contact(piece: Piece) -> bool:
    return piece.path[0] == "contacts" and piece.path[-1] == "value"


@check(
    "LG802",
    Label("the e-mail address {address} may be a person's"),
    Label("remove it; an organisation's own address belongs in its contacts"),
)
def personal_email(day: Day) -> Iterator[Hit]:
    """A text holds an e-mail address that is not an organisation's own.

    ## Why it matters
    It names a person, and whatever a model says is published in many forms.

    ## Mend it
    Remove it. An address of a desk (kirjasto@, info@…) is fine, and so is one in the `contacts` of
    an organisation or branch, unless it begins with a given name. An address that is hidden, such
    as name(at)example.org or name [at] example [dot] org, is read as it is meant.
    """
    own: set[str] | None = None
    for piece in pieces(day).like(_SIGN):
        for found in re.finditer(_ADDRESS, piece.words, re.IGNORECASE):
            local = found["local"].lower()
            domain = re.sub(_DOT, ".", found["domain"].lower())
            if own is None:
                own = {contact.value.strip().lower() for contact in contacts_of(day.graph)}
            if not _is_organisations(local, listed=f"{local}@{domain}" in own):
                said = partial(_holds, found[0])
                yield _hit(day, piece, said, address=f"{local[0]}…@{domain}")


def _holds(found: str, words: str) -> bool:
    return found in words


def _is_organisations(local: str, *, listed: bool) -> bool:
    words = [word for word in re.split(r"[._+\d-]+", local) if word]
    if len(words) > 1 and words[0].capitalize() in GIVEN:
        return False
    return listed or any(re.fullmatch(_ORGANISATIONS_OWN, word) for word in words)


@check(
    "LG803",
    Label("“{name}” looks like a person's name"),
    Label("write the role instead of the name, or accept it: suppress, code {code} and a reason"),
)
def looks_like_a_name(day: Day) -> Iterator[Hit]:
    """A text holds what looks like a person's name: a common given name and a capitalised word.

    ## Why it matters
    A model knows roles only; authors stand in the citation of a published work and nowhere else.

    ## Mend it
    Write the role. If it is the name of a place or a thing, accept it with `suppress` and a reason.
    Streets, vehicles and the citations of books, reports and articles are left alone.
    Looked for are given names that are common in Finnish, Swedish, English, Welsh, German and
    French, in capitals too, before a capitalised word. Not looked for are names of other languages
    and scripts, surnames alone (but words in -nen after a capitalised word), and given names alone.
    """
    known = _known_names(day.graph)
    for piece in pieces(day).like(CAPITALS, may_be_name):
        if _may_name(piece):
            for name in names_in(piece.words, known):
                given, family = name.split(" ")
                said = partial(_names_hold, name, known)
                yield _hit(day, piece, said, name=f"{given} {family[0]}…", code="LG803")


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


CHECKS = (personal_phone, personal_email, looks_like_a_name)
