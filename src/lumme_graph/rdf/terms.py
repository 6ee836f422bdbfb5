"""Nodes and literals, each made once where it can be: what the triples of one export consist of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from pyoxigraph import Literal, NamedNode

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Message
from lumme_graph.base.text import Text
from lumme_graph.rdf.addresses import address
from lumme_graph.rdf.vocabulary import expand

Term = NamedNode | Literal
"""What can be the object of a triple."""

Pair = tuple[NamedNode, Term]
"""A predicate and an object: a triple whose subject is known."""


@cache
def named(term: str) -> NamedNode:
    """The node of a vocabulary's term, such as `dct:title`."""
    return NamedNode(expand(term))


class Nodes(dict[str, NamedNode]):
    """The nodes of elements and their parts, by id or address."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def __missing__(self, id_: str) -> NamedNode:
        node = self[id_] = NamedNode(self._base + id_)
        return node

    def local(self, node: NamedNode) -> str:
        """What stands after the base: an id, or the address of a part."""
        return node.value[len(self._base) :]


class Tags(dict[tuple[str, ...], tuple[str, ...]]):
    """Language tags in the model's order: those that it declares, then the others by themselves."""

    def __init__(self, order: Iterable[str]) -> None:
        super().__init__()
        self._order = tuple(order)

    def __missing__(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        for tag in tags:
            _check_tag(tag)
        known = [tag for tag in self._order if tag in tags]
        ordered = self[tags] = (*known, *sorted(tag for tag in tags if tag not in known))
        return ordered

    def literals(self, text: Text) -> list[Literal]:
        """A text as one literal per language."""
        words = dict(text.items())
        return [Literal(words[tag], language=tag) for tag in self[tuple(words)]]

    def label(self, label: Message, more: str = "") -> list[Literal]:
        """A label as one literal per language, with something after it."""
        words = label.by_tag()
        return self.literals(Text({tag: said + more for tag, said in words.items() if said}))


def _check_tag(tag: str) -> None:
    try:
        Literal("", language=tag)
    except ValueError:
        raise ValueError(f"{tag} is not a language tag of BCP 47: RDF cannot carry it") from None


class Days(dict[date, Literal]):
    """The literals of exact days."""

    def __missing__(self, day: date) -> Literal:
        literal = self[day] = Literal(day.isoformat(), datatype=named("xsd:date"))
        return literal


def in_xsd(when: UncertainDate) -> Pair | None:
    """A day, month or year as OWL-Time says it; None for any other span."""
    plain = when.plain()
    if not isinstance(plain, str):
        return None
    name = {4: "gYear", 7: "gYearMonth"}.get(len(plain), "date")
    said = Literal(plain, datatype=named(f"xsd:{name}"))
    return named(f"time:inXSD{name[0].upper() if name == 'date' else 'g'}{name[1:]}"), said


def decimal(number: Decimal) -> Literal:
    """A number as `xsd:decimal`, which has no exponent; the digits stay as they were written.

    >>> str(decimal(Decimal("3.370E+4")).value), str(decimal(Decimal("8500.00")).value)
    ('33700', '8500.00')
    """
    return Literal(format(number, "f"), datatype=named("xsd:decimal"))


def duration(length: timedelta) -> Literal:
    """A length of time as `xsd:duration`, in days, hours, minutes and seconds.

    >>> str(duration(timedelta(days=1, hours=12)).value)
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
    return Literal(f"{sign}P{days}{'T' * bool(clock)}{clock}", datatype=named("xsd:duration"))


def published(text: str) -> Term:
    """An address that others have given something; plain words where it is none."""
    iri = address(text)
    if iri is not None:
        try:
            return NamedNode(iri)
        except ValueError:
            pass
    return Literal(text)
