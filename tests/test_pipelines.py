"""What is ready for other people's pipelines: hooks, a workflow, a script that runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from coverage_samples import ROOT, WORKED

PIPELINES = ROOT / "docs" / "pipelines"


def run(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_hooks_are_commands_of_the_program() -> None:
    hooks: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["lumme-check", "lumme-coverage"]
    for hook in hooks:
        assert hook["language"] == "python"
        assert hook["pass_filenames"] is False
        for name in ("guide/section-loans.fi.md", "a.yaml", "a.yml", "coverage-baseline.json"):
            assert re.search(hook["files"], f"models/mine/{name}"), name
            assert re.search(hook["files"], name), name
        assert not re.search(hook["files"], "src/other.json")
        command = hook["entry"].split()
        assert command[0] == "lumme"
        done = run(sys.executable, "-m", "lumme_graph", command[1], "--help", cwd=ROOT)
        assert done.returncode == 0


def test_the_workflow_asks_for_no_secret_and_pins_majors() -> None:
    text = (PIPELINES / "github-actions.yml").read_text(encoding="utf-8")
    flow: Any = yaml.safe_load(text)
    assert flow["permissions"]["contents"] == "read"
    used = [
        step["uses"] for job in flow["jobs"].values() for step in job["steps"] if "uses" in step
    ]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@v\d+", name) for name in used)
    assert "secrets." not in text
    assert "check-models.sh" in text


needs_shell = pytest.mark.skipif(
    shutil.which("bash") is None or shutil.which("git") is None, reason="needs bash and git"
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a model, its baseline, and something that is no model."""
    return with_model(tmp_path / "repo", "models/mine")


def with_model(folder: Path, model: str) -> Path:
    shutil.copytree(WORKED, folder / model, dirs_exist_ok=True)
    (folder / "README.md").write_text("words\n", encoding="utf-8")
    program = folder / "bin" / "lumme"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m lumme_graph "$@"\n', encoding="utf-8"
    )
    program.chmod(0o755)
    baseline = folder / model / "coverage-baseline.json"
    words = ("coverage", model, "--baseline", str(baseline), "--accept-new", "begin")
    assert run(sys.executable, "-m", "lumme_graph", *words, cwd=folder).returncode == 0
    who = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "begin")):
        assert run("git", *command, cwd=folder).returncode == 0
    return folder


def check(folder: Path) -> tuple[int, set[str]]:
    code, made, _ = checked(folder)
    return code, made


def checked(folder: Path) -> tuple[int, set[str], str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    script = str(PIPELINES / "check-models.sh")
    done = run("bash", script, "HEAD", "reports", cwd=folder, PATH=path)
    reports = folder / "reports"
    files = {file.relative_to(reports) for file in reports.rglob("*") if file.is_file()}
    return done.returncode, {file.as_posix() for file in files}, done.stderr


@needs_shell
def test_nothing_is_checked_where_no_model_has_changed(repository: Path) -> None:
    (repository / "README.md").write_text("other words\n", encoding="utf-8")
    code, made, said = checked(repository)
    assert (code, made) == (0, {"models.txt"})
    assert "no model among the changed files" in said


@needs_shell
def test_a_model_at_the_root_of_the_repository_is_checked(tmp_path: Path) -> None:
    (tmp_path / "repo").mkdir()
    folder = with_model(tmp_path / "repo", ".")
    (folder / "guide" / "section-g2.fi.md").unlink()
    code, made, said = checked(folder)
    assert code == 1
    assert {"comment.md", "check.txt", "coverage.sarif"} <= made
    assert "no model" not in said


@needs_shell
def test_a_changed_model_is_checked_and_told_of(repository: Path) -> None:
    (repository / "models" / "mine" / "guide" / "section-g2.fi.md").unlink()
    code, made = check(repository)
    assert code == 1
    assert made == {
        "comment.md",
        "models.txt",
        "models/mine/check.txt",
        "models/mine/coverage.html",
        "models/mine/coverage.json",
        "models/mine/coverage.junit.xml",
        "models/mine/coverage.md",
        "models/mine/coverage.sarif",
    }
    comment = (repository / "reports" / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith("# `models/mine`\n")
    assert "**✗ 3 new gaps**" in comment
    sarif = json.loads(
        (repository / "reports" / "models" / "mine" / "coverage.sarif").read_text(encoding="utf-8")
    )
    uris = {
        place["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif["runs"][0]["results"]
        for place in result["locations"]
        if "physicalLocation" in place
    }
    assert uris == {"models/mine/guide.yaml", "models/mine/offer.yaml"}


@needs_shell
def test_reports_of_models_with_alike_names_do_not_meet(repository: Path) -> None:
    names = ("models/järvi", "models/jörvi", "a-b", "a/b")
    for name in names:
        folder = repository / name
        folder.mkdir(parents=True)
        (folder / "model.yaml").write_text(
            f"name: {{en: {name}}}\nlanguages: {{required: [en]}}\nas_of: 2026-08-22\n",
            encoding="utf-8",
        )
    assert run("git", "add", "-A", cwd=repository).returncode == 0
    (repository / "bin" / "lumme").write_text(
        "#!/bin/sh\nmodel=$2\nwhile [ $# -gt 1 ]; do\n"
        '    [ "$1" != -o ] || echo "$model" > "$2"\n    shift\ndone\n',
        encoding="utf-8",
    )
    code, made = check(repository)
    assert code == 0
    sarif = {file for file in made if file.endswith(".sarif")}
    assert sarif == {f"{name}/coverage.sarif" for name in names}
    for name in names:
        file = repository / "reports" / name / "coverage.sarif"
        assert file.read_text(encoding="utf-8") == f"{name}\n"


@needs_shell
def test_a_model_that_cannot_be_read_is_the_worst(repository: Path) -> None:
    file = repository / "models" / "mine" / "offer.yaml"
    file.write_text("- [", encoding="utf-8")
    code, made = check(repository)
    assert code == 2
    assert "comment.md" not in made
