"""The services and where they are offered, and the paths as pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.truth import Truth
from lumme_graph.documents.blocks import Block, PictureBlock, SidewaysPages
from lumme_graph.documents.telling import Telling
from lumme_graph.drawing.draw import draw
from lumme_graph.drawing.picture import Drawing
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Service
from lumme_graph.graph.names import joined, name_label

TITLE: Final = Label("Services and paths")
_NO_SERVICE: Final = Label("The model holds no service.")
_NO_PATH: Final = Label("The model holds no service path.")
_OFFERS: Final = Label(
    "At how many of the {n} libraries each service is offered. Not known is not a no: nobody has "
    "recorded it."
)
_HEADS: Final = (
    Label("Service"),
    Label("Met at"),
    Label("Offered"),
    Label("Not offered"),
    Label("Not known"),
)
_MORE_PLACES: Final = 3
_SHEET: Final = Label("Sheet {n} of {of}: {what}")
_MARGIN: Final = 9.0
"""The margin of a drawn sheet that the page of the report has itself."""


def chapter(tell: Telling) -> Iterator[Block]:
    """A table of the services, then each path on a page of its own."""
    yield tell.heading(TITLE)
    services = tell.day.all(Service)
    if services:
        n = len(tell.day.libraries)
        yield tell.text(_OFFERS.fill(n=n))
        rows = [_row(tell, one) for one in services]
        yield tell.table(TITLE, _HEADS, rows, (29, 37, 11, 11, 12), right=(2, 3, 4))
    else:
        yield tell.text(_NO_SERVICE)
    paths = tell.graph.all(Path)
    if not paths:
        yield tell.text(_NO_PATH)
    pages = tuple(block for path in paths for block in _path(tell, path))
    if pages:
        yield SidewaysPages(pages)


def _row(tell: Telling, one: Service) -> tuple[Sayable, ...]:
    at: Counter[Truth] = Counter(tell.day.offers.row(one))
    places = [found for ref in one.touchpoints if (found := tell.graph.get(ref))]
    named = [name_label(place) for place in places[:_MORE_PLACES]]
    met = joined(named) if len(places) <= _MORE_PLACES else joined([*named, "…"])
    return (tell.marked(one), met if places else "–", at[True], at[False], at[None])


def _path(tell: Telling, path: Path) -> Iterator[Block]:
    tell.cite(path.sources)
    drawing = draw(tell.graph, path.id, lang=tell.speak.lang, sheet="a4", fonts=tell.fonts)
    if drawing.is_empty:
        return
    yield tell.heading(name_label(path), 2)
    yield from pictures(tell, drawing)


def pictures(tell: Telling, drawing: Drawing) -> Iterator[PictureBlock]:
    """The sheets of a drawing; what they show stands in words beside the first."""
    scenes = drawing.printed
    for n in range(len(scenes)):
        alt = drawing.text.strip()
        if n:
            alt = tell.say(_SHEET, n=n + 1, of=len(scenes), what=drawing.title.words).shown
        yield PictureBlock(drawing, n, alt, _MARGIN)
