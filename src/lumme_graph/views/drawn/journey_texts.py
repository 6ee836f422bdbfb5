"""What a journey says of a step in words: a row for each thing, with the boxes of a step in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.journeys import Path, Step
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.drawn.parts import fact, standing_sign
from lumme_graph.views.drawn.step_facts import duration, touchpoint_fact
from lumme_graph.views.shapes import Box, DrawnFact, Sign

_CHANNEL = Label("channel type")
_PAIN = Label("pain")
_GAIN = Label("gain")
_RULE = Label("rule")
_PRACTICE = Label("practice")
_ID = Label("id")
_SYSTEM = Label("system")
_DURATION = Label("duration")
_THOUGHT = Label("thought")
_QUOTED = Label("“{words}”")


class Of(NamedTuple):
    """A step of a path, and who tells of it."""

    graph: ServiceGraph
    path: Path
    step: Step
    speak: Speaker

    @property
    def id(self) -> str:
        """The address of the step."""
        return f"{self.path.id}/{self.step.id}"


class TextRow(NamedTuple):
    """A row: its id, its name, and the facts of a step in it."""

    id: str
    name: Message
    facts: Callable[[Of], Iterator[DrawnFact]]

    def box(self, of: Of) -> Box | None:
        """What the row says of a step; None where nothing is entered."""
        facts = tuple(self.facts(of))
        return Box(of.id, facts) if facts else None


def _meets(of: Of) -> Iterator[DrawnFact]:
    """Where the customer meets the library; or that they do not, on a path on which they do somewhere."""
    if not any(of.graph.get(step.touchpoint) for step in of.path.steps):
        return
    yield touchpoint_fact(of.graph, of.path, of.step, of.speak)
    if touchpoint := of.graph.get(of.step.touchpoint):
        yield fact(of.speak, f"{of.id}/channel", _CHANNEL, touchpoint.channel.label, "sub")


def _pains(of: Of) -> Iterator[DrawnFact]:
    return _marked(of, "pain", _PAIN, of.step.pains)


def _gains(of: Of) -> Iterator[DrawnFact]:
    return _marked(of, "gain", _GAIN, of.step.gains)


def _marked(of: Of, mark: str, label: Label, texts: Sequence[Text]) -> Iterator[DrawnFact]:
    sign = Sign("mark", mark, of.speak(label))
    for n, text in enumerate(texts, 1):
        yield fact(of.speak, f"{of.id}/{mark}-{n}", label, text, signs=(sign,))


def _thoughts(of: Of) -> Iterator[DrawnFact]:
    """In quotation marks only where somebody said so."""
    for n, thought in enumerate(of.step.thoughts, 1):
        id_ = f"{of.id}/thought-{n}"
        if thought.standing is Standing.SOURCED:
            said = of.speak(thought.text)
            quoted = of.speak.in_language(said.lang)(_QUOTED, words=said.words)
            yield fact(of.speak, id_, _THOUGHT, said._replace(words=quoted.words), "quote")
        else:
            sign = standing_sign(thought.standing, of.speak)
            yield fact(of.speak, id_, _THOUGHT, thought.text, signs=(sign,) if sign else ())


def _rules(of: Of) -> Iterator[DrawnFact]:
    if rule := of.graph.get(of.step.rule):
        yield fact(of.speak, f"{of.id}/rule", _RULE, rule.name)
        yield fact(of.speak, f"{of.id}/rule-id", _ID, Plain(rule.id), "id")
    if practice := of.graph.get(of.step.practice):
        yield fact(of.speak, f"{of.id}/practice", _PRACTICE, practice.name)
        yield fact(of.speak, f"{of.id}/practice-id", _ID, Plain(practice.id), "id")


def _systems(of: Of) -> Iterator[DrawnFact]:
    if of.step.system:
        yield fact(of.speak, f"{of.id}/system", _SYSTEM, of.step.system)


def _durations(of: Of) -> Iterator[DrawnFact]:
    if of.step.duration is not None:
        yield fact(of.speak, f"{of.id}/duration", _DURATION, duration(of.step.duration))


MEETS: Final = TextRow("touchpoint", Label("where they meet"), _meets)
BELOW: Final = (
    TextRow("pains", Label("pains"), _pains),
    TextRow("gains", Label("gains"), _gains),
    TextRow("thoughts", Label("thoughts"), _thoughts),
    TextRow("rules", Label("rule and practice"), _rules),
    TextRow("system", _SYSTEM, _systems),
    TextRow("duration", _DURATION, _durations),
)
"""The rows of words under the curve, in their order."""
