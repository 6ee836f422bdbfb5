"""Some elements of a model as a graph of their own: a path, a service, what concerns a library."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from lumme_graph.base.collector import collector_paused
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.id_errors import UnknownIdError
from lumme_graph.graph.parts import part_references
from lumme_graph.graph.prose import elements_in_prose
from lumme_graph.graph.references import field_name, references, settings_references
from lumme_graph.graph.service_graph import DrawnIn, ServiceGraph, Subset, Wanted
from lumme_graph.graph.tagged import AnyTags, UnknownTagError, has_tag, known_tags


def subset(
    graph: ServiceGraph,
    wanted: Iterable[Wanted],
    *,
    used_by: bool = False,
    tag: AnyTags | None = None,
) -> Subset:
    """The part of a graph that `ServiceGraph.subset` gives."""
    with collector_paused():
        chosen = _chosen(graph, tuple(wanted), tag)
        found = dict(chosen)
        drawn: list[DrawnIn] = []
        if used_by:
            for id_, element in chosen.items():
                for source, reference in graph.uses(id_):
                    if source.id not in found:
                        found[source.id] = source
                        field = field_name(reference.path)
                        drawn.append(DrawnIn(source, element, field, refers=True))
        todo: deque[KeptElement | None] = deque([*found.values(), None])
        while todo:
            by = todo.popleft()
            for id_, field in _needs(graph, by):
                needed = graph.find(id_)
                if needed is not None and id_ not in found:
                    found[id_] = needed
                    drawn.append(DrawnIn(needed, by, field))
                    todo.append(needed)
        part = graph.part_of(
            (one for one in graph if one.id in found), _settings(graph.settings, found)
        )
    places = {element.id: at for at, element in enumerate(part)}
    drawn.sort(key=lambda one: places[one.element.id])
    return Subset(part, tuple(one for one in part if one.id in chosen), tuple(drawn))


def _chosen(
    graph: ServiceGraph, wanted: tuple[Wanted, ...], tag: AnyTags | None
) -> dict[str, KeptElement]:
    """What is wanted by its ids; with a tag, as far as it has it."""
    asked = known_tags(graph, tag)
    each = wanted or ((lambda _: True,) if asked else ())
    named = {one.id: one for want in each for one in _wanted(graph, want)}
    found = {id_: one for id_, one in named.items() if has_tag(one, asked)}
    if named and not found:
        there = ", ".join(one.id for one in graph.tagged(*asked))
        raise UnknownTagError(
            f"nothing that is wanted has the tag {' or '.join(asked)}, which these have: {there}"
        )
    return found


def _wanted(graph: ServiceGraph, want: Wanted) -> Iterator[KeptElement]:
    if isinstance(want, type):
        yield from graph.all(want)
    elif isinstance(want, KeptElement):
        yield graph[want.id]
    elif isinstance(want, str):
        if want in KINDS and want not in graph:
            yield from graph.all(KINDS[want])
        else:
            yield _named(graph, want)
    elif callable(want):
        yield from filter(want, graph)
    else:
        raise TypeError(
            f"{want!r} is no id, element, kind or function: name each by itself, or put a star before a list"
        )


def _named(graph: ServiceGraph, id_: str) -> KeptElement:
    element = graph.find(id_)
    if element is None:
        raise UnknownIdError(id_, [*(one.id for one in graph), *KINDS])
    return element


def _needs(graph: ServiceGraph, by: KeptElement | None) -> Iterator[tuple[str, str]]:
    """What an element, or the settings, lead to, and by which field."""
    if by is None:
        network = graph.settings.network
        yield from () if network is None else ((network, "network"),)
        return
    for reference in references(by):
        yield reference.value, field_name(reference.path)
    for part in part_references(by):
        if part.whole:
            yield part.whole, field_name(part.path)
    if isinstance(by, Section):
        yield from elements_in_prose(graph, by)


def _settings(settings: Settings, found: Iterable[str]) -> Settings:
    """The settings, without bundles of items that are not all there."""
    there = set(found)
    if all(target in there for target, _ in settings_references(settings)):
        return settings
    coverage = settings.coverage
    bundles = tuple(bundle for bundle in coverage.bundles if there.issuperset(bundle))
    return settings.model_copy(
        update={"coverage": coverage.model_copy(update={"bundles": bundles})}
    )
