"""Questions on evidence: claims without a source, sources never cited, what each source supports."""

from __future__ import annotations

from lumme_graph.base.label import Counted, Label
from lumme_graph.elements.evidence import Claim, Source
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import or_gap

SOURCE = Source.kind.label


@question(
    36,
    "claims-and-sources",
    Label("Which claims lack a source, and which listed sources are never cited?"),
)
def claims_and_sources(day: Day) -> Answer:
    """The claims of documents that cite nothing, and the sources that a document lists and never cites."""
    claims = day.graph.all(Claim)
    listed = [source for source in day.graph.all(Source) if source.listed_by]
    bare = [claim for claim in claims if not claim.cites]
    never = [source for source in listed if not supported(day, source)]
    rows = [Row((day.thing(c), _BARE, day.refs((c.said_in,)))) for c in bare]
    rows += [Row((day.thing(s), _NEVER, day.refs(s.listed_by))) for s in never]
    idle = [s for s in day.graph.all(Source) if s not in listed and not supported(day, s)]
    rows += [Row((day.thing(s), _ONLY, ())) for s in idle]
    note = Label(
        "Claims without a source {bare} of {claims}; listed sources never cited {never} of {listed}; in the model's own list only {only}."
    )
    numbers = {"bare": len(bare), "claims": len(claims), "never": len(never), "listed": len(listed)}
    numbers["only"] = len(idle)
    return Answer(
        (Label("what"), Label("finding"), Label("in")),
        tuple(rows),
        fill(note, **numbers),
        (
            Total(_BARE, len(bare), day.things(bare)),
            Total(_NEVER, len(never), day.things(never)),
            Total(_ONLY, len(idle), day.things(idle)),
        ),
        (
            *gaps(
                (Label("a source"), day.things(bare)),
                (_CITING, day.things(never)),
                (_SUPPORT, day.things(idle)),
            ),
            *none_of(claims, Claim),
            *none_of(listed, Source),
        ),
    )


_BARE = Label("claim without a source")
_NEVER = Label("listed, never cited")
_ONLY = Label("listed only")
_CITING = Label("a claim that cites it")


@question(41, "source-support", Label("What does each source support?"))
def source_support(day: Day) -> Answer:
    """Each source with the elements that rest on it or cite it."""
    sources = day.graph.all(Source)
    rows: list[Row] = []
    idle: list[Thing] = []
    for source in sources:
        found = supported(day, source)
        rows.append(Row((day.thing(source), len(found) or Missing.NOT_RECORDED, or_gap(found))))
        if not found:
            idle.append(day.thing(source))
    note = Counted(
        "Sources: {of}; {n} supports nothing in the model.",
        "Sources: {of}; {n} support nothing in the model.",
    )
    return Answer(
        (SOURCE, Label("elements"), Label("what it supports")),
        tuple(rows),
        fill(note, n=len(idle), of=len(sources)),
        (Total(Label("supports nothing"), len(idle), tuple(idle)),),
        (*gaps((Label("what it supports"), idle)), *none_of(sources, Source)),
    )


def supported(day: Day, source: Source) -> Things:
    """What rests on a source or cites it; that another source lists it is no support."""
    uses = (use.source for use in day.graph.uses(source))
    return tuple(dict.fromkeys(day.thing(user) for user in uses if not isinstance(user, Source)))


_SUPPORT = Label("what it supports")

QUESTIONS = (claims_and_sources, source_support)
