# pyright: basic, reportOptionalMemberAccess=false
"""A site into a folder that holds it as it was: made is only what would be another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lumme_graph.site.again import same
from lumme_graph.site.again.digest import digest
from lumme_graph.site.again.memory import NAME, Kept, Memory, recall
from lumme_graph.site.again.watched import WatchedPlan, Watcher
from lumme_graph.site.plan import Plan
from lumme_graph.site.site import Site


class Again:
    """A build with what the last one in a folder remembers; the plan is of the watched elements."""

    def __init__(self, watcher: Watcher, plan: Plan, folder: Path) -> None:
        self._folder = folder
        self._remembered = f"{plan.editions[-1].folder}{NAME}"
        self._answers = watcher.answers
        self._book = watcher.book
        self._site = Site.of(WatchedPlan(watcher, plan))
        self._same = same.digest_of_same(plan)
        before = recall(folder / self._remembered)
        self._before = before.files if self._same and before.same == self._same else {}
        self._kept: dict[str, Kept] = {}

    def files(self) -> dict[str, bytes]:
        """Every file by its address, to the byte as a build makes it that remembers nothing.

        With them comes the file by which the next build knows what it may take from the folder.
        """
        made = dict(self._files())
        made[self._remembered] = Memory(self._same, self._kept).text().encode()
        return made

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for address in self._site.addresses:
            data = self._taken(address)
            yield address, self._made(address) if data is None else data

    def _taken(self, address: str) -> bytes | None:
        """The file of the last build; None where it might be another now, or is not as it was."""
        kept = self._before.get(address)
        if kept is None or any(
            not answer or answer != self._answers.digest(question)
            for question, answer in kept.asked.items()
        ):
            return None
        try:
            data = (self._folder / address).read_bytes()
        except OSError:
            return None
        if digest(data) != kept.digest:
            return None
        self._kept[address] = kept
        return data

    def _made(self, address: str) -> bytes:
        with self._book.open() as asked:
            data = self._site.file(address)
        questions = (self._book.questions[number] for number in asked)
        answers = {question: self._answers.digest(question) for question in questions}
        self._kept[address] = Kept(digest(data), answers)
        return data
