"""What was received as a new model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from lumme_graph.analysis.texts import texts
from lumme_graph.base.files import MAX_BYTES, OutputError
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import Languages, Settings
from lumme_graph.exchange.draft import ForeignKey, Received
from lumme_graph.exchange.memory import Remembered, memory_file, memory_text
from lumme_graph.exchange.placed import grounded, ids_for, impersonal
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.ref import Ref
from lumme_graph.reading.new import write_new
from lumme_graph.reading.save import to_files
from lumme_graph.views.left import LeftOver, LeftOvers, left_said, left_table
from lumme_graph.views.table import Table
from lumme_graph.views.taken import taken_said

_ONE_FILE: Final = "{name} would be larger than a model's files may be, which is {most} MiB"
_NO_NETWORK: Final = Label(
    "the files do not name the network: say its name with --name, or in model.yaml which "
    "organisation it is; until then all libraries of the model count as its libraries"
)


@dataclass(frozen=True)
class StartedModel:
    """A model from the files of others, still in memory: its graph, and what was not taken."""

    graph: ServiceGraph
    received: Received
    left: tuple[LeftOver, ...]
    memory: str

    def save(self, folder: AnyPath) -> None:
        """Write it as a model's folder, all of it or nothing.

        Raises `OutputError` where there is something already, it cannot be written, or could not
        be read again.
        """
        files = to_files(self.graph, self.graph.settings)
        for name, text in files.items():
            if len(text.encode()) > MAX_BYTES:
                raise OutputError(_ONE_FILE.format(name=name, most=MAX_BYTES // 2**20))
        write_new(path_of(folder), files | {memory_file(self.received.format): self.memory})

    def said(self, lang: str = "en") -> Iterator[str]:
        """What was taken, what was not, and what else there is to say, in a language."""
        speak = self.graph.speaker(lang)
        yield from taken_said(self.graph, self.received.where, speak)
        notes = self.received.notes
        if self.graph.settings.network is None:
            notes = (*notes, _NO_NETWORK)
        yield from left_said(notes, self.left, speak)

    def left_table(self, lang: str = "en") -> Table:
        """What was not taken: field, count, an example, and why."""
        return left_table(self.left, self.graph.speaker(lang))


def new_from(received: Received, languages: Sequence[str] = (), name: str = "") -> StartedModel:
    """A new model of what was received.

    `languages` are those that every text of it must have, the source first; else it is the first of
    what was received alone. `name` is what the network is called here, whatever it is there.
    """
    left = LeftOvers()
    drafts = tuple(draft.begun for draft in grounded(received))
    ids = ids_for(drafts, {}, ())
    settings = _settings(received, ids)
    drafts, elements = impersonal(drafts, ids, settings, left)
    if settings.network not in elements:
        settings = settings.replace(network=None)
    if name:
        settings = _called(name, settings, elements)
    graph = _with_languages(ServiceGraph(elements.values(), settings), received, languages)
    kept = tuple(draft for draft in drafts if ids[draft.key] in elements)
    memory = memory_text(Remembered(received.day, kept, ids, received.digests))
    return StartedModel(graph, received, (*received.left, *left.rows()), memory)


def _called(name: str, settings: Settings, elements: dict[str, KeptElement]) -> Settings:
    """The settings, and the network among the elements, with the name that it has here."""
    text = Text({settings.languages.required[0]: name})
    network = elements.get(settings.network) if settings.network else None
    if network is not None:
        elements[network.id] = network.replace(name=text)
    return settings.replace(name=text)


def _settings(received: Received, ids: Mapping[ForeignKey, str]) -> Settings:
    source = received.languages[0]
    name = dict(received.name) or {source: PurePath(received.where).stem}
    network = ids.get(received.network) if received.network else None
    return Settings(
        name=Text(name),
        network=Ref(network) if network else None,
        country=(received.country,) if received.country else (),
        as_of=received.day,
        languages=Languages(required=(source,)),
    )


def _with_languages(
    graph: ServiceGraph, received: Received, languages: Sequence[str]
) -> ServiceGraph:
    """The graph under settings that name every language of its texts."""
    required = listed(languages, "languages") or received.languages[:1]
    used = texts(Day.of(graph))
    others = [tag for tag in received.languages if tag in used and tag not in required]
    others += sorted(used.keys() - {*required, *others})
    declared = Languages(required=required, optional=tuple(others))
    return graph.under(graph.settings.replace(languages=declared))
