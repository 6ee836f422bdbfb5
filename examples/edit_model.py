"""Change a copy of a model in its files, and say what differs and what that does: `edit_model.py DIR`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import lumme_graph as lg

MODEL = Path(__file__).parent.parent / "models" / "lumme"


def main(folder: Path) -> None:
    """Give a touchpoint another name and another id; show the lines, the changes and the effects."""
    shutil.copytree(MODEL, folder)
    before = lg.load(folder)
    edit = lg.edit(folder)
    edit.set("touchpoint-desk", "name.en", "Counter")
    renamed = edit.rename("touchpoint-desk", "touchpoint-counter")
    print(f"renamed in {renamed.references} places of {len(renamed.files)} files")
    diff = lg.diff(before, lg.load(folder))
    for row in diff.rows()[:3]:
        print(row.type.value, row.element, ".".join(row.path))
    effects = lg.effects(diff)
    print(f"coverage: {effects.before.done} -> {effects.after.done}")
    print(f"findings: {len(effects.new)} new, {len(effects.solved)} solved")
    try:
        edit.set("touchpoint-counter", "channel", "by-pigeon")
    except lg.EditError as error:
        print(f"refused: {error}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
