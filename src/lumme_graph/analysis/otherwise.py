"""What the guide says of an element, and what it says to be otherwise at single libraries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import LocalException, Section
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day, once


class Otherwise(NamedTuple):
    """What a section says to be otherwise at a library."""

    section: Section
    library: Organisation
    said: LocalException


@once
def exceptions(day: Day) -> tuple[Otherwise, ...]:
    """Every local exception of the guide, in the order of sections."""
    return tuple(
        Otherwise(section, library, said)
        for section in day.graph.all(Section)
        for said in section.exceptions
        if (library := day.graph.get(said.at)) is not None
    )


@once
def covering(day: Day) -> dict[str, tuple[Section, ...]]:
    """The sections that are about each element, by its id."""
    found: dict[str, dict[str, Section]] = {}
    for section in day.graph.all(Section):
        for link in section.covers:
            found.setdefault(str(link.item), {})[section.id] = section
    return {item: tuple(sections.values()) for item, sections in found.items()}


def exceptions_to(day: Day, item: KeptElement) -> Iterator[Otherwise]:
    """What the sections that are about an element say to be otherwise somewhere."""
    about = {section.id for section in covering(day).get(item.id, ())}
    return (one for one in exceptions(day) if one.section.id in about)


def exceptions_at(day: Day, library: Organisation) -> Iterator[Otherwise]:
    """What is otherwise at a library."""
    return (one for one in exceptions(day) if one.library is library)
