"""A model's own catalogue of a language, in its folder: begun for translators, or brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from lumme_graph.base.catalogue import LARGEST, TEMPLATE, shipped_text
from lumme_graph.base.error import KnownError
from lumme_graph.base.files import write_file
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.journal import changing
from lumme_graph.base.tags import TAG, tag_of, tidy
from lumme_graph.base.translation import CatalogueState, TranslationError, translation
from lumme_graph.reading.file_sort import CATALOGUES
from lumme_graph.reading.folder import SETTINGS


class Translated(NamedTuple):
    """The catalogue that was written, and what it holds."""

    file: Path
    holds: CatalogueState


def translate(folder: AnyPath, lang: str) -> Translated:
    """Write every message of the program into the model's catalogue of a language.

    Raises `KnownError` where the tag is none, there is no model, or its catalogue is broken,
    `OutputError` where it cannot be written, and `TypeError` for a tag that is no text.
    """
    model, tag = path_of(folder), lang
    if not TAG.fullmatch(tag_of(tag)):
        raise KnownError(f"{tag!r} is not a language tag; write it as cy, or pt-BR")
    if not (model / SETTINGS).is_file():
        raise KnownError(f"{model} holds no {SETTINGS}; name the folder of a model")
    with changing(model):
        file = _file(model, tag)
        try:
            made = translation(tag, shipped_text(TEMPLATE), _text(file))
        except TranslationError as error:
            raise KnownError(f"{file}: {error}") from None
        write_file(file, made.text)
    return Translated(file, made)


def _file(model: Path, tag: str) -> Path:
    """The catalogue that is there, spelt as asked or else in any way, or else a new one."""
    there = sorted((model / CATALOGUES).glob("*.po"), key=lambda file: (file.stem != tag, file))
    file = next((file for file in there if file.stem.lower() == tag.lower()), None)
    file = file or model / CATALOGUES / f"{tidy(tag)}.po"
    if not file.resolve().is_relative_to(model.resolve()):
        raise KnownError(f"{file} leads out of the model's folder; put the file itself there")
    return file


def _text(file: Path) -> str | None:
    if not file.exists():
        return None
    try:
        if file.stat().st_size > LARGEST:
            raise KnownError(f"{file} is larger than any catalogue; move it away to begin anew")
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise KnownError(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise KnownError(f"{file} is not UTF-8; save it again with that encoding") from None
