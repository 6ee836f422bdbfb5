"""All drawings of the model: those of the whole first, then of each kind of element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.forms import capital
from lumme_graph.base.label import Label
from lumme_graph.drawing.kinds import DRAWINGS, DrawingKind
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.pictures import picture
from lumme_graph.site.pictures import Picture, drawn
from lumme_graph.site.registry import PAGES

_LEDE: Final = Label(
    "For the wall or a slide: lumme draw makes the same for A3 and A4, as SVG, PNG and PDF."
)
_IN_WORDS: Final = Label("The same in words")
_TOLD: Final = {
    "coverage": "coverage",
    "chain": "development",
    "calendar": "events",
}
"""The pages that tell in words what a drawing of the whole model shows."""


def body(here: Here) -> Body:
    """Every drawing, the large ones shown, the others as links."""
    return Body(title=here.say(PAGES["drawings"].name), main=_main(here), look="sheet")


def _main(here: Here) -> Iterator[Child]:
    yield h("p", here.say(_LEDE), class_="lede")
    for kind in DRAWINGS.values():
        ids = drawn(here.plan, here.key.edition, kind)
        if ids and kind.of is None:
            head = _of(here, kind, kind.name).drawing(here.plan).shape.head
            yield h(
                "h2",
                head.kind._replace(words=capital(head.kind.words, head.kind.lang)),
                id=kind.name,
            )
            words = _TOLD.get(kind.name, "")
            href = here.href(words) if words else ""
            yield from picture(here, kind.name, kind.name, facts=not href)
            if href:
                yield h("p", h("a", here.say(_IN_WORDS), href=href))
    for kind in DRAWINGS.values():
        ids = drawn(here.plan, here.key.edition, kind)
        if ids and kind.of is not None:
            yield h("h2", here.say(kind.heading), id=kind.name)
            yield h("ul", [h("li", _link(here, kind, id_)) for id_ in ids])


def _link(here: Here, kind: DrawingKind, id_: str) -> Child:
    return h("a", here.name(here.graph[id_]), href=here.to(_of(here, kind, id_).address))


def _of(here: Here, kind: DrawingKind, id_: str) -> Picture:
    return Picture(here.key.edition, here.lang, kind.name, id_)
