"""Whole sites as folders, and an example of every type of page that they have."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.site.plan import Subject
from lumme_graph.site.registry import PageKind
from lumme_graph.site.site import Site

ROOT = Path(__file__).parents[2]
LUMME = ROOT / "models" / "lumme"
MODELS = ROOT / "tests" / "models"


class Made(NamedTuple):
    """A site that was written into a folder, and what of it is looked at."""

    folder: Path
    types: dict[str, str]

    def uri(self, address: str) -> str:
        return (self.folder / address).as_uri()


def made(graph: lg.ServiceGraph, folder: Path) -> Made:
    """Write a site, and name the heaviest page of every type in each edition."""
    site = Site(graph)
    sizes: dict[str, int] = {}
    for address, data in site.files().items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        sizes[address] = len(data)
    types: dict[str, str] = {}
    for key, subject in site.plan.pages.items():
        name = f"{key.edition.value} {type_of(subject)}"
        address = site.plan.path(key)
        types[name] = max(types.get(name, address), address, key=sizes.__getitem__)
    return Made(folder, types)


def type_of(subject: Subject) -> str:
    """The type of a page: a kind of elements, the page of all of a kind, or one of its own."""
    if isinstance(subject, PageKind):
        return subject.stem
    return subject.kind.prefix if isinstance(subject, KeptElement) else "collection"
