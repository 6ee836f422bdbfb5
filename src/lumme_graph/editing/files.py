"""What every change of a model's files shares: refusing new faults, and writing all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lumme_graph.base.error import KnownError
from lumme_graph.base.finding import Finding
from lumme_graph.base.journal import FileChange, change_files
from lumme_graph.graph.id_errors import UnknownIdError
from lumme_graph.graph.read import graph_of
from lumme_graph.reading.folder import Folder
from lumme_graph.reading.model import Model

Key = tuple[str, str, str, str]
"""What tells a finding apart from others, whatever its line."""


class EditError(KnownError):
    """A change cannot be made; `findings` are the faults that it would add."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        self.findings = tuple(findings)
        lines = [f"{f.place}: {f.code} {f.message()}: {f.advice()}" for f in self.findings]
        super().__init__(message, *lines)


class NoSuchElementError(EditError, UnknownIdError):
    """What is to be changed is not in the model; the message names the nearest."""

    def __init__(self, id_: str, known: Iterable[str], kind: str = "") -> None:
        UnknownIdError.__init__(self, id_, known, kind)
        self.findings = ()


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
    return replace(folder, texts=dict(folder.texts), bodies=bodies, marked=set(folder.marked))


def differing(old: Folder, new: Folder) -> dict[str, FileChange]:
    """What has to be written, by file, for a folder to say what `new` says."""
    was = old.read()
    now = {file: new.written(file, text) for file, text in new.files.items()}
    changes = {file: FileChange(was.get(file), now.get(file)) for file in now | was}
    return {file: change for file, change in changes.items() if change.was != change.now}


def write(folder: Path, changed: Mapping[str, FileChange]) -> None:
    """Change the files; all or none. To be called while `changing` the folder."""
    change_files(folder, {Path(file).resolve(): change for file, change in changed.items()})
