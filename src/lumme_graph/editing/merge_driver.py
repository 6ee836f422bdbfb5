"""Let git merge the files of a model by element and field: its attributes and its configuration."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

from lumme_graph.base.error import KnownError
from lumme_graph.base.files import read_bytes, write_file
from lumme_graph.base.git import run_git
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.reading.folder import GUIDE, SETTINGS

DRIVER: Final = "lumme"
"""What git knows the merge driver by."""

ATTRIBUTES: Final = ".gitattributes"
_PATTERNS: Final = ("*.yaml", "*.yml", f"{GUIDE}/**/*.md")
_ABOUT: Final = "# Merged by element and field: lumme merge --install, once in each clone"
_NAME: Final = "models of services, by element and field"
_AS_IT_IS: Final = "surrogateescape"
_WORDS: Final = "merge %O %A %B --path %P --marker-size %L"


@dataclass(frozen=True)
class InstalledMerge:
    """What was made of a repository: where, and what of it is new; nothing where all was there."""

    repository: Path
    attributes: Path
    added: tuple[str, ...]
    """The lines that are new in the attributes."""
    configured: bool
    """Is the configuration of the clone new?"""


def install_merge(folder: AnyPath) -> InstalledMerge:
    """Let git merge a model with `lumme merge`: a file beside the model, to be committed, and this clone.

    What is there already stays. Raises `KnownError` where there is no git, the folder is no model or
    is in no repository.
    """
    folder = path_of(folder)
    if not (folder / SETTINGS).is_file():
        raise KnownError(f"{folder} is no model: name a folder that holds a {SETTINGS}")
    top = _top(folder)
    attributes = folder / ATTRIBUTES
    text = read_bytes(attributes).decode("utf-8", _AS_IT_IS) if attributes.exists() else ""
    known = set(map(str.strip, text.splitlines()))
    lines = [line for line in (f"{it} merge={DRIVER}" for it in _PATTERNS) if line not in known]
    if lines:
        ends = "" if not text or text.endswith("\n") else "\n"
        about = [] if _ABOUT in known else [_ABOUT]
        more = ends + "".join(f"{line}\n" for line in [*about, *lines])
        write_file(attributes, (text + more).encode("utf-8", _AS_IT_IS))
    wanted = {f"merge.{DRIVER}.name": _NAME, f"merge.{DRIVER}.driver": _command()}
    new = {key: value for key, value in wanted.items() if _setting(folder, key) != value}
    for key, value in new.items():
        if _git(folder, "config", "--local", key, value).returncode:
            raise KnownError(f"git cannot write the configuration of {top}")
    return InstalledMerge(top, attributes, tuple(lines), bool(new))


def _top(folder: Path) -> Path:
    """The root of the repository that a folder is in."""
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode == 0:
        return Path(_said(done.stdout))
    why = _said(done.stderr).removeprefix("fatal: ")
    if "not a git repository" in why:
        raise KnownError(f"{folder} is in no git repository: git init makes one")
    raise KnownError(f"git cannot look into {folder}: {why.partition(chr(10))[0]}")


def _setting(folder: Path, key: str) -> str | None:
    done = _git(folder, "config", "--local", "--get", key)
    return None if done.returncode else _said(done.stdout)


def _command() -> str:
    """The command line that git runs: this program, wherever git is run from."""
    words = [Path(sys.executable).as_posix(), "-P", "-m", __name__.partition(".")[0]]
    return f"{shlex.join(words).replace('%', '%%')} {_WORDS}"


def _git(at: Path, *words: str) -> CompletedProcess[bytes]:
    try:
        return run_git(at, *words)
    except FileNotFoundError:
        raise KnownError("git is not installed: install it first") from None


def _said(stream: bytes) -> str:
    return stream.decode("utf-8", _AS_IT_IS).removesuffix("\n")
