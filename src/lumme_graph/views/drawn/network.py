"""The network map: the customer, the libraries that produce, those who enable, and who was a member."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lumme_graph.base.dates import holds
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.who import FlowType, Membership, Organisation, OrganisationType
from lumme_graph.graph.day import Day
from lumme_graph.graph.membership import periods
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.spec import label_of_field
from lumme_graph.views.drawn.flows import ARROWS, flow_facts
from lumme_graph.views.drawn.parts import Only, fact, head
from lumme_graph.views.shapes import Area, Box, BoxLink, DrawnFact, Network, ShapeLine, Sign

_KIND = Label("Network map")
_TITLE = Label("{network} and whom they work with")
_PLAIN_TITLE = Label("Libraries and whom they work with")
_SHOWN = Label("What is shown")
_READ = Label("How it is read")
_ARROW = Label("an arrow: “A gives to B”; its dash says what")
_ARROW_BOUGHT = Label("an arrow: “A gives library service to B”")
_NEAREST = Label("{counts}; nearest to the customer stands whom they meet")
_CUSTOMER = Label("Customer")
_USES = Label("Uses")
_PRODUCES = Counted("Produces: {n} member library", "Produce: {n} member libraries")
_ENABLES = Label("Enable: partners and authorities")
_FORMER = Label("Former members")
_MEMBERS = Counted("{n} member library", "{n} member libraries")
_PERHAPS = Counted("{n} whose membership is not known", "{n} whose membership is not known")
_GONE = Counted("{n} former member", "{n} former members")
_OTHERS = Counted("{n} other organisation", "{n} other organisations")
_UNTIL = Label("member until {day}")
_FROM = Label("member from {day}")
_ONCE = Label("not a member on this day")
_NOT_KNOWN = Label("membership not known")
_SUB = Label("{name} (sub-network)")
_SUB_PERHAPS = Label("{name} (sub-network; whether today is not known)")
_BOUGHT = Label("A gives library service to B (purchase)")
_KEY_SUB = Label("sub-network")
_KEY_FORMER = Label("former member")
_RESTS = Label("Memberships: {counts}.")
_OF_STANDING = Label("{n} {standing}")
_NONE = Label("No libraries. Enter them in who/organisations.yaml.")
_WHOLE = Label("{name}: {what}")


def network(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Network:
    """Who produces the service for the customer on the model's day, with whom, and who no longer does."""
    day = Day.of(graph)
    sure = [one for one in day.libraries if one not in day.perhaps]
    perhaps = list(day.perhaps)
    inside = [*sure, *perhaps]
    own = graph.settings.network
    gone = [one for one in _libraries(graph) if one not in inside]
    others = [
        one
        for one in day.all(Organisation)
        if one.type is not OrganisationType.LIBRARY
        and one.type is not OrganisationType.SUB_NETWORK
        and one.id != own
        and only.takes(one)
    ]
    boxes = [
        ("customer", _customer(speak)),
        *(("produces", _box(day, one, speak, *_unsure(one, perhaps, speak))) for one in inside),
        *(("enables", _box(day, one, speak)) for one in others),
        *(("former", _former(day, one, speak)) for one in gone),
    ]
    links = tuple(_links(day, inside, speak))
    areas = tuple(_areas(day, inside, speak))
    counts = [
        _MEMBERS.fill(n=len(sure)),
        *([_PERHAPS.fill(n=len(perhaps))] if perhaps else []),
        *([_GONE.fill(n=len(gone))] if gone else []),
        _OTHERS.fill(n=len(others)),
    ]
    whole = graph.get(own)
    over = head(
        graph,
        speak,
        id_,
        _KIND,
        _TITLE.fill(network=name_label(whole)) if whole else _PLAIN_TITLE,
        _NEAREST.fill(counts=joined(counts)),
        fields=(
            fact(speak, f"{id_}/shown", _SHOWN, _NEAREST.fill(counts=joined(counts))),
            *([fact(speak, f"{id_}/read", _READ, _arrow(links))] if links else []),
        ),
        made=_rests(inside, own),
    )
    return Network(
        "network",
        replace(over, lacks=None if inside else speak(_NONE)),
        "rings",
        (
            ShapeLine("customer", speak(_USES)),
            ShapeLine("produces", speak(_PRODUCES.fill(n=len(inside)))),
            ShapeLine("enables", speak(_ENABLES)),
            ShapeLine("former", speak(_FORMER)),
        ),
        tuple(boxes) if inside else (),
        links,
        tuple(_keys(speak, links=links, areas=areas, gone=gone)),
        tuple(_of_wholes(day, only, speak)),
        areas,
    )


def _arrow(links: Sequence[BoxLink]) -> Label:
    return _ARROW_BOUGHT if {link.line for link in links} == {"service"} else _ARROW


def _libraries(graph: ServiceGraph) -> list[Organisation]:
    return [one for one in graph.all(Organisation) if one.type is OrganisationType.LIBRARY]


def _unsure(one: Organisation, perhaps: Sequence[Organisation], speak: Speaker) -> list[DrawnFact]:
    if one not in perhaps:
        return []
    sign = Sign("state", "unknown", speak(_NOT_KNOWN))
    label = label_of_field(Organisation, "memberships")
    return [fact(speak, f"{one.id}/membership", label, _NOT_KNOWN, "sub", signs=(sign,))]


def _customer(speak: Speaker) -> Box:
    sign = Sign("person", "customer", speak(_CUSTOMER))
    words = fact(speak, "customer/uses", _USES, _CUSTOMER, "head", signs=(sign,))
    return Box("customer", (words,), tone="customer")


def _box(day: Day, one: Organisation, speak: Speaker, *more: DrawnFact) -> Box:
    """An organisation: its name, what else is told of it, and what it gives to whom."""
    name = fact(
        speak, f"{one.id}/name", label_of_field(Organisation, "name"), name_label(one), "head"
    )
    facts = (name, *more, *flow_facts(day, one, speak))
    return Box(one.id, facts, tone="enables" if one.type in _OUTSIDE else "")


_OUTSIDE = {OrganisationType.PARTNER, OrganisationType.AUTHORITY, OrganisationType.NETWORK}


def _former(day: Day, one: Organisation, speak: Speaker) -> Box:
    """A library that is no member on the day, with the days of its membership."""
    graph = day.graph
    own = graph.settings.network
    spans = periods(graph, one).get(own, []) if own else []
    words: Sayable = _ONCE
    ends = [end for _, end in spans if end]
    starts = [start for start, _ in spans if start]
    if ends:
        words = _UNTIL.fill(day=ends[-1])
    elif starts:
        words = _FROM.fill(day=starts[0])
    label = label_of_field(Organisation, "memberships")
    dated = fact(speak, f"{one.id}/membership", label, words, "sub")
    return replace(_box(day, one, speak, dated), tone="former")


def _links(day: Day, inside: Sequence[Organisation], speak: Speaker) -> Iterator[BoxLink]:
    """What surely flows between members on the day: the service that they buy, what else they give."""
    known = {one.id for one in inside}
    for one in inside:
        for purchase in one.buys_from:
            if purchase.seller in known and holds(purchase.from_, purchase.to, day.date):
                yield BoxLink(str(purchase.seller), one.id, flow=speak(_BOUGHT), line="service")
    for one in inside:
        for flow in one.gives:
            if flow.to_whom in known and holds(flow.from_, flow.to, day.date):
                yield BoxLink(
                    one.id,
                    str(flow.to_whom),
                    flow=speak(flow.what or flow.type.label),
                    line=flow.type.value,
                )


def _of_wholes(day: Day, only: Only, speak: Speaker) -> Iterator[DrawnFact]:
    """What networks and sub-networks give, which have no box of their own, under the drawing."""
    own = day.graph.settings.network
    for one in day.all(Organisation):
        has_no_box = one.id == own or one.type is OrganisationType.SUB_NETWORK
        if has_no_box and only.takes(one):
            for told in flow_facts(day, one, speak):
                words = speak(_WHOLE.fill(name=name_label(one), what=told.words.shown))
                yield replace(told, words=words)


def _areas(day: Day, inside: Sequence[Organisation], speak: Speaker) -> Iterator[Area]:
    """The sub-networks of the day, with their members; a library stands in the first of its own."""
    taken: set[str] = set()
    for whole in day.all(Organisation):
        if whole.type is OrganisationType.SUB_NETWORK:
            members = day.members.get(whole.id, {})
            ids = [one.id for one in inside if one.id in members and one.id not in taken]
            taken.update(ids)
            is_sure = all(members[id_] for id_ in ids)
            words = (_SUB if is_sure else _SUB_PERHAPS).fill(name=name_label(whole))
            if ids:
                yield Area(whole.id, fact(speak, f"{whole.id}/name", _KEY_SUB, words), tuple(ids))


def _rests(inside: Sequence[Organisation], own: str | None) -> list[Sayable]:
    """On what the memberships rest, by standing."""
    found = Counter(
        _standing(one, membership)
        for one in inside
        for membership in one.memberships
        if membership.of == own
    )
    parts = [
        _OF_STANDING.fill(n=n, standing=standing.label)
        for standing in Standing
        if (n := found.get(standing))
    ]
    return [_RESTS.fill(counts=joined(parts))] if parts else []


def _standing(one: Organisation, membership: Membership) -> Standing | None:
    return membership.standing or one.standing


def _keys(
    speak: Speaker, *, links: Sequence[BoxLink], areas: Sequence[Area], gone: Sequence[Organisation]
) -> Iterator[Sign]:
    kinds = {link.line for link in links}
    for kind in FlowType:
        if kind.value in kinds:
            is_bought = any(link.flow == speak(_BOUGHT) for link in links)
            label = _BOUGHT if kind is FlowType.SERVICE and is_bought else ARROWS[kind]
            yield Sign("line", kind.value, speak(label))
    if areas:
        yield Sign("line", "part", speak(_KEY_SUB))
    if gone:
        yield Sign("line", "former", speak(_KEY_FORMER))
