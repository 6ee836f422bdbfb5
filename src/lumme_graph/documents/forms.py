"""The forms of a report by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lumme_graph.base.form import Form, Forms
from lumme_graph.documents.make import Report

REPORT_FORMS: Final[Forms[Callable[[Report], bytes]]] = Forms(
    Form("docx", "docx", Report.docx),
    Form("pdf", "pdf", Report.pdf),
)
"""Of a report: a Word file, or a tagged PDF."""
