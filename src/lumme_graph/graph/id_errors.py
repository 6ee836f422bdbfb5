"""What is raised where an id leads to no element of a graph, to two, or to one of another kind."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.by_name import echo, few
from lumme_graph.base.error import KnownError
from lumme_graph.base.guess import nearest


class UnknownIdError(KnownError, KeyError):
    """A graph has no element with an id; the message names the nearest, looked for when it is read.

    `kind` is what was asked for, where only one kind would do.
    """

    def __init__(self, id_: str, known: Iterable[str], kind: str = "") -> None:
        super().__init__(id_)
        self._known = known
        self._kind = kind

    @property
    def lines(self) -> tuple[str, ...]:
        """That there is none, with the nearest."""
        id_ = str(self.args[0])
        guess = nearest(id_, self._known)
        more = f"; did you mean {guess}?" if guess else ""
        if self._kind and not guess:
            begins = f"{self._kind}-"
            more = f"; there are {few([one for one in self._known if one.startswith(begins)])}"
        return (f"there is no {echo(id_)} in the model{more}",)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (*self.args, tuple(self._known), self._kind)


class DuplicateIdError(KnownError, ValueError):
    """Two elements of a graph have one id; the message names it."""


class WrongKindError(KnownError, KeyError):
    """The element with an id is of another kind than the one that was asked for."""
