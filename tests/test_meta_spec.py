from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, ClassVar

import pytest
from saying import words_of

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.elements.customers import Evidence, Profile
from lumme_graph.elements.development import Origin
from lumme_graph.elements.events import Event, EventAudience
from lumme_graph.elements.evidence import KeptElement, Source, Standing
from lumme_graph.elements.groups import Role
from lumme_graph.elements.guide import Cover, Guide, Section
from lumme_graph.elements.journeys import Actor, Path, Step
from lumme_graph.elements.kinds import ELEMENTS, KINDS
from lumme_graph.elements.offer import Offer, RuleValue, Waiver
from lumme_graph.elements.project import (
    Funding,
    Goal,
    Indicator,
    IndicatorTarget,
    Observation,
    Project,
)
from lumme_graph.elements.promise import Standard
from lumme_graph.elements.who import Branch, Membership, Organisation, OrganisationType, Vehicle
from lumme_graph.meta.docs import field_docs
from lumme_graph.meta.element import Element, Node, Record
from lumme_graph.meta.kind import Coded, Kind, Prop
from lumme_graph.meta.spec import Spec, specs


def _records(cls: type[Node]) -> Iterator[type[Record]]:
    for spec in specs(cls):
        if spec.record is not None:
            yield spec.record
            yield from _records(spec.record)


RECORDS = sorted(
    {record for cls in ELEMENTS for record in _records(cls)}, key=lambda cls: cls.__name__
)
NODES: list[type[Node]] = [*ELEMENTS, *RECORDS]
of_node = pytest.mark.parametrize("cls", NODES, ids=lambda cls: cls.__name__)


def spec_of(cls: type[Node], name: str) -> Spec:
    return next(spec for spec in specs(cls) if spec.name == name)


def test_all_kinds_and_records_are_seen() -> None:
    assert {Membership, Step, Actor, Offer, Cover, Evidence} <= set(RECORDS)
    assert {Source, Organisation, Profile, Path, Section, Guide} <= set(ELEMENTS)
    assert list(KINDS.values()) == list(ELEMENTS)


@of_node
def test_a_class_says_what_it_is(cls: type[Node]) -> None:
    assert cls.__doc__
    assert cls.__doc__.strip().endswith(".")
    assert {"kind"} <= cls.__dict__.keys(), "the kind is the class's own"
    for label in (cls.kind.label, cls.kind.plural):
        assert label.by_tag().get("fi", "")
        assert words_of(label)
        assert label.by_tag().get("sv", "")
    assert cls.kind.iris
    assert all(re.fullmatch(r"[a-z]+:[A-Za-z]+", iri) for iri in cls.kind.iris)


@of_node
def test_a_field_has_labels_and_a_docstring(cls: type[Node]) -> None:
    for spec in specs(cls):
        label = spec.prop.label
        assert label.by_tag().get("fi", ""), spec.name
        assert words_of(label), spec.name
        assert label.by_tag().get("sv", ""), spec.name
        assert field_docs(cls)[spec.name].endswith((".", "…")), spec.name
        assert all(re.fullmatch(r"[a-z]+:[A-Za-z]+", iri) for iri in spec.prop.iris), spec.name


@of_node
def test_a_class_shows_how_it_is_called(cls: type[Node]) -> None:
    """Whether it has been used before or not: `help` and notebooks ask for it at once."""
    shown = inspect.signature(cls).parameters
    assert len(shown) == len(cls.model_fields)
    wanted = [name for name, one in shown.items() if one.default is inspect.Parameter.empty]
    assert wanted == [*shown][: len(wanted)], "what must be said comes first"
    if wanted:
        with pytest.raises(ValueRefusedError) as refused:
            cls()
        missing = re.findall(r": (\w+) is missing", str(refused.value))
        assert [cls.model_fields[name].alias or name for name in wanted] == missing
    else:
        assert cls() == cls()


def test_a_signature_has_types_in_few_words_and_what_must_be_said_first() -> None:
    assert str(inspect.signature(Actor)) == (
        "(*, kind_: 'ActorKind', ref: 'Ref[Organisation | Role | Profile] | None' = None, "
        "id: 'str | None' = None)"
    )
    assert str(inspect.signature(Waiver)) == (
        "(*, reason: 'str', at: 'Ref[Organisation] | None' = None, language: 'str | None' = None, "
        "until: 'date | None' = None, id: 'str | None' = None)"
    )
    offer = str(inspect.signature(Offer))
    assert offer.startswith("(*, at: 'Ref[Organisation | Branch | Vehicle]', is_: 'YesNo', from_: ")
    assert "sources: 'tuple[Ref[Source], ...]' = ()" in offer


@of_node
def test_a_field_is_a_reference_a_record_or_a_value(cls: type[Node]) -> None:
    for spec in specs(cls):
        sorts = [spec.is_ref, spec.record is not None, spec.datatype is not None]
        assert sorts.count(True) == 1, spec.name


@of_node
def test_a_relation_has_an_inverse_and_only_a_relation(cls: type[Node]) -> None:
    for spec in specs(cls):
        one_way = (cls, spec.name) == (Waiver, "at")  # housekeeping, read from the item alone
        assert (spec.prop.inverse is not None) == (spec.is_ref and not one_way), spec.name
        if spec.prop.inverse is not None:
            assert re.fullmatch(r"[a-z]+(_[a-z]+)*", spec.prop.inverse.name), spec.name
            assert spec.prop.inverse.label.by_tag().get("fi", ""), spec.name
            assert spec.prop.inverse.label.by_tag().get("sv", ""), spec.name


@pytest.mark.parametrize("cls", ELEMENTS, ids=lambda cls: cls.__name__)
def test_a_prefix_is_one_word_and_the_english_name(cls: type[KeptElement]) -> None:
    assert re.fullmatch(r"[a-z]+", cls.kind.prefix)
    assert cls.kind.prefix in words_of(cls.kind.label).split()
    assert KINDS[cls.kind.prefix] is cls


@pytest.mark.parametrize("cls", ELEMENTS, ids=lambda cls: cls.__name__)
def test_a_relation_is_written_on_the_later_kind(cls: type[KeptElement]) -> None:
    order = {kind: place for place, kind in enumerate(ELEMENTS)}
    named = {
        target
        for owner in (cls, *_records(cls))
        for spec in specs(owner)
        for target in spec.targets
        if issubclass(target, KeptElement)
    }
    assert all(order[target] <= order[cls] for target in named)


def test_an_inverse_is_of_one_field_and_hides_none() -> None:
    seen: dict[tuple[type[Element], str], Prop] = {}
    for spec in (spec for cls in NODES for spec in specs(cls)):
        inverse = spec.prop.inverse
        for target in spec.targets if inverse else ():
            assert inverse is not None
            assert inverse.name not in target.model_fields, (target, inverse.name)
            assert seen.setdefault((target, inverse.name), spec.prop) is spec.prop


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_a_record_declares_a_key_of_its_fields(cls: type[Record]) -> None:
    assert {"key"} <= cls.__dict__.keys()
    assert set(cls.key) <= set(cls.model_fields)
    assert cls.kind.prefix == ""


@of_node
def test_records_of_a_list_can_be_told_apart(cls: type[Node]) -> None:
    """By no day, no value and nobody's address: such a name would change with the facts.

    An observation is of a day, as a fact is of a key.
    """
    for spec in specs(cls):
        if spec.record is not None and spec.many and spec.record is not Observation:
            types = {field.name: field.datatype for field in specs(spec.record)}
            assert not {types.get(name) for name in spec.record.key} & {UncertainDate, Decimal}


@of_node
def test_coded_values_have_labels(cls: type[Node]) -> None:
    for spec in specs(cls):
        if isinstance(spec.datatype, type) and issubclass(spec.datatype, Coded):
            for value in spec.datatype:
                assert value.label.by_tag().get("fi", ""), spec.name
                assert value.label.by_tag().get("sv", ""), spec.name
                assert str(value) == value.value == value, spec.name
                assert re.fullmatch(r"[a-z]+(-[a-z]+)*", value.value), spec.name


@pytest.mark.parametrize(
    ("cls", "name", "alias", "many", "required", "datatype"),
    [
        (Source, "citation", "citation", False, True, str),
        (Source, "published", "published", False, False, UncertainDate),
        (Profile, "tasks", "tasks", True, False, Text),
        (Evidence, "n", "n", False, False, int),
        (Organisation, "type", "type", False, True, OrganisationType),
        (Membership, "from_", "from", False, False, UncertainDate),
        (Membership, "standing", "standing", False, False, Standing),
        (Step, "duration", "duration", False, False, timedelta),
        (Section, "informative", "informative", False, False, bool),
        (Branch, "latitude", "latitude", False, False, Decimal),
        (Funding, "amount", "amount", False, False, Decimal),
        (IndicatorTarget, "value", "value", False, True, Decimal),
        (Goal, "outcome", "outcome", False, False, bool),
        (Event, "summary_published", "summary_published", False, False, bool),
        (Event, "audience", "audience", True, False, EventAudience),
    ],
)
def test_a_value_as_a_spec(
    cls: type[Node], name: str, alias: str, many: bool, required: bool, datatype: object
) -> None:
    spec = spec_of(cls, name)
    assert (spec.alias, spec.many, spec.required) == (alias, many, required)
    assert spec.datatype is datatype
    assert (spec.is_ref, spec.targets, spec.record) == (False, (), None)


@pytest.mark.parametrize(
    ("cls", "name", "alias", "many", "required", "targets"),
    [
        (Membership, "of", "of", False, True, (Organisation,)),
        (Offer, "at", "at", False, True, (Organisation, Branch, Vehicle)),
        (Actor, "ref", "ref", False, False, (Organisation, Role, Profile)),
        (Guide, "sections", "sections", True, False, (Section,)),
        (Cover, "item", "item", False, True, ()),
        (Section, "sources", "sources", True, False, (Source,)),
        (Goal, "under", "under", False, False, (Goal,)),
        (Event, "part_of", "part_of", False, False, (Event,)),
        (Origin, "events", "events", True, False, (Event,)),
        (RuleValue, "at", "at", False, False, (Organisation, Branch)),
    ],
)
def test_a_relation_as_a_spec(
    cls: type[Node], name: str, alias: str, many: bool, required: bool, targets: tuple[object, ...]
) -> None:
    spec = spec_of(cls, name)
    assert (spec.alias, spec.many, spec.required, spec.is_ref) == (alias, many, required, True)
    assert spec.targets == targets
    assert (spec.record, spec.datatype) == (None, None)


@pytest.mark.parametrize(
    ("cls", "name", "many", "record"),
    [
        (Path, "steps", True, Step),
        (Step, "actor", False, Actor),
        (Project, "funding", True, Funding),
        (Indicator, "target", False, IndicatorTarget),
    ],
)
def test_a_record_as_a_spec(cls: type[Node], name: str, many: bool, record: type[Record]) -> None:
    spec = spec_of(cls, name)
    assert (spec.many, spec.record, spec.is_ref, spec.datatype) == (many, record, False, None)


def test_own_fields_come_before_inherited_ones() -> None:
    assert [spec.alias for spec in specs(Membership)] == [
        "of",
        "from",
        "to",
        "standing",
        "sources",
        "as_of",
        "derivation",
    ]
    names = [spec.alias for spec in specs(Path)]
    assert names[:5] == ["name", "description", "goal", "state", "instead_of"]
    assert names[5:9] == ["profiles", "service", "phases", "steps"]
    assert set(names[9:]) == {
        "offered", "waive", "from", "to", "standing", "sources", "as_of", "derivation", "tags",
        "note", "suppress", "search_words", "extra",
    }  # fmt: skip


def test_a_field_without_words_is_refused() -> None:
    class Wordless(Element):
        kind: ClassVar = Kind(Label("a"), Label("a"), "wordless", ("lg:Wordless",))
        size: Annotated[int, "no Prop"] = 0

    with pytest.raises(TypeError, match=r"Wordless\.size must say its Prop"):
        specs(Wordless)


def test_docstrings_of_fields_are_read_with_the_inherited_ones() -> None:
    docs = field_docs(Step)
    assert docs["lane"] == "Where it happens, seen from the customer."
    assert docs["standing"].startswith("How the claim stands")
    assert docs["id"] == "Its local id: lower-case words, never a number of its place."


def test_the_standard_has_no_key_for_it_is_alone() -> None:
    metric = Standard.model_validate({"metric": {"en": "days"}})
    assert metric.local_name() == "-"


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (
            Membership.model_validate({"of": "organisation-lumme", "from": {"latest": "2017"}}),
            "organisation-lumme",
        ),
        (Membership.model_validate({"of": "organisation-lumme"}), "organisation-lumme"),
        (
            Offer.model_validate({"at": "branch-a", "is": "yes", "from": date(2019, 1, 1)}),
            "branch-a",
        ),
        (Actor.model_validate({"kind": "customer"}), "-"),
        (Funding.model_validate({"stage": "applied", "party": "own"}), "applied/own"),
        (Observation.model_validate({"date": "2019", "value": "1"}), "2019"),
        (
            Observation.model_validate(
                {"date": {"earliest": "2019-03-01", "latest": "2019-04-30"}}
            ),
            "2019-03-01..2019-04-30",
        ),
    ],
)
def test_natural_keys(record: Record, name: str) -> None:
    assert record.local_name() == name
