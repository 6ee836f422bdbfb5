"""`graph.subset`: some elements with what they need, so that nothing leads nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from rdflib import URIRef
from running import lumme

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.links import broken_links

E = TypeVar("E", bound=KeptElement)
LUMME = Path(__file__).parents[1] / "models" / "lumme"


def made(cls: type[E], /, **fields: Any) -> E:
    """An element of fields as they stand in YAML."""
    return cls.model_validate(fields)


NET = made(lg.Organisation, id="organisation-net", name={"en": "Net"}, type="network")
AAVA = made(
    lg.Organisation,
    id="organisation-aava",
    name={"en": "Aava"},
    type="library",
    memberships=[{"of": NET, "from": {"latest": "2017"}}],
)
DESK = made(lg.Touchpoint, id="touchpoint-desk", name={"en": "Desk"}, channel="service-location")
WEB = made(lg.Touchpoint, id="touchpoint-web", name={"en": "Web"}, channel="web-page")
LOAN = made(
    lg.Service,
    id="service-loan",
    name={"en": "Loan"},
    touchpoints=[DESK],
    offered=[{"at": AAVA, "is": "yes"}],
)
CHAT = made(lg.Service, id="service-chat", name={"en": "Chat"}, touchpoints=[WEB])
HOLD = made(
    lg.Path,
    id="path-hold",
    name={"en": "Hold"},
    service=LOAN,
    steps=[
        {
            "id": "ask",
            "action": {"en": "Ask"},
            "actor": {"kind": "customer"},
            "lane": "customer",
            "touchpoint": WEB,
        }
    ],
)
SECTION = made(
    lg.Section,
    id="section-chat",
    name={"en": "Chat"},
    status="draft",
    body={"en": "See [how to ask](path-hold/ask)."},
)
GRAPH = lg.ServiceGraph(
    [NET, AAVA, DESK, WEB, LOAN, CHAT, HOLD, SECTION],
    lg.Settings.model_validate(
        {
            "as_of": date(2026, 8, 22),
            "network": "organisation-net",
            "coverage": {"bundles": [[LOAN.id, CHAT.id], [LOAN.id, HOLD.id]]},
        }
    ),
)


def ids(found: lg.Subset) -> list[str]:
    """The ids of its elements."""
    return [element.id for element in found.graph]


def why(found: lg.Subset) -> dict[str, tuple[str, str]]:
    """Who needs what was drawn in, and in which field."""
    return {one.element.id: (one.by.id if one.by else "", one.field) for one in found.drawn_in}


def test_a_path_with_all_that_it_needs() -> None:
    found = GRAPH.subset("path-hold")
    assert found.chosen == (HOLD,)
    assert why(found) == {
        "organisation-net": ("", "network"),
        "organisation-aava": ("service-loan", "offered.at"),
        "touchpoint-desk": ("service-loan", "touchpoints"),
        "touchpoint-web": ("path-hold", "steps.touchpoint"),
        "service-loan": ("path-hold", "service"),
    }
    assert list(found.graph) == [NET, AAVA, DESK, WEB, LOAN, HOLD]


def test_a_service_with_what_refers_to_it() -> None:
    found = GRAPH.subset("service-loan", used_by=True)
    assert "path-hold" in found.graph
    (hold,) = (one for one in found.drawn_in if one.element is HOLD)
    assert (hold.by, hold.field, hold.refers) == (LOAN, "service", True)
    assert "service-chat" not in found.graph


def test_a_link_in_prose_is_a_need() -> None:
    found = GRAPH.subset(SECTION)
    assert why(found)["path-hold"] == ("section-chat", "body.en")


def test_by_kind_and_by_what_is_said_of_it() -> None:
    assert [one.id for one in GRAPH.subset(lg.Service).chosen] == ["service-loan", "service-chat"]
    assert GRAPH.subset("service").chosen == GRAPH.subset(lg.Service).chosen
    online = GRAPH.subset(
        lambda one: isinstance(one, lg.Touchpoint) and one.channel is lg.ChannelType.WEB_PAGE
    )
    assert ids(online) == ["organisation-net", "touchpoint-web"]
    both = GRAPH.subset(DESK, WEB.ref)
    assert [one.id for one in both.chosen] == ["touchpoint-desk", "touchpoint-web"]


def test_bundles_of_what_is_not_there_go() -> None:
    kept = GRAPH.subset("path-hold").graph.settings.coverage.bundles
    assert kept == ((LOAN.id, HOLD.id),)
    assert (
        GRAPH.subset("service-loan", "service-chat", "path-hold").graph.settings == GRAPH.settings
    )


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(
        KeyError, match=r"there is no path-hodl in the model; did you mean path-hold\?"
    ):
        GRAPH.subset("path-hodl")
    with pytest.raises(KeyError, match=r"did you mean service\?"):
        GRAPH.subset("servise")


def test_nothing_leads_nowhere_in_any_part_of_a_real_model() -> None:
    """Nor in its RDF: each address of the model that is an object is a subject too."""
    graph = lg.load(LUMME)
    for element in list(graph)[::5]:
        assert list(broken_links(graph.subset(element).graph)) == [], element.id
    for wanted, used_by in (("path-hold", False), ("organisation-mikkeli", True)):
        triples = lg.to_rdf(graph.subset(wanted, used_by=used_by).graph)
        named = {
            node
            for node in triples.objects()
            if isinstance(node, URIRef) and node.startswith(graph.settings.base)
        }
        assert named - set(triples.subjects()) == set()


def test_the_command_says_what_is_drawn_in(tmp_path: Path) -> None:
    lg.save(GRAPH, tmp_path / "net")
    out = tmp_path / "part.ttl"
    done = lumme("export", tmp_path / "net", "--only", "service-loan", "--used-by", "-o", out)
    assert done.code == 0
    assert done.err.splitlines()[:-1] == [
        "1 element is asked for, and 5 are there because of it",
        "  organisations (2): organisation-net (network of the model), organisation-aava (offered.at of service-loan)",
        "  touchpoints (2): touchpoint-desk (touchpoints of service-loan), touchpoint-web (steps.touchpoint of path-hold)",
        "  service paths (1): path-hold (its service: service-loan)",
    ]
    said = out.read_text(encoding="utf-8")
    assert "service-loan" in said
    assert "service-chat" not in said
    done = lumme("export", tmp_path / "net", "--only", "service-lona", "-o", out)
    assert done.code == 2
    assert "did you mean service-loan?" in done.err


def test_a_part_is_saved_as_a_model_of_its_own(tmp_path: Path) -> None:
    graph = lg.load(LUMME)
    lg.save(graph.subset("path-hold").graph, tmp_path / "part")
    part = lg.load(tmp_path / "part")
    assert part["path-hold"] == graph["path-hold"]
    assert "path-loan" not in part
