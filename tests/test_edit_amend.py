"""What comes from outside is brought into a model's files as they are at that moment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from load_folders import MODELS, texts

from lumme_graph.base.text import Text
from lumme_graph.editing.amend import Amendment, amend
from lumme_graph.editing.files import EditError
from lumme_graph.elements.development import Need
from lumme_graph.elements.offer import Service
from lumme_graph.graph.read import ModelError
from lumme_graph.graph.service_graph import ServiceGraph

NEED = Need(id="need-hours", name=Text({"en": "Longer hours"}))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    target = tmp_path / "lakes"
    shutil.copytree(MODELS / "lakes", target)
    return target


def with_need(graph: ServiceGraph) -> Amendment:
    return Amendment([*graph, NEED])


def test_what_stays_the_same_keeps_its_text(root: Path) -> None:
    before = texts(root)

    done = amend(root, lambda graph: Amendment(list(graph)))

    assert done.files == ()
    assert texts(root) == before


def test_a_new_element_and_a_file_beside_come_together(root: Path) -> None:
    before = texts(root)

    done = amend(
        root, lambda graph: Amendment([*graph, NEED], beside={".lumme/imported/a.json": b"{}\n"})
    )

    assert [Path(file).relative_to(root).as_posix() for file in done.files] == [
        "development.yaml",
        ".lumme/imported/a.json",
    ]
    now = texts(root)
    assert before.items() <= now.items()
    assert now["development.yaml"] == b"- id: need-hours\n  name:\n    en: Longer hours\n"
    assert (root / ".lumme/imported/a.json").read_bytes() == b"{}\n"
    assert "need-hours" in done.after
    assert "need-hours" not in done.before


def test_an_edit_made_since_the_elements_were_read_stays(root: Path) -> None:
    file = root / "offer.yaml"

    def change(graph: ServiceGraph) -> Amendment:
        service = graph[Service, "service-hold"]
        return Amendment(
            [service.replace(name=Text({**service.name, "en": "Reserve"})) if one is service else one
             for one in graph]
        )  # fmt: skip

    file.write_text(file.read_text("utf-8") + "# a word of mine\n", "utf-8")
    amend(root, change)

    assert "en: Reserve\n" in file.read_text("utf-8")
    assert file.read_text("utf-8").endswith("# a word of mine\n")


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = texts(root)

    done = amend(root, with_need, dry_run=True)

    assert [Path(file).name for file in done.files] == ["development.yaml"]
    assert texts(root) == before


def test_what_would_add_a_fault_is_refused(root: Path) -> None:
    before = texts(root)

    with pytest.raises(EditError, match="LG101"):
        amend(
            root,
            lambda graph: Amendment(one for one in graph if one.id != "touchpoint-desk"),
        )

    assert texts(root) == before


def test_a_model_in_error_is_not_amended(root: Path) -> None:
    (root / "more.yaml").write_text("- id: need-x\n  nam: {en: X}\n", "utf-8")

    with pytest.raises(ModelError, match="LG007"):
        amend(root, with_need)
