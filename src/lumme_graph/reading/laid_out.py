"""A model that is no folder, put into a folder of its own for a while: from a mapping, or a ZIP file."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from lumme_graph.base.error import KnownError
from lumme_graph.base.files import MAX_BYTES
from lumme_graph.reading.folder import SETTINGS

MOST_FILES: Final = 20_000
MOST_BYTES: Final = 32 * MAX_BYTES
"""How much a ZIP file may hold; what is larger is a folder, or a trap."""


class SourceError(KnownError):
    """What a model is to be read from holds none, or cannot be one."""


@contextmanager
def laid_out(files: Mapping[str, str | bytes]) -> Generator[Path]:
    """The folder of a model for a while, from its files by their names in it.

    Raises `SourceError` for a name that leads out of the folder, and for what is neither text nor bytes.
    """
    with TemporaryDirectory(prefix="lumme-") as made:
        root = Path(made) / "model"
        root.mkdir()
        for name, content in files.items():
            path = root / _safe(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            if not isinstance(content, str | bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise SourceError(f"{name} holds text or bytes, not {type(content).__name__}")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield root


def zipped(file: Path) -> dict[str, bytes]:
    """The files of the model in a ZIP file, by their names in the model's folder.

    The model may be a folder in it. Raises `SourceError` where the file is none, holds no model or
    several, or is too large.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            home = _home(file, [one.filename for one in members])
            read = [one for one in members if _is_read(one.filename, home)]
            _refuse_large(file, read)
            return {one.filename.removeprefix(home): archive.read(one) for one in read}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise SourceError(f"{file} cannot be read as a ZIP file: {error}") from None
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror}") from None


def _is_read(name: str, home: str) -> bool:
    """Is it in the model's folder, and not hidden, as is what was kept there for another reading?"""
    parts = name.removeprefix(home).split("/")
    return name.startswith(home) and not any(re.match(r"\.[^.]", part) for part in parts)


def _refuse_large(file: Path, members: list[zipfile.ZipInfo]) -> None:
    size = sum(one.file_size for one in members)
    if len(members) > MOST_FILES or size > MOST_BYTES:
        raise SourceError(
            f"{file} holds {len(members)} files of {size} bytes: unpack it, and read the folder"
        )


def _home(file: Path, names: list[str]) -> str:
    """What the names of the model's files begin with."""
    homes = [name.removesuffix(SETTINGS) for name in names if PurePosixPath(name).name == SETTINGS]
    if len(homes) != 1:
        count = f"{len(homes)} models" if homes else "no model"
        raise SourceError(f"{file} holds {count}: it must hold one {SETTINGS}")
    return homes[0]


def _safe(name: str) -> PurePosixPath:
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise SourceError(f"{name!r} is no name of a file in a model's folder")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name or not path.parts:
        raise SourceError(f"{name!r} is no name of a file in a model's folder")
    return path
