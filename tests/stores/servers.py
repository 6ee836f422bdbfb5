"""Triple stores as they are on the machine, each started for the tests and stopped after them."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

SECONDS = 60
"""How long a server may take to begin to answer."""

VIRTUOSO = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa

[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
ServerThreads = 10

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5

[SPARQL]
ResultSetMaxRows = 1000000
"""

GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }"

JSON_ANSWER = {"Accept": "application/sparql-results+json"}


@dataclass(frozen=True)
class Server:
    """A running store: its addresses, and who may write."""

    name: str
    query: str
    update: str
    graph_store: str
    user: str = ""
    password: str = ""

    @property
    def auth(self) -> httpx.Auth | None:
        """How to say who writes; Virtuoso wants a digest."""
        return httpx.DigestAuth(self.user, self.password) if self.user else None

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which the program learns who writes."""
        if not self.user:
            return {}
        return {"LUMME_STORE_USER": self.user, "LUMME_STORE_PASSWORD": self.password}

    def put(self, graph: str, text: str | bytes, media: str = "application/n-triples") -> None:
        """Put the triples in place of a graph."""
        answer = httpx.put(
            self.graph_store,
            params={"graph": graph},
            content=text,
            headers={"Content-Type": media},
            auth=self.auth,
            timeout=120,
        )
        assert answer.is_success, answer.text

    def get(self, graph: str) -> str:
        """The triples of a graph, as N-Triples."""
        answer = httpx.get(
            self.graph_store,
            params={"graph": graph},
            headers={"Accept": "application/n-triples"},
            auth=self.auth,
            timeout=120,
        )
        assert answer.is_success, answer.text
        return answer.text

    def ask(self, query: str, graphs: Sequence[str] = ()) -> list[dict[str, str]]:
        """The rows of a SELECT, each value as text; the graphs are the default graph."""
        answer = httpx.post(
            self.query,
            data={"query": query, "default-graph-uri": list(graphs)},
            headers=JSON_ANSWER,
            timeout=120,
        )
        assert answer.is_success, answer.text
        rows: list[Mapping[str, Mapping[str, str]]] = answer.json()["results"]["bindings"]
        return [{name: value["value"] for name, value in row.items()} for row in rows]

    def graphs(self) -> set[str]:
        """The named graphs that hold something."""
        return {row["graph"] for row in self.ask(GRAPHS)}

    def drop(self, graph: str) -> None:
        """Take a graph away."""
        answer = httpx.delete(
            self.graph_store, params={"graph": graph}, auth=self.auth, timeout=120
        )
        assert answer.is_success, answer.text


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def oxigraph_program() -> str | None:
    """The server of the wheel `oxigraph`, beside the Python in use."""
    for name in ("oxigraph", "oxigraph.exe"):
        program = Path(sys.executable).parent / name
        if program.is_file():
            return str(program)
    return None


@contextmanager
def oxigraph(program: str, folder: Path) -> Generator[Server, None, None]:
    """An Oxigraph server that keeps its triples in the folder."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    words = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with running(words, folder, f"{address}/query"):
        yield Server("oxigraph", f"{address}/query", f"{address}/update", f"{address}/store")


@contextmanager
def virtuoso(program: str, folder: Path) -> Generator[Server, None, None]:
    """A Virtuoso with its own settings, small, in the folder; dba may write, by digest."""
    http = free_port()
    address = f"http://127.0.0.1:{http}"
    (folder / "virtuoso.ini").write_text(
        VIRTUOSO.format(sql=free_port(), http=http), encoding="utf-8"
    )
    words = [program, "+foreground", "+configfile", "virtuoso.ini"]
    with running(words, folder, f"{address}/sparql"):
        yield Server(
            "virtuoso",
            f"{address}/sparql",
            f"{address}/sparql-auth",
            f"{address}/sparql-graph-crud-auth",
            "dba",
            "dba",
        )


@contextmanager
def running(words: Sequence[str], folder: Path, address: str) -> Generator[None, None, None]:
    """The program runs in the folder until the block ends; the block begins when it answers."""
    with (folder / "said.txt").open("w", encoding="utf-8") as said:
        program = subprocess.Popen(words, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
    try:
        wait_for(lambda: answers(address), program, folder)
        yield
    finally:
        program.terminate()
        try:
            program.wait(timeout=20)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def answers(address: str) -> bool:
    """Whether the endpoint answers a question."""
    try:
        asked = httpx.get(
            address, params={"query": "ASK { ?s ?p ?o }"}, headers=JSON_ANSWER, timeout=5
        )
    except httpx.TransportError:
        return False
    return asked.is_success


def wait_for(true: Callable[[], bool], program: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until something is true; fail with what the program said if it ends before."""
    end = time.monotonic() + SECONDS
    while not true():
        if program.poll() is not None or time.monotonic() > end:
            raise RuntimeError((folder / "said.txt").read_text("utf-8", errors="replace"))
        time.sleep(0.1)
