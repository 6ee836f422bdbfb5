"""Elements into the text of a folder that already holds some of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from pydantic import BaseModel

from lumme_graph.base.files import OutputError
from lumme_graph.base.finding import Place
from lumme_graph.base.text import is_blank
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.settings import Settings
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import specs
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.reading.folder import GUIDE, Folder
from lumme_graph.reading.model import Model, model_of
from lumme_graph.reading.patch import PatchError, append, entry_lines, insert, put, remove
from lumme_graph.reading.tree import read_tree
from lumme_graph.reading.write import block, key_order, plain

Elements = Mapping[str, KeptElement]


def home(element: KeptElement) -> str:
    """The file that a new element is written to: by its area; a journey has its own."""
    if isinstance(element, Path):
        return f"paths/{element.id}.yaml"
    return f"{element.kind.area or type(element).__module__.rpartition('.')[2]}.yaml"


def bodies(element: KeptElement) -> dict[str, str]:
    """The prose of a section by the names of its files."""
    return {f"{GUIDE}/{element.id}.{tag}.md": text for tag, text in _body(element).items()}


def _body(element: KeptElement | None) -> Mapping[str, str]:
    body = element.body if isinstance(element, Section) else None
    return {} if body is None else body


def listed(elements: Iterable[KeptElement]) -> str:
    """Elements as the text of a new file."""
    return "\n".join(block([in_yaml(element)]) for element in elements)


def in_yaml(element: KeptElement) -> dict[str, Data]:
    """What of an element stands in YAML: all but a section's prose."""
    data = plain(element)
    if isinstance(element, Section):
        data.pop("body", None)
    return data


def merged(folder: Folder, elements: Elements, settings: Settings) -> Folder:
    """A folder with these elements in it: what says the same keeps its text.

    Raises `OutputError` where the folder cannot be read whole: nothing that is written may be
    lost because it could not be read.
    """
    old = model_of(folder)
    if old.findings or old.settings is None or folder.settings is None:
        raise OutputError(
            f"{folder.root} cannot be read whole: mend what `lumme check` finds in it first"
        )
    was, now = plain(old.settings), plain(settings)
    try:
        said = changed(folder.settings, (), was, now, Settings)
    except PatchError:
        said = block(now)
    texts = _lists(folder, old, elements)
    return replace(folder, settings=said, texts=texts, bodies=_prose(folder, elements))


def _prose(folder: Folder, elements: Elements) -> dict[str, dict[str, tuple[str, Place]]]:
    """The prose of sections as they have it; a blank text, which says nothing, stays."""
    texts: dict[str, dict[str, tuple[str, Place]]] = {}
    for id_, by_tag in folder.bodies.items():
        section = elements.get(id_)
        body = _body(section)
        for tag, (text, place) in by_tag.items():
            blank = None if section is None or not is_blank(text) else text
            now = body.get(tag, blank)
            if now is not None:
                texts.setdefault(id_, {})[tag] = now, place
    for id_, element in elements.items():
        for tag, text in _body(element).items():
            new = Place(f"{folder.root}/{GUIDE}/{id_}.{tag}.md")
            texts.setdefault(id_, {}).setdefault(tag, (text, new))
    return texts


def _lists(folder: Folder, old: Model, elements: Elements) -> dict[str, str]:
    """The YAML files of elements."""
    ids: dict[str, list[str]] = {file: [] for file in folder.texts}
    for id_, spot in old.spots.items():
        ids.setdefault(spot.document.file, []).append(id_)
    more = _homes(folder.root, old, elements)
    texts: dict[str, str] = {}
    for file, text in folder.texts.items():
        here, new = ids[file], more.pop(file, [])
        mine = [elements[id_] for id_ in here if id_ in elements]
        if mine == [old.elements[id_] for id_ in here] and not new:
            texts[file] = text
        elif mine or new:
            was = [old.elements[id_] for id_ in here]
            texts[file] = _merged_or_new(text, was, elements, new)
    return texts | {file: listed(new) for file, new in more.items()}


def _homes(root: str, old: Model, elements: Elements) -> dict[str, list[KeptElement]]:
    """The new elements by their file: that of the last of their kind, else their area's."""
    kin = {
        type(element): old.spots[id_].document.file
        for id_, element in old.elements.items()
        if id_ in elements and not isinstance(element, Path)
    }
    more: dict[str, list[KeptElement]] = {}
    for id_, element in elements.items():
        if id_ not in old.elements:
            file = kin.get(type(element), f"{root}/{home(element)}")
            more.setdefault(file, []).append(element)
    return more


def _merged_or_new(
    text: str, old: Sequence[KeptElement], elements: Elements, more: Sequence[KeptElement]
) -> str:
    """The text with what elements say now; written anew where it cannot be changed to say it."""
    meant = [*(elements[was.id] for was in old if was.id in elements), *more]
    try:
        merged_text = _merged(text, old, elements, more)
    except PatchError:
        return listed(meant)
    return merged_text if _says(merged_text, meant) else listed(meant)


def _says(text: str, elements: Sequence[KeptElement]) -> bool:
    """Whether a text says just these elements."""
    model = model_of(Folder("", texts={"": text}))
    found = [in_yaml(element) for element in model.elements.values()]
    return not model.findings and found == [in_yaml(element) for element in elements]


def _merged(
    text: str, old: Sequence[KeptElement], elements: Elements, more: Sequence[KeptElement]
) -> str:
    root = read_tree(text)
    for at in reversed(range(len(old))):
        new = elements.get(old[at].id)
        if root is None or new == old[at]:
            continue
        start, end = entry_lines(text, root, at)
        if new is not None:
            piece = _rewritten(text[start:end], old[at], new, flow=root.flow)
        elif root.flow:
            text = remove(text, (at,))
            continue
        else:
            piece, end = "", end + len(text[end:]) - len(text[end:].lstrip("\r\n"))
        text = text[:start] + piece + text[end:]
    return append(text, [in_yaml(element) for element in more]) if more else text


def _rewritten(piece: str, old: KeptElement, new: KeptElement, *, flow: bool) -> str:
    """The lines of one element, with what it says now."""
    path: PathIn = () if flow else (0,)
    try:
        return changed(piece, path, in_yaml(old), in_yaml(new), type(new))
    except PatchError:
        return put(piece, path, in_yaml(new))


def changed(text: str, path: PathIn, old: Data, new: Data, cls: type[BaseModel] | None) -> str:
    """The text with `new` in the place of `old`, part by part; raises `PatchError` where it cannot be."""
    if old == new:
        return text
    if is_map(old) and is_map(new) and old.keys() & new.keys():
        for key in old.keys() - new.keys():
            text = remove(text, (*path, key))
        for key, value in new.items():
            if key in old:
                text = changed(text, (*path, key), old[key], value, _record(cls, key))
            else:
                order = key_order(cls) if cls else list(new)
                text = put(text, (*path, key), value, {len(path): order})
        return text
    if is_list(old) and is_list(new) and old and new:
        return _changed_list(text, path, old, new, cls)
    return put(text, path, new)


def _changed_list(
    text: str, path: PathIn, old: list[Data], new: list[Data], cls: type[BaseModel] | None
) -> str:
    """Lists: what is equal at both ends stays, the middle is paired item by item."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    was, now = old[head : len(old) - tail], new[head : len(new) - tail]
    for at in reversed(range(len(now), len(was))):
        text = remove(text, (*path, head + at))
    for at, value in enumerate(now):
        if at < len(was):
            text = changed(text, (*path, head + at), was[at], value, cls)
        else:
            text = insert(text, path, head + at, value)
    return text


def _alike(one: Sequence[Data], other: Sequence[Data]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _record(cls: type[BaseModel] | None, alias: str) -> type[BaseModel] | None:
    """The class of the records in a field, or of a part of the settings."""
    if cls is None:
        return None
    if issubclass(cls, Node):
        return next((spec.record for spec in specs(cls) if spec.alias == alias), None)
    info = cls.model_fields.get(alias)
    part = info.annotation if info else None
    return part if isinstance(part, type) and issubclass(part, BaseModel) else None
