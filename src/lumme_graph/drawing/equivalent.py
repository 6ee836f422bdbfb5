"""What a drawing says, for those who do not see it: a table and a text, walked from its facts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lumme_graph.base.label import Label
from lumme_graph.base.shown import as_lines
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.views.shapes import Fact, Shape, Told, boxes, key, told
from lumme_graph.views.table import Table, table

_PART = Label("Part", "of a drawing")
_WHAT = Label("What")
_WORDS = Label("In words")
_KEY = Label("Key")
_ONLY_IF = Label("only if {when}")


def facts_table(shape: Shape) -> Table:
    """A row for each fact: its part of the drawing, the number of its box, what it is, its words."""
    speak = shape.head.speak
    rows = [
        (
            one.heading,
            "" if one.number is None else str(one.number),
            one.fact.label,
            in_words(one.fact),
        )
        for one in told(shape)
    ]
    heads = (_PART, "#", _WHAT, _WORDS)
    head = shape.head
    title = head.title if head.title.words else head.kind
    return table(speak, title.shown, heads, rows, right=(1,))


def as_text(shape: Shape) -> str:
    """The same facts as a plain text, part by part and box by box."""
    head = shape.head
    lines = [head.name, head.description.shown]
    for heading, part in groupby(told(shape), key=lambda one: one.heading):
        lines += ["", heading.shown]
        for box, facts in groupby(part, key=lambda one: one.box):
            lines += _indented(box, list(facts))
    lines += ["", *_ways(shape), *_key(shape)]
    if head.lacks:
        lines += [head.lacks.shown]
    if head.statement:
        lines += ["", head.statement.shown]
    return as_lines(lines)


def in_words(fact: Fact) -> Said:
    """A fact's words, with those of its signs where these say more."""
    more = [sign.words.shown for sign in fact.signs if sign.words.words not in fact.words.words]
    if not more:
        return fact.words
    words = ", ".join(filter(None, (fact.words.words, *more)))
    return fact.words._replace(words=words)


def _indented(box: str, facts: list[Told]) -> Iterator[str]:
    number = facts[0].number
    if box:
        yield f"  {number}. {box}" if number is not None else f"  {box}"
    for one in facts:
        yield f"    {one.fact.label.shown}: {in_words(one.fact).shown}"


def _ways(shape: Shape) -> Iterator[str]:
    """What leads to what, by the names of the boxes."""
    links = getattr(shape, "links", ())
    names = {box.id: name(box.number, box.facts) for box in boxes(shape)}
    for link in links:
        if link.source in names and link.target in names:
            arrow = "↔" if link.both else "→"
            when = _when(shape.head.speak, link.when)
            flow = f": {link.flow.shown}" if link.flow else ""
            yield f"{names[link.source]} {arrow} {names[link.target]}{flow}{when}"
    if links:
        yield ""


def _when(speak: Speaker, when: Said | None) -> str:
    return f" ({speak(_ONLY_IF, when=when.shown).shown})" if when else ""


def name(number: int | None, facts: tuple[Fact, ...]) -> str:
    """What a box is called where there is room for one line: its number and its main words."""
    heads = [fact for fact in facts if fact.role == "head"] or list(facts[:1])
    words = heads[0].words.shown if heads else ""
    return words if number is None else f"{number}. {words}"


def _key(shape: Shape) -> Iterator[str]:
    signs = [f"{sign.words.shown}" for sign in key(shape)]
    if signs:
        yield f"{shape.head.speak(_KEY).shown}: {'; '.join(signs)}"
