"""What the last import of a system took, kept beside the model: `.lumme/imported/<format>.json`.

It is what the next download is compared with: what differs from it has changed there, and what in
the model differs from it was changed here. It is hidden text, no part of the model, the same for the
same files, and to be kept with it (committed).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

from lumme_graph.base.json_text import json_text, read_json
from lumme_graph.editing.three_way import Older
from lumme_graph.elements.kinds import KINDS
from lumme_graph.exchange.draft import Draft, ForeignKey, PlainData
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import Data, is_list, is_map

_FOLDER: Final = ".lumme/imported"
_VERSION: Final = 1
_KEY: Final = "$key"
_AGAIN: Final = "take it away, and run this again: what differs is then listed, and nothing is lost"


@dataclass(frozen=True)
class Remembered:
    """What an import took: the drafts, their ids, the day, and what tells the files again.

    `undecided` is what stood where the model and the files both changed the same, before they did.
    """

    day: date
    drafts: tuple[Draft, ...]
    ids: Mapping[ForeignKey, str]
    digests: tuple[str, ...] = ()
    undecided: Older = field(default_factory=dict[str, dict[PathIn, Data]])


def memory_file(format_: str) -> str:
    """The file in a model's folder that keeps what was taken from a format."""
    return f"{_FOLDER}/{format_}.json"


def memory_text(remembered: Remembered) -> str:
    """What is kept, as text: one draft after the other, by kind and id."""
    drafts = sorted(remembered.drafts, key=lambda one: remembered.ids[one.key])
    return json_text(
        {
            "version": _VERSION,
            "day": remembered.day.isoformat(),
            "files": list(remembered.digests),
            "undecided": [
                {"id": id_, "path": list(path), "was": was}
                for id_, values in sorted(remembered.undecided.items())
                for path, was in values.items()
            ],
            "taken": [_written(draft, remembered.ids[draft.key]) for draft in drafts],
        }
    )


def _written(draft: Draft, id_: str) -> dict[str, Any]:
    return {
        "id": id_,
        "key": list(draft.key),
        "fields": {name: _with_names(value) for name, value in draft.fields.items()},
    }


def _with_names(value: PlainData) -> Any:
    """Plain data with the keys in it as JSON has them."""
    if isinstance(value, ForeignKey):
        return {_KEY: list(value)}
    if is_map(value):
        return {name: _with_names(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_with_names(one) for one in cast("Sequence[PlainData]", value)]
    return value


def read_memory(folder: Path, format_: str) -> Remembered | None:
    """What the last import from a format took; None where there was none.

    Raises `ExchangeError` where that cannot be read.
    """
    file = folder / memory_file(format_)
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ExchangeError(f"{file} cannot be read: {error}; {_AGAIN}") from None
    try:
        data = read_json(text)
        drafts = [_read(one) for one in data["taken"]]
        undecided = _undecided(data.get("undecided", []))
        day, digests = date.fromisoformat(data["day"]), tuple(map(str, data["files"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ExchangeError(f"{file} is not what an import keeps; {_AGAIN}") from None
    ids = {draft.key: id_ for draft, id_ in drafts}
    return Remembered(day, tuple(draft for draft, _ in drafts), ids, digests, undecided)


def _undecided(data: Any) -> Older:
    found: dict[str, dict[PathIn, Data]] = {}
    for one in data:
        found.setdefault(str(one["id"]), {})[tuple(one["path"])] = one["was"]
    return found


def _read(data: Any) -> tuple[Draft, str]:
    key = ForeignKey(*data["key"])
    fields = {str(name): _with_keys(value) for name, value in data["fields"].items()}
    return Draft(KINDS[key.kind], key, "", fields), str(data["id"])


def _with_keys(value: Any) -> PlainData:
    if is_map(value):
        if value.keys() == {_KEY}:
            return ForeignKey(*value[_KEY])
        return {name: _with_keys(one) for name, one in value.items()}
    if is_list(value):
        return [_with_keys(one) for one in value]
    return value
