"""Who writes to a store, from the environment, and how that is said to the store."""

from __future__ import annotations

import base64
import ipaddress
from collections.abc import Generator, Mapping
from http import HTTPStatus
from typing import Final, NamedTuple

import httpx

from lumme_graph.rdf.store.error import StoreError

USER: Final = "LUMME_STORE_USER"
PASSWORD: Final = "LUMME_STORE_PASSWORD"  # noqa: S105 - the name of a variable
TOKEN: Final = "LUMME_STORE_TOKEN"  # noqa: S105 - the name of a variable


class Credentials(NamedTuple):
    """A user and a password, or a token; all empty for nobody."""

    user: str = ""
    password: str = ""
    token: str = ""

    @property
    def given(self) -> bool:
        """Whether anybody is named."""
        return bool(self.user or self.token)

    def hidden(self, text: str) -> str:
        """A text of the store without what is secret, should the store repeat it."""
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        for secret in filter(None, (self.token, self.password, pair if self.user else "")):
            text = text.replace(secret, "…")
        return text


def credentials_of(environment: Mapping[str, str]) -> Credentials:
    """Who writes. Raises `StoreError` where the environment says it by halves or twice."""
    user, password, token = (environment.get(name, "") for name in (USER, PASSWORD, TOKEN))
    if token and (user or password):
        raise StoreError(f"set {USER} and {PASSWORD}, or {TOKEN}, but not both")
    if bool(user) != bool(password):
        lacking = PASSWORD if user else USER
        raise StoreError(f"set {lacking} too: a user and a password belong together")
    if not f"{user}{password}{token}".isprintable():
        raise StoreError(f"{USER}, {PASSWORD} and {TOKEN} hold no ends of lines")
    if not token.isascii():
        raise StoreError(f"{TOKEN} is no token: a token is of ASCII alone")
    return Credentials(user, password, token)


class StoreAuth(httpx.Auth):
    """Says who writes, as the store asks for it.

    A password or a token goes out in the clear only where nobody listens: over TLS, or within this
    machine. To a store that asks for a digest the password itself never goes.
    """

    def __init__(self, credentials: Credentials, address: str) -> None:
        self._credentials = credentials
        self._basic = httpx.BasicAuth(credentials.user, credentials.password)
        self._digest = httpx.DigestAuth(credentials.user, credentials.password)
        self._wants_digest = False
        self._private = _is_private(httpx.URL(address))
        if credentials.token and not self._private:
            raise StoreError(_IN_THE_CLEAR)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Say it with a request, again where the store asks for a digest."""
        if self._credentials.token:
            request.headers["Authorization"] = f"Bearer {self._credentials.token}"
            yield request
        elif self._wants_digest:
            yield from self._digest.auth_flow(request)
        elif self._credentials.user:
            yield from self._as_asked(request)
        else:
            yield request

    def _as_asked(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        response: httpx.Response | None = None
        if self._private:
            next(self._basic.auth_flow(request))
            response = yield request
            if response.status_code != HTTPStatus.UNAUTHORIZED:
                return
            del request.headers["Authorization"]
        if response is None or not _asks_for_digest(response):  # some ask only who says nothing
            response = yield request
        if _asks_for_digest(response):
            self._wants_digest = True
            flow = self._digest.auth_flow(request)
            next(flow)
            yield flow.send(response)
        elif response.status_code == HTTPStatus.UNAUTHORIZED and not self._private:
            raise StoreError(_IN_THE_CLEAR)


_IN_THE_CLEAR = "over http everybody between could read who writes: use https for this store"


def _is_private(url: httpx.URL) -> bool:
    if url.scheme == "https" or url.host == "localhost":
        return True
    try:
        return ipaddress.ip_address(url.host).is_loopback
    except ValueError:
        return False


def _asks_for_digest(response: httpx.Response) -> bool:
    asked = response.headers.get_list("WWW-Authenticate")
    unknown = response.status_code == HTTPStatus.UNAUTHORIZED
    return unknown and any(one.lower().startswith("digest ") for one in asked)
