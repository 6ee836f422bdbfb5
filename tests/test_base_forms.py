"""Days, numbers, money and lists in six languages: the values are those of the CLDR's charts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from lumme_graph.base import forms

DAY = date(2026, 8, 22)
TABLE: dict[str, tuple[Callable[[str, str], str], dict[str, str]]] = {
    "day": (
        lambda lang, country: forms.day(DAY, lang, country),
        {
            "en": "22 August 2026",
            "fi": "22. elokuuta 2026",
            "sv": "22 augusti 2026",
            "cy": "22 Awst 2026",
            "de": "22. August 2026",
            "se": "22 borgemánnu 2026",
        },
    ),
    "short": (
        lambda lang, country: forms.short_day(DAY, lang, country),
        {
            "en": "22/08/2026",
            "fi": "22.8.2026",
            "sv": "2026-08-22",
            "cy": "22/8/2026",
            "de": "22.8.2026",
            "se": "22.08.2026",
        },
    ),
    "month": (
        lambda lang, country: forms.month(DAY, lang, country),
        {
            "en": "August 2026",
            "fi": "elokuu 2026",
            "sv": "augusti 2026",
            "cy": "Awst 2026",
            "de": "August 2026",
            "se": "borgemánnu 2026",
        },
    ),
    "share": (
        lambda lang, country: forms.percentage(473, lang, country),
        {
            "en": "47.3%",
            "fi": "47,3_%",
            "sv": "47,3_%",
            "cy": "47.3%",
            "de": "47,3_%",
            "se": "47,3_%",
        },
    ),
    "number": (
        lambda lang, country: forms.number(Decimal("12345.5"), lang, country),
        {
            "en": "12,345.5",
            "fi": "12_345,5",
            "sv": "12_345,5",
            "cy": "12,345.5",
            "de": "12.345,5",
            "se": "12_345,5",
        },
    ),
    "money": (
        lambda lang, country: forms.money(Decimal(1250), "EUR", lang, country),
        {
            "en": "€1,250.00",
            "fi": "1_250,00_€",
            "sv": "1_250,00_€",
            "cy": "€1,250.00",
            "de": "1.250,00_€",
            "se": "1_250,00_€",
        },
    ),
    "list": (
        lambda lang, country: forms.listed(["A", "B", "C"], lang, country),
        {
            "en": "A, B and C",
            "fi": "A, B ja C",
            "sv": "A, B och C",
            "cy": "A, B, a(c) C",
            "de": "A, B und C",
            "se": "A, B ja C",
        },
    ),
    "language": (
        lambda lang, _: forms.language_name("fi", lang),
        {
            "en": "Finnish",
            "fi": "suomi",
            "sv": "finska",
            "cy": "Ffinneg",
            "de": "Finnisch",
            "se": "suomagiella",
        },
    ),
}
"""A no-break space is written `_`."""
COUNTRY = {"en": "FI", "fi": "FI", "sv": "FI", "cy": "GB", "de": "DE", "se": "FI"}
ROWS = [(form, lang) for form, (_, said) in TABLE.items() for lang in said]


@pytest.mark.parametrize(("form", "lang"), ROWS)
def test_a_form_in_a_language_of_a_country(form: str, lang: str) -> None:
    make, said = TABLE[form]
    assert make(lang, COUNTRY[lang]) == said[lang].replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(("form", "lang"), [row for row in ROWS if row[1] != "se"])
def test_a_form_in_a_language_without_a_country(form: str, lang: str) -> None:
    make, said = TABLE[form]
    assert make(lang, "") == said[lang].replace("_", "\N{NO-BREAK SPACE}")


def test_northern_sami_needs_its_country() -> None:
    assert forms.day(DAY, "se", "FI") == "22 borgemánnu 2026"
    assert forms.day(DAY, "se") == "2026 borgemánnu 22"


@pytest.mark.parametrize(
    ("lang", "country", "said"),
    [
        ("en", "FI", "47.3%"),
        ("en-FI", "", "47,3\N{NO-BREAK SPACE}%"),
        ("EN-gb", "FI", "47.3%"),
        ("cy", "FI", "47.3%"),
        ("de-x-foo", "", "47,3\N{NO-BREAK SPACE}%"),
        ("sr-Latn-RS", "", "47,3%"),
        ("rmf", "FI", "47.3%"),
        ("not a tag", "", "47.3%"),
    ],
)
def test_the_nearest_locale(lang: str, country: str, said: str) -> None:
    assert forms.percentage(473, lang, country) == said


@pytest.mark.parametrize(
    ("lang", "known"),
    [
        ("fi", True),
        ("de-x-foo", True),
        ("rmf", False),
        ("", False),
        ("sms", False),
        ("ja", True),
        ("zh-Hant", True),
    ],
)
def test_whether_the_forms_of_a_language_are_known(lang: str, known: bool) -> None:
    assert forms.has_forms(lang) is known


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1,000"),
        (-5, "-5"),
        (Decimal("0.125"), "0.125"),
        (Decimal("1234567.25"), "1,234,567.25"),
        (10**30, "1" + ",000" * 10),
        (Decimal("1" + "0" * 29 + "." + "0" * 29 + "1"), "100" + ",000" * 9 + "." + "0" * 29 + "1"),
        (Decimal("1E+400"), "1E+400"),
        (Decimal("1E-400"), "1E-400"),
    ],
)
def test_a_number_keeps_all_its_digits(value: Decimal | int, said: str) -> None:
    assert forms.number(value, "en") == said


def test_a_sum_of_any_size_is_shown() -> None:
    assert forms.money(Decimal(10) ** 30, "EUR", "en-GB") == "€1" + ",000" * 10 + ".00"
    assert forms.money(Decimal("1E+400"), "EUR", "en") == "1E+400 EUR"
    assert forms.money(Decimal("1E+400"), "", "en") == "1E+400"


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "A or B"), ("fi", "A tai B"), ("sv", "A eller B"), ("cy", "A neu B")]
)
def test_a_list_to_choose_from(lang: str, said: str) -> None:
    assert forms.listed(["A", "B"], lang, is_choice=True) == said


def test_a_list_of_one_and_of_none() -> None:
    assert forms.listed(["A"], "fi") == "A"
    assert forms.listed([], "fi") == ""


@pytest.mark.parametrize(
    ("tag", "lang", "said"),
    [
        ("en-GB", "en", "British English"),
        ("ZH-hant", "en", "Traditional Chinese"),
        ("fi-FI", "sv", "finska"),
        ("rmf", "fi", "rmf"),
        ("sms", "fi", "koltansaame"),
    ],
)
def test_the_name_of_a_language(tag: str, lang: str, said: str) -> None:
    assert forms.language_name(tag, lang) == said


@pytest.mark.parametrize(
    ("words", "lang", "said"),
    [
        ("suomi", "fi", "Suomi"),
        ("ääni", "fi", "Ääni"),
        ("istanbul", "tr", "İstanbul"),
        ("istanbul", "en", "Istanbul"),
        ("ijsland", "nl", "IJsland"),
        ("ijsland", "nl-BE", "IJsland"),
        ("ქართული", "ka", "ქართული"),
        ("ǆep", "hr", "ǅep"),
        ("", "fi", ""),
        ("日本", "ja", "日本"),
        ("eLoan", "en", "ELoan"),
    ],
)
def test_a_capital(words: str, lang: str, said: str) -> None:
    assert forms.capital(words, lang) == said


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fi", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("ckb", "rtl"),
        ("az-Arab", "rtl"),
        ("az", "ltr"),
        ("sms", "ltr"),
    ],
)
def test_a_direction(lang: str, said: str) -> None:
    assert forms.direction(lang) == said


def test_babel_is_loaded_only_when_a_form_needs_it() -> None:
    code = (
        "import sys; from lumme_graph.base import forms, speaker, label\n"
        "assert speaker.Speaker('fi')(label.Label('{n} x').fill(n=12)).words == '12 x'\n"
        "print('babel' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout == "False\n", done.stderr


def test_a_month_does_not_depend_on_the_languages_shown_before() -> None:
    assert [forms.month(DAY, tag) for tag in ("ja", "bs", "kea", "ab", "bs")] == [
        "2026年8月",
        "august 2026.",
        "Agostu di 2026",
        "Нанҳəа 2026 ш.",
        "august 2026.",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "lang", "said"),
    [
        ("21", "day", "en", "21 days"),
        ("1", "day", "en", "1 day"),
        ("21", "day", "fi", "21 päivää"),
        ("28.01", "day", "fi", "28,01 päivää"),
        ("21", "week", "sv", "21 veckor"),
        ("0.5", "GBP", "en", "£0.50"),
        ("0.505", "EUR", "en", "€0.505"),
        ("2", "d", "en", "2 d"),
        ("5", "loan", "en", "5 loan"),
        ("14–20", "day", "en", "14–20 day"),
        # The CLDR has no day for this number in Welsh: as it is written.
        ("21", "day", "cy", "21 day"),
    ],
)
def test_a_value_with_its_unit(value: str, unit: str, lang: str, said: str) -> None:
    assert forms.measure(value, unit, lang) == said
