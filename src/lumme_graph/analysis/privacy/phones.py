"""Phone numbers in a text: those of the countries of the model, and of any in the form `+…`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_BETWEEN = r"[ ()./\u2010-\u2015-]"
MAYBE = re.compile(rf"[+(\d]{_BETWEEN}?\d(?:{_BETWEEN}{{0,3}}\d){{5}}")
"""Found fast, and in every text that may hold a phone number."""

_RUN = rf"(?<![\w/])[+(]?\d(?:{_BETWEEN}{{0,3}}\d){{6,24}}(?!\w)"
"""A run of digits as numbers are written; it may hold more than the phone number in it."""

_CALLS = r"(?:https?://)?(?:www\.)?wa\.me/\+?(?=\d)|(?:https?://)?(?:www\.|api\.)?whatsapp\.com/send/?\?phone=\+?(?=\d)"
"""What a link to a chat begins with; the number after it has its country code."""

_MONEY = r"(?:EUR|GBP|CHF|NOK|SEK|DKK|USD|kr\b|euro\w*|pounds?|francs?|[€£$%])"
_NO_NUMBER = (
    r"https?://\S+|\b[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){1,6}/\S+"
    r"|\b[A-Z]{2}\d{2}(?:\s?[\dA-Z]{4}){3,7}(?:\s?[\dA-Z]{1,3})?\b"  # a bank account
    r"|\b0037\d{8,13}\b"  # an address for electronic invoices
    r"|\b\d{1,6}/(?:19|20)\d\d(?:\s?[\u2010-\u2015-]\s?(?:19|20)?\d\d)?\b(?![ -]?\d)"  # a record
    r"|\b(?:19|20)\d\d\s?[\u2010-\u2015-]\s?(?:(?:19|20)\d\d\b|\d\d\b(?!-))"  # years
    r"|\b(?:19|20)\d\d-\d\d(?:-\d\d)?\b"
    r"|\b\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4}\b)?"
    r"|\b\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})\b(?![ /.-]?\d)"
    r"|\b\d{1,2}[.:]\d{2}\s?[\u2010-\u2015-]\s?\d{1,2}[.:]\d{2}\b"  # hours
    r"|\b\d{7}-\d\b"  # a business id
    r"|\bIS[BS]N[-:\s\d]{0,30}[\dX]|\b97[89](?:[ -]?\d){9}[ -]?[\dX]\b"
    rf"|{_MONEY}\s?\d[\d ]{{0,30}}(?:[.,]\d+)?|\b[1-9]\d{{0,2}}(?: \d{{3}}){{1,6}}(?:[.,]\d+)?\s?{_MONEY}"
    r"|(?<![\d.])-?\d{1,3}\.\d{4,}\b"  # degrees
)
"""Addresses, accounts, days, hours, sums: never a phone number, though they look so."""


_NOBODYS = "nobody's"


def numbers(words: str, countries: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The phone numbers in a text, each as what it may be in the international form.

    Without a country code a number may be one of several countries. Numbers that are free of charge
    and paid services are nobody's and left out.

    >>> list(numbers("Ring 01970 612345 9 to 5, or +358 41 234 5678", ["GB"]))
    [('+441970612345',), ('+358412345678',)]
    """
    told = re.sub(_NO_NUMBER, "·", re.sub(_CALLS, " +", words))
    for run in re.finditer(_RUN, told):
        yield from _in_run(run[0], tuple(countries))


def _in_run(run: str, countries: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The numbers in a run of digits: from each place on, the longest that is one."""
    starts = [0, *(place.end() for place in re.finditer(rf"\d{_BETWEEN}+(?=[\d(+])", run))]
    ends = [place.end() for place in re.finditer(r"\d(?!\d)", run)]
    done = 0
    for start in starts:
        for end in reversed(ends):
            if start >= done and end > start and (found := _readings(run[start:end], countries)):
                done = end
                if _NOBODYS not in found:
                    yield found


@lru_cache(maxsize=4096)
def _readings(words: str, countries: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers that words may be, the whole of them, by country."""
    import phonenumbers as pn

    nobodys = {
        pn.PhoneNumberType.TOLL_FREE,
        pn.PhoneNumberType.PREMIUM_RATE,
        pn.PhoneNumberType.SHARED_COST,
    }
    written = re.sub(r"^\W*358", "+358", words) if "FI" in countries else words
    matches = (
        match
        for country in countries or (None,)
        for match in pn.PhoneNumberMatcher(written, country)
        if match.raw_string.strip() == written.strip()
    )
    return tuple(
        dict.fromkeys(
            _NOBODYS
            if pn.number_type(match.number) in nobodys
            else pn.format_number(match.number, pn.PhoneNumberFormat.E164)
            for match in matches
        )
    )
