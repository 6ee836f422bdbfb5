"""`lumme serve` as a process: from its first page to Ctrl-C."""

from __future__ import annotations

import http.client
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from load_folders import write
from running import lumme

import lumme_graph as lg
from lumme_graph.serve import start

LONG = 90
"""Seconds after which a process that hangs is ended; nothing waits for so long otherwise."""
TEMPLATE = {
    "model.yaml": "as_of: 2026-08-22\nname: {en: Lake}\nlanguages: {required: [en]}\n",
    "desk.yaml": "- id: touchpoint-desk\n  name: {en: Desk}\n  channel: service-location\n",
}
DESK = "/staff/en/touchpoint-desk.html"


class Served:
    """A process that serves a model, and what it says."""

    def __init__(self, process: subprocess.Popen[str], folder: str) -> None:
        self.process = process
        self.folder = folder
        self.said: list[str] = []

    def line(self) -> str:
        """The next line that it says."""
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        assert line, self.said
        self.said.append(line.rstrip("\n"))
        return self.said[-1]

    def lines(self, last: str) -> Iterator[str]:
        """What it says until a line begins so."""
        while not (line := self.line()).startswith(last):
            yield line

    def port(self) -> int:
        """Where it listens, which it says first."""
        found = re.fullmatch(r"Customer edition: http://127\.0\.0\.1:(\d+)/", self.line())
        assert found, self.said
        assert list(self.lines(f"{self.folder} is watched")) == [
            f"Staff edition: http://127.0.0.1:{found[1]}/staff/"
        ]
        return int(found[1])


@contextmanager
def served(folder: Path) -> Generator[Served]:
    command = [sys.executable, "-m", "lumme_graph", "serve", str(folder), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        watchdog = threading.Timer(LONG, process.kill)
        watchdog.start()
        try:
            yield Served(process, str(folder))
        finally:
            watchdog.cancel()
            process.kill()


def get(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONG)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@contextmanager
def stream(port: int) -> Generator[Iterator[tuple[str, str]]]:
    """The events of a preview: each with its data."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONG)
    try:
        connection.request("GET", "/_events")
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.readline() == b"retry: 1000\n"

        def events() -> Iterator[tuple[str, str]]:
            event = ""
            while line := answer.readline().decode():
                name, _, value = line.rstrip("\n").partition(": ")
                if name == "event":
                    event = value
                if name == "data":
                    yield event, value

        yield events()
        answer.close()
    finally:
        connection.close()


def save(file: Path, text: str) -> None:
    """As many editors do, so that nobody ever reads half a file."""
    new = file.parent.with_name("new.tmp")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def until(events: Iterator[tuple[str, str]], wanted: str) -> str:
    """What is told with the next event of a name."""
    return next(data for event, data in events if event == wanted)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a whole console there")
def test_a_page_follows_the_hand_until_ctrl_c(tmp_path: Path) -> None:
    root = write(tmp_path / "model", TEMPLATE)
    good = TEMPLATE["desk.yaml"]
    with served(root) as serving:
        port = serving.port()
        assert ">Desk<" in get(port, DESK)[1]
        with stream(port) as events:
            save(root / "desk.yaml", good.replace("Desk", "Counter"))
            until(events, "reload")
            assert ">Counter<" in get(port, DESK)[1]

            save(root / "desk.yaml", good + "  colour: red\n")
            told = until(events, "fault")
            assert '"place": "desk.yaml:4:3", "code": "LG007"' in told
            assert ">Counter<" in get(port, DESK)[1]
            assert [*serving.lines("desk.yaml:4:3: LG007 ")] == ["The model cannot be read"]

            (root / "model.yaml").rename(tmp_path / "away")
            assert "LG013" in until(events, "fault")
            assert ">Counter<" in get(port, DESK)[1]

            (tmp_path / "away").rename(root / "model.yaml")
            save(root / "desk.yaml", good)
            until(events, "mended")
            until(events, "reload")
            assert ">Desk<" in get(port, DESK)[1]

            serving.process.send_signal(signal.SIGINT)
            assert {event for event, _ in events} <= {"reload"}
        assert serving.process.wait(LONG) == 0
        rest = serving.process.stderr.read() if serving.process.stderr else ""
    assert "Traceback" not in "\n".join([*serving.said, rest])


def test_a_model_that_is_broken_at_the_start_waits(tmp_path: Path) -> None:
    root = write(tmp_path / "model", {**TEMPLATE, "desk.yaml": "- id: [\n"})
    with served(root) as serving:
        port = serving.port()
        status, page = get(port, DESK)
        assert status == 503
        assert "desk.yaml:2:1" in page
        assert "LG002" in page
        with stream(port) as events:
            save(root / "desk.yaml", TEMPLATE["desk.yaml"])
            until(events, "reload")
        assert ">Desk<" in get(port, DESK)[1]


def test_a_port_in_use_is_one_line(tmp_path: Path) -> None:
    write(tmp_path, TEMPLATE)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = lumme("serve", tmp_path, "--port", port)
    assert done.code == 2
    assert re.fullmatch(rf"lumme: port {port} is in use; try --port \d+\n", done.err)


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = lumme("serve", tmp_path / "gone", "--port", 0)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "name one that holds a model.yaml" in done.err


def test_a_language_without_words_is_one_line(tmp_path: Path) -> None:
    done = lumme("serve", write(tmp_path, TEMPLATE), "--port", 0, "--lang", "fin")
    assert done.code == 2
    assert done.err.startswith("lumme: there are no words in 'fin'; did you mean fi?")


def test_without_the_extra_one_line_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "starlette", None)
    done = lumme("serve", write(tmp_path, TEMPLATE))
    assert (done.code, done.err) == (
        2,
        "lumme: for the preview, install the serve extra: pip install 'lumme-graph[serve]'\n",
    )


def test_whoever_can_read_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the browser opens at the customers' front page, where that is wished for."""
    opened: queue.Queue[str] = queue.Queue()
    said: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.put)
    monkeypatch.setattr("uvicorn.Server.serve", stopped_at_once)
    root = write(tmp_path, TEMPLATE)
    lg.preview(root, host="0.0.0.0", port=0, opens=True, lang="en", say=said.append)  # noqa: S104
    home = said[0].removeprefix("Customer edition: ")
    assert opened.get(timeout=LONG) == home
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", home)
    assert said[1] == f"Staff edition: {home}staff/"
    assert said[2].startswith("Everybody who reaches this machine can read both editions: ")
    assert said[3] == f"{root} is watched: what you save is in the pages at once. Ctrl-C ends this."


async def stopped_at_once(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_a_preview_that_no_longer_follows_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would show an old state, and nobody would know."""

    async def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("lumme_graph.serve.run.watch", fail)
    with pytest.raises(ZeroDivisionError):
        lg.preview(write(tmp_path, TEMPLATE), port=0, say=list[str]().append)


def test_the_script_writes_what_it_is_told_as_text() -> None:
    assets = Path(start.__file__).with_name("assets")
    script = (assets / "_serve.js").read_text(encoding="utf-8")
    assert "innerHTML" not in script  # what is told is text
    node = shutil.which("node")
    if node:
        assert subprocess.run([node, "--check", assets / "_serve.js"], check=False).returncode == 0
