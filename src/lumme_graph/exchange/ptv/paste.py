"""A model on its day as a sheet to paste into PTV: services, channels and buildings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from lumme_graph.analysis.coverage.result import is_in_being
from lumme_graph.base.dates import holds
from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Said
from lumme_graph.base.tags import best
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.offer import Service, Touchpoint
from lumme_graph.elements.who import Branch
from lumme_graph.exchange.ptv.asked import PtvAsked
from lumme_graph.exchange.ptv.fields import (
    CHANNEL_TEXTS,
    CHANNEL_TYPES,
    LANGUAGES,
    PTV_CHANNELS,
    SERVICE_TEXTS,
    PtvText,
)
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.paste import PasteBlock, PasteField, PasteForm, PasteSheet

_TITLE: Final = Label("To paste into PTV: {name}")
_ADVICE: Final = (
    Label(
        "Each municipality pastes into its own organisation: at each service stands who offers it."
    ),
    Label(
        "What is too long is marked. Shorten it in the model and write this sheet anew, or the two "
        "will differ."
    ),
    Label(
        "A service is what customers turn to the library for; it always has customers and channels."
    ),
    Label("Speak to the customer in the active voice, and say what is most important first."),
    Label(
        "Each fact has a field of its own: the summary does not repeat the description; addresses, "
        "phone numbers and opening hours belong to the channels."
    ),
    Label(
        "Where PTV has a general description of the service, use it: it brings classes and keywords "
        "along, and you write only what is particular to your library."
    ),
    Label("Look at prices and terms before you publish: they are of the day that the text names."),
)
_SAME: Final = Label("The same in every language")
_SERVICE: Final = Label("Service", "in PTV")
_SERVICES: Final = Label("Services", "in PTV")
_CHANNELS: Final = Label("Channels that are no building", "in PTV")
_LOCATIONS: Final = Label("Service locations: {name}", "in PTV")
_INVENTED: Final = Label("Illustrative: invented for the model. Do not publish it.")
_NO_CHANNEL: Final = Label("no channel of PTV")
_NO_LANGUAGE: Final = Label("no language of PTV")
_NO_TEXT: Final = Label("no text in {language}")


class PtvPaster:
    """Makes the sheet of a model on its day; its own words are in one language."""

    def __init__(self, graph: ServiceGraph, lang: str) -> None:
        self._graph = graph
        self._day = Day.of(graph)
        self._speak = graph.speaker(lang)
        self._asked = PtvAsked(self._day, self._speak, self._branches)
        self._lacking: dict[Message, list[str]] = {}

    def sheet(self) -> PasteSheet:
        """The sheet: services, then the channels that libraries share, then buildings by library."""
        speak, settings = self._speak, self._graph.settings
        blocks = (*self._services(), *self._channels(), *self._locations())
        for tag in settings.languages.all:
            if tag not in LANGUAGES:
                self._lacks(_NO_LANGUAGE, speak.language(tag).words)
        return PasteSheet(
            title=speak(_TITLE, name=settings.name).shown,
            lang=speak.lang,
            statement=speak(settings.statement) if settings.statement else "",
            advice=tuple(map(speak, _ADVICE)),
            blocks=blocks,
            lacking=tuple(
                (speak.capital(what), ", ".join(of)) for what, of in self._lacking.items()
            ),
        )

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return tuple(tag for tag in self._graph.settings.languages.all if tag in LANGUAGES)

    @cached_property
    def _branches(self) -> tuple[Branch, ...]:
        """The buildings that are surely open on the day."""
        found = self._graph.all(Branch)
        return tuple(one for one in found if holds(one.from_, one.to, self._day.date))

    def _lacks(self, what: Message, of: str) -> None:
        self._lacking.setdefault(what, []).append(of)

    def _services(self) -> Iterator[PasteBlock]:
        group = self._speak(_SERVICES)
        for one in self._graph.all(Service):
            if is_in_being(one, self._day.date):
                yield self._block(one, _SERVICE, group, self._asked.of_service(one), SERVICE_TEXTS)

    def _channels(self) -> Iterator[PasteBlock]:
        """The touchpoints that are channels of PTV; of the others it is said that they are none."""
        group = self._speak(_CHANNELS)
        for one in self._graph.all(Touchpoint):
            if not is_in_being(one, self._day.date):
                continue
            kind = PTV_CHANNELS.get(one.channel)
            if kind is None:
                self._lacks(_NO_CHANNEL, self._speak(one.name).shown)
            else:
                label, _ = CHANNEL_TYPES[kind]
                fields = self._asked.of_channel(one)
                yield self._block(one, label, group, fields, CHANNEL_TEXTS)

    def _locations(self) -> Iterator[PasteBlock]:
        label, _ = CHANNEL_TYPES["ServiceLocation"]
        for owner in self._day.libraries:
            group = self._speak(_LOCATIONS, name=owner.name)
            for one in self._branches:
                if one.organisation == owner.id:
                    fields = self._asked.of_location(one)
                    yield self._block(one, label, group, fields, CHANNEL_TEXTS)

    def _block(
        self,
        one: Service | Touchpoint | Branch,
        kind: Label,
        group: Said,
        same: tuple[PasteField, ...],
        texts: tuple[PtvText, ...],
    ) -> PasteBlock:
        speak = self._speak
        invented = one.standing is Standing.ILLUSTRATIVE
        return PasteBlock(
            id=one.id,
            title=speak(one.name),
            kind=speak(kind),
            group=group,
            warnings=(speak(_INVENTED),) if invented else (),
            forms=(PasteForm(speak(_SAME), "", same), *self._forms(one, texts)),
        )

    def _forms(
        self, one: Service | Touchpoint | Branch, texts: tuple[PtvText, ...]
    ) -> Iterator[PasteForm]:
        """A form for each language in which the thing has a name."""
        for tag in self._languages:
            language = self._speak.language(tag)
            if best(tag, one.name) is None:
                self._lacks(_NO_TEXT.fill(language=language.words), self._speak(one.name).shown)
                continue
            fields = tuple(self._asked.in_language(one, tag, texts))
            yield PasteForm(self._speak.capital(language.words), tag, fields)


def ptv_sheet(graph: ServiceGraph, lang: str = "en") -> PasteSheet:
    """A model on its day as a sheet to paste into PTV; its own words are in one language."""
    return PtvPaster(graph, lang).sheet()
