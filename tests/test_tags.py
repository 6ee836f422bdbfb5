"""`--tag`: what concerns the elements with a tag, in Python and on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from load_folders import write
from running import lumme

import lumme_graph as lg

MODEL = {
    "model.yaml": "as_of: 2026-08-22\nname: {en: Lakes}\nlanguages: {required: [en]}\n"
    "network: organisation-lakes\ncoverage: {needs: [service, touchpoint]}\n",
    "who.yaml": """\
- {id: organisation-lakes, name: {en: Lakes}, type: network}
- {id: organisation-a, name: {en: A}, type: library, memberships: [{of: organisation-lakes}]}
- {id: organisation-b, name: {en: B}, type: library, memberships: [{of: organisation-lakes}]}
""",
    "offer.yaml": """\
- id: touchpoint-desk
  name: {en: Desk}
  channel: service-location
  tags: [pilot, old]
  offered: [{at: organisation-lakes, is: yes}]
- id: service-loan
  name: {en: Loans}
  touchpoints: [touchpoint-desk]
  tags: [pilot]
  offered: [{at: organisation-a, is: yes}, {at: organisation-b, is: no}]
- id: service-advice
  name: {en: Advice}
  offered: [{at: organisation-lakes, is: yes}]
""",
    "needs.yaml": "- {id: need-speed, name: {en: Speed}, tags: [young people]}\n",
    "guide.yaml": "- {id: section-loan, name: {en: Loans}, status: published, covers: [{item: service-loan}]}\n",
    "guide/section-loan.en.md": "How to borrow.\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "m", MODEL)


@pytest.fixture
def graph(root: Path) -> lg.ServiceGraph:
    return lg.load(root)


def test_the_tags_that_there_are_with_how_many_elements(graph: lg.ServiceGraph) -> None:
    assert lg.tags(graph) == {"old": 1, "pilot": 2, "young people": 1}
    assert list(lg.tags(graph)) == ["old", "pilot", "young people"]


def test_the_elements_with_a_tag_or_with_one_of_several(graph: lg.ServiceGraph) -> None:
    assert [one.id for one in graph.tagged("pilot")] == ["touchpoint-desk", "service-loan"]
    assert [one.id for one in graph.tagged("old", "young people")] == [
        "touchpoint-desk",
        "need-speed",
    ]


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("pilto", "there is no tag pilto; did you mean pilot?"),
        ("PILOT", "there is no tag PILOT; did you mean pilot?"),
        ("x" * 10_000, f"there is no tag {'x' * 59}…; there are old, pilot, young people"),
        (" pilot", 'there is no tag " pilot"; did you mean pilot?'),
        ("xyz", "there is no tag xyz; there are old, pilot, young people"),
    ],
)
def test_for_an_unknown_tag_the_nearest_is_named(
    graph: lg.ServiceGraph, tag: str, message: str
) -> None:
    for ask in (
        lambda: graph.tagged(tag),
        lambda: graph.subset(tag=tag),
        lambda: lg.check(graph, tag=tag),
        lambda: lg.coverage(graph, tag=tag),
        lambda: lg.assess_with(graph, lg.CoverageOptions(tag=tag)),
        lambda: lg.draw_all(graph, only=lg.Only(tag=tag)),
    ):
        with pytest.raises(lg.UnknownTagError) as caught:
            ask()
        assert str(caught.value) == message


def test_where_no_element_has_a_tag_it_is_said_where_they_are_entered() -> None:
    with pytest.raises(lg.UnknownTagError, match="enter them in its field tags"):
        lg.ServiceGraph([], lg.Settings(as_of=date(2026, 8, 22))).tagged("pilot")


ASKING: list[Callable[[lg.ServiceGraph, Any], object]] = [
    lambda graph, tag: graph.tagged(tag),
    lambda graph, tag: graph.subset(tag=tag),
    lambda graph, tag: lg.check(graph, tag=tag),
    lambda graph, tag: lg.coverage(graph, tag=tag),
    lambda graph, tag: lg.assess_with(graph, lg.CoverageOptions(tag=tag)),
    lambda graph, tag: lg.draw_all(graph, only=lg.Only(tag=tag)),
    lambda graph, tag: lg.draw(graph, "coverage", only=lg.Only(tag=tag)),
]
"""Every place that takes a tag."""


@pytest.mark.parametrize("ask", ASKING)
@pytest.mark.parametrize("tag", ["", " ", [], (), 3, ["pilot", ""], [3]])
def test_what_is_no_tag_is_refused(
    graph: lg.ServiceGraph, ask: Callable[[lg.ServiceGraph, Any], object], tag: object
) -> None:
    with pytest.raises(lg.ValueRefusedError) as caught:
        ask(graph, tag)
    assert str(caught.value).endswith(
        " is no tag: give one, a list of some, or None for all elements"
    )


@pytest.mark.parametrize("ask", ASKING)
def test_a_list_of_tags_is_taken_as_a_tuple_of_them_is(
    graph: lg.ServiceGraph, ask: Callable[[lg.ServiceGraph, Any], object]
) -> None:
    assert ask(graph, ["pilot", "old"]) == ask(graph, ("pilot", "old"))


def test_none_asks_for_everything(graph: lg.ServiceGraph) -> None:
    assert lg.check(graph, tag=None) == lg.check(graph)
    assert lg.coverage(graph, tag=None).items == lg.coverage(graph).items
    assert lg.Only(tag=None) == lg.Only()
    assert lg.Only(tag="pilot") == lg.Only(tag=["pilot"])


def test_letters_written_in_two_signs_are_the_same_tag() -> None:
    """A Mac types ä as a and two dots: a\u0308."""
    typed = lg.Need(id="need-a", name=lg.Text({"en": "A"}), tags=("pa\u0308iva\u0308",))
    copied = lg.Need(id="need-b", name=lg.Text({"en": "B"}), tags=("p\u00e4iv\u00e4",))
    graph = lg.ServiceGraph([typed, copied], lg.Settings(as_of=date(2026, 8, 22)))
    assert lg.tags(graph) == {"p\u00e4iv\u00e4": 2}
    for words in ("pa\u0308iva\u0308", "p\u00e4iv\u00e4"):
        assert [one.id for one in graph.tagged(words)] == ["need-a", "need-b"]


def test_findings_are_those_on_tagged_elements_of_the_whole_model(graph: lg.ServiceGraph) -> None:
    """The desk and advice have no section; only the desk is tagged. The need rests on nothing."""
    whole = {(one.code, one.element) for one in lg.check(graph)}
    assert ("LG201", "service-advice") in whole
    told = {(one.code, one.element) for one in lg.check(graph, tag="pilot")}
    assert told == {one for one in whole if one[1] in {"touchpoint-desk", "service-loan"}}
    assert ("LG201", "touchpoint-desk") in told
    assert {one.code for one in lg.check(graph, tag="pilot", select="LG201")} == {"LG201"}


def test_what_cannot_be_read_is_told_whatever_the_tag(root: Path) -> None:
    (root / "needs.yaml").write_text("- {id: need-speed, nam: {en: Speed}}\n", "utf-8")
    graph, _ = lg.read(root)
    assert "LG007" in {one.code for one in lg.check(graph, tag="pilot")}
    assert lumme("check", str(root), "--tag", "pilot").code == 2


def test_coverage_counts_the_cells_of_tagged_items_alone(graph: lg.ServiceGraph) -> None:
    """The loan is offered at A and told of there; the desk at both, and told of nowhere: 1 of 3."""
    part = lg.coverage(graph, tag="pilot")
    assert [item.id for item in part.items] == ["touchpoint-desk", "service-loan"]
    assert (part.done.n, part.done.d) == (1, 3)
    assert (lg.coverage(graph).done.n, lg.coverage(graph).done.d) == (1, 5)


def test_coverage_of_what_needs_no_section_says_who_has_the_tag(graph: lg.ServiceGraph) -> None:
    with pytest.raises(lg.UnknownTagError) as caught:
        lg.coverage(graph, tag="young people")
    assert str(caught.value) == (
        "nothing that the guide must cover has the tag young people, which these have: need-speed"
    )


def test_every_form_of_coverage_says_that_it_is_of_a_part(root: Path) -> None:
    def said(*words: str) -> str:
        return lumme("coverage", str(root), "--tag", "pilot", *words).out

    assert json.loads(said("--format", "json"))["part"] == {
        "profile": None,
        "municipality": None,
        "tags": ["pilot"],
    }
    for words in ((), ("--format", "md"), ("--format", "html"), ("--by", "kind")):
        assert "with the tag pilot" in said(*words)


def test_no_baseline_and_no_history_of_a_part(root: Path) -> None:
    for words in (["--baseline", "known.json"], ["--history", "then.json"]):
        told = lumme("coverage", str(root), "--tag", "pilot", *words)
        assert told.code == 2
        assert "leave out --profile, --municipality and --tag" in told.err


def test_a_subset_of_what_is_tagged_has_all_that_it_needs(graph: lg.ServiceGraph) -> None:
    """The loan needs the desk, both are offered at the libraries, which belong to the network."""
    part = graph.subset(tag="pilot")
    assert [one.id for one in part.chosen] == ["touchpoint-desk", "service-loan"]
    assert {one.id for one in part.graph} == {
        "touchpoint-desk", "service-loan", "organisation-lakes", "organisation-a", "organisation-b",
    }  # fmt: skip
    assert not [one for one in lg.check(part.graph) if one.code.startswith("LG1")]


def test_a_tag_narrows_what_is_named(graph: lg.ServiceGraph) -> None:
    assert [one.id for one in graph.subset("service", tag="pilot").chosen] == ["service-loan"]
    with pytest.raises(lg.UnknownTagError, match="which these have: need-speed"):
        graph.subset("service", tag="young people")


def test_the_command_says_what_it_leaves_out(root: Path) -> None:
    rest = len(lg.check(lg.load(root))) - len(lg.check(lg.load(root), tag="pilot"))
    told = lumme("check", str(root), "--tag", "pilot")
    assert (
        f"Only what has the tag pilot is told of: {rest} other findings are left out." in told.err
    )
    assert "service-advice" not in told.out


def test_commands_refuse_an_unknown_tag(root: Path, tmp_path: Path) -> None:
    out = str(tmp_path / "out.ttl")
    for words in (
        ("check", str(root)),
        ("coverage", str(root)),
        ("export", str(root), "-o", out),
        ("draw", str(root), "--all", "-o", str(tmp_path / "drawn")),
    ):
        told = lumme(*words, "--tag", "pilto")
        assert (told.code, told.out) == (2, "")
        assert "there is no tag pilto; did you mean pilot?" in told.err
    assert not Path(out).exists()
