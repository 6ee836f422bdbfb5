"""A service path as a list: what the drawing shows, to read, to hear and to follow by links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.ways import WayOn, ways
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement, Standing
from lumme_graph.elements.journeys import FEELINGS, Feeling, Lane, Path, Step
from lumme_graph.meta.spec import label_of_field
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.icons import face, icon
from lumme_graph.views.drawn.step_facts import duration, where

COUNT: Final = Counted("{n} step", "{n} steps")
_ON: Final = Label("Then", "the way on from a step")
_STEP: Final = Label("step {n}")
_ALL_OURS: Final = Label(
    "The path and its order are {standing}; a letter on a step says where the step itself comes from."
)
_TAKES: Final = Label("takes {time}")
_OURS: Final = Label("invented: {what}")
_THINKS: Final = Label("“{thought}”")


def steps(here: Here, path: Path) -> list[Child]:
    """The steps in order, under their phases where there are any; branches are links."""
    onward: dict[int, list[WayOn]] = {}
    for way in ways(path):
        onward.setdefault(way.source, []).append(way)
    names = {phase.id: phase.name for phase in path.phases}
    made: list[Child] = [_standing(here, path, path.standing)] if path.standing else []
    numbered = list(enumerate(path.steps))
    for phase, some in groupby(numbered, key=lambda one: one[1].phase):
        if phase in names:
            made.append(h("h3", here.say(names[phase])))
        items = [_step(here, path, at, step, onward.get(at, [])) for at, step in some]
        first = next(at for at, step in numbered if step.phase == phase and items) + 1
        made.append(h("ol", items, class_="path", **({"start": f"{first}"} if first > 1 else {})))
    return made


def step_anchor(path: Path, step: Step) -> str:
    """Where a step stands on the page of its path."""
    return f"{path.id}.{step.id}"


def at_libraries(here: Here, path: Path) -> Said:
    """At which libraries a path holds, as far as that is known."""
    return here.say(where(here.graph, path))


def _standing(here: Here, path: Path, standing: Standing) -> ET.Element:
    said = here.say(_ALL_OURS, standing=standing.label)
    return h("p", said, here.letter(path), class_="meta")


def _step(here: Here, path: Path, at: int, step: Step, onward: list[WayOn]) -> ET.Element:
    what = [
        h("p", _actor(here, step), class_="who"),
        h("p", here.say(step.action), here.letter(step, path), class_="do"),
        *_touchpoint(here, path, step),
        *[h("p", part, class_="meta") for part in _details(here, path, step)],
        *_ways(here, path, at, onward),
    ]
    feeling = [_feeling(here, path, step.feeling)] if here.is_for_staff and step.feeling else []
    look = "customer" if step.lane is Lane.CUSTOMER else "library"
    number = h("span", f"{at + 1}", class_="n")
    return h(
        "li",
        number,
        h("div", what, class_="what"),
        feeling,
        id=step_anchor(path, step),
        class_=look,
    )


def _actor(here: Here, step: Step) -> Child:
    """Who does it; customers are not told which profile is meant."""
    actor = here.graph.get(step.actor.ref)
    if actor is None or (isinstance(actor, Profile) and not here.is_for_staff):
        return here.speak.capital(step.actor.kind_.label)
    return here.link(actor)


def _touchpoint(here: Here, path: Path, step: Step) -> list[Child]:
    touchpoint = here.graph.get(step.touchpoint)
    if touchpoint is None:
        return []
    own = step.touchpoint_standing
    letter = here.letter_of(own) if own and own is not (step.standing or path.standing) else []
    return [
        h(
            "p",
            icon(touchpoint.channel.value),
            h("span", here.link(touchpoint), letter),
            class_="tp",
        )
    ]


def _details(here: Here, path: Path, step: Step) -> Iterator[list[Child]]:
    """What else is told of a step; to customers only how long it takes, and what is invented."""
    if step.duration is not None:
        yield [here.say(_TAKES, time=duration(step.duration))]
    if step.ours:
        yield [here.say(_OURS, what=step.ours), *here.letter_of(Standing.ILLUSTRATIVE)]
    if here.is_for_staff:
        yield from _for_staff(here, path, step)


def _for_staff(here: Here, path: Path, step: Step) -> Iterator[list[Child]]:
    referred: tuple[KeptElement | None, ...] = (
        here.graph.get(step.rule),
        here.graph.get(step.practice),
    )
    for one in referred:
        if one is not None:
            yield [here.speak.capital(one.kind.label), ": ", here.link(one)]
    if step.system:
        yield [_label(here, "system"), ": ", here.say(step.system)]
    for name in ("pains", "gains"):
        words: tuple[Text, ...] = getattr(step, name)
        if words:
            yield [_label(here, name), ": ", *_apart([here.say(one) for one in words])]
    for thought in step.thoughts:
        yield [here.say(_THINKS, thought=thought.text), *here.letter(thought)]
    for mark in step.marks:
        yield [
            here.speak.capital(mark.type.label),
            ": ",
            here.say(mark.text),
            *here.letter(mark, path),
        ]
    if step.needs:
        yield [_label(here, "needs"), ": ", *here.links(step.needs)]
    for felt in step.feelings:
        said = here.say(FEELINGS[felt.value])
        yield [here.link(felt.profile), ": ", said, *here.letter(felt, path)]


def _label(here: Here, field: str) -> Said:
    return here.speak.capital(label_of_field(Step, field))


def _apart(said: list[Said]) -> list[Child]:
    made: list[Child] = []
    for one in said:
        made += ["; ", one] if made else [one]
    return made


def _feeling(here: Here, path: Path, feeling: Feeling) -> ET.Element:
    own = feeling.standing
    letter = here.letter_of(own) if own and own is not path.standing else []
    return h(
        "p",
        face(feeling.value),
        h("span", here.say(FEELINGS[feeling.value]), letter),
        class_="feel",
    )


def _ways(here: Here, path: Path, at: int, onward: list[WayOn]) -> list[Child]:
    """The ways on, where they are not simply to the following step."""
    if [way.target for way in onward] == [at + 1] and not onward[0].when:
        return []
    items = [h("li", *_way(here, path, way)) for way in onward]
    return [h("ul", items, class_="ways")] if items else []


def _way(here: Here, path: Path, way: WayOn) -> tuple[Child, ...]:
    anchor = step_anchor(path, path.steps[way.target])
    words = here.say(_STEP, n=way.target + 1)
    when = here.speak.capital(way.when) if way.when else here.say(_ON)
    return when, ": ", h("a", words, href=f"#{anchor}")
