"""Coverage as a heat map: items against libraries, each cell split by language."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.analysis.coverage import cells as states
from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.tags import serves
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.cell_rows import SIGNS, cell_rows, where
from lumme_graph.views.empty import NO_ITEMS, NO_LIBRARIES, NONE_OF, nothing
from lumme_graph.views.grid import Cell, Column, Grid, Group, Key, Note, Row
from lumme_graph.views.network import Words
from lumme_graph.views.part import language

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


def heatmap(graph: ServiceGraph, lang: str) -> Grid:
    """The heat map of a model on its day."""
    return heatmap_of(coverage(graph), lang)


def heatmap_of(found: Coverage, lang: str) -> Grid:
    """The heat map of a coverage."""
    settings = found.graph.settings
    numbers = _numbers(found.graph)
    statement = [_words(settings.statement, lang)] if settings.statement else []
    by_library = found.by_library()
    return Grid(
        id=ID,
        kind=ID,
        lang=lang,
        title=_say(_TITLE, lang),
        facts=(*_facts(found, lang), *_empty(found, lang)),
        corner=_say(_ITEM, lang),
        parts=found.languages,
        columns=tuple(
            Column(o.id, _label(short_label(found.graph, o), lang), _fraction(by_library[o.id]))
            for o in found.libraries
        ),
        groups=tuple(_groups(found, numbers, lang)),
        keys=tuple(
            Key(state.word, SIGNS[state], _letter(state, lang), _label(state.label, lang))
            for state in CellState
        ),
        legend=_say(_LEGEND, lang),
        notes_title=_say(_GAPS, lang, n=len(found.gaps)),
        notes=tuple(_notes(found, lang)),
        footer=(*_sections(found.graph, numbers, lang), *statement),
    )


def _empty(found: Coverage, lang: str) -> tuple[tuple[Words, Words], ...]:
    """That there is nothing to show, where a side of the map is empty."""
    if not found.items:
        return nothing(lang, NONE_OF, NO_ITEMS)
    return () if found.libraries else nothing(lang, NONE_OF, NO_LIBRARIES)


def _facts(found: Coverage, lang: str) -> tuple[tuple[Words, Words], ...]:
    settings = found.graph.settings
    tongues = ", ".join(f"{tag} = {language(tag, lang)}" for tag in found.languages)
    unknown = found.states[CellState.UNKNOWN]
    plain = (
        (_AS_OF, found.day.isoformat()),
        (_DONE, str(found.done)),
        (_PLANS, str(found.with_plans)),
        (_UNKNOWN, str(unknown)),
        (_LANGUAGES, tongues),
    )
    told = [(_say(head, lang), Words(value, lang)) for head, value in plain]
    return ((_say(_MODEL, lang), _words(settings.name, lang)), *told)


def _groups(found: Coverage, numbers: dict[str, int], lang: str) -> Iterable[Group]:
    kinds: dict[str, list[Coverable]] = {}
    for item in found.items:
        kinds.setdefault(item.kind.prefix, []).append(item)
    totals = found.by_kind()
    for kind, items in kinds.items():
        label = items[0].kind.plural.say(lang)
        words = Words(label[:1].upper() + label[1:], lang)
        rows = tuple(_row(found, item, numbers, lang) for item in items)
        yield Group(kind, words, _fraction(totals[kind]), rows)


def _row(found: Coverage, item: Coverable, numbers: dict[str, int], lang: str) -> Row:
    cells = found.of(item)
    width = len(found.languages)
    name = _name(item, lang)
    made = [_cell(cell, numbers, name, found.graph, lang) for cell in cells]
    columns = tuple(tuple(made[at : at + width]) for at in range(0, len(made), width))
    unknown = sum(cell.state is CellState.UNKNOWN for cell in cells)
    total = _fraction(found.ratio(cells)) + (f" ?{unknown}" if unknown else "")
    return Row(item.id, name, total, columns)


def _cell(
    cell: states.Cell, numbers: dict[str, int], name: Words, graph: ServiceGraph, lang: str
) -> Cell:
    found = [numbers[section.id] for section in cell.sections if section.id in numbers]
    shown = cell.state.counted and cell.state is not CellState.MISSING
    first = str(found[0]) if shown and found else ""
    more = f" +{len(found) - 1}" if first and len(found) > 1 else ""
    letter = _letter(cell.state, lang)
    library = short_label(graph, cell.library).say(lang)
    words = f"{name.text}, {library}, {cell.language}: {cell.state.label.say(lang)}"
    return Cell(cell.state.word, f"{letter}{first}{more}", words)


def _letter(state: CellState, lang: str) -> str:
    """The three states with the same sign are told apart by the first letter of their words."""
    alike = {CellState.STALE, CellState.PLANNED, CellState.UNTRANSLATED}
    return state.label.say(lang)[0].upper() if state in alike else ""


def _numbers(graph: ServiceGraph) -> dict[str, int]:
    """The sections by number: those of the guides in their order, then the others."""
    listed = [str(ref) for guide in graph.all(Guide) for ref in guide.sections]
    others = [section.id for section in graph.all(Section)]
    return {id_: number for number, id_ in enumerate(dict.fromkeys([*listed, *others]), 1)}


def _sections(graph: ServiceGraph, numbers: dict[str, int], lang: str) -> list[Words]:
    known = {section.id: section for section in graph.all(Section)}
    named = [f"{n} {_name(known[id_], lang).text}" for id_, n in numbers.items() if id_ in known]
    return [_say(_SECTIONS, lang, list=" · ".join(named))] if named else []


def _notes(found: Coverage, lang: str) -> Iterable[Note]:
    for row in cell_rows(found.gaps):
        at = where(found, row.libraries, lang)
        tongues = ", ".join(row.languages)
        words = f"{row.state.label.say(lang)}: {_name(row.item, lang).text} ({row.item.id}) · {tongues} · {at}"
        yield Note(row.state.word, row.item.id, Words(words, lang))


def _name(element: KeptElement, lang: str) -> Words:
    name = getattr(element, "name", None)
    return _words(name, lang) if isinstance(name, Text) else Words(element.id, lang)


def _words(text: Text, lang: str) -> Words:
    said = text.say(lang, ("en", "fi"))
    return Words(said.words, said.lang, fallback=not serves(said.lang, lang))


def _say(label: Message, lang: str, **params: object) -> Words:
    return Words(label.say(lang, **params), lang)


def _label(label: Message, lang: str) -> Words:
    return Words(label.say(lang), lang)


def _fraction(value: Ratio) -> str:
    return f"{value.n}/{value.d}"
