"""One printed page for those who decide: how far the guide is, what is promised, planned and paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.largest import ItemGap, largest_gaps
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.analysis.money import Sum
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.things import Missing
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.icons import bar
from lumme_graph.site.parts.door import draft_mark
from lumme_graph.site.registry import PAGES
from lumme_graph.views.decide import next_act, told_aims, told_money, told_plans, told_promise

_AS_OF: Final = Label("As of {day}. Every number leads to what it counts.")
_GUIDE: Final = Label("How far the guide is")
_DONE: Final = Label("of the guide is done: {n} of {d} cells")
_CELL: Final = Label(
    "A cell is one thing that the guide must tell, at one library, in one language."
)
_UNKNOWN: Final = Counted(
    "cell of which nobody has recorded whether the library offers it; it is left out of the count",
    "cells of which nobody has recorded whether the library offers it; they are left out of the "
    "count",
)
_GAPS: Final = Label("The three largest gaps")
_GAP: Final = Counted("{n} cell of {d} is not covered", "{n} cells of {d} are not covered")
_NO_GAP: Final = Label("Nothing that is counted is missing.")
_FIRST: Final = Label("What helps most: {act} – {n} cells.")
_PROMISE: Final = Label("What is promised")
_COMMITMENTS: Final = Label("{n} commitments; {counted} with a measure that the model counts.")
_NO_PROMISE: Final = Label("The model holds no promise.")
_MONEY: Final = Label("Money")
_PROJECT: Final = Label("Project")
_PLANNED: Final = Label("planned")
_GRANTED: Final = Label("granted")
_OWN: Final = Label("own")
_UNFUNDED: Final = Label("not funded")
_OTHERS: Final = Counted(
    "Of {n} more project no sums are recorded.", "Of {n} more projects no sums are recorded."
)
_NO_MONEY: Final = Label("No sums are recorded.")
_BY_AIM: Final = Label("What is done, by aim")
_AIM: Final = Label("Aim")
_DECIDED: Final = Label("What is decided or done, what is planned")
_MORE: Final = Label("and {n} more")
_NOTHING: Final = Label("nothing")
_SHOWN: Final = 3
"""How many of several things are named."""


def body(here: Here) -> Body:
    """The state of things on a page that prints on one sheet."""
    main = h("div", *_main(here), class_="a4")
    return Body(title=here.say(PAGES["decide"].name), main=[main], look="sheet")


def _main(here: Here) -> Iterator[Child]:
    yield h("p", here.say(_AS_OF, day=here.day.date), class_="meta")
    for title, part in (
        (_GUIDE, _guide),
        (_GAPS, _gaps),
        (_PROMISE, _promise),
        (_DECIDED, _decided),
        (_MONEY, _money),
        (_BY_AIM, _aims),
    ):
        look = {"class_": "whole"} if title in {_MONEY, _BY_AIM} else {}
        yield h("section", h("h2", here.say(title)), *part(here), **look)


def _guide(here: Here) -> Iterator[Child]:
    coverage = covered(here.day)
    done, unknown = coverage.done, coverage.states[CellState.UNKNOWN]
    href = here.href("coverage")
    yield h(
        "p",
        h("a", h("strong", here.say(done.share)), href=href, class_="big-number"),
        " ",
        here.say(_DONE, n=done.n, d=done.d),
    )
    yield bar(done.n, done.d)
    number = h("a", h("strong", here.say(unknown)), href=href)
    yield h("p", number, " ", here.say(_UNKNOWN, n=unknown))
    yield h("p", here.say(_CELL), class_="meta")


def _gaps(here: Here) -> Iterator[Child]:
    found = largest_gaps(here.day)[:_SHOWN]
    if not found:
        yield h("p", here.say(_NO_GAP))
        return
    yield h("ol", [_gap(here, one) for one in found])
    first = next_act(here.day)
    if first:
        yield h("p", here.say(_FIRST, act=first.words, n=first.gain), class_="meta")


def _gap(here: Here, gap: ItemGap) -> ET.Element:
    words = here.say(_GAP, n=gap.size, d=gap.done.d)
    shown = bar(gap.done.n, gap.done.d, ("gap", gap.size))
    return h("li", here.link(gap.item), ": ", words, shown)


def _promise(here: Here) -> Iterator[Child]:
    told = told_promise(here.day)
    if told is None:
        yield h("p", here.say(_NO_PROMISE))
        return
    promise, found, counted = told
    yield h("p", here.link(promise), here.letter(promise), draft_mark(here, promise.status))
    yield h("p", here.say(_COMMITMENTS, n=len(found), counted=counted))
    yield h("p", *_named(here, found), class_="meta")


def _money(here: Here) -> Iterator[Child]:
    """The projects of which sums are recorded."""
    told_of, rest = told_money(here.day)
    if not told_of:
        yield h("p", here.say(_NO_MONEY))
        return
    heads = (_PROJECT, _PLANNED, _GRANTED, _OWN, _UNFUNDED)
    rows: list[list[list[Child]]] = []
    for project, sums in told_of[:_SHOWN]:
        amounts: list[list[Child]] = [[here.say(_of(amount))] for amount in sums]
        rows.append([[here.link(project)], *amounts])
    yield _table(here, heads, rows)
    if len(told_of) > _SHOWN:
        yield h("p", here.say(_MORE, n=len(told_of) - _SHOWN), class_="meta")
    if rest:
        yield h("p", here.say(_OTHERS, n=rest), class_="meta")


def _of(amount: Sum) -> Sayable:
    return amount.label if isinstance(amount, Missing) else amount


def _aims(here: Here) -> Iterator[Child]:
    """How many things of each aim are how far."""
    every, aims = told_aims(here.day)
    if not every:
        yield h("p", here.say(_NOTHING))
        return
    rows: list[list[list[Child]]] = []
    for aim, states in aims.items():
        counts: list[list[Child]] = [[here.say(states.get(state, 0))] for state in every]
        rows.append([[here.speak.capital(aim.label)], *counts])
    yield _table(here, (_AIM, *(state.label for state in every)), rows)


def _decided(here: Here) -> Iterator[Child]:
    """Decisions, actions and events by how far they are."""
    items = [
        h("li", h("strong", here.speak.capital(state.label), ": "), *_named(here, acts))
        for state, acts in told_plans(here.day).items()
    ]
    yield h("ul", items) if items else h("p", here.say(_NOTHING))


def _named(here: Here, elements: Sequence[KeptElement]) -> Iterator[Child]:
    """The first of several things, and how many more there are."""
    yield from here.links(elements[:_SHOWN])
    if len(elements) > _SHOWN:
        yield " "
        yield here.say(_MORE, n=len(elements) - _SHOWN)


def _table(here: Here, heads: tuple[Sayable, ...], rows: list[list[list[Child]]]) -> ET.Element:
    """A table of numbers, the first column of which says of what they are."""
    looks: list[dict[str, str]] = [{}, *({"class_": "number"} for _ in heads[1:])]
    head = [
        h("th", here.speak.capital(one), scope="col", **look)
        for one, look in zip(heads, looks, strict=True)
    ]
    body_ = [
        h("tr", [h("td", cell, **look) for cell, look in zip(row, looks, strict=True)])
        for row in rows
    ]
    table = h("table", h("thead", h("tr", head)), h("tbody", body_))
    label = here.say(heads[0]).shown
    return h("div", table, class_="wide", tabindex="0", role="region", aria_label=label)
