"""What the guide covers: the worked example by hand, random models against a second count."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lumme_graph as lg
from lumme_graph.analysis.coverage.cells import Cell, CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.fingerprint import (
    ReviewState,
    fingerprint,
    review_state,
    text_fingerprint,
)
from lumme_graph.meta.spec import specs

WORKED = Path(__file__).parent / "models" / "worked"
AS_OF = date(2026, 8, 22)


@pytest.fixture(scope="module")
def graph() -> lg.ServiceGraph:
    graph, findings = lg.read(WORKED)
    assert [finding.code for finding in findings] == ["LG101"]
    return graph


@pytest.fixture(scope="module")
def worked(graph: lg.ServiceGraph) -> Coverage:
    return lg.coverage(graph)


def short(cells: Iterable[Cell]) -> set[tuple[str, str, str]]:
    """Cells as the table writes them: item, library, language."""
    return {(c.item.id, c.library.id[-1].upper(), c.language) for c in cells}


def in_state(coverage: Coverage, state: CellState) -> set[tuple[str, str, str]]:
    return short([cell for cell in coverage.cells if cell.state is state])


def both(item: str, libraries: str) -> set[tuple[str, str, str]]:
    return {(item, library, tag) for library in libraries for tag in ("fi", "en")}


# The worked example.


def test_the_worked_model_is_the_one_of_the_table(graph: lg.ServiceGraph) -> None:
    """Offers at A, B and C as the table has them: y, n, and ? where nothing is stated."""
    found = {
        item.id: "".join(
            {True: "y", False: "n", None: "?"}[lg.offered(graph, item, library, AS_OF)]
            for library in lg.libraries(graph, AS_OF)
        )
        for item in graph.all(lg.Service)
        + graph.all(lg.Touchpoint)
        + graph.all(lg.Path)
        + graph.all(lg.Commitment)
        + graph.all(lg.Profile)
    }
    assert found == {
        "service-loan": "yyy",
        "service-home": "yn?",
        "service-digi": "yyn",
        "touchpoint-desk": "yyy",
        "touchpoint-web": "yyy",
        "touchpoint-bus": "nyn",
        "touchpoint-old": "???",
        "path-card": "yyy",
        "path-home": "ynn",
        "commitment-open": "yyy",
        "commitment-near": "nyn",
        "profile-family": "yyy",
        "profile-home": "yyy",
    }


def test_cells_are_items_at_libraries_in_languages(worked: Coverage) -> None:
    assert len(worked.items) == 12
    assert [library.id for library in worked.libraries] == [
        "organisation-a",
        "organisation-b",
        "organisation-c",
    ]
    assert worked.languages == ("fi", "en")
    assert len(worked.cells) == 72
    assert "touchpoint-old" not in {item.id for item in worked.items}


def test_the_states_of_the_worked_example(worked: Coverage) -> None:
    assert {state.word: worked.states[state] for state in CellState} == {
        "covered": 39,
        "stale": 2,
        "planned": 2,
        "untranslated": 3,
        "missing": 8,
        "unknown": 2,
        "exempt": 16,
    }
    assert in_state(worked, CellState.STALE) == both("service-home", "A")
    assert in_state(worked, CellState.PLANNED) == {
        ("service-digi", "A", "fi"),
        ("service-digi", "B", "fi"),
    }
    assert in_state(worked, CellState.UNTRANSLATED) == {
        ("touchpoint-web", "A", "en"),
        ("touchpoint-web", "B", "en"),
        ("touchpoint-web", "C", "en"),
    }
    assert in_state(worked, CellState.MISSING) == {
        ("service-digi", "A", "en"),
        ("service-digi", "B", "en"),
    } | both("commitment-near", "B") | both("profile-home", "BC")
    assert in_state(worked, CellState.UNKNOWN) == both("service-home", "C")


def test_done_and_with_plans(worked: Coverage) -> None:
    assert worked.done == Ratio(39, 54)
    assert worked.done.percent == "72.2"
    assert worked.with_plans == Ratio(41, 54)
    assert worked.with_plans.percent == "75.9"
    assert str(worked.done) == "39/54 = 72.2 %"


def shares(groups: dict[str, Ratio]) -> dict[str, tuple[int, int, str]]:
    return {name: (value.n, value.d, value.percent) for name, value in groups.items()}


def test_by_kind_library_and_language(worked: Coverage) -> None:
    assert shares(worked.by_kind()) == {
        "service": (6, 12, "50.0"),
        "touchpoint": (11, 14, "78.6"),
        "path": (8, 8, "100.0"),
        "commitment": (6, 8, "75.0"),
        "profile": (8, 12, "66.7"),
    }
    assert shares(worked.by_library()) == {
        "organisation-a": (15, 20, "75.0"),
        "organisation-b": (13, 20, "65.0"),
        "organisation-c": (11, 14, "78.6"),
    }
    assert shares(worked.by_language()) == {"fi": (21, 27, "77.8"), "en": (18, 27, "66.7")}


def test_the_states_of_items(worked: Coverage) -> None:
    states = {item.id: worked.item_state(item) for item in worked.items}
    assert Counter(states.values()) == {"covered": 7, "partial": 2, "uncovered": 3}
    assert {id_ for id_, state in states.items() if state == "partial"} == {
        "touchpoint-web",
        "profile-home",
    }
    assert {id_ for id_, state in states.items() if state == "uncovered"} == {
        "service-home",
        "service-digi",
        "commitment-near",
    }


def test_the_profile_view_is_another_number(worked: Coverage, graph: lg.ServiceGraph) -> None:
    assert shares(worked.by_profile()) == {
        "profile-family": (21, 24, "87.5"),
        "profile-home": (2, 4, "50.0"),
    }
    home = worked.profile_view(graph[lg.Profile, "profile-home"])
    assert sum(cell.state is CellState.UNKNOWN for cell in home) == 2


def test_the_fifteen_gaps(worked: Coverage) -> None:
    assert len(worked.gaps) == 15
    assert all(cell.state.counted for cell in worked.gaps)
    assert worked.done.n + len(worked.gaps) == worked.done.d


def test_the_findings_on_sections(graph: lg.ServiceGraph) -> None:
    found = {
        code: [
            (f.element, f.place.line, f.message("en"), f.advice("en"))
            for f in lg.check(graph)
            if f.code == code
        ]
        for code in ("LG101", "LG211", "LG212", "LG301", "LG302", "LG402")
    }
    lines = (WORKED / "guide.yaml").read_text(encoding="utf-8").split("\n")

    def line(words: str, after: str) -> int:
        """The line with `words` that follows the line with `after`."""
        start = next(i for i, text in enumerate(lines) if text.endswith(after))
        return next(i for i, text in enumerate(lines[start:], start + 1) if words in text)

    ((element, at, message, hint),) = found["LG101"]
    assert (element, at) == ("section-g9", line("item:", "section-g9"))
    assert "service-lone" in message
    assert hint == "did you mean service-loan?"
    ((element, at, message, _),) = found["LG212"]
    assert (element, at) == ("section-g7", line("- id:", "section-g7"))
    assert "touchpoint-old" in message
    ((element, at, message, _),) = found["LG302"]
    assert (element, at) == ("section-g8", line("item:", "section-g8"))
    assert message == "the section tells of touchpoint-bus, which is not offered at A"
    assert [element for element, *_ in found["LG211"]] == ["section-g11"]
    ((element, at, message, _),) = found["LG402"]
    assert (element, at) == ("section-g5", line("item:", "section-g5"))
    assert "commitment-open" in message
    ((element, at, message, _),) = found["LG301"]
    assert (element, at) == ("section-g10", line("facts:", "section-g10"))
    assert "section-g1 says 28 day" in message
    assert "service-loan, A, fi" in message
    assert f"guide.yaml:{line('facts:', 'section-g1')}:" in message


def test_of_several_states_the_first_holds() -> None:
    assert [state.word for state in CellState] == [
        "covered",
        "stale",
        "planned",
        "untranslated",
        "missing",
        "unknown",
        "exempt",
    ]
    assert [state.counted for state in CellState] == [True] * 5 + [False] * 2


def test_a_cell_names_the_sections_that_bear_on_it(worked: Coverage) -> None:
    bearing = {
        (c.item.id, c.library.id[-1], c.language): [s.id for s in c.sections] for c in worked.cells
    }
    assert bearing["service-loan", "a", "fi"] == ["section-g1", "section-g10"]
    assert bearing["service-loan", "a", "en"] == ["section-g1"]
    assert bearing["service-loan", "b", "fi"] == ["section-g1"]
    assert bearing["service-home", "a", "fi"] == ["section-g3"]
    assert bearing["service-home", "c", "fi"] == []
    assert bearing["touchpoint-web", "b", "en"] == ["section-g2"]
    assert bearing["service-digi", "a", "fi"] == ["section-g4"]
    assert bearing["service-digi", "a", "en"] == ["section-g4"]
    assert bearing["commitment-near", "b", "en"] == []


def test_an_accepted_review_and_a_lost_text_change_what_they_must(tmp_path: Path) -> None:
    """The two changes of the baseline paragraph: 3 new gaps, or 13 left."""
    lost = tmp_path / "lost"
    shutil.copytree(WORKED, lost)
    (lost / "guide" / "section-g2.fi.md").unlink()
    before = set(short(lg.coverage(lg.read(WORKED)[0]).gaps))
    after = set(short(lg.coverage(lg.read(lost)[0]).gaps))
    assert after - before == {("touchpoint-web", library, "fi") for library in "ABC"}
    assert before <= after
    reviewed = tmp_path / "reviewed"
    shutil.copytree(WORKED, reviewed)
    guide = reviewed / "guide.yaml"
    right = fingerprint(lg.read(WORKED)[0]["service-home"])
    text = guide.read_text(encoding="utf-8")
    assert text.count("2:0000000000000000") == 1
    guide.write_text(text.replace("2:0000000000000000", right), encoding="utf-8")
    gaps = short(lg.coverage(lg.read(reviewed)[0]).gaps)
    assert len(gaps) == 13
    assert before - gaps == both("service-home", "A")


def worked_with(folder: Path, words: str) -> Coverage:
    """The worked example with other settings of coverage."""
    shutil.copytree(WORKED, folder)
    with (folder / "model.yaml").open("a", encoding="utf-8") as file:
        file.write(f"coverage: {{{words}}}\n")
    return lg.coverage(lg.read(folder)[0])


def test_unknown_may_count_as_a_gap(tmp_path: Path) -> None:
    found = worked_with(tmp_path / "gap", "unknown: gap")
    assert str(found.done) == "39/56 = 69.6 %"
    assert in_state(found, CellState.UNKNOWN) == both("service-home", "C")
    assert found.states[CellState.MISSING] == 8
    assert short(found.gaps) >= both("service-home", "C")
    assert len(found.gaps) == 17


def test_what_was_never_reviewed_may_count_as_stale(tmp_path: Path) -> None:
    found = worked_with(tmp_path / "stale", "unreviewed: stale")
    assert found.done == Ratio(33, 54)
    assert in_state(found, CellState.STALE) == both("service-home", "A") | both(
        "commitment-open", "ABC"
    )


def test_kinds_without_need_give_no_cells(tmp_path: Path) -> None:
    """Only services and paths: 6 of 12 and 8 of 8."""
    found = worked_with(tmp_path / "needs", "needs: [service, path]")
    assert found.done == Ratio(14, 20)
    assert {item.kind.prefix for item in found.items} == {"service", "path"}


def test_an_empty_model_has_nothing_to_cover() -> None:
    empty = lg.coverage(lg.ServiceGraph([], day_settings()))
    assert empty.done == Ratio(0, 0)
    assert str(empty.done) == "n/a"
    assert not empty.gaps
    assert not empty.by_kind()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_files_and_elements_never_matters(tmp_path: Path, seed: int) -> None:
    """Every element in a file of its own, in any order of names: the same cells and findings."""
    elements = split_elements()
    random.Random(seed).shuffle(elements)  # noqa: S311 - an order, no secret
    shutil.copytree(WORKED / "guide", tmp_path / "guide")
    shutil.copy(WORKED / "model.yaml", tmp_path / "model.yaml")
    for number, text in enumerate(elements):
        folder = tmp_path / f"part-{number % 4}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    one, other = lg.read(WORKED)[0], lg.read(tmp_path)[0]
    assert facts_of(lg.coverage(one)) == facts_of(lg.coverage(other))
    assert said(one) == said(other)


def split_elements() -> list[str]:
    """The elements of the worked model, each as text."""
    lines: list[str] = []
    for name in ("offer.yaml", "guide.yaml"):
        lines += (WORKED / name).read_text(encoding="utf-8").splitlines(keepends=True)
    elements: list[str] = []
    for line in lines:
        if line.startswith("- id:"):
            elements.append("")
        elements[-1] += line
    return elements


def facts_of(coverage: Coverage) -> set[tuple[str, str, str, str, frozenset[str]]]:
    return {
        (c.item.id, c.library.id, c.language, c.state.word, frozenset(s.id for s in c.sections))
        for c in coverage.cells
    }


def said(graph: lg.ServiceGraph) -> Counter[tuple[str, str]]:
    """Codes and elements; of a contradiction either side may be the one that is reported."""
    findings = [f for f in lg.check(graph) if f.code != "LG301"]
    pairs = Counter((f.code, f.element) for f in findings)
    pairs["LG301", "section-g1 × section-g10"] = sum(f.code == "LG301" for f in lg.check(graph))
    return pairs


# Random models against a second count, written from coverage.md alone.


@dataclass(frozen=True)
class Said:
    """A section as the random models have it."""

    status: str
    texts: frozenset[str]
    scope: frozenset[str]
    links: tuple[tuple[str, frozenset[str], str], ...]


@dataclass(frozen=True)
class Model:
    """A random model in plain words, from which both counts are made."""

    offers: dict[str, dict[str, str]]
    ended: dict[str, str]
    waived: dict[str, tuple[tuple[str | None, str | None, str | None], ...]]
    shore: frozenset[str]
    sections: tuple[Said, ...]


LIBRARIES = ("a", "b", "c")
TAGS = ("fi", "en")
KINDS = (
    "service-one",
    "service-two",
    "touchpoint-one",
    "path-one",
    "commitment-one",
    "profile-one",
)
SCOPES = ("a", "b", "c", "shore", "net")
UNTIL = (None, "2026-08-21", "2026-08-22")
ENDED = ("", "2026-08-21", "2026-08-22", "2026")
scopes = st.frozensets(st.sampled_from(SCOPES), max_size=2)
links = st.lists(
    st.tuples(st.sampled_from(KINDS), scopes, st.sampled_from(("fresh", "stale", "never"))),
    max_size=3,
    unique_by=lambda link: link[0],
).map(tuple)
models = st.builds(
    Model,
    offers=st.fixed_dictionaries(
        {
            item: st.dictionaries(
                st.sampled_from((*LIBRARIES, "shore")), st.sampled_from(("yes", "no"))
            )
            for item in KINDS
        }
    ),
    ended=st.fixed_dictionaries({item: st.sampled_from(ENDED) for item in KINDS}),
    waived=st.dictionaries(
        st.sampled_from(KINDS),
        st.lists(
            st.tuples(
                st.sampled_from((None, *SCOPES)),
                st.sampled_from((None, *TAGS)),
                st.sampled_from(UNTIL),
            ),
            max_size=2,
            unique_by=lambda waiver: waiver[:2],
        ).map(tuple),
        max_size=3,
    ),
    shore=st.frozensets(st.sampled_from(LIBRARIES)),
    sections=st.lists(
        st.builds(
            Said,
            status=st.sampled_from(("published", "draft", "planned")),
            texts=st.frozensets(st.sampled_from(TAGS)),
            scope=scopes,
            links=links,
        ),
        max_size=5,
    ).map(tuple),
)


def day_settings(**more: object) -> lg.Settings:
    return lg.Settings.model_validate({"as_of": "2026-08-22", **more})


def name(id_: str) -> str:
    return f"organisation-{id_}"


def made(model: Model) -> lg.ServiceGraph:
    """The random model as elements."""
    text = {"fi": "nimi", "en": "name"}
    data: list[dict[str, Any]] = [
        {"id": name("net"), "name": text, "type": "network"},
        {"id": name("shore"), "name": text, "type": "sub-network"},
    ]
    for library in LIBRARIES:
        networks = ["net", "shore"] if library in model.shore else ["net"]
        members = [{"of": name(network)} for network in networks]
        data.append({"id": name(library), "name": text, "type": "library", "memberships": members})
    needed = {"touchpoint": {"channel": "phone"}, "profile": {"relation": "user"}}
    data += [
        {
            "id": item,
            "name": text,
            **needed.get(item.partition("-")[0], {}),
            "offered": [{"at": name(at), "is": is_} for at, is_ in model.offers[item].items()],
            "waive": [
                {"at": at and name(at), "language": tag, "reason": "so", "until": until}
                for at, tag, until in model.waived.get(item, ())
            ],
            "to": model.ended[item] or None,
        }
        for item in KINDS
    ]
    elements = {entry["id"]: element(entry) for entry in data}
    for number, section in enumerate(model.sections):
        entry = {
            "id": f"section-{number}",
            "name": text,
            "status": section.status,
            "scope": [name(at) for at in section.scope],
            "covers": [
                {
                    "item": item,
                    "scope": [name(at) for at in scope],
                    "reviewed": review(elements[item], how),
                }
                for item, scope, how in section.links
            ],
            "body": dict.fromkeys(section.texts, "words") or None,
        }
        elements[entry["id"]] = element(entry)
    languages = {"required": TAGS}
    return lg.ServiceGraph(
        elements.values(), day_settings(network=name("net"), languages=languages)
    )


def element(entry: dict[str, Any]) -> KeptElement:
    kind = next(cls for cls in lg.ELEMENTS if cls.kind.prefix == entry["id"].partition("-")[0])
    return kind.model_validate(entry)


def review(item: KeptElement, how: str) -> dict[str, str] | None:
    if how == "never":
        return None
    fp = fingerprint(item) if how == "fresh" else "2:0123456789abcdef"
    return {"fp": fp, "date": "2026-01-01"}


def second_count(model: Model) -> dict[tuple[str, str, str], str]:
    """Every cell and its state, after coverage.md §§ 2 to 5 and 9, in the plainest way."""
    cells: dict[tuple[str, str, str], str] = {}
    for item in KINDS:
        if model.ended[item] == "2026-08-21":
            continue
        for library in LIBRARIES:
            for tag in TAGS:
                cells[item, library, tag] = second_state(model, item, library, tag)
    return cells


def around(model: Model, library: str) -> set[str]:
    """A library and all that it belongs to."""
    return {library, "net", "shore"} if library in model.shore else {library, "net"}


def second_state(model: Model, item: str, library: str, tag: str) -> str:
    mine = around(model, library)
    for at, language, until in model.waived.get(item, ()):
        if (at is None or at in mine) and language in {None, tag} and until != "2026-08-21":
            return "exempt"
    said = model.offers[item].get(library)
    if said is None and library in model.shore:
        said = model.offers[item].get("shore")
    if said is None:
        said = "yes" if item.startswith(("commitment", "profile")) else "unknown"
    if said != "yes":
        return {"no": "exempt", "unknown": "unknown"}[said]
    told = {
        second_word(section, how, tag)
        for section in model.sections
        for covered, scope, how in section.links
        if covered == item
        if not section.scope or section.scope & mine
        if not scope or scope & mine
    }
    states = ("covered", "stale", "planned", "untranslated", "missing")
    return next(state for state in states if state in told | {"missing"})


def second_word(section: Said, how: str, tag: str) -> str:
    """What one link alone makes of a cell."""
    if section.status != "published":
        return "planned" if tag in section.texts else "missing"
    if tag in section.texts:
        return "stale" if how == "stale" else "covered"
    return "untranslated" if section.texts else "missing"


@given(models)
def test_cells_are_as_a_second_count_has_them(model: Model) -> None:
    found = lg.coverage(made(model))
    cells = {
        (c.item.id, c.library.id.partition("-")[2], c.language): c.state.word for c in found.cells
    }
    assert cells == second_count(model)


@given(models)
def test_numbers_follow_from_the_cells(model: Model) -> None:
    found, cells = lg.coverage(made(model)), second_count(model)
    counted = {key: state for key, state in cells.items() if state not in {"unknown", "exempt"}}
    covered = [key for key, state in counted.items() if state == "covered"]
    plans = [key for key, state in counted.items() if state in {"covered", "planned"}]
    assert found.done == (len(covered), len(counted))
    assert found.with_plans == (len(plans), len(counted))
    for place, groups in enumerate((found.by_kind(), found.by_library(), found.by_language())):
        names = [(n.partition("-")[2] if place == 1 else n) for n in groups]
        for group, value in zip(names, groups.values(), strict=True):
            mine = [key for key in counted if word(key[place], place) == group]
            assert value == (sum(key in covered for key in mine), len(mine))
    for item in found.items:
        mine_states = [state for key, state in cells.items() if key[0] == item.id]
        assert found.item_state(item) == second_item_state(mine_states)
    assert len(found.gaps) == len(counted) - len(covered)


def word(part: str, place: int) -> str:
    return part.partition("-")[0] if place == 0 else part


def second_item_state(states: list[str]) -> str:
    counted = [state for state in states if state not in {"unknown", "exempt"}]
    if not counted:
        return "unknown" if "unknown" in states else "exempt"
    covered = counted.count("covered")
    return "covered" if covered == len(counted) else "partial" if covered else "uncovered"


@given(models, st.randoms(use_true_random=False))
def test_the_order_of_elements_never_matters(model: Model, rng: random.Random) -> None:
    graph = made(model)
    elements = list(graph)
    rng.shuffle(elements)
    assert facts_of(lg.coverage(graph)) == facts_of(
        lg.coverage(lg.ServiceGraph(elements, graph.settings))
    )


@given(models)
def test_the_guide_never_adds_to_the_denominator(model: Model) -> None:
    bare = Model(model.offers, model.ended, model.waived, model.shore, ())
    assert lg.coverage(made(model)).done.d == lg.coverage(made(bare)).done.d
    assert lg.coverage(made(bare)).done.n == 0


# Numbers.


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_a_printed_share_never_says_all_or_nothing_wrongly(a: int, b: int) -> None:
    n, d = min(a, b), max(a, b)
    printed = Ratio(n, d).percent
    if d == 0:
        assert printed == "n/a"
        return
    assert (printed == "100.0") == (n == d)
    assert (printed == "0.0") == (n == 0)
    exact = Decimal(100 * n) / Decimal(d)
    slack = Decimal("0.05") if 0 < n < d and printed not in {"0.1", "99.9"} else Decimal("0.1")
    assert abs(Decimal(printed) - exact) <= slack
    assert len(printed.partition(".")[2]) == 1


@pytest.mark.parametrize(
    ("n", "d", "printed"),
    [
        (0, 1, "0.0"),
        (1, 1, "100.0"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 8, "12.5"),
        (1, 16, "6.3"),
        (1, 2001, "0.1"),
        (1, 100_000, "0.1"),
        (1999, 2000, "99.9"),
        (99_999, 100_000, "99.9"),
        (10**30, 10**30, "100.0"),
        (10**30 - 1, 10**30, "99.9"),
    ],
)
def test_shares_by_hand(n: int, d: int, printed: str) -> None:
    assert Ratio(n, d).percent == printed


def test_a_ratio_counts_only_counted_cells(worked: Coverage) -> None:
    left_out = [c for c in worked.cells if c.state in {CellState.UNKNOWN, CellState.EXEMPT}]
    assert worked.ratio(left_out) == Ratio(0, 0)
    assert worked.ratio(worked.cells, CellState.STALE) == Ratio(2, 54)


# Fingerprints.


def service(**more: object) -> lg.Service:
    return lg.Service.model_validate(
        {
            "id": "service-loan",
            "name": {"fi": "Lainaus", "en": "Loans"},
            "touchpoints": ["touchpoint-desk", "touchpoint-web"],
            "facts": [{"key": "loan_days", "value": "28", "unit": "day"}],
            **more,
        }
    )


def test_a_fingerprint_by_hand() -> None:
    """Canonical JSON: keys sorted, no spaces; then the first 16 digits of SHA-256."""
    canonical = (
        '{"facts":[{"key":"loan_days","unit":"day","value":"28"}],'
        '"name":{"en":"Loans","fi":"Lainaus"},'
        '"touchpoints":["touchpoint-desk","touchpoint-web"]}'
    )
    wanted = "2:" + hashlib.sha256(canonical.encode()).hexdigest()[:16]
    assert fingerprint(service()) == wanted


def test_a_fingerprint_of_a_path_holds_its_steps() -> None:
    path = lg.Path.model_validate(
        {
            "id": "path-card",
            "name": {"en": "Card"},
            "steps": [
                {
                    "id": "ask",
                    "action": {"en": "kysyy\u0301 "},
                    "actor": {"kind": "customer"},
                    "lane": "customer",
                    "feeling": {"value": "1", "standing": "illustrative"},
                    "standing": "illustrative",
                }
            ],
        }
    )
    canonical = (
        '{"name":{"en":"Card"},"steps":[{"action":{"en":"kysy\u00fd"},'
        '"actor":{"kind":"customer"},"feeling":{"value":1},"id":"ask","lane":"customer"}]}'
    )
    wanted = "2:" + hashlib.sha256(canonical.encode()).hexdigest()[:16]
    assert fingerprint(path) == wanted


@pytest.mark.parametrize(
    "same",
    [
        {"note": "a remark"},
        {"standing": "illustrative", "as_of": "2026"},
        {"standing": "sourced", "sources": ["source-a"]},
        {"derivation": {"en": "so"}},
        {"offered": [{"at": "organisation-a", "is": "yes"}]},
        {"waive": [{"reason": "so"}]},
        {"former_names": [{"name": {"en": "Lending"}, "to": "2001"}]},
        {"name": {"en": "Loans", "fi": "Lainaus"}},
        {"name": {"fi": " Lainaus\n", "en": "Loans"}},
        {"facts": [{"key": "loan_days", "unit": "day", "value": "28", "standing": "illustrative"}]},
        {"facts": [{"id": "days", "key": "loan_days", "unit": "day", "value": "28"}]},
        {"name": {"FI": "Lainaus", "en": "Loans"}},
        {"id": "service-lending"},
        {"name": {"fi": "Lainaus", "en": " \n Loans "}},
        {"touchpoints": ["touchpoint-web", "touchpoint-desk"]},
        {"touchpoints": ["touchpoint-web", "touchpoint-desk", "touchpoint-web"]},
    ],
)
def test_what_is_no_content_leaves_the_fingerprint(same: dict[str, object]) -> None:
    assert fingerprint(service(**same)) == fingerprint(service())


@pytest.mark.parametrize(
    "other",
    [
        {"name": {"fi": "Lainaus", "en": "Loan"}},
        {"name": {"fi": "Lainaus"}},
        {"name": {"fi": "Loans", "en": "Lainaus"}},
        {"touchpoints": ["touchpoint-desk"]},
        {"facts": [{"key": "loan_days", "value": "21", "unit": "day"}]},
        {"facts": [{"key": "loan_days", "value": "28"}]},
        {"description": {"en": "What you get"}},
        {"to": "2030"},
    ],
)
def test_content_changes_the_fingerprint(other: dict[str, object]) -> None:
    assert fingerprint(service(**other)) != fingerprint(service())


def test_zeros_at_the_end_of_a_number_are_no_content() -> None:
    def promised(target: str) -> str:
        standard = {"metric": {"en": "days"}, "operator": "<=", "target": target}
        data = {"id": "commitment-a", "name": {"en": "A"}, "standard": standard}
        return fingerprint(lg.Commitment.model_validate(data))

    assert promised("7.50") == promised("7.5") != promised("7.05")
    assert promised("1E+3") == promised("1000")


def steps(*ids: str, **more: object) -> str:
    """The fingerprint of a path with steps in an order."""
    one = {"action": {"en": "acts"}, "actor": {"kind": "customer"}, "lane": "customer"}
    made = [{"id": id_, **one} for id_ in ids]
    data = {"id": "path-card", "name": {"en": "Card"}, "steps": made, **more}
    return fingerprint(lg.Path.model_validate(data))


def test_the_order_of_a_list_counts_where_it_means_something() -> None:
    """Steps and phases run in their order, commitments and sections are read in it."""
    assert steps("ask", "pay") != steps("pay", "ask")
    one, two = ["profile-a", "profile-b"], ["profile-b", "profile-a"]
    assert steps("ask", profiles=one) == steps("ask", profiles=two)
    promises = [
        lg.Promise.model_validate({"id": "promise-a", "name": {"en": "A"}, "commitments": order})
        for order in (["commitment-a", "commitment-b"], ["commitment-b", "commitment-a"])
    ]
    assert fingerprint(promises[0]) != fingerprint(promises[1])


def test_the_lists_whose_order_means_something_are_these() -> None:
    ordered = {
        f"{cls.kind.prefix}.{spec.name}"
        for cls in lg.ELEMENTS
        for spec in specs(cls)
        if spec.prop.ordered
    }
    assert ordered == {
        "path.phases",
        "path.steps",
        "project.phases",
        "promise.commitments",
        "guide.questions",
        "guide.sections",
    }


@pytest.mark.parametrize("seen", [None, "1:0123456789abcdef"])
def test_a_review_of_the_older_form_was_never_made(seen: str | None) -> None:
    assert review_state(seen, "2:0123456789abcdef") is ReviewState.UNREVIEWED


PROSE = """# Loans

Bring your card, and keep
the book for four weeks.

- at the desk
- online

```
lumme  check
  model
```
"""


@pytest.mark.parametrize(
    "same",
    [
        PROSE + "\n\n",
        PROSE.replace("\n", "\r\n"),
        PROSE.replace("keep\nthe", "keep the"),
        PROSE.replace("card, and", "card,\nand"),
        PROSE.replace("weeks.", "weeks. "),
        PROSE.replace("# Loans\n\n", "#  Loans\n\n\n"),
        PROSE.replace("- online", "-   online"),
        PROSE.replace("card", "card\u00a0").replace("\u00a0,", ","),
    ],
)
def test_a_text_wrapped_anew_is_the_same_text(same: str) -> None:
    assert text_fingerprint(same) == text_fingerprint(PROSE)


@pytest.mark.parametrize(
    "other",
    [
        PROSE.replace("four", "five"),
        PROSE.replace("# Loans", "## Loans"),
        PROSE.replace("card, and", "card,\n\nand"),
        PROSE.replace("- online", "online"),
        PROSE.replace("lumme  check", "lumme check"),
        PROSE.replace("  model", "model"),
        PROSE.replace("check\n  model", "check model"),
        PROSE + "\n[card]: https://example.org/card\n",
    ],
)
def test_other_words_structure_or_code_are_another_text(other: str) -> None:
    assert text_fingerprint(other) != text_fingerprint(PROSE)


def test_joined_values_are_kept_apart() -> None:
    """Two lists that would be one string are two contents."""
    a = service(description={"en": "ab"}, conditions={"en": "c"})
    b = service(description={"en": "a"}, conditions={"en": "bc"})
    assert fingerprint(a) != fingerprint(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("rivi\r\ntoinen", "rivi\ntoinen"),
        ("rivi\rtoinen", "rivi\ntoinen"),
        ("a\u0308", "ä"),
        (" x ", "x"),
    ],
)
def test_line_ends_composition_and_blank_ends_are_no_content(a: str, b: str) -> None:
    assert text_fingerprint(a) == text_fingerprint(b)
    assert fingerprint(service(description={"en": a})) == fingerprint(
        service(description={"en": b})
    )


def test_a_fingerprint_in_files_is_stable_under_the_order_of_keys_and_line_ends(
    tmp_path: Path,
) -> None:
    texts = {
        "one": "- id: service-loan\n  name:\n    fi: Lainaus\n    en: Loans\n  cost: {en: free}\n",
        "two": "# moved\r\n- cost: {en: free}\r\n  name: {en: Loans, fi: Lainaus}\r\n  id: service-loan\r\n",
    }
    found: set[str] = set()
    for folder, text in texts.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "model.yaml").write_text("as_of: 2026-08-22\n")
        (tmp_path / folder / "a.yaml").write_bytes(text.encode())
        found.add(fingerprint(lg.load(tmp_path / folder)["service-loan"]))
    assert len(found) == 1


def test_the_fingerprints_of_the_worked_model_are_those_of_its_elements(
    graph: lg.ServiceGraph,
) -> None:
    """All of its reviews but the one that is stale on purpose."""
    reviews = [
        (link.item, link.reviewed.fp)
        for section in graph.all(lg.Section)
        for link in section.covers
        if link.reviewed
    ]
    wrong = [item for item, fp in reviews if fp != fingerprint(graph[str(item)])]
    assert len(reviews) == 12
    assert wrong == ["service-home"]
