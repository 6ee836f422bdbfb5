"""What stands on each sheet: the fewest sheets, all about as full."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.drawing.spread import shared_out, spread


@pytest.mark.parametrize(
    ("n", "most", "expected"),
    [(0, 8, [0]), (8, 8, [8]), (9, 8, [5, 4]), (17, 8, [6, 6, 5]), (12, 6, [6, 6])],
)
def test_columns_are_spread_evenly(n: int, most: int, expected: list[int]) -> None:
    assert spread(n, most) == expected


def test_a_sheet_ends_at_a_border_where_the_counts_stay_even() -> None:
    assert spread(9, 8, borders=[4]) == [4, 5]
    assert spread(9, 8, borders=[3]) == [5, 4]
    assert spread(17, 8, borders=[5, 11]) == [5, 6, 6]


@given(st.integers(1, 400), st.integers(1, 40))
def test_no_sheet_is_over_full_nor_needless(n: int, most: int) -> None:
    counts = spread(n, most)
    assert sum(counts) == n
    assert max(counts) <= most
    assert max(counts) - min(counts) <= 1
    assert (len(counts) - 1) * most < n


@pytest.mark.parametrize(
    ("heights", "expected"),
    [
        ([], []),
        ([40, 30, 30, 20, 20], [(0, 2), (2, 5)]),
        ([60, 60, 60], [(0, 1), (1, 2), (2, 3)]),
        ([300, 10], [(0, 1), (1, 2)]),
        ([50, 50], [(0, 2)]),
    ],
)
def test_rows_are_shared_out(heights: list[float], expected: list[tuple[int, int]]) -> None:
    assert shared_out(heights, 100) == expected


@given(st.lists(st.integers(1, 150), max_size=30))
def test_rows_stand_once_in_order_and_fit(heights: list[int]) -> None:
    sheets = shared_out(heights, 100)
    assert [i for start, end in sheets for i in range(start, end)] == list(range(len(heights)))
    full = [sum(heights[start:end]) for start, end in sheets]
    assert all(
        total <= 100 or end - start == 1 for total, (start, end) in zip(full, sheets, strict=True)
    )
    assert len(sheets) == _fewest(heights)


def _fewest(heights: list[int]) -> int:
    """By hand: each sheet filled as far as it goes, which is the fewest in a fixed order."""
    count, room = 0, 0
    for height in heights:
        if height > room:
            count, room = count + 1, 100
        room -= height
    return count
