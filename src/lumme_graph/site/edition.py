"""The two editions of the site, and what each of them shows.

The customer edition stands at the root, the staff edition below `staff/`: what is left when that
folder is taken away is the customer edition. A kind that is not named here is for staff alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Final

from lumme_graph.base.by_name import unknown
from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.label import Label
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

    @property
    def label(self) -> Label:
        """What it is called."""
        return _FOR[self]


_FOR: Final = {
    Edition.CUSTOMER: Label("For customers", "an edition"),
    Edition.STAFF: Label("For staff", "an edition"),
}
MADE: Final = Label("As of {day}. Made with lumme_graph from the model “{name}”.")
"""What stands at the foot of all that is published."""


class EditionError(UnknownNameError):
    """There is no such edition; the message names the nearest."""


def edition_of(wanted: Edition | str) -> Edition:
    """An edition, or that of a word. Raises `EditionError` for any other word.

    >>> edition_of("staff") is Edition.STAFF
    True
    """
    try:
        return Edition(wanted)
    except ValueError:
        words = [edition.value for edition in Edition]
        raise EditionError(unknown("edition", str(wanted), words)) from None


def editions_of(wanted: Iterable[Edition | str]) -> tuple[Edition, ...]:
    """The wanted editions, each once, the customers' first; one word is that edition alone.

    Raises `EditionError` where none is wanted, or one that there is not.
    """
    asked = {edition_of(one) for one in ([wanted] if isinstance(wanted, str) else wanted)}
    if not asked:
        raise EditionError(f"name an edition: {', '.join(one.value for one in Edition)}")
    return tuple(edition for edition in Edition if edition in asked)


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
