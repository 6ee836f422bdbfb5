"""Parts that are named by their local ids: one address in the graph, findings, where-used, renaming."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import said, texts, write

from lumme_graph.editing.change import edit
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.graph.read import load, read
from lumme_graph.graph.where_used import where_used
from lumme_graph.meta.element import Element
from lumme_graph.meta.walk import Walk

WORK = """\
- id: project-bridge
  name: {en: Bridge}
  phases:
    - {id: plan, name: {en: Plan}}
    - {id: studies, name: {en: Studies}}
- id: project-tower
  name: {en: Tower}
  phases:
    - {id: studies, name: {en: Studies}}
- id: event-walk
  name: {en: Walk}
  type: workshop
  project: project-bridge
  phase: studies
- id: event-talk
  name: {en: Talk}
  type: workshop
  project: project-tower
  phase: studies
- id: decision-go
  name: {en: Go}
  project: project-bridge
  phase: 'studies'   # studies
- id: action-dig
  name: {en: Dig}
  project: project-bridge
  phase: plan
"""
WAY = """\
- id: path-hold
  name: {en: Hold}
  phases: [{id: studies, name: {en: Studies}}]
  steps:
    - id: ask
      phase: studies
      action: {en: asks}
      actor: {kind: customer}
      lane: customer
      next: [{to: take}]
    - id: take
      phase: studies
      action: {en: takes}
      actor: {kind: customer}
      lane: customer
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "m", {"work.yaml": WORK, "way.yaml": WAY})


def test_a_part_is_used_by_its_address(root: Path) -> None:
    graph = load(root)

    def used(address: str) -> list[tuple[str, tuple[str | int, ...]]]:
        return [(use.source.id, use.reference.path) for use in graph.uses(address)]

    assert used("project-bridge/phases/studies") == [
        ("event-walk", ("phase",)),
        ("decision-go", ("phase",)),
    ]
    assert used("project-bridge/phases/plan") == [("action-dig", ("phase",))]
    assert used("project-tower/phases/studies") == [("event-talk", ("phase",))]
    assert used("path-hold/phases/studies") == [
        ("path-hold", ("steps", 0, "phase")),
        ("path-hold", ("steps", 1, "phase")),
    ]
    assert used("path-hold/take") == [("path-hold", ("steps", 0, "next", 0, "to"))]
    assert used("path-hold/ask") == []
    with pytest.raises(KeyError, match=r"did you mean project-bridge/phases/plan\?"):
        graph.uses("project-bridge/phases/plam")
    with pytest.raises(KeyError, match=r"no path-hold/steps/ask in the model"):
        graph.uses("path-hold/steps/ask")


def test_where_a_phase_is_used(root: Path) -> None:
    used = where_used(load(root), "project-bridge/phases/studies")
    places = [str(one.place).removeprefix(f"{root.as_posix()}/") for one in used]
    assert places == ["work.yaml:14:3", "work.yaml:23:3"]
    assert [one.field for one in used] == ["phase", "phase"]


def test_a_phase_that_is_not_there_is_found(tmp_path: Path) -> None:
    """Of the element's project; where the project is not there, that alone is said."""
    loose = "- id: action-{0}\n  name: {{en: A}}\n  phase: {1}\n"
    of = "- id: {0}-{1}\n  name: {{en: A}}\n  {2}project: project-{3}\n  phase: {4}\n"
    root = write(
        tmp_path,
        {
            "work.yaml": WORK,
            "more.yaml": of.format("event", "a", "type: workshop\n  ", "tower", "plan")
            + of.format("decision", "b", "", "bridge", "studes")
            + of.format("action", "c", "", "bridge", "studies")
            + of.format("action", "d", "", "gone", "studies")
            + loose.format("e", "plan"),
        },
    )
    assert said(root, read(root)[1]) == [
        (
            "more.yaml:5:3 LG101 phase: there is no plan in project-tower; "
            "add it, or take the reference away"
        ),
        "more.yaml:9:3 LG101 phase: there is no studes in project-bridge; did you mean studies?",
        (
            "more.yaml:16:3 LG101 project: there is no project-gone in the model; "
            "add it, or take the reference away"
        ),
        (
            "more.yaml:20:3 LG101 phase: there is no plan, because project names nothing with phases; "
            "add it, or take the reference away"
        ),
    ]


def test_a_phase_of_a_project_and_all_that_is_in_it(root: Path) -> None:
    done = edit(root).rename("project-bridge/phases/studies", "project-bridge/phases/survey")
    event = "  project: project-bridge\n  phase: studies\n"
    assert texts(root)["work.yaml"].decode() == (
        WORK.replace("- {id: studies", "- {id: survey", 1)
        .replace(event, event.replace("studies", "survey"))
        .replace("'studies'", "'survey'")
    )
    assert texts(root)["way.yaml"].decode() == WAY
    assert done.references == 2


def test_a_phase_of_a_path_and_the_steps_in_it(root: Path) -> None:
    done = edit(root).rename("path-hold/phases/studies", "path-hold/phases/before")
    assert texts(root)["way.yaml"].decode() == (
        WAY.replace("{id: studies", "{id: before").replace("phase: studies", "phase: before")
    )
    assert texts(root)["work.yaml"].decode() == WORK
    assert done.references == 2


def test_what_an_element_with_faults_names_follows_too(tmp_path: Path) -> None:
    """Its own id is no proper one; the project of another is of the wrong kind, so it names none."""
    work = (
        "- id: event-{0}\n  name: {{en: X}}\n  type: workshop\n  project: {1}\n  phase: studies\n"
    )
    malformed, odd = work.format("X_1", "project-tower"), work.format("y", "event-talk")
    root = write(tmp_path, {"a.yaml": WORK, "b.yaml": malformed + odd})
    assert {finding.code for finding in read(root)[1]} == {"LG103", "LG104"}
    done = edit(root).rename("project-tower/phases/studies", "project-tower/phases/look")
    assert texts(root)["b.yaml"].decode() == malformed.replace("studies", "look") + odd
    assert done.references == 2


def test_every_part_that_is_named_has_a_list_to_be_in() -> None:
    """What a declaration says is there: the list, with local ids, and the field beside."""
    named: list[tuple[str, str, str]] = []
    for kind in ELEMENTS:
        for owner, spec, path in Walk(lambda spec: spec.prop.within is not None).fields(kind):
            within = spec.prop.within
            assert within is not None
            wholes: list[type[Element]] = [kind]
            if within.of:
                beside = next(
                    s for s in Walk(lambda _: True).fields(owner) if s.path == (within.of,)
                )
                assert beside.spec.name == beside.spec.alias
                wholes = list(beside.spec.targets)
            for whole in wholes:
                lists = [f.spec for f in Walk(lambda _: True).fields(whole)]
                records = [s.record for s in lists if s.alias == within.field and s.record]
                assert [record.key for record in records] == [("id",)]
                named.append((kind.kind.prefix, ".".join(map(str, path)), whole.kind.prefix))
    assert sorted(named) == [
        ("action", "phase", "project"),
        ("decision", "phase", "project"),
        ("event", "phase", "project"),
        ("path", "steps.next.to", "path"),
        ("path", "steps.phase", "path"),
    ]
