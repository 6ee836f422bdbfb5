"""What a store means that does not do what it is asked, in words."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin, urlsplit

from lumme_graph.base.shown import shown
from lumme_graph.rdf.store.credentials import PASSWORD, TOKEN, USER, Credentials

_MOST: Final = 300
_WORDS: Final = {
    HTTPStatus.FORBIDDEN: "{url} does not let this user write; ask whoever keeps the store",
    HTTPStatus.NOT_FOUND: "there is no store at {url}; look at the address",
    HTTPStatus.METHOD_NOT_ALLOWED: "{url} cannot be written to; is it the store's address?",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "{url} takes nothing of this size; let it take more",
    HTTPStatus.TOO_MANY_REQUESTS: "{url} is asked too much",
    HTTPStatus.NOT_IMPLEMENTED: "{url} cannot do this; is it the store's address?",
    HTTPStatus.BAD_GATEWAY: "the store behind {url} does not answer",
    HTTPStatus.SERVICE_UNAVAILABLE: "{url} is not ready",
    HTTPStatus.GATEWAY_TIMEOUT: "the store behind {url} is too slow",
    HTTPStatus.INSUFFICIENT_STORAGE: "{url} has no more room",
}


def refusal(
    status: int, headers: Mapping[str, str], url: str, said: str, credentials: Credentials
) -> str:
    """Why a store has not done it, what to do, and what it says itself."""
    words = _words(status, headers, url, credentials)
    after = headers.get("Retry-After", "")
    wish = (
        f", and asks to be left alone until {shown(after)}"
        if after and not after.isdecimal()
        else ""
    )
    wish = f", and asks to be left alone for {after} s" if after.isdecimal() else wish
    more = shown(said.strip())
    more = more if len(more) <= _MOST else f"{more[:_MOST]}…"
    return f"{words} ({status}){wish}" + (f": {more}" if more else "")


def _words(status: int, headers: Mapping[str, str], url: str, credentials: Credentials) -> str:
    if status == HTTPStatus.UNAUTHORIZED:
        if not credentials.given:
            return f"{url} asks who writes: set {USER} and {PASSWORD}, or {TOKEN}"
        names = TOKEN if credentials.token else f"{USER} and {PASSWORD}"
        return f"{url} knows nobody of {names}"
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        place = urlsplit(urljoin(url, headers.get("Location", "")))
        address = place._replace(netloc=place.netloc.rpartition("@")[2], query="", fragment="")
        return f"{url} sends on to {shown(address.geturl())}; if you trust that, name it instead"
    known = _WORDS.get(HTTPStatus(status)) if status in _STATUSES else None
    if known is None:
        known = (
            "{url} has failed" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "{url} refuses"
        )
    return known.format(url=url)


_STATUSES: Final = frozenset(map(int, HTTPStatus))
