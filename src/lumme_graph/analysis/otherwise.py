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
def covering(day: Day) -> dict[str, tuple[Section, ...]]:
    """The sections that are about each element, by its id."""
    found: dict[str, dict[str, Section]] = {}
    for section in day.graph.all(Section):
        for link in section.covers:
            found.setdefault(str(link.item), {})[section.id] = section
    return {item: tuple(sections.values()) for item, sections in found.items()}


def exceptions_to(day: Day, item: KeptElement) -> Iterator[Otherwise]:
    """What the sections that are about an element say to be otherwise somewhere."""
    for section in covering(day).get(item.id, ()):
        yield from exceptions_in(day, section)


def exceptions_in(day: Day, section: Section) -> Iterator[Otherwise]:
    """What a section says to be otherwise at single libraries."""
    for said in section.exceptions:
        library = day.graph.get(said.at)
        if library is not None:
            yield Otherwise(section, library, said)


def exceptions_at(day: Day, library: Organisation) -> tuple[Otherwise, ...]:
    """What is otherwise at a library, in the order of sections."""
    return _by_library(day).get(library.id, ())


@once
def _by_library(day: Day) -> dict[str, tuple[Otherwise, ...]]:
    found: dict[str, list[Otherwise]] = {}
    for section in day.graph.all(Section):
        for one in exceptions_in(day, section):
            found.setdefault(one.library.id, []).append(one)
    return {library: tuple(same) for library, same in found.items()}
