"""The page on PTV and HSDS says what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import ptv_samples
import pytest
from hsds_samples import lake
from running import lumme

import lumme_graph as lg
from lumme_graph.exchange.hsds.tables import TABLES
from lumme_graph.exchange.ptv.fields import KEYWORD_LIMIT, SERVICE_TEXTS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/ptv-and-hsds.md").read_text("utf-8")


def rows(head: str) -> list[list[str]]:
    """The rows of the table with these heads."""
    _, _, below = PAGE.partition(f"{head}\n")
    table = below.split("\n\n", 1)[0].split("\n")[1:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def test_the_fields_of_ptv_and_their_limits() -> None:
    told = {name: int(limit) for _, name, limit in rows("| of the model | in PTV | most |")}
    fields = {text.label.english: text.limit for text in SERVICE_TEXTS}
    assert told == fields | {"Free keyword": KEYWORD_LIMIT}


def test_every_table_that_is_written_is_named() -> None:
    named = {
        name
        for _, there in rows("| of the model | in HSDS |")
        for name in re.findall(r"`(\w+)`", there)
    }
    assert set(TABLES) - named == {"taxonomy"}


@pytest.mark.parametrize(
    "command", re.findall(r"`lumme (export [^`]+)`", PAGE), ids=lambda one: one[-24:]
)
def test_the_exports_run(command: str, tmp_path: Path) -> None:
    words = command.replace("models/lumme", str(ROOT / "models/lumme")).split()
    assert lumme(*words, cwd=tmp_path).code == 0


def test_the_imports_run_one_after_the_other(tmp_path: Path) -> None:
    ptv_samples.write(tmp_path, "services.json", ptv_samples.services())
    ptv_samples.write(tmp_path, "channels.json", ptv_samples.channels())
    lg.export(lake(), tmp_path / "hsds", "hsds")
    commands = re.findall(r"`lumme ((?:new|update) [^`]+)`", PAGE)
    assert len(commands) == 3
    for command in commands:
        words = shlex.split(command)
        if "hsds" in words:
            words[1] = "another"
        done = lumme(*words, cwd=tmp_path)
        assert done.code == 0, done.err
