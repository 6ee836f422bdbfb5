"""Files that only who has made them believes: each carries a seal made with a key of the user's own.

Folders of others come with whatever they hold. What stands in a sealed file is what this user's
program has written there, on this machine, or the file counts as none. The key lies in the user's
own folder for caches, never beside what it seals.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from lumme_graph.base.files import ours, sweep

_BYTES: Final = 32
"""The length of a key, and of a seal."""

_OWN: Final = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
"""Neither through a link, nor waiting for what is no file."""


def own_key() -> bytes | None:
    """The key of this user, made when it is first asked for; None where none can be kept secret."""
    from platformdirs import user_cache_path

    try:
        file = user_cache_path("lumme-graph", appauthor=False) / "seal.key"
        return _key_in(file) or _made_key(file)
    except (OSError, RuntimeError):
        return None


def _key_in(file: Path) -> bytes | None:
    """The key in a file that nobody else can read."""
    try:
        handle = os.open(file, os.O_RDONLY | _OWN)
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as stream:
        return stream.read() if _is_private(os.fstat(handle)) else None


def _is_private(found: os.stat_result) -> bool:
    """Is it a whole key of this user, closed to others? On Windows its folder is."""
    if not stat.S_ISREG(found.st_mode) or found.st_size != _BYTES:
        return False
    return sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & 0o077)


def _made_key(file: Path) -> bytes | None:
    """A new key; of two processes that make one at once the later has the last word."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(file, secrets.token_bytes(_BYTES))
    return _key_in(file)


def read_sealed(file: Path, key: bytes, most: int) -> memoryview | None:
    """What a sealed file of at most so many bytes holds, which is read only if it is no larger.

    None where there is none, or where the seal is not of this key.
    """
    try:
        handle = os.open(file, os.O_RDONLY | _OWN)
        with os.fdopen(handle, "rb") as stream:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_size > most:
                return None
            held = memoryview(stream.read(most))
    except (OSError, MemoryError):
        return None
    seal, content = held[:_BYTES], held[_BYTES:]
    return content if hmac.compare_digest(seal, _seal(content, key)) else None


def write_sealed(file: Path, content: bytes, key: bytes) -> None:
    """Write a sealed file whole or not at all, for this user alone; raises `OSError`."""
    sweep(file.parent)
    _write(file, _seal(content, key), content)


def _seal(content: bytes | memoryview, key: bytes) -> bytes:
    return hmac.digest(key, content, "sha256")


def _write(file: Path, *parts: bytes) -> None:
    """Write a file beside its place first, then rename it; not to the disk at once: it may be lost."""
    temporary = file.with_name(f"{ours()}{os.getpid()}-{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OWN
    try:
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as stream:
            stream.writelines(parts)
        temporary.replace(file)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
