"""The stores of the tests keep what is put into a graph, and are empty again after each test."""

from __future__ import annotations

import pytest

from stores.servers import Server

pytestmark = pytest.mark.stores

GRAPH = "https://models.example/one/graph/stated"
TRIPLE = '<https://models.example/one/a> <http://purl.org/dc/terms/title> "sää å ä"@fi .\n'


@pytest.mark.parametrize("time", [1, 2])
def test_a_graph_is_put_and_asked_for_and_gone_for_the_next_test(server: Server, time: int) -> None:
    assert time
    assert GRAPH not in server.graphs()
    server.put(GRAPH, TRIPLE.encode())
    rows = server.ask("SELECT ?title WHERE { ?s ?p ?title }", [GRAPH])
    assert rows == [{"title": "sää å ä"}]
    assert server.graphs() >= {GRAPH}
