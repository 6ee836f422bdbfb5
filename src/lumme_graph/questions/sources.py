"""Questions on texts: personal data in them, and the sources that they rest on."""

from __future__ import annotations

from lumme_graph.analysis.evidence import bare_claims, support
from lumme_graph.analysis.privacy.matches import (
    LOOKS_LIKE,
    Personal,
    known_countries,
    open_matches,
)
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.evidence import Claim, Source
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Thing
from lumme_graph.questions.answers import Answer, Row, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

_FIELD = {Personal.PHONE: "number", Personal.EMAIL: "address", Personal.NAME: "name"}


@question(5, Label("Does any exported file hold a person's name, phone or e-mail?"))
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
        n=len(found),
        numbers=Label("phone numbers (of {countries}; of others by their country code)").fill(
            countries=", ".join(known)
        )
        if known
        else Label("phone numbers (only by their country code, since model.yaml names no country)"),
        totals=(Total(kind.label, len(of), of) for kind, of in by.items()),
    )


_SUPPORT = Label("what it supports")


@question(36, Label("Which claims lack a source, and which listed sources are never cited?"))
def claims_and_sources(day: Day) -> Answer:
    """The claims of documents that cite nothing, and the sources that a document lists and never cites."""
    claims, sources = day.graph.all(Claim), support(day)
    bare, never = bare_claims(day), [one.source for one in sources if one.is_never_cited]
    listed = [one.source for one in sources if one.source.listed_by]
    only = [one.source for one in sources if not one.source.listed_by and not one.of]
    found = (
        (Label("claim without a source"), day.things(bare), [(one.said_in,) for one in bare]),
        (Label("listed, never cited"), day.things(never), [one.listed_by for one in never]),
        (Label("listed only"), day.things(only), [() for _ in only]),
    )
    lacking = (Label("a source"), Label("a claim that cites it"), _SUPPORT)
    return Answer(
        (Label("what"), Label("finding"), Label("in")),
        tuple(
            Row((thing, finding, day.refs(documents)))
            for finding, of, places in found
            for thing, documents in zip(of, places, strict=True)
        ),
        Label(
            "Claims without a source {bare} of {claims}; listed sources never cited {never} of {listed}; in the model's own list only {only}."
        ).fill(
            bare=len(bare), claims=len(claims), never=len(never), listed=len(listed), only=len(only)
        ),
        tuple(Total(finding, len(of), of) for finding, of, _ in found),
        (
            *gaps(*((what, of) for what, (_, of, _) in zip(lacking, found, strict=True))),
            *none_of(claims, Claim),
            *none_of(listed, Source),
        ),
    )


@question(41, Label("What does each source support?"))
def source_support(day: Day) -> Answer:
    """Each source with the elements that rest on it or cite it."""
    found = support(day)
    return table(
        day,
        AnswerColumn(Source.kind.label, [one.source for one in found]),
        AnswerColumn(Label("elements"), [len(one.of) or None for one in found]),
        AnswerColumn(
            _SUPPORT, [one.of for one in found], gap=_SUPPORT, total=Label("supports nothing")
        ),
        note=Counted(
            "Sources: {of}; {n} supports nothing in the model.",
            "Sources: {of}; {n} support nothing in the model.",
        ),
        none=Source.kind.plural,
    )
