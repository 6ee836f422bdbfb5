"""A file of observed journeys: of which sort it is, how it separates its cells, and its head."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import zlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Literal, TextIO, cast

from lumme_graph.observed.result import ObservedError

_SEPARATORS: Final = (",", ";", "\t", "|")
_BEGINNING: Final = 65_536
"""How much of a file is looked at before it is read."""
_GZIP: Final = b"\x1f\x8b"
_PARQUET: Final = b"PAR1"
_OTHERS: Final = (
    (b"PK\x03\x04", "a spreadsheet or another zip; save its sheet as CSV in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet; save its sheet as CSV in UTF-8"),
    (b"%PDF", "a PDF; export the rows behind it as CSV"),
    (b"SQLite format 3", "a database; export the rows as CSV"),
    (codecs.BOM_UTF16_LE, "written in UTF-16; save it as CSV in UTF-8"),
    (codecs.BOM_UTF16_BE, "written in UTF-16; save it as CSV in UTF-8"),
)
"""What other files begin with, and what to do."""


@dataclass(frozen=True, slots=True)
class LogFile:
    """A file of a sort that can be read, and what its columns are called."""

    path: Path
    sort: Literal["csv", "parquet"]
    columns: tuple[str, ...]
    separator: str = ","
    is_packed: bool = False

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return self.path.name

    @contextmanager
    def text(self) -> Generator[TextIO]:
        """The file as text, unpacked."""
        with _unpacked(self.path, packed=self.is_packed) as data:
            yield io.TextIOWrapper(data, encoding="utf-8-sig", newline="")


def log_file(path: Path) -> LogFile:
    """Look at the beginning of a file.

    Raises `ObservedError` where it is no CSV, alone or in gzip, and no Parquet.
    """
    begin = _begin(path)
    if begin.startswith(_PARQUET):
        return LogFile(path, "parquet", ())
    packed = begin.startswith(_GZIP)
    if packed:
        begin = _begin(path, packed=True)
    if not begin.strip():
        raise ObservedError(f"{path}: the file is empty; it needs a row of column names and rows")
    for mark, what in _OTHERS:
        if begin.startswith(mark):
            raise ObservedError(f"{path}: the file is {what}")
    if b"\0" in begin:
        line = begin[: begin.index(b"\0")].count(b"\n") + 1
        raise ObservedError(
            f"{path}:{line}: there is a zero byte; the file is no text, or is damaged"
        )
    separator, columns = _head(path, _decoded(path, begin))
    return LogFile(path, "csv", columns, separator, packed)


def _begin(path: Path, *, packed: bool = False) -> bytes:
    try:
        with _unpacked(path, packed=packed) as file:
            return file.read(_BEGINNING)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ObservedError(f"{path}: the packed file is damaged: {error}") from error
    except OSError as error:
        raise ObservedError(f"{path}: {(error.strerror or str(error)).lower()}") from error


@contextmanager
def _unpacked(path: Path, *, packed: bool) -> Generator[BinaryIO]:
    with path.open("rb") as raw:
        if packed:
            with gzip.GzipFile(fileobj=raw) as inner:
                yield cast("BinaryIO", inner)
        else:
            yield raw


def _decoded(path: Path, begin: bytes) -> str:
    """The beginning as text; what a cut leaves of its last letter goes."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        return decoder.decode(begin, final=len(begin) < _BEGINNING)
    except UnicodeDecodeError as error:
        line = begin[: error.start].count(b"\n") + 1
        raise ObservedError(
            f"{path}:{line}: this is no UTF-8; save the file as CSV in UTF-8"
        ) from None


def _head(path: Path, text: str) -> tuple[str, tuple[str, ...]]:
    """The separator by which the first rows are of one length and longest, and the first row."""
    rows = {one: _first_rows(text, one) for one in _SEPARATORS}
    separator = max(_SEPARATORS, key=lambda one: _fitness(rows[one]))
    cells = tuple(cell.strip() for cell in rows[separator][0])
    if len(cells) < _FEWEST:
        raise ObservedError(
            f"{path}:1: the first row has {len(cells)} column{'s' * (len(cells) != 1)}; three are"
            " needed (case, step and time), separated by commas, semicolons, tabs or |"
        )
    return separator, cells


def _first_rows(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    return list(islice((row for row in reader if row), 2))


def _fitness(rows: Sequence[Sequence[str]]) -> tuple[bool, int]:
    lengths = {len(row) for row in rows}
    return len(lengths) == 1 and min(lengths) >= _FEWEST, len(rows[0])


_FEWEST: Final = 3
