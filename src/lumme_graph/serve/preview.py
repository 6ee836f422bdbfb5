"""What a browser is shown: the last good site, and what is wrong with the model now. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from lumme_graph.base.speaker import Speaker


class Pages(Protocol):
    """A site whose files are made when they are asked for."""

    def file(self, address: str, /) -> bytes:
        """The bytes at an address, such as `fi/path-ill.html`; `KeyError` where there is nothing."""
        ...


class KeptPages:
    """The files of a site, each made once."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._made: dict[str, bytes] = {}

    def file(self, address: str, /) -> bytes:
        """The bytes at an address; `KeyError` where there is nothing."""
        if address not in self._made:
            self._made[address] = self._pages.file(address)
        return self._made[address]


class FaultLine(NamedTuple):
    """One thing that is wrong, in words: where, which code, what, and what to do."""

    place: str
    code: str
    message: str
    hint: str

    def __str__(self) -> str:
        head = f"{self.place}: " if self.place else ""
        code = f"{self.code} " if self.code else ""
        return f"{head}{code}{self.message}" + (f" → {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with a model, in the words of one language.

    `blocking` faults leave nothing to make a site of. `note` is for readers of an older version,
    `rest` says how many more there are, `close` is what the button says that hides them.
    """

    title: str
    lines: tuple[FaultLine, ...]
    blocking: bool
    note: str = ""
    rest: str = ""
    close: str = ""
    lang: str = "en"

    @property
    def data(self) -> Mapping[str, object]:
        """What the script of the page is told."""
        return {
            "title": self.title,
            "note": self.note,
            "lines": [line._asdict() for line in self.lines],
            "rest": self.rest,
            "close": self.close,
            "lang": self.lang,
        }


_ENGLISH = Speaker("en")


def _nothing() -> Faults | None:
    return None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reading of a model gave: its site, or the faults that leave none.

    `check` looks for the faults of a model that has a site; it takes a while. `speak` says what the
    preview itself has to say.
    """

    pages: Pages | None
    faults: Faults | None = None
    check: Callable[[], Faults | None] = _nothing
    speak: Speaker = _ENGLISH


class Notice(NamedTuple):
    """What open pages are told: `reload`, `fault` with what is wrong, or `mended`."""

    event: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown at one moment; `version` changes with everything that a page shows."""

    pages: Pages | None = None
    faults: Faults | None = None
    version: int = 0
    speak: Speaker = _ENGLISH

    def after(self, reading: Reading) -> Preview:
        """What is shown after a reading: its site, else the last good one and what is wrong.

        The faults of a check stay until the next check has ended, so that they do not flicker.
        """
        if reading.pages is None:
            return replace(self._with(reading.faults), speak=reading.speak)
        kept = self.faults if self.faults and not self.faults.blocking else None
        return Preview(reading.pages, kept, self.version + 1, reading.speak)

    def checked(self, faults: Faults | None) -> Preview:
        """What is shown after a check of the model that the site was made of."""
        return self._with(faults)

    def _with(self, faults: Faults | None) -> Preview:
        waits = self.pages is None and faults != self.faults
        return replace(self, faults=faults, version=self.version + waits)

    def news(self, before: Preview) -> list[Notice]:
        """What those are told who have seen an earlier moment."""
        made: list[Notice] = []
        if self.pages is not None and self.faults != before.faults:
            made.append(Notice("fault", self.faults.data) if self.faults else Notice("mended", {}))
        if self.version != before.version:
            made.append(Notice("reload", {}))
        return made

    @property
    def opening(self) -> list[Notice]:
        """What a page is told that begins to listen."""
        if self.pages is None or self.faults is None:
            return []
        return [Notice("fault", self.faults.data)]
