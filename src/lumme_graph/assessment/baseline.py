"""The baseline: the gaps that are known, so that only new ones fail.

It shrinks as gaps are closed, and grows only with a reason. It holds no dates, and says for which
settings it was made: under others it cannot be compared.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.saved import Saved, SavedGap, read_saved, states_of
from lumme_graph.base.error import KnownError
from lumme_graph.base.json_text import json_text

VERSION = 1

Key = tuple[str, str, str]
"""A gap: its item, library and language."""


class BaselineError(KnownError):
    """A baseline cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known gaps, each with its state then, and why gaps were accepted later."""

    settings: str
    gaps: dict[Key, str]
    reasons: tuple[str, ...] = ()


class _Saved(Saved):
    """A baseline in its file."""

    version: int
    settings: str
    reasons: list[str]
    gaps: list[SavedGap]


@dataclass(frozen=True, slots=True)
class BaselineChange:
    """What has changed since the baseline: gaps that are new, and known ones that are closed."""

    new: tuple[Cell, ...]
    closed: tuple[Key, ...]


def settings_hash(coverage: Coverage) -> str:
    """What the count depends on beyond the model's content, in 16 hexadecimal digits."""
    settings = coverage.graph.settings
    asked = {
        "needs": sorted(settings.coverage.needs),
        "languages": list(coverage.languages),
        "unknown": settings.coverage.unknown,
        "unreviewed": settings.coverage.unreviewed,
    }
    text = json.dumps(asked, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def key_of(cell: Cell) -> Key:
    """The item, library and language of a gap, which tell it apart."""
    return cell.item.id, cell.library.id, cell.language


def baseline_of(coverage: Coverage, reasons: Sequence[str] = ()) -> Baseline:
    """The gaps of today as a baseline."""
    gaps = {key_of(cell): cell.state.word for cell in coverage.gaps}
    return Baseline(settings_hash(coverage), gaps, tuple(reasons))


def compare(coverage: Coverage, baseline: Baseline) -> BaselineChange:
    """What has changed since the baseline.

    Raises `BaselineError` where it was made under other settings.
    """
    if baseline.settings != settings_hash(coverage):
        raise BaselineError(
            "the baseline was made for other needs, languages or ways to count; "
            "make a new one with --accept-new and a reason"
        )
    now = {key_of(cell) for cell in coverage.gaps}
    new = tuple(cell for cell in coverage.gaps if key_of(cell) not in baseline.gaps)
    return BaselineChange(new, tuple(key for key in sorted(baseline.gaps) if key not in now))


def shrunk(coverage: Coverage, baseline: Baseline) -> Baseline:
    """The baseline without the gaps that are closed."""
    closed = set(compare(coverage, baseline).closed)
    gaps = {key: state for key, state in baseline.gaps.items() if key not in closed}
    return Baseline(baseline.settings, gaps, baseline.reasons)


def grown(coverage: Coverage, baseline: Baseline | None, reason: str) -> Baseline:
    """The gaps of today as a baseline, with the reason for taking new ones in.

    Raises `BaselineError` without a reason.
    """
    if not reason.strip():
        raise BaselineError("new gaps are accepted only with a reason")
    return baseline_of(coverage, [*(baseline.reasons if baseline else ()), reason.strip()])


def to_json(baseline: Baseline) -> str:
    """A baseline as text, sorted."""
    gaps = [
        {"item": item, "library": library, "language": language, "state": state}
        for (item, library, language), state in sorted(baseline.gaps.items())
    ]
    data = {
        "version": VERSION,
        "settings": baseline.settings,
        "reasons": list(baseline.reasons),
        "gaps": gaps,
    }
    return json_text(data)


def from_json(text: str, name: str) -> Baseline:
    """Read a baseline. Raises `BaselineError` for what is none, naming the file and the fault."""
    try:
        saved = read_saved(_Saved, text)
    except ValueError as error:
        raise BaselineError(f"{name} is no coverage baseline: {error}") from None
    if saved.version != VERSION:
        raise BaselineError(f"{name}: version {saved.version} of a baseline is not known here")
    gaps = states_of(saved.gaps, name, BaselineError)
    return Baseline(saved.settings, gaps, tuple(saved.reasons))
