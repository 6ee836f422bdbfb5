"""What the sheets of all workshops share: their heads, who raised something, where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.events import Event
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import fact, head
from lumme_graph.views.shapes import Ask, AskLook, Box, DrawnFact, Head, Sign

NEW: Final = "new"
"""What the things are called, with a number, that are still to be found."""
_EVENT = Label("Workshop: {name} ({id}).")
_AT = Label("Event, place and day")
_KNOWN = Label("What the model says today is printed; what is said is written beside.")


def form_head(
    graph: ServiceGraph,
    speak: Speaker,
    kind: Message,
    title: Sayable,
    description: Message,
    *,
    id_: str,
    event: Event | None,
    knows: bool,
) -> Head:
    """The head of a workshop's sheet: its note line says at which event it is filled in."""
    made: list[Sayable] = []
    if event:
        made.append(_EVENT.fill(name=event.name, id=event.id))
    if knows:
        made.append(_KNOWN)
    return head(graph, speak, id_, kind, title, description, made=made)


def form_id(kind: str, of: str, event: Event | None) -> str:
    """What a sheet is called: its kind, what of the model stands on it, and the event."""
    return "-".join(part for part in (f"workshop-{kind}", of, event.id if event else "") if part)


def asked(
    speak: Speaker,
    id_: str,
    words: Message,
    look: AskLook,
    hint: Message | None = None,
    *,
    share: float = 1.0,
    choices: Sequence[Sign] = (),
    tells: Sequence[str] = (),
) -> Ask:
    """What a form asks, said."""
    return Ask(
        id_,
        speak.capital(words),
        look,
        speak(hint) if hint else None,
        tuple(choices),
        share,
        tuple(tells),
    )


def field(speak: Speaker, id_: str, label: Message, words: Sayable | None = None) -> DrawnFact:
    """A field of the whole; empty where it is written by hand."""
    return fact(speak, f"field/{id_}", label, words or "")


def event_field(speak: Speaker, event: Event | None) -> tuple[DrawnFact, ...]:
    """Where event, place and day are written, of a sheet that no event is named for."""
    return () if event else (field(speak, "event", _AT),)


def to_find(count: int, start: int = 1, *, numbered: bool = True) -> tuple[Box, ...]:
    """Things that are still to be found."""
    return tuple(
        Box(f"{NEW}-{n}", (), n if numbered else None) for n in range(start, start + count)
    )
