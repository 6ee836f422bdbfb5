"""The judgement on a guide in tables: totals, gates, what has changed, and what to write next."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.gates import Gate
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment import write_next as acts
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.baseline import Key
from lumme_graph.assessment.part import Part
from lumme_graph.base.label import Counted, Label
from lumme_graph.graph.names import name_label
from lumme_graph.views import coverage as tables
from lumme_graph.views.cell_rows import cell_rows, where
from lumme_graph.views.part import told
from lumme_graph.views.table import Column, Table

DEEP = Label("Deep: parts too")
GATES = Label("Gates")
FAILED = Label("Gates that fail")
CHANGE = Label("What has changed")
NEXT = Label("What to write next")
_GATE = Label("Gate")
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


def totals(found: Assessment, lang: str) -> Table:
    """Done, with plans, deep, and how many cells are in each state."""
    plain = tables.totals(found.coverage, lang)
    apart = plain.rows[0][-1]
    deep = (DEEP.say(lang), tables.fraction(found.deep), tables.percent(found.deep), apart)
    title = ": ".join([plain.title, *([whom] if (whom := about(found, lang)) else [])])
    return Table(title, lang, plain.columns, (*plain.rows[:2], deep, *plain.rows[2:]))


def about(found: Assessment, lang: str) -> str:
    """The profile and the municipality that a part of the judgement is about."""
    if not isinstance(found, Part):
        return ""
    names = [name_label(one).say(lang) for one in (found.profile, found.municipality) if one]
    return ", ".join(names)


def gates(found: Assessment, lang: str, *, failed_only: bool = False) -> Table:
    """The gates: what is asked for, what came to it, and whether that is enough."""
    chosen = found.failed if failed_only else found.gates
    rows = tuple(_gate(found, gate, lang) for gate in chosen)
    columns = (
        Column(_GATE.say(lang)),
        Column(_COUNT.say(lang), "right"),
        Column(_SHARE.say(lang), "right"),
        Column(_ASKED.say(lang), "right"),
        Column(_RESULT.say(lang)),
    )
    return Table((FAILED if failed_only else GATES).say(lang), lang, columns, rows)


def _gate(found: Assessment, gate: Gate, lang: str) -> tuple[str, ...]:
    by = gate.name.split(".")[1:2]
    head = _TOTALS.get(gate.name, _KIND).say(lang)
    group = tables.named(found.coverage, by[0], gate.group, lang) if gate.group and by else ""
    result = _FAILS if gate in found.failed else _PASSES
    said = f"{result.say(lang)}: {_EMPTY.say(lang)}" if gate.is_empty else result.say(lang)
    share = "" if gate.most is not None else tables.percent(gate.reached)
    count = str(gate.reached.n) if gate.most is not None else tables.fraction(gate.reached)
    return (f"{head}: {group}" if group else head, count, share, gate.asked, said)


def change(found: Assessment, lang: str) -> Table:
    """What is new and what is closed since the baseline; none of both without a baseline."""
    new = found.change.new if found.change else ()
    closed = found.change.closed if found.change else ()
    heads = (_RESULT, _ITEM, _ID, _STATE, _LANGUAGE, _LIBRARIES)
    columns = tuple(Column(head.say(lang)) for head in heads)
    rows = (*_new(found.coverage, new, lang), *_closed(found.coverage, closed, lang))
    return Table(CHANGE.say(lang), lang, columns, rows)


def _new(coverage: Coverage, cells: Iterable[Cell], lang: str) -> list[tuple[str, ...]]:
    words = [tables.row_words(coverage, row, lang) for row in cell_rows(cells)]
    return [(_NEW.say(lang), *row[:5]) for row in words]


def _closed(coverage: Coverage, keys: Iterable[Key], lang: str) -> list[tuple[str, ...]]:
    """The closed gaps; of what is no longer in the model the ids are said."""
    found = {library.id: library for library in coverage.libraries}
    rows: list[tuple[str, ...]] = []
    for (item, language), same in groupby(sorted(keys, key=_by_language), key=_by_language):
        ids = [library for _, library, _ in same]
        known = [found[id_] for id_ in ids if id_ in found]
        gone = [id_ for id_ in ids if id_ not in found]
        at = ", ".join([*([where(coverage, known, lang)] if known else []), *gone])
        element = coverage.graph.find(item)
        name = name_label(element).say(lang) if element else item
        rows.append((_CLOSED.say(lang), name, item, "–", language, at))
    return rows


def _by_language(key: Key) -> tuple[str, str]:
    return key[0], key[2]


def write_next(found: Assessment, lang: str) -> Table:
    """The acts, best first: what to do, how many gaps it closes, and done after it."""
    advice = found.write_next.acts
    priced = any(one.cost != 1 for one in advice)
    rows = tuple(
        (
            str(number),
            acts.told(found.coverage, one.act, lang),
            *((str(one.cost),) if priced else ()),
            str(one.gain),
            f"{tables.fraction(one.after)} = {tables.percent(one.after)}",
        )
        for number, one in enumerate(advice, 1)
    )
    columns = (
        Column("", "right"),
        Column(_ACT.say(lang)),
        *((Column(_COST.say(lang), "right"),) if priced else ()),
        Column(_GAIN.say(lang), "right"),
        Column(_AFTER.say(lang), "right"),
    )
    return Table(NEXT.say(lang), lang, columns, rows)


def method(found: acts.WriteNext, lang: str) -> str:
    """How the acts were found, and how good they are, in one sentence."""
    if not found.acts:
        return _NOTHING.say(lang)
    label = _EXACT if found.method == "exact" else _GREEDY
    said = label.say(
        lang,
        n=len(found.acts),
        cost=_PRICE.say(lang, cost=found.cost),
        gaps=_OF_GAPS.fill(n=sum(one.gain for one in found.acts)),
        bound=found.lower_bound,
        candidates=_OF_CANDIDATES.fill(n=found.candidates),
    )
    return said + _OPEN.say(lang, n=found.left_open) if found.left_open else said


def report(found: Assessment, by: str | None, lang: str) -> list[Table]:
    """All tables that have something to say, what to do last; of one group, it and what fails."""
    fails = [gates(found, lang, failed_only=True), change(found, lang)]
    if by is not None:
        shown = [tables.group(found.coverage, by, lang), *fails]
    elif isinstance(found, Part):
        shown = [totals(found, lang), told(found.coverage, lang), *fails, write_next(found, lang)]
    else:
        groups = [tables.group(found.coverage, name, lang) for name in tables.GROUPS]
        gaps = tables.gaps(found.coverage, lang)
        shown = [totals(found, lang), *groups, gaps, *fails, write_next(found, lang)]
    return [table for table in shown if table.rows]
