"""HSDS packages and answers as drafts: organisations, locations and services of each language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Received
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.hsds.left_rows import leave_rest, leave_tables
from lumme_graph.exchange.hsds.places import HsdsPlaces
from lumme_graph.exchange.hsds.records import HsdsRecords, hsds_records
from lumme_graph.exchange.hsds.services import HsdsServices
from lumme_graph.exchange.hsds.who import HsdsOrganisations
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.thing import FileReading

_CITATION: Final = "Human Services Data Specification (Open Referral), version 3"


def read_hsds(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    """What HSDS packages, or answers of an HSDS service, say, as far as a model can hold it.

    Raises `ExchangeError` where they cannot be read, or hold nothing of what is asked for.
    """
    reading = FileReading()
    found = hsds_records(files, asked, reading)
    if not found.of("organization"):
        reading.closed()
        raise ExchangeError(f"{files[0].path}: there is no organisation in it")
    day = _day(found, asked, day)
    languages = tuple(dict.fromkeys((*asked.languages, *_in_order(found))))
    source = languages[0]
    leave_tables(found)
    who = HsdsOrganisations(found, asked, source)
    places = HsdsPlaces(found, who, source)
    services = HsdsServices(found, who, places, source, day)
    drafts = (*who.drafts(day), *places.drafts(), *services.drafts())
    leave_rest(found, services.told)
    countries = places.countries
    return Received(
        format="hsds",
        day=day,
        languages=languages,
        drafts=drafts,
        citation=_CITATION,
        where=", ".join(file.name for file in files),
        network=who.network,
        name=who.name(),
        country=asked.country or (countries.pop() if len(countries) == 1 else ""),
        left=reading.closed(),
        notes=tuple(reading.notes),
        whole=not asked.only and not any(file.is_json for file in files),
    )


def _day(found: HsdsRecords, asked: ImportOptions, day: date) -> date:
    """The day that is asked for, else the latest that our own export names, else that of the files."""
    if asked.day or not found.days:
        return day
    try:
        return max(map(date.fromisoformat, found.days))
    except ValueError:
        return day


def _in_order(found: HsdsRecords) -> list[str]:
    """The languages as the packages were read, but first that from which the others were written."""
    sources = [tag for tag in found.sources if tag in found.languages]
    return [*dict.fromkeys((*sources, *found.languages))]
