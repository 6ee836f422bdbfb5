"""Whatever is changed here and there between two downloads: no edit of either side is lost."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unicodedata import normalize

import kirkanta_samples as samples
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from load_folders import texts as tree

import lumme_graph as lg

BRANCHES = {number: name for number, name, *_ in samples.BRANCHES[:6]}
FIELDS = {"street": ("address", "street"), "postal_code": ("address", "zipcode"), "name": ("name",)}
WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=6
).map(partial(normalize, "NFC"))
"""As texts are read from other people's files: each letter in its one usual form."""


class Edit(NamedTuple):
    """What a field of a branch becomes there and here; None is as it was."""

    branch: int
    field: str
    there: str | None
    here: str | None


EDITS = st.lists(
    st.builds(
        Edit,
        st.sampled_from(sorted(BRANCHES)),
        st.sampled_from(sorted(FIELDS)),
        st.none() | WORDS,
        st.none() | WORDS,
    ),
    max_size=8,
    unique_by=lambda edit: (edit.branch, edit.field),
)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small model of the first download."""
    folder = tmp_path_factory.mktemp("small")
    lg.new_from(received(folder, samples.libraries("fi")[:6], samples.FIRST)).save(folder / "mine")
    return folder / "mine"


def received(folder: Path, items: list[dict[str, Any]], day: str) -> lg.Received:
    return lg.receive(samples.write(folder, f"fi-{day}.json", samples.answer(items, "fi")))


def branch(graph: lg.ServiceGraph, number: int) -> lg.Branch:
    """A branch by its number in the directory."""
    return next(one for one in graph.all(lg.Branch) if one.identifiers[0].value == str(number))


def of(graph: lg.ServiceGraph, edit: Edit) -> str | None:
    """What a model says in the field of an edit."""
    one = branch(graph, edit.branch)
    return {"street": one.street, "postal_code": one.postal_code, "name": one.name["fi"]}[
        edit.field
    ]


@pytest.mark.long
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS, st.sets(st.sampled_from(sorted(BRANCHES)), max_size=2))
def test_each_edit_is_there_or_told(first: Path, edits: list[Edit], gone: set[int]) -> None:
    items = {item["id"]: item for item in samples.libraries("fi")[:6]}
    with TemporaryDirectory() as name:
        folder = Path(name)
        mine = Path(shutil.copytree(first, folder / "mine"))
        was = lg.load(mine)
        before = {edit: of(was, edit) for edit in edits}
        for edit in edits:
            *way, last = FIELDS[edit.field]
            item = items[edit.branch]
            for key in way:
                item = item[key]
            item[last] = edit.there or item[last]
            if edit.here:
                id_ = branch(was, edit.branch).id
                path = "name.fi" if edit.field == "name" else edit.field
                lg.edit(mine).set(id_, path, edit.here)
        there = [item for id_, item in items.items() if id_ not in gone]
        second = received(folder, there, samples.SECOND)
        done = lg.update(mine, second)
        now = lg.load(mine)
        conflicts = {(one.element, one.path[0]) for one in done.conflicts}
        for edit in edits:
            value = of(now, edit)
            changed_there = edit.branch not in gone and edit.there not in {None, before[edit]}
            changed_here = edit.here not in {None, before[edit]}
            if changed_here:
                assert value == edit.here
            elif changed_there:
                assert value == edit.there
            else:
                assert value == before[edit]
            id_ = next(
                one.id for one in now.all(lg.Branch) if one.identifiers[0].value == str(edit.branch)
            )
            both = changed_here and changed_there and edit.here != edit.there
            assert ((id_, edit.field) in conflicts) is both
        missing = {id_ for id_, _ in done.missing if id_.startswith("branch-")}
        assert missing == {branch(now, number).id for number in gone}
        state = tree(mine)
        again = lg.update(mine, second)
        assert (again.files, again.conflicts, tree(mine)) == ((), done.conflicts, state)
        assert lg.update(mine, second, keep="mine").conflicts == done.conflicts
        assert lg.update(mine, second).conflicts == ()
