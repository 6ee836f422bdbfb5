"""Which drawings are left where only what has a tag, or only a phase, is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lumme_graph.base.by_name import unknown
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.kinds import DRAWINGS, DrawingKind
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.journeys import Path, PathState
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.tagged import known_tags, tags
from lumme_graph.views.drawn.parts import Only


def narrowed(graph: ServiceGraph, kind: DrawingKind, ids: Sequence[str], only: Only) -> list[str]:
    """Those of the ids of a kind that have what is asked for.

    Raises `DrawError` where the kind has no phases, where it is not for customers, or where none of
    the ids has what is asked for, and `UnknownTagError` for a tag that no element has.
    """
    known_tags(graph, only.tag)
    if only.phase and not kind.has_phases:
        able = ", ".join(other.name for other in DRAWINGS.values() if other.has_phases)
        raise DrawError(f"{kind.name} has no phases; these have: {able}")
    if only.for_customers:
        _refuse_what_is_the_staffs(graph, kind, ids, only)
    left = _left(graph, kind, ids, only)
    if ids and not left:
        raise DrawError(_nothing(graph, (kind,), ids, only))
    return left


def _refuse_what_is_the_staffs(
    graph: ServiceGraph, kind: DrawingKind, ids: Sequence[str], only: Only
) -> None:
    if not kind.is_for_customers:
        able = ", ".join(other.name for other in DRAWINGS.values() if other.is_for_customers)
        raise DrawError(f"{kind.name} shows what the staff alone see; for customers draw: {able}")
    if ids and not any(_is_seen(graph[id_], only) for id_ in ids):
        raise DrawError(f"{', '.join(ids)}: a plan, which customers do not see")


def all_narrowed(graph: ServiceGraph, only: Only) -> dict[str, list[str]]:
    """All that can be drawn, by kind; of what has a tag or a phase alone, where that is asked for.

    Raises `DrawError` where nothing has it, and `UnknownTagError` for a tag that no element has.
    """
    known_tags(graph, only.tag)
    kinds = [
        kind
        for kind in DRAWINGS.values()
        if (kind.has_phases or not only.phase) and (kind.is_for_customers or not only.for_customers)
    ]
    found = {kind.name: _left(graph, kind, kind.ids(graph), only) for kind in kinds}
    if (only.tags or only.phase) and not any(found.values()):
        raise DrawError(_nothing(graph, kinds, [], only))
    return {name: ids for name, ids in found.items() if ids}


def _left(graph: ServiceGraph, kind: DrawingKind, ids: Iterable[str], only: Only) -> list[str]:
    if kind.of is None:
        is_there = not only.tags or any(map(only.takes, _shown(graph, kind)))
        return list(ids) if is_there else []
    return [
        id_
        for id_ in ids
        if only.takes(one := graph[id_]) and _has_phase(one, only) and _is_seen(one, only)
    ]


def _is_seen(one: KeptElement, only: Only) -> bool:
    """May it be drawn for customers, where that is asked for? A path that is planned may not."""
    return not only.for_customers or (isinstance(one, Path) and one.state is PathState.AS_IS)


def _has_phase(one: KeptElement, only: Only) -> bool:
    return not only.phase or only.phase in _phases([one])


def _shown(graph: ServiceGraph, kind: DrawingKind) -> list[KeptElement]:
    """The elements by whose tags a drawing of a kind is narrowed."""
    return [one for one in graph if one.kind.prefix in kind.shows]


def _phases(elements: Iterable[KeptElement]) -> list[str]:
    paths = (one for one in elements if isinstance(one, Path))
    return list(dict.fromkeys(phase.id for path in paths for phase in path.phases))


def _nothing(
    graph: ServiceGraph, kinds: Sequence[DrawingKind], ids: Sequence[str], only: Only
) -> str:
    """That nothing has the tag or the phase, with the nearest that something has."""
    shown = [one for kind in kinds for one in _shown(graph, kind)]
    tagged = [one for one in shown if only.takes(one)]
    asked = [one for one in tagged if not ids or one.id in ids]
    if only.phase and asked:
        if not (phases := _phases(asked)):
            return f"{', '.join(ids) or 'the paths of the model'}: no phases are entered"
        return unknown("phase", only.phase, phases)
    wanted = " or ".join(only.tags)
    if tagged:
        there = ", ".join(one.id for one in tagged)
        return f"{', '.join(ids)}: without the tag {wanted}, which these have: {there}"
    names, known = ", ".join(kind.name for kind in kinds), ", ".join(tags(shown)) or "none"
    return f"nothing that {names} shows has the tag {wanted}; the tags there are {known}"
