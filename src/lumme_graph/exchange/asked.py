"""What is asked for when files of others are read: which files, in which language, of which day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from lumme_graph.base.files import files_below
from lumme_graph.base.given_path import maybe_path, path_of
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.reading.new_network import refuse_country, refuse_languages

_DAY: Final = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_WORD: Final = re.compile(r"[A-Za-z]+(?:_[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What is asked for beside the files themselves.

    `name` is what the network is called, `network` which one of the file is meant, by its id or
    name; `only` are the parts that are wanted, such as cities, by their ids or names. `languages`
    are in which order those of the files count, the source first, `day` is the day of the files, `country` where they
    are from, and `mapping` the file that says what the columns of a table are.
    """

    name: str = ""
    network: str = ""
    only: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    day: date | None = None
    country: str = ""
    mapping: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what no model could be made with."""
        refuse_languages(self.languages)
        refuse_country(self.country)


class NamedFile(NamedTuple):
    """A file or folder to read, and the language it is said to be in."""

    path: Path
    language: str | None = None


def named_files(words: Iterable[str]) -> Iterator[NamedFile]:
    """The files that are named: `a.json`, `fi=a.json,en=b.json`, or a folder.

    >>> [(one.path.name, one.language) for one in named_files(["fi=a.json,sv=b.json", "c.json"])]
    [('a.json', 'fi'), ('b.json', 'sv'), ('c.json', None)]
    """
    for word in words:
        for part in [word] if _is_there(word) else word.split(","):
            tag, equals, file = part.strip().partition("=")
            if equals and TAG.fullmatch(tag.strip()) and not _is_there(part):
                yield NamedFile(path_of(file.strip()), tidy(tag.strip()))
            elif part.strip():
                yield NamedFile(path_of(part.strip()))


def _is_there(word: str) -> bool:
    path = maybe_path(word)
    return path is not None and path.exists()


def language_in(name: str, known: Collection[str]) -> str | None:
    """The language that a file's name tells of, if it tells of one alone.

    >>> language_in("kirkanta-sv-2026-09-01.json", ["fi", "sv"]), language_in("svea.json", ["sv"])
    ('sv', None)
    """
    words = {word.lower() for word in _WORD.findall(Path(name).stem)}
    found = [tag for tag in known if tag in words]
    return found[0] if len(found) == 1 else None


def day_in(name: str) -> date | None:
    """The day that a file's name tells of: `kirkanta-2026-09-01.json`, `20260901.json`."""
    for found in _DAY.finditer(name):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
    return None


def day_saved(path: Path) -> date:
    """The day on which a file was saved, or the last of a folder's files.

    Raises `ExchangeError` where it cannot be looked at.
    """
    try:
        files = [*files_below(path)] if path.is_dir() else []
        saved = max(one.stat().st_mtime for one in files or [path])
        return datetime.fromtimestamp(saved).astimezone().date()
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror}") from None
