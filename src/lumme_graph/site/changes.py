"""What has changed since the last edition of the site, as far as its readers see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from lumme_graph.analysis.changes import ElementChange, FieldChange, changes
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.base.extra import Extra
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Said
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Rule
from lumme_graph.elements.promise import Commitment
from lumme_graph.elements.who import Branch
from lumme_graph.graph.day import Day
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import Spec
from lumme_graph.site.edition import Edition, shows
from lumme_graph.site.here import Here
from lumme_graph.views.changes import WORDS, ShownValue, Teller
from lumme_graph.views.values import sayable

_NONE: Final = Label("none")
_IN: Final = Label("{field} ({languages})")
_FROM_TO: Final = Label("{field}: {before} → {after}")

_TOLD: Final = (Rule, Commitment, Branch)
"""The kinds that customers read of on the pages of others."""

_OF_CUSTOMERS: Final = frozenset(
    {
        *("name", "description", "goal", "text", "body", "action", "accessibility"),
        *("conditions", "instructions", "cost", "legal_basis", "out_of_scope", "customer_part"),
        *("steps", "phases", "phase", "actor", "kind_", "touchpoint", "rule", "duration", "next"),
        *("touchpoints", "rules", "service", "channel", "commitments", "kept_at", "values"),
        *("offered", "at", "is_", "from_", "to", "when", "scope", "except_", "not_offered"),
        *("facts", "key_", "value", "unit", "exceptions", "basis", "type", "standard", "metric"),
        *("operator", "target", "status", "street", "postal_code", "city", "contacts"),
    }
)
"""The fields that customers are told of; whatever else changes is nothing to them."""

_MOST: Final = 8
"""As many things within a field are told one by one."""

_TOLD_WHOLE: Final = (ChangeType.NEW, ChangeType.REMOVED)
"""What customers are told of although no field of it differs; ids are nothing to them."""


def changed(here: Here) -> tuple[ElementChange, ...] | None:
    """The changes that the readers of the edition see; None where no earlier state was given."""
    since = here.plan.since
    if since is None:
        return None
    if here.is_for_staff:
        return changes(since, here.graph, _is_for_staff)
    found = changes(_seen(since), _seen(here.graph), _is_for_customers)
    read = (one._replace(fields=_read(here, one.fields)) for one in found)
    return tuple(one for one in read if one.fields or one.type in _TOLD_WHOLE)


def _seen(graph: ServiceGraph) -> list[KeptElement]:
    """What customers read of."""
    day = Day.of(graph)
    return [one for one in graph if isinstance(one, _TOLD) or shows(Edition.CUSTOMER, one, day)]


def _is_for_staff(_cls: type[Node], spec: Spec) -> bool:
    """All but own fields, which are for scripts."""
    return spec.datatype is not Extra


def _is_for_customers(_cls: type[Node], spec: Spec) -> bool:
    return spec.name in _OF_CUSTOMERS


def _read(here: Here, fields: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
    """The changes that are seen in the language of the page."""
    return tuple(
        one
        for one in fields
        if not isinstance(one.after or one.before, Text) or here.lang in _tags(one)
    )


def name_of(here: Here, one: ElementChange) -> Said:
    """What an element is called, or was."""
    since = here.plan.since
    day = Day.of(since) if since and one.type is ChangeType.REMOVED else here.day
    return here.speak(day.thing(one.element).label)


def told(here: Here, one: ElementChange) -> list[Said]:
    """What is said of each changed field; staff read what differs within lists and parts too."""
    return [said for field in one.fields for said in _field(here, one, field)]


def _field(here: Here, one: ElementChange, field: FieldChange) -> list[Said]:
    is_deep = field.spec.many or field.spec.record
    if here.is_for_staff and is_deep and len(field.inside) <= _MOST:
        return _inside(here, one, field)
    return [_whole(here, field)]


def _inside(here: Here, one: ElementChange, field: FieldChange) -> list[Said]:
    """Each thing that differs within a field, where in it, and what it was and is."""
    teller = Teller(here.plan.since or here.graph, here.graph, here.speak)
    shown = [teller.value(one.element, field, value) for value in field.inside]
    return [_one(here, value) for value in shown]


def _one(here: Here, value: ShownValue) -> Said:
    ends = [end for end in (value.before, value.after) if end]
    ends = ends or [place for place in value.places if place]
    said = " → ".join(end.shown for end in ends)
    what = here.speak(WORDS[value.type]).words
    more = f": {said}" if said else ""
    return value.where._replace(words=f"{value.where.words} ({what}){more}")


def _whole(here: Here, field: FieldChange) -> Said:
    label = field.spec.prop.label
    values = (field.before, field.after)
    if any(isinstance(value, Text) for value in values):
        return _text(here, field)
    if field.spec.many or field.spec.record or any(isinstance(v, timedelta) for v in values):
        return here.speak.capital(label)
    before, after = (_value(here, field, value) for value in values)
    return here.speak.capital(_FROM_TO, field=label, before=before, after=after)


def _value(here: Here, field: FieldChange, value: Any) -> Any:
    if value is None:
        return _NONE
    found = here.graph.find(str(value)) if field.spec.is_ref else None
    return here.day.thing(found).label if found else sayable(value)


def _text(here: Here, field: FieldChange) -> Said:
    """Both wordings in the language of the page; else in which languages the words are others."""
    label, tags = field.spec.prop.label, _tags(field)
    if here.lang not in tags or field.spec.name == "body":
        languages = joined([here.speak.language(tag).words for tag in tags])
        return here.speak.capital(_IN, field=label, languages=languages)
    old, new = (words.get(here.lang) or _NONE for words in _wordings(field))
    return here.speak.capital(_FROM_TO, field=label, before=old, after=new)


def _wordings(field: FieldChange) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What a text was and is; nothing where there was none."""
    return field.before or {}, field.after or {}


def _tags(field: FieldChange) -> list[str]:
    """The languages in which a text is not as it was."""
    before, after = _wordings(field)
    return [tag for tag in dict.fromkeys((*before, *after)) if before.get(tag) != after.get(tag)]
