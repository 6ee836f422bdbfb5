"""One timed round trip in a process of its own: `python -m bench.sheeted ours|peer MODEL FILE`.

`ours` writes a model as a book and reads it back to checked elements; `peer` lets openpyxl write the
same values and read them, in its quick ways. It prints the CPU seconds of the work alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import openpyxl

from bench.work import timed
from lumme_graph.graph.read import load
from lumme_graph.sheets.take import read_book
from lumme_graph.sheets.write import book_of, write_book


def ours(graph: Any, file: Path) -> int:
    """The model to a book and back."""
    write_book(graph, file)
    return len(read_book(file))


def peer(rows: dict[str, list[list[Any]]], file: Path) -> int:
    """The values to a book and back."""
    book = openpyxl.Workbook(write_only=True)
    for title, values in rows.items():
        sheet = book.create_sheet(title)
        for row in values:
            sheet.append(row)
    book.save(file)
    read = openpyxl.load_workbook(file, read_only=True)
    return sum(1 for sheet in read.worksheets for _ in sheet.iter_rows(values_only=True))


def main() -> None:
    """Do the work that the words name."""
    work, model, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    graph = load(model, cache=False)
    if work == "ours":
        timed(lambda: ours(graph, file))
        return
    rows = {
        sheet.title: [[cell.value for cell in row] for row in sheet.rows]
        for sheet in book_of(graph).sheets
    }
    timed(lambda: peer(rows, file))


if __name__ == "__main__":
    main()
