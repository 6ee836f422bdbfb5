"""Drafts as elements: each with an id, its identifiers, and the source on which it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, cast

from pydantic import ValidationError

from lumme_graph.analysis.privacy.matches import reaching
from lumme_graph.base.catalogue import CODE
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.elements.evidence import KeptElement, Source, Standing, Stated
from lumme_graph.elements.settings import Settings
from lumme_graph.exchange.draft import Draft, ForeignKey, PlainData, Received, key_of
from lumme_graph.exchange.thing import PERSONAL
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.local_name import slug
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.document import is_list, is_map
from lumme_graph.views.left import LeftOvers

UNFIT: Final = Label("a model cannot hold it: {why}")
_UNNAMED: Final = Label("a model cannot hold it without more")
_FILE: Final = "file"
_LONGEST: Final = 60
"""How long the words of an id become at most: it is the name of a page too."""


def grounded(received: Received) -> tuple[Draft, ...]:
    """The drafts with what they stand on, and before them the source of it: the files."""
    fields = {
        "citation": received.citation,
        "where": received.where,
        "type": "data",
        "published": received.day.isoformat(),
    }
    source = Draft(Source, source_key(received.format), received.format, fields)
    return source, *(_grounded(draft, source.key, received.languages) for draft in received.drafts)


def _grounded(draft: Draft, source: ForeignKey, languages: tuple[str, ...]) -> Draft:
    if not issubclass(draft.cls, Stated) or "standing" in draft.fields:
        return draft
    stands: dict[str, Any] = {"standing": Standing.SOURCED.value, "sources": [source]}
    if draft.derivation:
        stands["standing"] = Standing.DERIVED.value
        stands["derivation"] = _in_languages(draft.derivation, languages)
        if draft.defaults:  # it tells how these follow
            return replace(draft, defaults={**draft.defaults, **stands})
    return replace(draft, fields={**draft.fields, **stands})


def _in_languages(said: Message, languages: tuple[str, ...]) -> dict[str, str]:
    """Words of the program in the languages of a model; in the source language at least."""
    by_tag = said.by_tag()
    source, *others = languages
    text = {source: by_tag.get(source) or f"{by_tag[CODE]} [{CODE}]"}
    return text | {tag: by_tag[tag] for tag in others if tag in by_tag}


def source_key(format_: str) -> ForeignKey:
    """The key of the source that the files of a format are."""
    return key_of(Source, _FILE, format_)


def ids_for(
    drafts: Iterable[Draft], known: Mapping[ForeignKey, str], used: Collection[str]
) -> dict[ForeignKey, str]:
    """An id for each draft: the one it has, else a new one of its words that no other has."""
    ids = dict(known)
    taken = {*used, *known.values()}
    for draft in drafts:
        if draft.key in ids:
            continue
        prefix = draft.cls.kind.prefix
        stem = f"{prefix}-{_words(draft)}"
        id_ = stem if stem not in taken else f"{stem}-{_short(slug(draft.key.value))}"
        n = 1
        while id_ in taken:
            n += 1
            id_ = f"{stem}-{n}"
        ids[draft.key] = id_
        taken.add(id_)
    return ids


def _words(draft: Draft) -> str:
    """Its words in ASCII without the name of the kind; where nothing is left of them, its key."""
    words = slug(draft.words).removeprefix(f"{draft.cls.kind.prefix}-")
    has_letters = any(letter.isascii() and letter.isalnum() for letter in draft.words)
    return _short(words if has_letters else slug(draft.key.value))


def _short(words: str) -> str:
    return words[:_LONGEST].strip("-")


def placed(
    drafts: Iterable[Draft], ids: Mapping[ForeignKey, str], left: LeftOvers
) -> dict[str, KeptElement]:
    """The elements that drafts make, by id; what a model cannot hold of them is `left` out.

    A key without an id is of nothing, as is one of a draft of which no element can be made: what it
    stands in is left away.
    """
    there, wanted = dict(ids), [draft for draft in drafts if draft.key in ids]
    while True:
        unfit = LeftOvers()
        made = {draft.key: _made(draft, there, unfit) for draft in wanted if draft.key in there}
        failed = [key for key, element in made.items() if element is None]
        if not failed:
            left.extend(unfit.rows())
            return {element.id: element for element in made.values() if element is not None}
        for key in failed:
            left.add(key.kind, there.pop(key), why=_UNNAMED)


def impersonal(
    drafts: Sequence[Draft], ids: Mapping[ForeignKey, str], settings: Settings, left: LeftOvers
) -> tuple[tuple[Draft, ...], dict[str, KeptElement]]:
    """The drafts without what says how a person may be reached, and the elements that they make."""
    by_id = {ids[draft.key]: draft for draft in drafts if draft.key in ids}
    while True:
        unfit = LeftOvers()
        elements = placed(by_id.values(), ids, unfit)
        found = reaching(ServiceGraph(elements.values(), settings))
        if not found:
            left.extend(unfit.rows())
            return tuple(by_id.values()), elements
        for id_, path in reversed(found):  # so that places in lists stay
            left.add(f"{by_id[id_].cls.kind.prefix}.{path[0]}", id_, why=PERSONAL)
            by_id[id_] = replace(by_id[id_], fields=_less(by_id[id_].fields, path))


def _less(fields: Mapping[str, PlainData], path: PathIn) -> dict[str, PlainData]:
    """The fields without what stands at a path: a text in a language, or an item of a list."""
    field, *rest = path
    value = fields.get(str(field))
    if is_map(value) and rest:
        return {**fields, str(field): {tag: one for tag, one in value.items() if tag != rest[0]}}
    if is_list(value) and rest:
        return {**fields, str(field): [one for at, one in enumerate(value) if at != rest[0]]}
    return {name: one for name, one in fields.items() if name != field}


def _made(draft: Draft, ids: Mapping[ForeignKey, str], left: LeftOvers) -> KeptElement | None:
    cls = draft.cls
    data = {name: _resolved(value, ids) for name, value in draft.fields.items()}
    data = {name: value for name, value in data.items() if value not in (None, [], {}, _NOTHING)}
    data["id"] = ids[draft.key]
    if draft.key.scheme and "identifiers" in cls.model_fields:
        own = {"scheme": draft.key.scheme, "value": draft.key.value}
        data["identifiers"] = [own, *data.get("identifiers", ())]
    while True:
        try:
            return cls.model_validate(data, by_alias=True, by_name=False)
        except ValidationError as error:
            if not _cut(draft, data, error, left):
                return None


_NOTHING: Final = object()
"""What a key without an id leads to."""


def _resolved(value: PlainData, ids: Mapping[ForeignKey, str]) -> Any:
    """Plain data with ids in the place of keys; what is of nothing is left away."""
    if isinstance(value, ForeignKey):
        return ids.get(value, _NOTHING)
    if isinstance(value, dict):
        fields = cast("dict[str, PlainData]", value)
        found = {name: _resolved(one, ids) for name, one in fields.items()}
        return {name: one for name, one in found.items() if one is not _NOTHING}
    if isinstance(value, list | tuple):
        items = [_resolved(one, ids) for one in cast("Sequence[PlainData]", value)]
        return [one for one in items if one is not _NOTHING]
    return value


def _cut(draft: Draft, data: dict[str, Any], error: ValidationError, left: LeftOvers) -> bool:
    """Take out of data what cannot stand in it: an item of a list, else a whole field; was it any?"""
    cuts: dict[tuple[str, int], Message] = {}
    for one in error.errors(include_url=False, include_context=False, include_input=False):
        field, *rest = one["loc"]
        if str(field) in data:
            at = rest[0] if rest and isinstance(rest[0], int) else -1
            cuts[str(field), at] = UNFIT.fill(why=Plain(one["msg"]))
    for (field, at), why in sorted(cuts.items(), reverse=True, key=lambda cut: cut[0]):
        left.add(f"{draft.cls.kind.prefix}.{field}", data["id"], why=why)
        if at >= 0:
            del data[field][at]
        else:
            data.pop(field, None)
    return bool(cuts)
