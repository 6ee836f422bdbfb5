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

from lumme_graph.analysis.adoption import Uptake, uptakes
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.analysis.events import (
    events,
    is_for_customers,
    is_small_group,
    is_theme_day,
    is_training,
)
from lumme_graph.analysis.guides import guides
from lumme_graph.analysis.needs import needs
from lumme_graph.analysis.plans import by_state
from lumme_graph.analysis.targets import work
from lumme_graph.base.by_name import ByName
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.truth import Truth
from lumme_graph.elements.development import Action, Need, Target
from lumme_graph.elements.events import Event
from lumme_graph.elements.groups import Group
from lumme_graph.elements.guide import Guide, GuideStage
from lumme_graph.elements.offer import Practice
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Indicator, Project, QueryName
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.meta.named import AnyId

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
    apart = {state: day.things(of) for state, of in by_state(day, items).items()}
    held = apart.pop(Modality.DONE, ())
    maybe = day.things(perhaps)
    undone = tuple(thing for of in apart.values() for thing in of)
    if maybe:
        apart[Missing.UNKNOWN] = (*apart.get(Missing.UNKNOWN, ()), *maybe)
    lacking = gaps((_WHETHER, undone), (_WHOSE, maybe))
    return Measure(held, apart, not_recorded=(*lacking, *nothing))


_WHETHER = Label("whether done")
_WHOSE = Label("whether of the project")


def _customer_events(day: Day, project: Project | None) -> Measure:
    """Customer events, in all and in each municipality of the day."""
    whole = _events(is_for_customers)(day, project)
    by = tuple(
        (day.thing(place), _events(_customers_at(place.id))(day, project))
        for place in day.municipalities
    )
    without = [place for place, part in by if not part.held]
    return replace(whole, by=by, not_recorded=(*whole.not_recorded, *gaps((_EVENT_AT, without))))


def _customers_at(place: str) -> Callable[[Event], bool]:
    return lambda event: is_for_customers(event) and place in event.municipalities


_EVENT_AT = Label("a customer event held")


def _working_groups(day: Day, project: Project | None) -> Measure:
    found = day.all(Group)
    own = [group for group in found if project is None or group.id in project.groups]
    return _counted(day, own, (), none_of(own, Group))


def _unified_practices(day: Day, _: Project | None) -> Measure:
    """Practices in use at every library of the day; those not everywhere, and those not known."""
    found = uptakes(day).values()
    held = day.things(one.practice for one in found if one.is_unified)
    unknown = day.things(one.practice for one in found if one.is_unified is None)
    by = tuple((day.thing(one.practice), _libraries(day, one)) for one in found)
    missing = (*gaps((_EVERYWHERE, unknown)), *none_of(day.graph.all(Practice), Practice))
    return Measure(held, _unknown(unknown), Ratio(len(held), len(found)), by, missing)


def _libraries(day: Day, uptake: Uptake) -> Measure:
    """The libraries at which a practice is in use, and those of which that is not known."""
    unknown = day.things(uptake.at[None])
    lacking = gaps((_IN_USE, unknown))
    return Measure(day.things(uptake.at[True]), _unknown(unknown), not_recorded=lacking)


def _unknown(of: Things) -> Apart:
    return {Missing.UNKNOWN: of} if of else {}


_IN_USE = Label("whether in use")
_EVERYWHERE = Label("whether in use everywhere")


def _common_guide(day: Day, _: Project | None) -> Measure:
    """The guides of the libraries that are known to be published; those only drawn up stand apart."""
    found = guides(day)
    published = day.things(one.guide for one in found if GuideStage.PUBLISHED in one.came)
    rest = [one for one in found if GuideStage.PUBLISHED not in one.came]
    drawn_up = day.things(one.guide for one in rest if GuideStage.DRAWN_UP in one.came)
    unknown = day.things(one.guide for one in rest if GuideStage.DRAWN_UP not in one.came)
    apart = (*drawn_up, *unknown)
    lacking = gaps((_PUBLISHED, apart), (_DRAWN_UP, unknown))
    missing = (*lacking, *none_of(day.graph.all(Guide), Guide))
    return Measure(published, _unknown(apart), not_recorded=missing)


_PUBLISHED = Label("whether published")
_DRAWN_UP = Label("whether drawn up")


def _coverage_done(day: Day, _: Project | None) -> Measure:
    return Measure(share=covered(day).done)


def _needs_without_target(day: Day, _: Project | None) -> Measure:
    found = needs(day)
    without = day.things(one.need for one in found if not one.targets)
    missing = () if found else (Gap(Need.kind.plural),)
    return Measure(without, share=Ratio(len(without), len(found)), not_recorded=missing)


def _targets_settled(day: Day, _: Project | None) -> Measure:
    """Targets with an action that is decided or done."""
    found = work(day)
    settled = day.things(one.target for one in found if one.settled)
    lacking = gaps(
        (Action.kind.label, day.things(one.target for one in found if not one.actions)),
        (_SETTLED, day.things(one.target for one in found if not one.settled)),
    )
    missing = lacking if found else (Gap(Target.kind.plural),)
    return Measure(settled, share=Ratio(len(settled), len(found)), not_recorded=missing)


_SETTLED = Label("of them decided or done")
_FUNCTIONS: dict[QueryName, Count] = {
    QueryName.TRAININGS: _events(is_training),
    QueryName.THEME_DAYS: _events(is_theme_day),
    QueryName.WORKING_GROUPS: _working_groups,
    QueryName.UNIFIED_PRACTICES: _unified_practices,
    QueryName.CUSTOMER_EVENTS: _customer_events,
    QueryName.COMMON_GUIDE: _common_guide,
    QueryName.SMALL_GROUPS: _events(is_small_group),
    QueryName.COVERAGE_DONE: _coverage_done,
    QueryName.NEEDS_WITHOUT_TARGET: _needs_without_target,
    QueryName.TARGETS_WITH_ACTION: _targets_settled,
}

QUERIES: ByName[Query] = ByName(
    "indicator query",
    {str(name): Query(str(name), name.label, _FUNCTIONS[name]) for name in QueryName},
)
"""The queries that an indicator may name."""


def measure(graph: ServiceGraph, query: str, day: date | None = None) -> Measure:
    """What a query counts in the whole graph on a day."""
    return QUERIES[query].function(Day.of(graph, day), None)


def indicator(graph: ServiceGraph, element: AnyId, as_of: AnyDay | None = None) -> IndicatorValue:
    """The value of an indicator on a day, the model's own by default.

    Raises `UnknownIdError` or `WrongKindError` where there is no such indicator, and
    `UnknownNameError` where it names no known query.
    """
    return value_of(Day.of(graph, day_of(as_of)), graph[Indicator, element])


def value_of(day: Day, one: Indicator) -> IndicatorValue:
    """As `indicator`, for those who have the `Day` already."""
    found = QUERIES[one.query].function(day, day.graph.get(one.project))
    target, said = one.target, target_of(one)
    reached = None if target is None else _reached(found, target.operator, target.value)
    return IndicatorValue(
        day.thing(one),
        one.query,
        day.date,
        found,
        said,
        reached,
        observed(day, one),
        _note(found, said),
    )


def target_of(one: Indicator) -> str | None:
    """What an indicator is to reach, such as `>= 9`."""
    return None if one.target is None else f"{one.target.operator} {one.target.value}"


def observed(day: Day, one: Indicator) -> tuple[tuple[str, Decimal | None], ...]:
    """What was observed of an indicator till a day: when, and how much where that is recorded."""
    return tuple((str(o.date), o.value) for o in one.observations if o.date.reached(day.date))


def known_value(day: Day, one: Indicator) -> IndicatorValue | None:
    """As `value_of`; None where there is no such query, for what also shows a model with errors."""
    return value_of(day, one) if one.query in QUERIES else None


def note_of(value: IndicatorValue | None) -> Message:
    """A `known_value` in words."""
    return value.note if value else Missing.UNKNOWN.label


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
        return _NO_TARGET.fill(said=said)
    return _TARGET.fill(said=said, target=target)


def _parts(found: Measure) -> Iterator[Message]:
    value = found.n if found.share is None else f"{found.share.n}/{found.share.d}"
    yield Label("done {n}").fill(n=value)
    for state, of in found.apart.items():
        yield Label("{state} {n}").fill(state=state.label, n=len(of))


_NO_TARGET = Label("{said}; no target value.")
_TARGET = Label("{said}; target {target}.")
