"""The reference of the kinds, from their declarations: one page a language, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pydantic import BaseModel

from lumme_graph.base.label import Label
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
    """Every kind, the parts of elements, and the lists of values."""
    records, choices = _parts()
    parts = [
        f"# {_TITLE.say(lang)}",
        _MADE.say(lang),
        _contents(lang, records, choices),
        f"## {_KINDS.say(lang)}",
        *(part for cls in ELEMENTS for part in _kind(cls, lang)),
        f"## {_PARTS.say(lang)}",
        *(part for record in records for part in _record(record, lang)),
        f"## {_LISTS.say(lang)}",
        *(part for choice in choices for part in _choice(choice, lang)),
        "## model",
        class_doc(Settings),
        _settings(lang),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _contents(lang: str, records: list[type[Record]], choices: list[type[Enum]]) -> str:
    kinds = [f"- {link(c.kind.prefix)}: {c.kind.label.say(lang)}" for c in ELEMENTS]
    lines = [
        *kinds,
        f"- {_PARTS.say(lang)}: {', '.join(link(kebab(record)) for record in records)}",
        f"- {_LISTS.say(lang)}: {', '.join(link(kebab(choice)) for choice in choices)}",
        f"- {_MODEL.say(lang)}",
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


def _kind(cls: type[Element], lang: str) -> Iterator[str]:
    yield f"### {cls.kind.prefix}"
    yield from _told(cls, lang)
    inverse = list(_inverse(cls, lang))
    if inverse:
        yield f"{_INVERSE.say(lang)}:"
        yield table((_FIELD.say(lang), _CALLED.say(lang), _FROM.say(lang)), inverse)


def _inverse(cls: type[Element], lang: str) -> Iterator[tuple[str, str, str]]:
    """The relations that lead here, each once: its name, its label, and who makes it where."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for owner, spec, field in _relations():
        inverse = spec.prop.inverse
        if inverse and (not spec.targets or cls in spec.targets):
            fields = found.setdefault((inverse.name, inverse.label.say(lang)), {})
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


def _record(cls: type[Record], lang: str) -> Iterator[str]:
    yield f"### {kebab(cls)}"
    yield from _told(cls, lang)


def _told(cls: type[Node], lang: str) -> Iterator[str]:
    """What a class is called and is, and its fields."""
    kind = cls.kind
    others = list(kind.label.by_tag().values())
    rdf = " ".join(f"`{iri}`" for iri in kind.iris)
    called = ", ".join(word for word in others if word != kind.label.say(lang))
    yield f"**{kind.label.say(lang)}** ({called}) · RDF {rdf}"
    yield class_doc(cls)
    docs = field_docs(cls)
    own = cls.model_fields.get("id")
    ids = [("`id`", _ID.say(lang), _ID.say(lang), _YES.say(lang), docs["id"], "")] if own else []
    rows = [
        (
            f"`{spec.alias}`",
            spec.prop.label.say(lang),
            type_words(spec, lang),
            _YES.say(lang) if spec.required else "",
            docs.get(spec.name, ""),
            " ".join(f"`{iri}`" for iri in spec.prop.iris),
        )
        for spec in specs(cls)
    ]
    heads = (_FIELD, _CALLED, _TYPE, _NEEDED, _TELLS)
    yield table((*(head.say(lang) for head in heads), "RDF"), [*ids, *rows])


def _choice(cls: type[Enum], lang: str) -> Iterator[str]:
    yield f"### {kebab(cls)}"
    yield class_doc(cls)
    members = [member for member in cls if isinstance(member, Coded)]
    rows = [(f"`{m}`", m.label.say(lang), m.label.by_tag().get("sv", "")) for m in members]
    yield table((_VALUE.say(lang), _CALLED.say(lang), _ALSO.say(lang)), rows)


def _settings(lang: str) -> str:
    rows = [
        (f"`{name}`", _YES.say(lang) if needed else "", doc)
        for name, needed, doc in _settings_fields(Settings, "")
    ]
    return table((_FIELD.say(lang), _NEEDED.say(lang), _TELLS.say(lang)), rows)


def _settings_fields(cls: type[BaseModel], before: str) -> Iterator[tuple[str, bool, str]]:
    """The fields of the settings, those of a part after the part itself."""
    docs = field_docs(cls)
    for name, field in cls.model_fields.items():
        yield f"{before}{name}", field.is_required(), docs.get(name, "")
        part = field.annotation
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield from _settings_fields(part, f"{before}{name}.")
