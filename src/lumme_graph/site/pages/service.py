"""The page of a service: what it is, for whom, what it costs, where it is, and what differs where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from lumme_graph.analysis.otherwise import exceptions_to
from lumme_graph.analysis.rules import values_of
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Stated
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Service
from lumme_graph.graph.where_used import users
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.icons import icon
from lumme_graph.site.parts.differs import differs
from lumme_graph.site.parts.facts import KeyFact, facts
from lumme_graph.site.parts.instructions import instructions
from lumme_graph.site.parts.journeys import in_short
from lumme_graph.site.parts.offers import offered_count, offers
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.sources import sources
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.parts.uses import sections_about
from lumme_graph.site.parts.values import key_facts

_HOW: Final = Label("What you do")
_CONDITIONS: Final = Label("On what terms")
_COST: Final = Label("What it costs")
_MET: Final = Label("Where you meet the service")
_PATH: Final = Label("How it goes, step by step")
_GUIDE: Final = Label("In the guide")
_LAW: Final = Label("The law behind it")
_OFFERED: Final = Label("Offered", "a key fact")


def body(here: Here, service: Service) -> Body:
    """What a service is, and where."""
    return Body(
        title=here.say(service.name),
        kicker=here.speak.capital(service.kind.label),
        main=_main(here, service),
        aside=[desk(here, service)] if here.is_for_staff else [],
        crumb="services",
        description=here.say(service.description) if service.description else None,
    )


def _main(here: Here, service: Service) -> Iterator[Child]:
    if service.description:
        yield h("p", text(here, service.description), here.letter(service), class_="lede")
    found = list(_facts(here, service))
    if found:
        yield facts(*found)
    if service.instructions:
        yield h("h2", here.say(_HOW), id="how")
        yield instructions(here, service.instructions, service)
    if service.out_of_scope:
        yield h("p", text(here, service.out_of_scope), here.letter(service), class_="note")
    yield from _chapter(here, service, _CONDITIONS, "conditions", service.conditions)
    yield from _chapter(here, service, _COST, "cost", service.cost)
    yield from offers(here, service)
    yield from differs(here, exceptions_to(here.day, service), values_of(here.day, service.rules))
    yield from _touchpoints(here, service)
    yield from _paths(here, service)
    sections = sections_about(here, service)
    if sections:
        yield h("h2", here.say(_GUIDE), id="guide")
        yield h("ul", [h("li", here.link(section)) for section in sections])
    yield from _chapter(here, service, _LAW, "law", service.legal_basis)
    yield from sources(here, _sources(service))
    yield from everything(here, service)


def _chapter(
    here: Here, service: Service, head: Message, anchor: str, words: Text | None
) -> Iterator[Child]:
    if words:
        yield h("h2", here.say(head), id=anchor)
        yield h("p", text(here, words), here.letter(service))


def _facts(here: Here, service: Service) -> Iterator[KeyFact]:
    yield from key_facts(here, service.facts, service)
    count = offered_count(here, service)
    if count:
        known, open_ = count
        yield KeyFact(here.say(_OFFERED), [here.say(known)], [here.say(open_)] if open_ else [])


def _touchpoints(here: Here, service: Service) -> Iterator[Child]:
    met = [one for ref in service.touchpoints if (one := here.graph.get(ref))]
    if met:
        yield h("h2", here.say(_MET), id="met")
        items = [h("li", icon(one.channel.value), here.link(one)) for one in met]
        yield h("ul", items, class_="tps")


def _paths(here: Here, service: Service) -> Iterator[Child]:
    paths = [one for one in users(here.graph, service, Path) if here.href(one.id)]
    if paths:
        yield h("h2", here.say(_PATH), id="journey")
        yield from chain.from_iterable(in_short(here, path) for path in paths)


def _sources(service: Service) -> Iterator[str]:
    """The sources of the service, then those of what it states in detail."""
    yield from service.sources
    parts: tuple[Stated, ...] = (*service.facts, *service.offered)
    for part in parts:
        yield from part.sources
