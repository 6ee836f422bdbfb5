"""The judgement on a guide in tables: totals, gates, what has changed, and what to write next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.gates import Gate
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment import write_next as acts
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.baseline import Key
from lumme_graph.assessment.part import Part
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.graph.names import joined, name_label
from lumme_graph.views import coverage as tables
from lumme_graph.views.cell_rows import cell_rows, where
from lumme_graph.views.part import told
from lumme_graph.views.table import Table, table

DEEP = Label("Deep: parts too")
GATES = Label("Gates")
FAILED = Label("Gates that fail")
CHANGE = Label("What has changed")
NEXT = Label("What to write next")
_GATE = Label("Gate")
_TAGGED = Label("with the tag {tags}")
_COUNT = Label("Cells")
_SHARE = Label("Share")
_ASKED = Label("Asked for")
_RESULT = Label("Result")
_PASSES = Label("passes")
_FAILS = Label("fails")
_EMPTY = Label("nothing to cover")
_NEW = Label("new gap")
_CLOSED = Label("closed")
_ITEM = Label("Item")
_ID = Label("Id")
_LANGUAGE = Label("Language")
_LIBRARIES = Label("Libraries")
_STATE = Label("State")
_ACT = Label("Act")
_GAIN = Label("Closes")
_COST = Label("Cost")
_AFTER = Label("Done after it")
_TOTALS = {
    "minimum.total": Label("least of all"),
    "minimum.library": Label("least at a library"),
    "minimum.language": Label("least in a language"),
    "max_missing": Label("most missing"),
    "max_stale": Label("most stale"),
    "max_unknown": Label("most unknown"),
}
_KIND = Label("least of a kind")
_NOTHING = Label("There are no gaps.")
_EXACT = Counted(
    "{n} act ({cost}) closes {gaps}; it cannot be done for less (exact, of {candidates}).",
    "{n} acts ({cost}) close {gaps}; it cannot be done for less (exact, of {candidates}).",
)
_GREEDY = Counted(
    "{n} act ({cost}) closes {gaps}; no choice costs less than {bound} (greedy, of {candidates}).",
    "{n} acts ({cost}) close {gaps}; no choice costs less than {bound} (greedy, of {candidates}).",
)
_OPEN = Counted(
    " {n} gap stays open: what must be written of it is known when it is stated where the item is offered.",
    " {n} gaps stay open: what must be written of them is known when it is stated where the items are offered.",
)
_OF_GAPS = Counted("{n} gap", "{n} gaps")
_OF_CANDIDATES = Counted("{n} candidate", "{n} candidates")
_PRICE = Label("cost {cost}")


def totals(found: Assessment, speak: Speaker) -> Table:
    """Done, with plans, deep, and how many cells are in each state."""
    coverage = found.coverage
    shares = (
        (tables.DONE, coverage.done),
        (tables.PLANS, coverage.with_plans),
        (DEEP, found.deep),
    )
    title = _of_part(tables.TOTALS.fill(day=coverage.day), found)
    return tables.totals_of(coverage, shares, title, speak)


def _of_part(title: Message, found: Assessment) -> Message:
    """A title that also says of which part of the guide the numbers are."""
    names = about(found)
    return joined([title, joined(names)], ": ") if names else title


def about(found: Assessment) -> list[Sayable]:
    """The profile, the municipality and the tags that a part of the judgement is about."""
    if not isinstance(found, Part):
        return []
    named: list[Sayable] = [name_label(one) for one in (found.profile, found.municipality) if one]
    return [*named, _TAGGED.fill(tags=" / ".join(found.tags))] if found.tags else named


def gates(found: Assessment, speak: Speaker, *, failed_only: bool = False) -> Table:
    """The gates: what is asked for, what came to it, and whether that is enough."""
    chosen = found.failed if failed_only else found.gates
    rows = (_gate(found, gate, speak) for gate in chosen)
    heads = (_GATE, _COUNT, _SHARE, _ASKED, _RESULT)
    return table(speak, FAILED if failed_only else GATES, heads, rows, right=(1, 2, 3))


def _gate(found: Assessment, gate: Gate, speak: Speaker) -> tuple[Sayable | Said, ...]:
    by = gate.name.split(".")[1:2]
    head = speak(_TOTALS.get(gate.name, _KIND))
    if gate.group and by:
        group = tables.named(found.coverage, by[0], gate.group, speak)
        head = head._replace(words=f"{head.words}: {group.shown}")
    result = _FAILS if gate in found.failed else _PASSES
    said = Joined((result, _EMPTY), ": ") if gate.is_empty else result
    if gate.most is not None:
        return head, gate.reached.n, "", gate.asked, said
    reached = gate.reached.fraction, gate.reached.share
    return head, *reached, gate.asked, said


def change(found: Assessment, speak: Speaker) -> Table:
    """The gaps that are new and closed since the baseline; nothing without a baseline."""
    new = found.change.new if found.change else ()
    closed = found.change.closed if found.change else ()
    heads = (_RESULT, _ITEM, _ID, _STATE, _LANGUAGE, _LIBRARIES)
    rows = (*_new(found.coverage, new), *_closed(found.coverage, closed))
    return table(speak, CHANGE, heads, rows)


def _new(coverage: Coverage, cells: Iterable[Cell]) -> list[tuple[Sayable, ...]]:
    return [(_NEW, *tables.row_words(coverage, row)[:5]) for row in cell_rows(cells)]


def _closed(coverage: Coverage, keys: Iterable[Key]) -> list[tuple[Sayable, ...]]:
    """The closed gaps; of what is no longer in the model the ids are said."""
    found = {library.id: library for library in coverage.libraries}
    rows: list[tuple[Sayable, ...]] = []
    for (item, language), same in groupby(sorted(keys, key=_by_language), key=_by_language):
        ids = [library for _, library, _ in same]
        known = [found[id_] for id_ in ids if id_ in found]
        gone = [id_ for id_ in ids if id_ not in found]
        at = joined([*([where(coverage, known)] if known else []), *gone])
        element = coverage.graph.find(item)
        rows.append((_CLOSED, name_label(element) if element else item, item, "–", language, at))
    return rows


def _by_language(key: Key) -> tuple[str, str]:
    return key[0], key[2]


def write_next(found: Assessment, speak: Speaker) -> Table:
    """The acts, best first: what to do, how many gaps it closes, and done after it."""
    advice = found.write_next.acts
    priced = any(one.cost != 1 for one in advice)
    rows = (
        (
            number,
            acts.told(found.coverage, one.act),
            *((one.cost,) if priced else ()),
            one.gain,
            one.after.whole,
        )
        for number, one in enumerate(advice, 1)
    )
    heads = ("", _ACT, *((_COST,) if priced else ()), _GAIN, _AFTER)
    return table(speak, NEXT, heads, rows, right=(0, 2, 3, 4))


def method(found: acts.WriteNext, speak: Speaker) -> Said:
    """How the acts were found, and how good they are, in one sentence."""
    if not found.acts:
        return speak(_NOTHING)
    label = _EXACT if found.method == "exact" else _GREEDY
    said = label.fill(
        n=len(found.acts),
        cost=_PRICE.fill(cost=found.cost),
        gaps=_OF_GAPS.fill(n=sum(one.gain for one in found.acts)),
        bound=found.lower_bound,
        candidates=_OF_CANDIDATES.fill(n=found.candidates),
    )
    return speak(Joined((said, _OPEN.fill(n=found.left_open)), "") if found.left_open else said)


def report(found: Assessment, by: str | None, speak: Speaker) -> list[Table]:
    """All tables that have something to say, what to do last; of one group, it and what fails."""
    fails = [gates(found, speak, failed_only=True), change(found, speak)]
    if by is not None:
        group = tables.group(found.coverage, by, speak)
        title = speak(_of_part(tables.GROUPS[by], found))
        shown = [replace(group, title=title.shown), *fails]
    elif isinstance(found, Part):
        parts = told(found.coverage, speak)
        shown = [totals(found, speak), parts, *fails, write_next(found, speak)]
    else:
        groups = [tables.group(found.coverage, name, speak) for name in tables.GROUPS]
        gaps = tables.gaps(found.coverage, speak)
        shown = [totals(found, speak), *groups, gaps, *fails, write_next(found, speak)]
    return [table for table in shown if table.rows]
