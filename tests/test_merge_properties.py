"""No edit is lost, ever: three-way merges of generated edits, as data and as text."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_edits import edit_text, edited, scalars, values
from strategies import costly, models

import lumme_graph as lg
from lumme_graph.editing.conflict_marks import ConflictMarks
from lumme_graph.editing.merge_file import merge_bytes
from lumme_graph.editing.three_way import Conflict, ConflictType, three_way
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement, Source
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Service, Touchpoint
from lumme_graph.elements.who import Organisation
from lumme_graph.reading.document import read_yaml
from lumme_graph.reading.write import plain

if TYPE_CHECKING:
    from random import Random

Plain = dict[str, Any]
SOME = (Source, Touchpoint, Service, Profile, Path, Section, Guide)
ORDERED = {"steps", "phases", "sections"}
TEXT = """\
# What is offered, and where.

- id: service-loan   # the first one
  name:
    fi: Laina
    en: Loan
  touchpoints: [touchpoint-desk, touchpoint-web]
  cost: {fi: Ilmainen, en: Free}
  # Where it is known.
  offered:
    - {at: organisation-aava, is: yes}
    - at: organisation-beeta
      is: no
      sources: [source-a]

# To have it longer.
- id: service-renew
  name: {en: Renew}
  rules:
    - rule-a
    # Not at the desk.
    - rule-b

- id: profile-worker
  name: {en: Worker}
  tasks:
    - {en: Borrow, fi: Lainaa}
    - fi: Palauttaa
      en: Return
    - {id: renew, text: {en: Renew}}

- id: path-hold
  name: {en: Hold}
  steps:
    - id: ask
      action: {en: Ask}
      lane: customer
    # A day or two.
    - id: wait
      action:
        en: >-
          Wait for
          a note
        fi: Odottaa
      lane: customer
      next: [{to: fetch}]
    - id: fetch
      action: {en: Fetch}
      lane: customer
# The end.
"""


@st.composite
def sides(draw: st.DrawFn) -> tuple[dict[str, Plain], ...]:
    """A model, and two that were made of it by edits."""
    base, *others = ({one.id: plain(one) for one in draw(models(SOME))} for _ in range(3))
    return base, *(draw(edited(base, other)) for other in others)


def covers(conflicts: list[Conflict], element: str, path: tuple[str, ...]) -> bool:
    """Is a value, or something that it is in, told of as a conflict?"""
    return any(
        one.element == element and tuple(map(str, one.path)) == path[: len(one.path)]
        for one in conflicts
    )


@costly(5)
@given(sides())
def test_models_are_merged_without_losing_any(three: tuple[dict[str, Plain], ...]) -> None:
    hold_every_edit(three)
    hold_moves(three)
    hold_when_sides_change_places(three)
    hold_one_side_alone(three)


@costly(10)
@given(st.lists(models((*SOME, Organisation)), min_size=3, max_size=3))
def test_graphs_are_merged(three: list[list[KeptElement]]) -> None:
    """Of any three: the merged graph holds, and what one side alone did is the result."""
    settings = lg.Settings(as_of=date(2026, 8, 22))
    base, ours, theirs = (lg.ServiceGraph(elements, settings) for elements in three)
    for merged in (lg.merge(base, ours, base), lg.merge(base, base, ours)):
        assert {one.id: one for one in merged.graph} == {one.id: one for one in ours}
        assert merged.conflicts == ()
    merged = lg.merge(base, ours, theirs)
    told = {conflict.element for conflict in merged.conflicts}
    for id_ in {one.id for one in (*base, *ours, *theirs)} - told:
        was, mine, other = (graph.find(id_) for graph in (base, ours, theirs))
        if was in (mine, other):
            assert merged.graph.find(id_) == (other if mine == was else mine)


def hold_every_edit(three: tuple[dict[str, Plain], ...]) -> None:
    """Every edit is in the result or in a conflict."""
    base, ours, theirs = three
    merged = three_way(base, ours, theirs)
    conflicts = list(merged.conflicts)
    for id_ in {*base, *ours, *theirs}:
        was, mine, other, now = (
            values(side[id_]) if id_ in side else {}
            for side in (base, ours, theirs, merged.elements)
        )
        for path in {*was, *mine, *other, *now}:
            told = covers(conflicts, id_, path)
            one, two = mine.get(path), other.get(path)
            if one == two or two == was.get(path):
                assert now.get(path) == one or told
            elif one == was.get(path):
                assert now.get(path) == two or told
            else:
                assert told
        said = scalars(merged.elements.get(id_)) | scalars(
            [[one.ours, one.theirs] for one in conflicts if one.element == id_]
        )
        new = (scalars(ours.get(id_)) | scalars(theirs.get(id_))) - scalars(base.get(id_))
        assert new <= said


def hold_moves(three: tuple[dict[str, Plain], ...]) -> None:
    """What either side moved is moved."""
    merged = three_way(*three)
    for id_, element in merged.elements.items():
        for field in ORDERED & element.keys():
            was, mine, other = (places(side.get(id_, {}).get(field, [])) for side in three)
            if any(one.path == (field,) for one in merged.conflicts if one.element == id_):
                continue
            now = places(element[field])
            for one, two in combinations(
                [key for key in was if key in now and key in mine and key in other], 2
            ):
                turned = mine[one] > mine[two] or other[one] > other[two]
                assert (now[one] > now[two]) is turned


def places(items: list[Any]) -> dict[str, int]:
    """The place of each item of a list."""
    return {one["id"] if isinstance(one, dict) else one: at for at, one in enumerate(items)}


def hold_when_sides_change_places(three: tuple[dict[str, Plain], ...]) -> None:
    """The result is the same whichever side is ours, but for what they do not agree on."""
    base, ours, theirs = three
    one, two = three_way(base, ours, theirs), three_way(base, theirs, ours)
    assert {(c.element, c.type) for c in one.conflicts} == {
        (c.element, c.type) for c in two.conflicts
    }
    told = {conflict.element for conflict in one.conflicts}
    for id_ in one.elements.keys() - told:
        assert values(one.elements[id_]) == values(two.elements[id_])
    assert one.elements.keys() - told == two.elements.keys() - told


def hold_one_side_alone(three: tuple[dict[str, Plain], ...]) -> None:
    """What one side alone did is the result."""
    base, changed, _ = three
    for merged in (
        three_way(base, changed, base),
        three_way(base, base, changed),
        three_way(base, changed, changed),
    ):
        assert (merged.elements, merged.conflicts) == (changed, ())


@given(st.permutations("abcde"), st.permutations("abcde"), st.sets(st.sampled_from("abcde")))
def test_an_order_that_both_sides_changed(
    ours: list[str], theirs: list[str], gone: set[str]
) -> None:
    was, mine, other = (
        {"path-a": {"id": "path-a", "steps": [{"id": step} for step in side]}}
        for side in ("abcde", [*ours, "x"], [step for step in ["y", *theirs] if step not in gone])
    )
    hold_every_edit((was, mine, other))
    hold_moves((was, mine, other))
    hold_when_sides_change_places((was, mine, other))


@given(st.randoms(use_true_random=False))
def test_texts_are_merged_without_losing_any(random: Random) -> None:
    hold_texts(random)


@pytest.mark.long
@given(st.randoms(use_true_random=False))
def test_many_texts_are_merged_without_losing_any(random: Random) -> None:
    for _ in range(3):
        hold_texts(random)


def hold_texts(random: Random) -> None:
    """Values, comments and lines of both sides are there, or between marks."""
    base, ours, theirs = TEXT, edit_text(TEXT, random), edit_text(TEXT, random)
    was, mine, other = (text.encode() for text in (base, ours, theirs))
    assert merge_bytes(was, mine, was, "a.yaml").content == mine
    assert merge_bytes(was, was, other, "a.yaml").content == other
    merged = merge_bytes(was, mine, other, "a.yaml")
    assert merged.by_lines == ""
    text = merged.content.decode()
    data = [by_id(version) for version in (base, ours, theirs)]
    meant = three_way(*data)
    assert bool(merged.conflicts) >= bool(meant.conflicts)
    one, two = (
        ConflictMarks().without(text, theirs=side) if merged.conflicts else text
        for side in (False, True)
    )
    told = {conflict.element for conflict in merged.conflicts}
    for id_ in {*by_id(one), *meant.elements} - told:
        assert by_id(one).get(id_) == meant.elements.get(id_)
    assert not read_yaml(two, "").findings
    new = (scalars(data[1]) | scalars(data[2])) - scalars(data[0])
    assert new <= scalars(by_id(one)) | scalars(by_id(two))
    for version in (ours, theirs):
        for line in set(version.split("\n")) - set(base.split("\n")):
            if "#" in line:
                assert line[line.index("#") :] in text


def by_id(text: str) -> dict[str, Plain]:
    """The elements of a text."""
    return {element["id"]: element for element in read_yaml(text, "").data}


def test_a_list_that_one_side_takes_away_and_the_other_adds_to() -> None:
    base = "- id: service-loan\n  rules:\n    - rule-a   # the first\n  note: n\n"
    ours = "- id: service-loan\n  note: n\n"
    theirs = base.replace("  note", "    - rule-b\n  note")
    for one, two in ((ours, theirs), (theirs, ours)):
        merged = merge_bytes(base.encode(), one.encode(), two.encode(), "a.yaml")
        assert (merged.conflicts, merged.by_lines) == ((), "")
        assert by_id(merged.content.decode())["service-loan"] == {
            "id": "service-loan",
            "rules": ["rule-b"],
            "note": "n",
        }


def test_a_remark_behind_the_sign_of_a_text_in_lines() -> None:
    base = "- id: service-loan\n  note: >-\n    One\n    two\n"
    ours = base.replace(">-", ">-   # as it was said")
    merged = merge_bytes(base.encode(), ours.encode(), base.replace("two", "2").encode(), "a.yaml")
    text = merged.content.decode()
    assert "# as it was said" in text
    assert "2\n" in text


def test_the_marks_of_an_order_hold_both() -> None:
    """Both sides moved the same step to different places."""
    ask, wait, fetch = (
        f"    - id: {word}\n      action: {{en: {word}}}\n" for word in ("ask", "wait", "fetch")
    )
    head = "- id: path-hold\n  steps:\n"
    base, ours, theirs = (
        f"{head}{text}" for text in (ask + wait + fetch, fetch + ask + wait, ask + fetch + wait)
    )
    merged = merge_bytes(base.encode(), ours.encode(), theirs.encode(), "paths.yaml")
    assert [one.type for one in merged.conflicts] == [ConflictType.ORDER]
    text = merged.content.decode()
    assert ConflictMarks().without(text) == ours
    assert ConflictMarks().without(text, theirs=True) == theirs
