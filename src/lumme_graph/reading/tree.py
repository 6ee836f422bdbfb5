"""The nodes of a YAML text with where each begins and ends, for changing it in place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import EMPTY


@dataclass(slots=True)
class Tree:
    """One node: a scalar, or the entries of a mapping or list.

    `start` and `end` count characters; a block collection ends where its last value does.
    `keys` is None for a list and for a scalar, `values` None for a scalar.
    """

    start: int
    end: int
    column: int
    flow: bool
    style: str | None = None
    text: str = ""
    keys: list[Tree] | None = None
    values: list[Tree] | None = None

    @property
    def names(self) -> list[str]:
        """The keys of a mapping."""
        return [key.text for key in self.keys or ()]

    @property
    def is_empty(self) -> bool:
        """Whether it stands for nothing, as does what is behind `name:`."""
        return self.values is None and self.style is None and self.text in EMPTY

    def index(self, part: str | int) -> int | None:
        """The position of the entry that a part of a path names."""
        if self.keys is not None:
            return self.names.index(str(part)) if part in self.names else None
        if self.values is not None and isinstance(part, int) and part < len(self.values):
            return part
        return None


@dataclass(slots=True)
class _Open:
    """A collection whose end is not yet read."""

    tree: Tree
    nodes: list[Tree] = field(default_factory=list[Tree])


def read_tree(text: str) -> Tree | None:
    """The tree of a YAML text that `read_yaml` has read without findings."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    root = _Open(Tree(0, 0, 0, flow=False))
    stack = [root]
    try:
        while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.ScalarEvent):
                stack[-1].nodes.append(_scalar(event, text))
            elif isinstance(event, yaml.CollectionStartEvent):
                stack.append(_opened(event))
            elif isinstance(event, yaml.CollectionEndEvent):
                closed = _closed(stack.pop(), event)
                stack[-1].nodes.append(closed)
    finally:
        loader.dispose()
    return root.nodes[0] if root.nodes else None


def _scalar(event: Any, text: str) -> Tree:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style if event.style in {"'", '"', "|", ">"} else None
    if style in {"|", ">"}:
        end = _end_of_block(text, start, end)
    return Tree(start, end, event.start_mark.column, False, style, event.value)


def _end_of_block(text: str, start: int, end: int) -> int:
    """Before the line end of the last line that belongs to a block scalar."""
    keeps = "+" in text[start : text.find("\n", start)].partition("#")[0]
    written = text[start:end]
    if not keeps:
        return start + len(written.rstrip("\r\n"))
    return end - (2 if written.endswith("\r\n") else 1 if written.endswith("\n") else 0)


def _opened(event: Any) -> _Open:
    mapping = isinstance(event, yaml.MappingStartEvent)
    mark = event.start_mark
    tree = Tree(mark.index, mark.index, mark.column, bool(event.flow_style))
    tree.keys, tree.values = [] if mapping else None, []
    return _Open(tree)


def _closed(opened: _Open, event: Any) -> Tree:
    tree, nodes = opened.tree, opened.nodes
    if tree.keys is None:
        tree.values = nodes
    else:
        tree.keys, tree.values = nodes[::2], nodes[1::2]
    tree.end = event.end_mark.index if tree.flow else nodes[-1].end
    return tree


def walk(root: Tree, path: PathIn) -> tuple[list[Tree], PathIn]:
    """The nodes from the root along a path as far as there are any, and the rest of the path."""
    trail = [root]
    for depth, part in enumerate(path):
        index = trail[-1].index(part)
        if index is None or trail[-1].values is None:
            return trail, path[depth:]
        trail.append(trail[-1].values[index])
    return trail, ()
