"""What `lumme build` makes: pictures, coverage, findings and data, and pages that lead to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path as Folder
from typing import NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.analysis.coverage.cells import CellState
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment.assess import Assessment, assess
from lumme_graph.base.codes import CODES, Severity
from lumme_graph.base.finding import Finding
from lumme_graph.base.label import Counted, Label
from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.base.tree import write_tree
from lumme_graph.checks.check import check
from lumme_graph.drawing.draw import draw_many
from lumme_graph.drawing.kinds import DRAWINGS
from lumme_graph.drawing.output import file_name
from lumme_graph.drawing.picture import Drawing
from lumme_graph.elements.evidence import Standing
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.write import rdf_bytes
from lumme_graph.reports.coverage import tables as coverage_tables
from lumme_graph.reports.coverage import to_html as coverage_html
from lumme_graph.reports.coverage import to_json as coverage_json
from lumme_graph.reports.findings import to_json as findings_json
from lumme_graph.reports.findings import to_text as findings_text
from lumme_graph.reports.html.page import table
from lumme_graph.reports.html.tree import h
from lumme_graph.site.page import navigation, page

START = Label("Start")
COVERAGE = Label("Coverage of the guide")
FINDINGS = Label("Findings")
CONTENTS = Label("What the model holds")
DATA = Label("Data")
AS_OF = Label("As of {day}.")
MADE = Label("Made with lumme_graph from the model “{name}”.")
COVERED = Label("of the guide is done")
SEVERITIES = {
    Severity.ERROR: Label("Errors"),
    Severity.WARNING: Label("Warnings"),
    Severity.INFO: Label("For information"),
}
UNKNOWN = Label("cells where it is not known whether it is offered")
ERRORS = Counted("error in the model", "errors in the model")
WARNINGS = Counted("warning in the model", "warnings in the model")
KIND = Label("Kind")
NUMBER = Label("Number")
FACTS = Label("The same as a table")
LARGE = Label("Open large")
TABLE = Label("Picture and table")
CODED = Label(
    "S = sourced, D = derived, I = illustrative (invented). Feelings are illustrative unless stated otherwise."
)
RULE = Label(
    "A cell is one item at one library in one language. Unknown and exempt cells are left out of the count, but always shown."
)
TURTLE = Label("RDF (Turtle)")
NTRIPLES = Label("RDF (N-Triples)")
COVERAGE_JSON = Label("Coverage (JSON)")
FINDINGS_JSON = Label("Findings (JSON)")
FILES = {
    "data/model.ttl": TURTLE,
    "data/model.nt": NTRIPLES,
    "data/coverage.json": COVERAGE_JSON,
    "data/findings.json": FINDINGS_JSON,
}


class Built(NamedTuple):
    """The files of a build, one line about it, and how it went: 0, or 1 where there are errors."""

    files: dict[str, str | bytes]
    summary: str
    exit_code: int

    def write(self, folder: Folder) -> None:
        """Write the files into a folder; those of an earlier build that are no more are removed.

        Raises `OutputError` where the folder holds what no build made, or cannot be written.
        """
        write_tree(folder, self.files)


@dataclass(frozen=True, slots=True)
class _Work:
    """All that the pages show, worked out once."""

    graph: ServiceGraph
    judged: Assessment
    findings: tuple[Finding, ...]
    languages: tuple[str, ...]
    drawings: dict[str, dict[str, list[Drawing]]]
    """By language and kind; those that have something to show."""

    @property
    def coverage(self) -> Coverage:
        """What the guide covers."""
        return self.judged.coverage

    @property
    def day(self) -> date:
        """The day that everything is of."""
        return self.coverage.day


def build(graph: ServiceGraph, lang: str) -> Built:
    """Everything that can be made of a model, as files by their relative names.

    The start page `index.html` is in the model's first language; the summary is in `lang`.
    """
    languages = graph.settings.languages.all
    judged = assess(graph)
    found = judged.coverage
    findings = tuple(finding.within(graph.root) for finding in check(graph))
    drawings = {tag: _drawn(graph, tag) for tag in languages}
    work = _Work(graph, judged, findings, languages, drawings)
    files: dict[str, str | bytes] = {}
    for tag in languages:
        files |= _pages(work, graph.speaker(tag))
        for drawing in chain.from_iterable(drawings[tag].values()):
            files[_file(drawing)] = drawing.svg
    files["data/model.ttl"] = rdf_bytes(graph, "turtle")
    files["data/model.nt"] = rdf_bytes(graph, "ntriples")
    files["data/coverage.json"] = coverage_json.render(judged)
    files["data/findings.json"] = findings_json.render(findings, graph)
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    speak = graph.speaker(lang)
    done = speak(joined([COVERAGE, found.done.whole], ": ")).shown
    return Built(files, f"{done}. {findings_text.summary(findings, speak)}", int(errors))


def _drawn(graph: ServiceGraph, lang: str) -> dict[str, list[Drawing]]:
    return {
        name: [
            drawing
            for drawing in draw_many(graph, kind.ids(graph), kind=name, lang=lang)
            if kind.of or not drawing.is_empty
        ]
        for name, kind in DRAWINGS.items()
    }


def _file(drawing: Drawing) -> str:
    """The address of a drawing."""
    return f"drawings/{file_name(drawing, 'svg')}"


def _name(work: _Work, stem: str, lang: str) -> str:
    """The address of a page; the start page of the first language is index.html."""
    if stem == "index" and lang == work.languages[0]:
        return "index.html"
    return f"{stem}.{lang}.html"


def _pages(work: _Work, speak: Speaker) -> dict[str, str | bytes]:
    bodies = {
        "index": (_title(work, speak), _start(work, speak)),
        "findings": (speak(FINDINGS), _findings(work, speak)),
    }
    for drawing in chain.from_iterable(work.drawings[speak.lang].values()):
        bodies[drawing.page] = (drawing.title, _drawing_page(drawing, speak))
    made: dict[str, str | bytes] = {
        _name(work, stem, speak.lang): page(
            title,
            speak,
            body,
            statement=work.graph.settings.statement,
            home=_title(work, speak),
            links=_links(work, stem, speak),
            languages=_translations(work, stem, speak.lang),
            footer=(speak(MADE, name=work.graph.settings.name), " ", speak(AS_OF, day=work.day)),
        )
        for stem, (title, body) in bodies.items()
    }
    others = _translations(work, "coverage", speak.lang)
    above = navigation(speak, _links(work, "coverage", speak), others)
    report = coverage_html.render(work.judged, speak.lang, top=[above])
    return made | {_name(work, "coverage", speak.lang): report}


def _translations(work: _Work, stem: str, lang: str) -> list[tuple[str, str]]:
    return [(tag, "" if tag == lang else _name(work, stem, tag)) for tag in work.languages]


def _links(work: _Work, here: str, speak: Speaker) -> list[tuple[Said, str]]:
    stems = {"index": START, "coverage": COVERAGE, "findings": FINDINGS}
    return [
        (speak(label), "" if stem == here else _name(work, stem, speak.lang))
        for stem, label in stems.items()
    ]


def _title(work: _Work, speak: Speaker) -> Said:
    return speak(work.graph.settings.name)


def _start(work: _Work, speak: Speaker) -> list[ET.Element]:
    counts = Counter(finding.severity for finding in work.findings)
    done = work.coverage.done
    unknown = work.coverage.states[CellState.UNKNOWN]
    lang = speak.lang
    coverage_page, findings_page = (_name(work, stem, lang) for stem in ("coverage", "findings"))
    covered = speak(joined([COVERED, f" ({done.fraction})"], ""))
    figures = [
        _number(speak(done.share), covered, coverage_page),
        _number(speak(unknown), speak(UNKNOWN), coverage_page),
        *(
            _number(speak(n := counts[severity]), speak(label, n=n), findings_page)
            for severity, label in ((Severity.ERROR, ERRORS), (Severity.WARNING, WARNINGS))
        ),
    ]
    return [
        h("ul", figures, class_="figures"),
        *_failed_gates(work, speak),
        *_pictures(work, speak),
        h("h2", speak(CONTENTS)),
        _contents(work, speak),
        h("h2", speak(DATA)),
        h("ul", [h("li", h("a", speak(label), href=file)) for file, label in FILES.items()]),
    ]


def _failed_gates(work: _Work, speak: Speaker) -> list[ET.Element]:
    """The gates of the settings that the guide does not reach, as `lumme check` judges them."""
    missed = coverage_tables.gates(work.judged, speak, failed_only=True)
    return [h("h2", missed.title), table(missed, captioned=False)] if missed.rows else []


def _number(number: Said, words: Said, href: str) -> ET.Element:
    return h("li", h("a", h("strong", number), href=href), h("span", words))


def _pictures(work: _Work, speak: Speaker) -> Iterator[ET.Element]:
    """Every drawing, under the headings of their kinds."""
    figures: dict[Label, list[ET.Element]] = {}
    for kind in DRAWINGS.values():
        for drawing in work.drawings[speak.lang][kind.name]:
            figures.setdefault(kind.heading, []).append(_figure(work, drawing, speak))
    for heading, found in figures.items():
        yield h("h2", speak(heading))
        if any(kind.of for kind in DRAWINGS.values() if kind.heading == heading):
            yield h("p", speak(CODED), class_="meta")
        yield h("div", found, class_="pictures")


def _figure(work: _Work, drawing: Drawing, speak: Speaker) -> ET.Element:
    """A drawing with its title, which leads to its page."""
    element = work.graph.find(drawing.shape.head.id)
    href = _name(work, drawing.page, speak.lang)
    standing = getattr(element, "standing", None)
    tag = [h("span", speak(standing.label), class_="tag")] if isinstance(standing, Standing) else []
    title = drawing.title
    picture = h("img", src=_file(drawing), alt=title.shown, loading="lazy")
    return h(
        "figure",
        h("a", picture, href=href),
        h("figcaption", h("strong", title), tag, h("a", speak(TABLE), href=href)),
    )


def _contents(work: _Work, speak: Speaker) -> ET.Element:
    rows = [
        h(
            "tr",
            h("td", speak(cls.kind.plural)),
            h("td", speak(len(found)), class_="number"),
            h("td", _standings(found, speak)),
        )
        for cls in ELEMENTS
        if (found := work.graph.all(cls))
    ]
    head = h(
        "tr",
        h("th", speak(KIND), scope="col"),
        h("th", speak(NUMBER), scope="col", class_="number"),
        h("th", "S / D / I", scope="col"),
    )
    return h("table", h("thead", head), h("tbody", rows))


def _standings(elements: Sequence[object], speak: Speaker) -> Said:
    counts = Counter(getattr(element, "standing", None) for element in elements)
    parts = [joined([s.label, counts[s]], " ") for s in Standing if counts[s]]
    return speak(joined(parts) if parts else "–")


def _findings(work: _Work, speak: Speaker) -> list[ET.Element]:
    """The findings by severity and code: the hint once, then each thing found with its place."""
    made = [h("p", findings_text.summary(work.findings, speak).split("\n")[0])]
    for severity, head in SEVERITIES.items():
        found = [finding for finding in work.findings if finding.severity is severity]
        if found:
            made.append(h("h2", speak(head), f" ({len(found)})"))
        by_code: dict[str, list[Finding]] = {}
        for finding in sorted(found, key=lambda finding: finding.code):
            by_code.setdefault(finding.code, []).append(finding)
        for code, same in by_code.items():
            made.append(h("h3", f"{code} {CODES[code].name} ({len(same)})"))
            hints = list(dict.fromkeys(speak(one.remedy) for one in same))
            if len(hints) == 1:
                made.append(h("p", "→ ", hints[0], class_="meta"))
            items = [_finding(one, speak, hinted=len(hints) > 1) for one in same]
            made.append(h("ul", items))
    return made


def _finding(finding: Finding, speak: Speaker, *, hinted: bool) -> ET.Element:
    place = str(finding.place) or finding.element
    hint = [h("span", "→ ", speak(finding.remedy), " ", class_="meta")] if hinted else []
    return h("li", speak(finding.problem), " ", hint, h("code", place, class_="meta"))


def _drawing_page(drawing: Drawing, speak: Speaker) -> list[ET.Element]:
    title = drawing.title
    picture = h("img", src=_file(drawing), alt=title.shown)
    return [
        h("p", drawing.shape.head.description, class_="meta"),
        h("div", picture, class_="picture", tabindex="0", role="region", aria_label=title.shown),
        h("p", h("a", speak(LARGE), href=_file(drawing))),
        h("h2", speak(FACTS)),
        table(drawing.table, captioned=False),
    ]
