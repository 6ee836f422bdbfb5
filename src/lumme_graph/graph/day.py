"""A graph on a day: what is worked out of it is worked out once, and kept for all who ask.

Whoever asks again on the same day gets the same rows: checks, questions, indicators, views and
reports share them, and none of them keeps results of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar, cast

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.label import Plain
from lumme_graph.base.memo import Memo
from lumme_graph.base.text import Text
from lumme_graph.base.truth import Truth
from lumme_graph.elements.development import Action, Decision
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import Claim, KeptElement, Source
from lumme_graph.elements.groups import Group, Role
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Goal, Project
from lumme_graph.elements.who import Municipality, Organisation, OrganisationType
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.membership import above, members
from lumme_graph.graph.names import name_label, short_label
from lumme_graph.graph.offers import Offers
from lumme_graph.graph.service_graph import E, ServiceGraph
from lumme_graph.graph.things import Missing, Thing, Things

PlanItem = Event | Group | Role | Decision | Action
"""What may be done, decided or only planned."""

T = TypeVar("T")


class Day:
    """A graph on a day."""

    def __init__(self, graph: ServiceGraph, date_: date) -> None:
        self.graph = graph
        self.date = date_
        self.as_of = graph.settings.as_of
        self._kept: dict[Callable[[Day], Any], Any] = {}
        self._memos: dict[Hashable, Memo[Any]] = {}
        self._things: dict[str, Thing] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return Day.of, (self.graph, self.date)

    @classmethod
    def of(cls, graph: ServiceGraph, as_of: AnyDay | None = None) -> Day:
        """The graph on a day, its own by default: always the same `Day` for the same day."""
        need_graph(graph)
        day = day_of(as_of) or graph.settings.as_of
        if day not in graph.days:
            graph.days[day] = cls(graph, day)
        return cast("Day", graph.days[day])

    def kept(self, function: Callable[[Day], T]) -> T:
        """What a function says of the day, worked out when it is asked for first."""
        if function not in self._kept:
            self._kept[function] = function(self)
        return cast("T", self._kept[function])

    def memo(self, owner: Hashable) -> Memo[Any]:
        """What an owner keeps of the day, by keys of its own."""
        return self._memos.setdefault(owner, Memo())

    @cached_property
    def above(self) -> dict[str, dict[str, Truth]]:
        """What each library of the model belongs to: True, or None where it is not sure."""
        return {o.id: above(self.graph, o, self.date) for o in self._all_libraries}

    @cached_property
    def _all_libraries(self) -> list[Organisation]:
        return [o for o in self.graph.all(Organisation) if o.type is OrganisationType.LIBRARY]

    def _belongs(self, library: Organisation) -> Truth:
        network = self.graph.settings.network
        return True if network is None else self.above[library.id].get(network, False)

    @cached_property
    def libraries(self) -> tuple[Organisation, ...]:
        """The libraries of the network, in model order; without a network, all of the model."""
        return tuple(library for library in self._all_libraries if self._belongs(library))

    @cached_property
    def perhaps(self) -> tuple[Organisation, ...]:
        """The libraries of which it is not known whether they are of the network."""
        return tuple(one for one in self._all_libraries if self._belongs(one) is None)

    @cached_property
    def members(self) -> dict[str, dict[str, Truth]]:
        """For each organisation, which of the libraries are it or belong to it: True or None."""
        return members({library.id: self.above[library.id] for library in self.libraries})

    @cached_property
    def offers(self) -> Offers:
        """What is offered at each of the libraries."""
        return Offers(self.graph, self.libraries, self.members, self.date)

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities that the libraries serve, in model order."""
        served = {ref for library in self.libraries for ref in library.municipalities}
        return tuple(m for m in self.graph.all(Municipality) if m.id in served)

    def all(self, kind: type[E]) -> list[E]:
        """The elements of a kind that are known on the day."""
        return [element for element in self.graph.all(kind) if self.is_known(element)]

    def is_known(self, element: KeptElement) -> bool:
        """Does the model speak of it on the day? What begins later is not there yet.

        On the model's own day and after it, what is announced for later is known too.
        """
        start = self.start(element)
        if start is None or self.date >= self.as_of:
            return True
        return start.reached(self.date) is not False

    def start(self, element: KeptElement) -> UncertainDate | None:
        """When it begins; of a part of a project without a day, when the project does."""
        match element:
            case Decision(date=UncertainDate() as day):
                return day
            case Event() | Decision() | Action():
                own = None if isinstance(element, Decision) else element.from_
                return own or _project_start(self.graph.get(element.project))
            case Project():
                return _project_start(element)
            case Group():
                return element.from_ or _project_start(self.projects.get(element.id))
            case Role():
                return _project_start(self.projects.get(element.id))
            case _:
                return None

    @cached_property
    def projects(self) -> dict[str, Project]:
        """The project that forms a group or needs a role, by their ids."""
        return {
            ref: project
            for project in self.graph.all(Project)
            for ref in (*project.groups, *project.roles)
        }

    @cached_property
    def goals_of(self) -> dict[str, list[str]]:
        """The goals that a project sets, by its id."""
        found: dict[str, list[str]] = {}
        for goal in self.graph.all(Goal):
            if goal.project is not None:
                found.setdefault(goal.project, []).append(goal.id)
        return found

    def project_of(self, item: PlanItem) -> Project | None:
        """The project that an item belongs to."""
        if isinstance(item, Group | Role):
            return self.projects.get(item.id)
        return self.graph.get(item.project)

    def state(self, item: PlanItem) -> Modality | Missing:
        """How far an item is: done only where that is recorded and its day has come."""
        if item.modality is not Modality.DONE:
            return item.modality or Missing.NOT_RECORDED
        own = item.date if isinstance(item, Decision) else getattr(item, "from_", None)
        come = (self.date >= self.as_of or None) if own is None else own.reached(self.date)
        return Modality.DONE if come else Missing.UNKNOWN

    def is_done(self, item: PlanItem) -> bool:
        """Is it recorded as done by the day?"""
        return self.state(item) is Modality.DONE

    def thing(self, element: KeptElement) -> Thing:
        """An element as answers name it; a library by its municipality."""
        found = self._things.get(element.id)
        if found is None:
            found = self._things[element.id] = Thing(element.id, self._label(element))
        return found

    def _label(self, element: KeptElement) -> Text | Plain:
        match element:
            case Organisation(type=OrganisationType.LIBRARY):
                return short_label(self.graph, element)
            case Source():
                return Plain(element.citation)
            case Claim():
                return element.text
            case _:
                return name_label(element)

    def things(self, elements: Iterable[KeptElement]) -> Things:
        """Elements as answers name them."""
        return tuple(map(self.thing, elements))

    def refs(self, ids: Iterable[str]) -> Things:
        """The elements with these ids, as far as they are there."""
        found = (self.graph.find(id_) for id_ in ids)
        return tuple(self.thing(element) for element in found if element is not None)

    def ref(self, id_: str | None) -> Thing | Missing:
        """The element with an id; *not recorded* for None."""
        found = None if id_ is None else self.graph.find(id_)
        return Missing.NOT_RECORDED if found is None else self.thing(found)


def _project_start(project: Project | None) -> UncertainDate | None:
    if project is None:
        return None
    if project.from_ is None and project.call is not None:
        return UncertainDate.parse(f"{project.call:04}")
    return project.from_


def libraries(graph: ServiceGraph, as_of: AnyDay | None = None) -> tuple[Organisation, ...]:
    """The libraries of the network on a day, in model order; without a network, all libraries."""
    return Day.of(graph, day_of(as_of)).libraries


def once(function: Callable[[Day], T]) -> Callable[[Day], T]:
    """Have a function of a day worked out once a day, however many ask for it."""

    @wraps(function)
    def kept(day: Day) -> T:
        return day.kept(function)

    return kept
