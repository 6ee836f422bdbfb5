from __future__ import annotations

import pytest

from lumme_graph.base.truth import Truth, any_of, every, negate

YES, NO, UNKNOWN = True, False, None


@pytest.mark.parametrize(("value", "expected"), [(YES, NO), (NO, YES), (UNKNOWN, UNKNOWN)])
def test_not(value: Truth, expected: Truth) -> None:
    assert negate(value) is expected


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (YES, NO, NO, YES),
        (UNKNOWN, YES, UNKNOWN, YES),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NO, NO, UNKNOWN),
        (NO, YES, NO, YES),
        (NO, UNKNOWN, NO, UNKNOWN),
        (NO, NO, NO, NO),
    ],
)
def test_and_or(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    assert every([left, right]) is both
    assert any_of([left, right]) is either


def test_nothing_is_the_neutral_value() -> None:
    assert every([]) is YES
    assert any_of([]) is NO
