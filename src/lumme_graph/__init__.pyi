# The public names, each where it is defined: for readers, type checkers and the lazy loader.
# fmt: off
# ruff: noqa: I001
from .analysis.at_libraries import (
    ItemOffer as ItemOffer, PracticeUse as PracticeUse, adoption as adoption, offers as offers,
)
from .analysis.changes import (
    ChangeRow as ChangeRow, ElementChange as ElementChange, FieldChange as FieldChange,
    ModelDiff as ModelDiff, diff as diff,
)
from .analysis.coverage.cells import Cell as Cell, CellState as CellState
from .analysis.coverage.links import CoverLink as CoverLink
from .analysis.inside import (
    ChangeType as ChangeType, ListPlaces as ListPlaces, ValueChange as ValueChange,
    WayStop as WayStop,
)
from .analysis.coverage.gates import Gate as Gate
from .analysis.coverage.counts import CellCount as CellCount, CoverageCounts as CoverageCounts
from .analysis.coverage.result import Coverage as Coverage, coverage as coverage
from .assessment.assess import Assessment as Assessment, assess as assess
from .assessment.baseline import (
    Baseline as Baseline, BaselineChange as BaselineChange, BaselineError as BaselineError,
)
from .assessment.effects import (
    CellShift as CellShift, DiffEffects as DiffEffects, effects as effects,
)
from .assessment.history import (
    History as History, HistoryError as HistoryError, HistoryMove as HistoryMove, HistoryPoint as HistoryPoint,
    HistorySince as HistorySince, HistoryStep as HistoryStep,
)
from .assessment.impact import Behind as Behind, impact as impact, SectionLink as SectionLink
from .assessment.review import (
    ReviewTask as ReviewTask, accept_reviews as accept_reviews, waiting_reviews as waiting_reviews,
)
from .assessment.run import (
    CoverageOptions as CoverageOptions, assess_with as assess_with, least_share as least_share,
)
from .assessment.write_next import (
    Act as Act, ActKind as ActKind, Advice as Advice, WriteNext as WriteNext,
)
from .base.amounts import Money as Money, Quantity as Quantity, Share as Share
from .base.codes import CODES as CODES, Code as Code, Severity as Severity
from .base.dates import DateError as DateError, UncertainDate as UncertainDate
from .base.error import (
    KnownError as KnownError, UnknownNameError as UnknownNameError,
    ValueRefusedError as ValueRefusedError,
)
from .base.extra import Extra as Extra, OwnScalar as OwnScalar, OwnValue as OwnValue
from .base.extras import MissingExtraError as MissingExtraError
from .base.files import OutputError as OutputError, write_file as write_file
from .base.form import Form as Form, FormError as FormError, Forms as Forms, form_of as form_of
from .base.given_day import AnyDay as AnyDay, DayError as DayError
from .base.given_path import AnyPath as AnyPath
from .base.guess import nearest as nearest
from .base.by_name import ByName as ByName
from .base.journal import ChangedMeanwhileError as ChangedMeanwhileError, recover as recover
from .base.lock import BusyError as BusyError
from .base.ratio import Ratio as Ratio
from .base.shown import as_lines as as_lines, shown_lines as shown_lines
from .base.finding import (
    Finding as Finding, Place as Place, Fault as Fault,
)
from .base.languages import LanguageError as LanguageError, spoken as spoken
from .base.speaker import Said as Said, Speaker as Speaker, DayForm as DayForm
from .base.label import Counted as Counted, Label as Label, Message as Message, Phrase as Phrase
from .base.text import Text as Text
from .checks.check import check as check, personal_findings as personal_findings
from .base.translation import CatalogueState as CatalogueState
from .documents.errors import DocumentError as DocumentError
from .documents.forms import REPORT_FORMS as REPORT_FORMS
from .documents.make import Report as Report, report as report
from .checks.own_code import OwnCheckError as OwnCheckError
from .checks.registry import Check as Check, Hit as Hit, own_check as own_check
from .checks.select import UnknownCodeError as UnknownCodeError, exit_code as exit_code
from .drawing.draw import (
    draw as draw, draw_all as draw_all, draw_blank as draw_blank, draw_many as draw_many,
    drawn_by_name as drawn_by_name, kind_of as kind_of,
)
from .drawing.draw_observed import draw_observed as draw_observed
from .drawing.errors import DrawError as DrawError
from .drawing.kinds import DRAWINGS as DRAWINGS, DrawingKind as DrawingKind
from .drawing.forms import PICTURE_FORMS as PICTURE_FORMS
from .drawing.output import save_drawings as save_drawings
from .drawing.paper import PAPERS as PAPERS, Paper as Paper
from .drawing.picture import Drawing as Drawing
from .drawing.text.fonts import Fonts as Fonts, FontError as FontError, with_extra as with_extra
from .drawing.text.missing import MissingGlyphs as MissingGlyphs
from .editing.amend import Amended as Amended
from .editing.change import Edit as Edit, edit as edit
from .editing.files import EditError as EditError
from .editing.merge import Merged as Merged, merge as merge
from .editing.merge_driver import InstalledMerge as InstalledMerge, install_merge as install_merge
from .editing.merge_file import MergedFile as MergedFile, merge_file as merge_file
from .editing.put import Change as Change
from .editing.renamed import Renamed as Renamed
from .editing.three_way import Conflict as Conflict, ConflictType as ConflictType
from .editing.translate import Translated as Translated, translate as translate
from .elements.customers import (
    ChannelUse as ChannelUse, Evidence as Evidence, Frequency as Frequency, Profile as Profile,
    ProfileStatus as ProfileStatus, Relation as Relation,
)
from .elements.events import (
    Event as Event, EventAudience as EventAudience, EventType as EventType, Method as Method,
    Topic as Topic,
)
from .elements.development import (
    Action as Action, Decision as Decision, Idea as Idea, Need as Need, Origin as Origin,
    Target as Target, RaisedBy as RaisedBy,
)
from .elements.evidence import (
    Claim as Claim, Source as Source, Standing as Standing, KeptElement as KeptElement,
    SourceType as SourceType, Suppression as Suppression,
)
from .elements.guide import (
    Audience as Audience, Content as Content, Cover as Cover, Guide as Guide,
    GuideMilestone as GuideMilestone, GuideStage as GuideStage, Section as Section,
    SectionStatus as SectionStatus, GuideQuestion as GuideQuestion,
    LocalException as LocalException, Review as Review, Translation as Translation,
)
from .elements.journeys import (
    Actor as Actor, ActorKind as ActorKind, Feeling as Feeling, Lane as Lane, Mark as Mark,
    MarkType as MarkType, Next as Next, Path as Path, PathState as PathState, Phase as Phase,
    ProfileFeeling as ProfileFeeling, Step as Step, Thought as Thought,
)
from .elements.kinds import ELEMENTS as ELEMENTS
from .elements.offer import (
    Adoption as Adoption, AdoptionState as AdoptionState, YesNo as YesNo,
    ChannelType as ChannelType, Offer as Offer, Practice as Practice,
    PracticeState as PracticeState, Rule as Rule, RuleValue as RuleValue, Service as Service,
    Touchpoint as Touchpoint, Waiver as Waiver, Coverable as Coverable,
)
from .elements.parts import (
    Aim as Aim, Fact as Fact, FormerName as FormerName, Identifier as Identifier,
    Modality as Modality, Contact as Contact, ContactType as ContactType,
)
from .elements.project import (
    Funding as Funding, FundingStage as FundingStage, Goal as Goal, Indicator as Indicator,
    IndicatorTarget as IndicatorTarget, Observation as Observation, Party as Party,
    Project as Project, ProjectPhase as ProjectPhase, ProjectStatus as ProjectStatus,
)
from .elements.promise import (
    Basis as Basis, BasisType as BasisType, Commitment as Commitment, Promise as Promise,
    Standard as Standard, Approval as Approval,
)
from .elements.settings import (
    Languages as Languages, Settings as Settings, Costs as Costs,
    CoverageSettings as CoverageSettings, Minimum as Minimum, Publisher as Publisher,
    SiteSettings as SiteSettings, UnknownAs as UnknownAs, UnreviewedAs as UnreviewedAs,
)
from .elements.theme import Theme as Theme
from .elements.groups import (
    Assignment as Assignment, Group as Group, GroupMember as GroupMember, GroupType as GroupType,
    Leadership as Leadership, Role as Role, RoleType as RoleType,
)
from .elements.subjects import Subject as Subject
from .elements.who import (
    Branch as Branch, BranchType as BranchType, Flow as Flow, FlowType as FlowType,
    Membership as Membership, Municipality as Municipality, Organisation as Organisation,
    OrganisationType as OrganisationType, Vehicle as Vehicle, VehicleType as VehicleType,
    ListedService as ListedService, Period as Period, Purchase as Purchase,
)
from .exchange.asked import ImportOptions as ImportOptions
from .exchange.draft import Received as Received
from .exchange.error import ExchangeError as ExchangeError
from .exchange.formats import (
    EXCHANGE_FORMATS as EXCHANGE_FORMATS, ExchangeFormat as ExchangeFormat, receive as receive,
    recognised as recognised,
)
from .exchange.carried import Gone as Gone
from .exchange.update import update as update
from .exchange.updated import Keep as Keep, UpdatedModel as UpdatedModel
from .exchange.table.unmapped import (
    UnmappedTable as UnmappedTable, unmapped_table as unmapped_table,
)
from .exchange.start import StartedModel as StartedModel, new_from as new_from
from .graph.day import Day as Day, libraries as libraries
from .graph.fingerprint import ReviewState as ReviewState
from .graph.gaps import Gap as Gap
from .graph.offers import offered as offered, Offers as Offers
from .graph.read import (
    ModelError as ModelError, ModelSource as ModelSource, example as example, load as load,
    read as read, read_revision as read_revision,
)
from .reading.laid_out import SourceError as SourceError
from .reading.prose import (
    Heading as Heading, Insert as Insert, Prose as Prose, ProseLink as ProseLink,
)
from .reading.revision import (
    RevisionError as RevisionError, is_revision as is_revision, revisions as revisions,
)
from .graph.id_errors import (
    DuplicateIdError as DuplicateIdError, UnknownIdError as UnknownIdError,
    WrongKindError as WrongKindError,
)
from .graph.service_graph import (
    DrawnIn as DrawnIn, ServiceGraph as ServiceGraph, Subset as Subset, Use as Use,
)
from .graph.tagged import AnyTags as AnyTags, UnknownTagError as UnknownTagError, tags as tags
from .graph.things import Missing as Missing, Thing as Thing
from .graph.themed import ThemeError as ThemeError, themed as themed
from .graph.where_used import Used as Used, where_used as where_used
from .indicators.queries import (
    QUERIES as QUERIES, indicator as indicator, IndicatorValue as IndicatorValue,
    Measure as Measure,
)
from .meta.element import Element as Element, Node as Node, Record as Record
from .meta.kind import Coded as Coded, Kind as Kind, Prop as Prop
from .meta.listed_text import NamedText as NamedText
from .meta.named import AnyId as AnyId
from .meta.ref import Ref as Ref
from .meta.spec import Spec as Spec
from .meta.walk import FieldValue as FieldValue
from .observed.observe import observe as observe
from .observed.result import (
    BadRow as BadRow, Clock as Clock, Hidden as Hidden,
    Observed as Observed, ObservedError as ObservedError, ObservedStep as ObservedStep,
    ObservedWay as ObservedWay, UnknownName as UnknownName, UnsureName as UnsureName, Wait as Wait,
)
from .rdf.to_rdflib import to_rdf as to_rdf
from .outputs.changes import DIFF_FORMS as DIFF_FORMS
from .outputs.forms import (
    ANSWER_FORMS as ANSWER_FORMS, BOM as BOM, COVERAGE_FORMS as COVERAGE_FORMS,
    FINDING_FORMS as FINDING_FORMS, HISTORY_FORMS as HISTORY_FORMS,
    QUESTION_FORMS as QUESTION_FORMS, SCHEMA_FORMS as SCHEMA_FORMS, USE_FORMS as USE_FORMS,
)
from .outputs.export import export as export
from .outputs.exports import EXPORT_FORMS as EXPORT_FORMS, ExportOptions as ExportOptions
from .outputs.observed import OBSERVED_FORMS as OBSERVED_FORMS
from .outputs.reference import write_reference as write_reference
from .outputs.sparql import (
    COUNT_FORMS as COUNT_FORMS, QUERY_FORMS as QUERY_FORMS, queries_text as queries_text,
)
from .rdf.forms import RDF_FORMS as RDF_FORMS
from .rdf.foreign.code_table import ImportedCodes as ImportedCodes
from .rdf.import_rdf import import_codes as import_codes, import_rdf as import_rdf
from .rdf.read.errors import RdfError as RdfError
from .rdf.read.imported import ImportedModel as ImportedModel
from .views.brand import Brand as Brand, ThemeFile as ThemeFile
from .views.flat import Flat as Flat
from .views.left import LeftOver as LeftOver
from .rdf.read.formats import READABLE as READABLE
from .rdf.store.error import StoreError as StoreError
from .rdf.store.patch import rdf_patch as rdf_patch
from .rdf.store.patience import Patience as Patience
from .rdf.store.push import PushedGraph as PushedGraph, push as push
from .rdf.sparql.answered import QueryAnswer as QueryAnswer
from .rdf.sparql.ask_model import ModelStore as ModelStore, query as query
from .rdf.sparql.coverage import coverage_at as coverage_at
from .rdf.sparql.endpoint import StoredModel as StoredModel, stored_model as stored_model
from .rdf.sparql.error import QueryError as QueryError
from .rdf.sparql.named import (
    NamedQuery as NamedQuery, named_queries as named_queries, on_day as on_day,
    query_of as query_of,
)
from .rdf.linked import linked_json as linked_json
from .rdf.write import write_rdf as write_rdf
from .questions.answers import Answer as Answer, Row as Row, Total as Total
from .questions.ask import QUESTIONS as QUESTIONS, ask as ask, questions_of as questions_of
from .questions.asking import Question as Question
from .questions.own import answer as answer, own_question as own_question
from .reading.kept import keep_sources as keep_sources
from .reading.write import plain as plain
from .reading.save import save as save, Savable as Savable
from .reports.coverage.history import coverage_history as coverage_history
from .reports.conflicts import conflict_text as conflict_text
from .reports.csv_text import csv_text as csv_text
from .reports.drawn_in import drawn_in_summary as drawn_in_summary
from .reports.findings.pages import explain as explain
from .reports.findings.reference import checks_page as checks_page
from .reports.layout import table_text as table_text
from .reports.look import Look as Look
from .reports.where_used import uses_summary as uses_summary
from .schema.home import (
    add_schema as add_schema, modeline as modeline, new as new, renew_schema as renew_schema,
)
from .schema.pages import kinds_page as kinds_page
from .serve.start import preview as preview
from .sheets.book import (
    SheetBook as SheetBook, BookCell as BookCell, BookColumn as BookColumn, BookSheet as BookSheet,
    CellUse as CellUse, Seen as Seen,
)
from .sheets.given import (
    BookError as BookError, GivenBook as GivenBook, GivenCell as GivenCell, GivenRow as GivenRow,
    GivenSheet as GivenSheet,
)
from .sheets.journey import write_journeys as write_journeys
from .sheets.read_back import CellFault as CellFault
from .sheets.take import (
    SheetConflict as SheetConflict, TakenBook as TakenBook, read_book as read_book,
    take_book as take_book,
)
from .sheets.write import write_book as write_book
from .site.build import Built as Built, build as build
from .site.edition import Edition as Edition, EditionError as EditionError
from .site.pdf.guide import (
    GuideError as GuideError, guide_lacking as guide_lacking, guide_pdf as guide_pdf,
)
from .views.review import impact_table as impact_table, review_table as review_table
from .views.rows import columns as columns, rows as rows
from .views.standing import statement_in as statement_in
from .views.drawn.parts import Only as Only
from .views.table import Column as Column, Table as Table
from .workshop.book import write_workshop as write_workshop
from .workshop.bring import (
    WorkshopError as WorkshopError, WorkshopResult as WorkshopResult,
    bring_workshop as bring_workshop,
)
from .workshop.kinds import (
    WORKSHOP_PAPERS as WORKSHOP_PAPERS, WORKSHOPS as WORKSHOPS, is_workshop as is_workshop,
)
from .workshop.paper import workshop_sheets as workshop_sheets

__version__: str
