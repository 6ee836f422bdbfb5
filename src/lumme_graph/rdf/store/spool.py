"""Triples on their way to a store: N-Triples in a file that goes when it is done with.

A store such as Virtuoso loses a body whose length it is not told, and one that fails may be asked again:
so the triples are written once, to the disk, and read from there as often as it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from typing import IO, Final

from lumme_graph.base.collector import collector_paused
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.store.graphs import said_in
from lumme_graph.rdf.triples import blocks

_PIECE: Final = 1 << 16


class Spool:
    """The triples of one graph as N-Triples: how many they are, how long, and each byte in turn."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.triples = 0

    def add(self, triples: Collection[str]) -> None:
        """Write triples, each N-Triples without its end, of which none is there yet."""
        self.triples += len(triples)
        self._file.write("".join(f"{triple} .\n" for triple in triples).encode())

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return self._file.seek(0, 2)

    def pieces(self, sent: Callable[[int], None]) -> SpoolBody:
        """The bytes, to be sent; `sent` is told how many have gone."""
        return SpoolBody(self._file, sent)


class SpoolBody:
    """Bytes of a file from its beginning, as often as they are asked for."""

    def __init__(self, file: IO[bytes], sent: Callable[[int], None]) -> None:
        self._file = file
        self._sent = sent

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
            self._sent(self._file.tell())


@contextmanager
def spools(names: Iterable[str]) -> Generator[dict[str, Spool]]:
    """An empty spool for each name, which is gone afterwards."""
    with ExitStack() as files:
        yield {name: Spool(files.enter_context(TemporaryFile())) for name in names}


def fill(spools: Mapping[str, Spool], graph: ServiceGraph, written: Callable[[int], None]) -> None:
    """Write the graphs of a model into the spools of their names, in one walk through it.

    `written` is told how many triples there are already.
    """
    with collector_paused():
        for block in blocks(graph):
            for name, spool in spools.items():
                spool.add(said_in(block, name))
            written(sum(spool.triples for spool in spools.values()))
