"""Draws the pictures of docs/gallery.md anew, each by its command there: `python .ci/gallery.py`."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Run each command of the page, with its file among the pictures."""
    page = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    for line in page.splitlines():
        if line.startswith("lumme draw "):
            *words, name = shlex.split(line.removeprefix("lumme "))
            file = ROOT / "docs" / "pictures" / name
            command = [sys.executable, "-m", "lumme_graph", *words, str(file)]
            subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
