"""A model to start from, of a network of one's own: its name, languages, country and libraries.

The ids are the same for every network, numbered for libraries: no label is in them, so none can
clash. The same words always make the same files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Template
from typing import cast

from lumme_graph.base.countries import COUNTRIES, nearest_country
from lumme_graph.base.finding import KnownError
from lumme_graph.base.tags import TAG
from lumme_graph.reading.document import read_yaml
from lumme_graph.reading.new import template_files

_WORDS = "words.yaml"
_SOURCE = "en"
_DAY = date(2026, 9, 1)


@dataclass(frozen=True, slots=True)
class Begun:
    """What a new model is about."""

    name: str
    languages: tuple[str, ...]
    libraries: tuple[str, ...]
    country: str = ""

    def __post_init__(self) -> None:
        """Refuse what no model could be made of."""
        for tag in self.languages:
            if not TAG.fullmatch(tag):
                raise KnownError(f"{tag} is not a language tag, such as fi, cy or en-GB")
        _refuse_twice("language", [tag.lower() for tag in self.languages])
        _refuse_twice("library", self.libraries)
        if not (self.name and self.languages and self.libraries):
            raise KnownError("a network needs a name, a language and a library at least")
        if self.country and self.country not in COUNTRIES:
            guess = nearest_country(self.country)
            mend = f"did you mean {guess}?" if guess else "write two letters, such as GB or FI"
            raise KnownError(f"{self.country} is no country by ISO 3166-1; {mend}")


def network_files(begun: Begun) -> dict[str, str]:
    """The files of a network's model, by their names in its folder."""
    templates = template_files("network")
    words = cast("Mapping[str, Mapping[str, str]]", read_yaml(templates.pop(_WORDS), _WORDS).data)
    values = {key: _flow(begun, by_tag) for key, by_tag in words.items()}
    values |= {
        "name": _same(begun, begun.name),
        "languages": json.dumps(begun.languages),
        "libraries": "\n".join(_library(begun, place) for place in range(len(begun.libraries))),
        "country": _country(begun.country),
        "phone": _phone(begun.country),
    }
    files = {name: Template(text).substitute(values) for name, text in templates.items()}
    prose = {
        f"guide/section-loans.{tag}.md": f"{_said(words['body'], tag)}\n" for tag in begun.languages
    }
    return dict(sorted((files | prose).items()))


def _refuse_twice(what: str, words: Sequence[str]) -> None:
    twice = next((word for word in words if words.count(word) > 1), None)
    if twice is not None:
        raise KnownError(f"the {what} {twice} is named twice")


def _said(by_tag: Mapping[str, str], tag: str) -> str:
    """Words in a language, else in English with a mark that they are."""
    for known in (tag, tag.partition("-")[0]):
        if known in by_tag:
            return by_tag[known]
    return f"{by_tag[_SOURCE]} [{_SOURCE}]"


def _flow(begun: Begun, by_tag: Mapping[str, str]) -> str:
    return json.dumps({tag: _said(by_tag, tag) for tag in begun.languages}, ensure_ascii=False)


def _same(begun: Begun, words: str) -> str:
    return json.dumps(dict.fromkeys(begun.languages, words), ensure_ascii=False)


def _library(begun: Begun, place: int) -> str:
    return (
        f"- id: organisation-library-{place + 1}\n"
        f"  name: {_same(begun, begun.libraries[place])}\n"
        "  type: library\n"
        "  memberships:\n"
        f"    - {{of: organisation-network, from: {{latest: {_DAY}}}}}\n"
        "  standing: illustrative\n"
    )


def _country(country: str) -> str:
    """Where it is, and how its money is written."""
    if not country:
        return (
            "\n# Its country or countries, by ISO 3166-1; by it phone numbers are told, for example.\n"
            "# country: GB\n"
        )
    from lumme_graph.base.forms import currency_of

    currency = currency_of(country, _DAY)
    money = f"{{stage: applied, party: grant, amount: 6000, currency: {currency}}}"
    example = f"# A sum of a project's funding:   {money}\n" if currency else ""
    return f"\n# Its country, by ISO 3166-1.\n{example}country: {country}\n"


def _phone(country: str) -> str:
    """How a library's own phone number is written in the country."""
    import phonenumbers as pn

    number = pn.example_number(country) if country else None
    if number is None:
        return ""
    shown = pn.format_number(number, pn.PhoneNumberFormat.INTERNATIONAL)
    return f"#\n# A library's own number:   contacts: [{{type: phone, value: {shown}}}]\n"
