"""A model is pushed to a store whole or not at all, whatever the store and the network do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from json import dumps, loads
from pathlib import Path
from shutil import which

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, Store
from rdf_network import BASE
from rdf_pushed import SOUND, exported, in_graphs, network
from running import lumme
from tiny_store import Fault, TinyStore, answers, cut, done_in_silence, slow, tiny_store

import lumme_graph as lg
from lumme_graph.rdf.store.credentials import Credentials, StoreAuth, credentials_of
from lumme_graph.rdf.store.places import places_of
from lumme_graph.rdf.store.progress import PushProgress
from lumme_graph.rdf.store.spool import fill, spools

STATED, DERIVED, PRIVATE = (f"{BASE}graph/{name}" for name in ("stated", "derived", "private"))
OTHER = "https://example.org/other/graph/stated"
QUICK = lg.Patience(answer=20, first=0.01, longest=2, tries=3)
DIGEST = 'Digest realm="SPARQL", nonce="abc", qop="auth", algorithm="MD5"'
PROGRESS = re.compile(r"sent$|triples? written$|^the store puts what it was sent in its place$")
SECRETS = ("LUMME_STORE_USER", "LUMME_STORE_PASSWORD", "LUMME_STORE_TOKEN")


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def store() -> Iterator[TinyStore]:
    with tiny_store() as server:
        server.store.update(f'INSERT DATA {{ GRAPH <{OTHER}> {{ <a:a> <a:b> "c" }} }}')
        yield server


def ours(store: TinyStore) -> dict[str, set[str]]:
    return {name: said for name, said in store.graphs().items() if name != OTHER}


def renamed(**more: object) -> lg.ServiceGraph:
    """The network on the river with another name of the service desk."""
    desk = {"name": {"fi": "Tiski", "en": "Desk"}, **more}
    return network({**e, **desk} if e["id"] == "touchpoint-desk" else e for e in SOUND)


def push(graph: lg.ServiceGraph, store: TinyStore, **how: object) -> list[str]:
    """Push with little patience; what is said of asking again: of progress is told by the clock."""
    said: list[str] = []
    patience = how.pop("patience", QUICK)
    speak = lg.Speaker("en")
    lg.push(
        graph,
        store.address,
        patience=patience,  # type: ignore[arg-type]
        say=lambda message: said.append(speak(message).words),
        **how,  # type: ignore[arg-type]
    )
    return [line for line in said if not PROGRESS.search(line)]


def test_the_store_holds_what_is_exported_and_other_graphs_stay(store: TinyStore) -> None:
    found = lg.push(network(), store.address)
    assert ours(store) == exported(network())
    assert store.graphs()[OTHER] == {'<a:a> <a:b> "c"'}
    sizes = {name: len(said) for name, said in exported(network()).items()}
    assert found == tuple(
        lg.PushedGraph(name, 0, sizes[name], sizes[name]) for name in (STATED, DERIVED)
    )


def test_what_is_pushed_again_takes_the_place_of_what_was_there(store: TinyStore) -> None:
    push(network(), store)
    (stated, _) = lg.push(renamed(), store.address)
    assert ours(store) == exported(renamed())
    assert stated.before == len(exported(network())[STATED])


def test_what_is_private_goes_only_where_it_is_asked_for(store: TinyStore) -> None:
    push(network(), store)
    assert PRIVATE not in store.graphs()
    push(network(), store, private=True)
    assert ours(store) == exported(network(), private=True)
    assert any("never written" in triple for triple in store.graphs()[PRIVATE])
    known = ({k: v for k, v in e.items() if k not in {"note", "suppress"}} for e in SOUND)
    push(network(known), store, private=True)
    assert PRIVATE not in store.graphs()


def test_nothing_is_asked_for_a_model_with_errors(store: TinyStore) -> None:
    broken = renamed(waive=[{"at": "organisation-lost", "language": "sv", "reason": "x"}])
    with pytest.raises(lg.ModelError, match="organisation-lost"):
        push(broken, store)
    assert store.asked == []


def test_a_dry_run_only_asks(store: TinyStore) -> None:
    push(network(), store)
    before, asked = store.graphs(), len(store.asked)
    found = lg.push(renamed(), store.address, dry_run=True)
    assert store.graphs() == before
    assert set(store.kinds()[asked:]) == {"query"}
    assert [(one.before, one.planned) for one in found] == [
        (len(before[STATED]), True),
        (len(before[DERIVED]), True),
    ]


FAULTS: dict[str, tuple[Fault, str]] = {
    "unknown": (answers(401), r"asks who writes: set LUMME_STORE_USER and LUMME_STORE_PASSWORD"),
    "forbidden": (answers(403, "no\x1b[2J"), r"does not let this user write.*\(403\): no\\x1b\[2J"),
    "lost": (answers(404), r"there is no store at .*look at the address"),
    "fixed": (answers(405), r"cannot be written to; is it the store's address\?"),
    "large": (answers(413), r"takes nothing of this size"),
    "wrong": (answers(400, "line 3: " + "x" * 9999), r"refuses \(400\): line 3: x+…$"),
    "failed": (answers(500, "<p>Oh</p>", Content_Type="text/html"), r"has failed \(500\)$"),
    "full": (answers(507), r"has no more room"),
    "elsewhere": (
        answers(307, Location="https://me:pw@b.example/x?y"),
        r"on to https://b\.example/x;",
    ),
}


REFUSED = [
    *(("put 2", name) for name in FAULTS),
    *((step, name) for step in ("put 1", "update 1") for name in ("forbidden", "failed")),
]


@pytest.mark.parametrize(("step", "name"), REFUSED)
def test_a_refusal_leaves_the_graphs_as_they_were(store: TinyStore, step: str, name: str) -> None:
    """At whichever step: nothing that was sent stays, and the next push does it."""
    fault, words = FAULTS[name]
    push(network(), store)
    before = store.graphs()
    kind, _, at = step.partition(" ")
    store.faults[kind] = [*[None] * (int(at) - 1), fault]
    asked = len(store.asked)
    with pytest.raises(lg.StoreError, match=words) as caught:
        push(renamed(), store)
    assert "pw" not in str(caught.value)
    assert store.kinds()[asked:].count(kind) == int(at) + (kind == "update")
    assert store.graphs() == before
    assert push(renamed(), store) == []
    assert ours(store) == exported(renamed())


BUSY: dict[str, tuple[Fault, str]] = {
    "429": (answers(429), "is asked too much (429)"),
    "502": (answers(502), "does not answer (502)"),
    "503": (answers(503, Retry_After="0"), "is not ready (503), and asks to be left alone for 0 s"),
    "504": (answers(504), "is too slow (504)"),
    "cut": (cut, "has broken off the connection"),
}


@pytest.mark.parametrize("kind", ["query", "put", "update"])
@pytest.mark.parametrize("name", BUSY)
def test_a_store_that_is_busy_is_asked_again(store: TinyStore, name: str, kind: str) -> None:
    fault, words = BUSY[name]
    store.faults[kind] = [fault, fault]
    said = push(network(), store)
    assert [words in line and "trying again in " in line for line in said[:2]] == [True, True]
    assert exported(network()).items() <= ours(store).items()


@pytest.mark.parametrize("kind", ["query", "put"])
@pytest.mark.parametrize("name", BUSY)
def test_but_not_for_ever(store: TinyStore, name: str, kind: str) -> None:
    fault, words = BUSY[name]
    push(network(), store)
    before, asked = store.graphs(), len(store.asked)
    store.faults[kind] = [fault] * 9
    with pytest.raises(lg.StoreError) as caught:
        push(renamed(), store)
    assert words in str(caught.value)
    assert store.kinds()[asked:].count(kind) == QUICK.tries
    assert store.graphs() == before


def test_a_store_that_says_when_is_left_alone_until_then(store: TinyStore) -> None:
    store.faults["put"] = [answers(503, Retry_After="1")]
    before = time.monotonic()
    line = push(network(), store)[0]
    assert time.monotonic() - before >= 1
    assert line.endswith("trying again in 1 s")


@pytest.mark.parametrize("when", ["3600", "Wed, 21 Oct 2099 07:28:00 GMT"])
def test_nobody_waits_for_an_hour(store: TinyStore, when: str) -> None:
    store.faults["put"] = [answers(503, Retry_After=when)]
    with pytest.raises(
        lg.StoreError, match=r"asks to be left alone (for 3600 s|until Wed, 21 Oct)"
    ):
        push(network(), store)
    assert store.kinds().count("put") == 1


def test_a_time_that_is_past_or_none_is_no_reason_to_wait(store: TinyStore) -> None:
    when = ["Wed, 21 Oct 2015 07:28:00 GMT", "soon"]
    store.faults["put"] = [answers(503, Retry_After=each) for each in when]
    assert len(push(network(), store)) == 2


def test_a_store_that_is_down() -> None:
    with tiny_store() as gone:
        address = gone.address
    tried: list[lg.Message] = []
    with pytest.raises(
        lg.StoreError, match=r"^127\.0\.0\.1:\d+ cannot be reached: Connection refused$"
    ):
        lg.push(network(), address, patience=QUICK, say=tried.append)
    assert len(tried) == QUICK.tries - 1


@pytest.mark.parametrize("kind", ["query", "put", "update"])
def test_a_store_that_is_slow(store: TinyStore, kind: str) -> None:
    """It is asked once: it may be at work, and more requests would not make it quicker."""
    push(network(), store)
    before = ours(store)
    store.faults[kind] = [slow]
    with pytest.raises(lg.StoreError, match=r"has not answered within 1 s; give it longer") as e:
        push(renamed(), store, patience=QUICK._replace(answer=1))
    left = {name for name in ours(store) if "/incoming/" in name}
    assert {name: said for name, said in ours(store).items() if name not in left} == before
    assert bool(left) == (kind == "update")
    assert ("is not known: push again" in str(e.value)) == (kind == "update")


def test_a_lost_answer_to_the_update_is_said_and_pushing_again_mends_it(store: TinyStore) -> None:
    """What was sent stays, since the store may still be about to read it."""
    store.faults["update"] = [done_in_silence] * QUICK.tries
    with pytest.raises(lg.StoreError, match="is not known: push again, which does no harm"):
        push(network(), store)
    assert len([name for name in ours(store) if "/incoming/" in name]) == 2
    push(renamed(), store)
    assert exported(renamed()).items() <= ours(store).items()


def test_an_answer_that_is_lost_once(store: TinyStore) -> None:
    """The update is safe to do twice; what was sent is named, since the first may come last."""
    store.faults["update"] = [done_in_silence]
    *_, line = push(network(), store)
    left = sorted(name for name in ours(store) if "/incoming/" in name)
    assert line.startswith("the store may still hold what it was sent; drop once it is at rest: ")
    assert sorted(line.rpartition(": ")[2].split(", ")) == left
    assert exported(network()).items() <= ours(store).items()


def test_what_arrives_in_part_never_takes_the_place_of_the_whole(store: TinyStore) -> None:
    """Some stores answer that all is well, and have lost the end."""
    push(network(), store)
    before = store.graphs()

    def loses(handler: object) -> bool:
        lines = handler.body.splitlines(keepends=True)  # type: ignore[attr-defined]
        handler.body = b"".join(lines[:-1])  # type: ignore[attr-defined]
        return True

    store.faults["put"] = [None, loses]
    n = len(exported(renamed())[DERIVED])
    with pytest.raises(lg.StoreError, match=f"of {n} triples for {DERIVED} {n - 1} have arrived"):
        push(renamed(), store)
    assert store.graphs() == before


def test_somebody_else_who_writes_at_the_same_time_is_noticed(store: TinyStore) -> None:
    def meddles(handler: object) -> bool:
        handler.body += f" ; INSERT DATA {{ GRAPH <{STATED}> {{ <a:a> <a:b> 1 }} }}".encode()  # type: ignore[attr-defined]
        return True

    store.faults["update"] = [meddles]
    n = len(exported(network())[STATED])
    with pytest.raises(lg.StoreError, match=f"should have {n} triples and has {n + 1}: somebody"):
        push(network(), store)


@pytest.mark.parametrize("text", ["<html>", "[]", '{"results": {"bindings": [{}, {}]}}', "{}"])
def test_what_answers_otherwise_than_a_store_is_none(store: TinyStore, text: str) -> None:
    store.faults["query"] = [answers(200, text)]
    with pytest.raises(lg.StoreError, match="does not answer as SPARQL says"):
        push(network(), store)
    assert "put" not in store.kinds()


def test_of_400_networks_in_one_store_pushing_one_touches_no_other(store: TinyStore) -> None:
    for n in range(400):
        base = f"https://example.org/network-{n}/"
        for name in ("stated", "derived"):
            store.store.update(
                f"INSERT DATA {{ GRAPH <{base}graph/{name}> {{ <{base}> <a:b> {n} }} }}"
            )
    before = store.graphs()
    base = "https://example.org/network-7/"
    push(network(base=base), store)
    changed = {name for name, said in store.graphs().items() if before.get(name) != said}
    assert changed == {f"{base}graph/stated", f"{base}graph/derived"}
    assert store.graphs().keys() == before.keys()


# what differs only


def test_only_what_differs_is_sent(store: TinyStore) -> None:
    """Two names go and two come; the labels of what is met at the desk follow."""
    push(network(), store)
    asked = len(store.asked)
    found = lg.push(renamed(), store.address, since=network())
    assert ours(store) == exported(renamed())
    gone, come = (
        sum(len(said - other[name]) for name, said in one.items())
        for one, other in (
            (exported(network()), exported(renamed())),
            (exported(renamed()), exported(network())),
        )
    )
    sent = [one.body.count(b"\n") for one in store.asked[asked:] if one.kind == "put"]
    assert sum(sent) == gone + come == sum(one.sent for one in found) < 40
    assert store.kinds()[asked:].count("update") == 2


def test_where_nothing_differs_nothing_is_sent(store: TinyStore) -> None:
    push(network(), store)
    asked = len(store.asked)
    assert [one.sent for one in lg.push(network(), store.address, since=network())] == [0, 0]
    assert set(store.kinds()[asked:]) == {"query"}


def test_what_is_private_differs_only_where_it_is_asked_for(store: TinyStore) -> None:
    push(network(), store, private=True)
    push(renamed(note="not for all"), store, since=network())
    assert not any("not for all" in triple for triple in store.graphs()[PRIVATE])
    push(renamed(note="not for all"), store, since=renamed(), private=True)
    assert ours(store) == exported(renamed(note="not for all"), private=True)


def test_a_store_that_does_not_hold_the_older_model_is_left_alone(store: TinyStore) -> None:
    push(network(), store)
    store.store.update(f"INSERT DATA {{ GRAPH <{STATED}> {{ <a:a> <a:b> 1 }} }}")
    before, n = store.graphs(), len(exported(network())[STATED])
    with pytest.raises(
        lg.StoreError,
        match=f"does not hold the older model: {STATED} has {n + 1} triples, the older model {n} and",
    ):
        push(renamed(), store, since=network())
    assert store.graphs() == before
    assert store.kinds().count("put") == 2


@pytest.mark.parametrize("gone", [True, False])
def test_nor_one_that_holds_as_many_triples_but_others(store: TinyStore, gone: bool) -> None:
    """What is to go is not there, or what is to come is there."""
    push(network(), store)
    old, new = exported(network())[STATED], exported(renamed())[STATED]
    out = next(iter(sorted(old - new if gone else old & new)))
    into = '<a:a> <a:b> "c"' if gone else next(iter(sorted(new - old)))
    graph = f"GRAPH <{STATED}>"
    store.store.update(
        f"DELETE DATA {{ {graph} {{ {out} }} }} ; INSERT DATA {{ {graph} {{ {into} }} }}"
    )
    before = store.graphs()
    with pytest.raises(
        lg.StoreError,
        match=f"{STATED} holds other triples, perhaps this one's already; push this one whole",
    ):
        push(renamed(), store, since=network())
    assert store.graphs() == before


def test_an_update_of_what_differs_is_safe_to_do_twice(store: TinyStore) -> None:
    push(network(), store)
    store.faults["update"] = [done_in_silence]
    push(renamed(), store, since=network())
    assert exported(renamed()).items() <= ours(store).items()


def test_a_number_that_is_only_written_otherwise_is_no_hindrance(store: TinyStore) -> None:
    """A store keeps one 12.5 for 12.50 and 12.5; the model keeps the digits."""
    push(network(), store)
    other = network(loads(dumps(e, default=str).replace('"12.50"', '"12.5"')) for e in SOUND)
    assert '"12.50"' in lg.rdf_patch(network(), other)
    push(other, store, since=network())
    assert ours(store) == exported(other) == exported(network())


def test_models_of_two_bases_have_nothing_in_common(store: TinyStore) -> None:
    lake = network(base="https://example.org/lake/")
    with pytest.raises(lg.KnownError, match=r"is at https://example\.org/lake/ and this one at "):
        push(network(), store, since=lake)
    assert store.asked == []


# who writes


def test_a_user_and_a_password_or_a_token_go_with_every_request(
    store: TinyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUMME_STORE_TOKEN", "t0k")
    push(network(), store)
    assert {one.authorization for one in store.asked} == {"Bearer t0k"}
    monkeypatch.delenv("LUMME_STORE_TOKEN")
    monkeypatch.setenv("LUMME_STORE_USER", "kirjasto")
    monkeypatch.setenv("LUMME_STORE_PASSWORD", "säkrit")
    store.asked.clear()
    push(network(), store)
    # printf 'kirjasto:säkrit' | base64
    assert {one.authorization for one in store.asked} == {"Basic a2lyamFzdG86c8Oka3JpdA=="}


def test_what_is_asked_for_a_digest_is_sent_again_whole(
    store: TinyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUMME_STORE_USER", "dba")
    monkeypatch.setenv("LUMME_STORE_PASSWORD", "p4ss")
    store.faults["put"] = [answers(401, WWW_Authenticate=DIGEST)]
    push(network(), store)
    first, again = [one for one in store.asked if one.kind == "put"][:2]
    assert first.body == again.body
    assert again.authorization.startswith('Digest username="dba"')
    assert ours(store) == exported(network())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"LUMME_STORE_USER": "a"}, "set LUMME_STORE_PASSWORD too"),
        ({"LUMME_STORE_PASSWORD": "p4ss"}, "set LUMME_STORE_USER too"),
        ({"LUMME_STORE_TOKEN": "p4ss", "LUMME_STORE_USER": "a"}, "but not both"),
        ({"LUMME_STORE_TOKEN": "p4ss\nX-Header: b"}, "hold no ends of lines"),
        ({"LUMME_STORE_TOKEN": "p4ssä"}, "is no token"),
    ],
)
def test_who_writes_is_said_whole_and_once(given: dict[str, str], words: str) -> None:
    with pytest.raises(lg.StoreError, match=words) as caught:
        credentials_of(given)
    assert "p4ss" not in str(caught.value)


@pytest.mark.parametrize(
    "given",
    [
        {"LUMME_STORE_TOKEN": "p4ss-w0rd"},
        {"LUMME_STORE_USER": "a", "LUMME_STORE_PASSWORD": "p4ss-w0rd"},
    ],
)
@pytest.mark.parametrize("status", [401, 403, 500, 503])
def test_nobody_reads_a_secret_in_a_message(
    store: TinyStore, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], status: int
) -> None:
    """Not even where the store repeats what it was sent."""
    for name, value in given.items():
        monkeypatch.setenv(name, value)

    def repeats(handler: object) -> bool:
        handler.answer(status, f"{handler.headers} p4ss-w0rd")  # type: ignore[attr-defined]
        return False

    store.faults["put"] = [repeats] * 3
    said: list[str] = []
    speak = lg.Speaker("en")
    with pytest.raises(lg.StoreError) as caught:
        lg.push(network(), store.address, patience=QUICK, say=lambda m: said.append(speak(m).words))
    words = "\n".join([*said, str(caught.value)])
    assert str(status) in words
    assert "p4ss" not in words
    assert "YTpwNHNzLXcwcmQ" not in words  # a:p4ss-w0rd in base64


@pytest.mark.parametrize("address", ["http://me:p4ss@127.0.0.1/store", "http://me@127.0.0.1"])
def test_an_address_that_says_who_writes_is_refused(address: str) -> None:
    with pytest.raises(lg.StoreError, match=r"holds a user or a password.*LUMME_STORE_USER") as e:
        lg.push(network(), address)
    assert "p4ss" not in str(e.value)


@pytest.mark.parametrize(
    "address", ["", "store", "ftp://a/store", "http://", "http://a b/", "http://[::1/", "//a/store"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(lg.StoreError, match="is no address of a store"):
        lg.push(network(), address)


def test_an_address_with_a_graph_in_it_is_refused() -> None:
    with pytest.raises(lg.StoreError, match=r"what stands before \? and #"):
        lg.push(network(), "http://127.0.0.1/store?graph=http://a/")


@pytest.mark.parametrize(
    ("endpoint", "places"),
    [
        ("http://a:7878/", ("http://a:7878/store", "http://a:7878/query", "http://a:7878/update")),
        ("http://a/update", ("http://a/store", "http://a/query", "http://a/update")),
        ("http://a/x/store", ("http://a/x/store", "http://a/x/query", "http://a/x/update")),
        (
            "https://a/sparql-graph-crud-auth/",
            ("https://a/sparql-graph-crud-auth", "https://a/sparql-auth", "https://a/sparql-auth"),
        ),
        ("http://a/ds/sparql", ("http://a/ds/data", "http://a/ds/query", "http://a/ds/update")),
        ("http://a/ds", ("http://a/ds", "http://a/ds", "http://a/ds")),
        (
            "http://a:7200/repositories/x/rdf-graphs/service",
            (
                "http://a:7200/repositories/x/rdf-graphs/service",
                "http://a:7200/repositories/x",
                "http://a:7200/repositories/x/statements",
            ),
        ),
    ],
)
def test_the_three_addresses_of_a_store(endpoint: str, places: tuple[str, ...]) -> None:
    assert places_of(endpoint)[:3] == places


def test_virtuoso_lets_anybody_read_elsewhere_than_it_asks_who_writes() -> None:
    assert places_of("https://a/sparql-auth").reading == "https://a/sparql"
    assert places_of("https://a/store").reading == places_of("https://a/store").query


def test_a_redirection_is_not_followed(store: TinyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUMME_STORE_TOKEN", "t0k")
    with tiny_store() as other:
        store.faults["query"] = [answers(308, Location=f"{other.address}/query")]
        with pytest.raises(lg.StoreError, match=f"sends on to {other.address}/query; if you trust"):
            push(network(), store)
        assert other.asked == []


def after(auth: StoreAuth, url: str, challenge: str) -> tuple[str, str]:
    """What is sent unasked, and what after a challenge."""
    request = httpx.Request("PUT", url)
    flow = auth.auth_flow(request)
    first = next(flow).headers.get("Authorization", "")
    refused = httpx.Response(401, headers={"WWW-Authenticate": challenge}, request=request)
    return first, flow.send(refused).headers["Authorization"]


def test_over_plain_http_a_password_goes_only_as_a_digest() -> None:
    url, who = "http://store.example/sparql-graph-crud-auth", Credentials("dba", "p4ss")
    first, then = after(StoreAuth(who, url), url, DIGEST)
    assert (first, then.split(" ")[0]) == ("", "Digest")
    with pytest.raises(lg.StoreError, match="use https for this store"):
        after(StoreAuth(who, url), url, 'Basic realm="x"')
    with pytest.raises(lg.StoreError, match="use https for this store"):
        StoreAuth(Credentials(token="t0k"), url)  # noqa: S106 - of nobody


def test_a_digest_once_asked_for_is_sent_unasked() -> None:
    url = "https://store.example/sparql-graph-crud-auth"
    auth = StoreAuth(Credentials("dba", "p4ss"), url)
    assert after(auth, url, DIGEST)[1].startswith("Digest ")
    again = next(auth.auth_flow(httpx.Request("PUT", url))).headers["Authorization"]
    assert again.startswith('Digest username="dba", realm="SPARQL"')


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate that nobody has signed but itself, with its key."""
    program = which("openssl")
    if program is None:
        pytest.skip("there is no openssl on PATH")
    file = tmp_path / "own.pem"
    words = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout {file} -out {file}.crt"
    subprocess.run(
        [program, *words.split(), "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True,
        capture_output=True,
    )
    file.write_text(file.read_text() + Path(f"{file}.crt").read_text())
    return file


def test_a_store_that_cannot_prove_who_it_is_gets_nothing(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with tiny_store(certificate) as store:
        with pytest.raises(
            lg.StoreError,
            match=r"cannot prove that it is 127\.0\.0\.1:\d+: self-signed certificate;",
        ):
            push(network(), store)
        assert store.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", f"{certificate}.crt")
        push(network(), store)
        assert ours(store) == exported(network())


# what is on the way


def as_store(text: bytes, graph: str) -> Store:
    """N-Triples in a graph of a store."""
    made = Store()
    made.load(text, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(graph))
    return made


def test_a_body_is_read_in_pieces_and_as_often_as_it_is_needed() -> None:
    """It is what is exported, each triple a line."""
    graph = network()
    with spools(["stated", "derived"]) as filled:
        ready: list[int] = []
        fill(filled, graph, ready.append)
        assert ready == sorted(ready)
        assert ready[-1] == sum(spool.triples for spool in filled.values())
        for name, iri in (("stated", STATED), ("derived", DERIVED)):
            told: list[int] = []
            body = filled[name].pieces(told.append)
            first, again = b"".join(body), list(body)
            assert first == b"".join(again)
            assert max(map(len, again)) <= 65536
            assert told[-1] == len(first) == filled[name].size
            lines = first.decode().splitlines()
            assert in_graphs(as_store(first, iri)) == {iri: exported(graph)[iri]}
            assert len(lines) == filled[name].triples == len(exported(graph)[iri])


def test_of_what_is_quick_nothing_is_said_and_of_what_is_slow_a_line_a_second() -> None:
    ticks = count(0.0, 0.25)
    said: list[str] = []
    speak = lg.Speaker("en")
    progress = PushProgress(lambda m: said.append(speak(m).words), lambda: next(ticks))
    sent = progress.sending("stated", 200)
    for n in range(0, 50, 10):
        sent(n)
        if n < 30:
            assert said == []
    assert said == ["stated: 15% sent"]
    for n in range(50, 201, 10):
        sent(n)
    assert len(said) == 5


# the command


MODEL = Path(__file__).parent / "models" / "clwyd"


def test_a_model_at_the_base_of_every_new_model_is_not_pushed(store: TinyStore) -> None:
    lakes = lg.load(Path(__file__).parent / "models" / "lakes")
    with pytest.raises(lg.KnownError, match=r"where every new model is.*say in model\.yaml"):
        lg.push(lakes, store.address)
    assert ours(store) == {}


def test_what_is_private_stays_in_the_store_and_is_told_of(store: TinyStore) -> None:
    graph = renamed(note="of the staff")
    lg.push(graph, store.address, private=True)
    kept = exported(graph, private=True)[f"{graph.settings.base}graph/private"]
    told = (
        f"{graph.settings.base}graph/private: {len(kept)} triples stay, of an earlier push; "
        "--private puts today's in their place"
    )
    assert told in push(graph, store)
    assert told not in push(graph, store, private=True)


def test_the_command_says_what_the_store_holds(store: TinyStore, tmp_path: Path) -> None:
    dry = lumme("push", MODEL, "--endpoint", store.address, "--dry-run", cwd=tmp_path)
    assert (dry.code, dry.out) == (0, "")
    done = lumme("push", MODEL, "--endpoint", f"{store.address}/query", cwd=tmp_path)
    base = lg.load(MODEL).settings.base
    sizes = {name: f"{len(said):,}" for name, said in exported(lg.load(MODEL)).items()}
    stated, derived = f"{base}graph/stated", f"{base}graph/derived"
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [
        f"{name}: {sizes[name]} triples (before: 0, sent: {sizes[name]})"
        for name in (stated, derived)
    ]
    assert dry.err == done.err.replace(
        "triples (before: 0, sent:", "triples to be (now: 0, to send:"
    )
    same = lumme("push", MODEL, "--endpoint", store.address, "--since", MODEL, "-q", cwd=tmp_path)
    assert same == ("", "", 0)
    assert ours(store) == exported(lg.load(MODEL))


def test_the_command_says_in_a_line_what_is_wrong(store: TinyStore, tmp_path: Path) -> None:
    store.faults["put"] = [answers(404)]
    lost = lumme("push", MODEL, "--endpoint", store.address, cwd=tmp_path)
    assert lost.code == 2
    assert lost.err == (
        f"lumme: there is no store at {store.address}/store; look at the address (404)\n"
    )


def test_the_command_shows_the_errors_of_a_model(store: TinyStore, tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text(
        "as_of: 2026-08-22\nlanguages: {required: [en]}\ncountry: FI\n"
    )
    (tmp_path / "m.yaml").write_text(
        "- {id: service-a, name: {en: A}, instructions: {en: 'Call 041 234 5678.'}}\n"
    )
    codes = {f.code for f in lg.check(lg.load(tmp_path)) if f.severity == "error"}
    assert codes
    refused = lumme("push", tmp_path, "--endpoint", store.address)
    assert refused.code == 1
    assert all(code in refused.err for code in codes)
    assert store.asked == []


def test_the_command_refuses_what_a_check_of_the_models_own_finds_wrong_where_it_is_trusted(
    store: TinyStore, tmp_path: Path
) -> None:
    (tmp_path / "model.yaml").write_text(
        "as_of: 2026-08-22\nbase: https://example.org/lake/\nchecks: our_checks\n"
    )
    (tmp_path / "m.yaml").write_text("- {id: service-a, name: {en: A}}\n")
    (tmp_path / "our_checks.py").write_text(
        "import lumme_graph as lg\n"
        "@lg.own_check('KY001', '{name} is a test', 'delete it', severity='error')\n"
        "def tests(day):\n"
        '    """No test goes to the store."""\n'
        "    return [lg.Hit(one, name=one.id) for one in day.graph]\n"
    )
    words = ["push", tmp_path, "--endpoint", store.address]
    refused = lumme(*words, "--trust")
    assert refused.code == 1
    assert "service-a is a test" in refused.err
    assert store.asked == []
    told = lumme(*words)
    assert told.code == 0
    assert "was not run (our_checks)" in told.err
    assert store.graphs()


@pytest.mark.parametrize("name", ["httpx", "tenacity"])
def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(lg.KnownError, match=r"pip install 'lumme-graph\[store\]'"):
        lg.push(network(), "http://127.0.0.1:1")


def test_the_other_commands_need_none_of_it(tmp_path: Path) -> None:
    code = "import sys; sys.modules['httpx'] = sys.modules['tenacity'] = None; from lumme_graph.cli import main; main()"
    words = ["export", str(MODEL), "-o", str(tmp_path / "m.nt"), "-q"]
    done = subprocess.run([sys.executable, "-c", code, *words], check=False, env=os.environ)
    assert done.returncode == 0
