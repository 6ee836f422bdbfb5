"""The contents of the guide: each section with its first sentence; for staff how far each is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.label import Label
from lumme_graph.elements.guide import Section
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.icons import bar
from lumme_graph.site.parts.contents import CONTENTS, there
from lumme_graph.site.parts.prose import lead
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.staff import cells_done, written

_ALL: Final = Label("Coverage, item by item")


def body(here: Here) -> Body:
    """The guide, section by section."""
    guide = here.plan.guide
    return Body(
        title=here.say(CONTENTS),
        main=_main(here),
        description=here.say(guide.description) if guide and guide.description else None,
    )


def _main(here: Here) -> Iterator[Child]:
    guide = here.plan.guide
    if guide and guide.description:
        yield h("p", text(here, guide.description), here.letter(guide), class_="lede")
    if here.is_for_staff:
        yield from _coverage(here)
    shown = here.plan.sections if here.is_for_staff else there(here)
    yield h("ol", [_entry(here, section) for section in shown], class_="steps book")


def _coverage(here: Here) -> Iterator[Child]:
    done = covered(here.day).done
    if done.d:
        href = here.href("coverage")
        more: list[Child] = [" ", h("a", here.say(_ALL), href=href)] if href else []
        yield h("div", bar(done.n, done.d), h("p", cells_done(here, done), ".", more))


def _entry(here: Here, section: Section) -> ET.Element:
    said = lead(here, section)
    line = [h("p", said)] if said else []
    status = [h("p", _status(here, section), class_="meta")] if here.is_for_staff else []
    return h("li", h("h2", here.link(section)), line, status)


def _status(here: Here, section: Section) -> list[Child]:
    why = [" ", *text(here, section.reason)] if section.reason else []
    return [*written(here, section), *why]
