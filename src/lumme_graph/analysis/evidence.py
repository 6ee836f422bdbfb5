"""Evidence: what rests on each source, and which claims of documents cite nothing."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.elements.evidence import Claim, KeptElement, Source
from lumme_graph.graph.day import Day, once


class Support(NamedTuple):
    """A source with what rests on it or cites it; that another source lists it is no support."""

    source: Source
    of: tuple[KeptElement, ...]

    @property
    def is_never_cited(self) -> bool:
        """Does a document list it, and nothing rest on it?"""
        return bool(self.source.listed_by) and not self.of


@once
def support(day: Day) -> tuple[Support, ...]:
    """Every source with all that it supports."""
    return tuple(Support(source, _users(day, source)) for source in day.graph.all(Source))


def _users(day: Day, source: Source) -> tuple[KeptElement, ...]:
    users = (use.source for use in day.graph.uses(source))
    return tuple({user.id: user for user in users if not isinstance(user, Source)}.values())


@once
def bare_claims(day: Day) -> tuple[Claim, ...]:
    """The claims of documents for which no source is given."""
    return tuple(claim for claim in day.graph.all(Claim) if not claim.cites)
