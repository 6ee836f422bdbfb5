"""What a change of a model does to its judgement: coverage before and after, findings new and solved.

Each state is judged on its own day by the same coverage and the same checks as ever; here they are
only laid beside each other. What has another id now counts as the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from lumme_graph.analysis.changes import ModelDiff
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.deep import deep
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.assessment.history import History, HistoryPoint, point_of
from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.check import check

_Key = tuple[str, str, str]
"""A code, an element and what is said of it."""


class CellShift(NamedTuple):
    """A cell whose state is another; None where there was, or is, no such cell."""

    item: str
    library: str
    language: str
    before: CellState | None
    after: CellState | None


@dataclass(frozen=True)
class DiffEffects:
    """Coverage and findings of both states of a model, and what differs between them.

    `history` has the two states as its points. Findings name their files from the model's folder
    on; what was found before and is found still is counted alone.
    """

    before: Coverage
    after: Coverage
    history: History
    cells: tuple[CellShift, ...]
    new: tuple[Finding, ...]
    solved: tuple[Finding, ...]
    still: int


def effects(diff: ModelDiff) -> DiffEffects:
    """What the changes do to coverage and findings."""
    now = {
        one.was.id: one.element.id
        for one in diff.elements
        if one.type is ChangeType.RENAMED and one.was
    }
    before, after = coverage(diff.old), coverage(diff.new)
    points = _under(point_of(before, deep(before)), now), point_of(after, deep(after))
    new, solved, still = _findings(diff, now)
    shifts = tuple(_cells(before, after, now))
    return DiffEffects(before, after, History(points), shifts, new, solved, still)


def _under(point: HistoryPoint, now: Mapping[str, str]) -> HistoryPoint:
    """A point with the ids of today."""
    if not now:
        return point
    gaps = {
        (now.get(item, item), now.get(library, library), language): state
        for (item, library, language), state in point.gaps.items()
    }
    by: dict[str, Mapping[str, Ratio]] = {
        name: {now.get(key, key): ratio for key, ratio in group.items()}
        for name, group in point.by.items()
    }
    return point._replace(gaps=gaps, by=by)


def _cells(before: Coverage, after: Coverage, now: Mapping[str, str]) -> Iterator[CellShift]:
    """The cells that are otherwise, in the order of the newer model, those that are gone last."""
    libraries = [now.get(one.id, one.id) for one in before.libraries]
    alike = libraries == [one.id for one in after.libraries] and before.languages == after.languages
    were = {now.get(item.id, item.id): item.id for item in before.items}
    there = {item.id for item in after.items}
    ids = dict.fromkeys((*(item.id for item in after.items), *were))
    for id_ in ids:
        is_in_both = id_ in were and id_ in there
        if alike and is_in_both and before.states_of(were[id_]) == after.states_of(id_):
            continue
        old = _states(before, were[id_], now) if id_ in were else {}
        new = _states(after, id_, {}) if id_ in there else {}
        for library, language in dict.fromkeys((*new, *old)):
            was, is_ = old.get((library, language)), new.get((library, language))
            if was is not is_:
                yield CellShift(id_, library, language, was, is_)


def _states(found: Coverage, item: str, now: Mapping[str, str]) -> dict[tuple[str, str], CellState]:
    return {
        (now.get(cell.library.id, cell.library.id), cell.language): cell.state
        for cell in found.of(item)
    }


def _findings(
    diff: ModelDiff, now: Mapping[str, str]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...], int]:
    """The findings that are new, those that are solved, and how many are found still."""
    old, new = ([f.within(one.root) for f in check(one)] for one in (diff.old, diff.new))
    old_keys, new_keys = [_key(one, now) for one in old], [_key(one, {}) for one in new]
    both = Counter(old_keys) & Counter(new_keys)
    return (
        tuple(_without(new, new_keys, both)),
        tuple(_without(old, old_keys, both)),
        both.total(),
    )


def _without(
    found: Sequence[Finding], keys: Sequence[_Key], known: Counter[_Key]
) -> Iterator[Finding]:
    """The findings but for as many of each sort as are known."""
    left = Counter(known)
    for finding, key in zip(found, keys, strict=True):
        left[key] -= 1
        if left[key] < 0:
            yield finding


def _key(finding: Finding, now: Mapping[str, str]) -> _Key:
    """What is found of what: neither the line in a file nor an id that is another one counts."""
    params = {name: _param(value, now) for name, value in finding.params.items()}
    element = now.get(finding.element, finding.element)
    words = Speaker("en")(replace(finding, params=params).problem).words
    return finding.code, element or finding.place.file, words


def _param(value: object, now: Mapping[str, str]) -> object:
    if isinstance(value, Place):
        return value.file
    return now.get(value, value) if isinstance(value, str) else value
