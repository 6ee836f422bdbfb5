"""User rules as they hold at single libraries: their own values, the common ones, and neither."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.analysis.coverage.links import Scopes, scopes
from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.elements.offer import Rule, RuleValue
from lumme_graph.elements.who import Branch, Organisation, OrganisationType
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.things import Things
from lumme_graph.questions.answers import fill

_NETWORKS = frozenset({OrganisationType.NETWORK, OrganisationType.SUB_NETWORK})


class LocalRule(NamedTuple):
    """A rule with values of single libraries: whose, where a common value holds, and where neither."""

    rule: Rule
    own: Things
    common: Things
    unknown: Things
    values: Message


def local_rules(day: Day) -> list[LocalRule]:
    """The rules of which a library has, or had by the day, a value of its own."""
    meant = scopes(day)
    rules = (_local(day, meant, rule) for rule in day.graph.all(Rule))
    return [rule for rule in rules if rule is not None]


def _local(day: Day, scopes: Scopes, rule: Rule) -> LocalRule | None:
    own: set[str] = set()
    common: set[str] = set()
    today: set[str] = set()
    values: dict[str, Message] = {}
    for value in rule.values:
        if value.from_ is not None and value.from_.reached(day.date) is False:
            continue
        now = holds(value.from_, value.to, day.date)
        at = _library(day, value)
        if at is None:
            if value.at is not None and now:
                common |= scopes.of([value.at]) or frozenset()
            continue
        own.add(at)
        today |= {at} if now is not False else set()
        words = _words(value, value.to if now is False else None)
        values.setdefault(words.say("en"), words)
    common -= today
    if not own:
        return None
    places = {library.id: library for library in day.libraries}
    return LocalRule(
        rule,
        day.things(x for id_, x in places.items() if id_ in own),
        day.things(x for id_, x in places.items() if id_ in common),
        day.things(x for id_, x in places.items() if id_ not in own | common),
        joined(list(values.values())),
    )


def _library(day: Day, value: RuleValue) -> str | None:
    """The library whose own value it is; None for one of a network, or of all."""
    match day.graph.get(value.at):
        case Branch() as branch:
            return str(branch.organisation)
        case Organisation() as organisation if organisation.type not in _NETWORKS:
            return organisation.id
        case _:
            return None


def _words(value: RuleValue, end: UncertainDate | None) -> Message:
    said = f"{value.value} {value.unit or ''}".strip()
    words = Plain(said)
    return words if end is None else fill(_ENDED, said=words, day=end.latest)


_ENDED = Label("{said} (ended by {day})")
