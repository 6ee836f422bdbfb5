"""All the questions by name: those of the graph, and the one that only the checks can answer."""

from __future__ import annotations

from datetime import date

from lumme_graph.base.finding import Finding, KnownError
from lumme_graph.base.guess import nearest
from lumme_graph.base.text import Label
from lumme_graph.checks import privacy
from lumme_graph.checks.suppression import suppressed
from lumme_graph.graph.countries import countries
from lumme_graph.graph.day import Day
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.areas import OF_THE_GRAPH
from lumme_graph.questions.asking import Question, question

_COLUMNS = (
    Label("missä", "where", "var"),
    Label("mitä", "what", "vad"),
    Label("tiedosto", "file", "fil"),
)
_NOTE = Label(
    "Henkilötiedon näköistä: {n}; mallin kaikista teksteistä haettiin {numbers}, "
    "sähköpostiosoitteita ja isolla alkavan sanan edellä etunimiä, jotka ovat yleisiä suomessa, "
    "ruotsissa, englannissa, kymrissä, saksassa tai ranskassa; ei muuta.",
    "What looks like personal data: {n}; all texts of the model were searched for {numbers}, "
    "e-mail addresses, and given names common in Finnish, Swedish, English, Welsh, German or French "
    "before a capitalised word; for nothing else.",
    "Sådant som liknar personuppgifter: {n}; i modellens alla texter söktes {numbers}, "
    "e-postadresser och, före ett ord med stor bokstav, förnamn som är vanliga på finska, svenska, "
    "engelska, kymriska, tyska eller franska; inget annat.",
)
_NUMBERS_OF = Label(
    "puhelinnumeroita (maat {countries}, muut maatunnuksesta)",
    "phone numbers (of {countries}; of others by their country code)",
    "telefonnummer (länder {countries}, andra enligt landsnummer)",
)
_NUMBERS_NOWHERE = Label(
    "puhelinnumeroita (vain maatunnuksesta, sillä mallissa ei ole maata)",
    "phone numbers (only by their country code, since model.yaml names no country)",
    "telefonnummer (enbart enligt landsnummer, eftersom modellen inte anger land)",
)
_KINDS = {
    "LG801": Label("puhelinnumeroita", "phone numbers", "telefonnummer"),
    "LG802": Label("sähköpostiosoitteita", "e-mail addresses", "e-postadresser"),
    "LG803": Label("nimen näköisiä", "what looks like a name", "sådant som liknar namn"),
}
_SETTINGS = Thing(
    "model", Label("mallin asetukset", "settings of the model", "modellens inställningar")
)


@question(
    5,
    "personal-data",
    Label(
        "Onko missään viedyssä tiedostossa henkilön nimeä, puhelinnumeroa tai sähköpostia?",
        "Does any exported file hold a person's name, phone or e-mail?",
        "Innehåller någon exporterad fil en persons namn, telefonnummer eller e-post?",
    ),
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


def _numbers(day: Day) -> Label:
    found = countries(day.graph)
    return fill(_NUMBERS_OF, countries=", ".join(found)) if found else _NUMBERS_NOWHERE


def _found(day: Day) -> list[Finding]:
    findings = [finding for check in privacy.CHECKS for finding in check.run(day)]
    rest = suppressed(day.graph, findings, day.date)
    return sorted((one for one in rest if one.code in _KINDS), key=Finding.sort_key)


def _said(finding: Finding) -> Label:
    return Label(finding.message("fi"), finding.message("en"), finding.message("sv"))


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
