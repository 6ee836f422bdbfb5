"""Drawings as one tagged PDF: a page for each sheet, a bookmark for each drawing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from lumme_graph.base.shown import plain
from lumme_graph.drawing.text.fonts import FAMILY
from lumme_graph.drawing.typeset import language, typeset

if TYPE_CHECKING:
    from lumme_graph.drawing.picture import Drawing

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


def pdf(drawings: Sequence[Drawing]) -> bytes:
    """One document of all the drawings, in the language of the first.

    Raises `DrawError` where Typst is not installed; the message says how to install it.
    """
    pages: dict[str, bytes] = {}
    sheets: list[dict[str, object]] = []
    for drawing in drawings:
        head = drawing.shape.head
        title = plain(head.kind.shown if drawing.more else head.name)
        for number, scene in enumerate(drawing.printed):
            file = f"sheet-{len(sheets) + 1}.svg"
            pages[file] = drawing.print_svg(number).encode()
            sheets.append(
                {
                    "file": file,
                    "width": scene.width,
                    "height": scene.height,
                    "bookmark": title if number == 0 else None,
                    "alt": plain(f"{title}. {scene.description}"),
                }
            )
    title = drawings[0].title.shown if len(drawings) == 1 else drawings[0].model.shown
    with ExitStack() as stack:
        known = dict.fromkeys(drawing.known for drawing in drawings)
        fonts = [file for one in known for file in stack.enter_context(one.on_disk())]
        return typeset(
            _TEMPLATE,
            {
                "title": plain(title),
                "lang": language(drawings[0].lang),
                "font": FAMILY,
                "sheets": json.dumps(sheets),
            },
            pages,
            fonts,
        )
