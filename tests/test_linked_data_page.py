"""What the page for data people says is true: its commands run, its questions have its answers."""

from __future__ import annotations

import re
import shlex
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store
from rdf_models import export, model
from running import lumme

from lumme_graph.analysis.coverage.result import coverage
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.rdf.vocabulary import PREFIXES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "linked-data.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(
    r"^### ([^\n]+)\n.*?^```sparql\n(.*?)^```\n\n((?:\|[^\n]*\n)+)", PAGE, re.MULTILINE | re.DOTALL
)
(NAMES,) = re.findall(r"^```sparql\n((?:PREFIX [^\n]*\n)+)```", PAGE, re.MULTILINE)


def table(*rows: list[str]) -> str:
    """A table of Markdown: the first row is its head."""
    head, *rest = rows
    lines = [head, ["---"] * len(head), *rest]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


FORMS = {"turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG}


@cache
def store(form: str) -> Store:
    made = Store()
    made.load(export("lumme", form), format=FORMS[form])
    return made


def answer(query: str, form: str = "turtle") -> str:
    """The answer of models/lumme to a question, as the page shows it."""
    rows = store(form).query(NAMES + query, use_default_graph_as_union=form == "trig")
    assert isinstance(rows, QuerySolutions)
    head = [variable.value for variable in rows.variables]
    return table(head, *([shown(term) for term in row] for row in rows))


def shown(term: object) -> str:
    if isinstance(term, NamedNode):
        prefixes = {"id": "https://w3id.org/lumme-graph/lumme/", **PREFIXES}
        for prefix, namespace in prefixes.items():
            if term.value.startswith(namespace):
                return f"`{prefix}:{term.value.removeprefix(namespace)}`"
    return term.value if isinstance(term, Literal | NamedNode) else ""


def test_there_are_ten_questions() -> None:
    assert [int(title.partition(".")[0]) for title, _, _ in QUESTIONS] == [*range(1, 11)]
    assert len({query for _, query, _ in QUESTIONS}) == 10


@pytest.mark.parametrize(("title", "query", "said"), QUESTIONS)
def test_a_question_has_the_answer_of_the_page(title: str, query: str, said: str) -> None:
    assert answer(query) == said, title


def test_the_graphs_of_trig_give_the_same_answer_together() -> None:
    _, query, said = QUESTIONS[6]
    assert answer(query, "trig") == said


def test_one_question_goes_to_all_models_of_a_store() -> None:
    together = Store()
    names = ("lumme", "clwyd", "oberrhein", "worked")
    for name in names:
        together.load(export(name, "trig"), format=RdfFormat.TRIG)
    (query,) = re.findall(r"^```sparql\n(SELECT \?network.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    rows = together.query(NAMES + query)
    assert isinstance(rows, QuerySolutions)
    found = {tuple(getattr(term, "value", None) for term in row) for row in rows}
    counts = {name: coverage(model(name)).done for name in names}
    assert found == {
        (model(name).settings.base, str(done.n), str(done.d)) for name, done in counts.items()
    }
    assert ("https://w3id.org/lumme-graph/lumme/", "420", "888") in found


def test_the_table_of_kinds_is_what_is_declared() -> None:
    rows = [[kind.kind.label.by_tag()["en"], *_classes(kind.kind.iris)] for kind in ELEMENTS]
    assert table(["kind", "class of ours", "shared classes"], *rows) in PAGE


def _classes(iris: tuple[str, ...]) -> tuple[str, str]:
    own, *shared = iris
    return f"`{own}`", ", ".join(f"`{iri}`" for iri in shared)


@pytest.mark.parametrize("command", dict.fromkeys(re.findall(r"`(lumme [^`…]+)`", PAGE)))
def test_each_command_runs(command: str, tmp_path: Path) -> None:
    words = shlex.split(command)[1:]
    if "models/lumme" not in words and words[0] != "schema":
        return  # the bare name of a command, in a sentence, or one that needs a store
    if "-o" in words:
        out = words.index("-o") + 1
        words[out] = str(tmp_path / words[out])
    done = lumme(*words, cwd=ROOT)
    assert done.code == 0, done.err
    assert done.out if "-o" not in words else any(tmp_path.iterdir())


def test_the_snippet_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lumme.ttl").write_bytes(export("lumme", "turtle"))
    monkeypatch.chdir(tmp_path)
    (snippet,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(snippet, "linked-data.md", "exec"), {})  # noqa: S102 - that is the test
    assert int(out.getvalue()) == export("lumme", "ntriples").count(b"\n")
