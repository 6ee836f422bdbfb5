"""Coverage over time: saved results are read and compared with today's; JSON and Markdown of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.baseline import Key
from lumme_graph.assessment.history import History, from_json, point_of, with_now
from lumme_graph.assessment.part import Part
from lumme_graph.assessment.run import read_text
from lumme_graph.base.error import KnownError
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.json_text import json_text
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.coverage.to_markdown import section
from lumme_graph.reports.layout import table_text
from lumme_graph.reports.look import PLAIN, Look
from lumme_graph.reports.markdown import escaped
from lumme_graph.reports.wrapped import wrapped
from lumme_graph.views.history import notes, report
from lumme_graph.views.standing import standing_word, statement_in


def coverage_history(found: Assessment, files: Iterable[AnyPath]) -> History:
    """The saved results of the files, and today's.

    Raises `KnownError` for a file that is none, and for a part of the guide.
    """
    if isinstance(found, Part):
        raise KnownError(
            "--history is about the whole guide: leave out --profile, --municipality and --tag"
        )
    saved = [from_json(read_text(path_of(file)), str(file)) for file in listed(files, "files")]
    return with_now(saved, point_of(found.coverage, found.deep))


def text(past: History, coverage: Coverage, speak: Speaker, look: Look = PLAIN) -> str:
    """Coverage over time for people: tables, and what must be known beside them."""
    tables = [f"{table_text(table, look)}\n" for table in report(past, coverage, speak)]
    return "".join(
        [*tables, *(f"{wrapped(note.shown, look.width)}\n" for note in notes(past, speak))]
    )


def render(past: History, coverage: Coverage, form: str, lang: str) -> str:
    """Coverage over time as `json` or `md`."""
    if form == "json":
        return json_text(history_data(past, coverage))
    speak = coverage.graph.speaker(lang)
    statement = statement_in(coverage.graph.settings, speak)
    said = [f"> {escaped(statement)}"] if statement else []
    parts = [part for table in report(past, coverage, speak) for part in section(table, speak)]
    parts += [escaped(note.shown) for note in notes(past, speak)]
    return "\n\n".join([*said, *parts]) + "\n"


def history_data(past: History, coverage: Coverage) -> dict[str, Any]:
    """Coverage over time as plain data; `standing` is of the items of open gaps."""
    statement = coverage.graph.settings.statement
    return {
        "version": 1,
        "statement": dict(statement) if statement else None,
        "points": [_point(past, number) for number in range(len(past.points))],
        "moves": [
            {
                "by": move.by,
                "group": move.group,
                "before": _ratio(move.before),
                "after": _ratio(move.after),
                "direction": "rose" if move.direction > 0 else "fell",
            }
            for move in past.moves
        ],
        "open": [
            {
                **_key(key),
                "standing": standing_word(coverage.graph, key[0]) or None,
                "since": since.day.isoformat(),
                "surely": since.surely,
            }
            for key, since in past.since.items()
        ],
    }


def _point(past: History, number: int) -> dict[str, Any]:
    point, step = past.points[number], past.step(number)
    return {
        "as_of": point.day.isoformat(),
        "settings": point.settings,
        "done": _ratio(point.done),
        "with_plans": _ratio(point.with_plans),
        "deep": _ratio(point.deep),
        "gaps": len(point.gaps),
        "unknown": point.unknown,
        "new": None if step is None else [_key(key) for key in step.new],
        "closed": None if step is None else [_key(key) for key in step.closed],
    }


def _ratio(value: Ratio) -> dict[str, int]:
    return {"n": value.n, "d": value.d}


def _key(key: Key) -> dict[str, str]:
    return dict(zip(("item", "library", "language"), key, strict=True))
