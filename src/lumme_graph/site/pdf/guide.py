"""The whole guide as one tagged PDF."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Final

from lumme_graph.base.error import KnownError
from lumme_graph.drawing.text.fonts import Fonts, branded
from lumme_graph.drawing.typeset import TypesetError, typeset
from lumme_graph.elements.guide import Section
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.site.edition import Edition, edition_of
from lumme_graph.site.pdf.book import book
from lumme_graph.site.pdf.setting import Setting
from lumme_graph.site.plan import Plan
from lumme_graph.views.brand import brand_of


class GuideError(KnownError):
    """There is no guide to publish; the message says what is missing."""


def guide_pdf(
    graph: ServiceGraph,
    *,
    lang: str | None = None,
    edition: Edition | str = Edition.CUSTOMER,
    fonts: Fonts | None = None,
) -> bytes:
    """The guide as a booklet, tagged (PDF/UA-1), in the model's first language by default.

    A section that is not written in the language is left out. `fonts` are for letters that the
    carried ones lack. Raises `GuideError` where no section is left, `DrawError` where the extra
    `pdf` is not installed, `LanguageError` where there are no words in the language, and
    `EditionError` for an unknown edition.
    """
    need_graph(graph)
    setting = _setting(graph, lang, edition, fonts)
    made = book(setting)
    template = files("lumme_graph.site.pdf").joinpath("guide.typ").read_text(encoding="utf-8")
    pictures = {name: Path(graph.root, name).read_bytes() for name in setting.pictures}
    if (brand := brand_of(graph)) and brand.logo:
        pictures[brand.logo.name] = brand.logo.content
    try:
        with setting.fonts.on_disk() as given:
            told = {"book": json.dumps(made)}
            return typeset(template, told, pictures, given, setting.day.date)
    except TypesetError as error:
        for name, data in pictures.items():
            _see(name, data, error)
        raise


def _see(name: str, data: bytes, error: TypesetError) -> None:
    """Raise the error with the name of the picture, where that alone cannot be set either."""
    try:
        typeset(_ONE_PICTURE, {"file": name}, {name: data})
    except TypesetError as other:
        if str(other) == str(error):
            raise TypesetError(f"{name}: {error}") from error


_ONE_PICTURE: Final = """
#set document(title: sys.inputs.file)
#image(sys.inputs.file, alt: sys.inputs.file)
"""


def guide_lacking(
    graph: ServiceGraph,
    *,
    lang: str | None = None,
    edition: Edition | str = Edition.CUSTOMER,
    fonts: Fonts | None = None,
) -> str:
    """The characters of the guide that stand as codes in its PDF. Raises as `guide_pdf` does."""
    need_graph(graph)
    setting = _setting(graph, lang, edition, fonts)
    book(setting)
    return "".join(setting.lacking)


def _setting(
    graph: ServiceGraph, lang: str | None, wanted: Edition | str, fonts: Fonts | None
) -> Setting:
    edition = edition_of(wanted)
    speak = graph.speaker(graph.settings.languages.required[0] if lang is None else lang)
    setting = Setting(Plan(graph, (edition,)), edition, speak, branded(brand_of(graph), fonts))
    if not setting.chapters:
        raise GuideError(_nothing(setting))
    return setting


def _nothing(setting: Setting) -> str:
    """Why there is nothing to publish, and what to do."""
    lang = setting.speak.lang
    if not setting.graph.all(Section):
        return (
            "the model has no guide: write a section (section-loans in a YAML file, "
            f"its text in guide/section-loans.{lang}.md)"
        )
    there = setting.plan.languages[setting.edition]
    others = [tag for tag in there if tag != lang and _is_written(setting, tag)]
    if others:
        return f"no section of the guide is written in {lang}; there are {', '.join(others)}"
    if setting.edition is Edition.CUSTOMER:
        return "no section of the guide is published for customers: see their status and audience"
    return f"no section of the guide has a text: write guide/section-….{lang}.md"


def _is_written(setting: Setting, tag: str) -> bool:
    other = Setting(setting.plan, setting.edition, setting.graph.speaker(tag))
    return bool(other.chapters)
