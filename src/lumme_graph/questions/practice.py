"""Questions on practices: where they are in use, where they differ, what they save."""

from __future__ import annotations

from lumme_graph.analysis.adoption import uptakes
from lumme_graph.analysis.groups import membership_gap
from lumme_graph.analysis.joint import jointly_produced, saved
from lumme_graph.analysis.rules import LocalRule, local_rules
from lumme_graph.base.amounts import Quantity
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.speaker import Sayable
from lumme_graph.base.truth import Truth
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Practice, Rule, RuleValue, Service
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.names import joined, name_label
from lumme_graph.graph.things import Missing
from lumme_graph.questions.answers import Answer, Total
from lumme_graph.questions.asking import question
from lumme_graph.questions.table import AnswerColumn, table

PRACTICE = Practice.kind.label
_STATES = {True: Label("adopted"), False: Label("not adopted"), None: Label("not recorded")}


@question(13, Label("Which libraries have not adopted a practice, and for which is it unknown?"))
def practice_adoption(day: Day) -> Answer:
    """Each practice with the libraries of the day where it is in use, is not, or is not known."""
    found = uptakes(day).values()
    sums = {state: sum(len(one.at[state]) for one in found) for state in _STATES}
    in_use = Label("whether in use: {name}")
    open_ = [
        (in_use.fill(name=name_label(one.practice)), day.things(one.at[None])) for one in found
    ]
    return table(
        day,
        AnswerColumn(PRACTICE, [one.practice for one in found]),
        *(
            AnswerColumn(label, [one.at[state] for one in found], is_known=True)
            for state, label in _STATES.items()
        ),
        note=Label(
            "{practices} at {libraries}: adopted {yes}, not adopted {no}, not recorded {unknown}."
        ),
        practices=Counted("{n} practice", "{n} practices").fill(n=len(found)),
        libraries=Counted("{n} library", "{n} libraries").fill(n=len(day.libraries)),
        yes=sums[True],
        no=sums[False],
        unknown=sums[None],
        totals=(Total(label, sums[state]) for state, label in _STATES.items()),
        more=(*gaps(*open_), *membership_gap(day)),
        none=Practice.kind.plural,
    )


@question(17, Label("Where do current practices differ between libraries?"))
def practice_differences(day: Day) -> Answer:
    """Practices known to be in use here and not there, and rules with values of single libraries."""
    found, local = uptakes(day).values(), local_rules(day)
    by = {
        truth: day.things(one.practice for one in found if one.differs is truth)
        for truth in _DIFFER
    }
    differing = [one.practice for one in found if one.differs]
    at = [*(one.at for one in found if one.differs), *(one.at for one in local)]
    kinds = [*(PRACTICE for _ in differing), *(Rule.kind.label for _ in local)]
    elsewhere = day.things(one.rule for one in local if one.at[None])
    return table(
        day,
        AnswerColumn(Label("what"), [*differing, *(one.rule for one in local)]),
        AnswerColumn(Label("kind"), kinds),
        *(
            AnswerColumn(label, [each[truth] for each in at], is_known=True)
            for truth, label in _SIDES.items()
        ),
        AnswerColumn(
            Label("own values"), [*(() for _ in differing), *map(_values, local)], is_known=True
        ),
        note=Counted(
            "Known to differ: {n} of {of} practice; the same everywhere: {same}; not all recorded: {rest}; rules with values of single libraries: {rules}.",
            "Known to differ: {n} of {of} practices; the same everywhere: {same}; not all recorded: {rest}; rules with values of single libraries: {rules}.",
            by="of",
        ),
        n=len(differing),
        of=len(found),
        same=len(by[False]),
        rest=len(by[None]),
        rules=len(local),
        totals=(Total(label, len(by[truth]), by[truth]) for truth, label in _DIFFER.items()),
        more=(
            *gaps(
                (Label("whether the libraries differ"), by[None]),
                (Label("the value elsewhere"), elsewhere),
            ),
            *membership_gap(day),
            *none_of(day.graph.all(Practice), Practice),
        ),
    )


_SIDES = {
    True: Label("adopted, or an own value"),
    False: Label("not adopted, or the common value"),
    None: _STATES[None],
}
_DIFFER = {
    True: Label("differ"),
    False: Label("same everywhere"),
    None: Missing.NOT_RECORDED.label,
}


def _values(local: LocalRule) -> Message:
    """The values of single libraries in words, each once."""
    words = [_words(value, now) for value, now in local.values]
    return joined(list(dict.fromkeys(words)))


def _words(value: RuleValue, now: Truth) -> Sayable:
    words = Quantity(value.value, value.unit) if value.unit else value.value
    if now is not False or value.to is None:
        return words
    return Label("{said} (ended by {day})").fill(said=words, day=value.to.latest)


@question(8, Label("Which joint services or practices name a saved resource?"))
def resource_saving(day: Day) -> Answer:
    """Jointly produced services and practices with what they save, where a source says so."""
    joint = jointly_produced(day)
    elements: list[KeptElement] = [*joint, *day.graph.all(Practice)]
    says = [saved(one) for one in elements]
    alone = day.things(s for s in day.all(Service) if not s.produced_by) if not joint else ()
    return table(
        day,
        AnswerColumn(Label("what"), elements),
        AnswerColumn(Label("kind"), [one.kind.label for one in elements]),
        AnswerColumn(Label("saves"), says, gap=Label("what is saved")),
        note=Label("Naming a saved resource: {n} of {of}; jointly produced services: {joint}."),
        n=sum(one is not None for one in says),
        joint=len(joint) or Missing.NOT_RECORDED,
        more=gaps((Label("whether produced jointly"), alone)),
        none=Practice.kind.plural,
    )
