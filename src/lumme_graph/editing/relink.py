"""Links and facts in prose, led to an element that has another id."""

from __future__ import annotations

from lumme_graph.reading.prose import Insert, Prose, ProseLink


def relinked(text: str, old: str, new: str) -> str:
    """The Markdown with its links and `{{ fact: … }}` to an element or step under its new id.

    >>> relinked("A [loan](service-loan#fee) is no service-loan.", "service-loan", "service-lend")
    'A [loan](service-lend#fee) is no service-loan.'
    """
    if old not in text:
        return text
    lines = text.splitlines(keepends=True)
    for part in sorted(Prose(text).parts, key=_place, reverse=True):
        named = part.name if isinstance(part, Insert) else part.target
        ends = (".",) if isinstance(part, Insert) else ("#", "/")
        if named != old and not named.startswith(tuple(old + end for end in ends)):
            continue
        line, at = lines[part.line - 1], part.column - 1
        lines[part.line - 1] = line[:at] + line[at:].replace(old, new, 1)
    return "".join(lines)


def _place(part: ProseLink | Insert) -> tuple[int, int]:
    return part.line, part.column
