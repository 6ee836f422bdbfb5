"""What is said of work that takes more than a second."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Final

from lumme_graph.base.amounts import Share
from lumme_graph.base.label import Counted, Label, Message

_EVERY: Final = 1.0
_WRITTEN = Counted("{n} triple written", "{n} triples written")
_SENT = Label("{name}: {share} sent")


class PushProgress:
    """Says how far the work is, at most once a second, and nothing in the first."""

    def __init__(
        self, say: Callable[[Message], None], clock: Callable[[], float] = monotonic
    ) -> None:
        self._say = say
        self._clock = clock
        self._next = clock() + _EVERY

    def at(self, message: Message) -> None:
        """Say what is being done, where it is time to say anything."""
        if self._clock() >= self._next:
            self._say(message)
            self._next = self._clock() + _EVERY

    def written(self, triples: int) -> None:
        """How many triples are ready to be sent."""
        self.at(_WRITTEN.fill(n=triples))

    def sending(self, name: str, size: int) -> Callable[[int], None]:
        """What is to be told how many bytes of something have gone."""
        return lambda sent: self.at(_SENT.fill(name=name, share=Share(sent * 1000 // size)))
