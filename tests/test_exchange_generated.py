"""Whatever a model says: its packages are whole, and come back; its sheet to paste is made."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from strategies import costly, models
from test_hsds_out import REQUIRED, tables_of

import lumme_graph as lg
from lumme_graph.exchange.formats import receive
from lumme_graph.exchange.ptv.paste import ptv_sheet
from lumme_graph.exchange.start import new_from

KINDS = (
    *(lg.Source, lg.Municipality, lg.Subject, lg.Organisation, lg.Branch, lg.Vehicle),
    *(lg.Touchpoint, lg.Service),
)


def whole(package: Path) -> None:
    """Each row has what it must, an id of its own, and leads to rows that are there."""
    tables = tables_of(package)
    ids = {row["id"] for rows in tables.values() for row in rows}
    assert len(ids) == sum(map(len, tables.values()))
    for file, rows in tables.items():
        for row in rows:
            assert all(row[name] for name in REQUIRED[file].split()), (file, row)
            links = {row[name] for name in row if name.endswith("_id") and name != "tax_id"}
            assert links - {""} <= ids, (file, row)


@costly(20)
@given(models(KINDS))
def holds(elements: list[Any]) -> None:
    networks = [one.id for one in elements if getattr(one, "type", "") == "network"]
    settings = lg.Settings.model_validate(
        {
            "as_of": "2026-09-01",
            "country": "FI",
            "network": next(iter(networks), None),
            "languages": {"required": ["fi"], "optional": ["en", "sv"]},
        }
    )
    graph = lg.ServiceGraph(elements, settings)
    assert ptv_sheet(graph, "fi").blocks is not None
    with TemporaryDirectory() as folder:
        try:
            lg.export(graph, Path(folder) / "hsds", "hsds")
        except lg.FormError:
            assert lg.libraries(graph, settings.as_of) == ()
            return
        for package in (Path(folder) / "hsds").glob("hsds-*"):
            whole(package)
        back = new_from(receive(Path(folder) / "hsds"))
        assert list(back.said("fi"))


@pytest.mark.long
def test_any_model() -> None:
    holds()
