"""One way for everything that is given: an id, a day, a file, a language, a word of a list."""

from __future__ import annotations

import builtins
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import pytest
from pydantic import BaseModel

import lumme_graph as lg

GRAPH = lg.example()

INNER = {"Check", "Day", "DrawingKind", "Fault", "Offers", "Only", "Speaker", "UncertainDate"}
"""What the program itself is made of, and dates, which are compared with days."""

NO_ELEMENTS = {("Edit.set", "path"), ("ServiceGraph.place", "path")}
"""What is called so and names no element: the way to a value in one."""


class Parameter(NamedTuple):
    """A parameter of a public function or method, with what it may be."""

    of: str
    name: str
    types: frozenset[Any]


def flat(hint: Any) -> Iterator[Any]:
    """The classes in a type hint, however deep."""
    parts = get_args(hint)
    if not parts:
        yield hint
    for part in parts:
        several: list[Any] = part if isinstance(part, list) else [part]  # pyright: ignore[reportUnknownVariableType]
        for one in several:
            yield from flat(one)
    if parts and not isinstance(hint, type(str | None)):
        yield getattr(hint, "__origin__", hint)


def functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function, and every public method of a class that is there for callers."""
    for name in dir(lg):
        thing = getattr(lg, name)
        if inspect.isfunction(thing):
            yield name, thing
        elif inspect.isclass(thing) and name not in INNER and not issubclass(thing, BaseException):
            own: Mapping[str, Any] = {} if issubclass(thing, BaseModel) else vars(thing)
            for key, member in own.items():
                function = getattr(member, "__func__", member)
                if not key.startswith("_") and inspect.isfunction(function):
                    yield f"{name}.{key}", function


def parameters() -> list[Parameter]:
    found: list[Parameter] = []
    for of, function in functions():
        if not function.__module__.startswith("lumme_graph."):
            continue
        hints = get_type_hints(function)
        found += [
            Parameter(of, name, frozenset(flat(hint)))
            for name, hint in hints.items()
            if name != "return"
        ]
    return found


PARAMETERS = parameters()


def docstrings() -> Iterator[tuple[str, str]]:
    """What `help` says of the public functions, and of the classes and their methods."""
    for name in dir(lg):
        thing = getattr(lg, name)
        if inspect.isfunction(thing) or inspect.isclass(thing):
            yield name, thing.__doc__ or ""
    yield from ((name, function.__doc__ or "") for name, function in functions() if "." in name)


HELP = list(docstrings())


def test_what_help_names_is_there() -> None:
    named = [(of, name) for of, said in HELP for name in re.findall(r"\blg\.(\w+)", said)]
    assert len(named) > 30
    assert [one for one in named if not hasattr(lg, one[1])] == []
    errors = [(of, name) for of, said in HELP for name in re.findall(r"`(\w+Error)`", said)]
    assert len(errors) > 50
    public = vars(builtins).keys() | set(dir(lg))
    assert [one for one in errors if one[1] not in public] == []


def test_who_is_said_to_raise_the_same_is_there() -> None:
    """`as set does` is a method of the same class, or a public function."""
    ways = [
        (of, name)
        for of, said in HELP
        for name in re.findall(r"(?:Raises|and) as `([\w.]+)`", " ".join(said.split()))
    ]
    assert len(ways) > 5
    places = [getattr(lg, of.partition(".")[0]) if "." in of else lg for of, _ in ways]
    strange = [
        (of, name)
        for (of, name), place in zip(ways, places, strict=True)
        if not hasattr(place, name) and not hasattr(lg, name)
    ]
    assert strange == []
    assert [of for of, said in HELP if "as above" in said] == []


def test_help_imports_no_private_package() -> None:
    assert [of for of, said in HELP if re.search(r"(from|import) lumme_graph\.", said)] == []


def told(wrong: Iterable[Parameter]) -> list[str]:
    return [f"{one.of}({one.name})" for one in wrong]


def test_there_are_many_parameters() -> None:
    assert len(PARAMETERS) > 200


def test_a_day_is_called_as_of_and_is_a_date_or_text() -> None:
    days = [one for one in PARAMETERS if date in one.types]
    assert len(days) > 10
    assert (
        told(one for one in days if one.name not in {"as_of", "columns"} or str not in one.types)
        == []
    )


def test_a_file_or_folder_is_a_path_or_text() -> None:
    assert told(one for one in PARAMETERS if Path in one.types) == []
    paths = [one for one in PARAMETERS if any(one is PathLike for one in one.types)]
    assert len(paths) > 30
    assert told(one for one in paths if str not in one.types) == []


def test_what_names_an_element_takes_an_id_a_reference_or_the_element() -> None:
    """`element`, or what the element is in that place: the one name for a thing of the model."""
    names = {
        "at", "element", "event", "item", "library", "municipality", "old", "path", "profile",
    }  # fmt: skip
    named = [
        one
        for one in PARAMETERS
        if one.name in names and str in one.types and PathLike not in one.types
        if (one.of, one.name) not in NO_ELEMENTS
    ]
    assert len(named) > 20
    assert told(one for one in named if lg.Element not in one.types) == []
    several = [one for one in PARAMETERS if one.name == "ids"]
    assert told(one for one in several if lg.Element not in one.types) == []


ASKS_WHETHER = {
    "ServiceGraph.find",
    "ServiceGraph.has",
    "ServiceGraph.place",
    "ServiceGraph.written",
}
"""What tells of an id that it is not there, or is written nowhere, by what it gives back."""

OF_ANY_KIND = {
    "ModelDiff.of", "ServiceGraph.uses", "impact", "uses_summary", "where_used", "Edit.rename",
}  # fmt: skip
"""What is there for elements of every kind."""

WITHOUT_A_GRAPH = {"CoverLink.reaches", "Hit.at", "kind_of"}
"""What has no elements to look among."""


def _given(coverage: lg.Coverage, folder: Path) -> dict[str, object]:
    """What may stand for each needed parameter of the functions that take an id."""
    return {
        "graph": coverage.graph,
        "item": "service-loan",
        "library": coverage.libraries[0],
        "profile": "profile-home",
        "path": "path-hold",
        "at": coverage.libraries[0],
        "event": "event-x",
        "element": "path-hold",
        "ids": ["path-hold"],
        "kind": "journey",
        "file": folder / "new.xlsx",
        "folder": folder,
        "book": lg.GivenBook("x", ()),
        "value": "X",
        "old": "path-hold",
        "new": "path-other",
    }


IDS = [
    one
    for one in PARAMETERS
    if lg.Element in one.types and str in one.types and one.of not in ASKS_WHETHER | WITHOUT_A_GRAPH
    if (one.of, one.name) not in NO_ELEMENTS and one.name != "saved"
]


@pytest.fixture(scope="module")
def owners(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("ids") / "mine"
    lg.save(GRAPH, folder)
    found = lg.coverage(GRAPH)
    return {
        "Coverage": found,
        "ModelDiff": lg.diff(GRAPH, GRAPH),
        "ServiceGraph": GRAPH,
        "Edit": lg.edit(folder),
        "": _given(found, folder),
    }


def refused(owners: dict[str, Any], one: Parameter, wrong: str) -> type[BaseException]:
    """What is raised where a function is given a wrong id for one of its parameters."""
    owner, _, name = one.of.rpartition(".")
    function = getattr(owners[owner] if owner else lg, name)
    needed = {
        p.name: owners[""][p.name]
        for p in inspect.signature(function).parameters.values()
        if p.default is p.empty and p.kind is not p.VAR_POSITIONAL
    }
    if one.of == "Edit.set":
        needed["path"] = "name.en"
    if one.of == "write_journeys":
        needed["path"] = owners[""]["file"]
    with pytest.raises(lg.KnownError) as caught:
        function(**needed | {one.name: [wrong] if one.name == "ids" else wrong})
    assert len(str(caught.value)) > 15
    return type(caught.value)


@pytest.mark.parametrize("one", IDS, ids=lambda one: f"{one.of}({one.name})")
def test_a_misspelt_id_is_refused_with_the_nearest(owners: dict[str, Any], one: Parameter) -> None:
    assert issubclass(refused(owners, one, "service-lone"), lg.UnknownIdError)


@pytest.mark.parametrize(
    "one",
    [one for one in IDS if one.of not in OF_ANY_KIND],
    ids=lambda one: f"{one.of}({one.name})",
)
def test_an_id_of_a_kind_that_does_not_fit_is_refused(
    owners: dict[str, Any], one: Parameter
) -> None:
    others = lg.DrawError if one.of in {"draw", "draw_many"} else lg.EditError
    assert issubclass(refused(owners, one, "source-rules"), (lg.WrongKindError, others))


def test_no_parameter_has_a_name_of_its_own_for_what_has_one() -> None:
    """No `fmt`, `form`, `locale`, `date`, `day_`; a `tag` is of elements, never of a language."""
    strange = {"fmt", "form", "locale", "date", "day", "on", "filename", "dir"}
    named = [one for one in PARAMETERS if one.name in strange or one.name.endswith("_")]
    assert told(one for one in named if lg.Day not in one.types) == []


NAMES = (lg.UnknownNameError, "did you mean")


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: GRAPH["path-hol"], lg.UnknownIdError, "did you mean path-hold?"),
        (lambda: GRAPH[lg.Path, "service-loan"], lg.WrongKindError, "no Path but a Service"),
        (lambda: GRAPH.uses("path-hol"), lg.UnknownIdError, "did you mean path-hold?"),
        (lambda: GRAPH.subset("path-hol"), lg.UnknownIdError, "did you mean path-hold?"),
        (lambda: lg.where_used(GRAPH, "path-hol"), lg.UnknownIdError, "did you mean path-hold?"),
        (lambda: lg.impact(GRAPH, "path-hol"), lg.UnknownIdError, "did you mean path-hold?"),
        (lambda: lg.draw(GRAPH, "path-hol"), lg.UnknownIdError, "did you mean path-hold?"),
        (lambda: lg.observe(GRAPH, "path-hol", "x"), lg.UnknownIdError, "did you mean path-hold?"),
        (
            lambda: lg.write_journeys(GRAPH, "x.xlsx", ["path-hol"]),
            lg.UnknownIdError,
            "did you mean path-hold?",
        ),
        (lambda: lg.offered(GRAPH, "service-lone", "x"), lg.UnknownIdError, "mean service-loan?"),
        (lambda: lg.indicator(GRAPH, "indicator-x"), lg.UnknownIdError, "there are indicator-"),
        (lambda: lg.indicator(GRAPH, "path-hold"), lg.WrongKindError, "no Indicator but a Path"),
        (lambda: lg.accept_reviews(GRAPH, ["section-lons"]), lg.UnknownIdError, "section-loans?"),
        (lambda: lg.coverage(GRAPH).of("service-lone"), lg.UnknownIdError, "mean service-loan?"),
        (lambda: lg.coverage(GRAPH).gaps_at("path-hold"), lg.WrongKindError, "no Organisation"),
        (lambda: lg.coverage(GRAPH).used_by("profile-x"), lg.UnknownIdError, "there are profile-"),
        (
            lambda: lg.assess_with(GRAPH, lg.CoverageOptions(profile="profile-x")),
            lg.UnknownIdError,
            "there are profile-",
        ),
        (lambda: lg.ask(GRAPH, "trainigs"), lg.UnknownNameError, "did you mean trainings?"),
        (lambda: lg.QUESTIONS["trainigs"], lg.UnknownNameError, "did you mean trainings?"),
        (lambda: lg.ask(GRAPH, "trainings").total("x"), lg.UnknownNameError, "no total x"),
        (lambda: lg.CODES["LG71O"], lg.UnknownNameError, "did you mean LG71"),
        (lambda: lg.explain("LG71O"), lg.UnknownCodeError, "did you mean LG71"),
        (lambda: lg.check(GRAPH, select="LG71O"), lg.UnknownCodeError, "did you mean LG71"),
        (lambda: lg.draw(GRAPH, "path-hold", kind="jurney"), *NAMES),
        (lambda: lg.draw(GRAPH, "path-hold", sheet="a33"), *NAMES),
        (lambda: lg.draw_all(GRAPH, sheet="a33"), *NAMES),
        (lambda: lg.draw_blank(GRAPH, "jurney"), *NAMES),
        (lambda: lg.DRAWINGS["jurney"], *NAMES),
        (lambda: lg.workshop_sheets(GRAPH, "jurney"), *NAMES),
        (lambda: lg.build(GRAPH, editions=["custommer"]), *NAMES),
        (lambda: lg.guide_pdf(GRAPH, edition="stafff"), *NAMES),
        (lambda: lg.COVERAGE_FORMS["jsn"], *NAMES),
        (lambda: lg.export(GRAPH, "x.ttl", "turtl"), *NAMES),
        (lambda: lg.write_rdf(GRAPH, "x.ttl", "turtl"), *NAMES),
        (lambda: lg.import_rdf("x.ttl", "turtl"), *NAMES),
        (lambda: lg.receive(__file__, format="kirkantaa"), *NAMES),
        (lambda: lg.save_drawings([], "x.svg", "svgg"), *NAMES),
        (lambda: lg.report(GRAPH).lacking("pfd"), *NAMES),
        (lambda: lg.own_check("AB001", "a", "b", severity="warnin"), *NAMES),
        (lambda: lg.own_check("LG001", "a", "b"), lg.ValueRefusedError, "such as KY001"),
        (lambda: lg.draw(GRAPH, "path-hold", lang="xx"), lg.LanguageError, "there are fi, en"),
        (lambda: lg.build(GRAPH, "xx"), lg.LanguageError, "there are fi, en"),
        (lambda: lg.report(GRAPH, lang="xx"), lg.LanguageError, "there are fi, en"),
        (lambda: lg.export(GRAPH, "x.ttl", lang="xx"), lg.LanguageError, "there are fi, en"),
        (lambda: lg.rows(lg.coverage(GRAPH), "xx"), lg.LanguageError, "there are en"),
        (lambda: lg.coverage(GRAPH, "today"), lg.DayError, "write it as 2026-08-22"),
        (lambda: lg.on_day("SELECT * {}", "today"), lg.DayError, "write it as 2026-08-22"),
        (lambda: lg.Day.of(GRAPH, "today"), lg.DayError, "write it as 2026-08-22"),
        (lambda: lg.UncertainDate.parse("x"), lg.DateError, "write 2019, 2019-01 or 2019-01-31"),
        (lambda: lg.Share.parse("101"), lg.ValueRefusedError, "not a percentage"),
        (lambda: lg.Need(id="need-x", nam={"en": "X"}), lg.ValueRefusedError, "did you mean name?"),  # type: ignore[call-arg]
        (lambda: lg.ServiceGraph([*GRAPH, *GRAPH], GRAPH.settings), lg.DuplicateIdError, "the id"),
        (lambda: lg.draw(GRAPH, "path-hold").png(sheet=3), lg.DrawError, "there is no sheet 3"),
    ],
)
def test_what_is_wrong_is_said_at_once_with_what_may_be_meant(
    call: Callable[[], object], error: type[lg.KnownError], says: str
) -> None:
    with pytest.raises(error) as refused:
        call()
    assert says in str(refused.value)
    assert refused.value.lines == tuple(str(refused.value).split("\n"))


def test_files_and_days_are_taken_as_text(tmp_path: Path) -> None:
    folder = str(tmp_path / "mine")
    lg.new(folder)
    lg.write_file(f"{folder}/notes.txt", "a note")
    assert lg.revisions(folder) == []
    assert not lg.is_revision(folder, "HEAD")
    assert not lg.recover(folder)
    lg.add_schema(folder)
    lg.renew_schema(folder)
    assert lg.modeline(folder).endswith("$schema=.lumme/schema.json")
    graph = lg.load(folder)
    (svg,) = lg.save_drawings([lg.draw(graph, "path-hold")], f"{folder}/hold.svg")
    assert svg == Path(folder, "hold.svg")
    lg.build(graph, editions=["customer"]).write(f"{folder}-site")
    assert Path(f"{folder}-site", "index.html").is_file()
    assert lg.form_of("a.md", lg.COVERAGE_FORMS) == "md"
