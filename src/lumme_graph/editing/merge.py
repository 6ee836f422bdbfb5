"""Two graphs that grew out of one, in one graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from lumme_graph.base.collector import collector_paused
from lumme_graph.base.finding import Finding
from lumme_graph.editing.three_way import Conflict, ConflictType, three_way
from lumme_graph.editing.three_way_order import order
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.links import broken_links
from lumme_graph.graph.references import references, settings_references
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.model import SETTINGS_ID, Files
from lumme_graph.reading.write import plain

Thing = KeptElement | Settings


@dataclass(frozen=True)
class Merged:
    """A graph with what both sides changed, and where they do not agree.

    Where they do not, it says what ours says. `findings` are the references in it that lead nowhere
    and the like (LG1xx) which neither side has alone.
    """

    graph: ServiceGraph
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()


def merge(base: ServiceGraph, ours: ServiceGraph, theirs: ServiceGraph) -> Merged:
    """What both sides made of a graph, by id, field, language and natural key; nothing is lost.

    What one side took away and the other still changes, or newly refers to, is a conflict. An
    element that the merged graph refers to stays in it, so that nothing leads nowhere.

    >>> import lumme_graph as lg
    >>> def graph(en: str, fi: str) -> lg.ServiceGraph:
    ...     need = lg.Need(id="need-hours", name={"en": en, "fi": fi})
    ...     return lg.ServiceGraph([need], lg.Settings(as_of="2026-08-22"))
    >>> base, ours = graph("Hours", "Ajat"), graph("Longer hours", "Ajat")
    >>> merged = lg.merge(base, ours, graph("Hours", "Aukiolo"))
    >>> merged.graph["need-hours"].name, merged.conflicts
    (Text({'en': 'Longer hours', 'fi': 'Aukiolo'}), ())
    """
    need_graph(base, ours, theirs)
    with collector_paused():
        was, mine, other = (_things(graph) for graph in (base, ours, theirs))
        found, conflicts = _merged(was, mine, other)
        kept = _kept(found, was, mine, other)
        told = {conflict.element for conflict in kept}
        conflicts = [*(one for one in conflicts if one.path or one.element not in told), *kept]
        settings = found.pop(SETTINGS_ID)
        if not isinstance(settings, Settings):
            raise TypeError("the settings of a graph are settings")
        elements = [one for one in found.values() if isinstance(one, KeptElement)]
        graph = ServiceGraph(elements, settings, files=_files(ours, theirs), root=ours.root)
        known = {_said(finding) for side in (ours, theirs) for finding in broken_links(side)}
        findings = [one for one in broken_links(graph) if _said(one) not in known]
    return Merged(graph, tuple(conflicts), tuple(findings))


def _things(graph: ServiceGraph) -> dict[str, Thing]:
    """The elements of a graph by id, and its settings."""
    return {SETTINGS_ID: graph.settings} | {element.id: element for element in graph}


def _merged(
    was: Mapping[str, Thing], mine: Mapping[str, Thing], other: Mapping[str, Thing]
) -> tuple[dict[str, Thing], list[Conflict]]:
    """The merged things by id; only those that both sides changed are looked into."""
    ids = order(list(was), list(mine), list(other), {*was, *mine, *other}, means=False).keys
    found: dict[str, Thing] = {}
    conflicts: list[Conflict] = []
    for id_ in ids:
        old, one, two = was.get(id_), mine.get(id_), other.get(id_)
        if two is old or two == old:
            merged = one
        elif one is old or one == old:
            merged = two
        else:
            merged, more = _both(id_, old, one, two)
            conflicts += more
        if merged is not None:
            found[id_] = merged
    return found, conflicts


def _both(
    id_: str, old: Thing | None, one: Thing | None, two: Thing | None
) -> tuple[Thing | None, tuple[Conflict, ...]]:
    """What both sides changed; where it does not hold together, it is all one conflict."""
    sides = ({} if thing is None else {id_: plain(thing)} for thing in (old, one, two))
    merged = three_way(*sides)
    data = merged.elements.get(id_)
    if data is None:
        return None, merged.conflicts
    cls: type[Thing] = Settings if id_ == SETTINGS_ID else KINDS[id_.partition("-")[0]]
    try:
        return cls.model_validate(data), merged.conflicts
    except ValidationError:
        return one, (_whole(id_, old, one, two, ConflictType.VALUE),)


def _whole(
    id_: str, old: Thing | None, one: Thing | None, two: Thing | None, of: ConflictType
) -> Conflict:
    """The conflict that is about all of an element."""
    was, mine, other = (thing and plain(thing) for thing in (old, one, two))
    return Conflict(id_, (), was, mine, other, of)


def _kept(
    found: dict[str, Thing],
    was: Mapping[str, Thing],
    mine: Mapping[str, Thing],
    other: Mapping[str, Thing],
) -> list[Conflict]:
    """Put back what one side took away and the merged graph refers to; the conflicts that tell it."""
    gone = {id_ for id_ in was if id_ not in found and (id_ in mine or id_ in other)}
    conflicts: list[Conflict] = []
    todo = list(found.values()) if gone else []
    while todo:
        for id_ in sorted(gone & set(_referred(todo.pop()))):
            gone.remove(id_)
            back = mine.get(id_) or other[id_]
            found[id_] = back
            todo.append(back)
            old, one, two = was.get(id_), mine.get(id_), other.get(id_)
            conflicts.append(_whole(id_, old, one, two, ConflictType.REMOVED))
    return conflicts


def _referred(thing: Thing) -> list[str]:
    if isinstance(thing, Settings):
        return [target for target, _ in settings_references(thing)]
    return [reference.value for reference in references(thing)]


def _files(ours: ServiceGraph, theirs: ServiceGraph) -> Files:
    """The pictures, files of themes and translations of both, those of ours first."""
    return Files(
        images=ours.files.images | theirs.files.images,
        theme={**theirs.files.theme, **ours.files.theme},
        catalogues={**theirs.files.catalogues, **ours.files.catalogues},
    )


def _said(finding: Finding) -> tuple[str, str, str]:
    """What tells a finding apart, wherever the model is."""
    return finding.code, finding.element, finding.message()
