"""A sheet to paste from, in the form that the end of its file's name asks for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from lumme_graph.base.files import write_file
from lumme_graph.base.form import FormError
from lumme_graph.base.label import Counted, Joined, Label, Message
from lumme_graph.outputs.forms import BOM
from lumme_graph.reports.paste import paste_csv, paste_page
from lumme_graph.sheets.files import write_sheets
from lumme_graph.sheets.paste_book import paste_book
from lumme_graph.views.brand import brand_of
from lumme_graph.views.paste import PasteSheet, as_read

if TYPE_CHECKING:
    from lumme_graph.graph.service_graph import ServiceGraph

_MADE: Final = Label("to paste: {kinds}")
_NOTHING: Final = Label(
    "nothing to paste: the model has no services, no channels and no buildings that are open"
)
_KIND: Final = Label("{kind}: {n}")
_TOO_LONG: Final = Counted("{n} text is too long", "{n} texts are too long")
_EMPTY: Final = Counted("{n} field is empty", "{n} fields are empty")


def write_paste(made: PasteSheet, graph: ServiceGraph, out: Path | IO[bytes], lang: str) -> None:
    """Write a sheet as a page to a stream; to a file in the form that the end of its name says.

    Raises `FormError` for a name that says none.
    """
    speak = graph.speaker(lang)
    if not isinstance(out, Path):
        out.write(paste_page(made, speak, brand_of(graph)).encode())
        return
    match out.suffix.lower():
        case ".xlsx":
            write_sheets(paste_book(made, speak), out)
        case ".csv":
            write_file(out, BOM + paste_csv(made, speak))
        case ".html" | ".htm":
            write_file(out, paste_page(made, speak, brand_of(graph)))
        case _:
            raise FormError(f"{out.name}: end the name in .html, .xlsx or .csv")


def paste_notes(made: PasteSheet) -> tuple[Message, ...]:
    """What there is to say of a sheet: how much it holds, and what to look at."""
    if not made.blocks:
        return (_NOTHING,)
    kinds = Counter(as_read(block.kind) for block in made.blocks)
    told = tuple(_KIND.fill(kind=kind, n=n) for kind, n in kinds.items())
    notes: list[Message] = [_MADE.fill(kinds=Joined(told))]
    for count, n in (
        (_TOO_LONG, len(made.too_long)),
        (_EMPTY, sum(n for n, _ in made.empty.values())),
    ):
        if n:
            notes.append(count.fill(n=n))
    return tuple(notes)
