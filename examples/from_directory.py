"""A network from a library directory, and what its next download changes: `from_directory.py DIR`."""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

DOWNLOADS = Path(__file__).parent / "kirkanta"


def files(day: str) -> list[Path]:
    """What was saved on a day, one file for each language."""
    return sorted(DOWNLOADS.glob(f"*-{day}.json"))


def main(folder: Path) -> None:
    """Make a model of the first download, and bring the second one into it."""
    started = lg.new_from(lg.receive(files("2026-09-01")))
    started.save(folder)
    for row in started.left[:3]:
        print(f"not taken: {row.field}, {row.times} times")
    done = lg.update(folder, lg.receive(files("2026-11-01")))
    for change in lg.diff(done.before, done.after).rows():
        print(f"{change.type.value}: {change.element} {'.'.join(change.path)}")
    for id_, day in done.missing:
        print(f"last seen on {day}: {id_}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
