"""Labels of parts: what they are, and of what, in the required languages of the model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lumme_graph.base.label import Message
from lumme_graph.base.tags import best
from lumme_graph.base.text import Text
from lumme_graph.graph.names import name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.ref import Ref
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.spelled import escaped, named

Words = tuple[str, ...]
"""What something is called, a word for each required language, with the escapes of N-Triples."""

_LABEL = named("rdfs:label")
_SPEAKING = ("name", "action", "text")
"""The fields in which a part that is told by a local id says what it is."""


class Labels:
    """The labels of one export."""

    def __init__(self, graph: ServiceGraph) -> None:
        self._graph = graph
        self._languages = graph.settings.languages.required
        self._all = graph.settings.languages.all
        self._elements: dict[str, Words] = {}
        self._prefixes: dict[Message, tuple[tuple[int, str, str], ...]] = {}

    def element(self, id_: str) -> Words:
        """What an element is called; its id where it is not there."""
        words = self._elements.get(id_)
        if words is None:
            found = self._graph.find(id_)
            said = id_ if found is None else name_label(found)
            words = self._elements[id_] = self.words(said if isinstance(said, Text) else id_)
        return words

    def words(self, said: Text | str) -> Words:
        """A text in each language, or in one that stands in for it."""
        if isinstance(said, str):
            return (escaped(said),) * len(self._languages)
        return tuple(escaped(said[said.tag(tag) or self._first(said)]) for tag in self._languages)

    def _first(self, said: Text) -> str:
        """The first declared language of a text, else that whose tag is first: no order of its own."""
        return next((tag for tag in self._all if tag in said), min(said))

    def record(self, record: Record, owner: Words) -> Words:
        """What a part is called: what its key names, else its owner."""
        if record.key == ("id",):
            fields = vars(record)
            said = next((fields[name] for name in _SPEAKING if name in fields), record.id)
            return self.words(said or "")
        values = [vars(record)[name] for name in record.key]
        named = [self._value(value) for value in values if value is not None]
        return tuple(map(", ".join, zip(*named, strict=True))) if named else owner

    def label(self, block: Block, kind: Message, words: Words) -> None:
        """Say what a part is called, in each language that has a word for its kind."""
        prefixes = self._prefixes.get(kind)
        if prefixes is None:
            prefixes = self._prefixes[kind] = tuple(self._prefix(kind))
        for at, beginning, ending in prefixes:
            block.derived[f"{beginning}{words[at]}{ending}"] = None

    def _prefix(self, kind: Message) -> Iterator[tuple[int, str, str]]:
        said = _by_tag(kind)
        there = [(at, tag, best(tag, said)) for at, tag in enumerate(self._languages)]
        known = [(at, tag, said[found]) for at, tag, found in there if found is not None]
        for at, tag, word in known or [(0, "en", said["en"])]:
            yield at, f'{_LABEL} "{escaped(word)}: ', f'"@{tag.lower()}'

    def _value(self, value: object) -> Words:
        if isinstance(value, Ref):
            return self.element(str(value))  # pyright: ignore[reportUnknownArgumentType]
        if isinstance(value, Coded):
            return self.words(Text(_by_tag(value.label)))
        return self.words(value if isinstance(value, Text) else str(value))


@cache
def _by_tag(label: Message) -> dict[str, str]:
    return label.by_tag()
