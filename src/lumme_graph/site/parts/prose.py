"""The prose of a section as HTML: links to pages of this edition, facts with their source, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.base.urls import is_safe
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.parts import Fact
from lumme_graph.graph.prose import facts_named, target_of
from lumme_graph.reading.prose import Insert
from lumme_graph.reading.prose_tree import (
    Block,
    CodeBlock,
    CodeSpan,
    Emphasis,
    FactSpan,
    HeadingBlock,
    Inline,
    LineBreak,
    LinkSpan,
    ListBlock,
    Paragraph,
    PictureSpan,
    ProseWords,
    Quote,
    RuleLine,
    Strong,
    TableBlock,
)
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import LOOKS, Here
from lumme_graph.site.images import image_address, image_file
from lumme_graph.site.parts.instructions import sentences
from lumme_graph.views.standing import LETTERS

OURS: Final = frozenset({"main", "q", "desk", "differs", "sources", "journey"})
"""What the page itself calls its parts; a heading of the prose with such an anchor has another."""

_SPACES: Final = re.compile(r"[ \t\n]+")
_FIRST: Final = 2
_DEEPEST: Final = 6


def prose(here: Here, section: Section) -> list[Child]:
    """The text of a section in the language of the page; nothing where there is none."""
    text = here.graph.prose(section).get(here.lang)
    return list(_Writer(here, section).blocks(text.tree, top=True)) if text else []


def inserted(here: Here, section: Section) -> list[Fact]:
    """The facts that the text takes its numbers from."""
    text = here.graph.prose(section).get(here.lang)
    names = [part.name for part in text.parts if isinstance(part, Insert)] if text else []
    return [
        fact
        for name in dict.fromkeys(filter(None, names))
        for fact in facts_named(here.graph, section, name)[:1]
    ]


def lead(here: Here, section: Section) -> str:
    """The first sentence of the text, in plain words."""
    text = here.graph.prose(section).get(here.lang)
    first = next((one for one in text.tree if isinstance(one, Paragraph)), None) if text else None
    if first is None:
        return ""
    return sentences(_SPACES.sub(" ", _words(here, section, first.children)).strip())[0]


def _words(here: Here, section: Section, parts: Iterable[Inline]) -> str:
    said: list[str] = []
    for part in parts:
        match part:
            case ProseWords(words) | CodeSpan(words):
                said.append(words)
            case Strong(children) | Emphasis(children) | LinkSpan(_, children):
                said.append(_words(here, section, children))
            case FactSpan(name, written):
                facts = facts_named(here.graph, section, name) if name else []
                said.append(number(here, facts[0].value).words if facts else written)
            case PictureSpan() | LineBreak():
                said.append(" ")
    return "".join(said)


def anchor_of(anchor: str) -> str:
    """Where a heading of the prose stands on its page."""
    return f"text.{anchor}" if anchor in OURS else anchor


class _Writer:
    """Writes the prose of one section."""

    def __init__(self, here: Here, section: Section) -> None:
        self.here = here
        self.section = section
        self.heading: str = here.name(section).shown

    def blocks(self, blocks: Iterable[Block], *, top: bool = False) -> Iterator[Child]:
        """Blocks in order; `top` are those that stand in nothing else."""
        for place, block in enumerate(blocks):
            match block:
                case Paragraph(children, tight):
                    words = self.inlines(children)
                    yield from words if tight else [h("p", words, **_look(block, top, place))]
                case HeadingBlock():
                    yield self._heading(block)
                case ListBlock():
                    yield self._list(block, top=top)
                case Quote(inner):
                    yield h("blockquote", list(self.blocks(inner)))
                case CodeBlock(_, words):
                    yield h("pre", h("code", words), tabindex="0")
                case TableBlock():
                    yield self._table(block)
                case RuleLine():
                    yield h("hr")

    def _heading(self, block: HeadingBlock) -> ET.Element:
        level = min(max(block.level, _FIRST), _DEEPEST)
        made = h(f"h{level}", self.inlines(block.children), id=anchor_of(block.anchor))
        self.heading = "".join(made.itertext())
        return made

    def _list(self, block: ListBlock, *, top: bool) -> ET.Element:
        items = [h("li", list(self.blocks(item))) for item in block.items]
        if not block.ordered:
            return h("ul", items)
        if block.start != 1:
            return h("ol", items, start=str(block.start))
        return h("ol", items, **({"class_": "steps"} if top else {}))

    def _table(self, block: TableBlock) -> ET.Element:
        looks = [{"class_": "number"} if one == "right" else {} for one in block.alignment]
        head = [
            h("th", self.inlines(cell), scope="col", **look) if cell else h("td")
            for cell, look in zip(block.head, looks, strict=True)
        ]
        rows = [
            h("tr", [self._cell(place, cell, looks[place]) for place, cell in enumerate(row)])
            for row in block.rows
        ]
        table = h("table", h("thead", h("tr", head)), h("tbody", rows))
        return h("div", table, class_="wide", role="region", tabindex="0", aria_label=self.heading)

    def _cell(self, place: int, cell: tuple[Inline, ...], look: dict[str, str]) -> ET.Element:
        if place == 0 and cell:
            return h("th", self.inlines(cell), scope="row")
        return h("td", self.inlines(cell), **look)

    def inlines(self, parts: Iterable[Inline], *, linked: bool = False) -> list[Child]:
        """What stands in a line; in a link, facts are no links of their own."""
        return [child for part in parts for child in self._inline(part, linked)]

    def _inline(self, part: Inline, linked: bool) -> Iterator[Child]:
        match part:
            case ProseWords(words):
                yield words
            case Strong(children):
                yield h("strong", self.inlines(children, linked=linked))
            case Emphasis(children):
                yield h("em", self.inlines(children, linked=linked))
            case CodeSpan(words):
                yield h("code", words)
            case LinkSpan(target, children):
                yield from self._link(target, self.inlines(children, linked=True))
            case PictureSpan(target, alt):
                yield self._picture(target, alt)
            case FactSpan(name, written):
                yield self._fact(name, written, linked=linked)
            case LineBreak():
                yield h("br")

    def _link(self, target: str, words: list[Child]) -> list[Child]:
        """A link; what has no page here stays words."""
        if target.startswith("#"):
            return [h("a", words, href=f"#{anchor_of(target[1:])}")]
        if found := target_of(target):
            fragment = self._fragment(found.id, found.step, found.anchor)
            href = self.here.href(found.id, fragment)
            return [h("a", words, href=href)] if href else words
        if ":" in target and is_safe(target):
            return [h("a", words, href=target, rel="external noopener")]
        return words

    def _fragment(self, id_: str, step: str, anchor: str) -> str:
        """The part of a page that a link means: a step of a path, or a heading of a section."""
        match self.here.graph.find(id_):
            case Path():
                return f"{id_}.{step or anchor}" if step or anchor else ""
            case Section():
                return anchor_of(anchor) if anchor else ""
            case _:
                return ""

    def _picture(self, target: str, alt: str) -> Child:
        file = image_file(self.here.plan, target)
        if not file:
            return alt
        src = self.here.to(image_address(self.here.key.edition, file))
        return h("img", src=src, alt=alt, loading="lazy")

    def _fact(self, name: str, written: str, *, linked: bool) -> Child:
        """The number of a fact in the form of the language, with its letter, linked to its source."""
        facts = facts_named(self.here.graph, self.section, name) if name else []
        if not facts:
            return written
        fact, here = facts[0], self.here
        owner = here.graph.find(name.rpartition(".")[0]) or self.section
        standing = fact.standing or getattr(owner, "standing", None)
        letter = [h("b", LETTERS[standing], class_=LOOKS[standing])] if standing else []
        refs: tuple[str, ...] = fact.sources or getattr(owner, "sources", ())
        source = next((ref for ref in refs if ref in here.graph), None)
        said = number(here, fact.value)
        if source is None or linked:
            return h("span", said, letter, class_="fact")
        return h("a", said, letter, class_="fact", href=f"#{source}")


def number(here: Here, value: str) -> Said:
    """A number in the form of the language; what is no number, as it is written."""
    said: Sayable = value
    try:
        said = Decimal(value) if value.isascii() and value[:1].isdigit() else value
    except InvalidOperation:
        said = value
    return here.say(said)


def _look(block: Paragraph, top: bool, place: int) -> dict[str, str]:
    """The first paragraph leads; one that is strong as a whole is a note."""
    if not top:
        return {}
    if len(block.children) == 1 and isinstance(block.children[0], Strong):
        return {"class_": "note"}
    return {"class_": "lede"} if place == 0 else {}
