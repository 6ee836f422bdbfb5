"""From what was observed of a path to its drawing."""

from __future__ import annotations

from lumme_graph.base.collector import collector_paused
from lumme_graph.drawing.draw import parted, speaker_of
from lumme_graph.drawing.paper import PAPERS
from lumme_graph.drawing.picture import Drawing
from lumme_graph.drawing.text.fonts import Fonts
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.observed.result import Observed
from lumme_graph.views.drawn.observed import observed


def draw_observed(
    graph: ServiceGraph,
    found: Observed,
    *,
    lang: str | None = None,
    sheet: str = "web",
    fonts: Fonts | None = None,
) -> Drawing:
    """Draw what was observed on its path, in the model's first language by default.

    Sheets are web, a3 and a4. Raises `DrawError` where there is no such sheet, and `LanguageError`
    where there are no words in the language.
    """
    need_graph(graph)
    paper, speak = PAPERS[sheet], speaker_of(graph, lang)
    with collector_paused():
        shape = parted(graph, observed(graph, found, speak))
    return Drawing(shape, paper, fonts=fonts)
