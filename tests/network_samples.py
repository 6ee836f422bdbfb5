"""Generated networks, promises and chains to draw: none to many, with hostile and long names."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from judged import NET, graph_of

import lumme_graph as lg

WORDS = (
    "Library",
    "town",
    "of the",
    "Pieksämäki",
    "kaukopalvelupyyntölomakekirjastokimppajärjestelmäpalveluntuottaja",
    "<b>&amp;</b>",
    "العربية",
    "ספרייה",
)
FLOWS = ("service", "material", "money", "information", "work")


def name(random: Random, number: int, long: float = 0.0) -> dict[str, str]:
    if random.random() < long:
        return {"en": f"{number} {'a long name of a library ' * 16}"[:400].strip()}
    return {"en": " ".join([str(number), *random.choices(WORDS, k=random.randint(1, 3))])}


def network_of(
    seed: int,
    *,
    members: int = 0,
    others: int = 0,
    former: int = 0,
    areas: int = 0,
    buys: int = 0,
    gives: int = 0,
    long: float = 0.0,
) -> lg.ServiceGraph:
    """A network with so many of each; about half the members are in an area."""
    random = Random(seed)  # noqa: S311 - samples, no secrets
    wholes = [{"id": f"organisation-area{n}", "type": "sub-network"} for n in range(areas)]
    inside = [_library(random, n, wholes, long) for n in range(members)]
    outside = [
        {"id": f"organisation-p{n}", "type": "partner", "name": name(random, n, long)}
        for n in range(others)
    ]
    gone = [
        {
            **_library(random, 1000 + n, (), long),
            "memberships": [{"of": NET["id"], "to": "2020-01-01"}],
        }
        for n in range(former)
    ]
    everyone: list[dict[str, Any]] = [*inside, *outside, *gone]
    for _ in range(buys if members > 1 else 0):
        buyer, seller = random.sample(inside, 2)
        buyer.setdefault("buys_from", []).append({"seller": seller["id"]})
    for _ in range(gives if len(everyone) > 1 else 0):
        giver, receiver = random.sample(everyone, 2)
        flow = {"to_whom": receiver["id"], "type": random.choice(FLOWS)}
        if random.random() < 0.5:
            flow["what"] = {"en": "boxes that go between the libraries"}
        giver.setdefault("gives", []).append(flow)
    return graph_of(*wholes, *everyone)


def _library(
    random: Random, number: int, wholes: Sequence[dict[str, str]], long: float
) -> dict[str, Any]:
    memberships = [{"of": NET["id"]}]
    if wholes and random.random() < 0.5:
        memberships.append({"of": random.choice(wholes)["id"]})
    return {
        "id": f"organisation-m{number}",
        "type": "library",
        "name": name(random, number, long),
        "memberships": memberships,
    }


def promise_of(seed: int, *, commitments: int, places: int, long: float = 0.0) -> lg.ServiceGraph:
    """A promise of so many commitments, each kept at up to so many touchpoints."""
    random = Random(seed)  # noqa: S311 - samples, no secrets
    spots = [
        {"id": f"touchpoint-t{n}", "channel": "phone", "name": name(random, n, long)}
        for n in range(places)
    ]
    made = [
        {
            "id": f"commitment-c{n}",
            "name": name(random, n, long),
            "standard": {"metric": name(random, n, long), "target": n, "unit": "day"},
            "kept_at": [one["id"] for one in random.sample(spots, random.randint(0, places))],
            "customer_part": name(random, n, long),
        }
        for n in range(commitments)
    ]
    whole = {"id": "promise-p", "commitments": [one["id"] for one in made]}
    return graph_of(*spots, *made, whole)


def chain_of(
    seed: int, *, needs: int, targets: int, actions: int, long: float = 0.0
) -> lg.ServiceGraph:
    """Needs with targets and actions that serve one or two of them, some after decisions."""
    random = Random(seed)  # noqa: S311 - samples, no secrets
    wanted = [{"id": f"need-n{n}", "name": name(random, n, long)} for n in range(needs)]
    aims = [
        {
            "id": f"target-t{n}",
            "name": name(random, n, long),
            "needs": [random.choice(wanted)["id"]] if wanted else [],
        }
        for n in range(targets)
    ]
    decided = [
        {
            "id": f"decision-d{n}",
            "name": name(random, n, long),
            "date": "2024-05-01",
            "targets": [one["id"]],
        }
        for n, one in enumerate(aims[::3])
    ]
    acts = [
        {
            "id": f"action-a{n}",
            "name": name(random, n, long),
            "targets": [
                one["id"] for one in random.sample(aims, min(len(aims), random.randint(0, 2)))
            ],
            **({"decision": random.choice(decided)["id"]} if decided and n % 2 else {}),
        }
        for n in range(actions)
    ]
    return graph_of(*wanted, *aims, *decided, *acts)
