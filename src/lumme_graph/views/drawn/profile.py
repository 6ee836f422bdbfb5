"""The profile card: who a group of customers is, what it wants, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lumme_graph.analysis.touchpoints import lowest_feeling
from lumme_graph.base.label import Counted, Label, Message, Plain
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import ChannelUse, Evidence, Profile
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Touchpoint
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.where_used import users
from lumme_graph.meta.spec import label_of_field
from lumme_graph.views.drawn.parts import (
    DOT,
    Only,
    channel_sign,
    fact,
    feeling_sign,
    head,
    standing_sign,
)
from lumme_graph.views.shapes import BlockLook, Box, DrawnFact, PageBlock, ShapePage, Sign

_DESCRIPTION = Label(
    "What the group wants, what stands in its way, where it meets the library, and the evidence."
)
_GOALS = Label("Goals")
_BARRIERS = Label("Barriers")
_TRIGGERS = Label("What sets off")
_ASKS = Label("Asks of staff")
_CHANNELS = Label("Channels")
_OFTEN_UNKNOWN = Label("how often: not known")
_PATHS = Label("Paths")
_SERVICES = Label("Services")
_EVIDENCE = Label("Evidence")
_NEEDS = Label("needs: {what}", "of a profile")
_NOT_ENTERED = Label("not entered")
_NO_PATH = Label("no path")
_NO_EVIDENCE = Label("no evidence")
_RESTS = Counted("Evidence: {n} source ({what})", "Evidence: {n} sources ({what})")
_ASKED = Label("{source}: n = {n}")
_STANDING = Label("{standing}, {status}.", "how a profile stands")
_STATUS = Label("{status}, standing not entered.", "of a profile")
_REVIEWED = Label("Reviewed {day}.")
_OPEN_FACE = Label("lowest feeling of the path, no evidence for it")
_FACE = Label("lowest feeling of the path")


def profile(graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> ShapePage:
    """A customer profile as a card."""
    del only
    one = graph[Profile, id_]
    sign = Sign("person", one.relation.value, speak(one.relation.label))
    label = label_of_field(Profile, "relation")
    fields = [fact(speak, f"{id_}/relation", label, one.relation.label, signs=[sign])]
    if one.life_situation:
        label = label_of_field(Profile, "life_situation")
        fields.insert(0, fact(speak, f"{id_}/situation", label, one.life_situation))
    over = head(
        graph,
        speak,
        id_,
        Profile.kind.label,
        one.name,
        _DESCRIPTION,
        fields=fields,
        made=tuple(_made(one, speak)),
    )
    page = ShapePage(
        "profile",
        replace(over, sign=sign, standing=standing_sign(one.standing, speak)),
        _Card(graph, one, speak).rows(),
        "card",
        speak.capital(Profile.kind.plural),
    )
    return replace(page, keys=tuple(_keys(page, speak)))


def _made(one: Profile, speak: Speaker) -> Iterator[Message | Said]:
    if one.standing:
        yield speak.capital(_STANDING, standing=one.standing.label, status=one.status.label)
    else:
        yield speak.capital(_STATUS, status=one.status.label)
    if one.reviewed:
        yield _REVIEWED.fill(day=one.reviewed)


def _keys(page: ShapePage, speak: Speaker) -> Iterator[Sign]:
    """What the sign of the group means, and the faces that stand before the paths."""
    if page.head.sign:
        yield page.head.sign
    boxes = [box for row in page.blocks for block in row for box in block.boxes]
    faces = [s for box in boxes for f in box.facts for s in f.signs if s.family == "level"]
    if any(face.is_open for face in faces):
        yield Sign("level", "0", speak(_OPEN_FACE), is_open=True)
    if any(not face.is_open for face in faces):
        yield Sign("level", "0", speak(_FACE))


class _Card:
    """What a card says of a profile, block by block."""

    def __init__(self, graph: ServiceGraph, one: Profile, speak: Speaker) -> None:
        self._graph = graph
        self._one = one
        self._speak = speak

    def rows(self) -> tuple[tuple[PageBlock, ...], ...]:
        """The blocks, those that stand beside each other together."""
        one, pain = self._one, (Sign("mark", "pain", self._speak("")),)
        return (
            (self._goals(), self._texts("barriers", _BARRIERS, one.barriers, pain)),
            (
                self._texts("triggers", _TRIGGERS, one.triggers),
                self._texts("asks_of_staff", _ASKS, one.asks_of_staff),
            ),
            (self._channels(),),
            (self._paths(), self._services()),
            (self._evidence(),),
        )

    def _block(
        self, name: str, words: Message, look: BlockLook, boxes: Sequence[Box], none: Message
    ) -> PageBlock:
        """A block; one without anything says so."""
        if not boxes:
            id_ = f"{self._one.id}/{name}"
            boxes = [Box(id_, (fact(self._speak, f"{id_}/none", words, none, "sub"),))]
        return PageBlock(name, self._speak(words), look, tuple(boxes))

    def _text(
        self, name: str, n: int, label: Message, words: Sayable, signs: Sequence[Sign] = ()
    ) -> Box:
        id_ = f"{self._one.id}/{name}/{n}"
        return Box(id_, (fact(self._speak, f"{id_}/text", label, words, signs=signs),))

    def _texts(
        self, name: str, words: Message, texts: Sequence[Text], signs: Sequence[Sign] = ()
    ) -> PageBlock:
        label = label_of_field(Profile, name)
        boxes = [self._text(name, n, label, text, signs) for n, text in enumerate(texts, 1)]
        return self._block(name, words, "list", boxes, _NOT_ENTERED)

    def _goals(self) -> PageBlock:
        """What they want to get done, and what they need for it."""
        tasks, needs = (label_of_field(Profile, name) for name in ("tasks", "needs"))
        boxes = [
            *(self._text("tasks", n, tasks, text) for n, text in enumerate(self._one.tasks, 1)),
            *(
                self._text("needs", n, needs, _NEEDS.fill(what=text))
                for n, text in enumerate(self._one.needs, 1)
            ),
        ]
        return self._block("goals", _GOALS, "list", boxes, _NOT_ENTERED)

    def _channels(self) -> PageBlock:
        """Where they meet the library and how often; said once where it is known of none."""
        uses = {str(use.touchpoint): use for use in self._one.channels}
        ids = dict.fromkeys((*uses, *map(str, self._one.touchpoints)))
        found = [one for id_ in ids if isinstance(one := self._graph.find(id_), Touchpoint)]
        is_known = any(use.how_often for use in uses.values())
        boxes = [self._channel(one, uses.get(one.id), say_often=is_known) for one in found]
        block = self._block("channels", _CHANNELS, "icons", boxes, _NOT_ENTERED)
        if is_known or not boxes:
            return block
        label = label_of_field(ChannelUse, "how_often")
        id_ = f"{self._one.id}/channels/how-often"
        return replace(block, note=fact(self._speak, id_, label, _OFTEN_UNKNOWN, "sub"))

    def _channel(self, one: Touchpoint, use: ChannelUse | None, *, say_often: bool) -> Box:
        id_, speak = f"{self._one.id}/channels/{one.id}", self._speak
        label = label_of_field(ChannelUse, "touchpoint")
        facts = [fact(speak, f"{id_}/name", label, one.name, signs=[channel_sign(one, speak)])]
        if say_often:
            often = use.how_often.label if use and use.how_often else _OFTEN_UNKNOWN
            label = label_of_field(ChannelUse, "how_often")
            facts.append(fact(speak, f"{id_}/how-often", label, often, "sub"))
        standing = use.standing if use and use.standing is not self._one.standing else None
        return Box(id_, tuple(facts), standing=standing_sign(standing, speak))

    def _paths(self) -> PageBlock:
        day, named = Day.of(self._graph), users(self._graph, self._one, Path)
        paths = [path for path in named if day.is_known(path) and self._one.id in path.profiles]
        return self._block("paths", _PATHS, "list", [self._path(path) for path in paths], _NO_PATH)

    def _path(self, path: Path) -> Box:
        id_, speak = f"{self._one.id}/paths/{path.id}", self._speak
        feeling = lowest_feeling(path, self._one)
        signs = [feeling_sign(feeling, path.standing, speak)] if feeling else []
        value = feeling.value if feeling else None
        label = Path.kind.label
        return Box(id_, (fact(speak, f"{id_}/name", label, path.name, value=value, signs=signs),))

    def _services(self) -> PageBlock:
        services = [one for ref in self._one.services if (one := self._graph.get(ref))]
        if not services:
            return self._block("services", _SERVICES, "list", (), _NOT_ENTERED)
        label, id_ = label_of_field(Profile, "services"), f"{self._one.id}/services"
        names = joined([service.name for service in services], DOT)
        told = fact(self._speak, f"{id_}/names", label, names, "quote")
        return self._block("services", _SERVICES, "list", (Box(id_, (told,)),), _NOT_ENTERED)

    def _evidence(self) -> PageBlock:
        """The sources, and how many people were asked; then how the profile itself stands."""
        speak, id_ = self._speak, f"{self._one.id}/evidence"
        sources = [
            *map(self._source, self._one.evidence),
            *(Plain(_short(ref)) for ref in self._one.sources),
        ]
        label = label_of_field(Profile, "evidence")
        if sources:
            words = _RESTS.fill(n=len(sources), what=joined(sources))
            told: DrawnFact = fact(speak, f"{id_}/sources", label, words, "head")
        else:
            told = fact(speak, f"{id_}/sources", label, _NO_EVIDENCE, "gap")
        return PageBlock("evidence", speak(_EVIDENCE), "note", (Box(id_, (told,)),))

    def _source(self, piece: Evidence) -> Message:
        name = Plain(_short(piece.source))
        return name if piece.n is None else _ASKED.fill(source=name, n=piece.n)


def _short(source: str) -> str:
    """A source as lists of sources name it: `L02` for `source-l02`."""
    return source.removeprefix("source-").upper()
