"""Numbers, days, money, lists and names of languages as people of a language write them (CLDR).

Babel is heavy and not needed to check a model, so it is loaded when something is first shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal, localcontext
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, Literal, cast

from lumme_graph.base.countries import COUNTRIES
from lumme_graph.base.tags import tidy

if TYPE_CHECKING:
    from babel import Locale

_BRITISH = "en-GB"
_NO_SPACE = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""Between a currency in letters and its number, where the CLDR wants a space and Babel has none."""
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,6})?", re.ASCII)
_SPAN: Final = re.compile(
    rf"(?P<first>{_NUMBER.pattern})(?:[–-](?P<last>{_NUMBER.pattern}))?", re.ASCII
)
SMALL: Final = range(1000)
"""Whole numbers that every language writes alike."""
_LONGEST: Final = 100
"""A number with more digits is shown as it is written."""
_PRECISION: Final = 2 * _LONGEST
"""Digits enough for these and their decimals."""
_TIMES: Final = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_MAY: Final = date(2026, 5, 1)
_NAMELESS_MAY: Final = "M05"
"""What the CLDR has for a month's name where it has none."""
_DOTTED: Final = frozenset({"az", "tr"})
"""The languages in which the capital of i has its dot."""


def day(when: date, lang: str, country: str = "") -> str:
    """A day in words.

    >>> day(date(2026, 8, 22), "en"), day(date(2026, 8, 22), "fi")
    ('22 August 2026', '22. elokuuta 2026')
    """
    from babel.dates import format_date

    return format_date(when, "long", locale=_locale(lang, country))


def short_day(when: date, lang: str, country: str = "") -> str:
    """A day in digits, its year whole.

    >>> short_day(date(2026, 8, 22), "en"), short_day(date(2026, 8, 22), "sv")
    ('22/08/2026', '2026-08-22')
    """
    from babel.dates import format_skeleton

    return format_skeleton("yMd", when, locale=_locale(lang, country))


def month(when: date, lang: str, country: str = "") -> str:
    """The month of a day, with its year.

    >>> month(date(2026, 8, 22), "fi")
    'elokuu 2026'
    """
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", when, locale=_locale(lang, country))


def number(value: Decimal | int, lang: str, country: str = "") -> str:
    """A number with all its decimals, those of a decimal number as they are written: 0.30 stays 0.30.

    One that nobody would write out, such as 1E+400, stays as it is.

    >>> number(12345, "en"), number(Decimal("0.25"), "de"), number(Decimal("0.30"), "fi")
    ('12,345', '0,25', '0,30')
    """
    if (isinstance(value, int) and value in SMALL) or _is_too_long(value):
        return str(value)
    from babel.numbers import parse_pattern

    locale = _locale(lang, country)
    pattern = parse_pattern(locale.decimal_formats[None].pattern)
    exponent = Decimal(value).as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern.frac_prec = (decimals, decimals)
    with localcontext(prec=_PRECISION):
        shown: str = pattern.apply(value, locale)
    return shown


def _is_too_long(value: Decimal | int) -> bool:
    """Is it a number that nobody would write out?"""
    _, digits, exponent = Decimal(value).as_tuple()
    return not isinstance(exponent, int) or len(digits) + abs(exponent) > _LONGEST


def money(amount: Decimal, currency: str, lang: str, country: str = "") -> str:
    """A sum of money; without a currency, the number alone.

    >>> money(Decimal("1250"), "GBP", "en"), money(Decimal("1250"), "GBP", "cy")
    ('£1,250.00', '£1,250.00')
    """
    if _is_too_long(amount):
        return f"{amount} {currency}".rstrip()
    from babel.numbers import format_currency, format_decimal

    locale = _locale(lang, country)
    with localcontext(prec=_PRECISION):
        if not currency:
            return format_decimal(amount, locale=locale)
        shown = format_currency(amount, currency, locale=locale)
    return _NO_SPACE.sub("\N{NO-BREAK SPACE}", shown)


def measure(value: str, unit: str, lang: str, country: str = "") -> str:
    """A value with its unit: time in words, money in its form, all else as it is written.

    A whole sum of money has no decimals; a span of it is said once with its currency.

    >>> measure("21", "day", "en"), measure("21", "day", "fi"), measure("5", "loan", "fi")
    ('21 days', '21 päivää', '5 loan')
    >>> measure("14–20", "EUR", "en"), measure("0.30", "EUR", "en")
    ('€14–20', '€0.30')
    """
    from babel.units import format_unit

    locale = _locale(lang, country)
    if unit in locale.currencies and (span := _SPAN.fullmatch(value)):
        first, last = span["first"], span["last"]
        words = _priced(Decimal(last or first), unit, locale)
        if last:
            least, most = (number(Decimal(end), lang, country) for end in (first, last))
            words = words.replace(most, f"{least}–{most}", 1)
        return words
    if unit in _TIMES and _NUMBER.fullmatch(value):
        words = format_unit(Decimal(value), key := f"duration-{unit}", locale=locale)
        return words if key not in words else f"{value} {unit}"
    return f"{value} {unit}"


def _priced(amount: Decimal, currency: str, locale: Locale) -> str:
    """A sum of money: whole without decimals, else with two or as many as are written."""
    from babel.numbers import parse_pattern

    pattern = parse_pattern(locale.currency_formats["standard"].pattern)
    exponent = amount.as_tuple().exponent
    decimals = max(2, -exponent) if isinstance(exponent, int) and exponent else 0
    pattern.frac_prec = (decimals, decimals)
    words: str = pattern.apply(amount, locale, currency=currency, currency_digits=False)
    return _NO_SPACE.sub("\N{NO-BREAK SPACE}", words)


def percentage(tenths: int, lang: str, country: str = "") -> str:
    """A share in tenths of a percent.

    >>> percentage(473, "en"), percentage(1000, "en")
    ('47.3%', '100%')
    """
    from babel.numbers import format_percent

    share = Decimal(tenths) / 1000
    return format_percent(share, locale=_locale(lang, country), decimal_quantization=False)


def listed(parts: Sequence[str], lang: str, country: str = "", *, is_choice: bool = False) -> str:
    """Several words as a list that ends in "and", or in "or" where one is to be chosen.

    >>> listed(["A", "B", "C"], "fi"), listed(["A", "B"], "fi", is_choice=True)
    ('A, B ja C', 'A tai B')
    """
    from babel.lists import format_list

    locale = _locale(lang, country)
    return format_list(parts, style="or" if is_choice else "standard", locale=locale)


@cache
def language_name(tag: str, lang: str) -> str:
    """What a language is called; the tag itself where the CLDR has no name for it.

    >>> language_name("fi", "sv"), language_name("rmf", "en")
    ('finska', 'rmf')
    """
    names = cast("Mapping[str, str]", _locale(lang).languages)
    found = (names.get(shorter.replace("-", "_")) for shorter in _shorter(tidy(tag)))
    return next((name for name in found if name), tag)


def capital(words: str, lang: str) -> str:
    """The words with a capital at their beginning.

    >>> capital("suomi", "fi"), capital("istanbul", "tr"), capital("ijsland", "nl")
    ('Suomi', 'İstanbul', 'IJsland')
    """
    base = lang.lower().partition("-")[0]
    if base in _DOTTED and words[:1] == "i":
        return f"İ{words[1:]}"
    if base == "nl" and words[:2] == "ij":
        return f"IJ{words[2:]}"
    return words[:1].title() + words[1:]


def direction(lang: str) -> Literal["ltr", "rtl"]:
    """Which way a language is written; from left to right where the CLDR does not know it.

    >>> direction("ar"), direction("cy"), direction("rmf")
    ('rtl', 'ltr', 'ltr')
    """
    known = next(filter(None, map(_parsed, _shorter(lang))), None)
    return "rtl" if known and known.text_direction == "rtl" else "ltr"


def regional(lang: str, country: str = "") -> str:
    """The tag of a language with its country, as office programs name languages.

    >>> regional("fi", "FI"), regional("en"), regional("cy", "GB"), regional("rmf", "FI")
    ('fi-FI', 'en-GB', 'cy-GB', 'rmf')
    """
    return str(_locale(lang, country)).replace("_", "-") if has_forms(lang) else tidy(lang)


@cache
def has_forms(lang: str) -> bool:
    """Does the CLDR know how a language writes days? Of some it knows little but their names.

    >>> [has_forms(tag) for tag in ("se", "de-x-foo", "sms", "rmf")]
    [True, True, False, False]
    """
    from babel.dates import format_date

    known = next(filter(None, map(_parsed, _shorter(lang))), None)
    return known is not None and format_date(_MAY, "MMMM", locale=known) != _NAMELESS_MAY


def currency_of(country: str, day: date) -> str:
    """The currency that is legal tender in a country on a day; empty where the CLDR has none.

    >>> currency_of("GB", date(2026, 1, 1)), currency_of("FI", date(1999, 12, 31))
    ('GBP', 'EUR')
    """
    from babel.numbers import get_territory_currencies

    found = get_territory_currencies(country, day, day)
    return found[-1] if found else ""


def countries_by_name() -> dict[str, str]:
    """The codes of countries by what they are called in small letters, in some languages."""
    return {
        _locale(lang).territories[code].casefold(): code
        for lang in ("fr", "de", "cy", "sv", "fi", "en")
        for code in sorted(COUNTRIES)
    }


@lru_cache(maxsize=64)
def _locale(lang: str, country: str = "") -> Locale:
    """The nearest locale: of language and country, of the language, else British English."""
    found: Iterable[Locale | None] = map(_parsed, _tags(lang, country))
    return next(locale for locale in found if locale)


@cache
def _parsed(tag: str) -> Locale | None:
    """The locale of a tag, with names of months that it shares with no other.

    English without a country of its own is British.

    Babel lets locales share them and changes them in place: the month of a language that has one
    list of names would depend on which languages were shown before it.
    """
    from babel import Locale, UnknownLocaleError
    from babel.localedata import load

    try:
        locale = Locale.parse(_BRITISH if tag == "en" else tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    data = load(str(locale))
    data["months"] = deepcopy(data["months"])
    return locale


def _tags(lang: str, country: str) -> Iterator[str]:
    """The tags to try, English in the end."""
    if country and "-" not in lang and lang != "en":
        yield f"{lang}-{country}"
    yield from _shorter(lang)
    yield "en"


def _shorter(tag: str) -> Iterator[str]:
    """A tag, and what is left of it when its last parts go one by one."""
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]
