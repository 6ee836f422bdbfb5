"""Changes that touch nothing but their own elements: only the lines of these are read and checked.

A model holds after such a change as it held before. Where that is not sure, such as for a new
reference or for a part that others may name, nothing is made here: the whole model must be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain, islice
from pathlib import Path

from lumme_graph.base.files import files_below
from lumme_graph.base.journal import FileChange
from lumme_graph.editing.files import EditError, added, copied, differing
from lumme_graph.editing.put import Change, apply
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.links import broken_links
from lumme_graph.graph.parts import part_references, parts
from lumme_graph.graph.references import references
from lumme_graph.graph.rings import ring_edges
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.cache import kept_homes
from lumme_graph.reading.document import Document, is_list, is_map, read_yaml
from lumme_graph.reading.file_sort import YAML
from lumme_graph.reading.folder import Folder, read_folder
from lumme_graph.reading.model import model_of

_NO_DAY = Settings(as_of=date.max)
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def changed_alone(
    root: Path, changes: Sequence[Change], graph: ServiceGraph | None
) -> dict[str, FileChange] | None:
    """What the changes make of the files; None where the whole model has to be read for it.

    The graph, where there is one, only says where an element may be: what the files say holds.
    """
    if any(change.is_prose for change in changes):
        return None
    by_id: dict[str, list[Change]] = {}
    for change in changes:
        by_id.setdefault(change.element, []).append(change)
    homes = _found(root, by_id) if graph is None else _told(graph, by_id)
    if homes.keys() != by_id.keys():
        return None
    folder = read_folder(root, only=dict.fromkeys(homes.values()))
    if folder.findings:
        return None
    changed = copied(folder)
    for id_, its in by_id.items():
        file = f"{folder.root}/{homes[id_]}"
        text = _with(changed.texts.get(file, ""), id_, its)
        if text is None:
            return None
        changed.texts[file] = text
    return differing(folder, changed)


def _told(graph: ServiceGraph, ids: Iterable[str]) -> dict[str, str]:
    """The files of elements by their names in the folder, as a graph that was read from it says."""
    files = {id_: graph.place(id_).file for id_ in ids}
    start = f"{graph.root}/"
    return {id_: file.removeprefix(start) for id_, file in files.items() if file.startswith(start)}


def _found(root: Path, ids: Iterable[str]) -> dict[str, str]:
    """The files in which elements seem to be: of each the first that has its id as an id."""
    missing = {id_: re.compile(rf"\bid[\"']?:\s*[\"']?{re.escape(id_)}(?![\w-])") for id_ in ids}
    found: dict[str, str] = {}
    with suppress(OSError):
        for path in chain(kept_homes(root, [*missing]), files_below(root, YAML)):
            if path.is_file():
                data = path.read_bytes()
                near = [id_ for id_ in missing if id_.encode() in data]
                text = data.decode("utf-8", "replace") if near else ""
                for id_ in near:
                    if missing[id_].search(text):
                        found[id_] = path.relative_to(root).as_posix()
                        del missing[id_]
            if not missing:
                break
    return found


def _with(text: str, id_: str, changes: Sequence[Change]) -> str | None:
    """A file's text with the changes of one element, as far as they touch nothing else."""
    document = read_yaml(text, "")
    data = document.data if is_list(document.data) else []
    places = [at for at, item in enumerate(data) if is_map(item) and item.get("id") == id_]
    if document.findings or len(places) != 1:
        return None
    (at,) = places
    start, end = _lines(text, document, at), _lines(text, document, at + 1)
    piece = Folder("", texts={"": text[start:end]})
    before = model_of(piece)
    if before.findings or [spot.data for spot in before.spots.values()] != [data[at]]:
        return None
    changed = copied(piece)
    try:
        for change in changes:
            apply(change, before, changed)
    except EditError:
        return None
    after = model_of(changed)
    if after.findings or not _leaves_others(before.elements[id_], after.elements[id_]):
        return None
    new = text[:start] + changed.texts[""] + text[end:]
    meant = [*data[:at], after.spots[id_].data, *data[at + 1 :]]
    return new if read_yaml(new, "").data == meant else None


def _lines(text: str, document: Document, at: int) -> int:
    """Where the line of an item of a list begins; the end of the text after the last."""
    if at == len(document.data):
        return len(text)
    before = document.place((at,)).line - 1
    found = next(islice(_LINE_END.finditer(text), before - 1, None), None) if before else None
    return found.end() if found else 0


def _leaves_others(before: KeptElement, after: KeptElement) -> bool:
    """Whether a changed element adds no fault of its own, nor lets anything that leans on it fall."""
    there = [str(found.value) for found in references(before)]
    was, now = (broken_links(ServiceGraph([e], _NO_DAY, broken=there)) for e in (before, after))
    return (
        not added(was, now)
        and parts(before).keys() <= parts(after).keys()
        and _facts(before) <= _facts(after)
        and len({key for key, _, _ in _facts(after)}) == len(getattr(after, "facts", ()))
        and ring_edges(after) <= ring_edges(before)
        and _named(after) <= _named(before)
    )


def _facts(element: KeptElement) -> set[tuple[str, object, object]]:
    """The names of the facts that a text may take from an element, and on which days they hold."""
    return {(fact.key_, fact.from_, fact.to) for fact in getattr(element, "facts", ())}


def _named(element: KeptElement) -> set[tuple[str | None, str, str]]:
    """The parts of elements that an element names."""
    return {(part.whole, part.field, part.local) for part in part_references(element)}
