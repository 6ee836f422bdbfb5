"""What may be answered in the spreadsheets of workshops: by which id of the paper, in which form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.elements.development import Origin, RaisedBy
from lumme_graph.elements.journeys import ActorKind, Feeling, Lane, Path, Step
from lumme_graph.elements.promise import Commitment
from lumme_graph.meta.element import Node
from lumme_graph.meta.kind import Coded
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import Data
from lumme_graph.sheets.given import GivenValue
from lumme_graph.sheets.values import (
    LIST_HINT,
    BookNames,
    CellForm,
    CodeForm,
    Reference,
    Several,
    WordsForm,
    form_of,
)
from lumme_graph.views.drawn.workshop_journey import MEETS
from lumme_graph.views.drawn.workshop_promise import VERDICTS

WHO: Final = Label("Who does it")
LANE: Final = Label("Lane")


@dataclass(frozen=True)
class LinesForm(WordsForm):
    """Several texts in one cell, each on a line of its own."""

    def read(self, value: GivenValue, names: BookNames) -> Data:
        """The lines that are not blank; commas are part of them."""
        said = super().read(value, names)
        lines = [line.strip() for line in str(said or "").split("\n")]
        return list(dict.fromkeys(line for line in lines if line)) or None


@dataclass(frozen=True)
class CellAsked:
    """How something is answered in a cell.

    What `adds` is said anew also of what the model knows; anything else is only said of what is
    new. `label` names it where the paper does not ask for it by itself; `told` are the names of the
    facts that are shown of what is known.
    """

    form: CellForm
    adds: bool = False
    needed: bool = False
    wide: bool = False
    others: bool = False
    label: Message | None = None
    told: tuple[str, ...] = ()

    def choices(self, names: BookNames) -> list[str]:
        """What is chosen from."""
        many = isinstance(self.form, Several)
        one = self.form.one if isinstance(self.form, Several) else self.form
        if isinstance(one, CodeForm):
            each = list(one.words(names).values())
            return [*each, ", ".join(each)] if many else each
        if isinstance(one, Reference):
            return [names.shown(id_) for id_ in names.by_id if one.fits(id_)]
        return []


def _of(cls: type[Node], alias: str) -> CellForm:
    """The form of a declared field."""
    return form_of(next(spec for spec in specs(cls) if spec.alias == alias))


def _codes(kind: type[Coded]) -> CodeForm:
    return CodeForm({str(one.value): one.label for one in kind})


LIST_ANSWERS: Final[Mapping[str, Mapping[str, CellAsked]]] = {
    "workshop-needs": {
        "name": CellAsked(WordsForm(), needed=True, wide=True),
        "by": CellAsked(Several(_codes(RaisedBy)), adds=True, needed=True, others=True),
        "at": CellAsked(_of(Origin, "at"), adds=True, others=True),
        "evidence": CellAsked(WordsForm(), adds=True, wide=True),
        "dots": CellAsked(_of(Origin, "dots"), adds=True),
    },
    "workshop-promise": {
        "name": CellAsked(WordsForm(), needed=True, wide=True),
        "value": CellAsked(WordsForm()),
        "measure": CellAsked(WordsForm(), wide=True),
        "owner": CellAsked(_of(Commitment, "owner"), others=True),
        "said": CellAsked(WordsForm(), adds=True, wide=True),
        "verdict": CellAsked(CodeForm(VERDICTS), adds=True),
    },
}
"""Of lists: by the kind of the form, and what it asks."""

FIELDS: Final[Mapping[str, CellAsked]] = {
    "name": CellAsked(WordsForm(), needed=True),
    "profiles": CellAsked(_of(Path, "profiles"), others=True),
    "description": CellAsked(WordsForm()),
    "goal": CellAsked(WordsForm()),
}
"""Of a whole journey."""

JOURNEY_ANSWERS: Final[Mapping[str, CellAsked]] = {
    "phase": CellAsked(WordsForm(), told=("phase",)),
    "actor": CellAsked(_codes(ActorKind), needed=True, label=WHO, told=("actor",)),
    "lane": CellAsked(_codes(Lane), needed=True, label=LANE),
    "action": CellAsked(WordsForm(), needed=True, told=("action",)),
    "otherwise": CellAsked(WordsForm(), adds=True),
    "touchpoint": CellAsked(
        _of(Step, "touchpoint"), others=True, label=MEETS, told=("touchpoint",)
    ),
    "thoughts": CellAsked(LinesForm(LIST_HINT), adds=True, told=("thought",)),
    "feeling": CellAsked(_of(Feeling, "value"), adds=True, told=("feeling",)),
    "pains": CellAsked(LinesForm(LIST_HINT), adds=True, told=("pain",)),
    "ideas": CellAsked(LinesForm(LIST_HINT), adds=True, told=("mark",)),
}
"""Of each step of a journey, in the order of the rows."""
