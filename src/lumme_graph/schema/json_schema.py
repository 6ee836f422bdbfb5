"""The YAML of a model as JSON Schema (draft 2020-12), for editors and stock validators.

One schema serves every file: a list is one of elements, a mapping is `model.yaml`. Each is also
there by itself, as `#/$defs/elements` and `#/$defs/model`. The kind of an element follows from the
word its id begins with.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from lumme_graph.base.json_text import json_text
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.docs import class_doc, field_docs
from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.spec import specs
from lumme_graph.reading.write import key_order
from lumme_graph.schema.ids import Schema, id_schema
from lumme_graph.schema.values import Values, in_each_language

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
HOME: Final = ".lumme/schema.json"
"""Where the schema of a model stands in its folder, for its editor."""


def schema_of(graph: ServiceGraph | None = None) -> Schema:
    """The schema of a model's files; with a graph, references may name only what is in it."""
    values = Values(graph)
    kinds = {cls.kind.prefix: _object(cls, values) for cls in ELEMENTS}
    model = _object(Settings, values)
    parts: dict[str, Schema] = {}
    while values.records.keys() - parts.keys():
        for name in values.records.keys() - parts.keys():
            parts[name] = _object(values.records[name], values)
    gathered = dict(sorted((parts | values.defs).items()))
    return {
        "$schema": DRAFT,
        "title": "lumme_graph",
        "type": ["array", "object", "null"],
        "allOf": [
            {"if": {"type": "array"}, "then": {"$ref": "#/$defs/elements"}},
            {"if": {"type": "object"}, "then": {"$ref": "#/$defs/model"}},
        ],
        "$defs": {"elements": _elements(), "model": model, **kinds, **gathered},
    }


def render(schema: Schema) -> str:
    """A schema as text."""
    return json_text(schema)


def _elements() -> Schema:
    """A list of elements, each of the kind that its id says."""
    by_kind = [
        {
            "if": {"properties": {"id": {"pattern": f"^{cls.kind.prefix}-"}}, "required": ["id"]},
            "then": {"$ref": f"#/$defs/{cls.kind.prefix}"},
        }
        for cls in ELEMENTS
    ]
    item = {
        "type": "object",
        "properties": {"id": id_schema(ELEMENTS)},
        "required": ["id"],
        "allOf": by_kind,
    }
    return {"type": ["array", "null"], "items": item}


def _object(cls: type[BaseModel], values: Values) -> Schema:
    """A kind, a record or a part of the settings: its fields, and which of them must be there."""
    labels = {s.alias: s.prop.label for s in specs(cls)} if issubclass(cls, Node) else {}
    docs = field_docs(cls)
    fields = {field.alias or name: (name, field) for name, field in cls.model_fields.items()}
    properties: dict[str, Schema] = {}
    for alias in key_order(cls):
        name, field = fields[alias]
        if cls is Section and name == "body":
            continue
        if name == "id" and issubclass(cls, Element):
            value = id_schema((cls,))
        else:
            value = values.of(field.annotation, tuple(field.metadata))
        said: dict[str, Any] = {"title": _title(alias, labels), "description": docs.get(name, "")}
        properties[alias] = {key: words for key, words in said.items() if words} | value
    required = [alias for alias in properties if fields[alias][1].is_required()]
    return _named(cls) | {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _title(alias: str, labels: dict[str, Any]) -> str:
    label = labels.get(alias)
    return in_each_language(label) if label else ""


def _named(cls: type[BaseModel]) -> Schema:
    title = {"title": in_each_language(cls.kind.label)} if issubclass(cls, Node) else {}
    return {**title, "description": class_doc(cls)}
