"""Coverage as a heat map: items against libraries, each cell split by language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lumme_graph.analysis.coverage import cells as states
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.base.forms import capital
from lumme_graph.base.label import Counted, Joined, Label
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.cell_rows import SIGNS, cell_rows, where
from lumme_graph.views.empty import NO_ITEMS, NO_LIBRARIES, NONE_OF, nothing
from lumme_graph.views.grid import (
    DOT,
    STAYS,
    Grid,
    GridCell,
    GridColumn,
    GridGroup,
    GridRow,
    LegendKey,
    Note,
)

ID = "coverage"
_TITLE = Label("Coverage of the guide")
_MODEL = Label("Model")
_AS_OF = Label("As of")
_DONE = Label("Done")
_PLANS = Label("With plans")
_LANGUAGES = Label("Languages")
_UNKNOWN = Label("Unknown")
_ITEM = Label("Item, covered")
_LEGEND = Label(
    "The number after a sign is a section of the guide. 7/9: covered / counted, without – and ?."
)
_SECTIONS = Label("Sections: {list}")
_GAPS = Counted("Gaps: {n} cell", "Gaps: {n} cells")


class _Shown(NamedTuple):
    """What the cells are said with: the numbers of sections, and the letters of alike states."""

    speak: Speaker
    numbers: dict[str, int]
    letters: dict[CellState, str]


def heatmap(graph: ServiceGraph, speak: Speaker) -> Grid:
    """The heat map of a model on its day."""
    found = coverage(graph)
    settings = found.graph.settings
    shown = _Shown(speak, _numbers(found.graph), _letters(speak))
    statement = [speak(settings.statement)] if settings.statement else []
    by_library = found.by_library()
    return Grid(
        id=ID,
        kind=ID,
        speak=speak,
        title=speak(_TITLE),
        facts=(*_facts(found, speak), *_empty(found, speak)),
        corner=speak(_ITEM),
        parts=found.languages,
        columns=tuple(
            GridColumn(o.id, speak(short_label(found.graph, o)), by_library[o.id].fraction)
            for o in found.libraries
        ),
        groups=tuple(_groups(found, shown)),
        keys=tuple(
            LegendKey(state.word, SIGNS[state], shown.letters.get(state, ""), speak(state.label))
            for state in CellState
        ),
        legend=speak(_LEGEND),
        notes_title=speak(_GAPS, n=len(found.gaps)),
        notes=tuple(_notes(found, speak)),
        footer=(*_sections(found.graph, shown), *statement),
    )


def _empty(found: Coverage, speak: Speaker) -> tuple[tuple[Said, Said], ...]:
    """That there is nothing to show, where a side of the map is empty."""
    if not found.items:
        return nothing(speak, NONE_OF, NO_ITEMS)
    return () if found.libraries else nothing(speak, NONE_OF, NO_LIBRARIES)


def _facts(found: Coverage, speak: Speaker) -> tuple[tuple[Said, Said], ...]:
    tongues = ", ".join(f"{tag} = {speak.language(tag).shown}" for tag in found.languages)
    told: tuple[tuple[Label, Sayable], ...] = (
        (_MODEL, found.graph.settings.name),
        (_AS_OF, found.day),
        (_DONE, found.done.whole),
        (_PLANS, found.with_plans.whole),
        (_UNKNOWN, found.states[CellState.UNKNOWN]),
        (_LANGUAGES, tongues),
    )
    return tuple((speak(head), speak(value)) for head, value in told)


def _groups(found: Coverage, shown: _Shown) -> Iterable[GridGroup]:
    kinds: dict[str, list[Coverable]] = {}
    for item in found.items:
        kinds.setdefault(item.kind.prefix, []).append(item)
    totals = found.by_kind()
    for kind, items in kinds.items():
        words = shown.speak.capital(items[0].kind.plural)
        rows = tuple(_row(found, item, shown) for item in items)
        yield GridGroup(kind, words, totals[kind].fraction, rows)


def _row(found: Coverage, item: Coverable, shown: _Shown) -> GridRow:
    cells = found.of(item)
    width = len(found.languages)
    name = shown.speak(name_label(item))
    made = [_cell(cell, name.shown, found.graph, shown) for cell in cells]
    columns = tuple(tuple(made[at : at + width]) for at in range(0, len(made), width))
    unknown = sum(cell.state is CellState.UNKNOWN for cell in cells)
    total = found.ratio(cells).fraction + (f" ?{unknown}" if unknown else "")
    return GridRow(item.id, name, total, columns)


def _cell(cell: states.Cell, name: str, graph: ServiceGraph, shown: _Shown) -> GridCell:
    found = [shown.numbers[one.id] for one in cell.sections if one.id in shown.numbers]
    is_told = cell.state.counted and cell.state is not CellState.MISSING
    first = str(found[0]) if is_told and found else ""
    more = f" +{len(found) - 1}" if first and len(found) > 1 else ""
    letter = shown.letters.get(cell.state, "")
    library = shown.speak(short_label(graph, cell.library)).shown
    state = shown.speak(cell.state.label).shown
    words = f"{name}, {library}, {cell.language}: {state}"
    return GridCell(cell.state.word, f"{letter}{first}{more}", words)


def _letters(speak: Speaker) -> dict[CellState, str]:
    """The three states with the same sign are told apart by a letter, of each the first free one.

    First come the beginnings of its words, then its other letters.
    """
    found: dict[CellState, str] = {}
    for state in (CellState.STALE, CellState.PLANNED, CellState.UNTRANSLATED):
        said = speak(state.label)
        tried = [word[0] for word in said.words.split()] + list(filter(str.isalpha, said.words))
        capitals = [capital(letter, said.lang) for letter in tried]
        free = (letter for letter in capitals if letter not in found.values())
        found[state] = next(free, capitals[0])
    return found


def _numbers(graph: ServiceGraph) -> dict[str, int]:
    """The sections by number: those of the guides in their order, then the others."""
    listed = [str(ref) for guide in graph.all(Guide) for ref in guide.sections]
    others = [section.id for section in graph.all(Section)]
    return {id_: number for number, id_ in enumerate(dict.fromkeys([*listed, *others]), 1)}


def _sections(graph: ServiceGraph, shown: _Shown) -> list[Said]:
    known = {section.id: section for section in graph.all(Section)}
    named = [
        Joined((str(n), name_label(known[id_])), STAYS)
        for id_, n in shown.numbers.items()
        if id_ in known
    ]
    return [shown.speak(_SECTIONS, list=joined(named, DOT))] if named else []


def _notes(found: Coverage, speak: Speaker) -> Iterable[Note]:
    for row in cell_rows(found.gaps):
        name = Joined((name_label(row.item), f" ({row.item.id})"), "")
        parts = (name, ", ".join(row.languages), where(found, row.libraries))
        words = Joined((row.state.label, Joined(parts, DOT)), ": ")
        yield Note(row.state.word, row.item.id, speak(words))
