"""What a renaming has changed, and where the old id still stands in words."""

from __future__ import annotations

from lumme_graph.base.label import Label
from lumme_graph.editing.rename import Renamed

_DONE = Label("{old} → {new}: references {references}, files {files}")
_REVIEWS = Label("Reviews stamped anew, since only the id has changed: {which}")
_MENTIONS = Label("Remarks and prose still say {old}; look at them:")


def rename_summary(old: str, new: str, done: Renamed, lang: str = "en") -> list[str]:
    """What has changed, in words, and what is left to look at, line by line."""
    lines = [_DONE.say(lang, old=old, new=new, references=done.references, files=len(done.files))]
    if done.reviews:
        which = ", ".join(done.reviews)
        lines.append(_REVIEWS.say(lang, which=which))
    if done.mentions:
        lines += [_MENTIONS.say(lang, old=old), *map(str, done.mentions)]
    return lines
