"""Rings: found once, written out whole, and nothing hangs on one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rdflib import URIRef

import lumme_graph as lg
from lumme_graph.checks.check import check
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.graph.links import broken_links
from lumme_graph.graph.service_graph import E
from lumme_graph.meta.walk import Walk
from lumme_graph.questions.ask import QUESTIONS

LONG = 10_000
MANY = 3_000
MAY_NOT_LOOP = {
    ("Membership", "of"),
    ("Goal", "under"),
    ("Event", "part_of"),
    ("Event", "after"),
    ("Action", "after"),
    ("Path", "instead_of"),
}
"""By hand: the relations of a kind to itself that make no sense when they come back."""

MAY_LOOP = {
    ("Purchase", "seller"),  # two libraries may buy different services from each other
    ("Flow", "to_whom"),  # they may give each other something
    ("Source", "listed_by"),  # two web pages may list each other
}


def made(kind: type[E], **data: object) -> E:
    return kind.model_validate(data)


def graph_of(*elements: KeptElement, languages: Sequence[str] = ("en",)) -> lg.ServiceGraph:
    settings = lg.Settings.model_validate(
        {"as_of": "2026-08-22", "languages": {"required": list(languages)}}
    )
    return lg.ServiceGraph(elements, settings)


def events_of(rings: dict[str, str]) -> list[KeptElement]:
    return [
        made(lg.Event, id=id_, name={"en": id_}, type=lg.EventType.WORKSHOP, part_of=whole)
        for id_, whole in rings.items()
    ]


def found(graph: lg.ServiceGraph) -> list[tuple[str, str, str]]:
    return [(f.code, f.element, f.message()) for f in broken_links(graph)]


def test_every_relation_of_a_kind_to_itself_says_whether_it_may_loop() -> None:
    decided = {True: set[tuple[str, str]](), False: set[tuple[str, str]]()}

    for kind in ELEMENTS:
        for cls, spec, _ in Walk(lambda spec: spec.is_ref).fields(kind):
            if spec.targets == (kind,) and cls is not lg.Cover:
                declarer = next(
                    c
                    for c in reversed(cls.__mro__)
                    if spec.name in vars(c).get("__annotations__", {})
                )
                decided[spec.prop.acyclic].add((declarer.__name__, spec.name))
    assert decided[True] == MAY_NOT_LOOP
    assert decided[False] == MAY_LOOP


@pytest.mark.parametrize(
    ("wholes", "ring"),
    [
        ({"event-a": "event-a"}, "event-a → event-a"),
        ({"event-a": "event-b", "event-b": "event-a"}, "event-a → event-b → event-a"),
        (
            {"event-z": "event-b", "event-b": "event-c", "event-c": "event-b"},
            "event-b → event-c → event-b",
        ),
    ],
)
def test_a_ring_is_written_out_from_its_first_member(wholes: dict[str, str], ring: str) -> None:
    first = ring.partition(" ")[0]
    message = f"part_of goes round in a ring: {ring}"
    assert found(graph_of(*events_of(wholes))) == [("LG106", first, message)]


def test_two_rings_are_two_errors_and_a_chain_is_none() -> None:
    wholes = {"event-a": "event-b", "event-b": "event-a", "event-c": "event-d"}
    wholes |= {"event-d": "event-c", "event-e": "event-f"}
    last = made(lg.Event, id="event-f", name={"en": "f"}, type=lg.EventType.WORKSHOP)
    graph = graph_of(*events_of(wholes), last)
    assert [element for _, element, _ in found(graph)] == ["event-a", "event-c"]


def test_of_a_knot_the_shortest_ring_through_its_first_member_is_told() -> None:
    after = {"a": ["b"], "b": ["c", "a"], "c": ["a"]}
    actions = [
        made(lg.Action, id=f"action-{x}", name={"en": x}, after=[f"action-{y}" for y in ys])
        for x, ys in after.items()
    ]
    assert found(graph_of(*actions)) == [
        ("LG106", "action-a", "after goes round in a ring: action-a → action-b → action-a")
    ]


def test_after_and_part_of_are_two_relations() -> None:
    """A part that comes after another part of its whole is no ring, nor a whole after its part."""
    kind = lg.EventType.WORKSHOP
    whole = made(lg.Event, id="event-day", name={"en": "Day"}, type=kind, after=("event-part",))
    part = made(lg.Event, id="event-part", name={"en": "Part"}, type=kind, part_of="event-day")
    assert found(graph_of(whole, part)) == []


def ring_of_networks(n: int) -> list[KeptElement]:
    return [
        made(
            lg.Organisation,
            id=f"organisation-n{at}",
            name={"en": f"N{at}"},
            type=lg.OrganisationType.NETWORK,
            memberships=[{"of": f"organisation-n{(at + 1) % n}"}],
        )
        for at in range(n)
    ]


def test_a_ring_of_ten_thousand_is_one_short_error() -> None:
    shown = "organisation-n0 → organisation-n1 → … (10\N{NO-BREAK SPACE}000) → organisation-n0"
    assert found(graph_of(*ring_of_networks(LONG))) == [
        ("LG106", "organisation-n0", f"memberships.of goes round in a ring: {shown}")
    ]


def test_nothing_hangs_on_rings_of_thousands() -> None:
    """Checks with coverage, adoption and offers, and questions: all end, without recursion."""
    goals = [
        made(lg.Goal, id=f"goal-g{at}", name={"en": "g"}, under=f"goal-g{(at + 1) % MANY}")
        for at in range(MANY)
    ]
    library = made(
        lg.Organisation,
        id="organisation-own",
        name={"en": "Own"},
        type=lg.OrganisationType.LIBRARY,
        memberships=[{"of": "organisation-n0"}],
    )
    desk = made(
        lg.Touchpoint,
        id="touchpoint-desk",
        name={"en": "Desk"},
        channel=lg.ChannelType.SERVICE_LOCATION,
        offered=[{"at": f"organisation-n{MANY - 1}", "is": "yes"}],
    )
    targets = [
        made(lg.Target, id=f"target-t{at}", name={"en": "t"}, goals=["goal-g0"]) for at in range(20)
    ]
    graph = graph_of(*ring_of_networks(MANY), library, desk, *goals, *targets)
    codes = [finding.code for finding in check(graph)]
    assert codes.count("LG106") == 2
    for name in ("traced-to-goal", "practice-adoption", "outside-project-or-order"):
        assert name in QUESTIONS
        assert lg.ask(graph, name).day.year == 2026


def test_a_ring_is_written_as_rdf_without_recursion() -> None:
    n = 1_500
    wholes = {f"event-e{at}": f"event-e{(at + 1) % n}" for at in range(n)}
    graph = graph_of(*ring_of_networks(100), *events_of(wholes))
    whole = URIRef("http://data.europa.eu/m8g/parentEvent")
    assert sum(1 for _ in lg.to_rdf(graph).triples((None, whole, None))) == n
