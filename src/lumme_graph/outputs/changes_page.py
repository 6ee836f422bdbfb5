"""The page of changes with its pictures: what reports and drawings make of it, put together."""

from __future__ import annotations

from typing import Final

from lumme_graph.analysis.changes import ModelDiff
from lumme_graph.assessment.effects import effects
from lumme_graph.drawing.kinds import DRAWINGS
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.picture import together
from lumme_graph.reports.changes.to_html import RedlinedPath, render
from lumme_graph.views.changes import shown_diff
from lumme_graph.views.drawn.parts import ALL
from lumme_graph.views.drawn.redlined import changed_paths

_DRAWN: Final = ("journey", "blueprint")
"""How the paths are drawn, the first at once, the others folded away."""
_MOST: Final = 12
"""As many paths are drawn: more are no longer looked at on one page."""


def page(diff: ModelDiff, lang: str) -> str:
    """What differs, what it does to coverage and findings, and the paths with their changes."""
    speak = diff.new.speaker(lang)
    paths: list[RedlinedPath] = []
    changed = changed_paths(diff)
    for id_ in changed[:_MOST]:
        shapes = [DRAWINGS[kind].redlined(diff, id_, speak, ALL) for kind in _DRAWN]
        drawn = [(one.head.kind, together([one], PAPERS["web"], None).svg) for one in shapes]
        paths.append(RedlinedPath(id_, shapes[0].head.title, tuple(drawn)))
    return render(shown_diff(diff, speak), effects(diff), paths, len(changed) - len(paths))
