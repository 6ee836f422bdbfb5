"""Questions on practices: where they are in use, where they differ, what they save."""

from __future__ import annotations

from lumme_graph.analysis.adoption import adoptions
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Practice, Rule, Service
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, fill
from lumme_graph.questions.asking import membership_gap, question
from lumme_graph.questions.rules import local_rules
from lumme_graph.questions.shared import or_gap, saved

PRACTICE = Practice.kind.label
_ADOPTED = Label("adopted")
_NOT = Label("not adopted")
_UNKNOWN = Label("not recorded")
_ADOPTION = Label("whether in use: {name}")


def adoption_lists(day: Day, practice: Practice) -> tuple[Things, Things, Things]:
    """The libraries at which a practice is in use, is not, and of which that is not recorded."""
    states = adoptions(day)[practice.id]
    lists: dict[bool | None, list[Thing]] = {True: [], False: [], None: []}
    for library in day.libraries:
        lists[states[library.id].state].append(day.thing(library))
    return tuple(lists[True]), tuple(lists[False]), tuple(lists[None])


@question(
    13,
    "practice-adoption",
    Label("Which libraries have not adopted a practice, and for which is it unknown?"),
)
def practice_adoption(day: Day) -> Answer:
    """Each practice with the libraries of the day where it is in use, is not, or is not known."""
    practices = day.graph.all(Practice)
    rows: list[Row] = []
    sums = [0, 0, 0]
    unknown: list[tuple[Message, Things]] = []
    for practice in practices:
        lists = adoption_lists(day, practice)
        rows.append(Row((day.thing(practice), *lists)))
        sums = [n + len(found) for n, found in zip(sums, lists, strict=True)]
        unknown.append((fill(_ADOPTION, name=day.thing(practice).label), lists[2]))
    note = Label(
        "{practices} at {libraries}: adopted {yes}, not adopted {no}, not recorded {unknown}."
    )
    numbers = dict(zip(("yes", "no", "unknown"), sums, strict=True))
    return Answer(
        (PRACTICE, _ADOPTED, _NOT, _UNKNOWN),
        tuple(rows),
        fill(
            note,
            practices=Counted("{n} practice", "{n} practices").fill(n=len(practices)),
            libraries=Counted("{n} library", "{n} libraries").fill(n=len(day.libraries)),
            **numbers,
        ),
        tuple(Total(label, n) for label, n in zip((_ADOPTED, _NOT, _UNKNOWN), sums, strict=True)),
        (*gaps(*unknown), *membership_gap(day), *none_of(practices, Practice)),
    )


@question(17, "practice-differences", Label("Where do current practices differ between libraries?"))
def practice_differences(day: Day) -> Answer:
    """Practices known to be in use here and not there, and rules with values of single libraries."""
    practices = day.graph.all(Practice)
    rows: list[Row] = []
    open_: list[Thing] = []
    same: list[Thing] = []
    differing: list[Thing] = []
    for practice in practices:
        yes, no, unknown = adoption_lists(day, practice)
        thing = day.thing(practice)
        if yes and no:
            differing.append(thing)
            rows.append(Row((thing, Practice.kind.label, yes, no, unknown, ())))
        else:
            (open_ if unknown else same).append(thing)
    local = local_rules(day)
    rows += [
        Row((day.thing(one.rule), Rule.kind.label, one.own, one.common, one.unknown, one.values))
        for one in local
    ]
    elsewhere = day.things(one.rule for one in local if one.unknown)
    numbers = {"n": len(differing), "of": len(practices), "same": len(same), "rest": len(open_)}
    return Answer(
        _DIFFERENCES_COLUMNS,
        tuple(rows),
        fill(_DIFFERENCES_NOTE, rules=len(local), **numbers),
        (
            Total(Label("differ"), len(differing), tuple(differing)),
            Total(Label("same everywhere"), len(same), tuple(same)),
            Total(Missing.NOT_RECORDED.label, len(open_), tuple(open_)),
        ),
        (
            *gaps((_WHETHER, open_), (_ELSEWHERE, elsewhere)),
            *membership_gap(day),
            *none_of(practices, Practice),
        ),
    )


_DIFFERENCES_NOTE = Counted(
    "Known to differ: {n} of {of} practice; the same everywhere: {same}; not all recorded: {rest}; rules with values of single libraries: {rules}.",
    "Known to differ: {n} of {of} practices; the same everywhere: {same}; not all recorded: {rest}; rules with values of single libraries: {rules}.",
    by="of",
)
_DIFFERENCES_COLUMNS = (
    Label("what"),
    Label("kind"),
    Label("adopted, or an own value"),
    Label("not adopted, or the common value"),
    _UNKNOWN,
    Label("own values"),
)
_WHETHER = Label("whether the libraries differ")
_ELSEWHERE = Label("the value elsewhere")


@question(8, "resource-saving", Label("Which joint services or practices name a saved resource?"))
def resource_saving(day: Day) -> Answer:
    """Jointly produced services and practices with what they save, where a source says so."""
    joint = [service for service in day.all(Service) if service.produced_by]
    practices = day.graph.all(Practice)
    elements: list[KeptElement] = [*joint, *practices]
    rows = [Row((day.thing(e), e.kind.label, or_gap(saved(e)))) for e in elements]
    silent = day.things(element for element in elements if saved(element) is None)
    alone = day.things(s for s in day.all(Service) if not s.produced_by) if not joint else ()
    return Answer(
        _RESOURCE_SAVING_COLUMNS,
        tuple(rows),
        fill(
            _RESOURCE_SAVING_NOTE,
            n=len(elements) - len(silent),
            of=len(elements),
            joint=len(joint) or Missing.NOT_RECORDED.label,
        ),
        not_recorded=(
            *gaps((_SAVED, silent), (_JOINTLY, alone)),
            *none_of(elements, Practice),
        ),
    )


_RESOURCE_SAVING_COLUMNS = (Label("what"), Label("kind"), Label("saves"))
_SAVED = Label("what is saved")
_JOINTLY = Label("whether produced jointly")
_RESOURCE_SAVING_NOTE = Label(
    "Naming a saved resource: {n} of {of}; jointly produced services: {joint}."
)


QUESTIONS = (practice_adoption, practice_differences, resource_saving)
