"""The settings of a model in RDF: each declared once, for who writes and who reads it back."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple


class As(Enum):
    """What the values of a setting are in RDF."""

    TEXT = auto()
    ELEMENT = auto()
    ADDRESS = auto()
    CLASS = auto()
    """A kind, as its own class."""
    DAY = auto()
    """A day with its bounds, as any property that may be coarse somewhere has them."""
    PLAIN = auto()


class DeclaredSetting(NamedTuple):
    """A property of a model, where its value is in the settings, and what it is.

    The list of `many` values stands in the order that is said under the last name of the path.
    `unless` is a value that is not stated, since it is meant without.
    """

    term: str
    path: tuple[str, ...]
    form: As
    many: bool = False
    unless: object = None


SETTINGS: Final = (
    DeclaredSetting("dct:title", ("name",), As.TEXT),
    DeclaredSetting("dct:description", ("statement",), As.TEXT),
    DeclaredSetting("lg:network", ("network",), As.ELEMENT),
    DeclaredSetting("lg:asOf", ("as_of",), As.DAY),
    DeclaredSetting("lg:country", ("country",), As.PLAIN, many=True),
    DeclaredSetting("lg:requiredLanguage", ("languages", "required"), As.PLAIN, many=True),
    DeclaredSetting("lg:optionalLanguage", ("languages", "optional"), As.PLAIN, many=True),
    DeclaredSetting("lg:ignore", ("ignore",), As.PLAIN, many=True),
    DeclaredSetting("lg:ownCheck", ("checks",), As.PLAIN, many=True),
    DeclaredSetting("lg:ownQuestion", ("questions",), As.PLAIN, many=True),
    DeclaredSetting("lg:needsSection", ("coverage", "needs"), As.CLASS, many=True),
    DeclaredSetting("lg:unknownCountsAs", ("coverage", "unknown"), As.PLAIN),
    DeclaredSetting("lg:unreviewedCountsAs", ("coverage", "unreviewed"), As.PLAIN),
    DeclaredSetting("lg:factsOlderThan", ("facts_older_than",), As.PLAIN),
    DeclaredSetting("lg:maxMissing", ("coverage", "max_missing"), As.PLAIN),
    DeclaredSetting("lg:maxStale", ("coverage", "max_stale"), As.PLAIN),
    DeclaredSetting("lg:maxUnknown", ("coverage", "max_unknown"), As.PLAIN),
    DeclaredSetting("lg:allowEmpty", ("coverage", "allow_empty"), As.PLAIN),
    DeclaredSetting("lg:siteName", ("site", "name"), As.TEXT),
    DeclaredSetting("lg:siteShort", ("site", "short"), As.TEXT),
    DeclaredSetting("lg:siteIndex", ("site", "index"), As.PLAIN, unless=False),
    DeclaredSetting("lg:brandColour", ("theme", "brand"), As.PLAIN),
    DeclaredSetting("lg:accentColour", ("theme", "accent"), As.PLAIN),
    DeclaredSetting("lg:neutralColour", ("theme", "neutral"), As.PLAIN),
    DeclaredSetting("lg:fontFile", ("theme", "font"), As.PLAIN, many=True),
    DeclaredSetting("lg:logoFile", ("theme", "logo"), As.PLAIN),
    DeclaredSetting("lg:logoText", ("theme", "logo_text"), As.TEXT),
    DeclaredSetting("dct:license", ("license",), As.ADDRESS),
)
"""What stands on the model itself; without a statement, a list is empty and the rest as it is."""

PUBLISHER: Final = (
    DeclaredSetting("dct:title", ("name",), As.TEXT),
    DeclaredSetting("foaf:homepage", ("url",), As.ADDRESS),
)
"""What stands on the publisher of a model."""
