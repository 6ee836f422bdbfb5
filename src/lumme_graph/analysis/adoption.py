"""Which libraries have taken up a practice: yes, no or not known, and the record that says so.

The record whose days include the day decides, of several the one that began last; of one day the
library's own, and a yes before a no. A network's record holds for the members of the day, also
through sub-networks; a library without a record is unknown. A practice that begins on a known day is not in use before it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.truth import Truth, every
from lumme_graph.elements.offer import Adoption, AdoptionState, Practice
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.membership import ways


class Adopted(NamedTuple):
    """Whether a practice is in use at a library on a day; `derived` where a later start says no."""

    state: Truth
    record: Adoption | None = None
    derived: bool = False


class Uptake(NamedTuple):
    """A practice with the libraries of the day by whether it is in use there."""

    practice: Practice
    at: Mapping[Truth, tuple[Organisation, ...]]

    @property
    def differs(self) -> Truth:
        """Is it in use here and not there?"""
        if self.at[True] and self.at[False]:
            return True
        return None if self.at[None] else False

    @property
    def is_unified(self) -> Truth:
        """Is it in use at every library? Not known where there is none."""
        if self.at[False]:
            return False
        return True if self.at[True] and not self.at[None] else None


class _Reached(NamedTuple):
    """A record as it reaches one library: does it hold on the day, and when it began."""

    record: Adoption
    holds: Truth
    began: tuple[date, bool, bool, bool]

    @property
    def adopted(self) -> bool:
        return self.record.is_ is AdoptionState.ADOPTED


def adoption(day: Day, practice: Practice, library: Organisation) -> Adopted:
    """Is a practice in use at a library on the day?"""
    return _decided(_reaching(day, practice, library, ways(day.graph, library)), day.date)


@once
def adoptions(day: Day) -> dict[str, dict[str, Adopted]]:
    """Whether each practice is in use at each library of the day, by their ids."""
    found: dict[str, dict[str, Adopted]] = {p.id: {} for p in day.graph.all(Practice)}
    for library in day.libraries:
        ever = ways(day.graph, library)
        for practice in day.graph.all(Practice):
            reached = _reaching(day, practice, library, ever)
            found[practice.id][library.id] = _decided(reached, day.date)
    return found


@once
def uptakes(day: Day) -> dict[str, Uptake]:
    """Each practice by its id, with the libraries where it is in use, is not, or may be."""
    return {
        practice.id: Uptake(
            practice,
            {
                truth: tuple(one for one in day.libraries if states[one.id].state is truth)
                for truth in (True, False, None)
            },
        )
        for practice in day.graph.all(Practice)
        for states in [adoptions(day)[practice.id]]
    }


def _reaching(
    day: Day, practice: Practice, library: Organisation, ever: Collection[str]
) -> list[_Reached]:
    """The records that speak of a library, the one that began last first."""
    today = day.above[library.id]
    reached: list[_Reached] = []
    for record in practice.adopted:
        own = record.at == library.id
        if own or record.at in ever:
            truth = holds(record.from_, record.to, day.date)
            member = True if own else today.get(record.at, False)
            held = every((truth, member))
            yes = record.is_ is AdoptionState.ADOPTED
            began = (_begin(record.from_), own, held is True, yes)
            reached.append(_Reached(record, held, began))
    return sorted(reached, key=lambda one: one.began, reverse=True)


def _begin(start: UncertainDate | None) -> date:
    return date.min if start is None else start.latest or start.earliest or date.min


def _decided(reached: list[_Reached], day: date) -> Adopted:
    """The state that records come to; what holds perhaps leaves both ways open."""
    perhaps: list[_Reached] = []
    for one in reached:
        if one.holds:
            sure = all(other.adopted is one.adopted for other in perhaps)
            return Adopted(one.adopted if sure else None, one.record)
        if one.holds is None:
            perhaps.append(one)
    if perhaps:
        return Adopted(None, perhaps[0].record)
    return _before(reached, day)


def _before(reached: list[_Reached], day: date) -> Adopted:
    """No record holds: a first start on a known day says that it was not in use before."""
    uses = [one.record for one in reached if one.adopted]
    later = [record for record in uses if _starts_after(record, day)]
    if uses and len(later) == len(uses):
        return Adopted(False, later[-1], derived=True)
    return Adopted(None)


def _starts_after(record: Adoption, day: date) -> bool:
    start = record.from_
    return start is not None and start.earliest is not None and day < start.earliest
