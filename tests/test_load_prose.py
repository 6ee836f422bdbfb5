"""The prose of sections: what a reader reads of it, where it leads, at which line and column."""

from __future__ import annotations

import pytest

from lumme_graph.reading.prose import Heading, Insert, Prose, ProseLink

NOTHING = [
    "",
    "<!-- to be written -->",
    "<!-- never closed",
    "---\ntitle: Loans\n\nlayout: page\n---\n",
    "\u00a0\u200b\n",
    "&nbsp;",
    "# Loans",
    "Loans\n=====\n",
    "Loans\n---\n\n### Fees ###\n",
    "TODO",
    "**TBD**",
    "- TODO\n- TBD\n",
    "# Loans\n\nTODO\n",
    "***",
    "1.",
    "[a]: https://example.org\n",
    "![](images/a.png)",
    "<div></div>",
    "<script>alert(1)</script>",
    "```\n```",
    "…",
]
SOMETHING = [
    "Bring your card.",
    "# Loans\n\nBring your card.",
    "<!-- draft -->\n\nBring it.",
    "---\ntitle: Loans\n---\nBring it.",
    "- card",
    "> card",
    "TODO: the fees are still open",
    "![The desk](images/desk.png)",
    "{{ fact: loan_days }}",
    "| days |\n|---|\n| 28 |",
    "<div>Open daily</div>",
    "    code",
    "```\ncode\n```",
    "\u200bŵ",
    "28",
]


@pytest.mark.parametrize("words", NOTHING)
def test_nothing_to_read(words: str) -> None:
    assert not Prose(words).says_something


@pytest.mark.parametrize("words", SOMETHING)
def test_something_to_read(words: str) -> None:
    assert Prose(words).says_something


@pytest.mark.parametrize("words", NOTHING + SOMETHING)
def test_the_short_way_says_what_the_parser_says(words: str) -> None:
    """A space in front keeps the short way out, and changes nothing for the parser."""
    assert Prose(f" \n{words}").says_something or not Prose(words).says_something or "---" in words


TEXT = """---
title: Loans
---
See [service-loan](service-loan), [here](<https://example.org/ä>) and ![desk](images/a.png).
<https://example.org> `[no](service-x)` {{ fact: loan_days }} {{ facts }}

> [bad](javascript:alert) \\[no](service-y)

| a | b |
|---|---|
| [evil](//evil.example) | {{fact: service-loan.fee}} |

[defined][there]

[there]: section-card#fees
"""


def test_links_stand_at_their_line_and_column() -> None:
    assert Prose(TEXT).links == (
        ProseLink("service-loan", "service-loan", False, 4, 20),
        ProseLink("https://example.org/ä", "here", False, 4, 43),
        ProseLink("images/a.png", "desk", True, 4, 79),
        ProseLink("https://example.org", "https://example.org", False, 5, 2),
        ProseLink("javascript:alert", "bad", False, 7, 9),
        ProseLink("//evil.example", "evil", False, 11, 10),
        ProseLink("section-card#fees", "defined", False, 15, 10),
    )


def test_facts_are_taken_by_name_but_not_in_code() -> None:
    assert tuple(part for part in Prose(TEXT).parts if isinstance(part, Insert)) == (
        Insert("loan_days", "fact: loan_days", 5, 41),
        Insert("", "facts", 5, 63),
        Insert("service-loan.fee", "fact: service-loan.fee", 11, 28),
    )


def test_line_ends_of_windows_do_not_move_a_place() -> None:
    assert Prose(TEXT.replace("\n", "\r\n")).links == Prose(TEXT).links


def test_headings_have_anchors_of_their_own() -> None:
    assert Prose("# Näin & noin\n\nFees\n----\n\n## Fees\n").headings == (
        Heading(1, "Näin & noin", "näin-noin", 1),
        Heading(2, "Fees", "fees", 3),
        Heading(2, "Fees", "fees-1", 6),
    )


def test_what_is_shown_keeps_its_place() -> None:
    shown = Prose("a <!-- 28\ndays --> b\n").shown
    assert shown == "a        \n         b\n"
