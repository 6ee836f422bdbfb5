"""One request to a store, asked again where it was not reached or is busy; its answer in words."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, NamedTuple

import httpx
import tenacity

from lumme_graph.base.error import KnownError
from lumme_graph.base.label import Label, Message
from lumme_graph.rdf.store.credentials import Credentials
from lumme_graph.rdf.store.error import StoreError
from lumme_graph.rdf.store.patience import Patience
from lumme_graph.rdf.store.refusals import refusal

_BUSY: Final = frozenset({429, 502, 503, 504})
"""What a store answers that may well do it a little later."""
_DONE_PERHAPS: Final = frozenset({502, 504})
"""What something between answers when the store does not, which may be at work all the same."""
_MOST_OF_AN_ANSWER: Final = 1 << 16
_AGAIN = Label("{why}; trying again in {n} s")


class _AskAgainError(KnownError):
    """The store was not reached, or is busy; `after` is how many seconds it wants to be left alone."""

    def __init__(self, words: str, after: float | None = None) -> None:
        super().__init__(words)
        self.after = after


class StoreAnswer(NamedTuple):
    """What a store answers: its text, and whether an earlier answer to the same was lost."""

    text: str
    unsure: bool


class Asker:
    """Asks a store, with patience."""

    def __init__(
        self,
        client: httpx.Client,
        credentials: Credentials,
        patience: Patience,
        say: Callable[[Message], None],
    ) -> None:
        self._client = client
        self._credentials = credentials
        self._patience = patience
        self._say = say
        self._unsure = False

    def __call__(
        self, method: str, url: str, *, most: int | None = _MOST_OF_AN_ANSWER, **request: Any
    ) -> StoreAnswer:
        """Ask until there is an answer, or no sense in asking again; `most` bytes of it are read.

        Raises `StoreError` then; its `unsure` says that the store may have done it all the same.
        """
        self._unsure = False
        tries = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(self._patience.tries),
            wait=self._wait,
            retry=tenacity.retry_if_exception(self._is_worth_it),
            before_sleep=self._tell,
            reraise=True,
        )
        try:
            text: str = tries(self._once, method, url, most, **request)
        except (_AskAgainError, StoreError) as error:
            raise StoreError(*error.lines, unsure=self._unsure) from None
        return StoreAnswer(text, self._unsure)

    def _once(self, method: str, url: str, most: int | None, **request: Any) -> str:
        try:
            with self._client.stream(method, url, **request) as response:
                text = _beginning(response, most)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self._fault(error, httpx.URL(url).netloc.decode()) from None
        if response.is_success:
            return text
        self._unsure = self._unsure or response.status_code in _DONE_PERHAPS
        kind = response.headers.get("Content-Type", "")
        said = "" if "html" in kind else self._credentials.hidden(text)
        words = refusal(response.status_code, response.headers, url, said, self._credentials)
        if response.status_code in _BUSY:
            raise _AskAgainError(words, _seconds(response.headers.get("Retry-After", "")))
        raise StoreError(words)

    def _fault(self, error: Exception, host: str) -> KnownError:
        """What a connection that fails is called, and whether it is worth another try."""
        causes = list(_causes(error))
        untrusted = next((one for one in causes if isinstance(one, ssl.SSLError)), None)
        if untrusted is not None:
            why = getattr(untrusted, "verify_message", "") or untrusted.reason or "no TLS"
            return StoreError(
                f"{host} cannot prove that it is {host}: {why}; if the store is yours,"
                " SSL_CERT_FILE names the certificates to trust"
            )
        match error:
            case httpx.ConnectError() | httpx.ConnectTimeout():
                reasons = (one.strerror for one in causes if isinstance(one, OSError))
                why = next(filter(None, reasons), "no answer")
                return _AskAgainError(f"{host} cannot be reached: {why}")
            case httpx.TimeoutException():
                self._unsure = True
                seconds = f"{self._patience.answer:g}"
                return StoreError(
                    f"{host} has not answered within {seconds} s; give it longer (--timeout)"
                )
            case httpx.NetworkError() | httpx.RemoteProtocolError():
                self._unsure = True
                return _AskAgainError(f"{host} has broken off the connection")
            case _:
                return StoreError(f"{host} cannot be asked: {error}")

    def _wait(self, state: tenacity.RetryCallState) -> float:
        error = _error(state)
        if error is not None and error.after is not None:
            return error.after
        return float(
            min(self._patience.first * 2 ** (state.attempt_number - 1), self._patience.longest)
        )

    def _is_worth_it(self, error: BaseException) -> bool:
        return isinstance(error, _AskAgainError) and (error.after or 0) <= self._patience.longest

    def _tell(self, state: tenacity.RetryCallState) -> None:
        self._say(_AGAIN.fill(why=str(_error(state)), n=f"{state.upcoming_sleep:g}"))


def _error(state: tenacity.RetryCallState) -> _AskAgainError | None:
    error = state.outcome.exception() if state.outcome else None
    return error if isinstance(error, _AskAgainError) else None


def _beginning(response: httpx.Response, most: int | None) -> str:
    """An answer, or as much of its beginning as anybody needs."""
    found = bytearray()
    for piece in response.iter_bytes():
        found += piece
        if most is not None and len(found) > most:
            break
    return found[:most].decode("utf-8", errors="replace")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _seconds(after: str) -> float | None:
    """How long a store wants to be left alone, which it says in seconds or as a time."""
    if after.strip().isdecimal():
        return float(after)
    with suppress(ValueError):
        when = parsedate_to_datetime(after)
        return max(0.0, (when.astimezone(UTC) - datetime.now(UTC)).total_seconds())
    return None
