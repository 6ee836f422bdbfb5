"""A service path in a line: how long it is, and to staff how it feels."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.journeys import lowest
from lumme_graph.base.label import Label
from lumme_graph.elements.journeys import FEELINGS, Path, PathState
from lumme_graph.graph.names import joined
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.icons import face
from lumme_graph.site.parts.steps import COUNT

_LOWEST: Final = Label("; lowest at “{action}”")
_FELT: Final = Label("Feelings step by step: {feelings}")
_UNKNOWN: Final = Label("not known", "a feeling")


def in_short(here: Here, path: Path) -> list[Child]:
    """A link to a path with the number of its steps; for staff its mood and its lowest point."""
    line: list[Child] = [here.link(path), ": ", here.say(COUNT, n=len(path.steps))]
    if not here.is_for_staff:
        return [h("p", line, here.letter(path))]
    if path.state is not PathState.AS_IS:
        line += [", ", here.say(path.state.label)]
    low = lowest(path.steps)
    if low:
        line.append(here.say(_LOWEST, action=joined([one.step.action for one in low], "”, “")))
    return [h("p", line, ".", here.letter(path)), *_mood(here, path)]


def _mood(here: Here, path: Path) -> list[ET.Element]:
    """A face for each step whose feeling is known, the others as a question mark."""
    if not any(step.feeling for step in path.steps):
        return []
    words = [FEELINGS[step.feeling.value] if step.feeling else _UNKNOWN for step in path.steps]
    faces = [
        h("span", face(step.feeling.value) if step.feeling else h("b", "?", class_="s d"))
        for step in path.steps
    ]
    label = here.say(_FELT, feelings=joined(words)).shown
    return [h("div", faces, class_="mood", role="img", aria_label=label)]
