"""One run of `lumme coverage`: what was asked for, judged; the baseline is read and kept here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lumme_graph.assessment.assess import Assessment, assess
from lumme_graph.assessment.baseline import (
    Baseline,
    BaselineError,
    from_json,
    grown,
    shrunk,
    to_json,
)
from lumme_graph.assessment.part import part
from lumme_graph.base.amounts import Share
from lumme_graph.base.finding import KnownError
from lumme_graph.base.journal import Change, change_file
from lumme_graph.elements.settings import UnknownAs
from lumme_graph.graph.service_graph import ServiceGraph


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run was asked for, beyond the model."""

    least: str | None = None
    baseline: Path | None = None
    update: bool = False
    accept: str | None = None
    relaxed: bool = False
    unknown: UnknownAs | None = None
    profile: str | None = None
    municipality: str | None = None


def judged(graph: ServiceGraph, asked: Asked) -> Assessment:
    """The judgement that was asked for; a baseline to be changed is written.

    Raises `KnownError` for what cannot be done: a threshold out of range, a baseline that is
    none, was made under other settings or is asked of a part.
    """
    total = _share(asked.least)
    graph = _with_unknown(graph, asked.unknown)
    if asked.profile is None and asked.municipality is None:
        return _whole(graph, asked, total)
    if asked.baseline:
        raise KnownError(
            "a baseline is about the whole guide: leave out --profile and --municipality"
        )
    whole = assess(graph, relaxed=asked.relaxed)
    return part(whole, profile=asked.profile, municipality=asked.municipality, total=total)


def exit_code(found: Assessment) -> int:
    """1 where a gate fails or a gap is new; other findings are for `lumme check` to fail on."""
    return int(bool(found.failed) or bool(found.change and found.change.new))


def _whole(graph: ServiceGraph, asked: Asked, total: Share | None) -> Assessment:
    file = asked.baseline
    if file is None:
        if asked.update or asked.accept is not None:
            raise BaselineError("say which file holds the baseline: --baseline FILE")
        return assess(graph, relaxed=asked.relaxed, total=total)
    if asked.accept is not None:
        was, before = _read(file) if file.exists() else (None, None)
        known = grown(assess(graph).coverage, before, asked.accept)
        change_file(file, Change(was, to_json(known).encode()))
        return assess(graph, relaxed=asked.relaxed, total=total, baseline=known)
    was, known = _read(file)
    found = assess(graph, relaxed=asked.relaxed, total=total, baseline=known)
    if asked.update:
        change_file(file, Change(was, to_json(shrunk(found.coverage, known)).encode()))
    return found


def _read(file: Path) -> tuple[bytes, Baseline]:
    """A baseline, and the bytes of its file."""
    data = _read_bytes(file)
    return data, from_json(_text(data, file), str(file))


def read_text(file: Path) -> str:
    """The text of a file. Raises `KnownError` where it cannot be read."""
    return _text(_read_bytes(file), file)


def _read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KnownError(f"{file} cannot be read: {error.strerror}") from None


def _text(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError(f"{file} is not UTF-8 text") from None


def _share(words: str | None) -> Share | None:
    try:
        return None if words is None else Share.parse(words)
    except (ValueError, ArithmeticError):
        raise KnownError(
            f"--min: {words} is not a percentage from 0 to 100 with at most one decimal"
        ) from None


def _with_unknown(graph: ServiceGraph, unknown: UnknownAs | None) -> ServiceGraph:
    """The same graph, cells of unknown offer counted as they are asked to be."""
    if unknown is None:
        return graph
    counted = graph.settings.coverage.model_copy(update={"unknown": unknown})
    return graph.under(graph.settings.model_copy(update={"coverage": counted}))
