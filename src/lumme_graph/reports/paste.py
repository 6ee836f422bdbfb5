"""A sheet to paste from: as a page with a button to copy each field, and as rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.csv_text import csv_text
from lumme_graph.reports.html.page import sheet as page
from lumme_graph.reports.html.tree import Child, h, in_language
from lumme_graph.views.brand import Brand
from lumme_graph.views.paste import (
    PasteBlock,
    PasteField,
    PasteForm,
    PasteSheet,
    Shown,
    as_read,
)
from lumme_graph.views.paste_rows import PasteRow, paste_rows

_ADVICE: Final = Label("Before you begin")
_LOOK: Final = Label("What to look at")
_NONE_TOO_LONG: Final = Label("Every text fits.")
_TOO_LONG: Final = Counted("{n} text is too long", "{n} texts are too long")
_BY: Final = Counted("{n} character too long", "{n} characters too long")
_EMPTY: Final = Label("What the model does not know")
_MISSING: Final = Label("empty", "fields of a sheet")
_OF: Final = Label("{n} of {all}")
_FIELD: Final = Label("field", "of another system")
_COPY: Final = Label("Copy", "to the clipboard")
_COPIED: Final = Label("Copied", "to the clipboard")
_OF_WHAT: Final = Label("what", "a kind of thing")

_STYLE: Final = """
.block{border-top:2px solid var(--ink);margin-top:2.5rem;padding-top:.25rem}
.block h3{font-size:1.2rem;margin:.75rem 0 .25rem}.block h4{margin:1rem 0 .25rem;font-size:1rem}
.paste{width:100%;table-layout:fixed;margin:.25rem 0 .75rem}.paste td{white-space:pre-wrap}
.paste th{width:13rem;font-weight:400;color:var(--soft)}.paste .size{width:7rem;white-space:nowrap;text-align:end}
.paste .do{width:6.5rem;white-space:nowrap;padding-inline-end:0;text-align:end}
.paste small{display:block;white-space:normal;color:var(--soft)}
.over td,.over th,.warned{background:#fdeaea}.over .size strong{display:block;white-space:normal;color:#8c1d18}
.warned{border-inline-start:.35rem solid #8c1d18;padding:.5rem 1rem;max-width:none}
button{font:inherit;font-size:.9rem;padding:.2rem .7rem;border:1px solid var(--link);border-radius:.3rem;color:var(--link);background:var(--paper);cursor:pointer}
button.done{border-color:var(--soft);color:var(--soft)}button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{.do{display:none}.block{break-inside:auto}}
@media (max-width:44rem){.paste,.paste tbody,.paste tr,.paste th,.paste td{display:block;width:auto;text-align:start;border:0;padding:.1rem 0}.paste tr{border-bottom:1px solid var(--line);padding:.35rem 0}}
"""
_SCRIPT: Final = """
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy).textContent;
    try { await navigator.clipboard.writeText(text); }
    catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
    }
    button.textContent = button.dataset.copied;
    button.classList.add("done");
  });
}
"""


def paste_page(made: PasteSheet, speak: Speaker, brand: Brand | None = None) -> str:
    """The whole sheet as a page that needs no other file, in the colours of the network."""
    said = [h("p", made.statement, class_="statement")] if made.statement else []
    return page(
        made.title,
        speak.lang,
        h("header", h("h1", made.title), said, _contents(_groups(made))),
        h(
            "main",
            h("h2", speak(_ADVICE)),
            h("ul", [h("li", one) for one in made.advice]),
            h("h2", speak(_LOOK)),
            *_looked_at(made, speak),
            *_blocks(made, speak),
        ),
        h("script", _SCRIPT),
        style=_STYLE,
        brand=brand,
    )


def _looked_at(made: PasteSheet, speak: Speaker) -> Iterator[Child]:
    long = made.too_long
    yield h("h3", speak(_TOO_LONG, n=len(long)) if long else speak(_NONE_TOO_LONG))
    if long:
        yield h("ul", [h("li", _long(*one, speak)) for one in long])
    heads = h("tr", [h("th", speak(head), scope="col") for head in (_OF_WHAT, _FIELD, _MISSING)])
    rows = [
        h("tr", h("td", kind), h("td", field), h("td", speak(_OF, n=n, all=of), class_="number"))
        for (kind, field), (n, of) in made.empty.items()
    ]
    yield h("h3", speak(_EMPTY))
    if rows:
        table = h("table", h("thead", heads), h("tbody", rows))
        label = speak(_EMPTY).words
        yield h("div", table, class_="wide", tabindex="0", role="region", aria_label=label)
    if made.lacking:
        yield h("ul", [h("li", what, f": {of}") for what, of in made.lacking])


def _long(block: PasteBlock, form: PasteForm, field: PasteField, speak: Speaker) -> list[Child]:
    where = " · ".join(as_read(part) for part in (block.title, form.title, field.label))
    return [
        h("a", where, href=f"#{block.id}"),
        ": ",
        speak(_BY, n=field.too_long).words,
        f" ({field.length}/{field.limit})",
    ]


def _contents(groups: Iterable[tuple[Shown, list[PasteBlock]]]) -> ET.Element:
    """The way to each group, by its first thing."""
    links = [
        h("li", h("a", group, href=f"#{blocks[0].id}"), f" ({len(blocks)})")
        for group, blocks in groups
    ]
    return h("nav", h("ul", links))


def _groups(made: PasteSheet) -> list[tuple[Shown, list[PasteBlock]]]:
    found = groupby(made.blocks, key=lambda one: one.group)
    return [(group, list(blocks)) for group, blocks in found]


def _blocks(made: PasteSheet, speak: Speaker) -> Iterator[Child]:
    for group, blocks in _groups(made):
        yield h("h2", group)
        for block in blocks:
            yield _block(block, speak)


def _block(block: PasteBlock, speak: Speaker) -> ET.Element:
    warned = [h("p", one, class_="warned") for one in block.warnings]
    forms: list[Child] = []
    for at, form in enumerate(block.forms):
        forms.append(h("h4", form.title))
        rows = [
            _row(field, f"{block.id}-{at}-{n}", form.lang or speak.lang, speak)
            for n, field in enumerate(form.fields)
        ]
        forms.append(h("table", h("tbody", rows), class_="paste"))
    heading = h("h3", block.title, " ", h("span", block.kind, f" · {block.id}", class_="meta"))
    return h("section", heading, warned, forms, class_="block", id=block.id)


def _row(field: PasteField, id_: str, lang: str, speak: Speaker) -> ET.Element:
    size: list[Child] = []
    if field.words and field.limit is not None:
        size.append(f"{field.length}/{field.limit}")
    elif field.limit is not None:
        size.append(f"–/{field.limit}")
    if field.too_long:
        size.append(h("strong", speak(_BY, n=field.too_long)))
    words: Child = h("span", field.words, id=id_, **in_language(lang)) if field.words else "–"
    note = [h("small", field.note)] if field.note else []
    button = (
        [
            h(
                "button",
                speak(_COPY),
                type="button",
                hidden="hidden",
                data_copy=id_,
                data_copied=speak(_COPIED).words,
                aria_label=f"{speak(_COPY).words}: {as_read(field.label)}",
            )
        ]
        if field.words
        else []
    )
    return h(
        "tr",
        h("th", field.label, scope="row"),
        h("td", words, note),
        h("td", size, class_="size"),
        h("td", button, class_="do"),
        **({"class_": "over"} if field.too_long else {}),
    )


def paste_csv(made: PasteSheet, speak: Speaker) -> str:
    """A row a field, for whoever shares the work out; the statement stands above them."""
    statement = [(as_read(made.statement),)] if made.statement else []
    rows = (map(_written, row) for row in paste_rows(made))
    return csv_text([*statement, [speak(head).shown for head in PasteRow.heads()], *rows])


def _written(value: str | int | None) -> str:
    return "" if value is None else str(value)
