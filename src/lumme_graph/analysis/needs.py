"""Needs and the targets that answer them: which needs have none, and who raised those behind one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lumme_graph.base.truth import Truth
from lumme_graph.elements.development import Need, RaisedBy, Target
from lumme_graph.graph.day import Day, once


class Answered(NamedTuple):
    """A need and the targets that answer it."""

    need: Need
    targets: tuple[Target, ...]


class Raised(NamedTuple):
    """A target, and the needs behind it by who raised them, as far as that is recorded."""

    target: Target
    needs: Mapping[RaisedBy, tuple[Need, ...]]
    is_whole: bool

    @property
    def by(self) -> frozenset[RaisedBy] | None:
        """Who raised its needs; None where a need without an origin could add to it."""
        known = frozenset(self.needs)
        return known if self.is_whole or len(known) == len(RaisedBy) else None

    @property
    def hears_customers(self) -> Truth:
        """Did customers raise any of its needs?"""
        return True if RaisedBy.CUSTOMERS in self.needs else False if self.is_whole else None


@once
def needs(day: Day) -> tuple[Answered, ...]:
    """The needs, each with the targets that name it."""
    found: dict[str, list[Target]] = {need.id: [] for need in day.all(Need)}
    for target in day.all(Target):
        for ref in dict.fromkeys(target.needs):
            found.get(ref, []).append(target)
    return tuple(Answered(need, tuple(found[need.id])) for need in day.all(Need))


@once
def origins(day: Day) -> tuple[Raised, ...]:
    """The targets, each with who raised the needs behind it."""
    return tuple(_raised(day, target) for target in day.all(Target))


def _raised(day: Day, target: Target) -> Raised:
    found = [day.graph.get(ref) for ref in dict.fromkeys(target.needs)]
    known = [need for need in found if need]
    by = {who: [n for n in known if any(o.by is who for o in n.origins)] for who in RaisedBy}
    whole = bool(found) and all(need is not None and need.origins for need in found)
    return Raised(target, {who: tuple(of) for who, of in by.items() if of}, whole)
