"""What some uses need beside the rest, and the one word that is said where it is not installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Final, NamedTuple

from lumme_graph.base.error import KnownError


class Extra(NamedTuple):
    """What a module is there for, and the extra that brings it."""

    use: str
    name: str


EXTRAS: Final = {
    "defusedxml": Extra("spreadsheets", "sheets"),
    "docx": Extra("Word files", "word"),
    "duckdb": Extra("observed journeys", "observed"),
    "fontTools": Extra("fonts of your own", "fonts"),
    "graphviz": Extra("DOT", "drawings"),
    "httpx": Extra("triple stores", "store"),
    "icalendar": Extra("calendars", "exchange"),
    "networkx": Extra("graphs of networkx", "networkx"),
    "openpyxl": Extra("spreadsheets", "sheets"),
    "pyoxigraph": Extra("RDF", "rdf"),
    "pyphen": Extra("drawings", "drawings"),
    "rdflib": Extra("graphs of rdflib", "rdf"),
    "resvg_py": Extra("pictures as PNG", "drawings"),
    "rich": Extra("tables as text", "text"),
    "starlette": Extra("the preview", "serve"),
    "tenacity": Extra("triple stores", "store"),
    "typer": Extra("the command line", "cli"),
    "typst": Extra("PDF", "pdf"),
    "uvicorn": Extra("the preview", "serve"),
    "watchfiles": Extra("the preview", "serve"),
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
