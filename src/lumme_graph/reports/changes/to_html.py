"""What differs between two models as one page by itself, to be shown in a meeting.

It needs no script and no other file: pictures are within it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.analysis.inside import ChangeType
from lumme_graph.assessment.effects import DiffEffects
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.graph.names import joined
from lumme_graph.reading.model import SETTINGS_ID
from lumme_graph.reports.changes.style import STYLE
from lumme_graph.reports.html.page import sheet, stated, table
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.views import effects as told
from lumme_graph.views.brand import brand_of
from lumme_graph.views.changes import (
    SAME_CONTENT,
    SIGNS,
    TITLE,
    WORDS,
    ShownDiff,
    ShownElement,
    ShownKind,
    ShownValue,
)
from lumme_graph.views.reworded import WordPiece, shortened
from lumme_graph.views.standing import LEGEND

_CONTENTS: Final = Label("On this page")
_PATHS: Final = Label("Service paths with their changes")
_WHAT: Final = Label("What")
_ALL: Final = Label("All that it says")
_IN_WORDS: Final = Label("In words")
_UNDRAWN: Final = Counted(
    "{n} more path has changed: lumme draw draws it with --since.",
    "{n} more paths have changed: lumme draw draws them with --since.",
)
_MORE: Final = Counted("and {n} more, in the form json", "and {n} more, in the form json")
_MOST: Final = 200
"""As many of a sort are shown."""
_UP: Final = Label("Back to the top")
_NOTHING: Final = Label("not entered", "a value that is not there")


class RedlinedPath(NamedTuple):
    """A path with its changes: its id and name, and the pictures of it, each with what it is."""

    id: str
    name: Said
    pictures: tuple[tuple[Said, str], ...]


def render(
    found: ShownDiff,
    effects: DiffEffects | None = None,
    paths: Sequence[RedlinedPath] = (),
    undrawn: int = 0,
) -> str:
    """The whole page; `undrawn` is of how many more paths there is no picture."""
    speak, settings = found.speak, found.diff.new.settings
    title = speak(joined([TITLE, settings.name], ": "))
    up = h("a", speak(_UP), href="#top")
    return sheet(
        title.shown,
        speak.lang,
        h(
            "header",
            h("h1", title, id="top"),
            stated(settings.statement, speak),
            h("p", found.ends, class_="ends"),
        ),
        h("main", list(_main(found, effects, paths, undrawn))),
        h("footer", h("p", speak(LEGEND), ". ", up)),
        style=STYLE,
        brand=brand_of(found.diff.new),
    )


def _main(
    found: ShownDiff, effects: DiffEffects | None, paths: Sequence[RedlinedPath], undrawn: int
) -> Iterator[Child]:
    speak = found.speak
    yield _counts(found)
    if found.hidden:
        yield h("p", found.hidden, class_="meta")
    yield from _contents(found, effects, paths)
    if effects:
        yield h("h2", speak(told.TITLE), id="effects")
        yield from _effects(effects, speak)
    if paths:
        yield h("h2", speak(_PATHS), id="paths")
        values = {one.id: one for kind in found.kinds for one in kind.elements}
        for path in paths:
            yield from _path(path, values.get(path.id), found)
        if undrawn:
            yield h("p", speak(_UNDRAWN, n=undrawn))
    for kind in found.kinds:
        yield h("h2", kind.words, f" ({_number(kind)})", id=f"kind-{kind.id}")
        yield from (_element(one, found) for one in kind.elements[:_MOST])
        yield from _rest(len(kind.elements) - _MOST, speak)


def _rest(n: int, speak: Speaker) -> Iterator[ET.Element]:
    """How many more there are, where there are too many to be read."""
    if n > 0:
        yield h("p", speak(_MORE, n=n))


def _counts(found: ShownDiff) -> ET.Element:
    """How many changes of each sort; that nothing differs, where nothing does."""
    rows = found.diff.rows()
    if not rows:
        return h("p", found.counts)
    numbers = {type_: sum(row.type is type_ for row in rows) for type_ in WORDS}
    return h(
        "ul",
        [h("li", _mark(type_, found.speak), f" {n}") for type_, n in numbers.items() if n],
        class_="kinds",
    )


def _mark(type_: ChangeType, speak: Speaker) -> ET.Element:
    """The sign and the word of what happened."""
    return h("span", f"{SIGNS[type_]} ", speak(WORDS[type_]), class_=f"ch {type_.value}")


def _contents(
    found: ShownDiff, effects: DiffEffects | None, paths: Sequence[RedlinedPath]
) -> Iterator[ET.Element]:
    speak = found.speak
    links: list[ET.Element] = []
    if effects:
        links.append(h("li", h("a", speak(told.TITLE), href="#effects")))
    if paths:
        inner = [h("li", h("a", one.name, href=f"#path-of-{one.id}")) for one in paths]
        links.append(h("li", h("a", speak(_PATHS), href="#paths"), h("ul", inner)))
    links += [
        h("li", h("a", kind.words, href=f"#kind-{kind.id}"), f" ({_number(kind)})")
        for kind in found.kinds
    ]
    if links:
        yield h("nav", h("h2", speak(_CONTENTS)), h("ul", links, class_="contents"))


def _number(kind: ShownKind) -> int:
    return len(kind.elements[0].values if kind.id == SETTINGS_ID else kind.elements)


def _effects(effects: DiffEffects, speak: Speaker) -> Iterator[Child]:
    yield table(told.totals(effects, speak))
    yield from (h("p", note) for note in told.notes(effects, speak))
    cells = told.cells(effects, speak)
    if cells.rows:
        yield table(replace(cells, rows=cells.rows[:_MOST]))
        yield from _rest(len(cells.rows) - _MOST, speak)
    yield h("p", told.findings_line(effects, speak))
    for head, found in ((told.NEW_FINDINGS, effects.new), (told.SOLVED, effects.solved)):
        if found:
            yield h("h3", speak(head), f" ({len(found)})")
            yield h("ul", [_finding(one, speak) for one in found[:_MOST]], class_="findings")
            yield from _rest(len(found) - _MOST, speak)


def _finding(one: Finding, speak: Speaker) -> ET.Element:
    said: list[Child] = [h("code", one.code), f" {one.about.name}: "]
    about: list[Child] = [" ", h("code", one.element, class_="meta")] if one.element else []
    return h("li", said, told.problem(one, speak), about)


def _path(
    path: RedlinedPath, element: ShownElement | None, found: ShownDiff
) -> Iterator[ET.Element]:
    speak = found.speak
    (kind, first), *others = path.pictures
    more = [h("details", h("summary", kind_), _picture(path, kind_, svg)) for kind_, svg in others]
    words = (
        [one for one in element.values if one.path[:1] in {("steps",), ("phases",)}]
        if element
        else []
    )
    in_words = h("details", h("summary", speak(_IN_WORDS)), _table(words, found), open="open")
    yield h(
        "div",
        h("h3", path.name, id=f"path-of-{path.id}"),
        _picture(path, kind, first),
        more,
        in_words if words else [],
        class_="redlined",
    )


def _picture(path: RedlinedPath, kind: Said, svg: str) -> ET.Element:
    data = b64encode(svg.encode()).decode()
    alt = f"{path.name.words}: {kind.words}"
    return h("div", h("img", src=f"data:image/svg+xml;base64,{data}", alt=alt), class_="picture")


def _element(one: ShownElement, found: ShownDiff) -> ET.Element:
    speak = found.speak
    if one.id == SETTINGS_ID:
        return h("section", _table(one.values, found), class_="el")
    letter = [f" ({one.letter})"] if one.letter else []
    ids: list[Child] = [h("code", one.id)]
    if one.was:
        ids = [h("code", one.was), " → ", *ids]
    head = h("h3", _mark(one.type, speak), h("span", one.name, letter), h("span", ids), id=one.id)
    made: list[Child] = [h("p", speak(SAME_CONTENT), class_="meta")] if one.was else []
    if one.values:
        made.append(_table(one.values, found))
    if one.facts:
        facts = [part for label, words in one.facts for part in (h("dt", label), h("dd", words))]
        made.append(h("details", h("summary", speak(_ALL)), h("dl", facts, class_="facts")))
    return h("section", head, made, class_="el")


def _table(values: Sequence[ShownValue], found: ShownDiff) -> ET.Element:
    """Old and new side by side, a row for each thing that differs."""
    speak = found.speak
    heads = [h("th", speak(label), scope="col") for label in (_WHAT, told.BEFORE, told.AFTER)]
    rows = [_row(value, speak) for value in values]
    made = h("table", h("thead", h("tr", heads)), h("tbody", rows))
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=speak(TITLE).shown)


def _row(value: ShownValue, speak: Speaker) -> ET.Element:
    what = h("th", _mark(value.type, speak), " ", value.where, scope="row")
    sides = [_side(value, fate, speak) for fate in ("goes", "comes")]
    for side, place in zip(sides, value.places, strict=True):
        if place:
            side.append(h("span", place, class_="place"))
    return h("tr", what, sides)


def _side(value: ShownValue, fate: str, speak: Speaker) -> ET.Element:
    """One of the two wordings; in a text, what goes and what comes is marked."""
    said = value.before if fate == "goes" else value.after
    if said is None:
        is_moved = value.type is ChangeType.MOVED
        return h("td", "" if is_moved else speak(_NOTHING), class_="none")
    if value.pieces:
        return h("td", list(_marked(value.pieces, fate)))
    return h("td", said)


def _marked(pieces: Sequence[WordPiece], fate: str) -> Iterator[Child]:
    tag = "del" if fate == "goes" else "ins"
    for one in shortened(pieces):
        if one.fate == "stays":
            yield one.words
        elif one.fate == fate:
            bare = one.words.rstrip()
            yield h(tag, bare)
            yield one.words[len(bare) :]
