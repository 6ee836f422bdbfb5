"""Service design as code: a public-library network's services as one typed graph.

>>> import lumme_graph as lg
>>> desk = lg.Touchpoint(id="touchpoint-desk", name={"en": "Desk"}, channel="service-location")
>>> mine = lg.ServiceGraph([desk], lg.Settings(as_of="2026-08-22"))
>>> [finding.code for finding in lg.check(mine)]
['LG401', 'LG604']
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lumme_graph.base.codes import CODES
    from lumme_graph.base.dates import UncertainDate
    from lumme_graph.base.files import OutputError
    from lumme_graph.base.finding import Finding, KnownError, Place
    from lumme_graph.base.languages import LanguageError
    from lumme_graph.base.text import Label, Text
    from lumme_graph.checks import check
    from lumme_graph.checks.questions import QUESTIONS, ask
    from lumme_graph.drawing import DrawError, Drawing, EngineError, draw, draw_many
    from lumme_graph.edit import Edit, EditError, edit
    from lumme_graph.elements import (
        ELEMENTS,
        Action,
        Branch,
        Claim,
        Commitment,
        Decision,
        Event,
        Goal,
        Group,
        Guide,
        Idea,
        Indicator,
        Municipality,
        Need,
        Organisation,
        Path,
        Practice,
        Profile,
        Project,
        Promise,
        Role,
        Rule,
        Section,
        Service,
        Source,
        Target,
        Touchpoint,
        Vehicle,
    )
    from lumme_graph.elements.customers import Evidence, ProfileStatus, Relation
    from lumme_graph.elements.development import (
        EventAudience,
        EventType,
        Method,
        Origin,
        RaisedBy,
        Topic,
    )
    from lumme_graph.elements.evidence import Standing
    from lumme_graph.elements.guide import (
        Audience,
        Content,
        Cover,
        GuideMilestone,
        GuideStage,
        SectionStatus,
    )
    from lumme_graph.elements.journeys import (
        Actor,
        ActorKind,
        Feeling,
        Lane,
        Next,
        PathState,
        Phase,
        Step,
    )
    from lumme_graph.elements.offer import (
        Adoption,
        AdoptionState,
        Answer,
        ChannelType,
        Offer,
        PracticeState,
        RuleValue,
        Waiver,
    )
    from lumme_graph.elements.parts import Aim, Fact, FormerName, Identifier, Modality
    from lumme_graph.elements.project import (
        Funding,
        FundingStage,
        IndicatorTarget,
        Observation,
        Party,
        ProjectPhase,
        ProjectStatus,
    )
    from lumme_graph.elements.promise import Basis, BasisType, Standard
    from lumme_graph.elements.settings import Languages, Settings
    from lumme_graph.elements.who import (
        Assignment,
        BranchType,
        GroupMember,
        GroupType,
        Leadership,
        Membership,
        OrganisationType,
        RoleType,
        VehicleType,
    )
    from lumme_graph.graph import ModelError, ServiceGraph, load, read
    from lumme_graph.graph.offers import libraries, offered
    from lumme_graph.load.save import save
    from lumme_graph.meta.ref import Ref
    from lumme_graph.query.coverage import Coverage, coverage
    from lumme_graph.query.indicators import QUERIES, indicator
    from lumme_graph.rdf import to_rdf, write_rdf

__version__ = "0.1.0"

__all__ = [
    "CODES",
    "ELEMENTS",
    "QUERIES",
    "QUESTIONS",
    "Action",
    "Actor",
    "ActorKind",
    "Adoption",
    "AdoptionState",
    "Aim",
    "Answer",
    "Assignment",
    "Audience",
    "Basis",
    "BasisType",
    "Branch",
    "BranchType",
    "ChannelType",
    "Claim",
    "Commitment",
    "Content",
    "Cover",
    "Coverage",
    "Decision",
    "DrawError",
    "Drawing",
    "Edit",
    "EditError",
    "EngineError",
    "Event",
    "EventAudience",
    "EventType",
    "Evidence",
    "Fact",
    "Feeling",
    "Finding",
    "FormerName",
    "Funding",
    "FundingStage",
    "Goal",
    "Group",
    "GroupMember",
    "GroupType",
    "Guide",
    "GuideMilestone",
    "GuideStage",
    "Idea",
    "Identifier",
    "Indicator",
    "IndicatorTarget",
    "KnownError",
    "Label",
    "Lane",
    "LanguageError",
    "Languages",
    "Leadership",
    "Membership",
    "Method",
    "Modality",
    "ModelError",
    "Municipality",
    "Need",
    "Next",
    "Observation",
    "Offer",
    "Organisation",
    "OrganisationType",
    "Origin",
    "OutputError",
    "Party",
    "Path",
    "PathState",
    "Phase",
    "Place",
    "Practice",
    "PracticeState",
    "Profile",
    "ProfileStatus",
    "Project",
    "ProjectPhase",
    "ProjectStatus",
    "Promise",
    "RaisedBy",
    "Ref",
    "Relation",
    "Role",
    "RoleType",
    "Rule",
    "RuleValue",
    "Section",
    "SectionStatus",
    "Service",
    "ServiceGraph",
    "Settings",
    "Source",
    "Standard",
    "Standing",
    "Step",
    "Target",
    "Text",
    "Topic",
    "Touchpoint",
    "UncertainDate",
    "Vehicle",
    "VehicleType",
    "Waiver",
    "ask",
    "check",
    "coverage",
    "draw",
    "draw_many",
    "edit",
    "indicator",
    "libraries",
    "load",
    "offered",
    "read",
    "save",
    "to_rdf",
    "write_rdf",
]

_HOMES = {
    "base.codes": "CODES",
    "base.dates": "UncertainDate",
    "base.files": "OutputError",
    "base.finding": "Finding KnownError Place",
    "base.languages": "LanguageError",
    "base.text": "Label Text",
    "checks": "check",
    "checks.questions": "QUESTIONS ask",
    "drawing": "DrawError Drawing EngineError draw draw_many",
    "edit": "Edit EditError edit",
    "elements": "ELEMENTS Action Branch Claim Commitment Decision Event Goal Group Guide Idea Indicator Municipality Need Organisation Path Practice Profile Project Promise Role Rule Section Service Source Target Touchpoint Vehicle",
    "elements.customers": "Evidence ProfileStatus Relation",
    "elements.development": "EventAudience EventType Method Origin RaisedBy Topic",
    "elements.evidence": "Standing",
    "elements.guide": "Audience Content Cover GuideMilestone GuideStage SectionStatus",
    "elements.journeys": "Actor ActorKind Feeling Lane Next PathState Phase Step",
    "elements.offer": "Adoption AdoptionState Answer ChannelType Offer PracticeState RuleValue Waiver",
    "elements.parts": "Aim Fact FormerName Identifier Modality",
    "elements.project": "Funding FundingStage IndicatorTarget Observation Party ProjectPhase ProjectStatus",
    "elements.promise": "Basis BasisType Standard",
    "elements.settings": "Languages Settings",
    "elements.who": "Assignment BranchType GroupMember GroupType Leadership Membership OrganisationType RoleType VehicleType",
    "graph": "ModelError ServiceGraph load read",
    "graph.offers": "libraries offered",
    "meta.checked": "ValueRefusedError",
    "meta.ref": "Ref",
    "query.coverage": "Coverage coverage",
    "query.indicators": "QUERIES indicator",
    "rdf": "to_rdf write_rdf",
    "load.save": "save",
}
_HOME = {name: f"lumme_graph.{home}" for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Import what is asked for, when it is asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _Package(ModuleType):
    """The names `load` and `edit` mean the functions, not the sub-packages of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
