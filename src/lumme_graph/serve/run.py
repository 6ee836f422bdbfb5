"""The preview at work: one process that answers, watches the folder and reads again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from socket import socket

import uvicorn

from lumme_graph.serve.app import application
from lumme_graph.serve.live import Live
from lumme_graph.serve.preview import Preview
from lumme_graph.serve.read_site import Wanted, read_site
from lumme_graph.serve.watch import watch


class _Server(uvicorn.Server):
    """A server that ends its streams when it ends, instead of waiting for them."""

    def __init__(self, config: uvicorn.Config, live: Live) -> None:
        super().__init__(config)
        self._live = live

    def end(self, _: asyncio.Task[None]) -> None:
        """End where what should go on has ended: a preview that follows nothing is a trap."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """End what goes on, the streams first."""
        self._live.close()
        await super().shutdown(sockets)


async def run(
    wanted: Wanted,
    listener: socket,
    hosts: list[str],
    *,
    poll: bool,
    seen: Callable[[Preview, Preview], None],
) -> None:
    """Answer at a socket until a signal ends it; `seen` is told each change of what is shown.

    The folder is watched before it is read, so that no change is missed.
    """
    stale = asyncio.Event()
    tasks = [asyncio.create_task(watch(wanted.folder, stale.set, poll=poll))]
    try:
        await asyncio.sleep(0)
        first = await asyncio.to_thread(read_site, wanted, first=True)
        live = Live(first, seen)
        tasks.append(asyncio.create_task(live.follow(stale, partial(read_site, wanted))))
        config = uvicorn.Config(
            application(live, hosts),
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        server = _Server(config, live)
        for task in tasks:
            task.add_done_callback(server.end)
        await server.serve(sockets=[listener])
        for task in tasks:
            if task.done():
                task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
