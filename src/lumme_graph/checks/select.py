"""Which findings are asked for, by their codes, and whether they make a check fail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from lumme_graph.base.by_name import brief, echo
from lumme_graph.base.codes import CODES, OWN_CODE
from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.finding import Finding
from lumme_graph.base.guess import nearest
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.graph.tagged import AnyTags, asked_tags

Codes = str | Iterable[str]
"""Codes or their beginnings: `"LG2,LG403"`, or each by itself."""


class UnknownCodeError(UnknownNameError):
    """No code is, or begins, as is asked for; the message names the nearest."""


def selected(
    findings: Iterable[Finding],
    select: Codes,
    ignore: Codes,
    own: Iterable[str] = (),
    *,
    are_all: bool = True,
) -> tuple[Finding, ...]:
    """The findings with the selected codes, all where there are none, but for the ignored ones.

    What cannot be read is never left out. `own` are codes that are known beside ours; where these are
    not all, since a model is not trusted, there may be any other that is like them.
    """
    known = [*CODES, *own]
    wanted, unwanted = (_beginnings(codes, known, are_all=are_all) for codes in (select, ignore))
    return tuple(
        finding
        for finding in findings
        if finding.is_unread
        or (
            (not wanted or finding.code.startswith(wanted))
            and not (unwanted and finding.code.startswith(unwanted))
        )
    )


def of_tagged(
    graph: ServiceGraph, findings: tuple[Finding, ...], tag: AnyTags | None
) -> tuple[Finding, ...]:
    """The findings on elements that have a tag; all of them where the model cannot be read whole.

    Raises `UnknownTagError` for a tag that no element has.
    """
    asked = asked_tags(tag)
    if not asked or any(finding.is_unread for finding in findings):
        return findings
    ids = {element.id for element in graph.tagged(*asked)}
    return tuple(finding for finding in findings if finding.element in ids)


def _beginnings(codes: Codes, known: Iterable[str], *, are_all: bool) -> tuple[str, ...]:
    listed = [codes] if isinstance(codes, str) else _listed(codes)
    found = tuple(
        code.strip().upper() for words in listed for code in words.split(",") if code.strip()
    )
    for code in found:
        may_be_own = not are_all and OWN_CODE.fullmatch(code)
        if not may_be_own and not any(one.startswith(code) for one in known):
            guess = nearest(code, known)
            more = f"; did you mean {guess}?" if guess else ""
            if not guess and not are_all:
                more = "; if it is of the model's own, say that you trust that: --trust, trust=True"
            raise UnknownCodeError(f"there is no code {echo(code)}{more}")
    return found


def _listed(codes: object) -> list[str]:
    listed = list(cast("Iterable[object]", codes)) if isinstance(codes, Iterable) else [codes]
    for one in listed:
        if not isinstance(one, str):
            given = brief(repr(one))
            raise TypeError(f'{given} is no code: write "LG2,LG403", or a list of codes')
    return cast("list[str]", listed)


def exit_code(findings: Iterable[Finding], *, strict: bool = False) -> int:
    """How `lumme check` ends: 2 where a model cannot be read whole, 1 for errors, else 0.

    Where it is strict, warnings fail too.
    """
    found = list(findings)
    if any(finding.is_unread for finding in found):
        return 2
    failing = {"error", "warning"} if strict else {"error"}
    return int(any(finding.severity in failing for finding in found))
