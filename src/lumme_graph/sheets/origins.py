"""From which cell a value comes: so that what is wrong with it is said there, and not in a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

from lumme_graph.base.finding import Place
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, Document, Spot, is_list, is_map
from lumme_graph.sheets.read_back import ReadRow

_NOWHERE: Final = Document("")


@dataclass
class Origins:
    """The rows and cells that items come from; items are told apart by what they are, not by value."""

    _rows: dict[int, tuple[ReadRow, Data]] = field(default_factory=dict[int, tuple[ReadRow, Data]])

    def came(self, item: dict[str, Data], row: ReadRow) -> None:
        """An item stands in a row."""
        self._rows[id(item)] = row, item

    def moved(self, old: dict[str, Data], new: Data) -> None:
        """An item stands in the model without what is around it in its table."""
        if id(old) in self._rows and id(new) not in self._rows:
            row, _ = self._rows[id(old)]
            self._rows[id(new)] = _Unwrapped(*row), new

    def place(self, element: Data, path: PathIn) -> str:
        """The cell of a value in an element, else of the nearest that is around it; or nothing."""
        data, found, rest = element, "", list(path)
        inner: list[str] = []
        row: ReadRow | None = None
        while True:
            if id(data) in self._rows:
                row, inner = self._rows[id(data)][0], []
            if not rest:
                break
            name = rest.pop(0)
            if is_map(data):
                inner.append(str(name))
                data = data.get(str(name))
            elif is_list(data) and isinstance(name, int) and name < len(data):
                data = data[name]
            else:
                inner.append(str(name))
                data = None
        if row is not None:
            found = row.place(_nearest_column(row, inner))
        return found

    def spot(self, data: Data) -> Spot:
        """An element as the words about wrong values want it: with places, which here are cells."""
        return cast("Spot", _InBook(self, data))


class _Unwrapped(ReadRow):
    """The row of a text that stands in its list without a name."""


@dataclass
class _InBook:
    """Says the cell in place of the line in a file."""

    origins: Origins
    data: Any
    document: Document = field(default_factory=lambda: _NOWHERE)
    item: int | None = None

    def place(self, path: PathIn = ()) -> Place:
        return Place(self.origins.place(self.data, path))


def _nearest_column(row: ReadRow, names: Sequence[str]) -> str:
    """The column of a path of fields in a row: as much of it as there is a column for."""
    words = ["text", *names] if isinstance(row, _Unwrapped) else list(names)
    while words:
        key = ".".join(words)
        if key in row.columns:
            return key
        below = next((one for one in row.columns if one.startswith(f"{key}.")), None)
        if below is not None:
            return below
        words.pop()
    return ""
