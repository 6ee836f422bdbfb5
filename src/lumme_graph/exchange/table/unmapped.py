"""A table of which nobody has said yet what its columns are, for asking."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lumme_graph.base.files import write_file
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath
from lumme_graph.exchange.asked import ImportOptions, named_files
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.table.mapping import (
    guessed,
    guessed_key,
    mapping_beside,
    mapping_text,
    read_mapping,
    target_of,
)
from lumme_graph.exchange.table.rows import CsvRows, is_table, read_rows


@dataclass(frozen=True)
class UnmappedTable:
    """A table without a mapping: its columns, and what each may be."""

    path: Path
    rows: CsvRows
    language: str

    @property
    def columns(self) -> tuple[str, ...]:
        """What its columns are called."""
        return self.rows.columns

    def examples(self, column: str) -> tuple[str, ...]:
        """A few values of a column."""
        return self.rows.examples(column)

    def guess(self, column: str) -> str:
        """What a column may be, by what it is called."""
        return guessed(column, self.language)

    def guess_key(self) -> str:
        """The column by which a row may be known again; nothing where none is called so."""
        return guessed_key(self.columns)

    def check(self, words: str) -> None:
        """Raises `ExchangeError` for words that say nothing that a column can be."""
        target_of(words)

    def save(self, said: Mapping[str, str], key: str = "") -> Path:
        """Write what was said of each column as the mapping beside the table.

        Raises `ExchangeError` where it cannot hold, and `OutputError` where it cannot be written.
        """
        file = mapping_beside(self.path)
        write_file(file, mapping_text(self.rows, said, key, self.language))
        read_mapping(file, self.rows)
        return file


def unmapped_table(
    files: Sequence[AnyPath], asked: ImportOptions | None = None
) -> UnmappedTable | None:
    """The table among files that has no mapping yet; None where none is to be asked for.

    Raises `ExchangeError` where it cannot be read.
    """
    asked = asked or ImportOptions()
    named = list(named_files([os.fspath(word) for word in listed(files, "files")]))
    if len(named) != 1 or asked.mapping or mapping_beside(named[0].path).is_file():
        return None
    file = Opened(named[0].path)
    if file.is_folder or not is_table(file):
        return None
    language = asked.languages[0] if asked.languages else "fi"
    return UnmappedTable(file.path, read_rows(file), language)
