"""Alphabetical order: the alphabets are those of the languages' own dictionaries."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.base.order import key


def in_order(words: list[str], lang: str) -> list[str]:
    return sorted(words, key=lambda word: key(word, lang))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fi", "Ahti Edit Émile Zeta Åbo Äänekoski Öljy"),
        ("sv-FI", "Ahti Edit Émile Zeta Åbo Äänekoski Öljy"),
        ("en", "Äänekoski Åbo Ahti Edit Émile Öljy Zeta"),
        ("de", "Arbeit Ärger Bad Straße Strauß Zoo"),
        ("nb", "Vik Zoo Ærlig Øl Ås"),
        ("et", "sokk šokk zoo žest tali vald õlu äri öö ülo xerox"),
        ("se", "Anár Ánde boazu čáhci dállu đđ njuolla ŋŋ"),
        ("cy", "cath chwarae da ddoe eira ffilm gwalch lori llan"),
        ("xx", "a á b"),
        ("ru", "ад буква йод яма"),
    ],
)
def test_the_alphabet_of_a_language(lang: str, words: str) -> None:
    expected = words.split()
    assert in_order(sorted(expected), lang) == expected
    assert in_order(sorted(expected, reverse=True), lang) == expected


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fi", ["(1)", "1 a", "10 a", "9", "a", "a b", "aa", "日本"]),
        ("fr", ["cote", "coté", "côte", "coteau"]),
        ("fi", ["Resume", "resume", "résumé", "resumes"]),
        ("fi", ["", " ", "a"]),
    ],
)
def test_signs_digits_letters_and_other_scripts(lang: str, words: list[str]) -> None:
    assert in_order(words[::-1], lang) == words


@given(st.lists(st.text(max_size=5)), st.sampled_from(["fi", "cy", "se", "en"]))
def test_the_order_depends_on_the_words_alone(words: list[str], lang: str) -> None:
    assert in_order(words, lang) == in_order(words[::-1], lang)


@given(st.text(max_size=5), st.text(max_size=5))
def test_composed_and_decomposed_words_are_equal_but_for_the_last_resort(a: str, b: str) -> None:
    for form in ("NFC", "NFD"):
        assert key(unicodedata.normalize(form, a), "fi")[:2] == key(a, "fi")[:2]
    assert (key(a, "fi") == key(b, "fi")) is (a == b)
