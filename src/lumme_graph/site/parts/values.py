"""Values of facts and user rules as people read them: what each is of, how much, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lumme_graph.base.amounts import Quantity
from lumme_graph.base.dates import holds
from lumme_graph.base.speaker import Said, Sayable
from lumme_graph.base.text import Text
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


def called(here: Here, value: Value, label: Text | None) -> Child | None:
    """What a value is of, in words; by its key, which is for staff, where there are no words."""
    if label is not None:
        return here.say(label)
    case = getattr(value, "for_what", None)
    key = f"{value.key_} ({case})" if case else value.key_
    return h("code", key) if here.is_for_staff else None


def amount(here: Here, value: Value, label: Text | None) -> Said:
    """How much it is; a unit that no language knows only where nothing else says what it is of."""
    said: Sayable = _ANSWERS.get(value.value, value.value)
    unit = unit_of(value.unit) if value.unit else ""
    if unit:
        told = here.say(Quantity(value.value, unit))
        is_known = told.words != f"{value.value} {unit}" or unit.isupper()
        said = Quantity(value.value, unit) if is_known or label is None else value.value
    return here.say(said)


def key_facts(here: Here, values: Iterable[Fact], owner: Stated) -> Iterator[facts.KeyFact]:
    """The facts that hold on the day, for the row of key facts."""
    for value in values:
        of = called(here, value, value.label)
        if of is None or holds(value.from_, value.to, here.day.date) is False:
            continue
        since = times(value.from_, value.to)
        below = [here.speak.in_digits(since)] if since else []
        yield facts.KeyFact(
            of, [amount(here, value, value.label), *here.letter(value, owner)], below
        )
