"""What a renaming has changed, and where the old id still stands in words."""

from __future__ import annotations

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.editing.rename import Renamed

_DONE = Label("{old} → {new}: references {references}, files {files}")
_REVIEWS = Label("Reviews stamped anew, since only the id has changed: {which}")
_MENTIONS = Label("Remarks and prose still say {old}; look at them:")


def summary(old: str, new: str, done: Renamed, speak: Speaker) -> list[str]:
    """What has changed, in words, and what is left to look at, line by line."""
    lines = [
        speak(_DONE, old=old, new=new, references=done.references, files=len(done.files)).shown
    ]
    if done.reviews:
        which = ", ".join(done.reviews)
        lines.append(speak(_REVIEWS, which=which).shown)
    if done.mentions:
        lines += [speak(_MENTIONS, old=old).shown, *map(str, done.mentions)]
    return lines
