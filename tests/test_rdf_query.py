"""Questions of SPARQL put to a model: named ones, one's own, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from running import lumme

import lumme_graph as lg

GRAPH = lg.ServiceGraph(
    [
        lg.Organisation.model_validate(
            {"id": "organisation-lake", "name": {"en": "Lake"}, "type": "network"}
        ),
        lg.Organisation.model_validate(
            {
                "id": "organisation-shore",
                "name": {"en": "Shore", "fi": "Ranta"},
                "type": "library",
                "memberships": [{"of": "organisation-lake", "from": "2019"}],
            }
        ),
        lg.Service.model_validate(
            {
                "id": "service-loan",
                "name": {"en": "Loans"},
                "offered": [{"at": "organisation-shore", "is": "yes", "from": "2020-05-01"}],
                "facts": [{"key": "days", "value": "28", "unit": "day"}],
            }
        ),
    ],
    lg.Settings.model_validate({"as_of": "2026-08-22", "network": "organisation-lake"}),
)


def test_a_named_query_is_asked_for_the_day_of_the_model_and_for_another() -> None:
    store = lg.ModelStore(GRAPH)
    row = {"item": "service-loan", "library": "organisation-shore", "offered": "yes"}
    assert store.ask("offered").rows() == [row]
    assert store.ask("offered", date(2020, 4, 30)).rows() == [{**row, "offered": "unknown"}]
    [member] = store.ask("membership", date(2019, 6, 1)).rows()
    assert member["belongs"] == "unknown"


def test_values_come_in_types_of_python() -> None:
    [row] = lg.query(
        GRAPH,
        "SELECT ?service ?from ?number ?default ?none WHERE {"
        " ?service a lg:Service ; lg:offered/lg:from ?from ; lg:offeredByDefault ?default ;"
        " lg:fact/lg:factNumber ?number OPTIONAL { ?service lg:conditions ?none } }",
    ).rows()
    assert row == {
        "service": "service-loan",
        "from": date(2020, 5, 1),
        "number": Decimal(28),
        "default": False,
        "none": None,
    }


def test_a_query_may_ask_yes_or_no_or_make_triples() -> None:
    store = lg.ModelStore(GRAPH)
    assert store.ask("ASK { id:service-loan a cpsv:PublicService }").truth is True
    assert store.ask("ASK { id:service-loan a lg:Touchpoint }").truth is False
    made = store.ask("CONSTRUCT { ?s lg:x ?name } WHERE { ?s a lg:Service ; dct:title ?name }")
    assert made.truth is None
    assert made.rows() == [
        {
            "subject": "service-loan",
            "predicate": "https://w3id.org/lumme-graph/ns#x",
            "object": "Loans",
        }
    ]
    assert made.written("turtle").endswith('id:service-loan lg:x "Loans"@en .\n')


@pytest.mark.parametrize(
    ("query", "place", "form"),
    [
        ("SELEC ?n WHERE { ?s a lg:Service }", "query:1:1", "SELECT"),
        ("PREFIX a: <a:b>\n  desribe a:c", "query:2:3", "DESCRIBE"),
    ],
)
def test_a_misspelt_form_is_shown_where_it_stands_with_the_nearest(
    query: str, place: str, form: str
) -> None:
    with pytest.raises(lg.QueryError) as error:
        lg.query(GRAPH, query)
    assert str(error.value).startswith(f"{place}: SPARQL has no query that begins so\n")
    assert str(error.value).endswith(f"DESCRIBE; did you mean {form}?")


def test_what_is_no_query_is_refused_at_its_place() -> None:
    store = lg.ModelStore(GRAPH)
    with pytest.raises(lg.QueryError) as error:
        store.ask("SELECT ?s WHERE {\n  ?s foaf:nam ?x ; rdsf:label ?y\n}")
    assert str(error.value).split("\n")[:3] == [
        "query:2:30: this prefix is not known",
        "      ?s foaf:nam ?x ; rdsf:label ?y",
        "                                 ^",
    ]
    with pytest.raises(lg.QueryError, match="begins with SELECT, ASK"):
        store.ask("INSERT DATA { <http://a/a> <http://a/b> <http://a/c> }")
    with pytest.raises(lg.QueryError, match="begins with SELECT, ASK"):
        store.ask("DROP ALL")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELEC ?n WHERE { ?s a lg:Service }" + "\nFILTER(?x = ?y)" * 20, "query:1:"),
        ("SELEC ?n {\0}", "query:1:"),
        ("SELECT ?n { ?\ud800 a lg:Service }", "query: it holds half a character; write it anew"),
        ("y" * 300, f"there is no query and no file {'y' * 59}…; there are "),
        ("offere\0", 'there is no query and no file "offere\\u0000"; did you mean offered?'),
    ],
)
def test_words_that_no_file_can_be_called_are_no_query(query: str, says: str) -> None:
    with pytest.raises(lg.QueryError) as error:
        lg.query(GRAPH, query)
    assert str(error.value).startswith(says)


def test_a_query_may_say_which_graphs_it_asks() -> None:
    store, count = lg.ModelStore(GRAPH), "SELECT (COUNT(*) AS ?n) {} WHERE {{ ?s a {} }}"
    of_both = store.ask(count.format("", "lg:Service")).rows()
    base = GRAPH.settings.base
    assert of_both == store.ask(count.format(f"FROM <{base}graph/stated>", "lg:Service")).rows()
    derived = f"FROM <{base}graph/derived>"
    assert store.ask(count.format(derived, "lg:Service")).rows() == [{"n": 0}]
    assert store.ask(count.format(derived, "cpsv:PublicService")).rows() == [{"n": 1}]
    assert store.ask(count.format("FROM <http://nothing/>", "?x")).rows() == [{"n": 0}]


def test_an_element_can_be_described() -> None:
    found = lg.query(GRAPH, "DESCRIBE id:service-loan").rows()
    assert {row["subject"] for row in found} == {"service-loan"}


@pytest.mark.parametrize("way", ["SERVICE", "service  SILENT"])
def test_nobody_else_is_asked(way: str) -> None:
    with pytest.raises(lg.QueryError, match="nobody else is asked"):
        lg.query(GRAPH, f"SELECT * {{ {{ {way} <http://127.0.0.1:9/sparql> {{ ?s ?p ?o }} }} }}")
    unread = f"{way} <http://127.0.0.1:9/sparql> {{ ?s ?p ?o }} FILTER(<http://a/f>(?s) = ~)"
    with pytest.raises(lg.QueryError, match="it cannot be told whether SERVICE"):
        lg.query(GRAPH, f"SELECT * {{ {unread} }}")
    [row] = lg.query(GRAPH, "SELECT ?service { ?service a lg:Service } # no SERVICE").rows()
    assert row == {"service": "service-loan"}


def test_the_command_lists_shows_and_answers(tmp_path: Path) -> None:
    lg.save(GRAPH, tmp_path / "m")
    listed = lumme("query", tmp_path / "m")
    assert all(name in listed.out for name in lg.named_queries())
    shown = lumme("query", tmp_path / "m", "membership", "--show", "--as-of", "2024-02-01")
    assert 'BIND("2024-02-01"^^' in shown.out
    assert "# DAY" not in shown.out.partition("SELECT")[2]
    answered = lumme("query", tmp_path / "m", "offered", "--format", "json")
    [row] = json.loads(answered.out)["results"]["bindings"]
    assert row["offered"] == {"type": "literal", "value": "yes"}
    mine = tmp_path / "mine.rq"
    mine.write_text("SELECT ?name { ?x a lg:Organisation ; skos:prefLabel ?name } ORDER BY ?name")
    out = tmp_path / "names.csv"
    assert lumme("query", tmp_path / "m", mine, "-o", out).code == 0
    assert out.read_text().split() == ["name", "Lake", "Ranta", "Shore"]


def test_the_command_says_what_is_no_query(tmp_path: Path) -> None:
    lg.save(GRAPH, tmp_path / "m")
    missed = lumme("query", tmp_path / "m", "ofered")
    assert (missed.code, missed.out) == (2, "")
    assert "there is no query and no file ofered; did you mean offered?" in missed.err
    wrong = lumme("query", tmp_path / "m", "SELECT ?x { ?x", "--format", "csv")
    assert (wrong.code, wrong.out) == (2, "")
    assert "query:1:15: SPARQL is not understood from here on" in wrong.err
    rows = lumme("query", tmp_path / "m", "offered", "--format", "turtle")
    assert rows.code == 2
    assert "rows, and yes or no, are not written as turtle: write csv or tsv" in rows.err


def test_coverage_needs_a_model_or_a_store() -> None:
    neither = lumme("coverage")
    assert neither.code == 2
    assert "name the model's folder, or an --endpoint" in neither.err
    both = lumme("coverage", "models/lumme", "--endpoint", "http://127.0.0.1:9")
    assert both.code == 2
    assert "the store has its own" in both.err


@pytest.mark.parametrize(
    "words",
    [
        ["--by", "profile"],
        ["--baseline", "gaps.json"],
        ["--unknown", "gap"],
        ["--relaxed"],
        ["--history", "may.json"],
        ["--profile", "profile-a"],
    ],
)
def test_what_a_store_cannot_do_is_refused(words: list[str]) -> None:
    done = lumme("coverage", "--endpoint", "http://127.0.0.1:9", *words)
    assert (done.code, done.out) == (2, "")
    assert "a store gives numbers alone" in done.err


def test_a_dash_is_the_standard_output(tmp_path: Path) -> None:
    lg.save(GRAPH, tmp_path / "m")
    for words in (
        ["query", "m", "offered", "--format", "csv"],
        ["diff", "m", "m"],
        ["schema", "--format", "owl"],
    ):
        assert lumme(*words, "-o", "-", cwd=tmp_path).out == lumme(*words, cwd=tmp_path).out
    assert [path.name for path in tmp_path.iterdir()] == ["m"]


def test_a_model_does_not_go_to_the_standard_output(tmp_path: Path) -> None:
    lg.write_rdf(GRAPH, tmp_path / "m.ttl")
    done = lumme("import", "m.ttl", "-o", "-", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "a model is a folder: name it" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["m.ttl"]
