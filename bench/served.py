"""The preview of a copy of models/lumme, timed by the clock: `python -m bench.served`.

It prints the seconds from the start of the process to its first page, from a save to the event that
tells of it, and from there to the new page.
"""

from __future__ import annotations

import http
import http.client
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

LUMME = Path(__file__).resolve().parents[1] / "models" / "lumme"
SAVED = "paths/path-hold.yaml"
PAGE = "/fi/path-hold.html"


def main() -> None:
    """Serve, ask, save, wait."""
    with TemporaryDirectory(prefix="lumme-bench-") as folder:
        model = Path(folder) / "lumme"
        shutil.copytree(LUMME, model)
        command = [sys.executable, "-m", "lumme_graph", "serve", str(model), "--port", "0"]
        start = perf_counter()
        with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
            try:
                print(*_seconds(process, model / SAVED, start))
            finally:
                process.send_signal(signal.SIGINT)


def _seconds(process: subprocess.Popen[str], file: Path, start: float) -> Iterator[float]:
    assert process.stderr is not None
    found = re.search(r":(\d+)/", process.stderr.readline())
    assert found
    port = int(found[1])
    _page(port, PAGE)
    yield perf_counter() - start
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as listening:
        listening.request("GET", "/_events")
        answer = listening.getresponse()
        answer.readline()
        start = perf_counter()
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        while answer.readline() != b"event: reload\n":
            pass
        yield perf_counter() - start
        start = perf_counter()
        _page(port, PAGE)
        yield perf_counter() - start
        answer.close()


def _page(port: int, path: str) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as asking:
        asking.request("GET", path)
        answer = asking.getresponse()
        assert answer.status == http.HTTPStatus.OK
        answer.read()


if __name__ == "__main__":
    main()
