"""A small model made in Python alone, checked, drawn and saved as text."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import lumme_graph as lg

INVENTED = lg.Standing.ILLUSTRATIVE
DESK = lg.Touchpoint(
    id="touchpoint-desk",
    name=lg.Text(en="Desk"),
    channel=lg.ChannelType.SERVICE_LOCATION,
    standing=INVENTED,
)
LOAN = lg.Service(
    id="service-loan",
    name=lg.Text(en="Borrowing"),
    touchpoints=(lg.Ref(DESK.id),),
    standing=INVENTED,
)
NIGHT = lg.Profile(
    id="profile-night",
    name=lg.Text(en="Night reader"),
    relation=lg.Relation.USER,
    services=(lg.Ref(LOAN.id),),
    standing=INVENTED,
)
FIRST = lg.Path(
    id="path-first-loan",
    name=lg.Text(en="The first loan"),
    profiles=(lg.Ref(NIGHT.id),),
    service=lg.Ref(LOAN.id),
    standing=INVENTED,
    steps=(
        lg.Step(
            id="ask",
            action=lg.Text(en="asks for a book after work"),
            actor=lg.Actor(kind_=lg.ActorKind.CUSTOMER),
            lane=lg.Lane.CUSTOMER,
            touchpoint=lg.Ref(DESK.id),
            feeling=lg.Feeling(value=-1),
        ),
        lg.Step(
            id="find",
            action=lg.Text(en="finds it and explains the loan"),
            actor=lg.Actor(kind_=lg.ActorKind.STAFF),
            lane=lg.Lane.FRONTSTAGE,
            touchpoint=lg.Ref(DESK.id),
            feeling=lg.Feeling(value=2),
        ),
    ),
)


def main(out: Path) -> None:
    """Make the graph, say what is missing, draw the path, save everything as text."""
    settings = lg.Settings(name=lg.Text(en="Night library"), as_of=date(2026, 8, 22))
    graph = lg.ServiceGraph([DESK, LOAN, NIGHT, FIRST], settings)
    for finding in lg.check(graph):
        print(f"{finding.element}: {finding.code} {finding.message()}")
    lg.draw(graph, "path-first-loan").save(out / "first-loan.svg")
    lg.save(graph, out / "model")
    print(lg.load(out / "model")[lg.Profile, "profile-night"].name["en"])


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out"))
