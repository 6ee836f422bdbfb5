"""The page of a service path: how it goes, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.elements.journeys import Path
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.facts import KeyFact, facts
from lumme_graph.site.parts.pictures import picture
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.parts.steps import at_libraries, steps
from lumme_graph.site.parts.uses import sections_about

_WHERE: Final = Label("Where")
_WHO: Final = Label("Who", "for whom a path is")
_GOAL: Final = Label("Goal", "of a customer")
_SERVICE: Final = Label("Service")
_STEPS: Final = Label("How it goes")
_DRAWN: Final = Label("The same as a drawing")
_JOURNEY: Final = Label("The journey: where it is easy and where it hurts")
_BLUEPRINT: Final = Label("Who must do what")
_GUIDE: Final = Label("In the guide")


def body(here: Here, path: Path) -> Body:
    """How a path goes."""
    return Body(
        title=here.say(path.name),
        kicker=here.speak.capital(path.kind.label),
        main=_main(here, path),
        aside=[desk(here, path)] if here.is_for_staff else [],
        crumb="paths",
        description=here.say(path.description) if path.description else None,
    )


def _main(here: Here, path: Path) -> Iterator[Child]:
    if path.description:
        yield h("p", here.say(path.description), here.letter(path), class_="lede")
    yield facts(*_facts(here, path))
    yield h("h2", here.say(_STEPS), id="steps")
    yield from steps(here, path)
    found = sections_about(here, path)
    if found:
        yield h("h2", here.say(_GUIDE), id="guide")
        yield h("ul", [h("li", here.link(section)) for section in found])
    yield h("h2", here.say(_DRAWN), id="drawing")
    yield from picture(here, "path", path.id)
    if here.is_for_staff:
        yield h("h2", here.say(_JOURNEY), id="journey")
        yield from picture(here, "journey", path.id, facts=True)
        yield h("h2", here.say(_BLUEPRINT), id="blueprint")
        yield from picture(here, "blueprint", path.id, facts=True)
        yield from everything(here, path)


def _facts(here: Here, path: Path) -> Iterator[KeyFact]:
    yield KeyFact(here.say(_WHERE), [at_libraries(here, path)])
    if path.goal:
        yield KeyFact(here.say(_GOAL), [here.say(path.goal)])
    service = here.graph.get(path.service)
    if service:
        yield KeyFact(here.say(_SERVICE), [here.link(service)])
    if here.is_for_staff and path.profiles:
        yield KeyFact(here.say(_WHO), here.links(path.profiles))
