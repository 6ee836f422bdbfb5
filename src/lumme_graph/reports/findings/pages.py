"""The page of each code: what it finds, why it matters, how to mend it, and an example."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from lumme_graph.base.by_name import echo
from lumme_graph.base.codes import OWN_CODE
from lumme_graph.base.finding import Fault
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Pattern
from lumme_graph.base.languages import spoken
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.check import FAULTS
from lumme_graph.checks.own_code import known_faults
from lumme_graph.checks.select import UnknownCodeError
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reports.findings.to_text import SEVERITIES

SAYS = Label("Says")
HINT = Label("Advises")
_FIRES = "An example that is reported"
_SILENT = "The same, mended"
_REPORT = "text"
"""The form of the block that says what the command reports; the others are files."""
_CASE = re.compile(r"^## (?P<title>.+?)\n(?P<rest>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_BLOCK = re.compile(
    r"^```(?P<form>\w+)(?P<file>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_MARK = re.compile(r"# (?=LG\d{3}$)", re.MULTILINE)
_FILE = "case.yaml"


def explain(code: str | None = None, lang: str = "en", *, graph: ServiceGraph | None = None) -> str:
    """What a code finds, why it matters and how to mend it; without a code, the list of all.

    With a graph, codes of its own are known too: the page of one is the docstring of its check. What
    the check says and advises is in the language, the rest of the page in English. Raises
    `UnknownCodeError` where there is no such code, with the one that may be meant, and `LanguageError`
    where there are no such words.
    """
    speak = Speaker(spoken(lang))
    known = FAULTS | (known_faults(graph) if graph else {})
    if code is None:
        return code_list(known.values(), speak)
    if not isinstance(code, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{code!r} is no code: give its text, such as 'LG201'")
    wanted = code.strip().upper()
    by_name = {fault.about.name.upper(): fault for fault in known.values()}
    fault = known.get(wanted) or by_name.get(wanted)
    if fault is None:
        raise UnknownCodeError(f"there is no code {echo(code)}; {_instead(wanted, known, graph)}")
    return code_page(fault, speak)


def _instead(wanted: str, known: Iterable[str], graph: ServiceGraph | None) -> str:
    """What to do where there is no code of a name."""
    if OWN_CODE.fullmatch(wanted) and (graph is None or graph.not_run):
        return f"if it is of a model's own, name that too: `lumme explain {wanted} MODEL --trust`"
    guess = nearest(wanted, known)
    return f"did you mean {guess}?" if guess else "`lumme explain` lists them"


def code_list(known: Iterable[Fault], speak: Speaker) -> str:
    """Every code that can be found, with its severity and name."""
    rows = [
        f"{one.code}  {speak(SEVERITIES[one.about.severity]).shown:9}  {one.about.name}"
        for one in known
    ]
    return "\n".join(rows) + "\n"


def code_page(fault: Fault, speak: Speaker) -> str:
    """The page of a code, as Markdown: what the check says is in a language, the rest in English."""
    patterns = ((SAYS, fault.sentence), (HINT, fault.hint))
    said = [
        f"{speak(head).words}: {_pattern(label, speak)}"
        for head, label in patterns
        if _tells(label)
    ]
    parts = [
        f"# {fault.code} {fault.about.name} ({speak(SEVERITIES[fault.about.severity]).words})",
        *(["\n".join(said)] if said else []),
        *([fault.page] if fault.page else []),
        *_examples(fault),
    ]
    return "\n\n".join(parts) + "\n"


def _tells(pattern: Pattern) -> bool:
    """Does a pattern have words of its own?"""
    return re.search(r"\w", re.sub(r"\{\w+\}", "", pattern.english)) is not None


def _pattern(pattern: Pattern, speak: Speaker) -> str:
    words = pattern.by_tag().get(speak.lang, pattern.english)
    return re.sub(r"\{(\w+?)\}", r"<\1>", words)


def _examples(fault: Fault) -> list[str]:
    """The first case that fires and the first that is silent."""
    page = files("lumme_graph.checks").joinpath("cases", f"{fault.code}.md")
    if not page.is_file():
        return []
    cases = list(_CASE.finditer(page.read_text(encoding="utf-8")))
    shown: list[str] = []
    for head, begins in ((_FIRES, "Fires"), (_SILENT, "Is silent")):
        case = next((case for case in cases if case["title"].startswith(begins)), None)
        if case:
            shown += [f"## {head}", *_blocks(case["rest"])]
    return shown


def _blocks(case: str) -> Iterator[str]:
    """The files of a case, what is reported marked with an arrow, and the report."""
    blocks = list(_BLOCK.finditer(case))
    several = sum(block["form"] != _REPORT for block in blocks) > 1
    for block in blocks:
        if block["form"] == _REPORT:
            yield "`lumme check` says:"
        elif several:
            yield f"`{block['file'].partition('#')[0].strip() or _FILE}`"
        yield f"```{block['form']}\n{_MARK.sub('# ← ', block['text'])}```"
