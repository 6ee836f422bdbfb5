"""Which practices are in use where: yes, no or not known, since when and by which source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.adoption import Adopted, adoptions
from lumme_graph.base.label import Label
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.offer import Practice
from lumme_graph.elements.who import Organisation
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.parts.offers import alphabetical, answer_card
from lumme_graph.site.parts.times import times

_PRACTICES: Final = Label("Practices", "in use at a library")
_NOT_BEFORE: Final = Label("begins later")


def practices(here: Here, library: Organisation) -> Iterator[Child]:
    """The chapter of the practices at a library of the day."""
    found = here.graph.all(Practice)
    if found:
        yield h("h2", here.say(_PRACTICES), id="practices")
        states = adoptions(here.day)
        cards = [_card(here, one, one, states[one.id][library.id]) for one in found]
        yield h("ul", cards, class_="offer")


def at_libraries(here: Here, practice: Practice) -> ET.Element:
    """A practice at each library of the day."""
    states = adoptions(here.day)[practice.id]
    libraries = alphabetical(here, here.day.libraries)
    cards = [_card(here, one, practice, states[one.id]) for one in libraries]
    return h("ul", cards, class_="offer")


def _card(
    here: Here, shown: Practice | Organisation, practice: Practice, found: Adopted
) -> ET.Element:
    small: list[Child] = []
    if found.derived:
        small = [here.say(_NOT_BEFORE), *here.letter_of(Standing.DERIVED)]
    elif found.record:
        since = times(found.record.from_, found.record.to)
        said: list[Child] = [here.speak.in_digits(since)] if since else []
        small = [*said, *here.letter(found.record, practice)]
    return answer_card(here, shown, found.state, small)
