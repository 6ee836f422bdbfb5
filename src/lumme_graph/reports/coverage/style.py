"""The look of the coverage report, and its filters, which are style alone: no script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

FIRST: Final = 3
"""The column of a matrix that holds the first library."""

STYLE = """
header,main,footer{max-width:112rem}
main h2{margin-top:3.25rem}
.figures{grid-template-columns:repeat(auto-fit,minmax(11rem,1fr))}
.figures a{text-decoration:none}.figures a:hover strong,.figures a:focus-visible strong{text-decoration:underline}
.key{display:flex;flex-wrap:wrap;gap:.4rem .75rem;list-style:none;padding:0;margin:.75rem 0}
main .key li{margin:0}
.key a{display:inline-block;padding:.2rem .6rem;border-radius:.25rem;color:inherit;border:1px solid #6b7780}
.covered{background:#e2f0ec;color:#12372f}
.stale,.planned,.untranslated,.partial{background:#f6cf8b;color:#3a2400}
.missing,.uncovered{background:#8c2a1f;color:#fff}
.unknown{background:#fff;color:#3d4a53}
.exempt{background:#eef1f3;color:#46525a}
.key .missing{color:#fff}
i{font-style:normal;font-weight:700;display:inline-block;min-width:1.05em}
.filter{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1.25rem;margin:1rem 0;padding:1rem 1.25rem;background:var(--tint);border-radius:.5rem}
.filter label{display:flex;flex-direction:column;gap:.2rem;font-size:.9rem;font-weight:600}
.filter select,.filter button{font:inherit;font-weight:400;padding:.35rem .5rem;border:1px solid var(--soft);border-radius:.25rem;background:#fff;color:var(--ink);max-width:19rem}
.filter select:focus-visible,.filter button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.filter p{flex-basis:100%;margin:0}
.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.matrix{width:auto;font-size:.85rem;line-height:1.3;border-collapse:separate;border-spacing:0}
.matrix th,.matrix td{padding:.28rem .35rem;border-bottom:1px solid #fff;border-inline-end:1px solid #fff;vertical-align:middle}
.matrix thead th{vertical-align:bottom;border-bottom:2px solid var(--ink);background:var(--paper)}
.matrix thead a{white-space:nowrap}
.matrix thead th{font-weight:600}
.matrix tbody th[scope=row]{position:sticky;inset-inline-start:0;background:var(--paper);min-width:11.5rem;max-width:17rem;font-weight:400;border-bottom:1px solid var(--line);z-index:1}
.matrix tbody th[scope=rowgroup]{padding-top:1.1rem;font-size:1rem;border-bottom:1px solid var(--ink)}
.matrix tbody th[scope=rowgroup] span{position:sticky;inset-inline-start:.35rem}
.matrix td{white-space:nowrap;font-size:.75rem}
.matrix .sum,.matrix tfoot td{font-size:.85rem}
.matrix .unknown,.matrix .exempt{border-bottom-color:var(--line)}
.matrix .sum{background:var(--paper);color:var(--ink);border-bottom:1px solid var(--line);text-align:end;font-variant-numeric:tabular-nums}
.matrix tfoot td,.matrix tfoot th{border-top:2px solid var(--ink);border-bottom:0;font-variant-numeric:tabular-nums}
.matrix tfoot td{text-align:start}
.matrix thead .sum{border-bottom:2px solid var(--ink)}
.state{padding:.05rem .5rem;border-radius:.25rem;display:inline-block;white-space:nowrap;border:1px solid #6b7780}
.groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(30rem,100%),1fr));gap:0 3rem;align-items:start}
.groups table{width:100%;min-width:0}
.list{display:none;border:2px solid var(--link);border-radius:.5rem;padding:0 1.25rem 1rem;margin:1.5rem 0;scroll-margin-top:1rem}
.list:target{display:block}
.list h3{font-size:1.2rem}
.lists:not(:has(:target)) .none{display:block}
.none{display:none}
.steps td:first-child{color:var(--soft)}
details{margin:.5rem 0}summary{cursor:pointer;color:var(--link);padding:.25rem 0}summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{
@page{size:A4 landscape;margin:11mm}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:9pt;line-height:1.4}
header,main,footer{max-width:none;padding:0}
h1{font-size:17pt}h2{font-size:12pt;margin-top:6mm;break-after:avoid}
.figures li{padding:2mm 3mm}.figures strong{font-size:14pt}
.filter,.lists{display:none}
.wide{overflow:visible}
table{font-size:8pt}
th,td{padding:.8mm 4mm .8mm 0}
tfoot{display:table-row-group}
details::details-content{display:block;content-visibility:visible}summary{display:none}
.matrix{font-size:7pt;line-height:1.2}
.matrix th,.matrix td{padding:.7mm .8mm}
.matrix td{font-size:6.5pt}
.matrix .sum,.matrix tfoot td{font-size:7pt}
.matrix tbody th[scope=row]{position:static;min-width:32mm;max-width:46mm}
.matrix tbody th[scope=rowgroup]{font-size:8.5pt;padding-top:2.5mm;break-after:avoid}
.matrix i{min-width:0}
.wide+.wide,.pagebreak{break-before:page}
a{text-decoration:none}
}
"""


def filters(
    kinds: Iterable[str], profiles: Iterable[str], libraries: Iterable[str], states: Iterable[str]
) -> str:
    """The rules that hide what was not chosen in the lists of the form `#filter`.

    Rows say their kind in `data-k`, profiles in `data-p`, libraries in `data-l`, states in
    `data-s`, and each state with its library as `state@library`. In a matrix a library is a column.
    """
    found = list(libraries)
    rules = [_hide("k", value, f'tr[data-k]:not([data-k="{value}"])') for value in kinds]
    rules += [_hide("p", value, f'tr[data-k]:not([data-p~="{value}"])') for value in profiles]
    for place, value in enumerate(found, FIRST):
        rules.append(_hide("l", value, f'tr[data-l]:not([data-l~="{value}"])'))
        rules.append(
            _hide("l", value, f"tr>:nth-child(n+{FIRST}):not(:nth-child({place}))", ".matrix")
        )
    for state in states:
        rules.append(_hide("s", state, f'tr[data-k]:not([data-s~="{state}"])'))
        others = f".matrix tbody td:nth-child(n+{FIRST}):not(.{state})"
        rules.append(f"main:has({_chosen('s', state)}) {others}{{opacity:.25}}")
        rules += [
            f"main:has({_chosen('s', state)}):has({_chosen('l', library)}) "
            f'.f tr[data-k]:not([data-s~="{state}@{library}"]){{display:none}}'
            for library in found
        ]
    return "\n".join(rules) + "\n"


def _chosen(name: str, value: str) -> str:
    return f'#f-{name} option[value="{value}"]:checked'


def _hide(name: str, value: str, what: str, where: str = ".f") -> str:
    return f"main:has({_chosen(name, value)}) {where} {what}{{display:none}}"
