"""A sheet to paste from: field by field as another system asks for them, each with its limit."""

from __future__ import annotations

from dataclasses import dataclass

from lumme_graph.base.speaker import Said

Shown = Said | str
"""Words of the sheet itself; those that stand in for another language are marked."""


def as_read(words: Shown) -> str:
    """Words as they are read, marked where they stand in for another language."""
    return words.shown if isinstance(words, Said) else words


def counted_length(words: str) -> int:
    r"""How many characters programs of the web count in a text.

    >>> counted_length("Äkäslompolo"), counted_length("\N{BOOKS}")
    (11, 2)
    """
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class PasteField:
    """A field of the other system, what the model has for it, and how much fits."""

    label: Shown
    words: str = ""
    limit: int | None = None
    note: Shown = ""

    @property
    def length(self) -> int:
        """How long the text is."""
        return counted_length(self.words)

    @property
    def too_long(self) -> int:
        """By how many characters it is too long; 0 where it fits."""
        return 0 if self.limit is None else max(self.length - self.limit, 0)


@dataclass(frozen=True, slots=True)
class PasteForm:
    """The fields of one thing that are the same in every language, or those in one language."""

    title: Shown
    lang: str
    fields: tuple[PasteField, ...]


@dataclass(frozen=True, slots=True)
class PasteBlock:
    """A thing of the model as the other system describes it: its forms, and what to know before."""

    id: str
    title: Shown
    kind: Shown
    group: Shown
    warnings: tuple[Shown, ...]
    forms: tuple[PasteForm, ...]


@dataclass(frozen=True, slots=True)
class PasteSheet:
    """All that is to be pasted, with advice, and what the model does not know."""

    title: str
    lang: str
    statement: Shown
    advice: tuple[Shown, ...]
    blocks: tuple[PasteBlock, ...]
    lacking: tuple[tuple[Shown, str], ...] = ()
    """What is not in the model, by what it is: of which things."""

    @property
    def empty(self) -> dict[tuple[str, str], tuple[int, int]]:
        """For each field of a kind of thing, how many are empty, and of how many; only where some are."""
        counted: dict[tuple[str, str], tuple[int, int]] = {}
        for block in self.blocks:
            for form in block.forms:
                for field in form.fields:
                    key = (as_read(block.kind), as_read(field.label))
                    empty, of = counted.get(key, (0, 0))
                    counted[key] = (empty + (not field.words), of + 1)
        return {key: found for key, found in counted.items() if found[0]}

    @property
    def too_long(self) -> tuple[tuple[PasteBlock, PasteForm, PasteField], ...]:
        """Every field that does not fit."""
        return tuple(
            (block, form, field)
            for block in self.blocks
            for form in block.forms
            for field in form.fields
            if field.too_long
        )
