"""The handbook of docs/handbook as a reader follows it: what is to be done and seen, evening by evening.

Its fenced blocks say what they are: `sh` is typed (`sh fails` ends in an error that is shown, `sh
no-test` is left to the reader), `file=NAME` and `add=NAME` are a file and what is added to its end,
`diff file=NAME` is a change of lines, `text output` is what the last commands say, where `…` stands
for what is left out. A command named in a sentence is typed too. A picture is the file of its name
that the last commands have made.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from running import Run, lumme

import lumme_graph as lg
from lumme_graph.reading.markdown import parser

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "docs" / "handbook"
IMAGES = BOOK / "guide" / "images"
LANGUAGES = ("en", "fi")
_SOMEBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Reader",
    "GIT_AUTHOR_EMAIL": "reader@example.org",
    "GIT_COMMITTER_NAME": "Reader",
    "GIT_COMMITTER_EMAIL": "reader@example.org",
}
_NAMED = re.compile(r"lumme (?!serve)\S+ \S")


class Step(NamedTuple):
    """Something to do or to see: where it stands, what it is, of which file, and its words."""

    place: str
    kind: str
    name: str
    words: str


class Seen(NamedTuple):
    """A step after it was done: what the last commands said, and the picture that was drawn."""

    step: Step
    run: Run
    picture: bytes = b""


def chapters() -> tuple[str, ...]:
    """The sections of the handbook, in order."""
    graph = lg.load(BOOK)
    (guide,) = graph.all(lg.Guide)
    return tuple(guide.sections)


def steps(lang: str) -> Iterator[Step]:
    """What a reader of a language does and sees, from the first evening to the last."""
    for chapter in chapters():
        file = f"{chapter}.{lang}.md"
        for token in parser().parse((BOOK / "guide" / file).read_text(encoding="utf-8")):
            place = f"{file}:{token.map[0] + 1 if token.map else 0}"
            if token.type == "fence":
                yield _step(place, token.info, token.content)
            for part in token.children or ():
                if part.type == "code_inline" and _NAMED.match(part.content):
                    yield Step(place, "named", "", part.content)
                if part.type == "image":
                    name = str(part.attrGet("src")).removeprefix("images/")
                    yield Step(place, "picture", name, part.content)


def _step(place: str, info: str, words: str) -> Step:
    form, _, rest = info.partition(" ")
    kind, _, name = rest.partition("=")
    if form == "diff":
        kind = "change"
    return Step(place, kind if form != "sh" else f"{form} {rest}".strip(), name, words)


def follow(lang: str, folder: Path) -> Iterator[Seen]:
    """Do what the handbook says in an empty folder, beside the folder of the program."""
    (folder / "lumme_graph").symlink_to(ROOT, target_is_directory=True)
    run = Run("", "", 0)
    for step in steps(lang):
        picture = b""
        match step.kind:
            case "sh" | "sh fails" | "named":
                run = _typed(step, folder)
            case "file":
                _write(folder / step.name, step.words)
            case "add":
                before = (folder / step.name).read_text(encoding="utf-8")
                _write(folder / step.name, f"{before}\n{step.words}")
            case "change":
                _change(folder / step.name, step)
            case "picture":
                picture = (folder / drawn_as(step.name)).read_bytes()
            case _:
                pass
        yield Seen(step, run, picture)


def drawn_as(picture: str) -> str:
    """The file of a reader that a picture shows: `hatch.fi.svg` is the reader's `hatch.svg`."""
    stem, _, ending = picture.split(".")
    return f"{stem}.{ending}"


def _typed(step: Step, folder: Path) -> Run:
    """What the commands of a block say, in order, and the worst code with which they end."""
    done = [_run(shlex.split(line), folder) for line in step.words.splitlines()]
    return Run(
        "".join(run.out for run in done),
        "".join(run.err for run in done),
        max(run.code for run in done),
    )


def _run(words: list[str], folder: Path) -> Run:
    program, *rest = words
    if program == "lumme":
        return lumme(*rest, cwd=folder)
    if shutil.which(program) is None:
        return Run("", "", 0)
    done = subprocess.run(
        words,
        cwd=folder,
        env={**os.environ, **_SOMEBODY},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.stdout, done.stderr, done.returncode)


def _write(file: Path, words: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


def _change(file: Path, step: Step) -> None:
    """Put the lines with + in the place of those with −, which must stand in the file once."""
    lines = step.words.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
    before = file.read_text(encoding="utf-8")
    assert before.count(old) == 1, (
        f"{step.place}: {step.name} has these lines {before.count(old)} times"
    )
    file.write_text(before.replace(old, new), encoding="utf-8")


def says(shown: str, run: Run) -> bool:
    """Does an output hold the lines that are shown, in order and together but for `…`?"""
    whole = _tidy(run.out + run.err)
    parts = re.split(r"^[ \t]*…[ \t]*\n", _tidy(shown), flags=re.MULTILINE)
    at = 0
    for part in parts:
        found = f"\n{whole}".find(f"\n{part}", at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _tidy(words: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in words.strip("\n").splitlines())
