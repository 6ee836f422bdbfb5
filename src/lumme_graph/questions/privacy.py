"""The question on personal data: what in any text looks as if it were about a person."""

from __future__ import annotations

from lumme_graph.analysis.privacy.matches import (
    LOOKS_LIKE,
    Personal,
    known_countries,
    open_matches,
)
from lumme_graph.base.label import Label
from lumme_graph.graph.day import Day
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

_FIELD = {Personal.PHONE: "number", Personal.EMAIL: "address", Personal.NAME: "name"}


@question(
    5, "personal-data", Label("Does any exported file hold a person's name, phone or e-mail?")
)
def personal_data(day: Day) -> Answer:
    """What looks personal in any text; exports hold nothing that the texts do not."""
    found = open_matches(day)
    settings = Thing("model", Label("settings of the model"))
    things = [day.thing(one.element) if one.element else settings for one in found]
    by = {
        kind: tuple(thing for one, thing in zip(found, things, strict=True) if one.kind is kind)
        for kind in Personal
    }
    known = known_countries(day)
    return table(
        day,
        AnswerColumn(Label("where"), things),
        AnswerColumn(
            Label("what"),
            [(LOOKS_LIKE[one.kind]).fill(**{_FIELD[one.kind]: one.shown}) for one in found],
        ),
        AnswerColumn(Label("file"), [str(one.place.within(day.graph.root)) for one in found]),
        note=Label(
            "What looks like personal data: {n}; all texts of the model were searched for {numbers}, e-mail addresses, and given names common in Finnish, Swedish, English, Welsh, German or French before a capitalised word; for nothing else."
        ),
        params={
            "n": len(found),
            "numbers": Label(
                "phone numbers (of {countries}; of others by their country code)"
            ).fill(countries=", ".join(known))
            if known
            else Label(
                "phone numbers (only by their country code, since model.yaml names no country)"
            ),
        },
        totals=(Total(kind.label, len(of), of) for kind, of in by.items()),
    )
