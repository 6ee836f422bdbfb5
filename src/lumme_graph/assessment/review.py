"""Reviews of the guide: which wait, and what accepting one changes in the files.

Accepting is the only way to store a fingerprint: somebody has read the section beside its item,
or a translation beside the source text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lumme_graph.assessment.impact import state_of
from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.given_list import listed
from lumme_graph.base.tags import best
from lumme_graph.editing.change import edit
from lumme_graph.editing.put import Change
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.graph.fingerprint import (
    ReviewState,
    fingerprint,
    review_state,
    text_fingerprint,
)
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.named import AnyId, id_of


class ReviewTask(NamedTuple):
    """A thing to review: a section beside an item, or a translation; `what` names which."""

    section: Section
    what: str
    state: ReviewState

    @property
    def id(self) -> str:
        """As `--accept` takes it."""
        return f"{self.section.id}/{self.what}"


def reviews(graph: ServiceGraph, section: Section) -> Iterator[ReviewTask]:
    """Every review of a section that has a text: of its links, then of its translations."""
    body = graph.prose(section)
    if not body:
        return
    for link in section.covers:
        item = graph.find(link.item)
        if item is not None:
            yield ReviewTask(section, item.id, state_of(link, item))
    source = graph.settings.languages.required[0]
    if source not in body:
        return
    fp = text_fingerprint(body[source].words)
    known = {
        best(translation.language, body): translation.fp for translation in section.translations
    }
    for tag in sorted(body.keys() - {source}):
        yield ReviewTask(section, tag, review_state(known.get(tag), fp))


def waiting_reviews(graph: ServiceGraph) -> list[ReviewTask]:
    """The reviews that are stale or were never made, in the order of sections."""
    need_graph(graph)
    every = (review for section in graph.all(Section) for review in reviews(graph, section))
    return [review for review in every if review.state is not ReviewState.FRESH]


def accept_reviews(
    graph: ServiceGraph, ids: Iterable[AnyId], as_of: AnyDay | None = None
) -> list[ReviewTask]:
    """Store reviews in the files: all of a section, or `section/item`, or `section/language`.

    They are dated by `as_of`, the model's day by default.

    Raises `UnknownIdError` or `WrongKindError` for what is no section, `UnknownNameError` for a part
    of one that there is not, and `EditError` where the files cannot be changed.
    """
    need_graph(graph)
    found = {
        review.id: review for one in listed(ids, "ids") for review in _chosen(graph, id_of(one))
    }
    changes = list(_changes(graph, found.values(), day_of(as_of) or graph.settings.as_of))
    if changes:
        edit(graph.root).change(changes, _seen(graph, found.values()))
    return list(found.values())


def _seen(graph: ServiceGraph, found: Iterable[ReviewTask]) -> Iterator[KeptElement]:
    """What was read side by side."""
    for section, what, _ in found:
        item = graph.find(what)
        yield from (section,) if item is None else (section, item)


def _chosen(graph: ServiceGraph, id_: str) -> list[ReviewTask]:
    name, _, what = id_.partition("/")
    section = graph[Section, name]
    every = list(reviews(graph, section))
    found = [review for review in every if what in {"", review.what}]
    if not found:
        known = ", ".join(review.id for review in every)
        raise UnknownNameError(
            f"{id_}: there is nothing to review; of this section there are {known or 'none'}"
        )
    return found


def _changes(graph: ServiceGraph, found: Iterable[ReviewTask], day: date) -> Iterator[Change]:
    """What accepting reviews changes; translations that are new are added one after another."""
    added: dict[str, int] = {}
    for section, what, state in found:
        items = [str(link.item) for link in section.covers]
        if what in items:
            value = {"fp": fingerprint(graph[what]), "date": day.isoformat()}
            yield Change(section.id, ("covers", items.index(what), "reviewed"), value)
        elif state is not ReviewState.FRESH:
            body = graph.prose(section)
            fp = text_fingerprint(body[graph.settings.languages.required[0]].words)
            known = [best(translation.language, body) for translation in section.translations]
            if what in known:
                yield Change(section.id, ("translations", known.index(what), "fp"), fp)
            else:
                place = len(known) + added.get(section.id, 0)
                added[section.id] = added.get(section.id, 0) + 1
                yield Change(section.id, ("translations", place), {"language": what, "fp": fp})
