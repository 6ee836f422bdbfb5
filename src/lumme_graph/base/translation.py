"""A catalogue for translators: every message of the program, with what is translated already.

Babel merges the messages; it is loaded when somebody translates.
"""

from __future__ import annotations

import io
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from lumme_graph.base.catalogue import Why, catalogue_of, plurals_of
from lumme_graph.base.error import KnownError
from lumme_graph.base.tags import tidy

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_WIDTH: Final = 100
_HEAD: Final = r"""msgid ""
msgstr ""
"Language: {tag}\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plurals};\n"

"""
_LIKE_ENGLISH: Final = "nplurals=2; plural=(n != 1)"


_BROKEN: Final = {
    Why.SYNTAX: "this is no line of a .po file",
    Why.PLURAL_RULE: "the plural rule of this header cannot be used",
    Why.CHARSET: "the file is read as UTF-8, and this header names another charset",
    Why.TWICE: "this message is there twice",
}


class TranslationError(KnownError):
    """A catalogue cannot be brought up to date; the message says where it is broken."""


class CatalogueState(NamedTuple):
    """A catalogue's text, and how many of all its messages are translated or to be looked at."""

    text: str
    done: int
    fuzzy: int
    all: int


def translation(tag: str, template: str, old: str | None = None) -> CatalogueState:
    """Write the messages of a template into the catalogue of a language.

    What `old` has translated is kept. Where the English has changed, the translation of what is
    most like it is given and marked as fuzzy; what is no longer said comes last, commented out.

    Raises `TranslationError` where `old` is broken.
    """
    if old is not None:
        _refuse_broken(old)
    found = _read(_HEAD.format(tag=tidy(tag), plurals=plural_forms(tag)) if old is None else old)
    forms = found.num_plurals
    header = plural_forms(tag) if old is None else f"nplurals={forms}; plural={found.plural_expr}"
    found.update(_emptied(_read(template), forms))
    messages = [message for message in found if message.id]
    for message in messages:
        _fit(message, forms)
    return CatalogueState(
        _comment(old or "") + _HEAD.format(tag=tidy(tag), plurals=header) + _written(found),
        sum(all(_said(message)) and not message.fuzzy for message in messages),
        sum(message.fuzzy for message in messages),
        len(messages),
    )


def plural_forms(tag: str) -> str:
    """How many plural forms a language has and which goes with a number n, as a header says it.

    The CLDR's forms, where gettext can work them out; else those that gettext knows the language
    by; else those of English.

    >>> plural_forms("ja"), plural_forms("fr"), plural_forms("rmf")
    ('nplurals=1; plural=(0)', 'nplurals=2; plural=(n > 1)', 'nplurals=2; plural=(n != 1)')
    """
    from babel import Locale, UnknownLocaleError
    from babel.messages.plurals import get_plural
    from babel.plural import to_gettext

    language = tag.partition("-")[0].lower()
    try:
        wanted = to_gettext(Locale(language).plural_form).rstrip(";")
    except (UnknownLocaleError, ValueError):
        return _LIKE_ENGLISH
    if plurals_of(wanted):
        return wanted
    known = get_plural(language)
    return f"nplurals={known.num_plurals}; plural={known.plural_expr}"


def _refuse_broken(old: str) -> None:
    """What cannot be read would be lost, so nothing is written before it is mended."""
    for flaw in catalogue_of(old).flaws:
        if flaw.why in _BROKEN:
            raise TranslationError(f"line {flaw.line}: {_BROKEN[flaw.why]}; mend it first")


def _read(text: str) -> Catalog:
    from babel.messages.pofile import PoFileError, read_po

    try:
        return read_po(io.StringIO(text), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise TranslationError(f"{error}; mend it first") from None


def _emptied(template: Catalog, forms: int) -> Catalog:
    for message in template:
        if message.id:
            message.string = ("",) * forms if message.pluralizable else ""
            message.flags -= {"fuzzy"}
    return template


def _fit(message: Message, forms: int) -> None:
    """Give a message with a plural as many forms as the language has."""
    if message.pluralizable:
        message.string = (*_said(message), *[""] * forms)[:forms]


def _said(message: Message) -> tuple[str, ...]:
    words = message.string or ""
    return (words,) if isinstance(words, str) else tuple(words)


def _comment(old: str) -> str:
    """What translators have written at the head of their file."""
    lines = takewhile(lambda line: line.startswith("#"), old.splitlines(keepends=True))
    return "".join(line for line in lines if not line.startswith("#,"))


def _written(found: Catalog) -> str:
    from babel.messages.pofile import write_po

    file = io.BytesIO()
    write_po(
        file,
        found,
        width=_WIDTH,
        omit_header=True,
        include_lineno=False,
        include_previous=True,
    )
    return file.getvalue().decode().rstrip("\n") + "\n"
