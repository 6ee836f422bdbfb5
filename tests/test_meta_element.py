from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, assert_type

import pytest
from pydantic import ValidationError

import lumme_graph as lg
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.text import Text
from lumme_graph.elements.evidence import Source
from lumme_graph.elements.guide import Cover
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.offer import Offer, Service, Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.elements.who import Branch, Membership, Organisation
from lumme_graph.meta.element import Element, Node
from lumme_graph.meta.ref import Ref, targets
from lumme_graph.meta.spec import Spec, specs
from lumme_graph.meta.walk import Walk


def _faults(cls: type[Any], **data: object) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as error:
        cls.model_validate(data)
    return [(detail["loc"], detail["type"]) for detail in error.value.errors()]


DESK: dict[str, object] = {"id": "touchpoint-desk", "name": {"en": "D"}, "channel": "object"}


@pytest.mark.parametrize(
    "bad", ["{0}", "{0}-", "{0}-A", "{0}-ä", "{0}-a_b", "{0}-a--b", "{0}-a-", "x-a", "{0}-a\n", ""]
)
def test_what_is_no_id(bad: str) -> None:
    for cls in ELEMENTS:
        faults = _faults(cls, id=bad.format(cls.kind.prefix))
        assert (("id",), "malformed_id") in faults, cls.__name__


def test_an_id_is_short_enough_to_be_the_name_of_a_file() -> None:
    for cls in ELEMENTS:
        prefix = f"{cls.kind.prefix}-"
        assert (("id",), "long_id") in _faults(cls, id=prefix.ljust(151, "x")), cls.__name__


@pytest.mark.parametrize("good", ["source-l02", "source-a-b-3", "source-0", f"source-{'x' * 143}"])
def test_what_is_an_id(good: str) -> None:
    source = Source(id=good, citation="x")
    assert source.id == good
    assert source.ref == good


def test_unknown_fields_are_refused_and_nothing_can_be_changed() -> None:
    assert _faults(Touchpoint, **DESK, colour="red") == [(("colour",), "extra_forbidden")]
    desk = Touchpoint.model_validate(DESK)
    kept = (
        r"^touchpoint-desk: name stays as it is: replace\(name=…\) makes another, "
        r"lg.edit changes the file$"
    )
    with pytest.raises(ValueRefusedError, match=kept):
        desk.name = Text(en="E")
    with pytest.raises(ValueRefusedError, match=kept):
        del desk.name
    assert desk == Touchpoint.model_validate(DESK)


def test_a_field_takes_an_id_a_reference_or_the_element() -> None:
    network = Organisation.model_validate(
        {"id": "organisation-n", "name": {"en": "N"}, "type": "network"}
    )
    named = [Membership.model_validate({"of": of}) for of in (network, network.ref, network.id)]
    assert [membership.of for membership in named] == ["organisation-n"] * 3
    assert all(isinstance(membership.of, Ref) for membership in named)
    assert_type(named[0].of, Ref[Organisation])


@pytest.mark.parametrize(
    "wrong", ["branch-a", "organisation", "organisation-A", "organisation-a\n", "", 3, None, ["a"]]
)
def test_what_is_no_reference_to_an_organisation(wrong: object) -> None:
    assert _faults(Membership, of=wrong) == [(("of",), "reference")]


def test_a_reference_may_fit_several_kinds_or_any() -> None:
    for at in ("organisation-a", "branch-a", "vehicle-a"):
        assert Offer.model_validate({"at": at, "is": "yes"}).at == at
    assert _faults(Offer, at="role-a", **{"is": "yes"}) == [(("at",), "reference")]
    assert Cover.model_validate({"item": "service-a"}).item == "service-a"
    assert _faults(Cover, item="Service-a") == [(("item",), "reference")]


def test_the_kinds_of_a_reference() -> None:
    assert targets(Ref[Service]) == (Service,)
    assert targets(Ref[Organisation | Branch]) == (Organisation, Branch)
    assert targets(Ref[Element]) == ()


def test_a_number_must_be_finite() -> None:
    data = {"id": "branch-a", "name": {"en": "A"}, "organisation": "organisation-a", "type": "main"}
    assert _faults(Branch, **data, latitude="nan") == [(("latitude",), "finite_number")]
    assert _faults(Branch, **data, latitude=float("inf")) == [(("latitude",), "finite_number")]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"channel": "service-locatio"},
            r"^touchpoint-desk: channel: service-locatio is none of the values; did you mean service-location\?$",
        ),
        (
            {"chanel": "phone"},
            r"^touchpoint-desk: there is no field chanel; did you mean channel\?$",
        ),
        ({"id": "service-desk"}, r"^touchpoint-desk: id: .*, not 'service-desk'$"),
        (
            {"offered": [{"at": "organisation-a", "is": "yess"}]},
            r"^touchpoint-desk: offered\.0\.is: yess is none of the values; did you mean yes\?$",
        ),
        ({"offered": [{"at": "organisation-a"}]}, r"^touchpoint-desk: offered\.0\.is is missing$"),
        ({"channel": "x", "nam": "y"}, r"channel: .*; touchpoint-desk: there is no field nam"),
    ],
)
def test_no_element_can_be_changed_to_what_a_model_may_not_say(
    changes: dict[str, object], message: str
) -> None:
    desk = Touchpoint.model_validate(DESK)

    def by_copy(**update: object) -> Touchpoint:
        return desk.model_copy(update=update)

    for change in (desk.replace, by_copy):
        with pytest.raises(ValueRefusedError, match=message):
            change(**changes)
    with pytest.raises(ValueRefusedError):
        Touchpoint.model_construct(None, **{**DESK, **changes})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": {"en": "\x00"}}, "name: it holds the control character U+0000; remove it"),
        ({"name": {"en": "a\ud800"}}, "name: it holds the control character U+D800; remove it"),
        ({"note": "\udfff"}, "note: it holds the control character U+DFFF; remove it"),
        ({"extra": {"a": "\x00"}}, "extra.a: it holds the control character U+0000; remove it"),
        ({"name": {"en": " "}}, "name: the text in en is empty"),
        ({"name": {}}, "name: a text needs at least one language"),
        ({"name": {"e n": "x"}}, "name: e n is not a language tag"),
        (
            {"name": "Loans"},
            (
                "name: languages with their texts are expected here; "
                "write its language before it: {en: Loans}"
            ),
        ),
        ({"name": None}, "name: languages with their texts are expected here, not None"),
        ({"tags": "pilot"}, "tags: a list is expected here, not 'pilot'"),
        ({"tags": "x" * 99}, f"tags: a list is expected here, not '{'x' * 59}…"),
        ({"note": 5}, "note: text is expected here, not 5"),
        (
            {"standing": "\x1b[2J"},
            "standing: \\x1b[2J is none of the values; the values are sourced, derived, illustrative",
        ),
        (
            {"as_of": "yesterday"},
            "as_of: 'yesterday' is not a date: write 2019, 2019-01 or 2019-01-31",
        ),
        ({"as_of": "2026-02-30"}, "as_of: 2026-02-30 is not a day of the calendar"),
        (
            {"as_of": {"first": "2019"}},
            "as_of: an uncertain date has earliest, latest or both, not {'first': '2019'}",
        ),
        (
            {"extra": {"A b": "x"}},
            (
                "extra.A b: the name of an own field is words in small letters of ASCII, "
                "with - or _ between; did you mean a-b?"
            ),
        ),
    ],
)
def test_a_value_is_refused_in_the_words_that_files_are_told(
    changes: dict[str, object], said: str
) -> None:
    with pytest.raises(ValueRefusedError) as error:
        Touchpoint.model_validate(DESK).replace(**changes)
    assert str(error.value) == f"touchpoint-desk: {said}"


def test_a_changed_element_is_of_its_type_and_keeps_the_rest() -> None:
    desk = Touchpoint.model_validate(DESK)
    phone = assert_type(desk.replace(channel="phone"), Touchpoint)
    assert phone == Touchpoint.model_validate({**DESK, "channel": "phone"})
    assert desk == Touchpoint.model_validate(DESK)
    assert phone.replace(channel="object") == desk
    assert phone.model_fields_set == desk.model_fields_set
    assert desk.replace(**{"from": "2020"}) == desk.replace(from_="2020")


def _is_record(spec: Spec) -> bool:
    return spec.record is not None


def _tuples() -> list[tuple[Node | Settings, str]]:
    """A node of each class that the model has, with each of its fields that holds several values."""
    walk = Walk(_is_record)
    graph = lg.load(Path(__file__).parent.parent / "models" / "lumme")
    nodes: dict[type[Node], Node] = {}
    for element in graph:
        found: list[Node] = [element, *walk.values(element)]
        for node in found:
            nodes.setdefault(type(node), node)
    fields = [
        (node, spec.alias) for node in nodes.values() for spec in specs(type(node)) if spec.many
    ]
    return [*fields, (graph.settings, "country"), (graph.settings, "ignore")]


@pytest.mark.parametrize(
    ("node", "field"),
    [pytest.param(*one, id=f"{type(one[0]).__name__}.{one[1]}") for one in _tuples()],
)
def test_what_has_no_order_is_no_list(node: Node | Settings, field: str) -> None:
    name = getattr(node, "id", None) or type(node).__name__
    for unordered in (set[str](), frozenset[str]()):
        with pytest.raises(ValueRefusedError) as error:
            node.replace(**{field: unordered})
        assert str(error.value).startswith(f"{name}: ")
        assert str(error.value).endswith("give a list or a tuple: a set has no order")


def test_what_has_an_order_is_a_list_wherever_it_stands() -> None:
    desk = Touchpoint.model_validate(DESK)
    words = {"a": 1, "b": 2}
    given: list[Any] = [["a", "b"], ("a", "b"), words.keys(), (word for word in "ab"), iter("ab")]
    for tags in given:
        assert desk.replace(tags=tags).tags == ("a", "b")
    with pytest.raises(
        ValueRefusedError, match=r"^touchpoint-desk: offered\.0\.sources: give a list"
    ):
        desk.replace(offered=[{"at": "organisation-a", "is": "yes", "sources": {"source-a"}}])
    with pytest.raises(ValueRefusedError, match=r"^service-a: tags: give a list or a tuple"):
        Service(id="service-a", name={"en": "A"}, tags={"a", "b"})  # type: ignore[arg-type]
    with pytest.raises(ValueRefusedError, match=r"^Settings: languages\.required: give a list"):
        Settings(as_of="2026-08-22", languages={"required": {"en", "fi"}})  # type: ignore[arg-type]


def _days() -> list[tuple[type[Node], str, Any]]:
    records = {field.spec.record for cls in ELEMENTS for field in Walk(_is_record).fields(cls)}
    nodes = sorted({*ELEMENTS, *filter(None, records)}, key=lambda cls: cls.__name__)
    return [
        (cls, spec.alias, spec.datatype)
        for cls in nodes
        for spec in specs(cls)
        if spec.datatype in {date, UncertainDate}
    ]


@pytest.mark.parametrize(("cls", "field", "datatype"), _days())
def test_every_field_of_days_keeps_plain_days(cls: type[Node], field: str, datatype: Any) -> None:
    def taken(value: object) -> Any:
        """The faults of the field where it is wrong; another field that is missing does not matter."""
        try:
            cls.model_validate({field: value})
        except ValidationError as error:
            return [one["type"] for one in error.errors() if one["loc"][0] == field]
        return []

    first = datetime(2026, 8, 22)  # noqa: DTZ001
    assert taken(first) == []
    no_day = "date" if datatype is UncertainDate else "date_parsing"
    for given in (first.replace(hour=12), 0, 1756080000, "20260822"):
        assert taken(given) == [no_day]


def test_a_day_with_time_becomes_a_day() -> None:
    first: Any = datetime(2026, 8, 22)  # noqa: DTZ001
    at = Touchpoint.model_validate(DESK).replace(
        offered=[{"at": "organisation-a", "is": "yes", "from": first}],
        waive=[{"reason": "x", "until": first}],
    )
    start, until = at.offered[0].from_, at.waive[0].until
    assert start is not None
    assert [type(day) for day in (start.earliest, start.latest, until)] == [date] * 3


@pytest.mark.parametrize("given", [0, "1756080000", "2026", "2026-02-30", None])
@pytest.mark.parametrize("field", ["as_of", "modified"])
def test_a_day_of_the_settings_is_written_in_one_way(field: str, given: object) -> None:
    values = {"as_of": "2026-08-22", field: given}
    if given is None and field == "modified":
        assert Settings.model_validate(values).modified is None
        return
    with pytest.raises(
        ValueRefusedError,
        match=rf"^Settings: {field}: a day is expected here: write it as 2026-08-22",
    ):
        Settings(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"base": "x"},
            (
                "base: the base of addresses begins with https:// or http://, has no spaces or quotes, "
                "and ends in / or #, such as https://example.org/id/, not 'x'"
            ),
        ),
        ({"languages": {"optional": ["e n"]}}, "languages.optional.0: e n is not a language tag"),
        (
            {"languages": {"optional": ["en_GB"]}},
            "languages.optional.0: en_GB is not a language tag; did you mean en-GB?",
        ),
        (
            {"country": "XX"},
            "country.0: XX is no country by ISO 3166-1; write two letters, such as GB or FI",
        ),
    ],
)
def test_no_setting_is_refused_with_a_bare_pattern(settings: Any, said: str) -> None:
    with pytest.raises(ValueRefusedError) as error:
        Settings(as_of=date(2026, 8, 22), **settings)
    assert str(error.value) == f"Settings: {said}"


def test_records_and_settings_are_checked_too() -> None:
    membership = Membership.model_validate({"of": "organisation-a"})
    with pytest.raises(ValueRefusedError, match=r"^Membership: of: "):
        membership.replace(of="Not an id")
    settings = Settings.model_validate({"as_of": "2026-08-22"})
    assert settings.replace(as_of="2020-01-01").as_of == date(2020, 1, 1)
    with pytest.raises(ValueRefusedError, match=r"^Settings: as_of: .*, not 'once'$"):
        settings.model_copy(update={"as_of": "once"})
    with pytest.raises(ValueRefusedError, match="did you mean as_of"):
        settings.replace(asof="2020-01-01")
