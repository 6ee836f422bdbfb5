"""A graph in another theme than its own."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from pathlib import Path

from lumme_graph.base.by_name import echo
from lumme_graph.base.error import KnownError
from lumme_graph.base.finding import Place
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.elements.theme import Theme
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.theme_files import flaw


class ThemeError(KnownError):
    """A file that a theme names is not there, or cannot be used; the message names it."""


def themed(graph: ServiceGraph, theme: Theme, folder: AnyPath | None = None) -> ServiceGraph:
    """The same graph in a theme: what is drawn, built or reported of it looks so.

    The files that the theme names are read from a folder in which `theme/` is; without one they
    are those of the model. `Theme()` is our own look. Raises `ThemeError` for a file that is not
    there, or is not what its name says.

    >>> from lumme_graph import Theme, example, themed
    >>> themed(example(), Theme(brand="#ffd400")).settings.theme.brand
    '#ffd400'
    """
    need_graph(graph)
    there = {name: _read(graph, name, folder) for name in theme.files}
    other = copy(graph.under(graph.settings.replace(theme=theme)))
    other.files = replace(graph.files, theme={**graph.files.theme, **there})
    return other


def _read(graph: ServiceGraph, name: str, folder: AnyPath | None) -> bytes:
    if folder is None:
        if name not in graph.theme_files:
            raise ThemeError(
                f"there is no file {echo(name)} in the model; name the folder that it is in"
            )
        return graph.theme_files[name]
    path = path_of(Path(folder, name))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ThemeError(f"{path} cannot be read: {error.strerror}") from None
    if found := flaw(name, content, Place(path.as_posix())):
        raise ThemeError(f"{path.as_posix()}: {found.message()}")
    return content
