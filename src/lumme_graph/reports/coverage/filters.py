"""The rules of style by which choices in the form, and numbers that were followed, narrow the page.

There is no script. Rows say their kind in `data-k`, their profiles, libraries and languages in
`data-p`, `data-l` and `data-t`, and their states in `data-s`; who says no library or language is of
all. In the grid a library is a column and a state a class.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.reports.coverage.shown import Shown

FIRST: Final = 3
"""The column of the grid that holds the first library."""
_GONE: Final = "{display:none!important}"
_ROWS: Final = ".cells tbody tr"


def filters(shown: Shown) -> str:
    """The rules; their number grows with kinds, profiles, libraries and languages, not with items."""
    return (
        "\n".join([*_of_rows(shown), *(_of_bars() if shown.is_large else _of_cells(shown))]) + "\n"
    )


def _chosen(name: str, value: str, anchor: str = "") -> str:
    """The page where a value is chosen in the form, or its number was followed."""
    followed = f",#only-{anchor}:target" if anchor else ""
    return f'main:has(#f-{name} [value="{value}"]:checked{followed})'


def _of_rows(shown: Shown) -> Iterator[str]:
    """Kinds and profiles."""
    for kind in shown.by_kind:
        yield f'{_chosen("k", kind)} .f [data-k]:not([data-k="{kind}"]){_GONE}'
    for place, profile in enumerate(shown.profiles, 1):
        used = f'[data-p~="{place}"]'
        rows = f"[data-p]:not({used}),tbody:not([data-p]):not(:has({used}))"
        yield f"{_chosen('p', str(place), f'profile-{profile.id}')} .f :is({rows}){_GONE}"


def _of_bars() -> Iterator[str]:
    """States, where each item is one row."""
    rows = ".bars [data-p]"
    for state in CellState:
        yield f"{_state(state)} {rows}:not(:has(.{state.word})){_GONE}"
    yield f"{_followed('with-plans')} {rows}:not(:has(.covered,.planned)){_GONE}"
    yield f"{_followed('deep')} {rows}:not(.deep){_GONE}"


def _of_cells(shown: Shown) -> Iterator[str]:
    """States, libraries and languages in the grid and in the list of cells, which else has the gaps."""
    asked = '.only:target:not([id^="only-library"]),.cells :target,#f-s :checked:not([value=""])'
    yield f"main:not(:has({asked})) {_ROWS}.rest{_GONE}"
    yield f"main:has(.cells :target) .cells tbody:not(:target){_GONE}"
    yield f"{_followed('with-plans')} {_ROWS}:not([data-s~=covered],[data-s~=planned]){_GONE}"
    yield f"{_followed('deep')} {_ROWS}:not([data-s~=deep]){_GONE}"
    for tag in shown.coverage.languages:
        counted = f':is(.gap,[data-s~=covered]):is(:not([data-t]),[data-t~="{tag}"])'
        yield f"{_followed(f'language-{tag}')} {_ROWS}:not({counted}){_GONE}"
    columns = {
        place + FIRST: _chosen("l", str(place + 1), f"library-{library.id}")
        for place, library in enumerate(shown.coverage.libraries)
    }
    for column, page in columns.items():
        place = column - FIRST + 1
        yield f"{page} .grid tr>:nth-child(n+{FIRST}):not(:nth-child({column})){_GONE}"
        yield f'{page} {_ROWS}[data-l]:not([data-l~="{place}"]){_GONE}'
    for state in CellState:
        page, cell = _state(state), f":is(.{state.word},[data-s~={state.word}])"
        yield f"{page} {_ROWS}:not([data-s~={state.word}]){_GONE}"
        yield f"{page} .grid [data-p]:not(:has(>{cell})){_GONE}"
        yield f"{page} .grid td[class]:not({cell}){{opacity:.25}}"
        for column, library in columns.items():
            both = f"{library}{page.removeprefix('main')}"
            yield f"{both} .grid [data-p]:not(:has(>{cell}:nth-child({column}))){_GONE}"


def _state(state: CellState) -> str:
    return _chosen("s", state.word, state.word)


def _followed(anchor: str) -> str:
    return f"main:has(#only-{anchor}:target)"
