"""Findings as marks of cells: which part of which element each of them is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lumme_graph.base.finding import Finding
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.sheets.book import CellUse


class CellMark(NamedTuple):
    """What is said of a cell, and whether it is an error."""

    words: str
    use: CellUse


@dataclass(frozen=True)
class CellMarks:
    """The findings of elements, by the paths of the parts that they are about."""

    by_element: Mapping[str, list[tuple[PathIn, Finding]]] = field(
        default_factory=dict[str, list[tuple[PathIn, Finding]]]
    )

    def of_row(
        self, element: str, path: PathIn, apart: frozenset[str]
    ) -> list[tuple[PathIn, Finding]]:
        """Those of an item at a path, the paths told from it; `apart` are lists with rows of their own."""
        found = self.by_element.get(element)
        if not found:
            return []
        depth = len(path)
        return [
            (whole[depth:], finding)
            for whole, finding in found
            if whole[:depth] == path and not (len(whole) > depth + 1 and whole[depth] in apart)
        ]


def marks_of(graph: ServiceGraph, findings: Iterable[Finding]) -> CellMarks:
    """Which parts findings are about, told by the places at which the parts are written."""
    mine: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.element in graph:
            mine[finding.element].append(finding)
    return CellMarks({id_: list(_placed(graph, id_, found)) for id_, found in mine.items()})


def _placed(
    graph: ServiceGraph, id_: str, findings: list[Finding]
) -> Iterator[tuple[PathIn, Finding]]:
    places = {str(graph.place(id_, *path)): path for path in _paths(graph.written(id_), ())}
    for finding in findings:
        yield places.get(str(finding.place), ()), finding


def _paths(data: Data, path: PathIn) -> Iterator[PathIn]:
    """Every path in what is written, the deepest last."""
    yield path
    if is_map(data):
        for key, value in data.items():
            yield from _paths(value, (*path, key))
    elif is_list(data):
        for at, value in enumerate(data):
            yield from _paths(value, (*path, at))


def said(findings: Iterable[Finding], speak: Speaker) -> CellMark:
    """Several findings as one mark."""
    lines: list[str] = []
    use = CellUse.DOUBTFUL
    for finding in findings:
        lines.append(
            f"{finding.code} {speak(finding.problem).words}: {speak(finding.remedy).words}"
        )
        if finding.severity == "error":
            use = CellUse.WRONG
    return CellMark("\n".join(lines), use)
