"""The official shapes, and how many nodes of an export they really look at."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, SH, Graph
from rdflib.term import Node, URIRef

CPSV_AP = "cpsv-ap-3.2.0-shacl.ttl"
CPOV = "cpov-2.1.2-shacl.ttl"
CPEV = "cpev-1.1.1-shacl.ttl"
SKOS_INTEGRITY = "skos-integrity-shacl.ttl"


_PYSHACL: Any = import_module("pyshacl")
_SAYS_SOMETHING = (SH.property, SH["not"], SH.sparql)
_AIMS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a shapes file says of an export, and of how many of its nodes it says anything.

    `nodes` counts each node once; `by_target` says how many a class or property aims at.
    """

    conforms: bool
    nodes: int
    by_target: dict[str, int]
    report: str

    def __str__(self) -> str:
        aims = ", ".join(f"{target} {count}" for target, count in self.by_target.items())
        holds = "conforms" if self.conforms else "does not conform"
        return f"{holds}, {self.nodes} nodes checked ({aims})"


def vocabulary_folder() -> Path:
    """The folder of shapes and vocabularies; the test is skipped where there is none."""
    shared = os.environ.get("LUMME_SHARED")
    if not shared:
        pytest.skip("LUMME_SHARED names no folder with the official shapes")
    return Path(shared) / "vocab"


def verdict(data: Graph, shapes_file: str) -> Verdict:
    """Hold an export against one shapes file, alone; warnings count as faults too."""
    shapes = Graph().parse(vocabulary_folder() / shapes_file)
    conforms, _, report = _PYSHACL.validate(
        data, shacl_graph=shapes, advanced=True, inference="none"
    )
    aimed = targets(data, shapes)
    nodes = set[Node]().union(*aimed.values())
    by_target = {target: len(found) for target, found in sorted(aimed.items()) if found}
    return Verdict(bool(conforms), len(nodes), by_target, str(report))


def targets(data: Graph, shapes: Graph) -> dict[str, set[Node]]:
    """The nodes of the data that shapes with a condition aim at, by class or property.

    Many official shapes name a class and say nothing of it: their nodes do not count.
    """
    aimed: dict[str, set[Node]] = {}
    for aim in _AIMS:
        for shape, target in shapes.subject_objects(aim):
            if not any((shape, condition, None) in shapes for condition in _SAYS_SOMETHING):
                continue
            assert isinstance(target, URIRef)
            found = {
                SH.targetClass: lambda t=target: data.subjects(RDF.type, t),
                SH.targetSubjectsOf: lambda t=target: data.subjects(t, None),
                SH.targetObjectsOf: lambda t=target: data.objects(None, t),
            }[aim]()
            aimed.setdefault(data.qname(target), set()).update(found)
    return aimed
