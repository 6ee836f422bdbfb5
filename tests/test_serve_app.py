"""The preview as a web application: who may ask what, what is streamed, and which changes are seen."""

from __future__ import annotations

import asyncio
import errno
import json
import shutil
import socket
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest
from asking import HOST, answered, asked, request
from load_folders import write
from starlette.applications import Starlette
from test_serve_preview import BROKEN, ENGLISH, OTHER, SITE

import lumme_graph as lg
from lumme_graph.base.journal import JOURNAL, WORK
from lumme_graph.serve import place
from lumme_graph.serve.app import application
from lumme_graph.serve.live import Live
from lumme_graph.serve.preview import Preview, Reading
from lumme_graph.serve.watch import concerns, stamps, watch

EVENT = "event: {}\ndata: {}\n\n".format


def live(first: Reading | None = None) -> Live:
    return Live(first or Reading(SITE), unseen)


def unseen(_before: Preview, _now: Preview) -> None:
    """Nobody looks at the terminal."""


def app(shown: Live | None = None) -> Starlette:
    return application(shown or live(), place.hosts("127.0.0.1"))


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 - what is waited for is of many kinds
            await asyncio.sleep(0.005)


async def changed(shown: Live, *readings: Reading) -> None:
    """Let a preview read again, once for each."""
    rest = list(readings)
    stale = asyncio.Event()
    task = asyncio.create_task(shown.follow(stale, lambda: rest.pop(0)))
    for reading in readings:
        stale.set()
        await until(partial(_is_read, rest, reading))
        await until(partial(_is_shown, shown, reading))
    await stopped(task)


def _is_read(rest: list[Reading], reading: Reading) -> bool:
    return reading not in rest


def _is_shown(shown: Live, reading: Reading) -> bool:
    return shown.preview.faults == reading.faults


async def stopped(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize(
    ("path", "status", "media"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/staff/index.html", 200, "text/html; charset=utf-8"),
        ("/d/a.svg", 200, "image/svg+xml"),
        ("/x.nt", 200, "application/n-triples"),
        ("/_serve.js", 200, "text/javascript; charset=utf-8"),
        ("/_serve.css", 200, "text/css; charset=utf-8"),
        ("/fi/gone.html", 404, "text/html; charset=utf-8"),
        ("/_other.js", 404, "text/html; charset=utf-8"),
        ("/../pyproject.toml", 404, "text/html; charset=utf-8"),
    ],
)
def test_each_address_has_its_type_and_nothing_is_kept(path: str, status: int, media: str) -> None:
    made = asyncio.run(answered(app(), request(path)))
    assert (made.status, made.headers["content-type"]) == (status, media)
    assert made.headers["cache-control"] == "no-store"
    assert made.headers["cross-origin-resource-policy"] == "same-origin"
    assert made.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/_events", "/_serve.js"])
def test_the_site_can_only_be_read(method: str, path: str) -> None:
    made = asyncio.run(answered(app(), request(path, method)))
    assert made.status == 405
    assert made.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/_events"])
def test_the_head_alone_can_be_asked_for(path: str) -> None:
    assert asyncio.run(answered(app(), request(path, "HEAD"))).status == 200


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("[::1]:8000", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example:8000", 400),
        ("", 400),
    ],
)
@pytest.mark.parametrize("path", ["/", "/_serve.js"])
def test_only_the_names_of_the_preview_are_answered(path: str, host: str, status: int) -> None:
    """Another name that leads here is how a foreign page would read the staff edition."""
    made = asyncio.run(answered(app(), request(path, headers={"host": host})))
    assert made.status == status
    assert made.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9000"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_no_page_of_another_site_may_listen(headers: Mapping[str, str]) -> None:
    assert asyncio.run(answered(app(), request("/_events", headers=headers))).status == 403


@pytest.mark.parametrize(
    "headers", [{}, {"origin": f"http://{HOST}"}, {"sec-fetch-site": "same-origin"}]
)
def test_a_page_of_the_preview_is_told_what_happens(headers: Mapping[str, str]) -> None:
    async def told() -> None:
        shown = live()
        async with asked(app(shown), request("/_events", headers=headers)) as one:
            start = await one.message() or {}
            assert start["status"] == 200
            assert (b"content-type", b"text/event-stream; charset=utf-8") in start["headers"]
            assert await one.text() == "retry: 1000\n\n"
            await changed(shown, Reading(None, BROKEN), Reading(OTHER))
            assert await one.text() == EVENT("fault", json.dumps(BROKEN.data))
            assert await one.text() == EVENT("mended", "{}")
            assert await one.text() == EVENT("reload", "{}")

    asyncio.run(told())


def test_a_page_that_comes_late_catches_up() -> None:
    """It was hidden, or the server was started anew, while the model changed."""

    async def told() -> None:
        shown = live()
        seen = shown.version
        await changed(shown, Reading(OTHER), Reading(None, BROKEN))
        for query, first in (
            (f"seen={seen}", EVENT("reload", "{}")),
            ("seen=another-1", EVENT("reload", "{}")),
            (f"seen={shown.version}", EVENT("fault", json.dumps(BROKEN.data))),
            ("", EVENT("fault", json.dumps(BROKEN.data))),
        ):
            async with asked(app(shown), request("/_events", query=query)) as one:
                await one.message()
                assert [await one.text(), await one.text()] == ["retry: 1000\n\n", first]

    asyncio.run(told())


def test_no_two_runs_show_the_same_version() -> None:
    assert live().version != live().version


def test_streams_end_when_the_preview_ends() -> None:
    async def told() -> None:
        shown = live()
        async with asked(app(shown), request("/_events")) as one:
            await one.message()
            await one.text()
            await asyncio.sleep(0)
            shown.close()
            assert (await one.message() or {})["more_body"] is False
        late = await answered(app(shown), request("/_events"))
        assert late.body == "retry: 1000\n\n"

    asyncio.run(told())


def test_who_leaves_is_told_nothing_more() -> None:
    async def told() -> None:
        shown = live()
        async with asked(app(shown), request("/_events")) as one:
            await one.message()
            await one.text()
            await until(lambda: len(shown.listeners) == 1)
        assert shown.listeners == set()

    asyncio.run(told())


def test_changes_during_a_reading_make_one_more() -> None:
    async def read() -> int:
        stale, readings = asyncio.Event(), list[int]()

        def one() -> Reading:
            if not readings:
                for _ in range(5):
                    loop.call_soon_threadsafe(stale.set)
            readings.append(1)
            return Reading(SITE)

        loop = asyncio.get_running_loop()
        task = asyncio.create_task(live().follow(stale, one))
        stale.set()
        await until(lambda: len(readings) == 2)
        await until(lambda: not stale.is_set())
        await stopped(task)
        return len(readings)

    assert asyncio.run(read()) == 2


# Which changes are seen


@pytest.mark.parametrize(
    ("file", "seen"),
    [
        ("model.yaml", True),
        ("guide/section-loans.en.md", True),
        ("guide/images/desk.svg", True),
        ("", True),
        (".git/index", False),
        ("guide/.section-loans.en.md.swp", False),
        (".lumme.lock", False),
        (".lumme-change", True),
        ("out", False),
        ("out/en/index.html", False),
    ],
)
def test_only_files_of_the_model_concern_it(tmp_path: Path, file: str, *, seen: bool) -> None:
    write(tmp_path, {"out/.lumme-graph.json": "{}"})
    assert concerns(tmp_path, str(tmp_path / file)) is seen


def replaced(root: Path) -> None:
    """How many editors save: another file takes the name of the old one."""
    (root / "new.tmp").write_text(ENGLISH, encoding="utf-8")
    (root / "new.tmp").replace(root / "model.yaml")


def written(root: Path) -> None:
    (root / "model.yaml").write_text(ENGLISH, encoding="utf-8")


def added_deep(root: Path) -> None:
    (root / "guide" / "images").mkdir(parents=True)
    (root / "guide" / "images" / "a.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8"
    )


def deleted(root: Path) -> None:
    (root / "model.yaml").unlink()


def taken_away(root: Path) -> None:
    root.rename(root.with_name("elsewhere"))


async def seen_after(root: Path, *acts: Callable[[Path], None], poll: bool) -> None:
    """Wait until each act is seen."""
    changes = asyncio.Event()
    task = asyncio.create_task(watch(root, changes.set, poll=poll))
    await asyncio.sleep(0)
    for act in acts:
        changes.clear()
        act(root)
        await until(changes.is_set)
    await stopped(task)


@pytest.mark.parametrize("poll", [False, True])
@pytest.mark.parametrize("act", [replaced, written, added_deep, deleted])
def test_every_way_to_save_is_seen(
    tmp_path: Path, act: Callable[[Path], None], *, poll: bool
) -> None:
    asyncio.run(seen_after(write(tmp_path / "model", {}), act, poll=poll))


@pytest.mark.parametrize("poll", [False, True])
def test_a_folder_may_be_taken_away_and_put_back(tmp_path: Path, *, poll: bool) -> None:
    """As when another version of it is checked out."""

    def put_back(root: Path) -> None:
        shutil.copytree(root.with_name("elsewhere"), root)

    root = write(tmp_path / "model", {})
    asyncio.run(seen_after(root, taken_away, put_back, deleted, written, poll=poll))


def test_where_the_system_cannot_tell_the_stamps_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the system watches as many folders as it can."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "OS file watch limit reached")

    monkeypatch.setattr("lumme_graph.serve.watch.awatch", refuse)
    asyncio.run(seen_after(write(tmp_path, {}), written, deleted, poll=False))


def test_that_a_change_of_several_files_has_ended_is_seen(tmp_path: Path) -> None:
    write(tmp_path, {f"{WORK}/{JOURNAL}": "{}"})
    before = stamps(tmp_path)
    shutil.rmtree(tmp_path / WORK)
    assert stamps(tmp_path) != before


# Where it listens


def test_a_port_in_use_is_one_line_with_the_next_free_one() -> None:
    with place.listening("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(lg.KnownError) as refused:
            place.listening("127.0.0.1", port)
    words = str(refused.value).split()
    assert words[:6] == ["port", str(port), "is", "in", "use;", "try"]
    free = int(words[-1])
    assert free == 0 or port < free <= port + 20 or free >= 1024
    with place.listening("127.0.0.1", free):
        pass


def test_a_port_for_which_rights_are_missing_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(lg.KnownError, match="port 80 is not for you to use; try --port 0"):
        place.listening("127.0.0.1", 80)


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_of_another_machine_is_one_line(host: str) -> None:
    with pytest.raises(lg.KnownError, match=f"this machine has no address {host}"):
        place.listening(host, 0)


def test_the_names_of_the_preview() -> None:
    assert place.hosts("127.0.0.1") == ["localhost", "127.0.0.1", "[::1]", "127.0.0.1"]
    assert place.hosts("desk.lan")[-1] == "desk.lan"
    assert place.hosts("2001:db8::7")[-1] == "[2001:db8::7]"
    everywhere = place.hosts("0.0.0.0")  # noqa: S104 - what it is told then
    assert socket.gethostname() in everywhere
    assert "*" not in everywhere
    assert "0.0.0.0" not in everywhere  # noqa: S104


@pytest.mark.parametrize(
    ("host", "local", "address"),
    [
        ("127.0.0.1", True, "http://127.0.0.1:80/"),
        ("localhost", True, "http://localhost:80/"),
        ("::1", True, "http://[::1]:80/"),
        ("0.0.0.0", False, "http://127.0.0.1:80/"),  # noqa: S104
        ("::", False, "http://[::1]:80/"),
        ("192.0.2.7", False, "http://192.0.2.7:80/"),
        ("desk.lan", False, "http://desk.lan:80/"),
    ],
)
def test_who_can_reach_it(host: str, *, local: bool, address: str) -> None:
    assert (place.is_local(host), place.address(host, 80)) == (local, address)


def test_the_first_preview_is_told_too() -> None:
    told: list[tuple[Preview, Preview]] = []
    shown = Live(Reading(None, BROKEN), lambda before, now: told.append((before, now)))
    assert told == [(Preview(), shown.preview)]
