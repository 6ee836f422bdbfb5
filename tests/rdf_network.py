"""A small invented network, with every kind of element and of value in it."""

from __future__ import annotations

from typing import Any

from lumme_graph.elements import KINDS
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import Settings
from lumme_graph.graph import ServiceGraph

BASE = "https://example.org/river/"

SETTINGS: dict[str, Any] = {
    "name": {"en": "River services", "fi": "Jokipalvelut"},
    "statement": {"fi": "Keksitty.", "en": "Invented."},
    "network": "organisation-river",
    "base": BASE,
    "languages": {"required": ["fi", "en"], "optional": ["sv"]},
    "as_of": "2026-08-22",
}

ELEMENTS: list[dict[str, Any]] = [
    {
        "id": "source-rules",
        "citation": "User rules",
        "url": "https://example.org/säännöt?a=1",
        "type": "web-page",
        "published": "2021",
        "read": "2026-08",
        "note": "never written",
        "suppress": [{"code": "LG709", "reason": "nor this"}],
    },
    {
        "id": "municipality-alder",
        "name": {"sv": "Al", "fi": "Leppä", "en": "Alder"},
        "code": "001",
        "same_as": "http://example.org/kunta/001",
    },
    {"id": "municipality-birch", "name": {"fi": "Koivu", "en": "Birch"}},
    {
        "id": "organisation-river",
        "name": {"fi": "Jokikirjastot", "en": "River Libraries"},
        "type": "network",
    },
    {
        "id": "organisation-alder",
        "name": {"fi": "Lepän kirjasto", "en": "Alder Library"},
        "former_names": [{"name": {"fi": "Lepän kirjasto ja arkisto"}, "to": "2018"}],
        "type": "library",
        "municipalities": ["municipality-alder"],
        "memberships": [{"of": "organisation-river", "from": {"latest": "2017-12-31"}}],
        "contacts": [{"type": "web", "value": "https://example.org/alder"}],
    },
    {
        "id": "organisation-birch",
        "name": {"fi": "Koivun kirjasto", "en": "Birch Library"},
        "type": "library",
        "municipalities": ["municipality-birch"],
        "memberships": [{"of": "organisation-river"}],
        "buys_from": [{"seller": "organisation-alder", "from": "2020-01", "to": "2021-06-30"}],
    },
    {
        "id": "organisation-school",
        "name": {"fi": "Koulu", "en": "School"},
        "type": "partner",
    },
    {
        "id": "branch-alder",
        "name": {"fi": "Lepän pääkirjasto", "en": "Alder main library"},
        "organisation": "organisation-alder",
        "type": "main",
        "municipality": "municipality-alder",
        "street": "Rantatie 1",
        "latitude": 61.6454651,
        "longitude": 27.0732112,
        "identifiers": [{"scheme": "directory", "value": "12345"}],
        "listed": [{"name": "Näyttelyt / galleria."}],
        "accessibility": [{"fi": "Luiska", "en": "Ramp"}, {"fi": "Hissi", "en": "Lift"}],
        "to": {"earliest": "2026-08-22"},
    },
    {
        "id": "vehicle-otter",
        "name": {"fi": "Saukko", "en": "Otter"},
        "organisation": "organisation-birch",
        "type": "bookmobile",
        "in_use": [{"from": "2007"}, {"to": "2007"}],
    },
    {
        "id": "role-coordinator",
        "name": {"fi": "Koordinaattori", "en": "Coordinator"},
        "leadership": "network",
        "assignments": [{"at": "organisation-river", "from": "2020"}],
    },
    {
        "id": "touchpoint-desk",
        "name": {"fi": "Palvelupiste", "en": "Service desk"},
        "channel": "service-location",
    },
    {
        "id": "touchpoint-machine",
        "name": {"fi": "Automaatti", "en": "Machine"},
        "channel": "device",
        "waive": [{"language": "sv", "reason": "none", "until": "2027-01-01"}],
    },
    {
        "id": "service-loan",
        "name": {"fi": "Lainaus", "en": "Borrowing"},
        "description": {"fi": "Kirjat kotiin.", "en": "Books to take home."},
        "touchpoints": ["touchpoint-desk", "touchpoint-machine", "touchpoint-desk"],
        "facts": [{"key": "loan_days", "value": "28", "unit": "day", "standing": "sourced"}],
        "service_class": "P25.1",
        "subjects": ["http://www.yso.fi/onto/yso/p8431"],
        "offered": [{"at": "branch-alder", "is": "yes", "standing": "sourced"}],
        "standing": "derived",
        "sources": ["source-rules"],
        "derivation": {"en": "From the rules."},
    },
    {"id": "service-advice", "name": {"fi": "Neuvonta", "en": "Advice"}},
    {
        "id": "profile-family",
        "name": {"fi": "Perhe", "en": "Family"},
        "relation": "user",
        "tasks": [{"fi": "Lukea", "en": "To read"}, {"fi": "Lukea"}],
        "services": ["service-loan"],
        "evidence": [{"source": "source-rules", "date": "2019-05", "n": 0}],
    },
    {
        "id": "path-hold",
        "name": {"fi": "Varaus", "en": "Reserving"},
        "profiles": ["profile-family"],
        "service": "service-loan",
        "phases": [{"id": "get", "name": {"fi": "Saa", "en": "Get"}}],
        "steps": [
            {
                "id": "ask",
                "phase": "get",
                "action": {"fi": "kysyy", "en": "asks"},
                "actor": {"kind": "customer"},
                "lane": "customer",
                "touchpoint": "touchpoint-desk",
                "feeling": {"value": -1, "standing": "illustrative"},
                "next": [
                    {"to": "take", "when": {"fi": "jos on", "en": "if there"}},
                    {"to": "wait"},
                ],
            },
            {
                "id": "wait",
                "action": {"fi": "odottaa", "en": "waits"},
                "actor": {"kind": "customer", "ref": "profile-family"},
                "lane": "customer",
                "duration": "P1DT12H",
                "standing": "illustrative",
            },
            {
                "id": "take",
                "action": {"fi": "noutaa", "en": "takes"},
                "actor": {"kind": "customer"},
                "lane": "customer",
            },
        ],
    },
    {
        "id": "commitment-help",
        "name": {"fi": "Saat apua", "en": "You get help"},
        "basis": [{"type": "law", "text": {"en": "The act."}}],
        "standard": {"metric": {"en": "Wait"}, "operator": "<=", "target": 7.5, "unit": "min"},
        "kept_at": ["touchpoint-desk"],
        "for": ["profile-family"],
        "owner": "role-coordinator",
    },
    {
        "id": "promise-river",
        "name": {"fi": "Lupaus", "en": "Promise"},
        "commitments": ["commitment-help"],
    },
    {
        "id": "section-help",
        "name": {"fi": "Apua", "en": "Help"},
        "status": "published",
        "informative": True,
        "covers": [
            {"item": "commitment-help"},
            {
                "item": "service-advice",
                "reviewed": {"fp": "1:0123456789abcdef", "date": "2026-08-22"},
            },
        ],
        "body": {"fi": "Kysy *meiltä*.\n", "en": 'Ask "us".\n'},
    },
    {
        "id": "section-loans",
        "name": {"fi": "Lainat", "en": "Loans"},
        "status": "planned",
        "covers": [{"item": "service-loan", "scope": ["organisation-alder"]}],
        "translations": [{"language": "en", "fp": "1:0123456789abcdef"}],
        "exceptions": [{"at": "organisation-birch", "text": {"en": "Not there."}}],
    },
    {
        "id": "guide-river",
        "name": {"fi": "Opas", "en": "Guide"},
        "sections": ["section-help", "section-loans"],
    },
]


def element(data: dict[str, Any]) -> KeptElement:
    """An element of the kind that its id says."""
    return KINDS[str(data["id"]).partition("-")[0]].model_validate(data)


def river() -> ServiceGraph:
    """The network of two libraries on the river."""
    settings = Settings.model_validate(SETTINGS)
    return ServiceGraph([element(data) for data in ELEMENTS], settings)
