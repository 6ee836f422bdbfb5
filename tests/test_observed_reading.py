"""Logs as people have them: separators, heads, zones, bad rows, other files, and persons."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from drawn_lanes import graph_of, path_of
from observed_logs import by_step, written

import lumme_graph as lg
from lumme_graph.analysis.privacy.keys import CARD, EMAIL, NAME, PERSONAL_ID, PHONE, personal_in
from lumme_graph.observed.engine import engine
from lumme_graph.observed.log_file import log_file

PLAIN = [f"{case},step-{step},2026-01-0{step + 1}" for case in range(5) for step in range(3)]
HEAD = "case,step,time"


@pytest.fixture(scope="module")
def graph() -> lg.ServiceGraph:
    return graph_of(path_of([0] * 3, ()))


def seen(graph: lg.ServiceGraph, file: Path, **columns: Any) -> list[int | lg.Hidden]:
    return by_step(lg.observe(graph, "path-x", file, **columns), "cases")


def refused(graph: lg.ServiceGraph, file: Path, **columns: Any) -> str:
    with pytest.raises(lg.ObservedError) as error:
        lg.observe(graph, "path-x", file, **columns)
    return str(error.value).replace(f"{file.parent}/", "")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_marks_and_ends_of_lines(
    graph: lg.ServiceGraph, tmp_path: Path, separator: str, mark: str, end: str
) -> None:
    text = mark + end.join([HEAD, *PLAIN]).replace(",", separator)
    file = tmp_path / "log.csv"
    file.write_bytes(text.encode())
    assert seen(graph, file) == [5, 5, 5]


def test_a_packed_log(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    """It is told by what it is, not by its name."""
    file = tmp_path / "log.csv"
    file.write_bytes(gzip.compress("\n".join([HEAD, *PLAIN]).encode()))
    assert seen(graph, file) == [5, 5, 5]
    file.write_bytes(file.read_bytes()[:30])
    assert "log.csv: the packed file is damaged" in refused(graph, file)


@pytest.mark.parametrize("kind", ["DATE", "TIMESTAMP", "TIMESTAMPTZ", "VARCHAR"])
def test_a_parquet_log_with_times_of_each_type(
    graph: lg.ServiceGraph, tmp_path: Path, kind: str
) -> None:
    import duckdb

    file, text = tmp_path / "log.parquet", written(tmp_path, [HEAD, *PLAIN])
    with duckdb.connect() as connection:
        types = {"case": "INTEGER", "step": "VARCHAR", "time": kind}
        log = connection.read_csv(str(text), columns=types, header=True, sep=",")
        log.project('"case" AS "the ""case", step, time').write_parquet(str(file))
    assert seen(graph, file, case='the "case') == [5, 5, 5]
    assert refused(graph, file, case="cas") == (
        'log.parquet: there is no column cas for the case; there are the "case, step, time'
    )


def test_quoted_cells_hold_separators_and_lines(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    lines = ["case,note,step,time", *(line.replace(",", ',"a, b\nc",', 1) for line in PLAIN)]
    assert seen(graph, written(tmp_path, lines)) == [5, 5, 5]


@pytest.mark.parametrize(
    "head", ["Case ID;Activity;Timestamp", "Tapaus;Vaihe;Aika", "ärende;steg;tidpunkt"]
)
def test_columns_are_taken_by_their_names_where_that_is_certain(
    graph: lg.ServiceGraph, tmp_path: Path, head: str
) -> None:
    lines = [f"{head};library", *(f"{line.replace(',', ';')};Lake" for line in PLAIN)]
    assert seen(graph, written(tmp_path, lines)) == [5, 5, 5]


def test_columns_that_are_not_certain_are_asked_for(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    file = written(tmp_path, ["caze,step,touchpoint,moment", "1,step-0,x,2026-01-01"])
    assert refused(graph, file) == (
        "log.csv: say --case COLUMN (perhaps caze); which column is the step: --step step or"
        " touchpoint; --time COLUMN; the columns are caze, step, touchpoint, moment"
    )
    assert refused(graph, file, case="caze", step="steps", time="moment") == (
        "log.csv: there is no column steps for the step; did you mean step?"
    )
    twice = refused(graph, file, case="caze", step="caze", time="moment")
    assert twice == "log.csv: case, step and time are three columns; name each once"
    assert seen(graph, written(tmp_path, ["A;B;C", *(x.replace(",", ";") for x in PLAIN)]),
                case="a", step="B", time="C") == [5, 5, 5]  # fmt: skip


def test_bad_rows_are_counted_and_told_by_line_and_their_cases_left_out(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    """Case 0 has a time that is none, case 1 one of another form; one row has no case."""
    lines = [HEAD, *PLAIN, *(line.replace(",", "x,", 1) for line in PLAIN)]
    lines[2] = "0,step-1,2026-02-30"
    lines[4] = '1,"step-0",1.2.2026'
    lines += ["", " ,step-1,2026-01-01", "7,step-1", "8,step-1,2026-01-01,4,5"]
    found = lg.observe(graph, "path-x", written(tmp_path, lines))
    assert found.cases == 8
    assert (found.bad_rows, found.left_out) == (5, 2)
    assert [one.line for one in found.bad] == [3, 5, 33]
    why = [lg.Speaker("en")(one.why).words for one in found.bad]
    assert why[0] == "there is no such time"
    assert why[1].startswith("its time is of another form; write times as 2026-08-22T")
    assert why[2] == "it says no case"


def test_rows_with_other_numbers_of_cells_are_told_by_line(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    lines = [HEAD, *PLAIN, "7,step-1", "8,step-1,2026-01-01,4,5"]
    found = lg.observe(graph, "path-x", written(tmp_path, lines))
    assert (found.cases, found.bad_rows, found.left_out) == (5, 2, 0)
    assert [(one.line, lg.Speaker("en")(one.why).words) for one in found.bad] == [
        (17, "it has fewer cells than the first row"),
        (18, "it has more cells than the first row"),
    ]


def test_a_log_of_mostly_bad_rows_is_refused(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    file = written(tmp_path, [HEAD, "1,step-0,1.2.2026", "1,step-1,2.2.2026", PLAIN[0]])
    assert refused(graph, file).split("\n") == [
        "log.csv: 2 of 3 rows cannot be read",
        *(
            f"log.csv:{line}: its time is of another form; write times as 2026-08-22T10:15,"
            " 2026-08-22T10:15:30+03:00 or 2026-08-22"
            for line in (2, 3)
        ),
    ]


def test_times_written_in_two_ways_cannot_be_put_in_order(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    file = written(tmp_path, [HEAD, *PLAIN, "9,step-0,2026-01-01T10:00Z"])
    assert refused(graph, file) == (
        "log.csv: times are written in different ways, days alone in 15 and times with a zone in 1"
        " rows, so that they cannot be put in order; the first with times with a zone is row 17;"
        " write times as 2026-08-22T10:15, 2026-08-22T10:15:30+03:00 or 2026-08-22, all in one way"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "log.csv: the file is empty"),
        (b" \n\n", "log.csv: the file is empty"),
        (b"case,step,time\n", "log.csv: there is no row below the column names"),
        (b"case,step\n1,step-0\n", "log.csv:1: the first row has 2 columns; three are needed"),
        (b"hello\n", "log.csv:1: the first row has 1 column; three are needed"),
        (b"PK\x03\x04xl/workbook", "log.csv: the file is a spreadsheet or another zip; save its"),
        (b"%PDF-1.7", "log.csv: the file is a PDF"),
        (b"case,step,time\n1,st\0ep,x\n", "log.csv:2: there is a zero byte"),
        ("case,step,time\n".encode("utf-16"), "log.csv: the file is written in UTF-16"),
        ("case,step,aika\n1,ä,x\n".encode("latin-1"), "log.csv:2: this is no UTF-8"),
        (b"PAR1 not really", "log.csv: it cannot be read"),
        (b'case,step,time\n1,"step-0,2026-01-01\n', "log.csv:2: a quotation mark is opened"),
    ],
)
def test_other_files_are_refused_with_what_to_do(
    graph: lg.ServiceGraph, tmp_path: Path, data: bytes, words: str
) -> None:
    file = tmp_path / "log.csv"
    file.write_bytes(data)
    assert refused(graph, file).startswith(words)


def test_letters_that_are_no_utf_8_are_found_where_they_stand(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    """Far beyond what is looked at first."""
    file = tmp_path / "log.csv"
    rows = [HEAD, *(f"{case},step-0,2026-01-01" for case in range(4_000))]
    file.write_bytes("\n".join(rows).encode() + b"\n9,st\xe4p,2026-01-01\n")
    assert refused(graph, file).startswith("log.csv:4002: this is no UTF-8")


def test_a_missing_file_and_a_folder(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    assert "none.csv: no such file" in refused(graph, tmp_path / "none.csv")
    assert "is a directory" in refused(graph, tmp_path)


def test_a_log_without_the_steps_of_the_path_is_refused(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    file = written(tmp_path, [HEAD, "1,pay,2026-01-01", "1,enter,2026-01-02"])
    assert refused(graph, file) == (
        "log.csv: no name in the column step is a step or touchpoint of path-x; the first are"
        " “enter”, “pay”; its steps are step-0, step-1, step-2"
    )


def test_what_is_in_a_log_is_never_run(graph: lg.ServiceGraph, tmp_path: Path) -> None:
    """Names of columns, steps and cases, and of the file, are words and nothing else."""
    evil = "'); DROP TABLE log; COPY (SELECT 1) TO 'x'; --"
    lines = [f'"{evil}","c""1",{evil}x', *(f'"{evil}{line[0]}",{line[2:]}' for line in PLAIN)]
    lines += [f'z{case},"{evil}",2026-01-01' for case in range(5)]
    file = tmp_path / "it's; SELECT.csv"
    file.write_text("\n".join(lines), "utf-8")
    found = lg.observe(graph, "path-x", file, case=evil, step='c"1', time=f"{evil}x")
    assert by_step(found, "cases") == [5, 5, 5]
    assert [one.name for one in found.unknown] == [evil]
    assert not (Path.cwd() / "x").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('{other}')",
        "SELECT * FROM read_text('{other}')",
        "COPY (SELECT 1) TO '{other}'",
        "ATTACH '{other}' AS other",
        "INSTALL httpfs",
        "LOAD spatial",
        "SET enable_external_access = true",
        "SELECT * FROM read_csv('https://example.org/a.csv')",
    ],
)
def test_the_engine_may_read_one_file_and_nothing_else(tmp_path: Path, statement: str) -> None:
    other = written(tmp_path, [HEAD, *PLAIN], "other.csv")
    log = log_file(written(tmp_path, [HEAD, *PLAIN]))
    with pytest.raises(lg.ObservedError), engine(log) as rows:
        rows._do(statement.format(other=other))  # pyright: ignore[reportPrivateUsage]
    assert other.read_text("utf-8").startswith(HEAD)


@pytest.mark.skipif(sys.platform == "win32", reason="names there have no stars")
@pytest.mark.parametrize("name", ["l*g.csv", "log[1].csv", "l?g.csv", "å ŵ 漢.csv", "l*[g].csv"])
def test_a_file_is_that_of_its_name_alone(
    graph: lg.ServiceGraph, tmp_path: Path, name: str
) -> None:
    """Though the engine takes stars for other files."""
    written(tmp_path, ["case,step,time", "1,step-9,2026-01-01"], "log.csv")
    assert seen(graph, written(tmp_path, [HEAD, *PLAIN], name)) == [5, 5, 5]


def test_without_the_engine_it_is_said_what_to_install(
    graph: lg.ServiceGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(lg.MissingExtraError) as caught:
        lg.observe(graph, "path-x", written(tmp_path, [HEAD, *PLAIN]))
    assert str(caught.value) == (
        "for observed journeys, install the observed extra: pip install 'lumme-graph[observed]'"
    )


def test_a_log_that_no_memory_holds_is_refused(
    graph: lg.ServiceGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lumme_graph.observed.engine.MEMORY", "2MB")
    rows = (f"case-of-a-long-name-{n // 2},step-{n % 2},2026-01-01" for n in range(50_000))
    told = refused(graph, written(tmp_path, [HEAD, *rows]))
    assert told == "log.csv: the file is too large for this machine"


def test_columns_that_are_not_used_are_not_looked_at(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    """A name and an address beside the journey stay where they are, and out of every output."""
    lines = [f"{HEAD},who", *(f"{line},Maija Virtanen maija@example.org" for line in PLAIN)]
    found = lg.observe(graph, "path-x", written(tmp_path, lines))
    assert found.cases == 5
    assert "Virtanen" not in repr(found)


def cases_called(folder: Path, keys: Sequence[str]) -> Path:
    lines = (f'"{key}",step-{step},2026-01-0{step + 1}' for key in keys for step in range(3))
    return written(folder, [HEAD, *lines])


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["1", "kari.nordmann@example.org"], "an e-mail address"),
        (["1", "Maija Virtanen"], "a person's name"),
        (["1", "virtanen_maija"], "a person's name"),
        (["1", "131052-308T"], "a personal identity number"),
        (["4111 1111 1111 1111", "5500005555555559"], "the numbers of cards"),
    ],
)
def test_cases_that_are_persons_are_refused(
    graph: lg.ServiceGraph, tmp_path: Path, keys: list[str], words: str
) -> None:
    told = refused(graph, cases_called(tmp_path, keys))
    assert f"which says the case, holds what looks like {words}" in told
    assert "pseudonymise" in told
    assert not any(key in told for key in keys if key != "1")


def test_a_person_among_the_names_of_steps_is_refused(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    told = refused(graph, written(tmp_path, [HEAD, *PLAIN, "9,Maija Virtanen,2026-01-01"]))
    assert "the column step, which says the step, holds what looks like a person's name" in told


@pytest.mark.parametrize(
    "keys",
    [
        ["1", "2", "100234"],
        ["7f9c2ba4-e88f-4271-9d9b-1f1a3e6b5a10", "00000000-0000-4000-8000-000000000000"],
        ["CASE-2026-0001", "INC0012345", "Mikkeli-17"],
        ["131052-308A", "20260822101500123"],
        ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ],
)
def test_keys_that_are_nobodys_are_none_of_persons(keys: list[str]) -> None:
    assert personal_in(keys, ("FI",)) is None


def test_what_keys_look_like() -> None:
    assert personal_in(["a@b.fi"], ()) is EMAIL
    assert personal_in(["640823-3234"], ()) is PERSONAL_ID
    assert personal_in(["QQ 12 34 56 A", "AB123456C"], ()) is PERSONAL_ID
    assert personal_in(["Matti Meikäläinen"], ()) is NAME
    assert personal_in(["meikäläinen.matti"], ()) is NAME
    assert personal_in(["anna virtanen"], (), are_words=True) is None
    assert personal_in(["Anna Virtanen"], (), are_words=True) is NAME
    assert personal_in(["+358 41 234 5678", "0412345679"], ("FI",)) is PHONE
    assert personal_in(["4111111111111111"], ()) is CARD
