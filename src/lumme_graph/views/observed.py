"""What was observed of a path in words: the answer in a sentence, its tables, and how to read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import (
    CaseCount,
    Clock,
    Hidden,
    Observed,
    ObservedStep,
    ObservedWay,
    number,
    share,
)
from lumme_graph.views.drawn.step_facts import duration
from lumme_graph.views.table import Table, table

MOST_WAYS = 12
MOST_NAMES = 12
"""How many ways that are not planned, and names that the path does not have, are shown in short."""
_TITLE = Label("{path}, as observed in {file} from {first} to {last}")
_LOST = Label(
    "most leave at step {n}, “{step}”: {left} of the {came} cases that came to it, {share}"
)
_LOST_SOME = Label("most leave at step {n}, “{step}”: {left}")
_AS_FAR = Label("as far as numbers are shown, {what}")
_NONE_LOST = Label("no case leaves before the end")
_LOST_HIDDEN = Label("where most leave is not shown: at each step they are too few, or kept back")
_WAITED = Label("the wait is longest from step {a} to step {b}, with a median of {wait}")
_UNSEEN = Counted("no case is seen at step {steps}", "no case is seen at the steps {steps}")
_ALL_SEEN = Label("every step is used")
_TOO_FEW = Label("The log has fewer than 5 cases, so that nothing is told of them.")
_CASES = Counted("{n} case", "{n} cases")
_CASES_HIDDEN = Label("how many cases there are is not shown", "of a log")
_FINISHED = Label("come to the end of the path: {n}")
_LEFT = Label("leave before: {n}")
_ELSEWHERE = Label("begin at another step than the path: {n}")
_STEPS = Label("Steps")
_WAYS = Label("Ways from step to step")
_UNKNOWN = Label("Names that the path does not have")
_UNSURE = Label("Names that several steps share and that their order does not tell")
_NO = Label("no.")
_STEP = Label("Step")
_SEEN = Label("Cases")
_OF_ALL = Label("Of all")
_BEGIN = Label("Begin here")
_LEAVE = Label("Leave here")
_OF_CAME = Label("Of those who came")
_SKIP = Label("Skip it")
_REPEAT = Label("Repeat it")
_END = Label("– (end)", "of a path, where cases leave")
_NOT_LOGGED = Label("not in the log", "of a step")
_FROM_TO = Label("From and to")
_PLANNED = Label("Planned")
_YES = Label("yes", "of a way that is planned")
_NOT = Label("no", "of a way that is planned")
_OVER = Label("yes, over {steps}")
_MEDIAN = Label("Median wait")
_NINETIETH = Label("90 of 100 wait at most")
_SAME_DAY = Label("the same day", "of a wait")
_NAME = Label("Name in the log")
_MEANT = Label("Did you mean")
_MAY_BE = Label("May be the step")
_MORE_WAYS = Counted(
    "{n} more way that is not planned; --details shows it.",
    "{n} more ways that are not planned; --details shows them.",
)
_MORE_NAMES = Counted(
    "{n} more name that the path does not have; --details shows it.",
    "{n} more names that the path does not have; --details shows them.",
)
_HIDDEN = Label(
    "Numbers under five are hidden; so are those from which one of these could be worked out (not"
    " shown)."
)
_OPEN = Label("A case that is still under way when the log ends counts as leaving.")
_SKIPPING = Label(
    "A case skips a step when it never came to it, though it came to one that every planned way"
    " reaches through it."
)
_NOT_NAMED = Label(
    "A step that the log never names was not taken or is not recorded there: it is not counted as"
    " skipped, and ways over it are planned."
)
_COPIES = Label(
    "Some rows say the same case, step and time as another: they are taken as copies and counted once."
)
_CLOCKS = {
    Clock.DAYS: Label(
        "The log has days alone: within a day the order is that of the file, and a row that is there"
        " twice counts as a repeat."
    ),
    Clock.LOCAL: Label(
        "Times have no zone and are taken as those of one clock: over a change to or from summer"
        " time a wait may be an hour off."
    ),
    Clock.ZONED: Label("Times have a zone and are compared as moments, whatever their zones."),
}
_BAD = Counted(
    "{n} row cannot be read ({lines}); cases left out for that: {cases}.",
    "{n} rows cannot be read ({lines}); cases left out for that: {cases}.",
)
_LINE = Label("line {n}: {why}", "of a file")
_NAMES_BREAK = Label(
    "Of a case with a name that the path does not have, ways to and from it are not counted."
)


def title(graph: ServiceGraph, found: Observed) -> Message:
    """The path, the file and the days."""
    return _TITLE.fill(
        path=path_of(graph, found).name, file=found.file, first=found.first, last=found.last
    )


def path_of(graph: ServiceGraph, found: Observed) -> Path:
    """The path that was observed. Raises `TypeError` for an observation of another model."""
    path = graph.find(found.path)
    if not isinstance(path, Path):
        raise TypeError(f"{found.path} is no service path")
    return path


def sentence(graph: ServiceGraph, found: Observed, speak: Speaker) -> str:
    """The answer first: where most leave, where the wait is longest, which steps are never used."""
    if found.is_too_small:
        few = found.cases is Hidden.FEW
        return speak(_TOO_FEW).shown if few else f"{speak.capital(_CASES_HIDDEN).shown}."
    parts: list[Message] = [_lost(graph, found)]
    if (way := found.longest_wait) and way.wait:
        a, b = (found.step(id_).number for id_ in (way.source, way.target))
        parts.append(_WAITED.fill(a=a, b=b, wait=length(way.wait.median)))
    unseen = [str(one.number) for one in found.unseen]
    if unseen:
        parts.append(_UNSEEN.fill(steps=Joined(tuple(unseen), "and"), n=len(unseen)))
    else:
        parts.append(_ALL_SEEN)
    return f"{speak.capital(Joined(tuple(parts), '; ')).shown}."


def _lost(graph: ServiceGraph, found: Observed) -> Message:
    worst = found.most_left
    if worst is None:
        hidden = any(isinstance(one.left, Hidden) for one in found.steps)
        return _LOST_HIDDEN if hidden else _NONE_LOST
    action = path_of(graph, found).steps[worst.number - 1].action
    left = number(worst.left)
    part = share(worst.left, worst.cases)
    if part is None:
        lost = _LOST_SOME.fill(n=worst.number, step=action, left=count(worst.left))
    else:
        lost = _LOST.fill(
            n=worst.number, step=action, left=left, came=number(worst.cases), share=part.share
        )
    kept = any(one.left is Hidden.KEPT for one in found.steps if one is not worst)
    return _AS_FAR.fill(what=lost) if kept else lost


def totals(found: Observed, speak: Speaker) -> str:
    """How many cases there are, how many come to the end, leave before, and begin elsewhere."""
    if found.is_too_small:
        return ""
    cases = found.cases
    parts: list[Message] = [
        _CASES.fill(n=number(cases)),
        _FINISHED.fill(n=_with_share(found.finished, cases)),
        _LEFT.fill(n=_with_share(found.left, cases)),
        _ELSEWHERE.fill(n=_with_share(found.elsewhere, cases)),
    ]
    return f"{speak.capital(Joined(tuple(parts), '; ')).shown}."


def _with_share(part: CaseCount, of: CaseCount) -> Sayable:
    found = share(part, of)
    return joined([count(part), found.share], " = ") if found and part else count(part)


def count(value: CaseCount) -> Sayable:
    """A count in words: its number, or that it is hidden."""
    return value.label if isinstance(value, Hidden) else value


def waited(found: Observed, wait: timedelta) -> Message:
    """A wait as far as the log can tell it: days tell nothing of what is within one."""
    return _SAME_DAY if found.clock is Clock.DAYS and not wait else length(wait)


def length(wait: timedelta) -> Message:
    """A wait in its two largest units."""
    unit = next((one for least, one in _UNITS if wait >= least), timedelta(seconds=1))
    return duration(unit * ((wait + unit / 2) // unit))


_UNITS = (
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(minutes=1), timedelta(minutes=1)),
)


def tables(
    graph: ServiceGraph, found: Observed, speak: Speaker, *, whole: bool = True
) -> Iterator[Table]:
    """The steps, the ways, and the names that could not be told."""
    if not found.is_too_small:
        yield _steps(graph, found, speak)
        yield _ways(found, speak, whole=whole)
    if found.unknown:
        names = sorted(found.unknown, key=lambda one: -number(one.cases))
        shown = names if whole else names[:MOST_NAMES]
        rows = ([one.name, count(one.cases), one.nearest or "–"] for one in shown)
        yield table(speak, _UNKNOWN, (_NAME, _SEEN, _MEANT), rows, right=(1,))
    if found.unsure:
        rows = ([one.name, count(one.cases), ", ".join(one.steps)] for one in found.unsure)
        yield table(speak, _UNSURE, (_NAME, _SEEN, _MAY_BE), rows, right=(1,))


def _steps(graph: ServiceGraph, found: Observed, speak: Speaker) -> Table:
    path = path_of(graph, found)
    heads = (_NO, _STEP, _SEEN, _OF_ALL, _BEGIN, _LEAVE, _OF_CAME, _SKIP, _REPEAT)
    rows = (
        [f"{one.number}", path.steps[one.number - 1].action, *_of_step(found, one)]
        for one in found.steps
    )
    return table(speak, _STEPS, heads, rows, right=(0, *range(2, len(heads))))


def _of_step(found: Observed, one: ObservedStep) -> list[Sayable]:
    if not one.is_logged:
        return [_NOT_LOGGED, *["–"] * 6]
    of_all, of_came = share(one.cases, found.cases), share(one.left, one.cases)
    leaves: list[Sayable] = [_END, "–"]
    if not one.is_end:
        leaves = [count(one.left), of_came.share if of_came else "–"]
    return [
        count(one.cases),
        of_all.share if of_all else "–",
        count(one.began),
        *leaves,
        count(one.skipped),
        count(one.repeated),
    ]


def _ways(found: Observed, speak: Speaker, *, whole: bool) -> Table:
    heads = (_FROM_TO, _PLANNED, _SEEN, _MEDIAN, _NINETIETH)
    unplanned = unplanned_ways(found)
    shown = unplanned if whole else unplanned[:MOST_WAYS]
    ways = [*(one for one in found.ways if one.is_planned), *shown]
    rows = (_of_way(found, one) for one in ways)
    return table(speak, _WAYS, heads, rows, right=(2, 3, 4))


def unplanned_ways(found: Observed) -> list[ObservedWay]:
    """The ways that the path does not plan, those of most cases first; hidden ones last."""
    ways = [one for one in found.ways if not one.is_planned]
    return sorted(ways, key=lambda one: -number(one.cases))


def _of_way(found: Observed, one: ObservedWay) -> list[Sayable]:
    a, b = (found.step(id_).number for id_ in (one.source, one.target))
    planned: Sayable = _YES if one.is_planned else _NOT
    if one.over:
        numbers = tuple(f"{found.step(id_).number}" for id_ in one.over)
        planned = _OVER.fill(steps=Joined(numbers, "and"))
    waits: list[Sayable] = ["–", "–"]
    if one.wait:
        waits = [waited(found, one.wait.median), waited(found, one.wait.ninetieth)]
    return [f"{a} → {b}", planned, count(one.cases), *waits]


def notes(found: Observed, speak: Speaker, *, whole: bool = True) -> Iterator[Said]:
    """How to read the numbers, and what of the log they do not hold."""
    more = len(unplanned_ways(found)) - MOST_WAYS
    if more > 0 and not whole:
        yield speak(_MORE_WAYS, n=more)
    names = len(found.unknown) - MOST_NAMES
    if names > 0 and not whole:
        yield speak(_MORE_NAMES, n=names)
    if found.bad_rows:
        lines = tuple(_LINE.fill(n=one.line, why=one.why) for one in found.bad)
        yield speak(_BAD, n=found.bad_rows, lines=Joined(lines, "; "), cases=found.left_out)
    if found.has_copies:
        yield speak(_COPIES)
    if found.unknown:
        yield speak(_NAMES_BREAK)
    if is_anything_hidden(found):
        yield speak(_HIDDEN)
    yield speak(_SKIPPING)
    if not all(one.is_logged for one in found.steps):
        yield speak(_NOT_NAMED)
    yield speak(_OPEN)
    yield speak(_CLOCKS[found.clock])


def is_anything_hidden(found: Observed) -> bool:
    """Is any number hidden?"""
    every: list[CaseCount] = [found.cases, found.finished, found.left, found.elsewhere]
    for step in found.steps:
        every += [step.cases, step.began, step.ended, step.skipped, step.repeated]
    every += [one.cases for one in found.ways]
    every += [one.cases for one in found.unknown] + [one.cases for one in found.unsure]
    return any(isinstance(one, Hidden) for one in every)
