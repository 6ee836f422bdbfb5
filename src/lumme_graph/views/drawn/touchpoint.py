"""The sheet of a touchpoint: what happens there, how it feels, where it is offered and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lumme_graph.analysis.touchpoints import Meeting, meetings
from lumme_graph.base.label import Counted, Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.truth import Truth
from lumme_graph.elements.customers import Frequency, Profile
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import Step
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.elements.promise import Commitment
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined, name_label, short_label
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.where_used import users
from lumme_graph.meta.spec import label_of_field
from lumme_graph.views.drawn.parts import (
    Only,
    channel_sign,
    fact,
    feeling_sign,
    head,
    standing_sign,
)
from lumme_graph.views.shapes import (
    BlockLook,
    Box,
    DrawnFact,
    PageBlock,
    ShapeLine,
    ShapePage,
    Sign,
)

_DESCRIPTION = Label(
    "The steps that lead through the touchpoint, worst first, where it is offered, for whom it is,"
    " and which commitments are kept at it."
)
_FORMERLY = Label("formerly {names}")
_STANDING = Label("The touchpoint is {standing}.")
_FEELINGS_SOURCED = Counted(
    "The feeling is sourced in {k} of {n} step.", "The feeling is sourced in {k} of {n} steps."
)
_NUMBERS = Label("In numbers")
_STEPS = Counted("step goes through it", "steps go through it")
_PATHS = Counted("path goes through it", "paths go through it")
_BAD = Counted("step feels bad", "steps feel bad")
_UNKNOWN_OF = Label("not known of {n}")
_TABLE = Label("Steps that go through it")
_COLUMNS = {
    "path": Label("Path and step"),
    "action": Label("What happens"),
    "rule": Label("Rule"),
    "feeling": Label("Feeling"),
}
_PLACE = Label("step {n}/{of}")
_NO_STEPS = Label("no step of a path goes through it")
_NO_RULE = Label("not entered")
_NOT_KNOWN = Label("not known")
_OPEN_FACE = Label("no evidence for the feeling")
_WHERE = Label("Where it is offered")
_OFFERED: dict[Truth, tuple[str, Message]] = {
    True: ("done", Label("offered", "at a library")),
    False: ("gap", Label("not offered", "at a library")),
    None: ("unknown", _NOT_KNOWN),
}
_NO_LIBRARIES = Label("no libraries")
_FOR = Label("For whom")
_HOW_OFTEN = Label("{name}: {how_often}")
_NOBODY = Label("no profile names it")
_KEPT = Label("Commitments kept at it")
_NO_COMMITMENT = Label("no commitment names it")


def touchpoint(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> ShapePage:
    """A touchpoint with all that goes through it."""
    del only
    one = graph[Touchpoint, id_]
    day = Day.of(graph)
    met = meetings(day, one)
    over = head(
        graph,
        speak,
        id_,
        Touchpoint.kind.label,
        one.name,
        _DESCRIPTION,
        fields=tuple(_fields(one, speak)),
        made=tuple(_made(one, met)),
    )
    is_open = any(sign.is_open for meeting in met for sign in _face(meeting, speak))
    return ShapePage(
        "touchpoint",
        replace(over, sign=channel_sign(one, speak), standing=standing_sign(one.standing, speak)),
        (
            (_numbers(id_, met, speak),),
            (_steps(graph, id_, met, speak),),
            (_where(day, one, speak),),
            (_profiles(graph, one, speak), _commitments(graph, one, speak)),
        ),
        keys=(Sign("level", "0", speak(_OPEN_FACE), is_open=True),) if is_open else (),
    )


def _fields(one: Touchpoint, speak: Speaker) -> Iterator[DrawnFact]:
    label = label_of_field(Touchpoint, "channel")
    yield fact(speak, f"{one.id}/channel", label, one.channel.label, "head")
    if one.description:
        label = label_of_field(Touchpoint, "description")
        yield fact(speak, f"{one.id}/description", label, one.description)
    if one.former_names:
        label = label_of_field(Touchpoint, "former_names")
        names = joined([former.name for former in one.former_names])
        yield fact(speak, f"{one.id}/former_names", label, _FORMERLY.fill(names=names), "sub")


def _made(one: Touchpoint, met: Sequence[Meeting]) -> Iterator[Message]:
    if one.standing:
        yield _STANDING.fill(standing=one.standing.label)
    if felt := [_standing(meeting) for meeting in met if meeting.feeling]:
        yield _FEELINGS_SOURCED.fill(k=felt.count(Standing.SOURCED), n=len(felt))


def _standing(meeting: Meeting) -> Standing | None:
    feeling = meeting.feeling
    return (feeling.standing if feeling else None) or meeting.path.standing


def _numbers(id_: str, met: Sequence[Meeting], speak: Speaker) -> PageBlock:
    """How many steps and paths go through it, and how many steps feel bad as far as is known."""
    bad = [meeting.hurts for meeting in met].count(True)
    unknown = [meeting.hurts for meeting in met].count(None)
    paths = len({meeting.path.id for meeting in met})
    so_far = (
        [fact(speak, f"{id_}/bad/unknown", _NUMBERS, _UNKNOWN_OF.fill(n=unknown), "sub")]
        if unknown
        else []
    )
    said: tuple[tuple[str, int, Message], ...] = (
        ("steps", len(met), _STEPS.fill(n=len(met))),
        ("paths", paths, _PATHS.fill(n=paths)),
        ("bad", bad, _BAD.fill(n=bad)),
    )
    return PageBlock(
        "numbers",
        speak(_NUMBERS),
        "tiles",
        tuple(
            Box(
                f"{id_}/{name}",
                (
                    fact(speak, f"{id_}/{name}/n", _NUMBERS, n, "head", value=n),
                    fact(speak, f"{id_}/{name}/of", _NUMBERS, words),
                    *(so_far if name == "bad" else ()),
                ),
                tone="hurt" if name == "bad" and n else "",
            )
            for name, n, words in said
        ),
    )


def _steps(graph: ServiceGraph, id_: str, met: Sequence[Meeting], speak: Speaker) -> PageBlock:
    columns = tuple(ShapeLine(name, speak(label)) for name, label in _COLUMNS.items())
    boxes = tuple(_step(graph, meeting, speak) for meeting in met)
    if not boxes:
        none = f"{id_}/meetings"
        boxes = (Box(none, (fact(speak, f"{none}/path", _TABLE, _NO_STEPS, "sub"),)),)
    return PageBlock("meetings", speak(_TABLE), "table", boxes, columns if met else ())


def _step(graph: ServiceGraph, meeting: Meeting, speak: Speaker) -> Box:
    path, step, number = meeting
    id_ = f"{path.id}/{step.id}"
    rule = graph.get(step.rule)
    place = _PLACE.fill(n=number, of=len(path.steps))
    felt = _face(meeting, speak)
    return Box(
        id_,
        (
            fact(speak, f"{id_}/path", _COLUMNS["path"], path.name, "head"),
            fact(speak, f"{id_}/path/step", _COLUMNS["path"], place, "sub"),
            fact(speak, f"{id_}/action", label_of_field(Step, "action"), step.action),
            fact(speak, f"{id_}/rule", _COLUMNS["rule"], name_label(rule))
            if rule
            else fact(speak, f"{id_}/rule", _COLUMNS["rule"], _NO_RULE, "sub"),
            fact(
                speak,
                f"{id_}/feeling",
                _COLUMNS["feeling"],
                felt[0].words if felt else _NOT_KNOWN,
                value=meeting.feeling.value if meeting.feeling else None,
                signs=felt or [Sign("state", "unknown", speak(_NOT_KNOWN))],
            ),
        ),
        number,
        "hurt" if meeting.hurts else "",
        standing_sign(step.standing or path.standing, speak),
    )


def _face(meeting: Meeting, speak: Speaker) -> list[Sign]:
    feeling = meeting.feeling
    return [feeling_sign(feeling, meeting.path.standing, speak)] if feeling else []


def _where(day: Day, one: Touchpoint, speak: Speaker) -> PageBlock:
    """At which libraries it is offered; what is not known is no no."""
    boxes = [
        Box(
            f"{one.id}/at/{library.id}",
            (
                fact(
                    speak,
                    f"{one.id}/at/{library.id}/offered",
                    _WHERE,
                    short_label(day.graph, library),
                    signs=[Sign("state", _OFFERED[truth][0], speak(_OFFERED[truth][1]))],
                ),
            ),
        )
        for library, truth in zip(day.libraries, day.offers.row(one), strict=True)
    ]
    return _block(one.id, "at", _WHERE, boxes, _NO_LIBRARIES, speak, is_states=True)


def _profiles(graph: ServiceGraph, one: Touchpoint, speak: Speaker) -> PageBlock:
    boxes: list[Box] = []
    for profile in users(graph, one, Profile):
        use = next((use for use in profile.channels if use.touchpoint == one.id), None)
        if use is None and one.id not in profile.touchpoints:
            continue
        often: Frequency | None = use.how_often if use else None
        words = _HOW_OFTEN.fill(name=profile.name, how_often=often.label) if often else profile.name
        sign = Sign("person", profile.relation.value, speak(profile.relation.label))
        id_ = f"{one.id}/for/{profile.id}"
        told = fact(speak, f"{id_}/name", Profile.kind.label, words, signs=[sign])
        boxes.append(Box(id_, (told,)))
    return _block(one.id, "for", _FOR, boxes, _NOBODY, speak)


def _commitments(graph: ServiceGraph, one: Touchpoint, speak: Speaker) -> PageBlock:
    boxes = [
        Box(
            id_ := f"{one.id}/keeps/{commitment.id}",
            (fact(speak, f"{id_}/name", Commitment.kind.label, commitment.name),),
        )
        for commitment in users(graph, one, Commitment)
        if one.id in commitment.kept_at
    ]
    return _block(one.id, "keeps", _KEPT, boxes, _NO_COMMITMENT, speak)


def _block(
    id_: str,
    name: str,
    words: Message,
    boxes: Sequence[Box],
    none: Message,
    speak: Speaker,
    *,
    is_states: bool = False,
) -> PageBlock:
    """A block; one without anything says so."""
    if not boxes:
        boxes = [Box(f"{id_}/{name}", (fact(speak, f"{id_}/{name}/none", words, none, "sub"),))]
    look: BlockLook = "states" if is_states and boxes[0].facts[0].signs else "list"
    return PageBlock(name, speak(words), look, tuple(boxes))
