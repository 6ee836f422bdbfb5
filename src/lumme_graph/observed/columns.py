"""Which columns of a log say the case, the step and the time: taken when certain, else asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from lumme_graph.base.guess import nearest
from lumme_graph.observed.log_file import LogFile
from lumme_graph.observed.result import ObservedError

_CALLED: Final = {
    "case": """case, case id, case key, case number, case no, caseid, case concept name, journey,
        journey id, trace, trace id, session, session id, visit, visit id, tapaus, tapaus id,
        tapaustunnus, tapausnumero, asiointi, asiointi id, asiointitunnus, istunto, ärende,
        ärende id, ärendenummer, fall, fall id""",
    "step": """step, step id, touchpoint, touchpoint id, activity, event, task, concept name, vaihe,
        askel, toiminto, kosketuspiste, tapahtuma, steg, kontaktpunkt, aktivitet, händelse""",
    "time": """time, timestamp, date time, datetime, date, when, event time, start time,
        time timestamp, aika, aikaleima, ajankohta, päivä, päivämäärä, pvm, tid, tidpunkt,
        tidsstämpel, datum""",
}
"""What columns of each meaning are called, in English, Finnish and Swedish."""

MEANINGS: Final = tuple(_CALLED)


class LogColumns(NamedTuple):
    """The places of the three columns that are read."""

    case: int
    step: int
    time: int


def columns(log: LogFile, case: str | None, step: str | None, time: str | None) -> LogColumns:
    """The columns that are named, and for the others the only one that is called so.

    Raises `ObservedError` where one is not there, or none or several are called so.
    """
    wanted = dict(zip(MEANINGS, (case, step, time), strict=True))
    named = {what: _named(log, what, name) for what, name in wanted.items() if name is not None}
    free = [at for at in range(len(log.columns)) if at not in named.values()]
    found = {what: named.get(what, -1) for what in MEANINGS}
    missing: list[str] = []
    for what in MEANINGS:
        if what not in named:
            able = [at for at in free if _plain(log.columns[at]) in _words(what)]
            if len(able) == 1:
                found[what] = able[0]
            else:
                missing.append(_asked(log, what, able))
    if missing:
        there = ", ".join(_shown(log.columns))
        raise ObservedError(f"{log.path}: say {'; '.join(missing)}; the columns are {there}")
    if len(set(found.values())) < len(found):
        raise ObservedError(f"{log.path}: case, step and time are three columns; name each once")
    return LogColumns(**found)


def _named(log: LogFile, what: str, name: str) -> int:
    same = [at for at, one in enumerate(log.columns) if one == name]
    same = same or [at for at, one in enumerate(log.columns) if _plain(one) == _plain(name)]
    if len(same) == 1:
        return same[0]
    if same:
        raise ObservedError(
            f"{log.path}: {len(same)} columns are called {name}; give them other names"
        )
    guess = nearest(name, log.columns)
    more = f"did you mean {guess}?" if guess else f"there are {', '.join(_shown(log.columns))}"
    raise ObservedError(f"{log.path}: there is no column {name} for the {what}; {more}")


def _asked(log: LogFile, what: str, able: Sequence[int]) -> str:
    """What to say on the command line of a column that is not certain, with what comes near."""
    if able:
        names = " or ".join(log.columns[at] for at in able)
        return f"which column is the {what}: --{what} {names}"
    guesses = (nearest(_plain(one), _words(what)) for one in log.columns)
    near = next((one for one, guess in zip(log.columns, guesses, strict=True) if guess), None)
    return f"--{what} COLUMN" + (f" (perhaps {near})" if near else "")


def _shown(names: Sequence[str]) -> list[str]:
    cut = [name[:_LONGEST] for name in names[:_MOST]]
    return [*cut, f"and {len(names) - _MOST} more"] if len(names) > _MOST else cut


_LONGEST: Final = 40
_MOST: Final = 20


def _plain(name: str) -> str:
    return " ".join(re.split(r"[\W_]+", name.casefold())).strip()


def _words(what: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in _CALLED[what].split(","))
