"""Which addresses a model may hold: those that are safe to put into a link."""

from __future__ import annotations

import re
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

SCHEMES: Final = frozenset({"https", "http", "mailto"})
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_REFUSED: Final = re.compile(r"[\s\x00-\x20\x7f-\x9f\"'<>\\^`{|}]")


def is_safe(url: str) -> bool:
    """Is it an https, http or mailto address, or a relative one, and nothing besides?

    >>> [is_safe(url) for url in ("https://example.org/a", "guide/a.html", "javascript:a()", "//b")]
    [True, True, False, False]
    """
    if not url or _REFUSED.search(url):
        return False
    found = _SCHEME.match(url)
    if found is None:
        return not url.startswith("//")
    scheme, rest = found[1].lower(), url[found.end() :]
    if scheme == "mailto":
        return "@" in rest.strip("@")
    return scheme in SCHEMES and rest.startswith("//") and _has_host(url)


def is_site(url: str) -> bool:
    """May a site be published there: an https or http address of a folder, and nothing besides?

    >>> [is_site(url) for url in ("https://example.org/a", "https://me@example.org", "example.org")]
    [True, False, False]
    """
    if not is_safe(url) or set(url) & set("?#;"):
        return False
    parts = urlsplit(url)
    return parts.scheme in {"https", "http"} and "@" not in parts.netloc


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def checked(url: Any) -> Any:
    """The address, where it is safe; raises pydantic's error where it is not."""
    if not is_safe(url):
        raise PydanticCustomError("address", "this is no address that can be linked to")
    return url


def absolute(url: Any) -> Any:
    """The address, where it is a whole one of the web; raises pydantic's error where it is not.

    >>> absolute("https://example.org/a")
    'https://example.org/a'
    """
    if not is_safe(url) or not url.lower().startswith(("https://", "http://")):
        raise PydanticCustomError("web_address", "this is no whole https or http address")
    return url


WebAddress = Annotated[str, AfterValidator(absolute)]
"""The type of a field whose address is one of linked data, where a relative one leads nowhere."""

Url = Annotated[str, AfterValidator(checked)]
"""The type of every field that holds an address."""
