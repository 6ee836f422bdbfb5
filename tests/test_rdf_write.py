"""The export as text and as an rdflib graph: the same triples, the same bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, Triple, parse
from pyoxigraph import RdfFormat as Spelling
from rdf_network import BASE, river
from rdflib.compare import isomorphic

from lumme_graph.base.files import OutputError
from lumme_graph.rdf.forms import RDF_FORMS
from lumme_graph.rdf.to_rdflib import to_rdf
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.write import rdf_bytes, write_rdf


def parsed(text: bytes, spelling: Spelling) -> list[Triple]:
    return [quad.triple for quad in parse(text, format=spelling)]


def test_ntriples_and_turtle_are_the_triples_in_their_order() -> None:
    made = list(triples(river()))
    assert parsed(rdf_bytes(river(), "ntriples"), Spelling.N_TRIPLES) == made
    assert parsed(rdf_bytes(river(), "turtle"), Spelling.TURTLE) == made


def test_the_rdflib_graph_is_the_same() -> None:
    graph = to_rdf(river())
    assert len(graph) == len(list(triples(river())))
    from_turtle = rdflib.Graph().parse(data=rdf_bytes(river(), "turtle"), format="turtle")
    from_ntriples = rdflib.Graph().parse(data=rdf_bytes(river(), "ntriples"), format="nt")
    assert isomorphic(graph, from_turtle)
    assert set(graph) == set(from_turtle) == set(from_ntriples)
    assert dict(graph.namespaces())["id"] == rdflib.URIRef(BASE)
    assert graph.qname("http://data.europa.eu/m8g/Channel") == "cv:Channel"


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


@pytest.mark.parametrize("format_", RDF_FORMS)
def test_the_bytes_do_not_depend_on_the_hash_seed(format_: str) -> None:
    script = (
        "import sys; from rdf_network import river; from lumme_graph.rdf.write import write_rdf;"
        f"write_rdf(river(), sys.stdout.buffer, {format_!r})"
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
    assert made == {rdf_bytes(river(), format_)}


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
