"""What a journey map and a profile card ask for: goals, thoughts, moments of truth, marks, channels, flows."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import said, texts, write
from pydantic import ValidationError

import lumme_graph as lg
from lumme_graph.editing.rename import rename
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.reading.save import save

PATHS = """\
- id: path-ill
  name: {en: Interlibrary loan}
  description: {en: The book is in no library here.}
  goal: {en: To read it this month.}
  profiles: [profile-worker, profile-pupil]
  steps:
    - id: ask
      action: {en: sends the form}
      actor: {kind: customer}
      lane: customer
      feeling: {value: 0}
      feelings:
        - {profile: profile-pupil, value: -2, standing: sourced}
      thoughts:
        - text: {en: Is this the right form?, fi: Onko tämä oikea lomake?}
          standing: illustrative
        - text: {en: How long will it take?}
      moment_of_truth: yes
      needs: [need-speed]
      marks:
        - {type: critical, text: {en: The form asks for the card twice.}}
        - {type: opportunity, text: {en: Fill it in from the catalogue.}}
    - id: wait
      action: {en: waits}
      actor: {kind: customer}
      lane: customer
      moment_of_truth: no
    - id: fetch
      action: {en: fetches it}
      actor: {kind: customer}
      lane: customer

- id: path-ill-by-click
  name: {en: Interlibrary loan by a click}
  state: to-be
  instead_of: path-ill
"""

PROFILES = """\
- id: profile-worker
  name: {en: Worker}
  relation: user
  touchpoints: [touchpoint-desk]
  channels:
    - {touchpoint: touchpoint-web, how_often: weekly}
    - {touchpoint: touchpoint-phone, how_often: never}
    - {touchpoint: touchpoint-desk}

- id: profile-pupil
  name: {en: Pupil}
  relation: user
"""

REST = """\
- id: need-speed
  name: {en: Quicker}

- id: touchpoint-desk
  name: {en: Desk}
  channel: service-location

- id: touchpoint-web
  name: {en: Web}
  channel: e-service

- id: touchpoint-phone
  name: {en: Phone}
  channel: phone

- id: organisation-a
  name: {en: A}
  type: library
  gives:
    - {to_whom: organisation-b, type: material, what: {en: Books}, from: 2019}
    - {to_whom: organisation-b, type: work}

- id: organisation-b
  name: {en: B}
  type: partner
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(
        tmp_path / "m", {"paths.yaml": PATHS, "profiles.yaml": PROFILES, "rest.yaml": REST}
    )


def path_of(graph: lg.ServiceGraph, id_: str = "path-ill") -> lg.Path:
    path = graph[id_]
    assert isinstance(path, lg.Path)
    return path


def test_a_path_says_its_goal_and_what_it_would_replace(root: Path) -> None:
    graph = lg.load(root)
    assert path_of(graph).goal == {"en": "To read it this month."}
    assert path_of(graph).instead_of is None
    to_be = path_of(graph, "path-ill-by-click")
    assert (to_be.goal, to_be.instead_of) == (None, "path-ill")


def test_a_step_says_what_is_thought_felt_needed_and_marked(root: Path) -> None:
    ask, wait, fetch = path_of(lg.load(root)).steps
    assert [(one.text["en"], one.standing) for one in ask.thoughts] == [
        ("Is this the right form?", lg.Standing.ILLUSTRATIVE),
        ("How long will it take?", lg.Standing.ILLUSTRATIVE),
    ]
    assert [(one.profile, one.value, one.standing) for one in ask.feelings] == [
        ("profile-pupil", -2, lg.Standing.SOURCED)
    ]
    assert ask.needs == ("need-speed",)
    assert [(mark.type, mark.text["en"]) for mark in ask.marks] == [
        (lg.MarkType.CRITICAL, "The form asks for the card twice."),
        (lg.MarkType.OPPORTUNITY, "Fill it in from the catalogue."),
    ]
    assert [step.moment_of_truth for step in (ask, wait, fetch)] == [True, False, None]
    assert (fetch.thoughts, fetch.feelings, fetch.needs, fetch.marks) == ((), (), (), ())


def test_how_often_is_known_never_or_unknown(root: Path) -> None:
    worker = lg.load(root)["profile-worker"]
    assert isinstance(worker, lg.Profile)
    assert [(use.touchpoint, use.how_often) for use in worker.channels] == [
        ("touchpoint-web", lg.Frequency.WEEKLY),
        ("touchpoint-phone", lg.Frequency.NEVER),
        ("touchpoint-desk", None),
    ]


def test_a_gives_something_to_b(root: Path) -> None:
    organisation = lg.load(root)["organisation-a"]
    assert isinstance(organisation, lg.Organisation)
    assert [(flow.to_whom, flow.type, flow.what) for flow in organisation.gives] == [
        ("organisation-b", lg.FlowType.MATERIAL, {"en": "Books"}),
        ("organisation-b", lg.FlowType.WORK, None),
    ]


def test_all_is_saved_as_it_was(root: Path) -> None:
    before = texts(root)
    save(lg.load(root), root)
    assert texts(root) == before


def test_what_is_written_anew_is_read_back(root: Path, tmp_path: Path) -> None:
    graph = lg.load(root)
    save(lg.ServiceGraph(list(graph), graph.settings), tmp_path / "new")
    again = lg.load(tmp_path / "new")
    assert {element.id: element for element in again} == {element.id: element for element in graph}


@pytest.mark.parametrize(
    ("id_", "fields"),
    [
        ("need-speed", ["steps.ask.needs.0"]),
        ("profile-pupil", ["profiles.1", "steps.ask.feelings.profile-pupil.profile"]),
        ("touchpoint-phone", ["channels.touchpoint-phone.touchpoint"]),
        ("path-ill", ["instead_of"]),
        ("organisation-b", ["gives.0.to_whom", "gives.1.to_whom"]),
    ],
)
def test_where_it_is_used(root: Path, id_: str, fields: list[str]) -> None:
    assert [use.field for use in lg.where_used(lg.load(root), id_)] == fields


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("need-speed", "need-pace", 1),
        ("profile-pupil", "profile-teen", 2),
        ("touchpoint-phone", "touchpoint-call", 1),
        ("path-ill", "path-loan", 1),
        ("organisation-b", "organisation-c", 2),
    ],
)
def test_a_new_id_is_written_there_too(root: Path, old: str, new: str, lines: int) -> None:
    before = b"".join(texts(root).values())
    assert rename(root, old, new).references == lines
    after = b"".join(texts(root).values())
    assert after.count(new.encode()) == lines + 1
    assert after.replace(new.encode(), old.encode()) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        (
            "paths.yaml",
            "needs: [need-speed]",
            "needs: [need-sped]",
            (
                "paths.yaml:19:15 LG101 steps.needs: there is no need-sped in the model;"
                " did you mean need-speed?"
            ),
        ),
        (
            "paths.yaml",
            "{en: How long will it take?}",
            "{en: Is this the right form?, fi: Onko tämä oikea lomake?}",
            (
                "paths.yaml:17:11 LG105 steps.thoughts: Is this the right form? is already in the list;"
                " give this one an id in lower-case words, or merge the two"
            ),
        ),
        (
            "profiles.yaml",
            "touchpoint: touchpoint-phone",
            "touchpoint: touchpoint-web",
            (
                "profiles.yaml:7:7 LG105 channels: touchpoint-web is already in the list;"
                " give this one an id in lower-case words, or merge the two"
            ),
        ),
        (
            "paths.yaml",
            "  goal:",
            "  instead_of: path-ill-by-click\n  goal:",
            (
                "paths.yaml:4:3 LG106 instead_of goes round in a ring:"
                " path-ill → path-ill-by-click → path-ill; take one reference of the ring away"
            ),
        ),
    ],
)
def test_a_slip_is_found(root: Path, file: str, old: str, new: str, finding: str) -> None:
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), "utf-8")
    _, found = lg.read(root)
    assert said(root, found) == [finding]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (lg.ChannelUse, {"touchpoint": "touchpoint-web", "how_often": "often"}),
        (lg.Thought, {"text": {"en": " "}}),
        (lg.Mark, {"type": "good", "text": {"en": "a"}}),
        (lg.ProfileFeeling, {"value": -2}),
        (lg.Flow, {"to_whom": "organisation-b"}),
    ],
)
def test_what_is_no_value_is_refused(kind: type[lg.Thought], data: dict[str, object]) -> None:
    with pytest.raises((ValidationError, lg.ValueRefusedError)):
        kind.model_validate(data)


def test_what_we_think_of_a_path_asks_for_no_new_review(root: Path) -> None:
    """The guide tells customers the goal; thoughts, marks and judgements are for those who plan."""
    path = path_of(lg.load(root))
    ask, *rest = path.steps
    bare = ask.model_copy(
        update={"thoughts": (), "moment_of_truth": None, "needs": (), "marks": ()}
    )
    assert fingerprint(path.model_copy(update={"steps": (bare, *rest)})) == fingerprint(path)
    assert fingerprint(path.model_copy(update={"goal": None})) != fingerprint(path)


def test_a_quoted_thought_needs_its_source(root: Path) -> None:
    text = (root / "paths.yaml").read_text("utf-8")
    (root / "paths.yaml").write_text(
        text.replace("standing: illustrative", "standing: sourced"), "utf-8"
    )
    found = [one for one in lg.check(lg.load(root)) if one.code == "LG404"]
    assert said(root, found) == [
        (
            "paths.yaml:13:11 LG404 feeling of a profile: sourced, but no source is named;"
            " name the sources in sources"
        ),
        (
            "paths.yaml:15:11 LG404 thought: sourced, but no source is named;"
            " name the sources in sources"
        ),
    ]
