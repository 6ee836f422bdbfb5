"""What a drawing says, in four shapes, with no word of how it looks.

They are a grid, a network, a page, and a form that is filled in by hand.
A view fills a shape from the graph; an emitter draws it. Whatever a shape says stands in its facts:
the table beside the picture, its key, its DOT and its Mermaid are walks over them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeAlias

from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.views.brand import Brand

Family = Literal[
    "state", "standing", "level", "channel", "end", "person", "mark", "line", "change", "choice"
]
FactRole = Literal["head", "body", "sub", "quote", "id", "gap"]
RowLook = Literal[
    "band", "boxes", "lane", "list", "curve", "callout", "boundary", "signs", "bars", "spans"
]
BlockLook = Literal["list", "table", "tiles", "icons", "states", "note"]
AskLook = Literal["band", "card", "note", "line", "curve", "ticks", "dots"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that is drawn, and the word that stands for it.

    The values by family: state `done part gap no unknown none`, where a `no` is no gap; standing `sourced derived
    illustrative`; level `-2` to `2`; channel the types of channels; end `start end`; person the
    relations of profiles; change `new changed moved renamed removed`; mark `lowest pain gain critical
    question opportunity moment leave skip repeat`; line
    `always condition loop` and what an arrow or a border of the drawing means. `is_open` says that
    no evidence is known, as of a feeling that we made up.
    """

    family: Family
    value: str
    words: Said
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class DrawnFact:
    """One thing that the drawing says: its address, what it tells of (label), and the words.

    Addresses are unique within a drawing. `value` is a number that is drawn, such as a feeling or
    the length of a bar. `room` is the number of lines that are left free to write in by hand.
    """

    id: str
    label: Said
    words: Said
    role: FactRole = "body"
    value: int | None = None
    signs: tuple[Sign, ...] = ()
    room: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """Facts that belong together: a step, a cell, a node, a card.

    `id` is the element's or part's address; `tone` is the family of its colour, such as a lane.
    `ends` are the signs of the end family where a way begins or ends at the box; `change` is what
    has happened to it since an earlier state.
    """

    id: str
    facts: tuple[DrawnFact, ...]
    number: int | None = None
    tone: str = ""
    standing: Sign | None = None
    ends: tuple[Sign, ...] = ()
    change: Sign | None = None

    @property
    def is_step(self) -> bool:
        """Is it a step, by its number? A dropped one has none any more."""
        return self.number is not None or self.is_dropped

    @property
    def is_dropped(self) -> bool:
        """Was it there in an earlier state alone?"""
        return self.change is not None and self.change.value == "removed"


@dataclass(frozen=True, slots=True)
class BoxLink:
    """One box leads to another: always, or only `when`; `flow` says what goes along it.

    `both` goes both ways; a `thin` link is no way on but what belongs to a box. A link that `joins`
    meets the others that join at its target: all of them have come before it is done. `told` is what
    the link says in the table beside the picture.
    `line` is the value of the sign of its line where there are several kinds.
    """

    source: str
    target: str
    when: Said | None = None
    flow: Said | None = None
    both: bool = False
    thin: bool = False
    joins: bool = False
    told: DrawnFact | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over every sheet and under it, and who says it.

    `kind` is the kind of drawing; `model` is what the model is called; `fields` are three at most; `made` is the note line; `state` is
    a short word beside the title; `sign` stands large beside it, and `standing` is that of the whole;
    `lacks` says what is missing where there is nothing to show, and
    where it is entered; `blank` are the names of rows without any entry; `brand` is how the network
    shows itself.
    """

    id: str
    kind: Said
    title: Said
    fields: tuple[DrawnFact, ...]
    made: tuple[DrawnFact, ...]
    description: Said
    model: Said
    speak: Speaker
    state: Said | None = None
    statement: Said | None = None
    sign: Sign | None = None
    standing: Sign | None = None
    lacks: Said | None = None
    blank: tuple[Said, ...] = ()
    brand: Brand | None = None

    @property
    def name(self) -> str:
        """The title and the kind in words; of a sheet whose title is still to be written, the kind."""
        kind = self.kind.shown
        return f"{self.title.shown}: {kind}" if self.title.words else kind


@dataclass(frozen=True, slots=True)
class ShapeLine:
    """A column, a rank or a ring; `group` is its library, phase or sector."""

    id: str
    words: Said
    group: str = ""
    total: DrawnFact | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a row holds from a column on, over `span` columns.

    The same box may stand in several cells of a row; it is told once. `ends` are of a span of time, in columns from the left edge of its own: the earliest and the
    latest beginning, the earliest and the latest end.
    """

    column: str
    boxes: tuple[Box, ...]
    span: int = 1
    ends: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row and how it is drawn; `sub` explains its name.

    `series` tells curves of one plot apart, and `scale` are the levels of their axis, from the top.
    """

    id: str
    words: Said
    look: RowLook
    cells: tuple[GridCell, ...]
    series: str = ""
    total: DrawnFact | None = None
    sub: Said | None = None
    tone: str = ""
    scale: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns against rows of several looks: a journey, a blueprint, a path, a map, a calendar.

    `page` is where all of it stands, in the site of the model, if it may be too much for a sheet.
    """

    kind: str
    head: Head
    columns: tuple[ShapeLine, ...]
    rows: tuple[GridRow, ...]
    links: tuple[BoxLink, ...] = ()
    keys: tuple[Sign, ...] = ()
    notes: tuple[DrawnFact, ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Boxes of a network that belong together, by their ids, such as a sub-network."""

    id: str
    fact: DrawnFact
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Boxes on ranks or rings, by the id of their line, and what leads from one to another."""

    kind: str
    head: Head
    shape: Literal["ranks", "rings"]
    lines: tuple[ShapeLine, ...]
    boxes: tuple[tuple[str, Box], ...]
    links: tuple[BoxLink, ...]
    keys: tuple[Sign, ...] = ()
    notes: tuple[DrawnFact, ...] = ()
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A part of a page with a heading; `columns` are the heads of a table.

    `note` tells of all that stands in it. In a table a box is a row; a fact stands in the column whose id follows the box's in its own.
    """

    id: str
    words: Said
    look: BlockLook
    boxes: tuple[Box, ...]
    columns: tuple[ShapeLine, ...] = ()
    note: DrawnFact | None = None


@dataclass(frozen=True, slots=True)
class ShapePage:
    """Blocks in fixed places: a profile card, the sheet of a touchpoint.

    Each entry of `blocks` stands across the page: one block, or several beside each other. Several
    cards, which are called `many`, may stand on one sheet.
    """

    kind: str
    head: Head
    blocks: tuple[tuple[PageBlock, ...], ...]
    form: Literal["sheet", "card"] = "sheet"
    many: Said | None = None
    keys: tuple[Sign, ...] = ()
    notes: tuple[DrawnFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What a form asks of each thing, and how it is answered by hand.

    A `band` goes on over several things; a `card` tells what is known; a `note` has room for a
    sticky note, a `line` is written, a `curve` is drawn, of `ticks` one or more are ticked, `dots`
    are stuck. `choices` are what is ticked, or the levels of a curve from the top; `share` is the
    room that it takes beside the others; `tells` are the names of the facts of a thing that answer
    it already, without it that of its own id.
    """

    id: str
    words: Said
    look: AskLook
    hint: Said | None = None
    choices: tuple[Sign, ...] = ()
    share: float = 1.0
    tells: tuple[str, ...] = ()

    def known(self, thing: Box) -> tuple[DrawnFact, ...]:
        """What is known of a thing already, of what is asked: its facts of the names that are told.

        The name of a fact is what its id says behind that of the thing, up to a number.
        """
        return tuple(
            one for one in thing.facts if _name_of(one, thing) in (self.tells or (self.id,))
        )

    @property
    def told(self) -> DrawnFact:
        """The question itself: with what explains it, and what there is to choose."""
        parts = [self.hint.words] if self.hint else []
        parts += [sign.words.words for sign in self.choices]
        return DrawnFact(f"ask/{self.id}", self.words, self.words._replace(words=", ".join(parts)))


def _name_of(fact: DrawnFact, thing: Box) -> str:
    name = fact.id.removeprefix(f"{thing.id}/")
    stem, _, number = name.rpartition("-")
    return stem if number.isdigit() else name


@dataclass(frozen=True, slots=True)
class ShapeForm:
    """A form that people fill in by hand: of each of some things the same is asked.

    `fields` are asked of the whole, and `aside` is a place for what is said beside. A thing without
    facts is still to be found. In a list each thing is a row, else a column.
    """

    kind: str
    head: Head
    fields: tuple[DrawnFact, ...]
    asks: tuple[Ask, ...]
    things: tuple[Box, ...]
    is_list: bool = False
    aside: Said | None = None
    keys: tuple[Sign, ...] = ()
    notes: tuple[DrawnFact, ...] = ()


Shape: TypeAlias = Grid | Network | ShapePage | ShapeForm


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with where it stands: of which box (its id and number), under which heading."""

    fact: DrawnFact
    heading: Said
    box: str = ""
    number: int | None = None


def told(shape: Shape) -> Iterator[Told]:
    """Every fact of a shape, in reading order: head, body, notes."""
    kind = shape.head.kind
    yield from (Told(fact, kind) for fact in (*shape.head.fields, *shape.head.made))
    match shape:
        case Grid():
            yield from (Told(line.total, line.words) for line in shape.columns if line.total)
            yield from _rows(shape)
            yield from _links(shape.links)
        case Network():
            yield from (Told(line.total, line.words) for line in shape.lines if line.total)
            lines = {line.id: line.words for line in shape.lines}
            for line, box in shape.boxes:
                yield from _box(box, lines[line])
            yield from (Told(area.fact, area.fact.label, area.id) for area in shape.areas)
            yield from _links(shape.links)
        case ShapePage():
            for block in chain.from_iterable(shape.blocks):
                if block.note:
                    yield Told(block.note, block.words)
                for box in block.boxes:
                    yield from _box(box, block.words)
        case ShapeForm():
            asked = (ask.told for ask in shape.asks)
            yield from (Told(fact, kind) for fact in (*shape.fields, *asked))
            for thing in shape.things:
                yield from _box(thing, kind)
    yield from (Told(fact, kind) for fact in shape.notes)


def boxes(shape: Shape) -> Iterator[Box]:
    """Every box of a shape, in reading order."""
    match shape:
        case Grid():
            yield from (box for row in shape.rows for cell in row.cells for box in cell.boxes)
        case Network():
            yield from (box for _, box in shape.boxes)
        case ShapePage():
            every = chain.from_iterable(shape.blocks)
            yield from (box for block in every for box in block.boxes)
        case ShapeForm():
            yield from shape.things


def _rows(grid: Grid) -> Iterator[Told]:
    for row in grid.rows:
        if row.total:
            yield Told(row.total, row.words)
        once = {box.id: box for cell in row.cells for box in cell.boxes}
        for box in once.values():
            yield from _box(box, row.words)


def _links(links: Iterable[BoxLink]) -> Iterator[Told]:
    yield from (Told(link.told, link.told.label, link.source) for link in links if link.told)


def _box(box: Box, heading: Said) -> Iterator[Told]:
    yield from (Told(fact, heading, box.id, box.number) for fact in box.facts)
