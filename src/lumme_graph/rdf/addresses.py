"""The addresses (IRIs) of elements, of their parts, and of what others have published."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from lumme_graph.base.dates import UncertainDate
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


class Key:
    """How the records of one class are told apart in addresses: by their natural key.

    Parts that are missing are left out; where another part could then be mistaken for a missing
    one (a time without a beginning), a hyphen stands for it.
    """

    def __init__(self, cls: type[Record]) -> None:
        days = {spec.name for spec in specs(cls) if spec.datatype is UncertainDate}
        self._parts = tuple(
            (name, "-" if name in days and days.intersection(cls.key[place + 1 :]) else "")
            for place, name in enumerate(cls.key)
        )

    def of(self, record: Record) -> str:
        """The last part of a record's address; empty where the class has no key."""
        values = vars(record)
        return "/".join(
            [
                segment(str(values[name])) if values[name] is not None else gap
                for name, gap in self._parts
                if gap or values[name] is not None
            ]
        )
