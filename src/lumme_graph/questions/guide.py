"""Questions on the guide and the promise: what is published, covered, described and measured."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.analysis.coverage.cells import ITEM_STATES, count
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.analysis.guides import GuideState, guides
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.guide import Guide, GuideStage, Section, SectionStatus
from lumme_graph.elements.offer import Answer as YesNo
from lumme_graph.elements.offer import Service, Touchpoint
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps, none_of
from lumme_graph.graph.things import Missing
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import listed, or_gap

GUIDE = Guide.kind.label


@question(
    7, "common-guide", Label("Is there one guide for all member libraries, and is it published?")
)
def common_guide(day: Day) -> Answer:
    """Each guide: for which libraries, how far the libraries' own has come, and the text in the model."""
    found = guides(day)
    own = Label("libraries' own {stage}")
    unknown = dict.fromkeys(library.id for one in found for library in one.followed[None])
    return Answer(
        (
            GUIDE,
            Label("for the libraries"),
            *(fill(own, stage=stage.label) for stage in GuideStage),
            Label("sections in this model"),
            Label("standing of the text"),
            Label("works by it"),
            Label("does not"),
            Label("not recorded"),
        ),
        tuple(
            Row(
                (
                    day.thing(one.guide),
                    or_gap(day.things(one.libraries)),
                    *(_when(one, stage) for stage in GuideStage),
                    _by_status(one.sections),
                    or_gap(one.guide.standing),
                    *(day.things(one.followed[truth]) for truth in (True, False, None)),
                )
            )
            for one in found
        ),
        fill(
            Label("Guides for all libraries: {n}. {said}."),
            n=sum(len(one.libraries) == len(day.libraries) for one in found),
            said=listed(_said(day, one) for one in found),
        ),
        not_recorded=(
            *gaps(
                *(
                    (stage.label, day.things(one.guide for one in found if stage not in one.came))
                    for stage in GuideStage
                ),
                (Label("whether it works by the guide"), day.refs(unknown)),
            ),
            *none_of(day.graph.all(Guide), Guide),
        ),
    )


def _when(one: GuideState, stage: GuideStage) -> Value:
    """When the libraries' own guide came to a stage; yes where only that is known."""
    return Missing.NOT_RECORDED if stage not in one.came else one.came[stage].from_ or YesNo.YES


def _said(day: Day, one: GuideState) -> Message:
    drawn, out = (_when(one, stage) for stage in (GuideStage.DRAWN_UP, GuideStage.PUBLISHED))
    return fill(
        Label(
            "{name}: drawn up {drawn}, published {out}; working by it {yes}, not {no}, not recorded {open}"
        ),
        name=day.thing(one.guide).label,
        drawn=drawn.label if isinstance(drawn, Missing) else drawn,
        out=out.label if isinstance(out, Missing) else out,
        yes=len(one.followed[True]),
        no=len(one.followed[False]),
        open=len(one.followed[None]),
    )


def _by_status(sections: Iterable[Section]) -> Message:
    found = list(sections)
    return listed(
        fill(Label("{status} {n}"), status=one.label, n=sum(s.status is one for s in found))
        for one in reversed(SectionStatus)
    )


@question(
    15,
    "guide-not-covering",
    Label("Which services, profiles and touchpoints does the guide not cover?"),
)
def guide_not_covering(day: Day) -> Answer:
    """The services, profiles and touchpoints that are not covered everywhere in every language."""
    coverage = covered(day)
    items = [i for i in coverage.items if isinstance(i, Service | Profile | Touchpoint)]
    states = [(item, coverage.item_state(item)) for item in items]
    by = {
        state: day.things(item for item, found in states if found == state) for state in ITEM_STATES
    }
    cells = [
        (item, state, count(coverage.states_of(item)))
        for item, state in states
        if state in {"uncovered", "partial", "unknown"}
    ]
    return Answer(
        (Label("item"), Label("kind"), Label("state"), Label("cells covered")),
        tuple(
            Row((day.thing(item), item.kind.label, ITEM_STATES[state], f"{done.n}/{done.d}"))
            for item, state, done in cells
        ),
        fill(
            Label(
                "Covered {covered} of {of}, partly {partial}, not {uncovered}, offer not known {unknown}."
            ),
            of=len(items),
            **{state: len(of) for state, of in by.items()},
        ),
        tuple(Total(ITEM_STATES[state], len(of), of) for state, of in by.items()),
        (
            *gaps((Label("whether it is offered"), by["unknown"])),
            *(() if items else (Gap(Service.kind.plural),)),
        ),
    )
