from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import strategies
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map, read_yaml
from lumme_graph.reading.patch import PatchError, append, insert, put, remove
from lumme_graph.reading.write import block

TEXT = """\
# head
- id: a   # one
  name: {fi: x, en: "y"} # names
  note: |
    two
    lines

  # before the list
  refs: [p,  q]
  steps:
  - id: s   # first
    lane: l
  # between
  - id: t

# second
-   id: b
    name:
        fi: 'it''s'
"""
CASES: list[tuple[str, PathIn, Any, str, str]] = [
    ("a plain value", (0, "id"), "z", "- id: a   #", "- id: z   #"),
    ("what needs quotes", (0, "id"), "z: #", "- id: a   #", "- id: 'z: #'   #"),
    ("quotes stay", (0, "name", "en"), "z", '"y"', '"z"'),
    ("single quotes stay", (1, "name", "fi"), "they're", "'it''s'", "'they''re'"),
    ("in brackets, what they need", (0, "name", "fi"), "a, b", "fi: x", "fi: 'a, b'"),
    ("an item in brackets", (0, "refs", 1), "r", "[p,  q]", "[p,  r]"),
    ("an item more", (0, "refs", 2), "r", "[p,  q]", "[p,  q, r]"),
    ("a list in brackets", (0, "refs"), ["r"], "[p,  q]", "[r]"),
    ("a key in braces", (0, "name", "sv"), "z", '"y"}', '"y", sv: z}'),
    ("lines to a line", (0, "note"), "z", "|\n    two\n    lines\n", "z\n"),
    ("lines to lines", (0, "note"), "a\nb", "|\n    two\n    lines", "|-\n    a\n    b"),
    ("a line to lines", (0, "steps", 1, "id"), "x\ny", "id: t", "id: |-\n      x\n      y"),
    ("a key at the end", (0, "steps", 1, "lane"), "m", "- id: t\n", "- id: t\n    lane: m\n"),
    ("a key of an item", (0, "steps", 0, "x"), "m", "lane: l\n", "lane: l\n    x: m\n"),
    ("a mapping", (1, "name", "en"), "z", "'it''s'\n", "'it''s'\n        en: z\n"),
    ("a mapping with others", (1, "f", "g"), "z", "'it''s'\n", "'it''s'\n    f: {g: z}\n"),
    ("a value to a list", (0, "steps", 0, "lane"), ["a b"], "lane: l", "lane:\n      - a b"),
]


@pytest.mark.parametrize(
    ("path", "value", "old", "new"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_only_the_value_changes(path: PathIn, value: object, old: str, new: str, ends: str) -> None:
    assert TEXT.count(old) == 1
    text, expected = TEXT.replace("\n", ends), TEXT.replace(old, new).replace("\n", ends)
    assert put(text, path, value) == expected


def test_a_new_key_comes_where_it_belongs() -> None:
    order = ["id", "label", "name", "note"]
    assert put(TEXT, (1, "label"), "z", {1: order}) == TEXT.replace(
        "id: b\n", "id: b\n    label: z\n"
    )
    first = put(TEXT, (1, "first"), "z", {1: ["first", *order]})
    assert first == TEXT.replace("-   id: b\n", "-   first: z\n    id: b\n")
    braces = put(TEXT, (0, "name", "de"), "z", {2: ["de", "fi", "en"]})
    assert braces == TEXT.replace("{fi: x", "{de: z, fi: x")
    deep = put(TEXT, (1, "label", "fi"), "z", {1: order, 2: ["fi"]})
    assert deep == TEXT.replace("id: b\n", "id: b\n    label: {fi: z}\n")
    between = put(TEXT, (0, "name", "de"), "z", {2: ["fi", "de", "en"]})
    assert between == TEXT.replace("fi: x,", "fi: x, de: z,")


@pytest.mark.parametrize(
    ("text", "path", "value", "expected"),
    [
        ("- id: a\n  name:\n  b: c\n", (0, "name"), "x", "- id: a\n  name: x\n  b: c\n"),
        ("- id: a\n  name: # none\n", (0, "name"), "x", "- id: a\n  name: x # none\n"),
        ("- id: a\n  name: ~\n", (0, "name", "fi"), "x y", "- id: a\n  name:\n    fi: x y\n"),
        ("- id: a\n  name: {}\n", (0, "name", "fi"), "x", "- id: a\n  name: {fi: x}\n"),
        ("- id: a", (0, "name"), "x", "- id: a\n  name: x"),
        ("- {id: a}", (0, "name"), "x", "- {id: a, name: x}"),
        ("- {id: a, b}", (0, "b"), "x", "- {id: a, b: x}"),
        ("- {id: a, b: }", (0, "b"), "x", "- {id: a, b: x}"),
        ("{}", ("a",), "x", "{a: x}"),
        ("[]", (0,), "x", "[x]"),
        ("- a\n", (1,), ["b", "c d"], "- a\n- - b\n  - c d\n"),
    ],
)
def test_what_was_empty(text: str, path: PathIn, value: object, expected: str) -> None:
    assert put(text, path, value) == expected


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ((0, "note"), "  note: |\n    two\n    lines\n", ""),
        ((0, "id"), "id: a   # one\n  name", "name"),
        ((0, "name", "fi"), "{fi: x, en", "{en"),
        ((0, "name", "en"), '{fi: x, en: "y"}', "{fi: x}"),
        ((0, "refs", 0), "[p,  q]", "[q]"),
        ((0, "refs", 1), "[p,  q]", "[p]"),
        ((0, "steps", 0), "  - id: s   # first\n    lane: l\n", ""),
        ((0, "steps", 1), "  - id: t\n", ""),
        ((1, "name", "fi"), "name:\n        fi: 'it''s'", "name: {}"),
        ((1, "name"), "    name:\n        fi: 'it''s'\n", ""),
        ((1,), "-   id: b\n    name:\n        fi: 'it''s'\n", ""),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_only_the_entry_goes(path: PathIn, old: str, new: str, ends: str) -> None:
    assert TEXT.count(old) == 1
    text, expected = TEXT.replace("\n", ends), TEXT.replace(old, new).replace("\n", ends)
    assert remove(text, path) == expected


def test_items_below_their_dash() -> None:
    text = "-\n  # one\n  id: a\n-\n  id: b\n- id: c\n"
    assert remove(text, (1,)) == "-\n  # one\n  id: a\n- id: c\n"
    assert remove(text, (0,)) == "-\n  id: b\n- id: c\n"
    assert put(text, (1, "note"), "x") == text.replace("id: b\n", "id: b\n  note: x\n")


def test_items_between_others() -> None:
    assert insert(TEXT, (0, "steps"), 1, {"id": "new"}) == TEXT.replace(
        "    lane: l\n", "    lane: l\n  - id: new\n"
    )
    assert insert(TEXT, (0, "steps"), 0, {"id": "new"}) == TEXT.replace(
        "  - id: s ", "  - id: new\n  - id: s "
    )
    assert insert(TEXT, (0, "refs"), 0, "n") == TEXT.replace("[p,", "[n, p,")
    assert insert(TEXT, (0, "refs"), 1, "n") == TEXT.replace("[p,", "[p, n,")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n# end\n", "- a\n\n- id: b\n  c: d\n# end\n"),
        ("- a", "- a\n\n- id: b\n  c: d\n"),
        ("  - a\r\n", "  - a\r\n\r\n  - id: b\r\n    c: d\r\n"),
        ("[a]\n", "[a, {id: b, c: d}]\n"),
        ("# nothing yet\n", "# nothing yet\n- id: b\n  c: d\n"),
        ("", "- id: b\n  c: d\n"),
    ],
)
def test_items_at_the_end(text: str, expected: str) -> None:
    assert append(text, [{"id": "b", "c": "d"}]) == expected


@pytest.mark.parametrize("path", [(0, "no"), (), (0, "id", "fi"), (7,)])
def test_what_is_not_there_cannot_be_removed(path: PathIn) -> None:
    with pytest.raises(PatchError):
        remove(TEXT, path)


@pytest.mark.parametrize(
    "path", [(0, "refs", 5), (0, "name", 0), (0, "id", "fi"), (0, "refs", "x"), (7,)]
)
def test_what_has_no_such_part_cannot_get_one(path: PathIn) -> None:
    with pytest.raises(PatchError):
        put(TEXT, path, "x")


@pytest.mark.parametrize("path", [(0, "id"), (0, "name"), (0, "no")])
def test_what_is_no_list_gets_no_items(path: PathIn) -> None:
    with pytest.raises(PatchError):
        insert(TEXT, path, 0, "x")


def test_a_text_that_would_say_something_else_is_not_given_back() -> None:
    """The line that a block scalar lacks at the end of the file would become part of it."""
    text = "- id: a\n  note: |\n    x"
    assert read_yaml(text, "").data == [{"id": "a", "note": "x"}]
    with pytest.raises(PatchError):
        put(text, (0, "z"), "y")


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _styles(value: Any) -> list[str]:
    def dumped(flow: bool | None) -> str:
        text: str = yaml.dump(  # pyright: ignore[reportUnknownMemberType]
            value, Dumper=Dumper, default_flow_style=flow, width=30, allow_unicode=True
        )
        return text

    return [block(value), *map(dumped, (True, False, None))]


def _paths(value: Any, path: PathIn = ()) -> Iterator[PathIn]:
    yield path
    if is_map(value):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    elif is_list(value):
        for place, inner in enumerate(value):
            yield from _paths(inner, (*path, place))


_plain = st.recursive(
    strategies.words(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.sampled_from(["a", "key", "is", "fi"]), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def _with(value: Data, path: PathIn, new: Data) -> Data:
    """A value with another one at a path."""
    if not path:
        return new
    first, *rest = path
    if is_map(value):
        return {k: _with(v, tuple(rest), new) if k == first else v for k, v in value.items()}
    return [_with(v, tuple(rest), new) if at == first else v for at, v in enumerate(value)]


@given(st.data())
def test_any_value_in_any_style_can_be_changed(data: st.DataObject) -> None:
    """What is read after a change is what was there, with that one change."""
    value = data.draw(st.lists(_plain, min_size=1, max_size=3))
    text = data.draw(st.sampled_from(_styles(value)))
    if data.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    value = read_yaml(text, "").data
    path = data.draw(st.sampled_from(list(_paths(value))[1:]))
    at: Any = value
    for part in path:
        at = at[part]
    new = data.draw(_plain)
    assert read_yaml(put(text, path, new), "").data == _with(value, path, new)
    gone = read_yaml(remove(text, path), "").data
    assert len(list(_paths(gone))) < len(list(_paths(value)))
    if is_map(at):
        order = data.draw(st.permutations(["a", "key", "fi", "new"]))
        put(text, (*path, "new"), new, {len(path): order})
    if is_list(at):
        insert(text, path, data.draw(st.integers(0, len(at))), new)
    assert read_yaml(append(text, [new]), "").data == [*value, new]
