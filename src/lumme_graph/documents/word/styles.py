"""The styles of a Word file: those of `look`, those of tables, and of words within a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base import forms
from lumme_graph.documents.look import (
    DocumentLook,
    TextLook,
)
from lumme_graph.documents.word.xml import Xml, language, twips, twips_of_mm, w

TABLE: Final = "LummeTable"
STRONG: Final = "Strong"
LINKED: Final = "Hyperlink"
BULLETS: Final = 1


def style_id(look: TextLook) -> str:
    """What the file calls a style: its name without spaces, as Word makes ids."""
    return "".join(word[:1].upper() + word[1:] for word in look.name.split())


def styles(look: DocumentLook, lang: str, country: str) -> Iterator[Xml]:
    """All styles, the defaults first."""
    is_rtl = forms.direction(lang) == "rtl"
    fonts = _family(look)
    own = language("lang", lang, country)
    size = twips(look.styles["text"].size) // 10
    rtl = w("rtl") if is_rtl else None
    base = w(
        "rPr",
        fonts,
        w("color", val=look.styles["text"].colour),
        w("sz", val=size),
        w("szCs", val=size),
        rtl,
        own,
    )
    spacing = w("spacing", before=0, after=0)
    bidi = w("bidi") if is_rtl else None
    yield w(
        "docDefaults",
        w("rPrDefault", base),
        w("pPrDefault", w("pPr", bidi, spacing)),
    )
    for key, one in look.styles.items():
        yield _paragraph(
            one, is_default=key == "text", is_item=key in {"item", "source"}, room=look
        )
    yield _letters("DefaultParagraphFont", "Default Paragraph Font", is_default=True)
    yield _letters(STRONG, "Strong", w("b"), w("bCs"))
    yield _letters(LINKED, "Hyperlink", w("color", val=look.link), w("u", val="single"))
    yield _plain_table()
    yield _table(look)


def _paragraph(one: TextLook, *, is_default: bool, is_item: bool, room: DocumentLook) -> Xml:
    pt = twips
    size = round(one.size * 2)
    shade = w("shd", val="clear", color="auto", fill=one.fill) if one.fill else None
    tabs = None
    if one.name.startswith("toc ") or one.name in {"header", "footer"}:
        tabs = w("tabs", w("tab", val="right", pos=_right(room)))
    number = w("numPr", w("numId", val=BULLETS)) if is_item else None
    properties = w(
        "pPr",
        w("keepNext") if one.together else None,
        w("keepLines") if one.together else None,
        number,
        _band(one.fill) if one.fill else None,
        shade,
        tabs,
        w(
            "spacing",
            before=pt(one.before),
            after=pt(one.after),
            line=pt(one.pitch),
            lineRule="atLeast",
        ),
        _indent(one, is_item=is_item),
        w("jc", val="right") if one.right else None,
        w("outlineLvl", val=one.level - 1) if one.level else None,
    )
    letters = w(
        "rPr",
        w("b") if one.bold else None,
        w("bCs") if one.bold else None,
        w("color", val=one.colour),
        w("sz", val=size),
        w("szCs", val=size),
    )
    made = w("style", type="paragraph", styleId=style_id(one))
    if is_default:
        made.set(f"{{{made.nsmap['w']}}}default", "1")
    follows = one.level or one.together
    parts = (
        w("name", val=one.name),
        None if is_default else w("basedOn", val="Normal"),
        w("next", val="Normal") if follows else None,
        w("qFormat"),
        properties,
        letters,
    )
    for part in parts:
        if part is not None:
            made.append(part)
    return made


def _right(look: DocumentLook) -> int:
    return twips_of_mm(look.room)


def _band(fill: str) -> Xml:
    """A coloured band keeps its words off its edges."""
    sides = ("top", "left", "bottom", "right")
    return w("pBdr", *(w(side, val="single", sz=4, space=5, color=fill) for side in sides))


def _indent(one: TextLook, *, is_item: bool) -> Xml | None:
    if is_item:
        return w("ind", left=twips(one.indent), hanging=twips(one.indent))
    if one.fill:
        return w("ind", left=twips(6), right=twips(6))
    return w("ind", left=twips(one.indent)) if one.indent else None


def _letters(id_: str, name: str, *look: Xml, is_default: bool = False) -> Xml:
    made = w("style", w("name", val=name), type="character", styleId=id_)
    if is_default:
        made.set(f"{{{made.nsmap['w']}}}default", "1")
    if look:
        made.append(w("rPr", *look))
    return made


def _plain_table() -> Xml:
    made = w("style", w("name", val="Normal Table"), type="table", styleId="TableNormal")
    made.set(f"{{{made.nsmap['w']}}}default", "1")
    return made


def _table(look: DocumentLook) -> Xml:
    """Hairlines between rows, a head on a pale ground under a line."""
    pad = twips(look.cell)
    inner = w("insideH", val="single", sz=4, space=0, color=look.hair)
    under = w("bottom", val="single", sz=4, space=0, color=look.hair)
    margins = w(
        "tblCellMar",
        w("top", w=pad, type="dxa"),
        w("left", w=twips(4), type="dxa"),
        w("bottom", w=pad, type="dxa"),
        w("right", w=twips(4), type="dxa"),
    )
    line = w("tcBorders", w("bottom", val="single", sz=8, space=0, color=look.accent))
    ground = w("shd", val="clear", color="auto", fill=look.pale)
    return w(
        "style",
        w("name", val="Lumme Table"),
        w("basedOn", val="TableNormal"),
        w("tblPr", w("tblBorders", under, inner), margins),
        w("tblStylePr", w("tcPr", line, ground), type="firstRow"),
        type="table",
        styleId=TABLE,
    )


def _family(look: DocumentLook) -> Xml:
    return w("rFonts", ascii=look.family, hAnsi=look.family, cs=look.family, eastAsia=look.family)


def numbering(look: DocumentLook) -> Iterator[Xml]:
    """The one list: a bullet before each thing."""
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("lvlText", val="•"),
        w("lvlJc", val="left"),
        w(
            "rPr",
            w("rFonts", ascii=look.family, hAnsi=look.family, cs=look.family),
            w("color", val=look.accent),
        ),
        ilvl=0,
    )
    yield w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=0)
    yield w("num", w("abstractNumId", val=0), numId=BULLETS)
