"""The service guide and its sections."""

from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.calendar_day import CalendarDay
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.groups import Role
from lumme_graph.elements.offer import Practice
from lumme_graph.elements.parts import Description, Facts, From, Name
from lumme_graph.elements.who import Organisation
from lumme_graph.meta.element import Element, Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop, Within
from lumme_graph.meta.ref import Ref

FINGERPRINT = r"^[12]:[0-9a-f]{16}$"
"""`2:` and 16 hexadecimal digits; what begins with `1:` is of an older form and says nothing now."""


class Review(Record):
    """The state of an item when a section's link to it was last reviewed."""

    kind: ClassVar = Kind(Label("review"), Label("reviews"), "", ("lg:Review",))
    key: ClassVar = ()

    fp: Annotated[
        str,
        Field(pattern=FINGERPRINT),
        Prop(Label("fingerprint"), "lg:fingerprint", normative=False),
    ]
    """The fingerprint of the item's content."""

    date: Annotated[CalendarDay, Prop(Label("date"), "lg:reviewedOn", normative=False)]
    """The day of the review."""


class Cover(Record):
    """That a section is about an item."""

    kind: ClassVar = Kind(Label("coverage link"), Label("coverage links"), "", ("lg:Cover",))
    key: ClassVar = ("item",)

    item: Annotated[
        Ref[Element],
        Prop(Label("item"), "dct:subject", inverse=Inverse("covered_by", Label("covered by"))),
    ]
    """What the section is about."""

    scope: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("scope"),
            "lg:scope",
            inverse=Inverse("in_scope_of_links", Label("in scope of links")),
        ),
    ] = ()
    """The libraries for which it holds; without any, all of the section's."""

    except_: Annotated[
        tuple[Ref[Organisation], ...],
        Field(alias="except"),
        Prop(
            Label("except"),
            "lg:scopeExcept",
            inverse=Inverse("left_out_of_links", Label("left out of links")),
        ),
    ] = ()
    """Libraries of the scope for which it does not hold; who joins later is in."""

    reviewed: Annotated[Review | None, Prop(Label("reviewed"), "lg:reviewed", normative=False)] = (
        None
    )
    """When somebody last saw that the section says what the item is."""


class Translation(Record):
    """The state of the source-language text when a translation was last reviewed."""

    kind: ClassVar = Kind(Label("translation"), Label("translations"), "", ("lg:Translation",))
    key: ClassVar = ("language",)

    language: Annotated[str, Prop(Label("language"), "lg:languageTag", normative=False)]
    """The language of the translation."""

    fp: Annotated[
        str,
        Field(pattern=FINGERPRINT),
        Prop(Label("fingerprint"), "lg:fingerprint", normative=False),
    ]
    """The fingerprint of the source-language text."""


class LocalException(StatedRecord):
    """What is otherwise at some libraries."""

    kind: ClassVar = Kind(Label("exception"), Label("exceptions"), "", ("lg:LocalException",))
    key: ClassVar = ("at",)

    at: Annotated[
        Ref[Organisation],
        Prop(Label("at"), "lg:exceptionAt", inverse=Inverse("exceptions", Label("exceptions"))),
    ]
    """The library."""

    text: Annotated[Text, Prop(Label("text"), "dct:description")]
    """What is otherwise there."""

    not_offered: Annotated[
        tuple[Ref[Element], ...],
        Prop(
            Label("not offered"),
            "lg:notOffered",
            inverse=Inverse("not_offered_by_exceptions", Label("not offered by exceptions")),
        ),
    ] = ()
    """What of the section's items is not offered there; so the section does not promise it there."""


class SectionStatus(Coded):
    """How far a section of the guide is."""

    PLANNED = "planned", Label("planned")
    DRAFT = "draft", Label("draft")
    PUBLISHED = "published", Label("published")


class Content(Coded):
    """Whether a section's content is the libraries' own and of today."""

    OWN = "own", Label("own")
    OLD = "old", Label("old")
    BORROWED = "borrowed", Label("borrowed")


class Audience(Coded):
    """For whom a text is written."""

    STAFF = "staff", Label("staff")
    CUSTOMER = "customer", Label("customers")
    BOTH = "both", Label("staff and customers")


class Section(StatedElement):
    """One section of the service guide; its prose stands in `guide/<id>.<language>.md`."""

    kind: ClassVar = Kind(
        Label("guide section"),
        Label("guide sections"),
        "section",
        ("lg:Section", "bibo:DocumentPart"),
    )

    name: Name
    """Its title."""

    status: Annotated[SectionStatus, Prop(Label("status"), "lg:status")]
    """Planned, draft or published, in the edition that the model describes."""

    reason: Annotated[Text | None, Prop(Label("reason"), "lg:reason", normative=False)] = None
    """Why it stands as it does: why planned or draft, what is old or borrowed."""

    content: Annotated[Content, Prop(Label("content"), "lg:contentOrigin")] = Content.OWN
    """Own, old or borrowed."""

    informative: Annotated[bool, Prop(Label("informative"), "lg:informative")] = False
    """True where it is meant to cover no item."""

    audience: Annotated[Audience, Prop(Label("audience"), "lg:audience")] = Audience.BOTH
    """For whom it is written."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(
            Label("owner"), "lg:ownedBy", inverse=Inverse("owns_sections", Label("owns sections"))
        ),
    ] = None
    """The role that keeps it."""

    scope: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(Label("scope"), "lg:scope", inverse=Inverse("in_scope_of", Label("in scope of"))),
    ] = ()
    """The libraries for which it holds; without any, all."""

    except_: Annotated[
        tuple[Ref[Organisation], ...],
        Field(alias="except"),
        Prop(
            Label("except"), "lg:scopeExcept", inverse=Inverse("left_out_of", Label("left out of"))
        ),
    ] = ()
    """Libraries of the scope for which it does not hold; who joins later is in."""

    covers: Annotated[tuple[Cover, ...], Prop(Label("covers"), "lg:covers")] = ()
    """What it is about."""

    facts: Facts = ()
    """The values that its text states."""

    exceptions: Annotated[
        tuple[LocalException, ...], Prop(Label("exceptions"), "lg:exception")
    ] = ()
    """What is otherwise at some libraries."""

    translations: Annotated[
        tuple[Translation, ...], Prop(Label("translations"), "lg:translation", normative=False)
    ] = ()
    """Against what each translation was last reviewed."""

    body: Annotated[Text | None, Prop(Label("text"), "lg:body")] = None
    """Its prose in Markdown, by language."""


class GuideStage(Coded):
    """How far a guide of the libraries is known to have come."""

    DRAWN_UP = "drawn-up", Label("drawn up")
    PUBLISHED = "published", Label("published")


class GuideMilestone(StatedRecord):
    """That the libraries' own guide has come to a stage; no record is not known."""

    kind: ClassVar = Kind(
        Label("guide milestone"), Label("guide milestones"), "", ("lg:GuideMilestone",)
    )
    key: ClassVar = ("stage",)

    stage: Annotated[GuideStage, Prop(Label("stage", "of a guide"), "lg:guideStage")]
    """Drawn up, or published."""

    from_: From = None
    """Its first day; `{latest: …}` where a source first speaks of it."""


class GuideQuestion(Record):
    """A question that the front page of the guide asks in the reader's words, and its answer."""

    kind: ClassVar = Kind(
        Label("question on the front page"),
        Label("questions on the front page"),
        "",
        ("lg:GuideQuestion",),
    )
    key: ClassVar = ("text",)

    text: Annotated[Text, Prop(Label("text"), "dct:title", normative=False)]
    """The question, as a reader would ask it."""

    to: Annotated[
        Ref[Element],
        Prop(
            Label("leads to"),
            "lg:leadsTo",
            inverse=Inverse("answers", Label("answers")),
            normative=False,
        ),
    ]
    """What answers it: a section, a service, a path…"""

    step: Annotated[
        str | None,
        Prop(Label("step"), "lg:leadsToStep", within=Within("steps", of="to"), normative=False),
    ] = None
    """The local id of the step that answers it, where it leads to a path."""


class Guide(StatedElement):
    """The service guide: its sections in order."""

    kind: ClassVar = Kind(
        Label("service guide"), Label("service guides"), "guide", ("lg:Guide", "foaf:Document")
    )

    name: Name
    """Its title."""

    description: Description = None
    """What it is, for whom, and what it is not."""

    audience: Annotated[Audience, Prop(Label("audience"), "lg:audience")] = Audience.BOTH
    """For whom it is written."""

    practice: Annotated[
        Ref[Practice] | None,
        Prop(
            Label("practice"),
            "lg:followedAs",
            inverse=Inverse("laid_down_in", Label("laid down in")),
            normative=False,
        ),
    ] = None
    """The practice of working by it: its adoption says which libraries do."""

    sections: Annotated[
        tuple[Ref[Section], ...],
        Prop(
            Label("sections"), "dct:hasPart", inverse=Inverse("guide", Label("guide")), ordered=True
        ),
    ] = ()
    """Its sections, in order."""

    questions: Annotated[
        tuple[GuideQuestion, ...],
        Prop(Label("questions on the front page"), "lg:question", ordered=True, normative=False),
    ] = ()
    """What readers most often want to know: four or so, in order."""

    milestones: Annotated[
        tuple[GuideMilestone, ...], Prop(Label("milestones"), "lg:milestone", normative=False)
    ] = ()
    """How far the libraries' own guide is known to have come, which this text need not be."""
