"""The coverage map: what to write next, where the gaps are, and each item that has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.analysis.coverage.result import coverage as covered
from lumme_graph.assessment.write_next import WriteNext, write_next
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.coverage_acts import MOST, act_row
from lumme_graph.views.drawn.coverage_counts import counts
from lumme_graph.views.drawn.coverage_items import Items, item_rows
from lumme_graph.views.drawn.parts import Only, fact, head, lacking, staff_page
from lumme_graph.views.empty import NO_ITEMS, NO_LIBRARIES
from lumme_graph.views.shapes import DrawnFact, Grid, GridRow

KIND = "coverage"

_KIND = Label("coverage of the guide")
_TITLE = Counted("The act that fills the most", "The {n} acts that fill the most")
_WHOLE = Label("Nothing is left to write")
_ABOUT = Label("What to write next, where the guide has gaps, and which items have one.")
_DONE = Label("Done")
_AFTER = Counted("If it is done", "If these {n} are done")
_UNKNOWN = Label("Unknown")
_OFFER = Counted(
    "{n} cell: not known whether it is offered; in no count",
    "{n} cells: not known whether they are offered; in no count",
)
_OFFER_COUNTED = Counted(
    "{n} cell: not known whether it is offered; counted as a gap",
    "{n} cells: not known whether they are offered; counted as gaps",
)
_CELL = Label("Cell = item × library × language; {libraries}, {languages}.")
_LIBRARIES = Counted("{n} library", "{n} libraries")
_LISTED = Counted(
    "{n} item has a gap, {rest} have none. Each of them: {file}.",
    "{n} items have a gap, {rest} have none. Each of them: {file}.",
)


def coverage(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Grid:
    """What the guide covers on the model's day, and the three acts with the largest gain."""
    found = covered(graph).limited(only.takes)
    advice = write_next(found)
    items = Items.of(found)
    over = head(
        graph,
        speak,
        id_,
        _KIND,
        _TITLE.fill(n=min(MOST, len(advice.acts))) if advice.acts else _WHOLE,
        _ABOUT,
        fields=tuple(_fields(found, advice, speak)),
        made=(_cell(found, speak), _listed(found, items, speak)),
    )
    lacks = _lacks(found, speak)
    if lacks is not None:
        over = replace(over, lacks=lacks)
        return Grid(KIND, over, (), (GridRow(f"{id_}/none", over.kind, "bars", ()),))
    columns, bars = counts(found, speak)
    lines, rows, numbered = item_rows(found, items, speak)
    return Grid(
        KIND,
        over,
        (*columns, *lines),
        (*act_row(found, advice, speak), *bars, *rows),
        notes=numbered,
        page=staff_page("coverage", speak),
    )


def _lacks(found: Coverage, speak: Speaker) -> Said | None:
    if not found.items:
        return lacking(speak, NO_ITEMS)
    return None if found.libraries else lacking(speak, NO_LIBRARIES, "organisation-mikkeli")


def _fields(found: Coverage, advice: WriteNext, speak: Speaker) -> Iterator[DrawnFact]:
    yield fact(speak, f"{KIND}/done", _DONE, found.done.whole)
    best = advice.acts[:MOST]
    if best:
        yield fact(speak, f"{KIND}/after", _AFTER.fill(n=len(best)), best[-1].after.whole)
    unknown = found.states[CellState.UNKNOWN]
    if unknown:
        words = _OFFER_COUNTED if found.unknown_counts else _OFFER
        yield fact(speak, f"{KIND}/unknown", _UNKNOWN, words.fill(n=unknown))


def _cell(found: Coverage, speak: Speaker) -> Message:
    languages = ", ".join(speak.language(tag).words for tag in found.languages)
    return _CELL.fill(libraries=_LIBRARIES.fill(n=len(found.libraries)), languages=languages)


def _listed(found: Coverage, items: Items, speak: Speaker) -> Message:
    """How many items have a gap, and where all of them stand."""
    gaps = sum(len(group) for group in items.groups)
    return _LISTED.fill(
        n=gaps,
        rest=len(found.items) - gaps,
        file=staff_page("coverage", speak),
    )
