"""A network, drawn: its sheets as SVG, PNG and text."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lumme_graph.base.speaker import Said
from lumme_graph.drawing import png as _png
from lumme_graph.drawing import svg as _svg
from lumme_graph.drawing.compose import compose
from lumme_graph.drawing.dot_text import sheet_dot
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.facts import text
from lumme_graph.drawing.paging import paginate
from lumme_graph.drawing.places import place
from lumme_graph.drawing.routes import ways
from lumme_graph.drawing.sheets import WEB, Sheet
from lumme_graph.views.network import Network


class Picture(ABC):
    """Something drawn: an SVG document for each sheet, and the same facts as text."""

    __slots__ = ()
    sheets: tuple[str, ...]

    @property
    @abstractmethod
    def id(self) -> str:
        """What its files are called after."""

    @property
    @abstractmethod
    def lang(self) -> str:
        """The language that it speaks."""

    @property
    @abstractmethod
    def title(self) -> Said:
        """What it shows, in words."""

    @property
    def is_empty(self) -> bool:
        """Is there nothing to show?"""
        return False

    @property
    @abstractmethod
    def text(self) -> str:
        """The same facts as plain text."""

    @property
    def dot(self) -> str:
        """The drawing as DOT text. Raises `DrawError` where no layout engine is used."""
        raise DrawError(
            f"{self.id} is drawn without a layout engine, so there is no DOT text of it"
        )

    @property
    def svg(self) -> str:
        """The first sheet, which is the only one of a web drawing."""
        return self.sheets[0]

    def png(self, scale: float = 1.0, sheet: int = 0) -> bytes:
        """A sheet as PNG: 96 dpi at scale 1."""
        return _png.png(self.sheets[sheet], scale)

    def save(self, file: str | os.PathLike[str]) -> None:
        """Write the drawing, in the format that the file's name asks for.

        Raises `OutputError` where it cannot be written, and as `save_drawings` does.
        """
        from lumme_graph.drawing.output import save_drawings

        save_drawings([self], Path(file))

    def _repr_svg_(self) -> str:
        return self.svg


@dataclass(frozen=True, slots=True)
class Drawing(Picture):
    """One network, drawn: an SVG document for each sheet."""

    network: Network
    sheets: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of what is drawn."""
        return self.network.id

    @property
    def lang(self) -> str:
        """The language that it speaks."""
        return self.network.lang

    @property
    def title(self) -> Said:
        """What it shows, in words."""
        return self.network.title

    @property
    def is_empty(self) -> bool:
        """Is there no node?"""
        return not self.network.nodes

    @property
    def text(self) -> str:
        """The same facts as plain text."""
        return text(self.network)

    @property
    def dot(self) -> str:
        """The drawing as DOT text, as it is given to the layout engine."""
        return "\n".join(sheet_dot(place(page)) for page in paginate(self.network, WEB))


def render(networks: Sequence[Network], sheet: Sheet = WEB) -> list[Drawing]:
    """Draw networks for a kind of sheet; one run of the layout engine routes all their arrows."""
    placed = [[place(page) for page in paginate(network, sheet)] for network in networks]
    routed = iter(ways([places for sheets in placed for places in sheets]))
    return [
        Drawing(network, tuple(_svg.svg(compose(places, next(routed))) for places in sheets))
        for network, sheets in zip(networks, placed, strict=True)
    ]
