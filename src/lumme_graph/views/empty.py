"""What is said in a view that has nothing to show, so that an empty picture is no riddle."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label

NOTHING: Final = Label("Nothing to show")
NONE_OF: Final = Label("the model has no {what}")
NO_ITEMS: Final = Label("items to cover")
NO_LIBRARIES: Final = Label("libraries")
