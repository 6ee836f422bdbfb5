"""The drawings of a site: which there are in each edition and language, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from lumme_graph.drawing.draw import draw
from lumme_graph.drawing.kinds import DRAWINGS, DrawingKind
from lumme_graph.drawing.picture import Drawing, drawing_id
from lumme_graph.graph.day import Day, once
from lumme_graph.site.edition import Edition, shows
from lumme_graph.site.plan import Plan
from lumme_graph.views.drawn.parts import ALL, Only

_FOR: Final = {Edition.CUSTOMER: Only(for_customers=True), Edition.STAFF: ALL}


class Picture(NamedTuple):
    """A drawing of a site: of which kind, of what, for whom and in which language."""

    edition: Edition
    lang: str
    kind: str
    id: str

    def drawing(self, plan: Plan) -> Drawing:
        """The drawing itself."""
        only = _FOR[self.edition]
        return draw(plan.graph, self.id, kind=self.kind, lang=self.lang, only=only)

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site; nothing is drawn for that."""
        return f"{self.edition.folder}drawings/{drawing_id(self.kind, self.id)}.{self.lang}.svg"


def pictures(plan: Plan) -> Iterator[Picture]:
    """Every drawing that has something to show."""
    for edition, languages in plan.languages.items():
        for kind in DRAWINGS.values():
            for lang in languages if edition is Edition.STAFF or kind.is_for_customers else ():
                yield from (
                    Picture(edition, lang, kind.name, id_) for id_ in drawn(plan, edition, kind)
                )


def drawn(plan: Plan, edition: Edition, kind: DrawingKind) -> list[str]:
    """What of a kind an edition draws."""
    if kind.of is None:
        return [] if kind.name in _empty(plan.day) else [kind.name]
    found = (plan.graph[id_] for id_ in kind.ids(plan.graph))
    return [one.id for one in found if shows(edition, one, plan.day)]


def is_drawn(plan: Plan, edition: Edition, kind: DrawingKind, id_: str) -> bool:
    """Is something among what an edition draws?"""
    if kind.of is None:
        return id_ in drawn(plan, edition, kind)
    return kind.can_show(plan.graph, id_) and shows(edition, plan.graph[id_], plan.day)


@once
def _empty(day: Day) -> frozenset[str]:
    """The kinds of the whole model that have nothing to show."""
    wholes = (kind.name for kind in DRAWINGS.values() if kind.of is None)
    return frozenset(name for name in wholes if draw(day.graph, name, kind=name).is_empty)
