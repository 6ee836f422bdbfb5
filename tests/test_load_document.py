from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
import strategies
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import MAX_NODES, Document, read_yaml


def found(text: str) -> list[str]:
    """What is wrong with a text."""
    return [
        f"{finding.place.line}:{finding.place.column} {finding.code} {finding.message()}"
        for finding in read_yaml(text, "a.yaml").findings
    ]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("true", "true"),
        ("12:30", "12:30"),
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("2026-08-22", "2026-08-22"),
        (".inf", ".inf"),
        ("=", "="),
        ("Null", "Null"),
        ("NULL", "NULL"),
        ("null", None),
        ("~", None),
        ("", None),
        ("'null'", "null"),
        ('"~"', "~"),
        ("''", ""),
        ('"\\u00e4\\n"', "ä\n"),
        ("'it''s'", "it's"),
        ("a  b", "a  b"),
        ("a\n  b", "a b"),
        ("|\n  a\n   b\n", "a\n b\n"),
        (">-\n  a\n  b\n", "a b"),
    ],
)
def test_scalars_are_text(scalar: str, value: str | None) -> None:
    document = read_yaml(f"k: {scalar}\n", "a.yaml")
    assert document.findings == []
    assert document.data == {"k": value}


def test_nothing_is_nothing() -> None:
    for text in ("", "# only a comment\n", "---\n", "~"):
        document = read_yaml(text, "a.yaml")
        assert (document.data, document.findings) == (None, [])


def test_lists_and_mappings_in_both_styles() -> None:
    text = "- {a: 1, b: [x, y]}\n- a: 1\n  b:\n  - x\n  - y\n"
    assert read_yaml(text, "").data == [{"a": "1", "b": ["x", "y"]}] * 2


def test_places_of_keys_values_and_of_what_is_not_there() -> None:
    document = read_yaml("- id: a\n  name: {fi: x, en: y}\n  steps:\n    - s: 1\n", "a.yaml")

    def place(*path: str | int) -> str:
        return str(document.place(path))

    assert place() == "a.yaml:1:1"
    assert place(0) == "a.yaml:1:3"
    assert place(0, "name") == "a.yaml:2:3"
    assert place(0, "name", "en") == "a.yaml:2:17"
    assert place(0, "steps", 0) == "a.yaml:4:7"
    assert place(0, "steps", 0, "s") == "a.yaml:4:7"
    assert place(0, "steps", 1) == "a.yaml:3:3"
    assert place(0, "name", "sv") == "a.yaml:2:3"
    assert place(5) == "a.yaml:1:1"
    assert str(Document("b.yaml").place(())) == "b.yaml"


def test_columns_count_characters_not_bytes() -> None:
    document = read_yaml("- {ä: 😀, b: c}\n", "a.yaml")
    assert str(document.place((0, "b"))) == "a.yaml:1:10"


def _dumped(data: Any, flow: bool | None, width: int) -> str:
    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
            return True

    text: str = yaml.dump(  # pyright: ignore[reportUnknownMemberType]
        data,
        Dumper=Dumper,
        default_flow_style=flow,
        width=width,
        allow_unicode=True,
        sort_keys=False,
    )
    return text


_data = st.recursive(
    strategies.words(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["a", "b", "it is", "no", "ä"]), inner, max_size=4)
    ),
    max_leaves=15,
)


def _composed(node: yaml.Node, path: PathIn, key: yaml.Node | None) -> Iterator[Any]:
    """Every path of a document with where PyYAML's composer sees it: at the key, if it has one."""
    mark = (key or node).start_mark
    yield path, (mark.line + 1, mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _composed(value, (*path, name.value), name)
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            yield from _composed(value, (*path, place), None)


@given(_data, st.sampled_from([True, False, None]), st.sampled_from([20, 80]))
def test_data_and_places_against_the_composer(data: Any, flow: bool | None, width: int) -> None:
    text = _dumped(data, flow, width)
    document = read_yaml(text, "a.yaml")
    assert document.findings == []
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert root is not None
    for path, mark in _composed(root, (), None):
        place = document.place(path)
        assert (place.line, place.column) == mark
    assert document.data == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506


@pytest.mark.parametrize(
    ("text", "data", "what"),
    [
        ("a: 1\nb: 2\na: 3\n", {"a": "1", "b": "2"}, ["3:1 LG003 the field a is given twice"]),
        ("{a: 1, a: 2, a: 3}", {"a": "1"}, ["1:8", "1:14"]),
        ("a: 1\na:\n  b: {c: [d]}\n  b: 3\ne: f\n", {"a": "1", "e": "f"}, ["2:1", "4:3"]),
        ("- a: 1\n- a: 2\n", [{"a": "1"}, {"a": "2"}], []),
        ("a: 1\n'a': 2\n", {"a": "1"}, ["2:1"]),
        ("~: 1\nnull: 2\n", {"~": "1", "null": "2"}, []),
    ],
)
def test_duplicate_keys(text: str, data: object, what: list[str]) -> None:
    document = read_yaml(text, "a.yaml")
    assert document.data == data
    lines = found(text)
    assert len(lines) == len(what)
    assert all(line.startswith(expected) for line, expected in zip(lines, what, strict=True))


def test_places_after_a_duplicate_are_right() -> None:
    document = read_yaml("a: 1\na: {x: [1, {y: z}], w: 2}\nb: {c: 3}\n", "a.yaml")
    assert str(document.place(("b",))) == "a.yaml:3:1"
    assert str(document.place(("b", "c"))) == "a.yaml:3:5"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- &a b\n", "1:3 LG005 an anchor (&) is not used in models"),
        ("- a\n- *a\n", "2:3 LG005 an alias (*) is not used in models"),
        ("a: b\n<<: {c: d}\n", "2:1 LG005 a merge key (<<) is not used in models"),
        ("a: !!int 3\n", "1:4 LG005 a tag (!) is not used in models"),
        ("a: !x {b: c}\n", "1:4 LG005 a tag (!) is not used in models"),
        ("a: !!python/object/apply:os.system ['x']\n", "1:4 LG005 a tag (!) is not used in models"),
        ("a: b\n---\nc: d\n", "2:1 LG005 a second document (---) is not used in models"),
        ("? [a]\n: b\n", "1:3 LG005 a key that is not text is not used in models"),
        ("{{a: b}: c}", "1:2 LG005 a key that is not text is not used in models"),
        (
            "a: b\n\tc: d\n",
            (
                "2:1 LG002 this is not YAML: found a tab character that violates indentation, "
                "while scanning a plain scalar"
            ),
        ),
        (
            "- 'a\n",
            (
                "2:1 LG002 this is not YAML: found unexpected end of stream, "
                "while scanning a quoted scalar"
            ),
        ),
        ("a: \x07\n", "1:4 LG002 this is not YAML: the character U+0007"),
        ("# ä😀ä\nä: ä\x00\n", "2:5 LG002 this is not YAML: the character U+0000"),
        ("a: b\x7f\n", "1:5 LG002 this is not YAML: the character U+007F"),
    ],
)
def test_what_is_refused(text: str, line: str) -> None:
    assert found(text) == [line]


def test_a_quoted_merge_sign_and_an_escaped_control_character_are_text() -> None:
    assert read_yaml("a: <<\n'<<': \"\\x07\"\n", "").data == {"a": "<<", "<<": "\x07"}


def test_a_tab_is_named_in_the_hint() -> None:
    (finding,) = read_yaml("a:\n\t- b\n", "a.yaml").findings
    assert (finding.place.line, finding.place.column) == (2, 1)
    assert finding.advice() == "indent with spaces, not with a tab"
    assert finding.advice("fi") == "sisennä välilyönnein, ei sarkaimella"


def test_the_depth_is_limited() -> None:
    assert found("[" * 64 + "]" * 64) == []
    too_deep = "[" * 65 + "]" * 65
    assert found(too_deep) == ["1:65 LG004 the nesting is over the limit of 64"]
    block = "".join(f"{'  ' * depth}a:\n" for depth in range(65))
    assert found(block) == ["65:129 LG004 the nesting is over the limit of 64"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 100_000, "1:65"),
        ("{a: " * 100_000, "1:257"),
        ("- " * 100_000, "1:129"),
        ("? " * 100_000, "1:3"),
        ("ä: 1\nö: " + "[" * 1001 + "]" * 1001, "2:67"),
        ("a: b\r\nc: 😀\u2028d: " + "[" * 1001, "3:67"),
    ],
    ids=["brackets", "braces", "dashes", "keys", "letters", "breaks"],
)
def test_what_no_parser_should_follow_is_over_our_own_limit(text: str, place: str) -> None:
    """PyYAML's composer dies of this with a segmentation fault; its newer scanners refuse it."""
    assert found(text)[0].startswith(place)
    assert found(text)[0].endswith(
        "a key that is not text is not used in models"
        if text[0] == "?"
        else "LG004 the nesting is over the limit of 64"
    )


def test_a_fault_before_the_limit_stays_a_fault() -> None:
    assert found("[" * 10 + "}")[0].startswith("1:11 LG002")


def test_an_alias_bomb_costs_nothing() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    tracemalloc.start()
    lines = found(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert lines[0] == "1:4 LG005 an anchor (&) is not used in models"
    assert lines[-1] == "2:8 LG005 an alias (*) is not used in models"
    assert peak < 1_000_000


def test_the_number_of_parts_is_limited() -> None:
    text = "[" + "a," * MAX_NODES + "]"
    assert found(text) == [
        f"1:{MAX_NODES * 2} LG004 the number of parts is over the limit of {MAX_NODES:,}"
    ]


def test_line_ends_of_windows() -> None:
    document = read_yaml("a: b\r\nc:\r\n  - d\r\n", "a.yaml")
    assert document.data == {"a": "b", "c": ["d"]}
    assert str(document.place(("c", 0))) == "a.yaml:3:5"
