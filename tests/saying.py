"""What a message says, in words, for the tests that compare them."""

from __future__ import annotations

from lumme_graph.base.speaker import Sayable, Speaker


def words_of(what: Sayable, lang: str = "en", **params: object) -> str:
    """The words as a speaker without a model says them."""
    return Speaker(lang)(what, **params).words
