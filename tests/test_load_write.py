from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.error import KnownError
from lumme_graph.base.extra import Extra
from lumme_graph.base.text import Text
from lumme_graph.elements.guide import Section
from lumme_graph.elements.journeys import Lane, Step
from lumme_graph.elements.offer import Offer, Touchpoint
from lumme_graph.elements.settings import Settings
from lumme_graph.elements.who import Organisation
from lumme_graph.reading.document import read_yaml
from lumme_graph.reading.write import as_plain, block, flow, key_order, plain


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a", "a"),
        (None, None),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (90.0, "90"),
        (61.5, "61.5"),
        (-0.25, "-0.25"),
        (date(2026, 8, 22), "2026-08-22"),
        (timedelta(days=14), "P14D"),
        (timedelta(minutes=90), "PT1H30M"),
        (UncertainDate.parse("2019-01"), "2019-01"),
        (UncertainDate.parse({"latest": "2017-12-31"}), {"latest": "2017-12-31"}),
        (Lane.FRONTSTAGE, "frontstage"),
        (Text(fi="a", en="b"), {"fi": "a", "en": "b"}),
        (("a", 2, (True,)), ["a", "2", ["true"]]),
        ({"a": {"b": 1}}, {"a": {"b": "1"}}),
    ],
)
def test_values_as_the_reader_gives_them(value: object, expected: object) -> None:
    assert as_plain(value) == expected


def test_an_offer_with_its_aliases_and_without_defaults() -> None:
    offer = Offer.model_validate(
        {
            "standing": "derived",
            "to": "2020",
            "at": "branch-a",
            "from_": {"latest": "2019"},
            "is_": "no",
        }
    )
    assert list(plain(offer).items()) == [
        ("at", "branch-a"),
        ("is", "no"),
        ("from", {"latest": "2019-12-31"}),
        ("to", "2020"),
        ("standing", "derived"),
    ]
    assert as_plain(offer) == plain(offer)


def test_fields_are_in_the_declared_order_with_the_id_first() -> None:
    assert key_order(Step)[:6] == ["id", "phase", "action", "ours", "actor", "lane"]
    assert key_order(Step)[-4:] == ["standing", "sources", "as_of", "derivation"]
    assert key_order(Settings)[:3] == ["name", "statement", "network"]
    assert key_order(Settings)[-3:] == ["coverage", "site", "theme"]


def test_an_element_in_our_style() -> None:
    organisation = Organisation.model_validate(
        {
            "id": "organisation-a",
            "note": "x: y",
            "sources": ["source-a", "source-b"],
            "type": "library",
            "name": {"fi": "Ään kirjasto", "en": "Library"},
            "memberships": [{"of": "organisation-n", "from": {"latest": "2017-12-31"}}],
            "former_names": [{"name": {"fi": "null"}, "to": "2018"}, {"name": {"fi": "a\nb"}}],
        }
    )
    assert block([plain(organisation)]) == (
        "- id: organisation-a\n"
        "  name:\n"
        "    fi: Ään kirjasto\n"
        "    en: Library\n"
        "  former_names:\n"
        "    - name: {fi: 'null'}\n"
        "      to: 2018\n"
        "    - name:\n"
        "        fi: |-\n"
        "          a\n"
        "          b\n"
        "  type: library\n"
        "  memberships:\n"
        "    - of: organisation-n\n"
        "      from: {latest: 2017-12-31}\n"
        "  sources: [source-a, source-b]\n"
        "  note: 'x: y'\n"
    )


def test_short_things_are_written_on_one_line_and_long_ones_are_not() -> None:
    many = [f"municipality-number-{n}" for n in range(6)]
    assert block({"a": many}) == "a:\n" + "".join(f"  - {id_}\n" for id_ in many)
    assert block({"a": ["x", "y"], "b": []}) == "a: [x, y]\nb: []\n"
    assert block({"a": {"kind": "customer"}, "b": {}}) == "a: {kind: customer}\nb: {}\n"
    assert block({"a": {"kind": "a b"}}) == "a:\n  kind: a b\n"
    assert block([{"id": "role-a", "note": "b"}]) == "- id: role-a\n  note: b\n"
    long = "word " * 100 + "end"
    assert block({"a": long}) == f"a: {long}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "''"),
        ("~", "'~'"),
        ("null", "'null'"),
        ("Null", "Null"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("0123", "0123"),
        ("- a", "'- a'"),
        ("a: b", "'a: b'"),
        ("a:", "'a:'"),
        ("a #b", "'a #b'"),
        ("#a", "'#a'"),
        (" a", "' a'"),
        ("a ", "'a '"),
        ("it's", "it's"),
        ("'a'", "'''a'''"),
        ("&a", "'&a'"),
        ("*a", "'*a'"),
        ("!a", "'!a'"),
        ("%a", "'%a'"),
        ("@a", "'@a'"),
        ("a\tb", '"a\\tb"'),
        ("\n", '"\\n"'),
        ("a\r\nb", '"a\\r\\nb"'),
        ("\x07", '"\\a"'),
        ("a\u2028b", '"a\\Lb"'),
        ("\ufeff", '"\\uFEFF"'),
        ("😀 ä", "😀 ä"),
    ],
)
def test_what_a_reader_would_misread_is_quoted(text: str, written: str) -> None:
    assert block({"k": text}) == f"k: {written}\n"


def test_texts_of_several_lines() -> None:
    assert block({"k": "a\n\nb\n"}) == "k: |\n  a\n\n  b\n"
    assert flow({"k": "a\nb"}) == '{k: "a\\nb"}'
    assert block({"k": None}) == "k: ~\n"
    assert block({"k": "a\n\n"}) == 'k: "a\\n\\n"\n'


_plain = st.recursive(
    strategies.words(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["a", "key", "is", "fi"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["a", "b"]), _plain, min_size=1) | st.lists(_plain, min_size=1),
    st.sampled_from([None, "'", '"']),
)
def test_what_is_written_is_read_back(value: Any, quote: str | None) -> None:
    document = read_yaml(block(value, quote), "")
    assert (document.findings, document.data) == ([], value)
    on_one_line = flow(value, quote)
    assert "\n" not in on_one_line
    document = read_yaml(f"[x, {on_one_line}, y]", "")
    assert (document.findings, document.data) == ([], ["x", value, "y"])


@given(st.data())
def test_every_kind_is_read_back_from_its_plain_data(data: st.DataObject) -> None:
    for element in data.draw(strategies.models((Touchpoint, Section))):
        assert type(element).model_validate(plain(element), by_name=False) == element


def test_a_text_in_curly_quotes_keeps_them() -> None:
    """Unquoted, it would be taken for a slip of a word processor."""
    assert block({"a": "“Desk”", "b": "the “Desk”"}) == "a: '“Desk”'\nb: the “Desk”\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1e25, "10000000000000000000000000"),
        (1e-7, "0.0000001"),
        (2.0, "2"),
        (Decimal("1.50"), "1.50"),
        (datetime(2026, 8, 22), "2026-08-22"),  # noqa: DTZ001
    ],
)
def test_a_number_and_a_day_are_written_as_files_have_them(value: object, expected: str) -> None:
    assert as_plain(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("-inf"),
        Decimal("NaN"),
        Fraction(1, 3),
        1j,
        {"a"},
        frozenset("a"),
        datetime(2026, 8, 22, 12),  # noqa: DTZ001
    ],
)
def test_what_no_file_can_hold_is_not_written(value: object) -> None:
    for inside in (value, [value], {"a": value}):
        with pytest.raises(KnownError, match=r"give another|has no order|write it as 2026-08-22"):
            as_plain(inside)
    with pytest.raises(KnownError, match="an own field holds"):
        Extra({"a": value})


def test_own_fields_take_the_numbers_of_data_frames() -> None:
    numpy = pytest.importorskip("numpy")
    numbers = {"a": numpy.int64(5), "b": numpy.float32(0.1), "c": numpy.float64(1.5)}
    assert Extra(numbers) == Extra({"a": 5, "b": Decimal("0.1"), "c": Decimal("1.5")})
    assert as_plain(numbers) == {"a": "5", "b": "0.1", "c": "1.5"}
    with pytest.raises(KnownError, match="an own field holds"):
        Extra({"a": numpy.float64("nan")})
