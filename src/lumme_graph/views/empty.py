"""What is said in a view that has nothing to show, so that an empty picture is no riddle."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Said, Speaker

NOTHING: Final = Label("Nothing to show")
NONE_OF: Final = Label("the model has no {what}")
NO_ITEMS: Final = Label("items to cover")
NO_LIBRARIES: Final = Label("libraries")
NO_STEPS: Final = Label("the path has no steps")


def nothing(
    speak: Speaker, why: Message, what: Message | None = None
) -> tuple[tuple[Said, Said], ...]:
    """The fact that there is nothing to show, and why: `what` is lacking."""
    return ((speak(NOTHING), speak(why.fill(what=what) if what else why)),)
