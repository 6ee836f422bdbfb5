"""Running git: the one of whoever runs us, by a list of words and without a shell."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path


def run_git(
    at: Path, *words: str, env: Mapping[str, str] | None = None, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """What git says in a folder, and how it ended. Raises `FileNotFoundError` where there is no git."""
    return subprocess.run(  # noqa: S603 - a list of words, no shell
        ["git", *words],  # noqa: S607 - the git of whoever runs it
        cwd=at,
        env=env,
        input=given,
        capture_output=True,
        check=False,
    )
