"""Sources, and how every claim says on what it stands."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.text import Label, Text
from lumme_graph.base.urls import Url
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class Suppression(Record):
    """A finding that is known and accepted for one element, until a day."""

    kind: ClassVar = Kind(
        Label("ohitus", "suppression", "undantag"),
        Label("ohitukset", "suppressions", "undantag"),
        "",
        ("lg:Suppression",),
    )
    key: ClassVar = ("code",)

    code: Annotated[str, Prop(Label("koodi", "code", "kod"), normative=False)]
    """The code of the check that is not to report this element."""

    reason: Annotated[str, Prop(Label("syy", "reason", "skäl"), normative=False)]
    """Why the finding is accepted."""

    until: Annotated[date | None, Prop(Label("asti", "until", "till"), normative=False)] = None
    """The last day on which it is accepted."""


class KeptElement(Element):
    """An element as those who keep a model see it: with a remark and accepted findings."""

    note: Annotated[str | None, Prop(Label("huomautus", "note", "anmärkning"), normative=False)] = (
        None
    )
    """A remark for those who keep the model; not published as a fact."""

    suppress: Annotated[
        tuple[Suppression, ...],
        Prop(Label("ohitukset", "suppressions", "undantag"), normative=False),
    ] = ()
    """Findings that are accepted for this element."""


class SourceType(Coded):
    """What kind of document a source is."""

    WEB_PAGE = "web-page", Label("verkkosivu", "web page", "webbsida")
    NEWS = (
        "news",
        Label("uutinen tai lehtikirjoitus", "news or newspaper article", "tidningsartikel"),
    )
    BOARD_PAPER = "board-paper", Label("päätösasiakirja", "board paper", "beslutshandling")
    PROJECT_PAGE = "project-page", Label("hankesivu", "project page", "projektsida")
    REPORT = (
        "report",
        Label("raportti tai opinnäyte", "report or thesis", "rapport eller examensarbete"),
    )
    BOOK = "book", Label("kirja", "book", "bok")
    DATA = "data", Label("tietoaineisto", "data set", "datamängd")
    LAW = "law", Label("laki tai esitys", "law or bill", "lag eller proposition")
    ARTICLE = "article", Label("artikkeli tai blogi", "article or blog", "artikel eller blogg")


class Source(KeptElement):
    """A document or data set in which something was read."""

    kind: ClassVar = Kind(
        Label("lähde", "source", "källa"),
        Label("lähteet", "sources", "källor"),
        "source",
        ("lg:Source", "dct:BibliographicResource"),
    )

    citation: Annotated[
        str, Prop(Label("viite", "citation", "hänvisning"), "dct:bibliographicCitation")
    ]
    """What the source is, in words; the authors of a published work stand here alone."""

    where: Annotated[str | None, Prop(Label("paikka", "where", "var"), "lg:where")] = None
    """Where it was read: an address in words, possibly shortened."""

    url: Annotated[Url | None, Prop(Label("osoite", "address", "adress"), "foaf:page")] = None
    """A whole https address, where one is known."""

    type: Annotated[SourceType | None, Prop(Label("tyyppi", "type", "typ"), "dct:type")] = None
    """What kind of document it is."""

    published: Annotated[
        UncertainDate | None, Prop(Label("julkaistu", "published", "publicerad"), "dct:issued")
    ] = None
    """When it was published, or of which day its content is."""

    listed_by: Annotated[
        tuple[Ref[Source], ...],
        Prop(
            Label("luettelossa", "listed by", "förtecknad i"),
            "dct:isReferencedBy",
            inverse=Inverse("lists", Label("luettelee", "lists", "förtecknar")),
            normative=False,
        ),
    ] = ()
    """The documents whose list of sources names it."""

    read: Annotated[
        UncertainDate | None, Prop(Label("luettu", "read", "läst"), "lg:readOn", normative=False)
    ] = None
    """When it was read."""


class Standing(Coded):
    """How a claim stands: read in a source, derived from sources, or invented to illustrate."""

    SOURCED = "sourced", Label("lähteestä", "sourced", "ur källa")
    DERIVED = "derived", Label("johdettu", "derived", "härledd")
    ILLUSTRATIVE = "illustrative", Label("havainnollistava", "illustrative", "illustrativ")


class Stated(Node):
    """A claim: it says how it stands, and on what."""

    standing: Annotated[
        Standing | None,
        Prop(Label("asema", "standing", "ställning"), "lg:standing", normative=False),
    ] = None
    """How the claim stands; a record without its own takes its owner's."""

    sources: Annotated[
        tuple[Ref[Source], ...],
        Prop(
            Label("lähteet", "sources", "källor"),
            "dct:source",
            inverse=Inverse("supports", Label("tukee", "supports", "stöder")),
            normative=False,
        ),
    ] = ()
    """The sources that it rests on."""

    as_of: Annotated[
        UncertainDate | None,
        Prop(Label("tilanne", "as of", "läget den"), "lg:asOf", normative=False),
    ] = None
    """The day for which it is stated."""

    derivation: Annotated[
        Text | None,
        Prop(Label("päättely", "derivation", "härledning"), "lg:derivation", normative=False),
    ] = None
    """How it follows from its sources, where it is derived."""


class StatedRecord(Stated, Record):
    """A part of an element that may stand on evidence of its own."""


class StatedElement(Stated, KeptElement):
    """An element of a model that stands on evidence."""


class Claim(StatedElement):
    """Something that a document says, and the source that it gives for it."""

    kind: ClassVar = Kind(
        Label("väite", "claim", "påstående"),
        Label("väitteet", "claims", "påståenden"),
        "claim",
        ("lg:Claim",),
    )

    text: Annotated[Text, Prop(Label("teksti", "text", "text"), "dct:description")]
    """What is said."""

    said_in: Annotated[
        Ref[Source],
        Prop(
            Label("sanottu", "said in", "sagt i"),
            "lg:saidIn",
            inverse=Inverse("claims", Label("väitteet", "claims", "påståenden")),
        ),
    ]
    """The document that says it."""

    cites: Annotated[
        tuple[Ref[Source], ...],
        Prop(
            Label("viittaa", "cites", "hänvisar till"),
            "dct:references",
            inverse=Inverse("cited_for", Label("viitattu", "cited for", "citerad för")),
        ),
    ] = ()
    """The sources that the document gives for it."""
