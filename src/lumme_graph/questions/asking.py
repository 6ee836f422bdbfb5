"""What a question is, and what the questions of one day share: worked out once, then kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from lumme_graph.analysis.adoption import Adopted, adoptions
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label
from lumme_graph.base.truth import Truth
from lumme_graph.elements.development import Action, Decision, Event
from lumme_graph.elements.evidence import Claim, KeptElement, Source
from lumme_graph.elements.offer import Practice, Service
from lumme_graph.elements.parts import Modality
from lumme_graph.elements.project import Goal, Project
from lumme_graph.elements.who import Group, Municipality, Organisation, OrganisationType, Role
from lumme_graph.graph.membership import is_member
from lumme_graph.graph.names import label_of, name_label, short_label
from lumme_graph.graph.service_graph import E, ServiceGraph
from lumme_graph.questions.answers import Answer, Gap, Missing, Thing, Things, fill
from lumme_graph.questions.first_day import first_fact

PlanItem = Event | Group | Role | Decision | Action

_NOTHING_YET = Label(
    "Päivältä {day} ei ole kirjattu mitään: mallin varhaisin tosiasia on päivältä {first}.",
    "Nothing is recorded of {day}: the earliest fact of the model is of {first}.",
    "Inget är antecknat om {day}: modellens tidigaste faktum är från {first}.",
)
_ANYTHING = Label("mitään tältä päivältä", "anything of this day", "något om denna dag")
_MEMBERSHIP = Label(
    "jäsenyys tänä päivänä ei tiedossa",
    "whether a member on the day",
    "medlemskap denna dag",
)


class Asked:
    """A graph on a day, with what several questions need."""

    def __init__(self, graph: ServiceGraph, day: date | None = None) -> None:
        self.graph = graph
        self.today = graph.settings.as_of
        self.day = day or self.today
        self._things: dict[str, Thing] = {}
        self._adoptions: dict[str, dict[str, Adopted]] = {}

    @cached_property
    def first(self) -> date | None:
        """The day of the earliest fact of the model."""
        return first_fact(self.graph)

    @cached_property
    def _members(self) -> list[tuple[Organisation, Truth]]:
        network = self.graph.settings.network
        found = [o for o in self.graph.all(Organisation) if o.type is OrganisationType.LIBRARY]
        if network is None:
            return [(library, True) for library in found]
        known = ((library, is_member(self.graph, library, network, self.day)) for library in found)
        return [(library, truth) for library, truth in known if truth is not False]

    @cached_property
    def libraries(self) -> tuple[Organisation, ...]:
        """The libraries of the network on the day."""
        return tuple(library for library, truth in self._members if truth)

    @cached_property
    def perhaps(self) -> tuple[Organisation, ...]:
        """The libraries of which it is not known whether they are members on the day."""
        return tuple(library for library, truth in self._members if truth is None)

    @property
    def membership_gap(self) -> tuple[Gap, ...]:
        """That the membership of some libraries is not known on the day."""
        return (Gap(_MEMBERSHIP, self.things(self.perhaps)),) if self.perhaps else ()

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipalities that the libraries of the day serve, in model order."""
        served = {ref for library in self.libraries for ref in library.municipalities}
        return tuple(m for m in self.graph.all(Municipality) if m.id in served)

    @cached_property
    def coverage(self) -> Coverage:
        """What the guide covers on the day."""
        return coverage(self.graph, self.day)

    def adoptions(self, practice: Practice) -> dict[str, Adopted]:
        """The state of a practice at each library of the day."""
        if practice.id not in self._adoptions:
            self._adoptions[practice.id] = adoptions(self.graph, practice, self.libraries, self.day)
        return self._adoptions[practice.id]

    def all(self, kind: type[E]) -> list[E]:
        """The elements of a kind that are known on the day."""
        return [element for element in self.graph.all(kind) if self.is_known(element)]

    def is_known(self, element: KeptElement) -> bool:
        """Does the model speak of it on the day? What begins later is not there yet.

        On the model's own day and after it, what is announced for later is known too.
        """
        start = self.start(element)
        if start is None or self.day >= self.today:
            return True
        return start.reached(self.day) is not False

    def start(self, element: KeptElement) -> UncertainDate | None:
        """When it begins; of a part of a project without a day, when the project does."""
        match element:
            case Decision(date=UncertainDate() as day):
                return day
            case Event() | Decision() | Action():
                own = None if isinstance(element, Decision) else element.from_
                return own or self._project_start(self.graph.get(element.project))
            case Project():
                return self._project_start(element)
            case Group():
                return element.from_ or self._project_start(self.projects.get(element.id))
            case Role():
                return self._project_start(self.projects.get(element.id))
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

    @cached_property
    def applications(self) -> dict[str, list[str]]:
        """The projects that a source speaks of, by its id."""
        found: dict[str, list[str]] = {}
        for project in self.graph.all(Project):
            for ref in project.sources:
                found.setdefault(ref, []).append(project.id)
        return found

    def project_of(self, item: PlanItem) -> Project | None:
        """The project that an item belongs to."""
        if isinstance(item, Group | Role):
            return self.projects.get(item.id)
        return self.graph.get(item.project)

    @staticmethod
    def _project_start(project: Project | None) -> UncertainDate | None:
        if project is None:
            return None
        if project.from_ is None and project.call is not None:
            return UncertainDate.parse(f"{project.call:04}")
        return project.from_

    def state(self, item: PlanItem) -> Modality | Missing:
        """How far an item is on the day: done only where that is recorded and its day has come."""
        if item.modality is not Modality.DONE:
            return item.modality or Missing.NOT_RECORDED
        own = item.date if isinstance(item, Decision) else getattr(item, "from_", None)
        come = (self.day >= self.today or None) if own is None else own.reached(self.day)
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

    def _label(self, element: KeptElement) -> Label:
        match element:
            case Organisation(type=OrganisationType.LIBRARY):
                return short_label(self.graph, element)
            case Source():
                return Label(element.citation, element.citation, element.citation)
            case Claim():
                return label_of(element.text)
            case _:
                return name_label(element)

    def things(self, elements: Iterable[KeptElement]) -> Things:
        """Elements as answers name them."""
        return tuple(map(self.thing, elements))

    def refs(self, ids: Iterable[str]) -> Things:
        """The elements with these ids, as far as they are there."""
        found = (self.graph.find(id_) for id_ in ids)
        return tuple(self.thing(element) for element in found if element is not None)

    @staticmethod
    def saved(element: KeptElement) -> Label | None:
        """What a service or practice saves, in words."""
        saves = element.saves if isinstance(element, Practice | Service) else None
        return None if saves is None else label_of(saves)

    def ref(self, id_: str | None) -> Thing | Missing:
        """The element with an id; *not recorded* for None."""
        found = None if id_ is None else self.graph.find(id_)
        return Missing.NOT_RECORDED if found is None else self.thing(found)


Function = Callable[[Asked], Answer]


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: its row in the list of facts, its words, and the function that answers."""

    row: int
    name: str
    text: Label
    function: Function

    def answer(self, graph: ServiceGraph, day: date | None = None) -> Answer:
        """The answer on a day, the model's own by default."""
        return self.of(Asked(graph, day))

    def of(self, asked: Asked) -> Answer:
        """As `answer`, sharing what other questions have worked out.

        Of a day before the first fact nothing is recorded; on its own day every model is.
        """
        first = asked.first
        if first is not None and asked.day < min(first, asked.today):
            note = fill(_NOTHING_YET, day=asked.day, first=first)
            found = Answer((), (), note, not_recorded=(Gap(_ANYTHING),))
        else:
            found = self.function(asked)
        return replace(
            found,
            name=self.name,
            row=self.row,
            text=self.text,
            day=asked.day,
            libraries=asked.things(asked.libraries),
        )


def question(row: int, name: str, text: Label) -> Callable[[Function], Question]:
    """Make a function the answer to a named question."""

    def decorate(function: Function) -> Question:
        return Question(row, name, text, function)

    return decorate
