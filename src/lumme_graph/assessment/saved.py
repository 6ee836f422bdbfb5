"""The shape of results that were saved as JSON: read strictly, for anybody may have written them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.base.error import KnownError
from lumme_graph.base.json_text import read_json
from lumme_graph.base.tags import TAG
from lumme_graph.meta.ref import ID_WORDS

Id = Annotated[str, Field(pattern=f"^{ID_WORDS}$")]
Tag = Annotated[str, Field(pattern=f"^{TAG.pattern}$")]


class Saved(BaseModel):
    """A part of a saved result; what a later version has added is let through."""

    model_config = ConfigDict(strict=True, frozen=True)


class SavedGap(Saved):
    """A gap: its item, library, language and state."""

    item: Id
    library: Id
    language: Tag
    state: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Its item, library and language, which tell it apart."""
        return self.item, self.library, self.language


def states_of(
    gaps: Sequence[SavedGap], name: str, error: type[KnownError]
) -> dict[tuple[str, str, str], str]:
    """The state of each gap of a saved result, by its item, library and language.

    Raises `error`, naming the file, for what is no state of a gap.
    """
    known = [
        state.word for state in CellState if state not in {CellState.COVERED, CellState.EXEMPT}
    ]
    for gap in gaps:
        if gap.state not in known:
            words = ", ".join(known)
            raise error(f"{name}: {gap.state} is no state of a gap; they are {words}")
    return {gap.key: gap.state for gap in gaps}


S = TypeVar("S", bound=Saved)


def read_saved(shape: type[S], text: str) -> S:
    """A saved result. Raises `ValueError` for anything else, with the first thing that is wrong."""
    data = read_json(text)
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        if first["type"] == "missing":
            raise ValueError(f"'{where}' is missing") from None
        said = first["msg"][:1].lower() + first["msg"][1:]
        raise ValueError(f"{where}: {said}" if where else said) from None
