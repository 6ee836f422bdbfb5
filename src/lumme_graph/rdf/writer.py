"""The blocks of elements and of their parts, each with what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.label import Label, Message
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Claim, KeptElement
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.project import Funding
from lumme_graph.elements.who import Organisation
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Node
from lumme_graph.rdf.block import Block
from lumme_graph.rdf.facts import Facts
from lumme_graph.rdf.fields import Plans
from lumme_graph.rdf.labels import Labels, Words
from lumme_graph.rdf.own_terms import CLASSES
from lumme_graph.rdf.plan import ClassPlan, OwnedPart
from lumme_graph.rdf.reach import Reaches
from lumme_graph.rdf.rules import is_grant, rules_of
from lumme_graph.rdf.spelled import Term, below, decimal, in_xsd, literal, named

_NOTHING: tuple[()] = ()
_TIME = Label("time", "from when to when")
_BEGINNING = Label("beginning", "of a time")
_END = Label("end", "of a time")
_AMOUNT = Label("amount")
_BETWEEN = {"address": Label("address"), "geo": Label("position", "on a map")}


class Writer:
    """Makes the blocks of one export."""

    def __init__(self, graph: ServiceGraph) -> None:
        self.plans = Plans(graph.settings.base, graph.settings.languages.all, graph.has)
        self.facts = Facts(graph, self.plans)
        self.labels = Labels(graph)
        self._reach = Reaches(graph)
        self._last: dict[type[KeptElement], Term] = {}

    def element(self, element: KeptElement) -> list[Block]:
        """An element and its parts."""
        cls = KINDS[element.kind.prefix]
        plan, subject = self.plans.of(cls), self.plans.nodes[element.id]
        block = Block(subject, plan.own, plan.types, owner=element.id)
        out = [block]
        words: Words | None = None
        parts = self._fields(plan, block, element)
        before = self._last.get(cls)
        if before is not None:
            block.state(named("lg:listedAfter"), before)
        self._last[cls] = subject
        if isinstance(element, Claim):
            self.labels.label(block, cls.kind.label, self.labels.words(element.text))
        if parts or plan.between or plan.time:
            words = self.labels.element(element.id)
            self._rest(plan, block, element, words, parts, out)
        if isinstance(element, Path):
            _order_steps(element, out)
        if isinstance(element, Organisation):
            out += self._reaches(element, block)
        return out

    def _reaches(self, organisation: Organisation, block: Block) -> Iterator[Block]:
        """What is said of others, and holds for an organisation too."""
        counted: Counter[str] = Counter()
        for reach in self._reach.of(organisation):
            local = reach.said_of or "model"
            counted[local] += 1
            more = f"-{counted[local]}" if counted[local] > 1 else ""
            subject = below(block.subject, f"reach/{local}{more}")
            made = Block(subject, types=[named("lg:Reach")])
            made.derive(named("lg:saidOf"), self.plans.nodes[reach.said_of or ""])
            if reach.tells_of is not None and reach.distance is not None:
                made.derive(named("lg:tellsOf"), self.plans.nodes[reach.tells_of])
                made.derive(named("lg:distance"), literal(reach.distance))
            made.derive(named("lg:holdsFor"), block.subject)
            for term, when in zip(("lg:from", "lg:to"), reach.days, strict=True):
                for bound in ("earliest", "latest"):
                    day = getattr(when, bound, None)
                    if day is not None:
                        made.derive(named(term + bound.capitalize()), self.plans.days[day])
            self.labels.label(made, CLASSES["lg:Reach"].label, self._reached(reach.said_of))
            yield made

    def _reached(self, id_: str | None) -> Words:
        """What is called by the id, or the model as a whole."""
        if id_ is None:
            return self.labels.words(self.facts.graph.settings.name)
        return self.labels.element(id_)

    def _fields(self, plan: ClassPlan, block: Block, node: Node) -> list[OwnedPart]:
        """What the fields of a node say, and the rules of its class; the parts are left."""
        values = vars(node)
        parts: list[OwnedPart] = []
        for name in plan.coded:
            for iri in getattr(values[name], "iris", ()):
                block.types.append(named(iri))
        for name, write in plan.fields:
            value = values[name]
            if value is not None and value is not _NOTHING:
                write(block, values, value, parts)
        for derive in rules_of(type(node)):
            block.derive_all(derive(self.facts, node))
        return parts

    def _rest(
        self,
        plan: ClassPlan,
        block: Block,
        node: Node,
        words: Words,
        parts: list[OwnedPart],
        out: list[Block],
    ) -> None:
        """The nodes that stand between a node and its values, its time, and its parts."""
        if plan.between:
            self._between(plan, block, node, words, out)
        if plan.time is not None:
            self._time(plan.time, block, node, words, out)
        if type(node) is Funding and is_grant(node):
            self._amount(block, node, words, out)
        for part in parts:
            self._part(part, block, words, out)

    def _part(self, part: OwnedPart, owner: Block, owned_by: Words, out: list[Block]) -> None:
        if part.text is not None:
            out.append(self._point(part.subject, part.text, part.label, owner))
        if (record := part.record) is None:
            return
        plan = self.plans.of(type(record))
        words = self.labels.record(record, owned_by)
        block = Block(part.subject, plan.own, plan.types, owner=owner.owner)
        out.append(block)
        parts = self._fields(plan, block, record)
        if part.id is not None:
            block.state(named("dct:identifier"), literal(part.id))
        if plan.owner is not None:
            block.derive(plan.owner, owner.subject)
        if part.place is not None:
            block.derive(named("dct:isPartOf"), owner.subject)
            block.derive(named("lg:position"), literal(part.place))
        self.labels.label(block, part.label, words)
        if part.private:
            block.hide_all()
        self._rest(plan, block, record, words, parts, out)

    def _point(self, subject: Term, text: Text, label: Message, owner: Block) -> Block:
        block = Block(subject, named("lg:Point"), owner=owner.owner)
        for said in self.plans.texts.literals(text):
            block.state(named("dct:description"), said)
        self.labels.label(block, label, self.labels.words(text))
        return block

    def _between(
        self, plan: ClassPlan, block: Block, node: Node, words: Words, out: list[Block]
    ) -> None:
        values = vars(node)
        for via, fields in plan.between.items():
            if all(values[name] is None for name, _ in fields):
                continue
            subject = below(block.subject, via.local)
            block.state(named(via.predicate), subject)
            made = Block(subject, types=[named(via.iri)], plain=True, owner=block.owner)
            for name, write in fields:
                if values[name] is not None:
                    write(made, values, values[name], [])
            self.labels.label(made, _BETWEEN[via.local], words)
            out.append(made)

    def _time(
        self, predicate: Term, block: Block, node: Node, words: Words, out: list[Block]
    ) -> None:
        """From when to when, as an interval of OWL-Time with an instant at each known end."""
        values = vars(node)
        ends = (("beginning", _BEGINNING, values["from_"]), ("end", _END, values["to"]))
        if all(when is None for _, _, when in ends):
            return
        whole = below(block.subject, "time")
        block.derive(predicate, whole)
        interval = Block(whole, types=map(named, ("time:Interval", "time:TemporalEntity")))
        self.labels.label(interval, _TIME, words)
        out.append(interval)
        for local, label, when in ends:
            if when is not None:
                instant = self._instant(below(whole, local), when)
                name = "hasBeginning" if local == "beginning" else "hasEnd"
                interval.derive(named(f"time:{name}"), instant.subject)
                self.labels.label(instant, label, words)
                out.append(instant)

    def _instant(self, subject: Term, when: UncertainDate) -> Block:
        block = Block(subject, types=map(named, ("time:Instant", "time:TemporalEntity")))
        said = in_xsd(when)
        if said is not None:
            block.derive(*said)
        for term, day in (("lg:earliest", when.earliest), ("lg:latest", when.latest)):
            if day is not None:
                block.derive(named(term), self.plans.days[day])
        return block

    def _amount(self, block: Block, item: Funding, words: Words, out: list[Block]) -> None:
        block.derive(named("schema:fundedItem"), self.plans.nodes[block.owner])
        if item.amount is None:
            return
        made = Block(below(block.subject, "amount"))
        made.types.append(named("schema:MonetaryAmount"))
        block.derive(named("schema:amount"), made.subject)
        made.derive(named("schema:value"), decimal(item.amount))
        if item.currency is not None:
            made.derive(named("schema:currency"), literal(item.currency))
        self.labels.label(made, _AMOUNT, words)
        out.append(made)


def _order_steps(path: Path, out: list[Block]) -> None:
    """What leads to each step: the step before it, or those whose ways on lead to it."""
    blocks = {block.subject: block for block in out}
    node = out[0].subject
    for step, following in zip_longest(path.steps, path.steps[1:]):
        ways = [on.to for on in step.next] or ([following.id] if following else [])
        for way in ways:
            block = blocks.get(below(node, way))
            if block is not None:
                block.derive(named("pplan:isPrecededBy"), below(node, step.id))
