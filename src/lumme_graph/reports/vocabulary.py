"""A vocabulary as one page: each term at the place that its address names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label, Message
from lumme_graph.base.languages import spoken
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.html.page import sheet
from lumme_graph.reports.html.tree import Child, h, in_language
from lumme_graph.views.vocabulary import (
    NamedLink,
    VocabularyEntry,
    VocabularyFact,
    VocabularyField,
    VocabularyList,
    VocabularyPage,
)

_TITLE = Label("The vocabulary of lumme_graph")
_ABOUT = Label(
    "What a model of library services says in RDF under terms of its own, since no shared vocabulary "
    "has them. Everything else is said in shared terms: the tables of classes show both."
)
_NAMESPACE = Label("Namespace")
_FORMS = Label("The same for programs")
_CLASSES = Label("Classes")
_PROPERTIES = Label("Properties")
_METRICS = Label("Measures of coverage")
_LISTS = Label("Code lists")
_FIELD = Label("field")
_PROPERTY = Label("property")
_VALUES = Label("values")
_TIMES = Label("how many")
_CODE = Label("code")
_CALLED = Label("called")
_SAME = Label("the same as")
_MORE = Label("and {n} more")
_UP = Label("Back to the top")
_FEW: Final = 12
_STYLE: Final = """
.term{border-top:1px solid var(--line);padding:1rem 0 .5rem;scroll-margin-top:1rem}
.term:target{background:var(--tint);box-shadow:-1rem 0 var(--tint),1rem 0 var(--tint)}
.term h3{margin:0;font-size:1.1rem;display:flex;flex-wrap:wrap;gap:.15rem 1rem;align-items:baseline}
.term h3 a{text-decoration:none}.names{color:var(--soft);font-weight:400;font-size:.95rem}
.names span+span::before{content:" · "}
dl{display:grid;grid-template-columns:8.5rem 1fr;gap:.15rem 1rem;margin:.5rem 0;max-width:60rem;font-size:.95rem}
dt{color:var(--soft)}dd{margin:0;min-width:0}dd>a,dd>code{display:inline-block;margin-inline-end:.75rem}.term code{overflow-wrap:break-word}
summary{cursor:pointer;color:var(--link)}
.index{columns:15rem;column-gap:2rem;padding:0;list-style:none;font-size:.92rem}.index li{margin:.1rem 0;break-inside:avoid}
.term table{font-size:.92rem;margin-bottom:.75rem}.term td code{white-space:nowrap}
@media (max-width:40rem){dl{grid-template-columns:1fr;gap:0}dt{margin-top:.35rem}}
"""


def render(page: VocabularyPage, lang: str = "en") -> str:
    """The whole page."""
    speak = Speaker(spoken(lang))
    title = speak(_TITLE)
    groups = ((_CLASSES, "classes"), (_PROPERTIES, "properties"), (_METRICS, "metrics"))
    body: list[Child] = []
    for label, name in groups:
        entries: tuple[VocabularyEntry, ...] = getattr(page, name)
        body.append(h("h2", speak(label), f" ({len(entries)})", id=f"all-{name}"))
        body.append(_index((entry.name, entry.anchor) for entry in entries))
        body += [_entry(entry, speak) for entry in entries]
    body.append(h("h2", speak(_LISTS), f" ({len(page.lists)})", id="all-lists"))
    body.append(_index((one.name, one.anchor) for one in page.lists))
    body += [_list(one, speak) for one in page.lists]
    menu = (*groups, (_LISTS, "lists"))
    links = [h("li", h("a", speak(label), href=f"#all-{name}")) for label, name in menu]
    return sheet(
        title.shown,
        speak.lang,
        h(
            "header",
            h("h1", title, id="top"),
            h("p", speak(_ABOUT)),
            h("p", speak(_NAMESPACE), " ", h("code", f"{page.prefix}: {page.namespace}")),
            h("p", speak(_FORMS), ": ", _commands()),
            h("nav", h("ul", links)),
        ),
        h("main", body),
        h("footer", h("p", h("a", speak(_UP), href="#top"))),
        style=_STYLE,
    )


def _commands() -> Iterator[Child]:
    """How the same is written for programs."""
    for form in ("owl", "shacl", "context"):
        yield h("code", f"lumme schema --format {form}")
        yield " "


def _index(names: Iterable[tuple[str, str]]) -> ET.Element:
    """Every name of a part of the page, by the alphabet."""
    found = sorted(names, key=lambda each: each[0].lower())
    return h("ul", [_item(name, anchor) for name, anchor in found], class_="index")


def _item(name: str, anchor: str) -> ET.Element:
    return h("li", h("a", name.partition(":")[2], href=f"#{anchor}"))


def _head(anchor: str, name: str, label: Message) -> ET.Element:
    return h("h3", h("a", h("code", name), href=f"#{anchor}"), _names(label))


def _names(label: Message) -> ET.Element:
    """What something is called in every language that the program comes with."""
    words = label.by_tag().items()
    spans = [h("span", said, **in_language(tag)) for tag, said in words]
    return h("span", spans, class_="names")


def _entry(entry: VocabularyEntry, speak: Speaker) -> ET.Element:
    facts = [part for fact in entry.facts for part in _fact(fact, speak)]
    if entry.example:
        facts += [h("dt", "SPARQL"), h("dd", h("code", entry.example))]
    return h(
        "section",
        _head(entry.anchor, entry.name, entry.label),
        h("p", entry.definition, lang="en", dir="ltr"),
        h("dl", facts) if facts else [],
        _fields(entry, speak) if entry.fields else [],
        class_="term",
        id=entry.anchor,
    )


def _fact(fact: VocabularyFact, speak: Speaker) -> Iterator[ET.Element]:
    yield h("dt", speak(fact.label))
    links = list(map(_link, fact.links))
    if len(links) <= _FEW:
        yield h("dd", links)
        return
    rest = h("details", h("summary", speak(_MORE, n=len(links) - _FEW)), links[_FEW:])
    yield h("dd", links[:_FEW], rest)


def _link(link: NamedLink) -> ET.Element:
    words = h("code", link.name)
    return h("a", words, href=link.href) if link.href else words


def _fields(entry: VocabularyEntry, speak: Speaker) -> ET.Element:
    heads = [h("th", speak(label), scope="col") for label in (_FIELD, _PROPERTY, _VALUES, _TIMES)]
    rows = [_row(field, speak) for field in entry.fields]
    return _table(entry.name, heads, rows)


def _row(field: VocabularyField, speak: Speaker) -> ET.Element:
    values: list[Child] = []
    for link in field.values:
        values += [" ", _link(link)]
    return h(
        "tr",
        h("td", h("code", field.alias)),
        h("td", [_link(field.through), " / "] if field.through else [], _link(field.property)),
        h("td", values),
        h("td", speak(field.times) if field.times else ""),
    )


def _list(one: VocabularyList, speak: Speaker) -> ET.Element:
    heads = [h("th", speak(label), scope="col") for label in (_CODE, _CALLED, _SAME)]
    rows = [
        h(
            "tr",
            h("td", h("code", code.name)),
            h("td", _names(code.label) if code.label else ""),
            h("td", _link(code.same) if code.same else ""),
        )
        for code in one.codes
    ]
    head = _head(one.anchor, one.name, one.label)
    return h("section", head, _table(one.name, heads, rows), class_="term", id=one.anchor)


def _table(name: str, heads: list[ET.Element], rows: list[ET.Element]) -> ET.Element:
    made = h("table", h("thead", h("tr", heads)), h("tbody", rows))
    return h("div", made, class_="wide", tabindex="0", role="region", aria_label=name)
