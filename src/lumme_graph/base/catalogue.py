"""Catalogues: the program's words in one language, shipped with it or kept in a model's folder.

The text of a catalogue may come from anybody, so nothing in it is trusted: what does not fit is
told as a `Flaw`, and the message counts as not translated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import Final, NamedTuple

from lumme_graph.base.po import Entry, entries
from lumme_graph.base.shown import CONTROL

SHIPPED: Final = ("fi", "sv")
"""The languages that the program has a catalogue of; English is in the code."""

TEMPLATE: Final = "fi"
"""The shipped catalogue that holds every message."""

CODE: Final = "en"
"""The language of the words in the code."""

LARGEST: Final = 2 * 1024 * 1024
"""The most letters of a catalogue; one of all our words has a tenth of it."""

MOST_FLAWS: Final = 50
"""So many flaws of one catalogue are told."""

_PLURALS: Final = re.compile(r"nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;]+);?\s*")
_COUNTS: Final = range(1000)
"""The numbers for which a plural rule must give one of its forms; rules repeat after a hundred."""

_NUMBER: Final = 1
"""So many fields a plural form may leave out: "two books" needs no digit."""

Key = tuple[str, str, str]
"""A message: its context, its English words, and those of its plural."""


_HEAD: Final = ("", "", "")


class Why(StrEnum):
    """What is wrong in a catalogue."""

    SIZE = "size"
    SYNTAX = "syntax"
    CHARSET = "charset"
    PLURAL_RULE = "plural-rule"
    FORMS = "forms"
    FIELDS = "fields"
    LINES = "lines"
    CONTROL = "control"
    TWICE = "twice"


class Flaw(NamedTuple):
    """Something wrong in a catalogue: the line, what, and the English of the message."""

    line: int
    why: Why
    english: str = ""


@dataclass(frozen=True, slots=True)
class Plurals:
    """How many plural forms a language has, and the rule that picks one for a number.

    `written` is the header that says so.
    """

    forms: int
    rule: Callable[[int], int]
    written: str = ""


ENGLISH: Final = Plurals(2, lambda n: int(n != 1))
"""The rule of a catalogue that has none."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations into one language, by context and English words, and what is wrong."""

    forms: Mapping[Key, tuple[str, ...]] = field(default_factory=dict[Key, tuple[str, ...]])
    plurals: Plurals = ENGLISH
    flaws: tuple[Flaw, ...] = ()

    def words(self, english: str, context: str = "") -> str | None:
        """The translation of a message without plural, if there is one."""
        found = self.forms.get((context, english, ""))
        return None if found is None else found[0]

    def counted(self, one: str, many: str, n: int) -> str | None:
        """The translation that goes with a number, if there is one."""
        found = self.forms.get(("", one, many), ())
        try:
            return found[self.plurals.rule(n)]
        except (ArithmeticError, LookupError):
            return None


@cache
def shipped(tag: str) -> Catalogue:
    """The catalogue of a language that comes with the program."""
    return catalogue_of(shipped_text(tag))


def shipped_text(tag: str) -> str:
    """The catalogue of a language that comes with the program, as its file stands."""
    from importlib.resources import files

    return files("lumme_graph").joinpath("locale", f"{tag}.po").read_text(encoding="utf-8")


def catalogue_of(text: str) -> Catalogue:
    """Read a catalogue; never raises for what is in the text."""
    if len(text) > LARGEST:
        return Catalogue(flaws=(Flaw(0, Why.SIZE),))
    unread: list[int] = []
    flaws: list[Flaw] = []
    forms: dict[Key, tuple[str, ...]] = {}
    plurals = ENGLISH
    for entry in entries(text.removeprefix("\ufeff"), unread):
        key, said = _key(entry), entry.forms
        if "msgid" not in entry.parts:
            unread.append(entry.line)
        elif key == _HEAD:
            plurals = _head(entry, flaws) or plurals
        elif said and all(map(str.strip, said.values())) and not entry.is_fuzzy:
            why = Why.TWICE if key in forms else _wrong(key, said, plurals)
            if why:
                flaws.append(Flaw(entry.line, why, entry.parts["msgid"]))
            else:
                forms[key] = tuple(said.values())
    flaws += (Flaw(line, Why.SYNTAX) for line in unread)
    return Catalogue(forms, plurals, tuple(sorted(flaws)[:MOST_FLAWS]))


def _key(entry: Entry) -> Key:
    parts = entry.parts
    return parts.get("msgctxt", ""), parts.get("msgid", ""), parts.get("msgid_plural", "")


def _wrong(key: Key, said: Mapping[str, str], plurals: Plurals) -> Why | None:
    """What is wrong with a message that is translated, if anything is."""
    _, one, many = key
    wanted = [f"msgstr[{i}]" for i in range(plurals.forms)] if many else ["msgstr"]
    if list(said) != wanted:
        return Why.FORMS
    if any(CONTROL.search(words) for words in said.values()):
        return Why.CONTROL
    if any(words.count("\n") != one.count("\n") for words in said.values()):
        return Why.LINES
    fields = [_fields(words) for words in said.values()]
    if not many:
        return None if fields == [_fields(one)] else Why.FIELDS
    known = _fields(one) | _fields(many)
    fit = all(form <= known and len(_fields(many) - form) <= _NUMBER for form in fields)
    return None if fit else Why.FIELDS


def _fields(pattern: str) -> frozenset[tuple[str, str, str]]:
    """The fields of a pattern with all that could be done to them; a broken one has an own field."""
    if "{" not in pattern and "}" not in pattern:
        return frozenset()
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return frozenset({(pattern, "", "broken")})
    return frozenset(
        (name, spec or "", conversion or "")
        for _, name, spec, conversion in parts
        if name is not None
    )


def _head(entry: Entry, flaws: list[Flaw]) -> Plurals | None:
    """The plural rule that the header gives, if it gives one that can be used."""
    lines = (line.partition(":") for line in "".join(entry.forms.values()).split("\n"))
    head = {name.strip().lower(): value.strip() for name, _, value in lines}
    charset = head.get("content-type", "").lower().partition("charset=")[2]
    if charset not in {"", "utf-8", "utf8", "ascii", "us-ascii"}:
        flaws.append(Flaw(entry.line, Why.CHARSET))
    if "plural-forms" not in head:
        return None
    plurals = plurals_of(head["plural-forms"])
    if plurals is None:
        flaws.append(Flaw(entry.line, Why.PLURAL_RULE))
    return plurals


def plurals_of(header: str) -> Plurals | None:
    """The forms and the rule that a header gives; None where they cannot be used.

    >>> found = plurals_of("nplurals=2; plural=n > 1;")
    >>> [found.rule(n) for n in (0, 1, 2)]
    [0, 0, 1]
    """
    from gettext import c2py

    found = _PLURALS.fullmatch(header)
    if found is None:
        return None
    try:
        plurals = Plurals(int(found[1]), c2py(found[2]), header)
        fits = all(0 <= plurals.rule(n) < plurals.forms for n in _COUNTS)
    except (ArithmeticError, ValueError):
        return None
    return plurals if fits else None
