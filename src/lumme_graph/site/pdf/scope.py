"""For which libraries something of the guide holds, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lumme_graph.analysis.coverage.links import scopes
from lumme_graph.base.label import Label
from lumme_graph.graph.names import among
from lumme_graph.site.pdf.setting import Data, Setting

_ONLY: Final = Label("Only for: {libraries}")
_NOBODY: Final = Label("For no library of today")


def scope(setting: Setting, named: Iterable[str], but: Iterable[str]) -> Data | None:
    """The libraries for which it holds; None where it holds for all."""
    meant = scopes(setting.day).of(named, but)
    libraries = setting.day.libraries
    if meant is None or all(one.id in meant for one in libraries):
        return None
    places = [place for place, one in enumerate(libraries) if one.id in meant]
    if not places:
        return setting.say(_NOBODY)
    return setting.say(_ONLY, libraries=among(setting.graph, places, libraries))
