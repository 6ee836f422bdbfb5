"""Checks and questions that a model names as its own: run where it is trusted, and never else."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from copy import deepcopy
from importlib import import_module
from operator import methodcaller
from pathlib import Path

import pytest
from past import past
from running import lumme

import lumme_graph as lg
from lumme_graph.base.aside import Aside
from lumme_graph.serve.read_site import Wanted, read_site
from lumme_graph.site.site import Site

MODEL = """\
name: {en: Lakes}
languages: {required: [en]}
as_of: 2026-08-22
"""
OFFER = """\
- id: service-loan
  name: {en: Lending}
  touchpoints: [touchpoint-desk]

- id: service-hold
  name: {en: Holds}
  search_words: {en: reservations}

- id: touchpoint-desk
  name: {en: Desk}
  channel: service-location
"""
CHECKS = '''\
import lumme_graph as lg


@lg.own_check("KY001", "{name} has no words to search by", "add search_words")
def no_search_words(day):
    """Customers use other words than we do."""
    for service in day.graph.all(lg.Service):
        if not service.search_words:
            yield lg.Hit(service, name=service.name["en"])


@lg.own_check("KY002", "{name} says no cost", "write cost", severity="error")
def no_cost(day):
    """Customers ask first what it costs."""
    for service in day.graph.all(lg.Service):
        if service.cost is None:
            yield lg.Hit(service, name=service.name["en"])


BOTH = (no_search_words, no_cost)
'''
QUESTIONS = '''\
import lumme_graph as lg


@lg.own_question("Which services have no words to search by?")
def words_to_search_by(day):
    """Customers use other words than we do."""
    found = day.all(lg.Service)
    words = [one.search_words for one in found]
    bare = [one for one in found if not one.search_words]
    columns = {"service": found, "search words": words}
    return lg.answer(day, columns, "{n} of {of} have none", totals={"without": bare})
'''


def files(named: str, **modules: str) -> dict[str, str | bytes]:
    """A model whose settings end with `named`, and modules beside them."""
    code = {f"{name}.py": text for name, text in modules.items()}
    return {"model.yaml": MODEL + named, "offer.yaml": OFFER, **code}


def written(folder: Path, named: str, **modules: str) -> Path:
    for name, text in files(named, **modules).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def own(graph: lg.ServiceGraph) -> list[tuple[str, str]]:
    """The codes that are not ours, and the elements they are found on."""
    return [(one.code, one.element) for one in lg.check(graph) if not one.code.startswith("LG")]


def failures(graph: lg.ServiceGraph) -> list[tuple[str, str, str]]:
    """What is wrong with own code: where in the model, in which words, what to do."""
    found = [one for one in lg.check(graph) if one.code == "LG109"]
    return [(str(one.place), one.message(), one.advice()) for one in found]


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        ("checks: our_checks\n", ["KY001", "KY002", "KY002"]),
        ("checks: [our_checks:BOTH]\n", ["KY001", "KY002", "KY002"]),
        ("checks: [our_checks:no_cost]\n", ["KY002", "KY002"]),
        ("checks: [our_checks:no_cost, our_checks:no_search_words]\n", ["KY001", "KY002", "KY002"]),
    ],
)
def test_a_trusted_model_is_checked_by_its_own_checks(named: str, codes: list[str]) -> None:
    graph = lg.load(files(named, our_checks=CHECKS), trust=True)
    assert sorted(code for code, _ in own(graph)) == codes
    assert failures(graph) == []
    assert [one.code for one in lg.check(graph) if one.code in {"LG306", "LG310"}] == []


def test_without_trust_nothing_of_it_is_read_and_that_is_said(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    code = f"open({str(mark)!r}, 'w').close()\n"
    folder = written(tmp_path / "m", "checks: [bad]\nquestions: [worse:Q]\n", bad=code, worse=code)
    graph = lg.load(folder)
    (said,) = [one for one in lg.check(graph) if one.code == "LG310"]
    assert said.message() == "code of the model's own was not run: bad, worse:Q"
    assert said.severity == "info"
    assert said.place == lg.Place(f"{folder.as_posix()}/model.yaml", 4, 1)
    for words in (("check",), ("coverage",), ("ask",), ("build", "-o", str(tmp_path / "site"))):
        told = lumme(words[0], str(folder), *words[1:])
        assert told.err.count("was not run (bad, worse:Q)") == 1, words
    assert not mark.exists()
    lg.load(folder, trust=True)
    assert mark.exists()


def test_nothing_is_left_of_an_import(tmp_path: Path) -> None:
    modules = {
        "rules/__init__": "",
        "rules/cost": CHECKS.replace("KY00", "KY10"),
        "words": "from helping import KIND\n" + CHECKS.replace("lg.Service", "KIND"),
        "helping": "import lumme_graph as lg\nKIND = lg.Service\n",
    }
    folder = written(tmp_path / "m", "checks: [rules.cost, words]\n", **modules)
    before = sys.path[:], sys.meta_path[:], set(sys.modules), sys.dont_write_bytecode
    graph = lg.load(folder, trust=True)
    assert {code for code, _ in own(graph)} == {"KY001", "KY002", "KY101", "KY102"}
    assert (sys.path, sys.meta_path, sys.dont_write_bytecode) == (*before[:2], before[3])
    assert {"rules", "rules.cost", "words", "helping"}.isdisjoint(sys.modules)
    assert [one.name for one in folder.rglob("*") if "pyc" in one.name] == []


def test_two_models_have_modules_of_one_name_each_its_own() -> None:
    first = lg.load(files("checks: our_checks\n", our_checks=CHECKS), trust=True)
    other = CHECKS.replace("KY00", "KZ00")
    second = lg.load(files("checks: our_checks\n", our_checks=other), trust=True)
    assert {code for code, _ in own(first)} == {"KY001", "KY002"}
    assert {code for code, _ in own(second)} == {"KZ001", "KZ002"}


def test_a_module_that_is_installed_is_found_after_those_of_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared_rules_of_ours.py").write_text(CHECKS, "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    named = "checks: shared_rules_of_ours:no_cost\n"
    assert {code for code, _ in own(lg.load(files(named), trust=True))} == {"KY002"}
    beside = files(named, shared_rules_of_ours=CHECKS.replace("KY00", "KZ00"))
    assert {code for code, _ in own(lg.load(beside, trust=True))} == {"KZ002"}
    assert {code for code, _ in own(lg.load(files(named), trust=True))} == {"KY002"}
    monkeypatch.delitem(sys.modules, "shared_rules_of_ours")


def test_a_module_of_python_itself_is_not_replaced() -> None:
    named = "checks: our_checks\n"
    graph = lg.load(
        files(named, our_checks=f"import colorsys\n{CHECKS}", colorsys="1 / 0"), trust=True
    )
    assert failures(graph) == []


FAILING: list[tuple[str, dict[str, str], str, str, str]] = [
    (
        "[our_chekcs]",
        {"our_checks": CHECKS},
        "4:10",
        "our_chekcs: there is no module our_chekcs beside model.yaml, nor an installed one",
        "did you mean our_checks?",
    ),
    (
        "[never_heard_of_it]",
        {},
        "4:10",
        "never_heard_of_it: there is no module never_heard_of_it beside model.yaml, nor an installed one",
        "write never_heard_of_it.py beside model.yaml, or install what has it",
    ),
    (
        "[json.loads]",
        {},
        "4:10",
        "json.loads: there is no module json.loads beside model.yaml, nor an installed one",
        "did you mean json:loads?",
    ),
    (
        "[rules.hours]",
        {"rules/__init__": ""},
        "4:10",
        "rules.hours: there is no module rules.hours beside model.yaml, nor an installed one",
        "write rules/hours.py beside model.yaml, or install what has it",
    ),
    (
        "[our_checks]",
        {"our_checks": "from . import beside\n", "beside": ""},
        "4:10",
        (
            "our_checks: ImportError: attempted relative import with no known parent package, "
            "at model/our_checks.py:1:1"
        ),
        "write import and the name without dots: it is in no package",
    ),
    (
        "[our_checks]",
        {"our_checks": CHECKS.replace("KY002", "KY001")},
        "4:10",
        "our_checks: our_checks:no_search_words and our_checks:no_cost are both KY001",
        "keep one of the two, or give this one a name of its own",
    ),
    (
        "[our_checks:no_cost]",
        {"our_checks": CHECKS.replace('yield lg.Hit(service, name=service.name["en"])', "yield 5")},
        "4:10",
        ("our_checks:no_cost: KY002 failed: yield lg.Hit(…), not 5, at model/our_checks.py:12:1"),
        "mend the code there",
    ),
    (
        "[our_checks:no_cost]",
        {"our_checks": CHECKS.replace('yield lg.Hit(service, name=service.name["en"])', "pass")},
        "4:10",
        (
            "our_checks:no_cost: KY002 failed: a check yields lg.Hit(…); this gives NoneType, "
            "at model/our_checks.py:12:1"
        ),
        "mend the code there",
    ),
    (
        "[our_checks:no_cots]",
        {"our_checks": CHECKS},
        "4:10",
        "our_checks:no_cots: our_checks has no no_cots",
        "did you mean our_checks:no_cost?",
    ),
    (
        "[our_checks:plain]",
        {"our_checks": "def plain(day): ...\n"},
        "4:10",
        "our_checks:plain: plain is not made by @lg.own_check",
        "write @lg.own_check(…) above it",
    ),
    (
        "[our_checks]",
        {"our_checks": "X = 1\n"},
        "4:10",
        "our_checks: there is none in our_checks",
        "name what @lg.own_check stands above, or a tuple of such, or the module alone",
    ),
    (
        "[our_checks:THEM]",
        {"our_checks": f"{CHECKS}THEM = [no_cost, 5]\n"},
        "4:10",
        "our_checks:THEM: int is not made by @lg.own_check",
        "name what @lg.own_check stands above, or a tuple of such, or the module alone",
    ),
    (
        "[our_questions]",
        {"our_questions": QUESTIONS},
        "4:10",
        "our_questions: there is none in our_questions",
        "name what @lg.own_check stands above, or a tuple of such, or the module alone",
    ),
    (
        "[our_questions:words_to_search_by]",
        {"our_questions": QUESTIONS},
        "4:10",
        "our_questions:words_to_search_by: this belongs under questions",
        "name it there",
    ),
    (
        "[our_checks, our_checks:no_cost]",
        {"our_checks": CHECKS},
        "4:22",
        "our_checks:no_cost: KY002 is there already, from our_checks",
        "keep one of the two, or give this one a name of its own",
    ),
    (
        "[our_checks]",
        {"our_checks": "import lumme_graph as lg\n\n1 / 0\n"},
        "4:10",
        "our_checks: ZeroDivisionError: division by zero, at model/our_checks.py:3:1",
        "mend the code there",
    ),
    (
        "[our_checks]",
        {"our_checks": "import sys\n\nsys.exit('no')\n"},
        "4:10",
        "our_checks: SystemExit: no, at model/our_checks.py:3:1",
        "mend the code there",
    ),
    (
        "[our_checks]",
        {"our_checks": "x = 1\nif x\n    pass\n"},
        "4:10",
        "our_checks: SyntaxError: expected ':', at model/our_checks.py:2:5",
        "mend the code there",
    ),
    (
        "[our_checks]",
        {"our_checks": "import not_there_at_all\n"},
        "4:10",
        "our_checks: ModuleNotFoundError: No module named 'not_there_at_all', at model/our_checks.py:1:1",
        "mend the code there",
    ),
    (
        "[our_checks]",
        {"our_checks": CHECKS.replace("service.cost", "service.costs")},
        "4:10",
        (
            "our_checks: KY002 failed: AttributeError: 'Service' object has no attribute 'costs', "
            "at model/our_checks.py:16:12"
        ),
        "mend the code there",
    ),
    (
        "[our_checks:no_cost]",
        {"our_checks": CHECKS.replace(", name=service", ", nam=service")},
        "4:10",
        (
            "our_checks:no_cost: KY002 failed: no value for {name}: give it to the Hit, "
            "at model/our_checks.py:12:1"
        ),
        "mend the code there",
    ),
    (
        "[our_checks:no_cost]",
        {
            "our_checks": CHECKS.replace(
                "if service.cost", "import beside\n        if service.cost"
            ),
            "beside": "",
        },
        "4:10",
        (
            "our_checks:no_cost: KY002 failed: ModuleNotFoundError: No module named 'beside', "
            "at model/our_checks.py:16:9"
        ),
        "import it at the top of the file: later what is beside it is not found",
    ),
    (
        "[our_checks]",
        {
            "our_checks": f'{CHECKS}\n\n@lg.own_check("KY003", "a", "b")\ndef none(day):\n    """N."""\n'
        },
        "4:10",
        (
            "our_checks: KY003 failed: a check yields lg.Hit(…); this gives NoneType, "
            "at model/our_checks.py:23:1"
        ),
        "mend the code there",
    ),
]


@pytest.mark.parametrize(("named", "modules", "place", "words", "mend"), FAILING)
def test_code_that_fails_is_a_finding_where_it_is_named(
    named: str, modules: dict[str, str], place: str, words: str, mend: str
) -> None:
    graph = lg.load(files(f"checks: {named}\n", **modules), trust=True)
    assert failures(graph) == [(f"model/model.yaml:{place}", words, mend)]


def test_what_a_module_does_to_the_ways_of_python_is_undone() -> None:
    before = sys.path[:]
    code = f"import sys\nsys.path.insert(0, 'elsewhere')\n{CHECKS}"
    graph = lg.load(files("checks: our_checks\n", our_checks=code), trust=True)
    assert failures(graph) == []
    assert sys.path == before


def test_what_is_installed_within_the_folder_stays_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model may be the root of a project, with its environment in it."""
    home = ".venv/site-packages"
    modules = {f"{home}/kept_by_us/__init__": "", f"{home}/kept_by_us/part": "X = 1\n"}
    code = f"from kept_by_us import part\n{CHECKS}"
    folder = written(tmp_path / "m", "checks: our_checks\n", our_checks=code, **modules)
    monkeypatch.setattr(sys, "path", [str(folder / home), *sys.path])
    kept = import_module("kept_by_us")
    graph = lg.load(folder, trust=True)
    assert failures(graph) == []
    assert sys.modules["kept_by_us"] is kept
    assert "kept_by_us.part" in sys.modules
    for name in ("kept_by_us.part", "kept_by_us"):
        monkeypatch.delitem(sys.modules, name)


def test_one_file_may_hold_both_and_parts_of_the_model_keep_them() -> None:
    ran = f"print('read')\n{CHECKS}\n\n" + QUESTIONS.partition("\n\n\n")[2]
    named = "checks: ours\nquestions: ours\n"
    graph = lg.load(files(named, ours=ran), trust=True)
    assert failures(graph) == []
    assert lg.ask(graph, "words-to-search-by", "2026-01-01").total("without") == 1
    part = graph.subset("service-hold").graph.on("2026-01-01")
    assert own(part) == [("KY002", "service-hold")]
    assert "words-to-search-by" in lg.questions_of(part)


def test_a_trusted_model_is_read_anew_in_each_process() -> None:
    graph = lg.load(files("checks: our_checks\n", our_checks=CHECKS), trust=True)
    with pytest.raises(TypeError, match="stays in its process: read the model there"):
        pickle.dumps(graph)
    assert own(deepcopy(graph)) == own(graph)


def test_the_preview_runs_them_again_where_it_is_trusted(tmp_path: Path) -> None:
    folder = written(tmp_path / "m", "checks: our_checks\n", our_checks=CHECKS)

    def told(*, trust: bool) -> list[str]:
        faults = read_site(Wanted(folder, Site, "en", trust=trust)).check()
        return [one.code for one in faults.lines] if faults else []

    assert told(trust=False) == []
    assert told(trust=True) == ["KY002", "KY002"]
    (folder / "our_checks.py").write_text(CHECKS.replace("KY002", "KZ002"), "utf-8")
    assert told(trust=True) == ["KZ002", "KZ002"]


def test_what_the_other_checks_find_stands_beside_a_failure() -> None:
    broken = CHECKS.replace("service.cost", "service.costs")
    graph = lg.load(files("checks: our_checks\n", our_checks=broken), trust=True)
    assert own(graph) == [("KY001", "service-loan")]


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("rules/our_checks.py:no_cost", "did you mean rules.our_checks:no_cost?"),
        ("our_checks.py", "did you mean our_checks?"),
        ("our checks", "the value is our checks"),
    ],
)
def test_a_name_that_names_no_code_is_refused_without_trust(name: str, mend: str) -> None:
    _, (found,) = lg.read(files(f"checks: [{name!r}]\n"))
    assert (found.code, found.place.line, found.place.column) == ("LG008", 4, 10)
    assert found.advice() == mend


def test_an_element_accepts_it_and_codes_are_selected_as_ours() -> None:
    model = files("checks: our_checks\n", our_checks=CHECKS)
    accepted = "  suppress: [{code: KY002, reason: free}, {code: KY001, reason: none}]\n"
    model["offer.yaml"] = OFFER.replace("[touchpoint-desk]\n", f"[touchpoint-desk]\n{accepted}")
    graph = lg.load(model, trust=True)
    assert own(graph) == [("KY002", "service-hold")]
    assert [one.code for one in lg.check(graph) if one.code == "LG407"] == []
    chosen = lg.check(graph, select="KY")
    assert [one.code for one in chosen] == ["KY002"]
    assert "KY002" not in {one.code for one in lg.check(graph, ignore="KY002")}
    with pytest.raises(lg.UnknownCodeError, match="there is no code KY009"):
        lg.check(graph, ignore="KY009")
    untrusted = lg.load(model)
    assert [one.code for one in lg.check(untrusted) if one.code == "LG407"] == []
    assert lg.check(untrusted, select="KY002") == ()
    with pytest.raises(lg.UnknownCodeError):
        lg.check(lg.load(files("")), select="KY002")


def test_checks_given_beside_them_may_not_have_their_codes() -> None:
    graph = lg.load(files("checks: our_checks\n", our_checks=CHECKS), trust=True)

    @lg.own_check("KY001", "a", "b")
    def again(_: lg.Day) -> list[lg.Hit]:
        return []

    with pytest.raises(ValueError, match="two checks have the code KY001"):
        lg.check(graph, more=[again])


def test_the_command_fails_by_an_error_of_its_own_alone_where_it_is_trusted(tmp_path: Path) -> None:
    folder = written(tmp_path / "m", "checks: our_checks\n", our_checks=f"print('hello')\n{CHECKS}")
    assert lumme("check", str(folder)).code == 0
    told = lumme("check", str(folder), "--trust", "--format", "json")
    assert told.code == 1
    data = json.loads(told.out)
    found = [one for one in data["findings"] if one["code"].startswith("KY")]
    assert [(one["name"], one["line"], one["severity"]) for one in found] == [
        ("no-search-words", 1, "warning"),
        ("no-cost", 1, "error"),
        ("no-cost", 5, "error"),
    ]
    assert "hello" in told.err
    assert lumme("check", str(folder), "--trust", "--ignore", "KY002").code == 0


def test_every_report_on_the_guide_tells_of_it(tmp_path: Path) -> None:
    graph = lg.load(files("checks: our_checks\n", our_checks=CHECKS), trust=True)
    judged = lg.assess(graph)
    sarif = json.loads(lg.COVERAGE_FORMS["sarif"].render(judged))["runs"][0]
    rules = {one["id"]: one for one in sarif["tool"]["driver"]["rules"]}
    assert rules["KY002"]["defaultConfiguration"] == {"level": "error"}
    assert rules["KY002"]["help"]["text"] == "Customers ask first what it costs."
    told = [one for one in sarif["results"] if one["ruleId"] == "KY002"]
    every = list(rules)
    assert [every[one["ruleIndex"]] for one in told] == ["KY002", "KY002"]
    data = json.loads(lg.COVERAGE_FORMS["json"].render(judged))
    assert [one["code"] for one in data["findings"]].count("KY001") == 1
    folder = tmp_path / "site"
    for code in ("KY002", "KZ002"):
        checks = CHECKS.replace("KY002", code)
        anew = lg.load(files("checks: our_checks\n", our_checks=checks), trust=True)
        lg.build(anew, "en", out=folder).write(folder)
        assert f">{code} no-cost" in (folder / "staff/en/findings.html").read_text("utf-8")
    diff = lg.diff(lg.load(files("")), graph)
    assert "<code>KY001</code> no-search-words" in lg.DIFF_FORMS["html"].render(diff)


def test_a_code_of_its_own_is_explained(tmp_path: Path) -> None:
    folder = written(tmp_path / "m", "checks: our_checks\n", our_checks=CHECKS)
    page = (
        "# KY002 no-cost (error)\n\nSays: <name> says no cost\nAdvises: write cost\n\n"
        "Customers ask first what it costs.\n"
    )
    assert lg.explain("KY002", graph=lg.load(folder, trust=True)) == page
    assert lg.explain("no-cost", graph=lg.load(folder, trust=True)) == page
    assert lumme("explain", "KY002", str(folder), "--trust").out == page
    for words in (("KY002",), ("KY002", str(folder))):
        told = lumme("explain", *words)
        assert told.code == 2
        assert "lumme explain KY002 MODEL --trust" in " ".join(told.err.split())
    with pytest.raises(lg.KnownError, match="did you mean KY002"):
        lg.explain("KY0022", graph=lg.load(folder, trust=True))


def test_a_revision_is_checked_by_the_checks_of_then(tmp_path: Path) -> None:
    folder = written(tmp_path / "m", "checks: our_checks\n", our_checks=CHECKS)
    (folder / "offer.yaml").write_text(OFFER.replace("{en: Lending}", "{en: Loans}"), "utf-8")
    past(folder)
    (folder / "our_checks.py").write_text(CHECKS.replace("KY00", "KZ00"), "utf-8")
    then, _ = lg.read_revision(folder, "HEAD", trust=True)
    assert {code for code, _ in own(then)} == {"KY001", "KY002"}
    assert {code for code, _ in own(lg.load(folder, trust=True))} == {"KZ001", "KZ002"}


# Questions.


def asked() -> lg.ServiceGraph:
    return lg.load(files("questions: our_questions\n", our_questions=QUESTIONS), trust=True)


def test_a_question_of_its_own_is_listed_and_answered_as_ours() -> None:
    graph = asked()
    assert list(lg.questions_of(graph)) == [*lg.QUESTIONS, "words-to-search-by"]
    answer = lg.ask(graph, "words-to-search-by")
    assert (answer.name, answer.row, str(answer.day)) == ("words-to-search-by", 0, "2026-08-22")
    assert answer.total("without") == 1
    assert graph.speaker("en")(answer.note).words == "1 of 2 have none"
    assert lg.rows(answer) == [
        {"service": "Lending", "service id": "service-loan", "search words": None},
        {"service": "Holds", "service id": "service-hold", "search words": "reservations"},
    ]
    assert "Lending" in str(methodcaller("_repr_html_")(answer))
    for form in lg.ANSWER_FORMS:
        assert "Lending" in lg.ANSWER_FORMS[form].render(graph, answer)
    assert json.loads(lg.ANSWER_FORMS["json"].render(graph, answer))["row"] is None
    for form in lg.QUESTION_FORMS:
        text = lg.QUESTION_FORMS[form].render(lg.questions_of(graph), lg.QUERIES)
        assert "Which services have no words to search by?" in text


def test_the_command_asks_it_where_it_is_trusted(tmp_path: Path) -> None:
    folder = written(tmp_path / "m", "questions: our_questions\n", our_questions=QUESTIONS)
    told = lumme("ask", str(folder), "words-to-search-by", "--trust", "--format", "json")
    assert json.loads(told.out)["note"] == "1 of 2 have none"
    assert "words-to-search-by" in lumme("ask", str(folder), "--trust").out
    refused = lumme("ask", str(folder), "words-to-search-by")
    assert refused.code == 2
    assert "they are asked with --trust" in refused.err
    assert "words-to-search-by" not in lumme("ask", str(folder)).out


def test_a_question_is_asked_in_python_alone() -> None:
    graph = lg.load(files(""))

    @lg.own_question("How many?", name="how-many")
    def anything(day: lg.Day) -> lg.Answer:
        note = lg.Label("{of}, and {more}").fill(more=3)
        return lg.answer(day, {"service": day.all(lg.Service)}, note)

    found = lg.ask(graph, anything)
    assert (found.name, graph.speaker("fi")(found.note).words) == ("how-many", "2, and 3")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            QUESTIONS.replace("one.search_words for", "one.words for"),
            (
                "model/our_questions.py:8:14: the question words-to-search-by failed: AttributeError: "
                "'Service' object has no attribute 'words'"
            ),
        ),
        (
            QUESTIONS.replace("return lg.answer", "lg.answer"),
            (
                "model/our_questions.py:4:1: the question words-to-search-by failed: TypeError: "
                "words-to-search-by gives no Answer: make one with lg.answer"
            ),
        ),
        (
            QUESTIONS.replace('"search words": words', '"search words": words[:1]'),
            (
                "model/our_questions.py:11:12: the question words-to-search-by failed: "
                "columns must have as many values as each other: service 2, search words 1"
            ),
        ),
    ],
)
def test_a_question_that_fails_says_where(code: str, words: str) -> None:
    graph = lg.load(files("questions: our_questions\n", our_questions=code), trust=True)
    with pytest.raises(lg.KnownError) as told:
        lg.ask(graph, "words-to-search-by")
    assert str(told.value) == words


def test_what_is_wrong_with_a_question_is_found_by_the_check() -> None:
    taken = QUESTIONS.replace("def words_to_search_by", "def personal_data")
    graph = lg.load(files("questions: [our_questions]\n", our_questions=taken), trust=True)
    assert failures(graph) == [
        (
            "model/model.yaml:4:13",
            (
                "our_questions: there is a question personal-data already: give yours another "
                "name, at model/our_questions.py:4:2"
            ),
            "mend the code there",
        )
    ]
    with pytest.raises(lg.KnownError, match="lumme check MODEL --trust says why"):
        lg.ask(graph, "words-to-search-by")


def test_the_site_answers_it_for_staff_where_it_is_trusted(tmp_path: Path) -> None:
    """Built over one that was not, over one whose answer was another, and over one that fails."""
    out = tmp_path / "site"
    page = out / "staff/en/questions-own.html"

    def build(code: str, *, trust: bool = True) -> str:
        model = files("questions: our_questions\n", our_questions=code)
        lg.build(lg.load(model, trust=trust), "en", out=out).write(out)
        return (out / "staff/en/questions.html").read_text("utf-8")

    assert "questions-own" not in build(QUESTIONS, trust=False)
    assert not page.exists()
    assert "questions-own.html#words-to-search-by" in build(QUESTIONS)
    assert "1 of 2 have none" in page.read_text("utf-8")
    assert "1 of 2 lack them" in build(QUESTIONS.replace("have none", "lack them"))
    assert "1 of 2 lack them" in page.read_text("utf-8")
    assert "This question failed: ZeroDivisionError: division by zero" in build(
        QUESTIONS.replace("found =", "found = 1 / 0 or")
    )
    assert "questions-own" not in build(QUESTIONS, trust=False)
    assert not page.exists()


def test_a_code_that_may_be_the_models_own_is_told_that_it_was_not_run() -> None:
    graph = lg.load(files("checks: our_checks\n", our_checks=CHECKS))
    with pytest.raises(lg.UnknownCodeError) as caught:
        lg.check(graph, select="VIRE")
    assert str(caught.value) == (
        "there is no code VIRE; if it is of the model's own, say that you trust that: --trust, trust=True"
    )
    with pytest.raises(lg.UnknownCodeError, match=r"^there is no code VIRE$"):
        lg.check(lg.load(files("")), select="VIRE")


def test_nothing_that_own_code_writes_gets_among_the_data(tmp_path: Path) -> None:
    """However it is written: printed, past `sys.stdout`, or by a program that it starts."""
    writes = """\
import os
import subprocess
import sys


def write(when):
    print(f"HELLO{{}} {when}")
    print(f"under {when}", file=sys.__stdout__)
    os.write(1, f"file {when}\\n".encode())
    subprocess.run([sys.executable, "-c", f"print('other {when}')"], check=True)


write("imported")
"""
    code = writes + CHECKS.replace("service.cost is None", 'write("run") is None')
    folder = written(tmp_path / "m", "checks: our_checks\n", our_checks=code)
    words = ["-m", "lumme_graph", "check", str(folder), "--trust", "--format", "json"]
    run = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)
    assert {one["code"] for one in json.loads(run.stdout)["findings"]} >= {"KY001", "KY002"}
    for when in ("imported", "run"):
        for how in ("HELLO{}", "under", "file", "other"):
            assert f"{how} {when}\n" in run.stderr


def test_the_output_is_as_before_after_two_threads_ran_own_code() -> None:
    """The first that begins ends first: what it found turned is not what is put back."""
    aside, before = Aside(), sys.stdout
    first, second = aside.turned(), aside.turned()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert sys.stdout is sys.stderr
    second.__exit__(None, None, None)
    assert sys.stdout is before
