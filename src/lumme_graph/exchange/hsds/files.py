"""The files of an HSDS package, from a folder or a zip, as far as they are safe to read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from lumme_graph.base.files import files_below
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.opened import MOST_BYTES, Opened

DESCRIPTOR: Final = "datapackage.json"
_MOST_FILES: Final = 500
_MOST_TIMES: Final = 100
"""How many times as large as in the zip a file may be, where it is large."""
_SMALL: Final = 1 << 20
_ZIP: Final = b"PK\x03\x04"
_READ: Final = (".csv", ".json")
_KNOWN: Final = ("organizations.csv", "services.csv", DESCRIPTOR)


def is_package(file: Opened) -> bool:
    """Is it a folder or a zip with the files of a package in it, or one folder deeper?"""
    if file.is_folder:
        names = [path.name for path in _csv_and_json(file.path)]
        return any(name in names for name in _KNOWN)
    if not file.data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            names = [PurePosixPath(name).name for name in archive.namelist()[:_MOST_FILES]]
    except zipfile.BadZipFile:
        return False
    return any(name in names for name in _KNOWN)


def packages(file: Opened) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """The packages of a folder or a zip: the name of each one's folder, and its files by name.

    Raises `ExchangeError` where they cannot be read, or not safely.
    """
    found: dict[str, dict[str, bytes]] = {}
    for path, data in sorted(_in_folder(file) if file.is_folder else _in_zip(file)):
        folder, name = str(path.parent), path.name
        found.setdefault("" if folder == "." else folder, {})[name] = data
    for folder, files in found.items():
        if any(name in files for name in _KNOWN):
            yield folder, files


def _in_folder(file: Opened) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of a folder that may be of a package; links out of it are refused."""
    size = 0
    home = file.path.resolve()
    for path in _csv_and_json(file.path):
        if not path.resolve().is_relative_to(home):
            raise ExchangeError(
                f"{path}: this link leads out of the folder; put the file itself there"
            )
        data = Opened(path).data
        size += len(data)
        if size > MOST_BYTES:
            raise ExchangeError(f"{file.path}: its files are larger than {MOST_BYTES >> 20} MiB")
        yield PurePosixPath(path.relative_to(file.path).as_posix()), data


def _csv_and_json(folder: Path) -> list[Path]:
    """The tables and descriptors in a folder. Raises `ExchangeError` where there are too many."""
    found = [*files_below(folder, _READ)]
    if len(found) > _MOST_FILES:
        raise ExchangeError(f"{folder}: {len(found)} files are in it, more than a package has")
    return found


def _in_zip(file: Opened) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of a zip: no more, and none larger, than a package has; whatever the zip says."""
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if len(members) > _MOST_FILES:
                raise ExchangeError(
                    f"{file.path}: {len(members)} files are in it, more than a package has"
                )
            left = MOST_BYTES
            for member in members:
                path = PurePosixPath(member.filename)
                if path.is_absolute() or ".." in path.parts:
                    raise ExchangeError(f"{file.path}: {member.filename} leads out of the zip")
                if path.suffix.lower() not in _READ or path.name.startswith("."):
                    continue
                with archive.open(member) as stream:
                    data = stream.read(left + 1)
                left -= len(data)
                if left < 0:
                    raise ExchangeError(
                        f"{file.path}: {member.filename} unpacks to more than {MOST_BYTES >> 20} MiB"
                    )
                if len(data) > max(_SMALL, _MOST_TIMES * member.compress_size):
                    raise ExchangeError(
                        f"{file.path}: {member.filename} unpacks to far more than it takes; it is not read"
                    )
                yield path, data
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise ExchangeError(f"{file.path}: the zip is damaged ({error}); fetch it again") from None
    except RuntimeError:
        raise ExchangeError(f"{file.path}: the zip has a password; save it without one") from None
