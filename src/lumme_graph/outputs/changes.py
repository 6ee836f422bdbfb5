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


def _told(found: ModelDiff, *, private: bool) -> ModelDiff:
    return found if private else found.public()


def _effects(found: ModelDiff, *, asked: bool) -> DiffEffects | None:
    from lumme_graph.assessment.effects import effects

    return effects(found) if asked else None


def _diff_text(
    found: ModelDiff,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.reports.changes import to_text
    from lumme_graph.views.changes import shown_diff

    told = _told(found, private=private)
    shown = shown_diff(told, found.new.speaker(lang))
    return to_text.render(shown, look, _effects(told, asked=effects))


def _diff_json(
    found: ModelDiff,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.reports.changes import to_json

    told = _told(found, private=private)
    return to_json.render(told, _effects(told, asked=effects))


def _diff_markdown(
    found: ModelDiff,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.reports.changes import to_markdown
    from lumme_graph.views.changes import shown_diff

    told = _told(found, private=private)
    shown = shown_diff(told, found.new.speaker(lang))
    return to_markdown.render(shown, _effects(told, asked=effects))


def _diff_html(
    found: ModelDiff,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.outputs.changes_page import page

    return page(_told(found, private=private), lang)


def _diff_rdf_patch(
    found: ModelDiff,
    /,
    lang: str = "en",
    look: Look = PLAIN,
    *,
    private: bool = False,
    effects: bool = False,
) -> str:
    from lumme_graph.rdf.store.patch import rdf_patch

    return rdf_patch(found.old, found.new, private=private)


DIFF_FORMS: Final[Forms[RenderChange]] = Forms(
    Form("text", "txt", _diff_text),
    Form("json", "json", _diff_json),
    Form("md", "md", _diff_markdown),
    Form("html", "html", _diff_html),
    Form("rdf-patch", "rdfp", _diff_rdf_patch),
)
"""Of what differs between two models."""
