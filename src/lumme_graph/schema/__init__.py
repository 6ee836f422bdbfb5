"""What is derived from the declarations: the JSON Schema of the YAML, and the reference pages."""

from __future__ import annotations
