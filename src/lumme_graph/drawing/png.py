"""SVG → PNG with the carried and the given fonts; those of the system are left out, so that pixels are the same everywhere."""

from __future__ import annotations

from importlib.resources import as_file, files

from lumme_graph.base.extras import need
from lumme_graph.drawing.text.fonts import CARRIED_FILES, Fonts, carried
from lumme_graph.drawing.text.raster import for_raster

DPI = 96
"""The resolution of CSS: 1 mm = 3.78 pixels at scale 1."""


def png(svg: str, scale: float = 1.0, fonts: Fonts | None = None) -> bytes:
    """The picture at screen scale (1) or larger for print (300 dpi = 3.125)."""
    need("resvg_py")
    import resvg_py

    known = fonts or carried()
    with as_file(files("lumme_graph.drawing") / "fonts") as home, known.on_disk() as others:
        return resvg_py.svg_to_bytes(
            svg_string=for_raster(svg, known),
            dpi=DPI,
            zoom=scale,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(file) for file in (*map(home.joinpath, CARRIED_FILES), *others)],
            font_family=known.family,
            sans_serif_family=known.family,
        )
