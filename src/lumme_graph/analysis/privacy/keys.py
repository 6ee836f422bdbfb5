"""Whether what tells the cases of a log apart is about persons: names, addresses, numbers of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from lumme_graph.analysis.privacy.names import names_in
from lumme_graph.analysis.privacy.phones import numbers
from lumme_graph.base.label import Label, Message

_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_FINNISH: Final = re.compile(r"(\d{6})[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])")
_CHECKS: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_SWEDISH: Final = re.compile(r"(?:\d\d)?(\d{6})[-+](\d{4})")
_BRITISH: Final = re.compile(r"[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]")
_CARD: Final = re.compile(r"\d{13,19}")
_MOST: Final = 2
"""A number may look like a card's or a phone's by chance; more than one of so many keys do not."""

EMAIL: Final = Label("an e-mail address")
PERSONAL_ID: Final = Label("a personal identity number")
NAME: Final = Label("a person's name")
PHONE: Final = Label("phone numbers")
CARD: Final = Label("the numbers of cards")


def personal_in(
    keys: Sequence[str], countries: tuple[str, ...], *, are_words: bool = False
) -> Message | None:
    """What the keys of cases are, where they look as if they were about persons.

    A name is found in any spelling, such as `virtanen_maija`; in words, which may well hold one by
    chance, only as it is written.

    One address, name or identity number is enough; digits that could be a phone number or the number
    of a card must be so in half of the keys.

    >>> personal_in(["7", "131052-308T"], ("FI",))
    Label(english='a personal identity number', context='')
    """
    single: tuple[tuple[Callable[[str], bool], Message], ...] = (
        (_is_email, EMAIL),
        (_is_identity, PERSONAL_ID),
        (_names if are_words else _is_name, NAME),
    )
    for tells, what in single:
        if any(map(tells, keys)):
            return what
    if _mostly(lambda key: any(numbers(key, countries)), keys):
        return PHONE
    return CARD if _mostly(_is_card, keys) else None


def _mostly(tells: Callable[[str], bool], keys: Sequence[str]) -> bool:
    found = sum(map(tells, keys))
    return found * _MOST >= len(keys) and found > 0


def _is_email(key: str) -> bool:
    return _EMAIL.search(key) is not None


def _is_identity(key: str) -> bool:
    """A personal identity number of Finland or Sweden with its check, or of Britain in its form."""
    finnish, swedish = _FINNISH.fullmatch(key.upper()), _SWEDISH.fullmatch(key)
    return (
        (finnish is not None and _CHECKS[int(finnish[1] + finnish[2]) % len(_CHECKS)] == finnish[3])
        or (swedish is not None and _adds_up(swedish[1] + swedish[2]))
        or _BRITISH.fullmatch(key.upper()) is not None
    )


def _names(words: str) -> bool:
    return any(names_in(words))


def _is_name(key: str) -> bool:
    words = re.split(r"[\s._,+-]+", key)
    together = " ".join(word.capitalize() for word in words if word)
    turned = " ".join(word.capitalize() for word in reversed(words) if word)
    return any(map(_names, (key, together, turned)))


def _is_card(key: str) -> bool:
    digits = re.sub(r"[ -]", "", key)
    return _CARD.fullmatch(digits) is not None and _adds_up(digits)


def _adds_up(digits: str) -> bool:
    """Does the last digit check the others, as on cards?"""
    doubled = (int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(digits)))
    return sum(sum(divmod(value, 10)) for value in doubled) % 10 == 0
