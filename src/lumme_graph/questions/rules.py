"""User rules as they hold at single libraries: their own values, the common ones, and neither."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.analysis.coverage.links import Scopes
from lumme_graph.base.dates import UncertainDate, holds
from lumme_graph.base.text import Label
from lumme_graph.elements.offer import Rule, RuleValue
from lumme_graph.elements.who import Branch, Organisation, OrganisationType
from lumme_graph.graph.names import joined
from lumme_graph.questions.answers import Things, fill
from lumme_graph.questions.asking import Asked

_NETWORKS = frozenset({OrganisationType.NETWORK, OrganisationType.SUB_NETWORK})


class LocalRule(NamedTuple):
    """A rule with values of single libraries: whose, where a common value holds, and where neither."""

    rule: Rule
    own: Things
    common: Things
    unknown: Things
    values: Label


def local_rules(asked: Asked) -> list[LocalRule]:
    """The rules of which a library has, or had by the day, a value of its own."""
    scopes = Scopes(asked.graph, asked.libraries, asked.day)
    rules = (_local(asked, scopes, rule) for rule in asked.graph.all(Rule))
    return [rule for rule in rules if rule is not None]


def _local(asked: Asked, scopes: Scopes, rule: Rule) -> LocalRule | None:
    own: set[str] = set()
    common: set[str] = set()
    today: set[str] = set()
    values: dict[str, Label] = {}
    for value in rule.values:
        if value.from_ is not None and value.from_.reached(asked.day) is False:
            continue
        now = holds(value.from_, value.to, asked.day)
        at = _library(asked, value)
        if at is None:
            if value.at is not None and now:
                common |= scopes.of([value.at]) or frozenset()
            continue
        own.add(at)
        today |= {at} if now is not False else set()
        words = _words(value, value.to if now is False else None)
        values.setdefault(words.en, words)
    common -= today
    if not own:
        return None
    places = {library.id: library for library in asked.libraries}
    return LocalRule(
        rule,
        asked.things(x for id_, x in places.items() if id_ in own),
        asked.things(x for id_, x in places.items() if id_ in common),
        asked.things(x for id_, x in places.items() if id_ not in own | common),
        joined(list(values.values())),
    )


def _library(asked: Asked, value: RuleValue) -> str | None:
    """The library whose own value it is; None for one of a network, or of all."""
    match asked.graph.get(value.at):
        case Branch() as branch:
            return str(branch.organisation)
        case Organisation() as organisation if organisation.type not in _NETWORKS:
            return organisation.id
        case _:
            return None


def _words(value: RuleValue, end: UncertainDate | None) -> Label:
    said = f"{value.value} {value.unit or ''}".strip()
    words = Label(said, said, said)
    return words if end is None else fill(_ENDED, said=words, day=end.latest)


_ENDED = Label(
    "{said} (päättynyt viimeistään {day})", "{said} (ended by {day})", "{said} (slut senast {day})"
)
