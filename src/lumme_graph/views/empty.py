"""What is said in a view that has nothing to show, so that an empty picture is no riddle."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.text import Label
from lumme_graph.views.network import Words

NOTHING: Final = Label("Ei näytettävää", "Nothing to show", "Inget att visa")
NONE_OF: Final = Label(
    "{what} puuttuvat mallista", "the model has no {what}", "modellen saknar {what}"
)
NO_ITEMS: Final = Label("katettavat kohteet", "items to cover", "objekt att täcka")
NO_LIBRARIES: Final = Label("kirjastot", "libraries", "bibliotek")
NO_STEPS: Final = Label("polulla ei ole vaiheita", "the path has no steps", "stigen har inga steg")


def nothing(lang: str, why: Label, what: Label | None = None) -> tuple[tuple[Words, Words], ...]:
    """The fact that there is nothing to show, and why: `what` is lacking."""
    said = why.say(lang, what=what.say(lang)) if what else why.say(lang)
    return ((Words(NOTHING.say(lang), lang), Words(said, lang)),)
