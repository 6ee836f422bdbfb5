"""Other scripts: fonts that are given, characters that no font has, and text from right to left."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from fontTools.feaLib.builder import (  # type: ignore[import-untyped]
    addOpenTypeFeaturesFromString,  # pyright: ignore[reportUnknownVariableType]
)
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lumme_graph.drawing.png import png
from lumme_graph.drawing.text.fonts import FAMILY, FontError, Fonts, carried, with_extra
from lumme_graph.drawing.text.metrics import measure
from lumme_graph.drawing.text.missing import MissingGlyphs, all_missing, missing, raster_text
from lumme_graph.drawing.text.raster import for_raster
from lumme_graph.drawing.text.runs import runs

BEH, ALEF = "\u0628", "\u0627"
ARABIC = """
languagesystem DFLT dflt;
feature init { sub beh by beh.init; } init;
feature medi { sub beh by beh.medi; } medi;
feature fina { sub beh by beh.fina; sub alef by alef.fina; } fina;
"""


def made(file: Path, family: str, widths: dict[str, int], characters: str, rules: str = "") -> Path:
    """A font of full squares, of 1000 units to the em."""
    pen: Any = TTGlyphPen(None)
    for step, corner in enumerate([(0, 0), (0, 700), (500, 700), (500, 0)]):
        (pen.lineTo if step else pen.moveTo)(corner)
    pen.closePath()
    square = pen.glyph()
    builder: Any = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", *widths])
    builder.setupCharacterMap(dict(zip(map(ord, characters), widths, strict=False)))
    builder.setupGlyf(dict.fromkeys([".notdef", *widths], square))
    builder.setupHorizontalMetrics({".notdef": (500, 0)} | {n: (w, 0) for n, w in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    builder.setupOS2(usWeightClass=400)
    builder.setupPost()
    if rules:
        addOpenTypeFeaturesFromString(builder.font, rules)
    builder.save(file)
    return file


@pytest.fixture(scope="module")
def squares(tmp_path_factory: pytest.TempPathFactory) -> Fonts:
    """The carried fonts, one with an ideograph, and one with two Arabic letters."""
    home = tmp_path_factory.mktemp("fonts")
    arabic = {"beh": 900, "alef": 300, "beh.init": 400, "beh.medi": 450, "beh.fina": 800}
    return Fonts(
        [
            made(home / "books.ttf", "Books", {"read": 700}, "読"),
            made(home / "two.ttf", "Two", arabic | {"alef.fina": 350}, BEH + ALEF, ARABIC),
        ]
    )


def drawing(text: str, **attributes: str) -> str:
    """A drawing of one line that begins or ends in its middle."""
    said = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40" viewBox="0 0 400 40" '
        f'font-family="Liberation Sans, sans-serif"><text font-size="20"{said}>'
        f'<tspan x="200" y="30">{text}</tspan></text></svg>'
    )


def ink(svg: str, fonts: Fonts | None = None) -> tuple[float, float]:
    """Where the ink of a picture begins and ends, from left to right."""
    image = Image.open(io.BytesIO(png(svg, fonts=fonts))).convert("L")
    box = image.point([255] * 128 + [0] * 128).getbbox()  # pyright: ignore[reportUnknownMemberType]
    assert box is not None
    return box[0], box[2]


def test_a_given_font_has_what_the_carried_ones_lack(squares: Fonts) -> None:
    assert not carried().has("読") and squares.has("読") and not squares.has("書")
    assert measure("読a", 10, fonts=squares) == 7 + measure("a", 10)
    assert measure("読", 10, True, fonts=squares) == 7


@pytest.mark.parametrize(
    ("text", "width"),
    [
        (BEH, 900),
        (BEH * 2, 400 + 800),
        (BEH * 3, 400 + 450 + 800),
        (BEH + ALEF + BEH, 400 + 350 + 900),
        (BEH + "\u064e" + BEH, 400 + 800),
        (f"{BEH} {BEH}", 900 + 900 + 1000 * measure(" ", 1)),
    ],
)
def test_joined_letters_are_as_wide_as_their_form(squares: Fonts, text: str, width: float) -> None:
    assert measure(text, 1000, fonts=squares) == pytest.approx(width)


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.ttf").write_text("no font", encoding="utf-8")
    for name, why in (
        ("none.ttf", "cannot be read"),
        ("text.ttf", "is not a font that can be used: give"),
    ):
        with pytest.raises(FontError, match=why):
            with_extra([tmp_path / name])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Иван Ελλάδα שלום\u00a0€\u200b", "Иван Ελλάδα שלום\u00a0€\u200b"),
        ("読", "U+8AAD"),
        ("Lumme 読書。", "Lumme U+8AAD U+66F8 U+3002"),
        ("kirja📚kirja", "kirja [books] kirja"),
        ("(📚)", "([books])"),
        (
            "👩\u200d👧 🇫🇮 👍🏽",
            "[woman, girl] [FI] [thumbs up sign, emoji modifier fitzpatrick type-4]",
        ),
        ("a\x07b", "a U+0007 b"),
        ("\ue000\U0010ffff", "U+E000 U+10FFFF"),
        ("\udc80", "U+DC80"),
    ],
)
def test_what_no_font_has_is_said(text: str, expected: str) -> None:
    assert raster_text(text) == expected


def test_a_given_font_needs_no_code(squares: Fonts) -> None:
    assert raster_text("読書", squares) == "読 U+66F8"
    assert missing("読書", squares) == "書"


@given(st.text())
def test_a_raster_never_lacks_a_letter(text: str) -> None:
    assert missing(raster_text(text)) == ""


def test_missing_characters_are_told_once_for_each_element() -> None:
    texts = [("path-a", "読書"), ("path-b", "Иван"), ("path-a", "書館"), ("path-c", "読")]
    assert all_missing(texts) == (MissingGlyphs("path-a", "読書館"), MissingGlyphs("path-c", "読"))


@pytest.mark.parametrize(
    ("line", "base", "expected"),
    [
        ("abc שלום 12 def", "ltr", ["abc שלום 12 def"]),
        ("読", "ltr", ["読"]),
        ("Иван 読", "ltr", ["Иван ", "読"]),
        (f"Иван {BEH}{BEH} 12, ok", "ltr", ["Иван ", "12", f"{BEH}{BEH} ", ", ok"]),
        (f"{BEH} Иван שלום!", "rtl", [" שלום!", "Иван", f"{BEH} "]),
    ],
)
def test_runs_stand_from_left_to_right(
    squares: Fonts, line: str, base: Any, expected: list[str]
) -> None:
    assert [run.text for run in runs(line, squares, base=base)] == expected


def test_a_drawing_that_needs_nothing_stays_as_it_is() -> None:
    svg = drawing("Hirvensalmi, Иван, שלום")
    assert for_raster(svg) == svg


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
@pytest.mark.parametrize("text", ["שלום עולם", "Иван 読 ok", f"{BEH}{BEH}{ALEF} Иван"])
def test_text_from_right_to_left_is_drawn_on_the_other_side(
    squares: Fonts, anchor: str, text: str
) -> None:
    wide = measure(text, 20, fonts=squares)
    share = {"start": 1.0, "middle": 0.5, "end": 0.0}[anchor]
    left, right = ink(drawing(text, direction="rtl", text_anchor=anchor), squares)
    assert left == pytest.approx(200 - share * wide, abs=8)
    assert right == pytest.approx(200 + (1 - share) * wide, abs=8)


def test_each_script_of_a_line_is_drawn_in_its_font(squares: Fonts) -> None:
    root = fromstring(for_raster(drawing(f"Иван 読 {BEH}"), squares))
    families = [one.get("font-family") for one in root.iter() if one.text and one.text.strip()]
    assert families == [FAMILY, "Books", "Two"]
    left, right = ink(drawing("読"), squares)
    assert (left, right) == (200, 210)
