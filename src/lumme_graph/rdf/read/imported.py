"""A model that was read from RDF: its graph, and what of the file is not in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lumme_graph.base.files import MAX_BYTES, OutputError
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.new import write_new
from lumme_graph.reading.save import to_files
from lumme_graph.views.left import STATEMENTS, LeftOver, left_said, left_table
from lumme_graph.views.table import Table
from lumme_graph.views.taken import taken_said

_DIFFERING = Counted(
    "{n} derived statement is not what follows now",
    "{n} derived statements are not what follows now",
)
_AGREES = Label("all derived statements are what follows now")


@dataclass(frozen=True)
class ImportedModel:
    """A model from RDF: its graph, what was not taken, and what else is to be said of it.

    `compare` counts the derived statements that differ; RDF of others has none.
    """

    graph: ServiceGraph
    source: str
    left: tuple[LeftOver, ...] = ()
    notes: tuple[Message, ...] = ()
    compare: Callable[[], int] | None = None

    @cached_property
    def differing(self) -> int | None:
        """How many derived statements of the file do not follow now, or follow and are not there.

        None where the file states none.
        """
        return None if self.compare is None else self.compare()

    def save(self, folder: AnyPath) -> None:
        """Write it as a model's folder, all of it or nothing.

        Raises `OutputError` where there is something already, it cannot be written, or could not
        be read again.
        """
        files = to_files(self.graph, self.graph.settings)
        refuse_large(files)
        write_new(path_of(folder), files)

    def said(self, lang: str = "en") -> Iterator[str]:
        """What was taken, what was not, and what else there is to say, in a language."""
        speak = self.graph.speaker(lang)
        yield from taken_said(self.graph, self.source, speak)
        yield from left_said(self.notes, self.left, speak, STATEMENTS)
        if self.differing is not None:
            words = _DIFFERING if self.differing else _AGREES
            yield speak(words, n=self.differing).shown if self.differing else speak(words).shown

    def left_table(self, lang: str = "en") -> Table:
        """What was not taken: property, count, an example, and why."""
        speak: Speaker = self.graph.speaker(lang)
        return left_table(self.left, speak, STATEMENTS)


def refuse_large(files: Mapping[str, str]) -> None:
    """Raises `OutputError` for a file that could not be read again as part of a model."""
    for name, text in files.items():
        if len(text.encode()) > MAX_BYTES:
            raise OutputError(
                f"{name} would be larger than a model's files may be, which is "
                f"{MAX_BYTES // 2**20} MiB; import the RDF in parts"
            )
