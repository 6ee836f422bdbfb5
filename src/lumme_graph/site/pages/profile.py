"""The page of a customer profile: who they are, what they want, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.journeys import Path
from lumme_graph.meta.spec import label_of_field
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.parts.facts import KeyFact, facts
from lumme_graph.site.parts.pictures import picture
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.site.plan import plural

_PATHS: Final = Label("Paths", "of a profile")
_CARD: Final = Label("The profile as a card")
_LISTS: Final = ("tasks", "needs", "barriers", "triggers", "asks_of_staff")


def body(here: Here, profile: Profile) -> Body:
    """Who a group of customers is."""
    return Body(
        title=here.say(profile.name),
        kicker=here.speak.capital(profile.kind.label),
        main=_main(here, profile),
        aside=[desk(here, profile)],
        crumb=plural(Profile),
    )


def _main(here: Here, profile: Profile) -> Iterator[Child]:
    if profile.life_situation:
        yield h(
            "p", here.speak.capital(profile.life_situation), here.letter(profile), class_="lede"
        )
    yield facts(
        KeyFact(_label(here, "relation"), [here.speak.capital(profile.relation.label)]),
        KeyFact(_label(here, "status"), [here.speak.capital(profile.status.label)]),
    )
    for name in _LISTS:
        words: tuple[Text, ...] = getattr(profile, name)
        if words:
            yield h("h2", _label(here, name), id=name.replace("_", "-"))
            yield h("ul", [h("li", here.say(one)) for one in words])
    yield from _linked(here, profile)
    yield h("h2", here.say(_CARD), id="card")
    yield from picture(here, "profile", profile.id)
    yield from everything(here, profile)


def _linked(here: Here, profile: Profile) -> Iterator[Child]:
    paths = [path for path in here.graph.all(Path) if profile.id in path.profiles]
    if paths:
        yield h("h2", here.say(_PATHS), id="paths")
        yield h("ul", [h("li", here.link(path), here.letter(path)) for path in paths])
    for name in ("services", "touchpoints"):
        refs: tuple[str, ...] = getattr(profile, name)
        if refs:
            yield h("h2", _label(here, name), id=name)
            yield h("ul", [h("li", here.link(ref)) for ref in refs])


def _label(here: Here, field: str) -> Said:
    return here.speak.capital(label_of_field(Profile, field))
