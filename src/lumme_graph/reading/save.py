"""A model to the text of its folder: the same text that is read, changed as little as can be.

`to_files` writes a model that has no text yet. `save` begins with a text that is there: that of
the folder it writes to, else of the folder from which the graph was read. In it an element that
says what it said keeps its lines to the last character, comments, quotes and line ends too; of
one that says something else, only the values that differ are written anew; one that is gone
loses its lines; a new one comes after the last of its kind. So an unchanged model is saved byte
for byte, and a changed one shows as a small difference.

The order of what is there stays; journeys that join others are read in the order of their file
names, each being a file of its own. Files that are no part of the model are neither copied nor touched.

A folder is refused that holds another model (no id in common), one that cannot be read whole,
or one with other files and no model.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path, PurePath
from typing import Protocol

from lumme_graph.base.files import OutputError, files_below, unwritable
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.journal import FileChange, change_files, changing, pending
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path as Journey
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.settings import Settings
from lumme_graph.reading.folder import SETTINGS, Folder, as_file, read_folder
from lumme_graph.reading.merge import bodies, home, listed, merged
from lumme_graph.reading.model import model_of
from lumme_graph.reading.write import block, plain


class Savable(Protocol):
    """A graph, as far as saving needs it; `root` is the folder it was read from, or empty."""

    @property
    def settings(self) -> Settings:
        """What model.yaml is to say."""
        ...

    @property
    def theme_files(self) -> Mapping[str, bytes]:
        """The fonts and logos of its theme, by name."""
        ...

    root: str

    def __iter__(self) -> Iterator[KeptElement]: ...


def to_files(elements: Iterable[KeptElement], settings: Settings) -> dict[str, str]:
    """The files of a model that has no text yet: their text by their names in its folder.

    A number before the name of each journey keeps their order, where the names would not.
    """
    by_file: dict[str, list[KeptElement]] = {}
    prose: dict[str, str] = {}
    kinds = {cls: place for place, cls in enumerate(ELEMENTS)}
    ordered = sorted(elements, key=lambda element: kinds[type(element)])
    homes = _homes([element for element in ordered if isinstance(element, Journey)])
    for element in ordered:
        by_file.setdefault(homes.get(element.id) or home(element), []).append(element)
        prose |= {name: as_file(text) for name, text in bodies(element).items()}
    lists = {name: listed(mine) for name, mine in by_file.items()}
    return {SETTINGS: block(plain(settings))} | lists | prose


def _homes(journeys: list[Journey]) -> dict[str, str]:
    """The files of journeys that are not in the order of their names."""
    files = list(map(home, journeys))
    if files == sorted(files, key=PurePath):
        return {}
    width = len(str(len(journeys)))
    numbered = (
        PurePath(file).with_name(f"{at:0{width}}-{PurePath(file).name}").as_posix()
        for at, file in enumerate(files, start=1)
    )
    return dict(zip((journey.id for journey in journeys), numbered, strict=True))


def save(graph: Savable, folder: AnyPath) -> None:
    """Write a graph as a model's folder; what is already written there stays as it is.

    Raises `OutputError` where the folder is not one to write this model to, cannot be written, is
    being changed by another run, or was changed meanwhile. All files are written, or none.
    """
    if not hasattr(graph, "settings"):
        raise TypeError(f"a ServiceGraph is saved, not {type(graph).__name__}")
    target = path_of(folder)
    _refuse_strange(target)
    is_new = not target.exists()
    try:
        target.mkdir(parents=True, exist_ok=True)
        with changing(target):
            _save(graph, target)
    except BaseException as error:
        if is_new:
            with suppress(OSError):
                target.rmdir()
        if isinstance(error, OSError):
            raise unwritable(target, error) from error
        raise


def _save(graph: Savable, target: Path) -> None:
    elements = {element.id: element for element in graph}
    there = read_folder(target)
    base = _base(there, target, graph.root, elements.keys())
    if base is None:
        texts = to_files(elements.values(), graph.settings)
        files = {name: text.encode() for name, text in texts.items()}
    else:
        now = merged(base, elements, graph.settings)
        files = {
            file.removeprefix(f"{now.root}/"): now.written(file, text)
            for file, text in now.files.items()
        }
    files |= {
        name: content
        for name, content in graph.theme_files.items()
        if name in graph.settings.theme.files and there.theme.get(name) != content
    }
    was = {file.removeprefix(f"{there.root}/"): data for file, data in there.read().items()}
    was |= {name: there.theme[name] for name in files if name in there.theme}
    names = sorted(files.keys() | was.keys(), key=lambda name: (name == SETTINGS, name))  # it last
    changes = {name: FileChange(was.get(name), files.get(name)) for name in names}
    change_files(
        target,
        {(target / name).resolve(): one for name, one in changes.items() if one.was != one.now},
    )


def _refuse_strange(target: Path) -> None:
    """Refuse a folder of other files: what is saved there would be one with them."""
    if target.exists() and not target.is_dir():
        raise OutputError(f"{target} is a file; name a folder")
    if not target.is_dir() or (target / SETTINGS).exists() or pending(target):
        return
    strange = [path.relative_to(target).as_posix() for path in islice(files_below(target), 4)]
    if strange:
        shown = ", ".join(strange[:3]) + (", …" if len(strange) > len(strange[:3]) else "")
        raise OutputError(
            f"{target} holds other files ({shown}) and no {SETTINGS}; "
            "name a new folder or an empty one"
        )


def _base(there: Folder, target: Path, root: str, ids: Iterable[str]) -> Folder | None:
    """The folder whose text is kept, if there is one."""
    origin = Path(root) if root else None
    if there.settings is not None or (target / SETTINGS).exists():
        known = model_of(there).elements.keys()
        own = origin is not None and origin.resolve() == target.resolve()
        if known and not own and known.isdisjoint(ids):
            raise OutputError(f"{target} holds another model; name a new folder")
        return there
    kept = origin is not None and (origin / SETTINGS).exists()
    return read_folder(origin) if origin is not None and kept else None
