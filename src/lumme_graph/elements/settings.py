"""What `model.yaml` says of a model as a whole."""

import re
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from lumme_graph.base.amounts import Share
from lumme_graph.base.calendar_day import CalendarDay
from lumme_graph.base.countries import COUNTRIES, nearest_country
from lumme_graph.base.listed import ONE_OR_MANY
from lumme_graph.base.own_name import OwnName
from lumme_graph.base.tags import TAG
from lumme_graph.base.text import Text
from lumme_graph.base.urls import WebAddress
from lumme_graph.elements.theme import Theme
from lumme_graph.elements.who import Organisation
from lumme_graph.meta.checked import Checked
from lumme_graph.meta.element import Element
from lumme_graph.meta.ref import Ref

NeedKind = Literal["service", "touchpoint", "path", "commitment", "profile"]
"""The kinds that can need a section: those whose offer is stated."""

_BASE: Final = r"^https?://[^\s<>\"{}|\\^`]+[/#]$"


def _tag(tag: object) -> object:
    if isinstance(tag, str) and not TAG.fullmatch(tag):
        raise PydanticCustomError("language_tag", "{tag} is not a language tag", {"tag": tag})
    return tag


def _base(address: object) -> object:
    if isinstance(address, str) and not re.match(_BASE, address):
        raise PydanticCustomError("base_address", "this is no address that ends in / or #")
    return address


Tag = Annotated[str, Field(pattern=f"^{TAG.pattern}$"), BeforeValidator(_tag)]


class Languages(Checked):
    """The languages of a model: those that every text must have, and those it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    required: tuple[Tag, ...] = Field(default=("en",), min_length=1)
    """Every text has these; the first is the source language."""

    optional: tuple[Tag, ...] = ()
    """Texts may have these."""

    @property
    def all(self) -> tuple[str, ...]:
        """Required and optional, in order."""
        return (*self.required, *self.optional)


class Minimum(Checked):
    """The least coverage: in all, and for each kind, library and language by itself."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    total: Share | None = None
    """Of all cells."""

    kind: dict[str, Share] = Field(default_factory=dict[str, Share])
    """Of the kinds that are named, such as `service: 80`."""

    library: Share | None = None
    """Of each library."""

    language: Share | None = None
    """Of each language."""


class Costs(Checked):
    """What each act of writing costs, in any unit."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    review: int = Field(default=1, ge=1)
    """Reading a section beside its changed items."""

    translate: int = Field(default=1, ge=1)
    """Translating a section into one language, and accepting that translation."""

    publish: int = Field(default=1, ge=1)
    """Finishing a draft in its languages."""

    write: int = Field(default=1, ge=1)
    """Writing a new section."""

    state: int = Field(default=1, ge=1)
    """Finding out and stating where an item is offered."""


class UnknownAs(StrEnum):
    """How cells count where the offer is not known."""

    APART = "apart"
    GAP = "gap"


class UnreviewedAs(StrEnum):
    """How links count that have never been reviewed."""

    COVERED = "covered"
    STALE = "stale"


def _country(code: str) -> str:
    if code in COUNTRIES:
        return code
    guess = nearest_country(code) or ""
    raise PydanticCustomError(
        "country", "{code} is no country by ISO 3166-1", {"code": code, "guess": guess}
    )


Country = Annotated[str, AfterValidator(_country)]


class CoverageSettings(Checked):
    """What the service guide must cover, and how much of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    needs: tuple[NeedKind, ...] = ("service", "touchpoint", "path", "commitment", "profile")
    """The kinds that need a section."""

    unknown: UnknownAs = UnknownAs.APART
    """Whether what is not known counts as a gap."""

    unreviewed: UnreviewedAs = UnreviewedAs.COVERED
    """Whether what was never reviewed counts as stale."""

    minimum: Minimum = Minimum()
    """The gates: the least coverage."""

    max_missing: int | None = Field(default=None, ge=0)
    """The most cells that may be missing."""

    max_stale: int | None = Field(default=None, ge=0)
    """The most cells that may be stale."""

    max_unknown: int | None = Field(default=None, ge=0)
    """The most cells of which it may be unknown whether they count."""

    allow_empty: bool = False
    """Whether a gate may pass where there is nothing to cover."""

    bundles: tuple[tuple[Ref[Element], ...], ...] = ()
    """Items that one new section could cover together."""

    costs: Costs = Costs()
    """What each act of writing costs."""


class SiteSettings(Checked):
    """What the guide is called as a site, and who may find it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: Text | None = None
    """What stands beside the mark on each page, such as "Service guide"; else the guide's name."""

    short: Text | None = None
    """The network's name in a word or two, below the other; else the whole name of the network."""

    index: bool = False
    """Whether search engines may list the pages although the model has a statement."""


class Publisher(Checked):
    """Who publishes the model as open data; the libraries only where they do it themselves."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: Text
    """What the publisher is called."""

    url: WebAddress | None = None
    """Its page."""


class Settings(Checked):
    """The name of a model, its network, languages and day.

    >>> Settings(as_of="2026-08-22").languages.required
    ('en',)
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: Text = Text(en="Service model")
    """What the model is called."""

    statement: Text | None = None
    """What every published output says of the model, such as that it is unofficial."""

    network: Ref[Organisation] | None = None
    """The organisation whose members are "the libraries"; without one, all libraries."""

    country: Annotated[tuple[Country, ...], ONE_OR_MANY] = ()
    """Where it is, by ISO 3166-1: `GB`, or `[DE, FR]`; by it phone numbers are told, for example."""

    base: Annotated[str, Field(pattern=_BASE), BeforeValidator(_base)] = "https://example.org/id/"
    """What the addresses of elements begin with."""

    languages: Languages = Field(default_factory=Languages)
    """The languages of its texts."""

    as_of: CalendarDay
    """The day that "today" means in the model."""

    ignore: tuple[str, ...] = ()
    """Files and folders in its folder that are no part of it: `mkdocs.yml`, `drafts/`, `*.docx`.

    A pattern without `/` names a file or folder anywhere, another one is told from the model's
    folder; `*` and `?` stand for any characters.
    """

    checks: Annotated[tuple[OwnName, ...], ONE_OR_MANY] = ()
    """Checks of its own in Python, `module` or `module:name`; they run only with `--trust`.

    A module is looked for beside `model.yaml`, then among those that are installed. It is one check,
    a tuple of several, or, without a name, all checks of the module.
    """

    questions: Annotated[tuple[OwnName, ...], ONE_OR_MANY] = ()
    """Questions of its own in Python, named as `checks` are; they too need `--trust`."""

    publisher: Publisher | None = None
    """Who publishes the model as open data; without it, exports name nobody."""

    license: WebAddress | None = None
    """The licence of the model, by its address: `https://creativecommons.org/licenses/by/4.0/`."""

    modified: CalendarDay | None = None
    """The day of its last change; without it, its day."""

    facts_older_than: int | None = Field(default=None, ge=1)
    """After how many days a fact is old and must be looked at again; without it, never."""

    coverage: CoverageSettings = Field(default_factory=CoverageSettings)
    """What the guide must cover."""

    site: SiteSettings = Field(default_factory=SiteSettings)
    """What the guide is called as a site, and who may find it."""

    theme: Theme = Field(default_factory=Theme)
    """The network's own colours, font and logo; without them, ours."""

    @property
    def texts(self) -> dict[tuple[str, ...], Text]:
        """What it says in words, by the fields that lead there."""
        said = {
            ("name",): self.name,
            ("statement",): self.statement,
            ("site", "name"): self.site.name,
            ("site", "short"): self.site.short,
            ("publisher", "name"): self.publisher.name if self.publisher else None,
            ("theme", "logo_text"): self.theme.logo_text,
        }
        return {path: text for path, text in said.items() if text is not None}
