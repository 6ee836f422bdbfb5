"""Change a model in its files, and say what differs and what that does: `edit_model.py NEW-FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg


def main(folder: Path) -> None:
    """Give a service another name and a touchpoint another id; show the lines, the changes and the effects."""
    lg.new(folder)
    before = lg.load(folder)
    edit = lg.edit(folder)
    edit.set("service-loan", "name.en", "Lending")
    renamed = edit.rename("touchpoint-desk", "touchpoint-counter")
    print(f"renamed in {renamed.references} places of {len(renamed.files)} files")
    diff = lg.diff(before, lg.load(folder))
    for row in diff.rows():
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
