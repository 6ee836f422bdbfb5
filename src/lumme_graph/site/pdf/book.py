"""The booklet as data: its title page, its chapters, and what stands at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.coverage.links import scopes
from lumme_graph.analysis.rules import values_at
from lumme_graph.base.label import Label
from lumme_graph.drawing.typeset import language
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.who import Branch, Organisation
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.site.edition import MADE
from lumme_graph.site.pdf.chapter import chapter, exception
from lumme_graph.site.pdf.setting import Data, Setting, bare_mark
from lumme_graph.site.value_words import PERHAPS, amount, key_words
from lumme_graph.views.brand import brand_of

_KEY: Final = {
    Standing.SOURCED: Label("sourced: it was read in a source"),
    Standing.DERIVED: Label("derived: it follows from sources"),
    Standing.ILLUSTRATIVE: Label("illustrative: it was invented as an example"),
}
_AS_OF: Final = Label("As of {day}")
_PALE: Final = "#e8f0f4"
_INK: Final = "#16242f"
_LOGO: Final = (50.0, 18.0)
"""The widest and the highest that a logo is, in millimetres."""
_CODES: Final = Label("Letters that no font at hand has stand as codes, such as U+8AAD.")
_NOTHING: Final = Label("No difference is known of: {libraries}.")
_NOT_FOR: Final = Label("Chapters that are not for this library")
_WORDS: Final = {
    "contents": Label("Contents", "of a book"),
    "differs": Label("At single libraries"),
    "order": Label("Path and order"),
    "facts": Label("Facts of this section"),
    "sources": Label("Sources"),
    "text": Label("The wording of this chapter"),
    "see": Label("Told in another chapter"),
    "libraries": Label("What differs in the libraries"),
    "sure": Label("How sure the guide is"),
}
"""Headings, and what stands before a colon."""
_WITHIN: Final = {
    "published": Label("published"),
    "read": Label("read"),
    "page": Label("p. {n}", "a page of a book"),
}
"""What stands within a sentence."""


def book(setting: Setting) -> Data:
    """All that stands in the booklet; what no font has is told at its end."""
    made = _book(setting)
    return made | {"letters": setting.say(_CODES) if setting.lacking else None}


def _book(setting: Setting) -> Data:
    settings, guide = setting.graph.settings, setting.plan.guide
    name = guide.name if guide else settings.name
    about = guide.description if guide else None
    network = setting.graph.get(settings.network)
    chapters = [chapter(setting, section, n) for n, section in enumerate(setting.chapters, 1)]
    return {
        "lang": language(setting.speak.lang),
        "brand": _brand(setting),
        "title": setting.plain(name),
        "name": setting.say(name),
        "network": setting.say(network.name) if network else None,
        "about": setting.say(about) if about else None,
        "statement": setting.say(settings.statement) if settings.statement else None,
        "day": setting.say(_AS_OF, day=setting.day.date),
        "year": [setting.day.date.year, setting.day.date.month, setting.day.date.day],
        "edition": setting.say(setting.edition.label),
        "key": [
            {"mark": bare_mark(one), "words": setting.say(words)} for one, words in _KEY.items()
        ],
        "made": setting.say(MADE, day=setting.day.date, name=settings.name),
        "words": {key: setting.capital(label) for key, label in _WORDS.items()}
        | {key: setting.say(label) for key, label in _WITHIN.items()},
        "chapters": chapters,
        **_libraries(setting),
    }


def _brand(setting: Setting) -> Data | None:
    """The network's own colours, font and logo, where it has any."""
    brand = brand_of(setting.graph)
    if brand is None:
        return None
    pale = brand.hued(_PALE) if brand.accent else None
    width, _ = brand.logo_in(*_LOGO)
    words = setting.plain(brand.logo_text) if brand.logo_text else ""
    return {
        "words": brand.words("", brand.hued(_PALE)) if brand.accent else None,
        "surface": brand.surface,
        "on-surface": brand.on_surface("", _INK) if brand.surface else None,
        "pale": pale,
        "fonts": [setting.fonts.family] if brand.fonts else [],
        "logo": {"file": brand.logo.name, "width": width, "alt": words} if brand.logo else None,
    }


def _libraries(setting: Setting) -> Data:
    """Each library with what differs there, and those of which nothing is known to differ."""
    told = [(library, _library(setting, library)) for library in setting.day.libraries]
    same = [short_label(setting.graph, library) for library, found in told if not _differs(found)]
    return {
        "libraries": [found for _, found in told if _differs(found)],
        "same": setting.say(_NOTHING, libraries=joined(same)) if same else None,
    }


def _differs(library: Data) -> bool:
    return any(library[part] for part in ("exceptions", "values", "not_for"))


def _library(setting: Setting, library: Organisation) -> Data:
    meant = scopes(setting.day)
    reached = [(one, meant.of(one.scope, one.except_)) for one in setting.chapters]
    return {
        "title": setting.say(library.name),
        "exceptions": [
            {"chapter": section.id, "title": setting.say(section.name)}
            | exception(setting, section, one)
            for section in setting.chapters
            for one in section.exceptions
            if one.at == library.id
        ],
        "values": list(_values(setting, library)),
        "not_for_words": setting.say(_NOT_FOR),
        "not_for": [
            {"chapter": section.id, "title": setting.say(section.name)}
            for section, scope in reached
            if scope is not None and library.id not in scope
        ],
    }


def _values(setting: Setting, library: Organisation) -> Iterator[Data]:
    """The values of user rules that are a library's own; for customers those with words."""
    for one in values_at(setting.day, library):
        if one.label is None and not setting.is_for_staff:
            continue
        standing = one.value.standing or one.rule.standing
        branch = [name_label(one.place)] if isinstance(one.place, Branch) else []
        scoped = [*branch, *([] if one.now else [PERHAPS])]
        yield {
            "rule": setting.say(one.label or key_words(one.value)),
            "value": setting.say(amount(setting.speak, one.value, one.label)),
            "for": setting.say(joined(scoped)) if scoped else None,
            "mark": bare_mark(standing) if standing else None,
        }
