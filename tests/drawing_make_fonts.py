# pyright: basic, reportOptionalMemberAccess=false
"""Make the carried fonts and their width table: ``python drawing_make_fonts.py FOLDER_WITH_LIBERATION_SANS_2``.

The Open Font License reserves the name "Liberation" for the unmodified fonts,
so the subset is called "Lumme Sans".
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

HOME = Path(__file__).parent.parent / "src" / "lumme_graph" / "drawing" / "fonts"
FAMILY = "Lumme Sans"
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2010, 0x2027), (0x2030, 0x203A))
SINGLES = "€№™←↑→↓↔−≠≤≥•●○◐■□▲▼"


def wanted() -> list[int]:
    """The characters the drawings carry."""
    return [c for low, high in RANGES for c in range(low, high + 1)] + [ord(c) for c in SINGLES]


def rename(font: TTFont, style: str) -> None:
    """Give the subset a name of its own."""
    full = f"{FAMILY} {style}"
    names = {
        1: FAMILY,
        2: style,
        3: f"{full} (subset of Liberation Sans 2.1.5)",
        4: full,
        6: full.replace(" ", ""),
    }
    for number, text in names.items():
        for record in [r for r in font["name"].names if r.nameID == number]:
            font["name"].setName(text, number, record.platformID, record.platEncID, record.langID)


def make(source: Path, style: str) -> dict[str, int]:
    """Write one subset and answer its advance widths by character."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["DSIG", "GPOS", "GSUB", "GDEF", "kern"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=wanted())
    worker.subset(font)
    rename(font, style)
    font.save(HOME / f"LummeSans-{style}.ttf", reorderTables=True)
    return {chr(c): font["hmtx"][glyph][0] for c, glyph in sorted(font.getBestCmap().items())}


def main(folder: Path) -> None:
    """Write both fonts and the table."""
    HOME.mkdir(parents=True, exist_ok=True)
    tables = {
        style: make(folder / f"LiberationSans-{style}.ttf", style) for style in ("Regular", "Bold")
    }
    text = json.dumps({"units_per_em": 2048, **tables}, ensure_ascii=True, indent=0)
    (HOME / "widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
