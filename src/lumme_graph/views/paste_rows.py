"""A sheet to paste from as rows: one a field, so that the work can be shared out and ticked off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lumme_graph.base.label import Label
from lumme_graph.views.paste import PasteSheet, as_read


class PasteRow(NamedTuple):
    """A field of a thing in one language, in the order in which they are pasted.

    `done` is for whoever pastes; `too_long` says by how many characters, where it does not fit.
    """

    done: str
    name: str
    language: str
    field: str
    text: str
    length: int | None
    limit: int | None
    too_long: int | None
    note: str
    kind: str
    group: str
    id: str

    @staticmethod
    def heads() -> tuple[Label, ...]:
        """What the columns are called."""
        return (
            Label("done", "has been pasted"),
            Label("name"),
            Label("language"),
            Label("field", "of another system"),
            Label("text", "to paste"),
            Label("length", "of a text"),
            Label("limit", "of a text"),
            Label("too long by"),
            Label("note"),
            Label("what", "a kind of thing"),
            Label("group", "of things to paste"),
            Label("id"),
        )


def paste_rows(made: PasteSheet) -> Iterator[PasteRow]:
    """The rows of a sheet."""
    for block in made.blocks:
        warned = tuple(map(as_read, block.warnings))
        for form in block.forms:
            for field in form.fields:
                yield PasteRow(
                    "",
                    as_read(block.title),
                    as_read(form.title),
                    as_read(field.label),
                    field.words,
                    field.length if field.words else None,
                    field.limit,
                    field.too_long or None,
                    " ".join(filter(None, (*warned, as_read(field.note)))),
                    as_read(block.kind),
                    as_read(block.group),
                    block.id,
                )
