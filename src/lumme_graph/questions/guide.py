"""Questions on the guide and the promise: what is published, covered, described and measured."""

from __future__ import annotations

from lumme_graph.analysis.adoption import uptakes
from lumme_graph.analysis.coverage.cells import ITEM_STATES, count
from lumme_graph.analysis.coverage.links import scopes
from lumme_graph.analysis.coverage.result import covered
from lumme_graph.analysis.guides import milestone
from lumme_graph.base.label import Label, Message
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.guide import Guide, GuideStage, SectionStatus
from lumme_graph.elements.offer import Coverable, Service, Touchpoint
from lumme_graph.graph.day import Day
from lumme_graph.graph.gaps import gaps, none_of
from lumme_graph.graph.things import Missing, Thing, Things
from lumme_graph.questions.answers import Answer, Row, Total, Value, fill
from lumme_graph.questions.asking import question
from lumme_graph.questions.shared import listed, or_gap

GUIDE = Guide.kind.label


@question(
    7, "common-guide", Label("Is there one guide for all member libraries, and is it published?")
)
def common_guide(day: Day) -> Answer:
    """Each guide: for which libraries, how far the libraries' own has come, and the text in the model."""
    guides = day.graph.all(Guide)
    rows: list[Row] = []
    lacking: dict[GuideStage, list[Thing]] = {stage: [] for stage in GuideStage}
    narrow: list[Thing] = []
    unknown: list[Thing] = []
    for guide in guides:
        stages = [milestone(day, guide, stage) for stage in GuideStage]
        for stage, value in zip(GuideStage, stages, strict=True):
            if isinstance(value, Missing):
                lacking[stage].append(day.thing(guide))
        libraries = _libraries(day, guide)
        if len(libraries) < len(day.libraries):
            narrow.append(day.thing(guide))
        follow = _followers(day, guide)
        unknown += follow[2]
        text = (_sections(day, guide), or_gap(guide.standing))
        values = (or_gap(libraries), *stages, *text, *follow)
        rows.append(Row((day.thing(guide), *values)))
    said = [
        fill(
            _SAID,
            name=row.values[0].label,
            drawn=_words(row.values[2]),
            out=_words(row.values[3]),
            **_numbers(row),
        )
        for row in rows
        if isinstance(row.values[0], Thing)
    ]
    return Answer(
        _COMMON_GUIDE_COLUMNS,
        tuple(rows),
        fill(_COMMON_GUIDE_NOTE, n=len(guides) - len(narrow), said=listed(said)),
        not_recorded=(
            *gaps(*((stage.label, of) for stage, of in lacking.items())),
            *gaps((_WORKING_BY, dict.fromkeys(unknown))),
            *none_of(guides, Guide),
        ),
    )


_OWN = Label("libraries' own {stage}")
_COMMON_GUIDE_COLUMNS = (
    GUIDE,
    Label("for the libraries"),
    *(fill(_OWN, stage=stage.label) for stage in GuideStage),
    Label("sections in this model"),
    Label("standing of the text"),
    Label("works by it"),
    Label("does not"),
    Label("not recorded"),
)
_WORKING_BY = Label("whether it works by the guide")


_COMMON_GUIDE_NOTE = Label("Guides for all libraries: {n}. {said}.")


_SAID = Label(
    "{name}: drawn up {drawn}, published {out}; working by it {yes}, not {no}, not recorded {open}"
)


def _followers(day: Day, guide: Guide) -> tuple[Things, Things, Things]:
    """The libraries that work by a guide, those that do not, and those of which it is not recorded."""
    practice = day.graph.get(guide.practice)
    if practice is None:
        return (), (), day.things(day.libraries)
    at = uptakes(day)[practice.id].at
    return day.things(at[True]), day.things(at[False]), day.things(at[None])


def _numbers(row: Row) -> dict[str, int]:
    lists = zip(("yes", "no", "open"), row.values[-3:], strict=True)
    return {key: len(value) for key, value in lists if isinstance(value, tuple)}


def _words(value: Value) -> object:
    return value.label if isinstance(value, Missing) else value


def _libraries(day: Day, guide: Guide) -> Things:
    """The libraries of the day that at least one section is for."""
    sections = [section for ref in guide.sections if (section := day.graph.get(ref))]
    meant = scopes(day)
    found: set[str] = set()
    for section in sections:
        reached = meant.of(section.scope, section.except_)
        if reached is None:
            return day.things(day.libraries)
        found |= reached
    return day.things(library for library in day.libraries if library.id in found)


def _sections(day: Day, guide: Guide) -> Message:
    found = [section for ref in guide.sections if (section := day.graph.get(ref))]
    pattern = Label("{status} {n}")
    return listed(
        fill(pattern, status=status.label, n=sum(s.status is status for s in found))
        for status in reversed(SectionStatus)
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
    by: dict[str, list[Thing]] = {state: [] for state in ITEM_STATES}
    rows: list[Row] = []
    for item in items:
        state = coverage.item_state(item)
        by[state].append(day.thing(item))
        if state in {"uncovered", "partial", "unknown"}:
            cells = count(coverage.states_of(item))
            values = (item.kind.label, ITEM_STATES[state], f"{cells.n}/{cells.d}")
            rows.append(Row((day.thing(item), *values)))
    note = Label(
        "Covered {covered} of {of}, partly {partial}, not {uncovered}, offer not known {unknown}."
    )
    columns = (Label("item"), Label("kind"), Label("state"), Label("cells covered"))
    numbers = {state: len(of) for state, of in by.items()}
    gap = Label("whether it is offered")
    return Answer(
        columns,
        tuple(rows),
        fill(note, of=len(items), **numbers),
        tuple(Total(ITEM_STATES[state], len(of), tuple(of)) for state, of in by.items()),
        (*gaps((gap, by["unknown"])), *none_of(_coverable(items), Service)),
    )


def _coverable(items: list[Service | Profile | Touchpoint]) -> list[Coverable]:
    return [*items]


QUESTIONS = (
    common_guide,
    guide_not_covering,
)
