"""What is otherwise at single libraries: what the guide says, and their own values of user rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lumme_graph.analysis.otherwise import Otherwise
from lumme_graph.analysis.rules import RuleAt
from lumme_graph.base.label import Label
from lumme_graph.elements.who import Organisation
from lumme_graph.reports.html.tree import Child, h
from lumme_graph.site.edition import shows
from lumme_graph.site.here import Here
from lumme_graph.site.parts.offers import alphabetical
from lumme_graph.site.parts.record import text
from lumme_graph.site.parts.values import called
from lumme_graph.site.value_words import PERHAPS, amount

DIFFERS: Final = Label("Otherwise in some libraries")


def differs(
    here: Here, found: Iterable[Otherwise], values: Iterable[RuleAt] = ()
) -> Iterator[Child]:
    """The chapter with what is otherwise, library by library; nothing where nothing is known to be."""
    said: dict[Organisation, list[list[Child]]] = {}
    exceptions = list(shown(here, found))
    several = len({one.section.id for one in exceptions}) > 1
    for one in exceptions:
        said.setdefault(one.library, []).append(exception(here, one, named=several))
    for value in values:
        told = rule_value(here, value) if value.library and value.now is not False else []
        if value.library and told:
            said.setdefault(value.library, []).append(told)
    if said:
        yield h("h2", here.say(DIFFERS), id="differs")
        yield h(
            "ul",
            [h("li", here.link(one), ": ", *_lines(said[one])) for one in alphabetical(here, said)],
            class_="differs",
        )


def shown(here: Here, found: Iterable[Otherwise]) -> Iterator[Otherwise]:
    """Those of sections that the edition shows, in whichever language they are."""
    return (one for one in found if shows(here.key.edition, one.section, here.day))


def exception(here: Here, one: Otherwise, *, named: bool) -> list[Child]:
    """What is otherwise, with its letter; `named` says in which section."""
    said = [*text(here, one.said.text), *here.letter(one.said, one.section)]
    return [*said, " (", here.link(one.section), ")"] if named else said


def rule_value(here: Here, one: RuleAt) -> list[Child]:
    """A value of a rule, and of which branch it is; nothing where customers could not read it."""
    value = one.value
    of = called(here, value, one.label)
    if of is None:
        return []
    at = [" (", here.link(one.place), ")"] if one.place and one.place is not one.library else []
    said = [of, *at, ": ", amount(here.speak, value, one.label), *here.letter(value, one.rule)]
    return said if one.now else [*said, ", ", here.say(PERHAPS)]


def _lines(parts: list[list[Child]]) -> list[Child]:
    if len(parts) == 1:
        return parts[0]
    return [h("ul", [h("li", part) for part in parts])]
