"""The cards of the coverage map: the acts that close the most gaps, each with what it opens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.write_next import Act, ActKind, Advice, WriteNext
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import among, joined, name_label
from lumme_graph.views.drawn.parts import DOT, STAYS, fact
from lumme_graph.views.shapes import Box, DrawnFact, GridCell, GridRow

MOST = 3
"""So many acts are shown."""
_EXAMPLES = 3

_ACTS = Label("What to write next")
_WHAT = Label("what to do")
_SECTION = Label("section")
_GAIN = Label("gain")
_OPENS = Label("opens")
_FOR_EXAMPLE = Label("examples")
_ID = Label("id")
_CELLS = Counted("+{n} cell", "+{n} cells")
_OPENED = Label("Opens: {what}")
_SUCH_AS = Label("For example: {names}")
_LIBRARIES = Label("libraries")
_DO = {
    ActKind.REVIEW: Label("Read the section and accept the review"),
    ActKind.TRANSLATE: Label("Translate the section ({languages})"),
    ActKind.PUBLISH: Label("Finish and publish the section ({languages})"),
    ActKind.WRITE: Label("Write a new section ({languages})"),
    ActKind.STATE: Label("Find out and state where it is offered"),
}
_AND_ACCEPT = Label("{act}, and accept the review: {about}")
_FOR = Label("{act}, for {libraries}")


def act_row(found: Coverage, advice: WriteNext, speak: Speaker) -> Iterator[GridRow]:
    """The best acts as a row of cards; no row where there is nothing to do."""
    best = advice.acts[:MOST]
    if best:
        boxes = tuple(_card(found, one, n, speak) for n, one in enumerate(best, 1))
        yield GridRow("coverage/next", speak(_ACTS), "boxes", (GridCell("", boxes),))


def _card(found: Coverage, one: Advice, rank: int, speak: Speaker) -> Box:
    return Box(f"next-{rank}", tuple(_facts(found, one, f"next-{rank}", speak)), rank, "gap")


def _facts(found: Coverage, one: Advice, at: str, speak: Speaker) -> Iterator[DrawnFact]:
    graph, act = found.graph, one.act
    items = list({cell.item.id: cell.item for cell in one.cells}.values())
    subjects = [graph[act.section]] if act.section else [graph[ref] for ref in act.items]
    name = joined([name_label(subject) for subject in subjects])
    yield fact(speak, f"{at}/gain", _GAIN, _CELLS.fill(n=one.gain), value=one.gain)
    yield fact(speak, f"{at}/act", _WHAT, _told(found, act, speak), "sub")
    yield fact(speak, f"{at}/section", _SECTION, name, "head")
    libraries = len({cell.library.id for cell in one.cells})
    yield fact(speak, f"{at}/opens", _OPENS, _OPENED.fill(what=_opened(items, libraries)))
    if act.section and items:
        names = joined([name_label(item) for item in items[:_EXAMPLES]])
        yield fact(speak, f"{at}/examples", _FOR_EXAMPLE, _SUCH_AS.fill(names=names), "quote")
    yield fact(speak, f"{at}/id", _ID, ", ".join(subject.id for subject in subjects), "id")


def _told(found: Coverage, act: Act, speak: Speaker) -> Message:
    languages = ", ".join(speak.language(tag).words for tag in act.languages)
    said: Message = _DO[act.kind].fill(languages=languages)
    if act.accepts:
        about = joined([name_label(found.graph[item]) for item in act.items])
        said = _AND_ACCEPT.fill(act=said, about=about)
    if act.libraries:
        named = set(act.libraries)
        places = [at for at, one in enumerate(found.libraries) if one.id in named]
        said = _FOR.fill(act=said, libraries=among(found.graph, places, found.libraries))
    return said


def _opened(items: list[Coverable], libraries: int) -> Message:
    """How many items of each kind, the most first, and at how many libraries."""
    kinds = {item.kind.prefix: item.kind.plural for item in items}
    counts = Counter(item.kind.prefix for item in items).most_common()
    parts = [Joined((kinds[kind], n), STAYS) for kind, n in counts]
    return joined([joined(parts), Joined((_LIBRARIES, libraries), STAYS)], DOT)
