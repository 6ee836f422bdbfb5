"""`lumme diff`: what differs between two models, or between now and before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

import lumme_graph as lg
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    Language,
    Quiet,
    look_of,
    one_of,
    read_or_exit,
    read_sound_or_exit,
    say,
    say_statement,
    whole,
    write_or_give,
)

_SOUND = {"rdf-patch", "html"}
"""The forms of models whose references hold."""


class _State(NamedTuple):
    """A model's folder as it is, or as git has it at a revision."""

    folder: Path
    revision: str | None = None


def diff(
    models: Annotated[
        list[str],
        typer.Argument(
            metavar="[OLD] NEW",
            help="Folders of models; FOLDER@REVISION is one as git has it; OLD may be a revision "
            "alone [default of OLD: NEW as it was committed last].",
            show_default=False,
        ),
    ],
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REVISION", help="OLD is NEW as git has it there."),
    ] = None,
    form: Annotated[
        str | None,
        one_of(
            lg.DIFF_FORMS, "--format", help="The format [default: by the file's name, else text]."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="A file; - is stdout [default: print].")
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Compare notes and suppressions too.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")
    ] = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Say what differs between two models, or between a model and itself as git has it.

    A revision is anything that git knows: HEAD~3, main, v1.0. The work tree is not touched.
    """
    name = form or (lg.form_of(out, lg.DIFF_FORMS) if out and out != STDOUT else "text")
    older, newer = (_read(state, lang, name) for state in _states(models, since))
    if name == "text" and out in {None, STDOUT}:
        say_statement(newer, lang, quiet=quiet)
    look = lg.Look() if out else look_of(sys.stdout)
    text = lg.DIFF_FORMS[name].render(older, newer, lang, look, private=private)
    if write_or_give(out, text):
        say(f"{out}", quiet=quiet)
    if exit_code and _differ(lg.diff(older, newer), private=private):
        raise typer.Exit(1)


def _differ(found: lg.ModelDiff, *, private: bool) -> bool:
    return bool(found if private else found.public())


def _read(state: _State, lang: str, form: str) -> lg.ServiceGraph:
    read = read_sound_or_exit if form in _SOUND else read_or_exit
    if state.revision is None:
        whole(state.folder)
    return read(state.folder, lang, revision=state.revision)


def _states(models: list[str], since: str | None) -> tuple[_State, _State]:
    """The two states that are compared, as they are named."""
    if len(models) > 2 or (len(models) == 2 and since):  # noqa: PLR2004 - OLD and NEW
        raise typer.BadParameter("name OLD and NEW, or NEW alone with --since", param_hint="NEW")
    *old, new = models
    if not old:
        now = _state(new, Path())
        return _State(now.folder, since or "HEAD"), now
    before, after = _folder(old[0]), _folder(new)
    beside = next((one.folder for one in (after, before) if one), Path())
    return before or _state(old[0], beside), after or _state(new, beside)


def _folder(word: str) -> _State | None:
    """A folder as it is, or at a revision; None for a word that names no folder."""
    if Path(word).is_dir():
        return _State(Path(word))
    parts = word.split("@")
    for at in range(1, len(parts)):
        folder, revision = "@".join(parts[:at]), "@".join(parts[at:])
        if folder and revision and (at == len(parts) - 1 or Path(folder).is_dir()):
            return _State(Path(folder), revision)
    return None


def _state(word: str, beside: Path) -> _State:
    """What a word names: a folder, else a revision of the folder that is compared with."""
    found = _folder(word)
    if found:
        return found
    if lg.is_revision(beside, word):
        return _State(beside, word)
    path = Path(word)
    folders = [one.name for one in path.parent.glob("*/") if one.is_dir()]
    near = lg.nearest(path.name, folders)
    guess = str(path.with_name(near)) if near else lg.nearest(word, lg.revisions(beside))
    more = f"; did you mean {guess}?" if guess else ""
    raise typer.BadParameter(f"{word} is neither a folder nor a git revision{more}")


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(diff)
