"""Adoption as a heat map: practices against the libraries of the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lumme_graph.analysis.adoption import Adopted, adoptions
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import AdoptionState, Practice, PracticeState
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.empty import NO_LIBRARIES, NONE_OF, nothing
from lumme_graph.views.grid import (
    DOT,
    Grid,
    GridCell,
    GridColumn,
    GridGroup,
    GridRow,
    LegendKey,
    Note,
)

ID = "adoption"
_UNKNOWN = Label("unknown")
_ROLES: dict[Truth, tuple[str, str, Message]] = {
    True: (AdoptionState.ADOPTED.value, "●", AdoptionState.ADOPTED.label),
    False: (AdoptionState.NOT_ADOPTED.value, "○", AdoptionState.NOT_ADOPTED.label),
    None: ("unknown", "?", _UNKNOWN),
}
"""The role, sign and words of each state."""

_TITLE = Label("Adoption of practices")
_MODEL = Label("Model")
_AS_OF = Label("As of")
_KNOWN = Label("Adopted of the known")
_NOT_KNOWN = Label("Unknown")
_ROW = Label("Practice, adopted")
_YEAR = Label("year")
_GROUPS = {
    PracticeState.AS_IS: Label("Practices as found"),
    PracticeState.UNIFIED: Label("Unified practices"),
}
_LEGEND = Label(
    "’17: the record holds from 2017; ≤’17: from then at the latest; –’17: until then; D: derived from its beginning later. 7/9: adopted / known; ?4: unknown of four."
)
_LACKING = Counted("Unknown: {n} cell", "Unknown: {n} cells")
_ALL = Label("all {n}")
_FROM = Label("from {day}")
_TO = Label("until {day}")
_DERIVED = Label("D derived")
_BEGINS = Label("begins {day}")


class _Line(NamedTuple):
    """A practice with its state at each library, in their order."""

    practice: Practice
    found: tuple[Adopted, ...]


def adoption_map(graph: ServiceGraph, speak: Speaker) -> Grid:
    """Which libraries have adopted which practices on the model's day."""
    settings = graph.settings
    day = Day.of(graph)
    here = day.libraries
    lines: list[_Line] = []
    for practice in graph.all(Practice):
        states = adoptions(day)[practice.id]
        lines.append(_Line(practice, tuple(states[library.id] for library in here)))
    heads = [speak(short_label(graph, library)) for library in here]
    found = [one for line in lines for one in line.found]
    return Grid(
        id=ID,
        kind=ID,
        speak=speak,
        title=speak(_TITLE),
        facts=(*_facts(graph, found, speak), *_empty(lines, here, speak)),
        corner=speak(_ROW),
        parts=(speak(_YEAR).shown,),
        columns=tuple(_columns(here, heads, lines)),
        groups=tuple(_groups(lines, heads, speak)),
        keys=tuple(
            LegendKey(role, sign, "", speak(meaning)) for role, sign, meaning in _ROLES.values()
        ),
        legend=speak(_LEGEND),
        notes_title=speak(_LACKING, n=_unknown(found)),
        notes=tuple(_notes(lines, heads, speak)),
        footer=(speak(settings.statement),) if settings.statement else (),
    )


def _empty(
    lines: list[_Line], here: Sequence[Organisation], speak: Speaker
) -> tuple[tuple[Said, Said], ...]:
    """That there is nothing to show, where a side of the map is empty."""
    if not lines:
        return nothing(speak, NONE_OF, Practice.kind.plural)
    return () if here else nothing(speak, NONE_OF, NO_LIBRARIES)


def _facts(
    graph: ServiceGraph, found: list[Adopted], speak: Speaker
) -> tuple[tuple[Said, Said], ...]:
    return (
        (speak(_MODEL), speak(graph.settings.name)),
        (speak(_AS_OF), speak(graph.settings.as_of)),
        (speak(_KNOWN), speak(_fraction(found))),
        (speak(_NOT_KNOWN), speak(_unknown(found))),
    )


def _columns(
    here: Iterable[Organisation], heads: list[Said], lines: list[_Line]
) -> Iterator[GridColumn]:
    for at, (library, head) in enumerate(zip(here, heads, strict=True)):
        yield GridColumn(library.id, head, _total([line.found[at] for line in lines]))


def _groups(lines: list[_Line], heads: list[Said], speak: Speaker) -> Iterator[GridGroup]:
    for state, label in _GROUPS.items():
        mine = [line for line in lines if line.practice.state is state]
        if mine:
            total = _total([one for line in mine for one in line.found])
            rows = tuple(_row(line, heads, speak) for line in mine)
            yield GridGroup(state.value, speak(label), total, rows)


def _row(line: _Line, heads: list[Said], speak: Speaker) -> GridRow:
    name = speak(line.practice.name)
    cells = tuple(
        (_cell(one, f"{name.shown}, {head.shown}", speak),)
        for one, head in zip(line.found, heads, strict=True)
    )
    return GridRow(line.practice.id, name, _total(line.found), cells)


def _cell(one: Adopted, where: str, speak: Speaker) -> GridCell:
    role, _, meaning = _ROLES[one.state]
    derived = speak(_DERIVED).shown if one.derived else ""
    said = [f"{where}: {speak(meaning).shown}", *filter(None, [_day(one, speak), derived])]
    return GridCell(role, f"{_year(one)} D" if one.derived else _year(one), ", ".join(said))


def _year(one: Adopted) -> str:
    """The year of the record that decides, as short as a cell asks; none where nothing is known."""
    record = one.record
    if record is None or one.state is None:
        return ""
    if one.derived or (record.from_ is None and record.to is not None):
        day = record.from_ if one.derived else record.to
        until = (day.earliest or day.latest) if day else None
        return f"–{_two(until)}" if until else ""
    return _short(record.from_) if record.from_ else ""


def _short(day: UncertainDate) -> str:
    first, last = day.earliest, day.latest
    if last is None:
        return f"≥{_two(first)}" if first else ""
    return _two(last) if first and first.year == last.year else f"≤{_two(last)}"


def _two(day: date) -> str:
    """A year by its last two digits, for four do not fit beside the sign."""
    return f"’{day.year % 100:02}"


def _day(one: Adopted, speak: Speaker) -> str:
    """The days of the record, in full."""
    record = one.record
    if record is None:
        return ""
    start = _BEGINS if one.derived else _FROM
    told = [(start, record.from_), (_TO, None if one.derived else record.to)]
    return ", ".join(speak(label, day=day).shown for label, day in told if day)


def _notes(lines: list[_Line], heads: list[Said], speak: Speaker) -> Iterator[Note]:
    """Each practice with the libraries of which nothing is known."""
    for line in lines:
        open_ = [h for one, h in zip(line.found, heads, strict=True) if one.state is None]
        if open_:
            whole = len(open_) == len(heads) > 1
            at: Sayable = _ALL.fill(n=len(open_)) if whole else ", ".join(h.shown for h in open_)
            words = Joined((line.practice.name, f" ({line.practice.id}){DOT}", at), "")
            yield Note(_ROLES[None][0], line.practice.id, speak(words))


def _unknown(found: Iterable[Adopted]) -> int:
    return sum(one.state is None for one in found)


def _fraction(found: Iterable[Adopted]) -> str:
    known = [one.state for one in found if one.state is not None]
    return f"{sum(known)}/{len(known)}"


def _total(found: Iterable[Adopted]) -> str:
    """Adopted of the known, and how many are unknown."""
    states = tuple(found)
    unknown = _unknown(states)
    return _fraction(states) + (f" ?{unknown}" if unknown else "")
