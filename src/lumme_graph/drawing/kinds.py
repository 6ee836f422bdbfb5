"""The kinds of drawings, in their one order: the command line, the build and the site read this.

A kind that stands here is drawn by `lumme draw` and has its place on the start page. Its view is
the function of its name in the module of its name in `views.drawn`; it is imported when it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from lumme_graph.base.by_name import ByName
from lumme_graph.base.label import Joined, Label

if TYPE_CHECKING:
    from lumme_graph.analysis.changes import ModelDiff
    from lumme_graph.base.speaker import Speaker
    from lumme_graph.elements.evidence import KeptElement
    from lumme_graph.elements.settings import Settings
    from lumme_graph.graph.service_graph import ServiceGraph
    from lumme_graph.views.drawn.parts import Only
    from lumme_graph.views.shapes import Shape

    View: TypeAlias = Callable[[ServiceGraph, str, Speaker, Only], Shape]


class DrawingKind(NamedTuple):
    """A kind of drawing: of which kind of element (None: of the whole model), and what it answers.

    `heading` stands over the drawings of the kind on the start page; `gathers` says that several
    of them stand on one sheet, as cards do. `items` are the kinds of elements of which a drawing of
    the whole model shows those with a tag. `is_worked_on` says that people fill it in by hand,
    `is_for_customers` that it can leave out what the staff alone see.
    """

    name: str
    of: str | None
    heading: Label
    gathers: bool = False
    items: tuple[str, ...] = ()
    is_worked_on: bool = True
    is_for_customers: bool = False

    @property
    def shows(self) -> tuple[str, ...]:
        """The kinds of elements whose tags say what is drawn."""
        return self.items if self.of is None else (self.of,)

    @property
    def has_phases(self) -> bool:
        """Can one phase be drawn alone?"""
        return self.of == "path"

    def ids(self, graph: ServiceGraph) -> list[str]:
        """What it can show: the elements of its kind, or the model under the kind's own name."""
        if self.of is None:
            return [self.name]
        return [element.id for element in graph.all(self._class)]

    def can_show(self, graph: ServiceGraph, id_: str) -> bool:
        """Is an id among those that it can show?"""
        if self.of is None:
            return id_ == self.name
        return isinstance(graph.find(id_), self._class)

    @property
    def _class(self) -> type[KeptElement]:
        from lumme_graph.elements.kinds import KINDS

        return KINDS[cast("str", self.of)]

    def shape(self, graph: ServiceGraph, id_: str, speak: Speaker, only: Only) -> Shape:
        """What a drawing of this kind says."""
        from lumme_graph.views.drawn.parts import tagged

        module = import_module(f"lumme_graph.views.drawn.{self.name}")
        view = cast("View", getattr(module, self.name))
        shape = view(graph, id_, speak, only)
        if self.of is None and only.tags:
            return replace(shape, head=tagged(shape.head, only.tags))
        return shape

    def redlined(self, diff: ModelDiff, id_: str, speak: Speaker, only: Only) -> Shape:
        """A drawing of a path, with what has changed in it since an earlier state."""
        from lumme_graph.views.drawn.redlined import redlined

        module = import_module(f"lumme_graph.views.drawn.{self.name}")
        return redlined(diff, id_, getattr(module, self.name), speak, only)

    def blank(self, settings: Settings, speak: Speaker) -> Shape:
        """A drawing of this kind with nothing in it, to be filled in by hand."""
        from lumme_graph.views.drawn.blank import blank
        from lumme_graph.views.drawn.parts import ALL
        from lumme_graph.views.drawn.sample import sample

        of = f"{self.of or self.name}-blank"
        return blank(self.shape(sample(settings), of, speak, ALL))

    def nothing(self, speak: Speaker) -> str:
        """That a model has no element that this could show."""
        from lumme_graph.elements.kinds import KINDS
        from lumme_graph.views.empty import NONE_OF, NOTHING

        what = KINDS[self.of].kind.plural if self.of else self.name
        return speak(Joined((NOTHING, NONE_OF.fill(what=what)), ": ")).shown


_OVERVIEWS = Label("The whole at a glance")
_DEVELOPMENT = Label("Development")

DRAWINGS: Final[ByName[DrawingKind]] = ByName(
    "drawing",
    {
        kind.name: kind
        for kind in (
            DrawingKind("journey", "path", Label("Customer journeys")),
            DrawingKind("blueprint", "path", Label("Service blueprints")),
            DrawingKind("path", "path", Label("Service paths"), is_for_customers=True),
            DrawingKind("profile", "profile", Label("Customer profiles"), gathers=True),
            DrawingKind("touchpoint", "touchpoint", Label("Touchpoints")),
            DrawingKind("promise", "promise", Label("Service promise")),
            DrawingKind(
                "coverage",
                None,
                _OVERVIEWS,
                items=("service", "touchpoint", "path", "commitment", "profile"),
                is_worked_on=False,
            ),
            DrawingKind("adoption", None, _OVERVIEWS, items=("practice",), is_worked_on=False),
            DrawingKind("network", None, _OVERVIEWS, items=("organisation",), is_worked_on=False),
            DrawingKind("chain", None, _DEVELOPMENT, items=("need", "target", "action")),
            DrawingKind("calendar", None, _DEVELOPMENT, items=("event",), is_worked_on=False),
        )
    },
)
"""Every kind of drawing by its name."""
