"""What every change of a model's files shares: refusing new faults, and writing all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lumme_graph.base.files import change_files
from lumme_graph.base.finding import Finding, KnownError
from lumme_graph.graph.read import graph_of
from lumme_graph.load.folder import Folder
from lumme_graph.load.model import Model

_BOM: Final = "\ufeff"
Key = tuple[str, str, str, str]
"""What tells a finding apart from others, whatever its line."""


class EditError(KnownError):
    """A change cannot be made; `findings` are the faults that it would add."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        self.findings = tuple(findings)
        lines = [f"{f.place}: {f.code} {f.message()}: {f.advice()}" for f in self.findings]
        super().__init__(message, *lines)


def faults(model: Model, folder: Path) -> tuple[Finding, ...]:
    """What is wrong with the text, the ids and the references of a model."""
    return graph_of(model, folder)[1]


def same(finding: Finding) -> Key:
    """What tells a finding apart from others, whatever its line."""
    return finding.code, finding.place.file, finding.element, finding.message()


def added(
    before: Iterable[Finding], after: Iterable[Finding], key: Callable[[Finding], Key] = same
) -> list[Finding]:
    """The findings that were not there before; `key` tells how those of after are known again."""
    known = Counter(map(same, before))
    more: list[Finding] = []
    for finding in after:
        known[key(finding)] -= 1
        if known[key(finding)] < 0:
            more.append(finding)
    return more


def copied(folder: Folder) -> Folder:
    """A copy of the texts, for changing."""
    bodies = {id_: dict(by_tag) for id_, by_tag in folder.bodies.items()}
    return replace(folder, texts=dict(folder.texts), bodies=bodies)


def write(old: Folder, new: Folder, moves: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    """Write the texts that differ, each with the byte order mark that its file has; all or none.

    `moves` are files that only get another name. Gives the names of what is changed.
    """
    was, now = _texts(old), _texts(new)
    changed: dict[str, str | None] = {
        file: text
        for file, text in now.items()
        if was.get(file) != text and file not in moves.values()
    }
    changed |= dict.fromkeys(was.keys() - now.keys() - moves.keys())
    change_files(
        {(path := Path(file).resolve()): _marked(path, text) for file, text in changed.items()},
        {Path(file): Path(target) for file, target in moves.items()},
    )
    return [*changed, *moves.values()]


def _marked(path: Path, text: str | None) -> str | None:
    if text is None:
        return None
    marked = path.is_file() and path.read_bytes().startswith(_BOM.encode())
    return _BOM + text if marked or text.startswith(_BOM) else text


def _texts(folder: Folder) -> dict[str, str]:
    bodies = [pair for by_tag in folder.bodies.values() for pair in by_tag.values()]
    settings = {} if folder.settings is None else {folder.settings_file: folder.settings}
    return settings | folder.texts | {place.file: text for text, place in bodies}
