"""Where customers meet the library: the steps through a touchpoint, and a path at its worst."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import Feeling, Path, Step
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.graph.day import Day, once


class Meeting(NamedTuple):
    """A step through a touchpoint: the how manieth of its path, and how it feels where known."""

    path: Path
    step: Step
    number: int

    @property
    def feeling(self) -> Feeling | None:
        """How it feels to the customer; where only profiles are known to feel, to the worst off."""
        return self.step.feeling or _lowest(self.step.feelings)

    @property
    def hurts(self) -> bool | None:
        """Is the feeling below zero? None where none is known."""
        return None if self.feeling is None else self.feeling.value < 0


def meetings(day: Day, touchpoint: Touchpoint) -> tuple[Meeting, ...]:
    """The steps through a touchpoint, worst first, those of unknown feeling last."""
    return _meetings(day).get(touchpoint.id, ())


@once
def _meetings(day: Day) -> dict[str, tuple[Meeting, ...]]:
    """The steps through each touchpoint, by its id."""
    found: dict[str, list[Meeting]] = {}
    for path in day.all(Path):
        for number, step in enumerate(path.steps, 1):
            if step.touchpoint is not None:
                found.setdefault(str(step.touchpoint), []).append(Meeting(path, step, number))
    return {touchpoint: tuple(sorted(met, key=_bad)) for touchpoint, met in found.items()}


@once
def path_places(day: Day) -> dict[str, int]:
    """The how manieth each path of the model is, by its id."""
    return {path.id: place for place, path in enumerate(day.graph.all(Path))}


def _bad(one: Meeting) -> tuple[bool, int]:
    feeling = one.feeling
    return (feeling is None, feeling.value if feeling else 0)


def lowest_feeling(path: Path, profile: Profile) -> Feeling | None:
    """How a path feels to a profile at its worst; where nothing of its own is known, as to all."""
    felt: list[Feeling] = []
    for step in path.steps:
        own = next((one for one in step.feelings if one.profile == profile.id), step.feeling)
        felt += [own] if own else []
    return _lowest(felt)


def _lowest(feelings: list[Feeling] | tuple[Feeling, ...]) -> Feeling | None:
    return min(feelings, key=lambda one: one.value, default=None)
