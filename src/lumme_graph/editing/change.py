"""Change values of elements where they are written; all of the changes hold, or none is made.

Only the value's own characters change. The changed model is read again in memory before
anything is written, and what would add a fault to it (LG0xx, LG1xx) is refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lumme_graph.base.finding import Place
from lumme_graph.base.guess import nearest
from lumme_graph.base.journal import changing
from lumme_graph.base.tags import TAG
from lumme_graph.editing.files import EditError, added, copied, differing, faults, write
from lumme_graph.editing.rename import Renamed, rename
from lumme_graph.editing.where import NoSuchPathError, where
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import KINDS
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.reading.document import read_yaml
from lumme_graph.reading.folder import GUIDE, Folder, read_folder
from lumme_graph.reading.model import SETTINGS_ID, Model, model_of
from lumme_graph.reading.patch import PatchError, put, remove
from lumme_graph.reading.write import as_plain


class Change(NamedTuple):
    """A value for a part of an element; None takes the part away."""

    element: str
    path: str | Sequence[str | int]
    value: object


class Edit:
    """The files of one model, for changing; each call reads them anew."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)

    def set(self, element: AnyId, path: str | Sequence[str | int], value: object) -> Edit:
        """Give a part of an element a value: `set("path-hold", "steps.pick-up.lane", "customer")`.

        `path` are field names, languages, and list items by index or natural key, with dots
        between or as a sequence. A missing part is added in its place; None takes it away.
        Raises `EditError` where the element or part does not exist or the model would not hold;
        `OutputError` where a file cannot be written, another run is changing the model, or a file
        was changed meanwhile. Then nothing is changed.
        """
        return self.change([Change(id_of(element), path, value)])

    def change(self, changes: Iterable[Change], seen: Iterable[KeptElement] = ()) -> Edit:
        """Make several changes, all of them or none. Raises as `set` does.

        `seen` are elements as they were when the changes were thought out; where the files say
        something else of one by now, nothing is changed either.
        """
        with changing(self.folder):
            folder = read_folder(self.folder)
            model = model_of(folder)
            before = faults(model, self.folder)
            if not model.spots:
                raise EditError(f"{self.folder} is no model", model.findings)
            for element in seen:
                if model.elements.get(element.id) != element:
                    raise EditError(f"{element.id} was changed meanwhile; run it again")
            changed = copied(folder)
            for change in changes:
                _apply(change, model, changed)
            more = added(before, faults(model_of(changed), self.folder))
            if more:
                raise EditError("the model would not hold; nothing is changed", more)
            write(self.folder, differing(folder, changed))
        return self

    def rename(self, old: AnyId, new: str, saved: Iterable[Path] = ()) -> Renamed:
        """Give an element, or a part (`path-hold/pick-up`), another id, in all that refers to it.

        Baselines and saved coverage follow: those in the folder, right beside it, and `saved`.
        Raises as `set` does.
        """
        return rename(self.folder, id_of(old), new, saved)


def edit(folder: str | os.PathLike[str]) -> Edit:
    """Change a model in its files: `edit("models/mine").set("service-loan", "cost.en", "free")`."""
    return Edit(folder)


def _apply(change: Change, model: Model, folder: Folder) -> None:
    """Make a change in the texts of `folder`; `model` is as it was before any change."""
    spot = model.spots.get(change.element)
    cls = KINDS.get(change.element.partition("-")[0])
    if spot is None or spot.item is None or cls is None:
        guess = nearest(change.element, model.spots.keys() - {SETTINGS_ID})
        more = f"; did you mean {guess}?" if guess else ""
        raise EditError(f"there is no {change.element} in the model{more}")
    words = change.path.split(".") if isinstance(change.path, str) else list(change.path)
    if cls is Section and words[:1] == ["body"]:
        _set_body(change, words, folder)
        return
    file, at = spot.document.file, spot.item
    text, value = folder.texts[file], as_plain(change.value)
    try:
        path, orders = where(cls, read_yaml(text, file).data[at], words)
        path, orders = (at, *path), {depth + 1: order for depth, order in orders.items()}
        new = remove(text, path) if value is None else put(text, path, value, orders)
    except NoSuchPathError as error:
        raise EditError(f"{change.element}: {error}") from None
    except PatchError:
        raise EditError(
            f"{change.element}: {'.'.join(map(str, words))} cannot be changed in place; "
            f"change it by hand at {spot.place()}"
        ) from None
    folder.texts[file] = new


def _set_body(change: Change, words: Sequence[str | int], folder: Folder) -> None:
    tag = ".".join(map(str, words[1:]))
    if not TAG.fullmatch(tag) or not isinstance(change.value, str | None):
        raise EditError(f"{change.element}: name the language of the text, such as body.en")
    by_tag = folder.bodies.setdefault(change.element, {})
    if change.value is None:
        by_tag.pop(tag, None)
        return
    new = Place(f"{folder.root}/{GUIDE}/{change.element}.{tag}.md")
    place = by_tag[tag][1] if tag in by_tag else new
    by_tag[tag] = (change.value, place)
