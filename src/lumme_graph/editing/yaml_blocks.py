"""A YAML text in the pieces that it is made of: whole lines, each with the comments above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lumme_graph.reading.document import Data, read_yaml
from lumme_graph.reading.tree import Tree, read_tree


@dataclass(frozen=True)
class YamlBlock:
    """An entry of a mapping or list with all its lines, or a whole text.

    `gap` are the blank lines before it, which are not in its text. What is written in block style
    has `parts`, by `names` where it is a mapping, between `head` and `tail`. Parts are given as if
    each began on a line of its own; `inline` says that the first stands behind a dash.
    """

    text: str
    data: Data
    gap: str = ""
    head: str = ""
    tail: str = ""
    parts: tuple[YamlBlock, ...] | None = None
    names: tuple[str, ...] | None = None
    column: int = 0
    inline: bool = False


def block_of(text: str) -> YamlBlock | None:
    """A whole text, which ends with a line end; None where it cannot be read without doubt.

    What stands above a blank line above its first entry is its head.
    """
    document = read_yaml(text, "")
    if document.findings:
        return None
    root = read_tree(text)
    if root is None:
        return YamlBlock(text, None, head=text, parts=())
    first = _line(text, root.start)
    if root.flow or not root.values or text[first : root.start].strip():
        return None
    blank = text.rfind("\n\n", 0, first)
    begin = blank + len("\n\n") if blank >= 0 else 0
    return _divided(text, (0, begin, len(text)), root, document.data)


def comments(text: str) -> list[str]:
    """The comments of a text that can be read."""
    outside: list[str] = []
    at = 0
    for start, end in _scalars(text, read_tree(text)):
        outside.append(text[at:start])
        at = end
    outside.append(text[at:])
    lines = " ".join(outside).splitlines()
    return [line[line.index("#") :].rstrip() for line in lines if "#" in line]


def _scalars(text: str, node: Tree | None) -> Iterator[tuple[int, int]]:
    """Where the scalars of a tree stand, in the order of the text; of one in lines, its lines."""
    if node is None:
        return
    if node.values is None:
        head = text.find("\n", node.start) if node.style in {"|", ">"} else -1
        if head < 0:
            yield node.start, node.end
        else:
            yield head, max(head, node.end)
        return
    for at, value in enumerate(node.values):
        if node.keys is not None:
            yield from _scalars(text, node.keys[at])
        yield from _scalars(text, value)


def _divided(
    text: str, span: tuple[int, int, int], node: Tree, data: Data, indent: str = ""
) -> YamlBlock:
    """A piece from its beginning over that of its parts to its end; its value is in block style."""
    start, begin, end = span
    values = node.values or []
    inline = begin == node.start > _line(text, begin)
    begin += 0 if inline else _blank(text, begin, node.start)
    starts = [begin, *(_next_line(text, value.end) for value in values)]
    parts: list[YamlBlock] = []
    for at, value in enumerate(values):
        key = node.keys[at] if node.keys is not None else None
        lead = " " * node.column if inline and at == 0 else ""
        inner = data[at if key is None else key.text]
        parts.append(_part(text, (starts[at], starts[at + 1]), (key, value), inner, lead))
    return YamlBlock(
        indent + text[start:end],
        data,
        head=indent + text[start:begin],
        tail=text[starts[-1] : end],
        parts=tuple(parts),
        names=None if node.keys is None else tuple(node.names),
        column=node.column,
        inline=inline,
    )


def _part(
    text: str, span: tuple[int, int], entry: tuple[Tree | None, Tree], data: Data, indent: str
) -> YamlBlock:
    """An entry: its key, where it is one of a mapping, and its value."""
    start, end = span
    key, value = entry
    gap = 0 if indent else _blank(text, start, end)
    before, start = text[start : start + gap], start + gap
    found = YamlBlock(indent + text[start:end], data)
    if value.values and not value.flow:
        line = _line(text, value.start)
        if text[line : value.start].strip():
            found = _divided(text, (start, value.start, end), value, data, indent)
        elif key is not None:
            found = _divided(text, (start, _next_line(text, key.end), end), value, data, indent)
    return replace(found, gap=before)


def _blank(text: str, start: int, end: int) -> int:
    """How long the blank lines are with which a piece of a text begins."""
    at = start
    while at < end and not text[at : _next_line(text, at)].strip():
        at = _next_line(text, at)
    return at - start


def _line(text: str, at: int) -> int:
    """Where the line begins in which `at` lies."""
    return text.rfind("\n", 0, at) + 1


def _next_line(text: str, at: int) -> int:
    """Where the line begins that follows the one in which `at` lies."""
    return text.find("\n", at) + 1 or len(text)
