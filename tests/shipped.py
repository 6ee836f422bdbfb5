"""The shipped model, its site, and all files of that, each made once for all tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import lumme_graph as lg
from lumme_graph.site.site import Site

LUMME = Path(__file__).parents[1] / "models" / "lumme"


@cache
def lumme_graph() -> lg.ServiceGraph:
    """The model that is shipped."""
    return lg.load(LUMME)


@cache
def lumme_site() -> Site:
    """Its site, of which a page is made when it is asked for."""
    return Site(lumme_graph())


@cache
def lumme_files() -> dict[str, bytes]:
    """Every file of its site by its address; it takes seconds."""
    return lumme_site().files()
