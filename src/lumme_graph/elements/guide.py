"""The service guide and its sections."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from lumme_graph.base.text import Label, Text
from lumme_graph.elements.evidence import StatedElement, StatedRecord
from lumme_graph.elements.offer import Practice
from lumme_graph.elements.parts import Description, Facts, From, Name
from lumme_graph.elements.who import Organisation, Role
from lumme_graph.meta.element import Element, Record
from lumme_graph.meta.kind import Coded, Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref

FINGERPRINT = r"^[12]:[0-9a-f]{16}$"
"""`2:` and 16 hexadecimal digits; what begins with `1:` is of an older form and says nothing now."""


class Review(Record):
    """The state of an item when a section's link to it was last reviewed."""

    kind: ClassVar = Kind(
        Label("tarkistus", "review", "granskning"),
        Label("tarkistukset", "reviews", "granskningar"),
        "",
        ("lg:Review",),
    )
    key: ClassVar = ()

    fp: Annotated[
        str,
        Field(pattern=FINGERPRINT),
        Prop(
            Label("sormenjälki", "fingerprint", "fingeravtryck"), "lg:fingerprint", normative=False
        ),
    ]
    """The fingerprint of the item's content."""

    date: Annotated[date, Prop(Label("päivä", "date", "datum"), "dct:date", normative=False)]
    """The day of the review."""


class Cover(Record):
    """That a section is about an item."""

    kind: ClassVar = Kind(
        Label("kattavuuslinkki", "coverage link", "täckningslänk"),
        Label("kattavuuslinkit", "coverage links", "täckningslänkar"),
        "",
        ("lg:Cover",),
    )
    key: ClassVar = ("item",)

    item: Annotated[
        Ref[Element],
        Prop(
            Label("kohde", "item", "objekt"),
            "dct:subject",
            inverse=Inverse("covered_by", Label("kuvattu oppaassa", "covered by", "beskrivs i")),
        ),
    ]
    """What the section is about."""

    scope: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("koskee", "scope", "gäller"),
            "lg:scope",
            inverse=Inverse(
                "in_scope_of_links",
                Label("linkkien piirissä", "in scope of links", "omfattas av länkar"),
            ),
        ),
    ] = ()
    """The libraries for which it holds; without any, all of the section's."""

    except_: Annotated[
        tuple[Ref[Organisation], ...],
        Field(alias="except"),
        Prop(
            Label("paitsi", "except", "utom"),
            "lg:except",
            inverse=Inverse(
                "left_out_of_links",
                Label("linkkien piirin ulkopuolella", "left out of links", "utanför länkar"),
            ),
        ),
    ] = ()
    """Libraries of the scope for which it does not hold; who joins later is in."""

    reviewed: Annotated[
        Review | None,
        Prop(Label("tarkistettu", "reviewed", "granskad"), "lg:reviewed", normative=False),
    ] = None
    """When somebody last saw that the section says what the item is."""


class Translation(Record):
    """The state of the source-language text when a translation was last reviewed."""

    kind: ClassVar = Kind(
        Label("käännös", "translation", "översättning"),
        Label("käännökset", "translations", "översättningar"),
        "",
        ("lg:Translation",),
    )
    key: ClassVar = ("language",)

    language: Annotated[
        str, Prop(Label("kieli", "language", "språk"), "lg:languageTag", normative=False)
    ]
    """The language of the translation."""

    fp: Annotated[
        str,
        Field(pattern=FINGERPRINT),
        Prop(
            Label("sormenjälki", "fingerprint", "fingeravtryck"), "lg:fingerprint", normative=False
        ),
    ]
    """The fingerprint of the source-language text."""


class LocalException(StatedRecord):
    """What is otherwise at some libraries."""

    kind: ClassVar = Kind(
        Label("poikkeus", "exception", "undantag"),
        Label("poikkeukset", "exceptions", "undantag"),
        "",
        ("lg:LocalException",),
    )
    key: ClassVar = ("at",)

    at: Annotated[
        Ref[Organisation],
        Prop(
            Label("missä", "at", "vid"),
            "lg:exceptionAt",
            inverse=Inverse("exceptions", Label("poikkeukset", "exceptions", "undantag")),
        ),
    ]
    """The library."""

    text: Annotated[Text, Prop(Label("teksti", "text", "text"), "dct:description")]
    """What is otherwise there."""

    not_offered: Annotated[
        tuple[Ref[Element], ...],
        Prop(
            Label("ei tarjolla", "not offered", "erbjuds inte"),
            "lg:notOffered",
            inverse=Inverse(
                "not_offered_by_exceptions",
                Label(
                    "poikkeuksissa ei tarjolla",
                    "not offered by exceptions",
                    "erbjuds inte enligt undantag",
                ),
            ),
        ),
    ] = ()
    """What of the section's items is not offered there; so the section does not promise it there."""


class SectionStatus(Coded):
    """How far a section of the guide is."""

    PLANNED = "planned", Label("suunniteltu", "planned", "planerad")
    DRAFT = "draft", Label("luonnos", "draft", "utkast")
    PUBLISHED = "published", Label("julkaistu", "published", "publicerad")


class Content(Coded):
    """Whether a section's content is the libraries' own and of today."""

    OWN = "own", Label("omaa", "own", "eget")
    OLD = "old", Label("vanhaa", "old", "gammalt")
    BORROWED = "borrowed", Label("lainattua", "borrowed", "lånat")


class Audience(Coded):
    """For whom a text is written."""

    STAFF = "staff", Label("henkilökunta", "staff", "personal")
    CUSTOMER = "customer", Label("asiakkaat", "customers", "kunder")
    BOTH = "both", Label("henkilökunta ja asiakkaat", "staff and customers", "personal och kunder")


class Section(StatedElement):
    """One section of the service guide; its prose stands in `guide/<id>.<language>.md`."""

    kind: ClassVar = Kind(
        Label("oppaan osio", "guide section", "guideavsnitt"),
        Label("oppaan osiot", "guide sections", "guideavsnitt"),
        "section",
        ("lg:Section", "bibo:DocumentPart"),
    )

    name: Name
    """Its title."""

    status: Annotated[SectionStatus, Prop(Label("tila", "status", "status"), "lg:status")]
    """Planned, draft or published, in the edition that the model describes."""

    reason: Annotated[
        Text | None, Prop(Label("peruste", "reason", "skäl"), "lg:reason", normative=False)
    ] = None
    """Why it stands as it does: why planned or draft, what is old or borrowed."""

    content: Annotated[
        Content, Prop(Label("sisältö", "content", "innehåll"), "lg:contentOrigin")
    ] = Content.OWN
    """Own, old or borrowed."""

    informative: Annotated[
        bool, Prop(Label("yleistieto", "informative", "allmän information"), "lg:informative")
    ] = False
    """True where it is meant to cover no item."""

    audience: Annotated[Audience, Prop(Label("lukijat", "audience", "läsare"), "lg:audience")] = (
        Audience.BOTH
    )
    """For whom it is written."""

    owner: Annotated[
        Ref[Role] | None,
        Prop(
            Label("vastuurooli", "owner", "ansvarig roll"),
            "lg:ownedBy",
            inverse=Inverse(
                "owns_sections", Label("vastaa osioista", "owns sections", "ansvarar för avsnitt")
            ),
        ),
    ] = None
    """The role that keeps it."""

    scope: Annotated[
        tuple[Ref[Organisation], ...],
        Prop(
            Label("koskee", "scope", "gäller"),
            "lg:scope",
            inverse=Inverse(
                "in_scope_of", Label("osioiden piirissä", "in scope of", "omfattas av")
            ),
        ),
    ] = ()
    """The libraries for which it holds; without any, all."""

    except_: Annotated[
        tuple[Ref[Organisation], ...],
        Field(alias="except"),
        Prop(
            Label("paitsi", "except", "utom"),
            "lg:except",
            inverse=Inverse(
                "left_out_of",
                Label("osioiden piirin ulkopuolella", "left out of", "utanför avsnitt"),
            ),
        ),
    ] = ()
    """Libraries of the scope for which it does not hold; who joins later is in."""

    covers: Annotated[
        tuple[Cover, ...], Prop(Label("kattaa", "covers", "täcker"), "lg:covers")
    ] = ()
    """What it is about."""

    facts: Facts = ()
    """The values that its text states."""

    exceptions: Annotated[
        tuple[LocalException, ...],
        Prop(Label("poikkeukset", "exceptions", "undantag"), "lg:exception"),
    ] = ()
    """What is otherwise at some libraries."""

    translations: Annotated[
        tuple[Translation, ...],
        Prop(
            Label("käännökset", "translations", "översättningar"), "lg:translation", normative=False
        ),
    ] = ()
    """Against what each translation was last reviewed."""

    body: Annotated[Text | None, Prop(Label("teksti", "text", "text"), "lg:body")] = None
    """Its prose in Markdown, by language."""


class GuideStage(Coded):
    """How far a guide of the libraries is known to have come."""

    DRAWN_UP = "drawn-up", Label("laadittu", "drawn up", "utarbetad")
    PUBLISHED = "published", Label("julkaistu", "published", "publicerad")


class GuideMilestone(StatedRecord):
    """That the libraries' own guide has come to a stage; no record is not known."""

    kind: ClassVar = Kind(
        Label("oppaan vaihe", "guide milestone", "guidens etapp"),
        Label("oppaan vaiheet", "guide milestones", "guidens etapper"),
        "",
        ("lg:GuideMilestone",),
    )
    key: ClassVar = ("stage",)

    stage: Annotated[GuideStage, Prop(Label("vaihe", "stage", "etapp"), "lg:guideStage")]
    """Drawn up, or published."""

    from_: From = None
    """Its first day; `{latest: …}` where a source first speaks of it."""


class Guide(StatedElement):
    """The service guide: its sections in order."""

    kind: ClassVar = Kind(
        Label("palveluopas", "service guide", "serviceguide"),
        Label("palveluoppaat", "service guides", "serviceguider"),
        "guide",
        ("lg:Guide", "foaf:Document"),
    )

    name: Name
    """Its title."""

    description: Description = None
    """What it is, for whom, and what it is not."""

    audience: Annotated[Audience, Prop(Label("lukijat", "audience", "läsare"), "lg:audience")] = (
        Audience.BOTH
    )
    """For whom it is written."""

    practice: Annotated[
        Ref[Practice] | None,
        Prop(
            Label("käytäntö", "practice", "praxis"),
            "lg:followedAs",
            inverse=Inverse("laid_down_in", Label("opas", "laid down in", "anges i")),
            normative=False,
        ),
    ] = None
    """The practice of working by it: its adoption says which libraries do."""

    sections: Annotated[
        tuple[Ref[Section], ...],
        Prop(
            Label("osiot", "sections", "avsnitt"),
            "dct:hasPart",
            inverse=Inverse("guide", Label("opas", "guide", "guide")),
            ordered=True,
        ),
    ] = ()
    """Its sections, in order."""

    milestones: Annotated[
        tuple[GuideMilestone, ...],
        Prop(Label("vaiheet", "milestones", "etapper"), "lg:milestone", normative=False),
    ] = ()
    """How far the libraries' own guide is known to have come, which this text need not be."""
