"""Typst, in the one place that calls it: from a template and its data to a tagged PDF."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, cast

from lumme_graph.base.extras import need
from lumme_graph.drawing.errors import DrawError

STANDARD: Final = "ua-1"
"""PDF/UA-1: tagged, with a title, a language and words for every picture."""


class TypesetError(DrawError):
    """Typst refuses the document."""


def typeset(
    template: str,
    data: Mapping[str, str],
    pictures: Mapping[str, bytes],
    fonts: Iterable[Path] = (),
    day: date | None = None,
) -> bytes:
    """A template set with data, of which nothing is read as markup; the day is that of the document.

    The carried fonts, those of Typst and the given files are there, those of the machine are not.
    Raises `MissingExtraError` where Typst is not installed, `TypesetError` where it refuses the document.
    """
    need("typst")
    import typst

    compiled = cast("Callable[..., bytes]", typst.compile)
    made = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    with as_file(files("lumme_graph.drawing") / "fonts") as carried, _laid_out(pictures) as folder:
        try:
            return compiled(
                _given(template, pictures, folder),
                root=folder,
                font_paths=[carried, *sorted({file.parent for file in fonts})],
                ignore_system_fonts=True,
                sys_inputs=dict(data),
                pdf_standards=[STANDARD],
                timestamp=int(made.timestamp()) if made else 0,
            )
        except RuntimeError as error:  # a TypstError, or what a broken picture ends in
            raise TypesetError(f"the PDF cannot be made: {error}") from error


@contextmanager
def _laid_out(pictures: Mapping[str, bytes]) -> Generator[Path | None]:
    """A folder with the pictures where one is no text: Typst takes from memory only what is."""
    if all(map(_is_text, pictures.values())):
        yield None
        return
    with TemporaryDirectory(prefix="lumme-") as made:
        folder = Path(made)
        for name, content in pictures.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        yield folder


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _given(
    template: str, pictures: Mapping[str, bytes], folder: Path | None
) -> Path | dict[str, bytes]:
    """What is to be set: from memory, or a file beside its pictures."""
    if folder is None:
        return {"main": template.encode(), **pictures}
    main = folder / "main.typ"
    main.write_text(template, encoding="utf-8")
    return main


def language(tag: str) -> str:
    """A language as Typst takes it: two or three letters, English for what has none of these.

    >>> language("de-CH"), language("x-lumme")
    ('de', 'en')
    """
    first = tag.split("-", maxsplit=1)[0].lower()
    return first if first.isalpha() and len(first) in _LETTERS else "en"


_LETTERS: Final = frozenset({2, 3})
