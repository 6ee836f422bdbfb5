"""What the command line prints and writes can be had from Python, by the public names alone."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.sheets.given import GivenBook

ROOT = Path(__file__).parents[1]
CLWYD = Path("tests/models/clwyd")


@pytest.fixture
def graph(monkeypatch: pytest.MonkeyPatch) -> lg.ServiceGraph:
    monkeypatch.chdir(ROOT)
    return lg.load(CLWYD)


def printed(*words: object) -> str:
    return lumme(*words, cwd=ROOT).out


@pytest.mark.parametrize("form", [form for form in lg.ANSWER_FORMS if form != "text"])
def test_an_answer(graph: lg.ServiceGraph, form: str) -> None:
    """A program in Python gets CSV without the mark that spreadsheets need."""
    text = lg.ANSWER_FORMS[form].render(graph, lg.ask(graph, "personal-data"), "fi")
    told = printed("ask", CLWYD, "personal-data", "--format", form, "--lang", "fi")
    assert told == lg.ANSWER_FORMS[form].opening + text
    assert not text.startswith("\ufeff")


def test_an_answer_in_words_short_and_whole(graph: lg.ServiceGraph) -> None:
    answer = lg.ask(graph, "personal-data")
    render = lg.ANSWER_FORMS["text"].render
    assert render(graph, answer) == printed("ask", CLWYD, "personal-data")
    whole = render(graph, answer, look=lg.Look(whole=True))
    assert whole == printed("ask", CLWYD, "personal-data", "--details")
    assert whole != render(graph, answer)


def test_the_list_of_questions_has_the_forms_of_an_answer() -> None:
    """`lumme ask` prints either with one `--format`."""
    assert list(lg.QUESTION_FORMS) == list(lg.ANSWER_FORMS)


@pytest.mark.parametrize("form", list(lg.COVERAGE_FORMS))
def test_the_judgement_on_the_guide(graph: lg.ServiceGraph, form: str) -> None:
    text = lg.COVERAGE_FORMS[form].render(lg.assess(graph), "en")
    told = printed("coverage", CLWYD, "--format", form)
    assert told == lg.COVERAGE_FORMS[form].opening + text


@pytest.mark.parametrize("form", list(lg.HISTORY_FORMS))
def test_coverage_over_time(graph: lg.ServiceGraph, tmp_path: Path, form: str) -> None:
    saved = tmp_path / "before.json"
    earlier = lg.assess(graph.on(date(2026, 1, 1)))
    lg.write_file(saved, lg.COVERAGE_FORMS["json"].render(earlier))
    found = lg.assess(graph)
    past = lg.coverage_history(found, [saved])
    text = lg.HISTORY_FORMS[form].render(past, found.coverage)
    assert text == printed("coverage", CLWYD, "--history", saved, "--format", form)
    assert len(past.points) == 2


@pytest.mark.parametrize("form", list(lg.USE_FORMS))
def test_where_an_id_is_used(graph: lg.ServiceGraph, form: str) -> None:
    item = next(one.id for one in graph.all(lg.Service) if lg.where_used(graph, one.id))
    assert lg.USE_FORMS[form].render(graph, item) == printed(
        "where-used", CLWYD, item, "--format", form
    )


def test_what_waits_for_review_and_what_a_change_concerns(graph: lg.ServiceGraph) -> None:
    service = graph.all(lg.Service)[0].id
    waiting = lg.review_table(graph, lg.waiting_reviews(graph), graph.speaker("en"))
    behind = lg.impact_table(lg.impact(graph, service), graph.speaker("en"))
    assert f"{lg.table_text(waiting)}\n" == printed("review", CLWYD)
    assert f"{lg.table_text(behind)}\n" == printed("review", CLWYD, "--impact", service)
    assert len(waiting.records()) == len(lg.waiting_reviews(graph))


def test_a_model_from_its_beginning(tmp_path: Path) -> None:
    """Begun, renamed in, translated, described, drawn and built."""
    model = tmp_path / "m"
    lg.new(model, name="Lake libraries", languages=["en"], libraries=["North", "South"])
    first = lg.load(model)
    (path,) = first.all(lg.Path)
    done = lg.edit(model).rename(path.id, "path-borrow")
    lg.renew_schema(model)
    assert "path-borrow" in (model / ".lumme" / "schema.json").read_text("utf-8")
    said = done.told(first.speaker("en"))
    assert said[0].startswith(f"{path.id} → path-borrow")
    assert lg.translate(model, "cy").file == model / "locale" / "cy.po"
    graph = lg.load(model)
    files = lg.save_drawings(lg.draw_many(graph, ["path-borrow"], lang="en"), tmp_path / "drawn")
    assert [file.name for file in files] == ["path-borrow.en.svg"]
    assert "path-borrow" in lg.SCHEMA_FORMS["jsonschema"].render(graph)
    with pytest.raises(lg.OutputError, match="is not empty"):
        lg.new(model)


def test_what_a_code_means_and_what_there_is_no_code_for() -> None:
    assert lg.explain("LG601") == printed("explain", "LG601")
    assert lg.explain(lang="sv") == printed("explain", "--lang", "sv")
    with pytest.raises(lg.KnownError, match="there is no code LG61; did you mean LG"):
        lg.explain("LG61")


def bare(folder: Path, *elements: str) -> Path:
    (folder / "model.yaml").write_text("as_of: 2026-08-22\nlanguages: {required: [en]}\n", "utf-8")
    (folder / "paths.yaml").write_text("\n".join(elements), "utf-8")
    return folder


def test_a_site_leaves_out_overviews_of_nothing_but_no_path(tmp_path: Path) -> None:
    path = "- {id: path-a, name: {en: A}, service: service-a, steps: []}"
    service = "- {id: service-a, name: {en: S}}"
    built = lg.build(lg.read(bare(tmp_path, path, service))[0], "en")
    drawn = {name.rpartition("/")[2] for name in built.files if name.endswith(".svg")}
    assert "path-a.en.svg" in drawn
    assert not drawn & {"adoption.en.svg", "chain.en.svg"}
    assert {"en/path-a.html", "staff/en/path-a.html"} <= built.files.keys()
    shown = built.files["staff/en/drawings.html"].decode()
    assert "path-a.en.svg" in shown
    assert "adoption.en.svg" not in shown


def test_a_path_that_is_asked_for_by_name_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    model = bare(tmp_path, "- {id: service-a, name: {en: S}}")
    named = lumme("draw", model, "path-x", "-o", tmp_path / "out")
    assert (named.code, named.err) == (
        2,
        "lumme: there is no path-x in the model; there are none\n",
    )
    unnamed = lumme("draw", model, "--kind", "path", "-o", tmp_path / "out")
    assert unnamed.err == "lumme: name what to draw, or say --all; there are none\n"
    every = lumme("draw", model, "--all", "-o", tmp_path / "out")
    lacking = ("service paths", "customer profiles", "touchpoints", "service promises")
    told = "".join(f"Nothing to show: the model has no {what}\n" for what in lacking)
    assert (every.code, every.err) == (0, told)


def in_every_language(graph: lg.ServiceGraph, folder: Path) -> dict[str, Callable[[Any], object]]:
    """All that is public and takes a language."""
    found = lg.assess(graph)
    past = lg.coverage_history(found, [])
    answer = lg.ask(graph, "personal-data")
    used = graph.all(lg.Service)[0].id
    path = graph.all(lg.Path)[0].id
    finding = lg.Finding("LG601", lg.Place(""), lg.Label("it is so"), lg.Label("mend it"))
    imported = lg.ImportedModel(graph, "a.ttl")
    log = folder / "log.csv"
    steps = graph.all(lg.Path)[0].steps
    lines = (f"{case},{step.id},2026-01-01" for case in range(6) for step in steps)
    log.write_text("\n".join(["case,step,time", *lines]), "utf-8")
    observed = lg.observe(graph, path, log)
    received = lg.Received("kirkanta", date(2026, 9, 1), ("fi",), (), "A directory", "a.json")
    updated = lg.UpdatedModel(graph, graph, received, (), (), (), (), ())
    return {
        "speaker": graph.speaker,
        "Speaker": lg.Speaker,
        "in_language": lg.Speaker("fi").in_language,
        "spoken": lg.spoken,
        "message": finding.message,
        "advice": finding.advice,
        "records": answer.records,
        "rows": partial(lg.rows, answer),
        "columns": partial(lg.columns, answer),
        "build": partial(lg.build, graph),
        "guide_pdf": lambda lang: lg.guide_pdf(graph, lang=lang),
        "report": lambda lang: lg.report(graph, lang=lang),
        "guide_lacking": lambda lang: lg.guide_lacking(graph, lang=lang),
        "draw": lambda lang: lg.draw(graph, path, lang=lang),
        "draw_all": lambda lang: lg.draw_all(graph, lang=lang),
        "workshop_sheets": lambda lang: lg.workshop_sheets(graph, "needs", lang=lang),
        "write_journeys": lambda lang: lg.write_journeys(graph, folder / "j", [path], lang=lang),
        "write_workshop": lambda lang: lg.write_workshop(graph, folder / "w", "needs", lang=lang),
        "bring_workshop": lambda lang: lg.bring_workshop(CLWYD, GivenBook("b", ()), lang=lang),
        "write_book": lambda lang: lg.write_book(graph, folder / "b.xlsx", lang=lang),
        "take_book": lambda lang: lg.take_book(CLWYD, GivenBook("b", ()), lang=lang),
        "draw_blank": lambda lang: lg.draw_blank(graph, "path", lang=lang),
        "draw_observed": lambda lang: lg.draw_observed(graph, observed, lang=lang),
        "draw_many": lambda lang: lg.draw_many(graph, [path], lang=lang),
        "said": lambda lang: list(imported.said(lang)),
        "left_table": imported.left_table,
        "conflict_table": updated.conflict_table,
        "missing_table": updated.missing_table,
        "export": lambda lang: lg.export(graph, folder / "m.ttl", lang=lang),
        "uses_summary": partial(lg.uses_summary, graph, used),
        "explain": partial(lg.explain, "LG601"),
        "explain the list": partial(lg.explain, None),
        "preview": lambda lang: lg.preview(CLWYD, port=0, lang=lang),
        "new": lambda lang: lg.new(folder / "m", lang=lang),
        "new in languages": lambda lang: lg.new(folder / "m", languages=[lang]),
        "translate": partial(lg.translate, folder),
        "checks_page": lg.checks_page,
        "kinds_page": lg.kinds_page,
        **{
            f"observed {n}": partial(f.render, graph, observed)
            for n, f in lg.OBSERVED_FORMS.items()
        },
        "findings": partial(lg.FINDING_FORMS["json"].render, graph, []),
        "answer": partial(lg.ANSWER_FORMS["csv"].render, graph, answer),
        "questions": partial(lg.QUESTION_FORMS["text"].render, lg.QUESTIONS, lg.QUERIES),
        "queries_text": lg.queries_text,
        "uses": partial(lg.USE_FORMS["text"].render, graph, used),
        "schema": partial(lg.SCHEMA_FORMS["md"].render, None),
        **{f"coverage {n}": partial(f.render, found) for n, f in lg.COVERAGE_FORMS.items()},
        **{
            f"history {n}": partial(lg.HISTORY_FORMS[n].render, past, found.coverage)
            for n in ("text", "md", "svg")
        },
    }


IN_ANY = {"Speaker", "in_language", "say", "message", "advice", "questions", "queries_text"}
"""What says English where there are no words in a language, as a translation that is begun needs."""

OF_MODELS = {"new in languages", "translate"}
"""What makes words in any language."""


FIRST_BY_DEFAULT = {
    "build",
    "draw",
    "draw_all",
    "draw_blank",
    "draw_many",
    "draw_observed",
    "guide_pdf",
    "guide_lacking",
    "new",
    "take_book",
    "report",
    "workshop_sheets",
    "write_workshop",
    "bring_workshop",
}
"""What takes the first language of the model where none is said."""


def test_a_language_that_is_no_text_is_refused_at_once(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    for name, function in in_every_language(graph, tmp_path).items():
        for wrong in (
            5,
            b"fi",
            ["fi"],
            *([] if name in FIRST_BY_DEFAULT else [None]),
        ):
            with pytest.raises(TypeError, match=r"is no language: give its tag, such as 'fi'"):
                function(wrong)


def test_a_language_without_words_is_refused_with_those_that_there_are(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    for name, function in in_every_language(graph, tmp_path).items():
        if name in IN_ANY:
            assert function("xx"), name
        elif name not in OF_MODELS:
            for wrong in ("xx", ""):
                with pytest.raises(lg.LanguageError, match=rf"in '{wrong}'; .*here are .*en, .*fi"):
                    function(wrong)


def test_all_that_takes_a_language_is_tried_with_a_wrong_one(
    graph: lg.ServiceGraph, tmp_path: Path
) -> None:
    public = [getattr(lg, name) for name in dir(lg)]
    functions = {f.__name__: f for f in public if inspect.isfunction(f)}
    methods = {
        name: member
        for cls in public
        if inspect.isclass(cls)
        for name, member in vars(cls).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }
    taking = {
        name
        for name, routine in (functions | methods).items()
        if "lang" in inspect.signature(routine).parameters
    }
    assert taking <= set(in_every_language(graph, tmp_path))
    assert len(taking) > 10
