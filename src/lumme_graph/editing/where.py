"""From words such as `steps.pick-up.action.en` to the place of a value in an element."""

from __future__ import annotations

from collections.abc import Sequence

from lumme_graph.base.catalogue import CODE
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.guess import nearest
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map
from lumme_graph.reading.write import key_order


class NoSuchPathError(Exception):
    """The words lead nowhere; the message says why, and what may have been meant."""


def where(
    cls: type[Node], data: Data, words: Sequence[str | int]
) -> tuple[PathIn, dict[int, list[str]]]:
    """The path of a value in an element's data, and the order of the keys on the way by depth.

    An item of a list is named by its index or, a record, by its natural key (a step by its id),
    or by the id that a text has;
    the index after the last adds an item.
    """
    path: list[str | int] = []
    owner: type[Node] = cls
    orders: dict[int, list[str]] = {}
    rest = list(words)
    if not rest or "" in rest:
        raise NoSuchPathError("name a field, with dots between the parts of its path")
    while rest:
        name = str(rest.pop(0))
        spec = _field(owner, name)
        orders[len(path)] = key_order(owner)
        path.append(name)
        data = data.get(name) if is_map(data) else None
        if spec is not None and spec.many and rest:
            at = _item(data, str(rest.pop(0)), spec)
            path.append(at)
            data = data[at] if is_list(data) and at < len(data) else None
            if rest and spec.datatype is Text and is_map(data) and "text" in data:
                if rest == ["id"]:
                    return (*path, "id"), orders
                path.append("text")
        if spec is None or spec.record is None:
            return (*path, *_inner(spec, name, rest)), orders
        owner = spec.record
    return tuple(path), orders


def _field(owner: type[Node], name: str) -> Spec | None:
    """The field of a name; None for the id, which is no field to read on from."""
    spec = next((spec for spec in specs(owner) if spec.alias == name), None)
    if spec is not None:
        return spec
    names = key_order(owner)
    if name == "id" and name in names:
        if issubclass(owner, Record):
            return None
        raise NoSuchPathError("an id is changed with rename, which also changes what refers to it")
    guess = nearest(name, names)
    more = f"did you mean {guess}?" if guess else f"the fields are {', '.join(names)}"
    raise NoSuchPathError(f"{Speaker(CODE)(owner.kind.label).words} has no field {name}: {more}")


def _item(data: Data, word: str, spec: Spec) -> int:
    items: list[Data] = data if is_list(data) else []
    if word.isascii() and word.isdigit():
        if int(word) <= len(items):
            return int(word)
        raise NoSuchPathError(f"{spec.alias} has {len(items)} items; {word} is beyond the next one")
    keys = [_key(item, spec.record) for item in items]
    if word in keys:
        return keys.index(word)
    guess = nearest(word, keys)
    raise NoSuchPathError(
        f"{spec.alias} has no {word}: "
        + (f"did you mean {guess}?" if guess else "name an item by its index, from 0")
    )


def _key(item: Data, record: type[Record] | None) -> str:
    """The natural key of a record as it is written; of a text its id, where it has one."""
    data = item if is_map(item) else {}
    if data.get("id") and (record or "text" in data):
        return str(data["id"])
    if record is None:
        return ""
    aliases = {spec.name: spec.alias for spec in specs(record)}
    return "/".join(str(data[n]) for n in (aliases.get(n, n) for n in record.key) if data.get(n))


def _inner(spec: Spec | None, name: str, rest: Sequence[str | int]) -> PathIn:
    """What may follow a field that is no record: a language, an own name, the bounds of a date."""
    if not rest:
        return ()
    kind = spec.datatype if spec is not None else None
    if len(rest) > 1 or kind not in {Text, Extra, UncertainDate}:
        raise NoSuchPathError(f"{name} has no parts of the name {'.'.join(map(str, rest))}")
    if kind is UncertainDate and rest[0] not in {"earliest", "latest"}:
        raise NoSuchPathError(f"{name} has the parts earliest and latest, not {rest[0]}")
    return (str(rest[0]),)
