"""Building a site again: `python -m bench.again [MODEL]`.

It prints the CPU seconds of `lumme build` with the start of Python: first, again with nothing
changed, with one text in Markdown changed, and with one field of one element changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_TEXT = "guide/section-holds.fi.md"
_FIELD = "offer/services.yaml"


def main() -> None:
    """Print what each of the builds takes, and of the first how much that is."""
    given = Path(sys.argv[1] if len(sys.argv) > 1 else "models/lumme")
    with tempfile.TemporaryDirectory() as folder:
        model, out = Path(folder, "model"), Path(folder, "site")
        shutil.copytree(given, model)
        first = _built(model, out)
        print(f"first {first:.2f} s")
        _told("again", _built(model, out), first)
        text = model / _TEXT
        text.write_text(f"{text.read_text(encoding='utf-8')}\nUusi kappale.\n", encoding="utf-8")
        _told("one text changed", _built(model, out), first)
        field = model / _FIELD
        words = field.read_text(encoding="utf-8")
        field.write_text(words.replace("description:\n    fi: ", "description:\n    fi: Uusi. ", 1))
        _told("one field changed", _built(model, out), first)


def _told(what: str, seconds: float, first: float) -> None:
    print(f"{what} {seconds:.2f} s, {seconds / first:.0%} of the first")


def _built(model: Path, out: Path) -> float:
    """The CPU seconds of a build in a process of its own."""
    before = os.times()
    command = [sys.executable, "-m", "lumme_graph", "build", str(model), "-o", str(out), "--quiet"]
    subprocess.run(command, check=False)
    after = os.times()
    return after[2] + after[3] - before[2] - before[3]


if __name__ == "__main__":
    main()
