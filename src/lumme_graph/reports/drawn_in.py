"""What is in a part of a model without being asked for, kind by kind, for people."""

from __future__ import annotations

from itertools import groupby

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.service_graph import DrawnIn, Subset

_CHOSEN = Counted(
    "{n} element is asked for, and {more} are there because of it",
    "{n} elements are asked for, and {more} are there because of them",
)
_OF_KIND = Label("{kind} ({n}): {which}")
_NEEDED = Label("{id} ({field} of {by})")
_REFERS = Label("{id} (its {field}: {by})")
_MODEL = Label("the model")
_MOST = 3


def drawn_in_summary(found: Subset, speak: Speaker) -> list[str]:
    """How much is drawn in, and the first of each kind with who needs it, line by line."""
    lines = [speak(_CHOSEN, n=len(found.chosen), more=len(found.drawn_in)).shown]
    for kind, group in groupby(found.drawn_in, key=lambda one: type(one.element).kind):
        some = list(group)
        which = ", ".join(_needed(one, speak) for one in some[:_MOST])
        more = ", …" if len(some) > _MOST else ""
        said = speak(_OF_KIND, kind=kind.plural, n=len(some), which=f"{which}{more}")
        lines.append(f"  {said.shown}")
    return lines


def _needed(one: DrawnIn, speak: Speaker) -> str:
    by = one.by.id if one.by else speak(_MODEL).words
    words = _REFERS if one.refers else _NEEDED
    return speak(words, id=one.element.id, field=one.field, by=by).words
