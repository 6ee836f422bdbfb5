"""What a renaming has changed, and where the old id still stands in words."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.base.catalogue import CODE
from lumme_graph.base.finding import Place
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker

_DONE = Label("{old} → {new}: references {references}, files {files}")
_REVIEWS = Label("Reviews stamped anew, since only the id has changed: {which}")
_MENTIONS = Label("Remarks and prose still say {old}; look at them:")


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a renaming has changed; as text it is told in English.

    `references` counts those rewritten, `files` are the changed ones with the saved results,
    `reviews` those stamped anew; `mentions` are the places where remarks or prose still say the old id.
    """

    old: str
    new: str
    references: int
    files: tuple[str, ...]
    reviews: tuple[str, ...]
    mentions: tuple[Place, ...]

    def __str__(self) -> str:
        return "\n".join(self.told(Speaker(CODE)))

    def told(self, speak: Speaker) -> list[str]:
        """What has changed, in words, and what is left to look at, line by line."""
        counts = {"references": self.references, "files": len(self.files)}
        lines = [speak(_DONE, old=self.old, new=self.new, **counts).shown]
        if self.reviews:
            lines.append(speak(_REVIEWS, which=", ".join(self.reviews)).shown)
        if self.mentions:
            lines += [speak(_MENTIONS, old=self.old).shown, *map(str, self.mentions)]
        return lines
