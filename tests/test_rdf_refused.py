"""Values that a model cannot have, in RDF: which subject, property and line, and what to do."""

from __future__ import annotations

import pytest
from rdf_network import BASE, river

import lumme_graph as lg
from lumme_graph.rdf.import_rdf import import_parsed
from lumme_graph.rdf.read.parsed import parse_bytes
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.write import rdf_bytes

LINES = rdf_bytes(river(), "ntriples").decode().splitlines()
CODE = "https://w3id.org/lumme-graph/code"


def at(node: str, term: str) -> int:
    """The first line, from 0, on which a property of a subject is said."""
    start = f"<{BASE}{node}> {named(term)} "
    return next(place for place, line in enumerate(LINES) if line.startswith(start))


def refused(place: int, *lines: str) -> list[str]:
    """What is said of the network with other lines in place of one."""
    changed = [*LINES[:place], *lines, *LINES[place + 1 :]]
    data = "\n".join(changed).encode()
    with pytest.raises(lg.RdfError) as caught:
        import_parsed(parse_bytes(data, "ntriples", "a.nt"))
    return str(caught.value).splitlines()


def node_of(term: str) -> str:
    """The first subject, after the base, of which a property is said."""
    line = next(line for line in LINES if f"> {named(term)} " in line)
    return line.split("> ")[0].removeprefix(f"<{BASE}")


@pytest.mark.parametrize(
    ("node", "term", "value", "said"),
    [
        ("", "lg:asOf", '"2026-02-30"', "a day is expected here: write it as 2026-08-22; the value is 2026-02-30"),
        ("", "lg:requiredLanguage", '"f i"', "f i is not a language tag; write one of BCP 47, such as fi or sv-FI"),
        ("settings/cost/publish", "lg:units", '"many"', "a whole number is expected here; the value is many"),
        ("", "lg:asOf", '"-5"', "a day is expected here: write it as 2026-08-22; the value is -5"),
        ("", "lg:asOf", '""', 'a day is expected here: write it as 2026-08-22; the value is ""'),
        ("settings/cost/publish", "lg:units", '"0"', "the number must be at least 1; the value is 0"),
        ("", "lg:network", f"<{BASE}branch-alder>", "branch-alder is not the id of what belongs here; write one that begins with organisation-…"),
        (node_of("lg:lane"), "lg:lane", f"<{CODE}/lane/custmer>", f"<{CODE}/lane/custmer> is no value of {CODE}/lane; its values are customer, frontstage, backstage, support"),
        (node_of("lg:isOffered"), "lg:isOffered", f"<{CODE}/answer/yse>", f"<{CODE}/answer/yse> is no value of {CODE}/answer; its values are yes, no"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_said_once_with_its_place(
    node: str, term: str, value: str, said: str
) -> None:
    place = at(node, term)
    errors = refused(place, f"<{BASE}{node}> {named(term)} {value} .")
    assert errors == [f"a.nt:{place + 1}:1: {BASE}{node} {term}: {said}"]


def test_of_several_values_the_wrong_one_is_pointed_at() -> None:
    place = at("", "lg:requiredLanguage")
    wrong = f'<{BASE}> {named("lg:requiredLanguage")} "f i" .'
    errors = refused(place, LINES[place], wrong)
    assert errors == [
        (
            f"a.nt:{place + 2}:1: {BASE} lg:requiredLanguage: f i is not a language tag; "
            "write one of BCP 47, such as fi or sv-FI"
        )
    ]


@pytest.mark.parametrize(
    ("node", "term"),
    [
        ("touchpoint-desk", "dct:type"),
        (node_of("lg:lane"), "lg:lane"),
        ("settings/cost/publish", "lg:units"),
    ],
)
def test_what_is_missing_is_said_where_its_subject_begins(node: str, term: str) -> None:
    begins = next(i for i, line in enumerate(LINES) if line.startswith(f"<{BASE}{node}> "))
    errors = refused(at(node, term))
    assert errors == [
        f"a.nt:{begins + 1}:1: {BASE}{node} {term}: it is missing, and must be there; add it"
    ]


def test_a_model_without_a_language_says_so_in_words() -> None:
    without = "\n".join(line for line in LINES if "requiredLanguage>" not in line)
    with pytest.raises(lg.RdfError) as caught:
        import_parsed(parse_bytes(without.encode(), "ntriples", "a.nt"))
    assert str(caught.value) == (
        f"a.nt:1:1: {BASE} lg:requiredLanguage: it is missing, and must be there; add it"
    )


def test_bounds_in_the_wrong_order_are_said_of_the_part_and_its_property() -> None:
    node, place = next(
        (line.split("> ")[0][1:], place)
        for place, line in enumerate(LINES)
        if "ns#publishedOnEarliest>" in line
    )
    whole = f"<{node}> {named('lg:publishedOnEarliest')}"
    errors = refused(place, LINES[place].replace("2021-01-01", "2022-01-01"))
    assert whole in LINES[place]
    assert errors == [
        f"a.nt:{place + 1}:1: {node} lg:publishedOn: earliest lies after latest; correct the value"
    ]
