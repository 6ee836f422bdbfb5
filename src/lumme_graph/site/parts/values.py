"""Values of facts and user rules on a page: what each is of, how much, how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lumme_graph.base.dates import holds
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Stated
from lumme_graph.elements.parts import Fact
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.parts import facts
from lumme_graph.site.parts.times import times
from lumme_graph.site.value_words import Value, amount, key_words


def called(here: Here, value: Value, label: Text | None) -> Child | None:
    """What a value is of, in words; by its key, which is for staff, where there are no words."""
    if label is not None:
        return here.say(label)
    return h("code", key_words(value)) if here.is_for_staff else None


def key_facts(here: Here, values: Iterable[Fact], owner: Stated) -> Iterator[facts.KeyFact]:
    """The facts that hold on the day, for the row of key facts."""
    for value in values:
        of = called(here, value, value.label)
        if of is None or holds(value.from_, value.to, here.day.date) is False:
            continue
        since = times(value.from_, value.to)
        below = [here.speak.in_digits(since)] if since else []
        yield facts.KeyFact(
            of, [amount(here.speak, value, value.label), *here.letter(value, owner)], below
        )
