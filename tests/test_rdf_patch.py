"""What differs between two models makes one of the other, in our hands and in other people's."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import rdflib
import strategies
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, parse
from rdf_network import BASE
from rdf_pushed import SOUND, exported, in_graphs, network
from rdf_strategies import graphs
from running import lumme
from tiny_store import tiny_store

import lumme_graph as lg
from lumme_graph.rdf.forms import Scope
from lumme_graph.rdf.write import rdf_bytes

ROW = re.compile(r"H id <urn:uuid:[0-9a-f-]{36}> \.|TX \.|TC \.|[AD] <[^>]*> <[^>]*> .* <[^>]*> \.")


def quads_of(graph: lg.ServiceGraph, *, private: bool = True) -> set[Quad]:
    text = rdf_bytes(graph, "trig", Scope(private=private))
    return set(parse(text, format=RdfFormat.TRIG))


def applied(patch: str, quads: set[Quad]) -> set[Quad]:
    """The quads after a patch, of which each row must do something."""
    assert all(ROW.fullmatch(row) for row in patch.splitlines())
    for row in patch.splitlines():
        sign, _, line = row.partition(" ")
        if sign in {"A", "D"}:
            (quad,) = parse(f"{line}\n", format=RdfFormat.N_QUADS)
            assert (quad in quads) == (sign == "D")
            quads ^= {quad}
    return quads


def test_what_differs_by_hand() -> None:
    """A title in two languages: stated on the touchpoint alone, and no label follows from it."""
    desk = {"id": "touchpoint-desk", "channel": "service-location"}
    before = network([{**desk, "name": {"fi": "Tiski", "en": "Desk"}}])
    after = network([{**desk, "name": {"fi": "Tiski", "en": "Counter"}}])
    head, start, *rows, end = lg.rdf_patch(before, after).splitlines()
    stated, title = f"<{BASE}graph/stated>", "<http://purl.org/dc/terms/title>"
    node = f"<{BASE}touchpoint-desk>"
    assert re.fullmatch(r"H id <urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-.{4}-.{12}> \.", head)
    assert (start, end) == ("TX .", "TC .")
    ours = [row for row in rows if "currentFingerprint" not in row]
    assert ours == [
        f'D {node} {title} "Desk"@en {stated} .',
        f'A {node} {title} "Counter"@en {stated} .',
    ]
    assert len(rows) - len(ours) == 2  # the fingerprint of its content, which is derived


def test_between_equal_models_there_is_nothing() -> None:
    head, *rest = lg.rdf_patch(network(), network(), private=True).splitlines()
    assert head.startswith("H id ")
    assert rest == ["TX .", "TC ."]


def test_what_is_private_is_told_only_where_it_is_asked_for() -> None:
    noted = network({**e, "note": "secret"} if e["id"] == "idea-cart" else e for e in SOUND)
    assert "secret" not in lg.rdf_patch(network(), noted)
    (row,) = (r for r in lg.rdf_patch(network(), noted, private=True).splitlines() if "secret" in r)
    assert row.startswith(f"A <{BASE}idea-cart> ")
    assert row.endswith(f'"secret" <{BASE}graph/private> .')


@strategies.costly(3)
@given(graphs(), graphs())
def test_a_patch_makes_any_model_of_any_other(old: lg.ServiceGraph, new: lg.ServiceGraph) -> None:
    patch = lg.rdf_patch(old, new, private=True)
    assert applied(patch, quads_of(old)) == quads_of(new)
    assert patch == lg.rdf_patch(old, new, private=True)
    assert applied(lg.rdf_patch(new, old, private=True), quads_of(new)) == quads_of(old)


def test_a_patch_of_two_bases_takes_one_away_and_adds_the_other() -> None:
    lake = network(base="https://example.org/lake/")
    patch = lg.rdf_patch(network(), lake)
    assert applied(patch, quads_of(network(), private=False)) == quads_of(lake, private=False)


Edit = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]
_AT = st.integers(0, len(SOUND) - 1)
_WORDS = st.sampled_from(["Ö", "a 'b' \"c\" \\", "<p> .", "ŵ\n\r\t$", "\U0001f4da", "1", "…"])
_FREE = [n for n, each in enumerate(SOUND) if "name" in each]
_LATER = ["idea-cart", "claim-half", "group-school", "action-shelves"]
"""Nothing refers to these."""


def _named(at: int, words: str) -> Edit:
    def edit(data: list[dict[str, Any]]) -> list[dict[str, Any]]:
        data[at]["name"] = {"fi": words, "en": "New"}
        return data

    return edit


def _noted(at: int, words: str) -> Edit:
    def edit(data: list[dict[str, Any]]) -> list[dict[str, Any]]:
        data[at]["note"] = words
        return data

    return edit


def _moved(at: int, to: int) -> Edit:
    def edit(data: list[dict[str, Any]]) -> list[dict[str, Any]]:
        data.insert(to, data.pop(at))
        return data

    return edit


_EDITS = st.lists(
    st.one_of(
        st.builds(_named, st.sampled_from(_FREE), _WORDS),
        st.builds(_noted, _AT, _WORDS),
        st.builds(_moved, _AT, _AT),
    ),
    max_size=4,
)


@st.composite
def edited(draw: st.DrawFn) -> lg.ServiceGraph:
    """The network on the river with names, notes and the order of elements changed."""
    data = deepcopy(SOUND)
    for edit in draw(_EDITS):
        data = edit(data)
    gone = draw(st.sets(st.sampled_from(_LATER)))
    day = draw(st.sampled_from(["2026-08-22", "2020-01-01"]))
    return network((each for each in data if each["id"] not in gone), as_of=day)


@strategies.costly(6)
@given(edited(), edited())
def test_pushing_what_differs_leaves_the_store_as_pushing_the_whole_does(
    old: lg.ServiceGraph, new: lg.ServiceGraph
) -> None:
    with tiny_store() as store:
        for graph, since in ((old, None), (new, old)):
            lg.push(graph, store.address, since=since, private=True)
        assert in_graphs(store.store) == exported(new, private=True)


@strategies.costly(6)
@given(edited(), edited())
def test_other_people_read_a_patch_as_it_is_meant(
    old: lg.ServiceGraph, new: lg.ServiceGraph
) -> None:
    """rdflib has a reader of RDF Patch; it writes what it then holds, and a store reads that."""

    def canonical(data: rdflib.Dataset) -> set[str]:
        return {
            str(quad).lower() for quad in parse(data.serialize(format="nquads"), RdfFormat.N_QUADS)
        }

    theirs, expected = rdflib.Dataset(), rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        theirs.parse(data=rdf_bytes(old, "trig", Scope(private=True)), format="trig")
        theirs.parse(data=lg.rdf_patch(old, new, private=True), format="patch")
        expected.parse(data=rdf_bytes(new, "trig", Scope(private=True)), format="trig")
        assert canonical(theirs) == canonical(expected)


# the command

ROOT = Path(__file__).parents[1]
LAKES = ROOT / "tests" / "models" / "lakes"


def test_the_command_prints_or_writes_the_patch(tmp_path: Path) -> None:
    other = ROOT / "tests" / "models" / "clwyd"
    wanted = lg.rdf_patch(lg.load(LAKES), lg.load(other))
    assert lumme("diff", LAKES, other, "--format", "rdf-patch") == (wanted, "", 0)
    file = tmp_path / "m.rdfp"
    named = lumme("diff", LAKES, other, "--format", "rdf-patch", "-o", file)
    assert named == ("", f"{file}\n", 0)
    assert file.read_text("utf-8") == wanted
    assert lumme("diff", LAKES, LAKES, "--format", "rdf-patch").out.count("\n") == 3


def test_a_model_that_cannot_be_read_has_no_patch(tmp_path: Path) -> None:
    file = tmp_path / "m.rdfp"
    done = lumme("diff", LAKES, ROOT / "tests" / "models" / "faulty", "-o", file)
    assert (done.code, done.out, file.exists()) == (2, "", False)
    assert "LG0" in done.err


def test_the_form_of_a_difference_is_found_by_the_name_of_a_file() -> None:
    assert lg.form_of(Path("m.rdfp"), lg.DIFF_FORMS) == "rdf-patch"
