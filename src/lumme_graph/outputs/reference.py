"""The reference of what is declared, as pages in a folder."""

from __future__ import annotations

from pathlib import Path

from lumme_graph.base.files import write_file
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.outputs.forms import SCHEMA_FORMS
from lumme_graph.reports.findings.reference import checks_page
from lumme_graph.schema.pages import kinds_page


def write_reference(folder: AnyPath) -> list[Path]:
    """Write the pages of kinds and of checks, and that of the vocabulary; where they are.

    Raises `OutputError` where they cannot be written.
    """
    out = path_of(folder)
    pages = {
        f"{name}.{tag}.md": page(tag)
        for name, page in {"kinds": kinds_page, "checks": checks_page}.items()
        for tag in ("fi", "en")
    }
    pages["vocabulary.html"] = SCHEMA_FORMS["html"].render(None)
    for name, text in pages.items():
        write_file(out / name, text)
    return [out / name for name in pages]
