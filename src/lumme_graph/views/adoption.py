"""Adoption as a heat map: practices against the libraries of the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lumme_graph.analysis.adoption import Adopted, adoptions
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.truth import Truth
from lumme_graph.elements.offer import AdoptionState, Practice, PracticeState
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.empty import NO_LIBRARIES, NONE_OF, nothing
from lumme_graph.views.grid import Cell, Column, Grid, Group, Key, Note, Row
from lumme_graph.views.network import Words
from lumme_graph.views.speaker import Speaker

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


def adoption_map(graph: ServiceGraph, lang: str) -> Grid:
    """Which libraries have adopted which practices on the model's day."""
    speak, settings = Speaker(graph, lang), graph.settings
    day = Day.of(graph)
    here = day.libraries
    lines: list[_Line] = []
    for practice in graph.all(Practice):
        states = adoptions(day)[practice.id]
        lines.append(_Line(practice, tuple(states[library.id] for library in here)))
    heads = [speak.label(short_label(graph, library)) for library in here]
    found = [one for line in lines for one in line.found]
    return Grid(
        id=ID,
        kind=ID,
        lang=lang,
        title=speak.label(_TITLE),
        facts=(*_facts(graph, found, speak), *_empty(lines, here, lang)),
        corner=speak.label(_ROW),
        parts=(_YEAR.say(lang),),
        columns=tuple(_columns(here, heads, lines)),
        groups=tuple(_groups(lines, heads, speak)),
        keys=tuple(
            Key(role, sign, "", speak.label(meaning)) for role, sign, meaning in _ROLES.values()
        ),
        legend=speak.label(_LEGEND),
        notes_title=speak.label(_LACKING, n=_unknown(found)),
        notes=tuple(_notes(lines, heads, speak)),
        footer=(speak.text(settings.statement),) if settings.statement else (),
    )


def _empty(
    lines: list[_Line], here: Sequence[Organisation], lang: str
) -> tuple[tuple[Words, Words], ...]:
    """That there is nothing to show, where a side of the map is empty."""
    if not lines:
        return nothing(lang, NONE_OF, Practice.kind.plural)
    return () if here else nothing(lang, NONE_OF, NO_LIBRARIES)


def _facts(
    graph: ServiceGraph, found: list[Adopted], speak: Speaker
) -> tuple[tuple[Words, Words], ...]:
    return (
        (speak.label(_MODEL), speak.text(graph.settings.name)),
        (speak.label(_AS_OF), speak.plain(graph.settings.as_of.isoformat())),
        (speak.label(_KNOWN), speak.plain(_fraction(found))),
        (speak.label(_NOT_KNOWN), speak.plain(str(_unknown(found)))),
    )


def _columns(
    here: Iterable[Organisation], heads: list[Words], lines: list[_Line]
) -> Iterator[Column]:
    for at, (library, head) in enumerate(zip(here, heads, strict=True)):
        yield Column(library.id, head, _total([line.found[at] for line in lines]))


def _groups(lines: list[_Line], heads: list[Words], speak: Speaker) -> Iterator[Group]:
    for state, label in _GROUPS.items():
        mine = [line for line in lines if line.practice.state is state]
        if mine:
            total = _total([one for line in mine for one in line.found])
            rows = tuple(_row(line, heads, speak) for line in mine)
            yield Group(state.value, speak.label(label), total, rows)


def _row(line: _Line, heads: list[Words], speak: Speaker) -> Row:
    name = speak.text(line.practice.name)
    cells = tuple(
        (_cell(one, f"{name.text}, {head.text}", speak),)
        for one, head in zip(line.found, heads, strict=True)
    )
    return Row(line.practice.id, name, _total(line.found), cells)


def _cell(one: Adopted, where: str, speak: Speaker) -> Cell:
    role, _, meaning = _ROLES[one.state]
    derived = _DERIVED.say(speak.lang) if one.derived else ""
    said = [f"{where}: {meaning.say(speak.lang)}", *filter(None, [_day(one, speak), derived])]
    return Cell(role, f"{_year(one)} D" if one.derived else _year(one), ", ".join(said))


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
    return ", ".join(label.say(speak.lang, day=day) for label, day in told if day)


def _notes(lines: list[_Line], heads: list[Words], speak: Speaker) -> Iterator[Note]:
    """Each practice with the libraries of which nothing is known."""
    for line in lines:
        open_ = [h.text for one, h in zip(line.found, heads, strict=True) if one.state is None]
        if open_:
            whole = len(open_) == len(heads) > 1
            at = _ALL.say(speak.lang, n=len(open_)) if whole else ", ".join(open_)
            name = speak.text(line.practice.name).text
            words = speak.plain(f"{name} ({line.practice.id}) · {at}")
            yield Note(_ROLES[None][0], line.practice.id, words)


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
