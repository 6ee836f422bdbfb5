"""The preview as a web application: what may be asked, by whom, and how it is sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from functools import cache
from importlib.resources import files

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lumme_graph.serve.answer import TYPES, reply
from lumme_graph.serve.live import Live
from lumme_graph.serve.preview import Notice

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""So that no other site can read the preview through a browser, and nothing old is shown."""
_RETRY = b"retry: 1000\n\n"
_ALIVE = b": \n\n"


class WithHeaders:
    """Adds the same headers to every answer.

    It passes on each message as it comes: an answer that is collected first could hold no stream.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, sent)


def application(live: Live, hosts: Sequence[str]) -> Starlette:
    """The application that answers requests which name one of the hosts."""
    rendering = asyncio.Lock()

    async def page(request: Request) -> Response:
        async with rendering:
            made = await asyncio.to_thread(
                reply, live.preview, request.path_params["path"], live.version
            )
        return Response(made.body, made.status, made.headers, made.media)

    async def events(request: Request) -> Response:
        if not _is_ours(request):
            return PlainTextResponse("only pages of this preview may listen", 403)
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        version = request.query_params.get("seen", "")
        return StreamingResponse(_stream(live, version), media_type="text/event-stream")

    async def asset(request: Request) -> Response:
        name = request.url.path.removeprefix("/")
        return Response(_asset(name), media_type=TYPES[name[name.index(".") :]])

    async def nothing(_: Request) -> Response:
        return Response(status_code=204)

    return Starlette(
        routes=[
            Route("/_events", events),
            Route("/favicon.ico", nothing),
            Route("/_serve.js", asset),
            Route("/_serve.css", asset),
            Route("/{path:path}", page),
        ],
        middleware=[
            Middleware(WithHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
        ],
    )


def _is_ours(request: Request) -> bool:
    """Does a page of this preview ask, or a program? A page of another site may not listen."""
    origin = request.headers.get("origin")
    host = request.headers.get("host")
    site = request.headers.get("sec-fetch-site", "same-origin")
    return origin in {None, f"http://{host}"} and site in {"same-origin", "none"}


async def _stream(live: Live, version: str) -> AsyncGenerator[bytes]:
    yield _RETRY
    async for notice in live.listen(version):
        yield _event(notice) if notice else _ALIVE


def _event(notice: Notice) -> bytes:
    return f"event: {notice.event}\ndata: {json.dumps(notice.data)}\n\n".encode()


@cache
def _asset(name: str) -> bytes:
    return (files("lumme_graph.serve") / "assets" / name).read_bytes()
