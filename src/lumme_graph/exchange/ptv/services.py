"""The services of PTV: their texts field by field, who offers them, where they are met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.offer import Service
from lumme_graph.exchange.draft import Draft, ForeignKey, key_of
from lumme_graph.exchange.ptv.concepts import Concepts
from lumme_graph.exchange.ptv.envelope import SERVICE, PtvAnswers
from lumme_graph.exchange.ptv.keys import PTV, organisation_key
from lumme_graph.exchange.ptv.texts import ByTag, PtvTexts, every_word, in_languages, main_word
from lumme_graph.exchange.thing import JsonThing

_ONE_TEXT: Final = Label("the model has one description; the longer text of PTV is taken")
_NO_AREA: Final = Label("the model tells by its offers where a service is to be had")
_CODE: Final = Label("it is a code without words; the text on charges says it")
_PRODUCER: Final = Label("it produces the service; who is responsible offers it")
_GENERAL: Final = Counted(
    "{n} service rests on a general description of PTV, whose texts are not in these files",
    "{n} services rest on general descriptions of PTV, whose texts are not in these files",
)
_RESPONSIBLE: Final = ("Responsible", "OtherResponsible")
_PASSED: Final = ("id", "sourceId", "type", "subType", "publishingStatus", "modified", "areaType")


def service_drafts(
    found: PtvAnswers,
    taken: Mapping[str, JsonThing],
    at: Mapping[str, Sequence[ForeignKey]],
    met: Mapping[str, Sequence[ForeignKey]],
    concepts: Concepts,
    day: date,
) -> Iterator[Draft]:
    """A service each; `at` are the buildings that it is connected with, `met` its other channels."""
    general = 0
    for id_, thing in taken.items():
        general += bool(thing.raw("generalDescriptionId"))
        fields: dict[str, Any] = _texts(thing) | {
            "service_class": concepts.class_of(thing),
            "subjects": concepts.of(thing),
            "touchpoints": list(met.get(id_, ())),
        }
        places = [*_offering(thing), *at.get(id_, ())]
        _pass(thing)
        if id_ in found.gone:
            fields["to"] = {"latest": gone_on(thing, day)}
        else:
            since = {"latest": day.isoformat()}
            fields["offered"] = [{"at": place, "is": "yes", "from": since} for place in places]
        words = main_word(fields["name"])
        yield Draft(Service, key_of(Service, PTV, id_), words, fields)
    if general:
        found.reading.notes.append(_GENERAL.fill(n=general))


def connected(found: PtvAnswers) -> Iterator[tuple[str, str]]:
    """Which service is connected with which channel, as either of them tells."""
    for id_, thing in found.of(SERVICE).items():
        for link in thing.things("serviceChannels"):
            if channel := _linked(link, "serviceChannel"):
                yield id_, channel
    for id_, thing in found.of("channel").items():
        for link in thing.things("services"):
            if service := _linked(link, "service"):
                yield service, id_


def _linked(link: JsonThing, field: str) -> str:
    """The id that a connection names; what else it tells is counted by itself."""
    inner = link.thing(field)
    if inner is None:
        return link.text(f"{field}Id")
    inner.raw("name")
    return inner.text("id")


def gone_on(thing: JsonThing, day: date) -> str:
    """The day by which a thing is gone: when it was changed last, else the day of the files."""
    changed = thing.text("modified")[:10]
    try:
        return min(date.fromisoformat(changed), day).isoformat()
    except ValueError:
        return day.isoformat()


def responsible(thing: JsonThing) -> Iterator[JsonThing]:
    """The organisations that are responsible for a service, as it names them."""
    for one in thing.things("organizations"):
        role, inner = one.text("roleType"), one.thing("organization")
        if inner is None or not inner.text("id"):
            continue
        if role and role not in _RESPONSIBLE:
            one.skip(_PRODUCER)
            inner.silence()
            continue
        yield inner


def _offering(thing: JsonThing) -> Iterator[ForeignKey]:
    for one in responsible(thing):
        yield organisation_key(one.text("id"))


def _texts(thing: JsonThing) -> dict[str, Any]:
    """The texts of a service; the summary stands in where there is no description."""
    names = PtvTexts(thing, "serviceNames")
    told = PtvTexts(thing, "serviceDescriptions")
    fields: dict[str, Any] = {
        "name": names.take("Name", prose=False),
        "description": described(told),
        "instructions": told.take("UserInstruction"),
        "cost": told.take("ChargeTypeAdditionalInfo"),
        "conditions": in_languages(thing, "requirements"),
        "legal_basis": _laws(thing),
        "search_words": search_words(names, every_word(thing, "keywords")),
    }
    names.close()
    told.close()
    return fields


def described(told: PtvTexts) -> ByTag:
    """The description in each language; the summary where there is none."""
    whole, short = told.take("Description"), told.take("Summary")
    told.leave("Summary", _ONE_TEXT, within=whole)
    return short | whole


def search_words(names: PtvTexts, keywords: Mapping[str, Sequence[str]]) -> ByTag:
    """Other names and keywords by language, commas between."""
    other = names.take("AlternativeName", prose=False)
    found = {tag: [other[tag]] if tag in other else [] for tag in (*other, *keywords)}
    for tag, words in keywords.items():
        found[tag] += words
    return {
        tag: ", ".join(dict.fromkeys(map(_without_commas, words))) for tag, words in found.items()
    }


def _without_commas(words: str) -> str:
    return " ".join(words.replace(",", " ").split())


def _laws(thing: JsonThing) -> ByTag:
    """The laws by name and address, one a line, in each language."""
    lines: dict[str, list[str]] = {}
    for law in thing.things("legislation"):
        pages = {one.text("language"): one.text("url") for one in law.things("webPages")}
        for page in law.things("webPages"):
            page.raw("value")
        for tag, name in in_languages(law, "names").items():
            address = pages.get(tag)
            lines.setdefault(tag, []).append(f"{name} ({address})" if address else name)
    return {tag: "\n".join(told) for tag, told in lines.items()}


def _pass(thing: JsonThing) -> None:
    for field in _PASSED:
        thing.raw(field)
    thing.leave("areas", _NO_AREA)
    thing.leave("serviceChargeType", _CODE)
