"""The two editions of the site, and what each of them shows.

The customer edition stands at the root, the staff edition below `staff/`: what is left when that
folder is taken away is the customer edition. A kind that is not named here is for staff alone.
"""

from __future__ import annotations

from enum import Enum

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Audience, Section, SectionStatus
from lumme_graph.elements.journeys import Path, PathState
from lumme_graph.elements.offer import Service, Touchpoint
from lumme_graph.elements.promise import Promise
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day


class Edition(Enum):
    """For whom the pages are."""

    CUSTOMER = "customer"
    STAFF = "staff"

    __hash__ = object.__hash__
    """Each is one object, and pages are looked up by it again and again."""

    @property
    def folder(self) -> str:
        """What the addresses of its pages begin with."""
        return "" if self is Edition.CUSTOMER else "staff/"


def shows(edition: Edition, element: KeptElement, day: Day) -> bool:
    """Has the edition a page of an element?"""
    if edition is Edition.STAFF:
        return True
    match element:
        case Section():
            return is_for_customers(element)
        case Organisation():
            return element in day.libraries
        case Path():
            return element.state is PathState.AS_IS
        case _:
            return isinstance(element, Service | Touchpoint | Promise)


def is_for_customers(section: Section) -> bool:
    """Is a section of the guide published, and written for customers too?"""
    return section.status is SectionStatus.PUBLISHED and section.audience is not Audience.STAFF
