"""A model as git has it at a revision: its files are put into a folder of their own for a while.

The work tree and the index of the repository are not touched; git is run without a shell.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory
from typing import Final

from lumme_graph.base.by_name import echo
from lumme_graph.base.error import KnownError
from lumme_graph.base.git import run_git
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.guess import nearest
from lumme_graph.reading.folder import SETTINGS

_STEPS: Final = re.compile(r"[~^@]")
"""Begins what leads from a name to a revision before it."""
_MOST: Final = 5
_OTHERWISE: Final = "give two folders"


class RevisionError(KnownError):
    """A model cannot be had at a revision; the message says why and what to do."""


@contextmanager
def checked_out(folder: Path, revision: str) -> Generator[Path]:
    """The files of a model's folder at a revision, in a folder that is there for a while.

    Raises `RevisionError` where there is no git, no repository or no such revision, or where the
    folder is not in it.
    """
    top, inside = _home(folder)
    commit = _commit(top, revision)
    with TemporaryDirectory(prefix="lumme-") as made:
        at = Path(made)
        own_index = {**os.environ, "GIT_INDEX_FILE": str(at / "index")}
        _git(top, "read-tree", commit, env=own_index)
        wanted = f":(top,literal){inside}" if inside else ":(top)"
        files = _git(top, "ls-files", "-z", "--", wanted, env=own_index)
        settings = f"{inside}/{SETTINGS}" if inside else SETTINGS
        if settings not in files.split("\0"):
            raise RevisionError(_not_there(top, folder, revision, commit))
        target = f"--prefix={at / 'files'}/"
        _git(top, "checkout-index", "-z", "--stdin", target, env=own_index, given=files)
        yield at / "files" / inside


def is_revision(folder: AnyPath, revision: str) -> bool:
    """Is there such a revision in the repository that a folder is in?"""
    try:
        _commit(_home(path_of(folder))[0], revision)
    except RevisionError:
        return False
    return True


def revisions(folder: AnyPath) -> list[str]:
    """The names of revisions in the repository that a folder is in; none where it is in none."""
    try:
        top = _home(path_of(folder))[0]
        names = _git(top, "for-each-ref", "--format=%(refname:short)").split("\n")
    except RevisionError:
        return []
    return ["HEAD", *filter(None, names)]


def _home(folder: Path) -> tuple[Path, str]:
    """The root of the repository that a folder is in, and the folder's name in it."""
    there = next(one for one in (folder, *folder.absolute().parents) if one.is_dir())
    said = _run(there, "rev-parse", "--show-toplevel", "--show-prefix")
    if said.returncode:
        why = said.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        first = why.split("\n")[0]
        raise RevisionError(
            f"{folder} is in no git repository: {_OTHERWISE}"
            if "not a git repository" in why
            else f"git cannot look into {folder}: {first}"
        )
    top, prefix = said.stdout.decode("utf-8", "surrogateescape").split("\n")[:2]
    rest = folder.absolute().relative_to(there.absolute()).as_posix()
    inside = PurePosixPath(prefix) / rest
    return Path(top), "" if inside == PurePosixPath() else inside.as_posix()


def _commit(top: Path, revision: str) -> str:
    found = _run(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found.returncode or revision.startswith("-"):
        raise RevisionError(_unknown(top, revision))
    return found.stdout.decode().strip()


def _unknown(top: Path, revision: str) -> str:
    """The message that there is no such revision: the nearest one, or that history is cut off."""
    names = revisions(top)
    if len(names) == 1:
        return f"nothing has been committed yet, so there is no {revision}: commit, or {_OTHERWISE}"
    base = _STEPS.split(revision, maxsplit=1)[0]
    guess = nearest(base, names)
    shallow = _git(top, "rev-parse", "--is-shallow-repository").strip() == "true"
    message = f"there is no git revision {echo(revision)}"
    if guess and base not in names:
        return f"{message}; did you mean {guess}{revision[len(base) :]}?"
    if shallow:
        return f"{message}: this clone holds a part of the history; fetch more of it with git"
    return f"{message}; git log shows which there are"


def _not_there(top: Path, folder: Path, revision: str, commit: str) -> str:
    names = _git(top, "ls-tree", "-r", "-z", "--name-only", commit).split("\0")
    models = [PurePosixPath(name).parent.as_posix() for name in names]
    models = [one for one, name in zip(models, names, strict=True) if _is_settings(name)]
    guess = nearest(folder.name, [PurePosixPath(one).name for one in models])
    near = next((one for one in models if PurePosixPath(one).name == guess), None)
    more = f"; did you mean {near}@{revision}?" if near else ""
    if not more and models:
        more = f"; there are models in {', '.join(models[:_MOST])}"
    return f"{folder} is no model in git revision {revision}{more}"


def _is_settings(name: str) -> bool:
    return PurePosixPath(name).name == SETTINGS


def _git(at: Path, *words: str, env: Mapping[str, str] | None = None, given: str = "") -> str:
    done = _run(at, *words, env=env, given=given)
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise RevisionError(f"git {words[0]} failed: {why}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _run(
    at: Path, *words: str, env: Mapping[str, str] | None = None, given: str = ""
) -> CompletedProcess[bytes]:
    try:
        return run_git(at, *words, env=env, given=given.encode("utf-8", "surrogateescape"))
    except FileNotFoundError:
        raise RevisionError(f"git is not installed: install it, or {_OTHERWISE}") from None
