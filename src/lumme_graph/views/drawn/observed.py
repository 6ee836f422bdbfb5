"""The path as it was observed: counts and waits on its arrows, and where cases leave, skip, repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.ways import WayOn
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.journeys import Lane, Step
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import (
    CaseCount,
    Hidden,
    Observed,
    ObservedStep,
    ObservedWay,
    number,
    share,
)
from lumme_graph.views.drawn import step_facts as told
from lumme_graph.views.drawn.parts import ALL, STAYS, fact, head
from lumme_graph.views.observed import (
    count,
    is_anything_hidden,
    length,
    path_of,
    unplanned_ways,
    waited,
)
from lumme_graph.views.shapes import (
    Box,
    BoxLink,
    DrawnFact,
    Grid,
    GridCell,
    GridRow,
    Head,
    Sign,
)

KIND: Final = Label("service path as observed")
UNPLANNED: Final = "unplanned"
"""The line of a way that the path does not plan."""
_OVER: Final = "over"
"""The line of a planned way over steps that the log does not name."""
MOST: Final = 6
"""How many ways that are not planned are drawn: more hide the path."""

_DESCRIPTION = Label("A service path with what a log of real journeys shows of it.")
_LOG = Label("The log {file}, from {first} to {last}.")
_CASES = Label("Cases")
_OF_CASES = Label("{cases}; come to the end: {finished}; leave before: {left}")
_LEAVE_MOST = Label("Most leave")
_AFTER = Label("at step {n}: {left}")
_AT = Label("at step {n}, number not shown")
_LONGEST = Label("Longest wait")
_BETWEEN = Label("from step {a} to step {b}: median {wait}")
_ALIKE = Label("all are alike", "of waits")
_NOT_KNOWN = Label("not known", "of a wait, or of where cases leave")
_SOME = Counted("{n} case", "{n} cases")
_SOME_OF_ALL = Counted("{n} case, {share} of all", "{n} cases, {share} of all")
_FEW = Label("fewer than 5 cases")
_KEPT = Label("number of cases not shown")
_SEEN = Label("Seen here")
_NOT_LOGGED = Label("the log does not name it", "a step")
_BEGINS = Label("Begin here")
_LEAVE = Label("{n} leave here", "cases of a log")
_LEAVE_SHARE = Label("{n} leave here, {share} of those who came", "cases of a log")
_LEAVE_KEPT = Label("some leave here, number not shown")
_LEAVING = Label("Leaving", "what cases do at a step")
_SKIP = Label("{n} skip it", "cases of a log")
_SKIP_KEPT = Label("some skip it, number not shown")
_SKIPPING = Label("Skipping", "what cases do at a step")
_REPEAT = Label("{n} repeat it", "cases of a log")
_REPEAT_KEPT = Label("some repeat it, number not shown")
_REPEATING = Label("Repeating", "what cases do at a step")
_MARKS: Final = {
    "leave": Label("leave here", "a mark at a step"),
    "skip": Label("skip the step", "a mark at a step"),
    "repeat": Label("repeat the step", "a mark at a step"),
}
_WAY = Label("Way on")
_PAST = Label("over step {steps}", "of a way, over steps that a log does not name")
_MEDIAN = Label("median {wait}", "of waits")
_NOT_PLANNED = Label("not planned", "of a way")
_TAKEN = Label("cases and median wait", "on an arrow")
_NOT_DRAWN = Label("Not drawn")
_MORE = Counted(
    "{n} more way that is not planned is in the table of the observation.",
    "{n} more ways that are not planned are in the table of the observation.",
)
_HIDDEN_NOTE = Label("Numbers under five, and what would give one away, are not shown.")
_HIDDEN = Label("Hidden")
_OPEN = Label("A case that is still under way when the log ends counts as leaving.")
_ONLY_IF = Label("only if", "an arrow that is followed on a condition")
_NEXT = Label("next step")


def observed(graph: ServiceGraph, found: Observed, speak: Speaker) -> Grid:
    """The path with a card for each step, and on each arrow how many took it and how long."""
    shown = told.drawn(graph, found.path, ALL)
    steps = {told.address(shown.path, shown.path.steps[one.number - 1]): one for one in found.steps}
    links = tuple(_links(shown, found, speak))
    rows = tuple(_lane(graph, shown, found, lane, speak) for lane in Lane)
    notes = _notes(found, speak)
    return Grid(
        kind="observed",
        head=_head(graph, found, speak),
        columns=told.columns(shown, speak),
        rows=rows if steps else (),
        links=links,
        keys=tuple(_keys(rows, links, speak)),
        notes=tuple(notes),
    )


def _head(graph: ServiceGraph, found: Observed, speak: Speaker) -> Head:
    path, id_ = path_of(graph, found), found.path
    log = _LOG.fill(file=found.file, first=found.first, last=found.last)
    numbers = _OF_CASES.fill(
        cases=_cases(found.cases), finished=count(found.finished), left=count(found.left)
    )
    worst, longest = found.most_left, found.longest_wait
    after: Sayable = _NOT_KNOWN
    if worst:
        after = _AFTER.fill(n=worst.number, left=count(worst.left))
        after = _AT.fill(n=worst.number) if worst.left is Hidden.KEPT else after
    between: Sayable = _NOT_KNOWN
    if len([one for one in found.ways if one.is_planned and one.wait]) > 1:
        between = _ALIKE
    if longest and longest.wait:
        a, b = (found.step(one).number for one in (longest.source, longest.target))
        between = _BETWEEN.fill(a=a, b=b, wait=length(longest.wait.median))
    return head(
        graph,
        speak,
        id_,
        KIND,
        path.name,
        _DESCRIPTION,
        fields=(
            fact(speak, f"{id_}/cases", _CASES, numbers, "head"),
            fact(speak, f"{id_}/most-leave", _LEAVE_MOST, after, "head"),
            fact(speak, f"{id_}/longest-wait", _LONGEST, between, "head"),
        ),
        made=(log, _OPEN),
    )


def _cases(cases: CaseCount) -> Message:
    if isinstance(cases, Hidden):
        return _FEW if cases is Hidden.FEW else _KEPT
    return _SOME.fill(n=cases)


def _lane(
    graph: ServiceGraph, shown: told.ShownPath, found: Observed, lane: Lane, speak: Speaker
) -> GridRow:
    cells = tuple(
        GridCell(told.address(shown.path, step), (_card(graph, shown, found, place, step, speak),))
        for place, step in shown.steps()
        if step.lane is lane
    )
    return GridRow(f"lane/{lane.value}", speak.capital(lane.label), "lane", cells, tone=lane.value)


def _card(
    graph: ServiceGraph,
    shown: told.ShownPath,
    found: Observed,
    place: int,
    step: Step,
    speak: Speaker,
) -> Box:
    facts = list(_facts(graph, shown, found, found.steps[place - 1], step, speak))
    return told.step_box(graph, shown, place, step, speak, facts)


def _facts(
    graph: ServiceGraph,
    shown: told.ShownPath,
    found: Observed,
    one: ObservedStep,
    step: Step,
    speak: Speaker,
) -> Iterator[DrawnFact]:
    """Where the step is met, how many cases were seen at it, and what is marked there."""
    id_ = told.address(shown.path, step)
    if graph.get(step.touchpoint):
        yield told.touchpoint_fact(graph, shown.path, step, speak)
    if not one.is_logged:
        unknown = Sign("state", "unknown", speak(_NOT_LOGGED))
        yield fact(speak, f"{id_}/seen", _SEEN, _NOT_LOGGED, "gap", signs=[unknown])
        return
    of_all = share(one.cases, found.cases)
    seen = _cases(one.cases)
    if of_all:
        seen = _SOME_OF_ALL.fill(n=number(one.cases), share=of_all.share)
    yield fact(speak, f"{id_}/seen", _SEEN, seen)
    if one.began and not one.is_start:
        yield fact(speak, f"{id_}/begin", _BEGINS, count(one.began))
    if one.left:
        came = share(one.left, one.cases)
        leave = _told(one.left, _LEAVE, _LEAVE_KEPT)
        if came:
            leave = _LEAVE_SHARE.fill(n=count(one.left), share=came.share)
        yield _marked(speak, f"{id_}/leave", _LEAVING, leave, "leave")
    if one.skipped:
        skip = _told(one.skipped, _SKIP, _SKIP_KEPT)
        yield _marked(speak, f"{id_}/skip", _SKIPPING, skip, "skip")
    if one.repeated:
        repeat = _told(one.repeated, _REPEAT, _REPEAT_KEPT)
        yield _marked(speak, f"{id_}/repeat", _REPEATING, repeat, "repeat")


def _told(cases: CaseCount, words: Label, kept: Label) -> Message:
    """How many do something, or that some do."""
    return kept if cases is Hidden.KEPT else words.fill(n=count(cases))


def _marked(speak: Speaker, id_: str, label: Label, words: Message, mark: str) -> DrawnFact:
    return fact(speak, id_, label, words, signs=[Sign("mark", mark, speak(_MARKS[mark]))])


def _links(shown: told.ShownPath, found: Observed, speak: Speaker) -> Iterator[BoxLink]:
    """The ways of the path, then those over steps that the log does not name, then the unplanned."""
    taken = {(one.source, one.target): one for one in found.ways}
    steps = shown.path.steps
    for way in shown.ways:
        ends = steps[way.source].id, steps[way.target].id
        yield _link(shown, found, taken.pop(ends, None), *ends, speak, way)
    for one in [one for one in taken.values() if one.is_planned]:
        yield _link(shown, found, one, one.source, one.target, speak)
    for one in _drawn_unplanned(found):
        yield _link(shown, found, one, one.source, one.target, speak)


def _drawn_unplanned(found: Observed) -> list[ObservedWay]:
    """The ways not planned that most cases take; a step repeated at once is marked at the step."""
    ways = [one for one in unplanned_ways(found) if number(one.cases)]
    return [one for one in ways if one.source != one.target][:MOST]


def _link(
    shown: told.ShownPath,
    found: Observed,
    one: ObservedWay | None,
    source: str,
    target: str,
    speak: Speaker,
    way: WayOn | None = None,
) -> BoxLink:
    begin, end = (f"{shown.path.id}/{id_}" for id_ in (source, target))
    when = speak(way.when) if way and way.when else None
    flow = _flow(found, one) if one else None
    to: Sayable = f"{found.step(target).number}"
    words: Sayable = Joined((to, flow), ": ") if flow else to
    return BoxLink(
        begin,
        end,
        when,
        flow=_bound(speak(flow)) if flow else None,
        joins=bool(way and way.joins),
        told=fact(speak, f"{begin}/next/{target}", _WAY, _bound(speak(words)), "sub"),
        line=_line(one) if one else "",
    )


def _bound(said: Said) -> Said:
    """Words in which each number stays with what it counts."""
    return said._replace(words=re.sub(r"(?<=\d) (?=[^\W\d])", STAYS, said.words))


def _line(one: ObservedWay) -> str:
    if not one.is_planned:
        return UNPLANNED
    return _OVER if one.over else ""


def _flow(found: Observed, one: ObservedWay) -> Message:
    parts: list[Sayable] = [_cases(one.cases)]
    if one.over:
        steps = tuple(f"{found.step(id_).number}" for id_ in one.over)
        parts.append(_PAST.fill(steps=Joined(steps, "and")))
    if one.wait:
        parts.append(_MEDIAN.fill(wait=waited(found, one.wait.median)))
    if not one.is_planned:
        parts.append(_NOT_PLANNED)
    return Joined(tuple(parts), ", ")


def _keys(rows: tuple[GridRow, ...], links: tuple[BoxLink, ...], speak: Speaker) -> Iterator[Sign]:
    """What the key explains: the lines and the marks that are there."""
    boxes = [box for row in rows for cell in row.cells for box in cell.boxes]
    ends = {sign.value: sign for box in boxes for sign in box.ends}
    marks = {sign.value: sign for box in boxes for one in box.facts for sign in one.signs}
    planned = [one for one in links if one.line != UNPLANNED]
    if any(not one.when for one in planned):
        yield Sign("line", "always", speak(Joined((_NEXT, _TAKEN), ": ")))
    if any(one.when for one in planned):
        yield Sign("line", "condition", speak(_ONLY_IF))
    if any(one.line == UNPLANNED for one in links):
        yield Sign("line", UNPLANNED, speak(_NOT_PLANNED))
    yield from (ends[value] for value in ("start", "end") if value in ends)
    yield from (marks[value] for value in ("leave", "skip", "repeat") if value in marks)


def _notes(found: Observed, speak: Speaker) -> Iterator[DrawnFact]:
    others = [one for one in found.ways if not one.is_planned and one.source != one.target]
    more = len(others) - len(_drawn_unplanned(found))
    if more:
        yield fact(speak, f"{found.path}/not-drawn", _NOT_DRAWN, _MORE.fill(n=more), "sub")
    if is_anything_hidden(found):
        yield fact(speak, f"{found.path}/hidden", _HIDDEN, _HIDDEN_NOTE, "sub")
