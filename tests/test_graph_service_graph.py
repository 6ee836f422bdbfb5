from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, assert_type

import networkx as nx
import pytest
from load_folders import MODELS

from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement, Source
from lumme_graph.elements.groups import Role
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.offer import ChannelType, Coverable, Service, Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.links import broken_links
from lumme_graph.graph.read import load, read
from lumme_graph.graph.references import references
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.ref import Ref

LAKES = load(MODELS / "lakes")
SETTINGS = Settings(as_of=date(2026, 8, 22))


def _place(*path: str | int, of: str = "path-hold") -> str:
    return str(LAKES.place(of, *path)).removeprefix(f"{(MODELS / 'lakes').as_posix()}/")


def test_elements_are_found_by_id_by_kind_and_by_reference() -> None:
    path = LAKES[Path, "path-hold"]
    assert_type(path, Path)
    assert path.name["en"] == "The path of a hold"
    reference = path.steps[0].touchpoint
    assert_type(reference, Ref[Touchpoint] | None)
    assert reference is not None
    assert_type(LAKES[reference], Touchpoint)
    assert LAKES[reference].id == "touchpoint-desk"
    assert_type(LAKES.get(reference), Touchpoint | None)
    assert LAKES.get(reference) == LAKES["touchpoint-desk"]
    assert_type(LAKES["path-hold"], KeptElement)
    assert LAKES[path.ref] is path
    assert "path-hold" in LAKES
    assert "path-none" not in LAKES


def test_what_is_not_there() -> None:
    missing: Ref[Touchpoint] = Ref("touchpoint-none")
    assert LAKES.get(missing) is None
    assert LAKES.get(None) is None
    assert LAKES.find("touchpoint-none") is None
    with pytest.raises(KeyError, match=r"touchpoint-none"):
        LAKES[missing]
    with pytest.raises(KeyError, match=r"path-hold is no Service"):
        LAKES[Service, "path-hold"]


def test_elements_come_in_the_order_of_kinds_then_of_files() -> None:
    order = {cls: place for place, cls in enumerate(ELEMENTS)}
    places = [order[type(element)] for element in LAKES]
    assert places == sorted(places)
    assert [element.id for element in LAKES.all(Organisation)] == [
        "organisation-lakes",
        "organisation-north",
        "organisation-south",
    ]
    assert_type(LAKES.all(Service), list[Service])
    assert [element.id for element in LAKES.all(Coverable)] == [
        "touchpoint-desk",
        "touchpoint-shelf",
        "service-hold",
        "profile-worker",
        "profile-guest",
        "path-hold",
        "commitment-quick",
    ]


def test_places() -> None:
    assert _place() == "paths/path-hold.yaml:2:3"
    assert _place("steps", 1) == "paths/path-hold.yaml:17:7"
    assert _place("steps", 1, "action", "en") == "paths/path-hold.yaml:20:9"
    assert _place("steps", 9) == "paths/path-hold.yaml:8:3"
    assert _place("name", "en", of="profile-guest") == "customers.yaml:2:41"
    assert _place("body", "fi", of="section-holds") == "guide/section-holds.fi.md"
    assert _place("body", "sv", of="section-holds") == "guide/guide.yaml:1:3"
    assert _place(of="no-such") == ""
    assert str(LAKES.place(LAKES["role-keeper"])).endswith("who/places.yaml:12:3")


def test_what_is_written_of_an_element() -> None:
    assert LAKES.written("role-keeper") == {
        "id": "role-keeper",
        "name": {"fi": "Ylläpitäjä", "en": "Keeper"},
    }
    assert LAKES.written("no-such") is None


def test_who_refers_to_an_element() -> None:
    uses = [
        (use.source.id, use.reference.spec.alias, use.reference.path)
        for use in LAKES.uses("touchpoint-desk")
    ]
    assert uses == [
        ("service-hold", "touchpoints", ("touchpoints", 0)),
        ("path-hold", "touchpoint", ("steps", 0, "touchpoint")),
        ("commitment-quick", "kept_at", ("kept_at", 0)),
    ]
    assert [use.source.id for use in LAKES.uses(LAKES["role-keeper"])] == [
        "path-hold",
        "section-holds",
    ]
    assert LAKES.uses("path-hold") == ()


def test_the_references_of_an_element_in_the_order_of_its_fields() -> None:
    made = [(target, path) for _, _, target, path in references(LAKES["path-hold"])]
    assert made == [
        ("profile-worker", ("profiles", 0)),
        ("service-hold", ("service",)),
        ("touchpoint-desk", ("steps", 0, "touchpoint")),
        ("role-keeper", ("steps", 1, "actor", "ref")),
        ("touchpoint-shelf", ("steps", 1, "touchpoint")),
    ]


def test_networkx() -> None:
    graph = LAKES.networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(graph) == {element.id for element in LAKES}
    node = graph.nodes["service-hold"]
    assert node == {"kind": "service", "label": "Varaus", "element": LAKES["service-hold"]}
    assert graph.nodes["source-board"]["label"] == "source-board"
    assert list(graph.get_edge_data("organisation-north", "organisation-lakes").values()) == [
        {"kind": "of", "label": "verkosto", "record": "memberships/0/of"}
    ]
    assert graph.number_of_edges() == sum(len(LAKES.uses(element)) for element in LAKES)
    assert nx.has_path(graph, "guide-lakes", "touchpoint-shelf")


def test_an_edge_needs_both_its_ends() -> None:
    service = Service.model_validate(
        {"id": "service-a", "name": {"en": "A"}, "touchpoints": ["touchpoint-none"]}
    )
    graph = ServiceGraph([service], SETTINGS)
    assert graph.networkx().number_of_edges() == 0
    assert [use.source.id for use in graph.uses("touchpoint-none")] == ["service-a"]


def test_a_graph_without_files() -> None:
    desk = Touchpoint.model_validate(
        {"id": "touchpoint-desk", "name": {"en": "D"}, "channel": "object"}
    )
    service = Service(id="service-a", name=Text(en="A"), touchpoints=(desk.ref,))
    graph = ServiceGraph([service, desk], SETTINGS)
    assert [element.id for element in graph] == ["touchpoint-desk", "service-a"]
    assert len(graph) == 2
    assert str(graph.place(service)) == ""
    assert list(broken_links(graph)) == []


def test_one_id_twice_is_refused() -> None:
    role = Role(id="role-a", name=Text(en="A"))
    with pytest.raises(ValueError, match=r"two elements have the id role-a"):
        ServiceGraph([role, role], SETTINGS)


def test_broken_links_of_a_graph_without_files() -> None:
    source = Source(id="source-rules", citation="x")
    service = Service.model_validate(
        {
            "id": "service-a",
            "name": {"en": "A"},
            "sources": ["source-rule"],
            "facts": [{"key": "d", "value": "1"}, {"key": "d", "value": "2"}],
        }
    )
    path = Path.model_validate(
        {
            "id": "path-a",
            "name": {"en": "A"},
            "phases": [{"id": "before", "name": {"en": "B"}}],
            "steps": [
                {
                    "id": "ask",
                    "phase": "befor",
                    "action": {"en": "asks"},
                    "actor": {"kind": "customer"},
                    "lane": "customer",
                    "next": [{"to": "aks"}],
                }
            ],
        }
    )
    graph = ServiceGraph([source, service, path], SETTINGS)
    assert sorted((f.code, f.element, f.message(), f.advice()) for f in broken_links(graph)) == [
        ("LG101", "path-a", "steps.next.to: there is no aks in path-a", "did you mean ask?"),
        ("LG101", "path-a", "steps.phase: there is no befor in path-a", "did you mean before?"),
        (
            "LG101",
            "service-a",
            "sources: there is no source-rule in the model",
            "did you mean source-rules?",
        ),
        (
            "LG105",
            "service-a",
            "facts: d is already in the list",
            "give this one an id in lower-case words, or merge the two",
        ),
    ]


def test_the_same_graph_on_another_day() -> None:
    other = LAKES.on(date(2020, 1, 1))
    assert other.settings.as_of == date(2020, 1, 1)
    assert LAKES.settings.as_of == date(2026, 8, 22)
    assert list(other) == list(LAKES)


def test_reading_a_whole_model_finds_nothing() -> None:
    graph, findings = read(MODELS / "lakes")
    assert findings == ()
    assert graph.reading == ()
    assert graph.broken == frozenset()
    assert graph.root == (MODELS / "lakes").as_posix()
    assert list(graph) == list(LAKES)


def test_what_is_no_element_is_refused() -> None:
    settings = Settings(as_of=date(2026, 8, 22))
    with pytest.raises(TypeError, match="a graph is made of elements, not of Settings"):
        ServiceGraph([settings], settings)  # type: ignore[list-item]


def test_what_is_no_day_and_what_is_nowhere_is_refused_at_once() -> None:
    desk = Touchpoint(id="touchpoint-desk", name=Text(en="Desk"), channel=ChannelType.PHONE)
    graph = ServiceGraph([desk], Settings(as_of=date(2026, 8, 22)))
    assert graph.uses("touchpoint-desk") == graph.uses(desk) == ()
    with pytest.raises(
        KeyError, match=r"no touchpoint-dsk in the model; did you mean touchpoint-desk\?"
    ):
        graph.uses("touchpoint-dsk")
    assert graph.on("2020-01-01") == graph.on(date(2020, 1, 1))
    days: list[Any] = ["1.1.2020", datetime(2020, 1, 1, tzinfo=UTC)]
    for day in days:
        with pytest.raises(ValueError, match="is no day"):
            graph.on(day)
