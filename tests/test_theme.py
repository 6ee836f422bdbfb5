"""A network's own colours, font and logo: readable whatever is wished, in drawings and on pages."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from load_folders import said, write
from PIL import Image
from test_drawing_palette import WRITTEN, contrast
from test_drawing_rules import keeps_its_texts_apart

import lumme_graph as lg
from lumme_graph.base.colour import in_hue, ink_on, legible
from lumme_graph.drawing import palette
from lumme_graph.drawing.text.metrics import measure, set_in
from lumme_graph.outputs.changes_page import page as changes_page
from lumme_graph.reports.coverage.to_html import render as render_coverage
from lumme_graph.reports.html.page import sheet
from lumme_graph.site.site import Site
from lumme_graph.site.theme import theme_style
from lumme_graph.views.brand import brand_of

FONTS = Path(str(lg.__file__)).parent / "drawing" / "fonts"
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
WIDE_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 60"><path d="M0 0h360v60z"/></svg>'
)
TALL_LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="150"/>'
SETTINGS = "as_of: 2026-08-22\ntheme:\n"


@cache
def stretched(by: float, bold: bool = False) -> bytes:
    """Our own font under another name, each letter so many times as wide; without ö."""
    font: Any = TTFont(FONTS / f"LummeSans-{'Bold' if bold else 'Regular'}.ttf")
    for name, (width, left) in dict(font["hmtx"].metrics).items():
        font["hmtx"].metrics[name] = (round(width * by), left)
        glyph = font["glyf"][name]
        if not glyph.isComposite() and glyph.numberOfContours > 0:
            glyph.coordinates.scale((by, 1))
            glyph.recalcBounds(font["glyf"])
    for table in font["cmap"].tables:
        table.cmap.pop(ord("ö"), None)
    for record in font["name"].names:
        if record.nameID in {1, 16}:
            record.string = "Stretched"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def themed(theme: str, files: dict[str, bytes] | None = None) -> lg.ServiceGraph:
    """The example in a theme of its own."""
    own = lg.load({"model.yaml": SETTINGS + theme, **(files or {})})
    example = lg.example()
    made = example.under(example.settings.replace(theme=own.settings.theme))
    made.files = replace(example.files, theme=own.files.theme)
    return made


WIDE_FONT = "  font: [theme/a.ttf, theme/b.ttf]\n"


@cache
def in_wide_font() -> lg.ServiceGraph:
    files = {"theme/a.ttf": stretched(1.5), "theme/b.ttf": stretched(1.5, bold=True)}
    return themed(WIDE_FONT, files)


def letters_of(font: Any) -> set[str]:
    return {chr(code) for code in font.getBestCmap()}


def path_of(graph: lg.ServiceGraph) -> str:
    return graph.all(lg.Path)[0].id


@given(COLOURS, COLOURS)
def test_what_could_be_read_still_can_in_any_hue(wish: str, colour: str) -> None:
    """A dark colour becomes no lighter and a light one no darker, as WCAG measures it."""
    on_white, on_black = contrast(colour, "#ffffff"), contrast(colour, "#000000")
    made = in_hue(colour, wish)
    if on_white > on_black:
        assert contrast(made, "#ffffff") >= on_white
    else:
        assert contrast(made, "#000000") >= on_black


@given(COLOURS)
def test_words_can_be_read_on_any_surface_and_in_any_wish(wish: str) -> None:
    assert contrast(ink_on(wish, "#16242f"), wish) >= 4.5
    assert contrast(legible(wish), "#ffffff") >= 4.5
    assert legible(wish) == wish or contrast(wish, "#ffffff") < 4.5


def test_the_nearest_colour_keeps_its_hue() -> None:
    """Yellow becomes a dark yellow: red a little over green, and hardly any blue."""
    red, green, blue = bytes.fromhex(legible("#ffd400")[1:])
    assert (red > green > 4 * blue) is True


@given(COLOURS, st.none() | COLOURS)
def test_every_pair_of_a_drawing_can_be_read(wish: str, neutral: str | None) -> None:
    theme = lg.Theme(brand=wish, neutral=neutral)
    dyes = palette.dyes(lg.Brand(theme))
    for name, (ink, ground) in WRITTEN.items():
        assert contrast(dyes.get(ink, ink), dyes.get(ground, ground)) >= 4.5, name


def test_colours_that_mean_something_stay() -> None:
    dyes = palette.dyes(lg.Brand(lg.Theme(brand="#ffd400")))
    meant = {tone.fill for tone in palette.STATES.values()} | {*palette.FACES.values()}
    meant |= {palette.HURT, palette.GAIN, palette.HURT_PALE, *palette.BARS.values()}
    assert not meant & dyes.keys()


PAIRS = [
    ("ink", "ground"), ("soft", "ground"), ("ink", "tint"), ("soft", "tint"), ("link", "ground"),
    ("link", "tint"), ("lake-ink", "lake"), ("hero-ink", "hero"), ("hero-soft", "hero"),
]  # fmt: skip


def colours(css: str) -> list[dict[str, str]]:
    return [
        dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block))
        for block in re.findall(r":root \{([^}]*#[^}]*)\}", css)
    ]


@given(COLOURS)
def test_every_pair_of_a_page_can_be_read_by_day_and_by_night(wish: str) -> None:
    day, night = colours(theme_style(lg.Brand(lg.Theme(brand=wish))))
    for ink, ground in PAIRS:
        assert contrast(day[ink], day[ground]) >= 4.5, (ink, ground)
        assert contrast(night[ink], night[ground]) >= 4.5, (ink, ground)
    assert contrast(day["link"], "#ffffff") >= 4.5
    assert contrast(night["link"], night["paper"]) >= 4.5
    assert contrast(day["edge"], day["ground"]) >= 3
    assert contrast(night["edge"], night["paper"]) >= 3
    assert (day["lake"], day["hero"]) == (wish, wish)


@given(COLOURS)
def test_words_of_a_single_page_can_be_read_in_any_colour(wish: str) -> None:
    page = sheet("A page", "en", brand=lg.Brand(lg.Theme(brand=wish)))
    said = dict(re.findall(r"--([a-z]+):(#[0-9a-f]{6})", page))
    for ink in ("ink", "soft", "link"):
        assert contrast(said[ink], said["tint"]) >= 4.5
        assert contrast(said[ink], "#ffffff") >= 4.5


def test_coverage_and_changes_as_pages_are_in_the_colours_of_the_network() -> None:
    graph, usual = themed("  brand: '#6b1f4e'\n"), "--link:#0b5a7a"
    coverage = render_coverage(lg.assess(graph))
    changes = changes_page(lg.diff(lg.example(), graph), "en")
    for page in (coverage, changes):
        assert "--link:#6b1f4e" in page
        assert usual not in page
    assert usual in render_coverage(lg.assess(lg.example()))


def test_without_a_theme_nothing_is_different() -> None:
    graph = lg.example()
    assert brand_of(graph) is None
    page = lg.draw(graph, path_of(graph)).svg
    assert "<style>" not in page
    assert "<image" not in page
    assert (
        lg.draw(lg.themed(themed("  brand: '#ffd400'\n"), lg.Theme()), path_of(graph)).svg == page
    )


def test_a_drawing_is_in_the_colours_of_the_network() -> None:
    graph = themed("  brand: '#003366'\n")
    page = lg.draw(graph, path_of(graph)).svg
    assert "#003366" in page
    assert palette.ACCENT not in page


def test_a_wide_font_has_the_room_that_it_needs() -> None:
    """The rules of every drawing hold, measured by the widths of that font."""
    graph = in_wide_font()
    for kind in ("path", "journey", "blueprint"):
        drawing = lg.draw(graph, path_of(graph), kind=kind, sheet="a3")
        with set_in(drawing.known):
            for page in drawing.sheets:
                keeps_its_texts_apart(page)


def test_widths_are_those_of_the_wider_font_while_a_drawing_is_laid_out() -> None:
    known = lg.draw(in_wide_font(), path_of(in_wide_font())).known
    usual = measure("Lainaus", 10)
    with set_in(known):
        assert measure("Lainaus", 10) == pytest.approx(1.5 * usual, rel=0.01)
        assert measure("ö", 10) == pytest.approx(measure("o", 10) / 1.5, rel=0.01)
    assert measure("Lainaus", 10) == usual
    assert measure("Lainaus", 10, fonts=known) == pytest.approx(1.5 * usual, rel=0.01)


def test_an_svg_holds_the_letters_that_are_in_it_and_no_others() -> None:
    page = lg.draw(in_wide_font(), path_of(in_wide_font()), lang="en").svg
    fonts = [
        TTFont(BytesIO(b64decode(data)))
        for data in re.findall(r"url\(data:font/sfnt;base64,([^)]+)\)", page)
    ]
    letters = set("".join(re.findall(r">([^<]*)</t(?:ext|span)>", page)))
    assert len(fonts) == 2
    for font in fonts:
        there = letters_of(font)
        assert there <= letters | {" "}
        assert {"a", "e"} <= there
    (family,) = set(re.findall(r'font-family:"(own-[0-9a-f]{8})"', page))
    assert f'font-family="{family}, Liberation Sans' in page


def test_the_same_theme_gives_the_same_bytes() -> None:
    files = {"theme/a.ttf": stretched(1.5), "theme/logo.svg": WIDE_LOGO}
    theme = "  brand: '#ffd400'\n  font: theme/a.ttf\n  logo: theme/logo.svg\n"
    one, other = (themed(theme, files) for _ in range(2))
    assert lg.draw(one, path_of(one)).sheets == lg.draw(other, path_of(other)).sheets


def test_letters_that_the_font_lacks_are_shown_in_ours() -> None:
    drawing = lg.draw(in_wide_font(), path_of(in_wide_font()), lang="fi")
    assert "ö" in drawing.svg
    assert drawing.lacking == ()
    assert drawing.png()[:4] == b"\x89PNG"


@pytest.mark.parametrize(("logo", "ratio"), [(WIDE_LOGO, 6.0), (TALL_LOGO, 0.4)])
def test_a_logo_stands_at_the_foot_and_keeps_its_form(logo: bytes, ratio: float) -> None:
    graph = themed(
        "  logo: theme/logo.svg\n  logo_text: {en: Our lakes}\n", {"theme/logo.svg": logo}
    )
    page = lg.draw(graph, path_of(graph), sheet="a3", lang="en").svg
    found = re.search(
        r'<title>Our lakes</title><image[^>]*? x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"',
        page,
    )
    assert found
    left, top, wide, high = map(float, found.groups())
    assert wide / high == pytest.approx(ratio, rel=0.02)
    assert (wide <= 42, high <= 10) == (True, True)
    assert (left + wide <= 408.01, top + high <= 285.01, top > 250) == (True, True, True)
    assert "data:image/svg+xml;base64," in page


def test_a_site_has_the_logo_the_font_and_the_colours() -> None:
    files = {"theme/a.ttf": stretched(1.2), "theme/Logo.svg": WIDE_LOGO}
    theme = "  brand: '#ffd400'\n  font: theme/a.ttf\n  logo: theme/Logo.svg\n"
    graph = themed(theme + "  logo_text: {en: Our lakes}\n", files)
    site = Site(graph)
    page = site.file("en/index.html").decode()
    assert re.search(r'<img [^>]*src="../assets/logo.svg"[^>]*alt="Our lakes"', page)
    assert page.index("assets/site.css") < page.index("assets/theme.css")
    assert site.file("assets/logo.svg") == WIDE_LOGO
    assert {"A", "ŵ"} <= letters_of(TTFont(BytesIO(site.file("assets/own-0.ttf"))))
    style = site.file("assets/theme.css").decode()
    assert "url(own-0.ttf)" in style
    assert "http" not in style


@pytest.mark.parametrize(
    ("theme", "files", "says"),
    [
        ("  logo: theme/logo.svg\n", {}, "model.yaml:3:3 LG008 theme.logo: there is no file theme/logo.svg in the model; put the file there, or take its name out"),
        ("  logo: theme/Logo.svg\n", {"theme/logo.svg": WIDE_LOGO}, "model.yaml:3:3 LG008 theme.logo: there is no file theme/Logo.svg in the model; did you mean theme/logo.svg?"),
        ("  logo: ../logo.svg\n", {}, "model.yaml:3:3 LG008 theme.logo: ../logo.svg is no file below theme/ that ends in .svg, .png; put the file into the folder theme beside model.yaml, and write theme/name"),
        ("  font: theme/a.woff2\n", {}, "model.yaml:3:3 LG008 theme.font.0: theme/a.woff2 is no file below theme/ that ends in .ttf, .otf; put the file into the folder theme beside model.yaml, and write theme/name"),
        ("  font: theme/a.ttf\n", {"theme/a.ttf": b"wOF2...."}, "theme/a.ttf LG001 the file cannot be read: it is a font for the web alone; give the .ttf or .otf file of the font"),
        ("  logo: theme/a.svg\n", {"theme/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'}, "theme/a.svg:1:41 LG014 the picture cannot be published: it has the element script; save it again in the form that its name says; an SVG as a plain one, which runs no script and takes nothing from elsewhere"),
        ("  logo: theme/a.svg\n", {"theme/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://x.example/a.png"/></svg>'}, "theme/a.svg:1:41 LG014 the picture cannot be published: it takes something from elsewhere: href; save it again in the form that its name says; an SVG as a plain one, which runs no script and takes nothing from elsewhere"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_shown_is_told_with_its_place(
    tmp_path: Path, theme: str, files: dict[str, bytes], says: str
) -> None:
    root = write(tmp_path, {"model.yaml": SETTINGS + theme})
    for name, content in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(content)
    assert said(root, lg.read(root)[1]) == [says]


def test_a_broken_font_is_told_by_its_name() -> None:
    graph = themed("  font: theme/a.ttf\n", {"theme/a.ttf": b"\0\1\0\0" + bytes(90)})
    with pytest.raises(lg.KnownError, match=r"theme/a\.ttf is not a font that can be used"):
        lg.draw(graph, path_of(graph)).svg  # noqa: B018 - it is made when it is asked for


def test_files_of_a_theme_are_read_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "logo.svg").write_bytes(WIDE_LOGO)
    graph = lg.themed(lg.example(), lg.Theme(logo="theme/logo.svg"), tmp_path)
    assert "<image" in lg.draw(graph, path_of(graph)).svg
    with pytest.raises(lg.ThemeError, match=r"there is no file theme/logo\.svg in the model"):
        lg.themed(lg.example(), lg.Theme(logo="theme/logo.svg"))
    (tmp_path / "theme" / "logo.svg").write_bytes(b"<svg/>")
    with pytest.raises(lg.ThemeError, match="first element is not svg"):
        lg.themed(lg.example(), lg.Theme(logo="theme/logo.svg"), tmp_path)


def test_a_model_is_saved_with_the_files_of_its_theme(tmp_path: Path) -> None:
    graph = themed("  brand: '#ffd400'\n  logo: theme/logo.svg\n", {"theme/logo.svg": WIDE_LOGO})
    lg.save(graph, tmp_path / "saved")
    again = lg.load(tmp_path / "saved")
    assert again.settings.theme == graph.settings.theme
    assert (tmp_path / "saved" / "theme" / "logo.svg").read_bytes() == WIDE_LOGO
    lg.save(again, tmp_path / "saved")
    assert (tmp_path / "saved" / "theme" / "logo.svg").read_bytes() == WIDE_LOGO


def test_greys_alone_leave_the_colours_of_the_site() -> None:
    day, night = colours(theme_style(lg.Brand(lg.Theme(neutral="#806040"))))
    assert {*day} == {"ground", "ink", "soft", "line", "edge"}
    assert {*night} == {"paper", "ground", "ink", "soft", "line", "edge"}


def test_a_png_that_is_hardly_one_stops_nothing() -> None:
    graph = themed("  logo: theme/a.png\n", {"theme/a.png": b"\x89PNG\r\n\x1a\n"})
    assert "data:image/png;base64," in lg.draw(graph, path_of(graph)).svg


def test_a_logo_of_half_a_megabyte_is_refused(tmp_path: Path) -> None:
    root = write(tmp_path, {"model.yaml": SETTINGS + "  logo: theme/a.svg\n"})
    (root / "theme").mkdir()
    (root / "theme" / "a.svg").write_bytes(WIDE_LOGO + b" " * 512 * 1024)
    assert [one.code for one in lg.read(root)[1]] == ["LG001"]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_report_is_in_the_colours_of_the_network(form: str) -> None:
    pytest.importorskip("docx" if form == "docx" else "typst")
    graph = themed("  brand: '#6b1f4e'\n")
    made = lg.report(graph, one_page=True)
    if form == "docx":
        styles = ZipFile(BytesIO(made.docx())).read("word/styles.xml").decode()
        assert ("6B1F4E" in styles, "1F4E6B" in styles) == (True, False)
    else:
        assert made.pdf()[:5] == b"%PDF-"


def test_the_booklet_of_a_yellow_network_has_dark_words_on_its_cover() -> None:
    pytest.importorskip("typst")
    files = {"theme/a.ttf": stretched(1.1), "theme/logo.svg": WIDE_LOGO}
    theme = "  brand: '#ffd400'\n  font: theme/a.ttf\n  logo: theme/logo.svg\n"
    assert lg.guide_pdf(themed(theme, files))[:5] == b"%PDF-"


BAD_LOGOS = {
    "theme/script.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>evil()</script></svg>',
    "theme/words.svg": b"no picture at all",
    "theme/empty.svg": b"",
    "theme/photo.svg": b"\x89PNG\r\n\x1a\n",
    "theme/entity.svg": b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    "theme/outer.svg": b'<!DOCTYPE svg SYSTEM "x.dtd"><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    "theme/photo.png": b"GIF89a",
}


@pytest.mark.parametrize("name", BAD_LOGOS)
def test_a_refused_logo_is_carried_by_no_graph_and_drawn_nowhere(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"model.yaml": f"{SETTINGS}  logo: {name}\n"})
    (tmp_path / "theme").mkdir()
    (tmp_path / name).write_bytes(BAD_LOGOS[name])
    graph, findings = lg.read(tmp_path)
    assert [one.code for one in findings] == ["LG014"]
    assert graph is not None
    assert not graph.theme_files
    brand = brand_of(graph)
    assert brand is not None
    assert brand.logo is None


def test_a_logo_of_more_pixels_than_a_logo_needs_is_told(tmp_path: Path) -> None:
    """A file of some kilobytes, and 18 megabytes where it is drawn."""
    file = tmp_path / "theme" / "wide.png"
    file.parent.mkdir()
    Image.new("1", (12_000, 12_000)).save(file)
    assert file.stat().st_size < 256 * 1024
    write(tmp_path, {"model.yaml": f"{SETTINGS}  logo: theme/wide.png\n"})
    graph, (told,) = lg.read(tmp_path)
    assert (told.code, "more than 4 million pixels" in told.message()) == ("LG001", True)
    assert not graph.theme_files


def test_a_refused_font_is_carried_by_no_graph(tmp_path: Path) -> None:
    write(tmp_path, {"model.yaml": f"{SETTINGS}  font: [theme/a.ttf]\n"})
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/a.ttf").write_bytes(b"wOF2 and so on")
    graph, findings = lg.read(tmp_path)
    assert [one.code for one in findings] == ["LG001"]
    assert graph is not None
    assert not graph.theme_files


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("theme: {bran: '#ffd400'}", "model/model.yaml:3:9: LG007 theme has no field bran: did you mean brand?"),
        ("site: {xxxxx: 1}", "model/model.yaml:3:8: LG007 site has no field xxxxx: the fields are "),
        ("coverage: {xxxxx: 1}", "model/model.yaml:3:12: LG007 coverage has no field xxxxx: the fields are "),
        ("publisher: {nam: {en: a}}", "model/model.yaml:3:13: LG007 publisher has no field nam: did you mean name?"),
        ("languages: {requird: [en]}", "model/model.yaml:3:13: LG007 languages has no field requird: did you mean required?"),
        ("thme: {}", "model/model.yaml:3:1: LG007 model has no field thme: did you mean theme?"),
    ],
)  # fmt: skip
def test_a_wrong_field_of_nested_settings_is_told_as_theirs(written: str, begins: str) -> None:
    _, findings = lg.read({"model.yaml": f"name: {{en: A}}\nas_of: 2026-08-22\n{written}\n"})
    (found,) = (one for one in findings if one.code == "LG007")
    assert str(found).startswith(begins)
    assert "as_of" not in str(found)
