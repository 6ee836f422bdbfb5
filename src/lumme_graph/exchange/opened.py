"""A file of somebody else, opened safely: how large it may be, and what JSON it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from lumme_graph.base.error import KnownError
from lumme_graph.base.files import files_below, read_bytes
from lumme_graph.base.json_text import read_json
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.reading.document import is_map

MOST_BYTES: Final = 256 * 1024 * 1024
"""The largest file that is read: a whole country's directory is smaller."""

_WHERE: Final = re.compile(r" at line (\d+) column (\d+)$")
_SPACE: Final = b" \t\r\n"
_SIGNS: Final = {
    b"PK\x03\x04": "a zip file or a spreadsheet",
    b"\x1f\x8b": "a compressed file (gzip)",
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet or document",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}
"""What a file is by its first bytes, where it is nothing that is read here."""


@dataclass(frozen=True)
class Opened:
    """A file or folder to read from; `language` is the one that it is said to be in."""

    path: Path
    language: str | None = None

    @property
    def name(self) -> str:
        """Its name, without the folders that lead there."""
        return self.path.name

    @property
    def is_folder(self) -> bool:
        """Is it a folder?"""
        return self.path.is_dir()

    @cached_property
    def data(self) -> bytes:
        """Its bytes. Raises `ExchangeError` where it cannot be read, is too large, or is empty."""
        try:
            size = self.path.stat().st_size
        except OSError as error:
            raise ExchangeError(f"{self.path} cannot be read: {error.strerror}") from None
        if size > MOST_BYTES:
            raise ExchangeError(
                f"{self.path}: it is larger than {MOST_BYTES // 2**20} MiB; "
                "fetch it in parts and name them all"
            )
        try:
            data = read_bytes(self.path)
        except KnownError as error:
            raise ExchangeError(*error.lines) from None
        if not data.strip(_SPACE):
            raise ExchangeError(f"{self.path}: it is empty; fetch it again")
        return data

    @cached_property
    def digest(self) -> str:
        """What tells its content again; of a folder, that of all files in it."""
        if not self.is_folder:
            return sha256(self.data).hexdigest()
        files = sorted(files_below(self.path))
        each = (f"{path.relative_to(self.path)} {Opened(path).digest}" for path in files)
        return sha256("\n".join(each).encode()).hexdigest()

    @property
    def is_json(self) -> bool:
        """Does it begin as JSON does?"""
        return not self.is_folder and self._begin[:1] in {b"{", b"["}

    @property
    def _begin(self) -> bytes:
        return self.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip(_SPACE)

    @cached_property
    def json(self) -> Any:
        """The JSON that it holds. Raises `ExchangeError` with line and column where it is none."""
        if not self.is_json:
            raise ExchangeError(f"{self.path}: this is {self.what}, not JSON; {_SAVE}")
        try:
            return read_json(self.data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise ExchangeError(
                f"{self.path}: byte {error.start + 1} is not UTF-8; save the file as UTF-8"
            ) from None
        except ValueError as error:
            said = str(error)
            found = _WHERE.search(said)
            place = f":{found[1]}:{found[2]}" if found else ""
            raise ExchangeError(
                f"{self.path}{place}: this is not JSON: {_WHERE.sub('', said)}; {_AGAIN}"
            ) from None

    @property
    def what(self) -> str:
        """What it is by its first bytes, in a few words."""
        if self.is_folder:
            return "a folder"
        begin = self._begin.lower()
        if begin.startswith(b"<"):
            is_page = b"<html" in begin or begin.startswith(b"<!doctype html")
            return "a web page (HTML)" if is_page else "XML"
        return next((what for sign, what in _SIGNS.items() if self.data.startswith(sign)), "text")


_SAVE: Final = "save the answer of the service itself, as JSON"
_AGAIN: Final = "fetch it again, whole"


def top_fields(data: object) -> Iterator[str]:
    """The names at the top of JSON, for telling what it is."""
    if is_map(data):
        yield from data
