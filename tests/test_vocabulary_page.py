"""The page of the own vocabulary: every term stands where its address leads, and says what it is."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from running import lumme

import lumme_graph as lg
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.walk import Walk
from lumme_graph.rdf.own_vocabulary import own_terms

COMMITTED = Path(__file__).parent.parent / "docs" / "reference" / "vocabulary.html"
_CODED = Walk(lambda spec: isinstance(spec.datatype, type) and issubclass(spec.datatype, Coded))


class Read(HTMLParser):
    """The ids and links of a page, and the words of each term by its id."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: dict[str, list[str]] = {}
        self.languages: dict[str, list[str]] = {}
        self._term = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if (id_ := found.get("id")) is not None:
            self.ids.append(id_)
        if tag == "section":
            self._term = str(found["id"])
        if tag == "a":
            self.links.append(str(found["href"]))
        if tag == "span" and "lang" in found:
            self.languages.setdefault(self._term, []).append(str(found["lang"]))

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self._term, []).extend(data.split())


@cache
def page(lang: str = "en") -> Read:
    read = Read()
    read.feed(lg.SCHEMA_FORMS["html"].render(None, lang))
    return read


def said(term: str) -> str:
    return " ".join(page().words[term])


def test_every_term_stands_at_the_last_part_of_its_address_once() -> None:
    ids = page().ids
    assert len(ids) == len(set(ids))
    assert {term.name.partition(":")[2] for term in own_terms()} <= set(ids)


def test_every_code_list_stands_there_whole() -> None:
    lists = {spec.datatype for cls in ELEMENTS for _, spec, _ in _CODED.fields(cls)}
    assert len(lists) > 30
    for of in lists:
        words = page().words[f"code/{of.list_name()}"]
        assert {str(code) for code in of} <= set(words)
    assert "P25.1" in page().words["code/service-class"]


def test_every_link_within_the_page_leads_somewhere_and_others_are_addresses() -> None:
    inner = {link[1:] for link in page().links if link.startswith("#")}
    assert inner - set(page().ids) == set()
    assert all(link.startswith(("#", "http://", "https://")) for link in page().links)


def test_every_term_is_called_in_each_language() -> None:
    for term in own_terms():
        assert page().languages[term.name.partition(":")[2]] == ["en", "fi", "sv"], term.name


def test_a_class_and_properties_by_hand() -> None:
    branch = said("Branch")
    assert branch.startswith("lg:Branch branch toimipaikka filial A library building")
    assert "A library building that customers can visit." in branch
    assert "narrower than org:Site schema:Library" in branch
    assert "street org:siteAddress / locn:thoroughfare rdf:langString at most one" in branch
    assert "type dct:type code:branch-type exactly one" in branch
    assert "derivation lg:derivation" not in branch
    assert "also has lg:standing dct:source lg:asOf" in branch
    offered = said("offeredAt")
    assert "said of lg:Offer its values lg:Organisation lg:Branch lg:Vehicle" in offered
    assert "in YAML offer: at SPARQL ?offer lg:offeredAt ?organisation ." in offered
    assert r"?offer lg:isOffered code:answer\/yes ." in said("isOffered")
    assert "lg:asOf" in said("Service")
    assert "inverse of lg:offeredAt" in said("offeredAtInverse")


def test_a_long_list_of_classes_is_folded() -> None:
    assert "and" in said("asOf")
    assert "more" in said("asOf")


def test_the_page_speaks_finnish_too() -> None:
    assert page("fi").ids == page().ids


def test_the_committed_page_is_that_of_the_declarations() -> None:
    """Else: lumme schema --format md -o docs/reference."""
    assert COMMITTED.read_text(encoding="utf-8") == lg.SCHEMA_FORMS["html"].render(None)


def test_the_command_writes_it_with_the_reference(tmp_path: Path) -> None:
    assert lumme("schema", "--format", "md", "-o", tmp_path).code == 0
    assert (tmp_path / "vocabulary.html").read_text(encoding="utf-8") == lg.SCHEMA_FORMS[
        "html"
    ].render(None)
