"""Questions on evidence: claims without a source, sources never cited, what each source supports."""

from __future__ import annotations

from lumme_graph.analysis.evidence import bare_claims, support
from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.evidence import Claim, Source
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.questions.answers import Answer, Row, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

_SUPPORT = Label("what it supports")


@question(
    36,
    "claims-and-sources",
    Label("Which claims lack a source, and which listed sources are never cited?"),
)
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


@question(41, "source-support", Label("What does each source support?"))
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
