"""Whatever the library refuses is a `KnownError`, of a class of its own where callers treat it apart."""

from __future__ import annotations

import inspect
import pickle
import pkgutil
from collections.abc import Callable
from copy import copy, deepcopy
from importlib import import_module
from pathlib import Path

import pytest

import lumme_graph as lg

INSIDE = {
    "CellRefused": "a cell of a sheet: told as one of `problems`",
    "NoSuchElementError": "what an edit does not find: an `EditError` and an `UnknownIdError` in one",
    "NoSuchPathError": "words of an edit: becomes an `EditError`",
    "PatchError": "a text that cannot be changed in place: becomes an `EditError`",
    "TranslationError": "a broken catalogue: told with its file as a `KnownError`",
    "TypesetError": "a document that Typst refuses: met as a `DrawError`, which it is",
    "UnaskableError": "the memory of a build begins anew",
    "UndigestibleError": "the memory of a build begins anew",
    "Unmeant": "a statement of RDF: noted, and the reading goes on",
    "Wrong": "a fault in RDF: becomes an `RdfError` where the file is known",
}
"""Exceptions that no caller meets by this name, and what becomes of them."""


def exceptions() -> dict[str, type[BaseException]]:
    """Every exception class of the package without a leading underscore, by name."""
    found: dict[str, type[BaseException]] = {}
    for module in pkgutil.walk_packages(lg.__path__, "lumme_graph."):
        if module.name == "lumme_graph.__main__":
            continue
        for name, thing in vars(import_module(module.name)).items():
            is_ours = inspect.isclass(thing) and thing.__module__.startswith("lumme_graph.")
            if is_ours and issubclass(thing, BaseException) and not name.startswith("_"):
                found[name] = thing
    return found


FOUND = exceptions()
PUBLIC = sorted(FOUND.keys() - INSIDE.keys())


def test_every_exception_that_a_caller_can_meet_is_public_and_under_one_class() -> None:
    assert FOUND.keys() >= INSIDE.keys()
    assert [name for name in PUBLIC if getattr(lg, name, None) is not FOUND[name]] == []
    assert [name for name in PUBLIC if not issubclass(FOUND[name], lg.KnownError)] == []


def test_every_public_exception_is_named_on_the_page_about_errors() -> None:
    page = Path(__file__).parents[1] / "docs" / "developers" / "how-to" / "errors-apart.md"
    text = page.read_text("utf-8")
    assert [name for name in PUBLIC if f"`{name}`" not in text and name != "KnownError"] == []


GRAPH = lg.example()


def brought(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    lg.new(folder)
    return folder


def garbage(tmp_path: Path, name: str) -> str:
    file = tmp_path / name
    file.write_text("{ this is nothing", encoding="utf-8")
    return str(file)


@lg.own_check("KY009", "a", "b")
def failing(_: lg.Day) -> list[lg.Hit]:
    """A check that fails."""
    return [lg.Hit("service-lone")]


MET: dict[str, Callable[[Path], object]] = {
    "BaselineError": lambda at: lg.assess_with(
        GRAPH, lg.CoverageOptions(baseline=garbage(at, "known.json"))
    ),
    "BookError": lambda at: lg.take_book(brought(at), garbage(at, "book.xlsx")),
    "DateError": lambda _: lg.UncertainDate.parse("spring"),
    "DayError": lambda _: lg.coverage(GRAPH, "spring"),
    "DrawError": lambda _: lg.draw(GRAPH, "source-rules"),
    "DuplicateIdError": lambda _: lg.ServiceGraph([*GRAPH, *GRAPH], GRAPH.settings),
    "EditError": lambda at: lg.edit(brought(at)).set("service-loan", "nam.en", "X"),
    "EditionError": lambda _: lg.build(GRAPH, editions=["custommer"]),
    "ExchangeError": lambda at: lg.receive(garbage(at, "x.json")),
    "FontError": lambda at: lg.draw(
        GRAPH, "path-hold", fonts=lg.with_extra([garbage(at, "x.ttf")])
    ).pdf(),
    "FormError": lambda _: lg.COVERAGE_FORMS["jsn"],
    "GuideError": lambda _: lg.guide_pdf(lg.ServiceGraph([], GRAPH.settings)),
    "HistoryError": lambda at: lg.coverage_history(lg.assess(GRAPH), [garbage(at, "x.json")]),
    "LanguageError": lambda _: GRAPH.speaker("xx"),
    "ModelError": lambda at: lg.load(at / "nowhere"),
    "ObservedError": lambda at: lg.observe(GRAPH, "path-hold", at / "nowhere.csv"),
    "OutputError": lambda at: lg.save(GRAPH, garbage(at, "x")),
    "QueryError": lambda _: lg.query(GRAPH, "SELECT * {"),
    "OwnCheckError": lambda _: lg.check(GRAPH, more=[failing]),
    "RdfError": lambda at: lg.import_rdf(garbage(at, "x.ttl")),
    "RevisionError": lambda at: lg.read_revision(brought(at), "HEAD~7"),
    "SourceError": lambda _: lg.load({"../model.yaml": "as_of: 2026-08-22"}),
    "StoreError": lambda _: lg.push(GRAPH, "nowhere"),
    "ThemeError": lambda _: lg.themed(GRAPH, lg.Theme(logo="theme/logo.svg")),
    "UnknownCodeError": lambda _: lg.explain("LG71O"),
    "UnknownIdError": lambda _: GRAPH["path-hol"],
    "UnknownTagError": lambda _: lg.check(GRAPH, tag="no-such"),
    "UnknownNameError": lambda _: lg.ask(GRAPH, "trainigs"),
    "ValueRefusedError": lambda _: lg.Share.parse("101"),
    "WrongKindError": lambda _: GRAPH[lg.Path, "service-loan"],
}

RARE = {
    "BusyError": "tests/test_writes.py holds a lock while another run writes",
    "ChangedMeanwhileError": "tests/test_writes.py changes a file while it is read",
    "DocumentError": "tests/test_documents.py takes the extra away",
    "KnownError": "the base of all",
    "MissingExtraError": "tests/test_base_extras.py takes a package away",
    "WorkshopError": "tests/test_workshop_results.py writes wrong cells",
}


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_each_is_met_says_what_a_stranger_understands_and_survives_copies(
    name: str, tmp_path: Path
) -> None:
    if name in RARE:
        return
    with pytest.raises(lg.KnownError) as met:
        MET[name](tmp_path)
    error = met.value
    assert type(error).__name__ == name
    said = str(error)
    assert 15 < len(said) < 2000
    assert "object at 0x" not in said
    assert "lumme_graph." not in said
    assert "\n".join(error.lines) == said
    for other in (copy(error), deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301
        assert type(other) is type(error)
        assert str(other) == said


def test_the_lists_hold_every_public_exception_once() -> None:
    assert sorted([*MET, *RARE]) == sorted(PUBLIC)
