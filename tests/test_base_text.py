from __future__ import annotations

import re
from typing import Any

import pytest
import strategies
from hypothesis import given
from pydantic import TypeAdapter, ValidationError
from saying import words_of

from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.finding import Fault, Place
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.languages import LanguageError, spoken
from lumme_graph.base.tags import TAG
from lumme_graph.base.text import Text

TITLE = Text(fi="Varaus", en="Reservation")
READ = TypeAdapter(Text)


def test_a_text_is_a_mapping_by_language() -> None:
    assert TITLE["fi"] == "Varaus"
    assert dict(TITLE) == {"fi": "Varaus", "en": "Reservation"}
    assert len(TITLE) == 2
    assert "sv" not in TITLE
    with pytest.raises(KeyError):
        TITLE["sv"]


def test_texts_are_equal_whatever_the_order_of_languages() -> None:
    other = Text({"en": "Reservation", "fi": "Varaus"})
    assert other == TITLE
    assert hash(other) == hash(TITLE)
    assert TITLE == {"fi": "Varaus", "en": "Reservation"}
    assert Text(fi="Varaus") != TITLE
    assert TITLE != "Varaus"


def test_a_text_cannot_be_changed_from_outside() -> None:
    given_to_it = {"fi": "Varaus"}
    text = Text(given_to_it)
    given_to_it["fi"] = "Laina"
    assert text["fi"] == "Varaus"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({}, "empty_text"),
        ({"fi": ""}, "empty_text"),
        ({"fi": " \n\t"}, "empty_text"),
        ({"fi-": "a"}, "language_tag"),
        ({"fi_FI": "a"}, "language_tag"),
        ({"": "a"}, "language_tag"),
        ({"fi": None}, "string_type"),
        ({"fi": 3}, "string_type"),
        ("Varaus", "dict_type"),
        (["Varaus"], "dict_type"),
    ],
)
def test_what_is_no_text(value: Any, kind: str) -> None:
    with pytest.raises(ValidationError) as error:
        READ.validate_python(value)
    assert [detail["type"] for detail in error.value.errors()] == [kind]


@pytest.mark.parametrize("tag", ["fi", "sme", "pt-BR", "zh-Hant", "sr-Latn-RS"])
def test_language_tags(tag: str) -> None:
    assert TAG.fullmatch(tag)
    assert READ.validate_python({tag: "a"}) == {tag: "a"}


@given(strategies.texts())
def test_a_text_survives_validation_and_json(text: Text) -> None:
    assert READ.validate_python(text) == text
    assert READ.validate_json(READ.dump_json(text)) == text


def test_a_label_says_its_words_with_parameters() -> None:
    label = Counted("{n} error", "{n} errors")
    assert [words_of(label, lang, n=2) for lang in ("fi", "en", "sv")] == [
        "2 virhettä",
        "2 errors",
        "2 fel",
    ]
    assert words_of(Label("error"), "fi") == "virhe"
    assert words_of(Label("error"), "de") == "error"


def test_markup_in_a_parameter_is_just_text() -> None:
    markup = "<script>{0}{n}</script> & %s \\n"
    fault = Fault("LG008", Label("{why}"), Label("{why}"), "")
    assert fault.at(Place("a.yaml"), why=markup).message() == markup
    assert words_of(Label("{n}"), n=markup) == markup


def test_braces_in_a_label_without_parameters_stay() -> None:
    assert words_of(Label("{earliest, latest}")) == "{earliest, latest}"


@pytest.mark.parametrize("tag", ["fi", "en", "sv"])
def test_a_language_that_the_program_speaks(tag: str) -> None:
    assert spoken(tag) == tag


@pytest.mark.parametrize(
    ("tag", "said"),
    [("fin", "did you mean fi?"), ("eng", "did you mean en?"), ("", "there are en, fi, sv")],
)
def test_a_language_that_it_does_not_speak_is_refused_with_the_nearest(tag: str, said: str) -> None:
    with pytest.raises(LanguageError, match=re.escape(said)):
        spoken(tag)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"en": None}, "Text: en: text is expected here, not None"),
        ({"fi": "Varaus", "en": 5}, "Text: en: text is expected here, not 5"),
        ({5: "x"}, "Text: 5: text is expected here, not 5"),
        ("x", "Text: languages with their texts are expected here, not 'x': write Text(en=…)"),
        (5, "Text: languages with their texts are expected here, not 5: write Text(en=…)"),
        (
            "x" * 99,
            (
                f"Text: languages with their texts are expected here, not '{'x' * 59}…: "
                "write Text(en=…)"
            ),
        ),
    ],
)
def test_what_is_no_text_in_languages(value: Any, said: str) -> None:
    with pytest.raises(ValueRefusedError) as error:
        Text(value)
    assert str(error.value) == said
