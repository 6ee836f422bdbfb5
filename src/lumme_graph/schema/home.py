"""The schema beside a model, for its editor, and the line that makes the editor read it."""

from __future__ import annotations

import os
from pathlib import Path

from lumme_graph.base.files import write_file
from lumme_graph.graph.read import read
from lumme_graph.schema.json_schema import HOME, render, schema_of


def renew(folder: Path) -> Path:
    """Write the schema of a model beside it, with the ids that it has now."""
    target = folder / HOME
    write_file(target, render(schema_of(read(folder)[0])))
    return target


def renew_if_there(folder: Path) -> None:
    """Write the schema beside a model anew, where the model has one."""
    if (folder / HOME).is_file():
        renew(folder)


def modeline(schema: Path, folder: Path) -> str:
    """The first line of a YAML file in a folder, from which its editor knows the schema.

    >>> modeline(Path("mine/.lumme/schema.json"), Path("mine/paths"))
    '# yaml-language-server: $schema=../.lumme/schema.json'
    """
    where = Path(os.path.relpath(schema, folder)).as_posix()
    return f"# yaml-language-server: $schema={where}"
