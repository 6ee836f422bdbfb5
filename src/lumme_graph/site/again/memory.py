# pyright: basic, reportOptionalMemberAccess=false
"""What a build remembers for the next: of every file its digest, and what was asked to make it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from lumme_graph.base.json_text import read_json
from lumme_graph.site.again.answers import Question

NAME: Final = ".lumme-again.json"
"""The file, hidden beside the pages."""

_FORM: Final = 1


class Kept(NamedTuple):
    """A file of the last build: the digest of its bytes, and the questions, with their answers' digests."""

    digest: str
    asked: Mapping[Question, str]


@dataclass(frozen=True)
class Memory:
    """The files of a build by address; `same` is the digest of what is the same for all of them."""

    same: str
    files: Mapping[str, Kept]

    def text(self) -> str:
        """As it is written: each question once, in an order of its own."""
        every = {one: answer for kept in self.files.values() for one, answer in kept.asked.items()}
        ordered = sorted(every, key=json.dumps)
        numbers = {question: number for number, question in enumerate(ordered)}
        files = {
            address: [kept.digest, sorted(numbers[one] for one in kept.asked)]
            for address, kept in sorted(self.files.items())
        }
        asked = [[one, every[one]] for one in ordered]
        data = {"form": _FORM, "same": self.same, "asked": asked, "files": files}
        return json.dumps(data, separators=(",", ":"))


NOTHING: Final = Memory("", {})


def recall(file: Path) -> Memory:
    """What a file remembers; nothing where it is not there, or is not as we write it."""
    try:
        return _read(read_json(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, LookupError):
        return NOTHING


def _read(data: Any) -> Memory:
    if data["form"] != _FORM:
        return NOTHING
    asked = [(_question(one), str(answer)) for one, answer in data["asked"]]
    files = {
        address: Kept(str(digest), dict(asked[number] for number in numbers))
        for address, (digest, numbers) in data["files"].items()
    }
    return Memory(str(data["same"]), files)


def _question(data: Any) -> Any:
    return tuple(map(_question, data)) if isinstance(data, list) else data
