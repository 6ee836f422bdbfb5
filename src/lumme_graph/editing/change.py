"""Change values of elements where they are written; all of the changes hold, or none is made.

Only the value's own characters change. What would add a fault to the model (LG0xx, LG1xx) is
refused before anything is written: the lines of the element alone are read again where nothing
else can be touched by the change (`editing.alone`), else the changed model as a whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import cast

from lumme_graph.base.by_name import brief
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.journal import FileChange, changing
from lumme_graph.editing.alone import changed_alone
from lumme_graph.editing.amend import Amendment, amend
from lumme_graph.editing.files import EditError, added, copied, differing, faults, write
from lumme_graph.editing.put import Change, apply
from lumme_graph.editing.rename import rename
from lumme_graph.editing.renamed import Renamed
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.reading.folder import SETTINGS, read_folder
from lumme_graph.reading.model import model_of


class Edit:
    """The files of one model, for changing; each call reads them anew.

    Where a graph is given, its files are changed; it says in which an element is looked for first.
    """

    def __init__(self, model: AnyPath | ServiceGraph) -> None:
        if not isinstance(model, str | os.PathLike | ServiceGraph):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(
                "an edit takes the folder of a model, or a graph that was read from one, "
                f"not {type(model).__name__}"
            )
        self._graph = model if isinstance(model, ServiceGraph) else None
        self.folder = path_of(model.root if isinstance(model, ServiceGraph) else model)
        if not os.path.lexists(self.folder / SETTINGS):
            raise EditError(f"{self.folder} is no model", read_folder(self.folder).findings)

    def set(self, element: AnyId, path: str | Sequence[str | int], value: object) -> Edit:
        """Give a part of an element a value: `set("path-hold", "steps.pick-up.lane", "customer")`.

        `path` are field names, languages, and list items by index or natural key, with dots
        between or as a sequence. A missing part is added in its place; None takes it away.
        Raises `EditError` where the element (then it is an `UnknownIdError` too) or part does not
        exist or the model would not hold; `OutputError` where a file cannot be written, another run
        is changing the model, or a file was changed meanwhile; `ValueRefusedError` and `DayError`
        for what no file can hold, such as a number that is none. Then nothing is changed.
        """
        return self.change([Change(id_of(element), path, value)])

    def change(self, changes: Iterable[Change], seen: Iterable[KeptElement] = ()) -> Edit:
        """Make several changes, each an `lg.Change`, all of them or none. Raises as `set` does.

        `seen` are elements as they were when the changes were thought out; where the files say
        something else of one by now, nothing is changed either.
        """
        wanted, known = _changes(changes), list(seen)
        with changing(self.folder):
            made = None if known else changed_alone(self.folder, wanted, self._graph)
            write(self.folder, self._changed(wanted, known) if made is None else made)
        return self

    def _changed(
        self, changes: Sequence[Change], seen: Sequence[KeptElement]
    ) -> dict[str, FileChange]:
        """What the changes make of the files, as far as the whole model holds with them."""
        folder = read_folder(self.folder)
        model = model_of(folder)
        before = faults(model, self.folder)
        if not model.spots:
            raise EditError(f"{self.folder} is no model", model.findings)
        for element in seen:
            if model.elements.get(element.id) != element:
                raise EditError(f"{element.id} was changed meanwhile; run it again")
        unread = [finding for finding in model.findings if not finding.element]
        if unread and any(change.element not in model.spots for change in changes):
            raise EditError(f"{self.folder} cannot be read whole; nothing is changed", unread)
        changed = copied(folder)
        for change in changes:
            apply(change, model, changed)
        more = added(before, faults(model_of(changed), self.folder))
        if more:
            raise EditError("the model would not hold; nothing is changed", more)
        return differing(folder, changed)

    def add(self, *elements: KeptElement) -> Edit:
        """Write new elements into the files: each after the last of its kind, or into its own file.

        Raises `EditError` where the model has one of their ids, and as `set` does.
        """
        for one in elements:
            if not isinstance(one, KeptElement):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise TypeError(f"elements are added, such as an lg.Need, not {brief(repr(one))}")

        def with_new(graph: ServiceGraph) -> Amendment:
            for element in elements:
                if element in graph or graph.has(element):
                    raise EditError(f"{element.id} is in the model; change it with set")
            return Amendment(graph.with_elements(*elements))

        amend(self.folder, with_new)
        return self

    def rename(self, old: AnyId, new: str, saved: Iterable[AnyPath] = ()) -> Renamed:
        """Give an element, or a part (`path-hold/pick-up`), another id, in all that refers to it.

        Baselines and saved coverage follow: those in the folder, right beside it, and `saved`.
        Raises as `set` does.
        """
        return rename(self.folder, id_of(old), id_of(new), saved)


def _changes(changes: object) -> list[Change]:
    """The changes that are asked for. Raises `TypeError` for what is none."""
    given = list(cast("Iterable[object]", changes)) if isinstance(changes, Iterable) else [changes]
    made: list[Change] = []
    for one in given:
        if not isinstance(one, Change):
            raise TypeError(
                f"{brief(repr(one))} is no change: write lg.Change(element, path, value)"
            )
        if not isinstance(one.path, str | Sequence):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(
                f"{brief(repr(one.path))} is no path: write steps.pick-up.lane, or a list of its parts"
            )
        made.append(one._replace(element=id_of(one.element)))
    return made


def edit(model: AnyPath | ServiceGraph) -> Edit:
    """Change a model in its files: `edit("models/mine").set("service-loan", "cost.en", "free")`.

    `model` is its folder, or a graph that was read from it, with which an element is found sooner.
    Raises `EditError` for a folder without a model, and for a graph that was read from no folder.
    """
    if isinstance(model, ServiceGraph) and not model.root:
        raise EditError("this graph was read from no folder; save it first")
    return Edit(model)
