"""Models broken at random are answered with findings and known errors, and never otherwise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1]))

from bench import fuzz

SEED = 20261125


def test_a_hundred_broken_models_are_taken_well() -> None:
    assert [str(failure) for failure in fuzz.failures(100, SEED)] == []


@pytest.mark.long
def test_thousands_of_broken_models_are_taken_well() -> None:
    assert [str(failure) for failure in fuzz.failures(5000, SEED + 1)] == []


def test_a_mutant_follows_from_seed_and_number_alone() -> None:
    originals = fuzz.models()
    one, again = (fuzz.mutant(SEED, 7, originals).broken() for _ in range(2))
    assert one == again
    assert one != fuzz.mutant(SEED, 8, originals).broken()


def test_what_is_not_taken_well_is_told_with_the_step_that_does_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A program that cannot bear a file of no bytes: only that step is named."""

    def weak(files: fuzz.Files, _: Path, *, drawn: bool) -> None:  # noqa: ARG001
        if b"" in files.values():
            raise ZeroDivisionError

    def emptied(_: object, files: fuzz.Files) -> None:
        files["a.yaml"] = b""

    def noted(_: object, files: fuzz.Files) -> None:
        files["a.yaml"] += b"# a note\n"

    monkeypatch.setattr(fuzz, "use", weak)
    made = fuzz.Mutant(3, {"a.yaml": b"- id: role-a\n"}, ((noted, 1), (emptied, 2)))
    failure = fuzz.tried(made)
    assert failure is not None
    assert (failure.number, failure.steps, failure.changed) == (3, ("emptied",), {"a.yaml": b""})
    assert "ZeroDivisionError" in failure.error
