"""Where something is offered: a card for each library, with since when, at which branches, and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar
from xml.etree import ElementTree as ET

from lumme_graph.analysis.offered import ItemAt, OfferedAt, SpotOffer, offered_at
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.order import key
from lumme_graph.base.truth import Truth
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Coverable, YesNo
from lumme_graph.graph.offers import Span
from lumme_graph.graph.service_graph import E
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.here import Here
from lumme_graph.site.parts.sentence import sentence
from lumme_graph.site.parts.times import times, until

T = TypeVar("T")

STATES: Final[dict[Truth, tuple[str, str, Label]]] = {
    True: ("done", "●", Label("yes", "is it offered")),
    False: ("no", "–", Label("no", "is it offered")),
    None: ("unknown", "?", Label("not known", "is it offered")),
}
"""How the answer looks whether something is offered: class, sign and word."""

WHERE: Final = Label("Where", "something is offered")
_KNOWN: Final = Label("As it is known on {day}.")
_UNKNOWN: Final = Label("“Not known” does not mean that it is not offered.")
_SAME: Final = Counted("At the {n} library: {said}.", "At all {n} libraries: {said}.")
_NO_UNTIL: Final = Label("no {time}", "until a day")
_YES_UNTIL: Final = Label("yes {time}", "until a day")
_SINCE_UNKNOWN: Final = Label("not known since then")
_NOT_AT: Final = Label("not at {names}")
EVERYWHERE: Final = Counted("at the {n} library", "at all {n} libraries")
OFFERED: Final = Counted("at {k} of {n} library", "at {k} of {n} libraries")
OPEN_HERE: Final = Counted(
    "Of {n} item it is not known whether it is offered here",
    "Of {n} items it is not known whether they are offered here",
)
MANY: Final = 60
"""Of more than so many of which it is not known whether they are offered, only the number is told."""
OPEN: Final = Counted("not known of {n} library", "not known of {n} libraries")


def state(here: Here, truth: Truth) -> ET.Element:
    """Yes, no or not known, as a small sign."""
    look, sign, word = STATES[truth]
    return h("span", h("span", sign, aria_hidden="true"), " ", here.say(word), class_=f"st {look}")


def offers(here: Here, item: Coverable) -> Iterator[Child]:
    """The chapter that says at which libraries something is offered; nothing without libraries."""
    found = offered_at(here.day, item)
    if not found:
        return
    yield h("h2", here.say(WHERE), id="where")
    shared = _shared(here, found)
    lead: list[Child] = [here.say(_KNOWN, day=here.day.date)]
    if any(one.state is None for one in found):
        lead += [" ", here.say(_UNKNOWN)]
    if shared:
        lead += [" ", *sentence(here, _SAME, {"said": shared}, n=len(found))]
    yield h("p", lead)
    listed, left = _without_many_unknown(found, [one.state for one in found])
    cards = [_card(here, one, alike=bool(shared)) for one in by_name(here, listed)]
    if cards:
        yield h("ul", cards, class_="offer")
    if left:
        yield h("p", here.speak.capital(OPEN, n=left), ".")


def _without_many_unknown(found: Sequence[T], states: Sequence[Truth]) -> tuple[list[T], int]:
    """What to list: without those that are not known, where they are many; and how many these are."""
    unknown = states.count(None)
    if unknown <= MANY:
        return list(found), 0
    told = zip(found, states, strict=True)
    return [one for one, truth in told if truth is not None], unknown


def by_name(here: Here, found: Iterable[OfferedAt]) -> list[OfferedAt]:
    """By the names of the libraries, in the alphabet of the language."""
    return sorted(found, key=lambda one: key(here.name(one.library).words, here.lang))


def alphabetical(here: Here, elements: Iterable[E]) -> list[E]:
    """Elements by their names, in the alphabet of the language."""
    return sorted(elements, key=lambda one: key(here.name(one).words, here.lang))


def _shared(here: Here, found: Sequence[OfferedAt]) -> list[Child]:
    """What is said of each library, where that is the same of many."""
    first = found[0]
    alike = all((one.state, one.now, one.before, one.spots) == first[1:] for one in found)
    return _details(here, first) if alike and len(found) > 1 else []


def offers_at(here: Here, found: Sequence[ItemAt]) -> list[ET.Element]:
    """Items at one library: those offered, those not, those not known; each by name."""
    order = {truth: place for place, truth in enumerate((True, False, None))}
    listed, left = _without_many_unknown(found, [one.at.state for one in found])
    items = sorted(
        listed, key=lambda one: (order[one.at.state], key(here.name(one.item).words, here.lang))
    )
    cards = [answer_card(here, one.item, one.at.state, _details(here, one.at)) for one in items]
    more = [h("p", here.say(OPEN_HERE, n=left), ".")] if left else []
    return [*([h("ul", cards, class_="offer")] if cards else []), *more]


def answer_card(
    here: Here, element: KeptElement, truth: Truth, small: Sequence[Child]
) -> ET.Element:
    """An element with yes, no or not known, and what is said of that."""
    look = {"class_": "unknown"} if truth is None else {}
    told = [h("small", small)] if small else []
    return h("li", here.link(element), state(here, truth), told, **look)


def _card(here: Here, one: OfferedAt, *, alike: bool) -> ET.Element:
    return answer_card(here, one.library, one.state, [] if alike else _details(here, one))


def _details(here: Here, one: OfferedAt) -> list[Child]:
    """Since when, what was before, and at which branches; each with the letter of its standing."""
    made: list[Child] = []
    parts = [
        *([_time(here, one.now)] if one.now else []),
        *([_past(here, one.before, one.state)] if one.before else []),
        *_spots(here, one.spots),
    ]
    for part in filter(None, parts):
        made += ["; ", *part] if made else part
    return made


def _time(here: Here, span: Span) -> list[Child]:
    said = times(span.from_, span.to)
    letter = here.letter(span)
    return [here.speak.in_digits(said), *letter] if said else letter[1:]


def _past(here: Here, span: Span, now: Truth) -> list[Child]:
    if span.to is None:
        return []
    words = _YES_UNTIL if span.is_ is YesNo.YES else _NO_UNTIL
    said: list[Child] = [here.speak.in_digits(words, time=until(span.to)), *here.letter(span)]
    return [*said, ", ", here.say(_SINCE_UNKNOWN)] if now is None else said


def _spots(here: Here, spots: Sequence[SpotOffer]) -> Iterator[list[Child]]:
    for answer, words in ((YesNo.YES, None), (YesNo.NO, _NOT_AT)):
        named = [spot for spot in spots if spot.is_ is answer]
        if named:
            links = here.links(alphabetical(here, dict.fromkeys(spot.at for spot in named)))
            letter = here.letter(named[0].said)
            yield [*(sentence(here, words, {"names": links}) if words else links), *letter]


def offered_count(here: Here, item: Coverable) -> tuple[Message, Message | None] | None:
    """At how many libraries it is offered, and of how many that is not known; None without any."""
    row = here.day.offers.row(item)
    if not row:
        return None
    known, open_ = row.count(True), row.count(None)
    words = EVERYWHERE.fill(n=known) if known == len(row) else OFFERED.fill(k=known, n=len(row))
    return words, OPEN.fill(n=open_) if open_ else None
