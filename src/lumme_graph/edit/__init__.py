"""Change a model in its files, touching nothing but what is changed."""

from __future__ import annotations

from lumme_graph.edit.change import Change, Edit, edit
from lumme_graph.edit.files import EditError
from lumme_graph.edit.rename import Renamed

__all__ = ["Change", "Edit", "EditError", "Renamed", "edit"]
