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


class Setting(NamedTuple):
    """A property of a model, where its value is in the settings, and what it is.

    The list of `many` values stands in the order that is said under the last name of the path.
    """

    term: str
    path: tuple[str, ...]
    form: As
    many: bool = False


SETTINGS: Final = (
    Setting("dct:title", ("name",), As.TEXT),
    Setting("dct:description", ("statement",), As.TEXT),
    Setting("lg:network", ("network",), As.ELEMENT),
    Setting("lg:asOf", ("as_of",), As.DAY),
    Setting("lg:country", ("country",), As.PLAIN, many=True),
    Setting("lg:requiredLanguage", ("languages", "required"), As.PLAIN, many=True),
    Setting("lg:optionalLanguage", ("languages", "optional"), As.PLAIN, many=True),
    Setting("lg:ignore", ("ignore",), As.PLAIN, many=True),
    Setting("lg:needsSection", ("coverage", "needs"), As.CLASS, many=True),
    Setting("lg:unknownCountsAs", ("coverage", "unknown"), As.PLAIN),
    Setting("lg:unreviewedCountsAs", ("coverage", "unreviewed"), As.PLAIN),
    Setting("lg:factsOlderThan", ("facts_older_than",), As.PLAIN),
    Setting("lg:maxMissing", ("coverage", "max_missing"), As.PLAIN),
    Setting("lg:maxStale", ("coverage", "max_stale"), As.PLAIN),
    Setting("lg:maxUnknown", ("coverage", "max_unknown"), As.PLAIN),
    Setting("lg:allowEmpty", ("coverage", "allow_empty"), As.PLAIN),
    Setting("lg:siteName", ("site", "name"), As.TEXT),
    Setting("lg:siteShort", ("site", "short"), As.TEXT),
    Setting("lg:siteColour", ("site", "lake"), As.PLAIN),
    Setting("lg:siteIndex", ("site", "index"), As.PLAIN),
    Setting("dct:license", ("license",), As.ADDRESS),
)
"""What stands on the model itself; without a statement, a list is empty and the rest as it is."""

PUBLISHER: Final = (
    Setting("dct:title", ("name",), As.TEXT),
    Setting("foaf:homepage", ("url",), As.ADDRESS),
)
"""What stands on the publisher of a model."""
