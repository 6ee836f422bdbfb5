"""A sentence of ours with links in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lumme_graph.base.label import Message
from lumme_graph.reports.html.tree import Child, h, in_language
from lumme_graph.site.here import Here

_MARK: Final = re.compile("\ue000([a-z_]+)\ue001")


def sentence(
    here: Here, words: Message, links: dict[str, Sequence[Child]], **params: object
) -> list[Child]:
    """Words whose fields named in `links` are filled with pieces of HTML, the others as ever."""
    marks = {name: f"\ue000{name}\ue001" for name in links}
    said = here.say(words, **params, **marks)
    made: list[Child] = []
    for place, part in enumerate(_MARK.split(said.words)):
        if place % 2:
            made += links[part]
        elif part:
            made.append(part)
    return [h("span", made, **in_language(said.lang))] if said.fallback else made


def listed(here: Here, parts: Sequence[Child], last: Message) -> list[Child]:
    """Pieces of HTML as a list in words; `last` says the last two: `{rest} and {last}`."""
    if len(parts) <= 1:
        return list(parts)
    rest: list[Child] = []
    for part in parts[:-1]:
        rest += [", ", part] if rest else [part]
    return sentence(here, last, {"rest": rest, "last": [parts[-1]]})
