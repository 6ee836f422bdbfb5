"""The model as a whole: its settings, what it is a catalogue of, and how far its guide covers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import Any

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.deep import only_deep
from lumme_graph.analysis.coverage.result import Coverage, coverage
from lumme_graph.base.label import Label, Message
from lumme_graph.base.ratio import Ratio
from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.offer import Service
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.own_fields import own_fields
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.local_name import digest, each_once
from lumme_graph.rdf.addresses import one_word
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.codes import is_respelt
from lumme_graph.rdf.fields import Plans
from lumme_graph.rdf.labels import Labels
from lumme_graph.rdf.own_fields import PREFIX, own_namespace
from lumme_graph.rdf.own_terms import CLASSES, METRICS
from lumme_graph.rdf.rules import OF_ALL, RULES
from lumme_graph.rdf.settings import PUBLISHER, SETTINGS, As, DeclaredSetting
from lumme_graph.rdf.spelled import Term, decimal, literal, named, node_at, published, worded
from lumme_graph.rdf.vocabulary import PREFIXES, SCHEMA_ONLY

_STATED = Label("what is stated in")
_DERIVED = Label("what is derived of")
_OWN_FIELD = Label("own field")


class ModelCatalogue:
    """Makes the blocks of a model as a whole."""

    def __init__(self, graph: ServiceGraph, plans: Plans, labels: Labels) -> None:
        self._graph = graph
        self._plans = plans
        self._labels = labels
        self._settings = graph.settings
        self._base = node_at(graph.settings.base)

    def _node(self, local: str) -> Term:
        return self._plans.nodes[local]

    def head(self) -> Iterator[Block]:
        """The settings, and the graphs that the export consists of."""
        settings, services = self._settings, self._graph.all(Service)
        types = map(named, ("dcat:Catalog", "void:Dataset"))
        block = Block(self._base, named("lg:Model"), types)
        self._settings_of(block, settings, SETTINGS)
        more = [*self._publishing(block, settings), *self._settings_parts(block, settings)]
        block.derive(named("void:uriSpace"), literal(settings.base))
        for prefix, namespace in PREFIXES.items():
            if prefix not in {"code", "xsd", "yso", *SCHEMA_ONLY}:
                block.derive(named("void:vocabulary"), node_at(namespace))
        own = own_fields(self._graph)
        if own:
            block.derive(named("void:vocabulary"), node_at(own_namespace(settings.base)))
        if services:
            block.derive(named("void:exampleResource"), self._node(services[0].id))
        for tag in settings.languages.all:
            block.derive(named("dct:language"), self._plans.codes.languages[tag])
        for service in services:
            block.derive(named("dcat:record"), self._node(f"record/{service.id}"))
        yield block
        yield from more
        yield from map(self._own_field, own)
        yield from self._graphs()

    def _own_field(self, name: str) -> Block:
        """What an own field of the network is: its name, and that it is one."""
        block = Block(self._node(f"{PREFIX}/{name}"), types=[named("rdf:Property")])
        block.derive(named("rdfs:subPropertyOf"), named("lg:extra"))
        block.derive(named("rdfs:isDefinedBy"), self._base)
        return self._labelled(block, _OWN_FIELD, name)

    def _settings_of(self, block: Block, whole: object, table: Iterable[DeclaredSetting]) -> None:
        """What settings say, and the order of their lists."""
        for setting in table:
            value: Any = reduce(getattr, setting.path, whole)
            if setting.form is As.DAY:
                self._day(block, value)
            elif setting.form is As.TEXT:
                for words in self._plans.texts.literals(value or Text()):
                    block.state(named(setting.term), words)
            elif value != setting.unless:
                entries = value if setting.many else (value,)
                for entry in dict.fromkeys(entries):
                    block.state(named(setting.term), self._said(setting.form, entry))
                self._order(block, setting, entries)

    def _said(self, form: As, value: Any) -> Term:
        match form:
            case As.ELEMENT:
                return self._node(value)
            case As.ADDRESS:
                return published(value)
            case As.CLASS:
                return named(KINDS[value].kind.iris[0])
            case _:
                return literal(value if isinstance(value, bool | int) else str(value))

    def _order(self, block: Block, setting: DeclaredSetting, entries: Sequence[str]) -> None:
        """The order of a list, and the spelling of an address where its node is spelt otherwise."""
        respelt = setting.form is As.ADDRESS and is_respelt(published(entries[0]), entries[0])
        if len(entries) > 1 or respelt:
            block.order(" ".join((setting.path[-1], *map(one_word, entries))))

    def _day(self, block: Block, day: date, *, derived: bool = False) -> None:
        for term in ("lg:asOf", "lg:asOfEarliest", "lg:asOfLatest"):
            (block.derive if derived else block.state)(named(term), self._plans.days[day])

    def _publishing(self, block: Block, settings: Settings) -> Iterator[Block]:
        """Who publishes the model, and of which day it is."""
        modified = settings.modified
        say = block.derive if modified is None else block.state
        say(named("dct:modified"), self._plans.days[modified or settings.as_of])
        publisher = settings.publisher
        if publisher is not None:
            agent = Block(self._node("publisher"), types=[named("foaf:Agent")], plain=True)
            block.state(named("dct:publisher"), agent.subject)
            agent.derive(named("dct:identifier"), literal("publisher"))
            self._settings_of(agent, publisher, PUBLISHER)
            yield agent

    def _settings_parts(self, block: Block, settings: Settings) -> Iterator[Block]:
        """The least coverage, what each act costs, and what one section could cover together."""
        cover = settings.coverage
        least = cover.minimum
        minima = {"total": least.total, "library": least.library, "language": least.language}
        for words, share in {**minima, **dict(sorted(least.kind.items()))}.items():
            if share is not None:
                part = self._setting(block, f"minimum/{words}", "lg:Minimum", "lg:minimum")
                part.state(named("lg:tenths"), literal(int(share)))
                part.state(named("lg:minimumFor"), literal(words))
                yield part
        for act, units in cover.costs.model_dump().items():
            part = self._setting(block, f"cost/{act}", "lg:Cost", "lg:actCost")
            part.state(named("lg:units"), literal(units))
            yield part
        names = [digest(Text(en=" ".join(sorted(set(bundle))))) for bundle in cover.bundles]
        names = list(each_once(names))
        for local, bundle in zip(names, cover.bundles, strict=True):
            part = self._setting(block, f"bundle/{local}", "lg:Bundle", "lg:bundle")
            for id_ in dict.fromkeys(bundle):
                part.state(named("lg:bundles"), self._node(id_))
            if len(bundle) > 1:
                part.order(" ".join(("bundles", *bundle)))
            yield part
        if len(names) > 1:
            block.order(" ".join(("bundles", *names)))

    def _setting(self, block: Block, local: str, cls: str, term: str) -> Block:
        part = Block(self._node(f"settings/{local}"), named(cls))
        block.state(named(term), part.subject)
        return self._labelled(part, CLASSES[cls].label, local)

    def _labelled(self, block: Block, kind: Message, words: str) -> Block:
        self._labels.label(block, kind, self._labels.words(words))
        return block

    def _graphs(self) -> Iterator[Block]:
        """The stated graph, the derived one, and the rules by which it follows from the other."""
        entity = named("prov:Entity")
        stated = Block(self._node("graph/stated"), types=[entity])
        yield self._labelled(stated, _STATED, self._settings.base)
        block = Block(self._node("graph/derived"), types=[entity])
        self._day(block, self._settings.as_of, derived=True)
        block.derive(named("prov:wasDerivedFrom"), self._node("graph/stated"))
        yield self._labelled(block, _DERIVED, self._settings.base)
        told: list[tuple[str, Iterable[str], str]] = [(r.name, r.derives, r.words) for r in RULES]
        told += [(name, (), words) for name, words in OF_ALL]
        for name, derives, words in told:
            rule = Block(self._node(f"graph/derived/{name}"))
            rule.types.append(named("lg:DerivationRule"))
            for term in derives:
                rule.derive(named("lg:derives"), named(term))
            rule.derive(named("dct:description"), worded(words, "en"))
            yield self._labelled(rule, CLASSES["lg:DerivationRule"].label, name)

    def tail(self) -> Iterator[Block]:
        """The record of each service, and the coverage of the guide in numbers."""
        for service in self._graph.all(Service):
            yield self._record(service)
        found = coverage(self._graph)
        for name, told in METRICS.items():
            yield self._metric(name, told.label)
        for name, key, ratio in _ratios(found):
            yield self._measurement(name, key, ratio)

    def _record(self, service: Service) -> Block:
        block = Block(self._node(f"record/{service.id}"))
        block.types.append(named("dcat:CatalogRecord"))
        block.derive(named("dct:identifier"), literal(f"record-{service.id}"))
        block.derive(named("foaf:primaryTopic"), self._node(service.id))
        when = service.as_of.latest if service.as_of is not None else None
        modified = when or self._settings.as_of
        block.derive(named("dct:modified"), self._plans.days[modified])
        for words in self._plans.texts.literals(service.name):
            block.derive(named("dct:title"), words)
        block.derive(named("dct:isPartOf"), self._base)
        if service.standing is not None:
            of = self._plans.codes.of(type(service.standing))
            block.derive(named("lg:standing"), of[service.standing])
        return block

    def _metric(self, name: str, label: Message) -> Block:
        block = Block(named(name), types=[named("dqv:Metric")])
        for words in self._plans.texts.label(label):
            block.derive(named("skos:prefLabel"), words)
        return block

    def _measurement(self, name: str, key: str, ratio: Ratio) -> Block:
        block = Block(self._node(f"measurement/{name}" + (f"/{key}" if key else "")))
        block.types.append(named("dqv:QualityMeasurement"))
        block.derive(named("dqv:isMeasurementOf"), named(_OF[name]))
        block.derive(named("dqv:computedOn"), self._base)
        if key:
            block.derive(named("lg:measuredFor"), self._measured_for(key))
        if ratio.d:
            share = round(Decimal(ratio.n) / Decimal(ratio.d), 4)
            block.derive(named("dqv:value"), decimal(share.normalize()))
        block.derive(named("lg:numerator"), literal(ratio.n))
        block.derive(named("lg:denominator"), literal(ratio.d))
        self._day(block, self._settings.as_of, derived=True)
        return self._labelled(
            block, METRICS[_OF[name]].label, key or self._settings.as_of.isoformat()
        )

    def _measured_for(self, key: str) -> Term:
        if key in KINDS:
            return named(KINDS[key].kind.iris[0])
        return self._plans.codes.languages.get(key) or self._node(key)


_OF = {"done": "lg:coverageDone", "with-plans": "lg:coverageWithPlans", "deep": "lg:coverageDeep"}


def _ratios(found: Coverage) -> Iterator[tuple[str, str, Ratio]]:
    """Every measure of coverage, in all and for each kind, library and language."""
    measures = (
        ("done", found, (CellState.COVERED,)),
        ("with-plans", found, (CellState.COVERED, CellState.PLANNED)),
        ("deep", only_deep(found), (CellState.COVERED,)),
    )
    for name, of, states in measures:
        kinds = of.by_kind(*states)
        yield name, "", Ratio(*map(sum, zip((0, 0), *kinds.values(), strict=True)))
        for group in (kinds, of.by_library(*states), of.by_language(*states)):
            for key, ratio in group.items():
                yield name, key, ratio
