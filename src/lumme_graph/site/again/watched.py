# pyright: basic, reportOptionalMemberAccess=false
"""A graph, its days and a plan, of which every reading is noted; they answer as the plain ones do.

What is worked out once for all who ask is worked out of the plain graph, and only what is taken of
it is noted: so a page depends on what it was told, not on all that was read to tell it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from types import MethodType
from typing import Any, Final, TypeVar, cast

from lumme_graph.base.finding import Place
from lumme_graph.base.memo import Memo
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import E, ServiceGraph, Use
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.meta.ref import Ref
from lumme_graph.reading.document import Data
from lumme_graph.reading.prose import Prose
from lumme_graph.site.again.answers import NEVER, OPENED, Answers, Question, told_uses
from lumme_graph.site.again.book import Book, WatchedMemo
from lumme_graph.site.again.elements import Elements
from lumme_graph.site.again.values import UnaskableError, asked, name_of
from lumme_graph.site.plan import Plan

T = TypeVar("T")

_OWN: Final = frozenset({"graph", "date", "as_of", "kept", "memo", "watcher"})


class Watcher:
    """Gives out what is asked of a plain graph, and notes the question."""

    def __init__(self, graph: ServiceGraph) -> None:
        self.book = Book()
        self.plain = graph.with_each(Elements(self.book).watched)
        self.answers = Answers(self.plain)
        self.graph = WatchedGraph(self)

    def note(self, question: Question) -> None:
        """A question is asked whose answer is data."""
        self.book.note(question)

    def lose(self) -> None:
        """Something is read of which nobody can say later whether it is as it was."""
        self.book.note(NEVER)

    def give(self, question: Question, value: Any) -> Any:
        """What stands at the end of a question's steps; opened further, where that can be."""
        if type(value) is dict:
            return _Opened(self, question, value)
        if isinstance(value, OPENED):
            return _Part(self, question, value)
        if value is self.plain:
            return self.graph
        self.note_given(question, lambda: value)
        return value

    def note_given(self, question: Question, answer: Callable[[], object]) -> None:
        """A question is asked that has an answer; of one that is no data nobody can say more."""
        with self.book.closed():
            known = self.answers.given(question, answer)
        self.book.note(question if known else NEVER)

    def attribute(self, steps: Question, of: object, name: str) -> Any:
        """An attribute of what stands at the end of some steps; of a method, a call that is noted."""
        with self.book.closed():
            value = getattr(of, name)
        if isinstance(value, MethodType):
            return partial(self._call, steps, value)
        if name.startswith("_"):
            self.lose()
            return value
        return self.give((*steps, (".", name)), value)

    def _call(self, steps: Question, method: MethodType, *values: object, **named: object) -> Any:
        name = method.__name__
        values = tuple(tuple(one) if isinstance(one, Iterator) else one for one in values)
        try:
            words = tuple(asked(self.plain, value) for value in values)
        except UnaskableError:
            words = None
        if words is None or named or name.startswith("_"):
            self.lose()
            return method(*values, **named)
        question = (*steps, ("()", name, words))
        try:
            with self.book.closed():
                answer = method(*values)
        except Exception:
            self.note(question)
            raise
        return self.give(question, answer)


class _Part:
    """A thing that is worked out of the whole graph, and of which some is asked."""

    def __init__(self, watcher: Watcher, steps: Question, of: object) -> None:
        self.__watcher = watcher
        self.__steps = steps
        self.__of = of

    def __getattr__(self, name: str) -> Any:
        return self.__watcher.attribute(self.__steps, self.__of, name)


class _Opened(Mapping[Any, Any]):
    """A mapping of which single values are asked, or all."""

    def __init__(self, watcher: Watcher, steps: Question, of: dict[Any, Any]) -> None:
        self._watcher = watcher
        self._steps = steps
        self._of = of

    def __getitem__(self, key: object) -> Any:
        try:
            word = asked(self._watcher.plain, key)
        except UnaskableError:
            return self._all()[key]
        question = (*self._steps, ("[]", word))
        if key not in self._of:
            self._watcher.note(question)
            raise KeyError(key)
        return self._watcher.give(question, self._of[key])

    def __iter__(self) -> Iterator[Any]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __contains__(self, key: object) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True

    def items(self) -> ItemsView[Any, Any]:
        """The keys with their values."""
        return self._all().items()

    def __or__(self, other: Mapping[Any, Any]) -> dict[Any, Any]:
        return self._all() | dict(other)

    def __ror__(self, other: Mapping[Any, Any]) -> dict[Any, Any]:
        return dict(other) | self._all()

    def copy(self) -> dict[Any, Any]:
        """All of it."""
        return dict(self._all())

    def _all(self) -> dict[Any, Any]:
        self._watcher.note_given(self._steps, lambda: self._of)
        return self._of


class WatchedDay(Day):
    """A day of a watched graph."""

    def __init__(self, watcher: Watcher, plain: Day) -> None:
        self.watcher = watcher
        self.graph = watcher.graph
        self.date = plain.date
        self.as_of = plain.as_of
        self.__dict__["plain"] = plain
        self.__dict__["memos"] = {}

    def __getattribute__(self, name: str) -> Any:
        if name in _OWN or name.startswith("__"):
            return object.__getattribute__(self, name)
        own = object.__getattribute__(self, "__dict__")
        return own["watcher"].attribute(_steps(own["date"]), own["plain"], name)

    def kept(self, function: Callable[[Day], T]) -> T:
        """What a function says of the day, worked out of the plain graph."""
        question = (*_steps(self.date), ("once", name_of(function)))
        with self.watcher.book.closed():
            said = self.__dict__["plain"].kept(function)
        return cast("T", self.watcher.give(question, said))

    def memo(self, owner: Hashable) -> Memo[Any]:
        """What an owner keeps of the day; whoever takes of it asks what it was made of."""
        memos: dict[Hashable, Memo[Any]] = self.__dict__["memos"]
        return memos.setdefault(owner, WatchedMemo(self.watcher.book))


def _steps(day: date) -> Question:
    return "day", day.isoformat()


class _Days(dict[date, object]):
    """The days of a watched graph: each is there."""

    def __init__(self, watcher: Watcher) -> None:
        super().__init__()
        self._watcher = watcher

    def __contains__(self, day: object) -> bool:
        return True

    def __missing__(self, day: date) -> WatchedDay:
        plain = Day.of(self._watcher.plain, day)
        made = self[day] = WatchedDay(self._watcher, plain)
        return made


class WatchedGraph(ServiceGraph):
    """A graph of which every reading is noted.

    It holds no elements of its own: what it does not answer here, nobody reads unseen. Settings and
    files are the same for all pages, and no questions.
    """

    def __init__(self, watcher: Watcher) -> None:
        plain = watcher.plain
        self._watcher = watcher
        self._plain = plain
        self._settings = plain.settings
        self.files = plain.files
        self.reading = plain.reading
        self.broken = plain.broken
        self.root = plain.root
        self.own = plain.own
        self.days = _Days(watcher)

    def under(self, settings: Settings) -> ServiceGraph:
        """The plain graph under other settings: nothing that is read of it is noted."""
        self._watcher.lose()
        return self._plain.under(settings)

    def __iter__(self) -> Iterator[KeptElement]:
        self._watcher.note(("every",))
        return iter(self._plain)

    def __len__(self) -> int:
        self._watcher.note(("every",))
        return len(self._plain)

    def __contains__(self, one: object) -> bool:
        self._element(getattr(one, "id", one))
        return one in self._plain

    def __getitem__(self, key: Any) -> Any:
        try:
            found = self._plain[key]
        except KeyError:
            self._watcher.note(("every",))
            raise
        self._element(found.id)
        return found

    def get(self, ref: Ref[E] | None) -> E | None:
        """The element that a reference names."""
        self._element(ref)
        return self._plain.get(ref)

    def find(self, element: AnyId) -> KeptElement | None:
        """The element with an id."""
        self._element(id_of(element))
        return self._plain.find(element)

    def all(self, kind: type[E]) -> list[E]:
        """The elements of a kind."""
        self._watcher.note(("all", name_of(kind)))
        return self._plain.all(kind)

    def place(self, element: AnyId, *path: str | int) -> Place:
        """Where an element or a part of it is written."""
        id_ = id_of(element)
        self._watcher.note(("graph", "place", (id_, *path)))
        return self._plain.place(element, *path)

    def prose(self, section: Section) -> Mapping[str, Prose]:
        """The texts of a section: nothing but its own, and the settings."""
        self._watcher.note(("field", section.id, "body"))
        with self._watcher.book.closed():
            return self._plain.prose(section)

    def written(self, element: AnyId) -> Data:
        """What the files say of an element."""
        id_ = id_of(element)
        self._watcher.note(("graph", "written", (id_,)))
        return self._plain.written(id_)

    def uses(self, element: AnyId) -> tuple[Use, ...]:
        """Who refers to an element or to a part."""
        id_ = id_of(element)
        question = ("uses", id_)
        self._watcher.note_given(question, lambda: told_uses(self._plain, id_))
        with self._watcher.book.closed():
            return self._plain.uses(id_)

    def has(self, element: AnyId) -> bool:
        """Does the model have an element, or a part, of this id?"""
        id_ = id_of(element)
        self._watcher.note(("graph", "has", (id_,)))
        with self._watcher.book.closed():
            return self._plain.has(id_)

    def _element(self, id_: object) -> None:
        if isinstance(id_, str):
            self._watcher.note(("there", str(id_)))


class WatchedPlan(Plan):
    """A plan of a watched graph; what it keeps is the same for all files, and is no question."""

    def __init__(self, watcher: Watcher, plan: Plan) -> None:
        super().__init__(
            watcher.graph, plan.editions, plan.base_url, plan.since, with_pdf=plan.with_pdf
        )
        self.__dict__.update(kept_by(plan))


def kept_by(plan: Plan) -> dict[str, Any]:
    """What a plan works out once, by name."""
    names = [name for name, one in vars(Plan).items() if isinstance(one, cached_property)]
    return {name: getattr(plan, name) for name in names}
