"""What every part of a document needs: the day, the language, and how things are named in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from lumme_graph.analysis.changes import diff
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.documents.blocks import HeadingText, RowsBlock, TextBlock, text
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.changes import ShownDiff, shown_diff
from lumme_graph.views.standing import marked
from lumme_graph.views.table import table

MORE: Final = Label("and {n} more")


@dataclass
class Telling:
    """A document in the making; `cited` gathers the sources of what was told."""

    day: Day
    speak: Speaker
    since: ServiceGraph | None = None
    fonts: Fonts | None = None
    cited: dict[str, None] = field(default_factory=dict[str, None])

    @property
    def graph(self) -> ServiceGraph:
        """The graph of which is told."""
        return self.day.graph

    @cached_property
    def before(self) -> Day | None:
        """The earlier state on its day, where one is given."""
        return Day.of(self.since) if self.since else None

    @cached_property
    def shown(self) -> ShownDiff | None:
        """What differs from the earlier state, where one is given; days are in digits."""
        if self.since is None:
            return None
        return shown_diff(diff(self.since, self.graph).public(), self.speak.in_digits)

    def say(self, what: Sayable, /, **params: object) -> Said:
        """Something said."""
        return self.speak(what, **params)

    def heading(self, what: Sayable, level: int = 1) -> HeadingText:
        """A heading, with a capital at its beginning."""
        return HeadingText(self.speak.capital(what), level)

    def text(self, *what: Sayable, look: str = "text") -> TextBlock:
        """A paragraph."""
        return text(*(self.speak.capital(one) for one in what), look=look)

    def marked(self, element: KeptElement) -> Sayable:
        """An element's name with the letter of its standing; its sources are noted."""
        self.cite(getattr(element, "sources", ()))
        return marked(element)

    def cite(self, sources: Iterable[str]) -> None:
        """Note sources, so that they stand at the end."""
        self.cited.update(dict.fromkeys(map(str, sources)))

    def listed(self, elements: Sequence[KeptElement], most: int | None = None) -> Sayable:
        """Several things, each on a line of its own; how many more there are than are named."""
        named: list[Sayable] = [self.marked(one) for one in elements[:most]]
        if most is not None and len(elements) > most:
            named.append(MORE.fill(n=len(elements) - most))
        return joined(named, "\n")

    def table(
        self,
        title: Sayable,
        heads: Sequence[Sayable],
        rows: Iterable[Iterable[Sayable | Said]],
        widths: tuple[int, ...],
        right: tuple[int, ...] = (),
    ) -> RowsBlock:
        """A table; every cell begins with a capital in its head alone."""
        speak = self.speak.in_digits
        capitals = [speak.capital(head) for head in heads]
        return RowsBlock(table(speak, title, capitals, rows, right=right), widths)
