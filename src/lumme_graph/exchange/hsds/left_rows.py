"""The rows of HSDS for which a model has no place: whole tables, persons, opening hours."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.exchange.hsds.records import HsdsRecord, HsdsRecords, each_of, first
from lumme_graph.exchange.hsds.rows import OWN_ID
from lumme_graph.exchange.thing import PERSONAL
from lumme_graph.views.left import NO_FIELD

_NO_HOURS: Final = Label("the model has no opening hours: they stay where they are")
_NO_AREA: Final = Label("the model tells by its offers where a service is to be had")
_TABLES: Final[dict[str, Message]] = {
    "schedule": _NO_HOURS,
    "cost_option": NO_FIELD,
    "funding": NO_FIELD,
    "language": NO_FIELD,
    "meta_table_description": NO_FIELD,
    "metadata": NO_FIELD,
    "program": NO_FIELD,
    "required_document": NO_FIELD,
}


def leave_tables(found: HsdsRecords) -> None:
    """Count each row of the tables for which a model has no place, and of contacts those of persons."""
    for table, why in _TABLES.items():
        for record in found.of(table).values():
            _skip(record, why)
    for id_, record in found.of("service_area").items():
        if not found.own(id_, OWN_ID):
            _skip(record, _NO_AREA)
    for id_, record in found.of("contact").items():
        if any(thing.text("name") or thing.text("title") for thing in record.values()):
            _skip(record, PERSONAL)
            for number in found.linked("phone", "contact_id", id_):
                _silence(number)


def leave_rest(found: HsdsRecords, told: Collection[str]) -> None:
    """Count the attributes that nobody asked for; terms say no more than the attributes that name them."""
    for id_, record in found.of("attribute").items():
        if id_ not in told:
            _skip(record, NO_FIELD)
    for table in ("taxonomy", "taxonomy_term"):
        for record in found.of(table).values():
            _silence(record)
    for table, columns in (
        ("phone", ("contact_id", "service_id", "service_at_location_id")),
        ("contact", ("organization_id", "service_id", "service_at_location_id")),
    ):
        for record in found.of(table).values():
            if any(first(record).text(column) for column in columns):
                _skip(record, NO_FIELD)


def _skip(record: HsdsRecord, why: Message) -> None:
    first(record).skip(why)
    _silence(record)


def _silence(record: HsdsRecord) -> None:
    for thing in each_of([record]):
        thing.silence()
