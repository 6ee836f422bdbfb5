"""Language tags: without case, looked up as RFC 4647 says. The pairs are those of the RFC."""

from __future__ import annotations

import pytest

from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.base.tags import best, serves, tidy, twice, unserved
from lumme_graph.base.text import Text, is_blank


@pytest.mark.parametrize(
    ("wanted", "there", "found"),
    [
        ("en", ["fi", "en"], "en"),
        ("EN", ["fi", "en"], "en"),
        ("en-gb", ["en-GB"], "en-GB"),
        ("en-GB", ["fi", "en"], "en"),
        ("en", ["fi", "en-GB", "en-US"], "en-GB"),
        ("en-US", ["en-GB"], None),
        ("zh-Hant", ["zh-Hans"], None),
        ("zh-Hant-CN-x-private1-private2", ["zh-Hant-CN", "zh"], "zh-Hant-CN"),
        ("zh-Hant-CN-x-private1", ["zh-Hant-CN-x", "zh-Hant"], "zh-Hant"),
        ("e", ["en"], None),
        ("fi", ["fin"], None),
        ("en", [], None),
    ],
)
def test_the_best_tag(wanted: str, there: list[str], found: str | None) -> None:
    assert best(wanted, there) == found


def test_an_exact_tag_comes_before_a_variant() -> None:
    assert best("en", ["en-GB", "en"]) == "en"
    assert serves("en-GB", "en")
    assert serves("en", "en-GB")
    assert not serves("en-GB", "en-US")


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("EN", "en"),
        ("en-gb", "en-GB"),
        ("pt_br", "pt-BR"),
        ("ZH-HANT-TW", "zh-Hant-TW"),
        ("de-x-foob", "de-x-foob"),
        ("en-a-gb", "en-a-gb"),
    ],
)
def test_a_tidy_tag(written: str, usual: str) -> None:
    assert tidy(written) == usual


def test_one_tag_under_two_spellings() -> None:
    assert twice(["en", "en-GB", "EN-gb"]) == ("en-GB", "EN-gb")
    assert twice(["en", "en-GB"]) is None


def test_tags_that_serve_nobody() -> None:
    assert unserved(["en", "em", "EN-gb", "se", "fi-FI"], ["en", "fi"]) == ["em", "se"]


def test_a_text_is_said_in_a_variant_of_the_language() -> None:
    text = Text({"en-GB": "Colour", "fi": "Väri"})
    assert Speaker("en", ("fi",))(text) == Said("Colour", "en-GB")
    assert Speaker("en-US", ("fi",))(text) == Said("Väri", "fi", fallback=True)
    assert text.tag("EN") == "en-GB"


@pytest.mark.parametrize(
    "words", ["", " \n\t", "\u3000\u200b", "\u00a0\u2060\ufeff", "\u3164", "\u00ad"]
)
def test_what_leaves_no_mark_is_blank(words: str) -> None:
    assert is_blank(words)


@pytest.mark.parametrize("words", ["a", " ä", "\u200bŵ", "→", "0", "日", "😀", "-"])
def test_what_is_seen_is_not_blank(words: str) -> None:
    assert not is_blank(words)
