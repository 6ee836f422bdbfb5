"""Findings by their codes, and how a check ends, as in a job that runs without the command line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import lumme_graph as lg

DESK = lg.Touchpoint.model_validate(
    {"id": "touchpoint-desk", "name": {"en": "Desk"}, "channel": "service-location"}
)


def graph() -> lg.ServiceGraph:
    """A desk without standing (LG401) on no path (LG604)."""
    return lg.ServiceGraph([DESK], lg.Settings.model_validate({"as_of": "2026-08-22"}))


@lg.own_check("KY001", "{id} is a desk", "rename it")
def no_desk(day: lg.Day) -> Iterator[lg.Hit]:
    for one in day.graph.all(lg.Touchpoint):
        yield lg.Hit(one, id=one.id)


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["KY001", "LG401", "LG604"]),
        ("LG4", (), ["LG401"]),
        ("lg4, KY001", (), ["KY001", "LG401"]),
        (["LG401", "LG604"], "LG60", ["LG401"]),
        ((), "KY", ["LG401", "LG604"]),
    ],
)
def test_codes_are_selected_and_ignored(
    select: str | list[str], ignore: str | list[str], codes: list[str]
) -> None:
    found = lg.check(graph(), more=[no_desk], select=select, ignore=ignore)
    assert sorted(one.code for one in found) == codes


def test_a_code_that_there_is_not_names_the_nearest() -> None:
    with pytest.raises(lg.UnknownCodeError, match=r"there is no code LG4011; did you mean LG401\?"):
        lg.check(graph(), select="LG4011")
    with pytest.raises(lg.UnknownCodeError, match="there is no code KY001"):
        lg.check(graph(), ignore="KY001")


def test_warnings_fail_only_where_it_is_strict() -> None:
    found = lg.check(graph())
    assert (lg.exit_code(found), lg.exit_code(found, strict=True)) == (0, 1)
    assert lg.exit_code([]) == lg.exit_code([], strict=True) == 0


def test_what_cannot_be_read_is_never_left_out(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text("as_of: [\n", "utf-8")
    broken, _ = lg.read(tmp_path)
    found = lg.check(broken, select="LG6", ignore="LG0")
    assert found
    assert lg.exit_code(found) == 2
