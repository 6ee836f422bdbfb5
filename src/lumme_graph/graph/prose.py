"""What the prose of sections leads to: elements and steps by id, facts by name, unsafe addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from lumme_graph.base.dates import holds
from lumme_graph.base.finding import Fault, Finding, Place
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.urls import is_safe
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.parts import Fact
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Element
from lumme_graph.reading.faults import WRONG_VALUE
from lumme_graph.reading.prose import Insert, ProseLink

_ID = re.compile(r"(?P<id>(?P<kind>[a-z]+)-[^/#?.]*)(?:/(?P<step>[^/#?]+))?(?:#(?P<anchor>.*))?")
UNSAFE = Label("the link “{target}” is no safe address")
SECOND_TITLE = Label("the heading “{words}” is of level 1, as only the section's own name is")
NO_FACT = Fault(
    "LG101",
    Label("{field}: {what}"),
    Label("{mend}"),
    "Prose takes a number by the name of a fact that is not there.",
)


class LinkTarget(NamedTuple):
    """An element that prose links to, and which step or heading of it."""

    id: str
    step: str = ""
    anchor: str = ""

    @property
    def address(self) -> str:
        """The id of the element, or the address of the step."""
        return f"{self.id}/{self.step}" if self.step else self.id


class Found(NamedTuple):
    """A link or insert in the prose of a section, with its language and place."""

    section: Section
    tag: str
    part: ProseLink | Insert
    place: Place

    @property
    def field(self) -> str:
        """The field as findings call it."""
        return f"body.{self.tag}"


def target_of(link: str) -> LinkTarget | None:
    """The element that a link's address names; None for any other address.

    >>> target_of("path-hold/pick-up")
    LinkTarget(id='path-hold', step='pick-up', anchor='')
    >>> target_of("https://example.org") is None
    True
    """
    found = _ID.fullmatch(link)
    if found is None or found["kind"] not in KINDS:
        return None
    return LinkTarget(found["id"], found["step"] or "", found["anchor"] or "")


def in_prose(graph: ServiceGraph) -> Iterator[Found]:
    """Every link, picture and insert in the prose of sections."""
    for section in graph.all(Section):
        yield from in_prose_of(graph, section)


def in_prose_of(graph: ServiceGraph, section: Section) -> Iterator[Found]:
    """Every link, picture and insert in the prose of a section."""
    for tag, prose in graph.prose(section).items():
        for part in prose.parts:
            file = graph.place(section, "body", tag).file
            yield Found(section, tag, part, Place(file, part.line, part.column))


def elements_in_prose(graph: ServiceGraph, section: Section) -> Iterator[tuple[str, str]]:
    """The ids of the elements that prose links to or takes a fact of, each with its field."""
    for found in in_prose_of(graph, section):
        if isinstance(found.part, Insert):
            id_ = found.part.name.rpartition(".")[0]
        else:
            target = target_of(found.part.target)
            id_ = target.id if target else ""
        if id_:
            yield id_, found.field


def facts_named(graph: ServiceGraph, section: Section, name: str) -> list[Fact]:
    """The facts that a name in the prose of a section means on the day: one, where all is well.

    `loan_days` is of the section itself, `service-loan.loan_days` of another element.
    """
    owner, _, key = name.rpartition(".")
    element = graph.find(owner) if owner else section
    return [fact for fact in _facts(element) if fact.key_ == key and _may_hold(graph, fact)]


def _may_hold(graph: ServiceGraph, fact: Fact) -> bool:
    return holds(fact.from_, fact.to, graph.settings.as_of) is not False


def _facts(element: Element | None) -> tuple[Fact, ...]:
    return getattr(element, "facts", ())


Dangling = Callable[[Place, str, str, str], Finding]
"""Says that an id leads nowhere: place, element, field, target."""
Guess = Callable[[str, Collection[str]], str | None]


def prose_faults(graph: ServiceGraph, dangling: Dangling, guess: Guess) -> Iterator[Finding]:
    """What in prose leads nowhere, or to where nothing may lead."""
    for found in in_prose(graph):
        part = found.part
        if isinstance(part, Insert):
            yield from _insert_faults(graph, found, part, guess)
        elif not is_safe(part.target):
            yield WRONG_VALUE.at(
                found.place,
                found.section.id,
                field=found.field,
                why=UNSAFE.fill(target=part.target),
                mend=Label("link to an element's id, or to an https, http or mailto address"),
            )
        elif (target := target_of(part.target)) and not (
            target.id in graph.broken or graph.has(target.address)
        ):
            yield dangling(found.place, found.section.id, found.field, target.address)
    yield from _title_faults(graph)


def _title_faults(graph: ServiceGraph) -> Iterator[Finding]:
    """The headings that would be a second title of their page."""
    for section in graph.all(Section):
        for tag, prose in graph.prose(section).items():
            for heading in prose.headings:
                if heading.level == 1:
                    file = graph.place(section, "body", tag).file
                    yield WRONG_VALUE.at(
                        Place(file, heading.line, 1),
                        section.id,
                        field=f"body.{tag}",
                        why=SECOND_TITLE.fill(words=Plain(heading.words)),
                        mend=Label("begin it with ##"),
                    )


def _insert_faults(
    graph: ServiceGraph, found: Found, insert: Insert, guess: Guess
) -> Iterator[Finding]:
    facts = facts_named(graph, found.section, insert.name) if insert.name else []
    if len({(fact.value, fact.unit) for fact in facts}) == 1:
        return
    if insert.name.rpartition(".")[0] in graph.broken:
        return  # what is wrong with the element is said; its facts are not known
    said = Plain(insert.name or insert.written)
    if facts:
        day = graph.settings.as_of
        what = Label("the fact {said} has several values on {day}").fill(said=said, day=day)
        mend: Message = Label("date the facts")
    elif not insert.name:
        what = Label("{{{{ {said} }}}} names no fact").fill(said=said)
        mend = Label("write {{ fact: key }}")
    else:
        what = Label("there is no fact {said}").fill(said=said)
        near = guess(insert.name, fact_names(graph, found.section))
        mend = (
            Label("did you mean {guess}?").fill(guess=near)
            if near
            else Label("add it to the facts of the section")
        )
    params = {"what": what, "mend": mend}
    yield NO_FACT.at(found.place, found.section.id, field=found.field, **params)


def fact_names(graph: ServiceGraph, section: Section) -> list[str]:
    """What the facts are called in the prose of a section: its own, then those of what it covers."""
    own = [fact.key_ for fact in section.facts]
    items = [graph.find(link.item) for link in section.covers]
    return [*own, *(f"{item.id}.{fact.key_}" for item in items if item for fact in _facts(item))]
