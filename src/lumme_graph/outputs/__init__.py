"""The outputs of the program, and the forms of each."""

from __future__ import annotations
