"""Sources, and how every claim says on what it stands."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, cast

from pydantic import BeforeValidator, StringConstraints

from lumme_graph.base.calendar_day import CalendarDay
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.base.urls import WebAddress
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Private, Prop
from lumme_graph.meta.ref import Ref


class Suppression(Record):
    """A finding that is known and accepted for one element, until a day."""

    kind: ClassVar = Kind(Label("suppression"), Label("suppressions"), "", ("lg:Suppression",))
    key: ClassVar = ("code",)

    code: Annotated[str, Prop(Label("code"), "lg:checkCode", normative=False)]
    """The code of the check that is not to report this element."""

    reason: Annotated[str, Prop(Label("reason"), "lg:suppressionReason", normative=False)]
    """Why the finding is accepted."""

    until: Annotated[CalendarDay | None, Prop(Label("until"), "lg:until", normative=False)] = None
    """The last day on which it is accepted."""


Tag = Annotated[str, StringConstraints(pattern=r"^\S+( \S+)*$")]
"""A tag: a word, or a few with one space between them."""


def _none_of_nothing(value: object) -> object:
    return (cast("Mapping[str, object]", value) or None) if isinstance(value, Mapping) else value


class KeptElement(Element):
    """An element as those who keep a model see it: with tags, a remark and accepted findings."""

    search_words: Annotated[
        Text | None, Prop(Label("search words"), "schema:keywords", normative=False)
    ] = None
    """What readers call it and its texts do not, by language, commas between: `sakko, myöhässä`."""

    tags: Annotated[tuple[Tag, ...], Prop(Label("tags"), "dcat:keyword", normative=False)] = ()
    """Words by which elements are gathered, such as for a drawing of those with one tag alone."""

    extra: Annotated[
        Extra | None,
        BeforeValidator(_none_of_nothing),
        Prop(Label("own fields"), "lg:extra", normative=False),
    ] = None
    """A network's own fields for its own scripts, such as `shelf: 84.2`: in RDF properties below its base and `extra/`, on no page."""

    note: Annotated[str | None, Private(Label("note"), "lg:note", normative=False)] = None
    """A remark for those who keep the model; not published as a fact."""

    suppress: Annotated[
        tuple[Suppression, ...],
        Private(Label("suppressions"), "lg:suppression", normative=False),
    ] = ()
    """Findings that are accepted for this element."""


class SourceType(Coded):
    """What kind of document a source is."""

    WEB_PAGE = "web-page", Label("web page")
    NEWS = ("news", Label("news or newspaper article"))
    BOARD_PAPER = "board-paper", Label("board paper")
    PROJECT_PAGE = "project-page", Label("project page")
    REPORT = ("report", Label("report or thesis"))
    BOOK = "book", Label("book")
    DATA = "data", Label("data set")
    LAW = "law", Label("law or bill")
    ARTICLE = "article", Label("article or blog")


class Source(KeptElement):
    """A document or data set in which something was read."""

    kind: ClassVar = Kind(
        Label("source"),
        Label("sources"),
        "source",
        ("lg:Source", "dct:BibliographicResource"),
        area="sources",
    )

    citation: Annotated[str, Prop(Label("citation"), "dct:bibliographicCitation", "dct:title")]
    """What the source is, in words; the authors of a published work stand here alone."""

    where: Annotated[str | None, Prop(Label("where", "the place in a source"), "lg:where")] = None
    """Where it was read: an address in words, possibly shortened."""

    url: Annotated[WebAddress | None, Prop(Label("address"), "foaf:page")] = None
    """A whole https address, where one is known."""

    type: Annotated[SourceType | None, Prop(Label("type"), "dct:type")] = None
    """What kind of document it is."""

    published: Annotated[
        UncertainDate | None, Prop(Label("published"), "lg:publishedOn", "dct:issued")
    ] = None
    """When it was published, or of which day its content is."""

    listed_by: Annotated[
        tuple[Ref["Source"], ...],
        Prop(
            Label("listed by"),
            "dct:isReferencedBy",
            inverse=Inverse("lists", Label("lists")),
            normative=False,
        ),
    ] = ()
    """The documents whose list of sources names it."""

    read: Annotated[UncertainDate | None, Prop(Label("read"), "lg:readOn", normative=False)] = None
    """When it was read."""


class Standing(Coded):
    """How a claim stands: read in a source, derived from sources, or invented to illustrate."""

    SOURCED = "sourced", Label("sourced")
    DERIVED = "derived", Label("derived")
    ILLUSTRATIVE = "illustrative", Label("illustrative")


class Stated(Node):
    """A claim: it says how it stands, and on what."""

    standing: Annotated[
        Standing | None, Prop(Label("standing"), "lg:standing", normative=False)
    ] = None
    """How the claim stands; a record without its own takes its owner's."""

    sources: Annotated[
        tuple[Ref["Source"], ...],
        Prop(
            Label("sources"),
            "dct:source",
            inverse=Inverse("supports", Label("supports")),
            normative=False,
        ),
    ] = ()
    """The sources that it rests on."""

    as_of: Annotated[UncertainDate | None, Prop(Label("as of"), "lg:asOf", normative=False)] = None
    """The day for which it is stated."""

    derivation: Annotated[
        Text | None, Prop(Label("derivation"), "lg:derivation", normative=False)
    ] = None
    """How it follows from its sources, where it is derived."""


class StatedRecord(Stated, Record):
    """A part of an element that may stand on evidence of its own."""


class StatedElement(Stated, KeptElement):
    """An element of a model that stands on evidence."""


class Claim(StatedElement):
    """Something that a document says, and the source that it gives for it."""

    kind: ClassVar = Kind(Label("claim"), Label("claims"), "claim", ("lg:Claim",), area="sources")

    text: Annotated[Text, Prop(Label("text"), "dct:description")]
    """What is said."""

    said_in: Annotated[
        Ref["Source"],
        Prop(Label("said in"), "lg:saidIn", inverse=Inverse("claims", Label("claims"))),
    ]
    """The document that says it."""

    cites: Annotated[
        tuple[Ref["Source"], ...],
        Prop(Label("cites"), "dct:references", inverse=Inverse("cited_for", Label("cited for"))),
    ] = ()
    """The sources that the document gives for it."""
