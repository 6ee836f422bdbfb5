"""What some uses need beside the rest, and the one word that is said where it is not installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Final, NamedTuple

from lumme_graph.base.error import KnownError


class Needed(NamedTuple):
    """What a module is there for, and the extra that brings it."""

    use: str
    name: str


EXTRAS: Final = {
    "defusedxml": Needed("spreadsheets", "sheets"),
    "docx": Needed("Word files", "word"),
    "duckdb": Needed("observed journeys", "observed"),
    "fontTools": Needed("fonts of your own", "fonts"),
    "graphviz": Needed("DOT", "drawings"),
    "httpx": Needed("triple stores", "store"),
    "icalendar": Needed("calendars", "exchange"),
    "networkx": Needed("graphs of networkx", "networkx"),
    "openpyxl": Needed("spreadsheets", "sheets"),
    "pyoxigraph": Needed("RDF", "rdf"),
    "pyphen": Needed("drawings", "drawings"),
    "rdflib": Needed("graphs of rdflib", "rdf"),
    "resvg_py": Needed("pictures as PNG", "drawings"),
    "rich": Needed("tables as text", "text"),
    "starlette": Needed("the preview", "serve"),
    "tenacity": Needed("triple stores", "store"),
    "typer": Needed("the command line", "cli"),
    "typst": Needed("PDF", "pdf"),
    "uvicorn": Needed("the preview", "serve"),
    "watchfiles": Needed("the preview", "serve"),
}
"""The modules that are not always there. `lumme-graph` brings some of them, `lumme-graph-core` none."""


class MissingExtraError(KnownError, ImportError):
    """What this use needs is not installed; the message says what to install."""


def need(*modules: str) -> None:
    """Raise `MissingExtraError` where one of the modules is not installed.

    >>> need("yaml")
    """
    for module in modules:
        if find_spec(module) is None:
            use, name = EXTRAS[module]
            raise MissingExtraError(
                f"for {use}, install the {name} extra: pip install '{_installed()}[{name}]'"
            )


def _installed() -> str:
    """The name that the library was installed by."""
    whole, lean = "lumme-graph", "lumme-graph-core"
    return lean if _is_there(lean) and not _is_there(whole) else whole


def _is_there(distribution: str) -> bool:
    try:
        version(distribution)
    except PackageNotFoundError:
        return False
    return True
