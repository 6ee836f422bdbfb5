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


def network_of(items: int, libraries: int) -> Assessment:
    """A judged network: each third library is said to have each service, all but it not to.

    Of ten services the first five are in a section, in both languages.
    """
    found = [
        lg.Organisation.model_validate(
            {"id": f"organisation-l{at}", "name": {"en": f"Library {at}"}, "type": "library"}
        )
        for at in range(libraries)
    ]
    offers = [
        {"at": library.id, "is": "yes" if at % 3 == 0 else "no"} for at, library in enumerate(found)
    ]
    services = [
        lg.Service.model_validate(
            {"id": f"service-s{at}", "name": {"en": f"Service {at}"}, "offered": offers}
        )
        for at in range(items)
    ]
    sections = [
        lg.Section.model_validate(
            {
                "id": f"section-x{at}",
                "name": {"en": f"Section {at}"},
                "status": "published",
                "body": {"en": "Words.", "fi": "Sanoja."},
                "covers": [{"item": service.id} for service in services[at * 10 : at * 10 + 5]],
            }
        )
        for at in range((items + 9) // 10)
    ]
    settings = lg.Settings.model_validate(
        {"as_of": "2026-08-22", "name": {"en": "Net"}, "languages": {"required": ["en", "fi"]}}
    )
    return assess(lg.ServiceGraph([*found, *services, *sections], settings))
