"""Indicators as named queries: what is counted on a day, what is only planned, what is not known.

The value counts what is done alone; options, plans and what is announced or decided stand apart, and
so does what is not recorded. Where an indicator names a project, its events and groups are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.finding import KnownError
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.truth import Truth
from lumme_graph.elements.development import Event, Need, Target
from lumme_graph.elements.guide import Guide, GuideStage
from lumme_graph.elements.offer import Practice
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Indicator, Project
from lumme_graph.elements.who import Group
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import fill
from lumme_graph.questions.events import (
    events,
    is_for_customers,
    is_small_group,
    is_theme_day,
    is_training,
)
from lumme_graph.questions.guide import milestone
from lumme_graph.questions.practice import adoption_lists
from lumme_graph.questions.shared import by_state
from lumme_graph.questions.targets import needs_without_target, targets_without_decision

Apart = Mapping[Modality | Missing, Things]
"""What is not done, or not known to be, by how far it is."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a query counts: `held` is the value; `apart` is not done, or not known to be.

    `share` is there where the value is a share; `by` gives the same per municipality or practice.
    """

    held: Things = ()
    apart: Apart = field(default_factory=dict[Modality | Missing, Things])
    share: Ratio | None = None
    by: tuple[tuple[Thing, Measure], ...] = ()
    not_recorded: tuple[Gap, ...] = ()

    @property
    def n(self) -> int:
        """The value: how many are done; of a share, its part."""
        return len(self.held) if self.share is None else self.share.n


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """An indicator on a day: its measure, its target or none, and what was observed till then."""

    indicator: Thing
    query: str
    day: date
    measure: Measure
    target: str | None
    reached: Truth
    observed: tuple[tuple[str, Decimal | None], ...]
    note: Message


Count = Callable[[Day, Project | None], Measure]


@dataclass(frozen=True, slots=True)
class Query:
    """A named query: what it counts in words, and the function that counts."""

    name: str
    text: Message
    function: Count


def _events(is_counted: Callable[[Event], bool]) -> Count:
    """The query that counts the events of a kind; those of the project, where there is one."""

    def query(day: Day, project: Project | None) -> Measure:
        found = events(day, is_counted)
        own = [event for event in found if project is None or event.project == project.id]
        perhaps = [event for event in found if _may_belong(day, event, project)]
        return _counted(day, own, perhaps, none_of(own, Event))

    return query


def _may_belong(day: Day, event: Event, project: Project | None) -> bool:
    """Was it held in the time of the project, without a word on whose it was?"""
    if project is None or event.project is not None or not day.is_done(event):
        return False
    if event.from_ is None or project.from_ is None:
        return True
    first, last = event.from_.earliest, event.from_.latest
    start, end = project.from_.earliest, project.to.latest if project.to else None
    before = last is not None and start is not None and last < start
    after = first is not None and end is not None and end < first
    return not (before or after)


def _counted(
    day: Day,
    items: Sequence[Event | Group],
    perhaps: Iterable[Event],
    nothing: tuple[Gap, ...],
) -> Measure:
    states = by_state(day, items)
    held = tuple(states.pop(Modality.DONE, ()))
    apart = {state: tuple(of) for state, of in states.items()}
    maybe = day.things(perhaps)
    if maybe:
        apart[Missing.UNKNOWN] = (*apart.get(Missing.UNKNOWN, ()), *maybe)
    undone = tuple(thing for of in apart.values() for thing in of if thing not in maybe)
    lacking = gaps((_WHETHER, undone), (_WHOSE, maybe))
    return Measure(held, apart, not_recorded=(*lacking, *nothing))


_WHETHER = Label("whether done")
_WHOSE = Label("whether of the project")


def _customer_events(day: Day, project: Project | None) -> Measure:
    """Customer events, in all and in each municipality of the day."""
    whole = _events(is_for_customers)(day, project)
    by: list[tuple[Thing, Measure]] = []
    for place in day.municipalities:
        part = _events(lambda e, at=place.id: is_for_customers(e) and at in e.municipalities)  # type: ignore[misc]
        by.append((day.thing(place), part(day, project)))
    without = [place for place, part in by if not part.held]
    return replace(
        whole, by=tuple(by), not_recorded=(*whole.not_recorded, *gaps((_EVENT_AT, without)))
    )


_EVENT_AT = Label("a customer event held")


def _working_groups(day: Day, project: Project | None) -> Measure:
    found = day.all(Group)
    own = [group for group in found if project is None or group.id in project.groups]
    return _counted(day, own, (), none_of(own, Group))


def _unified_practices(day: Day, _: Project | None) -> Measure:
    """Practices in use at every library of the day; those not everywhere, and those not known."""
    held: list[Thing] = []
    unknown: list[Thing] = []
    by: list[tuple[Thing, Measure]] = []
    practices = day.graph.all(Practice)
    for practice in practices:
        yes, no, open_ = adoption_lists(day, practice)
        thing = day.thing(practice)
        if yes and not no and not open_:
            held.append(thing)
        elif not no:
            unknown.append(thing)
        lacking = gaps((_IN_USE, open_))
        by.append(
            (thing, Measure(yes, {Missing.UNKNOWN: open_} if open_ else {}, not_recorded=lacking))
        )
    apart: Apart = {Missing.UNKNOWN: tuple(unknown)} if unknown else {}
    missing = (*gaps((_EVERYWHERE, unknown)), *none_of(practices, Practice))
    return Measure(tuple(held), apart, Ratio(len(held), len(practices)), tuple(by), missing)


_IN_USE = Label("whether in use")
_EVERYWHERE = Label("whether in use everywhere")


def _common_guide(day: Day, _: Project | None) -> Measure:
    """The guides of the libraries that are known to be published; those only drawn up stand apart."""
    published: list[Thing] = []
    drawn_up: list[Thing] = []
    unknown: list[Thing] = []
    guides = day.graph.all(Guide)
    for guide in guides:
        stages = {stage: milestone(day, guide, stage) for stage in GuideStage}
        if not isinstance(stages[GuideStage.PUBLISHED], Missing):
            published.append(day.thing(guide))
        elif not isinstance(stages[GuideStage.DRAWN_UP], Missing):
            drawn_up.append(day.thing(guide))
        else:
            unknown.append(day.thing(guide))
    apart: dict[Modality | Missing, Things] = {}
    if drawn_up or unknown:
        apart[Missing.UNKNOWN] = (*drawn_up, *unknown)
    lacking = gaps((_PUBLISHED, [*drawn_up, *unknown]), (_DRAWN_UP, unknown))
    return Measure(tuple(published), apart, not_recorded=(*lacking, *none_of(guides, Guide)))


_PUBLISHED = Label("whether published")
_DRAWN_UP = Label("whether drawn up")


def _coverage_done(day: Day, _: Project | None) -> Measure:
    return Measure(share=covered(day).done)


def _needs_without_target(day: Day, _: Project | None) -> Measure:
    answer = needs_without_target.function(day)
    without = tuple(t for gap in answer.not_recorded for t in gap.of)
    needs = day.all(Need)
    return Measure(
        without, share=Ratio(len(without), len(needs)), not_recorded=none_of(needs, Need)
    )


def _targets_settled(day: Day, _: Project | None) -> Measure:
    """Targets with an action that is decided or done."""
    answer = targets_without_decision.function(day)
    rows = {row.values[0]: row.values[2] for row in answer.rows}
    settled = tuple(
        t for t, value in rows.items() if isinstance(t, Thing) and value is not Missing.NOT_RECORDED
    )
    targets = day.all(Target)
    return Measure(
        settled, share=Ratio(len(settled), len(targets)), not_recorded=answer.not_recorded
    )


_QUERIES = (
    Query("trainings", Label("trainings held"), _events(is_training)),
    Query("theme-days", Label("theme days held"), _events(is_theme_day)),
    Query("working-groups", Label("working groups formed"), _working_groups),
    Query("unified-practices", Label("practices in use at every library"), _unified_practices),
    Query("customer-events", Label("customer events held"), _customer_events),
    Query("common-guide", Label("common guides published"), _common_guide),
    Query("small-groups", Label("small groups held"), _events(is_small_group)),
    Query("coverage-done", Label("coverage of the guide"), _coverage_done),
    Query("needs-without-target", Label("needs without a target"), _needs_without_target),
    Query(
        "targets-with-action",
        Label("targets with an action that is decided or done"),
        _targets_settled,
    ),
)

QUERIES: dict[str, Query] = {query.name: query for query in _QUERIES}
"""The queries that an indicator may name."""


def query_named(name: str) -> Query:
    """The query with a name.

    Raises `KnownError` where there is none, with the name that may be meant.
    """
    if name not in QUERIES:
        guess = nearest(name, QUERIES)
        more = f"did you mean {guess}?" if guess else f"there are {', '.join(QUERIES)}"
        raise KnownError(f"there is no indicator query {name}; {more}")
    return QUERIES[name]


def measure(graph: ServiceGraph, query: str, day: date | None = None) -> Measure:
    """What a query counts in the whole graph on a day."""
    return query_named(query).function(Day.of(graph, day), None)


def indicator(graph: ServiceGraph, id_: str, day: date | str | None = None) -> IndicatorValue:
    """The value of an indicator on a day, the model's own by default.

    Raises `KnownError` where there is no such indicator, or it names no known query.
    """
    known = {one.id: one for one in graph.all(Indicator)}
    if id_ not in known:
        guess = nearest(id_, known)
        more = f"did you mean {guess}?" if guess else f"there are {', '.join(known) or 'none'}"
        raise KnownError(f"there is no indicator {id_}; {more}")
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return value_of(Day.of(graph, when), known[id_])


def value_of(day: Day, one: Indicator) -> IndicatorValue:
    """As `indicator`, sharing what else is asked on the day."""
    found = query_named(one.query).function(day, day.graph.get(one.project))
    seen = tuple((str(o.date), o.value) for o in one.observations if o.date.reached(day.date))
    target = one.target
    said = None if target is None else f"{target.operator} {target.value}"
    reached = None if target is None else _reached(found, target.operator, target.value)
    return IndicatorValue(
        day.thing(one), one.query, day.date, found, said, reached, seen, _note(found, said)
    )


_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lt,
    "<=": le,
    "=": eq,
    ">=": ge,
    ">": gt,
}


def _reached(found: Measure, operator: str, value: Decimal) -> Truth:
    """Is the target reached? Not known where what stands apart as unknown could decide it."""
    compare = _COMPARE[operator]
    unknown = len(found.apart.get(Missing.UNKNOWN, ()))
    least, most = compare(Decimal(found.n), value), compare(Decimal(found.n + unknown), value)
    return least if least is most else None


def _note(found: Measure, target: str | None) -> Message:
    parts = list(_parts(found))
    said = Joined(tuple(parts), "; ")
    if target is None:
        return fill(_NO_TARGET, said=said)
    return fill(_TARGET, said=said, target=target)


def _parts(found: Measure) -> Iterator[Message]:
    value = found.n if found.share is None else f"{found.share.n}/{found.share.d}"
    yield fill(Label("done {n}"), n=value)
    for state, of in found.apart.items():
        yield fill(Label("{state} {n}"), state=state.label, n=len(of))


_NO_TARGET = Label("{said}; no target value.")
_TARGET = Label("{said}; target {target}.")
