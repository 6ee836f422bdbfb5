"""A model to start from, of a network of one's own: its name, languages, country and libraries.

The ids are the same for every network, numbered for libraries: no label is in them, so none can
clash. The same words always make the same files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Template
from typing import cast

from lumme_graph.base.by_name import echo
from lumme_graph.base.countries import COUNTRIES, nearest_country
from lumme_graph.base.error import KnownError
from lumme_graph.base.shown import legal
from lumme_graph.base.tags import TAG, tag_of
from lumme_graph.reading.document import read_yaml
from lumme_graph.reading.new import template_files

_WORDS = "words.yaml"
_SOURCE = "en"
_DAY = date(2026, 9, 1)


@dataclass(frozen=True, slots=True)
class Begun:
    """The network of a new model; without name or libraries, it gets common ones."""

    name: str
    languages: tuple[str, ...]
    libraries: tuple[str, ...] | None = None
    country: str = ""

    def __post_init__(self) -> None:
        """Refuse what no model could be made of."""
        refuse_languages(self.languages)
        _refuse_twice("library", self.libraries or ())
        if "" in (self.libraries or ()):
            raise KnownError("a library needs a name")
        if not self.languages or self.libraries == ():
            raise KnownError("a network needs a language and a library at least")
        refuse_country(self.country)


def one_line(what: str, words: object) -> str:
    """Words in one line. Raises `KnownError` for what no text of a model could be."""
    if not isinstance(words, str) or legal(words) != words:
        raise KnownError(f"{echo(ascii(words))} is no {what}: write it in letters")
    return " ".join(words.split())


def refuse_languages(tags: Sequence[str]) -> None:
    """Raises `KnownError` for what is no tag of a language, and for one that is named twice."""
    for tag in tags:
        if not TAG.fullmatch(tag_of(tag)):
            raise KnownError(f"{echo(tag)} is not a language tag, such as fi, cy or en-GB")
    _refuse_twice("language", [tag.lower() for tag in tags])


def refuse_country(code: str) -> None:
    """Raises `KnownError` for what is no code of a country; nothing is none."""
    if code and code not in COUNTRIES:
        guess = nearest_country(code)
        mend = f"did you mean {guess}?" if guess else "write two letters, such as GB or FI"
        raise KnownError(f"{echo(code)} is no country by ISO 3166-1; {mend}")


def network_languages() -> tuple[str, ...]:
    """The languages in which there are words for a network's model."""
    return tuple(_words(template_files("network"))["name"])


def _words(templates: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """The words of the templates: by what they stand for, then by language."""
    return cast("Mapping[str, Mapping[str, str]]", read_yaml(templates[_WORDS], _WORDS).data)


def network_files(begun: Begun) -> dict[str, str]:
    """The files of a network's model, by their names in its folder."""
    templates = template_files("network")
    words = _words(templates)
    del templates[_WORDS]
    values = {key: _flow(begun, by_tag) for key, by_tag in words.items()}
    values |= {
        "name": _same(begun, begun.name) if begun.name else _flow(begun, words["name"]),
        "languages": json.dumps(begun.languages),
        "libraries": "\n".join(_libraries(begun, words["library"])),
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
        raise KnownError(f"the {what} {echo(twice)} is named twice")


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


def _libraries(begun: Begun, word: Mapping[str, str]) -> Iterator[str]:
    """Each library as an element; where none is named, three that are called by letters."""
    if begun.libraries is None:
        names = [_flow(begun, {tag: f"{said} {n}" for tag, said in word.items()}) for n in "ABC"]
    else:
        names = [_same(begun, library) for library in begun.libraries]
    for number, name in enumerate(names, 1):
        yield (
            f"- id: organisation-library-{number}\n"
            f"  name: {name}\n"
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
