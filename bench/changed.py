"""What differs between two models, timed in a process of its own: `python -m bench.changed MODEL`.

Every element of the other model differs from the first: its words, its offers; the elements of one
network only have other ids there, and another network is gone. It prints the CPU seconds of loading
both models, and then those of finding every difference.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from lumme_graph.analysis.changes import diff
from lumme_graph.graph.read import load

_RENAMED, _GONE = "-n000-", "-n001-"


def changed(model: Path, folder: Path) -> None:
    """Write the other model."""
    for file in sorted(model.rglob("*")):
        name = file.relative_to(model).as_posix()
        if not file.is_file() or _GONE in name or "n001" in name:
            continue
        text = file.read_text("utf-8")
        if "n000" not in name:
            text = text.replace("asiakas", "asiakkaat").replace("machine", "machines")
            text = text.replace("is: yes", "is: no")
        target = folder / name.replace(_RENAMED, "-renamed-")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace(_RENAMED, "-renamed-"), "utf-8")


def main() -> None:
    """Load, compare, and print how long each took."""
    model = Path(sys.argv[1])
    with TemporaryDirectory() as made:
        other = Path(made) / "other"
        changed(model, other)
        diff(load(model, cache=False), load(model, cache=False))
        start = process_time()
        old, new = load(model, cache=False), load(other, cache=False)
        loaded = process_time()
        rows = diff(old, new).rows()
        done = process_time()
    if len({row.type for row in rows}) < 4:  # noqa: PLR2004 - all sorts but what is moved
        raise SystemExit(f"only {len(rows)} differences were found")
    print(loaded - start, done - loaded)


if __name__ == "__main__":
    main()
