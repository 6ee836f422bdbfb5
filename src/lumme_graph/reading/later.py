"""A model in whose files reading has found no fault before: it is made as far as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from lumme_graph.base.collector import collector_paused
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import ELEMENTS, KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.reading.document import Document, Spot
from lumme_graph.reading.folder import SETTINGS, Folder
from lumme_graph.reading.model import SETTINGS_ID, Files, element_of, files_of, places_of

V = TypeVar("V")


class Late(Mapping[str, V], Generic[V]):
    """Things by their names, each made when it is asked for; a copy for another process holds all.

    Whoever asks has the same one, in whichever thread.
    """

    def __init__(self, names: Iterable[str], make: Callable[[str], V]) -> None:
        self._names = dict.fromkeys(names)
        self._make = make
        self._made: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        made = self._made.get(name)
        if made is not None:
            return made
        if name not in self._names:
            raise KeyError(name)
        return self._made.setdefault(name, self._make(name))

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def values(self) -> ValuesView[V]:
        """All of them, which now are made."""
        return self._whole.values()

    def items(self) -> ItemsView[str, V]:
        """All of them with their names."""
        return self._whole.items()

    @cached_property
    def _whole(self) -> dict[str, V]:
        with collector_paused():
            return {name: self[name] for name in self._names}

    def __reduce__(self) -> tuple[object, ...]:
        return dict, (self._whole,)


class LateElements(Late[KeptElement]):
    """The elements of a model by id, and by kind, in the order of a graph."""

    def __init__(self, ids: Iterable[str], make: Callable[[str], KeptElement]) -> None:
        of_kind: dict[type[KeptElement], list[str]] = {cls: [] for cls in ELEMENTS}
        for id_ in ids:
            of_kind[_kind_of(id_)].append(id_)
        super().__init__([id_ for found in of_kind.values() for id_ in found], make)
        self.by_kind = {cls: Late(found, self.__getitem__) for cls, found in of_kind.items()}


@dataclass(frozen=True, slots=True)
class SoundModel:
    """What a folder says in which there is no fault, made as far as it is asked for."""

    settings: Settings
    elements: LateElements
    spots: Mapping[str, Spot]
    files: Files


def sound_model(
    folder: Folder, ids: Mapping[str, Sequence[str]], opened: Callable[[str], Document]
) -> SoundModel:
    """The model of a folder in which there is no fault, by the ids in its files, to be opened."""
    documents = Late(ids, opened)
    places: dict[str, tuple[str, int | None]] = {SETTINGS_ID: (SETTINGS, None)}
    for file, found in ids.items():
        places.update((id_, (file, item)) for item, id_ in enumerate(found))

    def spot(id_: str) -> Spot:
        file, item = places[id_]
        document = documents[file]
        return Spot(document, item, document.data if item is None else document.data[item])

    def element(id_: str) -> KeptElement:
        return element_of(_kind_of(id_), spots[id_].data, folder.bodies.get(id_, {}))

    spots = Late(places, spot)
    elements = LateElements(filter(lambda id_: id_ != SETTINGS_ID, places), element)
    bodies = {id_: places_of(folder.bodies.get(id_, {})) for id_ in elements.by_kind[Section]}
    settings = Settings.model_validate(spots[SETTINGS_ID].data)
    return SoundModel(settings, elements, spots, files_of(folder, places, bodies))


def _kind_of(id_: str) -> type[KeptElement]:
    return KINDS[id_.partition("-")[0]]
