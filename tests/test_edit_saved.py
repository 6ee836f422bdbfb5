"""Baselines and saved coverage still fit after an id has changed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from coverage_samples import WORKED
from load_folders import texts
from running import lumme

import lumme_graph as lg
from lumme_graph.assessment.assess import assess
from lumme_graph.assessment.baseline import baseline_of, compare, from_json, to_json
from lumme_graph.assessment.history import from_json as point
from lumme_graph.assessment.history import point_of, with_now
from lumme_graph.assessment.run import CoverageOptions, assess_with
from lumme_graph.editing.change import edit
from lumme_graph.editing.files import EditError
from lumme_graph.reports.coverage import to_json as coverage_json

HERE = ["m/known.json", "m/ci/known.json", "known.json"]
ELSEWHERE = "ci/known.json"
SAVED = "saved.json"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The worked example with its baseline in, beside and away from it, and its coverage saved."""
    target = tmp_path / "m"
    shutil.copytree(WORKED, target)
    found = assess(lg.read(target)[0])
    for name in (*HERE, ELSEWHERE):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(to_json(baseline_of(found.coverage)))
    (tmp_path / SAVED).write_text(coverage_json.render(found))
    (tmp_path / "other.json").write_text('{"item": "service-loan", "library": "organisation-a"}')
    return target


def new_gaps(root: Path, name: str) -> int:
    known = from_json((root.parent / name).read_text(), name)
    change = compare(lg.coverage(lg.read(root)[0]), known)
    assert len(change.new) == len(change.closed)
    return len(change.new)


def renamed(root: Path, *saved: Path) -> dict[str, str]:
    """Give an item with gaps, and a library with gaps, other ids; which."""
    gaps = baseline_of(lg.coverage(lg.read(root)[0])).gaps
    item, library, _ = next(iter(gaps))
    ids = {item: f"{item}-anew", library: f"{library}-anew"}
    for old, new in ids.items():
        edit(root).rename(old, new, saved)
    return ids


def test_known_gaps_are_known_after_a_renaming(root: Path) -> None:
    other = (root.parent / "other.json").read_bytes()
    assert new_gaps(root, HERE[0]) == 0
    renamed(root)
    assert [new_gaps(root, name) for name in HERE] == [0, 0, 0]
    assert new_gaps(root, ELSEWHERE) > 0
    assert (root.parent / "other.json").read_bytes() == other


def test_a_baseline_that_lies_elsewhere_is_named(root: Path) -> None:
    renamed(root, root.parent / ELSEWHERE)
    assert new_gaps(root, ELSEWHERE) == 0


def test_saved_coverage_goes_on_with_the_new_id(root: Path) -> None:
    """The same day, the same gaps: what is saved is what is."""
    ids = renamed(root)
    found = assess(lg.read(root)[0])
    saved = point((root.parent / SAVED).read_text(), SAVED)
    now = point_of(found.coverage, found.deep)
    assert saved == now
    assert len(with_now([saved], now).points) == 1
    assert not any(f'"{old}"' in (root.parent / SAVED).read_text() for old in ids)


def test_back_again_is_byte_equal(root: Path) -> None:
    before = texts(root.parent)
    for old, new in renamed(root, root.parent / ELSEWHERE).items():
        edit(root).rename(new, old, [root.parent / ELSEWHERE])
    assert texts(root.parent) == before


def test_what_is_no_saved_result_is_refused_and_nothing_changes(root: Path) -> None:
    before = texts(root.parent)
    for name, message in (
        ("other.json", "neither a baseline nor saved"),
        ("none", "cannot be read"),
    ):
        with pytest.raises(lg.KnownError, match=message):
            renamed(root, root.parent / name)
        assert texts(root.parent) == before


def test_a_refused_renaming_leaves_the_results_alone(root: Path) -> None:
    item = next(iter(baseline_of(lg.coverage(lg.read(root)[0])).gaps))[0]
    before = texts(root.parent)
    with pytest.raises(EditError):
        edit(root).rename(item, "nothing")
    assert texts(root.parent) == before


def test_the_command_names_the_results_that_it_changed(root: Path) -> None:
    item = next(iter(baseline_of(lg.coverage(lg.read(root)[0])).gaps))[0]
    run = lumme("rename", "m", item, f"{item}-anew", "--saved", ELSEWHERE, cwd=root.parent)
    assert run.code == 0
    names = {Path(line).relative_to(root.parent) for line in run.out.split() if "json" in line}
    assert {name.as_posix() for name in names} == {*HERE, ELSEWHERE, SAVED}


def test_a_baseline_that_was_changed_meanwhile_is_not_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else accepts a gap while this run counts."""
    file = root.parent / "known.json"

    def while_somebody_writes(*args: Any, **options: Any) -> Any:
        file.write_text(file.read_text() + " ")
        return assess(*args, **options)

    monkeypatch.setattr("lumme_graph.assessment.run.assess", while_somebody_writes)
    for options in (
        CoverageOptions(baseline=file, update=True),
        CoverageOptions(baseline=file, accept="why"),
    ):
        before = file.read_text()
        with pytest.raises(
            lg.OutputError, match=r"known\.json was changed meanwhile; run it again"
        ):
            assess_with(lg.read(root)[0], options)
        assert file.read_text().rstrip() == before.rstrip()
