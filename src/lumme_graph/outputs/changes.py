"""The forms of what differs between two models, by name.

What renders a form is imported when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lumme_graph.base.form import Form, Forms
from lumme_graph.outputs.render import RenderChange
from lumme_graph.reports.look import PLAIN, Look

if TYPE_CHECKING:
    from lumme_graph.analysis.changes import ModelDiff
    from lumme_graph.assessment.effects import DiffEffects
    from lumme_graph.graph.service_graph import ServiceGraph


def _told(found: ModelDiff, *, private: bool) -> ModelDiff:
    return found if private else found.public()


def _effects(found: ModelDiff, *, asked: bool) -> DiffEffects | None:
    from lumme_graph.assessment.effects import effects

    return effects(found) if asked else None


def _diff_text(
    old: ServiceGraph,
    new: ServiceGraph,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.analysis.changes import diff
    from lumme_graph.reports.changes import to_text
    from lumme_graph.views.changes import shown_diff

    found = _told(diff(old, new), private=private)
    return to_text.render(
        shown_diff(found, new.speaker(lang)), look, _effects(found, asked=effects)
    )


def _diff_json(
    old: ServiceGraph,
    new: ServiceGraph,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.analysis.changes import diff
    from lumme_graph.reports.changes import to_json

    found = _told(diff(old, new), private=private)
    return to_json.render(found, _effects(found, asked=effects))


def _diff_markdown(
    old: ServiceGraph,
    new: ServiceGraph,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.analysis.changes import diff
    from lumme_graph.reports.changes import to_markdown
    from lumme_graph.views.changes import shown_diff

    found = _told(diff(old, new), private=private)
    return to_markdown.render(shown_diff(found, new.speaker(lang)), _effects(found, asked=effects))


def _diff_html(
    old: ServiceGraph,
    new: ServiceGraph,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.analysis.changes import diff
    from lumme_graph.outputs.changes_page import page

    return page(_told(diff(old, new), private=private), lang)


def _diff_rdf_patch(
    old: ServiceGraph,
    new: ServiceGraph,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.rdf.store.patch import rdf_patch

    return rdf_patch(old, new, private=private)


DIFF_FORMS: Final[Forms[RenderChange]] = Forms(
    Form("text", "txt", _diff_text),
    Form("json", "json", _diff_json),
    Form("md", "md", _diff_markdown),
    Form("html", "html", _diff_html),
    Form("rdf-patch", "rdfp", _diff_rdf_patch),
)
"""Of what differs between two models."""
