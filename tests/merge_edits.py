"""Edits of plain data and of YAML texts, and what of them must be found again after a merge."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import KINDS
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import Data, is_list, is_map, read_yaml
from lumme_graph.reading.patch import PatchError, insert, put, remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from lumme_graph.meta.element import Node
    from lumme_graph.meta.walk import PathIn

Plain = dict[str, Any]
Path = tuple[str, ...]


@st.composite
def edited(
    draw: st.DrawFn, base: Mapping[str, Plain], other: Mapping[str, Plain]
) -> dict[str, Plain]:
    """The elements of base with some of another model: whole, some fields, some items, or gone."""
    found: dict[str, Plain] = {}
    for id_ in dict.fromkeys([*base, *other]):
        was, new = base.get(id_), other.get(id_)
        how = draw(st.sampled_from(["same", "same", "new", "gone", "fields", "fields"]))
        if was is None or new is None or how in {"same", "new"}:
            chosen = new if how == "new" else was
            if chosen is not None:
                found[id_] = deepcopy(chosen)
        elif how == "fields":
            found[id_] = _mixed(draw, was, new)
    return found


def _mixed(draw: st.DrawFn, was: Plain, new: Plain) -> Plain:
    """A mapping with some values of another, and lists with items of both in any order."""
    found: Plain = {}
    for name in dict.fromkeys([*was, *new]):
        one, two = was.get(name), new.get(name)
        how = draw(st.sampled_from(["was", "was", "new", "both"])) if name != "id" else "was"
        if how == "both" and is_list(one) and is_list(two):
            items = [item for at, item in enumerate([*one, *two]) if item not in [*one, *two][:at]]
            value: Any = draw(st.permutations(items))[: draw(st.integers(0, len(items)))]
        elif how == "both" and is_map(one) and is_map(two):
            value = {**one, **two} if draw(st.booleans()) else {**two, **one}
        else:
            value = two if how == "new" else one
        if value:
            found[name] = deepcopy(value)
    return found


def values(element: Plain) -> dict[Path, str]:
    """Each scalar of an element by the way to it, as far as each item on the way has a name."""
    cls = KINDS[element["id"].partition("-")[0]]
    return dict(_values(element, cls, ()))


def _values(data: Plain, cls: type[Node], path: Path) -> Iterator[tuple[Path, str]]:
    fields = {spec.alias: spec for spec in specs(cls)}
    for name, value in data.items():
        spec, here = fields.get(name), (*path, name)
        if spec is None:
            yield here, value
        elif spec.many and spec.record is not None:
            names = [_name(item, spec.record) for item in value]
            if None not in names and len(set(names)) == len(names):
                for item, key in zip(value, names, strict=True):
                    yield from _values(item, spec.record, (*here, str(key)))
        elif spec.many:
            if spec.datatype is not Text:
                yield from (((*here, item), item) for item in value)
        elif spec.record is not None:
            yield from _values(value, spec.record, here)
        elif spec.datatype in {Text, Extra}:
            yield from (((*here, each), str(said)) for each, said in value.items())
        else:
            yield here, str(value)


def _name(item: Plain, record: Any) -> str | None:
    """The id or the natural key of a record; None where its key is of words."""
    aliases = {spec.name: spec for spec in specs(record)}
    if any(name in aliases and aliases[name].datatype is Text for name in record.key):
        return None
    if "id" in item:
        return str(item["id"])
    pieces = [item.get(aliases[name].alias) for name in record.key if name in aliases]
    return "/".join(str(piece) for piece in pieces if piece) or None


def scalars(data: Any) -> set[str]:
    """Every scalar in data."""
    if is_map(data) or is_list(data):
        parts = data.values() if is_map(data) else data
        return {scalar for part in parts for scalar in scalars(part)}
    return set() if data is None else {str(data)}


def edit_text(text: str, random: Random) -> str:
    """A YAML text with a few edits, as hands make them: values, entries, order, comments."""
    for _ in range(random.randint(1, 5)):
        data = read_yaml(text, "").data
        path = random.choice([path for path in _paths(data) if path[-1] != "id"])
        edits = [_set, _take, _double, _move, _comment, _remark]
        try:
            new = random.choice(edits)(text, path, _at(data, path), random)
        except PatchError:
            continue
        after = read_yaml(new, "")
        if not after.findings and _is_in_blocks(new):
            text = new
    return text


def _is_in_blocks(text: str) -> bool:
    return "\n- id: " in f"\n{text}"


def _paths(data: Data, path: PathIn = ()) -> Iterator[PathIn]:
    parts: list[tuple[str | int, Data]] = []
    if is_map(data):
        parts += data.items()
    elif is_list(data):
        parts += enumerate(data)
    for key, value in parts:
        yield (*path, key)
        yield from _paths(value, (*path, key))


def _at(data: Data, path: PathIn) -> Data:
    for part in path:
        data = data[part]
    return data


def _set(text: str, path: Any, value: Any, random: Random) -> str:
    return put(text, path, f"{value} {random.randint(0, 99)}") if isinstance(value, str) else text


def _take(text: str, path: Any, _value: Any, _random: Random) -> str:
    return remove(text, path)


def _double(text: str, path: Any, value: Any, random: Random) -> str:
    if not isinstance(path[-1], int):
        return text
    more = f"-{random.randint(0, 99)}"
    new: Any = f"{value}{more}" if isinstance(value, str) else deepcopy(value)
    if isinstance(new, dict):
        key = next((key for key in ("id", "at", "en") if key in new), None)
        if key is None:
            return text
        new[key] += more
    return insert(text, path[:-1], path[-1] + random.randint(0, 1), new)


def _move(text: str, path: Any, value: Any, random: Random) -> str:
    if not isinstance(path[-1], int):
        return text
    less = remove(text, path)
    left = _at(read_yaml(less, "").data, path[:-1])
    return insert(less, path[:-1], random.randint(0, len(left)), deepcopy(value))


def _comment(text: str, _path: Any, _value: Any, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    indent = len(lines[at]) - len(lines[at].lstrip())
    lines.insert(at, f"{' ' * indent}# Remark {random.randint(0, 999)}")
    return _if_same(text, "\n".join(lines))


def _remark(text: str, _path: Any, _value: Any, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    lines[at] += f"  # Note {random.randint(0, 999)}" if lines[at].strip() else ""
    return _if_same(text, "\n".join(lines))


def _if_same(text: str, new: str) -> str:
    """The new text, if it says the same."""
    old, now = read_yaml(text, ""), read_yaml(new, "")
    return new if not now.findings and now.data == old.data else text
