"""What is exported comes back whole: from each format, in any order, with all that is private."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize
from rdf_network import BASE, river
from running import lumme

import lumme_graph as lg
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.settings import CoverageSettings, Publisher, Settings, SiteSettings
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.forms import Scope
from lumme_graph.rdf.import_rdf import import_parsed
from lumme_graph.rdf.read.formats import READABLE
from lumme_graph.rdf.read.imported import ImportedModel
from lumme_graph.rdf.read.parsed import parse_bytes
from lumme_graph.rdf.shape import Shape
from lumme_graph.rdf.terms import named
from lumme_graph.rdf.write import rdf_bytes

SOUND = [
    Path("models/lumme"),
    *(one for one in sorted(Path("tests/models").iterdir()) if one.name != "faulty"),
]
FORMS = ["turtle", "ntriples", "trig", "rdfxml", "jsonld"]
ALL = Scope(private=True)
NETWORK = river()


def imported(data: bytes, form: str = "nquads", model: str | None = None) -> ImportedModel:
    return import_parsed(parse_bytes(data, form), model=model)


def quads_of(data: bytes, form: str) -> list[Quad]:
    return list(parse(data, format=RdfFormat.from_extension(READABLE[form][0])))


def as_quads(quads: list[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def shuffled(data: bytes, form: str, seed: int) -> bytes:
    """The same statements in another order, as N-Quads, which hold graphs too."""
    quads = quads_of(data, form)
    random.Random(seed).shuffle(quads)  # noqa: S311 - an order, no secret
    return as_quads(quads)


def public(element: KeptElement) -> KeptElement:
    return element.replace(note=None, suppress=())


def said(graph: ServiceGraph, *more: Triple, without: tuple[str, ...] = ()) -> bytes:
    """The statements of a graph with some more, and without those under some properties."""
    left_out = {named(term) for term in without}
    quads = quads_of(rdf_bytes(graph, "ntriples", ALL), "ntriples")
    kept = [quad for quad in quads if quad.predicate not in left_out]
    return as_quads([*kept, *(Quad(t.subject, t.predicate, t.object) for t in more)])


def triple(id_: str, term: str, value: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(BASE + id_), named(term), value)


@pytest.mark.parametrize("folder", SOUND, ids=lambda folder: folder.name)
@pytest.mark.parametrize("form", FORMS)
def test_a_model_comes_back_from_each_format(folder: Path, form: str) -> None:
    graph, _ = lg.read(folder)
    data = rdf_bytes(graph, form, ALL)
    back = imported(data, form)
    assert back.graph.settings == graph.settings
    assert list(back.graph) == list(graph)
    assert rdf_bytes(back.graph, form, ALL) == data
    assert (back.left, back.notes, back.differing) == ((), (), 0)


@pytest.mark.parametrize("folder", SOUND, ids=lambda folder: folder.name)
def test_without_what_is_private_it_comes_back_but_for_notes(folder: Path) -> None:
    graph, _ = lg.read(folder)
    data = rdf_bytes(graph, "trig", Scope(by_file=True))
    back = imported(shuffled(data, "trig", 1))
    assert list(back.graph) == [public(element) for element in graph]
    assert (back.graph.settings, back.left, back.differing) == (graph.settings, (), 0)


def any_settings(networks: list[lg.Organisation], ids: list[str]) -> st.SearchStrategy[Settings]:
    """Settings with what a catalogue says, how the site looks, and bundles of items."""
    addresses = st.sampled_from(strategies.ADDRESSES)
    publishers = st.builds(Publisher, name=strategies.texts(), url=st.none() | addresses)
    sites = st.builds(
        SiteSettings,
        name=st.none() | strategies.texts(),
        index=st.booleans(),
    )
    more = st.fixed_dictionaries(
        {},
        optional={
            "publisher": publishers,
            "license": addresses,
            "modified": st.dates(),
            "site": sites,
            "theme": st.builds(lg.Theme, brand=st.sampled_from([None, "#ffd400"])),
            "country": st.sampled_from([("GB",), ("FR", "DE"), ("DE", "FR")]),
            "ignore": st.sampled_from([("*.docx",), ("old files/", "a%20b", "*.docx")]),
            "checks": st.sampled_from([("our_checks",), ("rules.b:c", "rules.a")]),
            "questions": st.sampled_from([("our_questions:WANTED",)]),
        },
    )
    bundles = st.lists(
        st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True), max_size=3
    )

    def made(plain: Settings, changes: dict[str, object], found: list[list[str]]) -> Settings:
        covered: CoverageSettings = plain.coverage.replace(bundles=found)
        return plain.replace(coverage=covered, **changes)

    return st.builds(made, strategies.settings(networks), more, bundles)


@strategies.costly(3)
@given(st.data(), st.sampled_from(FORMS), st.booleans(), st.integers(0, 99))
def test_any_model_comes_back_from_any_order(
    data: st.DataObject, form: str, private: bool, seed: int
) -> None:
    elements = data.draw(strategies.models())
    networks = [one for one in elements if isinstance(one, lg.Organisation)]
    asked = any_settings(networks, [element.id for element in elements])
    graph = ServiceGraph(elements, data.draw(asked))
    scope = Scope(private=private)
    written = rdf_bytes(graph, form, scope)
    back = imported(shuffled(written, form, seed))
    assert back.graph.settings == graph.settings
    assert list(back.graph) == [one if private else public(one) for one in graph]
    assert rdf_bytes(back.graph, form, scope) == written
    assert (back.left, back.notes, back.differing) == ((), (), 0)


def test_what_a_store_gives_back_is_the_model() -> None:
    graph = lg.load("tests/models/lakes")
    store = Store()
    store.bulk_load(rdf_bytes(graph, "trig", ALL), format=RdfFormat.TRIG)
    dumped = store.dump(format=RdfFormat.N_QUADS) or b""
    back = imported(dumped)
    assert (list(back.graph), back.left, back.differing) == (list(graph), (), 0)


def test_the_stated_graph_alone_is_the_model_and_nothing_is_compared() -> None:
    graph = lg.load("tests/models/lakes")
    whole = quads_of(rdf_bytes(graph, "trig", ALL), "trig")
    derived = NamedNode(f"{graph.settings.base}graph/derived")
    back = imported(as_quads([quad for quad in whole if quad.graph_name != derived]))
    assert (list(back.graph), back.left, back.differing) == (list(graph), (), None)


def test_the_folder_that_is_written_says_the_same(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("a.nt", "b.nt", "c.nt"))
    assert lumme("export", "models/lumme", "-o", first, "--private").code == 0
    lines = first.read_text("utf-8").splitlines(keepends=True)
    random.Random(13).shuffle(lines)  # noqa: S311 - an order, no secret
    second.write_text("".join(lines), "utf-8")
    done = lumme("import", second, "-o", tmp_path / "m")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[0].endswith("b.nt")
    assert lumme("export", tmp_path / "m", "-o", third, "--private").code == 0
    assert third.read_bytes() == first.read_bytes()


def test_journeys_keep_their_order_in_a_folder(tmp_path: Path) -> None:
    paths = [lg.Path(id=f"path-{word}", name=lg.Text(en=word)) for word in ("b", "a-b", "a", "c")]
    graph = ServiceGraph(paths, lg.Settings(as_of=date(2026, 8, 22)))
    imported(rdf_bytes(graph, "ntriples"), "ntriples").save(tmp_path / "m")
    assert [path.id for path in lg.load(tmp_path / "m").all(lg.Path)] == [one.id for one in paths]


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    file.write_bytes(rdf_bytes(NETWORK, "ntriples"))
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "mine.txt").write_text("mine")
    done = lumme("import", file, "-o", tmp_path / "m")
    assert done.code == 2
    assert "not empty (mine.txt)" in done.err
    assert [path.name for path in (tmp_path / "m").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("--language sv", "--language"),
        ("--name River", "--name"),
        ("--as-of 2026-01-01", "--as-of"),
        ("--base https://example.org/", "--base"),
        ("--base https://example.org/ --name River", "--name, --base"),
    ],
)
def test_what_a_model_says_itself_cannot_be_given(tmp_path: Path, words: str, options: str) -> None:
    file = tmp_path / "a.nt"
    file.write_bytes(rdf_bytes(NETWORK, "ntriples"))
    done = lumme("import", file, "-o", tmp_path / "m", *words.split())
    assert (done.code, done.out, (tmp_path / "m").exists()) == (2, "", False)
    assert f"which says this itself; leave {options} away, and change it in model.yaml" in done.err


def test_a_model_in_error_is_written_and_said_to_be_one(tmp_path: Path) -> None:
    file, folder = tmp_path / "a.nt", tmp_path / "m"
    lakes = lg.load("tests/models/lakes")
    lines = rdf_bytes(lakes, "ntriples", ALL).decode().splitlines()
    at = next(place for place, line in enumerate(lines) if "ns#viaTouchpoint> <" in line)
    lines[at] = f"{lines[at].rpartition(' <')[0]} <{lakes.settings.base}touchpoint-lost> ."
    file.write_text("\n".join(lines), "utf-8")
    done = lumme("import", file, "-o", folder)
    assert done.code == 1
    assert done.err.splitlines()[-2:] == [
        str(folder),
        f"the model has 1 error: lumme check {folder} says where",
    ]
    checked = lumme("check", folder)
    assert (checked.code, checked.out.count("no touchpoint-lost in the model")) == (1, 1)


def test_what_has_no_place_in_a_model_is_listed_with_count_and_example(tmp_path: Path) -> None:
    other = NamedNode("https://example.org/other")
    data = said(
        NETWORK,
        triple("service-loan", "schema:keywords", Literal("a", language="fi")),
        triple("service-loan", "foaf:homepage", other),
        triple("touchpoint-desk", "foaf:homepage", other),
        Triple(other, named("dct:title"), Literal("Other")),
        triple("service-loan", "rdf:type", NamedNode("https://example.org/Class")),
    )
    back = imported(data)
    assert {(row.field, row.times, row.example) for row in back.left} == {
        ("http://xmlns.com/foaf/0.1/homepage", 2, f"{BASE}service-loan"),
        ("http://purl.org/dc/terms/title", 1, "https://example.org/other"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", 1, f"{BASE}service-loan"),
    }
    assert back.differing == 0
    assert back.graph[lg.Service, "service-loan"].search_words == {"fi": "a"}
    file = tmp_path / "a.nq"
    file.write_bytes(data)
    done = lumme("import", file, "-o", tmp_path / "m")
    assert "4 statements were not taken" in done.err
    assert "http://xmlns.com/foaf/0.1/homepage" in done.out


def test_two_values_where_one_belongs_are_named_with_subject_property_and_line() -> None:
    lines = rdf_bytes(NETWORK, "ntriples").decode().splitlines()
    at = next(
        i
        for i, line in enumerate(lines)
        if "service-loan> <http://purl.org/dc/terms/title>" in line
    )
    lines.append(f'<{BASE}service-loan> <http://purl.org/dc/terms/title> "Another"@en .')
    with pytest.raises(lg.RdfError) as caught:
        imported("\n".join(lines).encode(), "ntriples")
    assert str(caught.value).startswith(
        f"the input:{at + 1}:1: {BASE}service-loan dct:title: there are two texts in en"
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("service-loan", "lg:serviceClass", Literal("P25.1")), "serviceClass: there are two"),
        (("touchpoint-desk", "dct:type", Literal("desk")), "dct:type: "),
        (("branch-alder", "lg:asOf", Literal("2026-13-45", datatype=named("xsd:date"))), "lg:asOf"),
        (("service-loan", "cv:hasChannel", NamedNode("https://a.example/b")), "cv:hasChannel: "),
        (("service-loan", "lg:fact", NamedNode(f"{BASE}lost")), "nothing is said of the part"),
        (("service-loan", "dct:identifier", Literal("x")), "dct:identifier"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_with_its_property(
    more: tuple[str, str, NamedNode | Literal], words: str
) -> None:
    base = said(NETWORK, triple("service-loan", "lg:serviceClass", Literal("P25")))
    added = as_quads([Quad(t.subject, t.predicate, t.object) for t in [triple(*more)]])
    with pytest.raises(lg.RdfError, match=words):
        imported(base + added)


def test_derived_statements_that_do_not_follow_are_counted() -> None:
    fingerprint = "lg:currentFingerprint"
    without = said(NETWORK, without=(fingerprint,))
    missing = rdf_bytes(NETWORK, "ntriples").decode().count('currentFingerprint> "')
    assert imported(without).differing == missing
    more = said(NETWORK, triple("service-loan", fingerprint, Literal("2:0000000000000000")))
    assert imported(more).differing == 1


def test_a_broken_order_is_said_and_the_rest_stands_by_id() -> None:
    services = [lg.Source(id=f"source-{word}", citation=word) for word in ("d", "c", "b", "a")]
    graph = ServiceGraph(services, lg.Settings(as_of=date(2026, 8, 22)))
    data = rdf_bytes(graph, "ntriples").decode()
    base = graph.settings.base
    cut = data.replace(f"ns#listedAfter> <{base}source-c>", f"ns#listedAfter> <{base}source-lost>")
    back = imported(cut.encode(), "ntriples")
    assert [one.id for one in back.graph] == ["source-d", "source-c", "source-a", "source-b"]
    assert [lg.Speaker("en")(note).words for note in back.notes] == [
        "sources: the order is broken; 2 stand by their ids"
    ]
    ring = data.replace(f"ns#listedAfter> <{base}source-d>", f"ns#listedAfter> <{base}source-a>")
    assert [one.id for one in imported(ring.encode(), "ntriples").graph] == [
        "source-d", "source-a", "source-b", "source-c",
    ]  # fmt: skip


def test_without_a_stated_order_steps_stand_by_their_places() -> None:
    graph = lg.load("models/lumme")
    wanted = [step.id for step in graph[lg.Path, "path-hold"].steps]
    assert wanted != sorted(wanted)
    back = imported(said(graph, without=("lg:order",)))
    assert [step.id for step in back.graph[lg.Path, "path-hold"].steps] == wanted


def test_an_address_that_no_key_makes_becomes_an_id() -> None:
    data = said(NETWORK).decode()
    key = next(
        record.local_name(NETWORK.settings.languages.all)
        for record in NETWORK[lg.Service, "service-loan"].offered
    )
    old = f"{BASE}service-loan/offered/{key}"
    back = imported(data.replace(old, f"{BASE}service-loan/offered/again").encode())
    assert back.graph[lg.Service, "service-loan"].offered[0].id in {None, "again"}
    assert "again" in {one.id for one in back.graph[lg.Service, "service-loan"].offered}


def test_of_two_models_one_must_be_chosen() -> None:
    lakes, clwyd = (lg.load(f"tests/models/{name}") for name in ("lakes", "clwyd"))
    assert lakes.settings.base != clwyd.settings.base
    both = b"".join(shuffled(rdf_bytes(graph, "trig", ALL), "trig", 1) for graph in (lakes, clwyd))
    with pytest.raises(lg.RdfError, match="say which with --model"):
        imported(both)
    with pytest.raises(lg.RdfError, match=f"did you mean {clwyd.settings.base}"):
        imported(both, model=clwyd.settings.base[:-1])
    for graph in (lakes, clwyd):
        back = imported(both, model=graph.settings.base)
        assert (list(back.graph), back.left, back.differing) == (list(graph), (), 0)


def test_a_tag_comes_back_as_the_model_or_the_standard_spells_it() -> None:
    words = {"sr-Latn": "a", "pt-BR": "b", "zh-Hant-TW": "c"}
    desk = lg.Touchpoint(
        id="touchpoint-desk", name=lg.Text(words), channel=lg.ChannelType.SERVICE_LOCATION
    )
    spoken = lg.Settings(as_of=date(2026, 8, 22), languages=lg.Languages(required=("sr-Latn",)))
    written = rdf_bytes(ServiceGraph([desk], spoken), "ntriples").lower()
    assert b"@sr-latn" in written
    back = imported(rdf_bytes(ServiceGraph([desk], spoken), "ntriples"), "ntriples")
    assert dict(back.graph[lg.Touchpoint, "touchpoint-desk"].name) == words


def test_every_shape_of_a_field_is_used_and_comes_back() -> None:
    from lumme_graph.meta.spec import specs
    from lumme_graph.rdf.declared import classes
    from lumme_graph.rdf.shape import shape_of

    used = {shape_of(spec) for cls in classes() for spec in specs(cls)}
    assert used == set(Shape)
