"""What differs between two models: edits of a real one, each told once, and generated ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from following_changes import applied, plainly, tree
from hypothesis import given
from hypothesis import strategies as st
from strategies import costly, models

import lumme_graph as lg
from lumme_graph.analysis.matched import ListMatch, matched, merged, moved
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.meta.element import Record
from lumme_graph.meta.spec import specs

LUMME = Path(__file__).parents[1] / "models" / "lumme"

SETTINGS = lg.Settings.model_validate({"as_of": "2026-08-22"})
Told = tuple[str, str, tuple[str, ...], Any, Any]

NEED = """
- id: need-parking
  name: {fi: Pysäköinti, en: Parking}
  standing: illustrative
"""
STEP = """    - id: wait
      action: {fi: odottaa, en: waits}
      actor: {kind: customer}
      lane: customer
      standing: illustrative
"""
ADOPTION = """    - at: organisation-mikkeli
      is: not-adopted
      standing: illustrative
"""
SINCE = """      from: {latest: 2018-11-01}
      sources: [source-l11]
    - at: organisation-mantyharju
"""


def told(diff: lg.ModelDiff) -> list[Told]:
    """The rows; a whole element or record by its id or key."""
    return [
        (row.type.value, row.element, row.path, whole(row.before), whole(row.after))
        for row in diff.rows()
    ]


def whole(value: Any) -> Any:
    if isinstance(value, KeptElement):
        return value.id
    return value.local_name() if isinstance(value, Record) else value


def edited(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text("utf-8")
    assert text.count(old) == 1, (name, old)
    file.write_text(text.replace(old, new), "utf-8")


def part(folder: Path, name: str, first: str, end: str) -> str:
    """The lines of a file from one that begins so to before another."""
    text = (folder / name).read_text("utf-8")
    start = text.index(first)
    return text[start : text.index(end, start)]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[lg.ServiceGraph, lg.ServiceGraph]:
    """The model as it is, and after the edits that are told below."""
    new = tmp_path_factory.mktemp("edits") / "lumme"
    copytree(LUMME, new)
    lg.edit(new).rename("target-reach", "target-near")
    lg.edit(new).rename("path-digital/book-time", "path-digital/reserve-time")
    needs = new / "development/needs.yaml"
    needs.write_text(needs.read_text("utf-8") + NEED, "utf-8")
    removed = part(new, "development/events.yaml", "- id: event-savo-tour", "- id: event-hearing")
    edited(new, "development/events.yaml", removed, "")
    edited(new, "development/events.yaml", "from: 2015-10\n", "from: 2015-11\n")
    edited(new, "development/actions.yaml", "Bookmobile Käkriäinen back", "Bookbus Käkriäinen back")
    edited(new, "guide/section-fees.en.md", "in the web library.\n\n## What", "online.\n\n## What")
    hold = "paths/path-hold.yaml"
    edited(new, hold, "    - id: pick-up\n", f"{STEP}    - id: pick-up\n")
    edited(new, hold, "touchpoint: touchpoint-hold-shelf", "touchpoint: touchpoint-desk")
    card = "paths/path-card.yaml"
    edited(new, card, part(new, card, "    - id: enter-register", "    - id: hand-over-card"), "")
    fee = "paths/path-fee.yaml"
    online = part(new, fee, "    - id: pay-online", "    - id: lift-ban")
    edited(new, fee, online, "")
    edited(new, fee, "    - id: call-library", f"{online}    - id: call-library")
    services = "offer/services.yaml"
    edited(
        new,
        services,
        f"- at: organisation-pieksamaki\n      is: yes\n{SINCE}",
        f"- at: organisation-pieksamaki\n      is: no\n{SINCE}",
    )
    edited(new, services, "      value: 28\n", "      value: 21\n")
    edited(
        new,
        services,
        "    - rule-card\n    - rule-replacement-card\n    - rule-under-fifteen\n",
        "    - rule-under-fifteen\n    - rule-card\n    - rule-replacement-card\n",
    )
    edited(new, services, "# The fifteen services", "# All fifteen services")
    edited(new, "development/targets.yaml", "[need-same-devices]", "[need-quiet-reading]")
    practices = "practices.yaml"
    edited(
        new,
        practices,
        "    # What the practices and fees are is not known",
        f"{ADOPTION}    # What the practices and fees are is not known",
    )
    edited(new, "model.yaml", "as_of: 2026-08-22", "as_of: 2026-09-30")
    lg.edit(new).set("need-reach", "note", "ask again")
    return lg.load(LUMME), lg.load(new)


def test_each_edit_is_told_once_with_its_kind(
    two: tuple[lg.ServiceGraph, lg.ServiceGraph],
) -> None:
    """Neither the order of rules of a service, nor a comment, is a change."""
    rows = told(lg.diff(*two))
    body = next(row for row in rows if row[2] == ("body", "en"))
    assert body[:2] == ("changed", "section-fees")
    assert (len(body[3]) - len(body[4]), "online.\n" in body[4]) == (12, True)
    days = two[0].settings.as_of, two[1].settings.as_of
    event = two[0]["event-study-trip"], two[1]["event-study-trip"]
    assert {row for row in rows if row is not body} == {
        ("changed", "model", ("as_of",), *days),
        ("new", "need-parking", (), None, "need-parking"),
        ("removed", "event-savo-tour", (), "event-savo-tour", None),
        ("renamed", "target-near", (), "target-reach", "target-near"),
        ("renamed", "path-digital", ("steps", "reserve-time"), "book-time", "reserve-time"),
        ("changed", "event-study-trip", ("from",), *(getattr(e, "from_") for e in event)),  # noqa: B009
        (
            "changed",
            "action-bookbus",
            ("name", "en"),
            "Bookmobile Käkriäinen back on its routes",
            "Bookbus Käkriäinen back on its routes",
        ),
        ("new", "path-hold", ("steps", "wait"), None, "wait"),
        ("removed", "path-card", ("steps", "enter-register"), "enter-register", None),
        ("moved", "path-fee", ("steps", "pay-online"), "pay-online", "pay-online"),
        (
            "changed",
            "path-hold",
            ("steps", "pick-up", "touchpoint"),
            "touchpoint-hold-shelf",
            "touchpoint-desk",
        ),
        (
            "changed",
            "service-selfservice",
            ("offered", "organisation-pieksamaki", "is"),
            lg.YesNo.YES,
            lg.YesNo.NO,
        ),
        ("changed", "service-loan", ("facts", "loan-days", "value"), "28", "21"),
        ("new", "target-same-devices", ("needs", "need-quiet-reading"), None, "need-quiet-reading"),
        (
            "removed",
            "target-same-devices",
            ("needs", "need-same-devices"),
            "need-same-devices",
            None,
        ),
        (
            "new",
            "practice-unified-service",
            ("adopted", "organisation-mikkeli"),
            None,
            "organisation-mikkeli",
        ),
        ("new", "need-reach", ("note",), None, "ask again"),
    }
    assert len(rows) == 18


def test_places_are_told_where_an_order_means_something(
    two: tuple[lg.ServiceGraph, lg.ServiceGraph],
) -> None:
    """The fourth step of the path comes second; a new step is the fifth; the dropped one was it."""
    places = {row.path[-1]: row.places for row in lg.diff(*two).rows() if row.places}
    assert places == {"pay-online": (4, 2), "wait": (None, 5), "enter-register": (4, None)}


def test_what_is_not_published_can_be_left_out(
    two: tuple[lg.ServiceGraph, lg.ServiceGraph],
) -> None:
    found = lg.diff(*two)
    assert {*found.rows()} - {*found.public().rows()} == {
        row for row in found.rows() if row.path == ("note",)
    }


def graph(*elements: KeptElement) -> lg.ServiceGraph:
    return lg.ServiceGraph(elements, SETTINGS)


def path(*steps: tuple[str, str | None], phases: tuple[str, ...] = ("a", "b")) -> lg.Path:
    return lg.Path.model_validate(
        {
            "id": "path-x",
            "name": {"en": "X"},
            "phases": [{"id": one, "name": {"en": f"Phase {one}"}} for one in phases],
            "steps": [
                {
                    "id": id_,
                    "phase": phase,
                    "action": {"en": f"does {id_}"},
                    "actor": {"kind": "customer"},
                    "lane": "customer",
                }
                for id_, phase in steps
            ],
        }
    )


def test_a_step_in_another_phase_is_moved() -> None:
    before, after = path(("one", "a"), ("two", "a")), path(("one", "a"), ("two", "b"))
    assert told(lg.diff(graph(before), graph(after))) == [
        ("moved", "path-x", ("steps", "two", "phase"), "a", "b")
    ]


def test_a_phase_of_another_id_takes_its_steps_along() -> None:
    after = path(("one", "start"), ("two", "b"), phases=("start", "b"))
    named = after.replace(phases=({"id": "start", "name": {"en": "Phase a"}}, after.phases[1]))
    assert told(lg.diff(graph(path(("one", "a"), ("two", "b"))), graph(named))) == [
        ("renamed", "path-x", ("phases", "start"), "a", "start")
    ]


def test_a_branch_of_another_organisation_is_moved() -> None:
    def branch(of: str) -> lg.Branch:
        given = {"id": "branch-a", "name": {"en": "A"}, "organisation": of, "type": "main"}
        return lg.Branch.model_validate(given)

    found = lg.diff(graph(branch("organisation-a")), graph(branch("organisation-b")))
    assert told(found) == [
        ("moved", "branch-a", ("organisation",), "organisation-a", "organisation-b")
    ]


def test_of_two_that_say_the_same_none_is_surely_the_renamed_one() -> None:
    """One is gone and two alike have come: which of them it is nobody knows."""
    one, two, three = (lg.Need(id=f"need-{n}", name=lg.Text(en="Quiet")) for n in "abc")
    assert told(lg.diff(graph(one), graph(two, three))) == [
        ("new", "need-b", (), None, "need-b"),
        ("new", "need-c", (), None, "need-c"),
        ("removed", "need-a", (), "need-a", None),
    ]


def test_what_is_still_called_by_its_old_id_somewhere_was_not_renamed() -> None:
    """The target refers to the need that is gone, which is a broken link and no renaming."""
    quiet, calm = (lg.Need(id=f"need-{n}", name=lg.Text(en="Quiet")) for n in ("quiet", "calm"))
    given = {"id": "target-a", "name": {"en": "A"}, "needs": ["need-quiet"]}
    target = lg.Target.model_validate(given)
    assert [row[:2] for row in told(lg.diff(graph(quiet, target), graph(calm, target)))] == [
        ("new", "need-calm"),
        ("removed", "need-quiet"),
    ]


def test_links_in_prose_follow_what_is_renamed() -> None:
    def guide(need: str, words: str = "") -> lg.ServiceGraph:
        body = {"en": f"Ask for [quiet]({need}).{words}"}
        given = {"id": "section-a", "name": {"en": "A"}, "status": "published", "body": body}
        return graph(lg.Need(id=need, name=lg.Text(en="Quiet")), lg.Section.model_validate(given))

    renamed = ("renamed", "need-calm", (), "need-quiet", "need-calm")
    assert told(lg.diff(guide("need-quiet"), guide("need-calm"))) == [renamed]
    before = guide("need-quiet")
    assert [row[:3] for row in told(lg.diff(before, guide("need-calm", " Now.")))] == [
        ("renamed", "need-calm", ()),
        ("changed", "section-a", ("body", "en")),
    ]


def test_records_of_one_key_are_told_apart_by_what_they_say() -> None:
    """Two memberships of one network; the first has ended, the second is as it was."""

    def member(*spans: tuple[str, str | None]) -> lg.ServiceGraph:
        of = [{"of": "organisation-n", "from": first, "to": last} for first, last in spans]
        given = {"id": "organisation-a", "name": {"en": "A"}, "type": "library", "memberships": of}
        return graph(lg.Organisation.model_validate(given))

    before = member(("2001", None), ("2010", "2012"))
    after = member(("2010", "2012"), ("2001", "2005"))
    (row,) = lg.diff(before, after).rows()
    assert (row.type.value, row.path) == ("new", ("memberships", "organisation-n", "to"))
    assert str(row.after) == "2005"


def test_a_text_without_id_that_is_reworded_is_changed() -> None:
    def profile(*tasks: dict[str, str]) -> lg.ServiceGraph:
        given = {"id": "profile-a", "name": {"en": "A"}, "relation": "user", "tasks": tasks}
        return graph(lg.Profile.model_validate(given))

    before = profile({"en": "borrow books at night"}, {"en": "print a letter"})
    after = profile({"en": "pay a fee"}, {"en": "borrow books late at night"})
    rows = [(row[0], row[3], row[4]) for row in told(lg.diff(before, after))]
    assert rows == [
        ("new", None, lg.Text(en="pay a fee")),
        ("changed", "borrow books at night", "borrow books late at night"),
        ("removed", lg.Text(en="print a letter"), None),
    ]


def test_the_fewest_are_moved_and_what_is_gone_stays_behind_what_it_came_after() -> None:
    found = matched("abcdef", "adbcxf", lambda _old, _new: True)
    assert moved(found) == {"d"}
    assert [one.name for one in merged(found)] == ["a", "d", "b", "c", "e", "x", "f"]
    assert found[-1] == ListMatch("e", 4, None)


def graph_of(elements: Iterable[KeptElement]) -> lg.ServiceGraph:
    return lg.ServiceGraph(elements, SETTINGS)


@given(st.data())
@costly(25)
def test_a_model_does_not_differ_from_itself(data: st.DataObject) -> None:
    elements = data.draw(models())
    one, other = graph_of(elements), graph_of(data.draw(st.permutations(elements)))
    assert lg.diff(one, one).rows() == ()
    assert lg.diff(one, other).rows() == ()


@given(st.data())
@costly(20)
def test_the_rows_make_of_a_model_the_other(data: st.DataObject) -> None:
    """Two models of many equal ids and few equal values; each row is obeyed by itself, once."""
    old, new = graph_of(data.draw(models())), graph_of(data.draw(models()))
    made = applied(old, lg.diff(old, new))
    assert {id_: plainly(one) for id_, one in made.items()} == {
        one.id: plainly(tree(one)) for one in new
    }


@given(st.data())
@costly(25)
def test_the_rows_put_the_items_of_any_list_elsewhere(data: st.DataObject) -> None:
    """Items of lists in another order, some of them gone, some there twice."""
    old = graph_of(data.draw(models()))
    new = graph_of(shuffled(one, data) for one in old)
    made = applied(old, lg.diff(old, new))
    assert {id_: plainly(one) for id_, one in made.items()} == {
        one.id: plainly(tree(one)) for one in new
    }


def shuffled(element: KeptElement, data: st.DataObject) -> KeptElement:
    lists = {spec.name: getattr(element, spec.name) for spec in specs(type(element)) if spec.many}
    changed = {
        name: data.draw(st.permutations([*items, items[0]]))[data.draw(st.integers(0, 2)) :]
        for name, items in lists.items()
        if items and data.draw(st.booleans())
    }
    return element.replace(**changed) if changed else element


STEPS = st.lists(st.sampled_from("abcdefg"), unique=True, max_size=7)


@given(STEPS, STEPS)
def test_steps_in_any_order_are_put_where_they_are_now(old: list[str], new: list[str]) -> None:
    before, after = (graph(path(*((id_, None) for id_ in ids))) for ids in (old, new))
    diff = lg.diff(before, after)
    made = applied(before, diff)["path-x"]
    assert plainly(made) == plainly(tree(after["path-x"]))
    kept = [id_ for id_ in new if id_ in old]
    told = [row.path[-1] for row in diff.rows() if row.type is lg.ChangeType.MOVED]
    left = [id_ for id_ in kept if id_ not in told]
    assert left == [id_ for id_ in old if id_ in left]
    assert len(told) <= max(len(kept) - 1, 0)


@given(st.data())
@pytest.mark.long
@costly(10)
def test_rows_are_the_same_each_time_and_back_again_as_many_things_differ(
    data: st.DataObject,
) -> None:
    """What was new is removed on the way back, and what was moved, renamed or changed is so again."""
    old, new = graph_of(data.draw(models())), graph_of(data.draw(models()))
    rows = lg.diff(old, new).rows()
    assert rows == lg.diff(old, new).rows()
    there = {"new": "removed", "removed": "new"}
    forth = Counter(there.get(row.type.value, row.type.value) for row in rows)
    back = Counter(row.type.value for row in lg.diff(new, old).rows())
    assert forth == back
