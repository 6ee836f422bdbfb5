"""The adoption map: which practices are in use at which libraries, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lumme_graph.analysis.adoption import Adopted, adoptions
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Counted, Label, Plain
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.offer import AdoptionState, Practice, PracticeState
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import Only, fact, head, lacking, staff_page
from lumme_graph.views.empty import NO_LIBRARIES
from lumme_graph.views.shapes import Box, DrawnFact, Grid, GridCell, GridRow, ShapeLine, Sign

KIND = "adoption"
MOST_ACROSS = 20
"""More libraries than these are rows, so that their names stay level."""

_KIND = Label("adoption of practices")
_TITLE = Label("{libraries}, {practices}")
_LIBRARIES = Counted("{n} library", "{n} libraries")
_PRACTICES = Counted("{n} practice", "{n} practices")
_ABOUT = Label(
    "Which practices are in use at which libraries, from which year, and where it is not known."
)
_ADOPTED = Label("Adopted, of the known")
_UNKNOWN = Label("Unknown")
_CELLS = Counted("{n} cell", "{n} cells")
_LEAST = Label("Least adopted")
_OF = Label("{name}: {count}")
_FOUND_NOT = Label("not adopted (a practice as found)")
_NOT_KNOWN = Label("unknown")
_WORST_FIRST = Label("Rows: the least adopted first.")
_IN_ORDER = Label("Rows: in the order of the model.")
_YEARS = {
    "’": Label("’19 = from 2019."),
    "≤": Label("≤’20 = from 2020 at the latest."),
    "≥": Label("≥’20 = from 2020 at the earliest."),
    "–": Label("–’17 = until 2017."),
    "": Label("Without a year: since when is not known."),
}
"""What the years of cells say, by how they begin."""
_COUNTS = Label("7/9 = adopted / known.")
_GAPS = Label("Not adopted: {name} ({id}): {where}")


@dataclass(frozen=True, slots=True)
class _Found:
    """Every state of every practice at every library of the day, and who says it."""

    graph: ServiceGraph
    speak: Speaker
    practices: tuple[Practice, ...]
    libraries: tuple[Organisation, ...]
    states: dict[str, dict[str, Adopted]]

    def name(self, library: Organisation) -> Said:
        return self.speak(short_label(self.graph, library))

    def of(self, practice: Practice) -> Ratio:
        return _ratio(self.states[practice.id][one.id] for one in self.libraries)

    def at(self, library: Organisation) -> Ratio:
        return _ratio(self.states[one.id][library.id] for one in self.practices)

    @property
    def all(self) -> list[Adopted]:
        return [self.states[p.id][o.id] for p in self.practices for o in self.libraries]


def adoption(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Grid:
    """Which libraries have adopted which practices on the model's day."""
    day = Day.of(graph)
    practices = tuple(filter(only.takes, graph.all(Practice)))
    found = _Found(graph, speak, practices, day.libraries, adoptions(day))
    is_turned = len(found.libraries) > MOST_ACROSS
    by_practice = tuple(_practice_line(found, one) for one in found.practices)
    if is_turned:
        columns, rows = by_practice, tuple(_library_rows(found))
    else:
        columns = tuple(_library_line(found, one) for one in found.libraries)
        rows = tuple(_practice_row(found, one) for one in found.practices)
    over = head(
        graph,
        speak,
        id_,
        _KIND,
        _TITLE.fill(
            libraries=_LIBRARIES.fill(n=len(found.libraries)),
            practices=_PRACTICES.fill(n=len(found.practices)),
        ),
        _ABOUT,
        fields=tuple(_fields(found)),
        made=(_WORST_FIRST if is_turned else _IN_ORDER, _COUNTS, *_years(found)),
    )
    lacks = _lacks(found)
    return Grid(
        KIND,
        replace(over, lacks=lacks) if lacks else over,
        columns,
        rows or (GridRow(f"{id_}/none", over.kind, "signs", ()),),
        notes=tuple(_gaps(found)),
        page=staff_page("practices", found.speak),
    )


def _lacks(found: _Found) -> Said | None:
    if not found.practices:
        return lacking(found.speak, Practice.kind.plural, "practice-one-card")
    return None if found.libraries else lacking(found.speak, NO_LIBRARIES, "organisation-mikkeli")


def _fields(found: _Found) -> Iterator[DrawnFact]:
    if not found.all:
        return
    speak, done = found.speak, _ratio(found.all)
    unknown = sum(one.state is None for one in found.all)
    yield fact(speak, f"{KIND}/adopted", _ADOPTED, done.whole)
    yield fact(speak, f"{KIND}/unknown", _UNKNOWN, _CELLS.fill(n=unknown))
    known = [(ratio, one) for one in found.practices if (ratio := found.of(one)).d]
    if done.n < done.d:
        ratio, least = min(known, key=lambda pair: pair[0].n / pair[0].d)
        words = _OF.fill(name=least.name, count=ratio.fraction)
        yield fact(speak, f"{KIND}/least", _LEAST, words)


def _practice_line(found: _Found, one: Practice) -> ShapeLine:
    return ShapeLine(one.id, found.speak(one.name), total=_total(found, one.id, found.of(one)))


def _library_line(found: _Found, one: Organisation) -> ShapeLine:
    return ShapeLine(one.id, found.name(one), total=_total(found, one.id, found.at(one)))


def _practice_row(found: _Found, practice: Practice) -> GridRow:
    cells = tuple(
        _cell(found, practice, library, library.id, found.name(library))
        for library in found.libraries
    )
    total = _total(found, practice.id, found.of(practice))
    return GridRow(practice.id, found.speak(practice.name), "signs", cells, total=total)


def _library_rows(found: _Found) -> Iterator[GridRow]:
    """The libraries, the least adopted first; those of which nothing is known are the last."""

    def worth(library: Organisation) -> tuple[bool, float, int]:
        ratio = found.at(library)
        return (not ratio.d, ratio.n / max(1, ratio.d), -ratio.d)

    names = {one.id: found.speak(one.name) for one in found.practices}
    for library in sorted(found.libraries, key=worth):
        cells = tuple(
            _cell(found, practice, library, practice.id, names[practice.id])
            for practice in found.practices
        )
        total = _total(found, library.id, found.at(library))
        yield GridRow(library.id, found.name(library), "signs", cells, total=total)


def _total(found: _Found, id_: str, ratio: Ratio) -> DrawnFact:
    words = ratio.fraction if ratio.d else "–"
    return fact(found.speak, f"{id_}/total", _ADOPTED, words, value=ratio.n)


def _cell(
    found: _Found, practice: Practice, library: Organisation, column: str, label: Said
) -> GridCell:
    one = found.states[practice.id][library.id]
    sign = _sign(one, practice, found.speak)
    year = _year(one)
    id_ = f"{practice.id}/{library.id}"
    words = found.speak(Plain(year)) if year else sign.words
    told = DrawnFact(id_, label, words, "gap" if sign.value == "gap" else "body", signs=(sign,))
    return GridCell(column, (Box(id_, (told,)),))


def _sign(one: Adopted, practice: Practice, speak: Speaker) -> Sign:
    """A practice that is not adopted is a gap only where it is unified for all."""
    if one.state is None:
        return Sign("state", "unknown", speak(_NOT_KNOWN))
    if one.state:
        return Sign("state", "done", speak(AdoptionState.ADOPTED.label))
    if practice.state is PracticeState.UNIFIED:
        return Sign("state", "gap", speak(AdoptionState.NOT_ADOPTED.label))
    return Sign("state", "no", speak(_FOUND_NOT))


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


def _years(found: _Found) -> Iterator[Label]:
    """What the forms of years say that stand in cells."""
    cells = (one for by in found.states.values() for one in by.values() if one.state is not None)
    used = {_year(one)[:1] for one in cells}
    yield from (label for sign, label in _YEARS.items() if sign in used)


def _short(day: UncertainDate) -> str:
    first, last = day.earliest, day.latest
    if last is None:
        return f"≥{_two(first)}" if first else ""
    return _two(last) if first and first.year == last.year else f"≤{_two(last)}"


def _two(day: date) -> str:
    return f"’{day.year % 100:02}"


def _gaps(found: _Found) -> Iterator[DrawnFact]:
    """Each practice with the libraries that have not adopted it."""
    for practice in found.practices:
        states = found.states[practice.id]
        here = [one for one in found.libraries if states[one.id].state is False]
        if here:
            words = _GAPS.fill(
                name=practice.name,
                id=practice.id,
                where=joined([short_label(found.graph, one) for one in here]),
            )
            sign = _sign(states[here[0].id], practice, found.speak)
            id_ = f"{practice.id}/gaps"
            yield fact(found.speak, id_, practice.name, words, "gap", signs=[sign])


def _ratio(states: Iterable[Adopted]) -> Ratio:
    """Adopted of the known."""
    known: Sequence[bool] = [one.state for one in states if one.state is not None]
    return Ratio(sum(known), len(known))
