"""The rows of all packages by table, id and language, and what they say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final

from lumme_graph.base.label import Label, Plain
from lumme_graph.base.tags import TAG, tidy
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.hsds.csv_rows import csv_rows, descriptor_of
from lumme_graph.exchange.hsds.files import DESCRIPTOR, is_package, packages
from lumme_graph.exchange.hsds.nested import is_hsds_json, tables_of
from lumme_graph.exchange.hsds.rows import TAXONOMY
from lumme_graph.exchange.json_data import is_object, listed
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.thing import FileReading, JsonThing

HsdsRecord = Mapping[str, JsonThing]
"""A row, by the language of the package."""

_FILES: Final = {
    "organizations": "organization",
    "services": "service",
    "locations": "location",
    "addresses": "address",
    "phones": "phone",
    "contacts": "contact",
    "schedules": "schedule",
    "languages": "language",
    "attributes": "attribute",
    "programs": "program",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "service_areas": "service_area",
    "cost_options": "cost_option",
    "required_documents": "required_document",
    "organization_identifiers": "organization_identifier",
    "meta_table_descriptions": "meta_table_description",
}
_SAME: Final = ("accessibility", "funding", "metadata", "service_at_location")
_UNTOLD: Final = Label("{file} does not say its language; it was taken as {language}")
_NO_TABLE: Final = Label("it is no table of HSDS")
_OF_PERSONS: Final = ("contact", "metadata")
"""Tables whose rows name persons: these names are told nowhere."""
_DEFAULT: Final = "en"
_LONGEST_TAG: Final = 3


@dataclass
class HsdsRecords:
    """All rows; `statements` are what each package says of itself, by language."""

    reading: FileReading
    rows: dict[str, dict[str, dict[str, JsonThing]]] = field(
        default_factory=dict[str, dict[str, dict[str, JsonThing]]]
    )
    languages: list[str] = field(default_factory=list[str])
    statements: dict[str, str] = field(default_factory=dict[str, str])
    days: list[str] = field(default_factory=list[str])
    sources: list[str] = field(default_factory=list[str])
    """The language that each package says it was written from."""

    def of(self, table: str) -> Mapping[str, HsdsRecord]:
        """The rows of a table by id."""
        return self.rows.get(table, {})

    def linked(self, table: str, column: str, id_: str) -> Sequence[HsdsRecord]:
        """The rows of a table that lead to a row by a column."""
        index = self._links.setdefault((table, column), {})
        if not index:
            for record in self.of(table).values():
                index.setdefault(first(record).text(column), []).append(record)
        return index.get(id_, ())

    @cached_property
    def _links(self) -> dict[tuple[str, str], dict[str, list[HsdsRecord]]]:
        return {}

    def own(self, id_: str, term: str) -> list[str]:
        """What our own export says of a row under a term of its own taxonomy."""
        return self._own.get(id_, {}).get(term, [])

    @cached_property
    def _own(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        for record in self.of("attribute").values():
            thing = first(record)
            term = self.of("taxonomy_term").get(thing.text("taxonomy_term_id"))
            if term and first(term).text("taxonomy") == TAXONOMY:
                for each in record.values():
                    each.silence()
                of_row = found.setdefault(thing.text("link_id"), {})
                of_row.setdefault(first(term).text("name"), []).append(thing.text("value"))
        return found


def is_hsds(file: Opened) -> bool:
    """Is it a package, or an answer of an HSDS service?"""
    return is_package(file) or (file.is_json and is_hsds_json(file.json))


def hsds_records(
    files: Sequence[Opened], asked: ImportOptions, reading: FileReading
) -> HsdsRecords:
    """What the files hold. Raises `ExchangeError` where they cannot be read."""
    found = HsdsRecords(reading)
    for file in files:
        if file.is_json:
            _read_json(found, file, asked)
        else:
            _read_packages(found, file, asked)
    return found


def _read_json(found: HsdsRecords, file: Opened, asked: ImportOptions) -> None:
    if not is_hsds_json(file.json):
        raise ExchangeError(f"{file.path}: this is no answer of HSDS 3: it has no services in it")
    language = _language(found, file, file.name, "", asked)
    merged: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {}
    for table, path, data in tables_of(file.json):
        if "" in data:
            found.reading.fault(file.name, path, "an object belongs here")
            continue
        key = table, str(data.get("id") or path)
        if key in merged:
            merged[key][1].update({k: v for k, v in data.items() if not merged[key][1].get(k)})
        else:
            merged[key] = path, dict(data)
    for (table, _), (path, data) in merged.items():
        _keep(found, table, data, language, file.name, path)


def _read_packages(found: HsdsRecords, file: Opened, asked: ImportOptions) -> None:
    there = False
    for folder, files in packages(file):
        there = True
        where = f"{folder}/" if folder else ""
        described = (
            descriptor_of(f"{where}{DESCRIPTOR}", files[DESCRIPTOR]) if DESCRIPTOR in files else {}
        )
        told = str(described.get("language") or "")
        language = _language(found, file, folder or file.name, told, asked)
        found.statements[language] = str(described.get("description") or "")
        for name, said in (("as_of", found.days), ("source_language", found.sources)):
            if isinstance(value := described.get(name), str):
                said.append(value)
        named = _resources(f"{where}{DESCRIPTOR}", described)
        for name, data in files.items():
            if not name.endswith(".csv"):
                continue
            table = named.get(name) or _table_of(name)
            rows = list(csv_rows(f"{where}{name}", data))
            if table is None:
                found.reading.left.add(f"{where}{name}", name, len(rows), _NO_TABLE)
                continue
            for place, row in rows:
                _keep(found, table, row, language, f"{where}{name}", place)
    if not there:
        raise ExchangeError(
            f"{file.path}: there is no HSDS package in it: organizations.csv and services.csv"
        )


def _resources(file: str, described: Mapping[str, Any]) -> dict[str, str]:
    """Which table each file holds, as the descriptor says. Raises `ExchangeError` for odd paths."""
    named: dict[str, str] = {}
    for one in filter(is_object, listed(described.get("resources"))):
        where, name = str(one.get("path") or ""), str(one.get("name") or "")
        path = PurePosixPath(where)
        if path.is_absolute() or ".." in path.parts or "://" in where:
            raise ExchangeError(f"{file}: {where} leads out of the package")
        if where and _is_table(name):
            named[path.name] = name
    return named


def _table_of(name: str) -> str | None:
    stem = name.removesuffix(".csv")
    return _FILES.get(stem) or (stem if _is_table(stem) else None)


def _is_table(name: str) -> bool:
    return name in _FILES.values() or name in _SAME


def _language(found: HsdsRecords, file: Opened, name: str, told: str, asked: ImportOptions) -> str:
    """The language of a package: as it is said, else as it says, else as its folder is called."""
    end = name.rpartition("-")[2].removesuffix(".json").removesuffix(".zip")
    for language in (
        file.language or "",
        told,
        end if "-" in name and len(end) <= _LONGEST_TAG else "",
    ):
        if TAG.fullmatch(language):
            break
    else:
        language = next(iter(asked.languages), _DEFAULT)
        found.reading.notes.append(_UNTOLD.fill(file=Plain(name), language=Plain(language)))
    language = tidy(language)
    if language not in found.languages:
        found.languages.append(language)
    return language


def _keep(
    found: HsdsRecords, table: str, data: dict[str, Any], language: str, file: str, path: str
) -> None:
    """Keep a row under its id and language; twice the same id is a fault, or the same row."""
    thing = found.reading.thing(data, table, file, path)
    if thing is None:
        return
    id_ = thing.text("id")
    thing.name = id_ if table in _OF_PERSONS else thing.text("name") or id_
    if not id_:
        thing.fault("id", "it is missing")
        return
    by_language = found.rows.setdefault(table, {}).setdefault(id_, {})
    if language in by_language:
        if by_language[language].data != data:
            thing.fault("id", f"{id_} is there twice")
        thing.silence()
        return
    if by_language:
        thing.repeats(first(by_language))
    by_language[language] = thing


def first(record: HsdsRecord) -> JsonThing:
    """The row in the language that was read first."""
    return next(iter(record.values()))


def in_each(record: HsdsRecord, column: str, source: str, *, prose: bool = False) -> dict[str, str]:
    """What a column says in each language; words that are those of the source are no translation."""
    found = {
        tag: words
        for tag, thing in record.items()
        if (words := thing.prose(column) if prose else thing.text(column))
    }
    original = found.get(source)
    return {tag: words for tag, words in found.items() if tag == source or words != original}


def pass_over(record: HsdsRecord, *columns: str) -> None:
    """Columns that say no more than is known of the row already."""
    for thing in record.values():
        for column in columns:
            thing.raw(column)


def each_of(records: Sequence[HsdsRecord]) -> Iterator[JsonThing]:
    """The rows of records, in every language."""
    return (thing for record in records for thing in record.values())
