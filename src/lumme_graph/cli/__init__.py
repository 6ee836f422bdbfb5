"""The command line: one file a command; each reads words, calls one function, prints, exits.

Private: import from `lumme_graph`.
"""

from __future__ import annotations

import atexit
import gc
import io
import sys
import traceback
from pathlib import Path
from typing import Annotated, NoReturn

import typer

import lumme_graph as lg
from lumme_graph.cli import (
    ask,
    build,
    check,
    coverage,
    diff,
    draw,
    explain,
    export,
    guide,
    import_,
    merge,
    new,
    observed,
    push,
    query,
    rename,
    report,
    review,
    schema,
    serve,
    sheet,
    translate,
    update,
    where_used,
    workshop,
)
from lumme_graph.cli._outputs import guarded
from lumme_graph.cli._shared import give, mute, say

_COMMANDS = (
    build,
    guide,
    report,
    serve,
    new,
    check,
    ask,
    query,
    coverage,
    review,
    explain,
    draw,
    observed,
    workshop,
    export,
    import_,
    update,
    sheet,
    push,
    diff,
    merge,
    where_used,
    rename,
    translate,
    schema,
)


def _version(wanted: bool) -> None:
    if wanted:
        give(f"lumme {lg.__version__}\n")
        raise typer.Exit


def lumme(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Service design as code: a library network's services as one typed graph.

    MODEL is always a folder that holds a model.yaml.
    """


def command_line(word: str = "") -> typer.Typer:
    """The program with all its commands, or, where a word names one, with that alone: it is quick."""
    app = typer.Typer(
        name="lumme",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(lumme)
    file = f"{__name__}.{word.replace('-', '_')}"
    for command in [one for one in _COMMANDS if one.__name__.rstrip("_") == file] or _COMMANDS:
        command.add_to(app)
    for each in app.registered_commands:
        if each.callback:
            each.callback = guarded(each.callback)
    return app


_UsageError: type[typer.BadParameter] = typer.BadParameter.__mro__[1]
"""What every misuse of a command is; typer gives it no name of its own."""


def main() -> None:
    """Run the command line; what goes wrong is one clear line, never a traceback."""
    gc.disable()  # a command ends before there is anything worth collecting,
    atexit.register(gc.freeze)  # and at its end Python would look through all that it made
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        code = command_line(*sys.argv[1:2])(standalone_mode=False)
    except _UsageError as error:
        _misused(error)
    except typer.Abort:
        _fail("stopped")
    except lg.KnownError as error:
        _fail(*error.lines)
    except OSError as error:
        mute(sys.stdout)
        _fail(f"{error.filename or 'the output'}: {error.strerror}")
    except Exception as error:  # noqa: BLE001 - the last resort: one line, never a traceback
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno}"
        _fail(f"LG901 internal error, please report it: {type(error).__name__}: {error} ({where})")
    raise SystemExit(code or 0)


def _misused(error: typer.BadParameter) -> NoReturn:
    """The words of typer on how the command is used, safe for a terminal."""
    words = io.StringIO()
    error.show(file=words)
    say(*words.getvalue().splitlines())
    raise SystemExit(error.exit_code)


def _fail(message: str, *more: str) -> NoReturn:
    say(f"lumme: {message}", *more)
    raise SystemExit(2)
