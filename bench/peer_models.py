"""The models that a developer would write for these files without this library, in pydantic alone."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Words = dict[str, str]


class Strict(BaseModel):
    """A mapping that has no other keys."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True, populate_by_name=True)


class Latest(Strict):
    """A day by which something had begun."""

    latest: date


class Sourced(Strict):
    """What stands on sources."""

    standing: Literal["sourced", "derived", "illustrative"] | None = None
    sources: list[str] = []
    derivation: Words = {}


class Thing(Sourced):
    """An element: an id, a name, and on what it stands."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z0-9]+)+$")
    name: Words
    description: Words = {}


class Offer(Sourced):
    """Where something is offered, and since when."""

    at: str
    is_: bool = Field(alias="is")
    from_: Latest | None = Field(None, alias="from")


class Fact(Sourced):
    """A value that a text uses."""

    key: str
    value: str
    unit: str | None = None


class Source(Strict):
    """A source that is cited."""

    id: str
    citation: str
    where: str
    url: str
    type: Literal["web-page", "news", "report", "law"]
    published: date | str


class Municipality(Thing):
    """A municipality."""

    code: str


class Membership(Sourced):
    """A membership of a network."""

    of: str
    from_: Latest = Field(alias="from")


class Contact(Strict):
    """How to reach somebody."""

    type: str
    value: str


class Organisation(Thing):
    """A library, a network or a partner."""

    type: Literal["network", "library", "partner"]
    municipalities: list[str] = []
    memberships: list[Membership] = []
    contacts: list[Contact] = []


class Identifier(Strict):
    """An identifier elsewhere."""

    scheme: str
    value: str


class Listed(Strict):
    """A service as a directory lists it."""

    name: str


class Branch(Thing):
    """A branch of a library."""

    organisation: str
    type: str
    municipality: str
    street: str
    postal_code: str
    city: str
    latitude: str
    longitude: str
    identifiers: list[Identifier]
    listed: list[Listed] = []


class InUse(Strict):
    """Since when a vehicle is in use."""

    from_: date = Field(alias="from")
    sources: list[str]


class Vehicle(Thing):
    """A bookmobile."""

    organisation: str
    type: str
    in_use: list[InUse]


class Assignment(Strict):
    """Where a role is held."""

    at: str
    from_: date = Field(alias="from")


class Role(Thing):
    """A role."""

    assignments: list[Assignment]


class Touchpoint(Thing):
    """Where a customer meets a service."""

    channel: str
    offered: list[Offer]


class Service(Thing):
    """A service."""

    conditions: Words
    instructions: Words
    cost: Words
    touchpoints: list[str]
    facts: list[Fact]
    service_class: str
    offered: list[Offer]


class Evidence(Strict):
    """On what a profile stands."""

    source: str


class Profile(Thing):
    """A group of customers."""

    relation: Literal["user", "non-user"]
    life_situation: Words
    tasks: list[Words]
    barriers: list[Words]
    triggers: list[Words]
    asks_of_staff: list[Words]
    touchpoints: list[str]
    services: list[str]
    evidence: list[Evidence]


class Actor(Strict):
    """Who does a step."""

    kind: Literal["customer", "staff", "system"]


class Feeling(Sourced):
    """How a step feels."""

    value: int = Field(ge=-2, le=2)


class Step(Sourced):
    """A step of a path."""

    id: str
    action: Words
    actor: Actor
    lane: Literal["customer", "frontstage", "backstage", "support"]
    touchpoint: str
    feeling: Feeling


class Path(Thing):
    """A path through a service."""

    profiles: list[str]
    service: str
    offered: list[Offer]
    steps: list[Step]


class Basis(Sourced):
    """On what a commitment is based."""

    type: str
    text: Words


class Standard(Sourced):
    """How a commitment is measured."""

    metric: Words


class Commitment(Thing):
    """A commitment to customers."""

    basis: list[Basis]
    standard: Standard
    kept_at: list[str]
    for_: list[str] = Field(alias="for")
    owner: str


class Promise(Thing):
    """A promise: commitments together."""

    commitments: list[str]


class Cover(Strict):
    """What a section covers."""

    item: str


class Section(Thing):
    """A section of a guide, with its text by language."""

    status: Literal["draft", "published"]
    owner: str
    covers: list[Cover]
    facts: list[Fact]
    body: Words = {}


class Guide(Thing):
    """A guide."""

    sections: list[str]


Known = Source | Thing
KINDS: dict[str, type[Known]] = {
    cls.__name__.lower(): cls
    for cls in (
        *(Source, Municipality, Organisation, Branch, Vehicle, Role, Touchpoint, Service),
        *(Profile, Path, Commitment, Promise, Section, Guide),
    )
}
NEED_TEXT = (Service, Touchpoint, Path, Commitment, Profile)
"""What a guide must speak of."""
REFERENCES = {
    *("sources", "source", "at", "of", "municipalities", "municipality", "organisation", "owner"),
    *("touchpoints", "touchpoint", "services", "service", "profiles", "kept_at", "for_"),
    *("commitments", "sections", "item"),
}
"""The fields that name other elements."""
