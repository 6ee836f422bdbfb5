"""Change a model in its files, touching nothing but what is changed."""

from __future__ import annotations

from lumme_graph.edit.change import Change, Edit, EditError, edit

__all__ = ["Change", "Edit", "EditError", "edit"]
