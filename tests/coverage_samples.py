"""Models for the tests of coverage reports: the worked example, and changes of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import lumme_graph as lg
from lumme_graph.assessment.assess import Assessment, assess
from lumme_graph.graph.fingerprint import fingerprint

ROOT = Path(__file__).parents[1]
WORKED = ROOT / "tests" / "models" / "worked"
LUMME = ROOT / "models" / "lumme"


def worked() -> lg.ServiceGraph:
    """The worked example."""
    return lg.read(WORKED)[0]


def counted(graph: lg.ServiceGraph, **coverage: object) -> lg.ServiceGraph:
    """The same graph under other settings of coverage, as they are written in a model."""
    data = graph.settings.model_dump(exclude={"coverage"})
    data["coverage"] = graph.settings.coverage.model_dump() | coverage
    return graph.under(lg.Settings.model_validate(data))


def judged(**coverage: object) -> Assessment:
    """The worked example, judged under settings of coverage."""
    return assess(counted(worked(), **coverage))


def copied(folder: Path) -> Path:
    """A copy of the worked example that can be changed."""
    shutil.copytree(WORKED, folder)
    return folder


def without_g2(folder: Path) -> Path:
    """The example without the Finnish text of g2."""
    (copied(folder) / "guide" / "section-g2.fi.md").unlink()
    return folder


def with_g3_reviewed(folder: Path) -> Path:
    """The example with the stale link of g3 reviewed."""
    guide = copied(folder) / "guide.yaml"
    text = guide.read_text(encoding="utf-8")
    right = fingerprint(worked()["service-home"])
    guide.write_text(text.replace("2:0000000000000000", right), encoding="utf-8")
    return folder


def plus_settings(folder: Path, text: str) -> Path:
    """More lines for the settings of a copied model."""
    file = folder / "model.yaml"
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    return folder
