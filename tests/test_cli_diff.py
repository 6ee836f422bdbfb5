"""`lumme diff` on folders and on revisions of git."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from shutil import copytree, which
from unittest.mock import patch

import pytest
from running import Run, lumme

import lumme_graph as lg

pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")

LAKES = Path(__file__).parent / "models" / "lakes"
HEAD = "What has changed: {old} (22 August 2026) → {new} (22 August 2026)\n\n"
RENAMED = """\
Changed: 1

Touchpoints (1)
~ {name}  touchpoint-desk
    ~ changed: Name (English): {old} → {name}
"""


def git(at: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],  # noqa: S607
        cwd=at,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository in which the desk is renamed in two commits, and once more in the work tree."""
    root = tmp_path_factory.mktemp("repository")
    copytree(LAKES, root / "models" / "lakes")
    git(root, "init", "-q", "-b", "main")
    for name in ("Front desk", "Help desk"):
        lg.edit(root / "models" / "lakes").set("touchpoint-desk", "name.en", name)
        git(root, "add", ".")
        git(root, "commit", "-qm", name)
    git(root, "tag", "spring", "HEAD~1")
    lg.edit(root / "models" / "lakes").set("touchpoint-desk", "name.en", "Desk & more")
    return root


def said(old: str, new: str, was: str, name: str) -> Run:
    return Run(HEAD.format(old=old, new=new) + RENAMED.format(old=was, name=name), "", 0)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("models/lakes", ("@HEAD", "", "Help desk", "Desk & more")),
        ("models/lakes@HEAD models/lakes", ("@HEAD", "", "Help desk", "Desk & more")),
        ("--since spring models/lakes", ("@spring", "", "Front desk", "Desk & more")),
        ("HEAD~1 models/lakes", ("@HEAD~1", "", "Front desk", "Desk & more")),
        ("spring models/lakes@main", ("@spring", "@main", "Front desk", "Help desk")),
        ("models/lakes main", ("", "@main", "Desk & more", "Help desk")),
    ],
)
def test_a_model_is_compared_with_what_git_has(
    repository: Path, words: str, wanted: tuple[str, str, str, str]
) -> None:
    old, new, was, name = wanted
    before = git(repository, "status", "--porcelain"), git(repository, "stash", "list")
    done = lumme("diff", *words.split(), cwd=repository)
    assert done == said(f"models/lakes{old}", f"models/lakes{new}", was, name)
    assert (git(repository, "status", "--porcelain"), git(repository, "stash", "list")) == before


def test_a_model_in_the_folder_where_one_is(repository: Path) -> None:
    there = repository / "models" / "lakes"
    assert lumme("diff", ".", cwd=there) == said(".@HEAD", ".", "Help desk", "Desk & more")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "sprig models/lakes",
            "sprig is neither a folder nor a git revision; did you mean spring?",
        ),
        ("spring:models/lakes models/lakes", "write the folder first: models/lakes@spring"),
        ("models/lakes@ models/lakes", "models/lakes@ is neither a folder nor a git revision"),
        ("models/lake models/lakes", "did you mean models/lakes?"),
        (
            "--since sprig~1 models/lakes",
            "there is no git revision sprig~1; did you mean spring~1?",
        ),
        ("--since HEAD~9 models/lakes", "there is no git revision HEAD~9; git log shows which"),
        ("--since --output=x models/lakes", "there is no git revision --output=x"),
        ("models/lake@HEAD models/lakes", "did you mean models/lakes@HEAD?"),
        ("spring main", ". is no model in git revision spring; there are models in models/lakes"),
        ("models/lakes a b", "name OLD and NEW, or NEW alone with --since"),
        ("models/lakes --format htm", "'htm' is not one of"),
        ("models/lakes -o x.doc", "x.doc: say the format, or end the name in .txt"),
    ],
)
def test_what_is_not_there_is_named_with_what_may_be_meant(
    repository: Path, words: str, message: str
) -> None:
    done = lumme("diff", *words.split(), cwd=repository)
    assert (done.out, done.code) == ("", 2)
    assert message in done.err


def test_without_a_repository_or_git_two_folders_are_asked_for(tmp_path: Path) -> None:
    copytree(LAKES, tmp_path / "lakes")
    done = lumme("diff", "lakes", cwd=tmp_path)
    assert done == Run("", "lumme: lakes is in no git repository: give two folders\n", 2)
    git(tmp_path, "init", "-q")
    done = lumme("diff", "lakes", cwd=tmp_path)
    assert done.code == 2
    assert done.err == (
        "lumme: nothing has been committed yet, so there is no HEAD: commit, or give two folders\n"
    )
    with patch.dict(os.environ, {"PATH": str(tmp_path)}):
        done = lumme("diff", "lakes", cwd=tmp_path)
    assert done == Run("", "lumme: git is not installed: install it, or give two folders\n", 2)


def test_an_earlier_state_that_cannot_be_read_is_named_by_its_revision(tmp_path: Path) -> None:
    copytree(LAKES, tmp_path / "lakes")
    broken = tmp_path / "lakes" / "offer.yaml"
    whole = broken.read_text("utf-8")
    broken.write_text("- id: [", "utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "broken")
    broken.write_text(whole, "utf-8")
    done = lumme("diff", "lakes", cwd=tmp_path)
    assert (done.out, done.code) == ("", 2)
    assert "lakes@HEAD/offer.yaml:" in done.err


def test_the_form_is_told_by_the_name_of_the_file(repository: Path, tmp_path: Path) -> None:
    for name, beginning in (("a.json", "{"), ("a.md", "## What has changed"), ("a.rdfp", "H id")):
        file = tmp_path / name
        assert lumme("diff", "models/lakes", "-o", file, cwd=repository).err == f"{file}\n"
        assert file.read_text("utf-8").startswith(beginning)
    (row,) = json.loads((tmp_path / "a.json").read_text("utf-8"))["changes"]
    assert row == {
        "type": "changed",
        "kind": "touchpoint",
        "element": "touchpoint-desk",
        "standing": None,
        "path": ["name", "en"],
        "before": "Help desk",
        "after": "Desk & more",
    }


def test_the_exit_code_tells_whether_anything_differs_where_it_is_asked(repository: Path) -> None:
    assert lumme("diff", "models/lakes", cwd=repository).code == 0
    assert lumme("diff", "models/lakes", "--exit-code", cwd=repository).code == 1
    same = lumme("diff", "models/lakes@main", "models/lakes@main", "--exit-code", cwd=repository)
    heads = HEAD.format(old="models/lakes@main", new="models/lakes@main")
    assert same == Run(f"{heads}Nothing differs.\n", "", 0)
