"""Small folders for tests, and what is found in them, in few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from lumme_graph.base.finding import Finding

MODELS: Final = Path(__file__).parent / "models"
SETTINGS: Final = "as_of: 2026-08-22\n"


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below `root`, as they are; the settings too where they are not among them."""
    for name, content in {"model.yaml": SETTINGS, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def texts(root: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name in it."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def said(root: Path, findings: Iterable[Finding], lang: str = "en") -> list[str]:
    """Findings as lines: place in the folder, code, sentence; hint."""
    return [
        f"{finding.place} {finding.code} {finding.message(lang)}; {finding.advice(lang)}".removeprefix(
            f"{root.as_posix()}/"
        )
        for finding in findings
    ]
