"""Words of the model made shorter, and where a thing is to be had, for cards and lists."""

from __future__ import annotations

import re
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import among
from lumme_graph.site.here import Here

_END: Final = re.compile(r"(\w*)[.!?]\s+")
_ABBREVIATION: Final = 3
"""A word before a full stop that is no longer than this may be an abbreviation."""

_NOWHERE_KNOWN: Final = Label("not known where")


def first_sentence(said: Said) -> Said:
    """The first of several sentences.

    >>> first_sentence(Said("Ask at the desk, e.g. In person. Then wait.", "en")).words
    'Ask at the desk, e.g. In person.'
    """
    for found in _END.finditer(said.words):
        is_long = len(found[1]) > _ABBREVIATION or found[1].isdigit()
        if is_long and said.words[found.end() :][:1].isupper():
            return said._replace(words=said.words[: found.end()].rstrip())
    return said


def where_offered(here: Here, item: Coverable) -> Said:
    """The libraries at which it is known to be offered."""
    row = here.day.offers.row(item)
    places = [at for at, is_offered in enumerate(row) if is_offered]
    if not places:
        return here.say(_NOWHERE_KNOWN)
    return here.say(among(here.graph, places, here.day.libraries))
