"""Whether the parts of a project's money make its total, as far as they were reported."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from lumme_graph.base.truth import Truth
from lumme_graph.elements.project import Funding, Party


class Sum(NamedTuple):
    """The known parts of one stage added up, the stated total, and whether they agree.

    It is not known where a part that was not reported may be the rest.
    """

    parts: Decimal
    total: Funding | None
    holds: Truth


def added_up(items: Sequence[Funding]) -> Sum:
    """The money of one stage."""
    total = next((item for item in items if item.party is Party.TOTAL), None)
    parts = [item for item in items if item.party is not Party.TOTAL]
    known = [item.amount for item in parts if item.amount is not None]
    made = sum(known, Decimal(0))
    whole = bool(known) and len(known) == len(parts)
    holds: Truth = None
    if total is not None and total.amount is not None:
        one_currency = len({item.currency for item in items}) == 1
        if one_currency and (whole or made > total.amount):
            holds = made == total.amount
    return Sum(made, total, holds)
