"""The addresses (IRIs) of elements, of their parts, and of what others have published."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.shown import plain
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Record
from lumme_graph.meta.spec import specs

_PLAIN = re.compile(r"[A-Za-z0-9_.-]*[A-Za-z0-9_-]")
_ABSOLUTE = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_MAY_STAND = "%:/?#@!$&'()*+,;=-._~"


@lru_cache(1 << 14)
def segment(text: str) -> str:
    """A text as one part of an address: what may not stand there is percent-encoded.

    >>> segment("Näyttelyt / galleria.")
    'N%C3%A4yttelyt%20%2F%20galleria%2E'

    A closing dot is encoded too: rdflib cannot read prefixed names that end in one.
    """
    if _PLAIN.fullmatch(text):
        return text
    encoded = quote(text, safe="")
    return encoded[:-1] + "%2E" if encoded.endswith(".") else encoded


def address(text: str) -> str | None:
    """A published web address in the spelling of RDF; None where the text is none.

    >>> address("https://example.org/a b"), address("example.org")
    ('https://example.org/a%20b', None)
    """
    if not _ABSOLUTE.match(text):
        return None
    return quote(_BARE_PERCENT.sub("%25", text), safe=_MAY_STAND)


def digest(text: Text, languages: Iterable[str] = ()) -> str:
    """A text as one part of an address: it changes where the words in its first language do.

    >>> digest(Text(en="Why?", fi="Miksi?"), ["fi"]) == digest(Text(fi="Miksi?"))
    True
    """
    tag = next((tag for tag in languages if tag in text), next(iter(text)))
    words = unicodedata.normalize("NFC", plain(text[tag])).strip()
    return f"t{sha256(words.encode()).hexdigest()[:8]}"


class NaturalKey:
    """How the records of one class are told apart in addresses: by their natural key.

    Parts that are missing are left out; where another part could then be mistaken for a missing
    one (a time without a beginning, or free text after it), a hyphen stands for it. A text is told
    by its digest.
    """

    def __init__(self, cls: type[Record], languages: Sequence[str] = ()) -> None:
        self._languages = languages
        datatypes = {spec.name: spec.datatype for spec in specs(cls)}
        self._has_text = any(datatypes.get(name) is Text for name in cls.key)
        self._parts = tuple(
            (name, "-" if _like(datatypes.get(name), later, datatypes) else "")
            for name, later in ((name, cls.key[at + 1 :]) for at, name in enumerate(cls.key))
        )

    def of(self, record: Record) -> str:
        """The last part of a record's address; empty where the class has no key."""
        values = vars(record)
        parts: list[str] = []
        missing: list[str] = []
        for name, gap in self._parts:
            value = values[name]
            if value is not None:
                parts += (*missing, self._segment(value))
                missing = []
            elif gap:
                missing.append(gap)
        return "/".join(parts or missing[:1])

    def each(self, records: Iterable[Record]) -> Iterator[str]:
        """The same for each record of a list; of two with one text the second ends in -2."""
        seen: Counter[str] = Counter()
        for local in map(self.of, records):
            seen[local] += 1
            is_again = self._has_text and seen[local] > 1
            yield f"{local}-{seen[local]}" if is_again else local

    def _segment(self, value: object) -> str:
        if isinstance(value, Text):
            return digest(value, self._languages)
        return segment(str(value))


def _like(datatype: object, later: Sequence[str], datatypes: Mapping[str, object]) -> bool:
    """Whether a later part of a key could read like this one: a day like a day, text like all."""
    others = [datatypes.get(name) for name in later]
    return str in others or (datatype is UncertainDate and UncertainDate in others)
