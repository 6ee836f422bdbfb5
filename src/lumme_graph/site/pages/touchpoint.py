"""The page of a touchpoint: what one does there, where it is, and who meets the library there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lumme_graph.analysis.touchpoints import meetings, path_places
from lumme_graph.base.label import Label
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Service, Touchpoint
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.where_used import users
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.facts import KeyFact, facts
from lumme_graph.site.parts.offers import offers
from lumme_graph.site.parts.pictures import picture
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.parts.steps import step_anchor
from lumme_graph.site.parts.uses import sections_about

_CHANNEL: Final = Label("Channel")
_FORMERLY: Final = Label("Formerly", "names of earlier days")
_SERVICES: Final = Label("Services that you meet here")
_STEPS: Final = Label("Steps that lead through it")
_PROMISED: Final = Label("What is promised here")
_PROFILES: Final = Label("Who meets the library here")
_GUIDE: Final = Label("In the guide")
_DRAWN: Final = Label("All on one sheet")


def body(here: Here, touchpoint: Touchpoint) -> Body:
    """What a touchpoint is, and what leads through it."""
    return Body(
        title=here.say(touchpoint.name),
        kicker=here.speak.capital(touchpoint.kind.label),
        main=_main(here, touchpoint),
        aside=[desk(here, touchpoint)] if here.is_for_staff else [],
        crumb="touchpoints",
        description=here.say(touchpoint.description) if touchpoint.description else None,
    )


def _main(here: Here, touchpoint: Touchpoint) -> Iterator[Child]:
    if touchpoint.description:
        yield h("p", here.say(touchpoint.description), here.letter(touchpoint), class_="lede")
    yield facts(*_facts(here, touchpoint))
    yield from offers(here, touchpoint)
    yield from _listed(here, _SERVICES, "services", users(here.graph, touchpoint, Service))
    yield from _steps(here, touchpoint)
    yield from _listed(here, _GUIDE, "guide", sections_about(here, touchpoint))
    yield from _listed(here, _PROMISED, "promised", users(here.graph, touchpoint, Commitment))
    if here.is_for_staff:
        yield from _listed(here, _PROFILES, "profiles", users(here.graph, touchpoint, Profile))
        yield h("h2", here.say(_DRAWN), id="drawing")
        yield from picture(here, "touchpoint", touchpoint.id)
        yield from everything(here, touchpoint)


def _facts(here: Here, touchpoint: Touchpoint) -> Iterator[KeyFact]:
    yield KeyFact(here.say(_CHANNEL), [here.speak.capital(touchpoint.channel.label)])
    for former in touchpoint.former_names:
        yield KeyFact(
            here.say(_FORMERLY), [here.say(former.name), *here.letter(former, touchpoint)]
        )


def _listed(here: Here, head: Label, anchor: str, found: Sequence[KeptElement]) -> Iterator[Child]:
    if found:
        yield h("h2", here.say(head), id=anchor)
        yield h("ul", [h("li", here.link(one), here.letter(one)) for one in found])


def _steps(here: Here, touchpoint: Touchpoint) -> Iterator[Child]:
    """The steps through it, in the order of the paths; a step on no page here is left out."""
    met = [one for one in meetings(here.day, touchpoint) if here.href(one.path.id)]
    places = path_places(here.day)
    met.sort(key=lambda one: (places[one.path.id], one.number))
    if met:
        yield h("h2", here.say(_STEPS), id="steps")
        items = [
            h(
                "li",
                here.link(one.path, fragment=step_anchor(one.path, one.step)),
                f", {one.number}/{len(one.path.steps)}: ",
                here.say(one.step.action),
                here.letter(one.step, one.path),
            )
            for one in met
        ]
        yield h("ul", items)
