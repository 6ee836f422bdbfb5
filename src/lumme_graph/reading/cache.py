"""What reading has made of the files of a large model, kept beside it for the next reading.

It stands in `.lumme/cache`, may be deleted at any time, and is never trusted over the files: these
are read each time, and what is kept of one holds for exactly its text. Of all of them it says only
whether reading found no fault. It is plain data under a seal (`base/sealed.py`) of the user, this
program and its libraries, so that what came with the folder of another, is old or is damaged counts
as none. Where it cannot be written there is none, without a word.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import sys
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

import pydantic
import pydantic_core
import yaml
from pydantic_core import PydanticSerializationError, from_json, to_json

from lumme_graph.base.sealed import own_key, read_sealed, write_sealed
from lumme_graph.reading.document import Document, is_list, is_map, read_yaml
from lumme_graph.reading.folder import Folder
from lumme_graph.reading.homes import homes_in, homes_text
from lumme_graph.reading.later import SoundModel, sound_model

FOLDER: Final = ".lumme/cache"
"""Where it stands in the folder of a model."""

LEAST: Final = 512 * 1024
"""A model with fewer characters is read in a tenth of a second, and gets no cache."""

_FLOORS: Final = ("base", "meta", "elements", "reading", "graph")
"""The packages on which it depends what is made of a file, and whether that is sound."""

_FILES: Final = 16
"""So many files of users and Pythons stand beside each other."""

_LOADED: Final = time.time_ns()
"""When this program was loaded."""

_TEXTS: Final = frozenset({"root", "settings", "texts", "bodies", "findings"})
"""What of a folder is a text, which has a digest; in which folder it is; and what makes it unsound."""

_MOST_BESIDE: Final = 1024 * 1024
_MOST_OF_EACH: Final = 32
"""No honest cache has more bytes than these for each character of the model, and those besides."""

_MOST_HOMES: Final = 64 * 1024 * 1024
"""No more is looked through to find in which file an element was."""

_SIZE: Final = 8
"""So many bytes tell the length of the index."""

_BESIDE: Final = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# What lumme keeps so that it reads this model more quickly. It may be deleted at any time.\n",
}
"""Files that tell git and backups to leave the folder alone."""


class _Sealed(NamedTuple):
    """A sealed file, and with what it is sealed."""

    path: Path
    key: bytes

    def read(self, most: int) -> memoryview | None:
        """What it holds; None where it is larger, or holds nothing that its key has sealed."""
        return read_sealed(self.path, self.key, most)

    def write(self, content: bytes) -> None:
        """Write it whole or not at all. Raises `OSError`."""
        write_sealed(self.path, content, self.key)


class KeptFile(NamedTuple):
    """What is kept of a YAML file: of which text, the ids in it, its places and its data."""

    digest: str
    ids: list[str]
    marks: memoryview
    data: memoryview

    def document(self, file: str) -> Document:
        """The document as reading made it."""
        marks = array("Q")
        marks.frombytes(self.marks)
        return Document(file, from_json(bytes(self.data)), marks)


class Cache:
    """What is kept of a folder, and what is learnt of it in this reading."""

    def __init__(self, folder: Folder, file: _Sealed, homes: _Sealed) -> None:
        self._folder = folder
        self._file = file
        self._homes = homes
        self._digests = {name: _digest(text) for name, text in self._named(folder.files)}
        self._told = _told(folder, self._digests)
        self._sound, self._files = _opened(file, _most(folder))
        self._now: dict[str, KeptFile] = {}

    def sound(self) -> SoundModel | None:
        """The model, where reading these very files found no fault in them before."""
        if self._folder.findings or self._sound != self._told:
            return None
        kept, root = self._files, self._folder.root
        ids = {name: one.ids for name, one in kept.items()}
        return sound_model(self._folder, ids, lambda name: kept[name].document(f"{root}/{name}"))

    def read(self, text: str, file: str) -> Document:
        """The document of a file: as it was kept, or else read now, and to be kept."""
        name = self._name(file)
        known = self._files.get(name)
        if known is not None and known.digest == self._digests[name]:
            self._now[name] = known
            return known.document(file)
        document = read_yaml(text, file)
        if not document.findings and (made := _kept(document, self._digests[name])):
            self._now[name] = made
        return document

    def keep(self, *, sound: bool) -> None:
        """Write down what was read, where other things are; `sound`: there is no fault in any of it."""
        whole = len(self._now) == 1 + len(self._folder.texts)
        told = self._told if sound and whole else ""
        if told == self._sound and self._now == self._files:
            return
        with suppress(OSError):
            _make_folder(Path(self._folder.root))
            self._file.write(_content(told, self._now))
            self._homes.write(homes_text({name: one.ids for name, one in self._now.items()}))
            _remove_oldest(self._file.path.parent)

    def _named(self, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Texts by the names of their files in the folder."""
        return ((self._name(file), text) for file, text in files.items())

    def _name(self, file: str) -> str:
        return file[len(self._folder.root) + 1 :]


def cache_of(folder: Folder, *, least: int = LEAST) -> Cache | None:
    """The cache of a folder; None where it holds less text, or where no cache can be had."""
    root = Path(folder.root)
    if sum(map(len, folder.texts.values())) < least or not _may_be_used(root):
        return None
    key, maker = own_key(), _maker()
    if key is None or maker is None:
        return None
    return Cache(
        folder, _sealed(root, str(sys.implementation.cache_tag), key, maker), _homes(root, key)
    )


def kept_homes(root: Path, ids: Iterable[str]) -> Iterator[Path]:
    """Files in which elements of a model were when it was last read, as far as that was kept.

    They are where to look first: they need not be there, nor have these elements any more.
    """
    key = own_key() if (root / FOLDER).is_dir() and _may_be_used(root) else None
    told = _homes(root, key).read(_MOST_HOMES) if key else None
    if told is not None:
        yield from (root / name for name in homes_in(bytes(told), ids))


def _homes(root: Path, key: bytes) -> _Sealed:
    return _sealed(root, "homes", key, b"homes")


def _sealed(root: Path, name: str, key: bytes, maker: bytes) -> _Sealed:
    """A file of a user's in the cache, which only the maker that has written it reads."""
    mark = hmac.digest(key, b"name", "sha256").hex()[:8]
    return _Sealed(root / FOLDER / f"{name}-{mark}", hmac.digest(key, maker, "sha256"))


def _may_be_used(root: Path) -> bool:
    """Does no link or file stand where the folder of the cache is, or is to be?"""
    above = root / FOLDER
    return all(
        not one.is_symlink() and (one.is_dir() or not one.exists()) for one in (above.parent, above)
    )


def _make_folder(root: Path) -> None:
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in _BESIDE.items():
        with suppress(FileExistsError), (folder / name).open("x", encoding="utf-8") as file:
            file.write(text)


def _remove_oldest(folder: Path) -> None:
    """Leave no more than a few caches, of users and Pythons, however often there is another user."""
    found = folder.glob(f"*-{'[0-9a-f]' * 8}")
    newest = sorted(found, key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for old in newest[_FILES:]:
        old.unlink()


def _json(value: object) -> bytes:
    """Plain data as JSON; the names of files in it need not be Unicode."""
    return json.dumps(value).encode()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _told(folder: Folder, digests: Mapping[str, str]) -> str:
    """All on which it depends what reading finds in a folder, in one digest.

    Of the files that are no texts the names will do: what is in them is looked at each time.
    """
    names = [sorted(getattr(folder, one.name)) for one in fields(folder) if one.name not in _TEXTS]
    return hashlib.sha256(_json([list(digests.items()), names])).hexdigest()


@cache
def _maker() -> bytes | None:
    """The program, as its files are stamped, and all else by which another would read otherwise.

    None where that cannot be told, as of a program that is packed into one file, or whose files have
    been changed since they were loaded.
    """
    from lumme_graph import __version__

    package = Path(__file__).parents[1]
    try:
        stamps = sorted(stamp for floor in _FLOORS for stamp in _stamps(package / floor))
        prose = _stamp_of("markdown_it")
    except OSError:
        return None
    if any(changed > _LOADED for _, _, changed in stamps):
        return None
    libraries = (pydantic.VERSION, pydantic_core.__version__, yaml.__version__, prose)
    system = (sys.version, sys.byteorder, yaml.__with_libyaml__)
    return _json([__version__, stamps, libraries, system])


def _stamp_of(library: str) -> tuple[str, int, int]:
    """The file that says the version of a library, without reading it."""
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(library)
    file = Path(spec.origin)
    found = file.stat()
    return str(file), found.st_size, found.st_mtime_ns


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """The files of a part of the program by name, size and time, as Python itself tells what changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stamps(Path(entry.path))
            elif entry.name.endswith(".py"):
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


def _kept(document: Document, digest: str) -> KeptFile | None:
    """What is to be kept of a document; None for what is no list of elements, nor the settings."""
    data = document.data
    items = data if is_list(data) else []
    ids = [item["id"] for item in items if is_map(item) and isinstance(item.get("id"), str)]
    if len(ids) != len(items):
        return None
    try:
        text = to_json(data)
    except PydanticSerializationError:
        return None
    return KeptFile(digest, ids, memoryview(document.marks.tobytes()), memoryview(text))


def _content(sound: str, files: Mapping[str, KeptFile]) -> bytes:
    """The length of the index, the index, and behind it the places and data of each file."""
    rows = [
        (name, one.digest, one.ids, len(one.marks), len(one.data)) for name, one in files.items()
    ]
    index = _json([sound, rows])
    parts = [part for one in files.values() for part in (one.marks, one.data)]
    return b"".join([len(index).to_bytes(_SIZE, "big"), index, *parts])


def _most(folder: Folder) -> int:
    """So many bytes a cache of a folder may have."""
    return _MOST_BESIDE + _MOST_OF_EACH * sum(map(len, folder.files.values()))


def _opened(file: _Sealed, most: int) -> tuple[str, dict[str, KeptFile]]:
    """What a cache holds: in what whole there was no fault, and its files; nothing where it is none."""
    content = file.read(most)
    if content is None:
        return "", {}
    at = _SIZE + int.from_bytes(content[:_SIZE], "big")
    sound, rows = json.loads(bytes(content[_SIZE:at]))
    files: dict[str, KeptFile] = {}
    for name, digest, ids, marks, data in rows:
        middle, end = at + marks, at + marks + data
        files[name] = KeptFile(digest, ids, content[at:middle], content[middle:end])
        at = end
    return sound, files
