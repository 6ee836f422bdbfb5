"""Which languages the program speaks: one place decides, and names the nearest of any other."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.base.finding import KnownError
from lumme_graph.base.guess import nearest

SPOKEN = ("fi", "en", "sv")
"""The languages that the program has words in."""


class LanguageError(KnownError):
    """The program has no words in this language."""


def spoken(lang: str, also: Iterable[str] = ()) -> str:
    """The tag itself, if the program speaks it or it is in `also`.

    Raises `LanguageError` for any other.

    >>> spoken("fin")
    Traceback (most recent call last):
    lumme_graph.base.languages.LanguageError: there are no words in 'fin'; did you mean fi?
    """
    known = tuple(dict.fromkeys((*SPOKEN, *also)))
    if lang in known:
        return lang
    guess = nearest(lang, known)
    more = f"did you mean {guess}?" if guess else f"there are {', '.join(known)}"
    raise LanguageError(f"there are no words in {lang!r}; {more}")
