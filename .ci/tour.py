"""Uses the installed library as people do: every command once, or what a script does.

`python .ci/tour.py` by the Python of an environment that has only the wheel with its extras, or
`--lean` by one with `lumme-graph-core`. The sources are not to be found from where it runs.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import lumme_graph as lg

TESTS = Path(__file__).parents[1].resolve() / "tests"
LUMME = Path(sysconfig.get_path("scripts"), "lumme")
COMMANDS = """\
new mine --name Lakes --languages en --libraries North
check model
check mine --strict
explain LG601
ask model personal-data
query model 'SELECT ?s { ?s a lg:Service }'
coverage model
review model
where-used model touchpoint-desk
build model -o site
guide model --pdf guide.pdf
report model -o report.docx
draw model --all -o drawings
draw model --all -o drawings.pdf
workshop model --kind journey -o wall
observed mine path-loan log.csv
export model -o model.ttl
export model -o model.ics
import model.ttl -o back
sheet out model book.xlsx
sheet in model book.xlsx
diff model back
update mine --help
merge base.yaml ours.yaml theirs.yaml
push model --help
rename mine path-loan path-borrow
translate cy mine
schema mine -o mine.schema.json
serve --help
"""
LOG = "case,step,time\n1,ask,2026-01-01\n1,lend,2026-01-02\n"
LEFT_OUT = {"networkx", "pyoxigraph", "rdflib", "resvg-py", "rich", "typer"}


def told(*words: str) -> str:
    """What a command prints, which must end well."""
    done = subprocess.run([LUMME, *words], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(
            f"lumme {shlex.join(words)}: {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def commands() -> None:
    """Run each command once on the example, or on a model of one's own."""
    for name, first, second in (("base", "A", "B"), ("ours", "AA", "B"), ("theirs", "A", "BB")):
        needs = (
            f"- {{id: need-a, name: {{en: {first}}}}}\n\n- {{id: need-b, name: {{en: {second}}}}}\n"
        )
        Path(f"{name}.yaml").write_text(needs, encoding="utf-8")
    Path("log.csv").write_text(LOG, encoding="utf-8")
    lines = COMMANDS.splitlines()
    for line in lines:
        told(*shlex.split(line))
    listed = told("--help").partition("Commands:")[2]
    missed = set(re.findall(r"^  ([a-z-]+)", listed, re.MULTILINE)) - {
        one.split()[0] for one in lines
    }
    if missed:
        raise SystemExit(f"the tour leaves out {', '.join(sorted(missed))}")
    preview()


def preview() -> None:
    """Read a page of the preview."""
    words = [str(LUMME), "serve", "model", "--port", "0"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, encoding="utf-8") as server:
        try:
            line = server.stderr.readline() if server.stderr else ""
            with urlopen(line.split()[-1]) as page:  # noqa: S310 - of the preview
                assert b"<h1" in page.read()
        finally:
            server.terminate()


def how_tos() -> None:
    """Run the pages for developers, as far as they need nothing that others bring."""
    sys.path.insert(0, str(TESTS))
    from past import past
    from snippets import desk, follow, pages, script

    for page in pages():
        with TemporaryDirectory() as folder:
            desk(page, Path(folder))
            if "read_revision" in script(page):
                past(Path(folder, "mine"))
            try:
                for block, said in follow(page, Path(folder)):
                    assert block.said in {None, said}, f"{page.name} says {block.said}, not {said}"
            except ModuleNotFoundError as error:
                print(f"{page.name}: not followed, for {error.name} is not there")


def whole() -> None:
    """What the wheel with all its extras must do."""
    commands()
    how_tos()


def lean() -> None:
    """What a script does with the least that it needs, and what it is told of the rest."""
    there = {one.name.lower().replace("_", "-") for one in distributions()}
    assert not there & LEFT_OUT, there & LEFT_OUT
    graph = lg.load("model")
    assert graph == lg.example()
    assert lg.FINDING_FORMS["text"].render(graph, lg.check(graph), "fi")
    assert lg.COVERAGE_FORMS["csv"].render(lg.assess(graph), "en")
    assert lg.rows(lg.coverage(graph))
    for name in lg.QUESTIONS:
        assert lg.ANSWER_FORMS["json"].render(graph, lg.ask(graph, name), "en")
    lg.edit("model").set("touchpoint-desk", "name.en", "Counter")
    (changed,) = lg.diff(graph, lg.load("model")).elements
    assert changed.element.id == "touchpoint-desk"
    assert "Counter" in lg.DIFF_FORMS["md"].render(lg.diff(graph, lg.load("model")), "en")
    assert lg.draw(graph, next(iter(graph.all(lg.Path))).id).svg.startswith("<?xml")
    assert {"load", "check", "coverage", "draw"} <= set(dir(lg))
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: lg.to_rdf(graph), "for RDF, install the rdf extra"),
        (lambda: lg.export(graph, "model.ttl"), "for RDF, install the rdf extra"),
        (lambda: lg.build(graph, "en").write(Path("site")), "for RDF, install the rdf extra"),
        (lg.draw_all(graph)[0].png, "for pictures as PNG, install the drawings extra"),
        (lambda: lg.guide_pdf(graph), "for PDF, install the pdf extra"),
        (lambda: lg.write_book(graph, "book.xlsx"), "for spreadsheets, install the sheets extra"),
        (
            lambda: lg.report(graph, lang="en").save("r.docx"),
            "for Word files, install the word extra",
        ),
        (graph.networkx, "for graphs of networkx, install the networkx extra"),
        (
            lambda: lg.COVERAGE_FORMS["text"].render(lg.assess(graph), "en"),
            "for tables as text, install the text extra",
        ),
    ]
    for call, words in refused:
        try:
            call()
        except lg.MissingExtraError as error:
            said = str(error)
        else:
            said = ""
        assert said == f"{words}: pip install 'lumme-graph-core[{words.split()[-2]}]'", words


if __name__ == "__main__":
    with TemporaryDirectory() as desk_of_mine:
        os.chdir(desk_of_mine)
        assert not Path(lg.__file__).is_relative_to(TESTS.parent / "src")
        lg.save(lg.example(), "model")
        lean() if "--lean" in sys.argv else whole()
