"""All the questions by name: those of the graph, and the one that only the checks can answer."""

from __future__ import annotations

from datetime import date

from lumme_graph.base.finding import Finding, KnownError
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message
from lumme_graph.checks import privacy
from lumme_graph.checks.suppression import suppressed
from lumme_graph.graph.countries import countries
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.areas import OF_THE_GRAPH
from lumme_graph.questions.asking import Question, question

_COLUMNS = (Label("where"), Label("what"), Label("file"))
_NOTE = Label(
    "What looks like personal data: {n}; all texts of the model were searched for {numbers}, e-mail addresses, and given names common in Finnish, Swedish, English, Welsh, German or French before a capitalised word; for nothing else."
)
_NUMBERS_OF = Label("phone numbers (of {countries}; of others by their country code)")
_NUMBERS_NOWHERE = Label(
    "phone numbers (only by their country code, since model.yaml names no country)"
)
_KINDS = {
    "LG801": Label("phone numbers"),
    "LG802": Label("e-mail addresses"),
    "LG803": Label("what looks like a name"),
}
_SETTINGS = Thing("model", Label("settings of the model"))


@question(
    5, "personal-data", Label("Does any exported file hold a person's name, phone or e-mail?")
)
def personal_data(day: Day) -> Answer:
    """What the checks of privacy find in any text; exports hold nothing that the texts do not."""
    found = _found(day)
    rows = tuple(
        Row((_where(day, one), _said(one), str(one.place.within(day.graph.root)))) for one in found
    )
    totals = tuple(
        Total(
            label,
            sum(one.code == code for one in found),
            tuple(_where(day, one) for one in found if one.code == code),
        )
        for code, label in _KINDS.items()
    )
    return Answer(_COLUMNS, rows, fill(_NOTE, n=len(found), numbers=_numbers(day)), totals)


def _numbers(day: Day) -> Message:
    found = countries(day.graph)
    return fill(_NUMBERS_OF, countries=", ".join(found)) if found else _NUMBERS_NOWHERE


def _found(day: Day) -> list[Finding]:
    findings = [finding for check in privacy.CHECKS for finding in check.run(day)]
    rest = suppressed(day.graph, findings, day.date)
    return sorted((one for one in rest if one.code in _KINDS), key=Finding.sort_key)


def _said(finding: Finding) -> Message:
    return finding.sentence.fill(**finding.params)


def _where(day: Day, finding: Finding) -> Thing:
    element = day.graph.find(finding.element)
    return _SETTINGS if element is None else day.thing(element)


QUESTIONS: dict[str, Question] = {
    one.name: one for one in sorted((*OF_THE_GRAPH, personal_data), key=lambda one: one.row)
}
"""Every question by its name, in the order of rows."""


def question_named(name: str) -> Question:
    """The question with a name.

    Raises `KnownError` where there is none, with the name that may be meant.
    """
    if name not in QUESTIONS:
        guess = nearest(name, QUESTIONS)
        more = f"did you mean {guess}?" if guess else "`lumme ask MODEL` lists them"
        raise KnownError(f"there is no question {name}; {more}")
    return QUESTIONS[name]


def ask(graph: ServiceGraph, name: str, day: date | str | None = None) -> Answer:
    """Answer a named question on a day, the model's own by default.

    Raises `KnownError` where there is no question of that name.
    """
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return question_named(name).answer(graph, when)


def ask_all(graph: ServiceGraph, day: date | None = None) -> dict[str, Answer]:
    """The answers to all questions on a day; what they share is worked out once."""
    on = Day.of(graph, day)
    return {name: one.of(on) for name, one in QUESTIONS.items()}
