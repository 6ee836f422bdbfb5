"""Words that fit a terminal: broken between words only, so that what is copied stays whole."""

from __future__ import annotations

import textwrap

from lumme_graph.base.shown import shown


def wrapped(text: str, width: int | None, indent: str = "") -> str:
    """The text in lines of at most `width`, further ones after `indent`; unbroken without a width.

    What a terminal would obey is shown instead.

    >>> print(wrapped("touchpoint-desk is on no path", 18, "  "))
    touchpoint-desk is
      on no path
    """
    text = shown(text)
    if width is None or len(text) <= width:
        return text
    begin = text[: len(text) - len(text.lstrip())]
    lines = textwrap.wrap(
        text.lstrip(),
        width,
        initial_indent=begin,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)
