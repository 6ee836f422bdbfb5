"""The files of a model's folder, as text: read safely, in the order of their names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from lumme_graph.base.files import MAX_BYTES, files_below
from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.journal import WORK, pending
from lumme_graph.base.text import TAG, Label
from lumme_graph.load.faults import MISPLACED_BODY, NO_MODEL, OUTSIDE, OVER_LIMIT, UNREADABLE

SETTINGS = "model.yaml"
GUIDE = "guide"
NOT_FILE = Label("se ei ole tiedosto", "it is not a file")
NOT_UTF8 = Label("se ei ole UTF-8-tekstiä", "it is not UTF-8")
BOM = "\ufeff"
UNENDED = replace(
    UNREADABLE,
    sentence=Label(
        "kansion muutos on kesken tai keskeytyi, joten osa tiedostoista voi olla muuttamatta",
        "a change of this folder goes on, or was interrupted: some files may be as before it",
        "en ändring av mappen pågår eller avbröts: några filer kan vara som före den",
    ),
    hint=Label(
        "aja mikä tahansa lumme-komento tälle kansiolle: se palauttaa keskeytyneen",
        "run any lumme command on this folder: it puts back what was interrupted",
        "kör vilket lumme-kommando som helst på mappen: det återställer det avbrutna",
    ),
)
CIRCLE = Label("linkki kiertää kehää", "the link goes in a circle")
_BODY = re.compile(rf"(section-[a-z0-9-]+)\.({TAG.pattern})\.md")


@dataclass(slots=True)
class Folder:
    """The texts of a model: its settings, its YAML files, and the prose of its sections.

    `marked` are the files that begin with a byte order mark, which their texts do not have;
    `garbled` are files that are no UTF-8, as far as their ASCII can be read.
    """

    root: str
    settings: str | None = None
    texts: dict[str, str] = field(default_factory=dict[str, str])
    bodies: dict[str, dict[str, tuple[str, Place]]] = field(
        default_factory=dict[str, dict[str, tuple[str, Place]]]
    )
    marked: set[str] = field(default_factory=set[str])
    garbled: list[str] = field(default_factory=list[str])
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


def read_folder(root: Path) -> Folder:
    """Read the texts below `root`; what cannot be read stands in `findings`."""
    folder = Folder(root.as_posix())
    if not root.is_dir():
        folder.findings.append(_no_folder(root))
        return folder
    if pending(root):
        folder.findings.append(UNENDED.at(Place(f"{folder.root}/{WORK}")))
    try:
        paths = list(files_below(root))
    except OSError as error:
        folder.findings.append(UNREADABLE.at(Place(root.as_posix()), why=error.strerror))
        return folder
    for path in paths:
        _read_into(folder, root, path)
    if not (root / SETTINGS).exists():
        place = Place(folder.root)
        folder.findings.append(
            NO_MODEL.at(
                place,
                what="this folder has no model.yaml",
                what_fi="kansiossa ei ole tiedostoa model.yaml",
            )
        )
    return folder


def _no_folder(root: Path) -> Finding:
    if root.exists():
        what, what_fi = "this is a file, not a folder", "tämä on tiedosto, ei kansio"
    else:
        what, what_fi = "there is no such folder", "kansiota ei ole"
    return NO_MODEL.at(Place(root.as_posix()), what=what, what_fi=what_fi)


def _read_into(folder: Folder, root: Path, path: Path) -> None:
    name = path.relative_to(root).as_posix()
    is_body = path.suffix.lower() == ".md" and name.startswith(f"{GUIDE}/")
    place = Place(f"{folder.root}/{name}")
    if path.is_symlink() and path.is_dir():
        outside = not path.resolve().is_relative_to(root.resolve())
        why = Label("linkkiä kansioon ei seurata", "a link to a folder is not followed")
        folder.findings.append(OUTSIDE.at(place) if outside else UNREADABLE.at(place, why=why))
        return
    if path.suffix.lower() not in {".yaml", ".yml"} and not is_body:
        return
    text = _text(path, root, place, folder)
    if text is None:
        return
    if is_body:
        _take_body(folder, path.name, text, place)
    elif name == SETTINGS:
        folder.settings = text
    else:
        folder.texts[place.file] = text


def _take_body(folder: Folder, name: str, text: str, place: Place) -> None:
    match = _BODY.fullmatch(name)
    if match:
        by_tag = folder.bodies.setdefault(match[1], {})
        if match[2] in by_tag:
            first = by_tag[match[2]][1]
            folder.findings.append(
                MISPLACED_BODY.at(
                    place,
                    what=f"the same text stands in {first}",
                    what_fi=f"sama teksti on jo tiedostossa {first}",
                )
            )
        by_tag.setdefault(match[2], (text, place))
    elif name.lower().startswith("section"):
        folder.findings.append(
            MISPLACED_BODY.at(
                place,
                what=f"{name} is not named by section and language",
                what_fi=f"tiedoston {name} nimessä ei ole osiota ja kieltä",
            )
        )


def _text(path: Path, root: Path, place: Place, folder: Folder) -> str | None:
    findings = folder.findings
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            findings.append(OUTSIDE.at(place))
            return None
        if not path.is_file():
            findings.append(UNREADABLE.at(place, why=NOT_FILE))
            return None
        if path.stat().st_size > MAX_BYTES:
            limit = f"{MAX_BYTES // 1024 // 1024} MiB"
            findings.append(
                OVER_LIMIT.at(place, what="the file", what_fi="tiedoston koko", limit=limit)
            )
            return None
        data = path.read_bytes()
        if data.startswith(BOM.encode()):
            folder.marked.add(place.file)
        return data.removeprefix(BOM.encode()).decode()
    except UnicodeDecodeError as error:
        findings.append(UNREADABLE.at(_place_of(error, place.file), why=NOT_UTF8))
        folder.garbled.append(bytes(error.object).decode("latin-1").replace("\0", ""))
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or CIRCLE
        findings.append(UNREADABLE.at(place, why=why))
    return None


def _place_of(error: UnicodeDecodeError, file: str) -> Place:
    before = bytes(error.object[: error.start])
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Place(file, before.count(b"\n") + 1, column)
