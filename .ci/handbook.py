"""Draws the pictures of docs/handbook anew, as a reader makes them: `python .ci/handbook.py`.

With `--show` it prints what every block of commands says, to be put into the text.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from following import IMAGES, LANGUAGES, follow


def main() -> None:
    """Follow the handbook in each language, and keep the pictures that its text shows."""
    for lang in LANGUAGES:
        with TemporaryDirectory() as folder:
            for step, run, picture in follow(lang, Path(folder)):
                if picture:
                    (IMAGES / step.name).write_bytes(picture)
                elif step.kind.startswith("sh") and "--show" in sys.argv:
                    print(f"--- {step.place}\n{step.words}\n{run.out}{run.err}[{run.code}]")


if __name__ == "__main__":
    main()
