"""The parts of elements that have local ids, the one address of each, and what names them.

An address is the same in the graph, on the command line, in a renaming and in RDF:
`path-hold/pick-up`, `project-x/phases/studies`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.meta.element import Element, Record
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.meta.walk import FieldValue, PathIn, Walk
from lumme_graph.reading.document import Data, is_list, is_map

_NAMES_A_PART = Walk(lambda spec: spec.prop.within is not None)


class PartReference(NamedTuple):
    """A field that names a part: of which element (None: it does not say), in which list, and where."""

    spec: Spec
    whole: str | None
    field: str
    local: str
    path: PathIn

    @property
    def address(self) -> str | None:
        """The address of the part, whether it is there or not."""
        return address(self.whole, self.field, self.local) if self.whole else None


@cache
def lists(cls: type[Element]) -> Mapping[str, Spec]:
    """The lists of a class whose records have local ids, by field."""
    return {spec.alias: spec for spec in specs(cls) if spec.record and spec.record.key == ("id",)}


def address(whole: str, field: str, local: str) -> str:
    """The address of a part of an element.

    >>> address("path-hold", "steps", "pick-up"), address("path-hold", "phases", "before")
    ('path-hold/pick-up', 'path-hold/phases/before')
    """
    record = lists(KINDS[whole.partition("-")[0]])[field].record
    return f"{whole}/{local}" if record and record.at_root else f"{whole}/{field}/{local}"


def parts(whole: KeptElement) -> dict[str, Record]:
    """The parts of an element by their addresses."""
    return {
        address(whole.id, field, record.local_name()): record
        for field, spec in lists(type(whole)).items()
        for record in getattr(whole, spec.name)
    }


def local_ids(whole: KeptElement, field: str) -> list[str]:
    """The local ids in a list of an element."""
    return [record.local_name() for record in getattr(whole, lists(type(whole))[field].name)]


def addresses(elements: Iterable[KeptElement]) -> Iterator[str]:
    """Every id and address that there is."""
    for element in elements:
        yield element.id
        yield from parts(element)


def part_references(element: KeptElement) -> Iterator[PartReference]:
    """Every part that an element names by its local id."""
    for found in _NAMES_A_PART.of(element):
        yield from _references(found, element.id, found.owner.__dict__)


def written_parts(cls: type[Element], id_: str, data: Data) -> Iterator[tuple[str, PathIn]]:
    """The addresses of the parts in what is written of an element, and where their ids are."""
    for field in lists(cls) if is_map(data) else ():
        records: Data = data.get(field)
        for at, record in enumerate(records if is_list(records) else ()):
            local = record.get("id") if is_map(record) else None
            if isinstance(local, str):
                yield address(id_, field, local), (field, at, "id")


def written_part_references(cls: type[Element], id_: str, data: Data) -> Iterator[PartReference]:
    """Every part that is named in what is written of an element."""
    for found in _NAMES_A_PART.written(cls, data):
        if isinstance(found.value, str):
            yield from _references(found, id_, found.owner)


def _references(found: FieldValue, id_: str, beside: Mapping[str, Data]) -> Iterator[PartReference]:
    within = found.spec.prop.within
    if within is not None:
        whole = beside.get(within.of) if within.of else id_
        cls = KINDS.get(whole.partition("-")[0]) if isinstance(whole, str) else None
        there = cls is not None and within.field in lists(cls)
        yield PartReference(
            found.spec, whole if there else None, within.field, found.value, found.path
        )
