"""Nodes and literals as N-Triples spells them, each made once where it can be: all that is exported."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Message
from lumme_graph.base.text import Text
from lumme_graph.rdf import terms
from lumme_graph.rdf.oxigraph import NamedNode
from lumme_graph.rdf.terms import Tags

Term = str
"""A node or a literal: `<https://…>`, `"words"@fi`, `"1"^^<…integer>`."""

Pair = tuple[Term, Term]
"""A predicate and an object: a triple whose subject is known."""


def node_at(iri: str) -> Term:
    """The node of an address that is well-formed."""
    return f"<{iri}>"


@cache
def named(term: str) -> Term:
    """The node of a vocabulary's term, such as `dct:title`."""
    return str(terms.named(term))


def below(above: Term, local: str) -> Term:
    """The node whose address is that of another, a slash and some words more.

    >>> below("<https://example.org/id/path-a>", "steps/b")
    '<https://example.org/id/path-a/steps/b>'
    """
    return f"{above[:-1]}/{local}>"


def string(words: str) -> Term:
    r"""Words as a plain literal: N-Triples escapes as JSON does, whose encoder Python brings.

    >>> print(string('"Ä"\n'))
    "\"Ä\"\n"
    """
    return encode_basestring(words)


def escaped(words: str) -> str:
    """Words as they stand between the quotes of a literal."""
    return string(words)[1:-1]


def typed(words: str, datatype: str) -> Term:
    """Words that need no escape as a literal of a datatype.

    >>> typed("1", "xsd:integer")
    '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    return f'"{words}"^^{named(datatype)}'


def literal(value: str | int) -> Term:
    """A word, a whole number or a yes or no as a literal."""
    if isinstance(value, bool):
        return typed("true" if value else "false", "xsd:boolean")
    return typed(str(value), "xsd:integer") if isinstance(value, int) else string(value)


def worded(words: str, tag: str) -> Term:
    """Words in a language."""
    return f"{string(words)}@{tag.lower()}"


class Nodes(dict[str, Term]):
    """The nodes of elements and their parts, by id or address."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._begins = str(NamedNode(base))[:-1]

    def __missing__(self, id_: str) -> Term:
        made = self[id_] = f"{self._begins}{id_}>"
        return made


class Texts(dict[tuple[str, ...], tuple[tuple[str, str], ...]]):
    """Texts as literals, in the model's order of languages: by its tags, each with its ending."""

    def __init__(self, order: Iterable[str]) -> None:
        super().__init__()
        self._tags = Tags(order)

    def __missing__(self, tags: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        made = self[tags] = tuple((tag, f"@{tag.lower()}") for tag in self._tags[tags])
        return made

    def literals(self, text: Text) -> list[Term]:
        """A text as one literal per language."""
        words = dict(text.items())
        return [encode_basestring(words[tag]) + ending for tag, ending in self[tuple(words)]]

    def label(self, label: Message, more: str = "") -> list[Term]:
        """A label as one literal per language, with something after it."""
        words = label.by_tag()
        return self.literals(Text({tag: said + more for tag, said in words.items() if said}))


class Days(dict[date, Term]):
    """The literals of exact days."""

    def __missing__(self, day: date) -> Term:
        made = self[day] = typed(day.isoformat(), "xsd:date")
        return made


def in_xsd(when: UncertainDate) -> Pair | None:
    """A day, month or year as OWL-Time says it; None for any other span."""
    plain = when.plain()
    if not isinstance(plain, str):
        return None
    name = {4: "gYear", 7: "gYearMonth"}.get(len(plain), "date")
    ending = "Date" if name == "date" else name
    return named(f"time:inXSD{ending}"), typed(plain, f"xsd:{name}")


def decimal(number: Decimal) -> Term:
    """A number as `xsd:decimal`, which has no exponent; the digits stay as they were written.

    >>> decimal(Decimal("3.370E+4")).partition("^")[0], decimal(Decimal("8500.00")).partition("^")[0]
    ('"33700"', '"8500.00"')
    """
    return typed(format(number, "f"), "xsd:decimal")


def duration(length: timedelta) -> Term:
    """A length of time as `xsd:duration`."""
    return typed(period(length), "xsd:duration")


def period(length: timedelta) -> str:
    """A length of time in days, hours, minutes and seconds, as ISO 8601 has it.

    >>> period(timedelta(days=1, hours=12))
    'P1DT12H'
    """
    size = abs(length)
    minutes, seconds = divmod(size.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    exact = f"{seconds}.{size.microseconds:06}".rstrip("0") if size.microseconds else str(seconds)
    parts = ((f"{hours}", "H"), (f"{minutes}", "M"), (exact, "S"))
    clock = "".join(number + unit for number, unit in parts if number != "0")
    days = f"{size.days}D" if size.days or not clock else ""
    sign = "-" if length < timedelta(0) else ""
    return f"{sign}P{days}{'T' * bool(clock)}{clock}"


def published(text: str) -> Term:
    """An address that others have given something; plain words where it is none."""
    return str(terms.published(text))


def is_node(term: Term) -> bool:
    """Is it a node, no literal?"""
    return term.startswith("<")
