"""The look of the page of changes: what comes and goes by line and sign, never by colour alone."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
:root{--new:#1f6b52;--removed:#96261c;--changed:#8a4b00;--moved:#5b3f9e;--renamed:#4a5862}
.contents{columns:2;max-width:60rem;padding-inline-start:1.2rem}
.contents li{break-inside:avoid}
.kinds{display:flex;flex-wrap:wrap;gap:.4rem .8rem;list-style:none;padding:0;margin:1rem 0}
.kinds li{margin:0}
.ch{display:inline-block;white-space:nowrap;border:1.5px solid currentColor;border-radius:999px;padding:0 .55rem;font-size:.85rem;font-weight:600;line-height:1.5}
.ch.new{color:var(--new)}.ch.removed{color:var(--removed);border-style:dashed}.ch.changed{color:var(--changed)}.ch.moved{color:var(--moved)}.ch.renamed{color:var(--renamed);border-style:dotted}
.el{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.el h3{margin:0 0 .25rem;display:flex;flex-wrap:wrap;gap:.3rem .6rem;align-items:baseline}
.el code{color:var(--soft)}
:is(.el,.redlined) table{width:100%;max-width:72rem;table-layout:fixed}
:is(.el,.redlined) th:first-child{width:24%}
:is(.el,.redlined) tbody th{font-weight:400}
:is(.el,.redlined) td{white-space:pre-line}
td.none{color:var(--soft)}
del{color:var(--removed);text-decoration:line-through;background:#fcebe9}
ins{color:var(--new);text-decoration:underline;text-decoration-thickness:2px;background:#e8f3ee;font-weight:600}
.place{display:block;color:var(--soft);font-size:.9em}
dl.facts{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;font-size:.95rem}
dl.facts dt{color:var(--soft)}dl.facts dd{margin:0;white-space:pre-line}
.redlined{margin:1.5rem 0 2rem}
.redlined{border-top:1px solid var(--line)}
details{margin:.5rem 0}summary{cursor:pointer;color:var(--link);padding:.25rem 0}
.findings li{max-width:72rem}
@media (max-width:40rem){.contents{columns:1}.el table{table-layout:auto;min-width:0}dl.facts{grid-template-columns:1fr}}
@media print{.el,.redlined img{break-inside:avoid}details{display:block}}
"""
