"""SVG → PNG with the carried fonts; the system's fonts are left out, so that pixels are the same everywhere."""

from __future__ import annotations

from importlib.resources import as_file, files

FAMILY = "Lumme Sans"
DPI = 96
"""The resolution of CSS: 1 mm = 3.78 pixels at scale 1."""


def png(svg: str, scale: float = 1.0) -> bytes:
    """The picture at screen scale (1) or larger for print (300 dpi = 3.125)."""
    import resvg_py

    with as_file(files("lumme_graph.drawing") / "fonts") as fonts:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            dpi=DPI,
            zoom=scale,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(fonts / f"LummeSans-{style}.ttf") for style in ("Regular", "Bold")],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
