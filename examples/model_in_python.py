"""A small model made in Python alone, checked, drawn and saved as text."""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

DESK = lg.Touchpoint(
    id="touchpoint-desk", name={"en": "Desk"}, channel="service-location", standing="illustrative"
)
LOAN = lg.Service(
    id="service-loan", name={"en": "Borrowing"}, touchpoints=[DESK], standing="illustrative"
)
NIGHT = lg.Profile(
    id="profile-night",
    name={"en": "Night reader"},
    relation="user",
    services=[LOAN],
    standing="illustrative",
)
FIRST = lg.Path(
    id="path-first-loan",
    name={"en": "The first loan"},
    profiles=[NIGHT],
    service=LOAN,
    standing="illustrative",
    steps=[
        {
            "id": "ask",
            "action": {"en": "asks for a book after work"},
            "actor": {"kind": "customer"},
            "lane": "customer",
            "touchpoint": DESK,
            "feeling": {"value": -1},
        },
        {
            "id": "find",
            "action": {"en": "finds it and explains the loan"},
            "actor": {"kind": "staff"},
            "lane": "frontstage",
            "touchpoint": DESK,
            "feeling": {"value": 2},
        },
    ],
)


def main(out: Path) -> None:
    """Make the graph, say what is missing, draw the path, save everything as text."""
    settings = lg.Settings(name={"en": "Night library"}, as_of="2026-08-22")
    graph = lg.ServiceGraph([DESK, LOAN, NIGHT, FIRST], settings)
    for finding in lg.check(graph):
        print(f"{finding.element}: {finding.code} {finding.message()}")
    lg.draw(graph, "path-first-loan").save(out / "first-loan.svg")
    lg.save(graph, out / "model")
    print(lg.load(out / "model")[lg.Profile, "profile-night"].name["en"])


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
