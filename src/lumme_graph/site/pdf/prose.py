"""The prose of a section as data: each block and each part of a line says what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from lumme_graph.base.urls import SCHEMES, is_safe
from lumme_graph.elements.guide import Section
from lumme_graph.elements.parts import Fact
from lumme_graph.graph.prose import facts_named, target_of
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
from lumme_graph.site.pdf.setting import Data, Setting, Sources

_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})
_FOLDER: Final = "guide"


@dataclass(frozen=True)
class ChapterProse:
    """Writes the prose of one chapter; its headings stand below the chapter's, none skipping a level."""

    setting: Setting
    section: Section
    sources: Sources
    _above: list[int] = field(default_factory=list[int])

    def blocks(self, blocks: Iterable[Block]) -> list[Data]:
        """The blocks in order."""
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Data:
        made: Data
        match block:
            case HeadingBlock():
                made = {
                    "is": "heading",
                    "level": self._level(block.level),
                    "label": f"{self.section.id}#{block.anchor}",
                    "children": self._line(block.children),
                }
            case Paragraph(children=(PictureSpan() as only,)):
                made = self._inline(only)
            case Paragraph():
                made = {"is": "paragraph", "children": self._line(block.children)}
            case ListBlock():
                made = {
                    "is": "list",
                    "ordered": block.ordered,
                    "start": block.start,
                    "tight": all(isinstance(one, Paragraph) and one.tight for one in _first(block)),
                    "items": [self.blocks(item) for item in block.items],
                }
            case Quote():
                made = {"is": "quote", "blocks": self.blocks(block.blocks)}
            case CodeBlock():
                made = {"is": "code-block", "words": self.setting.code(block.words.rstrip("\n"))}
            case TableBlock():
                made = {
                    "is": "table",
                    "head": [self._line(cell) for cell in block.head],
                    "rows": [[self._line(cell) for cell in row] for row in block.rows],
                    "sides": [side or "start" for side in block.alignment],
                }
            case RuleLine():
                made = {"is": "rule"}
        return made

    def _level(self, written: int) -> int:
        """The level below the chapter: one more than that of the heading that it stands under."""
        while self._above and self._above[-1] >= written:
            self._above.pop()
        self._above.append(written)
        return 1 + len(self._above)

    def _line(self, parts: Iterable[Inline]) -> list[Data]:
        return [self._inline(part) for part in parts]

    def _inline(self, part: Inline) -> Data:
        made: Data
        match part:
            case ProseWords():
                made = self._words(part.words)
            case Strong():
                made = {"is": "strong", "children": self._line(part.children)}
            case Emphasis():
                made = {"is": "emphasis", "children": self._line(part.children)}
            case CodeSpan():
                made = {"is": "code", "words": self.setting.code(part.words)}
            case LinkSpan():
                made = self._link(part)
            case PictureSpan():
                made = self._picture(part)
            case FactSpan():
                made = self._fact(part)
            case LineBreak():
                made = {"is": "break"}
        return made

    def _words(self, words: str) -> Data:
        return {"is": "words", "words": self.setting.text(words)}

    def _link(self, link: LinkSpan) -> Data:
        """A link to another place of the booklet or out of it; where there is neither, its words."""
        children = self._line(link.children)
        if to := self._within(link.target):
            return {"is": "inner", "to": to, "children": children}
        if link.target.partition(":")[0].lower() in SCHEMES and is_safe(link.target):
            return {"is": "outer", "url": link.target, "children": children}
        return {"is": "span", "children": children}

    def _within(self, target: str) -> str:
        """The place of the booklet that a target means; none where it has no such place."""
        if target.startswith("#"):
            found = [f"{self.section.id}{target}"]
        elif named := target_of(target):
            steps = [f"{named.id}/{named.anchor}", named.address]
            found = [f"{named.id}#{named.anchor}", *steps, named.id]
        else:
            found = []
        return next((one for one in found if one in self.setting.anchors), "")

    def _picture(self, picture: PictureSpan) -> Data:
        """A picture of the guide's folder; its words where there is none that can be set."""
        name = f"{_FOLDER}/{unquote(picture.target)}"
        can_be_set = PurePosixPath(name).suffix.lower() in _PICTURES
        if not can_be_set or name not in self.setting.graph.files.images:
            return self._words(picture.alt)
        self.setting.pictures[name] = None
        return {"is": "picture", "file": name, "alt": self.setting.text(picture.alt)}

    def _fact(self, span: FactSpan) -> Data:
        """The value of a fact in the form of the language, with its letter and sources."""
        facts = facts_named(self.setting.graph, self.section, span.name) if span.name else []
        if not facts:
            return self._words(span.written)
        owner = self.setting.graph.find(span.name.rpartition(".")[0]) or self.section
        standing = facts[0].standing or getattr(owner, "standing", None)
        mark = self.sources.mark(standing, facts[0].sources)
        return {"is": "fact", "words": self._value(facts[0]), "mark": mark}

    def _value(self, fact: Fact) -> str:
        try:
            number = Decimal(fact.value)
        except InvalidOperation:
            return self.setting.text(fact.value)
        return self.setting.speak(number).words if number.is_finite() else fact.value


def _first(block: ListBlock) -> list[Block]:
    return [item[0] for item in block.items if item]
