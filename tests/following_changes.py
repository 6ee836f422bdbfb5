"""Obeys the rows of a difference, one by one, to make of one model the other."""

from __future__ import annotations

from typing import Any

import lumme_graph as lg
from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.listed_text import NamedText, point_name
from lumme_graph.meta.local_name import each_once, local_name
from lumme_graph.meta.spec import Spec, specs

Tree = dict[Any, Any]
LANGUAGES = ("en",)
"""Those of the models, which name the texts of a list."""


class Items(list[list[Any]]):
    """The items of a list, each a pair of its name and itself."""

    ordered = False


def applied(old: lg.ServiceGraph, diff: lg.ModelDiff) -> dict[str, Tree]:
    """The trees of the older model, by id, after each row has been obeyed."""
    rows = diff.rows()
    ids = {
        row.before: row.after for row in rows if row.type is lg.ChangeType.RENAMED and not row.path
    }
    parts = {
        (row.element, row.path[0], row.before): row.after
        for row in rows
        if row.type is lg.ChangeType.RENAMED and row.path[:1] in {("steps",), ("phases",)}
        if len(row.path) == 2
    }
    trees = {
        ids.get(one.id, one.id): _Grower(ids, parts, ids.get(one.id, one.id)).tree(one)
        for one in old
    }
    later: list[tuple[Items, int, list[Any]]] = []
    for row in rows:
        if row.path:
            _obey(trees[row.element], row, later)
        elif row.type is lg.ChangeType.NEW:
            trees[row.element] = tree(row.after)
        elif row.type is lg.ChangeType.REMOVED:
            del trees[row.element]
    for items, place, pair in sorted(later, key=lambda one: one[1]):
        items.insert(place - 1, pair)
    return trees


def tree(node: Node) -> Tree:
    """All that an element or record says, as it is."""
    return _Grower({}, {}, getattr(node, "id", "") or "").tree(node)


class OwnFields(dict[str, Any]):
    """The own fields of an element: one that is not there says nothing."""


class _Grower:
    """Makes trees, with what is called otherwise now by the name that it has now."""

    def __init__(self, ids: dict[str, str], parts: dict[Any, str], whole: str) -> None:
        self.ids, self.parts, self.whole = ids, parts, whole

    def tree(self, node: Node) -> Tree:
        made: Tree = {"id": self.ids.get(node.id, node.id)} if isinstance(node, KeptElement) else {}
        if isinstance(node, Record):
            made["id"] = node.id
        for spec in specs(type(node)):
            made[spec.alias] = self.value(spec, getattr(node, spec.name), node)
        return made

    def value(self, spec: Spec, value: Any, owner: Node) -> Any:
        if isinstance(value, Extra):
            return OwnFields(value)
        if not spec.many:
            return None if value is None else self.one(spec, value, owner)
        grown = [self.one(spec, item, owner) for item in value]
        names = [self.name(spec, item, made) for item, made in zip(value, grown, strict=True)]
        items = Items(list(pair) for pair in zip(each_once(names), grown, strict=True))
        items.ordered = spec.prop.ordered
        if spec.record is not None and spec.record.key == ("id",):
            for pair in items:
                pair[1]["id"] = self.parts.get(
                    (self.whole, spec.alias, pair[1]["id"]), pair[1]["id"]
                )
        return items

    def one(self, spec: Spec, value: Any, owner: Node) -> Any:
        if isinstance(value, Text):
            return {None: value.id if isinstance(value, NamedText) else None, **value}
        if isinstance(value, Record):
            return self.tree(value)
        if spec.is_ref:
            return self.ids.get(value, value)
        within = spec.prop.within
        if within is None:
            return value
        of = str(getattr(owner, within.of)) if within.of else self.whole
        return self.parts.get((self.ids.get(of, of), within.field, value), value)

    def name(self, spec: Spec, item: Any, made: Any) -> str:
        if isinstance(item, Text):
            return point_name(item, LANGUAGES)
        if not isinstance(item, Record):
            return str(made)
        if item.id is not None:
            return self.parts.get((self.whole, spec.alias, item.id), item.id)
        aliases = {one.name: one.alias for one in specs(type(item))}
        values = {name: _text(made[aliases[name]]) for name in item.key}
        return local_name(item.key_in(values), LANGUAGES)


def _text(value: Any) -> Any:
    if isinstance(value, dict):
        said: Tree = value  # pyright: ignore[reportUnknownVariableType]
        return Text({tag: words for tag, words in said.items() if tag})
    return value


def _obey(whole: Tree, row: lg.ChangeRow, later: list[tuple[Items, int, list[Any]]]) -> None:
    here: Any = whole
    for name in row.path[:-1]:
        if name == "extra" and not here.get(name):
            here[name] = OwnFields()
        here = (
            next(item for called, item in here if called == name)
            if isinstance(here, Items)
            else here[name]
        )
    last = row.path[-1]
    after = _grown(row.after)
    if row.type is lg.ChangeType.RENAMED:
        there = dict(map(tuple, here))[last] if isinstance(here, Items) else here[last]
        assert there[None if None in there else "id"] in {row.before, row.after}
        there[None if None in there else "id"] = row.after
        return
    if not isinstance(here, Items):
        assert _grown(row.before) == here.get(last)
        if after is None and (None in here or isinstance(here, OwnFields)):
            del here[last]
        else:
            here[last] = after
        return
    pair = next((pair for pair in here if pair[0] == last), None)
    if row.type is not lg.ChangeType.NEW:
        assert pair is not None
        here.remove(pair)
    if row.type is not lg.ChangeType.REMOVED:
        made = pair if row.type is lg.ChangeType.MOVED else [last, after]
        assert made is not None
        later.append((here, row.places.after if row.places and row.places.after else 10**9, made))


def _grown(value: Any) -> Any:
    if isinstance(value, Text):
        return {None: value.id if isinstance(value, NamedText) else None, **value}
    if isinstance(value, Extra):
        return OwnFields(value)
    return tree(value) if isinstance(value, Record) else value


def plainly(value: Any) -> Any:
    """A tree without the names of items; a list whose order means nothing is sorted."""
    if isinstance(value, Items):
        items = [plainly(item) for _, item in value]
        return items if value.ordered else sorted(items, key=repr)
    if isinstance(value, OwnFields):
        return dict(value) or None
    if isinstance(value, dict):
        tree_: Tree = value  # pyright: ignore[reportUnknownVariableType]
        return {key: plainly(item) for key, item in tree_.items()}
    return value
