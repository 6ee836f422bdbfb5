"""The page of a promise: each commitment, what it rests on, how its keeping is measured, where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.evidence import KeptElement, Standing
from lumme_graph.elements.promise import Basis, Commitment, Promise, Standard
from lumme_graph.indicators.queries import known_value, note_of
from lumme_graph.meta.spec import label_of_field
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.icons import icon
from lumme_graph.site.parts.door import draft_mark, invented_wording
from lumme_graph.site.parts.pictures import picture
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.staff import desk, everything
from lumme_graph.views.drawn.units import compared

_COMMITMENTS: Final = Counted("commitment in it", "commitments in it")
_MEASURED: Final = Label("have a measure that the model counts")
_IN_WORDS: Final = Label("have a measure in words only")
_UNMEASURED: Final = Label("have no measure")
_WORDING: Final = Label("The wording")
_NOT_SAID: Final = Label("It is not said where it comes from.")
_VALUE: Final = Label("The value behind it")
_RESTS_ON: Final = Label("What it rests on")
_MEASURE: Final = Label("How its keeping is measured")
_SEEN: Final = Label("On {day}: {value}")
_NO_MEASURE: Final = Label("No measure.")
_NOT_COUNTED: Final = Label("Not measured: the measure is in words only, and no value is recorded.")
_AIMED: Final = Label("{metric}: {target}")
_NO_TARGET: Final = Label("no target value")
_MET: Final = Label("Where you meet it")
_NOWHERE: Final = Label("Not entered.")
_PART: Final = Label("Your part")
_TREE: Final = Label("The promise as a picture")
_NOTHING: Final = Label("The promise has no commitments yet.")


def body(here: Here, element: KeptElement) -> Body:
    """A promise with all its commitments."""
    promise = here.graph[Promise, element.id]
    described = here.say(promise.description) if promise.description else None
    return Body(
        title=here.name(promise),
        kicker=here.speak.capital(promise.kind.label),
        main=_main(here, promise),
        aside=[desk(here, promise)] if here.is_for_staff else [],
        description=described,
    )


def _main(here: Here, promise: Promise) -> Iterator[Child]:
    found = [one for ref in promise.commitments if (one := here.graph.get(ref))]
    draft = [child for child in draft_mark(here, promise.status) if child != " "]
    if draft:
        yield h("p", draft)
    if promise.description:
        yield h("p", text(here, promise.description), here.letter(promise), class_="lede")
    elif Standing.ILLUSTRATIVE in {promise.standing, *(one.standing for one in found)}:
        yield invented_wording(here)
    if not found:
        yield h("p", here.say(_NOTHING))
        return
    yield _figures(here, found)
    for one in found:
        yield _commitment(here, one)
    yield from _tree(here, promise)
    yield from everything(here, promise)


def _tree(here: Here, promise: Promise) -> Iterator[Child]:
    """The promise as a picture, for staff."""
    drawn = picture(here, "promise", promise.id)
    if drawn:
        yield h("h2", here.say(_TREE), id="picture")
        yield from drawn


def _figures(here: Here, found: list[Commitment]) -> ET.Element:
    """How many there are, and how many are measured how."""
    counted = [one for one in found if here.graph.get(one.indicator)]
    in_words = [one for one in found if one not in counted and one.standard]
    numbers = (
        (here.say(_COMMITMENTS, n=len(found)), len(found)),
        (here.say(_MEASURED), len(counted)),
        (here.say(_IN_WORDS), len(in_words)),
        (here.say(_UNMEASURED), len(found) - len(counted) - len(in_words)),
    )
    items = [h("li", h("strong", here.say(n)), h("span", words)) for words, n in numbers]
    return h("ul", items, class_="figures")


def _commitment(here: Here, one: Commitment) -> ET.Element:
    name = here.link(one) if here.is_for_staff else here.name(one)
    head = h("h2", name, id=one.id)
    return h("section", head, h("dl", list(_facts(here, one)), class_="pledge"), class_="pledged")


def _facts(here: Here, one: Commitment) -> Iterator[ET.Element]:
    standing = [here.speak.capital(one.standing.label), *here.letter(one)] if one.standing else []
    yield h("dt", here.say(_WORDING))
    yield h("dd", standing or here.say(_NOT_SAID), *draft_mark(here, one.status))
    if one.value:
        yield h("dt", here.say(_VALUE))
        yield h("dd", text(here, one.value))
    if one.basis:
        yield h("dt", here.say(_RESTS_ON))
        yield h("dd", h("ul", [h("li", _basis(here, basis, one)) for basis in one.basis]))
    yield h("dt", here.say(_MEASURE))
    yield h("dd", *_measure(here, one))
    yield h("dt", here.say(_MET))
    met = [place for ref in one.kept_at if (place := here.graph.get(ref))]
    links = [h("li", icon(place.channel.value), here.link(place)) for place in met]
    yield h("dd", h("ul", links, class_="tps") if links else here.say(_NOWHERE))
    if one.customer_part:
        yield h("dt", here.say(_PART))
        yield h("dd", text(here, one.customer_part))
    if here.is_for_staff:
        yield from _for_staff(here, one)


def _basis(here: Here, basis: Basis, owner: Commitment) -> list[Child]:
    mark = here.letter(basis, owner)
    if basis.text is None:
        return [here.speak.capital(basis.type.label), *mark]
    return [*text(here, basis.text), *mark, " ", h("small", "– ", here.say(basis.type.label))]


def _measure(here: Here, one: Commitment) -> Iterator[ET.Element]:
    """What is measured, the target or none, and the value with its day or none."""
    indicator = here.graph.get(one.indicator)
    if one.standard:
        standard = _standard(here, one.standard)
        yield h("p", standard, here.letter(one.standard, one))
    if indicator is not None:
        note = note_of(known_value(here.day, indicator))
        said = here.speak.capital(_SEEN, day=here.day.date, value=note)
        link = [here.link(indicator), ". "] if here.is_for_staff else []
        yield h("p", link, said, here.letter(indicator))
    elif one.standard:
        yield h("p", here.say(_NOT_COUNTED), class_="unknown")
    else:
        yield h("p", here.say(_NO_MEASURE), class_="unknown")


def _standard(here: Here, standard: Standard) -> Child:
    target = (
        _NO_TARGET
        if standard.target is None
        else compared(standard.operator, standard.target, standard.unit)
    )
    return here.speak.capital(_AIMED, metric=standard.metric, target=target)


def _for_staff(here: Here, one: Commitment) -> Iterator[ET.Element]:
    """For whom above all it is, who answers for it, when it is looked at again."""
    owner = here.graph.get(one.owner)
    if one.for_:
        yield h("dt", here.speak.capital(label_of_field(Commitment, "for_")))
        yield h("dd", here.links(one.for_))
    yield h("dt", here.speak.capital(label_of_field(Commitment, "owner")))
    yield h("dd", here.link(owner) if owner else here.say(_NOWHERE))
    if one.review:
        yield h("dt", here.speak.capital(label_of_field(Commitment, "review")))
        yield h("dd", here.say(one.review))
