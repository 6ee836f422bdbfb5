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
from lumme_graph.base.error import KnownError
from lumme_graph.base.files import read_bytes
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.journal import FileChange, change_file
from lumme_graph.elements.settings import UnknownAs
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.tagged import AnyTags
from lumme_graph.meta.named import AnyId


@dataclass(frozen=True, slots=True)
class CoverageOptions:
    """What is asked for beyond the model, as the options of `lumme coverage` say it."""

    least: Share | str | None = None
    baseline: AnyPath | None = None
    update: bool = False
    accept: str | None = None
    relaxed: bool = False
    unknown: UnknownAs | str | None = None
    profile: AnyId | None = None
    municipality: AnyId | None = None
    tag: AnyTags | None = None


def assess_with(graph: ServiceGraph, options: CoverageOptions) -> Assessment:
    """The judgement that was asked for; a baseline to be changed is written.

    Raises `KnownError` for what cannot be done: a threshold out of range, a baseline that is
    none, was made under other settings or is asked of a part.
    """
    need_graph(graph)
    total = least_share(options.least)
    graph = _with_unknown(graph, options.unknown)
    if options.profile is None and options.municipality is None and options.tag is None:
        return _whole(graph, options, total)
    if options.baseline:
        raise KnownError(
            "a baseline is about the whole guide: leave out --profile, --municipality and --tag"
        )
    whole = assess(graph, relaxed=options.relaxed)
    return part(
        whole,
        profile=options.profile,
        municipality=options.municipality,
        tag=options.tag,
        total=total,
    )


def _whole(graph: ServiceGraph, options: CoverageOptions, total: Share | None) -> Assessment:
    if options.baseline is None:
        if options.update or options.accept is not None:
            raise BaselineError("say which file holds the baseline: --baseline FILE")
        return assess(graph, relaxed=options.relaxed, total=total)
    file = path_of(options.baseline)
    if options.accept is not None:
        was, before = _read(file) if file.exists() else (None, None)
        known = grown(assess(graph).coverage, before, options.accept)
        change_file(file, FileChange(was, to_json(known).encode()))
        return assess(graph, relaxed=options.relaxed, total=total, baseline=known)
    was, known = _read(file)
    found = assess(graph, relaxed=options.relaxed, total=total, baseline=known)
    if options.update:
        change_file(file, FileChange(was, to_json(shrunk(found.coverage, known)).encode()))
    return found


def _read(file: Path) -> tuple[bytes, Baseline]:
    """A baseline, and the bytes of its file."""
    data = read_bytes(file)
    return data, from_json(_text(data, file), str(file))


def read_text(file: Path) -> str:
    """The text of a file. Raises `KnownError` where it cannot be read."""
    return _text(read_bytes(file), file)


def _text(data: bytes, file: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError(f"{file} is not UTF-8 text") from None


def least_share(words: Share | str | None) -> Share | None:
    """The least share that words ask for. Raises `KnownError` where they say none."""
    try:
        return words if isinstance(words, Share | None) else Share.parse(words)
    except (ValueError, ArithmeticError):
        raise KnownError(
            f"--min: {words} is not a percentage from 0 to 100 with at most one decimal"
        ) from None


def _with_unknown(graph: ServiceGraph, unknown: UnknownAs | str | None) -> ServiceGraph:
    """The same graph, cells of unknown offer counted as they are asked to be."""
    if unknown is None:
        return graph
    counted = graph.settings.coverage.model_copy(update={"unknown": UnknownAs(unknown)})
    return graph.under(graph.settings.model_copy(update={"coverage": counted}))
