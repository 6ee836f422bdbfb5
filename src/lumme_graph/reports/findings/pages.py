"""The page of each code: what it finds, why it matters, how to mend it, and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from lumme_graph.base.codes import CODES
from lumme_graph.base.finding import Fault, KnownError
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label, Pattern
from lumme_graph.base.languages import spoken
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.check import FAULTS
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


def known_code(code: str) -> tuple[str | None, str | None]:
    """The code, if it can be found, else the nearest one."""
    wanted = code.strip().upper()
    if wanted in FAULTS:
        return wanted, None
    by_name = {CODES[known].name.upper(): known for known in FAULTS}
    return by_name.get(wanted), nearest(wanted, FAULTS)


def explain(code: str | None = None, lang: str = "en") -> str:
    """What a code finds, why it matters and how to mend it; without a code, the list of all.

    What the check says and advises is in the language, the rest of the page in English. Raises `KnownError` where there is no such
    code, with the one that may be meant, and `LanguageError` where there are no such words.
    """
    speak = Speaker(spoken(lang))
    if code is None:
        return code_list(speak)
    known, guess = known_code(code)
    if known is None:
        more = f"did you mean {guess}?" if guess else "`lumme explain` lists them"
        raise KnownError(f"there is no code {code}; {more}")
    return code_page(known, speak)


def code_list(speak: Speaker) -> str:
    """Every code that can be found, with its severity and name."""
    rows = [
        f"{code}  {speak(SEVERITIES[CODES[code].severity]).shown:9}  {CODES[code].name}"
        for code in FAULTS
    ]
    return "\n".join(rows) + "\n"


def code_page(code: str, speak: Speaker) -> str:
    """The page of a code, as Markdown: what the check says is in a language, the rest in English."""
    fault = FAULTS[code]
    patterns = ((SAYS, fault.sentence), (HINT, fault.hint))
    said = [
        f"{speak(head).words}: {_pattern(label, speak)}"
        for head, label in patterns
        if _tells(label)
    ]
    parts = [
        f"# {code} {CODES[code].name} ({speak(SEVERITIES[CODES[code].severity]).words})",
        *(["\n".join(said)] if said else []),
        fault.page,
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
