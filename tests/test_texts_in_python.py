"""What scripts print and write: everything says itself in a line, and goes into files and graphs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from load_folders import MODELS
from test_coverage_outputs import SARIF, validator

import lumme_graph as lg

LUMME = MODELS.parents[1] / "models" / "lumme"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    lg.new(tmp_path / "mine")
    return tmp_path / "mine"


def test_a_difference_is_printed_line_by_line(mine: Path) -> None:
    before = lg.load(mine)
    need = lg.Need(id="need-hours", name=lg.Text(en="Longer hours"), standing=lg.Standing.DERIVED)
    lg.edit(mine).set("service-loan", "name.en", "Lending").add(need)
    diff = lg.diff(before, lg.load(mine))
    assert str(diff) == "changed service-loan name.en: Borrowing -> Lending\nnew need-hours"
    assert repr(diff) == "<ModelDiff 2 changes>"
    assert [row.field for row in diff.rows()] == ["name.en", ""]


def test_what_is_taken_away_is_printed_as_a_dash(mine: Path) -> None:
    before = lg.load(mine)
    lg.edit(mine).set("service-loan", "cost.en", None)
    assert str(lg.diff(before, lg.load(mine))).endswith("cost.en: Free of charge. -> -")


def test_a_conflict_is_printed_with_its_field(mine: Path) -> None:
    base = lg.load(mine)
    loan = base[lg.Service, "service-loan"]
    ours, theirs = (
        base.with_elements(loan.replace(name={**loan.name, "en": name})) for name in ("A", "B")
    )
    (conflict,) = lg.merge(base, ours, theirs).conflicts
    assert conflict.field == "name.en"
    assert str(conflict) == "service-loan name.en: ours A, theirs B, before Borrowing"


def test_a_finding_is_printed_with_its_place_and_says_whether_it_is_an_error() -> None:
    files = {"model.yaml": "as_of: 2026-08-22", "a.yaml": "- {id: need-x, nam: {en: X}}"}
    _, (first, second) = lg.read(files)
    assert str(second) == (
        "model/a.yaml:1:16: LG007 development need has no field nam: did you mean name?"
    )
    assert first.is_error
    assert (second.element, second.field) == ("need-x", "nam")
    told = next(one for one in lg.check(lg.load(LUMME)) if one.code == "LG701")
    assert not told.is_error


def test_an_element_is_printed_as_its_id() -> None:
    loan = lg.example()["service-loan"]
    assert f"{loan}" == f"{loan.ref}" == "service-loan"
    assert repr(lg.Offer(at=lg.Ref("branch-x"), is_=lg.YesNo.YES)) == (
        "Offer(at='branch-x', is_=<YesNo.YES: 'yes'>)"
    )


def test_elements_are_put_into_a_graph_in_the_place_of_those_that_have_their_ids() -> None:
    graph = lg.example()
    loan = graph[lg.Service, "service-loan"].replace(
        name={"fi": "Lainaaminen", "en": "Lending"}, standing="derived"
    )
    need = lg.Need(id="need-hours", name=lg.Text(en="Longer hours"))
    more = graph.with_elements(need, loan)
    assert [one.id for one in more] == [
        one.id for one in lg.ServiceGraph([*graph, need], graph.settings)
    ]
    assert more[lg.Service, "service-loan"].name["en"] == "Lending"
    assert graph[lg.Service, "service-loan"].name["en"] == "Borrowing"
    assert "LG701" in {one.code for one in lg.check(more) if one.element == need.id}


def test_new_elements_are_written_beside_those_of_their_kind(mine: Path) -> None:
    desk = lg.Touchpoint(
        id="touchpoint-chat",
        name=lg.Text(fi="Chat", en="Chat"),
        channel=lg.ChannelType.MESSAGE,
    )
    before = (mine / "offer.yaml").read_text("utf-8")
    lg.edit(mine).add(desk)
    after = (mine / "offer.yaml").read_text("utf-8")
    assert set(before.splitlines()) <= set(after.splitlines())
    assert lg.load(mine)[desk.ref] == desk


def test_an_element_that_is_there_or_leads_nowhere_is_not_added(mine: Path) -> None:
    graph = lg.load(mine)
    with pytest.raises(lg.EditError, match="service-loan is in the model; change it with set"):
        lg.edit(mine).add(graph["service-loan"])
    lost = lg.Target(
        id="target-x", name=lg.Text(en="X"), needs=(lg.Ref("need-none"),), standing=None
    )
    with pytest.raises(lg.EditError, match="need-none"):
        lg.edit(mine).add(lost)
    assert lg.load(mine) == graph


def test_an_element_as_plain_data_is_what_its_file_says(mine: Path) -> None:
    graph = lg.load(mine)
    offer = lg.plain(graph["service-loan"])["offered"]
    assert offer == [{"at": "organisation-vire", "is": "yes", "from": "2015"}]
    for element in graph:
        assert type(element).model_validate(lg.plain(element)) == element


def test_a_use_says_its_field_and_items_are_named_as_an_edit_takes_them(mine: Path) -> None:
    graph = lg.load(mine)
    assert [use.field for use in graph.uses("service-loan")] == [
        "services.0",
        "service",
        "covers.0.item",
    ]
    fields = [one.field for one in lg.where_used(graph, "service-loan")]
    assert fields[-1] == "covers.service-loan.item"
    lg.edit(mine).set("section-loans", fields[-1], "service-hold")
    loans = lg.load(mine)[lg.Section, "section-loans"]
    assert [str(cover.item) for cover in loans.covers] == ["service-hold", "path-loan"]


def test_a_renaming_and_a_title_are_printed(mine: Path) -> None:
    done = lg.edit(mine).rename("path-loan", "path-borrow")
    assert str(done).splitlines()[0] == "path-loan → path-borrow: references 1, files 2"
    drawing = lg.draw(lg.load(mine), "path-hold", lang="en")
    assert str(drawing.title) == "Picking up a reservation on the way home"


def test_all_drawings_of_a_kind() -> None:
    graph = lg.example()
    assert [one.id for one in lg.draw_all(graph, kind="path")] == ["path-hold", "path-loan"]
    with pytest.raises(lg.UnknownNameError, match=r"did you mean path\?"):
        lg.draw_all(graph, kind="paht")


def test_findings_as_sarif_are_as_its_schema_says() -> None:
    @lg.own_check("VIRE001", "{name} is no good", "mend it")
    def no_good(day: lg.Day) -> Iterator[lg.Hit]:
        """It is no good."""
        for service in day.graph.all(lg.Service):
            yield lg.Hit(service, name=service.id)

    graph = lg.load(LUMME)
    ours = json.loads(lg.FINDING_FORMS["sarif"].render(graph, lg.check(graph)))
    assert not list(validator(SARIF).iter_errors(ours))
    found = lg.check(graph, more=[no_good])
    log = json.loads(lg.FINDING_FORMS["sarif"].render(graph, found))
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [one["ruleId"] for one in run["results"]] == [one.code for one in found]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    assert Counter(one["ruleId"] for one in run["results"])["VIRE001"] == len(graph.all(lg.Service))
    files = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in run["results"]
        if one["locations"][0].get("physicalLocation")
    }
    assert files
    assert all(not file.startswith("/") for file in files)
    marks = Counter(one["partialFingerprints"]["lumme/v1"] for one in run["results"])
    assert max(marks.values()) == 1
