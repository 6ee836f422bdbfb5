"""Which contacts of a file are an organisation's own, and may be taken."""

from __future__ import annotations

import re
from typing import Final

from pydantic_core import PydanticCustomError

from lumme_graph.analysis.privacy.matches import is_desk
from lumme_graph.analysis.privacy.names import names_in
from lumme_graph.base.label import Label
from lumme_graph.base.urls import absolute
from lumme_graph.exchange.thing import PERSONAL, JsonThing

NO_ADDRESS: Final = Label("it is no https or http address")
NO_NUMBER: Final = Label("it is no phone number")

_DIGITS: Final = re.compile(r"\+?[\d\s()./-]{5,}")


def phone(thing: JsonThing, field: str, label: str = "") -> dict[str, str] | None:
    """The phone number in a field; none that stands beside the name of a person."""
    number = thing.text(field)
    if not number:
        return None
    if any(names_in(label)) or any(names_in(number)):
        thing.unsaid(field, PERSONAL)
        return None
    if not _DIGITS.fullmatch(number):
        thing.unsaid(field, NO_NUMBER)
        return None
    return {"type": "phone", "value": number}


def email(thing: JsonThing, field: str, label: str = "") -> dict[str, str] | None:
    """The e-mail address in a field, where by its words it is a desk's and no person's."""
    address = thing.text(field)
    if not address:
        return None
    if any(names_in(label)) or not is_desk(address):
        thing.unsaid(field, PERSONAL)
        return None
    return {"type": "email", "value": address}


def web(thing: JsonThing, field: str) -> dict[str, str] | None:
    """The web address in a field."""
    address = thing.text(field)
    if not address:
        return None
    try:
        absolute(address)
    except (PydanticCustomError, ValueError):
        thing.unsaid(field, NO_ADDRESS)
        return None
    return {"type": "web", "value": address}
