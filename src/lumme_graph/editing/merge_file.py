"""One file of a model as git merges it: three versions in, one out, and what is left to decide."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import NamedTuple

from lumme_graph.base.files import read_bytes, write_file
from lumme_graph.base.finding import Finding
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.editing.conflict_marks import SIZE, ConflictMarks
from lumme_graph.editing.merge_yaml import merge_yaml
from lumme_graph.editing.three_way import Conflict
from lumme_graph.editing.three_way_lines import line_runs
from lumme_graph.reading.document import read_yaml
from lumme_graph.reading.folder import BOM

_YAML = frozenset({".yaml", ".yml"})
_EIGHT_BIT = "latin-1"
"""Gives every byte a letter and back, so that nothing is lost of a text that is no UTF-8."""


@dataclass(frozen=True)
class MergedFile:
    """The merged bytes of a file; where the sides do not agree, both versions between marks.

    `by_lines` says why a file was merged line by line, as git does it, and must be looked at;
    `findings` what is wrong with the versions that cannot be read.
    """

    content: bytes
    conflicts: tuple[Conflict, ...] = ()
    by_lines: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Is there nothing left to decide or to look at?"""
        return not self.conflicts and not self.by_lines


class _Version(NamedTuple):
    """A version of a file as text whose lines all end with a line feed, and how it was written."""

    text: str
    encoding: str
    marked: bool
    windows: bool
    ended: bool

    def written(self, text: str) -> bytes:
        """A text as this version is written."""
        if text and not self.ended:
            text = text.removesuffix("\n")
        if self.windows:
            text = text.replace("\n", "\r\n")
        return (BOM.encode() if self.marked else b"") + text.encode(self.encoding)


def merge_file(
    base: AnyPath, ours: AnyPath, theirs: AnyPath, name: str = "", *, size: int = SIZE
) -> MergedFile:
    """Merge three versions of a file of a model into the file of ours, as git asks for it.

    `name` is what the file is called in the model, where the three are called otherwise, and `size`
    how many signs make a mark. Raises `KnownError` where a file cannot be read or written.
    """
    ours = path_of(ours)
    was, mine, other = map(read_bytes, (path_of(base), ours, path_of(theirs)))
    merged = merge_bytes(was, mine, other, name or ours.name, size=size)
    if merged.content != mine:
        write_file(ours, merged.content)
    return merged


def merge_bytes(
    base: bytes, ours: bytes, theirs: bytes, name: str, *, size: int = SIZE
) -> MergedFile:
    """Merge three versions of a file of a model, which is called `name`; no text is lost.

    YAML is merged by element, field and natural key, prose line by line, and so is YAML that
    cannot be read. `size` is how many signs make a mark.
    """
    contents = (base, ours, theirs)
    if any(b"\0" in content for content in contents):
        return MergedFile(ours, by_lines="this is no text, and the version of ours is kept")
    is_utf8 = all(map(_is_utf8, contents))
    was, mine, other = (_version(one, "utf-8" if is_utf8 else _EIGHT_BIT) for one in contents)
    mine = mine._replace(ended=mine.ended or (other.ended and not was.ended))
    path, marks = PurePath(name), ConflictMarks(size)
    why = "" if is_utf8 else "a version is not UTF-8"
    findings: tuple[Finding, ...] = ()
    if is_utf8 and path.suffix.lower() in _YAML:
        sides = {"base": was, "ours": mine, "theirs": other}
        findings = tuple(
            finding for side, one in sides.items() for finding in read_yaml(one.text, side).findings
        )
        why = "a version cannot be read" if findings else "its elements cannot be told apart"
        try:
            merged = None if findings else merge_yaml(was.text, mine.text, other.text, marks)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not cost anybody a text
            merged, why = None, f"LG901 internal error, please report it: {type(error).__name__}"
        if merged is not None:
            text, conflicts = merged
            return MergedFile(mine.written(text), conflicts)
    text, conflicts = _by_lines((was.text, mine.text, other.text), path, marks)
    return MergedFile(mine.written(text), conflicts, why, findings)


def _by_lines(
    texts: tuple[str, str, str], path: PurePath, marks: ConflictMarks
) -> tuple[str, tuple[Conflict, ...]]:
    merged: list[str] = []
    conflicts: list[Conflict] = []
    section, _, tag = path.stem.partition(".")
    what = "" if path.suffix.lower() in _YAML else path.name
    for run in line_runs(*texts):
        lines = "".join(run.lines)
        if run.theirs is not None:
            theirs = "".join(run.theirs)
            where = ("body", tag) if tag else ()
            conflicts.append(Conflict(section, where, "".join(run.base), lines, theirs))
            lines = marks.around(lines, theirs, what)
        merged.append(lines)
    return "".join(merged), tuple(conflicts)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _version(content: bytes, encoding: str) -> _Version:
    marked = encoding == "utf-8" and content.startswith(BOM.encode())
    written = (content.removeprefix(BOM.encode()) if marked else content).decode(encoding)
    text = written.replace("\r\n", "\n")
    ended = text.endswith("\n") or not text
    return _Version(text if ended else f"{text}\n", encoding, marked, text != written, ended)
