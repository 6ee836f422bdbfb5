"""Values that a model cannot have: the subject and property of each, and its line where it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lumme_graph.base.extra import Extra
from lumme_graph.base.finding import Place
from lumme_graph.base.guess import Guesses
from lumme_graph.base.speaker import Speaker
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import By, Via
from lumme_graph.meta.refused import why_refused
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.rdf.own_fields import own_namespace
from lumme_graph.rdf.read.errors import RdfError
from lumme_graph.rdf.read.parsed import Parsed
from lumme_graph.rdf.read.reading import MISSING, OwnReading
from lumme_graph.rdf.vocabulary import PREFIXES, expand
from lumme_graph.reading.document import is_list, is_map

_SHOWN = 60
_VALUE = re.compile(r'<([^>]+)>|"([^"]+)"')


class _Where(NamedTuple):
    """A part and the property that a value of it is under; `of` are all that may say the field."""

    subject: str
    predicate: str = ""
    of: frozenset[str] = frozenset()


class _Line(NamedTuple):
    """A statement that is a line: its number, its property and what follows."""

    number: int
    predicate: str
    value: str


def refused_values(
    reading: OwnReading,
    error: ValidationError,
    cls: type[BaseModel],
    subject: str,
    data: Any = None,
) -> None:
    """Note what a class does not take, of the part that it is in.

    What is missing since its value was refused before is not noted again.
    """
    guesses = Guesses()
    for detail in error.errors(include_url=False):
        way = detail["loc"]
        if issubclass(cls, Node):
            where = _in_node(reading, cls, subject, data, way)
        else:
            where = _in_settings(reading, way)
        if not _is_missing(detail):
            reading.fault(where.subject, where.predicate, _words(detail, guesses))
        elif not any(at == where.subject and by in where.of for at, by, _ in reading.faults):
            reading.fault(where.subject, where.predicate, MISSING)


def _is_missing(detail: ErrorDetails) -> bool:
    """Is nothing there: no value, or none in a list that needs one?"""
    return detail["type"] == "missing" or (detail["type"] == "too_short" and not detail["input"])


def _words(detail: ErrorDetails, guesses: Guesses) -> str:
    """Why a value is refused and what to do, as of YAML."""
    value = str(detail["input"])[:_SHOWN]
    match detail["type"]:
        case "extra_forbidden":
            return "a model has no such setting; remove it"
        case "language_tag" if isinstance(detail["input"], str):
            return f"{value} is not a language tag; write one of BCP 47, such as fi or sv-FI"
        case "malformed_id":
            prefix = detail.get("ctx", {}).get("prefix", "")
            return f"{value} is no id: write {prefix}- and lower-case words with hyphens"
        case "reference":
            kinds = str(detail.get("ctx", {}).get("expected", "")).split(" or ")
            begins = " or ".join(f"{kind}-…" for kind in kinds if kind)
            return f"{value} is not the id of what belongs here" + (
                f"; write one that begins with {begins}"
                if begins
                else "; write the id of an element"
            )
        case _:
            speak, detail = Speaker("en"), detail.copy()
            detail["input"] = '""' if detail["input"] == "" else detail["input"]
            return "; ".join(speak(words).words for words in why_refused(detail, guesses))


def _in_node(
    reading: OwnReading, cls: Any, subject: str, data: Any, way: tuple[int | str, ...]
) -> _Where:
    """The innermost part on the way to a value, and the property that it is under."""
    where = _Where(subject)
    for at, step in enumerate(way):
        if is_list(data):
            data = data[step] if isinstance(step, int) and step < len(data) else None
        elif isinstance(cls, type) and issubclass(cls, Node):
            spec = next((one for one in specs(cls) if step in {one.alias, one.name}), None)
            if spec is None:
                continue
            if spec.datatype is Extra and at + 1 < len(way):
                return _Where(where.subject, f"{own_namespace(reading.base)}{way[at + 1]}")
            where = _of_field(where.subject, spec)
            data = data.get(spec.name) if is_map(data) else None
            cls = spec.record
        if (node := reading.nodes.get(id(data))) is not None:
            where = _Where(node)
    return where


def _of_field(subject: str, spec: Spec) -> _Where:
    """Where a field stands: under its own property, or under one of those that may say it."""
    prop = spec.prop
    terms = [expand(iri) for iri in prop.iris]
    said_by = {*terms, *(f"{term}{end}" for term in terms for end in ("Earliest", "Latest"))}
    if isinstance(prop.via, By):
        said_by |= set(map(expand, prop.via.iris.values()))
    elif isinstance(prop.via, Via):
        said_by.add(expand(prop.via.predicate))
    return _Where(subject, terms[0] if terms else spec.alias, frozenset(said_by))


def _in_settings(reading: OwnReading, way: tuple[int | str, ...]) -> _Where:
    """What says the setting that is nearest on the way to a value."""
    path = tuple(map(str, way))
    for end in range(len(path), 0, -1):
        if (found := reading.settings.get(path[:end])) is not None:
            subject, predicate = found
            ends = {f"{predicate}Earliest", f"{predicate}Latest"}
            return _Where(subject, predicate, frozenset({predicate, *ends}))
    return _Where(reading.base, ".".join(path))


def refusal(parsed: Parsed, faults: Iterable[tuple[str, str, str]]) -> RdfError:
    """The error that says all that cannot be meant."""
    return RdfError(*_lines(parsed, sorted(set(faults))))


def _lines(parsed: Parsed, faults: list[tuple[str, str, str]]) -> Iterator[str]:
    lines = _lines_of(parsed, {subject for subject, _, _ in faults})
    for subject, predicate, words in faults:
        named = f"{subject} {short(predicate)}" if predicate else subject
        number = _number(lines.get(subject, ()), predicate, words)
        yield f"{Place(parsed.name, number, 1 if number else 0)}: {named}: {words}"


def _lines_of(parsed: Parsed, subjects: Iterable[str]) -> dict[str, list[_Line]]:
    """The lines that say something of some subjects, where each statement is a line."""
    found: dict[str, list[_Line]] = {}
    if parsed.form in {"ntriples", "nquads"}:
        wanted = {f"<{subject}>".encode(): subject for subject in subjects}
        for number, line in enumerate(parsed.data.split(b"\n"), start=1):
            head, _, rest = line.partition(b" ")
            if (subject := wanted.get(head)) is not None:
                predicate, _, value = rest.decode(errors="replace").partition(" ")
                found.setdefault(subject, []).append(_Line(number, predicate, value))
    return found


def _number(lines: Sequence[_Line], predicate: str, words: str) -> int:
    """The line on which a property is said, or its bounds; else that on which the subject begins.

    Of several it is the one whose value is in the words, the longest of them; else the first.
    """

    def named(line: _Line) -> int:
        value = _VALUE.match(line.value)
        said = value[1] or value[2] if value else ""
        return len(said) if said in words else 0

    for end in ("", "Earliest", "Latest"):
        if said := [line for line in lines if line.predicate == f"<{predicate}{end}>"]:
            return max(said, key=named).number
    return lines[0].number if lines else 0


def short(iri: str) -> str:
    """An address by its prefix, where it has one."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
