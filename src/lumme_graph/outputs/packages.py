"""Exports of many files: a folder of them, or one zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from lumme_graph.base.files import write_file
from lumme_graph.base.form import FormError
from lumme_graph.base.json_text import json_text
from lumme_graph.base.tree import write_tree
from lumme_graph.reports.csv_text import csv_text

if TYPE_CHECKING:
    from lumme_graph.exchange.hsds.package import HsdsPackage

_OF_FILES: Final = frozenset({".csv", ".json", ".xlsx", ".tar", ".gz", ".tgz", ".7z", ".html"})
_THEN: Final = (1980, 1, 1, 0, 0, 0)
"""The day of all files in a zip, so that the same model gives the same bytes."""


def hsds_files(packages: tuple[HsdsPackage, ...]) -> dict[str, str]:
    """The files of packages by name: each language in a folder of its own."""
    return {
        f"hsds-{package.lang}/{name}": text
        for package in packages
        for name, text in (
            *((file, csv_text(rows)) for file, rows in package.tables.items()),
            ("datapackage.json", json_text(package.descriptor)),
        )
    }


def write_package(files: Mapping[str, str], out: Path | IO[bytes]) -> None:
    """Write files as a zip to a stream or a file that ends in `.zip`, else below a folder.

    Raises `FormError` for the name of a file of another kind.
    """
    if not isinstance(out, Path):
        out.write(_zipped(files))
    elif out.suffix.lower() == ".zip":
        write_file(out, _zipped(files))
    elif out.suffix.lower() in _OF_FILES:
        raise FormError(f"{out.name}: name a folder, or a file that ends in .zip")
    else:
        write_tree(out, files)


def _zipped(files: Mapping[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _THEN), text.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue()
