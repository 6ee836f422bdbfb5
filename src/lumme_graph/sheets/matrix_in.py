"""What somebody changed in a matrix: statements that are new, the other way round, or taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.document import Data, is_list
from lumme_graph.sheets.compare import BookChanges, RemovedRow
from lumme_graph.sheets.matrix import (
    AT,
    SheetMatrix,
    inferred,
    is_simple,
    matrix_cells,
    stated,
)
from lumme_graph.sheets.read_back import CellFault, ReadRow
from lumme_graph.sheets.values import DID_YOU_MEAN, BookNames, CellRefused

_NO_ITEM = Label("there is no {id} in the model, or it is nothing of this sheet{guess}")
_FINER = Label(
    "the statement here ends, begins on a known day, or is one of several, which a cell cannot hold: "
    "change it in the sheet {sheet}"
)
_BOTH = Label("{place} was changed here and in the sheet {sheet} to something else")
DROPPED = Label("{place}: the statement is new; what the old one stood on is not its: {dropped}")
_SHOWN: Final = re.compile(r"\(.*\)|.*\*")
"""What a cell shows that is stated elsewhere, or not wholly here."""
_EVIDENCE: Final = ("from", "standing", "sources", "as_of", "derivation")


class MatrixReader:
    """Brings the changed cells of one matrix into the elements of a book."""

    def __init__(
        self,
        matrix: SheetMatrix,
        graph: ServiceGraph,
        changes: BookChanges,
        names: BookNames,
        titles: Mapping[str, str],
        *,
        remove: bool,
    ) -> None:
        self._matrix = matrix
        self._graph = graph
        self._changes = changes
        self._names = names
        self._remove = remove
        self._sheet = titles.get(matrix.records, matrix.records)
        self._known = inferred(matrix, graph)
        self._prefixes = tuple(f"{kind.kind.prefix}-" for kind in matrix.kinds)

    def row(self, row: ReadRow) -> None:
        """The cells of a row."""
        cell = row.cells.get("id")
        id_ = str(cell.value).strip() if cell else ""
        if id_ in self._graph and id_ not in self._changes.elements:
            return  # its row in its own sheet is gone, which is told there
        if id_ not in self._changes.elements or not id_.startswith(self._prefixes):
            own = [one for one in self._changes.elements if one.startswith(self._prefixes)]
            guess = nearest(id_, own)
            more = self._names.speak(DID_YOU_MEAN, guess=guess).words if guess else ""
            self._fault(row.place("id"), _NO_ITEM.fill(id=id_ or "…", guess=more))
            return
        item = self._graph.find(id_)
        keys = [key for key in row.columns if key.startswith(AT)]
        places = [key.removeprefix(AT) for key in keys]
        shown: dict[str, str] = {}
        if item is not None:
            known = self._known.get(id_, {})
            cells = matrix_cells(self._matrix, item, places, known, self._names)
            shown = {at: str(c.value) for at, c in zip(places, cells, strict=True) if c.value}
        for key, place in zip(keys, places, strict=True):
            self._cell(row, key, item, id_, place, shown.get(place))

    def _fault(self, place: str, message: Message) -> None:
        self._changes.faults.append(CellFault(place, message))

    def _cell(
        self,
        row: ReadRow,
        key: str,
        item: KeptElement | None,
        id_: str,
        place: str,
        was: str | None,
    ) -> None:
        cell = row.cells.get(key)
        given = str(cell.value).strip() if cell else None
        if given == was or (given is not None and _SHOWN.fullmatch(given) and item is None):
            return
        if given is not None and given.startswith("("):
            given = None
        said = stated(self._matrix, item, place) if item is not None else []
        if len(said) > 1 or (said and not is_simple(said[0])):
            self._fault(row.place(key), _FINER.fill(sheet=self._sheet))
            return
        if given is None:
            if said:
                self._take_back(id_, place)
            return
        try:
            code = self._matrix.code.read(given, self._names)
        except CellRefused as error:
            self._fault(row.place(key), error.message)
            return
        if said and str(said[0].is_.value) == code:
            return
        self._state(row, key, id_, place, str(code))

    def _list(self, id_: str) -> list[Data]:
        there = self._changes.elements[id_].setdefault(self._matrix.field, [])
        return there if is_list(there) else []

    def _state(self, row: ReadRow, key: str, id_: str, place: str, code: str) -> None:
        """Say yes or no: in the statement of the place where it has one, else in a new one."""
        item = self._graph.find(id_)
        had = stated(self._matrix, item, place) if item is not None else []
        mine = [one for one in self._list(id_) if one.get("at") == place]
        before = str(had[0].is_.value) if had else None
        now = str(mine[0].get("is")) if mine else None
        if now != before:
            if now != code:
                message = _BOTH.fill(place=place, sheet=self._sheet)
                self._fault(row.place(key), message)
            return
        if mine:
            dropped = [f"{name}: {mine[0].pop(name)}" for name in _EVIDENCE if name in mine[0]]
            mine[0]["is"] = code
            if dropped:
                self._changes.dropped.append(
                    DROPPED.fill(place=row.place(key), dropped="; ".join(dropped))
                )
            self._changes.origins.came(mine[0], row.of(key))
        else:
            new: dict[str, Data] = {"at": place, "is": code}
            self._list(id_).append(new)
            self._changes.origins.came(new, row.of(key))
        self._changes.touched.add(id_)

    def _take_back(self, id_: str, place: str) -> None:
        mine = [one for one in self._list(id_) if one.get("at") == place]
        if not mine:
            return
        words = f"{place}: {mine[0].get('is')}"
        self._changes.removed.append(RemovedRow(self._matrix.key, id_, self._matrix.field, words))
        if self._remove:
            kept = [one for one in self._list(id_) if one.get("at") != place]
            self._changes.elements[id_][self._matrix.field] = kept
            if not kept:
                del self._changes.elements[id_][self._matrix.field]
            self._changes.touched.add(id_)
