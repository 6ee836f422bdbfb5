"""Values of facts and user rules as people read them, on pages and in the booklet."""

from __future__ import annotations

from typing import Final, TypeAlias

from lumme_graph.base.amounts import Quantity
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.base.text import Text
from lumme_graph.checks.units import unit_of
from lumme_graph.elements.offer import RuleValue, YesNo
from lumme_graph.elements.parts import Fact

PERHAPS: Final = Label("not known whether still")
"""Of a value whose end is not known."""

Value: TypeAlias = Fact | RuleValue
_ANSWERS: Final = {answer.value: answer.label for answer in YesNo}


def key_words(value: Value) -> str:
    """What a value is of where no label says it in words: its key, and the case it holds for."""
    case = value.for_what if isinstance(value, RuleValue) else None
    return f"{value.key_} ({case})" if case else value.key_


def amount(speak: Speaker, value: Value, label: Text | None) -> Said:
    """How much it is; a unit that no language knows only where nothing else says what it is of."""
    said: Sayable = _ANSWERS.get(value.value, value.value)
    unit = unit_of(value.unit) if value.unit else ""
    if unit:
        told = speak(Quantity(value.value, unit))
        is_known = told.words != f"{value.value} {unit}" or unit.isupper()
        said = Quantity(value.value, unit) if is_known or label is None else value.value
    return speak(said)
