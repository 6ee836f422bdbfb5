"""The texts that the search looks through, as a script that sets one variable.

Pages opened from a folder may not fetch files, but may run scripts; so the texts come as one, and
`assets/search.js` makes the index of them in the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lumme_graph.base.json_text import json_text
from lumme_graph.site.search_words import language

WHOLE: Final = 1_500
"""Of more pages than this only names and leads are looked through."""

_HEAD: Final = "window.LUMME_SEARCH="
_FIELDS: Final = ("href", "name", "lang", "also", "kind", "library", "answers", "lead", "text")


@dataclass(frozen=True)
class SearchDoc:
    """A page as the search sees it, in one language.

    `address` is relative to the folder of the edition and language. `name_lang` is the language of
    a name that is not in that of the page. `also` are other names and search words, which count
    nearly as much as the name. A page that `answers` is what a reader asks for: a section, a path
    or a service. `library` says whose it is, `lead` is shown below the name.
    """

    address: str
    name: str
    kind: str
    name_lang: str = ""
    also: tuple[str, ...] = ()
    answers: bool = False
    library: str = ""
    lead: str = ""
    text: str = ""


def search_script(docs: Sequence[SearchDoc], lang: str) -> str:
    r"""The script with the texts of the pages in a language; one page stands on a line.

    >>> print(search_script([SearchDoc("path-a.html", "A < B", "path")], "et"), end="")
    window.LUMME_SEARCH={"stop": [], "changes": [], "spaced": true, "lang": "et",
    "fields": ["href", "name", "lang", "also", "kind", "library", "answers", "lead", "text"],
    "docs": [
    ["path-a.html", "A \u003c B", "", "", "path", "", 0, "", ""]
    ]};
    """
    knows = _json(language(lang)._asdict() | {"lang": lang})
    rows = ",\n".join(_json(_row(doc, whole=len(docs) <= WHOLE)) for doc in docs)
    return f'{_HEAD}{knows[:-1]},\n"fields": {_json(_FIELDS)},\n"docs": [\n{rows}\n]}};\n'


def _row(doc: SearchDoc, *, whole: bool) -> list[str | int]:
    text = doc.text if whole else ""
    named = (doc.address, doc.name, doc.name_lang, "; ".join(doc.also), doc.kind, doc.library)
    return [*named, int(doc.answers), doc.lead, text]


def _json(data: object) -> str:
    """Data that is safe in a script, wherever that stands."""
    return json_text(data, None).rstrip("\n").replace("<", r"\u003c")
