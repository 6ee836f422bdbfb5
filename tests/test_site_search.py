"""What the search is given: the texts as a script, the pages that they are of, the list from A to Z."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

import pytest
from shipped import LUMME

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.reports.html.tree import document, h
from lumme_graph.site.edition import Edition
from lumme_graph.site.here import Here
from lumme_graph.site.parts.search import LISTED, all_pages, search_form, search_loader
from lumme_graph.site.plan import PageKey, Plan
from lumme_graph.site.search import WHOLE, SearchDoc, search_script
from lumme_graph.site.search_docs import search_docs
from lumme_graph.site.search_words import LANGUAGES, language

SETTINGS = lg.Settings.model_validate(
    {
        "as_of": "2026-08-22",
        "languages": {"required": ["fi"], "optional": ["en"]},
        "network": "organisation-net",
    }
)
E = TypeVar("E", bound=KeptElement)


def texts(script: str) -> dict[str, Any]:
    """The data of a script; the rows by the names of their fields."""
    head, tail = "window.LUMME_SEARCH=", ";\n"
    assert script.startswith(head) and script.endswith(tail)
    data: dict[str, Any] = json.loads(script[len(head) : -len(tail)])
    data["docs"] = [dict(zip(data["fields"], row, strict=True)) for row in data["docs"]]
    return data


def test_the_script_says_everything_of_a_page() -> None:
    doc = SearchDoc(
        "path-card.html",
        "Lapsen kortti",
        "Palvelupolku",
        also=("Vanha nimi", "pasi, kirjastopassi"),
        answers=True,
        library="Mikkeli",
        lead="Huoltaja hankkii.",
        text="Ensin\nsitten",
    )
    data = texts(search_script([doc], "fi"))
    assert data["lang"] == "fi"
    assert data["docs"] == [
        {
            "href": "path-card.html",
            "name": "Lapsen kortti",
            "lang": "",
            "also": "Vanha nimi; pasi, kirjastopassi",
            "kind": "Palvelupolku",
            "library": "Mikkeli",
            "answers": 1,
            "lead": "Huoltaja hankkii.",
            "text": "Ensin\nsitten",
        }
    ]


HOSTILE = "</script><!-- \u2028\u2029 ]]> \" \\ ' `${x}` \ud83d\ude00 \u202e \x7f \udc80"


def test_no_text_breaks_out_of_the_script() -> None:
    doc = SearchDoc("a.html", HOSTILE, HOSTILE, "cy", (HOSTILE,), library=HOSTILE, lead=HOSTILE)
    script = search_script([doc], "en")
    assert not set(script) & set("<\u2028\u2029\u202e\x7f\udc80")
    assert script.encode()
    row = texts(script)["docs"][0]
    words = HOSTILE.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert [row[field] for field in ("name", "kind", "also", "library", "lead")] == [words] * 5


def test_of_many_pages_only_names_and_leads_are_told() -> None:
    docs = [
        SearchDoc(f"a-{n}.html", "name", "kind", lead="lead", text="text") for n in range(WHOLE)
    ]
    assert {doc["text"] for doc in texts(search_script(docs, "fi"))["docs"]} == {"text"}
    more = texts(search_script([*docs, docs[0]], "fi"))["docs"]
    assert {(doc["lead"], doc["text"]) for doc in more} == {("lead", "")}


def test_without_pages_the_script_still_is_one() -> None:
    assert texts(search_script([], "fi"))["docs"] == []


def test_what_is_known_of_languages_stands_in_the_script() -> None:
    welsh = texts(search_script([], "cy"))
    assert ["c", "g"] in welsh["changes"] and ["c", "ngh"] in welsh["changes"]
    assert texts(search_script([], "th"))["spaced"] is False
    assert texts(search_script([], "et")) == {
        "stop": [],
        "changes": [],
        "spaced": True,
        "lang": "et",
        "fields": ["href", "name", "lang", "also", "kind", "library", "answers", "lead", "text"],
        "docs": [],
    }


@pytest.mark.parametrize("lang", ["fi", "sv", "en", "cy", "de", "fr"])
def test_stop_words_are_few_and_none_is_there_twice(lang: str) -> None:
    stop = language(lang).stop
    assert 20 <= len(stop) <= 35
    assert len(set(stop)) == len(stop)
    assert all(word == word.lower() and word.isalpha() for word in stop)


def test_every_language_is_known_by_its_tag() -> None:
    assert language("cy-GB") == LANGUAGES["cy"]


def made(kind: type[E], **fields: object) -> E:
    """An element of plain data, as a file gives it."""
    return kind.model_validate(fields)


def library(name: str, id_: str) -> lg.Organisation:
    return made(
        lg.Organisation,
        id=id_,
        name={"fi": name},
        former_names=[{"name": {"fi": f"Vanha {name}", "en": "Old one"}}],
        type="library",
        memberships=[{"of": "organisation-net", "standing": "derived"}],
        standing="derived",
    )


@pytest.fixture(scope="module")
def graph() -> lg.ServiceGraph:
    """A small guide in which each text that is for staff alone has the word MARKER in it."""
    marker = {"fi": "MARKER", "en": "MARKER"}
    step = {
        "id": "ask",
        "action": {"fi": "Asiakas kysyy", "en": "The customer asks"},
        "ours": marker,
        "actor": {"kind": "customer"},
        "lane": "customer",
        "feeling": {"value": 1, "derivation": marker, "standing": "derived"},
        "thoughts": [{"text": marker}],
        "system": marker,
        "pains": [marker],
        "gains": [marker],
        "marks": [{"type": "question", "text": marker}],
        "next": [{"to": "ask", "when": {"fi": "jos jono", "en": "if queue"}}],
        "derivation": marker,
        "standing": "derived",
    }
    return lg.ServiceGraph(
        [
            made(lg.Organisation, id="organisation-net", name={"fi": "Verkko"}, type="network"),
            library("Ala", "organisation-a"),
            library("Ylä", "organisation-b"),
            made(
                lg.Path,
                id="path-ask",
                name={"fi": "Kysymys", "en": "A question"},
                description={"fi": "Tieto\u00adpyyntö", "en": "A request"},
                steps=[step],
                offered=[{"at": "organisation-a", "is": "yes", "derivation": marker}],
                derivation=marker,
                note="MARKER",
                tags=["MARKER"],
                standing="derived",
            ),
            made(
                lg.Section,
                id="section-ask",
                name={"fi": "Kysy", "en": "Ask"},
                status="published",
                reason=marker,
                scope=["organisation-a", "organisation-b"],
                exceptions=[
                    {"at": "organisation-a", "text": {"fi": "Alassa soita"}, "derivation": marker}
                ],
                body={
                    "fi": "Kysy **meiltä**.\n\n## Näin\n\nTule [tiskille](path-ask):\n"
                    "laina-aika on {{ fact: days }} päivää.\n\n- `a`\n- b\n\n|c|d|\n|-|-|\n|1|{{ fact: fee }}|\n"
                },
                facts=[{"key": "days", "value": "1.5"}, {"key": "fee", "value": "ilmainen"}],
                search_words={"fi": "passi, sakko", "en": "fine"},
                derivation=marker,
                standing="derived",
            ),
            made(
                lg.Section,
                id="section-plan",
                name=marker,
                status="planned",
                reason=marker,
                standing="derived",
            ),
            made(lg.Need, id="need-a", name=marker, standing="derived"),
            made(lg.Source, id="source-a", citation="MARKER"),
        ],
        SETTINGS,
    )


def here(graph: lg.ServiceGraph, edition: Edition, lang: str, stem: str = "search") -> Here:
    return Here(Plan(graph), PageKey(edition, lang, stem))


def by_address(docs: Sequence[SearchDoc]) -> dict[str, SearchDoc]:
    found = {doc.address: doc for doc in docs}
    assert len(found) == len(docs)
    return found


def test_a_page_is_known_by_what_it_says_in_its_language(graph: lg.ServiceGraph) -> None:
    docs = by_address(search_docs(here(graph, Edition.CUSTOMER, "fi")))
    assert docs["path-ask.html"] == SearchDoc(
        "path-ask.html",
        "Kysymys",
        "Palvelupolku",
        answers=True,
        library="Ala",
        lead="Tietopyyntö",
        text="Asiakas kysyy\njos jono",
    )
    assert docs["section-ask.html"] == SearchDoc(
        "section-ask.html",
        "Kysy",
        "Oppaan osio",
        also=("passi, sakko",),
        answers=True,
        library="kaikki 2 kirjastoa",
        lead="Kysy meiltä.",
        text="Alassa soita\nTule tiskille: laina-aika on 1,5 päivää.\na\nb\nc d\n1 ilmainen\nNäin",
    )
    assert docs["organisation-a.html"].also == ("Vanha Ala",)
    assert docs["organisation-a.html"].kind == "Kirjasto"
    assert (
        docs["paths.html"].kind == docs["services.html"].kind if "services.html" in docs else True
    )


def test_customers_find_nothing_of_the_staffs(graph: lg.ServiceGraph) -> None:
    customer = here(graph, Edition.CUSTOMER, "fi")
    assert "MARKER" not in search_script(search_docs(customer), "fi")
    staff = search_script(search_docs(here(graph, Edition.STAFF, "fi")), "fi")
    assert "MARKER" in staff
    addresses = set(by_address(search_docs(customer)))
    assert not addresses & {"need-a.html", "source-a.html", "section-plan.html", "coverage.html"}


def test_every_page_of_the_edition_and_language_is_there_but_the_door_and_the_search(
    graph: lg.ServiceGraph,
) -> None:
    place = here(graph, Edition.STAFF, "en")
    stems = {key.stem for key in place.plan.pages if key[:2] == (Edition.STAFF, "en")}
    assert set(by_address(search_docs(place))) == {
        f"{stem}.html" for stem in stems - {"index", "search"}
    }


def test_a_name_in_another_language_says_so() -> None:
    graph = lg.ServiceGraph(
        [made(lg.Need, id="need-a", name={"se": "Girji"}, standing="derived")], SETTINGS
    )
    docs = by_address(search_docs(here(graph, Edition.STAFF, "fi")))
    assert (docs["need-a.html"].name, docs["need-a.html"].name_lang) == ("Girji", "se")


def test_two_runs_give_the_same_bytes() -> None:
    one, other = (
        search_script(search_docs(here(lg.load(LUMME), Edition.STAFF, "fi")), "fi") for _ in "ab"
    )
    assert one == other


def listed(graph: lg.ServiceGraph, lang: str, names: list[str]) -> ET.Element:
    docs = [SearchDoc(f"{n}.html", name, "Laji") for n, name in enumerate(names)]
    return h("main", all_pages(here(graph, Edition.STAFF, lang), docs))


def texts_of(root: ET.Element, path: str) -> Iterator[str]:
    return ("".join(one.itertext()) for one in root.iterfind(path))


def test_all_pages_stand_under_their_letters_in_the_order_of_the_language(
    graph: lg.ServiceGraph,
) -> None:
    page = listed(graph, "fi", ["Öljy", "äiti", "Zeta", "Äiti ja isä", "3D-tulostus", "Edit"])
    assert list(texts_of(page, "h3")) == ["#", "E", "Z", "Ä", "Ö"]
    assert list(texts_of(page, "ul/li/a")) == [
        "3D-tulostus",
        "Edit",
        "Zeta",
        "äiti",
        "Äiti ja isä",
        "Öljy",
    ]
    anchors = [one.get("href", "")[1:] for one in page.iterfind("nav/ul/li/a")]
    assert anchors == [one.get("id") for one in page.iterfind("h3")]


def test_of_very_many_pages_only_those_that_answer_are_listed(graph: lg.ServiceGraph) -> None:
    docs = [SearchDoc(f"{n}.html", f"Name {n}", "Laji", answers=n < 2) for n in range(LISTED + 1)]
    place = here(graph, Edition.STAFF, "en")
    assert len(h("main", all_pages(place, docs)).findall("ul/li")) == 2
    assert len(h("main", all_pages(place, docs[:-1])).findall("ul/li")) == LISTED


def test_the_list_of_no_pages_is_empty(graph: lg.ServiceGraph) -> None:
    assert list(texts_of(listed(graph, "fi", []), "ul/li")) == []


def test_the_field_works_without_a_script_and_names_itself(graph: lg.ServiceGraph) -> None:
    form = search_form(here(graph, Edition.CUSTOMER, "fi", "guide"), id_="x")
    assert (form.get("action"), form.get("method"), form.get("role")) == (
        "search.html",
        "get",
        "search",
    )
    field, label = form.find("div/input"), form.find("label")
    assert field is not None and label is not None
    assert (field.get("name"), field.get("type"), field.get("id")) == ("q", "search", "x")
    assert label.get("for") == "x"
    assert "{n}" in form.get("data-found", "")
    assert "style" not in document(form, indented=False)


def test_what_is_said_of_hits_tells_its_language_where_it_is_another(
    graph: lg.ServiceGraph,
) -> None:
    settings = SETTINGS.model_copy(update={"languages": lg.Languages(required=("cy", "en"))})
    form = search_form(here(graph.under(settings), Edition.STAFF, "cy", "guide"))
    assert [(one.get("role"), one.get("lang")) for one in form.iter("p")] == [("status", "en")]


@pytest.mark.parametrize(
    ("edition", "lang", "stem", "needs", "root"),
    [
        (Edition.CUSTOMER, "fi", "index", "assets/minisearch.js fi/texts.js", "fi/"),
        (Edition.CUSTOMER, "fi", "guide", "../assets/minisearch.js texts.js", ""),
        (Edition.STAFF, "fi", "index", "../assets/minisearch.js fi/texts.js", "fi/"),
        (Edition.STAFF, "en", "index", "../../assets/minisearch.js texts.js", ""),
    ],
)
def test_the_script_finds_its_files_from_every_page(
    graph: lg.ServiceGraph, edition: Edition, lang: str, stem: str, needs: str, root: str
) -> None:
    loader = search_loader(here(graph, edition, lang, stem))
    assert (loader.get("data-needs"), loader.get("data-root")) == (needs, root)
    assert loader.get("src") == needs.split(maxsplit=1)[0].replace("minisearch", "search")
