"""What stands in a lane: the card of a step, and the small boxes of what belongs to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.speaker import Said
from lumme_graph.drawing import palette, signs
from lumme_graph.drawing.lettering import Lettering, lettering
from lumme_graph.drawing.paper import Paper
from lumme_graph.drawing.scene import Disc, Paint, Rect, Shape, ShapeGroup, line
from lumme_graph.drawing.text.metrics import measure
from lumme_graph.views.shapes import Box, DrawnFact, Sign

PAD: Final = 2.4
_RADIUS: Final = 3.3
"""Of the disc with the number."""
_HEAD: Final = 2 * _RADIUS + 1.8
"""The height of the strip with number, actor and standing, where the actor has one line."""
_LINE: Final = 0.5
"""Between two facts."""
_RULE: Final = 1.0
"""Between the rule and what stands under it."""
_ICON: Final = 2.5
"""Half the side of an icon."""


@dataclass(frozen=True, slots=True)
class Lettered:
    """A fact as lettering, with the sign before it and how far it is moved in.

    Words that join facts, such as which steps a step waits for, have none of their own.
    """

    fact: DrawnFact | None
    words: Lettering
    sign: Sign | None = None
    indent: float = 0.0

    @property
    def height(self) -> float:
        """Its height, that of its sign at least, and that of what is left free to write in."""
        room = self.fact.room * self.words.leading if self.fact else 0.0
        return max(self.words.height, 2 * _ICON + 0.2 if self.sign else 0.0, room)

    def draw(self, x: float, y: float) -> Iterator[Shape]:
        """The fact from its upper left corner."""
        middle = y + self.height / 2
        if self.sign and self.sign.family == "standing":
            yield ShapeGroup(signs.tag(self.sign.value, x, middle - signs.TAG / 2))
        elif self.sign:
            yield ShapeGroup(signs.small(self.sign, x + _ICON, middle, _ICON))
        yield self.words.centred(x + self.indent, middle, fact=self.fact.id if self.fact else "")


def told(fact: DrawnFact, width: float, paper: Paper, *, is_named: bool = True) -> Lettered:
    """A fact: its sign and words, else its label and words."""
    size = paper.size("content")
    sign = next((one for one in fact.signs if one.family != "state"), None)
    said = fact.words
    if fact.role == "gap":
        said = said._replace(words=f"? {said.words}") if _is_unknown(fact) else said
        return Lettered(fact, lettering(said, width, size, colour=palette.MUTED))
    if is_named and not fact.room and (sign is None or sign.family == "standing"):
        said = Said(f"{fact.label.words}: {said.shown}", fact.label.lang)
    indent = 0.0
    if sign:
        indent = (signs.TAG if sign.family == "standing" else 2 * _ICON) + 1.6
    note = fact.role == "sub"
    colour = palette.MUTED if note else palette.INK
    words = lettering(said, width - indent, size, colour=colour)
    return Lettered(fact, words, sign, indent)


def _is_unknown(fact: DrawnFact) -> bool:
    return any(sign.value == "unknown" for sign in fact.signs)


def edge(box: Box) -> Paint:
    """The border of a card: by what has happened to it, else by its standing."""
    if box.change:
        return palette.CHANGES[box.change.value]
    return palette.BORDERS[box.standing.value if box.standing else ""]


def struck(words: Lettering, x: float, y: float) -> Iterator[Shape]:
    """A line through each line of words whose upper left corner is given."""
    through = Paint(stroke=palette.HURT, width=0.35)
    for number, text in enumerate(words.lines):
        width = measure(text, words.size, words.bold)
        left = x + words.room - width if words.direction == "rtl" else x
        middle = y + (number + 0.5) * words.leading
        yield line(left, middle, left + width, middle, through)


def is_free(box: Box) -> bool:
    """Is it left free to write in?"""
    return any(fact.room for fact in box.facts)


@dataclass(frozen=True, slots=True)
class StepCard:
    """The card of a step, laid out for a width.

    From the top: number, who and standing; what is done; what else is told; the feeling, at the
    bottom. In a `head` of its own colour the lane is named too.
    """

    box: Box
    width: float
    who: Lettering
    action: Lettering
    body: tuple[Lettered, ...]
    feeling: tuple[Lettered, ...]
    head: palette.Tone | None = None

    @property
    def top(self) -> float:
        """The height of the strip at the top."""
        return max(_HEAD, self.who.height + 2.4)

    @property
    def above(self) -> float:
        """Down to the rule under what is done."""
        return self.top + (1.6 if self.head else 0.4) + self.action.height + 1.0

    @property
    def below(self) -> float:
        """From that rule on."""
        if not self.body and not self.feeling:
            return 0.6
        parts = [*self.body, *self.feeling]
        return _RULE + sum(one.height + _LINE for one in parts) + 1.0

    def draw(
        self, x: float, y: float, height: float, id_: str, above: float | None = None
    ) -> ShapeGroup:
        """The card from its upper left corner; `above` aligns the rules of a row of cards."""
        shapes: list[Shape] = [*self._border(x, y, height), *self._strip(x, y)]
        facts = {fact.role: fact for fact in reversed(self.box.facts)}
        shapes.append(
            self.action.at(
                x + PAD,
                y + self.top + (1.6 if self.head else 0.4),
                fact=facts["head"].id if "head" in facts else "",
            )
        )
        if self.box.is_dropped:
            shapes += struck(self.action, x + PAD, y + self.top + (1.6 if self.head else 0.4))
        if self.body or self.feeling:
            rule = y + (above or self.above)
            if not is_free(self.box):
                shapes.append(line(x + PAD, rule, x + self.width - PAD, rule, palette.HAIRLINE))
            at = rule + _RULE
            for one in self.body:
                shapes += one.draw(x + PAD, at)
                at += one.height + _LINE
            at = y + height - 1.2 - sum(one.height for one in self.feeling)
            for one in self.feeling:
                shapes += one.draw(x + PAD, at)
                at += one.height
        return ShapeGroup(tuple(shapes), id_, (("id", self.box.id),))

    def _border(self, x: float, y: float, height: float) -> Iterator[Shape]:
        standing = self.box.standing.value if self.box.standing else ""
        border = edge(self.box)
        yield Rect(x, y, self.width, height, Paint(fill=palette.PAPER), 1.4)
        if self.head:
            fill = Paint(fill=self.head.fill)
            yield Rect(x + 0.4, y + 0.4, self.width - 0.8, self.top - 0.4, fill, 1.1)
        yield Rect(
            x, y, self.width, height, Paint(None, border.stroke, border.width, border.dash), 1.4
        )
        if standing:
            tag = signs.tag(
                standing, x + self.width - signs.TAG - 1.6, y + (self.top - signs.TAG) / 2
            )
            yield ShapeGroup(tag, title=self.box.standing.words.shown if self.box.standing else "")

    def _strip(self, x: float, y: float) -> Iterator[Shape]:
        middle = y + self.top / 2
        left = x + PAD - 0.6
        if self.box.number is not None:
            is_customer = self.box.tone == "customer"
            paint = Paint(
                fill=palette.ACCENT if is_customer else palette.PAPER,
                stroke=palette.ACCENT,
                width=0.5,
            )
            colour = palette.PAPER if is_customer else palette.ACCENT
            size = 3.88 if self.box.number < 100 else 2.9  # noqa: PLR2004 - three digits
            number = lettering(f"{self.box.number}", 99, size, bold=True, colour=colour)
            yield Disc(left + _RADIUS, middle, _RADIUS, paint)
            yield number.centred(left + _RADIUS, middle, anchor="middle")
        elif self.box.change:
            yield ShapeGroup(signs.small(self.box.change, left + _RADIUS, middle, _RADIUS))
        who = next((fact for fact in self.box.facts if fact.role == "sub"), None)
        yield self.who.centred(left + 2 * _RADIUS + 1.4, middle, fact=who.id if who else "")


def step_card(box: Box, width: float, paper: Paper, *, lane: Said | None = None) -> StepCard:
    """A step's card; with a lane, its head is tinted and says it."""
    who = next((fact for fact in box.facts if fact.role == "sub"), None)
    action = next((fact for fact in box.facts if fact.role == "head"), None)
    rest = [fact for fact in box.facts if fact is not who and fact is not action]
    head = palette.LANES.get(box.tone) if lane else None
    inner = width - 2 * PAD
    room = inner - 2 * _RADIUS - 1.4 + 0.6 - (signs.TAG + 1.4 if box.standing else 0)
    said = _with_lane(lane, who.words) if lane and who else who.words if who else Said("", "")
    size = paper.size("content")
    colour = head.ink if head else palette.MUTED
    return StepCard(
        box,
        width,
        lettering(said, room, size, bold=bool(head), colour=colour),
        lettering(action.words if action else "", inner, paper.size("step"), bold=True),
        tuple(told(fact, inner, paper) for fact in rest if not _is_feeling(fact)),
        tuple(told(fact, inner, paper) for fact in rest if _is_feeling(fact)),
        head,
    )


def _with_lane(lane: Said, who: Said) -> Said:
    """The lane and who acts in it, said once where they are the same."""
    lower = lane._replace(words=lane.words[:1].lower() + lane.words[1:])
    if lower.words == who.words:
        return who
    return Said(f"{lower.shown}: {who.shown}", who.lang)


def _is_feeling(fact: DrawnFact) -> bool:
    return any(sign.family == "level" for sign in fact.signs)


@dataclass(frozen=True, slots=True)
class SmallBox:
    """What belongs to a step: what serves the customer, what they see, a system, or a gap."""

    box: Box
    width: float
    facts: tuple[Lettered, ...]

    @property
    def height(self) -> float:
        """Its own height."""
        return sum(one.height for one in self.facts) + 4.0

    def draw(self, x: float, y: float, height: float, id_: str) -> ShapeGroup:
        """The box from its upper left corner."""
        shapes: list[Shape] = [*self._border(x, y, height)]
        at = y + 2.0
        for one in self.facts:
            shapes += one.draw(x + PAD, at)
            at += one.height
        return ShapeGroup(tuple(shapes), id_, (("id", self.box.id),))

    def _border(self, x: float, y: float, height: float) -> Iterator[Shape]:
        if is_free(self.box):
            yield Rect(x, y, self.width, height, Paint(palette.PAPER, palette.HAIR, 0.25), 1.0)
            return
        match self.box.tone:
            case "device":
                paint = Paint(palette.PAPER, palette.MUTED, 0.4)
                yield Rect(x, y, self.width, height, paint, min(4.5, height / 2))
            case "system":
                paint = Paint(palette.PAPER, palette.MUTED, 0.4)
                yield Rect(x, y, self.width, height, paint, 0.8)
            case "gap":
                paint = Paint(palette.PAPER, palette.MUTED, 0.4, (0.65, 1.1))
                yield Rect(x, y, self.width, height, paint, 0.8)
            case "evidence":
                paint = Paint(palette.LABEL)
                yield Rect(x, y, self.width, height, paint)
            case _:
                return


def small_box(box: Box, width: float, paper: Paper) -> SmallBox:
    """A small box; what it is, its form says, so that no fact is named."""
    facts = tuple(told(fact, width - 2 * PAD, paper, is_named=False) for fact in box.facts)
    return SmallBox(box, width, facts)
