"""`lumme diff`: what differs between two models, or between now and before."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

import lumme_graph as lg
from lumme_graph.cli._outputs import warn_of_persons
from lumme_graph.cli._own_code import Trust, say_not_run
from lumme_graph.cli._shared import (
    ENGLISH,
    STDOUT,
    Language,
    ModelState,
    Quiet,
    look_of,
    named_state,
    one_of,
    progress,
    read_state,
    say,
    say_statement,
    state_in_folder,
    write_or_give,
)

_SOUND = {"rdf-patch", "html"}
"""The forms of models whose references hold."""

_JUDGED = {"html"}
"""The forms that tell of findings whether or not that is asked."""


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
    effects: Annotated[
        bool,
        typer.Option(
            "--effects", help="Say too what it does to coverage and findings; HTML always does."
        ),
    ] = False,
    private: Annotated[
        bool, typer.Option("--private", help="Compare notes and suppressions too.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")
    ] = False,
    trust: Trust = False,
    lang: Language = ENGLISH,
    quiet: Quiet = False,
) -> None:
    """Say what differs between two models, or between a model and itself as git has it.

    A revision is anything that git knows: HEAD~3, main, v1.0. The work tree is not touched.
    """
    name = lg.form_of(out, lg.DIFF_FORMS, form) if out and out != STDOUT else form or "text"
    before, after = _states(models, since)
    look = lg.Look() if out else look_of(sys.stdout)
    with progress("Comparing", quiet=quiet) as done:
        older = read_state(before, lang, sound=name in _SOUND, trust=trust)
        done(1, 3)
        newer = read_state(after, lang, sound=name in _SOUND, trust=trust)
        done(2, 3)
        found = lg.diff(older, newer)
        text = lg.DIFF_FORMS[name].render(found, lang, look, private=private, effects=effects)
        done(3, 3)
    if effects or name in _JUDGED:
        say_not_run(newer, lang)
    if name == "text" and out in {None, STDOUT}:
        say_statement(newer, lang, quiet=quiet)
    if write_or_give(out, text):
        say(f"{out}", quiet=quiet)
    if (out or name != "text") and lg.personal_findings(newer):
        changed = {one.element.id for one in found.elements}
        warn_of_persons(newer, after.folder, lang, changed)
    if exit_code and _differ(found, private=private):
        raise typer.Exit(1)


def _differ(found: lg.ModelDiff, *, private: bool) -> bool:
    return bool(found if private else found.public())


def _states(models: list[str], since: str | None) -> tuple[ModelState, ModelState]:
    """The two states that are compared, as they are named."""
    if len(models) > 2 or (len(models) == 2 and since):  # noqa: PLR2004 - OLD and NEW
        raise typer.BadParameter("name OLD and NEW, or NEW alone with --since", param_hint="NEW")
    *old, new = models
    if not old:
        now = named_state(new, Path())
        return ModelState(now.folder, since or "HEAD"), now
    before, after = state_in_folder(old[0]), state_in_folder(new)
    beside = next((one.folder for one in (after, before) if one), Path())
    return before or named_state(old[0], beside), after or named_state(new, beside)


def add_to(app: typer.Typer) -> None:
    """Make it a command."""
    app.command()(diff)
