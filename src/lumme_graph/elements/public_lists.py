"""Codes of public lists that a model may name by their code alone, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.label import Label, Message


@dataclass(frozen=True, slots=True)
class PublicList:
    """A list of codes that others keep: how its codes look, where they are, what they are called."""

    name: str
    label: Message
    shape: str
    begins: str
    labels: Mapping[str, Message]

    def address(self, code: str) -> str | None:
        """Where a code is published: itself, where it is an address, else by its form."""
        if code.startswith(("https://", "http://")):
            return code
        return self.begins + code if re.fullmatch(self.shape, code) else None


SERVICE_CLASSES: Final = PublicList(
    "service-class",
    Label("service classes"),
    r"P\d+(?:\.\d+)*",
    "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/",
    {
        "P6": Label("Education and training"),
        "P6.10": Label("Adult and continuing education"),
        "P25": Label("Culture"),
        "P25.1": Label("Libraries", "a service class"),
        "P25.2": Label("Arts"),
        "P25.3": Label("Museums"),
        "P25.4": Label("Archives"),
        "P25.5": Label("Free-time services"),
        "P25.6": Label("Religions and world views"),
        "P25.7": Label("Free adult education and art education"),
    },
)
"""The service classes of the Finnish national service catalogue, as far as libraries need them."""

TARGET_GROUPS: Final = PublicList(
    "target-group",
    Label("target groups"),
    r"KR\d+(?:\.\d+)*",
    "http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/",
    {
        "KR1": Label("Citizens"),
        "KR1.1": Label("Seniors"),
        "KR1.2": Label("Children and families with children"),
        "KR1.3": Label("Young people"),
        "KR1.4": Label("People with long-term illnesses"),
        "KR1.5": Label("Expatriate Finns"),
        "KR1.6": Label("Disabled people"),
    },
)
"""The target groups of the same catalogue."""

LANGUAGES: Final = PublicList(
    "language",
    Label("languages"),
    r"[A-Z]{3}",
    "http://publications.europa.eu/resource/authority/language/",
    {},
)
"""The languages of the EU's authority table."""

AUTHORITY: Final = {
    "bg": "BUL", "ca": "CAT", "cs": "CES", "cy": "CYM", "da": "DAN", "de": "DEU", "el": "ELL",
    "en": "ENG", "es": "SPA", "et": "EST", "eu": "EUS", "fi": "FIN", "fr": "FRA", "ga": "GLE",
    "gd": "GLA", "hr": "HRV", "hu": "HUN", "is": "ISL", "it": "ITA", "lt": "LIT", "lv": "LAV",
    "mt": "MLT", "nb": "NOB", "nl": "NLD", "nn": "NNO", "no": "NOR", "pl": "POL", "pt": "POR",
    "ro": "RON", "ru": "RUS", "se": "SME", "sk": "SLK", "sl": "SLV", "sv": "SWE", "uk": "UKR",
}  # fmt: skip
"""The codes of languages in that table."""
