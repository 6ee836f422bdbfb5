"""Own RDF back into the model that it was written from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from pydantic import ValidationError

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Counted, Joined, Label, Message, Plain
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS, KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.own_fields import PREFIX
from lumme_graph.rdf.oxigraph import Literal, Quad
from lumme_graph.rdf.read.differing import differing
from lumme_graph.rdf.read.errors import RdfError, shown
from lumme_graph.rdf.read.fields import Readers
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.order import in_chain
from lumme_graph.rdf.read.parsed import Parsed, Said
from lumme_graph.rdf.read.reading import AFTER, TYPE, OwnReading, Unmeant
from lumme_graph.rdf.read.refused import refusal, refused_values
from lumme_graph.rdf.read.settings import settings_data
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.vocabulary import CODE, LG, expand

_MODEL: Final = named("lg:Model")
_TYPE: Final = named("rdf:type")
_PAGE: Final = expand("foaf:Document")
_BROKEN = Counted(
    "{kinds}: the order is broken; {n} stands by its id",
    "{kinds}: the order is broken; {n} stand by their ids",
)
_UNORDERED: Final = Label("no order is said of: {lists}; they stand by the alphabet")
_UNORDERED_LIST: Final = Label("{name} ({n})", "a list, and how many there are")
_SOURCE: Final = Label("{tag} was taken as the source language: which comes first is not said")
_NOT_HERE: Final = Label("it is no part of the model")


def models_in(parsed: Parsed) -> list[str]:
    """The addresses of the models that a file holds."""
    graphs = parsed.graphs.values()
    likely = ((s, quads) for of in graphs for s, quads in of.items() if s.endswith(("/", "#")))
    found = {subject for subject, quads in likely if _is_model(quads)}
    if not found:
        found = {s for of in graphs for s, quads in of.items() if _is_model(quads)}
    return sorted(found)


def _is_model(quads: Iterable[Quad]) -> bool:
    return any(quad.object == _MODEL and quad.predicate == _TYPE for quad in quads)


def read_own(parsed: Parsed, model: str | None = None) -> ImportedModel:
    """The model that a file holds; `model` says which of several by its address.

    Raises `RdfError` where there are several and none is chosen, or one that is not there, and
    with all that cannot be meant.
    """
    models = models_in(parsed)
    base = _chosen(parsed, models, model)
    reading = OwnReading(parsed.without(f"{base}graph/derived"), base)
    said = reading.take(base)
    settings = _settings(reading, said)
    reading.speak(settings.languages.all if settings is not None else ())
    elements, notes = _elements(reading)
    if settings is None or reading.faults:
        raise refusal(parsed, reading.faults)
    others = [other for other in models if other != base]
    has_derived = _leave_rest(reading, others) or any(
        name == f"{base}graph/derived" for name in parsed.graphs
    )
    graph = ServiceGraph(elements, settings)
    alone = not others
    compare = partial(differing, parsed, graph, reading.not_taken, alone=alone)
    return ImportedModel(
        graph,
        parsed.name,
        reading.left.rows(),
        (*notes, *_of_orders(reading)),
        compare if has_derived else None,
    )


def _chosen(parsed: Parsed, models: list[str], model: str | None) -> str:
    if model is not None:
        if model in models:
            return model
        guess = nearest(model, models)
        more = f"did you mean {guess}?" if guess else f"there is {shown(models) or 'none'}"
        raise RdfError(f"{parsed.name}: there is no model {model}; {more}")
    if len(models) > 1:
        raise RdfError(
            f"{parsed.name}: there are several models ({shown(models)}); say which with --model"
        )
    return models[0]


def _settings(reading: OwnReading, said: Said) -> Settings | None:
    reading.speak(
        value.value
        for term in ("lg:requiredLanguage", "lg:optionalLanguage")
        for value in said.get(expand(term), ())
        if isinstance(value, Literal)
    )
    try:
        return Settings.model_validate(settings_data(reading, said))
    except ValidationError as error:
        refused_values(reading, error, Settings, reading.base)
        return None


def _elements(reading: OwnReading) -> tuple[list[KeptElement], list[Message]]:
    """The elements in the order of kinds, and of each kind in its own."""
    readers = Readers()
    found: dict[type[KeptElement], dict[str, KeptElement]] = {cls: {} for cls in ELEMENTS}
    after: dict[type[KeptElement], dict[str, str | None]] = {cls: {} for cls in ELEMENTS}
    base, start = reading.base, len(reading.base)
    for subject, quads in reading.subjects.items():
        if "/" in (id_ := subject[start:]) or not subject.startswith(base):
            continue
        cls = KINDS.get(id_.partition("-")[0])
        said = readers.grouped(cls, quads) if cls is not None else None
        if cls is None or said is None or not _is(cls, said):
            continue
        reading.taken.add(subject)
        data = readers.node(reading, cls, subject, said)
        data["id"] = id_
        after[cls][id_] = _before(reading, subject, said)
        try:
            found[cls][id_] = cls.model_validate(data, by_name=True, by_alias=False)
        except ValidationError as error:
            refused_values(reading, error, cls, subject, data)
        reading.nodes.clear()
    elements: list[KeptElement] = []
    notes: list[Message] = []
    for cls, of in found.items():
        order, by_id = in_chain(after[cls])
        elements += (of[id_] for id_ in order if id_ in of)
        if by_id:
            notes.append(_BROKEN.fill(kinds=cls.kind.plural, n=by_id))
    return elements, notes


def _of_orders(reading: OwnReading) -> Iterator[Message]:
    """In one line the lists that came without an order that would mean something."""
    lists = sorted(reading.unordered.items(), key=lambda one: (-one[1], one[0]))
    if lists:
        named_so = tuple(_UNORDERED_LIST.fill(name=Plain(name), n=n) for name, n in lists)
        yield _UNORDERED.fill(lists=Joined(named_so))
    if "required" in reading.unordered:
        yield _SOURCE.fill(tag=Plain(reading.languages[0]))


def _is(cls: type[KeptElement], said: Said) -> bool:
    """Is it said to be of the own class of a kind?"""
    return named(cls.kind.iris[0]) in said.get(TYPE, ())


def _before(reading: OwnReading, subject: str, said: Said) -> str | None:
    values = said.get(AFTER)
    if values is None:
        return None
    try:
        return reading.local(reading.one(values))
    except Unmeant as fault:
        reading.fault(subject, AFTER, str(fault))
        return None


def _leave_rest(reading: OwnReading, others: Iterable[str]) -> bool:
    """Note what is said of no part of the model; is there anything derived?

    What other models in the file say is theirs.
    """
    has_derived = False
    bases = tuple(others)
    whole = tuple(
        f"{reading.base}{room}/" for room in ("record", "measurement", "graph/derived", PREFIX)
    )
    for subject in reading.subjects.keys() - reading.taken:
        if subject.startswith((CODE, LG, *whole)) or subject.endswith(_ENDS):
            has_derived = True
            continue
        if subject.startswith((f"{reading.base}graph/", *bases)):
            continue
        said = reading.take(subject)
        types = {getattr(value, "value", "") for value in said.get(TYPE, ())}
        if not types.isdisjoint(_DERIVED_TYPES):
            has_derived = True
            continue
        known = {TYPE} if types == {_PAGE} else set[str]()
        for predicate, values in said.items():
            if predicate not in known:
                reading.leave(subject, predicate, len(values), _NOT_HERE)
    return has_derived


_ENDS: Final = ("/time", "/time/beginning", "/time/end", "/amount")
"""How the addresses of nodes end that are derived whole."""

_DERIVED_TYPES: Final = frozenset(map(expand, ("skos:ConceptScheme", "dqv:Metric", "lg:Reach")))
"""The classes of other nodes that are derived whole."""
