"""What every part of the booklet needs: the graph, for whom, in which language, and how words go in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeAlias

from lumme_graph.base import forms
from lumme_graph.base.shown import plain
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.drawing.text.fonts import Fonts, carried
from lumme_graph.drawing.text.missing import missing, raster_text
from lumme_graph.drawing.typeset import language
from lumme_graph.elements.evidence import Source, Standing
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.site.edition import Edition, shows
from lumme_graph.site.plan import Plan
from lumme_graph.views.standing import LETTERS

_LINES: Final = re.compile("([\u2500-\u257f]+)")

Data: TypeAlias = dict[str, Any]
"""What the template reads; nothing in it is markup."""


@dataclass(frozen=True)
class Setting:
    """A booklet in the making; `pictures` and `lacking` gather what was met in it.

    The names of its pictures, and the characters that no font has.
    """

    plan: Plan
    edition: Edition
    speak: Speaker
    fonts: Fonts = field(default_factory=carried)
    pictures: dict[str, None] = field(default_factory=dict[str, None])
    lacking: dict[str, None] = field(default_factory=dict[str, None])

    @property
    def graph(self) -> ServiceGraph:
        """The graph that the booklet shows."""
        return self.plan.graph

    @property
    def day(self) -> Day:
        """The graph on its day."""
        return self.plan.day

    @property
    def is_for_staff(self) -> bool:
        """Is it the edition for staff?"""
        return self.edition is Edition.STAFF

    @cached_property
    def chapters(self) -> tuple[Section, ...]:
        """The sections of the edition that are written in the language, in the order of the guide."""
        return tuple(
            section
            for section in self.plan.sections
            if self.speak.lang in self.graph.prose(section)
            and shows(self.edition, section, self.day)
        )

    @cached_property
    def told_in(self) -> dict[str, Section]:
        """The chapter that tells each path step by step: the first that is about it."""
        found: dict[str, Section] = {}
        for section in self.chapters:
            for link in section.covers:
                path = self.graph.find(link.item)
                if isinstance(path, Path) and shows(self.edition, path, self.day):
                    found.setdefault(path.id, section)
        return found

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link within the booklet can lead to: chapters, their headings, paths and steps."""
        headings = (
            f"{section.id}#{heading.anchor}"
            for section in self.chapters
            for heading in self.graph.prose(section)[self.speak.lang].headings
        )
        steps = (f"{id_}/{step.id}" for id_ in self.told_in for step in self.graph[Path, id_].steps)
        return frozenset((*(one.id for one in self.chapters), *headings, *self.told_in, *steps))

    def text(self, words: str) -> str:
        """Words that some font can show; a code or a name for what none can."""
        self.lacking.update(dict.fromkeys(missing(words, self.fonts)))
        return raster_text(words, self.fonts)

    def code(self, words: str) -> str:
        """Words in the font of code, which has the lines of tables besides."""
        parts = _LINES.split(words)
        return "".join(part if n % 2 else self.text(part) for n, part in enumerate(parts))

    def plain(self, what: Sayable) -> str:
        """Words where there is no typography: titles of the file, bookmarks, words of pictures."""
        return plain(self.text(self.speak(what).shown))

    def say(self, what: Sayable | Said, /, **params: object) -> Data:
        """Something said: its words, and their language where that is another."""
        said = what if isinstance(what, Said) else self.speak(what, **params)
        return {"words": self.text(said.words), "lang": _other(said)}

    def capital(self, what: Sayable, /, **params: object) -> Data:
        """The same, with a capital at its beginning."""
        return self.say(self.speak.capital(what, **params))

    def capital_said(self, said: Said) -> Data:
        """What was said already, with a capital at its beginning."""
        return self.say(said._replace(words=forms.capital(said.words, said.lang)))


def _other(said: Said) -> str | None:
    return language(said.lang) if said.fallback else None


def bare_mark(standing: Standing) -> Data:
    """The letter of a standing, without sources."""
    return {"letter": LETTERS[standing], "look": standing.value, "sources": []}


@dataclass(frozen=True)
class Sources:
    """The sources of a chapter, numbered in the order in which they are met."""

    setting: Setting
    chapter: str
    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def mark(self, standing: Standing | None, refs: tuple[str, ...] = ()) -> Data | None:
        """The letter of a standing and the numbers of its sources; None where none is said."""
        if standing is None:
            return None
        return bare_mark(standing) | {"sources": self.cite(refs)}

    def cite(self, refs: tuple[str, ...]) -> list[Data]:
        """The numbers of sources, each with where it leads."""
        known = (ref for ref in refs if self.setting.graph.find(ref) is not None)
        numbers = [self.numbers.setdefault(ref, len(self.numbers) + 1) for ref in known]
        return [{"number": str(n), "to": self._label(n)} for n in sorted(numbers)]

    def listed(self) -> list[Data]:
        """Every source that was cited."""
        graph, say = self.setting.graph, self.setting.say
        found = [(n, graph[Source, ref]) for ref, n in self.numbers.items()]
        return [
            {
                "number": str(n),
                "label": self._label(n),
                "citation": say(source.citation),
                "where": say(source.where) if source.where else None,
                "url": source.url,
                "published": say(source.published) if source.published else None,
                "read": say(source.read) if source.read else None,
            }
            for n, source in found
        ]

    def _label(self, number: int) -> str:
        return f"{self.chapter}:source-{number}"
