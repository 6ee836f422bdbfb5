"""A small triple store on a port of this machine, which fails when a test has told it to."""

from __future__ import annotations

import ssl
import threading
from collections import defaultdict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
from rdf_pushed import in_graphs

Fault = Callable[["Handler"], bool]
"""What is done instead of an answer; True where the answer is still to come."""

KINDS = {("PUT", "/store"): "put", ("POST", "/query"): "query", ("POST", "/update"): "update"}


class Asked(NamedTuple):
    """A request as it came."""

    kind: str
    graph: str
    authorization: str
    body: bytes


class TinyStore(ThreadingHTTPServer):
    """Keeps graphs, answers queries and does updates, each whole or not at all.

    `faults` are, for `put`, `query` and `update`, what happens to the first, second… request of it.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.store = ox.Store()
        self.faults: dict[str, list[Fault | None]] = defaultdict(list)
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self.scheme = "http"

    @property
    def address(self) -> str:
        """Where it is."""
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}"

    def graphs(self) -> dict[str, set[str]]:
        """The triples of each graph."""
        return in_graphs(self.store)

    def kinds(self) -> list[str]:
        """What it was asked, in order."""
        return [one.kind for one in self.asked]

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that leave are part of the tests."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    body: bytes = b""

    @property
    def tiny(self) -> TinyStore:
        """The store that it came to."""
        assert isinstance(self.server, TinyStore)
        return self.server

    def do_PUT(self) -> None:
        self._do()

    def do_POST(self) -> None:
        self._do()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nobody reads a log."""

    def answer(self, status: int, text: str = "", **headers: str) -> None:
        """Answer with a status, a text, and headers whose names have _ for -."""
        data = text.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _do(self) -> None:
        parts = urlsplit(self.path)
        kind = KINDS[self.command, parts.path]
        graph = parse_qs(parts.query).get("graph", [""])[0]
        script = self.tiny.faults[kind]
        fault = script.pop(0) if script else None
        if fault is cut:
            self.tiny.asked.append(Asked(kind, graph, "", b""))
            self.rfile.read(int(self.headers["Content-Length"]) // 2)
            self.close_connection = True
            return
        self.body = self.rfile.read(int(self.headers["Content-Length"]))
        authorization = self.headers.get("Authorization", "")
        self.tiny.asked.append(Asked(kind, graph, authorization, self.body))
        if fault is None or fault(self):
            self.perform(kind, graph)

    def perform(self, kind: str, graph: str) -> None:
        """Do what is asked."""
        store = self.tiny.store
        try:
            if kind == "put":
                made = [*ox.parse(self.body, format=ox.RdfFormat.N_TRIPLES)]
                store.clear_graph(ox.NamedNode(graph))
                store.extend(
                    ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode(graph)) for q in made
                )
                self.answer(201)
            elif kind == "update":
                store.update(self.body.decode())
                self.answer(204)
            else:
                (query,) = parse_qs(self.body.decode())["query"]
                found = store.query(query)
                assert isinstance(found, ox.QuerySolutions)
                rows = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
                self.answer(200, rows.decode())
        except (SyntaxError, ValueError) as error:
            self.answer(400, str(error))


def cut(_: Handler) -> bool:
    """The connection ends when half of the request has come."""
    return False


def answers(status: int, text: str = "", **headers: str) -> Fault:
    """Another answer than the right one."""

    def fault(handler: Handler) -> bool:
        handler.answer(status, text, **headers)
        return False

    return fault


def done_in_silence(handler: Handler) -> bool:
    """What is asked is done, but the answer never arrives."""
    handler.tiny.store.update(handler.body.decode())
    return False


def slow(handler: Handler) -> bool:
    """The answer comes when nobody waits any more."""
    handler.tiny.closing.wait(60)
    return False


@contextmanager
def tiny_store(certificate: Path | None = None) -> Generator[TinyStore]:
    """A store that is there until the block ends, with TLS where there is a certificate."""
    server = TinyStore()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
