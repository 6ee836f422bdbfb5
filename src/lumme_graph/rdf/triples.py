"""A service graph as triples: its catalogue, its elements in model order, then the code lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Triple

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.kinds import KINDS
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.beyond import PROFILES, Beyond
from lumme_graph.rdf.codes import scheme_head
from lumme_graph.rdf.fields import Plans
from lumme_graph.rdf.terms import Pair, named


def triples(graph: ServiceGraph) -> Iterator[Triple]:
    """Every triple of the export; those of one subject follow each other. No blank nodes."""
    return chain.from_iterable(_groups(graph))


def _groups(graph: ServiceGraph) -> Iterator[Iterable[Triple]]:
    """The catalogue, each element with its parts, the profiles as a scheme, the code lists."""
    settings = graph.settings
    plans = Plans(settings.base, settings.languages.all)
    beyond = Beyond(graph, plans)
    yield _catalogue(graph, plans)
    for element in graph:
        out: list[Triple] = []
        plan, node = plans.of(KINDS[element.kind.prefix]), plans.nodes[element.id]
        plan.write(node, vars(element), beyond.of(element), out)
        yield out
    profiles = [plans.nodes[profile.id] for profile in graph.all(Profile)]
    if profiles:
        yield scheme_head(plans.nodes[PROFILES], Profile.kind.plural, profiles, plans.tags)
    yield plans.codes.definitions(plans.tags)


def _catalogue(graph: ServiceGraph, plans: Plans) -> Iterator[Triple]:
    """The model as a whole: its name, what it says of itself, its network and day."""
    settings = graph.settings
    pairs: list[Pair] = [(named("rdf:type"), named("dcat:Catalog"))]
    pairs += [(named("dct:title"), words) for words in plans.tags.literals(settings.name)]
    if settings.statement is not None:
        words = plans.tags.literals(settings.statement)
        pairs += [(named("dct:description"), literal) for literal in words]
    if settings.network is not None:
        pairs.append((named("lg:network"), plans.nodes[settings.network]))
    day = Literal(settings.as_of.isoformat(), datatype=named("xsd:date"))
    pairs.append((named("lg:asOf"), day))
    whole = NamedNode(settings.base)
    return (Triple(whole, predicate, term) for predicate, term in pairs)
