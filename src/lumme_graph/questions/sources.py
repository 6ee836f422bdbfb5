"""Questions on evidence: claims without a source, sources never cited, what each source supports."""

from __future__ import annotations

from lumme_graph.base.text import Label
from lumme_graph.elements.evidence import Claim, Source
from lumme_graph.graph.day import Day
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, fill, gaps
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import none_of, or_gap

SOURCE = Source.kind.label


@question(
    36,
    "claims-and-sources",
    Label(
        "Miltä väitteiltä puuttuu lähde, ja mihin lueteltuihin lähteisiin ei viitata?",
        "Which claims lack a source, and which listed sources are never cited?",
        "Vilka påståenden saknar källa, och vilka förtecknade källor citeras aldrig?",
    ),
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
        "Väitteitä ilman lähdettä {bare} / {claims}; lueteltuja lähteitä, joihin ei viitata, {never} / {listed}; vain mallin lähdeluettelossa {only}.",
        "Claims without a source {bare} of {claims}; listed sources never cited {never} of {listed}; in the model's own list only {only}.",
        "Påståenden utan källa {bare} av {claims}; förtecknade källor som aldrig citeras {never} av {listed}; bara i modellens egen lista {only}.",
    )
    numbers = {"bare": len(bare), "claims": len(claims), "never": len(never), "listed": len(listed)}
    numbers["only"] = len(idle)
    return Answer(
        (
            Label("mikä", "what", "vad"),
            Label("havainto", "finding", "iakttagelse"),
            Label("missä", "in", "i"),
        ),
        tuple(rows),
        fill(note, **numbers),
        (
            Total(_BARE, len(bare), day.things(bare)),
            Total(_NEVER, len(never), day.things(never)),
            Total(_ONLY, len(idle), day.things(idle)),
        ),
        (
            *gaps(
                (Label("lähde", "a source", "en källa"), day.things(bare)),
                (_CITING, day.things(never)),
                (_SUPPORT, day.things(idle)),
            ),
            *none_of(claims, Claim),
            *none_of(listed, Source),
        ),
    )


_BARE = Label("väite ilman lähdettä", "claim without a source", "påstående utan källa")
_NEVER = Label("lueteltu, ei viitattu", "listed, never cited", "förtecknad, aldrig citerad")
_ONLY = Label("vain luettelossa", "listed only", "bara förtecknad")
_CITING = Label(
    "väite, joka viittaa lähteeseen", "a claim that cites it", "ett påstående som citerar den"
)


@question(
    41,
    "source-support",
    Label(
        "Mitä mikin lähde tukee?",
        "What does each source support?",
        "Vad stöder varje källa?",
    ),
)
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
    note = Label(
        "Lähteitä {of}; mihinkään liittymättömiä {n}.",
        "Sources: {of}; {n} support nothing in the model.",
        "Källor: {of}; {n} stöder inget i modellen.",
    )
    return Answer(
        (
            SOURCE,
            Label("kohteita", "elements", "objekt"),
            Label("mitä tukee", "what it supports", "vad den stöder"),
        ),
        tuple(rows),
        fill(note, n=len(idle), of=len(sources)),
        (
            Total(
                Label("ei tue mitään", "supports nothing", "stöder inget"), len(idle), tuple(idle)
            ),
        ),
        (
            *gaps((Label("mitä tukee", "what it supports", "vad den stöder"), idle)),
            *none_of(sources, Source),
        ),
    )


def supported(day: Day, source: Source) -> Things:
    """What rests on a source or cites it; that another source lists it is no support."""
    uses = (use.source for use in day.graph.uses(source))
    return tuple(dict.fromkeys(day.thing(user) for user in uses if not isinstance(user, Source)))


_SUPPORT = Label("mitä tukee", "what it supports", "vad den stöder")

QUESTIONS = (claims_and_sources, source_support)
