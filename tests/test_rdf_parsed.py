"""RDF that cannot be read is refused in clear words, with its place; nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from running import lumme

import lumme_graph as lg
from lumme_graph.rdf.read.parsed import parse_bytes, parse_file

S = "<https://example.org/s> <https://example.org/p> "
XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.org/">\n'
    '<rdf:Description rdf:about="https://e.org/s"><e:p>a</e:p></rdf:Description></rdf:RDF>'
)
HIDDEN = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>\n'

BAD: dict[str, tuple[str, str | bytes, str]] = {
    "cut short": ("turtle", f'{S}"a" .\n{S}"a', "x:2:49: Unexpected end"),
    "space in an address": ("ntriples", "<https://e.org/a b> <https://e.org/p> 1 .", "x:1:1: .* ' '"),
    "quote in an address": ("turtle", '<https://e.org/a"b> <https://e.org/p> 1 .', "x:1:1: .*write %20"),
    "relative address": ("turtle", "<a> <https://e.org/p> 1 .", "x:1:1: an address is relative"),
    "no such prefix": ("turtle", "a:b a:c 1 .", "x:1:1: The prefix a: has not been declared; say"),
    "wrong tag": ("turtle", f'{S}"a"@e .', "x:1:53: .*write a language tag of BCP 47"),
    "too long a tag": ("ntriples", f'{S}"a"@abcdefghijk .', "x:1:53: .*write a language tag"),
    "remote context": (
        "jsonld",
        '{"@id": "https://e.org/s",\n "@context": "https://schema.org/", "name": "a"}',
        "x:2:14: the context is elsewhere, at https://schema.org/; nothing is fetched",
    ),
    "remote context in a list": (
        "jsonld", '{"@context": [{}, "//e.org/c"]}', "x:1:19: the context is elsewhere"
    ),
    "remote import": ("jsonld", '{"@context": {"@import": "https://e.org/c"}}', "is elsewhere"),
    "remote context of a term": (
        "jsonld", '{"@context": {"a": {"@id": "https://e.org/a", "@context": "c.json"}}}', "elsewhere"
    ),
    "relative in JSON": ("jsonld", '{"@id": "s", "https://e.org/p": 1}', "x:1:10: an address is rel"),
    "space in JSON": ("jsonld", '{"@id": "https://e.org/a b", "https://e.org/p": 1}', "x:1:10: .*' '"),
    "tag in JSON": (
        "jsonld", '{"https://e.org/p": {"@value": "a", "@language": "a_b"}}', "x:1:51: .*BCP 47"
    ),
    "no JSON": ("jsonld", '{"a":', "x:1:6: this is not JSON"),
    "deep JSON": ("jsonld", '{"https://e.org/p":' * 50_000 + "1" + "}" * 50_000, "nested more than"),
    "entity": ("rdfxml", HIDDEN + XML.replace(">a<", ">&b;<"), "x:1:13: the document has a DOCTYPE"),
    "unknown entity": ("rdfxml", XML.replace(">a<", ">&nbsp;<"), "x:2:.*undefined entity"),
    "XML cut short": ("rdfxml", XML.removesuffix("</rdf:Description></rdf:RDF>"), "x:2:.* not XML"),
    "deep XML": ("rdfxml", "<a>" * 50_000, "nested more than 200 deep"),
    "space in XML": ("rdfxml", XML.replace("org/s", "org/s s"), "x:2:29: .*write %20"),
    "relative in XML": ("rdfxml", XML.replace("https://e.org/s", "s9"), "x:2:29: an address is rela"),
    "tag in XML": ("rdfxml", XML.replace("<e:p>", '<e:p xml:lang="e n">'), "x:2:.*BCP 47"),
    "no RDF in XML": ("rdfxml", "<html/>", "x: .*"),
    "deep triples": ("turtle", S + f"<<( {S}" * 20_000 + "1" + " )>>" * 20_000 + ".", "within triples"),
    "no UTF-8 in JSON": ("jsonld", b'["\xff"]', "x:1:3: this is not UTF-8"),
    "no UTF-8": ("turtle", S.encode() + b'"\xff" .', "x:1:50: .*UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_refused_with_its_place(name: str) -> None:
    form, text, words = BAD[name]
    with pytest.raises(lg.RdfError, match=words) as caught:
        parse_bytes(text if isinstance(text, bytes) else text.encode(), form, "x")
    assert "; " in str(caught.value)


def test_what_is_said_stands_by_subject_and_property() -> None:
    text = (
        f'\ufeff{S}"a"@sv-FI, "b" .\n<https://example.org/s> a <https://example.org/C> .\n{S}"b" .'
    )
    parsed = parse_bytes(text.encode(), "turtle")
    assert parsed.subjects == {
        "https://example.org/s": {
            "https://example.org/p": [Literal("a", language="sv-fi"), Literal("b")],
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": [NamedNode("https://example.org/C")],
        }
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "a.docx",
            "a.docx: say the format with --format (in Python: format=), or end the name in .ttl, .nt",
        ),
        ("lost.ttl", "lost.ttl: it cannot be read: No such file"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(lg.KnownError) as caught:
        parse_file(tmp_path / name)
    assert words in str(caught.value)


def test_nothing_is_written_of_what_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text("a:b a:c 1 .")
    done = lumme("import", file, "-o", tmp_path / "m")
    assert done.code == 2
    assert "a.ttl:1:1: The prefix a:" in done.err
    assert not (tmp_path / "m").exists()
