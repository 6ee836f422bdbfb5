"""What a page of a vocabulary shows: its terms and code lists, each with what is to be known of it."""

from __future__ import annotations

from typing import NamedTuple

from lumme_graph.base.label import Message


class NamedLink(NamedTuple):
    """A name and where it leads: a place of the page, another page, or nowhere."""

    name: str
    href: str = ""


class VocabularyFact(NamedTuple):
    """What is said of a term: what it is, and the names that say it."""

    label: Message
    links: tuple[NamedLink, ...]


class VocabularyField(NamedTuple):
    """A field of a class: as the YAML has it, as which property, with which values, how many.

    `through` leads to the node between, where there is one.
    """

    alias: str
    property: NamedLink
    values: tuple[NamedLink, ...]
    times: Message | None
    through: NamedLink | None = None


class VocabularyEntry(NamedTuple):
    """A term: the place of the page where it stands, its name, what it is called and says."""

    anchor: str
    name: str
    label: Message
    definition: str
    facts: tuple[VocabularyFact, ...] = ()
    fields: tuple[VocabularyField, ...] = ()
    example: str = ""


class VocabularyCode(NamedTuple):
    """A code of a list: what it is called, and the same code in a public list."""

    name: str
    label: Message | None
    same: NamedLink | None


class VocabularyList(NamedTuple):
    """A code list."""

    anchor: str
    name: str
    label: Message
    codes: tuple[VocabularyCode, ...]


class VocabularyPage(NamedTuple):
    """All of them, in the order of the page."""

    prefix: str
    namespace: str
    classes: tuple[VocabularyEntry, ...]
    properties: tuple[VocabularyEntry, ...]
    metrics: tuple[VocabularyEntry, ...]
    lists: tuple[VocabularyList, ...]
