"""Text that comes bit by bit, in larger pieces; N-Triples and N-Quads as pyoxigraph reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from lumme_graph.rdf.oxigraph import Quad, RdfFormat, parse

_PIECE = 1 << 18


def in_pieces(text: Iterable[str]) -> Iterator[str]:
    """A text that comes in small pieces, in larger ones."""
    pieces: list[str] = []
    size = 0
    for piece in text:
        pieces.append(piece)
        size += len(piece)
        if size > _PIECE:
            yield "".join(pieces)
            pieces, size = [], 0
    yield "".join(pieces)


def parsed(text: Iterable[str], form: RdfFormat = RdfFormat.N_TRIPLES) -> Iterator[Quad]:
    """The quads of a text that comes in pieces, each of whole lines."""
    return chain.from_iterable(parse(piece, format=form) for piece in in_pieces(text))
