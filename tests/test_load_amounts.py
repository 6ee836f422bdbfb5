"""Sums, other decimal numbers and yes-or-no fields: read, refused with clear words, saved."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from load_folders import said, texts, write

from lumme_graph.elements.events import Event
from lumme_graph.elements.project import Goal, Indicator, Project
from lumme_graph.graph.read import load, read
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.questions.ask import ask
from lumme_graph.reading.save import save

PROJECT = """\
- id: project-a
  name: {en: A}
  funding:
    - stage: granted
      party: grant
      amount: VALUE
"""
SUM = "a sum of money cannot be negative; one that is not known is left out"


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("-8500", f"{SUM}; the value is -8500"),
        ("-0.01", f"{SUM}; the value is -0.01"),
        ("33 700", "a number is expected here, such as 33700 or 12.50; did you mean 33700?"),
        ("not known", "a number is expected here, such as 33700 or 12.50; the value is not known"),
        ("[1]", "a number is expected here, such as 33700 or 12.50; correct the value"),
        ("0.125", "the number may have at most 2 decimal places; the value is 0.125"),
        ("1e999999999", "the number may have at most 15 digits; the value is 1e999999999"),
        ("12345678901234", "the number may have at most 13 digits before the point; the value is "),
        (".inf", "a number is expected here, such as 33700 or 12.50; the value is .inf"),
        ("NaN", "an ordinary number is expected here; the value is NaN"),
    ],
)
def test_a_sum_that_is_none_is_said_at_its_place(tmp_path: Path, value: str, sentence: str) -> None:
    root = write(tmp_path, {"a.yaml": PROJECT.replace("VALUE", value)})
    _, findings = read(root)
    (line,) = said(root, findings)
    assert line.startswith(f"a.yaml:6:7 LG008 funding.0.amount: {sentence}")


def test_the_words_are_finnish_too(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": PROJECT.replace("VALUE", "-1")})
    _, findings = read(root)
    (line,) = said(root, findings, "fi")
    assert "summa ei voi olla negatiivinen; tuntemattoman summan voi jättää pois" in line


OURS = """\
- id: project-a
  name: {en: A}
  funding:
    - {stage: granted, party: grant, amount: 25000.50}
    - {stage: granted, party: own, amount: 0}
    - stage: realised
      party: grant

- id: goal-a
  name: {en: A}
  outcome: true

- id: goal-b
  name: {en: B}

- id: indicator-a
  name: {en: A}
  query: visits
  target: {value: 1E+3}
  observations:
    - {date: 2019, value: -12.50}
    - date: 2020
"""
EVENTS = """\
- id: event-a
  name: {en: A}
  type: training
  summary_published: true

- id: event-b
  name: {en: B}
  type: training
  summary_published: false

- id: event-c
  name: {en: C}
  type: training
"""


def test_sums_and_answers_are_what_is_written(tmp_path: Path) -> None:
    graph = load(write(tmp_path, {"project.yaml": OURS, "development.yaml": EVENTS}))
    amounts = [item.amount for item in graph[Project, "project-a"].funding]
    assert amounts == [Decimal("25000.50"), Decimal(0), None]
    assert [goal.outcome for goal in graph.all(Goal)] == [True, False]
    assert [event.summary_published for event in graph.all(Event)] == [True, False, None]
    indicator = graph[Indicator, "indicator-a"]
    assert [seen.value for seen in indicator.observations] == [Decimal("-12.5"), None]
    assert indicator.target is not None
    assert indicator.target.value == 1000


def test_they_are_saved_as_they_were_written(tmp_path: Path) -> None:
    """Also by a graph that has no text yet: the same spelling, nothing for what is not known."""
    read_from = write(tmp_path / "a", {"project.yaml": OURS, "development.yaml": EVENTS})
    graph = load(read_from)
    save(graph, tmp_path / "b")
    assert texts(tmp_path / "b") == texts(read_from)
    save(ServiceGraph(list(graph), graph.settings), tmp_path / "c")
    made = texts(tmp_path / "c")
    assert made["development.yaml"].decode() == EVENTS
    back = load(tmp_path / "c")
    assert {e.id: e for e in back} == {e.id: e for e in graph}
    lines = made["project.yaml"].decode().splitlines()
    assert [line.strip() for line in lines if "amount" in line] == [
        "amount: 25000.50",
        "- {stage: granted, party: own, amount: 0}",
    ]


@pytest.mark.parametrize("call", ["0", "20190", "-2019"])
def test_the_year_of_a_call_is_a_year(tmp_path: Path, call: str) -> None:
    text = f"- id: project-a\n  name: {{en: A}}\n  call: {call}\n"
    root = write(tmp_path, {"a.yaml": text})
    (line,) = said(root, read(root)[1])
    assert line.startswith("a.yaml:3:3 LG008 call: the number must be at ")


def test_a_project_of_an_early_call_is_asked_about(tmp_path: Path) -> None:
    text = "- id: project-a\n  name: {en: A}\n  call: 201\n"
    graph = load(write(tmp_path, {"a.yaml": text}))
    assert ask(graph, "outside-project-or-order").day == graph.settings.as_of
