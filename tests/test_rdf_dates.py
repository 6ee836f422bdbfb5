"""Every date of a model's files is found by comparing plain days, at its bounds worked out here."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator

import pytest
import yaml
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store
from rdf_models import MODELS, model

from lumme_graph.rdf.triples import quads

FIELDS = {"as_of", "date", "from", "published", "read", "review", "reviewed", "to", "until"}
"""The fields that hold dates, in the words of the files."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
Plain = str | list["Plain"] | dict[str, "Plain"]
"""What a file says, every value as it is written."""

Bounds = tuple[str, str]
"""The earliest and the latest day, as ISO writes them; empty where it is not known."""


def bounds(written: Plain) -> Bounds | None:
    """What a value of a file says of a day; None where it is no date."""
    if isinstance(written, dict):
        if not written or not written.keys() <= {"earliest", "latest"}:
            return None
        earliest, latest = bounds(written.get("earliest", "")), bounds(written.get("latest", ""))
        return earliest[0] if earliest else "", latest[1] if latest else ""
    found = _DATE.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        return None
    year, month, day = found.groups()
    first, last = month or "01", month or "12"
    end = day or f"{monthrange(int(year), int(last))[1]:02}"
    return f"{year}-{first}-{day or '01'}", f"{year}-{last}-{end}"


def dates(element: Plain) -> Iterator[Bounds]:
    """Every date within an element, or a part of one."""
    if isinstance(element, list):
        for each in element:
            yield from dates(each)
    elif isinstance(element, dict):
        for field, value in element.items():
            found = bounds(value) if field in FIELDS else None
            if found is not None:
                yield found
            else:
                yield from dates(value)


def in_files(name: str) -> Counter[tuple[str, Bounds]]:
    """The dates of every element, by its id; of the model as a whole, by nothing."""
    found: Counter[tuple[str, Bounds]] = Counter()
    for file in sorted(MODELS[name].rglob("*.yaml")):
        text: Plain = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - plain strings
        if isinstance(text, dict):
            text = [{"id": "", "as_of": text["as_of"]}]
        for element in text:
            assert isinstance(element, dict)
            found.update((str(element["id"]), when) for when in dates(element))
    return found


QUERY = """
PREFIX lg: <https://w3id.org/lumme-graph/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?node ?property ?day WHERE {
    ?node ?property ?day .
    FILTER(?day >= "0001-01-01"^^xsd:date && ?day <= "9999-12-31"^^xsd:date)
}
"""
_OWN = re.compile("https://w3id.org/lumme-graph/ns#(.+?)(Earliest|Latest)?")
_NEVER_COARSE = "until"
"""The one field of days that has no bounds beside the day."""


def found_by_days(name: str) -> Counter[tuple[str, Bounds]]:
    """The dates that a filter of plain days finds in what is stated, by the element they stand in."""
    base = model(name).settings.base
    derived = NamedNode(f"{base}graph/derived")
    store = Store()
    store.extend(
        Quad(quad.subject, quad.predicate, quad.object)
        for quad in quads(model(name), private=True)
        if quad.graph_name != derived
    )
    rows = store.query(QUERY)
    assert isinstance(rows, QuerySolutions)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        node, term, day = row["node"], row["property"], row["day"]
        assert isinstance(node, NamedNode) and isinstance(term, NamedNode)
        assert isinstance(day, Literal)
        local, own = node.value.removeprefix(base), _OWN.fullmatch(term.value)
        if own is None:
            continue
        field, end = own.groups()
        for each in (end,) if end else ("Earliest", "Latest") if field == _NEVER_COARSE else ():
            found.setdefault((local, field), {})[each] = day.value
    return Counter(
        (local.partition("/")[0], (ends.get("Earliest", ""), ends.get("Latest", "")))
        for (local, _), ends in found.items()
    )


@pytest.mark.parametrize("name", MODELS)
def test_a_filter_of_days_finds_every_date_of_the_files(name: str) -> None:
    assert found_by_days(name) == in_files(name)


def test_the_dates_of_lakes_by_hand() -> None:
    day, year = ("2026-08-22", "2026-08-22"), ("2019-01-01", "2019-12-31")
    assert in_files("lakes") == {
        ("", day): 1,
        ("service-hold", year): 1,
        ("source-rules", ("2021-01-01", "2021-12-31")): 1,
        ("source-board", ("2019-01-31", "2019-01-31")): 1,
        ("organisation-north", ("", "2017-12-31")): 1,
        ("organisation-south", year): 1,
        ("organisation-south", ("2021-02-01", "2021-05-31")): 1,
    }
