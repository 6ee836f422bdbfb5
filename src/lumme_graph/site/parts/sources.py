"""The sources of a page as a numbered list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import Source
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here

_SOURCES: Final = Label("Sources", "of a page")
_PUBLISHED: Final = Label("Published {day}.")
_READ: Final = Label("Read {day}.")


def sources(here: Here, refs: Iterable[str]) -> Iterator[Child]:
    """The chapter of sources, each once; nothing without any."""
    found = [one for ref in dict.fromkeys(refs) if isinstance(one := here.graph.find(ref), Source)]
    if found:
        yield h("h2", here.say(_SOURCES), id="sources")
        yield h(
            "ol", [h("li", source_line(here, one), id=one.id) for one in found], class_="sources"
        )


def source_line(here: Here, source: Source) -> list[Child]:
    """What a source is, of which day, and when it was read."""
    made: list[Child] = [_called(here, source)]
    for words, day in ((_PUBLISHED, source.published), (_READ, source.read)):
        made += [" ", here.say(words, day=day)] if day else []
    return made


def _called(here: Here, source: Source) -> Child:
    words = source.citation if source.citation.endswith((".", "?", "!")) else f"{source.citation}."
    if here.href(source.id):
        return here.link(source, words)
    return _outside(source.url, words) if source.url else words


def _outside(url: str, words: str) -> ET.Element:
    return h("a", words, href=url, rel="external noopener")
