"""Drawings that show less: what has one tag, the steps of one phase."""

from __future__ import annotations

from pathlib import Path

from load_folders import said, write

import lumme_graph as lg
from lumme_graph.elements.offer import Service
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.read import read
from lumme_graph.reading.save import save

TAGGED = """\
- id: service-loan
  name: {en: Loans}
  tags: [core, young people]
"""


def test_an_element_has_tags_that_are_kept_as_they_were_written(tmp_path: Path) -> None:
    root = write(tmp_path / "m", {"services.yaml": TAGGED})
    graph = lg.load(root)
    assert graph[Service, "service-loan"].tags == ("core", "young people")
    save(graph, root)
    assert (root / "services.yaml").read_text(encoding="utf-8") == TAGGED


def test_a_tag_asks_for_no_new_review(tmp_path: Path) -> None:
    service = lg.load(write(tmp_path / "m", {"services.yaml": TAGGED}))[Service, "service-loan"]
    assert fingerprint(service) == fingerprint(service.model_copy(update={"tags": ()}))


def test_a_tag_with_a_blank_end_is_a_finding(tmp_path: Path) -> None:
    root = write(tmp_path / "m", {"services.yaml": TAGGED.replace("core", '" core"')})
    assert said(root, read(root)[1])[0].startswith("services.yaml:3:10 LG008 ")
