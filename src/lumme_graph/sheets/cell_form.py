"""What the forms of cells share: the words of one book, and a cell that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol

from lumme_graph.base.label import Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.reading.document import Data
from lumme_graph.sheets.book import CellUse, CellValue
from lumme_graph.sheets.given import GivenValue

_LONGEST_NAME: Final = 60


class CellRefused(Exception):  # noqa: N818 - it is a word about a cell, and never reaches a user alone
    """What is in a cell cannot be the value of its field; `message` says why and what to write."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class BookNames:
    """What elements are called, and the words of codes: for one book, in one language."""

    speak: Speaker
    by_id: Mapping[str, str] = field(default_factory=dict[str, str])

    def shown(self, id_: str) -> str:
        """An element by its name and its id: `Service desk [touchpoint-desk]`."""
        name = " ".join(self.by_id.get(id_, "").split())
        if not name or name == id_:
            return id_
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
        return f"{short} [{id_}]"

    @cached_property
    def by_name(self) -> dict[str, str]:
        """The ids by names that only one element has."""
        found: dict[str, list[str]] = {}
        for id_, name in self.by_id.items():
            found.setdefault(" ".join(name.split()).casefold(), []).append(id_)
        return {name: ids[0] for name, ids in found.items() if name and len(ids) == 1}


class CellForm(Protocol):
    """How the values of one field stand in cells."""

    @property
    def use(self) -> CellUse:
        """What the cells are for."""
        ...

    def shown(self, value: Data, names: BookNames) -> CellValue:
        """A value as it stands in a cell."""
        ...

    def read(self, value: GivenValue, names: BookNames) -> Data:
        """What somebody wrote as plain data; None for nothing. Raises `CellRefused`."""
        ...

    def hint(self, names: BookNames) -> Message | None:
        """What may be written, where that does not go without saying."""
        ...
