"""What we spell as N-Triples is what pyoxigraph reads, and what it would spell itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize
from rdf_network import river

from lumme_graph.base.files import written_whole
from lumme_graph.base.text import Text
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.spelled import Texts, below, escaped, literal, string, worded
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.write import rdf_bytes

_HOSTILE = st.sampled_from("\"\\\n\r\t'<>@^.#\u2028\u2029\u200f\ufeff\u00ad\U0001f4d6u0041")
_ANYTHING = st.text(st.one_of(_HOSTILE, st.characters(exclude_categories=["Cs"])))
_TEXTS = st.text(
    st.one_of(_HOSTILE, st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r"))
)


def read(term: str) -> object:
    (quad,) = parse(f"<x:s> <x:p> {term} .\n", format=RdfFormat.N_TRIPLES)
    return quad.object


@given(_ANYTHING)
def test_any_words_come_back(words: str) -> None:
    assert read(string(words)) == Literal(words)
    assert read(worded(words, "sr-Latn")) == Literal(words, language="sr-Latn")


@given(_TEXTS)
def test_what_a_model_can_say_is_spelled_as_pyoxigraph_does(words: str) -> None:
    assert string(words) == str(Literal(words))
    assert worded(words, "fi") == str(Literal(words, language="fi"))


@given(_ANYTHING, _ANYTHING)
def test_escaped_words_can_be_joined(one: str, other: str) -> None:
    assert f'"{escaped(one)}: {escaped(other)}"' == string(f"{one}: {other}")


@pytest.mark.parametrize("value", ["1", True, False, 0, -3, 10**20])
def test_plain_values_have_the_datatype_of_their_type(value: str | int) -> None:
    assert read(literal(value)) == Literal(value)


def test_a_text_is_a_literal_for_each_language_in_the_order_of_the_model() -> None:
    texts = Texts(("fi", "en"))
    assert texts.literals(Text({"en": 'a "b"', "sr-Latn": "c", "fi": "ä"})) == [
        '"ä"@fi',
        r'"a \"b\""@en',
        '"c"@sr-latn',
    ]


def test_a_block_is_lines_of_one_subject_in_a_graph_or_none() -> None:
    block = Block(below("<x:a>", "b"), "<x:Own>", ["<x:Shared>"])
    block.state("<x:p>", string("é"))
    block.derive("<x:q>", "<x:o>")
    block.derive("<x:q>", "<x:o>")
    assert block.lines(block.of_derived(), "<x:g>").splitlines() == [
        "<x:a/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <x:Shared> <x:g> .",
        "<x:a/b> <x:q> <x:o> <x:g> .",
    ]
    quads = list(parse(block.lines(block.as_one()), format=RdfFormat.N_TRIPLES))
    assert quads[2] == Quad(NamedNode("x:a/b"), NamedNode("x:p"), Literal("é"))
    assert [str(quad.object) for quad in quads[3:]] == ["<x:o>", "<x:q>"]
    assert Block("<x:a>").lines([]) == ""


def test_a_whole_export_is_spelled_as_pyoxigraph_does() -> None:
    made = list(triples(river()))
    assert rdf_bytes(river(), "ntriples") == serialize(made, format=RdfFormat.N_TRIPLES)


def test_a_file_written_bit_by_bit_is_there_only_once_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "model.nt"
    file.write_bytes(b"old")

    def half() -> None:
        with written_whole(file) as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert [path.name for path in tmp_path.iterdir()] == ["model.nt"]
    assert file.read_bytes() == b"old"
    with written_whole(file) as stream:
        stream.write(b"a")
        assert file.read_bytes() == b"old"
        stream.write(b"b")
    assert file.read_bytes() == b"ab"
