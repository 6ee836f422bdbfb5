"""HSDS packages held against the schemas that Open Referral publishes, by other people's validators.

`LUMME_HSDS_SCHEMAS` names a folder with the specification as it is published (version 3.0): its
`datapackage.json` and `schema/compiled/tabular.json`. They are not kept here.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hsds_samples import lake

import lumme_graph as lg

pytestmark = pytest.mark.offices
ROOT = Path(__file__).parents[2]
MODELS = ("lake", "models/lumme", "tests/models/clwyd", "tests/models/oberrhein")


@pytest.fixture(scope="module")
def schemas() -> Path:
    named = os.environ.get("LUMME_HSDS_SCHEMAS")
    if not named:
        pytest.skip("LUMME_HSDS_SCHEMAS names no folder with the schemas of HSDS 3.0")
    return Path(named)


def exported(model: str, folder: Path) -> list[Path]:
    """The packages of a model."""
    graph = lake() if model == "lake" else lg.load(ROOT / model)
    lg.export(graph, folder, "hsds")
    return sorted(folder.glob("hsds-*"))


def typed(row: dict[str, str], schema: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON has it: numbers as numbers, and nothing where a cell is empty."""
    properties = schema["items"]["properties"]
    return {
        name: float(value) if properties[name]["type"] == "number" else value
        for name, value in row.items()
        if value
    }


@pytest.mark.parametrize("model", MODELS)
def test_every_row_fits_the_published_json_schema(
    model: str, schemas: Path, tmp_path: Path
) -> None:
    schema = json.loads((schemas / "schema/compiled/tabular.json").read_text("utf-8"))
    checker: Any = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    by_file = {table["items"]["path"]: name for name, table in schema["properties"].items()}
    for package in exported(model, tmp_path):
        tables = {
            by_file[file.name]: [
                typed(row, schema["properties"][by_file[file.name]])
                for row in csv.DictReader(io.StringIO(file.read_text("utf-8"), newline=""))
            ]
            for file in package.glob("*.csv")
        }
        assert len(tables) > 3
        assert [
            f"{'/'.join(map(str, error.path))}: {error.message}"
            for error in checker.iter_errors(tables)
        ] == []


@pytest.mark.parametrize("model", MODELS)
def test_frictionless_takes_it_for_a_package_of_the_published_tables(
    model: str, schemas: Path, tmp_path: Path
) -> None:
    """By our own descriptor, and by the published one of the tables that there are."""
    program = shutil.which("frictionless")
    if program is None:
        pytest.skip("there is no frictionless on PATH: pip install frictionless")
    published = json.loads((schemas / "datapackage.json").read_text("utf-8"))
    for package in exported(model, tmp_path):
        there = {file.name for file in package.glob("*.csv")}
        resources = [one for one in published["resources"] if one["path"] in there]
        names = {one["name"] for one in resources}
        for one in resources:
            links = one["schema"].get("foreignKeys", [])
            one["schema"]["foreignKeys"] = [
                link for link in links if link["reference"]["resource"] in names
            ]
        theirs = published | {"resources": resources}
        (package / "published.json").write_text(json.dumps(theirs), "utf-8")
        for descriptor in ("datapackage.json", "published.json"):
            done = subprocess.run(
                [program, "validate", "--json", descriptor],
                capture_output=True,
                encoding="utf-8",
                check=False,
                cwd=package,
            )
            assert json.loads(done.stdout)["valid"], done.stdout
