"""Requests to a web application without a server: whole answers, and streams piece by piece."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Scope

HOST = "127.0.0.1:8000"


class Answered(NamedTuple):
    status: int
    headers: dict[str, str]
    body: str


class Asked:
    """One request; its messages come one by one, until the one who asks goes away."""

    def __init__(self, app: ASGIApp, scope: Scope) -> None:
        self._gone = asyncio.Event()
        self._sent: asyncio.Queue[Message | None] = asyncio.Queue()
        self._first = True
        self._task = asyncio.create_task(self._ask(app, scope))

    async def _ask(self, app: ASGIApp, scope: Scope) -> None:
        try:
            await app(scope, self._receive, self._sent.put)
        finally:
            await self._sent.put(None)

    async def _receive(self) -> Message:
        if self._first:
            self._first = False
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def message(self) -> Message | None:
        """The next message; None at the end."""
        async with asyncio.timeout(60):
            return await self._sent.get()

    async def text(self) -> str:
        """The next piece of the body; empty at the end."""
        message = await self.message()
        return body_of(message or {})

    async def leave(self) -> None:
        """Go away, and wait until the application has seen it."""
        self._gone.set()
        await self._task


def body_of(message: Message) -> str:
    body: bytes = message.get("body", b"")
    return body.decode()


def request(
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] = MappingProxyType({}),
    query: str = "",
) -> Scope:
    """What a server tells an application of a request."""
    sent = {"host": HOST, **headers}
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8000),
    }


@asynccontextmanager
async def asked(app: ASGIApp, scope: Scope) -> AsyncGenerator[Asked]:
    """Ask, and go away at the end."""
    one = Asked(app, scope)
    try:
        yield one
    finally:
        await one.leave()


async def answered(app: ASGIApp, scope: Scope) -> Answered:
    """The whole answer to a request."""
    async with asked(app, scope) as one:
        start = await one.message() or {}
        headers = {name.decode(): value.decode() for name, value in start["headers"]}
        body = ""
        while (message := await one.message()) is not None:
            body += body_of(message)
    return Answered(start["status"], headers, body)
