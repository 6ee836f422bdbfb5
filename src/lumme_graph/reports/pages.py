"""The page of each code: what it finds, why it matters, how to mend it, and an example."""

from __future__ import annotations

import re
from importlib.resources import files

from lumme_graph.base.codes import CODES
from lumme_graph.base.finding import Fault
from lumme_graph.base.guess import nearest
from lumme_graph.base.text import Label
from lumme_graph.checks import FAULTS
from lumme_graph.reports.findings_text import SEVERITIES

_SAYS = Label("Sanoo", "Says", "Säger")
_HINT = Label("Neuvoo", "Advises", "Råder")
_FIRES = Label("Esimerkki, josta huomautetaan", "An example that is reported", "Ett exempel som anmärks")
_SILENT = Label("Sama kunnossa", "The same, mended", "Samma, åtgärdat")
_CASE = re.compile(r"^## (?P<title>.+?)\n(?P<rest>.*?)(?=^## |\Z)", re.M | re.S)
_BLOCK = re.compile(r"^```yaml\n(?P<yaml>.*?)^```", re.M | re.S)


def known_code(code: str) -> tuple[str | None, str | None]:
    """The code, if it can be found, else the nearest one."""
    wanted = code.strip().upper()
    if wanted in FAULTS:
        return wanted, None
    by_name = {CODES[known].name.upper(): known for known in FAULTS}
    return by_name.get(wanted), nearest(wanted, FAULTS)


def code_list(lang: str) -> str:
    """Every code that can be found, with its severity and name."""
    rows = [
        f"{code}  {SEVERITIES[CODES[code].severity].say(lang):9}  {CODES[code].name}" for code in FAULTS
    ]
    return "\n".join(rows) + "\n"


def code_page(code: str, lang: str) -> str:
    """The page of a code, as Markdown."""
    fault = FAULTS[code]
    severity = SEVERITIES[CODES[code].severity].say(lang)
    parts = [
        f"# {code} {CODES[code].name} ({severity})",
        f"{_SAYS.say(lang)}: {_pattern(fault.sentence, lang)}\n{_HINT.say(lang)}: {_pattern(fault.hint, lang)}",
        fault.page,
        *_examples(fault, lang),
    ]
    return "\n\n".join(parts) + "\n"


def _pattern(label: Label, lang: str) -> str:
    return re.sub(r"\{(\w+)\}", r"<\1>", label.say(lang))


def _examples(fault: Fault, lang: str) -> list[str]:
    """The first case that fires and the first that is silent."""
    page = files("lumme_graph.checks").joinpath("cases", f"{fault.code}.md")
    if not page.is_file():
        return []
    cases = [_BLOCK.search(case["rest"]) for case in _CASE.finditer(page.read_text(encoding="utf-8"))]
    blocks = [block["yaml"] for block in cases if block]
    fires = next((block for block in blocks if fault.code in block), None)
    silent = next((block for block in blocks if fault.code not in block), None)
    shown = ((_FIRES, fires), (_SILENT, silent))
    return [f"## {head.say(lang)}\n\n```yaml\n{block}```" for head, block in shown if block]
