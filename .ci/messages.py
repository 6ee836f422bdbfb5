"""Brings the shipped catalogues up to date with the code: `python .ci/messages.py`.

What is no longer said goes; what is new stands there without a translation, to be written by hand.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from lumme_graph.base.translation import translation

SOURCE = Path(__file__).parents[1] / "src" / "lumme_graph"
LABEL = {1: (1,), 2: (1, (2, "c"))}
COUNTED = (1, 2)
FLOORS = ("views", "reports", "site", "drawing", "elements", "reading", "graph", "checks")
"""Whose words a translator meets first; the others come after them."""


def extracted() -> Catalog:
    """Every message of the code, in the order in which a translator should meet them."""
    found = Catalog(charset="utf-8")
    said = extract_from_dir(
        SOURCE,
        [("**.py", "python")],
        keywords={"Label": LABEL, "Counted": COUNTED},  # type: ignore[dict-item]
    )
    for _, _, message, _, context in sorted(said, key=lambda one: (_floor(one[0]), one[0], one[1])):
        words = message if isinstance(message, tuple) else (message,)
        is_filled = any(re.search(r"\{\w+\}", one) for one in words)
        flags = ["python-brace-format"] if is_filled else []
        found.add(message, flags=flags, context=context)
    return found


def _floor(file: str) -> int:
    floor = file.partition("/")[0]
    return FLOORS.index(floor) if floor in FLOORS else len(FLOORS)


def main() -> None:
    """Write both catalogues."""
    template = io.BytesIO()
    write_po(template, extracted(), no_location=True)
    for file in sorted((SOURCE / "locale").glob("*.po")):
        old = re.sub(r"^#: .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        made = translation(file.stem, template.getvalue().decode(), old)
        kept = re.split(r"\n+(?=#~)", made.text, maxsplit=1)[0].rstrip("\n")
        file.write_text(f"{kept}\n", encoding="utf-8", newline="\n")
        print(f"{file.name}: {made.done} of {made.all} translated, {made.fuzzy} fuzzy")


if __name__ == "__main__":
    main()
