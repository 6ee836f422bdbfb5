"""Coverage as a heat map: items against libraries, each cell split by language."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.analysis.coverage import cells as states
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.base.label import Counted, Joined, Label
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.cell_rows import SIGNS, cell_rows, where
from lumme_graph.views.coverage import fraction, whole
from lumme_graph.views.empty import NO_ITEMS, NO_LIBRARIES, NONE_OF, nothing
from lumme_graph.views.grid import Cell, Column, Grid, Group, Key, Note, Row

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


def heatmap(graph: ServiceGraph, speak: Speaker) -> Grid:
    """The heat map of a model on its day."""
    found = coverage(graph)
    settings = found.graph.settings
    numbers = _numbers(found.graph)
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
            Column(o.id, speak(short_label(found.graph, o)), fraction(by_library[o.id]))
            for o in found.libraries
        ),
        groups=tuple(_groups(found, numbers, speak)),
        keys=tuple(
            Key(state.word, SIGNS[state], _letter(state, speak), speak(state.label))
            for state in CellState
        ),
        legend=speak(_LEGEND),
        notes_title=speak(_GAPS, n=len(found.gaps)),
        notes=tuple(_notes(found, speak)),
        footer=(*_sections(found.graph, numbers, speak), *statement),
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
        (_DONE, whole(found.done)),
        (_PLANS, whole(found.with_plans)),
        (_UNKNOWN, found.states[CellState.UNKNOWN]),
        (_LANGUAGES, tongues),
    )
    return tuple((speak(head), speak(value)) for head, value in told)


def _groups(found: Coverage, numbers: dict[str, int], speak: Speaker) -> Iterable[Group]:
    kinds: dict[str, list[Coverable]] = {}
    for item in found.items:
        kinds.setdefault(item.kind.prefix, []).append(item)
    totals = found.by_kind()
    for kind, items in kinds.items():
        words = speak.capital(items[0].kind.plural)
        rows = tuple(_row(found, item, numbers, speak) for item in items)
        yield Group(kind, words, fraction(totals[kind]), rows)


def _row(found: Coverage, item: Coverable, numbers: dict[str, int], speak: Speaker) -> Row:
    cells = found.of(item)
    width = len(found.languages)
    name = speak(name_label(item))
    made = [_cell(cell, numbers, name, found.graph, speak) for cell in cells]
    columns = tuple(tuple(made[at : at + width]) for at in range(0, len(made), width))
    unknown = sum(cell.state is CellState.UNKNOWN for cell in cells)
    total = fraction(found.ratio(cells)) + (f" ?{unknown}" if unknown else "")
    return Row(item.id, name, total, columns)


def _cell(
    cell: states.Cell, numbers: dict[str, int], name: Said, graph: ServiceGraph, speak: Speaker
) -> Cell:
    found = [numbers[section.id] for section in cell.sections if section.id in numbers]
    shown = cell.state.counted and cell.state is not CellState.MISSING
    first = str(found[0]) if shown and found else ""
    more = f" +{len(found) - 1}" if first and len(found) > 1 else ""
    letter = _letter(cell.state, speak)
    library = speak(short_label(graph, cell.library)).shown
    words = f"{name.shown}, {library}, {cell.language}: {speak(cell.state.label).shown}"
    return Cell(cell.state.word, f"{letter}{first}{more}", words)


def _letter(state: CellState, speak: Speaker) -> str:
    """The three states with the same sign are told apart by the first letter of their words."""
    alike = {CellState.STALE, CellState.PLANNED, CellState.UNTRANSLATED}
    return speak.capital(state.label).words[0] if state in alike else ""


def _numbers(graph: ServiceGraph) -> dict[str, int]:
    """The sections by number: those of the guides in their order, then the others."""
    listed = [str(ref) for guide in graph.all(Guide) for ref in guide.sections]
    others = [section.id for section in graph.all(Section)]
    return {id_: number for number, id_ in enumerate(dict.fromkeys([*listed, *others]), 1)}


def _sections(graph: ServiceGraph, numbers: dict[str, int], speak: Speaker) -> list[Said]:
    known = {section.id: section for section in graph.all(Section)}
    named = [
        Joined((str(n), name_label(known[id_])), " ") for id_, n in numbers.items() if id_ in known
    ]
    return [speak(_SECTIONS, list=joined(named, " · "))] if named else []


def _notes(found: Coverage, speak: Speaker) -> Iterable[Note]:
    for row in cell_rows(found.gaps):
        name = Joined((name_label(row.item), f" ({row.item.id})"), "")
        parts = (name, ", ".join(row.languages), where(found, row.libraries))
        words = Joined((row.state.label, Joined(parts, " · ")), ": ")
        yield Note(row.state.word, row.item.id, speak(words))
