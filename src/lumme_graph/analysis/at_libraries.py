"""What is offered and what is in use at each library of a day, one record a library, for programs."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lumme_graph.analysis.adoption import adoptions
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import Adoption, Coverable, Practice
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph


class ItemOffer(NamedTuple):
    """Is an item offered at a library on a day? None: it is not known."""

    item: Coverable
    library: Organisation
    day: date
    offered: Truth


class PracticeUse(NamedTuple):
    """Is a practice in use at a library on a day, and which record says so? None: not known."""

    practice: Practice
    library: Organisation
    day: date
    adopted: Truth
    record: Adoption | None = None


def offers(graph: ServiceGraph, as_of: AnyDay | None = None) -> tuple[ItemOffer, ...]:
    """What is offered where on a day, the model's by default: every item at every library.

    `lg.rows` makes a table of them. Raises `DayError` for what is no day.
    """
    day = Day.of(graph, day_of(as_of))
    return tuple(
        ItemOffer(item, library, day.date, truth)
        for item in graph.all(Coverable)
        for library, truth in zip(day.libraries, day.offers.row(item), strict=True)
    )


def adoption(graph: ServiceGraph, as_of: AnyDay | None = None) -> tuple[PracticeUse, ...]:
    """Which practice is in use where on a day, the model's by default: each at every library.

    `lg.rows` makes a table of them. Raises `DayError` for what is no day.
    """
    day = Day.of(graph, day_of(as_of))
    return tuple(
        PracticeUse(practice, library, day.date, found.state, found.record)
        for practice in graph.all(Practice)
        for library in day.libraries
        for found in [adoptions(day)[practice.id][library.id]]
    )
