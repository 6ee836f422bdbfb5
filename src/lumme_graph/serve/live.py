"""The preview as it goes on: it reads again what has changed, and tells the pages that are open."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any, TypeVar

from lumme_graph.serve.preview import Notice, Preview, Reading

T = TypeVar("T")

_FIRST = 0.5
"""So many seconds open pages have to load again, before a check takes its time."""
_BEAT = 15
"""After so many seconds of silence a stream shows that it lives."""


class Live:
    """What is shown now, who listens, and the reading that changes it.

    It begins with a first reading; `seen` is told what was shown before and what is shown now.
    """

    def __init__(self, first: Reading, seen: Callable[[Preview, Preview], None]) -> None:
        self.preview = Preview()
        self._run = secrets.token_hex(4)
        self._first = first
        self._seen = seen
        self.listeners: set[asyncio.Queue[Notice | None]] = set()
        self._closed = False
        self._show(self.preview.after(first))

    @property
    def version(self) -> str:
        """What is shown now, by a name that no other run has."""
        return f"{self._run}-{self.preview.version}"

    async def follow(self, stale: asyncio.Event, read: Callable[[], Reading]) -> None:
        """Read again whenever something has changed; changes during a reading make one more.

        Readings happen one at a time, in a thread of their own. Of each the site is shown first; what a
        check finds in it comes later, so that open pages are not kept waiting.
        """
        reading = self._first
        while True:
            if reading.pages is not None and not await _within(stale.wait(), _FIRST):
                self._show(self.preview.checked(await asyncio.to_thread(reading.check)))
            await stale.wait()
            stale.clear()
            reading = await asyncio.to_thread(read)
            self._show(self.preview.after(reading))

    def _show(self, preview: Preview) -> None:
        before, self.preview = self.preview, preview
        self._seen(before, preview)
        for notice in preview.news(before):
            for listener in self.listeners:
                listener.put_nowait(notice)

    async def listen(self, version: str) -> AsyncGenerator[Notice | None]:
        """What happens from now on, to a page that shows a version; None after a long silence."""
        if self._closed:
            return
        listener: asyncio.Queue[Notice | None] = asyncio.Queue()
        self.listeners.add(listener)
        try:
            if version not in {"", self.version}:
                yield Notice("reload", {})
            for first in self.preview.opening:
                yield first
            while not self._closed:
                notice = await _within(listener.get(), _BEAT)
                if not self._closed:
                    yield notice
        finally:
            self.listeners.discard(listener)

    def close(self) -> None:
        """End every stream."""
        self._closed = True
        for listener in self.listeners:
            listener.put_nowait(None)


async def _within(coming: Coroutine[Any, Any, T], seconds: float) -> T | None:
    """What comes within so many seconds; else None."""
    try:
        return await asyncio.wait_for(coming, seconds)
    except TimeoutError:
        return None
