"""What a file in a model's folder is read as, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final

from lumme_graph.base.files import files_below
from lumme_graph.base.tags import TAG
from lumme_graph.reading.pictures import is_picture
from lumme_graph.reading.stray import IMAGES
from lumme_graph.reading.theme_files import is_of_theme

CATALOGUES: Final = "locale"
"""Where a model keeps its own translations of what the program says."""
CATALOGUE: Final = re.compile(rf"{CATALOGUES}/({TAG.pattern})\.po")
YAML: Final = (".yaml", ".yml")
"""How the names of files of elements end, in small letters or capitals."""
_PROSE: Final = re.compile(r"guide/(?:.+/)?section[^/]*\.md", re.IGNORECASE)


class FileSort(StrEnum):
    """What a file is read as."""

    YAML = "yaml"
    PROSE = "prose"
    CATALOGUE = "catalogue"
    PICTURE = "picture"
    THEME = "theme"


def sort_of(name: str) -> FileSort | None:
    """What a file is read as, by its name from the model's folder on; None where it is not read.

    >>> sort_of("who/branches.yaml"), sort_of("guide/section-loans.en.md"), sort_of("notes.docx")
    (<FileSort.YAML: 'yaml'>, <FileSort.PROSE: 'prose'>, None)
    """
    if PurePosixPath(name).suffix.lower() in YAML:
        return FileSort.YAML
    if name.startswith(IMAGES):
        return FileSort.PICTURE if is_picture(name) else None
    if is_of_theme(name):
        return FileSort.THEME
    if name.startswith("guide/") and _PROSE.fullmatch(name):
        return FileSort.PROSE
    return FileSort.CATALOGUE if CATALOGUE.fullmatch(name) else None


def model_files(folder: Path) -> Iterator[tuple[Path, FileSort]]:
    """Every file of which the model in a folder is made, by name."""
    for file in files_below(folder):
        sort = sort_of(file.relative_to(folder).as_posix())
        if sort:
            yield file, sort
