"""Who says what in which language, and what stands in: worked out by hand from small catalogues."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lumme_graph.base.amounts import Money, Share
from lumme_graph.base.catalogue import Catalogue, catalogue_of
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.finding import Place
from lumme_graph.base.label import Counted, Joined, Label, Plain
from lumme_graph.base.speaker import DayForm, Said, Sayable, Speaker
from lumme_graph.base.text import Text

BY = Label("by {day}")
"""A label that is in the shipped catalogues."""
LOAN = Label("Loan")
STEPS = Counted("{n} step", "{n} steps")
NAME = Label("the path {name}")


def book(rule: str, *messages: str) -> Catalogue:
    made = catalogue_of(
        "\n\n".join((f'msgid ""\nmsgstr "Plural-Forms: {rule};\\n"', *messages)) + "\n"
    )
    assert made.flaws == ()
    return made


CY = book(
    "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5",
    'msgid "Loan"\nmsgstr "Benthyciad"',
    'msgctxt "verb"\nmsgid "Loan"\nmsgstr "Benthyg"',
    'msgid "the path {name}"\nmsgstr "y llwybr {name}"',
    'msgid "{n} step"\nmsgid_plural "{n} steps"\nmsgstr[0] "{n} cam"\nmsgstr[1] "{n} cam"\n'
    'msgstr[2] "{n} gam"\nmsgstr[3] "{n} cham"\nmsgstr[4] "{n} cham"\nmsgstr[5] "{n} cam"',
)
SE = book(
    "nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2",
    'msgid "{n} step"\nmsgid_plural "{n} steps"\n'
    'msgstr[0] "okta lávki"\nmsgstr[1] "guokte lávkki"\nmsgstr[2] "{n} lávkki"',
)
FI = book("nplurals=2; plural=(n != 1)", 'msgid "Loan"\nmsgstr "Laina"')


def speaker(lang: str, languages: tuple[str, ...] = (), country: str = "") -> Speaker:
    return Speaker(lang, languages, {"cy": CY, "se": SE, "fi": FI}, country)


def test_a_label_from_the_models_catalogue_then_the_shipped_one() -> None:
    assert speaker("fi")(LOAN) == Said("Laina", "fi")
    assert speaker("fi")(BY, day="x") == Said("viimeistään x", "fi")
    assert Speaker("fi")(LOAN) == Said("Loan", "en", fallback=True)
    assert speaker("cy")(Label("Loan", "verb")) == Said("Benthyg", "cy")


@pytest.mark.parametrize(
    ("lang", "languages", "said"),
    [
        ("en", ("fi",), Said("Loan", "en")),
        ("en-GB", ("fi",), Said("Loan", "en")),
        ("EN", (), Said("Loan", "en")),
        ("se", ("fi", "se"), Said("Laina", "fi", fallback=True)),
        ("se", (), Said("Loan", "en", fallback=True)),
        ("se", ("en", "fi"), Said("Loan", "en", fallback=True)),
        ("fi-FI", (), Said("Laina", "fi")),
        ("cy", ("en", "cy"), Said("Benthyciad", "cy")),
    ],
)
def test_the_chain_of_a_label(lang: str, languages: tuple[str, ...], said: Said) -> None:
    assert speaker(lang, languages)(LOAN) == said


def test_a_models_own_english_comes_before_the_code() -> None:
    british = book("nplurals=2; plural=n!=1", 'msgid "Loan"\nmsgstr "Borrowing"')
    assert Speaker("en", (), {"en-GB": british})(LOAN) == Said("Borrowing", "en-GB")
    assert Speaker("en-GB", (), {"en-GB": british})(Label("Card")) == Said("Card", "en")


def test_of_two_catalogues_of_a_language_the_nearest_is_asked_first() -> None:
    wide = book("nplurals=2; plural=n!=1", 'msgid "a"\nmsgstr "1"', 'msgid "b"\nmsgstr "2"')
    near = book("nplurals=2; plural=n!=1", 'msgid "a"\nmsgstr "3"')
    speak = Speaker("de-AT", (), {"de": wide, "de-AT": near})
    assert [speak(Label(words)) for words in "ab"] == [Said("3", "de-AT"), Said("2", "de")]


@pytest.mark.parametrize(
    ("lang", "languages", "text", "said"),
    [
        ("sv", ("fi", "en"), Text(en="Desk", fi="Tiski"), Said("Tiski", "fi", fallback=True)),
        ("sv", (), Text(en="Desk", fi="Tiski"), Said("Desk", "en", fallback=True)),
        ("sv", (), Text(nl="Balie", de="Theke"), Said("Theke", "de", fallback=True)),
        ("en", (), Text({"en-GB": "Desk", "fi": "Tiski"}), Said("Desk", "en-GB")),
        ("en-GB", ("fi",), Text(en="Desk", fi="Tiski"), Said("Desk", "en")),
        ("EN-gb", (), Text({"en-GB": "Desk"}), Said("Desk", "en-GB")),
        ("en-US", ("fi",), Text({"en-GB": "Desk", "fi": "Tiski"}), Said("Tiski", "fi", True)),
        ("sv", (), Text({}), Said("", "sv")),
    ],
)
def test_the_chain_of_a_text(lang: str, languages: tuple[str, ...], text: Text, said: Said) -> None:
    assert Speaker(lang, languages)(text) == said


def test_words_that_stand_in_show_their_language() -> None:
    assert Speaker("sv")(Text(fi="Laina")).shown == "Laina [fi]"
    assert Speaker("fi")(Text(fi="Laina")).shown == "Laina"


@pytest.mark.parametrize(
    ("lang", "n", "said"),
    [
        ("cy", 2, "2 gam"),
        ("cy", 3, "3 cham"),
        ("cy", 11, "11 cam"),
        ("se", 1, "okta lávki"),
        ("se", 2, "guokte lávkki"),
        ("se", 0, "0 lávkki"),
        ("en", 1, "1 step"),
        ("en", 0, "0 steps"),
        ("en", 1200, "1,200 steps"),
    ],
)
def test_a_number_chooses_the_form(lang: str, n: int, said: str) -> None:
    assert speaker(lang)(STEPS, n=n) == Said(said, lang)
    assert speaker(lang)(STEPS.fill(n=n)) == Said(said, lang)


def test_another_number_may_count() -> None:
    of = Counted("{n} of {of} library", "{n} of {of} libraries", by="of")
    assert Speaker("en")(of, n=1, of=1).words == "1 of 1 library"
    assert Speaker("en")(of, n=1, of=2).words == "1 of 2 libraries"


def test_no_sentence_mixes_two_languages() -> None:
    name = Text(cy="Cerdyn", en="Card", fi="Kortti")
    when = date(2026, 8, 22)
    said = speaker("se", ("fi", "se"))(NAME.fill(name=Joined((name, STEPS.fill(n=2), LOAN), "and")))
    assert said == Said("the path Card, 2 steps and Loan", "en", fallback=True)
    assert speaker("cy")(NAME, name=name) == Said("y llwybr Cerdyn", "cy")
    assert speaker("se", ("fi",))(BY, day=when) == Said(
        "viimeistään 22. elokuuta 2026", "fi", fallback=True
    )


def test_a_name_in_another_language_is_not_marked_within_a_sentence() -> None:
    said = speaker("cy")(NAME, name=Joined((Text(fi="Kortti"), Text(cy="Cerdyn"))))
    assert said == Said("y llwybr Kortti, Cerdyn", "cy")


def test_what_no_language_knows_is_said_as_it_is() -> None:
    place = Place("a.yaml", 2, 3)
    assert speaker("cy")(NAME, name=place).words == "y llwybr a.yaml:2:3"


def test_markup_and_braces_in_a_value_are_just_text() -> None:
    for markup in ("<b>{0}{name}</b> & %s", "{name.__class__}"):
        assert speaker("cy")(NAME, name=markup).words == f"y llwybr {markup}"
        assert speaker("cy")(NAME, name=Text(cy=markup)).words == f"y llwybr {markup}"


def test_braces_stay_where_there_are_no_values() -> None:
    assert Speaker("en")(Label("{earliest, latest}")).words == "{earliest, latest}"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (Plain("2019–2021"), Said("2019–2021", "fi")),
        ("touchpoint-desk", Said("touchpoint-desk", "fi")),
        (12, Said("12", "fi")),
        (12345, Said("12\N{NO-BREAK SPACE}345", "fi")),
        (Decimal("0.25"), Said("0,25", "fi")),
        (Share(473), Said("47,3\N{NO-BREAK SPACE}%", "fi")),
        (Money(Decimal(5), "EUR"), Said("5,00\N{NO-BREAK SPACE}€", "fi")),
        (Money(Decimal(5), ""), Said("5", "fi")),
        (date(2026, 8, 22), Said("22. elokuuta 2026", "fi")),
        (UncertainDate.parse("2026-08-22"), Said("22. elokuuta 2026", "fi")),
        (UncertainDate.parse("2026-08"), Said("elokuu 2026", "fi")),
        (UncertainDate.parse("2026"), Said("2026", "fi")),
        (
            UncertainDate.parse({"latest": "2026-08-22"}),
            Said("viimeistään 22. elokuuta 2026", "fi"),
        ),
        (
            UncertainDate.parse({"earliest": "2026-08-22"}),
            Said("aikaisintaan 22. elokuuta 2026", "fi"),
        ),
        (
            UncertainDate.parse({"earliest": "2026-08-22", "latest": "2026-09-01"}),
            Said("22. elokuuta 2026–1. syyskuuta 2026", "fi"),
        ),
        (Joined((Text(fi="a"), Text(fi="b")), "or"), Said("a tai b", "fi")),
        (Joined((Text(sv="a"), Text(sv="b")), "and"), Said("a och b", "sv", fallback=True)),
        (Joined((Text(fi="a"), Text(sv="b")), "; "), Said("a; b [sv]", "fi")),
        (Joined(()), Said("", "fi")),
    ],
)
def test_values_in_the_form_of_the_language(what: Sayable, said: Said) -> None:
    assert Speaker("fi")(what) == said


def test_forms_that_are_not_known_are_the_next_languages() -> None:
    romani = Speaker("rmf", ("fi",))
    assert romani(date(2026, 8, 22)) == Said("22. elokuuta 2026", "fi", fallback=True)
    assert romani(Share(473)) == Said("47,3\N{NO-BREAK SPACE}%", "rmf")
    assert romani.short(date(2026, 8, 22)) == Said("22.8.2026", "rmf")
    assert romani.language("sv") == Said("ruotsi", "fi", fallback=True)


def test_the_country_decides_between_forms() -> None:
    assert Speaker("se", (), {}, "FI")(date(2026, 8, 22)).words == "22 borgemánnu 2026"


def test_another_language_with_the_same_ones_to_stand_in() -> None:
    assert speaker("cy", ("fi",)).in_language("de")(LOAN) == Said("Benthyciad", "cy", True)


def test_signs_and_numbers_are_of_every_language() -> None:
    speak = Speaker("sv")
    assert speak(Joined((Text(fi="Laina"), " (I)"), "")) == Said("Laina (I)", "fi", fallback=True)
    assert speak(Joined((Text(fi="Laina"), 2, Text(sv="Lån")))) == Said("Laina [fi], 2, Lån", "sv")
    assert speak(Joined(("≥", 2), " ")) == Said("≥ 2", "sv")


def test_a_day_follows_the_words_that_it_stands_among() -> None:
    heading = Joined((LOAN, " (", date(2026, 9, 1), ")"), "")
    assert Speaker("ar")(heading) == Said("Loan (1 September 2026)", "en", fallback=True)


SPRING = UncertainDate.parse({"earliest": "2018-04-01", "latest": "2018-05-05"})


@pytest.mark.parametrize(
    ("what", "digits", "plain"),
    [
        (date(2018, 4, 1), "1.4.2018", "2018-04-01"),
        (SPRING, "1.4.2018–5.5.2018", "2018-04-01..2018-05-05"),
        (UncertainDate.parse("2018-04"), "huhtikuu 2018", "2018-04"),
        (
            Joined((date(2018, 4, 1), date(2018, 5, 5)), "–"),
            "1.4.2018–5.5.2018",
            "2018-04-01–2018-05-05",
        ),
        (BY.fill(day=date(2018, 4, 1)), "viimeistään 1.4.2018", "viimeistään 2018-04-01"),
    ],
)
def test_days_in_digits_and_for_programs(what: Sayable, digits: str, plain: str) -> None:
    speak = Speaker("fi")
    assert speak.in_digits(what).words == digits
    assert speak.with_days(DayForm.PLAIN)(what).words == plain
