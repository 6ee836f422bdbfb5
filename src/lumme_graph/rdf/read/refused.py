"""Values that a model cannot have: the subject and property of each, and its line where it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from lumme_graph.base.finding import Place
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import specs
from lumme_graph.rdf.read.errors import RdfError, place_of
from lumme_graph.rdf.read.parsed import Parsed
from lumme_graph.rdf.read.reading import OwnReading
from lumme_graph.rdf.settings import SETTINGS
from lumme_graph.rdf.vocabulary import PREFIXES, expand
from lumme_graph.reading.document import is_list, is_map


def refused_values(
    reading: OwnReading,
    error: ValidationError,
    cls: type[BaseModel],
    subject: str,
    data: Any = None,
) -> None:
    """Note what a class does not take, of the part that it is in."""
    for detail in error.errors(include_url=False):
        node, predicate = _where(reading, cls, subject, data, detail["loc"])
        if detail["type"] != "missing":
            reading.fault(node, predicate, f"{detail['msg']}, not {str(detail['input'])[:60]!r}")
        elif not any(fault[:2] == (node, predicate) for fault in reading.faults):
            reading.fault(node, predicate, "it is missing, and must be there")


def _where(
    reading: OwnReading, cls: Any, subject: str, data: Any, way: tuple[int | str, ...]
) -> tuple[str, str]:
    """The innermost part on the way to a value, and the property that it is under."""
    predicate = ""
    for place, step in enumerate(way):
        if isinstance(cls, type) and issubclass(cls, Node):
            spec = next((one for one in specs(cls) if step in {one.alias, one.name}), None)
            predicate = expand(spec.prop.iris[0]) if spec and spec.prop.iris else str(step)
            data = data.get(spec.name) if spec and is_map(data) else None
            cls = spec.record if spec else None
        elif is_list(data) and isinstance(step, int) and step < len(data):
            data = data[step]
        elif not predicate:
            path = tuple(map(str, way[place:]))
            found = (one for one in SETTINGS if one.path == path[: len(one.path)])
            predicate = next((expand(one.term) for one in found), ".".join(path))
        subject = reading.nodes.get(id(data), subject)
    return subject, predicate


def refusal(parsed: Parsed, faults: Iterable[tuple[str, str, str]]) -> RdfError:
    """The error that says all that cannot be meant."""
    return RdfError(*_lines(parsed, sorted(set(faults))))


def _lines(parsed: Parsed, faults: list[tuple[str, str, str]]) -> Iterator[str]:
    for subject, predicate, words in faults:
        at = -1
        if parsed.form in {"ntriples", "nquads"}:
            at = parsed.data.find(f"<{subject}> <{predicate}>".encode())
        line, column = place_of(parsed.data, at) if at >= 0 else (0, 0)
        yield f"{Place(parsed.name, line, column)}: {subject} {short(predicate)}: {words}"


def short(iri: str) -> str:
    """An address by its prefix, where it has one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
