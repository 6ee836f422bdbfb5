"""Schemes of concepts (SKOS) as profiles or as subjects."""

from __future__ import annotations

from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Profile, Relation
from lumme_graph.elements.public_lists import TARGET_GROUPS
from lumme_graph.elements.subjects import Subject
from lumme_graph.rdf.foreign.declared import Declared
from lumme_graph.rdf.foreign.gathering import ASSUMED, Gathered, Resource, one_word_of
from lumme_graph.rdf.foreign.readers import is_web, origin, published, words_of
from lumme_graph.rdf.foreign.statements import Statements
from lumme_graph.rdf.oxigraph import Literal

CONCEPT: Final = "skos:Concept"

IN_SCHEME: Final = ("skos:inScheme", "skos:topConceptOf")
SCHEME: Final = "skos:ConceptScheme"

OF_ANOTHER: Final = Label("it is of another scheme")
OUTDATED: Final = Label("the file marks it as out of use")


def concepts(said: Statements) -> list[str]:
    """The concepts, by notation and address."""
    found = said.having((CONCEPT,))
    return sorted(found, key=lambda one: (one_word_of(said, one, "skos:notation"), one))


def schemes(said: Statements) -> list[str]:
    """The schemes that concepts are said to be in, by address."""
    found: set[str] = set()
    for concept in said.having((CONCEPT,)):
        found.update(said.nodes(concept, *IN_SCHEME))
        found.update(said.from_where("skos:hasTopConcept", concept))
    return sorted(found)


def leave_unwanted(gathered: Gathered, scheme: str | None) -> None:
    """Say of the concepts that are out of use, and of those of other schemes, that they are not read."""
    said = gathered.said
    top = set(said.nodes(scheme, "skos:hasTopConcept")) if scheme else set[str]()
    for concept in said.having((CONCEPT,)):
        if scheme and concept not in top and scheme not in said.nodes(concept, *IN_SCHEME):
            gathered.reasons[concept] = OF_ANOTHER
        elif _is_outdated(said, concept):
            gathered.reasons[concept] = OUTDATED


def _is_outdated(said: Statements, concept: str) -> bool:
    return any(
        isinstance(value, Literal) and value.value in {"true", "1"}
        for value in said.of(concept, "owl:deprecated")
    )


def concept_name(thing: Resource) -> Text | None:
    """What a concept is called, also where its label is a thing of its own (SKOS-XL)."""
    found = words_of(thing, ("skos:prefLabel",), line=True)
    for label in () if found else thing.of("skosxl:prefLabel"):
        if isinstance(label, str):
            words = words_of(thing.at(label), ("skosxl:literalForm",), line=True)
            if words is not None:
                thing.take("skosxl:prefLabel", label)
                found = Text({**words, **(found or {})})
    return found or words_of(thing, ("rdfs:label", "dct:title"), line=True)


def _life_situation(thing: Resource) -> Text | None:
    """What a group is, by its definition, else by its scope note."""
    return words_of(thing, ("skos:definition",)) or words_of(thing, ("skos:scopeNote",))


def _notes(thing: Resource, *names: str) -> str:
    """What is written of a concept that no field holds, each language on a line of its own."""
    found = [text for name in names if (text := words_of(thing, (name,)))]
    return "\n".join(f"{tag}: {words}" for text in found for tag, words in text.items())


def _note_on_profile(thing: Resource) -> str | None:
    """Where it comes from, and the scope note where a definition has its place."""
    notes = _notes(thing, "skos:scopeNote") if words_of(thing, ("skos:definition",)) else ""
    return "\n".join(filter(None, (origin(thing), notes))) or None


def _note_on_subject(thing: Resource) -> str | None:
    """What the concept means; where it comes from is among its matches."""
    return _notes(thing, "skos:definition", "skos:scopeNote") or None


def _target_groups(thing: Resource) -> tuple[str, ...]:
    """The wider groups of public lists: by their code where it is one of Finland's."""
    found: dict[str, None] = {}
    for value in thing.of("skos:broadMatch"):
        if isinstance(value, str) and is_web(value):
            code = value.removeprefix(TARGET_GROUPS.begins)
            found[code if TARGET_GROUPS.address(code) else value] = None
            thing.take("skos:broadMatch", value)
    return tuple(found)


def _relation(thing: Resource) -> Relation:
    """What a group is to the library, which no scheme says: it is taken for one of users."""
    thing.remark(ASSUMED, type=Relation.USER.label)
    return Relation.USER


PROFILES: Final = Declared(
    Profile,
    concepts,
    {"name": concept_name},
    fields={
        "relation": _relation,
        "life_situation": _life_situation,
        "note": _note_on_profile,
        "target_groups": _target_groups,
    },
)
SUBJECTS: Final = Declared(
    Subject,
    concepts,
    {"name": concept_name},
    fields={"match": published, "note": _note_on_subject},
)
