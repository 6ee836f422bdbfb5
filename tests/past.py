"""A past of a model in git: two revisions, of which the second changes one value."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import lumme_graph as lg


def past(folder: Path) -> None:
    """Make a repository of the model's folder; the name of one service is changed last."""
    _git(folder, "init", "--quiet")
    _commit(folder)
    lg.edit(folder).set("service-loan", "name.en", "Lending")
    _commit(folder)


def _commit(folder: Path) -> None:
    _git(folder, "add", ".")
    _git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "state")


def _git(folder: Path, *words: str) -> None:
    nobody = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=folder, env=nobody, check=True)  # noqa: S607 - the git of the machine
