"""User rules as they hold at single libraries: their own values, the common ones, and neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lumme_graph.analysis.coverage.links import scopes
from lumme_graph.base.dates import holds
from lumme_graph.base.text import Text
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Rule, RuleValue
from lumme_graph.elements.who import Branch, Organisation, OrganisationType
from lumme_graph.graph.day import Day, once

_NETWORKS = frozenset({OrganisationType.NETWORK, OrganisationType.SUB_NETWORK})


class RuleAt(NamedTuple):
    """A value of a user rule, and whether it holds on the day.

    `label` is what it is of, also where only another value of the same key and case says so; `place`
    is the network, library or branch that it is stated of, None for all; `library` is whose own it
    is, None for one of a network or of all.
    """

    rule: Rule
    value: RuleValue
    label: Text | None
    now: Truth
    place: Organisation | Branch | None
    library: Organisation | None


class LocalRule(NamedTuple):
    """A rule with values of single libraries, each with whether it holds on the day.

    `at` has the libraries with a value of their own, those where a common one holds (False), and
    those where neither is known (None).
    """

    rule: Rule
    at: Mapping[Truth, tuple[Organisation, ...]]
    values: tuple[tuple[RuleValue, Truth], ...]


@once
def rule_values(day: Day) -> dict[str, tuple[RuleAt, ...]]:
    """The values of each user rule, by its id, in their order."""
    found: dict[str, tuple[RuleAt, ...]] = {}
    for rule in day.graph.all(Rule):
        labels = {(one.key_, one.for_what): one.label for one in rule.values[::-1] if one.label}
        found[rule.id] = tuple(_value(day, rule, value, labels) for value in rule.values)
    return found


def values_of(day: Day, rules: Iterable[str]) -> Iterator[RuleAt]:
    """The values of some rules."""
    return (one for rule in rules for one in rule_values(day).get(rule, ()))


def values_at(day: Day, library: Organisation) -> tuple[RuleAt, ...]:
    """The values of its own that a library has, or may have, on the day."""
    return _own_values(day).get(library.id, ())


@once
def _own_values(day: Day) -> dict[str, tuple[RuleAt, ...]]:
    found: dict[str, list[RuleAt]] = {}
    for values in rule_values(day).values():
        for one in values:
            if one.library and one.now is not False:
                found.setdefault(one.library.id, []).append(one)
    return {library: tuple(same) for library, same in found.items()}


def _value(
    day: Day, rule: Rule, value: RuleValue, labels: Mapping[tuple[str, str | None], Text]
) -> RuleAt:
    place = day.graph.get(value.at)
    library = day.graph.get(place.organisation) if isinstance(place, Branch) else place
    own = library if library and library.type not in _NETWORKS else None
    label = value.label or labels.get((value.key_, value.for_what))
    return RuleAt(rule, value, label, holds(value.from_, value.to, day.date), place, own)


@once
def local_rules(day: Day) -> tuple[LocalRule, ...]:
    """The rules of which a library has, or had by the day, a value of its own."""
    found = (_local(day, rule) for rule in day.graph.all(Rule))
    return tuple(one for one in found if one.values)


def _local(day: Day, rule: Rule) -> LocalRule:
    begun = [
        one
        for one in rule_values(day)[rule.id]
        if one.value.from_ is None or one.value.from_.reached(day.date) is not False
    ]
    own = {one.library.id for one in begun if one.library}
    today = {one.library.id for one in begun if one.library and one.now is not False}
    shared = (one.value.at for one in begun if one.value.at and not one.library and one.now)
    common = {id_ for whole in shared for id_ in scopes(day).of([whole]) or ()} - today
    return LocalRule(
        rule,
        {
            True: tuple(library for library in day.libraries if library.id in own),
            False: tuple(library for library in day.libraries if library.id in common),
            None: tuple(library for library in day.libraries if library.id not in own | common),
        },
        tuple((one.value, one.now) for one in begun if one.library),
    )
