"""HSDS as JSON: objects within objects, taken apart into the tables that they are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from lumme_graph.exchange.json_data import is_object, listed

PlacedObject = tuple[str, str, dict[str, Any]]
"""The table that an object is of, its JSON path, and its fields without those within it."""

_WITHIN: Final = {
    "organization": "organization",
    "organizations": "organization",
    "service": "service",
    "services": "service",
    "location": "location",
    "locations": "location",
    "service_at_location": "service_at_location",
    "service_at_locations": "service_at_location",
    "program": "program",
    "programs": "program",
    "addresses": "address",
    "phones": "phone",
    "contacts": "contact",
    "schedules": "schedule",
    "languages": "language",
    "accessibility": "accessibility",
    "service_areas": "service_area",
    "attributes": "attribute",
    "taxonomy_term": "taxonomy_term",
    "taxonomy_detail": "taxonomy",
    "organization_identifiers": "organization_identifier",
    "cost_options": "cost_option",
    "required_documents": "required_document",
    "funding": "funding",
    "metadata": "metadata",
}
_CONTENTS: Final = "contents"
_LEADS_TO: Final = {"organization", "location", "program", "taxonomy_term"}
"""What an object refers to by an id of its own; anything else within it refers to it."""


def is_hsds_json(data: object) -> bool:
    """Is it an answer of an HSDS service, or a package as one object of tables?"""
    first = next(_objects(data), None)
    if first is None or not is_object(first):
        return False
    return _is_tables(first) or _kind(first) is not None


def tables_of(data: object) -> Iterator[PlacedObject]:
    """Every object with the table that it is of."""
    base = f"{_CONTENTS}" if is_object(data) and _CONTENTS in data else ""
    for at, one in enumerate(_objects(data)):
        path = f"{base}[{at}]" if base or isinstance(data, list) else ""
        if is_object(one) and _is_tables(one):
            for name, rows in one.items():
                table = _table_named(name)
                for n, row in enumerate(listed(rows)):
                    if table and is_object(row):
                        yield from _apart(table, row, f"{name}[{n}]", {})
        elif is_object(one) and (kind := _kind(one)):
            yield from _apart(kind, one, path or kind, {})


def _objects(data: object) -> Iterator[object]:
    if is_object(data):
        inner = data.get(_CONTENTS)
        yield from cast("list[object]", inner) if isinstance(inner, list) else (data,)
    elif isinstance(data, list):
        yield from cast("list[object]", data)


def _is_tables(data: dict[str, Any]) -> bool:
    """Is it an object of tables, by their names or by those of their files?"""
    tables = [_table_named(name) for name, rows in data.items() if isinstance(rows, list)]
    return "id" not in data and {"organization", "service"} <= set(tables)


def _table_named(name: str) -> str | None:
    return _WITHIN.get(name.removesuffix(".csv"))


def _kind(data: dict[str, Any]) -> str | None:
    """Whether an object is a service, a service at a location, or an organisation."""
    if "id" not in data:
        return None
    if {"name", "status"} <= data.keys():
        return "service"
    if "location" in data and ("service" in data or "service_id" in data):
        return "service_at_location"
    if {"name", "description"} <= data.keys() and data.keys() & {
        *("services", "locations", "phones", "organization_identifiers", "website"),
        *("parent_organization_id", "contacts", "legal_status", "programs", "funding"),
    }:
        return "organization"
    return None


def _apart(
    table: str, data: dict[str, Any], path: str, links: dict[str, str]
) -> Iterator[PlacedObject]:
    """An object and all within it, each with the ids of what it belongs to."""
    own = {name: value for name, value in data.items() if name not in _WITHIN} | {
        name: value for name, value in links.items() if not data.get(name)
    }
    id_ = str(data.get("id") or "")
    for name, inner in data.items():
        if name not in _WITHIN or inner is None:
            continue
        kind = _WITHIN[name]
        many = cast("list[object]", inner) if isinstance(inner, list) else [inner]
        for at, one in enumerate(many):
            where = f"{path}.{name}[{at}]" if isinstance(inner, list) else f"{path}.{name}"
            if not is_object(one):
                yield kind, where, {"": one}
                continue
            if name in _LEADS_TO:
                own.setdefault(f"{name}_id", one.get("id"))
            yield from _apart(kind, one, where, _links(table, id_, name))
    yield table, path, own


def _links(table: str, id_: str, name: str) -> dict[str, str]:
    """How what stands within an object refers to it."""
    if name in _LEADS_TO or not id_:
        return {}
    if name == "attributes":
        return {"link_id": id_, "link_entity": table}
    if name == "metadata":
        return {"resource_id": id_, "resource_type": table}
    return {f"{table}_id": id_}
