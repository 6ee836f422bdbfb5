"""An Oxigraph server and a Virtuoso, each empty of models when a test begins.

Where one is missing its tests are skipped with a word; LUMME_STORES=required lets them fail. A server
is started when the first test asks for it and stopped when the tests of this folder are done.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import NoReturn

import pytest

from stores import servers
from stores.servers import Server


def missing(what: str) -> NoReturn:
    """Skip what needs a store or a reader, or fail where they are required."""
    if os.environ.get("LUMME_STORES") == "required":
        pytest.fail(f"LUMME_STORES=required, but {what}")
    pytest.skip(what)


@pytest.fixture(scope="package")
def oxigraph_started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The Oxigraph server that all tests of the folder share."""
    program = servers.oxigraph_program()
    if program is None:
        missing("there is no Oxigraph server: pip install '.[stores]'")
    with servers.oxigraph(program, tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="package")
def virtuoso_started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The Virtuoso that all tests of the folder share."""
    program = shutil.which("virtuoso-t")
    if program is None:
        missing("there is no virtuoso-t on PATH: apt install virtuoso-opensource-7-bin")
    with servers.virtuoso(program, tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


def emptied(server: Server) -> Iterator[Server]:
    """The server, without the graphs that the test has put there."""
    before = server.graphs()
    yield server
    for graph in server.graphs() - before:
        server.drop(graph)


@pytest.fixture
def oxigraph_server(oxigraph_started: Server) -> Iterator[Server]:
    """An Oxigraph server without a graph."""
    yield from emptied(oxigraph_started)


@pytest.fixture
def virtuoso_server(virtuoso_started: Server) -> Iterator[Server]:
    """A Virtuoso without a graph but its own."""
    yield from emptied(virtuoso_started)


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each of the stores in turn."""
    found: Server = request.getfixturevalue(f"{request.param}_server")
    return found


@pytest.fixture(scope="session")
def rapper() -> str:
    """The program `rapper` of the machine."""
    program = shutil.which("rapper")
    if program is None:
        missing("there is no rapper on PATH: apt install raptor2-utils")
    return program
