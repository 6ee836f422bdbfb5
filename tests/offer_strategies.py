"""Small networks in which all that decides of offers, coverage and adoption happens often.

Few places, few days, few items: memberships through sub-networks, rings too; uncertain days;
branches that open and close; statements that contradict each other; narrow sections and waivers.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph

BASE = "https://example.org/random/"
NET = "organisation-net"
LIBRARIES = tuple(f"organisation-{name}" for name in ("a", "b", "c"))
WHOLES = ("organisation-east", "organisation-lake", NET)
SPOTS = ("branch-a", "branch-b", "branch-net", "vehicle-a", "vehicle-east")
PLACES = (*LIBRARIES, *WHOLES, *SPOTS)
ITEMS = ("service-x", "service-y", "touchpoint-x", "profile-x", "commitment-x", "path-x")
YEARS = ("2010", "2015", "2020", "2025")

_DAYS = st.one_of(
    st.sampled_from(YEARS),
    st.sampled_from(YEARS).map(lambda year: f"{year}-06-15"),
    st.sampled_from(YEARS).map(lambda year: {"earliest": f"{year}-01-01"}),
    st.sampled_from(YEARS).map(lambda year: {"latest": f"{year}-12-31"}),
    st.tuples(st.sampled_from(YEARS), st.sampled_from(YEARS)).map(
        lambda years: {"earliest": f"{min(years)}-03-01", "latest": f"{max(years)}-09-30"}
    ),
)


def _with_days(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Fields, sometimes with a first and a last day."""
    days = st.none() | _DAYS
    return st.fixed_dictionaries(fields, optional={"from": days, "to": days}).map(
        lambda made: {name: value for name, value in made.items() if value is not None}
    )


def _some(values: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    """A few records; each has an id, so that their keys never clash."""
    return st.lists(values, max_size=most).map(
        lambda made: [{**one, "id": f"n{number}"} for number, one in enumerate(made)]
    )


def _ids(values: tuple[str, ...], most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


_MEMBERSHIPS = _some(_with_days(of=st.sampled_from(WHOLES)), 2)
_OFFERS = _some(_with_days(at=st.sampled_from(PLACES), **{"is": st.sampled_from(["yes", "no"])}), 4)
_WAIVERS = _some(
    st.fixed_dictionaries(
        {"reason": st.just("none")},
        optional={
            "at": st.sampled_from((*LIBRARIES, *WHOLES)),
            "language": st.sampled_from(["fi", "en"]),
            "until": st.sampled_from(["2014-12-31", "2022-12-31"]),
        },
    ),
    1,
)
_WHERE = (*LIBRARIES, *WHOLES)


def _narrow(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(fields, optional={"scope": _ids(_WHERE), "except": _ids(_WHERE)})


def _element(id_: str, **fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"id": st.just(id_), "name": st.just({"en": id_}), **fields})


def _organisations() -> list[st.SearchStrategy[dict[str, Any]]]:
    types = {NET: st.just("network")}
    wholes = [
        _element(
            id_,
            type=types.get(id_, st.sampled_from(["sub-network", "network"])),
            memberships=_MEMBERSHIPS,
        )
        for id_ in WHOLES
    ]
    return wholes + [
        _element(id_, type=st.just("library"), memberships=_MEMBERSHIPS) for id_ in LIBRARIES
    ]


def _spots() -> list[st.SearchStrategy[dict[str, Any]]]:
    def owner(id_: str) -> st.SearchStrategy[str]:
        return st.just(f"organisation-{id_.partition('-')[2]}")

    lives = {"from": st.none() | _DAYS, "to": st.none() | _DAYS}
    return [
        _element(id_, organisation=owner(id_), type=st.just("bookmobile"))
        if id_.startswith("vehicle")
        else _element(id_, organisation=owner(id_), type=st.just("branch"), **lives)
        for id_ in SPOTS
    ]


_MORE: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "touchpoint": {"channel": st.just("phone")},
    "profile": {"relation": st.just("user")},
    "path": {"state": st.sampled_from(["as-is", "to-be"]), "steps": st.just([])},
}


def _items() -> list[st.SearchStrategy[dict[str, Any]]]:
    lives = {"from": st.none() | _DAYS, "to": st.none() | _DAYS}
    return [
        _element(
            id_,
            offered=_OFFERS,
            waive=_WAIVERS,
            **lives,
            **_MORE.get(id_.partition("-")[0], {}),
        )
        for id_ in ITEMS
    ]


def _item_of(cover: dict[str, Any]) -> str:
    return str(cover["item"])


def _sections() -> list[st.SearchStrategy[dict[str, Any]]]:
    reviews = st.none() | st.sampled_from(["2:0123456789abcdef", "1:0123456789abcdef"]).map(
        lambda seen: {"date": "2020-01-01", "fp": seen}
    )
    links: dict[str, st.SearchStrategy[Any]] = {
        "item": st.sampled_from(ITEMS),
        "reviewed": reviews,
    }
    covers = st.lists(
        st.fixed_dictionaries(
            links,
            optional={"scope": _ids(_WHERE), "except": _ids(_WHERE)},
        ),
        max_size=3,
        unique_by=_item_of,
    )
    exceptions = _some(
        st.fixed_dictionaries(
            {
                "at": st.sampled_from(_WHERE),
                "text": st.just({"en": "x"}),
                "not_offered": _ids(ITEMS, 1),
            }
        ),
        1,
    )
    bodies = st.dictionaries(st.sampled_from(["fi", "en", "sv"]), st.just("words"), max_size=2)
    return [
        _narrow(
            id=st.just(f"section-{number}"),
            name=st.just({"en": "Section"}),
            status=st.sampled_from(["draft", "published", "published"]),
            covers=covers,
            exceptions=exceptions,
            body=bodies.map(lambda body: body or None),
        )
        for number in range(3)
    ]


def _practices() -> list[st.SearchStrategy[dict[str, Any]]]:
    states = st.sampled_from(["adopted", "not-adopted"])
    records = _some(_with_days(at=st.sampled_from(_WHERE), **{"is": states}), 4)
    return [_element(f"practice-{name}", adopted=records) for name in ("x", "y")]


def _settings(day: str, network: str | None, unknown: str, unreviewed: str) -> Settings:
    return Settings.model_validate(
        {
            "base": BASE,
            "as_of": day,
            "network": network,
            "languages": {"required": ["fi", "en"], "optional": ["sv"]},
            "coverage": {"unknown": unknown, "unreviewed": unreviewed},
        }
    )


def _made(found: dict[str, Any]) -> KeptElement:
    kept = {name: value for name, value in found.items() if value is not None}
    return KINDS[str(found["id"]).partition("-")[0]].model_validate(kept)


@st.composite
def offering(draw: st.DrawFn) -> ServiceGraph:
    """A network with what is offered, covered and adopted in it."""
    parts = [*_organisations(), *_spots(), *_items(), *_sections(), *_practices()]
    settings = _settings(
        draw(st.sampled_from(["2012-06-15", "2015-06-15", "2020-06-15", "2024-01-01"])),
        draw(st.sampled_from([NET, NET, NET, None])),
        draw(st.sampled_from(["apart", "gap"])),
        draw(st.sampled_from(["covered", "stale"])),
    )
    return ServiceGraph([_made(draw(part)) for part in parts], settings)
