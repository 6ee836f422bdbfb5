"""Files in a model's folder that are no part of the model, and what they may have been meant as."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from lumme_graph.base.finding import Place
from lumme_graph.base.guess import nearest
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.elements.theme import FOLDER

IMAGES: Final = "guide/images/"
"""Where the pictures of the guide stand."""

_BESIDE: Final = re.compile(r"(?:README|LICEN[CS]E|CHANGELOG|CONTRIBUTING)\b.*", re.IGNORECASE)
_OURS: Final = frozenset({"coverage-baseline.json"})
_YAML: Final = re.compile(r"(?P<stem>.+)\.ya?ml\.txt", re.IGNORECASE)
_PROSE: Final = re.compile(
    rf"(?P<id>[\w-]+?)(?:[._](?P<tag>{TAG.pattern}))?\.(?:md|markdown|mdown|mkd|txt)(?:\.txt)?",
    re.IGNORECASE,
)


class Stray(NamedTuple):
    """A file that is not read, and what it should be called to be (empty: nobody can tell)."""

    place: Place
    meant: str


def belongs(name: str) -> bool:
    """May a file that is not read stand in a model's folder without a finding?"""
    last = PurePosixPath(name).name
    return name.startswith((IMAGES, FOLDER)) or last in _OURS or _BESIDE.fullmatch(last) is not None


def is_ignored(name: str, patterns: Iterable[str]) -> bool:
    """Does a pattern name a file, or a folder that it is in?

    A pattern without `/` is a name in any folder, another is told from the model's folder; `*`
    and `?` stand for any characters.

    >>> is_ignored("old/site/mkdocs.yml", ["mkdocs.yml"]), is_ignored("old/a.yaml", ["old/"])
    (True, True)
    >>> is_ignored("new/old/a.yaml", ["/old"])
    False
    """
    path = PurePosixPath(name)
    above = [str(path), *(str(folder) for folder in path.parents)][:-1]
    names = [path.name, *(folder.name for folder in path.parents)]
    for pattern in patterns:
        told = pattern.rstrip("/")
        here = names if "/" not in told else above
        if any(fnmatchcase(each, told.removeprefix("./").removeprefix("/")) for each in here):
            return True
    return False


def meant_as(name: str, sections: Collection[str]) -> str:
    """What a file should be called to be read; empty where nobody can tell.

    >>> meant_as("guide/loan.en.md", ["section-loans"])
    'guide/section-loans.en.md'
    >>> meant_as("offer.yaml.txt", [])
    'offer.yaml'
    """
    path = PurePosixPath(name)
    if found := _YAML.fullmatch(path.name):
        return str(path.with_name(f"{found['stem']}.yaml"))
    found = _PROSE.fullmatch(path.name)
    section = _section(found["id"], sections) if found else ""
    if found is None or not section:
        return ""
    tag = tidy(found["tag"]) if found["tag"] else "<language>"
    return f"guide/{section}.{tag}.md"


def _section(word: str, sections: Collection[str]) -> str:
    """The section that a file's name may mean."""
    id_ = "-".join(re.split(r"[\s_-]+", word.lower()))
    id_ = id_ if id_.startswith("section-") else f"section-{id_}"
    if id_ in sections:
        return id_
    return nearest(id_, sections) or ""
