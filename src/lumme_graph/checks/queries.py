"""LG108: does every indicator name a query that there is?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label
from lumme_graph.checks.registry import Hit, check
from lumme_graph.elements.project import Indicator, QueryName
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import name_label


@check("LG108", Label("indicator “{name}”: there is no query {query}"), Label("{mend}"))
def unknown_query(day: Day) -> Iterator[Hit]:
    """An indicator names a query that there is not, so that nothing counts it.

    ## Why it matters
    It looks like a measure, and nobody is told that it has no value.

    ## Mend it
    Name one of the queries that `lumme ask MODEL` lists.
    """
    names = list(map(str, QueryName))
    for indicator in day.graph.all(Indicator):
        if indicator.query in names:
            continue
        guess = nearest(indicator.query, names)
        every = ", ".join(names)
        yield Hit(
            indicator,
            "query",
            name=name_label(indicator),
            query=indicator.query,
            mend=(
                Label("did you mean {guess}?").fill(guess=guess)
                if guess
                else Label("name one of {every}").fill(every=every)
            ),
        )
