"""Schemes of concepts of others as profiles, subjects or a table; and any RDF as a sound model."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import foreign_samples
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from saying import words_of

import lumme_graph as lg
from lumme_graph.rdf.foreign.read import AS, read_codes, read_foreign
from lumme_graph.rdf.read.parsed import parse_bytes

DAY = date(2026, 8, 22)
AUDIENCES = parse_bytes(foreign_samples.AUDIENCES.encode(), "turtle", "utenti.ttl")
TOPICS = parse_bytes(foreign_samples.TOPICS.encode(), "turtle", "teemad.ttl")
NO_PLACE = "the model has no place for it"
OUTDATED = "the file marks it as out of use"
COLLECTION = "nothing is made of this class: skos:Collection"
NAMELESS = "it has no name in the file"


def left(rows: tuple[lg.LeftOver, ...]) -> dict[tuple[str, str], int]:
    return {(row.field, words_of(row.why)): row.times for row in rows}


def test_a_scheme_as_profiles() -> None:
    graph = read_foreign(AUDIENCES, concepts="profile").graph
    profiles = {profile.id: profile for profile in graph.all(lg.Profile)}
    assert list(profiles) == ["profile-studenti", "profile-u1", "profile-u1-1"]
    families = profiles["profile-u1"]
    assert families.name == {"it": "Famiglie", "en": "Families"}
    assert families.life_situation == {"it": "Genitori con bambini sotto i dieci anni."}
    assert families.note == "https://biblioteca.example/utenti/famiglie\nit: Anche i nonni."
    assert families.target_groups == ("KR1.2", "https://biblioteca.example/altri/adulti")
    assert (families.relation, families.status) == (lg.Relation.USER, lg.ProfileStatus.DRAFT)
    assert (families.standing, families.sources) == (lg.Standing.SOURCED, ("source-utenti",))
    assert profiles["profile-u1-1"].life_situation == {"it": "Fino a due anni."}
    assert profiles["profile-studenti"].name == {"it": "Studenti"}
    settings = graph.settings
    assert settings.name == {"it": "Gruppi di utenti"}
    assert (settings.as_of, settings.languages.required) == (date(2026, 2, 10), ("it",))
    assert [one.code for one in lg.check(graph) if one.severity == "error"] == []


def test_hierarchy_collections_and_other_names_are_listed() -> None:
    imported = read_foreign(AUDIENCES, concepts="profile")
    assert left(imported.left) == {
        ("skos:altLabel", NO_PLACE): 2,
        ("skos:broader", NO_PLACE): 1,
        ("skos:narrower", NO_PLACE): 1,
        ("skos:related", NO_PLACE): 1,
        ("skos:exactMatch", NO_PLACE): 1,
        ("skos:member", COLLECTION): 2,
        ("skos:prefLabel", COLLECTION): 1,
        ("rdf:type", COLLECTION): 1,
        ("owl:deprecated", OUTDATED): 1,
        ("skos:prefLabel", OUTDATED): 1,
        ("skos:inScheme", OUTDATED): 1,
        ("rdf:type", OUTDATED): 1,
        ("skos:inScheme", NAMELESS): 1,
        ("rdf:type", NAMELESS): 1,
    }


def test_that_a_scheme_does_not_say_what_a_group_is_to_the_library_is_said() -> None:
    (note,) = read_foreign(AUDIENCES, concepts="profile").notes
    assert words_of(note).startswith("the types of 3 things are not said, or not known here,")


def test_concepts_as_subjects() -> None:
    imported = read_foreign(TOPICS, concepts="subject", language="et", as_of=DAY)
    reading, writing = imported.graph.all(lg.Subject)
    assert (reading.id, writing.id) == ("subject-1", "subject-2")
    assert reading.name == {"et": "lugemine", "en": "reading"}
    assert reading.match == ("http://www.yso.fi/onto/yso/p11406", "https://teemad.example/teema/1")
    assert reading.note == "et: Teksti mõistmine."
    assert writing.name == {"et": "kirjutamine"}
    assert writing.match == ("https://teemad.example/teema/2",)
    assert left(imported.left) == {("skos:broadMatch", NO_PLACE): 1}
    assert [words_of(note) for note in imported.notes] == [
        "1 text without a language was taken as et: kirjutamine"
    ]
    assert [one.code for one in lg.check(imported.graph) if one.severity == "error"] == []


def test_a_scheme_as_a_table_of_codes() -> None:
    imported = read_codes(AUDIENCES)
    own = "https://biblioteca.example/utenti/"
    assert imported.heads == ("list", "uri", "code", "broader", "label_en", "label_it")
    assert imported.rows == [
        ("utenti", f"{own}studenti", "studenti", "", "", "Studenti"),
        ("utenti", f"{own}famiglie", "U1", "", "Families", "Famiglie"),
        ("utenti", f"{own}neonati", "U1.1", "U1", "", "Neonati"),
    ]
    found = left(imported.left)
    assert found["skos:altLabel", "the table has no column for it"] == 2
    assert not {"skos:broader", "skos:topConceptOf"} & {row.field for row in imported.left}


TWO_SCHEMES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://a.example/> .
:ages a skos:ConceptScheme ; skos:prefLabel "Ages"@en ; skos:hasTopConcept :young .
:jobs a skos:ConceptScheme ; skos:prefLabel "Jobs"@en .
:young a skos:Concept ; skos:prefLabel "Young"@en .
:old a skos:Concept ; skos:prefLabel "Old"@en ; skos:inScheme :ages .
:cook a skos:Concept ; skos:prefLabel "Cook"@en ; skos:inScheme :jobs .
"""


def test_one_of_several_schemes_is_read_where_it_is_named() -> None:
    parsed = parse_bytes(TWO_SCHEMES.encode(), "turtle", "a.ttl")
    ages = "https://a.example/ages"
    imported = read_foreign(parsed, concepts="profile", as_of=DAY, scheme=ages)
    assert [one.id for one in imported.graph.all(lg.Profile)] == ["profile-old", "profile-young"]
    assert imported.graph.settings.name == {"en": "Ages"}
    other = "it is of another scheme"
    scheme = "nothing is made of this class: skos:ConceptScheme"
    assert left(imported.left) == {
        ("rdf:type", other): 1,
        ("skos:prefLabel", other): 1,
        ("skos:inScheme", other): 1,
        ("rdf:type", scheme): 1,
        ("skos:prefLabel", scheme): 1,
    }
    assert [row[2] for row in read_codes(parsed, scheme=ages).rows] == ["old", "young"]
    with pytest.raises(lg.RdfError, match=r"holds no scheme x; it holds https://a\.example/ages,"):
        read_codes(parsed, scheme="x")


def test_of_several_schemes_one_must_be_chosen() -> None:
    parsed = parse_bytes(TWO_SCHEMES.encode(), "turtle", "a.ttl")
    said = (
        r"a\.ttl: there are several schemes \(https://a\.example/ages, https://a\.example/jobs\); "
        "say which with --model"
    )
    for as_ in AS:
        with pytest.raises(lg.RdfError, match=said):
            read_foreign(parsed, concepts=as_, as_of=DAY)
    with pytest.raises(lg.RdfError, match=said):
        read_codes(parsed)


def test_a_scheme_without_a_class_can_be_chosen_too() -> None:
    untyped = TWO_SCHEMES.replace(" a skos:ConceptScheme ;", "")
    parsed = parse_bytes(untyped.encode(), "turtle", "a.ttl")
    rows = read_codes(parsed, scheme="https://a.example/jobs").rows
    assert [row[2] for row in rows] == ["cook"]


def test_two_schemes_with_the_same_last_word_are_two_lists() -> None:
    parsed = parse_bytes(
        b"""
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <https://a.example/1> a skos:Concept ; skos:prefLabel "One"@en ;
            skos:inScheme <https://b.example/groups> .
        <https://a.example/2> a skos:Concept ; skos:prefLabel "Two"@en ;
            skos:inScheme <https://b.example/groups> , <https://a.example/groups> .
        """,
        "turtle",
    )
    own, other = "https://b.example/groups", "https://a.example/groups"
    assert [row[0] for row in read_codes(parsed, scheme=own).rows] == [
        "groups-2",
        "groups groups-2",
    ]
    assert [row[0] for row in read_codes(parsed, scheme=other).rows] == ["groups groups-2"]


def test_a_scheme_of_a_model_of_ours_can_be_taken_by_itself(tmp_path: Path) -> None:
    """What another network calls its groups of customers, as the start of one's own."""
    lumme = lg.load(Path(__file__).parents[1] / "models" / "lumme")
    lg.write_rdf(lumme, tmp_path / "lumme.nt")
    imported = lg.import_rdf(
        tmp_path / "lumme.nt",
        concepts="profile",
        language="fi",
        model=f"{lumme.settings.base}profiles",
    )
    names = {one.id: dict(one.name) for one in lumme.all(lg.Profile)}
    assert {one.id: dict(one.name) for one in imported.graph.all(lg.Profile)} == names


CPSV = "http://purl.org/vocab/cpsv#"
CV = "http://data.europa.eu/m8g/"
DCT = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TIME = "http://www.w3.org/2006/time#"
ADMS = "http://www.w3.org/ns/adms#"
DCAT = "http://www.w3.org/ns/dcat#"
A = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
FITTING = {
    f"{CPSV}PublicService": f"{CV}hasChannel {CV}hasCompetentAuthority {CPSV}follows {DCT}subject",
    f"{CPSV}Rule": f"{DCT}description",
    f"{CV}Channel": f"{CV}ownedBy {DCT}type {DCT}identifier",
    f"{CV}PublicEvent": f"{CV}parentEvent {TIME}hasTime {DCT}spatial {CV}audience",
    f"{CV}PublicOrganisation": (
        f"{ORG}memberOf {ORG}hasMembership {ORG}classification {ORG}hasSite {DCT}spatial "
        f"{CV}contactPoint {ADMS}identifier"
    ),
    f"{CV}ContactPoint": f"{CV}email {CV}telephone {CV}contactPage",
    f"{ORG}Membership": f"{ORG}organization {ORG}memberDuring",
    f"{ORG}Site": f"{ORG}siteOf {ORG}siteAddress {DCT}type https://schema.org/latitude",
    f"{DCT}Location": f"{SKOS}notation {SKOS}exactMatch",
    f"{SKOS}Concept": (
        f"{SKOS}definition {SKOS}scopeNote {SKOS}broader {SKOS}broadMatch {SKOS}exactMatch"
    ),
    f"{TIME}Interval": f"{TIME}hasBeginning {TIME}hasEnd {TIME}inXSDDate",
}
"""What is said of the things of each class."""

CLASSES = list(map(NamedNode, FITTING))
PROPERTIES = [
    NamedNode(one)
    for fitting in (*FITTING.values(), f"{DCT}title {DCT}description {DCAT}keyword")
    for one in fitting.split()
]
WORDS = st.one_of(
    st.sampled_from(
        ["2026-02-30", "2026-06-01", "12", "network", "library", "main", "+358 40 1234567"]
    ),
    st.sampled_from(["kari.nordmann@example.org", "Ring 040 123 4567", "=1+1", "null", "no"]),
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12),
)
TAGS = st.sampled_from(["fi", "en-gb", "EN-GB", "x-own", "de-1996-abcdefgh", "zh-hant"])
THINGS: list[NamedNode | BlankNode] = [
    *(NamedNode(f"https://a.example/{name}") for name in ("1", "2#id", "", "ä/b/", "network")),
    NamedNode("https://b.example/1"),
    NamedNode("urn:a"),
    *map(BlankNode, ("x", "y", "z")),
]


def tagged(words: str, tag: str) -> Literal:
    return Literal(words, language=tag)


VALUES: st.SearchStrategy[NamedNode | BlankNode | Literal] = st.one_of(
    st.sampled_from(THINGS),
    st.sampled_from(THINGS),
    st.builds(Literal, WORDS),
    st.builds(tagged, WORDS, TAGS),
)


@st.composite
def soup(draw: st.DrawFn) -> list[Triple]:
    """Things of some classes, most of them with a name, that say anything of each other."""
    triples: list[Triple] = []
    for thing in THINGS:
        of = draw(st.lists(st.sampled_from(CLASSES), min_size=1, max_size=2))
        triples += [Triple(thing, A, one) for one in of]
        fitting = [NamedNode(one) for cls in of for one in FITTING[cls.value].split()]
        if draw(st.integers(0, 5)):
            words = Literal(draw(WORDS), language="fi")
            triples.append(Triple(thing, NamedNode(f"{SKOS}prefLabel"), words))
        properties = st.sampled_from([*fitting, *fitting, *PROPERTIES])
        for property_ in draw(st.lists(properties, max_size=12)):
            triples.append(Triple(thing, property_, draw(VALUES)))
    return triples


def lines(triples: Iterable[Triple]) -> bytes:
    return b"".join(f"{one} .\n".encode() for one in triples)


@given(triples=soup(), as_=st.sampled_from([None, *AS]))
def test_any_rdf_is_refused_in_words_or_becomes_a_sound_model(
    triples: list[Triple], as_: str | None
) -> None:
    """Whatever is said of whatever: what is made of it passes the checks, and is read back equal."""
    parsed = parse_bytes(lines(triples), "ntriples", "soup.nt")
    try:
        imported = read_foreign(parsed, concepts=as_, language="fi", as_of=DAY)
    except lg.RdfError:
        return
    graph = imported.graph
    assert [
        str(one.place) + one.message() for one in lg.check(graph) if one.severity == "error"
    ] == []
    with TemporaryDirectory() as above:
        imported.save(Path(above) / "model")
        again = lg.load(Path(above) / "model")
    assert list(again) == list(graph)
    assert again.settings == graph.settings


@given(triples=soup())
def test_each_statement_of_any_concepts_is_counted_once(triples: list[Triple]) -> None:
    """A table takes each of them or lists it; none is listed twice."""
    said = {*triples, Triple(THINGS[0], A, NamedNode(f"{SKOS}Concept"))}
    imported = read_codes(parse_bytes(lines(said), "ntriples", "soup.nt"), language="fi")
    assert sum(row.times for row in imported.left) <= len(said)
    assert all(len(row) == len(imported.heads) for row in imported.rows)


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        ("", {}, "a.ttl: it says nothing: there is no statement in it"),
        ("<urn:a> <urn:b> 1 .", {}, "a.ttl: no subject in it is an lg:Model, a public service,"),
        (
            foreign_samples.TOPICS,
            {},
            "a.ttl: it holds concepts (2) and no public services; say what they are: --as profile, ",
        ),
        (
            foreign_samples.GREEK,
            {"concepts": "profile"},
            "a.ttl: it holds no concept (skos:Concept); leave --as profile away",
        ),
        (
            foreign_samples.TOPICS,
            {"concepts": "subject", "language": "et"},
            "a.ttl: it says no day of itself; add its day: --as-of 2026-08-22",
        ),
        (
            foreign_samples.TOPICS,
            {"concepts": "codes"},
            "concepts become profile or subject, not codes; of codes a table is made",
        ),
        (
            foreign_samples.GREEK,
            {"language": "greek!"},
            "greek! is not a language tag, such as et or nb; mend --language",
        ),
        (
            foreign_samples.GREEK,
            {"base": "greek"},
            "greek is no base: write an http or https address that ends in / or #",
        ),
        (
            "<urn:a> a <http://purl.org/vocab/cpsv#PublicService> .",
            {},
            "a.ttl: no name in it says its language; add it: --language et",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    text: str, options: dict[str, str], said: str
) -> None:
    parsed = parse_bytes(text.encode(), "turtle", "a.ttl")
    with pytest.raises(lg.RdfError) as refused:
        read_foreign(parsed, **options)  # type: ignore[arg-type]
    assert str(refused.value).startswith(said)
