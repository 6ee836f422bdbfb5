"""The schema beside a model, for its editor: of a new model, and whenever its ids change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lumme_graph.base.catalogue import CODE
from lumme_graph.base.files import write_file
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.languages import spoken
from lumme_graph.base.tags import tidy
from lumme_graph.graph.read import read
from lumme_graph.reading.new import new_files, write_new
from lumme_graph.reading.new_network import Begun, network_files, network_languages, one_line
from lumme_graph.schema.json_schema import HOME, render, schema_of


def new(
    folder: AnyPath,
    *,
    lang: str | None = None,
    name: str | None = None,
    languages: Sequence[str] | None = None,
    country: str | None = None,
    libraries: Sequence[str] | None = None,
) -> None:
    """Write a small valid model with comments that teach, and the schema for its editor.

    It is of the network that is described, else of an invented one. A network whose languages are
    not said is described in `lang`, or in English. Raises `OutputError` where the folder is neither
    new nor empty, `LanguageError` where there are no words in `lang`, and `KnownError` for what no
    network could be made of.
    """
    if lang is not None:
        spoken(lang, network_languages())
    if lang is name is languages is country is libraries is None:
        files = new_files()
    else:
        begun = Begun(
            one_line("name", name or ""),
            (tidy(lang or CODE),) if languages is None else listed(languages, "languages"),
            libraries
            if libraries is None
            else tuple(one_line("library", one) for one in listed(libraries, "libraries")),
            one_line("country", country or ""),
        )
        files = network_files(begun)
    write_new(path_of(folder), files)
    add_schema(folder)


def renew_schema(folder: AnyPath) -> None:
    """Write the schema beside a model with the ids that it has now, where it has a schema.

    Raises `OutputError` where it cannot be written.
    """
    if (path_of(folder) / HOME).is_file():
        add_schema(folder)


def add_schema(folder: AnyPath) -> None:
    """Write the schema beside a model, for its editor. Raises `OutputError` where it cannot be."""
    write_file(path_of(folder) / HOME, render(schema_of(read(folder)[0])))


def modeline(folder: AnyPath, schema: AnyPath | None = None) -> str:
    """The first line of a YAML file in a folder, from which its editor knows the schema.

    >>> modeline(Path("mine/paths"), Path("mine/.lumme/schema.json"))
    '# yaml-language-server: $schema=../.lumme/schema.json'
    >>> modeline(Path("mine"))
    '# yaml-language-server: $schema=.lumme/schema.json'
    """
    where = Path(os.path.relpath(schema or Path(folder) / HOME, folder)).as_posix()
    return f"# yaml-language-server: $schema={where}"
