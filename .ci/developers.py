"""Makes the site for developers, docs/developers with the reference: `python .ci/developers.py OUT`.

It needs the extra `docs`. With `--scripts` it writes the Python of every page and of the notebook into OUT,
for type checkers.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from snippets import ROOT, files, notebook, pages, script

import lumme_graph as lg
from lumme_graph.elements.evidence import Stated
from lumme_graph.meta.checked import Checked
from lumme_graph.meta.docs import field_docs
from lumme_graph.meta.signature import field_types

DOCS = ROOT / "docs"
SIGNS = ("__call__", "__contains__", "__getitem__")
TAKEN = ("developers", "pictures", "reference", "gallery.md", "linked-data.md")
SETTINGS = {
    "project": "lumme_graph",
    "author": "The lumme_graph project",
    "release": lg.__version__,
    "root_doc": "developers/index",
    "extensions": "myst_parser,sphinx.ext.autodoc",
    "include_patterns": "developers/**,gallery.md,linked-data.md,reference/*.en.md",
    "default_role": "code",
    "html_theme": "furo",
    "html_title": "lumme_graph",
    "html_copy_source": False,
    "html_show_copyright": False,
    "html_static_path": "look",
    "html_css_files": "developers.css",
    "add_module_names": False,
    "myst_heading_anchors": 3,
    "autodoc_member_order": "bysource",
    "autodoc_preserve_defaults": True,
    "autodoc_typehints_format": "short",
    "python_maximum_signature_line_length": 100,
    "python_use_unqualified_type_names": True,
    "smartquotes": False,
    "suppress_warnings": "ref.python,misc.highlighting_failure",
}
LOOK = """
/* A hundred letters of a script fit into a line, where the window is wide enough for that. */
@media (min-width: 76em) and (max-width: 82em), (min-width: 90em) {
  .content { width: 52em; }
  .sidebar-drawer { width: calc(50% - 29em); }
}
@media (min-width: 76em) and (max-width: 82em) {
  .sidebar-drawer { width: calc(50% - 21.5em); }
}
/* The names of properties break, so that the words beside them have room. */
table.docutils td:last-child code { overflow-wrap: anywhere; white-space: normal; }
"""


def rooms() -> dict[str, dict[str, str]]:
    """The public names, each with its module, by the part of the library, as the stub lists them."""
    stub = ast.parse((ROOT / "src" / "lumme_graph" / "__init__.pyi").read_text(encoding="utf-8"))
    found: dict[str, dict[str, str]] = {}
    for line in stub.body:
        if isinstance(line, ast.ImportFrom) and line.module:
            room = found.setdefault(line.module.partition(".")[0], {})
            room.update({name.name: f"lumme_graph.{line.module}" for name in line.names})
    return found


def reference(folder: Path) -> None:
    """Write a page for each part of the library, one that lists all, and one of all commands."""
    folder.mkdir(parents=True)
    (folder / "api.rst").write_text("\n".join(_listed()), encoding="utf-8")
    for room, names in rooms().items():
        page = "\n".join(_api(room, names))
        (folder / f"api-{room}.rst").write_text(page, encoding="utf-8")
    (folder / "commands.md").write_text(commands(), encoding="utf-8")


def _about(room: str) -> str:
    """What a part of the library is, in one sentence."""
    about = inspect.getdoc(importlib.import_module(f"lumme_graph.{room}")) or ""
    return about.partition("\n")[0]


def _linked(found: re.Match[str]) -> str:
    """A public name as a link; code as it stands."""
    return found[1] or f":py:obj:`lg.{found[2]} <{found[2]}>`"


def _listed() -> Iterator[str]:
    """Where to begin, then every public name with its first sentence, by the part that has it."""
    title = "Every public name"
    begin = (lg.__doc__ or "").partition("Where to begin")
    said = re.sub(r"(`[^`]+`)|lg\.(\w+)", _linked, "".join(begin[1:]))
    yield from (title, "=" * len(title), "", ".. py:currentmodule:: lumme_graph", "", said, "")
    yield from (".. toctree::", "   :hidden:", "", *(f"   api-{room}" for room in rooms()), "")
    for room, names in rooms().items():
        yield from (room, "-" * len(room), "", _about(room), "")
        yield from (".. list-table::", "   :widths: 30 70", "")
        for name, module in sorted(names.items(), key=lambda one: one[0].lower()):
            thing = getattr(lg, name)
            constant = not (inspect.isclass(thing) or inspect.isroutine(thing))
            lines = _told(module, name) if constant else (inspect.getdoc(thing) or "").splitlines()
            first = " ".join(takewhile(str.strip, map(str.strip, lines)))
            yield from (f"   * - :py:obj:`{name}`", f"     - {first}")
        yield ""


def _api(room: str, names: dict[str, str]) -> Iterator[str]:
    yield from (room, "=" * len(room), "", _about(room), "")
    yield from (".. py:currentmodule:: lumme_graph", "")
    if Stated.__module__.startswith(f"lumme_graph.{room}."):
        yield from _stated()
    for name, module in sorted(names.items(), key=lambda one: one[0].lower()):
        thing = getattr(lg, name)
        if inspect.isclass(thing) and issubclass(thing, Checked):
            yield from _with_fields(name, thing)
        elif inspect.isclass(thing) and issubclass(thing, Exception):
            yield from (f".. autoexception:: lumme_graph.{name}", "   :show-inheritance:")
            yield from ("   :members:", "")
        elif inspect.isclass(thing):
            yield from (f".. autoclass:: lumme_graph.{name}", *_members(thing), "")
        elif inspect.isroutine(thing):
            yield from (f".. autofunction:: lumme_graph.{name}", "")
        else:
            yield from (f".. py:data:: {name}", "", *_told(module, name), "")


def _members(cls: type) -> Iterator[str]:
    """Which members are shown: fields and values too, which say all by their names, and what signs do."""
    yield "   :members:"
    if issubclass(cls, Enum | tuple) or is_dataclass(cls):
        yield "   :undoc-members:"
    signs = [sign for sign in SIGNS if getattr(vars(cls).get(sign), "__doc__", None)]
    if signs:
        yield f"   :special-members: {', '.join(signs)}"


def _with_fields(name: str, cls: type[Checked]) -> Iterator[str]:
    """A class with the fields that it declares, and what it can do."""
    able = [
        word
        for word, thing in vars(cls).items()
        if not word.startswith("_")
        and (inspect.isroutine(thing) or inspect.isdatadescriptor(thing))
    ]
    yield f".. autoclass:: lumme_graph.{name}"
    yield from (f"   :members: {', '.join(able)}", "") if able else ("",)
    yield from (f"   {line}" for line in _inherited(cls))
    yield from (f"   {line}" for line in _declared(cls))


def _declared(cls: type[Checked], option: str = "") -> Iterator[str]:
    """The fields that a class itself declares."""
    docs, types = field_docs(cls), field_types(cls)
    for field in inspect.get_annotations(cls):
        if field in docs:
            yield f".. py:attribute:: {field}"
            yield from (f"   {option}",) if option else ()
            yield from (f"   :type: {types[field]}", "") if field in types else ("",)
            yield from (*(f"   {line}" for line in docs[field].splitlines()), "")


def _inherited(cls: type[Checked]) -> Iterator[str]:
    """Which fields a class has from others, with a link to where they are explained."""
    own, said = set(inspect.get_annotations(cls)), []
    for owner in cls.__mro__[1:]:
        fields = [name for name in inspect.get_annotations(owner) if name in cls.model_fields]
        if told := ", ".join(f"`{name}`" for name in fields if name not in own):
            place = f":py:obj:`{owner.__name__}`"
            said.append(f"of {':ref:`every claim <stated>`' if owner is Stated else place}: {told}")
        own.update(fields)
    yield from (f"Fields {'; '.join(said)}.", "") if said else ()


def _stated() -> Iterator[str]:
    """What every claim says of itself; the class that declares it has no public name."""
    yield from (".. _stated:", "", "Every claim", "-----------", "")
    yield from (
        "How it stands, and on what, is said of most elements and of many of their parts.",
        "",
    )
    yield from _declared(Stated, ":no-index:")
    yield from ("Every class", "-----------", "")


def _readable(_app: object, *told: Any) -> tuple[str | None, str | None]:
    """A signature in which a default that has no words of its own, or too many, is an ellipsis."""
    *_, signature, returns = told
    if signature:
        signature = re.sub(r"(?<== )(<.+?>|lambda .+?)(?=[,)])", "...", signature)
        signature = re.sub(r"(?<== )([A-Z]\w*)\([^()]+\)", r"\1(...)", signature)
    return signature, returns


def _plain(*told: Any) -> None:
    """Link the classes that a docstring names; take away what Python says of a field of a named tuple."""
    *_, lines = told
    if lines and lines[0].startswith("Alias for field number"):
        lines.clear()
    lines[:] = [re.sub(r"(?<![`:\w])`([A-Z]\w+)`", _to_class, line) for line in lines]


def _to_class(found: re.Match[str]) -> str:
    """A public name as a link; any other word as it stands."""
    return f":py:obj:`{found[1]}`" if hasattr(lg, found[1]) else found[0]


def _told(module: str, name: str) -> Iterator[str]:
    """What the source says below a constant."""
    from sphinx.pycode import ModuleAnalyzer

    said = ModuleAnalyzer.for_module(module).find_attr_docs().get(("", name), [])
    return (f"   {line}" for line in said)


def commands() -> str:
    """What `--help` says of every command, on one page."""
    from typer import Context
    from typer.cli import get_docs_for_click
    from typer.main import get_command

    from lumme_graph.cli import command_line

    command = get_command(command_line())
    context = Context(command, info_name="lumme")
    _whole(command)
    told = get_docs_for_click(obj=command, ctx=context, name="lumme", title="Every command")
    return re.sub(r"(?m)^\* (`([a-z][a-z-]*)`):", r"* [\1](#lumme-\2):", told)


def _whole(command: Any) -> None:
    """Let the lists of commands say the first sentences whole, not their first letters."""
    for one in getattr(command, "commands", {}).values():
        one.short_help = (one.help or "").partition("\n\n")[0].replace("\n", " ")
        _whole(one)


def site(out: Path) -> int:
    """Make the site; how many warnings there were."""
    from sphinx.application import Sphinx

    with TemporaryDirectory() as folder:
        source = Path(folder, "docs")
        for name in TAKEN:
            copy = shutil.copytree if (DOCS / name).is_dir() else shutil.copy
            source.mkdir(exist_ok=True)
            copy(DOCS / name, source / name)
        reference(source / "developers" / "reference")
        (source / "look").mkdir()
        (source / "look" / "developers.css").write_text(LOOK, encoding="utf-8")
        made = Sphinx(
            source, None, out, Path(folder, "read"), "html", SETTINGS, status=None, parallel=2
        )
        made.connect("autodoc-process-signature", _readable)
        made.connect("autodoc-process-docstring", _plain)
        made.build()
        return made._warncount  # noqa: SLF001 - Sphinx itself asks it so


def scripts(out: Path) -> None:
    """Write the Python of every page into a folder, a file for each."""
    out.mkdir(parents=True, exist_ok=True)
    for page in pages():
        name = page.stem.replace("-", "_")
        (out / f"page_{name}.py").write_text(script(page), encoding="utf-8")
        for module, words in files(page):
            if module.endswith(".py"):
                (out / f"page_{name}_{Path(module).name}").write_text(words, encoding="utf-8")
    for file in sorted((ROOT / "examples").glob("*.ipynb")):
        (out / f"notebook_{file.stem}.py").write_text("\n".join(notebook(file)), encoding="utf-8")


if __name__ == "__main__":
    target = Path(sys.argv[-1])
    if "--scripts" in sys.argv:
        scripts(target)
    else:
        raise SystemExit(1 if site(target) else 0)
