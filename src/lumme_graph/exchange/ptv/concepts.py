"""The classes, target groups, life events and ontology terms of PTV, as subjects with their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.elements.public_lists import SERVICE_CLASSES
from lumme_graph.elements.subjects import Subject
from lumme_graph.exchange.draft import Draft, ForeignKey
from lumme_graph.exchange.ptv.keys import concept_key
from lumme_graph.exchange.ptv.texts import in_languages, main_word
from lumme_graph.exchange.thing import JsonThing

_FIELDS: Final = ("ontologyTerms", "targetGroups", "lifeEvents", "industrialClasses")
_CLASSES: Final = "serviceClasses"
_KNOWN: Final = (
    *("code", "ontologyType", "parentId", "parentUri", "newUri", "newParentUri", "uri"),
    *("name", "description"),
)
_NO_ADDRESS: Final = Label("it has no web address")


class Concepts:
    """The concepts that services are about, each once; they become subjects."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, str]] = {}

    def of(self, service: JsonThing) -> list[ForeignKey]:
        """What a service is about; of its classes all but the first, which is its service class."""
        found = [key for field in _FIELDS for key in self._keys(service.things(field))]
        return [*found, *self._keys(service.things(_CLASSES)[1:])]

    def class_of(self, service: JsonThing) -> str | None:
        """The first class of a service: its code, where it is a class of the list that we know."""
        first = next(iter(service.things(_CLASSES)), None)
        if first is None:
            return None
        _pass(first)
        uri = first.text("uri") or first.text("newUri")
        code = uri.removeprefix(SERVICE_CLASSES.begins) or first.text("code")
        return code if SERVICE_CLASSES.address(code) else uri or None

    def drafts(self) -> Iterator[Draft]:
        """The subjects."""
        for uri, name in self._names.items():
            fields = {"name": name, "match": [uri]}
            yield Draft(Subject, concept_key(uri), main_word(name), fields)

    def _keys(self, things: Iterable[JsonThing]) -> Iterator[ForeignKey]:
        for thing in things:
            _pass(thing)
            uri = thing.text("uri") or thing.text("newUri")
            name = in_languages(thing, "name")
            if not uri.startswith(("https://", "http://")):
                thing.unsaid("uri", _NO_ADDRESS)
                continue
            self._names[uri] = self._names.get(uri, {}) | name or {"fi": uri}
            yield concept_key(uri)


def codes_of(service: JsonThing) -> set[str]:
    """The codes and addresses of the classes of a service, for choosing by them."""
    classes = service.things(_CLASSES)
    return {
        word
        for one in classes
        for word in (one.text("code"), one.text("uri").rpartition("/")[2])
        if word
    }


def _pass(thing: JsonThing) -> None:
    """Count none of what a concept says beside its name and address: the address leads there."""
    for field in _KNOWN:
        thing.raw(field)
