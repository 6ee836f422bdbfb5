"""The reference of the kinds, from their declarations: one page a language, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel

from lumme_graph.base.label import Label
from lumme_graph.base.languages import spoken
from lumme_graph.base.speaker import Speaker
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.references import field_name
from lumme_graph.meta.docs import class_doc, field_docs
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.meta.walk import Walk
from lumme_graph.schema.values import kebab
from lumme_graph.schema.words import link, table, type_words

_TITLE = Label("The kinds of a model")
_MADE = Label(
    "This page is made from the declarations: `lumme schema --format md -o docs/reference`."
)
_KINDS = Label("Kinds")
_PARTS = Label("Parts")
_LISTS = Label("Lists of values")
_MODEL = Label("`model.yaml`: {link}").fill(link=link("model"))
_FIELD = Label("field")
_CALLED = Label("label")
_TYPE = Label("type")
_NEEDED = Label("required")
_YES = Label("yes")
_TELLS = Label("what it says")
_INVERSE = Label("Inverse relations")
_FROM = Label("from", "the field of an inverse relation")
_VALUE = Label("value")
_ALSO = Label("in Swedish")
_ID = Label("id")


def kinds_page(lang: str) -> str:
    """Every kind, the parts of elements, and the lists of values, as Markdown.

    Raises `LanguageError` where the program has no words in the language.
    """
    speak = Speaker(spoken(lang))
    records, choices = _parts()
    parts = [
        f"# {speak(_TITLE).words}",
        speak(_MADE).words,
        _contents(speak, records, choices),
        f"## {speak(_KINDS).words}",
        *(part for cls in ELEMENTS for part in _kind(cls, speak)),
        f"## {speak(_PARTS).words}",
        *(part for record in records for part in _record(record, speak)),
        f"## {speak(_LISTS).words}",
        *(part for choice in choices for part in _choice(choice, speak)),
        "## model",
        class_doc(Settings),
        _settings(speak),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _contents(speak: Speaker, records: list[type[Record]], choices: list[type[Enum]]) -> str:
    kinds = [f"- {link(c.kind.prefix)}: {speak(c.kind.label).words}" for c in ELEMENTS]
    lines = [
        *kinds,
        f"- {speak(_PARTS).words}: {', '.join(link(kebab(record)) for record in records)}",
        f"- {speak(_LISTS).words}: {', '.join(link(kebab(choice)) for choice in choices)}",
        f"- {speak(_MODEL).words}",
    ]
    return "\n".join(lines)


def _parts() -> tuple[list[type[Record]], list[type[Enum]]]:
    """The records and lists of values that the kinds use, in the order of their first use."""
    records: dict[type[Record], None] = {}
    choices: dict[type[Enum], None] = {}
    waiting: list[type[Node]] = list(ELEMENTS)
    for cls in waiting:
        for spec in specs(cls):
            if spec.record is not None and spec.record not in records:
                records[spec.record] = None
                waiting.append(spec.record)
            if isinstance(spec.datatype, type) and issubclass(spec.datatype, Enum):
                choices[spec.datatype] = None
    return list(records), list(choices)


def _kind(cls: type[Element], speak: Speaker) -> Iterator[str]:
    yield f"### {cls.kind.prefix}"
    yield from _told(cls, speak)
    inverse = list(_inverse(cls, speak))
    if inverse:
        yield f"{speak(_INVERSE).words}:"
        yield table((speak(_FIELD).words, speak(_CALLED).words, speak(_FROM).words), inverse)


def _inverse(cls: type[Element], speak: Speaker) -> Iterator[tuple[str, str, str]]:
    """The relations that lead here, each once: its name, its label, and who makes it where."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for owner, spec, field in _relations():
        inverse = spec.prop.inverse
        if inverse and (not spec.targets or cls in spec.targets):
            fields = found.setdefault((inverse.name, speak(inverse.label).words), {})
            if "." not in field or field.rpartition(".")[2] not in fields:
                fields.setdefault(field, []).append(link(owner.kind.prefix))
    for (name, label), fields in found.items():
        owners = [f"{', '.join(links)} `{field}`" for field, links in fields.items()]
        yield f"`{name}`", label, "; ".join(owners)


_REFERRING = Walk(lambda spec: spec.is_ref)


def _relations() -> Iterator[tuple[type[Element], Spec, str]]:
    """Every field that refers to elements, those of records after those of the element itself."""
    for cls in ELEMENTS:
        for field in sorted(_REFERRING.fields(cls), key=lambda field: len(field.path) > 1):
            yield cls, field.spec, field_name(field.path)


def _record(cls: type[Record], speak: Speaker) -> Iterator[str]:
    yield f"### {kebab(cls)}"
    yield from _told(cls, speak)


def _told(cls: type[Node], speak: Speaker) -> Iterator[str]:
    """What a class is called and is, and its fields."""
    kind = cls.kind
    others = list(kind.label.by_tag().values())
    rdf = " ".join(f"`{iri}`" for iri in kind.iris)
    called = ", ".join(word for word in others if word != speak(kind.label).words)
    yield f"**{speak(kind.label).words}** ({called}) · RDF {rdf}"
    yield class_doc(cls)
    docs = field_docs(cls)
    own = cls.model_fields.get("id")
    ids = (
        [("`id`", speak(_ID).words, speak(_ID).words, speak(_YES).words, docs["id"], "")]
        if own
        else []
    )
    rows = [
        (
            f"`{spec.alias}`",
            speak(spec.prop.label).words,
            type_words(spec, speak),
            speak(_YES).words if spec.required else "",
            docs.get(spec.name, ""),
            " ".join(f"`{iri}`" for iri in spec.prop.iris),
        )
        for spec in specs(cls)
    ]
    heads = (_FIELD, _CALLED, _TYPE, _NEEDED, _TELLS)
    yield table((*(speak(head).words for head in heads), "RDF"), [*ids, *rows])


def _choice(cls: type[Enum], speak: Speaker) -> Iterator[str]:
    yield f"### {kebab(cls)}"
    yield class_doc(cls)
    members = [member for member in cls if isinstance(member, Coded)]
    rows = [(f"`{m}`", speak(m.label).words, m.label.by_tag().get("sv", "")) for m in members]
    yield table((speak(_VALUE).words, speak(_CALLED).words, speak(_ALSO).words), rows)


def _settings(speak: Speaker) -> str:
    rows = [
        (f"`{name}`", speak(_YES).words if needed else "", doc)
        for name, needed, doc in _settings_fields(Settings, "")
    ]
    return table((speak(_FIELD).words, speak(_NEEDED).words, speak(_TELLS).words), rows)


def _settings_fields(cls: type[BaseModel], before: str) -> Iterator[tuple[str, bool, str]]:
    """The fields of the settings, those of a part after the part itself."""
    docs = field_docs(cls)
    for name, field in cls.model_fields.items():
        yield f"{before}{name}", field.is_required(), docs.get(name, "")
        part = field.annotation
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from _settings_fields(part, f"{before}{name}.")
