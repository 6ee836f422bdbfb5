"""RDF without a model of ours in it, as the start of one, or as a table of codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple

from lumme_graph.analysis.texts import texts
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Source, SourceType
from lumme_graph.elements.settings import Languages, Settings
from lumme_graph.elements.who import Organisation, OrganisationType
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.local_name import slug
from lumme_graph.rdf.foreign.code_table import NO_COLUMN, ImportedCodes, code_rows
from lumme_graph.rdf.foreign.cpsv import DESCRIBED_HERE, SERVICES, read_services
from lumme_graph.rdf.foreign.declared import Declared, read_declared
from lumme_graph.rdf.foreign.gathering import Gathered, Resource, most_common
from lumme_graph.rdf.foreign.personal import leave_out_personal
from lumme_graph.rdf.foreign.readers import day, words_of
from lumme_graph.rdf.foreign.skos import (
    CONCEPT,
    IN_SCHEME,
    PROFILES,
    SCHEME,
    SUBJECTS,
    concepts,
    leave_unwanted,
    schemes,
)
from lumme_graph.rdf.foreign.statements import Statements, Taken
from lumme_graph.rdf.read.errors import RdfError, shown
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.parsed import Parsed

AS: Final[Mapping[str, Declared]] = {"profile": PROFILES, "subject": SUBJECTS}
"""What elements the concepts of a scheme can become."""

CODES: Final = "codes"
"""The word for a table of the concepts in place of elements."""

_NO_NETWORK: Final = Label(
    "no network is named: coverage has no libraries until `network` in model.yaml says which "
    "organisation it is"
)
_CATALOGUE: Final = "dcat:Catalog"
_TITLES: Final = ("dct:title", "skos:prefLabel", "rdfs:label", "schema:name")
_DAYS: Final = ("dct:modified", "dct:issued", "dct:created")
_PASSES = 3


class FileHead(NamedTuple):
    """What a file says of itself: its address, its title, its day."""

    address: str = ""
    title: Text | None = None
    when: UncertainDate | None = None


def read_foreign(
    parsed: Parsed,
    *,
    concepts: str | None = None,
    language: str | None = None,
    name: str = "",
    as_of: date | None = None,
    base: str | None = None,
    scheme: str | None = None,
) -> ImportedModel:
    """What of foreign RDF a model can hold, and what not.

    `concepts` says what the concepts of a scheme become: a word of `AS`; `scheme` is the address of the
    scheme where the file holds several. `language` is the source
    language, and that of texts without a tag; without it, the one in which most names are. `name`
    is what the model is called, `as_of` its day, unless the file says one of itself, and `base`
    what its addresses begin with. Raises `RdfError` where nothing can be taken.
    """
    if concepts is not None and concepts not in AS:
        raise RdfError(
            f"concepts become {' or '.join(AS)}, not {concepts}; of codes a table is made"
        )
    said = Statements(parsed.subjects)
    _refuse_wrong(said, parsed.name, concepts, scheme)
    main = (CONCEPT,) if concepts else _main_classes(said)
    gathered = Gathered(said, _language(said, parsed.name, main, language))
    head = _head(
        gathered, [scheme] if scheme else said.having((SCHEME if concepts else _CATALOGUE,))
    )
    as_of = as_of or (head.when.latest if head.when else None) or _latest(said)
    if as_of is None:
        raise RdfError(f"{parsed.name}: it says no day of itself; add its day: --as-of 2026-08-22")
    source = _source(parsed, head)
    gathered.elements[source.id] = source
    if concepts:
        leave_unwanted(gathered, scheme)
        _read_concepts(gathered, AS[concepts], source, head)
    else:
        read_services(gathered, source.ref)
    if len(gathered.elements) == 1:
        raise RdfError(f"{parsed.name}: nothing in it has a name, so nothing can be taken")
    title = Text({gathered.language: name or PurePath(parsed.name).stem})
    settings = Settings(name=title if name else head.title or title, as_of=as_of)
    if base is not None:
        settings = _with_base(settings, base)
    graph = _graph(gathered, settings)
    next_step = () if concepts or graph.settings.network else (_NO_NETWORK,)
    notes = (*gathered.notes, *next_step)
    return ImportedModel(graph, parsed.name, said.left(gathered.reasons), notes)


def read_codes(
    parsed: Parsed, *, language: str | None = None, scheme: str | None = None
) -> ImportedCodes:
    """The concepts of foreign RDF, or of one scheme in it, as a table of codes and names.

    Raises `RdfError` where there are none.
    """
    said = Statements(parsed.subjects)
    _refuse_wrong(said, parsed.name, CODES, scheme)
    gathered = Gathered(said, _language(said, parsed.name, (CONCEPT,), language))
    leave_unwanted(gathered, scheme)
    heads, rows = code_rows(gathered)
    for one in [scheme] if scheme else said.having((SCHEME,)):
        said.take_types(one)
        said.take(Taken(one, "skos:hasTopConcept", concept) for concept in concepts(said))
    left = said.left(gathered.reasons, NO_COLUMN)
    return ImportedCodes(heads, rows, parsed.name, left, gathered.notes)


def _refuse_wrong(said: Statements, file: str, concepts: str | None, scheme: str | None) -> None:
    if not said:
        raise RdfError(f"{file}: it says nothing: there is no statement in it")
    there = said.having((CONCEPT,))
    if concepts and not there:
        raise RdfError(f"{file}: it holds no concept (skos:Concept); leave --as {concepts} away")
    used = schemes(said) if concepts else []
    if scheme is None and len(used) > 1:
        raise RdfError(f"{file}: there are several schemes ({shown(used)}); say which with --model")
    known = sorted({*used, *said.having((SCHEME,))})
    if concepts and scheme and scheme not in known:
        guess = nearest(scheme, known)
        there_are = f"did you mean {guess}?" if guess else f"it holds {shown(known) or 'none'}"
        raise RdfError(f"{file}: it holds no scheme {scheme}; {there_are}")
    if concepts or said.having(DESCRIBED_HERE):
        return
    if there:
        raise RdfError(
            f"{file}: it holds concepts ({len(there)}) and no public services; "
            f"say what they are: --as {', --as '.join(AS)} or --as {CODES}"
        )
    raise RdfError(
        f"{file}: no subject in it is an lg:Model, a public service, event or organisation, or a "
        "concept; import takes what lumme export writes, CPSV-AP and SKOS"
    )


def _main_classes(said: Statements) -> tuple[str, ...]:
    return tuple(SERVICES if said.having(SERVICES) else DESCRIBED_HERE)


def _language(said: Statements, file: str, main: Sequence[str], language: str | None) -> str:
    """The source language: the one that is said, else the one in which most names are."""
    if language is not None:
        if not TAG.fullmatch(language):
            raise RdfError(f"{language} is not a language tag, such as et or nb; mend --language")
        return tidy(language)
    tags = Counter(
        tidy(value.language or "")
        for subject in said.having(main)
        for property_ in ("skos:prefLabel", "dct:title")
        for value in said.of(subject, property_)
        if not isinstance(value, str)
    )
    if untagged := tags.pop("", 0):
        raise RdfError(
            f"{file}: names ({untagged}) do not say in which language they are; add it: --language et"
        )
    known = Counter({tag: n for tag, n in tags.items() if TAG.fullmatch(tag)})
    if not known:
        raise RdfError(f"{file}: no name in it says its language; add it: --language et")
    return most_common(known)


def _head(gathered: Gathered, heads: Sequence[str]) -> FileHead:
    """What the one catalogue or scheme says of itself; nothing where there are several."""
    if len(heads) != 1:
        return FileHead()
    thing = Resource(gathered, heads[0])
    head = FileHead(thing.address, words_of(thing, _TITLES, line=True), day(thing, *_DAYS))
    thing.keep()
    return head


def _with_base(settings: Settings, base: str) -> Settings:
    try:
        return settings.replace(base=base)
    except ValueRefusedError:
        raise RdfError(
            f"{base} is no base: write an http or https address that ends in / or #, "
            "such as https://example.org/id/"
        ) from None


def _source(parsed: Parsed, head: FileHead) -> Source:
    """The file as the source of all that is read from it."""
    file = PurePath(parsed.name)
    return Source(
        id=f"source-{slug(file.stem)}",
        citation=file.name,
        where=head.address or None,
        type=SourceType.DATA,
        published=head.when,
    )


def _read_concepts(gathered: Gathered, declared: Declared, source: Source, head: FileHead) -> None:
    """Make an element of each concept in use; that all are of one scheme is said by its being one."""
    read_declared(gathered, declared, source.ref)
    for concept in gathered.ids if head.address else ():
        gathered.said.take(Taken(concept, name, head.address) for name in IN_SCHEME)
        gathered.said.take([Taken(head.address, "skos:hasTopConcept", concept)])


def _graph(gathered: Gathered, settings: Settings) -> ServiceGraph:
    """The graph of what was read, without what may be a person's, with its network and languages."""
    graph = ServiceGraph(gathered.elements.values(), settings)
    for _ in range(_PASSES):
        if not leave_out_personal(gathered, graph):
            break
        graph = ServiceGraph(gathered.elements.values(), settings)
    joined = {one.of for of in graph.all(Organisation) for one in of.memberships}
    networks = [
        one.ref
        for one in graph.all(Organisation)
        if one.id in joined and one.type is OrganisationType.NETWORK
    ]
    settings = settings.replace(network=networks[0] if len(networks) == 1 else None)
    by_tag = texts(Day.of(graph))
    others = sorted(by_tag.keys() - {gathered.language}, key=lambda tag: (-len(by_tag[tag]), tag))
    languages = Languages(required=(gathered.language,), optional=tuple(others))
    return graph.under(settings.replace(languages=languages))


def _latest(said: Statements) -> date | None:
    """The latest day on which anything in a file is said to have been changed or published."""
    found: list[date] = []
    for value in said.every("dct:modified", "dct:issued"):
        with suppress(ValueError):
            one = None if isinstance(value, str) else UncertainDate.parse(value.value[:10]).latest
            found += [one] if one else []
    return max(found, default=None)
