"""What a form of an output is written by: functions of one shape for each sort of output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from lumme_graph.reports.look import PLAIN, Look

if TYPE_CHECKING:
    from lumme_graph.analysis.changes import ModelDiff

One_contra = TypeVar("One_contra", contravariant=True)
Other_contra = TypeVar("Other_contra", contravariant=True)


class RenderOne(Protocol[One_contra]):
    """Renders one thing as text in a language; what is for people has a look too."""

    def __call__(self, one: One_contra, /, lang: str = "en", look: Look = PLAIN) -> str:
        """The output as text."""
        ...


class RenderTwo(Protocol[One_contra, Other_contra]):
    """Renders one thing with another that it belongs to, such as an answer with its graph."""

    def __call__(
        self, one: One_contra, other: Other_contra, /, lang: str = "en", look: Look = PLAIN
    ) -> str:
        """The output as text."""
        ...


class RenderChange(Protocol):
    """Renders what differs between two models, as `diff` gives it, as text."""

    def __call__(
        self,
        found: ModelDiff,
        /,
        lang: str = "en",
        look: Look = PLAIN,
        *,
        private: bool = False,
        effects: bool = False,
    ) -> str:
        """The output as text; with what is private only where that is asked for.

        With `effects`, what the changes do to coverage and findings too, where there is room.
        """
        ...
