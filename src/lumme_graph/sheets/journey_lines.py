"""A list of texts as the lines of one cell for each language, and back: the n-th line is of the n-th text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from lumme_graph.reading.document import Data, is_map


def lines_of(texts: Sequence[Mapping[str, Data]], tag: str) -> str:
    r"""Texts in one language, a line for each; one that is no plain line stands in quotation marks.

    >>> lines_of([{"en": "slow"}, {"fi": "kallis"}, {"en": "two\nlines"}], "en")
    'slow\n\n"two\\nlines"'
    """
    return "\n".join(_line(text.get(tag)) for text in texts).rstrip("\n")


def _line(words: Data) -> str:
    if not isinstance(words, str):
        return ""
    is_plain = words == words.strip() and len(words.splitlines()) == 1 and words[0] != '"'
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def texts_in(cells: Mapping[str, str]) -> list[dict[str, str]]:
    r"""The texts that the lines of cells make, by language; a text without any words is none.

    >>> texts_in({"en": 'slow\n\n"two\\nlines"', "fi": "hidas"})
    [{'en': 'slow', 'fi': 'hidas'}, {}, {'en': 'two\nlines'}]
    """
    split = {tag: said.replace("\r\n", "\n").split("\n") for tag, said in cells.items()}
    count = max(map(len, split.values()), default=0)
    return [
        {
            tag: words
            for tag, lines in split.items()
            if n < len(lines) and (words := _words(lines[n]))
        }
        for n in range(count)
    ]


def _words(line: str) -> str:
    if line.lstrip().startswith('"'):
        try:
            said = json.loads(line)
        except ValueError:
            return line
        return said if isinstance(said, str) else line
    return line


def text_of(item: Data) -> Mapping[str, Data]:
    """The text of an item of a list: itself, or what stands in it."""
    if not is_map(item):
        return {}
    inner = item.get("text")
    return inner if is_map(inner) else item
