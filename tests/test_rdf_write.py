"""The export as text and as an rdflib graph: the same triples, the same bytes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Triple, parse
from pyoxigraph import RdfFormat as Spelling
from rdf_network import BASE, SETTINGS, element, river
from rdflib.compare import isomorphic

from lumme_graph.base.files import OutputError
from lumme_graph.base.form import FormError
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.forms import RDF_FORMS, Scope
from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.write import rdf_bytes, write_rdf


def parsed(text: bytes, spelling: Spelling) -> list[Triple]:
    return [quad.triple for quad in parse(text, format=spelling)]


SPELLINGS = {
    "ntriples": Spelling.N_TRIPLES,
    "turtle": Spelling.TURTLE,
    "rdfxml": Spelling.RDF_XML,
}


@pytest.mark.parametrize("form", SPELLINGS)
def test_every_form_is_the_triples_in_their_order(form: str) -> None:
    assert parsed(rdf_bytes(river(), form), SPELLINGS[form]) == list(triples(river()))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_json_ld_is_the_triples_and_carries_its_context() -> None:
    text = rdf_bytes(river(), "jsonld")
    assert set(parsed(text, Spelling.JSON_LD)) == set(triples(river()))
    whole = json.loads(text)
    assert whole["@context"]["dct"] == "http://purl.org/dc/terms/"
    desk = next(one for one in whole["@graph"] if one["@id"] == "id:touchpoint-desk")
    assert desk["@type"] == ["lg:Touchpoint", "cv:Channel"]
    assert desk["dct:title"][1] == {"@value": "Service desk", "@language": "en"}
    other = rdflib.Graph().parse(data=text.decode(), format="json-ld")
    assert len(other) == len(list(triples(river())))


def graphs(text: bytes) -> dict[str, set[Triple]]:
    found: dict[str, set[Triple]] = {}
    for quad in parse(text, format=Spelling.TRIG):
        name = str(quad.graph_name).removesuffix(">").partition("/graph/")[2]
        found.setdefault(name, set()).add(quad.triple)
    return found


def test_trig_keeps_what_is_stated_derived_and_private_apart() -> None:
    found = graphs(rdf_bytes(river(), "trig"))
    assert list(found) == ["stated", "derived"]
    mark = NamedNode("https://w3id.org/lumme-graph/ns#derivedProperty")
    both = found["stated"] | found["derived"]
    assert both == {one for one in triples(river()) if one.predicate != mark}
    assert found["stated"].isdisjoint(found["derived"])
    whole = graphs(rdf_bytes(river(), "trig", Scope(private=True)))
    assert list(whole) == ["stated", "derived", "private"]
    assert whole["private"] == set(triples(river(), private=True)) - set(triples(river()))


def test_each_file_can_have_a_graph_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "offer").mkdir()
    (tmp_path / "model.yaml").write_text("as_of: 2026-08-22\n", encoding="utf-8")
    (tmp_path / "who.yaml").write_text("- {id: role-a, name: {en: A}}\n", encoding="utf-8")
    desk = "- {id: touchpoint-a, name: {en: A}, channel: phone}\n"
    (tmp_path / "offer" / "points.yaml").write_text(desk, encoding="utf-8")
    out = tmp_path / "out" / "m.trig"
    out.parent.mkdir()
    write_rdf(load(tmp_path), out, by_file=True)
    found = graphs(out.read_bytes())
    assert list(found) == ["stated", "stated/who", "stated/offer/points", "derived"]
    subjects = {str(triple.subject) for triple in found["stated/offer/points"]}
    assert subjects == {"<https://example.org/id/touchpoint-a>"}
    parts = {
        str(one.subject) for one in found["stated"] if one.predicate.value.endswith("isPartOf")
    }
    names = ("who", "offer/points")
    assert parts == {f"<https://example.org/id/graph/stated/{name}>" for name in names}
    with pytest.raises(FormError, match="turtle has one graph; write trig"):
        write_rdf(load(tmp_path), tmp_path / "m.ttl", by_file=True)


def test_the_rdflib_graph_is_the_same() -> None:
    graph = to_rdf(river())
    assert len(graph) == len(list(triples(river())))
    from_turtle = rdflib.Graph().parse(data=rdf_bytes(river(), "turtle"), format="turtle")
    from_ntriples = rdflib.Graph().parse(data=rdf_bytes(river(), "ntriples"), format="nt")
    assert isomorphic(graph, from_turtle)
    assert set(graph) == set(from_turtle) == set(from_ntriples)
    assert dict(graph.namespaces())["id"] == rdflib.URIRef(BASE)
    assert graph.qname("http://data.europa.eu/m8g/Channel") == "cv:Channel"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize(
    ("form", "spelling"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")],
)
def test_every_line_end_of_a_text_comes_back(form: str, spelling: str) -> None:
    """XML takes a plain carriage return for a line feed."""
    words = "one\rtwo\r\nthree\nfour\tfive"
    desk = element({"id": "touchpoint-a", "name": {"en": words}, "channel": "phone"})
    text = rdf_bytes(ServiceGraph([desk], Settings.model_validate(SETTINGS)), form)
    graph = rdflib.Graph().parse(data=text, format=spelling)
    title = graph.value(rdflib.URIRef(BASE + "touchpoint-a"), rdflib.DCTERMS.title)
    assert title == rdflib.Literal(words, lang="en")


def test_there_are_no_blank_nodes() -> None:
    made = list(triples(river()))
    assert not [
        t for t in made if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)
    ]


def test_turtle_is_grouped_and_prefixed() -> None:
    text = rdf_bytes(river()).decode()
    heads = [line for line in text.splitlines() if line.startswith("id:touchpoint-desk ")]
    assert heads == ["id:touchpoint-desk a lg:Touchpoint , cv:Channel ;"]
    assert '\tdct:title "Leppä"@fi , "Alder"@en , "Al"@sv ;\n' in text


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys; from rdf_network import river; from lumme_graph.rdf.forms import RDF_FORMS;"
        "from lumme_graph.rdf.write import write_rdf;"
        "[write_rdf(river(), sys.stdout.buffer, form) for form in RDF_FORMS]"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {b"".join(rdf_bytes(river(), form) for form in RDF_FORMS)}


@pytest.mark.parametrize(("name", "format_"), [("m.ttl", "turtle"), ("M.NT", "ntriples")])
def test_the_name_says_the_format(tmp_path: Path, name: str, format_: str) -> None:
    write_rdf(river(), tmp_path / name)
    assert (tmp_path / name).read_bytes() == rdf_bytes(river(), format_)


def test_a_format_wins_over_the_name_and_a_stream_gets_turtle(tmp_path: Path) -> None:
    write_rdf(river(), tmp_path / "m.ttl", "ntriples")
    assert (tmp_path / "m.ttl").read_bytes() == rdf_bytes(river(), "ntriples")
    stream = io.BytesIO()
    write_rdf(river(), stream)
    assert stream.getvalue() == rdf_bytes(river())


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"m\.csv: say the format, or end the name in \.ttl, \.nt"):
        write_rdf(river(), tmp_path / "m.csv")
    with pytest.raises(ValueError, match="csv"):
        write_rdf(river(), tmp_path / "m.ttl", "csv")
    with pytest.raises(OutputError, match="is a folder"):
        write_rdf(river(), tmp_path, "turtle")
    assert list(tmp_path.iterdir()) == []


def test_the_engines_are_imported_when_they_are_used() -> None:
    script = (
        "import sys, lumme_graph.rdf.write, lumme_graph.rdf.vocabulary;"
        "sys.exit(bool({'rdflib', 'pyoxigraph'} & set(sys.modules)))"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", script], env=env, check=False).returncode == 0
