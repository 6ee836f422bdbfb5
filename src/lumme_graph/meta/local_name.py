"""How the parts of an element are told apart in addresses: by words that no change of a fact changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from lumme_graph.base.shown import plain
from lumme_graph.base.text import Text

GAP = "-"
"""What stands for a missing piece of a name that is followed by another."""

_OTHER = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """Words as lower-case ASCII with hyphens; a digest where that leaves nothing.

    >>> slug("Näyttelyt / galleria."), slug("ဗဟု")
    ('nayttelyt-galleria', 'x95e878c5')
    """
    apart = unicodedata.normalize("NFKD", words)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _OTHER.sub("-", bare.lower()).strip("-") or f"x{_hashed(words)}"


def digest(text: Text, languages: Iterable[str] = ()) -> str:
    """A text in eight digits: they change where the words in its first language do.

    >>> digest(Text(en="Why?", fi="Miksi?"), ["fi"]) == digest(Text(fi=" Miksi?"))
    True
    """
    tag = next((tag for tag in languages if tag in text), min(text))
    return f"t{_hashed(plain(text[tag]))}"


def local_name(key: Sequence[object], languages: Iterable[str] = ()) -> str:
    """A natural key as one name; a hyphen stands for a piece that is missing.

    >>> local_name((None, "sv")), local_name(("loan-days", None, "dvd")), local_name(())
    ('-/sv', 'loan-days/-/dvd', '-')
    """
    return "/".join([_piece(piece, languages) for piece in key]) or GAP


def _piece(piece: object, languages: Iterable[str]) -> str:
    if isinstance(piece, str) or not isinstance(piece, Text):
        return str(piece or GAP)
    return digest(piece, languages)


def each_once(names: Iterable[str]) -> Iterator[str]:
    """The names, of equal ones the second with `-2` after it.

    >>> list(each_once(["a", "b", "a"]))
    ['a', 'b', 'a-2']
    """
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield f"{name}-{seen[name]}" if seen[name] > 1 else name


def _hashed(words: str) -> str:
    return sha256(unicodedata.normalize("NFC", words).strip().encode()).hexdigest()[:8]
