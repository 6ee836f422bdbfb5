"""The look of every page: one calm style without script, and how tables are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.speaker import Speaker
from lumme_graph.base.text import Text
from lumme_graph.reports.html.tree import Child, document, h, in_language
from lumme_graph.views.brand import Brand
from lumme_graph.views.table import Table

_GREYS: Final = {"ink": "#1d2b33", "soft": "#55656e", "line": "#d5dde1"}
_TINT: Final = "#f3f6f7"
_LINK: Final = "#0b5a7a"
_STYLE: Final = """
:root{color-scheme:light;--paper:#fff}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--paper);font:17px/1.55 "Segoe UI",system-ui,-apple-system,Roboto,"Liberation Sans",Arial,sans-serif}
header,main,footer{max-width:74rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:1.5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
nav .here{font-weight:600;color:var(--ink)}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem;font-size:.95rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1{font-size:2rem;line-height:1.2;margin:1.5rem 0 .5rem;overflow-wrap:break-word;hyphens:auto}
h2{font-size:1.35rem;line-height:1.3;margin:2.75rem 0 .75rem}
p{max-width:44rem;margin:.5rem 0}
.statement{border-inline-start:.35rem solid var(--ink);background:var(--tint);padding:.75rem 1rem;margin:1rem 0;max-width:none}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;margin:1.5rem 0;padding:0;list-style:none}
.figures li{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem}
.figures strong{display:block;font-size:1.75rem;line-height:1.2}
.figures span{color:var(--soft)}
.pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:1.5rem}
figure{margin:0;border:1px solid var(--line);border-radius:.5rem;padding:.75rem;display:flex;flex-direction:column}
figure>a{display:flex;align-items:center;justify-content:center;height:13rem;background:var(--tint);border-radius:.25rem;overflow:hidden}
figure img{max-width:100%;max-height:100%}
figcaption{padding-top:.75rem}
figcaption strong{display:block}
.tag{display:inline-block;border:1px dashed var(--soft);border-radius:.25rem;padding:0 .4rem;font-size:.85rem;color:var(--soft);margin-inline-end:.5rem}
.other::after{content:" [" attr(lang) "]";color:var(--soft)}
.wide{overflow-x:auto}
.picture{overflow-x:auto;width:calc(100vw - 3rem);max-width:112rem;margin-left:50%;transform:translateX(-50%)}
.picture img{display:block;width:100%;min-width:62rem}
table{border-collapse:collapse;min-width:min(100%,36rem);margin:.75rem 0 1.5rem;font-size:.95rem}
caption{text-align:start;font-weight:600;padding:.5rem 0}
th,td{text-align:start;vertical-align:top;padding-block:.4rem;padding-inline:0 1.25rem;border-bottom:1px solid var(--line);overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--ink);overflow-wrap:normal}
.number{text-align:end;white-space:nowrap;padding-inline-end:1.5rem}
code{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
main li{margin:.3rem 0;max-width:60rem}
.meta{color:var(--soft);font-size:.9rem}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:2rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
@media print{body{font-size:10pt}nav{display:none}figure,.figures li,tr{break-inside:avoid}a{color:inherit}}
"""


def sheet(
    title: str,
    lang: str,
    *parts: Child | Iterable[Child],
    style: str = "",
    brand: Brand | None = None,
) -> str:
    """A whole page: its head, and the parts of its body.

    `style` is added to that of every page; a page with one of its own is not indented. `brand` are
    the colours of the network that the page is about.
    """
    head = h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("title", title),
        h("style", _colours(brand) + _STYLE + style),
    )
    return document(h("html", head, h("body", *parts), **in_language(lang)), indented=not style)


def _colours(brand: Brand | None) -> str:
    colours = {**_GREYS, "tint": _TINT, "link": _LINK}
    if brand:
        tint = brand.hued(_TINT)
        colours = {name: brand.grey(usual) for name, usual in _GREYS.items()}
        colours |= {"tint": tint, "link": brand.words(_LINK, tint)}
    return f"\n:root{{{';'.join(f'--{name}:{colour}' for name, colour in colours.items())}}}"


def stated(statement: Text | None, speak: Speaker) -> list[ET.Element]:
    """What every output says of the model, such as that it is unofficial."""
    return [h("p", speak(statement), class_="statement")] if statement else []


def table(data: Table, *, captioned: bool = True) -> ET.Element:
    """A table of data; it scrolls by itself where the screen is too narrow."""
    looks = [{"class_": "number"} if column.align == "right" else {} for column in data.columns]
    head = [
        h("th", column.label, scope="col", **look) if column.label else h("td", **look)
        for column, look in zip(data.columns, looks, strict=True)
    ]
    rows = [
        h("tr", [h("td", cell, **look) for cell, look in zip(row, looks, strict=True)])
        for row in data.rows
    ]
    caption = [h("caption", data.title)] if captioned else []
    made = h("table", caption, h("thead", h("tr", head)), h("tbody", rows))
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=data.title)
