"""Own RDF back into the model that it was written from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from pydantic import ValidationError
from pyoxigraph import NamedNode

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.read.differing import differing
from lumme_graph.rdf.read.errors import RdfError, shown
from lumme_graph.rdf.read.fields import DERIVED_TYPES, Readers, own_classes
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.order import in_chain
from lumme_graph.rdf.read.parsed import Parsed, Said
from lumme_graph.rdf.read.reading import TYPE, Fault, Reading
from lumme_graph.rdf.read.refused import refusal, refused_values
from lumme_graph.rdf.read.settings import settings_data
from lumme_graph.rdf.vocabulary import CODE, LG, expand

_MODEL: Final = expand("lg:Model")
_PAGE: Final = expand("foaf:Document")
_AFTER: Final = expand("lg:listedAfter")
_BROKEN = Counted(
    "{kinds}: the order is broken; {n} stands by its id",
    "{kinds}: the order is broken; {n} stand by their ids",
)
_NOT_HERE: Final = Label("it is no part of the model")


def models_in(parsed: Parsed) -> list[str]:
    """The addresses of the models that a file holds."""
    found = {
        subject
        for subjects in parsed.graphs.values()
        for subject, said in subjects.items()
        if any(getattr(value, "value", None) == _MODEL for value in said.get(TYPE, ()))
    }
    return sorted(found)


def read_own(parsed: Parsed, model: str | None = None) -> ImportedModel:
    """The model that a file holds; `model` says which of several by its address.

    Raises `RdfError` where there are several and none is chosen, or one that is not there, and
    with all that cannot be meant.
    """
    models = models_in(parsed)
    base = _chosen(parsed, models, model)
    reading = Reading(parsed.without(f"{base}graph/derived"), base)
    said = reading.take(base) or {}
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
        tuple(notes),
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


def _settings(reading: Reading, said: Said) -> Settings | None:
    reading.speak(
        value.value
        for term in ("lg:requiredLanguage", "lg:optionalLanguage")
        for value in said.get(expand(term), ())
        if not isinstance(value, NamedNode)
    )
    try:
        return Settings.model_validate(settings_data(reading, said))
    except ValidationError as error:
        refused_values(reading, error, Settings, reading.base)
        return None


def _elements(reading: Reading) -> tuple[list[KeptElement], list[Message]]:
    """The elements in the order of kinds, and of each kind in its own."""
    readers, classes = Readers(), own_classes()
    found: dict[type[KeptElement], dict[str, KeptElement]] = {cls: {} for cls in ELEMENTS}
    after: dict[type[KeptElement], dict[str, str | None]] = {cls: {} for cls in ELEMENTS}
    start = len(reading.base)
    for subject, said in reading.subjects.items():
        if not subject.startswith(reading.base) or "/" in (id_ := subject[start:]):
            continue
        cls = _kind(said, classes)
        if cls is None:
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


def _kind(said: Said, classes: dict[str, type[KeptElement]]) -> type[KeptElement] | None:
    for value in said.get(TYPE, ()):
        cls = classes.get(getattr(value, "value", ""))
        if cls is not None:
            return cls
    return None


def _before(reading: Reading, subject: str, said: Said) -> str | None:
    values = said.get(_AFTER)
    if values is None:
        return None
    try:
        return reading.local(reading.one(values))
    except Fault as fault:
        reading.fault(subject, _AFTER, str(fault))
        return None


def _leave_rest(reading: Reading, others: Iterable[str]) -> bool:
    """Note what is said of no part of the model; is there anything derived?

    What other models in the file say is theirs.
    """
    has_derived = False
    bases = tuple(others)
    graphs = f"{reading.base}graph/"
    for subject in reading.subjects.keys() - reading.taken:
        if bases and subject.startswith(bases):
            continue
        said = reading.subjects[subject]
        if subject.startswith(graphs):
            has_derived = has_derived or subject.startswith(f"{graphs}derived")
            continue
        types = {getattr(value, "value", "") for value in said.get(TYPE, ())}
        if subject.startswith((CODE, LG)) or not types.isdisjoint(DERIVED_TYPES):
            has_derived = True
            continue
        known = {TYPE} if types == {_PAGE} else set[str]()
        for predicate, values in said.items():
            if predicate not in known:
                reading.leave(subject, predicate, len(values), _NOT_HERE)
    return has_derived
