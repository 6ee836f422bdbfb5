"""One value of one element, put where it is written in the texts of a folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pydantic_core import PydanticSerializationError

from lumme_graph.base.finding import Place
from lumme_graph.base.tags import TAG
from lumme_graph.editing.files import EditError, NoSuchElementError
from lumme_graph.editing.where import NoSuchPathError, where
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import KINDS
from lumme_graph.reading.document import read_yaml
from lumme_graph.reading.folder import GUIDE, Folder
from lumme_graph.reading.model import SETTINGS_ID, Model
from lumme_graph.reading.patch import PatchError, put, remove
from lumme_graph.reading.write import as_plain


class Change(NamedTuple):
    """A value for a part of an element; None takes the part away."""

    element: str
    path: str | Sequence[str | int]
    value: object

    @property
    def words(self) -> list[str | int]:
        """The parts of its path."""
        return [*(self.path.split(".") if isinstance(self.path, str) else self.path)]

    @property
    def is_prose(self) -> bool:
        """Is it about the text of a section, which has files of its own?"""
        kind = KINDS.get(self.element.partition("-")[0])
        return kind is Section and self.words[:1] == ["body"]


def apply(change: Change, model: Model, folder: Folder) -> None:
    """Make a change in the texts of `folder`; `model` is as it was before any change."""
    spot = model.spots.get(change.element)
    cls = KINDS.get(change.element.partition("-")[0])
    if spot is None or spot.item is None or cls is None:
        raise NoSuchElementError(change.element, model.spots.keys() - {SETTINGS_ID})
    words = change.words
    if change.is_prose:
        _set_body(change, words, folder)
        return
    file, at = spot.document.file, spot.item
    text = folder.texts[file]
    try:
        value = as_plain(change.value)
        path, orders = where(cls, read_yaml(text, file).data[at], words)
        path, orders = (at, *path), {depth + 1: order for depth, order in orders.items()}
        new = remove(text, path) if value is None else put(text, path, value, orders)
    except NoSuchPathError as error:
        raise EditError(f"{change.element}: {error}") from None
    except PydanticSerializationError:
        raise EditError(
            f"{change.element}: {'.'.join(map(str, words))} cannot be written: "
            "give text, a number, a day, or a list or a dict of these"
        ) from None
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
