"""The reference of the codes: the page of each, joined into one a language."""

from __future__ import annotations

import re

from lumme_graph.base.catalogue import CODE
from lumme_graph.base.codes import CODES
from lumme_graph.base.label import Label
from lumme_graph.base.languages import spoken
from lumme_graph.base.speaker import Speaker
from lumme_graph.checks.check import FAULTS
from lumme_graph.reports.findings.pages import HINT, SAYS, code_page
from lumme_graph.reports.findings.to_text import SEVERITIES

_PARAMETER = re.compile(r"<\w+>")
_TITLE = Label("What the check finds")
_MADE = Label(
    "This page is made from the checks: `lumme schema --format md -o docs/reference`. `lumme explain LG201` shows the page of one code."
)


def checks_page(lang: str) -> str:
    """Every code that can be found, with its page, as Markdown.

    Raises `LanguageError` where the program has no words in the language.
    """
    speak, english = Speaker(spoken(lang)), Speaker(CODE)
    contents = [
        f"- [{code} {CODES[code].name}](#{code.lower()}-{CODES[code].name}), "
        f"{speak(SEVERITIES[CODES[code].severity]).words}"
        for code in FAULTS
    ]
    pages = [_lower(code_page(fault, english)) for fault in FAULTS.values()]
    head = f"# {speak(_TITLE).words}\n\n{speak(_MADE).words}\n\n"
    return head + "\n".join(contents) + "\n\n" + "\n".join(pages)


def _lower(page: str) -> str:
    """A page with its headings one level lower, its code alone in the first, so as to be linked to.

    Parameters such as <name> are set as code, since they would be taken for markup.
    """
    head, *lines = page.split("\n")
    title, _, severity = head.partition(" (")
    made = [f"#{title}", "", f"({severity}"]
    said = tuple(f"{head.english}: " for head in (SAYS, HINT))
    within = False
    for line in lines:
        within ^= line.startswith("```")
        if line.startswith("#") and not within:
            made.append(f"#{line}")
        elif line.startswith(said) and not within:
            made.append("- " + _PARAMETER.sub(r"`\g<0>`", line))
        else:
            made.append(line)
    return "\n".join(made)
