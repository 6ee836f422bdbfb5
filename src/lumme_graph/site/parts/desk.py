"""What the front page shows to staff alone: figures, work, all that the model holds, and data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.codes import Severity
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.data import FILES, FOLDER
from lumme_graph.site.here import Here
from lumme_graph.site.icons import bar, icon
from lumme_graph.site.judged import findings, waiting
from lumme_graph.site.plan import plural
from lumme_graph.site.registry import PAGES

_STATE: Final = Label("How far the guide is")
_DONE: Final = Label("of the guide is done ({fraction})")
_UNKNOWN: Final = Counted(
    "cell of which it is not known whether the item is offered",
    "cells of which it is not known whether the item is offered",
)
_FOUND: Final = {
    Severity.ERROR: Counted("error in the model", "errors in the model"),
    Severity.WARNING: Counted("warning in the model", "warnings in the model"),
    Severity.INFO: Counted("remark on the model", "remarks on the model"),
}
_WAITING: Final = Counted("text waits for review", "texts wait for review")
_WORK: Final = Label("What there is to do")
_CONTENTS: Final = Label("All that the model holds")
_DATA: Final = Label("Data to take along")
_SAME: Final = Label("The same as in the pages, for other programs.")


class Task(NamedTuple):
    """A page of the staff's work: its icon and what it answers."""

    icon: str
    words: Label


_TASKS: Final = {
    "coverage": Task(
        "section", Label("What the guide tells, at which library, in which language.")
    ),
    "findings": Task("message", Label("What is missing or does not fit, with file and line.")),
    "development": Task(
        "communication", Label("What follows from feedback: needs, targets, decisions, actions.")
    ),
    "questions": Task("search", Label("What the model answers, the answer first.")),
    "decide": Task("e-form", Label("The state of things on one printed page.")),
    "drawings": Task("web-page", Label("Paths, profiles, network and plans as pictures.")),
    "changes": Task("object", Label("What is new, changed or gone since the last edition.")),
}


def figures(here: Here) -> Iterator[ET.Element]:
    """Coverage, what is not known, findings and waiting reviews, each number with its page."""
    found = covered(here.day)
    done, unknown = found.done, found.states[CellState.UNKNOWN]
    counts = Counter(finding.severity for finding in findings(here.day))
    to_review = len(waiting(here.day))
    yield h("h2", here.say(_STATE), id="state")
    yield h(
        "ul",
        _figure(
            here,
            here.say(done.share),
            here.say(_DONE, fraction=done.fraction),
            "coverage",
            bar(done.n, done.d),
        ),
        _figure(here, here.say(unknown), here.say(_UNKNOWN, n=unknown), "coverage"),
        *(
            _figure(here, here.say(counts[one]), here.say(words, n=counts[one]), "findings")
            for one, words in _FOUND.items()
        ),
        _figure(here, here.say(to_review), here.say(_WAITING, n=to_review), "findings"),
        class_="figures",
    )


def _figure(here: Here, number: Said, words: Said, stem: str, *more: Child) -> ET.Element:
    shown = h("a", h("strong", number), h("span", words), href=here.href(stem))
    return h("li", shown, more)


def work(here: Here) -> Iterator[ET.Element]:
    """The pages of the staff's work as cards."""
    yield h("h2", here.say(_WORK), id="work")
    cards = [_task(here, stem, task) for stem, task in _TASKS.items() if here.href(stem)]
    yield h("ul", cards, class_="cards")


def _task(here: Here, stem: str, task: Task) -> ET.Element:
    link = h("a", here.say(PAGES[stem].name), href=here.href(stem))
    sign = h("span", icon(task.icon), class_="pic")
    return h("li", sign, h("h3", link), h("p", here.say(task.words)), class_="card small")


def contents(here: Here) -> Iterator[ET.Element]:
    """Every kind of the model with the number of its elements; each leads to all of them."""
    yield h("h2", here.say(_CONTENTS), id="contents")
    items = [
        h("li", h("a", here.speak.capital(cls.kind.plural), href=href), " ", h("b", here.say(n)))
        for cls in ELEMENTS
        if (n := len(here.graph.all(cls)))
        and (href := here.href(plural(cls)) or here.href("guide"))
    ]
    yield h("ul", items, class_="libs counted")


def data(here: Here) -> Iterator[ET.Element]:
    """The data files of the site."""
    yield h("h2", here.say(_DATA), id="data")
    yield h("p", here.say(_SAME), class_="meta")
    links = [
        h("li", h("a", here.say(name), href=here.to(f"{FOLDER}/{file}")))
        for file, name in FILES.items()
    ]
    yield h("ul", links, class_="links")
