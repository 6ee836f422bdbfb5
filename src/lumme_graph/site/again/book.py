"""What is read while something is made: the questions that were asked, by number."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Iterable
from contextlib import contextmanager
from typing import TypeVar

from lumme_graph.base.memo import Memo
from lumme_graph.site.again.answers import Question

T = TypeVar("T")


class Book:
    """The questions that are asked by whatever is being made; what is made within it asks too."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self._numbers: dict[Question, int] = {}
        self._open: list[set[int] | None] = []

    def number(self, question: Question) -> int:
        """The number of a question."""
        found = self._numbers.get(question)
        if found is None:
            found = self._numbers[question] = len(self.questions)
            self.questions.append(question)
        return found

    def note(self, question: Question) -> None:
        """A question is asked."""
        if self._open and (asked := self._open[-1]) is not None:
            asked.add(self.number(question))

    def note_all(self, numbers: Iterable[int]) -> None:
        """Questions are asked, by their numbers."""
        if self._open and (asked := self._open[-1]) is not None:
            asked.update(numbers)

    @contextmanager
    def open(self) -> Generator[set[int]]:
        """The questions that are asked meanwhile."""
        asked: set[int] = set()
        self._open.append(asked)
        try:
            yield asked
        finally:
            self._open.pop()
            self.note_all(asked)

    @contextmanager
    def closed(self) -> Generator[None]:
        """Nothing that is asked meanwhile counts: only what is told of it in the end does."""
        self._open.append(None)
        try:
            yield
        finally:
            self._open.pop()


class WatchedMemo(Memo[T]):
    """Shared results; whoever takes one asks what was asked when it was made."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._asked: dict[Hashable, set[int]] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of a key, which is made where there is none yet."""
        if key in self._asked:
            self._book.note_all(self._asked[key])
            return super().of(key, make)
        with self._book.open() as asked:
            made = super().of(key, make)
        self._asked[key] = asked
        return made
