"""Results as flat rows with typed columns: numbers are numbers, days dates, ids text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch
from typing import Any, TypeAlias

from lumme_graph.analysis.at_libraries import ItemOffer, PracticeUse
from lumme_graph.analysis.changes import ChangeRow, ModelDiff
from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.history import History, HistoryPoint
from lumme_graph.assessment.impact import Behind
from lumme_graph.assessment.review import ReviewTask
from lumme_graph.base.finding import Finding
from lumme_graph.base.json_text import json_text
from lumme_graph.base.languages import spoken
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.evidence import KeptElement, Stated
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph, Use
from lumme_graph.graph.where_used import Used
from lumme_graph.questions.answers import Answer
from lumme_graph.reading.write import as_plain
from lumme_graph.views.answer_rows import answer_rows
from lumme_graph.views.flat import Flat, FlatRow, between
from lumme_graph.views.own_columns import own_cells
from lumme_graph.views.table import Table

One: TypeAlias = (
    Finding
    | Cell
    | ItemOffer
    | PracticeUse
    | ChangeRow
    | Used
    | Use
    | ReviewTask
    | Behind
    | HistoryPoint
    | KeptElement
)
"""What makes one row each."""

Whole: TypeAlias = ServiceGraph | Coverage | Assessment | Answer | ModelDiff | History | Table
"""What is made of rows."""


def rows(what: Whole | Iterable[One], lang: str = "en") -> list[FlatRow]:
    """A result as flat rows that all have the same columns, as pandas takes them.

    A value is text, a number, yes or no, a day, or None where nothing is known. Ids are text, and
    names of elements stand beside them in the language. Of a day that is known roughly both bounds
    are given. What is given may be a graph (its elements), coverage, an assessment, an answer, a
    diff, a history or a table, or findings, cells, offers, adoptions, uses, reviews or elements:
    `rows(check(graph))`. polars, which guesses types from the first rows, takes `columns` as they
    are. Raises `LanguageError` where the program has no words in the language, and `TypeError` for
    what is made of no rows, or of rows with different columns.
    """
    speak = Speaker(spoken(lang))
    match what:
        case Answer():
            return answer_rows(what, speak)
        case Table():
            return [{**row} for row in what.records()]
        case Assessment():
            return rows(what.coverage, lang)
        case Coverage():
            return [_cell(what, one, speak) for one in what.cells]
        case _:
            each = list(_each(what))
            elements = [one for one in each if isinstance(one, KeptElement)]
            none: FlatRow = {}
            own = own_cells(elements) if len(elements) == len(each) else [none] * len(each)
            made = [{**_row(one, speak), **more} for one, more in zip(each, own, strict=True)]
            for one, row in zip(each, made, strict=True):
                if row.keys() != made[0].keys():
                    first, other = type(each[0]).__name__, type(one).__name__
                    raise TypeError(f"{first} and {other} have other columns: make rows of each")
            return made


def _each(what: ServiceGraph | ModelDiff | History | Iterable[One]) -> Iterable[One]:
    match what:
        case ModelDiff():
            return what.rows()
        case History():
            return what.points
        case Iterable():
            return what
        case _:
            raise _no_rows(what)


def _no_rows(what: object) -> TypeError:
    return TypeError(f"there are no rows of {type(what).__name__}: see help(lg.rows)")


def columns(what: Whole | Iterable[One], lang: str = "en") -> dict[str, list[Flat]]:
    """The same by column: `polars.DataFrame(columns(check(graph)))`, and pandas too."""
    found = rows(what, lang)
    return {head: [row[head] for row in found] for head in (found[0] if found else ())}


@singledispatch
def _row(one: object, _speak: Speaker) -> FlatRow:
    raise _no_rows(one)


def _name(element: KeptElement, speak: Speaker) -> str:
    return speak(name_label(element)).words


@_row.register
def _(one: KeptElement, speak: Speaker) -> FlatRow:
    stated = one if isinstance(one, Stated) else None
    return {
        "id": one.id,
        "kind": one.kind.prefix,
        "name": _name(one, speak),
        **_evidence(stated),
        "tags": ", ".join(one.tags),
    }


def _evidence(stated: Stated | None) -> FlatRow:
    standing = stated.standing if stated else None
    return {
        "standing": standing.value if standing else None,
        "sources": ", ".join(map(str, stated.sources)) if stated else "",
    }


@_row.register
def _(one: Finding, speak: Speaker) -> FlatRow:
    return {
        "code": one.code,
        "check": one.about.name,
        "severity": one.severity.value,
        "element": one.element or None,
        "field": one.field or None,
        "file": one.place.file or None,
        "line": one.place.line or None,
        "column": one.place.column or None,
        "message": speak(one.problem).words,
        "advice": speak(one.remedy).words,
    }


@_row.register
def _(one: Cell, speak: Speaker) -> FlatRow:
    return {
        "item": one.item.id,
        "item_name": _name(one.item, speak),
        "kind": one.item.kind.prefix,
        "library": one.library.id,
        "library_name": _name(one.library, speak),
        "language": one.language,
        "state": one.state.word,
        "sections": ", ".join(section.id for section in one.sections),
    }


def _cell(coverage: Coverage, one: Cell, speak: Speaker) -> FlatRow:
    """A cell under the settings of its coverage, on its day."""
    return {
        **_row(one, speak),
        "counted": coverage.counts(one.state),
        "covered": one.state is CellState.COVERED,
        "gap": coverage.is_gap(one.state),
        "day": coverage.day,
    }


@_row.register
def _(one: ItemOffer, speak: Speaker) -> FlatRow:
    return {
        "item": one.item.id,
        "item_name": _name(one.item, speak),
        "kind": one.item.kind.prefix,
        "library": one.library.id,
        "library_name": _name(one.library, speak),
        "offered": one.offered,
        "day": one.day,
    }


@_row.register
def _(one: PracticeUse, speak: Speaker) -> FlatRow:
    record = one.record
    return {
        "practice": one.practice.id,
        "practice_name": _name(one.practice, speak),
        "library": one.library.id,
        "library_name": _name(one.library, speak),
        "adopted": one.adopted,
        **between("from", record.from_ if record else None),
        **between("to", record.to if record else None),
        **_evidence(record),
        "day": one.day,
    }


@_row.register
def _(one: ChangeRow, _speak: Speaker) -> FlatRow:
    places = one.places
    return {
        "change": one.type.value,
        "kind": one.kind,
        "element": one.element,
        "field": ".".join(one.path),
        "before": _as_text(one.before),
        "after": _as_text(one.after),
        "place_before": places.before if places else None,
        "place_after": places.after if places else None,
    }


def _as_text(value: Any) -> str | None:
    """A value of a field as its file has it; what is more than a value as JSON."""
    if value is None or isinstance(value, str):
        return value
    data = as_plain(value)
    return data if isinstance(data, str) or data is None else json_text(data, None).strip()


@_row.register
def _(one: Used, _speak: Speaker) -> FlatRow:
    return {
        "owner": one.owner.id if one.owner else None,
        "kind": one.owner.kind.prefix if one.owner else None,
        "field": one.field,
        "file": one.place.file or None,
        "line": one.place.line or None,
        "column": one.place.column or None,
    }


@_row.register
def _(one: Use, _speak: Speaker) -> FlatRow:
    return {
        "owner": one.source.id,
        "kind": one.source.kind.prefix,
        "field": one.field,
        "target": str(one.reference.value),
    }


@_row.register
def _(one: ReviewTask, speak: Speaker) -> FlatRow:
    return {
        "section": one.section.id,
        "section_name": _name(one.section, speak),
        "what": one.what,
        "state": one.state.value,
        "accept": one.id,
    }


@_row.register
def _(one: Behind, speak: Speaker) -> FlatRow:
    return {
        "element": one.element.id,
        "name": _name(one.element, speak),
        "kind": one.element.kind.prefix,
        "steps": one.steps,
        "sections": ", ".join(link.section.id for link in one.told),
    }


@_row.register
def _(one: HistoryPoint, _speak: Speaker) -> FlatRow:
    counts = {"done": one.done, "with_plans": one.with_plans, "deep": one.deep}
    return {
        "day": one.day,
        **{name: count.n for name, count in counts.items()},
        **{f"{name}_of": count.d for name, count in counts.items()},
        "unknown": one.unknown,
        "gaps": len(one.gaps),
    }
