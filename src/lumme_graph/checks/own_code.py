"""LG109 and LG310: the code of the model's own that fails, and that was not run; and its checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple, cast

from lumme_graph.base.catalogue import CODE
from lumme_graph.base.codes import OWN_CODE
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.finding import Fault, Finding
from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.registry import Check, Hit, check
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.own import defined_at, own_things
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reading.model import SETTINGS_ID
from lumme_graph.reading.own_code import Failure, Named, OwnCode, failure_of

FAILS = Fault(
    "LG109",
    Label("{name}: {why}"),
    Label("{mend}"),
    "A check or a question of the model's own, which `checks` or `questions` of `model.yaml` names, "
    "cannot be used: there is no such module or no such name in it, the module fails when it is "
    "imported, what is named is neither, two have one code, or a check fails while it runs. The file "
    "and line in it are said. What the other checks find stays true; it is looked at only with "
    "`--trust`.",
)
_FAILS_AT = replace(FAILS, sentence=Label("{name}: {why}, at {at}"))
FAULTS = (FAILS,)
QUESTIONS: Final = "questions"
"""The setting that names questions; what is wrong with those is told here too."""


class OwnFound(NamedTuple):
    """What the checks of the model's own find, which of them ran, and what is wrong with its code."""

    found: tuple[Finding, ...] = ()
    codes: frozenset[str] = frozenset()

    def judges(self, code: str) -> bool:
        """Is it known here whether there is anything of a code: is it ours, or did its check run?"""
        return not OWN_CODE.fullmatch(code) or code in self.codes


def own_checks(graph: ServiceGraph) -> dict[str, Check]:
    """The checks that a trusted model names, by their codes."""
    return {one.key: cast("Check", one) for _, one in own_things(graph.own, Check.setting).found}


def known_faults(graph: ServiceGraph) -> dict[str, Fault]:
    """What the checks of a trusted model's own can find, by their codes."""
    return {code: one.fault for code, one in own_checks(graph).items()}


@once
def own_found(day: Day) -> OwnFound:
    """Run the checks of a trusted model, each once."""
    own = day.graph.own
    if own is None:
        return OwnFound()
    checks, questions = own_things(own, Check.setting), own_things(own, QUESTIONS)
    said = [_failed(day, *one) for one in (*checks.failed, *questions.failed)]
    ran: list[str] = []
    for named, one in checks.found:
        found = _found(own, cast("Check", one), day)
        if isinstance(found, Failure):
            said.append(_failed(day, named, found))
        else:
            said += found
            ran.append(one.key)
    return OwnFound(tuple(said), frozenset(ran))


def _found(own: OwnCode, one: Check, day: Day) -> tuple[Finding, ...] | Failure:
    found = own.run(lambda: tuple(one.run(day)))
    if not isinstance(found, Failure):
        return found
    why = Label("{code} failed: {why}").fill(code=one.key, why=found.why)
    return replace(found, why=why, at=found.at or defined_at(own, one.function))


class OwnCheckError(ValueRefusedError):
    """A check of one's own failed while it ran; the message says which, why, and where in its code."""


def found_by(one: Check, day: Day) -> tuple[Finding, ...]:
    """What a check of a script finds. Raises `OwnCheckError`, from what it raised, where it fails."""
    code = getattr(one.function, "__code__", None)
    folder = str(Path(code.co_filename).parent) if code else ""
    try:
        return tuple(one.run(day))
    except Exception as error:
        failure = failure_of(error, folder, folder)
        at = failure.at or defined_at(OwnCode(folder, folder), one.function)
        where = f", at {at}" if at else ""
        why = Speaker(CODE)(failure.why).words
        raise OwnCheckError(f"{one.key} failed: {why}{where}") from error


def _failed(day: Day, named: Named, failure: Failure) -> Finding:
    place = day.graph.place(SETTINGS_ID, named.setting, named.index)
    said = {"name": named.name, "why": failure.why, "mend": failure.mend}
    return _FAILS_AT.at(place, at=failure.at, **said) if failure.at else FAILS.at(place, **said)


@check(
    "LG310",
    Label("code of the model's own was not run: {names}"),
    Label("if you trust whoever wrote it, run it with --trust"),
)
def own_code_not_run(day: Day) -> Iterator[Hit]:
    """The model names checks or questions of its own, which were not run.

    ## Why it matters
    They are programs in Python. Whoever runs them lets their authors do on this machine whatever she
    may do herself, so nothing of them is read before she says so. What they would find is not
    known.

    ## Mend it
    Look at what the module does and who may change it. `lumme check MODEL --trust` runs it; in
    Python `lg.load("mine", trust=True)` does.
    """
    graph = day.graph
    if graph.not_run:
        setting = Check.setting if graph.settings.checks else QUESTIONS
        yield Hit(None, setting, names=", ".join(graph.not_run))
