"""Descriptions of HSDS without what our own export says in each of them."""

from __future__ import annotations

import re

from lumme_graph.base.speaker import Speaker
from lumme_graph.exchange.hsds.pack import INVENTED
from lumme_graph.exchange.hsds.records import HsdsRecord, HsdsRecords


def described(found: HsdsRecords, record: HsdsRecord, source: str) -> dict[str, str]:
    """A description in each language, as plain text; what repeats the source is no translation."""
    texts = {
        tag: _without(thing.prose("description"), found.statements.get(tag, ""), tag)
        for tag, thing in record.items()
    }
    original = texts.get(source)
    return {
        tag: words for tag, words in texts.items() if words and (tag == source or words != original)
    }


def _without(words: str, statement: str, tag: str) -> str:
    """Words without the statement of the package and the mark of what is invented at their end."""
    for end in (statement, Speaker(tag)(INVENTED).words):
        pattern = r"\s+".join(map(re.escape, end.split()))
        if pattern:
            words = re.sub(rf"(?:^|\s+){pattern}\s*$", "", words)
    return words
