"""LG29x: what the gates and the baseline of `lumme coverage` can find."""

from __future__ import annotations

from lumme_graph.base.finding import Fault
from lumme_graph.base.text import Label

GATE = Fault(
    "LG290",
    Label(
        "raja {name}{group} ei täyty: {count}, vaaditaan {asked}",
        "the gate {name}{group} is not reached: {count}, {asked} is asked for",
    ),
    Label(
        "sulje aukkoja (ks. mitä kirjoittaa seuraavaksi) tai muuta rajaa",
        "close gaps (see what to write next), or change the gate",
    ),
    "The coverage is lower than `coverage.minimum` in `model.yaml` asks for, or more cells are "
    "missing or stale than allowed. Each kind, library and language is judged by itself.",
)
SHRINK = Fault(
    "LG291",
    Label("tunnettu aukko on suljettu: {gap}", "a known gap is closed: {gap}"),
    Label("pienennä vertailutasoa: --update-baseline", "shrink the baseline: --update-baseline"),
    "A gap of the baseline is covered now, or is no cell any more. Taking it out of the baseline "
    "keeps it from opening again unnoticed.",
)
EMPTY = Fault(
    "LG292",
    Label(
        "raja {name}{group}: mitään ei ole katettavana",
        "the gate {name}{group}: there is nothing to cover",
    ),
    Label(
        "poista raja, tai salli se: allow_empty: true",
        "remove the gate, or allow it: allow_empty: true",
    ),
    "A gate is set on a count of nothing. A full guide and an empty model must not look alike.",
)
NEW_GAP = Fault(
    "LG293",
    Label("uusi aukko: {gap} ({state})", "a new gap: {gap} ({state})"),
    Label(
        "kata se, tai hyväksy se: --accept-new ja syy",
        "cover it, or accept it: --accept-new with a reason",
    ),
    "A cell is a gap that the baseline does not know.",
)
FAULTS = (GATE, SHRINK, EMPTY, NEW_GAP)
