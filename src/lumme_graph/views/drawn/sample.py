"""One of everything that has a place in a drawing, for sheets on which all of it is left blank."""

from __future__ import annotations

from typing import Any, Final

from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph

_WORDS: Final = {"en": "…"}
_STEP: Final[dict[str, Any]] = {
    "phase": "phase",
    "action": _WORDS,
    "actor": {"kind": "customer"},
    "touchpoint": "touchpoint-blank",
    "feeling": {"value": 0},
    "thoughts": [{"text": _WORDS}],
    "rule": "rule-blank",
    "practice": "practice-blank",
    "system": _WORDS,
    "duration": "P1D",
    "pains": [_WORDS],
    "gains": [_WORDS],
}
_ELEMENTS: Final[tuple[dict[str, Any], ...]] = (
    {"id": "rule-blank", "name": _WORDS, "description": _WORDS},
    {"id": "practice-blank", "name": _WORDS},
    {"id": "touchpoint-blank", "name": _WORDS, "channel": "service-location"},
    {
        "id": "profile-blank",
        "name": _WORDS,
        "relation": "user",
        "life_situation": _WORDS,
        "channels": [{"touchpoint": "touchpoint-blank", "how_often": "weekly"}],
    },
    {
        "id": "path-blank",
        "name": _WORDS,
        "description": _WORDS,
        "profiles": ["profile-blank"],
        "phases": [{"id": "phase", "name": _WORDS}],
        "steps": [
            {**_STEP, "id": lane, "lane": lane}
            for lane in ("customer", "frontstage", "backstage", "support")
        ],
    },
    {
        "id": "commitment-blank",
        "name": _WORDS,
        "kept_at": ["touchpoint-blank"],
    },
    {
        "id": "promise-blank",
        "name": _WORDS,
        "description": _WORDS,
        "commitments": ["commitment-blank"],
    },
    {"id": "need-blank", "name": _WORDS},
    {"id": "target-blank", "name": _WORDS, "needs": ["need-blank"]},
)


def sample(settings: Settings) -> ServiceGraph:
    """A model with the settings of another, in which each kind of drawing has something in each row."""
    elements = (KINDS[str(data["id"]).partition("-")[0]].model_validate(data) for data in _ELEMENTS)
    return ServiceGraph(elements, settings)
