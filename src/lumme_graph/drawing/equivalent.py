"""What a drawing says, for those who do not see it: a table and a text, walked from its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from lumme_graph.base import forms
from lumme_graph.base.label import Label
from lumme_graph.base.shown import as_lines
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Grid, Shape, Sign, Told, boxes, told
from lumme_graph.views.table import Table, table

_PART = Label("Part", "of a drawing")
_WHAT = Label("What")
_WORDS = Label("In words")
_ONLY_IF = Label("only if {when}")
_NO_EVIDENCE = Label("no evidence")
_STANDING = Label("standing")


def facts_table(*shapes: Shape) -> Table:
    """A row for each fact: its part of the drawing, the number of its box, what it is, its words."""
    head = shapes[0].head
    rows = [
        (
            one.heading,
            "" if one.number is None else str(one.number),
            _capital(one.fact.label),
            in_words(one.fact, shape.head.speak),
        )
        for shape in shapes
        for one in told(shape)
    ]
    heads = (_PART, "#", _WHAT, _WORDS)
    title = head.title if head.title.words else head.kind
    return table(head.speak, title.shown, heads, rows, right=(1,))


def as_text(shape: Shape) -> str:
    """The same facts as a plain text: those of the whole, then part by part and box by box."""
    head = shape.head
    lines = [head.name, head.description.shown, ""]
    lines += [_line(fact, head.speak) for fact in head.fields]
    lines += [fact.words.shown for fact in head.made]
    lines += _parts(shape)
    lines += _after("", [fact.words.shown for fact in shape.notes])
    lines += _after("", _ways(shape))
    lines += _after("", [said.shown for said in (head.lacks, head.statement) if said])
    return as_lines(lines)


def in_words(fact: DrawnFact, speak: Speaker) -> Said:
    """A fact's words, with those of its signs where these say more."""
    said = {fact.words.words.casefold(), fact.label.words.casefold()}
    more = [
        sign.words.shown
        for sign in fact.signs
        if sign.words.words not in fact.words.words and sign.words.words.casefold() not in said
    ]
    if any(sign.is_open for sign in fact.signs):
        more.append(speak(_NO_EVIDENCE).shown)
    return fact.words._replace(words=", ".join(filter(None, (fact.words.words, *more))))


def _parts(shape: Shape) -> Iterator[str]:
    """The facts under the headings of their parts; each box begins with its number or a dash."""
    whole = {fact.id for fact in (*shape.head.fields, *shape.head.made, *shape.notes)}
    body = [one for one in told(shape) if one.fact.id not in whole]
    numbers = _numbers(shape)
    standings = {box.facts[0].id: box.standing for box in boxes(shape) if box.facts}
    for heading, part in groupby(body, key=lambda one: one.heading):
        yield from ("", _capital(heading).shown)
        for id_, facts in groupby(part, key=lambda one: one.box):
            lead = f"  {numbers[id_]}. " if id_ in numbers else "  – "
            for line in _box(list(facts), standings, shape.head.speak, is_numbered=id_ in numbers):
                yield f"{lead}{line}"
                lead = " " * len(lead)


def _numbers(shape: Shape) -> dict[str, int]:
    """The numbers of the boxes: their own, else of the step in whose column they stand."""
    own = {box.id: box.number for box in boxes(shape) if box.number is not None}
    if not isinstance(shape, Grid):
        return own
    cells = [cell for row in shape.rows for cell in row.cells if cell.span == 1]
    places = [(cell.column, box.id) for cell in cells for box in cell.boxes]
    steps = {column: own[id_] for column, id_ in reversed(places) if id_ in own}
    return {id_: steps[column] for column, id_ in places if column in steps} | own


def _box(
    facts: list[Told], standings: dict[str, Sign | None], speak: Speaker, *, is_numbered: bool
) -> Iterator[str]:
    """The facts of a box, then its standing; none repeats the heading over a box without a number."""
    for one in facts:
        is_said = (
            not is_numbered and one.fact.label.words.casefold() == one.heading.words.casefold()
        )
        yield in_words(one.fact, speak).shown if is_said else _line(one.fact, speak)
    if standing := standings.get(facts[0].fact.id):
        yield f"{speak.capital(_STANDING).shown}: {standing.words.shown}"


def _line(fact: DrawnFact, speak: Speaker) -> str:
    """A fact with its label, where its words do not begin with it."""
    said, label = in_words(fact, speak).shown, _capital(fact.label).shown
    return said if said.casefold().startswith(f"{label.casefold()}:") else f"{label}: {said}"


def _capital(said: Said) -> Said:
    return said._replace(words=forms.capital(said.words, said.lang))


def _after(line: str, lines: Iterable[str]) -> list[str]:
    """The lines after another one, where there are any."""
    found = list(lines)
    return [line, *found] if found else []


def _ways(shape: Shape) -> Iterator[str]:
    """What leads to what, by the names of the boxes, where no fact tells it."""
    links: tuple[BoxLink, ...] = getattr(shape, "links", ())
    called = names(shape)
    for link in links:
        if not link.told and link.source in called and link.target in called:
            arrow = "↔" if link.both else "→"
            when = _when(shape.head.speak, link.when)
            flow = f": {link.flow.shown}" if link.flow else ""
            yield f"{called[link.source]} {arrow} {called[link.target]}{flow}{when}"


def _when(speak: Speaker, when: Said | None) -> str:
    return f" ({speak(_ONLY_IF, when=when.shown).shown})" if when else ""


def names(shape: Shape) -> dict[str, str]:
    """What the boxes are called where there is room for one line, by their ids.

    A step is called by its number and the words of its column, another box by its main words.
    """
    steps: dict[str, str] = {}
    if isinstance(shape, Grid):
        words = {column.id: column.words.shown for column in shape.columns}
        cells = [cell for row in shape.rows for cell in row.cells if cell.column in words]
        steps = {box.id: words[cell.column] for cell in cells for box in cell.boxes}
    return {box.id: _name(box, steps) for box in reversed(list(boxes(shape)))}


def _name(box: Box, steps: Mapping[str, str]) -> str:
    heads = [fact for fact in box.facts if fact.role == "head"] or list(box.facts[:1])
    words = heads[0].words.shown if heads else ""
    if box.is_step:
        words = steps.get(box.id) or words
    called = words if box.number is None else f"{box.number}. {words}"
    return f"{called} ({box.change.words.shown})" if box.change else called
