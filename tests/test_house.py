"""The house itself: modules stand alone, what is public is said and documented, imports are late."""

from __future__ import annotations

import ast
import inspect
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import get_type_hints

import pytest
from saying import words_of

import lumme_graph as lg
from lumme_graph.cli import command_line
from lumme_graph.cli.coverage import GROUPINGS, UNKNOWN_AS
from lumme_graph.elements.settings import UnknownAs
from lumme_graph.meta.docs import field_docs
from lumme_graph.meta.spec import specs
from lumme_graph.views.coverage import GROUPS

ROOT = Path(__file__).parents[1]
LUMME = ROOT / "models" / "lumme"
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(lg.__path__, "lumme_graph.")
    if module.name != "lumme_graph.__main__"
)
ALONE = """
import os, sys
from importlib import import_module
import graphviz, networkx, pydantic, pyoxigraph, rdflib, resvg_py, rich.table, typer, yaml
ground, *names = sys.argv[1:]
if ground:
    import_module(ground)
for name in names:
    child = os.fork()
    if child == 0:
        try:
            import_module(name)
        except BaseException as error:
            print(f"{name}: {type(error).__name__}: {error}", flush=True)
            os._exit(1)
        os._exit(0)
    os.waitpid(child, 0)
"""
"""Imports each module in a child of a process that has only imported the ground floor."""


def run(code: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot fork there")
def test_every_module_imports_alone() -> None:
    """Those above the elements stand on them, which is quicker and no less strict."""
    ground = [name for name in MODULES if name.split(".")[1] in {"base", "meta", "elements"}]
    assert len(ground) > 15
    assert len(MODULES) > 100
    assert run(ALONE, "", *ground) == ""
    assert (
        run(ALONE, "lumme_graph.elements.kinds", *(name for name in MODULES if name not in ground))
        == ""
    )


def test_the_names_of_the_package_are_sorted_and_there() -> None:
    assert dir(lg) == sorted({*dir(lg)})
    for name in dir(lg):
        assert getattr(lg, name) is not None
    with pytest.raises(AttributeError, match="lode"):
        getattr(lg, "lode")  # noqa: B009


def test_the_names_of_the_contract_are_public() -> None:
    """What the examples of the contract call, and every kind of element."""
    spoken = (
        "load read check coverage draw save edit to_rdf write_rdf ModelError ServiceGraph Settings"
    )
    assert {*spoken.split(), *(cls.__name__ for cls in lg.ELEMENTS)} <= set(dir(lg))


def test_no_package_has_the_name_of_a_function() -> None:
    """Python would put the package in the place of the function."""
    packages = {name.split(".")[1] for name in MODULES}
    assert packages.isdisjoint(dir(lg))


def test_packages_hold_nothing_but_what_they_are_for() -> None:
    """What is in a package stands in a module of it, where a reader looks for it."""
    for file in Path(lg.__file__ or "").parent.glob("*/**/__init__.py"):
        body = ast.parse(file.read_text("utf-8")).body
        assert len(body) <= 2 or file.parent.name == "cli", file


@pytest.mark.parametrize("name", dir(lg))
def test_what_is_public_is_documented(name: str) -> None:
    thing = getattr(lg, name)
    if name.isupper() or isinstance(thing, UnionType):  # Python keeps no docstring of these
        return
    doc = inspect.getdoc(thing) or ""
    assert doc.split("\n")[0].rstrip().endswith((".", "?", ":")), name
    assert thing.__module__.startswith("lumme_graph.")
    if not inspect.isclass(thing):
        return
    own = {key: member for key, member in vars(thing).items() if not key.startswith("_")}
    undocumented = [
        key
        for key, member in own.items()
        if inspect.isroutine(member) or isinstance(member, property)
        if not inspect.getdoc(member)
    ]
    assert undocumented == []


HINTS_LATER = {"DrawingKind": "the help lists the kinds, and must not wait for what they draw"}
"""Public classes whose type hints name what is not imported with them, and why."""


def routines(thing: object) -> Iterator[tuple[str, object]]:
    """A function, or a class with its constructor and public methods, by what each is called."""
    yield "", thing
    members = inspect.getmembers_static(thing) if inspect.isclass(thing) else []
    for name, member in members:
        if name == "__init__" or not name.startswith("_"):
            inner = getattr(member, "fget", None) or getattr(member, "__func__", member)
            if inspect.isfunction(inner) and inner.__module__.startswith("lumme_graph."):
                yield name, inner


@pytest.mark.parametrize("name", [name for name in dir(lg) if name not in HINTS_LATER])
def test_the_type_hints_of_what_is_public_can_be_read(name: str) -> None:
    """Notebooks, validators and makers of documentation ask for them when they run."""
    thing = getattr(lg, name)
    if not callable(thing):
        return
    for member, routine in routines(thing):
        assert isinstance(get_type_hints(routine), dict), member


def test_every_module_says_what_it_is() -> None:
    assert [name for name in MODULES if not (import_module(name).__doc__ or "").strip()] == []


@pytest.mark.parametrize("kind", lg.ELEMENTS, ids=lambda cls: cls.__name__)
def test_every_field_of_every_kind_is_labelled_and_documented(kind: type) -> None:
    seen: list[type] = [kind]
    for cls in seen:
        docs = field_docs(cls)
        for spec in specs(cls):
            label = spec.prop.label
            assert docs.get(spec.name), f"{cls.__name__}.{spec.name}"
            assert label.by_tag().get("fi", ""), f"{cls.__name__}.{spec.name}"
            assert words_of(label), f"{cls.__name__}.{spec.name}"
            assert label.by_tag().get("sv", ""), f"{cls.__name__}.{spec.name}"
            if spec.record and spec.record not in seen:
                seen.append(spec.record)


def ours(file: Path) -> set[str]:
    """The modules of ours that a file imports, at whichever moment."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, file
            found.add(node.module or "")
    return {name for name in found if name.split(".")[0] == "lumme_graph"}


def test_the_command_line_stands_on_the_public_names_alone() -> None:
    """So whatever it can do, a program in Python can."""
    files = sorted(Path(lg.__file__ or "").parent.glob("cli/*.py"))
    assert len(files) > 12
    allowed = {
        "lumme_graph",
        "lumme_graph.cli",
        "lumme_graph.cli._books",
        "lumme_graph.cli._outputs",
        "lumme_graph.cli._own_code",
        "lumme_graph.cli._received",
        "lumme_graph.cli._shared",
    }
    assert {file.name: more for file in files if (more := ours(file) - allowed)} == {}


def test_every_file_of_the_command_line_is_a_command() -> None:
    """One file a command, each listed once."""
    files = {file.stem for file in Path(lg.__file__ or "").parent.glob("cli/[!_]*.py")}
    assert {inspect.getmodule(one.callback) for one in command_line().registered_commands} == {
        import_module(f"lumme_graph.cli.{name}") for name in files
    }


def test_every_public_class_has_a_name_of_its_own() -> None:
    """One word a thing, so that a name says which class is meant."""
    places: dict[str, list[str]] = {}
    for file in sorted(Path(lg.__file__ or "").parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(file.name)
    assert len(places) > 200
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_the_command_line_offers_what_the_model_and_the_views_know() -> None:
    """These words stand in its own file, since help must not wait for pydantic."""
    assert set(UNKNOWN_AS) == {one.value for one in UnknownAs}
    assert list(GROUPINGS) == list(GROUPS)


@pytest.mark.parametrize("name", [name for name in dir(lg) if name.endswith("_FORMS")])
def test_forms_have_the_names_that_they_are_found_by(name: str) -> None:
    """Another form than there is names the nearest, and files find theirs by their ends."""
    forms = getattr(lg, name)
    first = next(iter(forms))
    assert [form.name for form in forms.values()] == list(forms)
    with pytest.raises(lg.FormError, match=rf"there is no form {first}x; did you mean {first}\?"):
        forms[f"{first}x"]
    with pytest.raises(lg.FormError, match=r"m\.doc: say the format, or end the name in \."):
        lg.form_of(Path("m.doc"), forms)
    for form in forms.values():
        assert lg.form_of(Path(f"M.{form.suffix.upper()}"), forms) == form.name


LOADED = """
import json, os, sys
from lumme_graph.cli import main
out, sys.stdout = sys.stdout, open(os.devnull, "w")
try:
    main()
except SystemExit as exit:
    assert not exit.code, exit.code
print(json.dumps(sorted(name for name in sys.modules if "." not in name)), file=out)
"""


def loaded_by(*words: str) -> set[str]:
    """The packages in memory after a command."""
    return set(json.loads(run(LOADED, *words)))


def test_help_loads_next_to_nothing() -> None:
    heavy = {"pydantic", "networkx", "rdflib", "pyoxigraph", "yaml", "graphviz", "resvg_py", "rich"}
    loaded = loaded_by("--help")
    assert "typer" in loaded
    assert loaded & heavy == set()


@pytest.mark.parametrize("command", ["check", "coverage"])
def test_reading_loads_no_engine(command: str) -> None:
    heavy = {"networkx", "rdflib", "pyoxigraph", "graphviz", "resvg_py"}
    heavy |= {"rich"} if command == "check" else set()
    loaded = loaded_by(command, str(LUMME))
    assert {"pydantic", "yaml"} <= loaded
    assert loaded & heavy == set()


def test_the_package_loads_nothing_until_it_is_asked() -> None:
    code = "import sys, lumme_graph; print(*sorted(m for m in sys.modules if m.startswith('lumme_graph')))"
    assert run(code) == "lumme_graph\n"


OF_RECORDS = {
    "lumme_graph.meta.walk": "is the walk",
    "lumme_graph.reading.merge": "follows one path into an element",
    "lumme_graph.reading.explain": "follows one path into an element",
    "lumme_graph.reading.write": "writes each record within its owner",
    "lumme_graph.editing.where": "follows one path into an element",
    "lumme_graph.editing.three_way_shape": "says of which class the parts of a field are",
    "lumme_graph.graph.parts": "lists the records of one class that have local ids",
    "lumme_graph.graph.where_used": "follows one path into an element",
    "lumme_graph.graph.fingerprint": "folds each record into the content of its owner",
    "lumme_graph.analysis.renames": "folds each record into the content of its owner",
    "lumme_graph.schema.pages": "lists the classes of records, each once",
    "lumme_graph.schema.words": "links to the page of a record",
    "lumme_graph.rdf.fields": "makes one plan a class",
    "lumme_graph.rdf.context": "says whether a private field holds records",
    "lumme_graph.rdf.declared": "lists the classes of records, each once",
    "lumme_graph.rdf.shape": "says in which shape a field stands",
    "lumme_graph.rdf.read.fields": "makes one plan a class",
    "lumme_graph.rdf.read.refused": "follows one path into an element",
    "lumme_graph.rdf.linked": "writes each record within its owner",
    "lumme_graph.rdf.own_vocabulary": "says of which class the parts of a field are",
    "lumme_graph.sheets.columns": "makes a table of each list, and columns of a single record",
    "lumme_graph.site.parts.record": "shows each record within its owner",
}
"""The modules that ask for the class of a field's records, and why the walk is not for them."""


def outside_walks(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a syntax tree but those that say what a walk is to find."""
    for child in ast.iter_child_nodes(node):
        is_walk = isinstance(child, ast.Call) and ast.unparse(child.func) == "Walk"
        if not is_walk:
            yield child
            yield from outside_walks(child)


def test_nobody_else_walks_through_records() -> None:
    asking = {
        name
        for name in MODULES
        for node in outside_walks(ast.parse(Path(import_module(name).__file__ or "").read_bytes()))
        if isinstance(node, ast.Attribute) and node.attr == "record"
        if ast.unparse(node.value) in {"s", "spec", "stop", "field"}
    }
    assert asking == {*OF_RECORDS}


def test_no_module_is_too_large_to_read() -> None:
    """Code only; lists of declared fields may be longer."""
    lines = {
        name: len(Path(file).read_text(encoding="utf-8").splitlines())
        for name in MODULES
        if (file := import_module(name).__file__) and ".elements." not in name
    }
    assert {name: n for name, n in lines.items() if n > 400} == {}
