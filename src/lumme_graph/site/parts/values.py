"""Values of facts and user rules as people read them: what each is of, how much, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lumme_graph.base.amounts import Quantity
from lumme_graph.base.dates import holds
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.checks.units import unit_of
from lumme_graph.elements.evidence import Stated
from lumme_graph.elements.offer import RuleValue, YesNo
from lumme_graph.elements.parts import Fact
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.parts import facts
from lumme_graph.site.parts.times import times

Value = Fact | RuleValue
_ANSWERS: Final = {answer.value: answer.label for answer in YesNo}


def is_told(here: Here, value: Value) -> bool:
    """Can it be told what a value is of? To customers only in words."""
    return here.is_for_staff or value.label is not None


def called(here: Here, value: Value) -> Child:
    """What a value is of, in words, else by its key."""
    if value.label is not None:
        return here.say(value.label)
    case = getattr(value, "for_what", None)
    return h("code", f"{value.key_} ({case})" if case else value.key_)


def amount(here: Here, value: Value) -> Said:
    """How much it is; a unit that no language knows only where nothing else says what it is of."""
    said: Sayable = _ANSWERS.get(value.value, value.value)
    unit = unit_of(value.unit) if value.unit else ""
    if unit:
        told = here.say(Quantity(value.value, unit))
        is_known = told.words != f"{value.value} {unit}" or unit.isupper()
        said = Quantity(value.value, unit) if is_known or value.label is None else value.value
    return here.say(said)


def key_facts(here: Here, values: Iterable[Fact], owner: Stated) -> Iterator[facts.Fact]:
    """The facts that hold on the day, for the row of key facts."""
    for value in values:
        if not is_told(here, value) or holds(value.from_, value.to, here.day.date) is False:
            continue
        since = times(value.from_, value.to)
        below = [here.speak.in_digits(since)] if since else []
        told = [amount(here, value), *here.letter(value, owner)]
        yield facts.Fact(called(here, value), told, below)
