"""The kinds of element, in reading order."""

from lumme_graph.elements.customers import Profile
from lumme_graph.elements.development import Action, Decision, Idea, Need, Target
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import Claim, KeptElement, Source
from lumme_graph.elements.groups import Group, Role
from lumme_graph.elements.guide import Guide, Section
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Practice, Rule, Service, Touchpoint
from lumme_graph.elements.project import Goal, Indicator, Project
from lumme_graph.elements.promise import Commitment, Promise
from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import Branch, Municipality, Organisation, Vehicle

ELEMENTS: tuple[type[KeptElement], ...] = (
    Source,
    Claim,
    Subject,
    Municipality,
    Organisation,
    Branch,
    Vehicle,
    Role,
    Group,
    Project,
    Goal,
    Indicator,
    Touchpoint,
    Rule,
    Practice,
    Service,
    Profile,
    Event,
    Need,
    Path,
    Commitment,
    Promise,
    Section,
    Guide,
    Target,
    Decision,
    Action,
    Idea,
)
"""Every kind, in reading order: a relation is written on the later of its two kinds."""

KINDS: dict[str, type[KeptElement]] = {cls.kind.prefix: cls for cls in ELEMENTS}
"""The kinds by the prefix of their ids."""
