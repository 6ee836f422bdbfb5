"""The kinds of workshops and their papers: the command line reads their names, and waits for nothing else."""

from __future__ import annotations

from typing import Final

WORKSHOPS: Final = ("journey", "needs", "promise")
"""What a workshop's sheets are about."""
WORKSHOP_PAPERS: Final = ("a3", "a4")
"""The papers of a workshop's sheets: with room for sticky notes, and to write on."""
STEPS: Final = 6
"""The steps of a blank journey, unless another number is asked for."""
