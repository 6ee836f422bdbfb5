"""What is looked for in bytes before they are parsed: what would be fetched, filled in, or too deep."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

from lumme_graph.rdf.read.errors import Wrong, place_of
from lumme_graph.reading.document import Data, is_list, is_map

DEPTH: Final = 200
"""How deep XML and JSON may be nested: no honest RDF comes near it."""

_TERMS: Final = 4000
_REMOTE = (
    "nothing is fetched: put the context itself into the file, as a JSON-LD processor does when it "
    "expands"
)


def xml(data: bytes) -> None:
    """Raises `Wrong` for XML that is broken or cut short, too deep, or declares anything.

    The parser of RDF itself takes a document that ends too early.
    """
    parser = expat.ParserCreate()
    depth = 0

    def begin(_: str, __: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise Wrong(
                f"the elements are nested more than {DEPTH} deep",
                "write them one after the other",
                parser.CurrentLineNumber,
                parser.CurrentColumnNumber + 1,
            )

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def declares(*_: object) -> None:
        raise Wrong(
            "the document has a DOCTYPE, and with it entities could be filled in or fetched",
            "write the file without one, or as Turtle",
            parser.CurrentLineNumber,
            parser.CurrentColumnNumber + 1,
        )

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = declares
    parser.EntityDeclHandler = declares
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise Wrong(
            f"this is not XML: {why}",
            "mend the file, or say its format with --format (in Python: format=)",
            error.lineno,
            error.offset + 1,
        ) from None


def json_ld(data: bytes) -> None:
    """Raises `Wrong` for JSON that is broken, too deep, or asks for a context from elsewhere."""
    try:
        whole = json.loads(data, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise Wrong(
            f"this is not JSON: {error.msg}",
            "mend the file, or say its format with --format (in Python: format=)",
            error.lineno,
            error.colno,
        ) from None
    except UnicodeDecodeError as error:
        raise Wrong(
            "this is not UTF-8", "save the file as UTF-8", *place_of(data, error.start)
        ) from None
    except RecursionError:
        raise _too_deep() from None
    found: list[tuple[Data, int]] = [(whole, 1)]
    while found:
        value, depth = found.pop()
        if depth > DEPTH:
            raise _too_deep()
        if is_list(value):
            found += ((item, depth + 1) for item in value)
        elif is_map(value):
            _look(value, data)
            found += ((item, depth + 1) for item in value.values())


def _look(said: Mapping[str, Data], data: bytes) -> None:
    contexts = said.get("@context")
    for context in (*_listed(contexts), said.get("@import")):
        if isinstance(context, str):
            at = re.search(re.escape(json.dumps(context, ensure_ascii=False).encode()), data)
            raise Wrong(
                f"the context is elsewhere, at {context}",
                _REMOTE,
                *(place_of(data, at.start()) if at else (0, 0)),
            )


def _listed(value: Data) -> list[Data]:
    return value if is_list(value) else [value]


def _too_deep() -> Wrong:
    return Wrong(f"the objects are nested more than {DEPTH} deep", "write them one after the other")


def lines(data: bytes) -> None:
    """Raises `Wrong` for text with more triples within triples than can be held."""
    if data.count(b"<<") > _TERMS:
        raise Wrong(
            f"there are more than {_TERMS} triples within triples",
            "write the file without them: they are not read here",
        )
