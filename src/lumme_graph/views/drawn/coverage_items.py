"""The items of the coverage map that have a gap: those with the same pattern share a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.label import Counted, Joined, Label, Message, Plain
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import among, joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import DOT, STAYS, fact
from lumme_graph.views.shapes import Box, DrawnFact, FactRole, GridCell, GridRow, ShapeLine, Sign

MOST_NUMBERED = 20
"""With more libraries than these the cells are too narrow for the numbers of sections."""
_NAMED = 12
"""So many items of a row are named; of more the number says how many there are."""

_TOTAL = Label("Covered, of the counted")
_SEVERAL = Counted("{n} item: {names}", "{n} items: {names}")
_SECTIONS = Label("Sections: {list}")
_KINDS = Label("Libraries")
_SIGNS = {
    CellState.COVERED: "done",
    CellState.STALE: "part",
    CellState.PLANNED: "part",
    CellState.UNTRANSLATED: "part",
    CellState.MISSING: "gap",
    CellState.UNKNOWN: "unknown",
    CellState.EXEMPT: "none",
}


class _Told(NamedTuple):
    """A cell as it is shown: its state, and the numbers of the sections that bear on it."""

    state: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """The items with a gap, by what their cells show; those of a kind together, worst first."""

    groups: tuple[tuple[Coverable, ...], ...]
    cells: dict[str, tuple[_Told, ...]]

    @classmethod
    def of(cls, found: Coverage) -> Items:
        """The items of a model that have a gap."""
        gaps = bytes(state for state in CellState if found.is_gap(state))
        numbers = _numbers(found.graph)
        cells: dict[str, tuple[_Told, ...]] = {}
        groups: dict[tuple[str, tuple[_Told, ...]], list[Coverable]] = {}
        for item in found.items:
            states = found.states_of(item)
            if any(state in gaps for state in states):
                cells[item.id] = _told(found, item, states, numbers)
                groups.setdefault((item.kind.prefix, cells[item.id]), []).append(item)
        ratios = found.by_kind()

        def worth(group: list[Coverable]) -> tuple[float, str, int]:
            ratio, states = ratios[group[0].kind.prefix], found.states_of(group[0])
            lacking = sum(state in gaps for state in states)
            return ratio.n / ratio.d, group[0].kind.prefix, -lacking * len(group)

        return cls(tuple(tuple(group) for group in sorted(groups.values(), key=worth)), cells)


def item_rows(
    found: Coverage, items: Items, speak: Speaker
) -> tuple[tuple[ShapeLine, ...], tuple[GridRow, ...], tuple[DrawnFact, ...]]:
    """The columns, the rows and the sections by number; nothing where no item has a gap."""
    if not items.groups:
        return (), (), ()
    names = [speak(short_label(found.graph, one)) for one in found.libraries]
    columns = tuple(
        ShapeLine(f"{library.id}/{tag}", speak(Plain(tag)), library.id)
        for library in found.libraries
        for tag in found.languages
    )
    rows = tuple(_row(found, items, group, columns, speak) for group in items.groups)
    width = len(found.languages)
    over = tuple(
        GridCell(columns[place * width].id, (_head(library.id, name, speak),), width)
        for place, (library, name) in enumerate(zip(found.libraries, names, strict=True))
    )
    band = GridRow("coverage/libraries", speak(_KINDS), "band", over)
    return columns, (band, *rows), tuple(_sections(found, items, speak))


def _head(id_: str, name: Said, speak: Speaker) -> Box:
    return Box(id_, (DrawnFact(f"{id_}/name", speak(_KINDS), name, "head"),))


def _row(
    found: Coverage,
    items: Items,
    group: Sequence[Coverable],
    columns: Sequence[ShapeLine],
    speak: Speaker,
) -> GridRow:
    first = group[0]
    if len(group) == 1:
        words = speak(name_label(first))
    else:
        names = joined([name_label(item) for item in group[:_NAMED]])
        words = speak(_SEVERAL, n=len(group), names=names)
    ratio = found.count(b"".join(found.states_of(item) for item in group))
    total = fact(speak, f"{first.id}/total", _TOTAL, ratio.fraction, value=ratio.n)
    cells = tuple(_cells(found, first, items.cells[first.id], columns, speak))
    return GridRow(first.id, words, "signs", cells, total=total)


def _cells(
    found: Coverage,
    item: Coverable,
    told: Sequence[_Told],
    columns: Sequence[ShapeLine],
    speak: Speaker,
) -> Iterator[GridCell]:
    """The cells of a row: all that show the same are one box, which says where."""
    places: dict[_Told, list[int]] = {}
    for place, one in enumerate(told):
        places.setdefault(one, []).append(place)
    boxes = {
        one: _box(found, one, at, f"{item.id}/{columns[at[0]].id}", speak)
        for one, at in places.items()
    }
    at = 0
    for one, same in groupby(told):
        span = len(list(same))
        yield GridCell(columns[at].id, (boxes[one],), span)
        at += span


def _box(found: Coverage, one: _Told, places: Sequence[int], id_: str, speak: Speaker) -> Box:
    state = CellState(one.state)
    sign = Sign("state", _SIGNS[state], speak(state.label))
    has_numbers = len(found.libraries) <= MOST_NUMBERED and state is not CellState.MISSING
    words = speak(Plain(_short(one.numbers))) if has_numbers and one.numbers else sign.words
    role: FactRole = "gap" if sign.value == "gap" else "body"
    return Box(id_, (fact(speak, id_, _where(found, places), words, role, signs=[sign]),))


def _where(found: Coverage, places: Sequence[int]) -> Message:
    """Libraries in words; with the languages, where it is not all of them."""
    width = len(found.languages)
    languages: dict[int, list[str]] = {}
    for place in places:
        library, language = divmod(place, width)
        languages.setdefault(library, []).append(found.languages[language])
    libraries: dict[tuple[str, ...], list[int]] = {}
    for library, tags in languages.items():
        libraries.setdefault(tuple(tags), []).append(library)
    return joined(
        [
            joined(
                [
                    among(found.graph, some, found.libraries),
                    *([f"({', '.join(tags)})"] if len(tags) < width else []),
                ],
                " ",
            )
            for tags, some in libraries.items()
        ],
        "; ",
    )


def _short(numbers: Sequence[int]) -> str:
    """The first of them, and how many more there are."""
    more = f"+{len(numbers) - 1}" if len(numbers) > 1 else ""
    return f"{numbers[0]}{more}"


def _told(
    found: Coverage, item: Coverable, states: bytes, numbers: dict[str, int]
) -> tuple[_Told, ...]:
    width = len(found.languages)
    own = set(found.narrowed(item))
    everywhere = [
        _known(found.sections_everywhere(item, language), numbers) for language in found.languages
    ]
    told: list[_Told] = []
    for place, state in enumerate(states):
        library, language = divmod(place, width)
        if not CellState(state).counted:
            told.append(_Told(state, ()))
        elif library in own:
            there = found.sections(item, found.libraries[library], found.languages[language])
            told.append(_Told(state, _known(there, numbers)))
        else:
            told.append(_Told(state, everywhere[language]))
    return tuple(told)


def _known(sections: Sequence[Section], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(numbers[section.id] for section in sections)


def _numbers(graph: ServiceGraph) -> dict[str, int]:
    """The sections by number: those of the guides in their order, then the others."""
    listed = [str(ref) for guide in graph.all(Guide) for ref in guide.sections]
    others = [section.id for section in graph.all(Section)]
    return {id_: number for number, id_ in enumerate(dict.fromkeys([*listed, *others]), 1)}


def _sections(found: Coverage, items: Items, speak: Speaker) -> Iterator[DrawnFact]:
    """The sections whose numbers stand in the cells."""
    if len(found.libraries) > MOST_NUMBERED:
        return
    used = {
        number
        for told in items.cells.values()
        for one in told
        if one.state != CellState.MISSING
        for number in one.numbers
    }
    named = [
        Joined((str(number), name_label(section)), STAYS)
        for id_, number in _numbers(found.graph).items()
        if number in used and isinstance(section := found.graph.find(id_), Section)
    ]
    if named:
        words = _SECTIONS.fill(list=joined(named, DOT))
        yield fact(speak, "coverage/sections", Section.kind.plural, words)
