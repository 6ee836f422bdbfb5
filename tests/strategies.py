"""Hypothesis strategies for every kind, derived from `specs`: any model that can be written.

`models()` gives the elements of a whole model: every reference leads to an element of the right
kind and none in a ring, no record is there twice, ways on lead to steps. `elements(cls, ids)` gives one element
whose references are drawn from `ids`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, cast, get_args, get_origin

from hypothesis import HealthCheck
from hypothesis import settings as Profiles  # noqa: N812
from hypothesis import strategies as st

from lumme_graph.base.amounts import Share
from lumme_graph.base.dates import UncertainDate
from lumme_graph.base.extra import Extra, OwnScalar
from lumme_graph.base.text import Text, is_blank
from lumme_graph.elements.development import Action, Decision
from lumme_graph.elements.events import Event
from lumme_graph.elements.evidence import KeptElement, Source
from lumme_graph.elements.guide import Guide
from lumme_graph.elements.journeys import Next, Path
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.parts import Contact
from lumme_graph.elements.project import Project
from lumme_graph.elements.settings import (
    Costs,
    CoverageSettings,
    Languages,
    Minimum,
    Settings,
    UnknownAs,
)
from lumme_graph.elements.subjects import Subject
from lumme_graph.elements.who import Municipality, Organisation
from lumme_graph.meta.element import Node, Record
from lumme_graph.meta.listed_text import NamedText
from lumme_graph.meta.spec import Spec, specs


def costly(times: int) -> Profiles:
    """For a property whose examples each cost as much as so many simple ones: fewer of them."""
    return Profiles(
        max_examples=max(2, Profiles().max_examples // times),
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.function_scoped_fixture,
        ],
    )


Ids = Mapping[str, Sequence[str]]
"""The ids that references are drawn from, by the prefix of their kind."""

TAGS: tuple[str, ...] = ("fi", "en", "sv", "se", "pt-BR")
TRICKY = (
    "~", "null", "no", "yes", "0123", "12:30", "1_000", "-1", "- a", "-", "?", ": ", "a: b", "a:",
    "a #b", "#", "# a", " a", "a ", "\ta", "a\tb", "'", '"', "it's", '"a" b', "{", "[a, b]", "a, b",
    "}", "&a", "*a", "!a", "!!str a", "%a", "@a", "`a", "|", ">", "<<", "=", "---", "...", "--- a",
    "a\nb", "a\n", "\na", "a\n\nb", "a\n b", " a\nb", "a \nb", "a\n\n", "a\r\nb", "a\rb",
    "a\u2028b", "\ufeffa", "\\", "a\\nb", "ä", "😀", "<b>&amp;</b>", "${x}", "{x}", "%s",
)  # fmt: skip
"""Texts that a careless writer or reader of YAML, Markdown or HTML would change."""

ADDRESSES = (
    "https://example.org/a?b=c&d=%27#e",
    "http://[::1]:8080/",
    "HTTPS://ä.example/ö",
    "http://example.org/%20?a&b",
)
TAGGED = ("loans", "young people", "ä", "007", "no", "-", "#a", "a: b", "'", "{x}", "<b>", "😀")
"""Tags, some of them tricky."""
_HOLD_ADDRESSES = {
    (Source, "url"),
    (Municipality, "same_as"),
    (Subject, "match"),
    (Contact, "value"),
}
_NAMED = {"tags": TAGGED, "target_groups": ("KR1.2", "https://example.org/a")}
"""What fields with a form of their own may hold."""
_WORDS = ("a", "b", "mid-town", "x2", "l02")
_EARLIER = "<"
"""In place of a kind, the ids of those of the same kind that come before an element."""
Phased = Event | Decision | Action
_any_text = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r"), max_size=20
)


def words() -> st.SearchStrategy[str]:
    """Any text, tricky ones often."""
    return st.one_of(st.sampled_from(TRICKY), _any_text)


def texts() -> st.SearchStrategy[Text]:
    """A text in one to three languages; none of them blank."""
    said = words().filter(lambda text: not is_blank(text))
    return st.dictionaries(st.sampled_from(TAGS), said, min_size=1, max_size=3).map(Text)


def listed_texts() -> st.SearchStrategy[tuple[Text, ...]]:
    """Texts of a list, some with an id, none of them twice."""
    named = st.builds(NamedText, st.sampled_from(_WORDS), texts())

    def key(text: Text) -> object:
        return getattr(text, "id", text)

    return st.lists(texts() | named, max_size=3, unique_by=key).map(tuple)


@st.composite
def uncertain_dates(draw: st.DrawFn) -> UncertainDate:
    """A day known exactly, to the month or year, between two days, or on one side."""
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    iso = first.isoformat()
    return UncertainDate.parse(
        draw(
            st.sampled_from(
                [
                    iso,
                    iso[:7],
                    iso[:4],
                    {"earliest": iso, "latest": last.isoformat()},
                    {"earliest": iso},
                    {"latest": iso},
                ]
            )
        )
    )


def own_scalars() -> st.SearchStrategy[OwnScalar]:
    """A value of an own field: a text that does not look like a wrong day, a number, yes or no, a day."""
    said = words().filter(lambda text: not is_blank(text) and not text.startswith("0000-"))
    numbers = st.integers(-(10**20), 10**20) | st.decimals(-999, 999, places=2)
    return st.one_of(
        said, st.sampled_from(["12", "true", "84.20", "007"]), numbers, st.booleans(), st.dates()
    )


def extras() -> st.SearchStrategy[Extra]:
    """Own fields: values of every sort, and lists of them."""
    one = own_scalars()
    value = one | st.lists(one, min_size=1, max_size=3).map(tuple)
    names = st.sampled_from(["shelf", "opened_on", "name", "x-1", "extra"])
    return st.dictionaries(names, value, min_size=1, max_size=3).map(Extra)


_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    Extra: extras(),
    str: words(),
    bool: st.booleans(),
    date: st.dates(),
    timedelta: st.timedeltas(timedelta(0), timedelta(days=40_000)),
    Text: texts(),
    UncertainDate: uncertain_dates(),
}


def values(cls: type[Node], name: str, datatype: Any) -> st.SearchStrategy[Any]:
    """Values of a field that is no reference and no record, within its limits."""
    if name in _NAMED:
        return st.sampled_from(_NAMED[name])
    limits = _limits(cls, name)
    if "pattern" in limits:
        return st.from_regex(str(limits["pattern"]), fullmatch=True)
    if datatype in _NUMBERS:
        return _NUMBERS[datatype](**limits)
    if isinstance(datatype, type) and issubclass(datatype, Enum):
        return st.sampled_from(list(datatype))
    if get_origin(datatype) is Literal:
        literals = cast("tuple[str, ...]", get_args(datatype))
        return st.sampled_from(literals)
    return _SIMPLE[datatype]


def _limits(cls: type[Node], name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in cls.model_fields[name].metadata:
        for limit in ("pattern", "ge", "le", "max_digits", "decimal_places"):
            if getattr(part, limit, None) is not None:
                found[limit] = getattr(part, limit)
    return found


def _decimals(
    max_digits: int, decimal_places: int = 6, ge: int | None = None, le: int | None = None
) -> st.SearchStrategy[Decimal]:
    """Numbers within limits, also in other spellings: zeros at the end, exponents."""
    most = 10 ** (max_digits - decimal_places) - 1 if le is None else le
    least = -most if ge is None else ge
    return st.one_of(
        st.decimals(least, most, places=decimal_places),
        st.sampled_from([Decimal(0), Decimal("85.0"), Decimal("8E+1")]),
    )


def _integers(ge: int = -(2**62), le: int = 2**62) -> st.SearchStrategy[int]:
    return st.integers(ge, le)


def _floats(ge: float | None = None, le: float | None = None) -> st.SearchStrategy[float]:
    return st.floats(ge, le, allow_nan=False, allow_infinity=False)


_NUMBERS: dict[Any, Callable[..., st.SearchStrategy[Any]]] = {
    int: _integers,
    float: _floats,
    Decimal: _decimals,
}


def _of_field(cls: type[Node], spec: Spec, ids: Ids) -> st.SearchStrategy[Any]:
    if spec.is_ref:
        one = st.sampled_from(_named(spec, ids))
        return st.lists(one, max_size=3, unique=True).map(tuple) if spec.many else one
    if spec.record is not None:
        record = records(spec.record, ids)
        if not spec.many:
            return record
        return st.lists(record, max_size=3, unique_by=Record.natural_key).map(tuple)
    if spec.many and spec.datatype is Text:
        return listed_texts()
    held = (cls, spec.name) in _HOLD_ADDRESSES
    value = st.sampled_from(ADDRESSES) if held else values(cls, spec.name, spec.datatype)
    return st.lists(value, max_size=3).map(tuple) if spec.many else value


@st.composite
def records(draw: st.DrawFn, cls: type[Record], ids: Ids) -> Record:
    """A record with its required fields and a few of the others."""
    return cls.model_validate(draw(_fields(cls, ids)))


@st.composite
def _fields(draw: st.DrawFn, cls: type[Node], ids: Ids) -> dict[str, Any]:
    able = [spec for spec in specs(cls) if _can_be(spec, ids)]
    names = [spec.name for spec in able if not spec.required]
    chosen = draw(st.sets(st.sampled_from(names), max_size=4)) if names else set[str]()
    fields = {
        spec.name: draw(_of_field(cls, spec, ids))
        for spec in able
        if spec.required or spec.name in chosen
    }
    if issubclass(cls, Record):
        local = st.sampled_from(_WORDS)
        fields["id"] = draw(local if cls.key == ("id",) else st.none() | local)
    return fields


def _can_be(spec: Spec, ids: Ids) -> bool:
    """Whether there are elements for what a field, or a required field within it, refers to."""
    if spec.record is not None:
        return all(_can_be(inner, ids) for inner in specs(spec.record) if inner.required)
    return not spec.is_ref or bool(_named(spec, ids))


def _named(spec: Spec, ids: Ids) -> list[str]:
    """The ids that a reference may name; where it may not lead back, those of earlier elements."""
    if spec.prop.acyclic:
        return list(ids.get(_EARLIER, ()))
    return [id_ for kind in spec.targets or ELEMENTS for id_ in ids.get(kind.kind.prefix, ())]


@st.composite
def elements(draw: st.DrawFn, cls: type[KeptElement], ids: Ids, id_: str) -> KeptElement:
    """An element of a kind, with an id and any fields."""
    fields = draw(_fields(cls, ids))
    element = cls.model_validate({**fields, "id": id_})
    return _linked(element) if isinstance(element, Path) else element


def _linked(path: Path) -> Path:
    """The path with phases and ways on that are there."""
    ids = [step.id for step in path.steps]
    phases = [phase.id for phase in path.phases]
    steps = [
        step.model_copy(
            update={
                "phase": phases[at % len(phases)] if phases and step.phase is not None else None,
                "next": _distinct(
                    way.model_copy(update={"to": to})
                    for way, to in zip(step.next, ids, strict=False)
                ),
            }
        )
        for at, step in enumerate(path.steps)
    ]
    return path.model_copy(update={"steps": tuple(steps)})


def _distinct(ways: Iterable[Next]) -> tuple[Next, ...]:
    """Those that can be told apart: the id of one may be the step that another leads to."""
    return tuple({way.natural_key(): way for way in ways}.values())


@st.composite
def models(draw: st.DrawFn, kinds: Sequence[type[KeptElement]] = ELEMENTS) -> list[KeptElement]:
    """The elements of a whole model: at least one of each kind, in the order of kinds and ids."""
    ids = {
        cls.kind.prefix: sorted(
            f"{cls.kind.prefix}-{word}"
            for word in draw(st.sets(st.sampled_from(_WORDS), min_size=1, max_size=2))
        )
        for cls in kinds
    }
    made = [
        draw(elements(cls, {**ids, _EARLIER: ids[cls.kind.prefix][:at]}, id_))
        for cls in kinds
        for at, id_ in enumerate(ids[cls.kind.prefix])
    ]
    phases = {
        one.id: [phase.id for phase in one.phases] for one in made if isinstance(one, Project)
    }
    steps = {one.id: [step.id for step in one.steps] for one in made if isinstance(one, Path)}
    made = [_in_phase(one, phases) if isinstance(one, Phased) else one for one in made]
    return [_asked(one, steps) if isinstance(one, Guide) else one for one in made]


def _in_phase(one: Phased, phases: Mapping[str, Sequence[str]]) -> KeptElement:
    """The element in a phase that its project has, if in any."""
    there = phases.get(one.project or "", ())
    return one.replace(phase=there[0] if there and one.phase is not None else None)


def _asked(guide: Guide, steps: Mapping[str, Sequence[str]]) -> Guide:
    """The guide with questions that lead to a step that their path has, if to any."""
    questions = [
        one.model_copy(update={"step": next(iter(steps.get(one.to, ())), None)})
        if one.step is not None
        else one
        for one in guide.questions
    ]
    return guide.model_copy(update={"questions": tuple(questions)})


def _coverage_settings() -> st.SearchStrategy[CoverageSettings]:
    counts = st.none() | st.integers(0, 1000)
    shares = st.integers(0, 1000).map(Share)
    minimum = st.builds(
        Minimum,
        total=st.none() | shares,
        kind=st.dictionaries(st.sampled_from(["service", "path"]), shares),
        language=st.none() | shares,
    )
    return st.builds(
        CoverageSettings,
        needs=st.permutations(CoverageSettings().needs).map(tuple),
        unknown=st.sampled_from(UnknownAs),
        minimum=minimum,
        max_missing=counts,
        allow_empty=st.booleans(),
        costs=st.builds(Costs, write=st.integers(1, 9)),
    )


@st.composite
def settings(draw: st.DrawFn, networks: Sequence[Organisation] = ()) -> Settings:
    """Any settings; the network is one of `networks`, or none."""
    tags = draw(st.permutations(TAGS))
    cut = draw(st.integers(1, len(tags)))
    return Settings(
        name=draw(texts()),
        statement=draw(st.none() | texts()),
        network=draw(st.sampled_from([None, *(network.ref for network in networks)])),
        base=draw(st.sampled_from(["https://example.org/id/", "http://example.org/a#"])),
        languages=Languages(required=tuple(tags[:cut]), optional=tuple(tags[cut:])),
        as_of=draw(st.dates()),
        facts_older_than=draw(st.none() | st.integers(1, 1000)),
        coverage=draw(_coverage_settings()),
    )
