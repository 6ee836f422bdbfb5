"""What `model.yaml` says of a model as a whole."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from lumme_graph.base.text import TAG, Text
from lumme_graph.elements.who import Organisation
from lumme_graph.meta.ref import Ref

Tag = Annotated[str, Field(pattern=f"^{TAG.pattern}$")]


class Languages(BaseModel):
    """The languages of a model: those that every text must have, and those it may have."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    required: tuple[Tag, ...] = Field(default=("en",), min_length=1)
    """Every text has these; the first is the source language."""

    optional: tuple[Tag, ...] = ()
    """Texts may have these."""

    @property
    def all(self) -> tuple[str, ...]:
        """Required and optional, in order."""
        return (*self.required, *self.optional)


class CoverageSettings(BaseModel):
    """What the service guide must cover."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    needs: tuple[str, ...] = ("service", "touchpoint", "path", "commitment", "profile")
    """The kinds that need a section."""


class Settings(BaseModel):
    """The name of a model, its network, languages and day.

    >>> Settings(as_of="2026-08-22").languages.required
    ('en',)
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: Text = Text(en="Service model")
    """What the model is called."""

    statement: Text | None = None
    """What every published output says of the model, such as that it is unofficial."""

    network: Ref[Organisation] | None = None
    """The organisation whose members are "the libraries"; without one, all libraries."""

    base: str = Field(default="https://example.org/id/", pattern=r"^https?://[^\s<>\"{}|\\^`]+[/#]$")
    """What the addresses of elements begin with."""

    languages: Languages = Languages()
    """The languages of its texts."""

    as_of: date
    """The day that "today" means in the model."""

    coverage: CoverageSettings = CoverageSettings()
    """What the guide must cover."""
