"""The page on accessibility: what is checked, what is not, and what is known not to work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.registry import PAGES

_LEDE: Final = Label(
    "These pages are meant for everybody: with a keyboard, with large letters, on a small screen, "
    "without scripts, printed on paper."
)
_CHECKED: Final = Label("What is checked")
_CHECKED_BY: Final = Label("By tests of the program that makes the pages:")
_CHECKS: Final = (
    Label("every type of page with the tool axe-core, in light and dark: no violation"),
    Label("all that can be done, by keyboard alone; the first key leads past the menus"),
    Label("reading at a width of 320 pixels without scrolling sideways; wide tables scroll alone"),
    Label("the contrast of all texts, at least 4.5 to 1"),
    Label("the language of each page, and of each line in another language"),
    Label("headings in their order, one first heading, a title of its own for each page"),
    Label("that nothing is told by colour alone: each mark has a letter or a word"),
)
_NOT_CHECKED: Final = Label("What is not checked")
_OPEN: Final = (
    Label("screen readers: the pages have been tried with none of them"),
    Label("Safari and older browsers"),
    Label("the wording of the texts: whether they are in plain language is not known"),
    Label("sign language and easy-to-read versions: there are none"),
)
_PICTURES: Final = Label("Pictures")
_PICTURES_SAID: Final = Label(
    "A drawing of a path has all its content beside it as a list or a table. On a small screen a "
    "large drawing is scrolled sideways."
)
_PDF: Final = Label("PDF")
_PDF_SAID: Final = Label(
    "Where the guide is also given as PDF, the file is tagged, with headings, a language and texts "
    "for its pictures, and is made to the standard PDF/UA-1. It has not been tried with screen "
    "readers either; the web pages say the same."
)
_FEEDBACK: Final = Label("If something does not work")
_FEEDBACK_SAID: Final = Label(
    "The model names no address for feedback on accessibility. Tell it to the staff of a library."
)
_LIBRARIES: Final = Label("Libraries")


def body(here: Here) -> Body:
    """What is known of the accessibility of the site."""
    return Body(title=here.say(PAGES["accessibility"].name), main=_main(here))


def _main(here: Here) -> Iterator[Child]:
    yield h("p", here.say(_LEDE), class_="lede")
    yield h("h2", here.say(_CHECKED), id="checked")
    yield h("p", here.say(_CHECKED_BY))
    yield _list(here, _CHECKS)
    yield h("h2", here.say(_NOT_CHECKED), id="not-checked")
    yield _list(here, _OPEN)
    yield h("h2", here.say(_PICTURES), id="pictures")
    yield h("p", here.say(_PICTURES_SAID))
    yield h("h2", here.say(_PDF), id="pdf")
    yield h("p", here.say(_PDF_SAID))
    yield h("h2", here.say(_FEEDBACK), id="feedback")
    href = here.href("libraries")
    link: list[Child] = [" ", h("a", here.say(_LIBRARIES), href=href)] if href else []
    yield h("p", here.say(_FEEDBACK_SAID), link)


def _list(here: Here, items: Sequence[Label]) -> ET.Element:
    return h("ul", [h("li", here.say(one)) for one in items])
