"""What the views of all drawings share: their heads, signs and facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, Self

from lumme_graph.base.label import Joined, Label, Message, Plain
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.elements.evidence import KeptElement, Standing
from lumme_graph.elements.journeys import FEELINGS, Feeling
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.tagged import AnyTags, asked_tags, has_tag
from lumme_graph.views.brand import brand_of
from lumme_graph.views.shapes import DrawnFact, FactRole, Head, Sign

STAYS = "\u00a0"
"""Between two words that stand on one line."""
DOT = "\u00a0· "
"""Between the parts of a list; no line begins with the dot."""

_AS_OF = Label("As of {day}.")
_ABOUT = Label("About")
_ONLY_TAG = Label("Only what has the tag “{tag}”.")
_ONLY_TAGS = Label("Only what has one of the tags {tags}.")
_NO = Label("The model has no {what}.")
_ENTER = Label("The model has no {what}. Enter them in its YAML files, with ids such as {where}.")
_NUMBERS = {-2: "−2", -1: "−1", 0: "0", 1: "+1", 2: "+2"}


class _Only(NamedTuple):
    phase: str
    tag: tuple[str, ...] | None
    for_customers: bool


class Only(_Only):
    """What is drawn of more: the steps of one phase, the elements with one of some tags; all where empty.

    Of a drawing of one element the tag says whether it is drawn, not what it says of others: a
    touchpoint is as much used by paths without the tag. `for_customers` leaves out what the staff
    alone see: feelings, systems, practices, profiles and plans.
    """

    __slots__ = ()

    def __new__(
        cls,
        phase: str = "",
        tag: AnyTags | None = None,
        for_customers: bool = False,
    ) -> Self:
        """The tags are kept each once; raises `ValueRefusedError` for what names none."""
        return super().__new__(cls, phase, asked_tags(tag) or None, for_customers)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that are asked for."""
        return self.tag or ()

    def takes(self, element: KeptElement) -> bool:
        """Has the element a tag that is asked for?"""
        return has_tag(element, self.tags)


ALL = Only()
"""Everything."""


def staff_page(stem: str, speak: Speaker) -> str:
    """Where the site of the model tells the staff all of it, from its root, as paper names it."""
    return f"staff/{speak.lang}/{stem}.html"


def fact(
    speak: Speaker,
    id_: str,
    label: Sayable,
    words: Sayable | Said,
    role: FactRole = "body",
    *,
    value: int | None = None,
    signs: Sequence[Sign] = (),
) -> DrawnFact:
    """A fact, said."""
    said = words if isinstance(words, Said) else speak(words)
    return DrawnFact(id_, speak(label), said, role, value, tuple(signs))


def head(
    graph: ServiceGraph,
    speak: Speaker,
    id_: str,
    kind: Message,
    title: Sayable | Said,
    description: Sayable | Said,
    *,
    fields: Sequence[DrawnFact] = (),
    made: Sequence[Sayable | Said] = (),
) -> Head:
    """The head of a drawing; the day and the id stand at the end of its note line.

    What only some drawings have (state, lacks, blank) is set by `dataclasses.replace`.
    """

    def said(what: Sayable | Said) -> Said:
        return what if isinstance(what, Said) else speak(what)

    statement = graph.settings.statement
    notes = (*made, _AS_OF.fill(day=graph.settings.as_of), id_)
    return Head(
        id=id_,
        kind=speak.capital(kind),
        title=said(title),
        fields=tuple(fields),
        made=tuple(
            fact(speak, f"{id_}/made-{n}", _ABOUT, note, "sub") for n, note in enumerate(notes, 1)
        ),
        description=said(description),
        model=speak(graph.settings.name),
        speak=speak,
        statement=speak(statement) if statement else None,
        brand=brand_of(graph),
    )


def tagged(over: Head, tags: tuple[str, ...]) -> Head:
    """The head of a drawing of what has one of some tags alone: its note line says so."""
    one = _ONLY_TAG.fill(tag=tags[0])
    words = one if len(tags) == 1 else _ONLY_TAGS.fill(tags=", ".join(tags))
    told = fact(over.speak, f"{over.id}/only", _ABOUT, words, "sub")
    return replace(over, made=(told, *over.made))


def lacking(speak: Speaker, what: Message, where: str = "") -> Said:
    """The sentence that the model has nothing of what a drawing shows, and where it is entered."""
    return speak(_ENTER.fill(what=what, where=where) if where else _NO.fill(what=what))


def standing_sign(standing: Standing | None, speak: Speaker) -> Sign | None:
    """The sign of a standing; none where none is said."""
    return Sign("standing", standing.value, speak(standing.label)) if standing else None


def feeling_sign(feeling: Feeling, default: Standing | None, speak: Speaker) -> Sign:
    """The face of a feeling, its words as "−2 frustrated"; open unless it is sourced."""
    is_open = (feeling.standing or default) is not Standing.SOURCED
    return Sign("level", str(feeling.value), speak(feeling_label(feeling.value)), is_open)


def feeling_label(value: int) -> Message:
    """A feeling as "−2 frustrated"."""
    return Joined((Plain(_NUMBERS[value]), FEELINGS[value]), " ")


def channel_sign(touchpoint: Touchpoint, speak: Speaker) -> Sign:
    """The icon of a touchpoint's channel type."""
    return Sign("channel", touchpoint.channel.value, speak(touchpoint.channel.label))
