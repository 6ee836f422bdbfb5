"""The actions as a table for task boards."""

from __future__ import annotations

import csv
from pathlib import Path

from board_samples import nothing, small
from running import lumme
from shipped import lumme_graph

import lumme_graph as lg

LUMME = Path(__file__).parents[1] / "models" / "lumme"


def rows(graph: lg.ServiceGraph, folder: Path, lang: str = "en") -> list[dict[str, str]]:
    lg.export(graph, folder / "a.csv", "actions", lang=lang)
    with (folder / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_says_what_a_board_needs(tmp_path: Path) -> None:
    first, second = rows(small(), tmp_path)
    assert first == {
        "Id": "action-sunday",
        "Name (English)": "Sunday hours",
        "Name (Finnish)": "Sunday hours (fi)",
        "Name (Swedish)": "Sunday hours (sv)",
        "Status": "planned",
        "Owner": "Head of service",
        "From": "2026-09",
        "To": "2026-12-06",
        "Targets": "Longer hours",
        "Decision": "Open on Sundays",
        "Saves": "'=two trips",
        "At": "",
        "Project": "",
        "Standing": "",
        "About the model": "Unofficial.",
    }
    assert (second["Id"], second["Status"], second["To"]) == ("action-lamp", "done", "2026-03")


def test_it_opens_in_a_spreadsheet_with_its_letters_whole(tmp_path: Path) -> None:
    """The mark at its beginning, as in every CSV of the program."""
    lg.export(small(), tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfId,")


def test_every_action_of_the_model_is_there(tmp_path: Path) -> None:
    found = rows(lumme_graph(), tmp_path, "en")
    assert [one["Id"] for one in found] == [one.id for one in lumme_graph().all(lg.Action)]
    assert len(found) == 8


def test_without_actions_there_are_the_heads_alone(tmp_path: Path) -> None:
    assert rows(nothing(), tmp_path) == []


def test_the_command_writes_it(tmp_path: Path) -> None:
    done = lumme("export", LUMME, "--format", "actions", "-o", tmp_path / "x.csv")
    assert (done.code, done.err) == (0, f"{tmp_path / 'x.csv'}\n")
