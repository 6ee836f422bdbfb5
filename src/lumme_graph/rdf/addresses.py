"""What others have published, as addresses (IRIs)."""

from __future__ import annotations

import re
from urllib.parse import quote

_ABSOLUTE = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_MAY_STAND = "%:/?#@!$&'()*+,;=-._~"
_SPACE = re.compile(r"[%\s]")


def address(text: str) -> str | None:
    """A published web address in the spelling of RDF; None where the text is none.

    >>> address("https://example.org/a b"), address("example.org")
    ('https://example.org/a%20b', None)
    """
    if not _ABSOLUTE.match(text):
        return None
    return quote(_BARE_PERCENT.sub("%25", text), safe=_MAY_STAND)


def one_word(text: str) -> str:
    """A text without spaces, so that it can stand in a list with spaces between.

    >>> one_word("young people")
    'young%20people'
    """
    return _SPACE.sub(lambda found: quote(found[0]), text)
