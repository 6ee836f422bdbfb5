"""What differs between two states of a model: the one source of `lg.diff`, of pages and of reports.

Elements are the same where their ids are, or where one only has another id and says all the same.
What is told of them can be limited to some fields; two elements that differ in others alone are
then not changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from lumme_graph.analysis.inside import (
    ChangeType,
    Inside,
    ListPlaces,
    Tells,
    ValueChange,
    everything,
)
from lumme_graph.analysis.of_settings import settings_changes
from lumme_graph.analysis.renames import AS_IT_IS, NamesNow, renamed_elements, renamed_parts
from lumme_graph.base.collector import collector_paused
from lumme_graph.base.notebook import html_table
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.id_errors import UnknownIdError
from lumme_graph.graph.references import references
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Record
from lumme_graph.meta.kind import Private
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.meta.spec import Spec
from lumme_graph.reading.model import SETTINGS_ID

_LONG: Final = 60
"""So many letters of a value are in a line."""


class FieldChange(NamedTuple):
    """A field whose value is not what it was, and what differs within it."""

    spec: Spec
    before: Any
    after: Any
    inside: tuple[ValueChange, ...] = ()


class ElementChange(NamedTuple):
    """An element as it is, or where it is gone as it was, and the fields that are not as before.

    `was` is what it was, where it was there.
    """

    type: ChangeType
    element: KeptElement
    fields: tuple[FieldChange, ...] = ()
    was: KeptElement | None = None


class ChangeRow(NamedTuple):
    """One thing that differs, flat: what happened, to which element, where in it, old and new value.

    The path is empty where it is about the whole element. A value that was not there is None, and
    so is one that is gone; an element or a part that is new or gone stands whole. `places` are those
    in a list whose order means something, from 1.
    """

    type: ChangeType
    kind: str
    element: str
    path: tuple[str, ...]
    before: Any
    after: Any
    places: ListPlaces | None = None

    @property
    def field(self) -> str:
        """The path with dots, as `lg.edit(…).set` takes it; empty where it is about the whole."""
        return ".".join(self.path)

    def __str__(self) -> str:
        where = f"{self.element} {self.field}".rstrip()
        if isinstance(self.before or self.after, KeptElement):
            return f"{self.type.value} {where}"
        return f"{self.type.value} {where}: {_shown(self.before)} -> {_shown(self.after)}"


@dataclass(frozen=True)
class ModelDiff:
    """What differs between two models: of the settings, then element by element.

    Elements stand in the order of the newer model, those that are gone last. `hidden` is how many
    changes of notes and accepted findings are left out.
    """

    old: ServiceGraph
    new: ServiceGraph
    elements: tuple[ElementChange, ...]
    settings: tuple[ValueChange, ...]
    hidden: int = 0

    def __bool__(self) -> bool:
        """Does anything differ?"""
        return bool(self.elements or self.settings)

    def __repr__(self) -> str:
        return f"<ModelDiff {len(self.rows())} changes>"

    def __str__(self) -> str:
        """A line for each thing; whole pages of it are written by `DIFF_FORMS`."""
        return "\n".join(map(str, self.rows()))

    def _repr_html_(self) -> str:
        rows = [(row.type.value, row.element, row.field) for row in self.rows()]
        return html_table(f"{len(rows)} changes", ("change", "element", "field"), rows)

    def rows(self) -> tuple[ChangeRow, ...]:
        """Everything that differs, each thing once."""
        return tuple(self._rows())

    def public(self) -> ModelDiff:
        """The same without notes and accepted findings, which are not published."""
        told = replace(self, elements=tuple(_published(self.elements)))
        return replace(told, hidden=len(self.rows()) - len(told.rows()))

    def of(self, element: AnyId) -> ElementChange | None:
        """What differs of one element, by the id that it has, or had where it is gone; None: nothing.

        Raises `UnknownIdError` for an id that neither model has.
        """
        id_ = id_of(element)
        if id_ not in self.old and id_ not in self.new:
            raise UnknownIdError(id_, [one.id for one in (*self.new, *self.old)])
        return next((one for one in self.elements if one.element.id == id_), None)

    def _rows(self) -> Iterator[ChangeRow]:
        for value in self.settings:
            yield _row(SETTINGS_ID, SETTINGS_ID, value)
        for one in self.elements:
            kind, id_ = one.element.kind.prefix, one.element.id
            match one.type:
                case ChangeType.NEW:
                    yield ChangeRow(one.type, kind, id_, (), None, one.element)
                case ChangeType.REMOVED:
                    yield ChangeRow(one.type, kind, id_, (), one.element, None)
                case ChangeType.RENAMED if one.was:
                    yield ChangeRow(one.type, kind, id_, (), one.was.id, id_)
                case _:
                    yield from (_row(kind, id_, value) for f in one.fields for value in f.inside)


def diff(old: ServiceGraph, new: ServiceGraph) -> ModelDiff:
    """What differs between two models, per element and value; the same for the same two models.

    >>> import lumme_graph as lg
    >>> def model(name: str) -> lg.ServiceGraph:
    ...     need = lg.Need(id="need-hours", name={"en": name})
    ...     return lg.ServiceGraph([need], lg.Settings(as_of="2026-08-22"))
    >>> (row,) = lg.diff(model("Longer hours"), model("Longer opening hours")).rows()
    >>> row.type.value, row.element, row.path, row.before, row.after
    ('changed', 'need-hours', ('name', 'en'), 'Longer hours', 'Longer opening hours')
    """
    need_graph(old, new)
    languages = tuple(dict.fromkeys((*new.settings.languages.all, *old.settings.languages.all)))
    with collector_paused():
        names = _names(_by_id(old), _by_id(new))
        return ModelDiff(
            old,
            new,
            _changes(_by_id(old), _by_id(new), Inside(names, languages), names),
            settings_changes(old.settings, new.settings, names),
        )


def changes(
    before: Iterable[KeptElement],
    after: Iterable[KeptElement],
    tells: Tells = everything,
    languages: Sequence[str] = (),
) -> tuple[ElementChange, ...]:
    """What is new, changed or renamed, in the order that it now has, then what is gone.

    >>> from lumme_graph.elements.development import Need
    >>> old = Need(id="need-hours", name={"en": "Longer hours"})
    >>> new = Need(id="need-hours", name={"en": "Longer opening hours"})
    >>> [(one.type.value, [field.spec.name for field in one.fields]) for one in changes([old], [new])]
    [('changed', ['name'])]
    """
    old, new = _by_id(before), _by_id(after)
    names = _names(old, new)
    return _changes(old, new, Inside(names, languages, tells), names)


def _by_id(elements: Iterable[KeptElement]) -> dict[str, KeptElement]:
    return {element.id: element for element in elements}


def _names(old: Mapping[str, KeptElement], new: Mapping[str, KeptElement]) -> NamesNow:
    """What elements and parts are called now that were called otherwise."""
    gone = {id_: one for id_, one in old.items() if id_ not in new}
    come = {id_: one for id_, one in new.items() if id_ not in old}
    ids = renamed_elements(_unnamed(gone, new.values()), come) if gone and come else {}
    both = ((one, new[id_]) for id_, one in old.items() if id_ in new and one is not new[id_])
    parts = renamed_parts(both, ids)
    return NamesNow(ids, parts) if ids or parts else AS_IT_IS


def _unnamed(gone: Mapping[str, KeptElement], new: Iterable[KeptElement]) -> dict[str, KeptElement]:
    """Those that nothing refers to any more: what is still called so was surely not renamed."""
    named = {found.value for one in new for found in references(one)}
    return {id_: one for id_, one in gone.items() if id_ not in named}


def _changes(
    old: Mapping[str, KeptElement], new: Mapping[str, KeptElement], inside: Inside, names: NamesNow
) -> tuple[ElementChange, ...]:
    were = {now: was for was, now in names.ids.items()}
    gone = [id_ for id_ in old if id_ not in new and id_ not in names.ids]
    return (
        *_present(old, new, inside, were),
        *(ElementChange(ChangeType.REMOVED, old[id_], (), old[id_]) for id_ in gone),
    )


def _present(
    old: Mapping[str, KeptElement],
    new: Mapping[str, KeptElement],
    inside: Inside,
    were: Mapping[str, str],
) -> Iterator[ElementChange]:
    for id_, element in new.items():
        known = old.get(id_)
        if id_ in were:
            yield ElementChange(ChangeType.RENAMED, element, (), old[were[id_]])
        elif known is None:
            yield ElementChange(ChangeType.NEW, element)
        elif known is not element:
            fields = tuple(_fields(known, element, inside))
            if fields:
                yield ElementChange(ChangeType.CHANGED, element, fields, known)


def _fields(old: KeptElement, new: KeptElement, inside: Inside) -> Iterator[FieldChange]:
    by_field: dict[str, list[ValueChange]] = {}
    for one in inside.of(old, new):
        by_field.setdefault(one.way[0].name, []).append(one)
    for found in by_field.values():
        spec = found[0].way[0].spec
        if spec is not None:
            before, after = getattr(old, spec.name), getattr(new, spec.name)
            yield FieldChange(spec, before, after, tuple(found))


def _shown(value: object) -> str:
    """A value in few words; nothing is a dash."""
    if value is None:
        return "-"
    words = value.local_name() if isinstance(value, Record) else str(value)
    return words if len(words) <= _LONG else f"{words[:_LONG]}…"


def _row(kind: str, id_: str, value: ValueChange) -> ChangeRow:
    return ChangeRow(value.type, kind, id_, value.path, value.before, value.after, value.places)


def _published(elements: Iterable[ElementChange]) -> Iterator[ElementChange]:
    for one in elements:
        fields = tuple(field for field in one.fields if not isinstance(field.spec.prop, Private))
        if fields or not one.fields:
            yield one._replace(fields=fields)
