"""What the columns of a table are: said in a mapping, a small YAML file beside it.

key: Nro
columns:
Palvelu: name.fi
Kuvaus: description.fi
Kirjastot: libraries
Kivisalo: offered at Kivisalo
Muistiinpanot: not taken
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from lumme_graph.base.files import read_bytes
from lumme_graph.base.guess import nearest
from lumme_graph.base.tags import TAG
from lumme_graph.base.text import Text
from lumme_graph.elements.offer import Service
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.table.rows import CsvRows
from lumme_graph.meta.spec import specs
from lumme_graph.reading.document import Document, is_map, read_yaml

NOT_TAKEN: Final = "not taken"
LIBRARIES: Final = "libraries"
OFFERED: Final = "offered at "

_PLAIN: Final = ("service_class", "tags")
_TEXTS: Final = tuple(
    spec.alias
    for spec in specs(Service)
    if spec.datatype is Text and not spec.many and spec.alias != "derivation"
)
_NAME: Final = "name"
_FIELDS: Final = ("key", "columns", "source")
_ALIKE: Final = {
    "name": ("palvelu", "palvelun nimi", "service", "title", "tjänst", "nimi", "namn"),
    "description": ("kuvaus", "beskrivning", "summary"),
    "cost": ("hinta", "maksu", "price", "fee", "avgift", "pris"),
    "conditions": ("ehdot", "terms", "villkor"),
    "instructions": ("ohje", "ohjeet", "anvisningar"),
    "libraries": ("kirjastot", "libraries", "bibliotek", "toimipisteet", "branches"),
}
_KEYS: Final = frozenset(
    [
        "id",
        "nro",
        "no",
        "nr",
        "numero",
        "number",
        "nummer",
        "tunnus",
        "tunniste",
        "key",
        "koodi",
        "code",
    ]
)
"""How columns are often called; a guess that is shown, and taken only when it is confirmed."""


class ColumnTarget(NamedTuple):
    """What a column is: a field, in a language if it has one; or the library of a yes or no."""

    field: str
    language: str = ""
    library: str = ""


@dataclass(frozen=True)
class TableMapping:
    """What each column of a table is, and by which column a row is known again."""

    targets: Mapping[str, ColumnTarget]
    key: str = ""
    source: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its columns, that of the first name first."""
        names = [one.language for one in self.targets.values() if one.field == _NAME]
        others = [one.language for one in self.targets.values() if one.language]
        return tuple(dict.fromkeys((*names, *others)))


def mapping_beside(table: Path) -> Path:
    """Where a mapping is looked for if none is named: `services.mapping.yaml`."""
    return table.with_name(f"{table.stem}.mapping.yaml")


def target_of(words: str) -> ColumnTarget | None:
    """What the words for a column mean; None for a column that is not taken.

    Raises `ExchangeError` for words that mean nothing.

    >>> target_of("name.fi"), target_of("offered at Kivisalo").library, target_of("not taken")
    (ColumnTarget(field='name', language='fi', library=''), 'Kivisalo', None)
    """
    words = " ".join(words.split())
    if words in {"", NOT_TAKEN, "-"}:
        return None
    if words.startswith(OFFERED) and words != OFFERED.strip():
        return ColumnTarget("offered", library=words.removeprefix(OFFERED))
    field, _, language = words.partition(".")
    if field in _TEXTS:
        if not TAG.fullmatch(language):
            raise ExchangeError(f"say in which language it is, such as {field}.fi")
        return ColumnTarget(field, language)
    if words in (*_PLAIN, LIBRARIES):
        return ColumnTarget(words)
    guess = nearest(field, [*_TEXTS, *_PLAIN, LIBRARIES, NOT_TAKEN])
    more = f"did you mean {guess}{f'.{language}' if language else ''}?" if guess else _can_be()
    raise ExchangeError(f"{words!r} is nothing that a column can be; {more}")


def _can_be() -> str:
    texts = ", ".join(f"{name}.fi" for name in _TEXTS)
    return f"it can be {texts}, {', '.join(_PLAIN)}, {LIBRARIES}, “{OFFERED}…”, or “{NOT_TAKEN}”"


def read_mapping(file: Path, rows: CsvRows) -> TableMapping:
    """A mapping from its file. Raises `ExchangeError`, with line and column, where it is none."""
    try:
        text = read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExchangeError(f"{file}: it is not UTF-8; save it as UTF-8") from None
    document = read_yaml(text, str(file))
    if document.findings:
        raise ExchangeError(*(f"{one.place}: {one.message()}" for one in document.findings))
    return _Reader(document, rows).mapping()


class _Reader:
    """Reads one mapping for one table; all that is wrong is told at once."""

    def __init__(self, document: Document, rows: CsvRows) -> None:
        self.document = document
        self.rows = rows
        self.wrong: list[str] = []

    def mapping(self) -> TableMapping:
        """The mapping. Raises `ExchangeError` where anything is wrong."""
        data = self.document.data
        columns = data.get("columns") if is_map(data) else None
        if not is_map(columns):
            raise ExchangeError(
                f"{self.document.file}: it must say under `columns:` what each column is, such as:",
                *mapping_text(self.rows).splitlines(),
            )
        for name in data:
            if name not in _FIELDS:
                self._wrong((name,), f"there is no {name} in a mapping", nearest(name, _FIELDS))
        targets = dict(self._targets(columns))
        key = str(data.get("key") or "")
        if key:
            self._known(("key",), key)
        if not any(one.field == _NAME for one in targets.values()):
            self._wrong(("columns",), "no column is the name of the service: say name.fi of one")
        if self.wrong:
            raise ExchangeError(*self.wrong)
        return TableMapping(targets, key, str(data.get("source") or ""))

    def _targets(self, columns: Mapping[str, object]) -> Iterator[tuple[str, ColumnTarget]]:
        seen: dict[ColumnTarget, str] = {}
        for column, words in columns.items():
            path = ("columns", column)
            self._known(path, column)
            try:
                target = target_of(words if isinstance(words, str) else "")
            except ExchangeError as error:
                self._wrong(path, str(error))
                continue
            if target is None:
                continue
            if target in seen:
                self._wrong(path, f"{seen[target]!r} is {words} already; one column for each")
            seen[target] = column
            yield column, target

    def _known(self, path: tuple[str, ...], column: str) -> None:
        if column not in self.rows.columns:
            guess = nearest(column, self.rows.columns)
            self._wrong(path, f"{self.rows.file} has no column {column!r}", guess)

    def _wrong(self, path: tuple[str, ...], words: str, guess: str | None = None) -> None:
        place = self.document.place(path)
        self.wrong.append(f"{place}: {words}{f'; did you mean {guess}?' if guess else ''}")


def guessed_key(columns: Sequence[str]) -> str:
    """The column that may hold the ids of rows, by what it is called; nothing where none may."""
    return next((one for one in columns if one.lower().rstrip(".") in _KEYS), "")


def guessed(column: str, language: str) -> str:
    """What a column may be by what it is called: for a person to confirm."""
    name, _, tag = column.lower().replace("(", " ").replace(")", "").rpartition(" ")
    plain, tag = (name.strip(), tag) if TAG.fullmatch(tag) and len(tag) == 2 and name else ("", "")  # noqa: PLR2004
    plain = plain or " ".join(column.lower().split())
    for field, words in _ALIKE.items():
        if plain == field or plain in words:
            return field if field == LIBRARIES else f"{field}.{tag or language}"
    return NOT_TAKEN


def mapping_text(
    rows: CsvRows, said: Mapping[str, str] | None = None, key: str = "", language: str = "fi"
) -> str:
    """A mapping of a table as text: what is said of each column, else what it may be.

    Examples stand only beside what is taken: the rest may be of persons.
    """
    lines = [
        f"# What the columns of {rows.file} are: {_can_be().removeprefix('it can be ')}.",
        f"key: {_quoted(key)}" if key else "# key: the column by which a row is known again",
        "columns:",
    ]
    for column in rows.columns:
        words = (said or {}).get(column) or guessed(column, language)
        examples = "" if words == NOT_TAKEN else ", ".join(rows.examples(column))
        lines.append(f"  {_quoted(column)}: {_quoted(words)}{_comment(examples)}")
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    plain = words and all(letter.isalnum() or letter in " .-_" for letter in words)
    if plain and not words[0].isdigit() and words.strip(" -.") == words:
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comment(examples: str) -> str:
    words = " ".join(examples.split())
    return f"   # {words[:50]}{'…' if len(words) > 50 else ''}" if words else ""  # noqa: PLR2004
