"""Change one value of a YAML text and not one other character.

Each change is worked out from the places of the nodes, then read again: a text that does not
say exactly what was meant is not given back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, read_yaml
from lumme_graph.reading.tree import Tree, read_tree, walk
from lumme_graph.reading.write import block, flow

Orders = Mapping[int, Sequence[str]]
"""The keys of mappings in their order, by how deep a mapping lies on a path."""


class PatchError(Exception):
    """A text is written in a way in which this value cannot be changed in place."""


def put(text: str, path: PathIn, value: Data, orders: Orders = MappingProxyType({})) -> str:
    """The text with `value` at `path`; what is missing of the path is added.

    `orders` are the keys of the mappings on the way in the order in which they belong. Raises
    `PatchError` where the value cannot be changed in place.
    """
    trail, rest = walk(_root(text), path)
    if rest:
        order = orders.get(len(path) - len(rest), ())
        new = _add(text, trail, rest[0], _nested(rest[1:], value), order)
    else:
        new = _replace(text, trail, value)
    return _checked(new, _meant(read_yaml(text, "").data, path, value))


def remove(text: str, path: PathIn) -> str:
    """The text without the entry at `path`; what is left without entries becomes `{}` or `[]`.

    Raises `PatchError` where there is no such entry, or it cannot be taken away in place.
    """
    trail, rest = walk(_root(text), path)
    if rest or len(trail) == 1:
        raise PatchError
    owner = trail[-2]
    values = owner.values or []
    at = owner.index(path[-1]) or 0
    data = read_yaml(text, "").data
    left: Data = _within(data, path[:-1]).copy()
    del left[path[-1]]
    if not left:
        return _checked(_replace(text, trail[:-1], left), _meant(data, path[:-1], left))
    start, end = _entry(text, owner, at)
    if owner.flow:
        if at + 1 < len(values):
            end = _entry(text, owner, at + 1)[0]
        else:
            start = values[at - 1].end
    elif text[_line(text, start) : start].strip():
        end = _entry(text, owner, 1)[0]
    else:
        start, end = _line(text, start), _next_line(text, end)
    return _checked(text[:start] + text[end:], _meant(data, path[:-1], left))


def insert(text: str, path: PathIn, at: int, value: Data) -> str:
    """The text with an item more in the list at `path`, before the one that is now at `at`.

    Raises `PatchError` where there is no list, or the item cannot be added in place.
    """
    trail, rest = walk(_root(text), path)
    if rest or trail[-1].keys is not None or trail[-1].values is None:
        raise PatchError
    data = read_yaml(text, "").data
    more: list[Data] = [*_within(data, path)]
    more.insert(at, value)
    return _checked(_insert(text, trail, at, [value]), _meant(data, path, more))


def append(text: str, items: Sequence[Data]) -> str:
    """The text of a list with items after its last, in block style a blank line before each."""
    root = read_tree(text)
    if root is None:
        return text + "\n".join(block([item]) for item in items)
    if root.flow:
        return reduce(lambda so_far, item: insert(so_far, (), _count(so_far), item), items, text)
    ends, indent = _line_end(text), " " * root.column
    at = _next_line(text, (root.values or [])[-1].end)
    first = "" if text[:at].endswith("\n") else ends
    pieces = [ends + indent + _fitted(text, block([item]), root.column) + ends for item in items]
    return text[:at] + first + "".join(pieces) + text[at:]


def swap(text: str, swaps: Mapping[PathIn, str]) -> str:
    """The text with other words in the place of scalars; their quotes stay.

    The words are ones that YAML takes as they are, such as ids. Raises `PatchError` where the text
    would not say them.
    """
    root, data = _root(text), read_yaml(text, "").data
    spans: list[tuple[int, int, str]] = []
    for path, words in swaps.items():
        trail, rest = walk(root, path)
        node = trail[-1]
        if rest or node.values is not None:
            raise PatchError
        spans.append((node.start, node.end, _reworded(text[node.start : node.end], node, words)))
        _within(data, path[:-1])[path[-1]] = words
    pieces: list[str] = []
    done = 0
    for start, end, piece in sorted(spans):
        pieces += [text[done:start], piece]
        done = end
    return _checked("".join([*pieces, text[done:]]), data)


def _reworded(written: str, node: Tree, words: str) -> str:
    """A scalar as it is written, with other words."""
    if written.count(node.text) == 1:
        return written.replace(node.text, words)
    quote = node.style if node.style in {"'", '"'} else ""
    return f"{quote}{words}{quote}"


def entry_lines(text: str, owner: Tree, at: int) -> tuple[int, int]:
    """Where an item of a list begins and ends: in block style whole lines."""
    start, end = _entry(text, owner, at)
    return (start, end) if owner.flow else (_line(text, start), _next_line(text, end))


def _count(text: str) -> int:
    return len(_root(text).values or ())


def _root(text: str) -> Tree:
    root = read_tree(text)
    if root is None:
        raise PatchError
    return root


def _nested(path: PathIn, value: Data) -> Data:
    for part in reversed(path):
        value = {part: value} if isinstance(part, str) else [value]
    return value


def _replace(text: str, trail: list[Tree], value: Data) -> str:
    node, owner = trail[-1], trail[-2] if len(trail) > 1 else None
    if node.flow or owner is None or owner.flow:
        return text[: node.start] + _gap(text, node) + flow(value, node.style) + text[node.end :]
    quote = node.style if node.style in {"'", '"'} else None
    at = next(i for i, value_ in enumerate(owner.values or ()) if value_ is node)
    if owner.keys is None:
        start, lines, skip = node.start, block([value], quote), 2
    else:
        key = owner.keys[at]
        both_scalar = isinstance(value, str) and node.values is None and node.start < node.end
        start, skip = (node.start, len("k: ")) if both_scalar else (key.start, 0)
        lines = block({"k" if both_scalar else key.text: value}, quote)
    return text[:start] + _fitted(text, lines, owner.column)[skip:] + text[node.end :]


def _gap(text: str, node: Tree) -> str:
    """What must stand before a value in the place of nothing: `{a: }` and `{a}` are the same."""
    before = text[: node.start]
    if node.start < node.end or not before.strip():
        return ""
    if before.rstrip().endswith(":"):
        return " " if before.endswith(":") else ""
    return ": "


def _add(text: str, trail: list[Tree], part: str | int, value: Data, order: Sequence[str]) -> str:
    owner = trail[-1]
    if owner.is_empty:
        return _replace(text, trail, _nested((part,), value))
    if owner.keys is not None and isinstance(part, str):
        rank = {name: place for place, name in enumerate(order)}
        mine = rank.get(part, len(order))
        before = [i for i, name in enumerate(owner.names) if rank.get(name, mine) <= mine]
        return _insert(text, trail, before[-1] + 1 if before else 0, {part: value})
    if owner.keys is None and part == len(owner.values or ()):
        return _insert(text, trail, len(owner.values or ()), [value])
    raise PatchError


def _insert(text: str, trail: list[Tree], at: int, entry: Data) -> str:
    """The text with one entry more in the last of `trail`, before its entry `at`."""
    owner = trail[-1]
    values = owner.values or []
    if not values:
        return _replace(text, trail, entry)
    if owner.flow:
        words = flow(entry)[1:-1]
        if at == 0:
            start = _entry(text, owner, 0)[0]
            return f"{text[:start]}{words}, {text[start:]}"
        end = max(values[at - 1].end, owner.keys[at - 1].end if owner.keys else 0)
        return f"{text[:end]}, {words}{text[end:]}"
    ends, indent = _line_end(text), " " * owner.column
    lines = _fitted(text, block(entry), owner.column)
    if at == 0:
        return text[: owner.start] + lines + ends + indent + text[owner.start :]
    after = _next_line(text, values[at - 1].end)
    first = "" if text[:after].endswith("\n") else ends
    last = ends if first == "" else ""
    return text[:after] + first + indent + lines + last + text[after:]


def _entry(text: str, owner: Tree, at: int) -> tuple[int, int]:
    """Where an entry begins, its key or dash included, and where it ends."""
    value = (owner.values or [])[at]
    if owner.keys is not None:
        return owner.keys[at].start, value.end
    if owner.flow:
        return value.start, value.end
    start = _line(text, value.start) + owner.column
    while text[start : start + 1] != "-":
        if _line(text, start) == 0:
            raise PatchError
        start = _line(text, _line(text, start) - 1) + owner.column
    return start, value.end


def _fitted(text: str, lines: str, column: int) -> str:
    """Lines for a place at a column: the first as it is, the others indented."""
    first, *others = lines.rstrip("\n").split("\n")
    indent = _line_end(text) + " " * column
    return first + "".join(indent + line if line else _line_end(text) for line in others)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line(text: str, at: int) -> int:
    """Where the line begins in which `at` lies."""
    return text.rfind("\n", 0, at) + 1


def _next_line(text: str, at: int) -> int:
    """Where the line begins that follows the one in which `at` lies."""
    return text.find("\n", at) + 1 or len(text)


def _meant(data: Data, path: PathIn, value: Data) -> Data:
    """The data with `value` at `path`, what is missing on the way added."""
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, str):
        of_part: dict[str, Data] = data or {}
        return {**of_part, part: _meant(of_part.get(part), rest, value)}
    items = list(data or ())
    old = items[part] if part < len(items) else None
    items[part : part + 1] = [_meant(old, rest, value)]
    return items


def _within(data: Data, path: PathIn) -> Data:
    for part in path:
        data = data[part]
    return data


def _checked(text: str, meant: Data) -> str:
    """The new text, if it says exactly what is meant."""
    document = read_yaml(text, "")
    if document.findings or document.data != meant:
        raise PatchError
    return text
