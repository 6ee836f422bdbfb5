"""The fields of PTV's version 11, with their limits: one list for what is read and what is pasted."""

from __future__ import annotations

from typing import Final, NamedTuple

from lumme_graph.base.label import Label
from lumme_graph.elements.offer import ChannelType

LANGUAGES: Final = ("fi", "sv", "en", "se", "smn", "sms")
"""The languages in which PTV describes things."""


class PtvText(NamedTuple):
    """A text of PTV: its type there, what its form calls it, how long it may be, and our field."""

    type: str
    label: Label
    limit: int
    field: str | None = None


NAME: Final = PtvText("Name", Label("Name", "in PTV"), 100, "name")
SUMMARY: Final = PtvText("Summary", Label("Summary", "in PTV"), 150)
DESCRIPTION: Final = PtvText("Description", Label("Description", "in PTV"), 2500, "description")
SERVICE_TEXTS: Final = (
    NAME,
    SUMMARY,
    DESCRIPTION,
    PtvText("UserInstruction", Label("User instructions", "in PTV"), 2500, "instructions"),
    PtvText("Requirements", Label("Conditions and criteria", "in PTV"), 2500, "conditions"),
    PtvText("ChargeTypeAdditionalInfo", Label("Further information on charges"), 500, "cost"),
)
"""The texts of a service, in the order of PTV's form; those of permits alone are left out."""

CHANNEL_TEXTS: Final = (NAME, SUMMARY, DESCRIPTION)
"""The texts of a service channel."""

KEYWORD_LIMIT: Final = 150

CHANNEL_TYPES: Final = {
    "EChannel": (Label("E-service", "a channel in PTV"), ChannelType.E_SERVICE),
    "WebPage": (Label("Web page", "a channel in PTV"), ChannelType.WEB_PAGE),
    "PrintableForm": (Label("Printable form", "a channel in PTV"), ChannelType.OTHER_CHANNEL),
    "Phone": (Label("Telephone service", "a channel in PTV"), ChannelType.PHONE),
    "ServiceLocation": (
        Label("Service location", "a channel in PTV"),
        ChannelType.SERVICE_LOCATION,
    ),
}
"""The channels of PTV: what they are called there, and which of ours each is."""

PTV_CHANNELS: Final = {
    ChannelType.E_SERVICE: "EChannel",
    ChannelType.E_FORM: "EChannel",
    ChannelType.WEB_PAGE: "WebPage",
    ChannelType.PHONE: "Phone",
}
"""Which channel of PTV a touchpoint becomes; the buildings are its service locations."""
