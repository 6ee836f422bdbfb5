"""A drawing on a page: the picture, its words for those who do not see it, and a way to see it large."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.drawing.kinds import DRAWINGS
from lumme_graph.reports.html.page import table
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.pictures import Picture, is_drawn

_LARGE: Final = Label("Open large")
_FACTS: Final = Label("The same as a table")


def picture(here: Here, kind: str, id_: str, *, facts: bool = False) -> list[Child]:
    """A drawing, where the edition has it; with `facts`, also as a table that can be opened."""
    drawing_kind = DRAWINGS[kind]
    if not here.is_for_staff and not drawing_kind.is_for_customers:
        return []
    if not is_drawn(here.plan, here.key.edition, drawing_kind, id_):
        return []
    one = Picture(here.key.edition, here.lang, kind, id_)
    drawing = one.drawing(here.plan)
    href = here.to(one.address)
    title = drawing.shape.head.name
    image = h("img", src=href, alt=title, loading="lazy")
    made: list[Child] = [
        h("div", image, class_="picture", tabindex="0", role="region", aria_label=title),
        h("p", h("a", here.say(_LARGE), href=href)),
    ]
    if facts:
        told = h("details", h("summary", here.say(_FACTS)), table(drawing.table, captioned=False))
        made.append(told)
    return made
