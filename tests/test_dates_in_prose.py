"""No date in prose is an ISO date: every language has its own form of a day."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lumme_graph as lg
from lumme_graph.checks.check import check
from lumme_graph.questions.ask import ask_all
from lumme_graph.views.answer import answer_table, gap, rest, sentence, title

ROOT = Path(__file__).parents[1]
MODELS = ("models/lumme", "tests/models/clwyd", "tests/models/oberrhein")
ISO = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b")
CODE = re.compile(r"[\w/.-]+\.(?:yaml|md)\S*|[a-z]+-[\w/-]*|`[^`]*`")
"""Places in files, ids and what is written in a model."""


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("model", MODELS)
def test_prose_holds_no_iso_date(model: str, lang: str) -> None:
    """All findings, and all that answers say in sentences; in Swedish digits are written so."""
    graph = lg.load(ROOT / model)
    speak = graph.speaker(lang)
    told = [speak(said).words for one in check(graph) for said in (one.problem, one.remedy)]
    for answer in ask_all(graph).values():
        told += [speak(title(answer)).words, sentence(answer, speak), *rest(answer, speak)]
        told += [gap(answer, one, speak) for one in answer.not_recorded]
        if lang != "sv":
            told += [cell for line in answer_table(answer, speak).lines for cell in line]
    assert told
    assert [words for words in told if ISO.search(CODE.sub("", words))] == []
