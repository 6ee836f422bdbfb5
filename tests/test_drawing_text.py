"""Widths, and how text becomes lines."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st

from lumme_graph.base.languages import LanguageError
from lumme_graph.drawing.draw import draw
from lumme_graph.drawing.text.direction import direction
from lumme_graph.drawing.text.fonts import carried
from lumme_graph.drawing.text.graphemes import clusters
from lumme_graph.drawing.text.joints import NO_JOINTS, Joints
from lumme_graph.drawing.text.metrics import measure
from lumme_graph.drawing.text.wrap import TextLine, longest, wrap
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph

REQUEST_FORM = "kaukopalvelupyyntölomake"
WELSH = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
SIZE = 10
ZWJ = "\u200d"


def lines(text: str, wide_as: str, **options: Any) -> list[str]:
    """The lines of a column just wide enough for some letters."""
    width = measure(wide_as, SIZE) * 1.04
    return [line.text for line in wrap(text, width, SIZE, **options)]


def joined(found: tuple[TextLine, ...]) -> str:
    """The text again, from how each line ends."""
    text = ""
    for line in found:
        text += line.text[:-1] if line.end == "hyphen" else line.text
        text += " " if line.end == "space" else ""
    return text


def squeezed(text: str) -> str:
    """A text without its spaces and soft hyphens: a no-break space may stand for another one."""
    return "".join(text.split()).replace("\u00ad", "")


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_widths_are_those_of_the_font(style: str) -> None:
    with (files("lumme_graph.drawing") / "fonts" / f"LummeSans-{style}.ttf").open("rb") as file:
        font: Any = TTFont(file)  # pyright: ignore[reportArgumentType]
        for code, glyph in font.getBestCmap().items():
            if unicodedata.category(chr(code)) not in {"Cf", "Mn", "Me"}:
                width = measure(chr(code), 2048, style == "Bold")
                assert width == pytest.approx(font["hmtx"][glyph][0]), chr(code)


@pytest.mark.parametrize(
    "text",
    [
        "Åäö ŵŷ Ǥǥ Ʒʒ Čč",
        "Ελλάδα",
        "Иван Їжак",
        "שָׁלוֹם",
        "€ − → ● ○ “” – —",
        "Việt",
        "22.8.\u202f\u20112",
    ],
)
def test_the_carried_fonts_have(text: str) -> None:
    assert [one for one in text if not carried().has(one)] == []


def test_a_font_takes_little_room() -> None:
    for file in files("lumme_graph.drawing").joinpath("fonts").iterdir():
        assert Path(str(file)).stat().st_size < 140_000


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0),
        ("漢字", 2),
        ("\u0301\u0302", 0),
        (f"\u00ad\u200b{ZWJ}\u2067", 0),
        ("\ue000", 1),
    ],
)
def test_what_no_font_has_is_estimated(text: str, ems: float) -> None:
    assert measure(text, 1) == ems


def test_an_accent_takes_no_room() -> None:
    for letter in "äéÅñ":
        assert measure(unicodedata.normalize("NFD", letter), 7) == measure(letter, 7)


TEXTS = (
    st.text()
    | st.text(alphabet="aeiouyäökptslmnrvAB12 -/.,\u00ad\u00a0\u0308")
    | st.text(alphabet=f"読書。「」กำเ\u0e31שלום😀🇫🇮{ZWJ}\ufe0f🏽 a")
)
JOINTS = st.sampled_from([NO_JOINTS, Joints.of(["pyyntö", "lomake", "palvelu"])])


@given(TEXTS, st.floats(30, 300), st.sampled_from(["fi", "cy", "sv", "hu", ""]), JOINTS)
@example(REQUEST_FORM, 40, "fi", NO_JOINTS)
@example(f"{REQUEST_FORM} {REQUEST_FORM}", 40, "de", NO_JOINTS)
def test_nothing_is_lost_and_nothing_crosses(
    text: str, width: float, lang: str, words: Joints
) -> None:
    found = wrap(text, width, SIZE, lang=lang, words=words)
    assert squeezed(joined(found)) == squeezed(text)
    for line in found:
        assert 1.04 * measure(line.text, SIZE) <= width + 1e-6 or len(clusters(line.text)) == 1


@given(TEXTS, st.floats(0, 60))
def test_a_line_never_begins_inside_a_character(text: str, width: float) -> None:
    word = squeezed(text).replace("-", "")
    found = wrap(word, width, SIZE)
    cut = [one for line in found for one in clusters(line.text.removesuffix("-"))]
    assert cut == clusters(word)


@given(st.text(min_size=1), st.floats(0, 200))
def test_a_name_is_broken_at_spaces_only(text: str, width: float) -> None:
    found = wrap(text.replace("\u00ad", ""), width, SIZE, name=True, lang="fi")
    assert all(line.end in {"space", "cut", "end"} for line in found)


def test_hirvensalmi_is_never_broken() -> None:
    said = "Hirvensalmen kirjasto"
    assert lines(said, "Hirven", lang="fi", name=True) == ["Hirvensalmen", "kirjasto"]
    assert longest("Hirvensalmi", SIZE, name=True) == 1.04 * measure("Hirvensalmi", SIZE)
    assert longest(said, SIZE, name=True) == 1.04 * measure("Hirvensalmen", SIZE)
    names = Joints.of((), names=["Hirvensalmi"])
    assert longest("Hirvensalmi", SIZE, lang="fi", words=names) == longest(
        "Hirvensalmi", SIZE, name=True
    )


def test_a_column_as_wide_as_the_longest_part_breaks_nothing_badly() -> None:
    width = longest(REQUEST_FORM, SIZE, lang="fi")
    assert width < 1.04 * measure("palvelupyyntö", SIZE)
    found = wrap(REQUEST_FORM, width, SIZE, lang="fi")
    assert [line.text for line in found] == ["kauko-", "palve-", "lupyyn-", "tölo-", "make"]


@pytest.mark.parametrize(
    ("text", "wide_as", "expected"),
    [
        ("maksu 4 € nyt", "maksu 4", ["maksu", "4\u00a0€ nyt"]),
        ("laina 14 vrk", "laina 14", ["laina", "14\u00a0vrk"]),
        ("ja 20 % nyt", "ja 20 %", ["ja 20\u00a0%", "nyt"]),
        ("noin 12 345 kpl", "noin 12 345", ["noin", "12\u00a0345\u00a0kpl"]),
        ("in all 12\u00a0345,5\u00a0%", "12 345,5 %", ["in all", "12\u00a0345,5\u00a0%"]),
        ("in all 12\u202f345,5", "12 345,5", ["in all", "12\u202f345,5"]),
        ("22 elokuuta", "elokuuta", ["22", "elokuuta"]),
    ],
)
def test_amounts_stay_together(text: str, wide_as: str, expected: list[str]) -> None:
    assert lines(text, wide_as) == expected


@pytest.mark.parametrize(
    ("text", "wide_as", "lang", "expected"),
    [
        ("", "a", "fi", [""]),
        ("asiakaspalvelupiste", "asiakaspalvelu-", "fi-FI", ["asiakaspalvelu-", "piste"]),
        (REQUEST_FORM, "kaukopalvelupyyn", "fi", ["kaukopalvelu-", "pyyntölomake"]),
        ("kirjasto", "kirjas-", "fi", ["kirj-", "asto"]),
        (
            "asia\u00adkas\u00adpalvelu\u00adpiste",
            "asiakaspa-",
            "sv",
            ["asiakas-", "palvelu-", "piste"],
        ),
        ("kauppa\u00adkadun kirja", "kauppakadun kirja", "fi", ["kauppakadun kirja"]),
        ("Lumme-verkkokirjasto", "Lumme-verkko-", "fi", ["Lumme-", "verkkokirjasto"]),
        ("Tango-dansa", "Tango-dan", "sv", ["Tango-", "dansa"]),
        ("benthyca llyfr", "benthyca", "cy", ["benthyca", "llyfr"]),
        (WELSH, "Llanfairpwllgwyngyl-", "cy", ["Llanfairpwllgwyngyl-"]),
        ("1234567890", "1234", "fi", ["1234", "5678", "90"]),
        (
            "https://example.org/a/book",
            "https://exam",
            "en",
            ["https://", "example.", "org/a/book"],
        ),
    ],
)
def test_where_a_long_word_is_broken(
    text: str, wide_as: str, lang: str, expected: list[str]
) -> None:
    assert lines(text, wide_as, lang=lang)[: len(expected)] == expected


def test_a_compound_is_broken_at_a_joint_that_the_model_knows() -> None:
    words = Joints.of(["Lomake ja pyyntö"])
    assert lines(REQUEST_FORM, "kaukopalvelupyyntölo-", words=words) == [
        "kaukopalvelupyyntö-",
        "lomake",
    ]
    assert lines(REQUEST_FORM, "kaukopalvelupyyn", words=words) == ["kaukopalvelu-", "pyyntölomake"]


def test_a_joint_is_known_by_another_form_of_the_last_part() -> None:
    words = Joints.of(["Pyydä lomakkeella", "kaukopalvelupyyntö", "palataan"])
    assert list(words.places(REQUEST_FORM)) == [18]
    assert list(words.places("kaukopalvelupyyntöjä")) == []
    assert list(words.places("tuntematonlomake")) == []
    swedish = Joints.of(["återlämning", "automaten"])
    assert list(swedish.places("återlämningsautomat")) == [12]


def test_a_word_of_many_parts_has_many_joints() -> None:
    assert len(list(Joints.of(["sana"]).places("sana" * 2000))) == 1999


@pytest.mark.parametrize(
    ("text", "wide_as", "lang", "expected"),
    [
        ("avhämtningsmeddelande", "avhämtningsmeddela-", "sv", ["avhämtningsmedde-", "lande"]),
        ("avhämtningsmeddelande", "avhämtningsme-", "sv-FI", ["avhämtnings-", "meddelande"]),
        ("Benutzungsbedingung", "Benutzungs-", "de", ["Benutzungs-", "bedingung"]),
        ("interoperability", "interope", "en-GB", ["interop-", "erability"]),
        ("(bibliothécaires)", "(bibliothé-", "fr", ["(bibliothé-", "caires)"]),
    ],
)
def test_a_word_is_broken_by_the_patterns_of_its_language(
    text: str, wide_as: str, lang: str, expected: list[str]
) -> None:
    assert lines(text, wide_as, lang=lang) == expected


def test_patterns_make_no_column_narrower() -> None:
    word = "avhämtningsmeddelande"
    assert longest(word, SIZE, lang="sv") == 1.04 * measure(word, SIZE)


@example("aaaamaaaaaa", 5, "fi")
@given(
    st.text(alphabet="aeiouykptslmnrv", min_size=8, max_size=60),
    st.integers(5, 20),
    st.sampled_from(["fi", "cy"]),
)
def test_four_letters_stand_on_each_side_of_a_hyphen(word: str, wide: int, lang: str) -> None:
    width = wide * measure("m", SIZE) * 1.04
    found = wrap(word, width, SIZE, lang=lang)
    assert all(len(line.text.rstrip("-")) >= 4 for line in found)
    assert all(re.fullmatch(r"[a-z]+-", line.text) for line in found[:-1])


@pytest.mark.parametrize(
    ("text", "wide_as", "expected"),
    [
        ("図書館で本を読む", "図書館で", ["図書館で", "本を読む"]),
        ("本を「読む」。", "本を「", ["本を", "「読", "む」。"]),
        ("Lumme図書館", "Lumme図", ["Lumme図", "書館"]),
        ("도서관에서 책을", "도서관에서", ["도서관에서", "책을"]),
        ("שלום עולם", "שלום", ["שלום", "עולם"]),
        (f"👩{ZWJ}👧👩{ZWJ}👧", f"👩{ZWJ}👧", [f"👩{ZWJ}👧", f"👩{ZWJ}👧"]),
        ("🇫🇮🇸🇪", "🇫🇮", ["🇫🇮", "🇸🇪"]),
        ("สวัสดี\u200bชาวโลก", "ชาวโลก", ["สวัสดี\u200b", "ชาวโลก"]),
    ],
)
def test_other_scripts(text: str, wide_as: str, expected: list[str]) -> None:
    assert lines(text, wide_as) == expected


def test_an_accent_stays_on_its_letter_in_thai() -> None:
    for line in lines("น้ำเป็นใจ" * 4, "น้ำ"):
        assert unicodedata.category(line[0]) == "Lo" and line[-1] not in "เแโใไ"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "ltr"), ("Lumme", "ltr"), ("(12) مكتبة Lumme", "rtl"), ("Иван שלום", "ltr")],
)
def test_the_first_letter_gives_the_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_a_picture_in_a_language_without_words_is_refused() -> None:
    graph = ServiceGraph([], Settings(as_of=date(2026, 8, 22)))
    with pytest.raises(LanguageError, match=r"did you mean fi\?"):
        draw(graph, "coverage", kind="coverage", lang="fin")
