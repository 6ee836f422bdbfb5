"""The elements that a Word file is made of."""

from __future__ import annotations

from typing import Final, cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from lumme_graph.base import forms
from lumme_graph.base.shown import legal
from lumme_graph.base.speaker import Said

Xml = BaseOxmlElement

TWIPS: Final = 20
"""Twentieths of a point, in which most lengths are given."""
_MM: Final = 1440 / 25.4
_EMU: Final = 36_000


def w(name: str, /, *children: Xml | None, **attributes: str | int) -> Xml:
    """An element of WordprocessingML with its attributes and children."""
    element = cast("Xml", OxmlElement(f"w:{name}"))
    for key, value in attributes.items():
        element.set(qn(f"w:{key.rstrip('_')}"), str(value))
    for child in children:
        if child is not None:
            element.append(child)
    return element


def twips(points: float) -> int:
    """Points as Word counts them."""
    return round(points * TWIPS)


def twips_of_mm(mm: float) -> int:
    """Millimetres as Word counts them on paper."""
    return round(mm * _MM)


def emu(mm: float) -> int:
    """Millimetres as Word counts them in pictures."""
    return round(mm * _EMU)


def text_of(words: str) -> Xml:
    """Words as they are, their spaces too."""
    element = w("t")
    element.text = legal(words)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def run(said: Said, country: str = "", *, style: str = "") -> Xml:
    """Words in one look, with their language where it is another than that of the document."""
    properties = w(
        "rPr",
        w("rStyle", val=style) if style else None,
        language("lang", said.lang, country) if said.fallback else None,
    )
    made = w("r", properties if len(properties) else None)
    for place, line in enumerate(said.words.splitlines() or [""]):
        if place:
            made.append(w("br"))
        made.append(text_of(line))
    return made


def language(name: str, tag: str, country: str) -> Xml:
    """The language of words, for those who read them aloud or check their spelling."""
    full = forms.regional(tag, country)
    if forms.direction(tag) == "rtl":
        return w(name, bidi=full)
    return w(name, val=full)


def field(instruction: str, shown: str = "") -> list[Xml]:
    """What the program works out itself, such as the number of a page, and what it shows till then."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", code),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", text_of(shown)),
        w("r", w("fldChar", fldCharType="end")),
    ]


def body_of(document: Document) -> Xml:
    """What holds the text of a document."""
    return cast("Xml", document.element[0])


def element_of(thing: object) -> Xml:
    """The element behind an object of python-docx."""
    return cast("Xml", thing)
