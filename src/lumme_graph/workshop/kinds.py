"""The kinds of workshops and their papers: the command line reads their names, and waits for nothing else."""

from __future__ import annotations

import zlib
from typing import Final
from zipfile import BadZipFile, ZipFile

from lumme_graph.base.given_path import AnyPath, path_of

WORKSHOPS: Final = ("journey", "needs", "promise")
"""What a workshop's sheets are about."""
WORKSHOP_PAPERS: Final = ("a3", "a4")
"""The papers of a workshop's sheets: with room for sticky notes, and to write on."""
_BOOK: Final = "xl/workbook.xml"
_MOST: Final = 1 << 20
STATE: Final = "_workshop"
"""The title of the veiled sheet that says of which workshop a book is."""
STEPS: Final = 6
"""The steps of a blank journey, unless another number is asked for."""


def is_workshop(book: AnyPath) -> bool:
    """Is a file, or a folder of CSV files, the spreadsheet of a workshop? Told from the names of its sheets."""
    path = path_of(book)
    if path.is_dir():
        return (path / f"{STATE}.csv").is_file()
    if not path.is_file():
        return False
    try:
        with ZipFile(path) as archive, archive.open(_BOOK) as names:
            return f'"{STATE}"'.encode() in names.read(_MOST)
    except (OSError, BadZipFile, KeyError, RuntimeError, NotImplementedError, zlib.error):
        return False
