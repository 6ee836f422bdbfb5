"""The promise tree: each commitment with its basis, its standard, where it is kept, how it is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.project import Indicator
from lumme_graph.elements.promise import BasisType, Commitment, Promise
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.indicators.queries import known_value, note_of
from lumme_graph.meta.spec import label_of_field
from lumme_graph.views.drawn.parts import Only, channel_sign, fact, head, standing_sign
from lumme_graph.views.drawn.units import compared
from lumme_graph.views.shapes import Box, BoxLink, DrawnFact, Network, ShapeLine, Sign

_KIND = Label("Service promise")
_WHAT = Label("What it is")
_LACKING = Label("What is missing")
_RANKS = {
    "promise": Label("Promise"),
    "commitment": Label("Commitment and its basis"),
    "standard": Label("Standard"),
    "kept": Label("Where it is kept"),
    "measure": Label("Indicator: target and state"),
}
_BASIS = Label("Basis: {what}")
_CITED = Label("{basis} ({sources})")
_FOR = Label("For: {who}")
_OWNER = Label("Answers for it: {who}")
_PART = Label("Customer's part: {what}")
_NO_STANDARD = Label("no standard")
_NO_TARGET = Label("no target value")
_NOT_SAID = Label("not entered where")
_NO_MEASURE = Label("no indicator")
_NOW = Label("now {value}")
_MISSING = Label("of {n} commitments {targets} have no target value and {measures} no indicator")
_DESCRIPTION = Counted(
    "{n} commitment, with its basis, its standard, where it is kept and how it is measured.",
    "{n} commitments, with their bases, standards, where they are kept and how they are measured.",
)
_COUNTS = (
    Counted("{n} commitment", "{n} commitments"),
    Counted("{n} with a target value", "{n} with target values"),
    Counted("{n} with an indicator", "{n} with indicators"),
)
_NONE = Label("No commitments. Enter them in the promise: commitments.")


def promise(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Network:
    """A promise as a tree, with what lacks a standard, a target or an indicator."""
    del only
    whole = graph[Promise, id_]
    found = [c for ref in whole.commitments if (c := graph.get(ref))]
    targets = [c for c in found if c.standard and c.standard.target is not None]
    measured = [c for c in found if graph.get(c.indicator)]
    numbers = (len(found), len(targets), len(measured))
    root = Box(
        whole.id,
        (
            fact(speak, f"{id_}/name", label_of_field(Promise, "name"), whole.name, "head"),
            *(
                fact(speak, f"{id_}/count-{place}", _RANKS["promise"], counted.fill(n=n))
                for place, (counted, n) in enumerate(zip(_COUNTS, numbers, strict=True), 1)
            ),
        ),
        tone="customer",
        standing=standing_sign(whole.standing, speak),
    )
    boxes: list[tuple[str, Box]] = [("promise", root)] if found else []
    links: list[BoxLink] = []
    for number, commitment in enumerate(found, 1):
        own = list(_boxes(graph, commitment, number, speak))
        boxes += own
        ids = [whole.id, *(box.id for _, box in own)]
        links += [BoxLink(a, b, thin=True) for a, b in pairwise(ids)]
    missing = _MISSING.fill(
        n=len(found), targets=len(found) - len(targets), measures=len(found) - len(measured)
    )
    fields = [fact(speak, f"{id_}/missing", _LACKING, missing)] if found else []
    if whole.description:
        fields.insert(0, fact(speak, f"{id_}/description", _WHAT, whole.description))
    over = head(
        graph, speak, id_, _KIND, whole.name, _DESCRIPTION.fill(n=len(found)), fields=fields
    )
    return Network(
        "promise",
        replace(
            over,
            state=speak.capital(whole.status.label),
            lacks=None if found else speak(_NONE),
        ),
        "ranks",
        tuple(ShapeLine(key, speak(label)) for key, label in _RANKS.items()),
        tuple(boxes),
        tuple(links),
    )


def _boxes(
    graph: ServiceGraph, one: Commitment, number: int, speak: Speaker
) -> Iterator[tuple[str, Box]]:
    yield (
        "commitment",
        Box(
            one.id,
            (
                fact(speak, f"{one.id}/name", label_of_field(Commitment, "name"), one.name, "head"),
                *_bases(one, speak),
                *_people(graph, one, speak),
            ),
            number,
            standing=standing_sign(one.standing, speak),
        ),
    )
    yield "standard", _standard(one, speak)
    yield "kept", _kept(graph, one, speak)
    yield "measure", _measure(graph, one, speak)


def _bases(one: Commitment, speak: Speaker) -> Iterator[DrawnFact]:
    """What it rests on, kind by kind, with the sources."""
    by_type: dict[BasisType, list[str]] = {}
    for basis in one.basis:
        by_type.setdefault(basis.type, []).extend(map(str, basis.sources))
    parts = [
        _CITED.fill(basis=kind.label, sources=", ".join(dict.fromkeys(map(_short, sources))))
        if sources
        else kind.label
        for kind, sources in by_type.items()
    ]
    if parts:
        words = _BASIS.fill(what=joined(parts))
        yield fact(speak, f"{one.id}/basis", label_of_field(Commitment, "basis"), words, "sub")


def _people(graph: ServiceGraph, one: Commitment, speak: Speaker) -> Iterator[DrawnFact]:
    """For whom above all, who answers for it, and what the customer does for it."""
    profiles = [profile for ref in one.for_ if (profile := graph.get(ref))]
    if profiles:
        words = _FOR.fill(who=joined([name_label(profile) for profile in profiles]))
        yield fact(speak, f"{one.id}/for", label_of_field(Commitment, "for_"), words, "sub")
    if role := graph.get(one.owner):
        words = _OWNER.fill(who=name_label(role))
        yield fact(speak, f"{one.id}/owner", label_of_field(Commitment, "owner"), words, "sub")
    if one.customer_part:
        label = label_of_field(Commitment, "customer_part")
        words = _PART.fill(what=one.customer_part)
        yield fact(speak, f"{one.id}/customer-part", label, words, "sub")


def _short(source: str) -> str:
    """A source as lists of sources name it: `L02` for `source-l02`."""
    return source.removeprefix("source-").upper()


def _standard(one: Commitment, speak: Speaker) -> Box:
    label = label_of_field(Commitment, "standard")
    id_ = f"{one.id}/standard"
    if one.standard is None:
        return Box(id_, (fact(speak, f"{id_}/gap", label, _NO_STANDARD, "gap"),))
    facts = [fact(speak, f"{id_}/metric", label, one.standard.metric)]
    if one.standard.target is None:
        no_target = Sign("state", "part", speak(_NO_TARGET))
        facts.append(fact(speak, f"{id_}/target", label, _NO_TARGET, signs=(no_target,)))
    else:
        said = compared(one.standard.operator, one.standard.target, one.standard.unit)
        facts.append(fact(speak, f"{id_}/target", label, said, "head"))
    standing = standing_sign(one.standard.standing or one.standing, speak)
    return Box(id_, tuple(facts), standing=standing)


def _kept(graph: ServiceGraph, one: Commitment, speak: Speaker) -> Box:
    label = label_of_field(Commitment, "kept_at")
    id_ = f"{one.id}/kept"
    found = [touchpoint for ref in one.kept_at if (touchpoint := graph.get(ref))]
    if not found:
        return Box(id_, (fact(speak, f"{id_}/gap", label, _NOT_SAID, "gap"),))
    return Box(id_, tuple(_place(id_, label, touchpoint, speak) for touchpoint in found))


def _place(id_: str, label: Message, touchpoint: Touchpoint, speak: Speaker) -> DrawnFact:
    sign = channel_sign(touchpoint, speak)
    return fact(speak, f"{id_}/{touchpoint.id}", label, touchpoint.name, signs=(sign,))


def _measure(graph: ServiceGraph, one: Commitment, speak: Speaker) -> Box:
    label = label_of_field(Commitment, "indicator")
    id_ = f"{one.id}/indicator"
    measure = graph.get(one.indicator)
    if measure is None:
        return Box(id_, (fact(speak, f"{id_}/gap", label, _NO_MEASURE, "gap"),))
    return Box(
        id_,
        (
            fact(speak, f"{id_}/name", label, name_label(measure), "head"),
            *_state(graph, measure, id_, label, speak),
        ),
        standing=standing_sign(measure.standing, speak),
    )


def _state(
    graph: ServiceGraph, measure: Indicator, id_: str, label: Message, speak: Speaker
) -> Iterator[DrawnFact]:
    note = note_of(known_value(Day.of(graph), measure))
    yield fact(speak, f"{id_}/now", label, Joined((note,), ""), "sub")
    if measure.target is None:
        sign = Sign("state", "part", speak(_NO_TARGET))
        yield fact(speak, f"{id_}/target", label, _NO_TARGET, signs=(sign,))
