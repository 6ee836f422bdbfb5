"""Drawings of a model, in every form, from the shapes of views."""

from __future__ import annotations
