"""The derived graph: what follows from the stated one, rule by rule, each declared once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import Need
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.groups import Group, Role
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.offer import Coverable, Practice, RuleValue, Service
from lumme_graph.elements.parts import Contact, ContactType, Fact
from lumme_graph.elements.project import Funding, FundingStage, Party
from lumme_graph.elements.promise import Commitment
from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import Municipality, Organisation, OrganisationType
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.meta.element import Node
from lumme_graph.rdf.facts import Facts, is_public
from lumme_graph.rdf.spelled import Pair, below, decimal, is_node, literal, named, published

_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_GRANTS: Final = frozenset({Party.GRANT, Party.OTHER})
_WHOLES: Final = {
    OrganisationType.LIBRARY: "org:unitOf",
    OrganisationType.AUTHORITY: "org:unitOf",
    OrganisationType.SUB_NETWORK: "org:unitOf",
    OrganisationType.NETWORK: "org:subOrganizationOf",
}
SCHEMES: Final[dict[type[KeptElement], str]] = {
    Profile: "profiles",
    Municipality: "municipalities",
    Subject: "subjects",
    Role: "roles",
}
"""The kinds that are concepts of a scheme of the model, and its local name."""

Derive = Callable[[Facts, Any], Iterable[Pair]]


class Derivation(NamedTuple):
    """A rule: what it is called, of which class it says something, what, how, and in words."""

    name: str
    of: type[Node]
    derives: tuple[str, ...]
    derive: Derive
    words: str


def _links(term: str, ids: Callable[[Facts, Any], Iterable[str]]) -> Derive:
    """A rule that leads to elements."""
    predicate = named(term)
    return lambda facts, node: [(predicate, target) for target in facts.nodes(ids(facts, node))]


def _description(facts: Facts, service: Service) -> Iterator[Pair]:
    if service.description is None:
        for words in facts.plans.texts.literals(service.name):
            yield named("dct:description"), words


def _class(facts: Facts, service: Service) -> Iterator[Pair]:
    if service.service_class is not None:
        node = facts.plans.codes.service_classes[service.service_class]
        yield named("cv:thematicArea"), node


def _is_rule(facts: Facts, element: KeptElement) -> Iterator[Pair]:
    if element.id in facts.followed:
        yield named("rdf:type"), named("cpsv:Rule")


def _unit(facts: Facts, group: Group) -> Iterator[Pair]:
    joins = facts.joins(group.unit_of)
    if group.unit_of is not None and joins is not None and joins in _WHOLES:
        yield named(_WHOLES[joins]), facts.plans.nodes[group.unit_of]


def _contact(facts: Facts, organisation: Organisation) -> Iterator[Pair]:
    if is_public(organisation):
        node = facts.plans.nodes[organisation.id]
        for local in _names(facts, organisation.contacts):
            yield named("cv:contactPoint"), below(node, f"contacts/{local}")
    for contact in organisation.contacts:
        if contact.type is ContactType.WEB and is_node(page := published(contact.value)):
            yield named("foaf:homepage"), page


def _names(facts: Facts, contacts: tuple[Contact, ...]) -> list[str]:
    return facts.plans.names(contacts)


def _part_of(facts: Facts, element: KeptElement) -> Iterator[Pair]:
    wholes = facts.wholes.get(element.id, [])
    for id_, _ in wholes:
        yield named("dct:isPartOf"), facts.plans.nodes[id_]
    if len(wholes) == 1:
        yield named("lg:position"), literal(wholes[0][1])


def _in_scheme(facts: Facts, element: KeptElement) -> Iterator[Pair]:
    scheme = SCHEMES.get(KINDS[element.kind.prefix])
    if scheme is not None:
        yield named("skos:inScheme"), facts.plans.nodes[scheme]
        yield named("skos:topConceptOf"), facts.plans.nodes[scheme]


def _by_default(_: Facts, item: Coverable) -> Iterator[Pair]:
    yield named("lg:offeredByDefault"), literal(item.offered_by_default)


def _fingerprint(facts: Facts, element: KeptElement) -> Iterator[Pair]:
    if isinstance(element, Coverable) or element.id in facts.covered:
        yield named("lg:currentFingerprint"), literal(fingerprint(element))


def _text_in(facts: Facts, section: Section) -> Iterator[Pair]:
    for tag in facts.graph.prose(section):
        yield named("lg:hasTextIn"), literal(tag)


def _number(_: Facts, fact: Fact | RuleValue) -> Iterator[Pair]:
    if _NUMBER.fullmatch(fact.value):
        yield named("lg:factNumber"), decimal(Decimal(fact.value))


def is_grant(item: Funding) -> bool:
    """Was it granted? What is applied for is no grant yet, and zero is none."""
    granted = item.stage is FundingStage.GRANTED and item.party in _GRANTS
    return granted and item.amount != 0


def _grant(_: Facts, item: Funding) -> Iterator[Pair]:
    if is_grant(item):
        yield named("rdf:type"), named("schema:MonetaryGrant")


RULES: Final = (
    Derivation(
        "authority",
        Service,
        ("cv:hasCompetentAuthority",),
        _links("cv:hasCompetentAuthority", Facts.authorities),
        "Each public library that surely offers the service on the day; else the network.",
    ),
    Derivation(
        "description",
        Service,
        ("dct:description",),
        _description,
        "The name of a service that has no description of its own.",
    ),
    Derivation(
        "follows",
        Service,
        ("cpsv:follows",),
        _links("cpsv:follows", Facts.follows),
        "The rules of the service, the rules and practices that the steps of its paths apply, and "
        "the commitments kept at one of its touchpoints.",
    ),
    Derivation(
        "thematic-area", Service, ("cv:thematicArea",), _class, "The concept of its service class."
    ),
    Derivation(
        "rule-practice",
        Practice,
        ("rdf:type",),
        _is_rule,
        "A practice that a service follows is a rule.",
    ),
    Derivation(
        "rule-commitment",
        Commitment,
        ("rdf:type",),
        _is_rule,
        "A commitment that a service follows is a rule.",
    ),
    Derivation(
        "spatial",
        Organisation,
        ("dct:spatial",),
        _links("dct:spatial", Facts.served),
        "The municipalities that it serves; of a network that names none, those of its members "
        "on the day.",
    ),
    Derivation(
        "contact-point",
        Organisation,
        ("cv:contactPoint", "foaf:homepage"),
        _contact,
        "The contacts of a public organisation, and the page of any.",
    ),
    Derivation(
        "unit",
        Group,
        ("org:unitOf", "org:subOrganizationOf"),
        _unit,
        "A unit of a library or authority, a part of a network; of a partner neither.",
    ),
    Derivation(
        "subject",
        Section,
        ("dct:subject",),
        _links("dct:subject", lambda _, section: [str(c.item) for c in section.covers]),
        "The items that the section covers.",
    ),
    Derivation(
        "text",
        Section,
        ("lg:hasTextIn",),
        _text_in,
        "The languages in which its prose says something.",
    ),
    Derivation(
        "generated-by",
        Need,
        ("prov:wasGeneratedBy",),
        _links(
            "prov:wasGeneratedBy",
            lambda _, need: [str(event) for origin in need.origins for event in origin.events],
        ),
        "The events at which the need was raised.",
    ),
    Derivation(
        "default",
        Coverable,
        ("lg:offeredByDefault",),
        _by_default,
        "Whether it holds for the whole network where no offer says otherwise.",
    ),
    Derivation(
        "fingerprint",
        KeptElement,
        ("lg:currentFingerprint",),
        _fingerprint,
        "What its content comes to, in 18 characters: a review that has seen another is stale.",
    ),
    Derivation(
        "part",
        KeptElement,
        ("dct:isPartOf", "lg:position"),
        _part_of,
        "The whole that lists it, and its place from 1; of two wholes there is no one place.",
    ),
    Derivation(
        "scheme",
        KeptElement,
        ("skos:inScheme", "skos:topConceptOf"),
        _in_scheme,
        "The scheme of all concepts of its kind in the model.",
    ),
    Derivation(
        "number",
        Fact,
        ("lg:factNumber",),
        _number,
        "The value of a fact, where the whole of it is a number.",
    ),
    Derivation(
        "number-of-rule",
        RuleValue,
        ("lg:factNumber",),
        _number,
        "The value of a rule, where the whole of it is a number.",
    ),
    Derivation(
        "grant",
        Funding,
        ("rdf:type", "schema:fundedItem", "schema:amount"),
        _grant,
        "Money of a grant that was granted: what it funds, and how much it is.",
    ),
)
"""Every rule, with the class of which it says something."""

OF_ALL: Final = (
    (
        "same-value",
        "A property of a shared vocabulary has the values of the own property of the same field.",
    ),
    ("preceded", "A step follows the step before it, or those whose ways on lead to it."),
    (
        "reach",
        "What is said of a branch, an organisation or the model holds for those within it too.",
    ),
    ("time", "The days of an own property as an interval of OWL-Time."),
    ("owner", "A part leads to what it is a part of; its label says what it is, and of what."),
)
"""The rules that hold for fields and parts of any class, with their words."""


@cache
def rules_of(cls: type[Node]) -> tuple[Derive, ...]:
    """What is derived of a node of a class."""
    return tuple(rule.derive for rule in RULES if issubclass(cls, rule.of))
