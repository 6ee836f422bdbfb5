"""What a renaming is to change: worked out and found allowed before any text changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from lumme_graph.base.guess import nearest
from lumme_graph.editing.files import EditError
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.references import said_references, settings_references
from lumme_graph.meta.ref import ID_WORDS
from lumme_graph.reading.document import PathIn, Plain, is_list, is_map
from lumme_graph.reading.model import SETTINGS_ID, Model

Swaps = dict[str, dict[PathIn, str]]
"""By file, the paths of scalars and what they say from now on."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What changes where; `moves` are files that get another name, `owners` the changed elements.

    For a step, `old` and `new` are the whole ids, with the path's.
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


def plan_of(model: Model, old: str, new: str) -> Plan:
    """What giving `old` the id `new` changes. Raises `EditError` where that may not be."""
    if old == new:
        raise EditError(f"{old} has that id already")
    return _plan_of_step(model, old, new) if "/" in old else _plan_of_element(model, old, new)


def _plan_of_element(model: Model, old: str, new: str) -> Plan:
    spot = model.spots.get(old)
    if spot is None or spot.item is None:
        raise EditError(_unknown(old, "the model", model.spots.keys() - {SETTINGS_ID}))
    _refuse_improper(old, new)
    if new in model.spots:
        raise EditError(f"the id {new} is taken, at {model.spots[new].place()}")
    swaps: Swaps = {spot.document.file: {(spot.item, "id"): new}}
    owners = {old}
    references = 0
    for id_, path in _named(model, old):
        owner = model.spots[id_]
        whole = path if owner.item is None else (owner.item, *path)
        swaps.setdefault(owner.document.file, {})[whole] = new
        owners.add(id_)
        references += 1
    return Plan(old, new, swaps, frozenset(owners), references, _moves(model, old, new))


def _named(model: Model, wanted: str) -> Iterator[tuple[str, PathIn]]:
    """Who names an id, and where; the settings and broken elements too."""
    if model.settings is not None:
        for target, path in settings_references(model.settings):
            if target == wanted:
                yield SETTINGS_ID, path
    for id_, spot in model.spots.items():
        if spot.item is not None:
            for _, _, target, path in said_references(KINDS[id_.partition("-")[0]], spot.data):
                if target == wanted:
                    yield id_, path


def _refuse_improper(old: str, new: str) -> None:
    kind = KINDS[old.partition("-")[0]].kind
    prefix, _, words = new.partition("-")
    if prefix in KINDS and prefix != kind.prefix:
        raise EditError(
            f"{old} is a {kind.label.en}, and its kind never changes: "
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


def _moves(model: Model, old: str, new: str) -> dict[str, str]:
    """The files of a section's prose, and what they are called from now on."""
    moves: dict[str, str] = {}
    for tag, place in model.bodies.get(old, {}).items():
        target = FilePath(place.file).with_name(f"{new}.{tag}.md")
        if target.exists():
            raise EditError(f"{target.as_posix()} is there already; look whose text it is")
        moves[place.file] = target.as_posix()
    return moves


def _plan_of_step(model: Model, old: str, new: str) -> Plan:
    path, _, step = old.partition("/")
    owner, _, local = new.partition("/")
    spot = model.spots.get(path)
    if spot is None or spot.item is None or not path.startswith("path-"):
        paths = [id_ for id_ in model.spots if id_.startswith("path-")]
        raise EditError(_unknown(path, "the paths", paths))
    steps = _ids(spot.data)
    if step not in steps:
        raise EditError(_unknown(step, path, steps))
    if steps.count(step) > 1:
        raise EditError(f"two steps of {path} have the id {step}: change one of them by hand first")
    if owner != path or not re.fullmatch(ID_WORDS, local):
        raise EditError(
            f"{new} is no id of this step: write {path}/ and lower-case ASCII words "
            "with hyphens between; a step stays in its path"
        )
    if local in steps:
        where = spot.place(("steps", steps.index(local)))
        raise EditError(f"the id {new} is taken, at {where}")
    ways = list(_ways(spot.data, step))
    at: list[PathIn] = [("steps", steps.index(step), "id"), *ways]
    swaps: Swaps = {spot.document.file: {(spot.item, *where): local for where in at}}
    return Plan(old, new, swaps, frozenset({path}), len(ways), {})


def _records(data: Plain, field: str) -> list[dict[str, Plain]]:
    """The records in a field of what is written, as far as they are any."""
    value: Plain = data.get(field) if is_map(data) else None
    return [item if is_map(item) else {} for item in value] if is_list(value) else []


def _ids(data: Plain) -> list[str]:
    return [str(step.get("id")) for step in _records(data, "steps")]


def _ways(data: Plain, step: str) -> Iterator[PathIn]:
    """The ways on that lead to a step."""
    for at, one in enumerate(_records(data, "steps")):
        for way, on in enumerate(_records(one, "next")):
            if on.get("to") == step:
                yield ("steps", at, "next", way, "to")


def _unknown(word: str, where: str, known: Iterable[str]) -> str:
    guess = nearest(word, known)
    return f"there is no {word} in {where}" + (f"; did you mean {guess}?" if guess else "")
