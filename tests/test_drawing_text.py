"""Widths and wrapping."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st

from lumme_graph.base.languages import LanguageError
from lumme_graph.drawing import metrics
from lumme_graph.drawing.old.draw import draw
from lumme_graph.drawing.wrap import SOFT_HYPHEN, Line, wrap
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph

COMPOUNDS = ("asiakaspalvelupiste", "kirjastoautoaikataulut", "kaukopalvelupyyntölomake")


def measure(text: str) -> float:
    return metrics.width(text, 10)


def joined(lines: tuple[Line, ...]) -> str:
    """The text again, from how each line ends."""
    text = ""
    for line in lines:
        text += line.text[:-1] if line.end == "hyphen" else line.text
        text += " " if line.end == "space" else ""
    return text


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_table_is_the_font(style: str) -> None:
    with (files("lumme_graph.drawing") / "fonts" / f"LummeSans-{style}.ttf").open("rb") as file:
        font: Any = TTFont(file)  # pyright: ignore[reportArgumentType]
        cmap = font.getBestCmap()
        assert len(cmap) > 330
        for code, glyph in cmap.items():
            width = metrics.width(chr(code), 2048, bold=style == "Bold")
            assert width == pytest.approx(font["hmtx"][glyph][0]), chr(code)


def test_an_unknown_character_is_wide() -> None:
    assert metrics.width("漢", 1) == metrics.UNKNOWN
    assert metrics.width("", 1) == 0


LANGS = st.sampled_from(["fi", "cy"])


@given(st.text(), st.floats(20, 300), LANGS)
@example("".join(COMPOUNDS), 40, "fi")
@example(" ".join(COMPOUNDS), 40, "fi")
@example("".join(COMPOUNDS), 40, "de")
def test_nothing_is_lost_and_nothing_crosses(text: str, width: float, lang: str) -> None:
    lines = wrap(text, width, measure, lang)
    assert (
        " ".join(joined(lines).split())
        == " ".join(filter(None, (word.replace(SOFT_HYPHEN, "") for word in text.split())))
        or SOFT_HYPHEN in text
    )
    assert all(measure(line.text) <= width for line in lines)


@given(st.text(alphabet="aeiouyäökptslmnrv -/\u00ad"), st.floats(15, 120), LANGS)
def test_letters_stay_in_order(text: str, width: float, lang: str) -> None:
    lines = wrap(text, width, measure, lang)
    assert "".join(joined(lines).split()) == "".join(text.split()).replace(SOFT_HYPHEN, "")


@given(st.text(min_size=1), LANGS)
def test_a_width_of_nothing_still_ends(text: str, lang: str) -> None:
    said = joined(wrap(text, 0, measure, lang))
    assert "".join(said.split()) == "".join(text.split()).replace(SOFT_HYPHEN, "")


def test_no_line_ends_at_a_no_break_space() -> None:
    lines = wrap("in all 12\u00a0345,5\u00a0%", 12, len, "fi")
    assert [line.text for line in lines] == ["in all", "12\u00a0345,5\u00a0%"]


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("asiakaspalvelupiste", 16, ["asiakaspalvelu-", "piste"]),
        ("asia\u00adkas\u00adpalvelu\u00adpiste", 12, ["asiakas-", "palvelupiste"]),
        ("kaukopalvelupyyntölomake", 16, ["kaukopalvelu-", "pyyntölomake"]),
        ("Lumme-verkkokirjasto", 15, ["Lumme-", "verkkokirjasto"]),
        ("lainaus- ja palautus\u00adautomaatti", 10, ["lainaus-", "ja", "palautus-", "automaatti"]),
        ("1234567890", 4, ["1234", "5678", "90"]),
        ("kauppa\u00adkadun kirja", 30, ["kauppakadun kirja"]),
        ("", 5, [""]),
    ],
)
def test_where_it_breaks(word: str, width: int, lines: list[str]) -> None:
    assert [line.text for line in wrap(word, width, len, "fi")] == lines


@pytest.mark.parametrize(
    ("word", "width", "lang", "lines"),
    [
        ("asiakaspalvelupiste", 16, "fi-FI", ["asiakaspalvelu-", "piste"]),
        ("Llanfairpwllgwyngyll", 12, "cy", ["Llanfairpwl-", "lgwyngyll"]),
        ("Bibliotheksausweis", 13, "de", ["Bibliotheksa-", "usweis"]),
        ("Biblio\u00adtheks\u00adausweis", 13, "de", ["Bibliotheks-", "ausweis"]),
        ("Tango-dansa", 8, "sv", ["Tango-", "dansa"]),
        ("benthyca llyfr", 9, "cy", ["benthyca", "llyfr"]),
    ],
)
def test_only_finnish_words_are_broken_between_syllables(
    word: str, width: int, lang: str, lines: list[str]
) -> None:
    assert [line.text for line in wrap(word, width, len, lang)] == lines


@pytest.mark.parametrize("word", COMPOUNDS)
@pytest.mark.parametrize("width", range(6, 24))
def test_compounds_break_with_two_letters_on_each_side(word: str, width: int) -> None:
    lines = wrap(word, width, len, "fi")
    assert joined(lines) == word
    assert all(len(line.text.rstrip("-")) >= 2 for line in lines)
    assert all(line.text.endswith("-") for line in lines[:-1])


def test_a_picture_in_a_language_without_words_is_refused() -> None:
    graph = ServiceGraph([], Settings(as_of=date(2026, 8, 22)))
    with pytest.raises(LanguageError, match=r"did you mean fi\?"):
        draw(graph, "coverage", kind="coverage", lang="fin")
