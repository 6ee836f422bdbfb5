"""What a renaming is to change: worked out and found allowed before any text changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from lumme_graph.base.by_name import echo
from lumme_graph.base.catalogue import CODE
from lumme_graph.base.speaker import Speaker
from lumme_graph.editing.files import EditError, NoSuchElementError
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.parts import written_part_references, written_parts
from lumme_graph.graph.references import said_references, settings_references
from lumme_graph.meta.ref import ID_WORDS, LONGEST_ID
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data
from lumme_graph.reading.model import SETTINGS_ID, Model

Swaps = dict[str, dict[PathIn, str]]
"""By file, the paths of scalars and what they say from now on."""


@dataclass(frozen=True, slots=True)
class EditPlan:
    """What changes where; `moves` are files that get another name, `owners` the changed elements.

    For a part, `old` and `new` are its whole addresses.
    """

    old: str
    new: str
    swaps: Swaps
    owners: frozenset[str]
    references: int
    moves: dict[str, str]

    def now(self, id_: str) -> str:
        """What an element is called from now on."""
        return self.new if id_ == self.old else id_


def plan_of(model: Model, old: str, new: str) -> EditPlan:
    """What giving `old` the id `new` changes. Raises `EditError` where that may not be."""
    if old == new:
        raise EditError(f"{old} has that id already")
    places = _places_of_part(model, old, new) if "/" in old else _places_of_element(model, old, new)
    swaps: Swaps = {}
    for id_, path in places:
        spot = model.spots[id_]
        whole = path if spot.item is None else (spot.item, *path)
        swaps.setdefault(spot.document.file, {})[whole] = new.rpartition("/")[2]
    owners = frozenset(id_ for id_, _ in places)
    return EditPlan(old, new, swaps, owners, len(places) - 1, _moves(model, old, new))


def _places_of_element(model: Model, old: str, new: str) -> list[tuple[str, PathIn]]:
    """Where an element says its id, then where others name it."""
    spot = model.spots.get(old)
    if spot is None or spot.item is None:
        raise NoSuchElementError(old, model.spots.keys() - {SETTINGS_ID})
    _refuse_improper(old, new)
    if new in model.spots:
        raise EditError(f"the id {new} is taken, at {model.spots[new].place()}")
    return [(old, ("id",)), *_named(model, old)]


def _named(model: Model, wanted: str) -> Iterator[tuple[str, PathIn]]:
    """Who names an id, and where; the settings and broken elements too."""
    if model.settings is not None:
        for target, path in settings_references(model.settings):
            if target == wanted:
                yield SETTINGS_ID, path
    for id_, cls, data in _written(model):
        for _, _, target, path in said_references(cls, data):
            if target == wanted:
                yield id_, path


def _written(model: Model) -> Iterator[tuple[str, type[KeptElement], Data]]:
    """Every element that the files name, and what is written of it."""
    for id_, spot in model.spots.items():
        if spot.item is not None:
            yield id_, KINDS[id_.partition("-")[0]], spot.data


def _refuse_improper(old: str, new: str) -> None:
    kind = KINDS[old.partition("-")[0]].kind
    prefix, _, words = new.partition("-")
    if prefix in KINDS and prefix != kind.prefix:
        raise EditError(
            f"{old} is a {Speaker(CODE)(kind.label).words}, and its kind never changes: "
            f"write an id that begins with {kind.prefix}-"
        )
    if prefix != kind.prefix or not re.fullmatch(ID_WORDS, words):
        tidy = "-".join(new.lower().replace("_", "-").split())
        fits = tidy != new and re.fullmatch(f"{kind.prefix}-{ID_WORDS}", tidy)
        more = f"; did you mean {tidy}?" if fits else ""
        raise EditError(
            f"{new} is not a proper id: write {kind.prefix}- and lower-case ASCII words "
            f"with hyphens between{more}"
        )
    if len(new) > LONGEST_ID:
        raise EditError(f"{echo(new)} is too long an id: write {LONGEST_ID} letters at most")


def _moves(model: Model, old: str, new: str) -> dict[str, str]:
    """The files of a section's prose, and what they are called from now on."""
    moves: dict[str, str] = {}
    for tag, place in model.bodies.get(old, {}).items():
        target = FilePath(place.file).with_name(f"{new}.{tag}.md")
        if target.exists():
            raise EditError(f"{target.as_posix()} is there already; look whose text it is")
        moves[place.file] = target.as_posix()
    return moves


def _places_of_part(model: Model, old: str, new: str) -> list[tuple[str, PathIn]]:
    """Where a part has its local id, then where that is named."""
    there = [
        (address, id_, path)
        for id_, cls, data in _written(model)
        for address, path in written_parts(cls, id_, data)
    ]
    own = [(id_, path) for address, id_, path in there if address == old]
    if not own:
        raise NoSuchElementError(old, [address for address, _, _ in there])
    if len(own) > 1:
        raise EditError(f"two parts are called {old}: change one of them by hand first")
    head, (new_head, _, local) = old.rpartition("/")[0], new.rpartition("/")
    if new_head != head or not re.fullmatch(ID_WORDS, local):
        raise EditError(
            f"{new} is no id of this part: write {head}/ and lower-case ASCII words "
            "with hyphens between; a part stays where it is"
        )
    for address, id_, path in there:
        if address == new:
            raise EditError(f"the id {new} is taken, at {model.spots[id_].place(path[:-1])}")
    return own + [
        (id_, part.path)
        for id_, cls, data in _written(model)
        for part in written_part_references(cls, id_, data)
        if part.address == old
    ]
