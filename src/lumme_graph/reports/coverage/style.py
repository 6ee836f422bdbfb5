"""The look of coverage. Colours are those of the page around it where it names them, else our own."""

from __future__ import annotations

from typing import Final

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.reports.coverage.shown import TONES
from lumme_graph.views.cell_rows import SIGNS

_COLOURS: Final = {
    "done": ("#dbeaf1", "#16242f", "#7fb2c9"),
    "part": ("#f3c26b", "#16242f", "#f3c26b"),
    "gap": ("#96261c", "#fff", "#96261c"),
    "unknown": ("transparent", "var(--soft)", "var(--paper)"),
    "none": ("#eceff1", "#3f4c55", "#d5dbdf"),
}
"""Ground, ink, and the colour of a bar; those of the drawings."""


def _state(state: CellState) -> str:
    """The sign of a square, which is not read aloud, and the colours of a state."""
    tone = TONES[SIGNS[state]]
    ground, ink, bar = _COLOURS[tone]
    here, mark = f".grid td.{state.word}", SIGNS[state]
    return (
        f"{here},.st.{tone}{{background:var(--{tone},{ground});color:var(--{tone}-ink,{ink})}}\n"
        f'{here}::before{{content:"{mark}";content:"{mark}" / ""}}\n'
        f".spread .{state.word}{{background:var(--bar-{tone},{bar})}}\n"
    )


WIDTH: Final = 60
"""The parts that a bar of states is divided into."""

STYLE: Final = (
    "".join(map(_state, CellState))
    + "".join(f".w{size}{{flex:{size}}}" for size in range(1, WIDTH + 1))
    + """
.st{display:inline-block;white-space:nowrap;padding:.05rem .6rem;border:1px solid transparent;border-radius:999px;font-size:.9375em;line-height:1.45;text-decoration:none}
.st span{font-weight:700}
.st.unknown{border:1px dashed var(--edge,#6b7982)}
.spread{display:flex;width:10rem;height:.8rem;border:1px solid var(--edge,#6b7982);border-radius:3px;overflow:hidden;margin-top:.3em}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.figures{grid-template-columns:repeat(auto-fit,minmax(min(9rem,100%),1fr))}
.figures a{text-decoration:none}.figures a:hover strong{text-decoration:underline}
.states{display:flex;flex-wrap:wrap;gap:.4rem .6rem;list-style:none;padding:0;margin:1rem 0;max-width:none}.states li{margin:0}
.states a:hover{text-decoration:underline}
.filter{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem 1.25rem;margin:1rem 0;padding:1rem 1.25rem;background:var(--tint);border-radius:8px}
.filter label{display:flex;flex-direction:column;gap:.2rem;font-size:.9rem;font-weight:600}
.filter :is(select,button){font:inherit;font-weight:400;padding:.4rem .5rem;border:1px solid var(--edge,#6b7982);border-radius:6px;background:var(--paper);color:var(--ink);max-width:17rem}
.filter :focus-visible,.wide:focus-visible,details summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.filter p{flex-basis:100%;margin:0}
.only{display:none;scroll-margin-top:1rem;margin:1rem 0;padding:.6rem 1rem;border-inline-start:4px solid var(--link);background:var(--tint)}
.only:target{display:block}
.wide{overflow-x:auto}
.grid{border:0;background:none;border-collapse:separate;border-spacing:0;min-width:0;width:auto;font-size:.9rem;line-height:1.3}
.grid :is(th,td){padding:.3rem .4rem;border:0;vertical-align:middle}
.grid thead th:nth-child(n+3){text-align:center}.grid tr>:first-child{padding-inline-start:0}
.grid thead th{vertical-align:bottom;border-bottom:2px solid var(--ink);font-weight:600;background:none}
.grid thead span{display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);max-height:11rem;text-align:start}
.grid :is(thead,tbody) tr>:nth-child(2){padding-inline-end:.75rem}
.grid tbody th[scope=row]{position:sticky;inset-inline-start:0;z-index:1;background:var(--ground,var(--paper));min-width:10rem;max-width:22rem;padding-inline-start:0;font-weight:400;border-bottom:1px solid var(--line)}
.grid td{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums;border-bottom:1px solid var(--line)}
.grid td[class]{min-width:2.4rem;height:2.1rem;padding:0 .1rem;text-align:center;font-size:0;border:1px solid var(--ground,var(--paper))}
.grid td.unknown{border:0;border-bottom:1px solid var(--line)}
.grid td[class]::before{font-size:.9rem;line-height:1.2;font-weight:700}
.grid td small{display:block;font-size:.7rem;line-height:1}
.grid td:is(.stale,.planned,.untranslated){font-size:.75rem;padding:0 .5rem}
.grid td:is(.stale,.planned,.untranslated)::before{margin-inline-end:.3em}
.grid tbody tr:hover>*{border-bottom-color:var(--ink)}
:is(.grid,.bars) th[scope=rowgroup]{padding:1.2rem 0 .35rem;font-size:1.05rem;font-weight:600;border-bottom:1px solid var(--ink)}
:is(.grid,.bars) th[scope=rowgroup] span{position:sticky;inset-inline-start:0}
.grid tfoot :is(th,td){border-top:2px solid var(--ink);border-bottom:0;font-size:.8rem}
.bars :is(th,td){font-weight:400}.bars thead th{font-weight:600}.bars td{font-variant-numeric:tabular-nums;white-space:nowrap}
.numbers td{text-align:end;font-variant-numeric:tabular-nums}.numbers tbody th{font-weight:400}.numbers thead th+th{text-align:end}
.cells{width:100%;max-width:72rem}.cells tbody :is(th,td){border-bottom:1px solid var(--line)}.cells tbody th{font-weight:400;min-width:12rem}
.cells :is(th,td):last-child{text-align:end;font-variant-numeric:tabular-nums}
.groups{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(28rem,100%),1fr));gap:0 3rem;align-items:start}.groups table{width:100%;min-width:0}.groups tbody th{font-weight:400}
.acts td:first-child{color:var(--soft)}.acts .meta{display:block}.acts td:last-child{white-space:nowrap}
details{margin:.5rem 0}summary{cursor:pointer;color:var(--link);padding:.25rem 0}
@media (max-width:40rem){.grid tbody th[scope=row]{min-width:8.5rem;max-width:8.5rem;font-size:.85rem;overflow-wrap:anywhere}.filter label,.filter select{width:100%;max-width:none}
.acts{min-width:0;font-size:.85rem}.acts td:nth-child(2){min-width:14rem}.acts .meta{font-size:.8rem}.acts :is(th,td){padding-inline-end:.6rem}.acts td:last-child{white-space:normal}
.grid td[class]{min-width:1.9rem}.grid tfoot td{font-size:.62rem;padding-inline:.15rem}
.bars,.bars tbody{display:block;min-width:0}.bars thead{display:none}.bars tbody tr{display:grid;grid-template-columns:1fr auto;gap:.2rem .75rem;padding:.6rem 0;border-bottom:1px solid var(--line)}.bars :is(td,th[scope=row]){border:0;padding:0}.bars td:last-child{grid-column:1/-1;white-space:normal}
.cells,.cells tbody{display:block;min-width:0}.cells thead{display:none}.cells tr{display:grid;grid-template-columns:1fr auto;gap:.1rem .75rem;padding:.6rem 0;border-bottom:1px solid var(--line)}.cells :is(th,td){border:0;padding:0}.cells tbody th{font-weight:600}.cells td:nth-child(n+4){color:var(--soft)}.cells td:nth-child(3){grid-column:1/-1}.cells td:nth-child(4):empty{display:none}}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.filter,.only{display:none!important}.wide{overflow:visible}details::details-content{display:block;content-visibility:visible}summary{display:none}
.grid{font-size:7.5pt}.grid td[class]{height:5mm;min-width:7mm}.grid td[class]::before{font-size:8pt}.grid td small{font-size:6pt}.acts .meta,.meta{font-size:7.5pt}.grid tbody th[scope=row]{position:static;max-width:58mm}.grid tr,.cells tr,.bars tr{break-inside:avoid}.grid tfoot{display:table-row-group}.grid tfoot td{font-size:6pt;padding-inline:.5mm}
.cells,.bars,.numbers,.acts,.groups table{font-size:8pt}:is(.cells,.bars,.numbers,.acts,.groups) :is(th,td){padding-block:.7mm}
:is(.grid,.bars) th[scope=rowgroup]{break-after:avoid;padding-top:3mm}h2{break-after:avoid}#matrix,#gaps{break-before:page;margin-top:0}.groups>*{break-inside:avoid}a{text-decoration:none}}
"""
)
"""The look of the whole page of coverage."""
