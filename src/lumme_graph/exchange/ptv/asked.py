"""What PTV asks of a service, a channel and a building, and what the model has for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lumme_graph.base.label import Joined, Label
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.base.tags import best
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Coverable, Service, Touchpoint, YesNo
from lumme_graph.elements.parts import ContactType
from lumme_graph.elements.public_lists import SERVICE_CLASSES, TARGET_GROUPS, PublicList
from lumme_graph.elements.who import Branch
from lumme_graph.exchange.ptv.fields import (
    DESCRIPTION,
    KEYWORD_LIMIT,
    PTV_CHANNELS,
    SUMMARY,
    PtvText,
)
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import among
from lumme_graph.graph.offers import statements
from lumme_graph.views.paste import PasteField, counted_length

_OFFERED_BY: Final = Label("Offered by", "libraries that offer it")
_NOWHERE: Final = Label("of no library is it known")
_PTV_ID: Final = Label("Id in PTV")
_CONNECT: Final = Label("Channels to connect")
_AREA: Final = Label("Area", "in PTV")
_LAW: Final = Label("Legislation")
_LAW_HOW: Final = Label("PTV asks for the name of each law and its address in Finlex")
_CLASS: Final = Label("Service class", "in PTV")
_GROUPS: Final = Label("Target groups", "in PTV")
_GROUPS_FROM: Final = Label("of the customer profiles that use the service")
_TERMS: Final = Label("Keywords of the ontology", "in PTV")
_TERMS_HOW: Final = Label("from 1 to 10 are chosen in PTV")
_KEYWORD: Final = Label("Free keyword", "in PTV")
_KEYWORD_FROM: Final = Label("from the search words of the model")
_SHORT_ENOUGH: Final = Label("the description of the model, which is short enough")
_SAY_MORE: Final = Label("the same words as in the summary: here PTV wants to know more")
_WEB: Final = Label("Web address", "in PTV")
_EMAIL: Final = Label("E-mail address", "in PTV")
_PHONE: Final = Label("Phone number", "in PTV")
_STREET: Final = Label("Street address", "in PTV")
_POSTAL_CODE: Final = Label("Postal code", "in PTV")
_CITY: Final = Label("Post office", "in PTV")
_MUNICIPALITY: Final = Label("Municipality", "in PTV")
_HOURS: Final = Label("Opening hours", "in PTV")
_ACCESSIBILITY: Final = Label("Accessibility", "in PTV")
_ACCESSIBILITY_HOW: Final = Label("PTV takes it from the register of accessibility")
_PTV: Final = "ptv"


class PtvAsked:
    """The fields of PTV, filled from a model on its day; what the model has not is empty."""

    def __init__(self, day: Day, speak: Speaker, branches: Iterable[Branch]) -> None:
        self._day = day
        self._graph = day.graph
        self._speak = speak
        self._branches = tuple(branches)

    def of_service(self, one: Service) -> tuple[PasteField, ...]:
        """What PTV asks of a service once for all languages."""
        return (
            *self._known_as(one),
            self._offered_by(one),
            self._area(one),
            self._code(_CLASS, SERVICE_CLASSES, [one.service_class] if one.service_class else ()),
            self._code(_GROUPS, TARGET_GROUPS, self._groups(one), _GROUPS_FROM),
            self._terms(one),
            self._said(_LAW, one.legal_basis, _LAW_HOW),
            self._joined(_CONNECT, self._connected(one)),
        )

    def of_channel(self, one: Touchpoint) -> tuple[PasteField, ...]:
        """What PTV asks of a channel that is no building."""
        asked = _PHONE if PTV_CHANNELS[one.channel] == "Phone" else _WEB
        return (*self._known_as(one), self._offered_by(one), self._field(asked))

    def of_location(self, one: Branch) -> tuple[PasteField, ...]:
        """What PTV asks of a building."""
        contacts = {contact.type: contact.value for contact in reversed(one.contacts)}
        place = self._graph.get(one.municipality)
        return (
            *self._known_as(one),
            self._field(_STREET, one.street or ""),
            self._field(_POSTAL_CODE, one.postal_code or ""),
            self._field(_CITY, one.city or ""),
            self._said(_MUNICIPALITY, place.name if place else None),
            self._field(_PHONE, contacts.get(ContactType.PHONE, "")),
            self._field(_EMAIL, contacts.get(ContactType.EMAIL, "")),
            self._field(_WEB, contacts.get(ContactType.WEB, "")),
            self._field(_HOURS),
            self._joined(_ACCESSIBILITY, one.accessibility, _ACCESSIBILITY_HOW, between=" "),
        )

    def in_language(
        self, one: KeptElement, tag: str, asked: Iterable[PtvText]
    ) -> Iterator[PasteField]:
        """The texts of a thing in one language, and its keywords; never those of another language."""
        for text in asked:
            words = _words(one, "description" if text is SUMMARY else text.field, tag)
            yield self._text(text, words)
        if isinstance(one, Service):
            for keyword in (_words(one, "search_words", tag) or "").split(","):
                if keyword.strip():
                    yield self._field(_KEYWORD, keyword.strip(), KEYWORD_LIMIT, _KEYWORD_FROM)

    def _text(self, asked: PtvText, words: str) -> PasteField:
        """A text; a short description is the summary too, and then more is wanted of it."""
        short = bool(words) and counted_length(words) <= SUMMARY.limit
        if asked is SUMMARY:
            return self._field(
                asked.label, words if short else "", asked.limit, _SHORT_ENOUGH if short else ""
            )
        note = _SAY_MORE if asked is DESCRIPTION and short else ""
        return self._field(asked.label, words, asked.limit, note)

    def _field(
        self, label: Label, words: str = "", limit: int | None = None, note: Label | str = ""
    ) -> PasteField:
        return PasteField(self._speak(label), words, limit, self._speak(note) if note else "")

    def _said(self, label: Label, text: Text | None, note: Label | str = "") -> PasteField:
        return self._field(label, self._speak(text).words if text else "", note=note)

    def _joined(
        self,
        label: Label,
        parts: Iterable[Sayable],
        note: Label | str = "",
        between: str = "\n",
    ) -> PasteField:
        return self._field(
            label, between.join(self._speak(part).words for part in parts), note=note
        )

    def _known_as(self, one: Service | Touchpoint | Branch) -> Iterator[PasteField]:
        """The id by which PTV knows it already, so that it is not described twice."""
        for identifier in one.identifiers:
            if identifier.scheme == _PTV:
                yield self._field(_PTV_ID, identifier.value)

    def _offered_by(self, one: Coverable) -> PasteField:
        at = [place for place, truth in enumerate(self._day.offers.row(one)) if truth]
        who = among(self._graph, at, self._day.libraries) if at else _NOWHERE
        return self._field(_OFFERED_BY, self._speak(who).words)

    def _area(self, one: Service) -> PasteField:
        row = self._day.offers.row(one)
        offering = [
            library for library, truth in zip(self._day.libraries, row, strict=True) if truth
        ]
        refs = dict.fromkeys(ref for library in offering for ref in library.municipalities)
        places = [place.name for ref in refs if (place := self._graph.get(ref))]
        return self._joined(_AREA, [Joined(tuple(places))] if places else [])

    def _code(
        self, label: Label, of: PublicList, codes: Iterable[str], note: Label | str = ""
    ) -> PasteField:
        """Codes of a public list with their names and addresses."""
        lines = [
            " ".join(
                part
                for part in (
                    code.removeprefix(of.begins),
                    self._speak(named).words if named else "",
                    of.address(code) or "",
                )
                if part
            )
            for code in codes
            for named in [of.labels.get(code.removeprefix(of.begins))]
        ]
        return self._field(label, "\n".join(lines), note=note if lines else "")

    def _groups(self, one: Service) -> dict[str, None]:
        profiles = (profile for profile in self._graph.all(Profile) if one.id in profile.services)
        return dict.fromkeys(group for profile in profiles for group in profile.target_groups)

    def _terms(self, one: Service) -> PasteField:
        found = [subject for ref in one.subjects if (subject := self._graph.get(ref))]
        lines = [" ".join((self._speak(term.name).words, *term.match)) for term in found]
        return self._field(_TERMS, "\n".join(lines), note=_TERMS_HOW)

    def _connected(self, one: Service) -> Iterator[Text]:
        """The channels of PTV where the service is met, and the buildings that are said to offer it."""
        for ref in one.touchpoints:
            touchpoint = self._graph.get(ref)
            if touchpoint and touchpoint.channel in PTV_CHANNELS:
                yield touchpoint.name
        stated = {
            said.at.id
            for said in statements(self._graph, one)
            if isinstance(said.at, Branch)
            if said.offer.is_ is YesNo.YES and said.holds(self._day.date)
        }
        for branch in self._branches:
            if branch.id in stated:
                yield branch.name


def _words(one: KeptElement, field: str | None, tag: str) -> str:
    """The words of a field in a language, and in no other; empty where there are none."""
    text = getattr(one, field, None) if field else None
    found = best(tag, text) if isinstance(text, Text) else None
    return text[found] if isinstance(text, Text) and found else ""
