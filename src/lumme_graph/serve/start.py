"""The preview of a site from its beginning to Ctrl-C: what is said at the terminal, and the browser."""

from __future__ import annotations

import asyncio
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

from lumme_graph.base.error import KnownError
from lumme_graph.base.extras import need
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Joined, Label, Message
from lumme_graph.serve.place import address, far_addresses, hosts, is_local, listening
from lumme_graph.serve.preview import Preview
from lumme_graph.serve.read_site import Wanted

CUSTOMERS = Label("Customer edition: {address}")
STAFF = Label("Staff edition: {address}")
WATCHED = Label("{folder} is watched: what you save is in the pages at once. Ctrl-C ends this.")
READERS = Label("Everybody who reaches this machine can read both editions: {addresses}")
AGAIN = Label("The model can be read again.")
NO_ERRORS = Label("The model has no errors any more.")


def preview(  # noqa: PLR0913 - each is an option of the command
    folder: AnyPath,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    lang: str = "en",
    as_of: AnyDay | None = None,
    poll: bool = False,
    trust: bool = False,
    opens: bool = False,
    say: Callable[[str], None] = print,
) -> None:
    """Show the site of a model in a browser, in step with the files, until Ctrl-C ends it.

    Where the model cannot be read the last good site stays, with what is wrong above it. `poll` looks
    for changes where the system does not tell of them, as on some network shares; `opens` opens the
    browser; `trust` lets code of the model's own run, again whenever it has changed; `say` is told each line for the terminal. Raises `KnownError` where the port is in
    use, there is no such folder, or what a preview needs is not installed.
    """
    need("starlette", "uvicorn", "watchfiles")
    folder, day = path_of(folder), day_of(as_of)
    if not folder.is_dir():
        raise KnownError(f"there is no folder {folder}; name one that holds a model.yaml")
    from lumme_graph.serve.run import run
    from lumme_graph.site.site import Site

    with listening(host, port) as listener:
        port = listener.getsockname()[1]

        def seen(before: Preview, now: Preview) -> None:
            if not before.version:
                for message in _opening(folder, host, port):
                    say(now.speak(message).shown)
                if opens:
                    _open(address(host, port))
            for line in _news(before, now):
                say(line)

        wanted = Wanted(folder, Site, lang, day, trust=trust)
        with suppress(KeyboardInterrupt):
            asyncio.run(run(wanted, listener, hosts(host), poll=poll, seen=seen))


def _open(home: str) -> None:
    """Open the browser beside what goes on: one in a terminal returns only at its end."""
    Thread(target=webbrowser.open, args=(home,), daemon=True).start()


def _opening(folder: Path, host: str, port: int) -> Iterator[Message]:
    home = address(host, port)
    yield CUSTOMERS.fill(address=home)
    yield STAFF.fill(address=f"{home}staff/")
    if not is_local(host):
        yield READERS.fill(addresses=Joined(tuple(far_addresses(host, port)), ", "))
    yield WATCHED.fill(folder=folder)


def _news(before: Preview, now: Preview) -> Iterator[str]:
    """What the terminal says of a change."""
    if now.faults == before.faults:
        return
    if now.faults:
        yield now.faults.title
        yield from map(str, now.faults.lines)
        yield from filter(None, [now.faults.rest])
    elif before.faults:
        yield now.speak(AGAIN if before.faults.blocking else NO_ERRORS).shown
