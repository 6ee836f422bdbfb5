"""A second download into a model: what changed is changed, and nothing else."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import kirkanta_samples as samples
import pytest
from load_folders import texts as tree
from load_folders import write
from running import lumme
from saying import words_of

import lumme_graph as lg

KUUSIKKO = "branch-kuusikon-kirjasto"
WHAT_CHANGED = {
    ("changed", "model", ("as_of",)),
    ("changed", "source-kirkanta", ("where",)),
    ("changed", "source-kirkanta", ("published",)),
    ("changed", "branch-ahjon-kirjasto", ("name", "fi")),
    ("changed", "branch-hallarannan-kirjasto", ("street",)),
    ("new", "branch-lehtolan-kirjasto", ("listed", "tulostus")),
    ("new", "service-tulostus", ("offered", "branch-lehtolan-kirjasto")),
    ("changed", "branch-saunasaaren-kirjasto", ("type",)),
    ("removed", "branch-saunasaaren-kirjasto", ("listed", "omatoimikirjasto")),
    ("new", "service-omatoimikirjasto", ("offered", "branch-saunasaaren-kirjasto", "to")),
    ("new", "branch-koivikon-kirjasto", ()),
    ("new", "service-langaton-verkko", ("offered", "branch-koivikon-kirjasto")),
    ("new", KUUSIKKO, ("as_of",)),
}
"""By hand, from what `samples.second` changes; a branch that is missing is as last seen."""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of the first download; to be copied."""
    folder = tmp_path_factory.mktemp("first")
    lg.new_from(lg.receive(samples.downloads(folder))).save(folder / "usva")
    return folder / "usva"


@pytest.fixture
def usva(first: Path, tmp_path: Path) -> Path:
    """A model of the first download of one's own."""
    return Path(shutil.copytree(first, tmp_path / "usva"))


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> lg.Received:
    """The second download."""
    return lg.receive(samples.downloads(tmp_path_factory.mktemp("second"), samples.SECOND))


BY_HAND = """
as_of: 2026-08-01
network: organisation-mist
languages: {required: [fi]}
"""
WHO_BY_HAND = """
- {id: source-visit, citation: A visit}
- {id: organisation-mist, name: {fi: Usva}, type: network, standing: sourced, sources: [source-visit]}
- id: organisation-town
  name: {fi: Kivisalon kirjasto}
  type: library
  standing: sourced
  sources: [source-visit]
- id: branch-main
  name: {fi: Pääkirjasto}
  organisation: organisation-town
  type: main
  identifiers: [{scheme: directory, value: "80001"}]
  standing: sourced
  sources: [source-visit]
"""


def changed(done: lg.UpdatedModel) -> set[tuple[str, str, tuple[str, ...]]]:
    rows = lg.diff(done.before, done.after).rows()
    return {(row.type.value, row.element, row.path) for row in rows}


def finnish(folder: Path, items: list[dict[str, Any]], day: str = samples.SECOND) -> lg.Received:
    """A download in Finnish alone."""
    return lg.receive(samples.write(folder, f"fi-{day}.json", samples.answer(items, "fi")))


def test_what_changed_there_is_changed_and_nothing_else(usva: Path, second: lg.Received) -> None:
    done = lg.update(usva, second)
    assert changed(done) == WHAT_CHANGED
    assert done.conflicts == ()
    assert done.missing == ((KUUSIKKO, date(2026, 9, 1)),)
    graph, findings = lg.read(usva)
    assert findings == ()
    offers = {str(one.at): one for one in graph[lg.Service, "service-omatoimikirjasto"].offered}
    assert str(offers["branch-saunasaaren-kirjasto"].to) == "2026-09-01..2026-11-01"
    assert {one.severity for one in lg.check(graph)} == {"warning"}


def test_a_dry_run_shows_the_same_and_writes_nothing(usva: Path, second: lg.Received) -> None:
    before = tree(usva)
    assert changed(lg.update(usva, second, dry_run=True)) == WHAT_CHANGED
    assert tree(usva) == before


def test_the_same_again_changes_no_byte(usva: Path, second: lg.Received) -> None:
    lg.update(usva, second)
    before = tree(usva)
    done = lg.update(usva, second)
    assert (tree(usva), done.files) == (before, ())
    assert next(done.said()) == "nothing changes"


def test_a_file_that_was_only_saved_anew_is_the_same(tmp_path: Path) -> None:
    """Its day is not in its name, and it was copied since."""
    data = samples.answer(samples.libraries("fi"), "fi")
    file = samples.write(tmp_path, "libraries.json", data)
    folder = tmp_path / "mine"
    lg.new_from(lg.receive(file)).save(folder)
    before = tree(folder)
    os.utime(file, (2_000_000_000, 2_000_000_000))
    assert lg.update(folder, lg.receive(file)).files == ()
    assert tree(folder) == before


def test_what_was_changed_here_stays(usva: Path, second: lg.Received) -> None:
    """Comments and the order of keys too; where both changed the same, it is told."""
    edited = (usva / "who.yaml").read_text(encoding="utf-8")
    edited = edited.replace("  street: Kirjatie 7\n", "  street: Vanhatie 7  # by the door\n")
    edited = edited.replace(
        "- id: branch-harjun-kirjasto\n", "# Ours.\n- id: branch-harjun-kirjasto\n"
    )
    (usva / "who.yaml").write_text(edited, encoding="utf-8")
    lg.edit(usva).set("branch-ahjon-kirjasto", "name.en", "Ahjo Library")
    lg.edit(usva).set("branch-ahjon-kirjasto", "contacts", None)
    done = lg.update(usva, second)
    assert [(one.element, one.path, one.base, one.ours, one.theirs) for one in done.conflicts] == [
        (
            "branch-hallarannan-kirjasto",
            ("street",),
            "Kirjatie 7",
            "Vanhatie 7",
            "Uusitie 1",
        )
    ]
    assert done.conflict_table().lines == (
        (
            "branch-hallarannan-kirjasto",
            "street",
            "Kirjatie 7",
            "Vanhatie 7",
            "Uusitie 1",
        ),
    )
    text = (usva / "who.yaml").read_text(encoding="utf-8")
    assert "  street: Vanhatie 7  # by the door\n" in text
    assert "# Ours.\n- id: branch-harjun-kirjasto\n" in text
    ahjo = lg.load(usva)[lg.Branch, "branch-ahjon-kirjasto"]
    assert ahjo.name == {"fi": "Ahjolan kirjasto", "en": "Ahjo Library"}
    assert ahjo.contacts == ()


def test_what_is_undecided_is_told_until_it_is_decided(usva: Path, second: lg.Received) -> None:
    """Whoever runs it twice has the list again; all else is brought in the first time."""
    lg.edit(usva).set("branch-hallarannan-kirjasto", "street", "Vanhatie 7")
    lg.edit(usva).set("branch-ahjon-kirjasto", "name.fi", "Ahjo")
    first = lg.update(usva, second)
    undecided = {
        ("branch-hallarannan-kirjasto", ("street",), "Kirjatie 7", "Vanhatie 7", "Uusitie 1"),
        ("branch-ahjon-kirjasto", ("name", "fi"), "Ahjon kirjasto", "Ahjo", "Ahjolan kirjasto"),
    }

    def told(done: lg.UpdatedModel) -> set[tuple[object, ...]]:
        return {(one.element, one.path, one.base, one.ours, one.theirs) for one in done.conflicts}

    assert told(first) == undecided
    before = tree(usva)
    for _ in range(2):
        again = lg.update(usva, second)
        assert (told(again), again.files, tree(usva)) == (undecided, (), before)
    lg.edit(usva).set("branch-ahjon-kirjasto", "name.fi", "Ahjolan kirjasto")
    lg.edit(usva).set("branch-hallarannan-kirjasto", "city", "Muualla")
    some = lg.update(usva, second)
    assert told(some) == {one for one in undecided if "street" in one[1]}
    mine = lg.update(usva, second, keep="mine")
    assert told(mine) == told(some)
    assert lg.update(usva, second).conflicts == ()
    branch = lg.load(usva)[lg.Branch, "branch-hallarannan-kirjasto"]
    assert (branch.street, branch.city) == ("Vanhatie 7", "Muualla")


@pytest.mark.parametrize("runs", [0, 1])
def test_what_is_undecided_is_taken_from_the_files_when_asked(
    usva: Path, second: lg.Received, runs: int
) -> None:
    """At once or later; what else was changed in the model meanwhile stays."""
    lg.edit(usva).set("branch-hallarannan-kirjasto", "street", "Vanhatie 7  # old")
    lg.edit(usva).set("branch-hallarannan-kirjasto", "city", "Muualla")
    for _ in range(runs):
        lg.update(usva, second)
    done = lg.update(usva, second, keep="theirs")
    assert [one.path for one in done.conflicts] == [("street",)]
    assert any("is now what the files say" in line for line in done.said())
    branch = lg.load(usva)[lg.Branch, "branch-hallarannan-kirjasto"]
    assert (branch.street, branch.city) == ("Uusitie 1", "Muualla")
    again = lg.update(usva, second)
    assert (again.conflicts, again.files) == ((), ())


def test_an_undecided_removal_and_one_without_a_last_import_are_told_again(
    usva: Path, second: lg.Received
) -> None:
    (usva / ".lumme/imported/kirkanta.json").unlink()
    told = [{(one.element, one.path) for one in lg.update(usva, second).conflicts} for _ in "12"]
    assert told[0] == told[1]
    assert len(told[0]) > 1
    lg.update(usva, second, keep="mine")
    assert lg.update(usva, second).conflicts == ()


def test_what_is_missing_is_closed_when_asked(usva: Path, second: lg.Received) -> None:
    done = lg.update(usva, second, gone="close")
    branch = lg.load(usva)[lg.Branch, KUUSIKKO]
    assert str(branch.to) == "2026-09-01..2026-11-01"
    assert changed(done) == WHAT_CHANGED | {("new", KUUSIKKO, ("to",))}
    assert done.missing == ()


def test_what_is_missing_is_taken_out_when_asked(usva: Path, second: lg.Received) -> None:
    lg.update(usva, second)
    done = lg.update(usva, second, gone="remove")
    assert changed(done) == {("removed", KUUSIKKO, ())}
    assert KUUSIKKO not in lg.load(usva)
    assert lg.update(usva, second).files == ()


def test_what_is_missing_and_in_use_is_not_taken_out(usva: Path, second: lg.Received) -> None:
    """It would leave references to nothing."""
    offer = [{"at": KUUSIKKO, "is": "yes", "from": "2020"}]
    text = (usva / "offer.yaml").read_text(encoding="utf-8")
    text += f"\n- id: service-knitting\n  name: {{fi: Neulonta}}\n  offered: {json.dumps(offer)}\n"
    (usva / "offer.yaml").write_text(text, encoding="utf-8")
    before = tree(usva)
    with pytest.raises(lg.EditError, match=f"LG101 .*.*{KUUSIKKO}"):
        lg.update(usva, second, gone="remove")
    assert tree(usva) == before


def test_a_part_of_the_libraries_ends_nothing(usva: Path, tmp_path: Path) -> None:
    """Ten come where no limit is asked for."""
    data = samples.answer(samples.libraries("fi")[:10], "fi") | {"total": 24}
    received = lg.receive(samples.write(tmp_path, f"fi-{samples.SECOND}.json", data))
    done = lg.update(usva, received, gone="remove")
    assert changed(done) == {
        ("changed", "model", ("as_of",)),
        ("changed", "source-kirkanta", ("where",)),
        ("changed", "source-kirkanta", ("published",)),
    }
    assert done.missing == ()


def test_what_was_not_asked_of_the_directory_stays(usva: Path, tmp_path: Path) -> None:
    """Neither services nor contacts come without `with=`; that says nothing of them."""
    items = samples.libraries("fi")
    for item in items:
        del item["services"], item["primaryContactInfo"], item["coordinates"]
    done = lg.update(usva, finnish(tmp_path, items))
    assert {row[1] for row in changed(done)} == {"model", "source-kirkanta"}


def test_a_library_that_lists_nothing_any_more_tells_so(usva: Path, tmp_path: Path) -> None:
    items = samples.libraries("fi")
    items[15]["services"] = []
    done = lg.update(usva, finnish(tmp_path, items))
    assert ("removed", "branch-vuoren-kirjasto", ("listed", "langaton-verkko")) in changed(done)
    assert ("new", "service-langaton-verkko", ("offered", "branch-vuoren-kirjasto", "to")) in (
        changed(done)
    )


def test_what_is_listed_again_is_offered_again(usva: Path, tmp_path: Path) -> None:
    items = samples.libraries("fi")
    items[15]["services"] = []
    lg.update(usva, finnish(tmp_path, items))
    lg.update(usva, finnish(tmp_path, samples.libraries("fi"), "2026-12-01"))
    service = lg.load(usva)[lg.Service, "service-langaton-verkko"]
    (offer,) = [one for one in service.offered if one.at == "branch-vuoren-kirjasto"]
    assert (str(offer.from_), offer.to) == ("..2026-12-01", None)


def test_ids_are_ones_own(usva: Path, second: lg.Received) -> None:
    """The identifier of the directory tells what is what, whatever its id."""
    for old, now in {
        "branch-ahjon-kirjasto": "branch-ahjo",
        "organisation-saunasaari": "organisation-saari",
        "service-tulostus": "service-printing",
        "source-kirkanta": "source-directory",
    }.items():
        lg.edit(usva).rename(old, now)
    done = lg.update(usva, second)
    assert done.conflicts == ()
    graph = lg.load(usva)
    assert graph[lg.Branch, "branch-ahjo"].name == {"fi": "Ahjolan kirjasto"}
    new = graph[lg.Branch, "branch-koivikon-kirjasto"]
    assert (new.organisation, new.sources) == ("organisation-saari", ("source-directory",))
    assert len(graph.all(lg.Branch)) == 21
    assert len(graph.all(lg.Service)) == 9


def test_what_was_taken_out_here_stays_out(usva: Path, second: lg.Received) -> None:
    graph = lg.load(usva)
    out = {"branch-lehtolan-kirjasto", "branch-saunasaaren-kirjasto", "organisation-saunasaari"}

    def offers(element: Any) -> Any:
        if isinstance(element, lg.Service):
            kept = tuple(one for one in element.offered if one.at not in out)
            return element.replace(offered=kept)
        return element

    rest = [offers(element) for element in graph if element.id not in out]
    lg.save(lg.ServiceGraph(rest, graph.settings), usva)
    done = lg.update(usva, second)
    graph = lg.load(usva)
    assert not out & {element.id for element in graph}
    assert "branch-koivikon-kirjasto" not in graph
    reasons = {(row.field, words_of(row.why)) for row in done.left}
    assert (
        "branch",
        "it belongs to what was taken out of the model: organisation-saunasaari",
    ) in reasons
    assert {(one.element, one.type.value) for one in done.conflicts} == {
        ("branch-lehtolan-kirjasto", "removed"),
        ("branch-saunasaaren-kirjasto", "removed"),
    }


def test_an_older_download_is_refused(usva: Path, second: lg.Received, tmp_path: Path) -> None:
    lg.update(usva, second)
    older = finnish(tmp_path, samples.libraries("fi")[1:], samples.FIRST)
    with pytest.raises(lg.ExchangeError, match="older than what was taken last, of 2026-11-01"):
        lg.update(usva, older)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"taken": [{}], "day": "x", "files": []}'])
def test_what_was_taken_last_must_be_readable(usva: Path, second: lg.Received, text: str) -> None:
    (usva / ".lumme/imported/kirkanta.json").write_text(text, encoding="utf-8")
    before = tree(usva)
    with pytest.raises(lg.ExchangeError, match=r"kirkanta\.json is not what an import keeps; take"):
        lg.update(usva, second)
    assert tree(usva) == before


def test_without_a_last_import_nothing_is_overwritten(usva: Path, second: lg.Received) -> None:
    """What the model has stays, what it has not is added, and what differs is told."""
    (usva / ".lumme/imported/kirkanta.json").unlink()
    lg.edit(usva).set("branch-niittylan-kirjasto", "street", None)
    done = lg.update(usva, second)
    assert ("new", "branch-niittylan-kirjasto", ("street",)) in changed(done)
    assert ("new", "branch-koivikon-kirjasto", ()) in changed(done)
    assert {(one.element, one.path) for one in done.conflicts} == {
        ("branch-ahjon-kirjasto", ("name", "fi")),
        ("branch-hallarannan-kirjasto", ("street",)),
        ("branch-saunasaaren-kirjasto", ("type",)),
    }
    assert done.missing == ()


def test_a_model_by_hand_is_known_by_its_identifiers(tmp_path: Path, second: lg.Received) -> None:
    """The library of a city is the one that its branches belong to in the model."""
    write(tmp_path / "mine", {"model.yaml": BY_HAND, "who.yaml": WHO_BY_HAND})
    done = lg.update(tmp_path / "mine", second)
    graph = lg.load(tmp_path / "mine")
    assert len(graph.all(lg.Branch)) == 20
    main = graph[lg.Branch, "branch-main"]
    assert main.name == {"fi": "Pääkirjasto", **dict(list(main.name.items())[1:])}
    assert (main.postal_code, main.sources) == ("90701", ("source-visit", "source-kirkanta"))
    assert {one.organisation for one in graph.all(lg.Branch) if one.city == "Kivisalo"} == {
        "organisation-town"
    }
    assert (
        graph[lg.Organisation, "organisation-hallaranta"].memberships[0].of == "organisation-mist"
    )
    inferred, day = map(words_of, done.notes)
    assert inferred == (
        "2 elements were taken for what all their places in the model belong to: "
        "organisation-mist, organisation-town"
    )
    assert day.startswith(
        "the day of the model, 1 August 2026, is before that of the files, 1 November 2026"
    )
    assert {(one.element, one.path) for one in done.conflicts} == {
        ("organisation-mist", ("name", "fi")),
        ("branch-main", ("name", "fi")),
    }


def test_the_commands_as_they_are_typed(tmp_path: Path) -> None:
    samples.downloads(tmp_path)
    samples.downloads(tmp_path, samples.SECOND)
    one = ",".join(f"usva-{lang}-{samples.FIRST}.json" for lang in samples.LANGUAGES)
    two = ",".join(f"usva-{lang}-{samples.SECOND}.json" for lang in samples.LANGUAGES)
    run = lumme("new", "mine", "--from", one, cwd=tmp_path)
    assert run.code == 0
    assert "43 elements from usva-en-2026-09-01.json" in run.err
    assert "library.schedules" in run.out
    assert lumme("check", "mine", cwd=tmp_path).code == 0
    run = lumme("new", "mine", "--from", two, cwd=tmp_path)
    assert (run.code, f"lumme update mine --from {two}" in run.err) == (2, True)
    run = lumme("update", "mine", "--from", two, "--dry-run", cwd=tmp_path)
    assert (run.code, "Ahjon kirjasto → Ahjolan kirjasto" in run.out) == (0, True)
    assert "nothing was written" in run.err
    lg.edit(tmp_path / "mine").set("branch-hallarannan-kirjasto", "street", "Vanhatie 7")
    run = lumme("update", "mine", "--from", two, "--lang", "en", cwd=tmp_path)
    assert (run.code, "Vanhatie 7" in run.out) == (1, True)
    assert KUUSIKKO in run.out
    run = lumme("update", "mine", "--from", two, "--quiet", cwd=tmp_path)
    assert (run.code, "Vanhatie 7" in run.out, run.err) == (1, True, "")
    run = lumme("update", "mine", "--from", two, "--keep", "mine", cwd=tmp_path)
    assert (run.code, "Vanhatie 7" in run.out) == (0, True)
    run = lumme("update", "mine", "--from", two, "--gone", "close", "--not-taken", cwd=tmp_path)
    assert (run.code, "library.schedules" in run.out) == (0, True)
    run = lumme("update", "mine", "--from", two, "--quiet", cwd=tmp_path)
    assert run == ("", "", 0)
    run = lumme("update", "mine", "--from", two, "--gone", "clos", cwd=tmp_path)
    assert (run.code, "did you mean close?" in run.err) == (2, True)


def test_without_the_finnish_file_finnish_is_still_no_translation(
    usva: Path, tmp_path: Path
) -> None:
    """What has no English comes back in Finnish, which the model knows."""
    file = samples.write(
        tmp_path, f"en-{samples.SECOND}.json", samples.answer(samples.libraries("en"), "en")
    )
    done = lg.update(usva, lg.receive(file))
    assert {row[1] for row in changed(done)} == {"model", "source-kirkanta"}


def test_a_copy_with_the_same_identifier_is_not_taken_for_it(
    usva: Path, second: lg.Received
) -> None:
    text = (usva / "who.yaml").read_text(encoding="utf-8")
    start = text.index("- id: branch-ahjon-kirjasto")
    copy = text[start : text.index("- id: branch-myllykosken")]
    copy = copy.replace("branch-ahjon-kirjasto", "branch-copy")
    (usva / "who.yaml").write_text(f"{text}\n{copy}", encoding="utf-8")
    lg.update(usva, second)
    graph = lg.load(usva)
    assert graph[lg.Branch, "branch-ahjon-kirjasto"].name["fi"] == "Ahjolan kirjasto"
    assert graph[lg.Branch, "branch-copy"].name["fi"] == "Ahjon kirjasto"


def test_what_is_no_model_is_refused(tmp_path: Path, second: lg.Received) -> None:
    with pytest.raises(lg.KnownError, match="nowhere"):
        lg.update(tmp_path / "nowhere", second)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty").mkdir()
    with pytest.raises(lg.ModelError):
        lg.update(tmp_path / "empty", second)
    assert list((tmp_path / "empty").iterdir()) == []
