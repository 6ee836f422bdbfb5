"""Draws the pictures of the README and of docs/gallery.md anew: `python .ci/gallery.py`."""

from __future__ import annotations

from pathlib import Path

import lumme_graph as lg

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SHOWN = (
    ("path", "path-hold", "web"),
    ("journey", "path-ill", "a3"),
    ("blueprint", "path-hold", "a3"),
    ("profile", "profile-worker", "web"),
    ("touchpoint", "touchpoint-web-library", "a4"),
    ("promise", "promise-lumme", "a3"),
    ("coverage", "coverage", "web"),
    ("adoption", "adoption", "web"),
    ("network", "network", "a3"),
    ("chain", "chain", "a3"),
    ("calendar", "calendar", "a3"),
)


def pictures() -> dict[str, str]:
    """Each picture by the name of its file: the first sheet of one drawing of each kind."""
    graph = lg.load(ROOT / "models" / "lumme")
    made = {}
    for kind, id_, sheet in SHOWN:
        drawing = lg.draw(graph, id_, kind=kind, lang="en", sheet=sheet)
        made[f"{drawing.id}.en.svg"] = drawing.svg
    return made


def main() -> None:
    """Write them all."""
    for name, svg in pictures().items():
        (PICTURES / name).write_text(svg, encoding="utf-8", newline="\n")
        print(name)


if __name__ == "__main__":
    main()
