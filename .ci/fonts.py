# pyright: basic, reportOptionalMemberAccess=false, reportArgumentType=false
"""Makes the carried fonts and the table of their widths: `python .ci/fonts.py FOLDER`.

The folder holds Liberation Sans 2.1.5, regular and bold (Debian: fonts-liberation2). What is kept
is Latin, Greek, Cyrillic and Hebrew with signs and accents, without hints and kerning. The Open
Font License reserves the name "Liberation", so the subset is called "Lumme Sans".
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

HOME = Path(__file__).parents[1] / "src" / "lumme_graph" / "drawing" / "fonts"
FAMILY = "Lumme Sans"
STYLES = ("Regular", "Bold")
BLOCKS = (
    (0x0020, 0x007E, "ASCII"),
    (0x00A0, 0x024F, "Latin"),
    (0x0292, 0x0292, "the ezh of Skolt Sámi"),
    (0x02B9, 0x02DD, "modifier letters"),
    (0x0300, 0x036F, "accents"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0591, 0x05F4, "Hebrew"),
    (0x1E00, 0x1EFF, "more Latin: Welsh, Vietnamese"),
    (0x2000, 0x206F, "punctuation"),
    (0x2070, 0x209C, "numbers above and below"),
    (0x20A0, 0x20CF, "money"),
    (0x2100, 0x22FF, "letter-like signs, arrows, mathematics"),
    (0x25A0, 0x26FF, "shapes and signs"),
    (0xFB1D, 0xFB4F, "Hebrew with points"),
    (0xFFFD, 0xFFFD, "the replacement sign"),
)
NO_BREAK_HYPHEN = 0x2011
"""Liberation Sans lacks it; it looks like any hyphen."""


def wanted() -> list[int]:
    """The characters to carry, as far as the font has them."""
    return [code for first, last, _ in BLOCKS for code in range(first, last + 1)]


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
    """Write one subset; gives its advance widths by character."""
    font = TTFont(source, recalcTimestamp=False)
    for table in font["cmap"].tables:
        if ord("-") in table.cmap:
            table.cmap.setdefault(NO_BREAK_HYPHEN, table.cmap[ord("-")])
    options = subset.Options(
        hinting=False,
        layout_features=["ccmp", "mark", "mkmk"],
        name_IDs=["*"],
        notdef_outline=True,
        glyph_names=False,
    )
    options.drop_tables += ["DSIG", "FFTM", "kern"]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=wanted())
    worker.subset(font)
    rename(font, style)
    font.save(HOME / f"LummeSans-{style}.ttf", reorderTables=True)
    return {chr(c): font["hmtx"][glyph][0] for c, glyph in sorted(font.getBestCmap().items())}


def main(folder: Path) -> None:
    """Write both fonts and the table: each character that both have, with its two widths."""
    tables = [make(folder / f"LiberationSans-{style}.ttf", style) for style in STYLES]
    regular, bold = tables
    lines = ",\n".join(
        f"{json.dumps(one)}: [{regular[one]}, {bold[one]}]" for one in regular if one in bold
    )
    (HOME / "widths.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
