"""LG3xx: does the model agree with itself?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from lumme_graph.base.dates import holds
from lumme_graph.base.text import Label
from lumme_graph.checks.registry import Hit, Subject, check
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import SectionStatus
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Coverable, Service
from lumme_graph.elements.parts import Fact
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.names import short_label
from lumme_graph.graph.offers import offered
from lumme_graph.query.coverage import is_retired
from lumme_graph.query.links import Link


class _Statement(NamedTuple):
    """A fact as it is told of one item: by whom, for which libraries, in which languages."""

    teller: KeptElement
    place: int
    fact: Fact
    scope: frozenset[str] | None
    languages: frozenset[str] | None

    @property
    def said(self) -> str:
        return f"{self.fact.value} {self.fact.unit or ''}".strip()


def _told(item: Coverable, links: Sequence[Link]) -> Iterator[_Statement]:
    own = item.facts if isinstance(item, Service) else ()
    for index, fact in enumerate(own):
        yield _Statement(item, index, fact, None, None)
    for link in links:
        if link.section.status is SectionStatus.PUBLISHED:
            for index, fact in enumerate(link.section.facts):
                yield _Statement(link.section, index, fact, link.scope, link.languages)


def _shared(a: frozenset[str] | None, b: frozenset[str] | None, all_: list[str]) -> list[str]:
    return [x for x in all_ if (a is None or x in a) and (b is None or x in b)]


@check(
    "LG301",
    Label(
        "{key} on tässä {value}, mutta {other} kertoo {other_value} ({item}, {library}, {language}; {other_place})",
        "{key} is {value} here, but {other} says {other_value} ({item}, {library}, {language}; {other_place})",
    ),
    Label("selvitä, kumpi pitää paikkansa", "find out which of the two is right"),
)
def contradiction(subject: Subject) -> Iterator[Hit]:
    """Two published sections, or a section and the item itself, give one value in two ways.

    ## Why it matters
    Customers at one library are told two different things. Only declared `facts` are compared,
    never prose.

    ## Mend it
    Find out which value holds at the library, and correct or limit the other by scope or date.
    """
    graph, day = subject.graph, subject.day
    found = [library.id for library in subject.coverage.libraries]
    languages = list(subject.coverage.languages)
    links = subject.coverage.links
    seen: set[tuple[str, str, str]] = set()
    for item in graph.all(Coverable):
        told = list(_told(item, links.get(item.id, ())))
        told = [s for s in told if holds(s.fact.from_, s.fact.to, day)]
        for a, b in combinations(told, 2):
            where = _shared(a.scope, b.scope, found)
            spoken = _shared(a.languages, b.languages, languages)
            pair = (a.fact.key_, a.teller.id, b.teller.id)
            if a.teller is b.teller or a.fact.key_ != b.fact.key_ or a.said == b.said:
                continue
            if not where or not spoken or pair in seen:
                continue
            seen.add(pair)
            yield Hit(
                b.teller,
                "facts",
                b.place,
                key=b.fact.key_,
                value=b.said,
                other=a.teller.id,
                other_value=a.said,
                item=item.id,
                library=short_label(graph, graph[Organisation, where[0]]),
                language=spoken[0],
                other_place=graph.place(a.teller, "facts", a.place),
            )


@check(
    "LG302",
    Label(
        "osio kertoo kohteesta {item} kirjastossa {library}, jossa sitä ei tarjota",
        "the section tells of {item} at {library}, where it is not offered",
    ),
    Label("rajaa osion tai linkin scope-kenttää", "narrow the scope of the section or of the link"),
)
def over_claim(subject: Subject) -> Iterator[Hit]:
    """A published section promises an item at a library that is known not to offer it.

    ## Why it matters
    A customer comes in vain.

    ## Mend it
    Narrow `scope`, on the section or on the one link.
    """
    graph, found = subject.graph, subject.coverage.libraries
    for item_id, links in subject.coverage.links.items():
        item = graph[Coverable, item_id]
        for link in links:
            if link.section.status is not SectionStatus.PUBLISHED:
                continue
            for library in found:
                if link.reaches(library.id) and offered(graph, item, library, subject.day) is False:
                    yield Hit(
                        link.section,
                        "covers",
                        link.place,
                        item=item.id,
                        library=short_label(graph, library),
                    )


@check(
    "LG303",
    Label(
        "vaihe käyttää kosketuspistettä {touchpoint}, jota ei ole kirjastossa {library}",
        "the step uses {touchpoint}, which is not offered at {library}",
    ),
    Label(
        "muuta vaihetta, tai rajaa polun tarjontaa", "change the step, or narrow the path's offer"
    ),
)
def step_where_not_offered(subject: Subject) -> Iterator[Hit]:
    """A path is offered at a library that is known not to have a touchpoint of one of its steps.

    ## Why it matters
    The path breaks off there.

    ## Mend it
    Give the step another touchpoint, or say in `offered` where the path really goes.
    """
    graph = subject.graph
    for path in graph.all(Path):
        if is_retired(path, subject.day):
            continue
        for library in subject.coverage.libraries:
            if not offered(graph, path, library, subject.day):
                continue
            for index, step in enumerate(path.steps):
                touchpoint = graph.get(step.touchpoint)
                if touchpoint and offered(graph, touchpoint, library, subject.day) is False:
                    where = ("steps", index, "touchpoint")
                    yield Hit(
                        path, *where, touchpoint=touchpoint.id, library=short_label(graph, library)
                    )


CHECKS = (contradiction, over_claim, step_where_not_offered)
