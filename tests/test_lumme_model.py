"""The shipped model against the facts and tables it was made from; expected values by hand."""

from __future__ import annotations

import csv
import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

import lumme_graph as lg
from lumme_graph.base.codes import Severity
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.ratio import Ratio
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.membership import is_member
from lumme_graph.graph.names import search_words
from lumme_graph.graph.offers import spans
from lumme_graph.reading.prose import Insert

LUMME = Path(__file__).parents[1] / "models" / "lumme"
TODAY = date(2026, 8, 22)
NETWORK = "organisation-lumme"
MEMBERS = [
    "mikkeli",
    "hirvensalmi",
    "pertunmaa",
    "puumala",
    "savonlinna",
    "pieksamaki",
    "mantyharju",
    "juva",
    "joroinen",
    "rantasalmi",
    "enonkoski",
    "varkaus",
]


@pytest.fixture(scope="module")
def graph() -> lg.ServiceGraph:
    return lg.load(LUMME)


@pytest.fixture(scope="module")
def findings(graph: lg.ServiceGraph) -> list[lg.Finding]:
    return list(lg.check(graph))


def found(findings: list[lg.Finding], code: str) -> set[str]:
    return {finding.element for finding in findings if finding.code == code}


def test_how_many_there_are_of_each_kind(graph: lg.ServiceGraph) -> None:
    assert {kind: len(graph.all(cls)) for kind, cls in KINDS.items()} == {
        "source": 97,
        "claim": 1,
        "subject": 0,
        "municipality": 13,
        "organisation": 15 + 6,
        "branch": 28,
        "vehicle": 4,
        "role": 2,
        "group": 2,
        "project": 7,
        "goal": 3,
        "indicator": 6,
        "touchpoint": 27,
        "rule": 15,
        "practice": 10,
        "service": 15,
        "profile": 9,
        "path": 9,
        "commitment": 7,
        "promise": 1,
        "section": 20,
        "guide": 1,
        "event": 15,
        "need": 7,
        "target": 6,
        "decision": 2,
        "action": 8,
        "idea": 0,
    }
    assert sum(len(path.steps) for path in graph.all(lg.Path)) == 56


def test_the_settings(graph: lg.ServiceGraph) -> None:
    settings = graph.settings
    assert settings.as_of == TODAY
    assert settings.network == NETWORK
    assert settings.languages.required == ("fi", "en")
    assert settings.languages.optional == ("sv",)
    assert settings.statement is not None
    assert "Not made or approved by the Lumme libraries" in settings.statement["en"]


def test_there_are_no_errors(findings: list[lg.Finding]) -> None:
    assert [f for f in findings if f.severity is Severity.ERROR] == []


def test_the_honest_gaps_of_profiles_services_and_touchpoints(findings: list[lg.Finding]) -> None:
    """As computed on the draft of the facts: what is on no path."""
    assert found(findings, "LG601") == {"profile-organiser", "profile-youth"}
    assert found(findings, "LG602") == {
        "service-families",
        "service-e-materials",
        "service-events",
        "service-information",
        "service-outreach",
        "service-participation",
        "service-spaces",
    }
    assert found(findings, "LG604") == {
        "touchpoint-email",
        "touchpoint-receipt",
        "touchpoint-story-time",
        "touchpoint-event",
        "touchpoint-family-meeting-place",
        "touchpoint-hearing",
        "touchpoint-blog",
    }


def test_the_honest_gaps_of_the_guide(findings: list[lg.Finding]) -> None:
    assert found(findings, "LG214") == {
        "section-promise",
        "section-libraries-and-hours",
        "section-accessibility",
    }
    assert found(findings, "LG403") == {"section-home", "section-advice"}


def test_no_service_is_outside_the_guide(graph: lg.ServiceGraph) -> None:
    covered = {link.item for section in graph.all(lg.Section) for link in section.covers}
    assert {service.id for service in graph.all(lg.Service)} <= covered


def test_the_twelve_libraries_of_today(graph: lg.ServiceGraph) -> None:
    here = {library.id for library in lg.libraries(graph, TODAY)}
    assert here == {f"organisation-{name}" for name in MEMBERS}
    assert len(here) == 12


@pytest.mark.parametrize(
    ("day", "member"),
    [
        ("2018-06-01", True),
        ("2019-06-01", True),
        ("2020-02-01", True),
        ("2021-03-15", None),
        ("2026-08-22", False),
    ],
)
def test_heinavesi_left_in_the_spring_of_2021(
    graph: lg.ServiceGraph, day: str, member: bool | None
) -> None:
    heinavesi = graph[lg.Organisation, "organisation-heinavesi"]
    on = date.fromisoformat(day)
    assert is_member(graph, heinavesi, NETWORK, on) is member
    assert (heinavesi in lg.libraries(graph, on)) is (member is True)


def test_three_libraries_buy_from_mikkeli_and_toenpera_is_no_thirteenth(
    graph: lg.ServiceGraph,
) -> None:
    sellers = {o.id: [p.seller for p in o.buys_from] for o in graph.all(lg.Organisation)}
    assert {id_: found for id_, found in sellers.items() if found} == {
        f"organisation-{name}": ["organisation-mikkeli"]
        for name in ("hirvensalmi", "pertunmaa", "puumala")
    }
    toenpera = graph[lg.Organisation, "organisation-toenpera"]
    assert toenpera.type is lg.OrganisationType.SUB_NETWORK
    parts = {
        o.id
        for o in graph.all(lg.Organisation)
        for membership in o.memberships
        if membership.of == toenpera.id
    }
    assert parts == {"organisation-joroinen", "organisation-juva", "organisation-rantasalmi"}


PATHS = {
    "path-card": ("CCFBFC", "0 1 -1 0 2 2", "web-pages desk desk - card loan-machine"),
    "path-hold": (
        "CBSFCCC",
        "1 0 0 1 1 1 1",
        "web-library - - notice hold-shelf loan-machine return-hatch",
    ),
    "path-selfservice": (
        "CCFCCCS",
        "0 -1 1 -1 2 -2 0",
        "web-pages desk desk selfservice-door loan-machine customer-computer -",
    ),
    "path-home": ("CSBCFCC", "0 0 0 1 2 1 1", "phone - - desk home-visit phone desk"),
    "path-school": (
        "CCBFCC",
        "1 1 0 2 2 0",
        "web-pages book-bag-form - school-visit pop-up book-bag",
    ),
    "path-bookbus": ("CCBCFC", "0 0 0 2 2 1", "web-pages web-library - bookbus bookbus card"),
    "path-digital": (
        "CCFCFC",
        "0 -1 1 1 -1 2",
        "local-newspaper desk phone guidance guidance guidance",
    ),
    "path-ill": (
        "CCBFCC",
        "0 0 0 1 -1 -2",
        "web-library interlibrary-form - notice desk web-library",
    ),
    "path-fee": ("CCFCS", "-2 -1 -1 1 1", "web-library phone phone web-library -"),
}
"""Lanes, feelings and touchpoints of each step, from the tables of the facts."""


@pytest.mark.parametrize("id_", PATHS)
def test_paths_are_as_the_facts_have_them(graph: lg.ServiceGraph, id_: str) -> None:
    path = graph[lg.Path, id_]
    lanes = "".join(step.lane.value[0].upper() for step in path.steps)
    feelings = " ".join(str(step.feeling.value) for step in path.steps if step.feeling)
    touchpoints = " ".join(
        step.touchpoint.removeprefix("touchpoint-") if step.touchpoint else "-"
        for step in path.steps
    )
    assert (lanes, feelings, touchpoints) == PATHS[id_]
    assert path.standing is lg.Standing.ILLUSTRATIVE
    assert path.state is lg.PathState.AS_IS


def test_where_feelings_are_lowest_and_how_much_is_sourced(graph: lg.ServiceGraph) -> None:
    steps = [(p.id, number, s) for p in graph.all(lg.Path) for number, s in enumerate(p.steps, 1)]
    lowest = {(id_, number) for id_, number, s in steps if s.feeling and s.feeling.value == -2}
    assert lowest == {("path-selfservice", 6), ("path-ill", 6), ("path-fee", 1)}
    assert sum(s.standing is lg.Standing.SOURCED for *_, s in steps) == 42
    assert all(s.feeling.standing is lg.Standing.ILLUSTRATIVE for *_, s in steps if s.feeling)


def test_profiles_and_promise_are_ours(graph: lg.ServiceGraph) -> None:
    ours = [*graph.all(lg.Profile), *graph.all(lg.Promise), *graph.all(lg.Commitment)]
    assert {element.id: element.standing for element in ours} == {
        element.id: lg.Standing.ILLUSTRATIVE for element in ours
    }


@pytest.mark.parametrize("kind", ["service", "touchpoint"])
def test_mikkelis_own_bookmobile_is_the_only_no_of_today(graph: lg.ServiceGraph, kind: str) -> None:
    noes = {
        (item.id, library.id)
        for item in graph.all(Coverable)
        for library in lg.libraries(graph, TODAY)
        if item.kind.prefix == kind and lg.offered(graph, item, library, TODAY) is False
    }
    assert noes == {(f"{kind}-bookbus", "organisation-mikkeli")}


@pytest.mark.parametrize(
    ("library", "day", "answer"),
    [
        ("rantasalmi", "2018-12-31", False),
        ("rantasalmi", "2019-06-01", None),
        ("mantyharju", "2019-12-31", False),
        ("mantyharju", "2020-01-01", None),
        ("mantyharju", "2021-12-31", True),
        ("mikkeli", "2017-10-15", None),
        ("mikkeli", "2017-10-16", True),
        ("enonkoski", "2026-08-22", None),
    ],
)
def test_self_service_by_day(
    graph: lg.ServiceGraph, library: str, day: str, answer: bool | None
) -> None:
    service = graph[lg.Service, "service-selfservice"]
    at = graph[lg.Organisation, f"organisation-{library}"]
    assert lg.offered(graph, service, at, date.fromisoformat(day)) is answer


# Row by row against the tables.


@pytest.fixture(scope="module")
def shared() -> Path:
    place = os.environ.get("LUMME_SHARED")
    if not place:
        pytest.skip("LUMME_SHARED does not name the folder with the tables")
    return Path(place) / "lumme"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Row(NamedTuple):
    """A row of offers.csv, or a span of the model in the same words."""

    item: str
    library: str
    answer: str
    start: UncertainDate | None
    end: UncertainDate | None
    standing: str
    sources: str


def day_of(text: str) -> UncertainDate | None:
    """`2019-01` is some day of the month, `latest:…` at the latest then, nothing is open."""
    if not text:
        return None
    latest = text.removeprefix("latest:")
    return UncertainDate.parse({"latest": latest} if latest != text else text)


def test_offers_row_by_row(graph: lg.ServiceGraph, shared: Path) -> None:
    wanted = [
        Row(
            row["item"],
            row["organisation"],
            row["offered"],
            day_of(row["from"]),
            day_of(row["to"]),
            row["standing"],
            row["sources"],
        )
        for row in rows(shared, "offers.csv")
    ]
    made = [
        Row(
            item.id,
            library.id,
            span.is_.value,
            span.from_,
            span.to,
            str(span.standing),
            " ".join(span.sources),
        )
        for item in graph.all(Coverable)
        for library in lg.libraries(graph, TODAY)
        for span in spans(graph, item, library)
    ]
    assert len(wanted) == 262
    assert sorted(map(str, made)) == sorted(map(str, wanted))
    assert Counter((row.answer, row.standing) for row in made) == {
        ("yes", "sourced"): 81,
        ("yes", "derived"): 177,
        ("no", "sourced"): 3,
        ("no", "derived"): 1,
    }


def test_covers_row_by_row(graph: lg.ServiceGraph, shared: Path) -> None:
    wanted = [(row["section"], row["item"], row["scope"]) for row in rows(shared, "covers.csv")]
    made = [
        (section.id, str(link.item), " ".join(link.scope) or "all")
        for section in graph.all(lg.Section)
        for link in section.covers
    ]
    assert len(wanted) == 73
    assert sorted(made) == sorted(wanted)


def test_sections_row_by_row_and_in_order(graph: lg.ServiceGraph, shared: Path) -> None:
    wanted = [
        (
            row["section"],
            row["status"],
            row["languages"],
            row["scope"],
            row["owner_role"],
            row["sources"],
        )
        for row in rows(shared, "sections.csv")
    ]
    made = [
        (
            section.id,
            section.status.value,
            " ".join(tag for tag in ("fi", "en", "sv") if tag in (section.body or {})),
            " ".join(section.scope) or "all",
            section.owner or "",
            " ".join(section.sources),
        )
        for section in graph.all(lg.Section)
    ]
    assert sorted(made) == sorted(wanted)
    assert Counter(status for _, status, *_ in wanted) == {
        "published": 15,
        "draft": 2,
        "planned": 3,
    }
    assert list(graph[lg.Guide, "guide-lumme"].sections) == [section for section, *_ in wanted]


IN_ENGLISH = {"source-l03", "source-l53", "source-l54", "source-directory", "source-l67"}
"""Sources whose place the model says in English words, and the table in Finnish."""

WITHIN_A_ROW = {"decision-selfservice-mantyharju"}
"""What FACTS tells within the row of another element: 1.7, the second half of a-selfservice."""


def test_ids_row_by_row(graph: lg.ServiceGraph, shared: Path) -> None:
    listed = rows(shared, "ids.csv")
    assert {row["kind"] for row in listed} - {*KINDS, "step"} == set()
    wanted = {row["new_id"]: row["label_fi"] for row in listed if row["kind"] in {*KINDS, "step"}}
    labels = {e.id: finnish(e) for e in graph if e.id not in WITHIN_A_ROW}
    for path in graph.all(lg.Path):
        labels |= {f"{path.id}/{step.id}": step.action["fi"] for step in path.steps}
    assert labels.keys() == wanted.keys()
    assert {id_ for id_, label in labels.items() if label != wanted[id_]} == IN_ENGLISH


def finnish(element: object) -> str:
    """The Finnish name; of a source, its place."""
    if isinstance(element, lg.Source):
        return element.where or element.citation
    said = element.text if isinstance(element, lg.Claim) else getattr(element, "name")  # noqa: B009
    return str(said["fi"])


# Coverage counted from the tables alone.


def holds_today(row: dict[str, str]) -> bool:
    """All dates of the table lie before today, so a row holds unless it has ended."""
    start = row["from"].removeprefix("latest:") or "0000"
    assert start <= "2026-08-22"
    return row["to"] == "" or row["to"] >= "2026-08-22"


def test_coverage_as_the_tables_alone_give_it(graph: lg.ServiceGraph, shared: Path) -> None:
    items = {
        row["new_id"]: row["kind"]
        for row in rows(shared, "ids.csv")
        if row["kind"] in {"service", "touchpoint", "path", "commitment", "profile"}
    }
    members = [f"organisation-{name}" for name in MEMBERS]
    answers = {
        (row["item"], row["organisation"]): row["offered"]
        for row in rows(shared, "offers.csv")
        if holds_today(row)
    }
    sections = {row["section"]: row for row in rows(shared, "sections.csv")}
    covered: set[tuple[str, str, str]] = set()
    for row in rows(shared, "covers.csv"):
        section = sections[row["section"]]
        if section["status"] != "published":
            continue
        scopes = [
            set(scope.split()) for scope in (section["scope"], row["scope"]) if scope != "all"
        ]
        inside = [m for m in members if all(m in scope for scope in scopes)]
        covered |= {(row["item"], m, tag) for m in inside for tag in section["languages"].split()}
    cells = [
        (item, member, tag)
        for item, kind in items.items()
        for member in members
        for tag in ("fi", "en")
        if kind in {"commitment", "profile"} or answers.get((item, member)) == "yes"
    ]

    def count(group: dict[str, list[tuple[str, str, str]]]) -> dict[str, Ratio]:
        return {
            name: Ratio(sum(cell in covered for cell in mine), len(mine))
            for name, mine in group.items()
            if mine
        }

    made = lg.coverage(graph)
    assert made.done == count({"all": cells})["all"]
    kinds = sorted(set(items.values()))
    assert made.by_kind() == count({k: [c for c in cells if items[c[0]] == k] for k in kinds})
    assert made.by_library() == count({m: [c for c in cells if c[1] == m] for m in members})
    assert made.by_language() == count({t: [c for c in cells if c[2] == t] for t in ("fi", "en")})


def test_the_door_asks_what_the_mock_up_asks(graph: lg.ServiceGraph) -> None:
    questions = graph[lg.Guide, "guide-lumme"].questions
    assert [(one.to, one.text["fi"]) for one in questions] == [
        ("path-card", "Miten saan kortin lapselle?"),
        ("section-interlibrary-loans", "Mitä kaukolaina maksaa Mikkelissä?"),
        ("service-selfservice", "Saako 13-vuotias käydä omatoimiaikana?"),
        ("section-returns", "Mihin voin palauttaa lainan?"),
    ]
    assert all(set(one.text) == {"fi", "en", "sv"} for one in questions)


def test_no_number_of_a_fact_is_typed_in_the_prose(findings: list[lg.Finding]) -> None:
    assert found(findings, "LG307") | found(findings, "LG308") == set()


@pytest.mark.parametrize(
    ("section", "keys"),
    [
        ("section-loans", "loan_days short_loan_days renewal_debt_limit_pieksamaki"),
        (
            "section-interlibrary-loans",
            """
            interlibrary_fee_regional_mikkeli interlibrary_fee_other_mikkeli
            interlibrary_fee_article_mikkeli
            """,
        ),
        (
            "section-fees",
            """
            replacement_card_fee service-interlibrary-loan.interlibrary_fee_regional_mikkeli
            service-interlibrary-loan.interlibrary_fee_other_mikkeli overdue_fee_pieksamaki
            renewal_debt_limit_pieksamaki web_payment_above_pieksamaki
            """,
        ),
    ],
)
def test_the_languages_take_the_same_numbers_from_facts(
    graph: lg.ServiceGraph, section: str, keys: str
) -> None:
    prose = graph.prose(graph[lg.Section, section])
    taken = {
        tag: [i.name for i in text.parts if isinstance(i, Insert)] for tag, text in prose.items()
    }
    assert taken == {"fi": keys.split(), "en": keys.split()}


def test_readers_may_search_in_their_own_words(graph: lg.ServiceGraph) -> None:
    """Every section, service and path has words of its own, in both languages of the guide."""
    sought = [*graph.all(lg.Section), *graph.all(lg.Service), *graph.all(lg.Path)]
    assert [
        one.id for one in sought if not all(search_words(one, tag) for tag in ("fi", "en"))
    ] == []
    fees = graph[lg.Section, "section-fees"]
    assert search_words(fees, "fi")[:2] == ("sakko", "myöhästymismaksu")
