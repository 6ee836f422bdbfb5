"""Numbers and money as people of a language write them, by the CLDR.

Babel is heavy and not needed to check a model, so it is loaded when something is first shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from lumme_graph.base.countries import COUNTRIES

if TYPE_CHECKING:
    from babel import Locale

_BRITISH = "en-GB"
_NO_SPACE = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""Between a currency in letters and its number, where the CLDR wants a space and Babel has none."""


def money(amount: Decimal, currency: str, lang: str, country: str = "") -> str:
    """A sum of money; without a currency, the number alone.

    >>> money(Decimal("1250"), "GBP", "en"), money(Decimal("1250"), "GBP", "cy")
    ('£1,250.00', '£1,250.00')
    """
    from babel.numbers import format_currency, format_decimal

    locale = _locale(lang, country)
    if not currency:
        return format_decimal(amount, locale=locale)
    return _NO_SPACE.sub("\N{NO-BREAK SPACE}", format_currency(amount, currency, locale=locale))


def percentage(tenths: int, lang: str, country: str = "") -> str:
    """A share in tenths of a percent.

    >>> percentage(473, "en"), percentage(1000, "en")
    ('47.3%', '100%')
    """
    from babel.numbers import format_percent

    share = Decimal(tenths) / 1000
    return format_percent(share, locale=_locale(lang, country), decimal_quantization=False)


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


def _locale(lang: str, country: str = "") -> Locale:
    """The nearest locale: of language and country, of the language, else British English."""
    from babel import Locale, UnknownLocaleError

    for tag in _tags(lang, country):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel has British English")


def _tags(lang: str, country: str) -> Iterator[str]:
    """The tags to try; English without a country of its own is British."""
    if country and "-" not in lang and lang != "en":
        yield f"{lang}-{country}"
    while lang and lang != "en":
        yield lang
        lang = lang.rpartition("-")[0]
    yield _BRITISH
