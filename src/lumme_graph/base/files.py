"""The one reader and writer of files: each is written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import platform
import secrets
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from io import RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, cast

from lumme_graph.base.error import KnownError
from lumme_graph.base.given_path import AnyPath, path_of

if TYPE_CHECKING:
    from typing_extensions import Buffer

MAX_BYTES: Final = 8 * 1024 * 1024
"""The largest file that is read as part of a model."""

MANIFEST: Final = ".lumme-graph.json"
"""The list of what a tree writer has made, so that a later run can take away what is stale."""


class OutputError(KnownError):
    """A file or folder could not be written; the message says which and why."""


def files_below(folder: Path, ending: str | tuple[str, ...] = "") -> Iterator[Path]:
    """Every file below a folder by name; no hidden ones, and none of a tree that we have made.

    `ending` is how their names end, in small letters or capitals.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not (folder / entry.name / MANIFEST).exists():
                yield from files_below(folder / entry.name, ending)
        elif entry.name.lower().endswith(ending):
            yield folder / entry.name


def read_bytes(file: Path) -> bytes:
    """The bytes of a file. Raises `KnownError` where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise KnownError(f"{file} cannot be read: {error.strerror}") from None


def write_file(path: AnyPath, content: str | bytes) -> None:
    """Write a file whole or not at all, and take away what killed runs have left beside it.

    Raises `OutputError` where it cannot be written.
    """
    with written_whole(path_of(path)) as stream:
        stream.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def written_whole(path: Path) -> Generator[IO[bytes]]:
    """A stream to a file that takes its place once all is written: as `write_file`, bit by bit."""
    try:
        at_once = path.exists() and not (path.is_file() or path.is_dir())
        if not at_once:
            path.parent.mkdir(parents=True, exist_ok=True)
            sweep(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    with _at_once(path) if at_once else _replacing(path) as stream:
        yield stream


@contextmanager
def _at_once(path: Path) -> Generator[IO[bytes]]:
    """A stream to a device or a pipe."""
    try:
        with path.open("wb") as stream:
            yield stream
    except OSError as error:
        raise unwritable(path, error) from error


def replace_file(path: Path, data: bytes) -> None:
    """Write a file beside its target first, then rename it over the target.

    Raises `OutputError` where it cannot be written.
    """
    with _replacing(path) as stream:
        stream.write(data)


@contextmanager
def _replacing(path: Path) -> Generator[IO[bytes]]:
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file")
    path = path.resolve() if path.is_symlink() else path
    temporary = path.with_name(f"{ours()}{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _new_file(temporary, like=path) as stream:
            yield stream
        temporary.replace(path)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise unwritable(path, error) from error
        raise


def write_new_file(path: Path, data: bytes, like: Path) -> None:
    """Write a file that is not there yet, to the disk, with the mode of another if that is there."""
    with _new_file(path, like) as stream:
        stream.write(data)


@contextmanager
def _new_file(path: Path, like: Path) -> Generator[IO[bytes]]:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        yield cast("IO[bytes]", _Handle(handle))
        os.fsync(handle)
    finally:
        os.close(handle)
    if like.exists():
        path.chmod(like.stat().st_mode & 0o777)


class _Handle(RawIOBase):
    """An open file of the system as a stream that keeps nothing back."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def writable(self) -> bool:
        return True

    def write(self, data: Buffer, /) -> int:
        rest = whole = memoryview(data)
        while rest:
            rest = rest[os.write(self._handle, rest) :]
        return len(whole)


def sync_folder(folder: Path) -> None:
    """Bring to the disk which names a folder holds, where the system can do that."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):
                os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Take away the temporary files in a folder whose process, of this machine, lives no more."""
    for left in folder.glob(f"{ours()}*.tmp"):
        pid = left.name.removeprefix(ours()).partition("-")[0]
        if pid.isdecimal() and not _alive(int(pid)):
            with suppress(OSError):
                left.unlink()


def unwritable(path: Path, error: OSError) -> OutputError:
    """What stands in the way: a file where a folder should be, or what the system says."""
    blocking = next((above for above in path.parents if above.is_file()), None)
    why = f"{blocking} is a file" if blocking else error.strerror
    return OutputError(f"{path} cannot be written: {why}")


def ours() -> str:
    """What the names of this machine's temporary files begin with."""
    return f".lumme-{hashlib.sha256(platform.node().encode()).hexdigest()[:8]}-"


def _alive(pid: int) -> bool:
    """Whether a process lives; on Windows, where a file in use cannot be removed, no matter."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
