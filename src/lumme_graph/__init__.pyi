# The public names, each where it is defined: for readers, type checkers and the lazy loader.

# fmt: off
# ruff: noqa: I001
from .analysis.coverage.result import Coverage as Coverage, coverage as coverage
from .base.codes import CODES as CODES
from .base.dates import UncertainDate as UncertainDate
from .base.files import OutputError as OutputError
from .base.finding import Finding as Finding, KnownError as KnownError, Place as Place
from .base.languages import LanguageError as LanguageError
from .base.label import Counted as Counted, Label as Label, Message as Message
from .base.text import Text as Text
from .checks.check import check as check
from .drawing.draw import draw as draw, draw_many as draw_many
from .drawing.engine import EngineError as EngineError
from .drawing.errors import DrawError as DrawError
from .drawing.picture import Drawing as Drawing
from .editing.change import Edit as Edit, edit as edit
from .editing.files import EditError as EditError
from .elements.customers import (
    Evidence as Evidence, Profile as Profile, ProfileStatus as ProfileStatus, Relation as Relation,
)
from .elements.development import (
    Action as Action, Decision as Decision, Event as Event, EventAudience as EventAudience,
    EventType as EventType, Idea as Idea, Method as Method, Need as Need, Origin as Origin,
    Target as Target, Topic as Topic,
)
from .elements.evidence import Claim as Claim, Source as Source, Standing as Standing
from .elements.guide import (
    Audience as Audience, Content as Content, Cover as Cover, Guide as Guide,
    GuideMilestone as GuideMilestone, GuideStage as GuideStage, Section as Section,
    SectionStatus as SectionStatus,
)
from .elements.journeys import (
    Actor as Actor, ActorKind as ActorKind, Feeling as Feeling, Lane as Lane, Next as Next,
    Path as Path, PathState as PathState, Phase as Phase, Step as Step,
)
from .elements.kinds import ELEMENTS as ELEMENTS
from .elements.offer import (
    Adoption as Adoption, AdoptionState as AdoptionState, Answer as Answer,
    ChannelType as ChannelType, Offer as Offer, Practice as Practice,
    PracticeState as PracticeState, Rule as Rule, RuleValue as RuleValue, Service as Service,
    Touchpoint as Touchpoint, Waiver as Waiver,
)
from .elements.parts import (
    Aim as Aim, Fact as Fact, FormerName as FormerName, Identifier as Identifier,
    Modality as Modality,
)
from .elements.project import (
    Funding as Funding, FundingStage as FundingStage, Goal as Goal, Indicator as Indicator,
    IndicatorTarget as IndicatorTarget, Observation as Observation, Party as Party,
    Project as Project, ProjectPhase as ProjectPhase, ProjectStatus as ProjectStatus,
)
from .elements.promise import (
    Basis as Basis, BasisType as BasisType, Commitment as Commitment, Promise as Promise,
    Standard as Standard,
)
from .elements.settings import Languages as Languages, Settings as Settings
from .elements.who import (
    Assignment as Assignment, Branch as Branch, BranchType as BranchType, Group as Group,
    GroupMember as GroupMember, GroupType as GroupType, Leadership as Leadership,
    Membership as Membership, Municipality as Municipality, Organisation as Organisation,
    OrganisationType as OrganisationType, Role as Role, RoleType as RoleType, Vehicle as Vehicle,
    VehicleType as VehicleType,
)
from .graph.day import libraries as libraries
from .graph.offers import offered as offered
from .graph.read import ModelError as ModelError, load as load, read as read
from .graph.service_graph import ServiceGraph as ServiceGraph
from .indicators.queries import QUERIES as QUERIES, indicator as indicator
from .meta.checked import ValueRefusedError as ValueRefusedError
from .meta.ref import Ref as Ref
from .rdf.to_rdflib import to_rdf as to_rdf
from .rdf.write import write_rdf as write_rdf
from .questions.ask import QUESTIONS as QUESTIONS, ask as ask
from .reading.save import save as save

__version__: str
