"""Which languages there are words in: one place decides, and names the nearest of any other."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.catalogue import CODE, SHIPPED
from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.given_list import listed
from lumme_graph.base.guess import nearest
from lumme_graph.base.tags import best, tag_of


class LanguageError(UnknownNameError):
    """There are no words in this language: neither the program's nor the model's."""


def spoken(wanted: str, also: Iterable[str] = ()) -> str:
    """The language that serves a wanted one: of `also`, of English, or of what is shipped.

    Raises `LanguageError` where none does, and `TypeError` for what is no text.

    >>> spoken("en-GB"), spoken("cy", ["cy", "en"])
    ('en', 'cy')
    >>> spoken("fin")
    Traceback (most recent call last):
    lumme_graph.base.languages.LanguageError: there are no words in 'fin'; did you mean fi? There are en, fi, sv
    """
    known = tuple(dict.fromkeys((*listed(also, "also"), CODE, *SHIPPED)))
    tag = best(tag_of(wanted), known)
    if tag is None:
        guess = nearest(wanted, known)
        more = f"did you mean {guess}? T" if guess else "t"
        raise LanguageError(f"there are no words in {wanted!r}; {more}here are {', '.join(known)}")
    return tag
