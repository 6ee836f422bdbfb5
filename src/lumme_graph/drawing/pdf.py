"""Drawings as one tagged PDF: a page for each sheet, a bookmark for each drawing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final, cast

from lumme_graph.base.shown import plain
from lumme_graph.drawing.errors import DrawError
from lumme_graph.drawing.svg import svg
from lumme_graph.drawing.text.fonts import FAMILY
from lumme_graph.drawing.text.raster import for_raster

if TYPE_CHECKING:
    from lumme_graph.drawing.picture import Drawing

STANDARD: Final = "ua-1"
"""PDF/UA-1: tagged, with a title, a language and words for every picture."""
_TEMPLATE = """
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.lang, font: sys.inputs.font)
#show heading: it => place(top + left, hide(it.body))
#for sheet in json(bytes(sys.inputs.sheets)) {
  page(width: sheet.width * 1mm, height: sheet.height * 1mm, margin: 0mm)[
    #if sheet.bookmark != none { heading(bookmarked: true, sheet.bookmark) }
    #image(sheet.file, width: 100%, height: 100%, alt: sheet.alt)
  ]
}
"""
MISSING: Final = "for PDF, install the pdf extra: pip install 'lumme-graph[pdf]'"


def pdf(drawings: Sequence[Drawing]) -> bytes:
    """One document of all the drawings, in the language of the first.

    Raises `DrawError` where Typst is not installed; the message says how to install it.
    """
    try:
        import typst
    except ImportError as error:
        raise DrawError(MISSING) from error

    pages: dict[str, bytes] = {"main.typ": _TEMPLATE.encode()}
    sheets: list[dict[str, object]] = []
    for drawing in drawings:
        head = drawing.shape.head
        title = plain(head.kind.shown if drawing.more else head.name)
        for number, scene in enumerate(drawing.printed):
            file = f"sheet-{len(sheets) + 1}.svg"
            pages[file] = for_raster(svg(scene, FAMILY), drawing.fonts).encode()
            sheets.append(
                {
                    "file": file,
                    "width": scene.width,
                    "height": scene.height,
                    "bookmark": title if number == 0 else None,
                    "alt": plain(f"{title}. {scene.description}"),
                }
            )
    given = {file.parent for drawing in drawings if drawing.fonts for file in drawing.fonts.given}
    title = drawings[0].title.shown if len(drawings) == 1 else drawings[0].model.shown
    lang = drawings[0].lang.split("-")[0]
    with as_file(files("lumme_graph.drawing") / "fonts") as fonts:
        compiled = cast("Callable[..., bytes]", typst.compile)
        return compiled(
            {"main": pages.pop("main.typ"), **pages},
            font_paths=[fonts, *sorted(given)],
            ignore_system_fonts=True,
            sys_inputs={
                "title": plain(title),
                "lang": lang if len(lang) in {2, 3} else "en",
                "font": FAMILY,
                "sheets": json.dumps(sheets),
            },
            pdf_standards=[STANDARD],
            timestamp=0,
        )
