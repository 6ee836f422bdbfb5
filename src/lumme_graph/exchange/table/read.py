"""A table of services as drafts, as its mapping says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any, Final

from lumme_graph.base.label import Label, Message
from lumme_graph.base.shown import CONTROL
from lumme_graph.elements.offer import Service
from lumme_graph.elements.who import Organisation
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Draft, ForeignKey, Received, key_of
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.opened import Opened
from lumme_graph.exchange.table.mapping import (
    LIBRARIES,
    ColumnTarget,
    TableMapping,
    mapping_beside,
    mapping_text,
    read_mapping,
)
from lumme_graph.exchange.table.rows import CsvRows, read_rows
from lumme_graph.exchange.thing import CONTROLS
from lumme_graph.meta.local_name import slug
from lumme_graph.views.left import LeftOvers

_YES: Final = frozenset(
    ["yes", "y", "kyllä", "k", "on", "ja", "x", "1", "true", "oui", "ydy", "✓", "✔", "+"]
)
_NO: Final = frozenset(["no", "n", "ei", "e", "nej", "0", "false", "nein", "non"])
_SEPARATOR: Final = re.compile(r"[;\n|]|,\s")
_DATED: Final = re.compile(r"[-_. ]*\d{4}(?:-?\d{2}){0,2}[-_. ]*")

_NEITHER: Final = Label("it is neither yes nor no")
_NAMELESS: Final = Label("the row has no name")
_TWICE: Final = Label("the row has the key of another one")
_UNMAPPED: Final = Label("the mapping does not take it")
_BY_NAMES: Final = Label(
    "rows are known again by their names, so one that is renamed is a new one: name a column of ids "
    "as `key` in the mapping, if there is one"
)


def read_table(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received:
    """The services of a table. Raises `ExchangeError` where it has no mapping, or a wrong one."""
    if len(files) > 1:
        raise ExchangeError("name one table at a time: each has a mapping of its own")
    (file,) = files
    rows = read_rows(file)
    beside = mapping_beside(file.path)
    given = asked.mapping or (beside if beside.is_file() else None)
    if given is None:
        language = asked.languages[0] if asked.languages else "fi"
        raise ExchangeError(
            f"{file.path}: what are its columns? Save this as {beside.name} beside it, mend it, and "
            f"run this again (or name it: --mapping {beside.name}):",
            *mapping_text(rows, language=language).splitlines(),
        )
    return _Table(rows, read_mapping(given, rows), asked, day).received()


class _Table:
    """Reads one table."""

    def __init__(
        self, rows: CsvRows, mapping: TableMapping, asked: ImportOptions, day: date
    ) -> None:
        self.rows = rows
        self.mapping = mapping
        self.asked = asked
        self.day = day
        stem = mapping.source or _DATED.sub(" ", PurePath(rows.file).stem)
        self.scheme = f"table-{slug(stem)}"
        self.left = LeftOvers()
        self.libraries: dict[str, str] = {}

    def received(self) -> Received:
        """What was taken, and what was not."""
        services = self._services()
        if not services:
            raise ExchangeError(f"{self.rows.file}: no row has a name, so nothing can be taken")
        notes: tuple[Message, ...] = self.rows.notes
        if not self.mapping.key:
            notes = (*notes, _BY_NAMES)
        languages = self.mapping.languages
        there = [tag for tag in self.asked.languages if tag in languages]
        languages = tuple(dict.fromkeys((*there, *languages)))
        network, drafts = self._who(languages[0])
        return Received(
            format=self.scheme,
            day=self.day,
            languages=languages,
            drafts=(*drafts, *services),
            citation=self.mapping.source or self.rows.file,
            where=self.rows.file,
            network=network,
            name={languages[0]: self.asked.name} if self.asked.name else {},
            country=self.asked.country,
            left=self.left.rows(),
            notes=notes,
        )

    def _services(self) -> list[Draft]:
        seen: dict[str, Draft] = {}
        for number, cells in self.rows.rows:
            row = dict(zip(self.rows.columns, cells, strict=True))
            draft = self._service(row, f"{self.rows.file}:{number}")
            if draft and draft.key.value in seen:
                self.left.add("row", f"{self.rows.file}:{number}", why=_TWICE)
            elif draft:
                seen[draft.key.value] = draft
        return list(seen.values())

    def _service(self, row: Mapping[str, str], place: str) -> Draft | None:
        fields: dict[str, Any] = {"offered": []}
        for column, words in row.items():
            target = self.mapping.targets.get(column)
            if target is None:
                if words and column != self.mapping.key:
                    self.left.add(column or "–", place, why=_UNMAPPED)
            elif CONTROL.search(words):
                self.left.add(column, place, why=CONTROLS)
            else:
                self._take(fields, target, column, words, place)
        names: dict[str, str] = fields.get("name") or dict[str, str]()
        if not names:
            self.left.add("row", place, why=_NAMELESS)
            return None
        words = next(iter(names.values()))
        value = row.get(self.mapping.key, "") or slug(words)
        return Draft(Service, key_of(Service, self.scheme, value), words, fields, by_name=True)

    def _take(
        self, fields: dict[str, Any], target: ColumnTarget, column: str, words: str, place: str
    ) -> None:
        """Put a cell where the mapping says."""
        if target.language:
            by_tag = fields.setdefault(target.field, {})
            if words:
                by_tag[target.language] = words
        elif target.library:
            self._answer(fields, target.library, column, words, place)
        elif target.field == LIBRARIES:
            for name in filter(None, map(str.strip, _SEPARATOR.split(words))):
                self._offer(fields, name, "yes")
        elif target.field == "tags":
            fields["tags"] = [" ".join(tag.split()) for tag in words.split(",") if tag.strip()]
        else:
            fields[target.field] = words or None

    def _answer(
        self, fields: dict[str, Any], library: str, column: str, words: str, place: str
    ) -> None:
        word = words.lower()
        if word in _YES or word in _NO:
            self._offer(fields, library, "yes" if word in _YES else "no")
        elif word:
            self.left.add(column, place, why=_NEITHER)

    def _offer(self, fields: dict[str, Any], library: str, answer: str) -> None:
        key = self._library(library)
        if all(one["at"] != key for one in fields["offered"]):
            since = {"latest": self.day.isoformat()}
            fields["offered"].append({"at": key, "is": answer, "from": since})

    def _library(self, name: str) -> ForeignKey:
        name = " ".join(name.split())
        self.libraries.setdefault(slug(name), name)
        return key_of(Organisation, self.scheme, slug(name))

    def _who(self, language: str) -> tuple[ForeignKey | None, list[Draft]]:
        """The network, if it is named, and the libraries that the table speaks of."""
        network = None
        drafts: list[Draft] = []
        if self.asked.name:
            network = key_of(Organisation, "", "network")
            fields = {"name": {language: self.asked.name}, "type": "network"}
            drafts.append(Draft(Organisation, network, self.asked.name, fields, by_name=True))
        since = {"latest": self.day.isoformat()}
        memberships = [{"of": network, "from": since}] if network else []
        for word, name in self.libraries.items():
            of_one: dict[str, Any] = {"name": {language: name}, "type": "library"}
            if network:
                of_one["memberships"] = memberships
            key = key_of(Organisation, self.scheme, word)
            drafts.append(Draft(Organisation, key, name, of_one, by_name=True))
        return network, drafts
