"""The embedded engine that reads a log and groups its rows, and what it is allowed to do.

It reads the one file that is named and writes to a folder of its own while it works; it loads no
extension and asks no network. No word of a file becomes part of a statement but the names of columns of
Parquet, quoted: what is looked for is handed over beside it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lumme_graph.base.extras import need
from lumme_graph.observed.columns import LogColumns
from lumme_graph.observed.log_file import LogFile
from lumme_graph.observed.result import ObservedError

if TYPE_CHECKING:
    import duckdb

MEMORY: Final = "2GB"
"""What the engine keeps in memory at most; what is more stands in files of its own meanwhile."""
_SPILL: Final = "32GB"
_ISO: Final = r"[12]\d{3}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)?)?"
_READ: Final = r"""
CREATE TEMP TABLE log AS
SELECT c, s, form, CASE form
    WHEN $1 THEN NULL
    WHEN $4 THEN epoch_us(try_cast(
        regexp_replace(t, '([T ]\d\d:\d\d)(Z|[+-])', '\1:00\2') AS TIMESTAMPTZ))
    ELSE epoch_us(try_cast(t AS TIMESTAMP)) END AS t
FROM (
    SELECT c, s, t, CASE
        WHEN c IS NULL OR s IS NULL OR t IS NULL THEN $1
        WHEN t LIKE '____-__-__T__:__:__' AND t BETWEEN '1' AND '3' AND NOT suffix(t, 'Z') THEN $3
        WHEN NOT regexp_full_match(t, $5) THEN $1
        WHEN length(t) = $6 THEN $2
        WHEN suffix(t, 'Z') OR contains(t, '+') OR contains(substr(t, $6 + 2), '-') THEN $4
        ELSE $3 END::TINYINT AS form
    FROM (
        SELECT nullif(trim(c), '') AS c, nullif(trim(s), '') AS s, trim(t) AS t FROM file
    )
)
"""
"""The rows with their times in millionths of a second since 1970, and how these are written.

The form that most logs have is told first, since a pattern takes long; that there is such a time, the
cast tells.
"""
_GATHER: Final = """
CREATE OR REPLACE TEMP TABLE journeys AS SELECT [x.i for x in w] AS v, [x.t for x in w] AS t
FROM (
    SELECT list_sort(list({'t': t, 'r': r, 'i': i})) AS w
    FROM (SELECT c, t, log.rowid AS r, i FROM log JOIN names USING (s)) GROUP BY c
)
"""
_ALIKE: Final = (
    "SELECT 1 FROM journeys WHERE list_unique(t) < len(t)"
    " AND len(list_distinct(list_zip(v, t))) < len(v) LIMIT 1"
)
"""Whether any case is said to have been at one step twice at one moment: quickly told where not."""
_COPIES: Final = "SELECT 1 FROM log GROUP BY c, s, t HAVING count(*) > 1 LIMIT 1"
_DAY: Final = 10
"""The letters of a day such as 2026-08-22."""


class TimeForm:
    """How a time is written, as the engine counts it."""

    BAD, DAY, LOCAL, ZONED = range(4)


class Journey(NamedTuple):
    """A sequence of symbols that cases went through, and how many cases."""

    id: int
    symbols: list[int]
    cases: int


@contextmanager
def engine(log: LogFile) -> Generator[Engine]:
    """An engine that may read one file, from its beginning to its end.

    Raises `MissingExtraError` where it is not installed, and `ObservedError` for what it says of the file.
    """
    need("duckdb")
    import duckdb

    with TemporaryDirectory(prefix="lumme-observed-") as folder:
        connection = duckdb.connect(
            config={
                "threads": max(1, min(_THREADS, os.cpu_count() or 1)),
                "memory_limit": MEMORY,
                "temp_directory": folder,
                "max_temp_directory_size": _SPILL,
                "allow_community_extensions": "false",
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            }
        )
        try:
            connection.execute("SET allowed_paths = $1", [[str(log.path.resolve()), _path(log)]])
            for setting in (
                "SET enable_external_access = false",
                "SET python_enable_replacements = false",
                "SET lock_configuration = true",
            ):
                connection.execute(setting)
            yield Engine(connection, log)
        except duckdb.OutOfMemoryException as error:
            raise ObservedError(f"{log.path}: the file is too large for this machine") from error
        except duckdb.Error as error:
            raise ObservedError(f"{log.path}: it cannot be read: {_first(str(error))}") from error
        finally:
            connection.close()


_THREADS: Final = 8


def _path(log: LogFile) -> str:
    """The file as the engine takes it, for which stars and the like in a name stand for others."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(log.path.resolve()))


def _quoted(name: str) -> str:
    """A name of a column, of which nothing is read as anything else."""
    return '"{}"'.format(name.replace('"', '""'))


def _first(message: str) -> str:
    """The first line of what the engine says, which never holds a row."""
    return message.split("\n", maxsplit=1)[0].rstrip(".")


class Engine:
    """The rows of a log in tables, and what is asked of them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, log: LogFile) -> None:
        self._connection = connection
        self._log = log

    def parquet_columns(self) -> tuple[str, ...]:
        """What the columns of a Parquet file are called."""
        return tuple(self._connection.read_parquet(_path(self._log)).columns)

    def read(self, columns: LogColumns) -> None:
        """Read the three columns into a table; rows with other numbers of cells are set aside."""
        file = self._file()
        three = (
            f"{_quoted(file.columns[at])}::VARCHAR AS {name}"
            for at, name in zip(columns, ("c", "s", "t"), strict=True)
        )
        file.project(", ".join(three)).create_view("file")
        self._do(_READ, [TimeForm.BAD, TimeForm.DAY, TimeForm.LOCAL, TimeForm.ZONED, _ISO, _DAY])
        self._do("UPDATE log SET form = $1 WHERE t IS NULL AND form <> $1", [TimeForm.BAD])

    def _file(self) -> duckdb.DuckDBPyRelation:
        """The file, of which nothing is read yet; the columns of CSV are called by their places."""
        log = self._log
        if log.sort == "parquet":
            return self._connection.read_parquet(_path(log))
        return self._connection.read_csv(
            _path(log),
            header=True,
            auto_detect=False,
            sep=log.separator,
            quotechar='"',
            escapechar='"',
            compression="gzip" if log.is_packed else "none",
            columns={f"c{at}": "VARCHAR" for at in range(len(log.columns))},
            ignore_errors=True,
            store_rejects=True,
        )

    def rejected(self) -> list[tuple[int, str]]:
        """The lines of the rows that were set aside, and why, by the engine's words."""
        if self._log.sort == "parquet":
            return []
        return self._do("SELECT DISTINCT line, error_type::VARCHAR FROM reject_errors ORDER BY ALL")

    def forms(self) -> dict[int, int]:
        """How many rows have times of each form; a row without a case or a step counts as bad."""
        return dict(self._do("SELECT form, count(*) FROM log GROUP BY form ORDER BY form"))

    def first_row(self, form: int) -> int:
        """The number of the first row with times of a form, the head being the first of all."""
        ((row,),) = self._do("SELECT min(rowid) + 2 FROM log WHERE form = $1", [form])
        return int(row)

    def bad_rows(self, most: int) -> list[int]:
        """The numbers of the first rows that cannot be read, among those that were not set aside."""
        found = self._do(
            "SELECT rowid FROM log WHERE form = $1 ORDER BY rowid LIMIT $2", [TimeForm.BAD, most]
        )
        return [number for (number,) in found]

    def leave_out(self) -> int:
        """Take away the rows that cannot be read with the cases that they belong to; how many cases."""
        self._do(
            "CREATE TEMP TABLE lost AS SELECT DISTINCT c FROM log WHERE form = $1"
            " AND c IS NOT NULL",
            [TimeForm.BAD],
        )
        self._do("DELETE FROM log WHERE form = $1 OR c IN (SELECT c FROM lost)", [TimeForm.BAD])
        ((cases,),) = self._do("SELECT count(*) FROM lost")
        return int(cases)

    def some_cases(self, most: int) -> list[str]:
        """Some of what tells cases apart: the first ones, and others from all over the log."""
        found = self._do(
            "SELECT c FROM ((SELECT DISTINCT c FROM (SELECT c FROM log LIMIT $1))"
            " UNION (SELECT DISTINCT c FROM log ORDER BY hash(c), c LIMIT $1)) ORDER BY c",
            [most],
        )
        return [case for (case,) in found]

    def names(self, most: int) -> list[str]:
        """The different names in the step column, in order; one more than `most` at most."""
        found = self._do("SELECT DISTINCT s FROM log ORDER BY s LIMIT $1", [most + 1])
        return [name for (name,) in found]

    def span(self) -> tuple[int, int]:
        """The first and the last time, in millionths of a second since 1970."""
        ((first, last),) = self._do("SELECT min(t), max(t) FROM log")
        return int(first), int(last)

    def cases_with(self, names: Sequence[str]) -> dict[str, int]:
        """In how many cases each of some names stands."""
        found = self._do(
            "SELECT s, count(DISTINCT c) FROM log WHERE s IN (SELECT unnest($1::VARCHAR[]))"
            " GROUP BY s",
            [list(names)],
        )
        return dict(found)

    def gather(self, symbol_of: dict[str, int], *, are_moments: bool) -> bool:
        """Put the rows of each case in the order of time, else of the file.

        Of moments, a row that says the same as another is counted once; were there any such?
        """
        self._do(
            "CREATE TEMP TABLE names AS SELECT unnest($1::VARCHAR[]) AS s,"
            " unnest($2::INTEGER[]) AS i",
            [list(symbol_of), list(symbol_of.values())],
        )
        self._do(_GATHER)
        copies = are_moments and bool(self._do(_ALIKE)) and bool(self._do(_COPIES))
        if copies:
            self._do(
                "DELETE FROM log WHERE rowid NOT IN (SELECT min(rowid) FROM log GROUP BY c, s, t)"
            )
            self._do(_GATHER)
        self._do("DROP TABLE log")
        return copies

    def journeys(self) -> Iterator[Journey]:
        """What cases went through, each way once."""
        self._do(
            "CREATE TEMP TABLE variants AS SELECT v, count(*) AS n,"
            " row_number() OVER (ORDER BY v) AS id FROM journeys GROUP BY v"
        )
        self._do("CREATE TEMP TABLE paces (id BIGINT, a INTEGER, b INTEGER, way INTEGER)")
        last = 0
        while found := self._do(
            "SELECT id, v, n FROM variants WHERE id > $1 ORDER BY id LIMIT $2", [last, _AT_ONCE]
        ):
            yield from (Journey(*row) for row in found)
            last = found[-1][0]

    def add_paces(self, paces: Sequence[tuple[int, int, int, int]]) -> None:
        """Take in moves: of which journey, from which place to which in it, on which way."""
        for first in range(0, len(paces), _AT_ONCE):
            ids, begins, ends, ways = zip(*paces[first : first + _AT_ONCE], strict=True)
            self._do(
                "INSERT INTO paces SELECT unnest($1::BIGINT[]), unnest($2::INTEGER[]),"
                " unnest($3::INTEGER[]), unnest($4::INTEGER[])",
                [list(ids), list(begins), list(ends), list(ways)],
            )

    def waits(self) -> dict[int, tuple[float, float]]:
        """The median and the ninetieth hundredth of the times on each way, in millionths."""
        found = self._do(
            "SELECT way, quantile_cont(t[b + 1] - t[a + 1], [0.5, 0.9]) FROM journeys"
            " JOIN variants USING (v) JOIN paces USING (id) GROUP BY way ORDER BY way"
        )
        return {way: (median, ninetieth) for way, (median, ninetieth) in found}

    def _do(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        return self._connection.execute(statement, list(values)).fetchall()


_AT_ONCE: Final = 50_000
