"""A file of foreign RDF as a model: its elements, its settings, and what of it was not taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final, Literal

from lumme_graph.analysis.texts import texts
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.finding import KnownError
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement, Source, SourceType
from lumme_graph.elements.settings import Languages, Settings
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.local_name import slug
from lumme_graph.rdf.foreign.code_table import code_rows
from lumme_graph.rdf.foreign.cpsv import DESCRIBED_HERE, SERVICES, read_services
from lumme_graph.rdf.foreign.declared import read_declared
from lumme_graph.rdf.foreign.gathering import Gathered, Remark, Resource, most_common
from lumme_graph.rdf.foreign.personal import leave_out_personal
from lumme_graph.rdf.foreign.readers import day, words_of
from lumme_graph.rdf.foreign.skos import OUTDATED, PROFILES, SUBJECTS, is_outdated
from lumme_graph.rdf.foreign.statements import NotTaken, Statements, Taken
from lumme_graph.rdf.read.parsed import Subjects

As = Literal["profile", "subject", "codes"]
"""What the concepts of a scheme can be read as."""

_KINDS: Final = {"profile": PROFILES, "subject": SUBJECTS}
_TITLES: Final = ("dct:title", "skos:prefLabel", "rdfs:label", "schema:name")
_DAYS: Final = ("dct:modified", "dct:issued", "dct:created")
_CONCEPT: Final = "skos:Concept"


@dataclass(frozen=True, slots=True)
class ForeignOptions:
    """What a file of foreign RDF does not say of the model that is to be made of it."""

    language: str | None = None
    """The source language, which is that of texts without one; without it, the one used most."""

    as_of: date | None = None
    """The day of the model; without it, the day that the file says of itself."""

    base: str | None = None
    """What the addresses of elements begin with."""


@dataclass(frozen=True, slots=True)
class ForeignModel:
    """A model that was made of foreign RDF, and what of that was read otherwise or not at all."""

    graph: ServiceGraph
    remarks: Sequence[Remark]
    left: Sequence[NotTaken]

    @property
    def counts(self) -> Counter[type[KeptElement]]:
        """How many elements of each kind there are."""
        return Counter(type(element) for element in self.graph)


@dataclass(frozen=True, slots=True)
class ForeignCodes:
    """A table of the codes of schemes, its first row their heads; and what was not taken."""

    rows: Sequence[Sequence[str]]
    remarks: Sequence[Remark]
    left: Sequence[NotTaken]


def is_foreign(said: Statements) -> bool:
    """Does a file describe public services, or schemes of concepts?"""
    return bool(said.having(DESCRIBED_HERE | {_CONCEPT}))


def read_foreign(
    subjects: Subjects,
    file: str,
    as_: As | None = None,
    options: ForeignOptions = ForeignOptions(),
) -> ForeignModel | ForeignCodes:
    """Make a model of what a file says, or a table where its concepts are wanted `as_` codes.

    Raises `KnownError` where there is nothing to take, or where something must be said first.
    """
    said = Statements(subjects)
    _refuse_wrong(said, file, as_)
    gathered = Gathered(said, _language(said, file, as_, options))
    for concept in said.having((_CONCEPT,)) if as_ else ():
        if is_outdated(said, concept):
            gathered.remark(OUTDATED, concept)
    if as_ == "codes":
        rows = list(code_rows(gathered))
        _take_head(gathered, as_)
        return ForeignCodes(rows, gathered.remarks, said.left())
    return _model(gathered, file, as_, options)


def _refuse_wrong(said: Statements, file: str, as_: As | None) -> None:
    concepts = said.having((_CONCEPT,))
    if as_ and not concepts:
        raise KnownError(f"{file}: it holds no skos:Concept to read as {as_}; leave --as away")
    if not as_ and not said.having(DESCRIBED_HERE):
        if not concepts:
            raise KnownError(
                f"{file}: nothing in it is a public service, event or organisation, nor a concept; "
                "import takes CPSV-AP, SKOS, and what lumme export writes"
            )
        raise KnownError(
            f"{file}: it holds {len(concepts)} concepts and no public services; "
            "say what they are with --as profile, --as subject or --as codes"
        )


def _language(said: Statements, file: str, as_: As | None, options: ForeignOptions) -> str:
    """The source language: the one that is said, else the one in which most names are."""
    if options.language is not None:
        if not TAG.fullmatch(options.language):
            raise KnownError(f"{options.language!r} is not a language tag, such as et or nb")
        return tidy(options.language)
    main = said.having(SERVICES) or said.having(DESCRIBED_HERE)
    named = said.having((_CONCEPT,)) if as_ else main
    tags = Counter(
        tag
        for subject in named
        for property_ in ("skos:prefLabel", "dct:title")
        for value in said.of(subject, property_)
        if not isinstance(value, str) and TAG.fullmatch(tag := tidy(value.language or ""))
    )
    if not tags:
        raise KnownError(
            f"{file}: no name in it says its language; say it with --language, such as --language et"
        )
    return most_common(tags)


def _take_head(gathered: Gathered, as_: As | None) -> tuple[str, Text | None, UncertainDate | None]:
    """The catalogue or scheme as a whole: its address, title and day; none where there are several."""
    kinds = ("skos:ConceptScheme",) if as_ else ("dcat:Catalog",)
    heads = gathered.said.having(kinds)
    if len(heads) != 1:
        return "", None, None
    head = Resource(gathered, heads[0])
    title = words_of(head, _TITLES, line=True)
    when = day(head, *_DAYS)
    head.keep()
    if as_:
        for concept in (one for one in gathered.said.having((_CONCEPT,)) if one in gathered.ids):
            gathered.said.take(
                Taken(concept, name, head.address)
                for name in ("skos:inScheme", "skos:topConceptOf")
            )
            gathered.said.take([Taken(head.address, "skos:hasTopConcept", concept)])
    return head.address, title, when


def _model(gathered: Gathered, file: str, as_: As | None, options: ForeignOptions) -> ForeignModel:
    address, title, when = _take_head(gathered, as_)
    as_of = options.as_of or (when.latest if when else None) or _latest(gathered.said)
    if as_of is None:
        raise KnownError(
            f"{file}: it says no day of itself; say it with --as-of, such as 2026-08-22"
        )
    stem = PurePath(file).stem
    source = Source(
        id=f"source-{slug(stem)}",
        citation=PurePath(file).name,
        where=address or None,
        type=SourceType.DATA,
        published=when,
    )
    gathered.elements[source.id] = source
    if as_ in {"profile", "subject"}:
        read_declared(gathered, _KINDS[as_], source.ref)
    else:
        read_services(gathered, source.ref)
    if len(gathered.elements) == 1:
        raise KnownError(f"{file}: nothing in it has a name, so nothing can be taken")
    graph = ServiceGraph(
        gathered.elements.values(),
        Settings(
            name=title or Text({gathered.language: stem}),
            as_of=as_of,
            **({"base": options.base} if options.base else {}),
        ),
    )
    while leave_out_personal(gathered, graph):
        graph = ServiceGraph(gathered.elements.values(), graph.settings)
    others = sorted(
        (tag for tag in texts(Day.of(graph)) if tag != gathered.language),
        key=lambda tag: (-len(texts(Day.of(graph))[tag]), tag),
    )
    languages = Languages(required=(gathered.language,), optional=tuple(others))
    settings = graph.settings.model_copy(update={"languages": languages})
    return ForeignModel(graph.under(settings), gathered.remarks, gathered.said.left())


def _latest(said: Statements) -> date | None:
    """The latest day on which anything in a file is said to have been changed or published."""
    found: list[date] = []
    for value in said.every("dct:modified", "dct:issued"):
        with suppress(ValueError):
            if not isinstance(value, str) and (one := UncertainDate.parse(value.value[:10]).latest):
                found.append(one)
    return max(found, default=None)
