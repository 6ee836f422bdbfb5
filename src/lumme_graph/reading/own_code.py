"""Code of a model's own, run because whoever asks trusts it: names in the settings to what they name.

A module is looked for beside `model.yaml`, then among those that are installed. Nothing of the
model's own stays: neither in `sys.path` nor in `sys.modules`, and no bytecode in its folder.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from importlib.machinery import FileFinder, ModuleSpec, SourceFileLoader
from pathlib import Path
from threading import RLock, get_ident
from types import CodeType, ModuleType
from typing import Any, Final, NoReturn, TypeVar

from lumme_graph.base.aside import Aside
from lumme_graph.base.error import KnownError
from lumme_graph.base.files import files_below
from lumme_graph.base.finding import Place
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Message, Plain
from lumme_graph.base.own_name import module_and_name

T = TypeVar("T")

_LIBRARY: Final = Path(__file__).parent.parent
_LOCK: Final = RLock()
_ASIDE: Final = Aside()
_NOT_THEIRS: Final = sys.stdlib_module_names | {"lumme_graph"}
"""The modules that no file of a model takes the place of."""

_AT_TOP: Final = Label("import it at the top of the file: later what is beside it is not found")

_NO_MODULE: Final = Label("there is no module {module} beside model.yaml, nor an installed one")
_NO_DOTS: Final = Label("write import and the name without dots: it is in no package")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why code of the model's own cannot be used, what to do, and where in it."""

    why: Message
    mend: Message
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a setting names: the module, the thing in it (the module itself where none is), or why not."""

    setting: str
    index: int
    name: str
    found: object = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class OwnCode:
    """What a trusted model names of its own, in order; and how its files are told of.

    `folder` is where they were read, `root` what that is called.
    """

    folder: str
    root: str
    named: tuple[Named, ...] = field(default=())

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "code of a model's own stays in its process: read the model there, with trust=True"
        )

    def __deepcopy__(self, _: object) -> OwnCode:
        return self

    def of(self, setting: str) -> tuple[Named, ...]:
        """What one setting names."""
        return tuple(one for one in self.named if one.setting == setting)

    def run(self, function: Callable[[], T]) -> T | Failure:
        """What a function of the model's own gives, or why it failed.

        What it prints goes to the standard error, so that it is not taken for data.
        """
        return _run(function, self.folder, self.root)


def own_code(folder: Path, root: str, names: Mapping[str, Sequence[str]]) -> OwnCode:
    """Import what the settings of a model name, each by itself; what fails says so.

    It runs code of whoever wrote the model: it is for those who trust it.
    """
    with _beside(folder.resolve()) as home:
        named = tuple(
            _named(setting, index, name, str(home), root)
            for setting, every in names.items()
            for index, name in enumerate(every)
        )
    return OwnCode(str(home), root, named)


def _named(setting: str, index: int, name: str, folder: str, root: str) -> Named:
    module_name, part = module_and_name(name)
    module = _run(lambda: import_module(module_name), folder, root, module_name)
    if isinstance(module, Failure):
        return Named(setting, index, name, failure=module)
    if not part:
        return Named(setting, index, name, module)
    if not hasattr(module, part):
        return Named(setting, index, name, failure=_no_part(module, part))
    return Named(setting, index, name, getattr(module, part))


def _no_part(module: ModuleType, part: str) -> Failure:
    public = [one for one in vars(module) if not one.startswith("_")]
    guess = nearest(part, public)
    return Failure(
        Label("{module} has no {part}").fill(module=module.__name__, part=part),
        Label("did you mean {guess}?").fill(guess=f"{module.__name__}:{guess}")
        if guess
        else Label("name what is defined in it"),
    )


def _run(function: Callable[[], T], folder: str, root: str, module: str = "") -> T | Failure:
    try:
        with _ASIDE.turned():
            return function()
    except ModuleNotFoundError as error:
        if module and error.name and f"{module}.".startswith(f"{error.name}."):
            return _no_module(module, error.name, Path(folder))
        failure = failure_of(error, folder, root)
        return failure if module else replace(failure, mend=_AT_TOP)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever the code of others does
        return failure_of(error, folder, root)


def _no_module(module: str, missing: str, folder: Path) -> Failure:
    whole, _, part = missing.rpartition(".")
    package = sys.modules.get(whole)
    if package and not folder.joinpath(*whole.split(".")).is_dir():
        return replace(_no_part(package, part), why=_NO_MODULE.fill(module=module))
    files = (one.relative_to(folder) for one in files_below(folder, ".py"))
    near = [".".join(one.with_suffix("").parts) for one in files]
    guess = nearest(module, near)
    return Failure(
        _NO_MODULE.fill(module=module),
        Label("did you mean {guess}?").fill(guess=guess)
        if guess
        else Label("write {file} beside model.yaml, or install what has it").fill(
            file=f"{module.replace('.', '/')}.py"
        ),
    )


def failure_of(error: BaseException, folder: str, root: str) -> Failure:
    """What went wrong, at the last place in the model's own code, else in anybody's but ours."""
    said = error.msg if isinstance(error, SyntaxError) else " ".join(str(error).split())
    kind = "" if isinstance(error, KnownError) and said else type(error).__name__
    is_relative = isinstance(error, ImportError) and "relative import" in said
    return Failure(
        Plain(": ".join(filter(None, (kind, said)))),
        _NO_DOTS if is_relative else Label("mend the code there"),
        _place(error, folder, root),
    )


def _place(error: BaseException, folder: str, root: str) -> Place | None:
    import traceback

    if isinstance(error, SyntaxError) and error.filename:
        return told_at(error.filename, error.lineno or 0, error.offset or 0, folder, root)
    frames = [
        (frame.filename, frame.lineno or 0, (frame.colno or 0) + 1)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename and not frame.filename.startswith("<")
    ]
    others = [one for one in frames if not Path(one[0]).is_relative_to(_LIBRARY)]
    own = [one for one in others if _inside(one[0], folder)]
    last = next(reversed(own or others), None)
    return told_at(*last, folder, root) if last else None


def told_at(file: str, line: int, column: int, folder: str, root: str) -> Place:
    """A place in code as findings tell it: files of the model by the name of its folder."""
    inside = _inside(file, folder)
    if inside:
        return Place(f"{root}/{inside}" if root else inside, line, column)
    return Place(file, line, column)


def _inside(file: str, folder: str) -> str:
    """A file of the model's own by its name there; empty for others, such as what is installed there."""
    path = Path(file)
    if not path.is_relative_to(folder):
        return ""
    inside = path.relative_to(folder)
    is_hidden = any(part.startswith(".") or part == "site-packages" for part in inside.parts)
    return "" if is_hidden else inside.as_posix()


class _Source(SourceFileLoader):
    """Reads source as it is: no bytecode is taken, and none is written."""

    def get_code(self, fullname: str) -> CodeType:
        path = self.get_filename(fullname)
        code: CodeType = self.source_to_code(self.get_data(path), path)
        return code


class _Beside:
    """Finds the modules in a folder for one thread; none that Python itself or we have."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._thread = get_ident()
        self.found: set[str] = set()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, _target: object = None
    ) -> ModuleSpec | None:
        whole, _, _ = fullname.rpartition(".")
        known = whole in self.found if whole else fullname not in _NOT_THEIRS
        if not known or get_ident() != self._thread:
            return None
        for place in [self._folder] if path is None else path:
            spec = FileFinder(place, (_Source, [".py"])).find_spec(fullname)
            if spec and spec.loader:
                self.found.add(fullname)
                return spec
        return None


@contextmanager
def _beside(folder: Path) -> Generator[Path]:
    """While it lasts, imports look into the folder first; afterwards nothing of it is left."""
    finder: Any = _Beside(folder)
    with _LOCK:
        path = sys.path[:]
        tops = {file.stem if file.is_file() else file.name for file in folder.glob("*")}
        hidden = {
            name: module
            for name, module in list(sys.modules.items())
            if name.partition(".")[0] in tops and finder.find_spec(name.partition(".")[0])
        }
        for name in hidden:
            del sys.modules[name]
        sys.meta_path.insert(0, finder)
        try:
            yield folder
        finally:
            sys.meta_path.remove(finder)
            sys.path[:] = path
            for name in finder.found:
                sys.modules.pop(name, None)
            sys.modules.update(hidden)
