"""Language tags (BCP 47): compared without case, looked up as RFC 4647 says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The shape of a language tag, as far as models use them."""

_REGION: Final = 2
_SCRIPT: Final = 4


def best(wanted: str, there: Iterable[str]) -> str | None:
    """The tag that serves a wanted one, as it is spelt there; None where none does.

    The same tag, else a more general one (lookup of RFC 4647), else the first of its variants.

    >>> best("en-GB", ["fi", "en"]), best("en", ["en-gb"]), best("en-US", ["en-GB"])
    ('en', 'en-gb', None)
    >>> best("cy", ["CY", "cy"])
    'cy'
    """
    spelt: dict[str, str] = {}
    for tag in there:
        if tag == wanted:
            return tag
        spelt.setdefault(tag.lower(), tag)
    whole = wanted.lower()
    parts = whole.split("-")
    while parts:
        if (tag := "-".join(parts)) in spelt:
            return spelt[tag]
        parts.pop()
        if parts and len(parts[-1]) == 1:
            parts.pop()
    return next((tag for low, tag in spelt.items() if low.startswith(f"{whole}-")), None)


def tag_of(lang: object) -> str:
    """A language as it is asked for; raises `TypeError` for what is no text, such as None."""
    if not isinstance(lang, str):
        raise TypeError(f"{lang!r} is no language: give its tag, such as 'fi'")
    return lang


def serves(found: str, wanted: str) -> bool:
    """Do words in one tag stand for words in the wanted one?"""
    return found == wanted or best(wanted, (found,)) is not None


def tidy(tag: str) -> str:
    """The tag as it is usually spelt.

    >>> tidy("EN-gb"), tidy("zh-hant-tw"), tidy("sl_rozaj")
    ('en-GB', 'zh-Hant-TW', 'sl-rozaj')
    """
    first, *rest = tag.lower().replace("_", "-").split("-")
    private = False
    parts = [first]
    for part in rest:
        if len(part) == _REGION and not private:
            parts.append(part.upper())
        elif len(part) == _SCRIPT and part.isalpha() and not private:
            parts.append(part.capitalize())
        else:
            parts.append(part)
        private = private or len(part) == 1
    return "-".join(parts)


def twice(tags: Iterable[str]) -> tuple[str, str] | None:
    """The first two tags that are one but for their spelling.

    >>> twice(["en-GB", "fi", "en-gb"])
    ('en-GB', 'en-gb')
    """
    spelt: dict[str, str] = {}
    for tag in tags:
        if (low := tag.lower()) in spelt:
            return spelt[low], tag
        spelt[low] = tag
    return None


def unserved(tags: Iterable[str], declared: Iterable[str]) -> list[str]:
    """The tags that neither serve a declared one nor are served by one.

    >>> unserved(["en-GB", "em"], ["en", "fi"])
    ['em']
    """
    known = tuple(declared)
    return [
        tag
        for tag in tags
        if tag not in known and best(tag, known) is None and not any(serves(tag, d) for d in known)
    ]
