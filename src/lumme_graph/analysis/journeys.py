"""How paths feel: to whom, where it hurts most, and what another path would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import Feeling, Path, Step
from lumme_graph.graph.service_graph import ServiceGraph


class Felt(NamedTuple):
    """How the steps of a path feel, by their local ids.

    To one profile, or to all whose path it is where `profile` is None.
    """

    path: Path
    profile: Profile | None
    feelings: Mapping[str, Feeling]


class StepChange(NamedTuple):
    """A step, and the same one on a path instead; None where that path leaves it out.

    `levels` is how much better it would feel; None where one of the two feelings is not known.
    """

    now: Step
    then: Step | None

    @property
    def levels(self) -> int | None:
        """The difference of the two feelings."""
        if not (self.then and self.now.feeling and self.then.feeling):
            return None
        return self.then.feeling.value - self.now.feeling.value


class Low(NamedTuple):
    """A step where it hurts most, and how it feels."""

    step: Step
    feeling: Feeling


def lowest(steps: Iterable[Step]) -> tuple[Low, ...]:
    """The steps with the lowest feeling of some, where it is below zero; in their order."""
    felt = [Low(step, step.feeling) for step in steps if step.feeling]
    value = min((low.feeling.value for low in felt), default=0)
    return tuple(low for low in felt if low.feeling.value == value) if value < 0 else ()


def felt(graph: ServiceGraph, path: Path) -> tuple[Felt, ...]:
    """How a path feels to all, then to each profile that is known to feel otherwise somewhere.

    Where nothing of its own is known of a profile, it feels what all do.
    """
    common = {step.id: step.feeling for step in path.steps if step.feeling}
    own: dict[str, dict[str, Feeling]] = {}
    for step in path.steps:
        for feeling in step.feelings:
            own.setdefault(str(feeling.profile), {})[step.id] = feeling
    profiles = [profile for profile in graph.all(Profile) if profile.id in own]
    of_profiles = (Felt(path, one, {**common, **own[one.id]}) for one in profiles)
    return (*((Felt(path, None, common),) if common else ()), *of_profiles)


def alternatives(graph: ServiceGraph, path: Path) -> tuple[Path, ...]:
    """The paths that would be instead of a path, in model order."""
    return tuple(one for one in graph.all(Path) if one.instead_of == path.id)


def changes(path: Path, other: Path) -> tuple[StepChange, ...]:
    """What a path instead would change, for each step of a path."""
    then = {step.id: step for step in other.steps}
    return tuple(StepChange(step, then.get(step.id)) for step in path.steps)


def added(path: Path, other: Path) -> tuple[Step, ...]:
    """The steps that only the path instead has."""
    known = {step.id for step in path.steps}
    return tuple(step for step in other.steps if step.id not in known)
