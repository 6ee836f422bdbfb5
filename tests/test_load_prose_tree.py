"""The prose of a section as a tree: what is in it, and that it says what the rest of reading says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lumme_graph.reading.prose import Prose
from lumme_graph.reading.prose_tree import (
    Block,
    CodeBlock,
    CodeSpan,
    Emphasis,
    FactSpan,
    HeadingBlock,
    Inline,
    LineBreak,
    LinkSpan,
    ListBlock,
    Paragraph,
    PictureSpan,
    ProseWords,
    Quote,
    RuleLine,
    Strong,
    TableBlock,
)


def words(text: str) -> tuple[Inline, ...]:
    return (ProseWords(text),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("one\ntwo", [ProseWords("one two")]),
        ("one  \ntwo", [ProseWords("one"), LineBreak(), ProseWords("two")]),
        ("**b***c*", [Strong(words("b")), Emphasis(words("c"))]),
        ("`a*b*`", [CodeSpan("a*b*")]),
        (
            "see [the *loan*](service-loan#fee)",
            [
                ProseWords("see "),
                LinkSpan(
                    "service-loan#fee", (ProseWords("the "), Emphasis((ProseWords("loan"),)))
                ),
            ],
        ),
        ("<https://example.org/ä>", [LinkSpan("https://example.org/ä", words("https://example.org/ä"))]),
        ("[x]\n\n[x]: javascript:a", [LinkSpan("javascript:a", words("x"))]),
        ("![the *desk*](images/a.png)", [PictureSpan("images/a.png", "the desk")]),
        ("![](a.png)", [PictureSpan("a.png", "")]),
        ("{{ fact: service-loan.fee }} euros", [FactSpan("service-loan.fee", "fact: service-loan.fee"), ProseWords(" euros")]),
        ("{{ facts }} `{{ fact: fee }}`", [FactSpan("", "facts"), ProseWords(" "), CodeSpan("{{ fact: fee }}")]),
        ("a <b>b</b> <script>c</script> &lt;d&gt; \\*e", [ProseWords("a b c <d> *e")]),
        ("1 < 2 & ä ŵ", [ProseWords("1 < 2 & ä ŵ")]),
    ],
)  # fmt: skip
def test_what_stands_in_a_line(written: str, expected: list[Inline]) -> None:
    assert Prose(written).tree == (Paragraph(tuple(expected)),)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", []),
        ("<!-- later -->", []),
        ("a\n\n<!-- later -->\n\nb", [Paragraph(words("a")), Paragraph(words("b"))]),
        ("<script>alert(1)</script>", []),
        ("<div onclick='a()'>Open &amp;\n<b>daily</b></div>", [Paragraph(words("Open & daily"))]),
        ("---\ntitle: x\n---\na", [Paragraph(words("a"))]),
        ("##\n\n## Näin & noin", [HeadingBlock(2, "näin-noin", words("Näin & noin"))]),
        ("- a\n- b", [ListBlock(False, 1, ((Paragraph(words("a"), True),), (Paragraph(words("b"), True),)))]),
        ("- a\n\n- b", [ListBlock(False, 1, ((Paragraph(words("a")),), (Paragraph(words("b")),)))]),
        ("0. a\n   1. b", [ListBlock(True, 0, ((Paragraph(words("a"), True), ListBlock(True, 1, ((Paragraph(words("b"), True),),))),))]),
        ("3) a", [ListBlock(True, 3, ((Paragraph(words("a"), True),),))]),
        ("> a\n>\n> ***", [Quote((Paragraph(words("a")), RuleLine()))]),
        ("```yaml\na: <b>\n```", [CodeBlock("yaml", "a: <b>\n")]),
        ("    a\n", [CodeBlock("", "a\n")]),
        (
            "| a | b | c | d |\n|---|:--|--:|:-:|\n| 1 | **2** | | 4 | 5 |\n| 1 |",
            [TableBlock(
                (words("a"), words("b"), words("c"), words("d")),
                ("", "left", "right", "center"),
                (
                    (words("1"), (Strong(words("2")),), (), words("4")),
                    (words("1"), (), (), ()),
                ),
            )],
        ),
        ("| a |\n|---|", [TableBlock((words("a"),), ("",), ())]),
    ],
)  # fmt: skip
def test_what_stands_below_one_another(written: str, expected: list[Block]) -> None:
    assert Prose(written).tree == tuple(expected)


def test_no_two_headings_share_an_anchor() -> None:
    prose = Prose("Fees\n===\n\n## Fees\n\n## Fees 1\n\n> Fees\n> ---\n\n## ?\n")
    assert [block.anchor for block in headings(prose.tree)] == [
        "fees",
        "fees-1",
        "fees-1-1",
        "fees-2",
        "heading",
    ]
    assert [heading.line for heading in prose.headings] == [1, 4, 6, 8, 11]


def test_what_is_nested_without_end_is_still_read() -> None:
    """Twenty levels are kept as they are; below them only the words."""
    tree = Prose("**" * 3000 + "a" + "**" * 3000).tree
    assert depth(tree[0]) == 20
    assert list(said(tree)) == ["a"]


def depth(part: Block | Inline) -> int:
    inner = part.children if isinstance(part, Paragraph | Strong) else ()
    return isinstance(part, Strong) + max(map(depth, inner), default=0)


def headings(blocks: tuple[Block, ...]) -> Iterator[HeadingBlock]:
    for block in blocks:
        match block:
            case HeadingBlock():
                yield block
            case Quote(inner):
                yield from headings(inner)
            case ListBlock(items=items):
                for item in items:
                    yield from headings(item)
            case _:
                pass


def said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The words of the blocks as somebody reads them aloud, without those of headings."""
    for block in blocks:
        match block:
            case Paragraph(children):
                yield aloud(children)
            case CodeBlock(words=code):
                yield code
            case Quote(inner):
                yield from said(inner)
            case ListBlock(items=items):
                for item in items:
                    yield from said(item)
            case TableBlock(head, _, rows):
                yield from map(aloud, head)
                for row in rows:
                    yield from map(aloud, row)
            case _:
                pass


def aloud(parts: tuple[Inline, ...]) -> str:
    found = ""
    for part in parts:
        match part:
            case ProseWords(text) | CodeSpan(text) | PictureSpan(_, text):
                found += text
            case Strong(inner) | Emphasis(inner) | LinkSpan(_, inner):
                found += aloud(inner)
            case FactSpan():
                found += "0"
            case LineBreak():
                found += " "
    return found


def there(texts: Iterator[str]) -> list[str]:
    return [one for text in texts if (one := " ".join(text.split()))]


PIECES = [
    "a", "ö", " ", "  ", "\n", "\n\n", "# ", "## ", "---\n", "===\n", "- ", "1. ", "> ", "    ", "```\n",
    "| a | b |\n|---|:-:|\n", "| ", "*", "**", "_", "`", "[", "](service-loan)", "![", "](images/a.png)",
    "<b>", "</b>", "<div>", "<!-- ", " -->", "<script>", "</script>", "<https://a.example>", "{{ fact: fee }}",
    "{{ x }}", "&amp;", "&lt;", "\\", "<", "[a]: b\n", "[a]", "\t", "\r\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(max_size=60))
@example("> a\n> ---\n")
@example("a <!-- b\n\nc --> d")
def test_the_tree_says_what_is_read(written: str) -> None:
    prose = Prose(written)
    assert there(said(prose.tree)) == there(iter(prose.blocks))
    told = [(one.level, one.anchor, aloud(one.children).strip()) for one in headings(prose.tree)]
    known = [(one.level, one.anchor, one.words) for one in prose.headings]
    assert [one for one in told if one[2]] == [one for one in known if one[2]]
    assert len({one.anchor for one in prose.headings}) == len(prose.headings)
