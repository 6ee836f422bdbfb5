"""What a page says, without what stands around it on every page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lumme_graph.base.speaker import Said
from lumme_graph.reports.html.tree import Child

Look = Literal["page", "book", "front", "sheet"]


@dataclass(frozen=True)
class Body:
    """The main part of a page.

    `title` is its first heading and `kicker` the words above it; `aside` stands beside the text, and
    the contents of the guide in a `book`. A `front` has no heading but its own, a `sheet` is as wide
    as its tables. `crumb` is the name of the page of pages that it belongs to.
    """

    title: Said
    main: Iterable[Child]
    kicker: Said | None = None
    aside: Iterable[Child] = ()
    crumb: str = ""
    look: Look = "page"
    description: Said | None = None
    styles: tuple[str, ...] = ()
    """Style sheets of its own, by their addresses from the root."""
