"""Questions on the guide and the promise: what is published, covered, described and measured."""

from __future__ import annotations

from collections.abc import Iterable

from lumme_graph.analysis.coverage.cells import ITEM_STATES, count
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.analysis.guides import GuideState, guides
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.guide import Guide, GuideStage, Section, SectionStatus
from lumme_graph.elements.offer import Service, Touchpoint, YesNo
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import Gap, gaps
from lumme_graph.graph.things import Missing
from lumme_graph.questions.answers import Answer, Total, Value
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import listed, said_of
from lumme_graph.questions.table import AnswerColumn, table

_FOLLOWED = {True: Label("works by it"), False: Label("does not"), None: Label("not recorded")}


@question(7, Label("Is there one guide for all member libraries, and is it published?"))
def common_guide(day: Day) -> Answer:
    """Each guide: for which libraries, how far the libraries' own has come, and the text in the model."""
    found = guides(day)
    unknown = dict.fromkeys(library.id for one in found for library in one.followed[None])
    return table(
        day,
        AnswerColumn(Guide.kind.label, [one.guide for one in found]),
        AnswerColumn(Label("for the libraries"), [one.libraries for one in found]),
        *(
            AnswerColumn(
                Label("libraries' own {stage}").fill(stage=stage.label),
                [_when(one, stage) for one in found],
                gap=stage.label,
            )
            for stage in GuideStage
        ),
        AnswerColumn(Label("sections in this model"), [_by_status(one.sections) for one in found]),
        AnswerColumn(Label("standing of the text"), [one.guide.standing for one in found]),
        *(
            AnswerColumn(label, [one.followed[truth] for one in found], is_known=True)
            for truth, label in _FOLLOWED.items()
        ),
        note=Label("Guides for all libraries: {n}. {said}."),
        n=sum(len(one.libraries) == len(day.libraries) for one in found),
        said=listed(_said(day, one) for one in found),
        more=gaps((Label("whether it works by the guide"), day.refs(unknown))),
        none=Guide.kind.plural,
    )


def _when(one: GuideState, stage: GuideStage) -> Value:
    """When the libraries' own guide came to a stage; yes where only that is known."""
    return Missing.NOT_RECORDED if stage not in one.came else one.came[stage].from_ or YesNo.YES


def _said(day: Day, one: GuideState) -> Message:
    drawn, out = (_when(one, stage) for stage in (GuideStage.DRAWN_UP, GuideStage.PUBLISHED))
    return Label(
        "{name}: drawn up {drawn}, published {out}; working by it {yes}, not {no}, not recorded {open}"
    ).fill(
        name=day.thing(one.guide).label,
        drawn=said_of(drawn),
        out=said_of(out),
        yes=len(one.followed[True]),
        no=len(one.followed[False]),
        open=len(one.followed[None]),
    )


def _by_status(sections: Iterable[Section]) -> Message:
    found = list(sections)
    return listed(
        Label("{status} {n}").fill(status=one.label, n=sum(s.status is one for s in found))
        for one in reversed(SectionStatus)
    )


@question(15, Label("Which services, profiles and touchpoints does the guide not cover?"))
def guide_not_covering(day: Day) -> Answer:
    """The services, profiles and touchpoints that are not covered everywhere in every language."""
    coverage = covered(day)
    items = [i for i in coverage.items if isinstance(i, Service | Profile | Touchpoint)]
    states = [coverage.item_state(item) for item in items]
    by = {
        state: day.things(i for i, found in zip(items, states, strict=True) if found == state)
        for state in ITEM_STATES
    }
    rows = [
        (item, ITEM_STATES[state], count(coverage.states_of(item)))
        for item, state in zip(items, states, strict=True)
        if state in {"uncovered", "partial", "unknown"}
    ]
    return table(
        day,
        AnswerColumn(Label("item"), [item for item, _, _ in rows]),
        AnswerColumn(Label("kind"), [item.kind.label for item, _, _ in rows]),
        AnswerColumn(Label("state"), [state for _, state, _ in rows]),
        AnswerColumn(Label("cells covered"), [f"{done.n}/{done.d}" for _, _, done in rows]),
        note=Label(
            "Covered {covered} of {of}, partly {partial}, not {uncovered}, offer not known {unknown}."
        ).fill(**{state: len(of) for state, of in by.items()}),
        of=len(items),
        totals=(Total(ITEM_STATES[state], len(of), of) for state, of in by.items()),
        more=(
            *gaps((Label("whether it is offered"), by["unknown"])),
            *(() if items else (Gap(Service.kind.plural),)),
        ),
    )
