"""The words of a view in one language, the model's and the program's."""

from __future__ import annotations

from lumme_graph.base.label import Message
from lumme_graph.base.tags import serves
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.network import Words


class Speaker:
    """Says texts and labels in one language; what lacks the language says so."""

    def __init__(self, graph: ServiceGraph, lang: str) -> None:
        self.lang = lang
        self._fallback = graph.settings.languages.all

    def text(self, text: Text) -> Words:
        """A text of the model."""
        words, lang = text.say(self.lang, self._fallback)
        return Words(words, lang, fallback=not serves(lang, self.lang))

    def label(self, label: Message, **params: object) -> Words:
        """A text of the program."""
        return Words(label.say(self.lang, **params), self.lang)

    def plain(self, text: str) -> Words:
        """What is the same in every language."""
        return Words(text, self.lang)

    def name(self, element: KeptElement) -> Words:
        """An element's name, else its id."""
        name = getattr(element, "name", None)
        return self.text(name) if isinstance(name, Text) else self.plain(element.id)
