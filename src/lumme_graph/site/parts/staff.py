"""What staff see beside what all see: the box for the desk, and everything that the model says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.analysis.otherwise import covering
from lumme_graph.assessment.of_element import findings_of
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section, SectionStatus
from lumme_graph.elements.offer import Coverable
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import joined
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.icons import bar
from lumme_graph.site.parts.coverage import coverage_of
from lumme_graph.site.parts.record import place, record, relations
from lumme_graph.site.parts.sentence import sentence

_STAFF: Final = Label("For staff", "a box on a page")
_GUIDE: Final = Label("In the guide")
_NOWHERE: Final = Label("in no section")
_IN: Final = Label("{status} in {languages}")
_MISSING: Final = Label("{languages} missing")
_NO_TEXT: Final = Label("no text yet")
_COVERAGE: Final = Label("Coverage")
_DONE: Final = Counted("{k} of {n} cell covered", "{k} of {n} cells covered")
_OPEN: Final = Counted(
    "of {n} cell it is not known whether it is offered",
    "of {n} cells it is not known whether it is offered",
)
_FINDINGS: Final = Label("Findings")
_OWNER: Final = Label("Owner", "of a section")
_REVIEWED: Final = Label("Reviewed", "of a section")
_NEVER: Final = Label("never")
_SEEN: Final = Counted("{k} of {n} item, last on {day}", "{k} of {n} items, last on {day}")
_RULES: Final = Label("User rules")
_ID: Final = Label("Id")
_ALL: Final = Label("Everything the model says")
_RELATIONS: Final = Label("What leads here")


def desk(here: Here, element: KeptElement) -> ET.Element:
    """The box for staff, which no page for customers has."""
    head = h("h2", here.say(_STAFF), id="desk")
    rows = h("dl", list(_rows(here, element)))
    return h("section", head, rows, class_="desk", aria_labelledby="desk")


def everything(here: Here, element: KeptElement) -> list[Child]:
    """Its coverage, every field, who leads here, where it is written; nothing for customers."""
    if not here.is_for_staff:
        return []
    led = relations(here, element)
    more = [h("h2", here.say(_RELATIONS)), led] if led is not None else []
    summary = h("summary", here.say(_ALL))
    whole = h("details", summary, record(here, element), more, place(here, element), class_="all")
    return [*coverage_of(here, element), whole]


def written(here: Here, section: Section) -> list[Child]:
    """How far a section is, in which languages, and in which of those asked for it is not."""
    tags = list(here.graph.prose(section))
    word = here.say(section.status.label)
    is_out = section.status is SectionStatus.PUBLISHED
    status: Child = word if is_out else h("span", word, class_="st part")
    if not tags:
        return [status, "; ", h("span", here.say(_NO_TEXT), class_="warn")]
    told = sentence(here, _IN, {"status": [status]}, languages=_languages(here, tags))
    lacks = [tag for tag in here.graph.settings.languages.all if tag not in tags]
    missing = here.say(_MISSING, languages=_languages(here, lacks))
    return [*told, "; ", h("span", missing, class_="warn")] if lacks else told


def _languages(here: Here, tags: Iterable[str]) -> Message:
    return joined([here.speak.language(tag).words for tag in tags])


def _rows(here: Here, element: KeptElement) -> Iterator[ET.Element]:
    match element:
        case Section():
            yield from _row(here, _GUIDE, [written(here, element)])
            yield from _row(here, _OWNER, [[here.link(element.owner)]] if element.owner else [])
            yield from _row(here, _REVIEWED, [[_reviewed(here, element)]] if element.covers else [])
        case Organisation() if element in here.day.libraries:
            coverage = covered(here.day)
            states = coverage.count(coverage.states_at(element))
            told: list[Child] = [bar(states.n, states.d), cells_done(here, states)]
            yield from _row(here, _COVERAGE, [told] if states.d else [])
        case Coverable():
            sections = covering(here.day).get(element.id, ())
            nowhere: list[list[Child]] = [] if sections else [[here.say(_NOWHERE)]]
            spoken = [[here.link(one), ", ", *written(here, one)] for one in sections]
            yield from _row(here, _GUIDE, [*spoken, *nowhere])
            yield from _coverage(here, element)
        case _:
            pass
    rules: tuple[str, ...] = getattr(element, "rules", ())
    yield from _row(here, _RULES, [[here.link(rule)] for rule in rules])
    found = findings_of(here.day).get(element.id, ())
    yield from _row(here, _FINDINGS, [_finding(here, one) for one in found])
    yield from _row(here, _ID, [[h("code", element.id)]])


def _reviewed(here: Here, section: Section) -> Said:
    """Of how much of what it is about somebody has seen that the text says it, and when last."""
    days = [link.reviewed.date for link in section.covers if link.reviewed]
    if not days:
        return here.say(_NEVER)
    return here.say(_SEEN, k=len(days), n=len(section.covers), day=max(days))


def _row(here: Here, label: Label, values: list[list[Child]]) -> Iterator[ET.Element]:
    if values:
        yield h("dt", here.say(label))
        yield from (h("dd", value) for value in values)


def _coverage(here: Here, item: Coverable) -> Iterator[ET.Element]:
    coverage = covered(here.day)
    states = coverage.states_of(item)
    if not states:
        return
    done, open_ = coverage.count(states), states.count(CellState.UNKNOWN)
    said: list[Child] = []
    if done.d:
        said = [bar(done.n, done.d), cells_done(here, done)]
    if open_:
        said += ["; ", here.say(_OPEN, n=open_)] if said else [here.say(_OPEN, n=open_)]
    yield from _row(here, _COVERAGE, [said] if said else [])


def cells_done(here: Here, done: Ratio) -> Said:
    """How many cells are covered, of how many."""
    return here.say(_DONE, k=done.n, n=done.d)


def _finding(here: Here, finding: Finding) -> list[Child]:
    href = here.href("findings")
    code: Child = h("a", finding.code, href=href) if href else finding.code
    at = str(finding.place.within(here.graph.root))
    return [
        h("span", code, class_="warn"),
        " ",
        here.say(finding.problem),
        " ",
        h("span", at, class_="place"),
    ]
