"""The files of a model's folder, as text: read safely, in the order of their names."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from lumme_graph.base.catalogue import Catalogue, catalogue_of
from lumme_graph.base.files import MAX_BYTES, files_below
from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.journal import WORK, pending
from lumme_graph.base.label import Label
from lumme_graph.base.tags import TAG, twice
from lumme_graph.reading.document import is_list, is_map, read_yaml
from lumme_graph.reading.faults import (
    LANGUAGE_TWICE,
    MISPLACED_BODY,
    NO_MODEL,
    OUTSIDE,
    OVER_LIMIT,
    REFUSED_PICTURE,
    UNREADABLE,
)
from lumme_graph.reading.file_sort import CATALOGUE, FileSort, sort_of
from lumme_graph.reading.pictures import HEAD, is_picture, is_svg, refused
from lumme_graph.reading.stray import IMAGES, belongs, is_ignored
from lumme_graph.reading.theme_files import flaw, is_of_theme
from lumme_graph.reading.unmerged import unmerged

SETTINGS = "model.yaml"
GUIDE = "guide"
NOT_FILE = Label("it is not a file")
UTF16 = Label("it is UTF-16")
EIGHT_BIT = Label("it is not UTF-8 but probably Windows-1252")
HOW = Label("give yourself the right to read it, or take it out of the folder")
NO_TEXT = Label("it is not text")
TAKE_OUT = Label("take it out of the folder, or name it under ignore in model.yaml")
SAVE_ANEW = Label("open it in an editor and save it again with the encoding UTF-8")
BOM = "\ufeff"
UNENDED = replace(
    UNREADABLE,
    sentence=Label(
        "a change of this folder goes on, or was interrupted: some files may be as before it"
    ),
    hint=Label("run any lumme command on this folder: it puts back what was interrupted"),
)
CIRCLE = Label("the link goes in a circle")
_CODE_SETTINGS = ("checks", "questions")
_CODE = ("*.py", "__pycache__/")
_BODY = re.compile(rf"(section-[a-z0-9-]+)\.({TAG.pattern})\.md")


@dataclass(slots=True)
class Folder:
    """The texts of a model: its settings, its YAML files, and the prose of its sections.

    `garbled` are files that are no UTF-8, as far as their ASCII can be read, or that a merge left
    undecided; `unread` are YAML files
    of which nothing can be, and `empty` those in which there is nothing. `images` are the pictures
    of the guide, `strays` other files that are not read, by their names in the folder; `catalogues`
    are the model's own translations by their tags, `theme` the fonts and logos of its theme, and `refused` the names of those
    that are there and cannot be used. `marked` are the files that begin with a byte
    order mark, which their texts do not have.
    """

    root: str
    settings: str | None = None
    texts: dict[str, str] = field(default_factory=dict[str, str])
    bodies: dict[str, dict[str, tuple[str, Place]]] = field(
        default_factory=dict[str, dict[str, tuple[str, Place]]]
    )
    catalogues: dict[str, tuple[Catalogue, Place]] = field(
        default_factory=dict[str, tuple[Catalogue, Place]]
    )
    marked: set[str] = field(default_factory=set[str])
    garbled: list[str] = field(default_factory=list[str])
    unread: list[str] = field(default_factory=list[str])
    empty: list[str] = field(default_factory=list[str])
    images: list[str] = field(default_factory=list[str])
    theme: dict[str, bytes] = field(default_factory=dict[str, bytes])
    refused: list[str] = field(default_factory=list[str])
    strays: list[str] = field(default_factory=list[str])
    findings: list[Finding] = field(default_factory=list[Finding])

    @property
    def settings_file(self) -> str:
        """The name of the settings file, as findings show it."""
        return f"{self.root}/{SETTINGS}"

    @property
    def files(self) -> dict[str, str]:
        """Every text by its file."""
        bodies = [pair for by_tag in self.bodies.values() for pair in by_tag.values()]
        settings = {} if self.settings is None else {self.settings_file: self.settings}
        return settings | self.texts | {place.file: text for text, place in bodies}

    def written(self, file: str, text: str) -> bytes:
        """A text as its file is to hold it, with the mark that the file has."""
        return (BOM + text if file in self.marked else as_file(text)).encode()

    def read(self) -> dict[str, bytes]:
        """The bytes of each file, as they were read."""
        return {
            file: (BOM + text if file in self.marked else text).encode()
            for file, text in self.files.items()
        }


def as_file(text: str) -> str:
    """A text as it is written: one that begins with a byte order mark gets another to lose."""
    return BOM + text if text.startswith(BOM) else text


def read_folder(root: Path, name: str = "", only: Iterable[str] | None = None) -> Folder:
    """Read the texts below `root`; what cannot be read stands in `findings`.

    A folder without a model.yaml is not looked into. `name` is what it is called where it is not
    to be called by its path; `only` are the names of the files to read beside the settings.
    """
    folder = Folder(name or root.as_posix())
    if not root.is_dir():
        folder.findings.append(_no_folder(root, folder.root))
        return folder
    if pending(root):
        folder.findings.append(UNENDED.at(Place(f"{folder.root}/{WORK}")))
    settings = root / SETTINGS
    if not (settings.exists() or settings.is_symlink()):
        folder.findings.append(_no_settings(root, folder.root))
        return folder
    folder.settings = _text(settings, root, Place(folder.settings_file), folder)
    patterns = _ignored(folder.settings or "")
    try:
        paths = list(files_below(root)) if only is None else [root / file for file in only]
    except OSError as error:
        folder.findings.append(UNREADABLE.at(Place(folder.root), why=error.strerror, how=HOW))
        return folder
    for path in paths:
        name = path.relative_to(root).as_posix()
        if name != SETTINGS and not (patterns and is_ignored(name, patterns)):
            _read_into(folder, root, path, name)
    _report_twice(folder)
    return folder


def _ignored(settings: str) -> list[str]:
    """The patterns of files that are no part of the model, as far as the settings can be read.

    Where they name code of the model's own, that is Python too.
    """
    if not any(word in settings for word in ("ignore", *_CODE_SETTINGS)):
        return []
    data = read_yaml(settings, "").data
    said = data if is_map(data) else {}
    patterns = said.get("ignore")
    code = _CODE if any(said.get(name) for name in _CODE_SETTINGS) else ()
    named = [part for part in patterns if isinstance(part, str)] if is_list(patterns) else []
    return [*named, *code]


def _no_settings(root: Path, name: str) -> Finding:
    near = next(
        (path for depth in ("*", "*/*") for path in sorted(root.glob(f"{depth}/{SETTINGS}"))), None
    )
    such = (
        Label(", such as {near}").fill(near=Path(name) / near.parent.relative_to(root))
        if near
        else ""
    )
    return NO_MODEL.at(Place(name), what=Label("this folder has no model.yaml"), such=such)


def _no_folder(root: Path, name: str) -> Finding:
    if root.exists():
        what = Label("this is a file, not a folder")
    else:
        what = Label("there is no such folder")
    return NO_MODEL.at(Place(name), what=what, such="")


def _read_into(folder: Folder, root: Path, path: Path, name: str) -> None:
    sort = sort_of(name)
    place = Place(f"{folder.root}/{name}")
    if path.is_symlink() and path.is_dir():
        outside = not path.resolve().is_relative_to(root.resolve())
        why = Label("a link to a folder is not followed")
        folder.findings.append(
            OUTSIDE.at(place) if outside else UNREADABLE.at(place, why=why, how=TAKE_OUT)
        )
    elif sort is FileSort.PROSE:
        text = _text(path, root, place, folder)
        if text is not None:
            _take_body(folder, path.name, text, place)
    elif sort is not FileSort.YAML:
        _take_other(folder, root, path, name)
    else:
        text = _text(path, root, place, folder)
        if text is None:
            folder.unread.append(name)
        else:
            folder.texts[place.file] = text
            if not text.strip():
                folder.empty.append(name)


def _take_other(folder: Folder, root: Path, path: Path, name: str) -> None:
    """A file that is neither YAML nor prose: a translation, a picture, or a stray one."""
    catalogue = CATALOGUE.fullmatch(name)
    if catalogue:
        place = Place(f"{folder.root}/{name}")
        text = _text(path, root, place, folder)
        if text is not None:
            folder.catalogues[catalogue[1]] = (catalogue_of(text), place)
    elif name.startswith(IMAGES):
        if is_picture(name):
            _take_picture(folder, root, path, name)
    elif is_of_theme(name):
        _take_of_theme(folder, root, path, name)
    elif not belongs(name):
        folder.strays.append(name)


def _take_picture(folder: Folder, root: Path, path: Path, name: str) -> None:
    """A picture of the guide, where it may be published: the others are not known as pictures."""
    place = Place(f"{folder.root}/{name}")
    try:
        content = _bytes(path, root, place, folder.findings, HEAD if not is_svg(name) else None)
    except (OSError, RuntimeError) as error:
        folder.findings.append(_unopened(place, error))
        return
    if content is None:
        return
    if found := refused(name, content):
        at = Place(place.file, found.line, found.column)
        folder.findings.append(REFUSED_PICTURE.at(at, why=found.why))
    else:
        folder.images.append(name)


def _take_of_theme(folder: Folder, root: Path, path: Path, name: str) -> None:
    """A font or a logo, where it is what its name says: nothing else is carried any further."""
    folder.refused.append(name)
    place = Place(f"{folder.root}/{name}")
    try:
        content = _bytes(path, root, place, folder.findings)
    except (OSError, RuntimeError) as error:
        folder.findings.append(_unopened(place, error))
        return
    if content is None:
        return
    if found := flaw(name, content, place):
        folder.findings.append(found)
        return
    folder.refused.remove(name)
    folder.theme[name] = content


def _take_body(folder: Folder, name: str, text: str, place: Place) -> None:
    match = _BODY.fullmatch(name)
    if match:
        by_tag = folder.bodies.setdefault(match[1], {})
        if match[2] in by_tag:
            first = by_tag[match[2]][1]
            folder.findings.append(
                MISPLACED_BODY.at(
                    place, what=Label("the same text stands in {first}").fill(first=first)
                )
            )
        by_tag.setdefault(match[2], (text, place))
    else:
        folder.findings.append(
            MISPLACED_BODY.at(
                place, what=Label("{name} is not named by section and language").fill(name=name)
            )
        )


def _report_twice(folder: Folder) -> None:
    """Two files of one section, or two catalogues, whose languages differ in spelling alone."""
    bodies = [{tag: place for tag, (_, place) in one.items()} for one in folder.bodies.values()]
    catalogues = {tag: place for tag, (_, place) in folder.catalogues.items()}
    for places in (*bodies, catalogues):
        if pair := twice(places):
            one, other = pair
            folder.findings.append(LANGUAGE_TWICE.at(places[other], one=one, other=other))


def _goes_in_a_circle(path: Path) -> bool:
    """Whether a link leads back to itself, which newer Pythons pass over when they resolve it."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _bytes(
    path: Path, root: Path, place: Place, findings: list[Finding], size: int | None = None
) -> bytes | None:
    """A file, or its first bytes; none where it may not be read, which the findings then say.

    Raises `OSError` or `RuntimeError` where it cannot be.
    """
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        findings.append(OUTSIDE.at(place))
        return None
    if not path.is_file():
        why = CIRCLE if _goes_in_a_circle(path) else NOT_FILE
        findings.append(UNREADABLE.at(place, why=why, how=TAKE_OUT))
        return None
    with path.open("rb") as file:
        if size is None and os.fstat(file.fileno()).st_size > MAX_BYTES:
            limit = f"{MAX_BYTES // 1024 // 1024} MiB"
            findings.append(OVER_LIMIT.at(place, what=Label("the file"), limit=limit))
            return None
        return file.read(size)


def _text(path: Path, root: Path, place: Place, folder: Folder) -> str | None:
    findings = folder.findings
    try:
        data = _bytes(path, root, place, findings)
        if data is None:
            return None
        if data.startswith(BOM.encode()):
            folder.marked.add(place.file)
        text = data.removeprefix(BOM.encode()).decode()
        undecided = list(unmerged(text, place.file))
        if not undecided:
            return text
        findings += undecided
        folder.garbled.append(text)
    except UnicodeDecodeError as error:
        content = bytes(error.object)
        findings.append(_not_utf8(content, _place_of(error, place.file)))
        folder.garbled.append(content.decode("latin-1").replace("\0", ""))
    except (OSError, RuntimeError) as error:
        findings.append(_unopened(place, error))
    return None


def _unopened(place: Place, error: OSError | RuntimeError) -> Finding:
    why = getattr(error, "strerror", None) or CIRCLE
    return UNREADABLE.at(place, why=why, how=HOW)


def _not_utf8(content: bytes, place: Place) -> Finding:
    """What the bytes are instead, as far as they show it, and how to save them anew."""
    if _is_utf16(content):
        return UNREADABLE.at(Place(place.file, 1, 1), why=UTF16, how=SAVE_ANEW)
    if b"\0" in content:
        return UNREADABLE.at(Place(place.file, 1, 1), why=NO_TEXT, how=TAKE_OUT)
    return UNREADABLE.at(place, why=EIGHT_BIT, how=SAVE_ANEW)


def _is_utf16(content: bytes) -> bool:
    """Whether the bytes say so, or most of every other one are nothing, as in Latin letters."""
    few, many = sorted(half.count(0) for half in (content[::2], content[1::2]))
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or (few == 0 and 4 * many > len(content))


def _place_of(error: UnicodeDecodeError, file: str) -> Place:
    before = bytes(error.object[: error.start])
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Place(file, before.count(b"\n") + 1, column)
