"""The chain of development as lists within lists: need, target, decision, action, indicator.

What it says is that of the drawing of the chain; here it can be read aloud, and leads on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.plans import placed
from lumme_graph.assessment.of_element import findings_of
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.development import Action, Decision
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.names import joined, name_label
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.views.drawn.chain import chain
from lumme_graph.views.drawn.parts import ALL
from lumme_graph.views.shapes import Box, DrawnFact, Network, Sign

SIGNS: Final = {"done": "●", "part": "◐", "gap": "○", "unknown": "?"}
"""The sign of each state, as drawings have it."""

_OUTSIDE: Final = Label("outside the days of {what}")
_EARLY: Final = Label("before {what}")
_FINDING: Final = Label("Finding {code}: {problem}")


def chains(here: Here) -> Iterator[Child]:
    """What there is in all, then each need with what follows from it, then what stands outside."""
    shape = chain(here.graph, "chain", here.speak, ALL)
    if shape.head.lacks:
        yield h("p", shape.head.lacks)
        return
    for fact in shape.head.fields:
        yield h("p", h("strong", fact.label, ": "), fact.words)
    tree = _Tree(here, shape)
    yield h("ul", [tree.branch(id_) for id_ in tree.roots], class_="chain")
    yield from (h("p", fact.words, class_="note") for fact in shape.notes)


class _Tree:
    """The boxes of the chain by what they follow from."""

    def __init__(self, here: Here, shape: Network) -> None:
        self.here = here
        self.ranks = {line.id: line.words for line in shape.lines}
        self.boxes: Mapping[str, tuple[str, Box]] = {box.id: (at, box) for at, box in shape.boxes}
        self.after: dict[str, list[str]] = {}
        for link in shape.links:
            self.after.setdefault(link.source, []).append(link.target)
        led_to = {link.target for link in shape.links}
        self.roots = [id_ for id_ in self.boxes if id_ not in led_to]

    def branch(self, id_: str) -> ET.Element:
        """A box, and beside it all that follows from it."""
        rank, box = self.boxes[id_]
        below = [self.branch(one) for one in dict.fromkeys(self.after.get(id_, ()))]
        return h("li", self._box(rank, box), [h("ul", below)] if below else [])

    def _box(self, rank: str, box: Box) -> ET.Element:
        element = self.here.graph.find(box.id)
        if element is None:
            words = [sign_of(Sign("state", "gap", fact.words)) for fact in box.facts]
            return h("div", h("small", self._rank(rank)), h("p", words), class_="box gap")
        rest = [h("p", list(_fact(fact))) for fact in box.facts[1:]]
        name = h("p", self.here.link(element), self.here.letter(element), class_="do")
        marks = list(_marks(self.here, element))
        return h("div", h("small", self._rank(rank)), name, rest, marks, class_="box")

    def _rank(self, rank: str) -> Child:
        """The rank in a word: what it says besides stands in the box itself."""
        said = self.ranks[rank]
        return said._replace(words=said.words.partition(":")[0])


def _fact(fact: DrawnFact) -> Iterator[Child]:
    signs = [sign for sign in fact.signs if sign.family == "state"]
    if not signs:
        yield fact.words
    yield from (sign_of(sign) for sign in signs)


def sign_of(sign: Sign) -> ET.Element:
    """A state as its sign and its word."""
    drawn = h("span", SIGNS.get(sign.value, ""), aria_hidden="true")
    return h("span", drawn, " ", sign.words, class_=f"st {sign.value}")


def _marks(here: Here, element: KeptElement) -> Iterator[ET.Element]:
    """Where an act lies outside its time or before what must come first, and what is found of it."""
    if isinstance(element, Action | Decision):
        yield from (
            h("p", h("span", here.say(words), class_="warn")) for words in late(here, element)
        )
    found = dict.fromkeys(one.code for one in findings_of(here.day).get(element.id, ()))
    if found:
        yield h("p", _codes(here, element, found), class_="meta")


def late(here: Here, element: KeptElement) -> Iterator[Message]:
    """What is wrong with the days or the order of an act."""
    for one in placed(here.day):
        if one.item is not element:
            continue
        if one.outside is not None:
            yield _OUTSIDE.fill(what=one.outside.name)
        if one.early:
            yield _EARLY.fill(what=joined([name_label(first.item) for first in one.early]))


def _codes(here: Here, element: KeptElement, codes: Iterable[str]) -> Iterator[Child]:
    problems = {one.code: one.problem for one in findings_of(here.day).get(element.id, ())}
    for at, code in enumerate(codes):
        said = here.say(_FINDING, code=code, problem=problems[code]).shown
        yield " " if at else ""
        yield h("a", code, href=here.href("findings"), title=said)
