"""A drawing: what it shows, and its sheets in every form."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.speaker import Said
from lumme_graph.drawing import equivalent, graphs
from lumme_graph.drawing.dyed import dyed
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.palette import dyes
from lumme_graph.drawing.paper import PAPERS, Paper
from lumme_graph.drawing.pdf import pdf
from lumme_graph.drawing.png import png
from lumme_graph.drawing.render import gathered, scenes
from lumme_graph.drawing.scene import Scene
from lumme_graph.drawing.spelling import drawable, lacking
from lumme_graph.drawing.svg import svg
from lumme_graph.drawing.text.fonts import FAMILIES, Fonts, branded
from lumme_graph.drawing.text.metrics import set_in
from lumme_graph.drawing.text.missing import MissingGlyphs
from lumme_graph.drawing.text.raster import for_raster
from lumme_graph.views.brand import Brand
from lumme_graph.views.shapes import Shape, boxes
from lumme_graph.views.table import Table


def drawing_id(kind: str, id_: str) -> str:
    """What a drawing of a kind is called after, and its files: the id of what it shows.

    >>> drawing_id("path", "path-hold"), drawing_id("journey", "path-hold")
    ('path-hold', 'journey-path-hold')
    """
    return id_ if id_ == kind or id_.startswith(f"{kind}-") else f"{kind}-{id_}"


@dataclass(frozen=True, repr=False)
class Drawing:
    """What a drawing shows (`shape`), laid out on sheets of a paper.

    `more` are shapes of the same kind that stand on the same sheets, such as profile cards.
    """

    shape: Shape
    paper: Paper = PAPERS["web"]
    more: tuple[Shape, ...] = ()
    fonts: Fonts | None = None

    @property
    def id(self) -> str:
        """What its files are called after: the kind, and the id of what is drawn."""
        kind = self.shape.kind
        return f"{kind}-cards" if self.more else drawing_id(kind, self.shape.head.id)

    @property
    def lang(self) -> str:
        """The language that it speaks."""
        return self.shape.head.speak.lang

    @property
    def title(self) -> Said:
        """What it shows, in words."""
        head = self.shape.head
        return head.kind if self.more or not head.title.words else head.title

    @property
    def model(self) -> Said:
        """What a document of several drawings is called."""
        return self.shape.head.model

    @property
    def is_empty(self) -> bool:
        """Is there nothing to show?"""
        return not any(True for _ in boxes(self.shape))

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """The sheets, laid out."""
        return self._laid((self.shape, *self.more))

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        """The sheets as SVG documents."""
        own = self.brand.fonts if self.brand else ()
        with collector_paused():
            return tuple(svg(scene, own=own) for scene in self.scenes)

    @property
    def brand(self) -> Brand | None:
        """How the network shows itself in it."""
        return self.shape.head.brand

    @cached_property
    def known(self) -> Fonts:
        """The fonts of PNG and PDF: the network's own, the carried ones, the given ones."""
        return branded(self.brand, self.fonts)

    @property
    def svg(self) -> str:
        """The first sheet, which is the only one of a web drawing."""
        return self.sheets[0]

    @property
    def text(self) -> str:
        """The same facts as plain text."""
        return "\n".join(equivalent.as_text(shape) for shape in (self.shape, *self.more))

    @property
    def table(self) -> Table:
        """The same facts as a table, a row for each."""
        return equivalent.facts_table(self.shape, *self.more)

    @property
    def dot(self) -> str:
        """The drawing as DOT text. Raises `DrawError` where nothing leads to anything."""
        return graphs.dot(self.shape)

    @property
    def mermaid(self) -> str:
        """The drawing as Mermaid text. Raises `DrawError` where nothing leads to anything."""
        return graphs.mermaid(self.shape)

    @property
    def lacking(self) -> tuple[MissingGlyphs, ...]:
        """What stands as codes in PNG and PDF: elements, and their characters that no font has."""
        shapes = (self.shape, *self.more)
        return tuple(one for shape in shapes for one in lacking(shape, self.known))

    @cached_property
    def printed(self) -> tuple[Scene, ...]:
        """The sheets, laid out for PNG and PDF: with codes for what no font has."""
        if not self.lacking:
            return self.scenes
        return self._laid([drawable(shape, self.known) for shape in (self.shape, *self.more)])

    def png(self, scale: float = 1.0, sheet: int = 0) -> bytes:
        """A sheet as PNG, by its number from 0: 96 dpi at scale 1. Raises `DrawError` beyond the last."""
        family = f"{self.known.family}, {FAMILIES}" if self.known.own else FAMILIES
        return png(svg(self._sheet(sheet), family), scale, self.known)

    def print_svg(self, sheet: int = 0) -> str:
        """A sheet as SVG for programs that print: with the names of the carried fonts."""
        return for_raster(svg(self._sheet(sheet), self.known.family), self.known)

    def _sheet(self, number: int) -> Scene:
        if not 0 <= number < len(self.printed):
            raise DrawError(f"there is no sheet {number}: of {len(self.printed)} the first is 0")
        return self.printed[number]

    def pdf(self) -> bytes:
        """All its sheets as one tagged PDF. Raises `DrawError` where the extra `pdf` is missing."""
        return pdf([self])

    def save(self, file: AnyPath) -> list[Path]:
        """Write the drawing in the form that the file's name asks for; where it went.

        Raises `OutputError` where it cannot be written, and as `save_drawings` does.
        """
        from lumme_graph.drawing.output import save_drawings

        return save_drawings([self], path_of(file))

    def _laid(self, shapes: Sequence[Shape]) -> tuple[Scene, ...]:
        if self.brand is None:
            return self._set(shapes)
        with set_in(self.known) if self.brand.fonts else nullcontext():
            laid = self._set(shapes)
        colours = dyes(self.brand)
        return tuple(dyed(scene, colours) for scene in laid)

    def _set(self, shapes: Sequence[Shape]) -> tuple[Scene, ...]:
        if self.more:
            return tuple(gathered(shapes, self.paper))
        return tuple(scenes(shapes[0], self.paper))

    def __repr__(self) -> str:
        return f"<Drawing {self.id} in {self.lang} for {self.paper.name}>"

    def _repr_svg_(self) -> str:
        return self.svg


def together(shapes: Sequence[Shape], paper: Paper, fonts: Fonts | None = None) -> Drawing:
    """One drawing of several shapes that share their sheets."""
    return Drawing(shapes[0], paper, tuple(shapes[1:]), fonts)
