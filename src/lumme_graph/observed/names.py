"""What the names in the step column of a log mean on a path: never guessed, only told."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lumme_graph.base.guess import Guesses
from lumme_graph.elements.journeys import Path, Step
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.follow import Symbol


class Meanings(NamedTuple):
    """What each name in a log means: the place of its symbol among all symbols.

    Names that the path does not have have the nearest one beside them, where any is like them.
    """

    symbols: tuple[Symbol, ...]
    of: Mapping[str, int]
    nearest: Mapping[str, str | None]

    @property
    def logged(self) -> int:
        """The set of steps that the log names."""
        found = 0
        for symbol in self.symbols:
            found |= symbol.steps
        return found


def meanings(graph: ServiceGraph, path: Path, names: Iterable[str]) -> Meanings:
    """What names mean: a step by its id, alone or after the path's, or by its words; a touchpoint.

    Words are those of any language, in capitals or not. Two things of one name are one name.
    """
    known = _known(graph, path)
    ids = [step.id for step in path.steps]
    guesses = Guesses()
    symbols: dict[Symbol, int] = {}
    of: dict[str, int] = {}
    nearest: dict[str, str | None] = {}
    for name in names:
        steps = known.get(folded(name), 0)
        perhaps = 0
        if not steps:
            guess = guesses.nearest(folded(name), known)
            perhaps = known[guess] if guess else 0
            nearest[name] = _told(graph, path, ids, guess, perhaps)
        of[name] = symbols.setdefault(Symbol(steps, perhaps), len(symbols))
    return Meanings(tuple(symbols), of, nearest)


def folded(name: str) -> str:
    """A name as it is compared: without capitals and blanks around it."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _known(graph: ServiceGraph, path: Path) -> dict[str, int]:
    """The steps that each name means; ids come before words."""
    found: dict[str, int] = {}
    for names in (_ids, _touchpoint_ids, _words):
        here: dict[str, int] = {}
        for place, step in enumerate(path.steps):
            for name in names(graph, path, step):
                here[folded(name)] = here.get(folded(name), 0) | 1 << place
        found = {**here, **found}
    return found


def _ids(_: ServiceGraph, path: Path, step: Step) -> Iterator[str]:
    yield from (step.id, f"{path.id}/{step.id}")


def _touchpoint_ids(_: ServiceGraph, __: Path, step: Step) -> Iterator[str]:
    if step.touchpoint:
        yield str(step.touchpoint)


def _words(graph: ServiceGraph, _: Path, step: Step) -> Iterator[str]:
    yield from step.action.values()
    touchpoint = graph.get(step.touchpoint)
    if touchpoint:
        yield from touchpoint.name.values()


def _told(
    graph: ServiceGraph, path: Path, ids: list[str], guess: str | None, perhaps: int
) -> str | None:
    """The nearest name as it may be written: the id of its step, else as it was found."""
    if guess and perhaps.bit_count() == 1:
        return ids[perhaps.bit_length() - 1]
    names = (touch for step in path.steps for touch in _touchpoint_ids(graph, path, step))
    return next((name for name in names if folded(name) == guess), guess)
