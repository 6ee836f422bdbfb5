"""Coverage as one page: totals, a matrix for each language, gaps, what to write next.

It needs no script and no other file. Every number leads to the list of what it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple
from xml.etree import ElementTree as ET

from lumme_graph.base.text import Label
from lumme_graph.checks.assessment import Assessment
from lumme_graph.checks.part import Part
from lumme_graph.elements.customers import Profile
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.names import name_label, short_label
from lumme_graph.query.cells import Cell, CellState, ratio
from lumme_graph.query.coverage import Coverage
from lumme_graph.query.deep import deep_cells
from lumme_graph.query.ratio import Ratio
from lumme_graph.reports import coverage_tables as tables
from lumme_graph.reports.coverage_style import STYLE, filters
from lumme_graph.reports.html import Child, h
from lumme_graph.reports.page import sheet, stated, table
from lumme_graph.views import coverage as groups
from lumme_graph.views.cell_rows import SIGNS, CellRow, cell_rows, where
from lumme_graph.views.part import language, told
from lumme_graph.views.table import Table

_TITLE = Label("Oppaan kattavuus", "Coverage of the guide", "Guidens täckning")
_AS_OF = Label("Tilanne {day}.", "As of {day}.", "Läget den {day}.")
_RULE = Label(
    "Ruutu on yksi kohde yhdessä kirjastossa yhdellä kielellä. Ei tiedossa olevat ja ei koske "
    "-ruudut jäävät laskun ulkopuolelle, mutta ne näytetään. Jokainen luku on linkki luetteloon "
    "siitä, mitä se laskee.",
    "A cell is one item at one library in one language. Unknown and exempt cells are left out of "
    "the count, but always shown. Every number is a link to the list of what it counts.",
    "En ruta är ett objekt vid ett bibliotek på ett språk. Okända rutor och rutor som inte gäller "
    "räknas inte med, men de visas. Varje tal är en länk till listan över det som det räknar.",
)
_DONE = Label("valmiina", "done", "klart")
_PLANS = Label("suunnitelmineen", "with plans", "med planer")
_DEEP = Label(
    "syvästi: kohde ja kaikki sen osat",
    "deep: the item and all its parts",
    "på djupet: objektet och alla dess delar",
)
_STATES = Label("Ruutujen tilat", "States of the cells", "Rutornas lägen")
_GROUPS = Label("Ryhmittäin", "By group", "Enligt grupp")
_MATRIX = Label("Kohteet ja kirjastot", "Items and libraries", "Objekt och bibliotek")
_CAPTION = Label(
    "Kohteet kirjastoittain, kieli: {language}",
    "Items by library, language: {language}",
    "Objekt per bibliotek, språk: {language}",
)
_FILTER = Label("Rajaa taulukoita", "Narrow the tables", "Begränsa tabellerna")
_FILTER_NOTE = Label(
    "Rajaus koskee matriiseja ja aukkoluetteloa; luvut pysyvät koko mallin lukuina.",
    "This narrows the matrices and the list of gaps; the numbers stay those of the whole model.",
    "Detta begränsar matriserna och listan över luckor; talen gäller hela modellen.",
)
_ANY = Label("kaikki", "all", "alla")
_CLEAR = Label("Näytä kaikki", "Show all", "Visa alla")
_KIND = Label("Laji", "Kind", "Slag")
_PROFILE = Label("Asiakasprofiili", "Customer profile", "Kundprofil")
_LIBRARY = Label("Kirjasto", "Library", "Bibliotek")
_STATE = Label("Tila", "State", "Läge")
_ITEM = Label("Kohde", "Item", "Objekt")
_SUM = Label("Katettu", "Covered", "Täckt")
_ALL = Label("Yhteensä", "In all", "Totalt")
_GAPS = Label("Aukot", "Gaps", "Luckor")
_LANGUAGE = Label("Kieli", "Language", "Språk")
_LIBRARIES = Label("Kirjastot", "Libraries", "Bibliotek")
_SECTIONS = Label("Osiot", "Sections", "Avsnitt")
_CELLS = Label("Ruutuja", "Cells", "Rutor")
_LISTS = Label("Luettelot", "Lists", "Listor")
_NO_LIST = Label(
    "Valitse yltä luku, niin sen luettelo näkyy tässä.",
    "Follow any number above, and its list is shown here.",
    "Följ ett tal ovan, så visas dess lista här.",
)
_MORE = Label("Vielä {n} tekoa", "{n} more acts", "Ytterligare {n} åtgärder")
_UP = Label("Takaisin ylös", "Back to the top", "Tillbaka upp")


MOST_ACTS = 10
"""Acts that are shown at once."""


class Listing(NamedTuple):
    """The list that a number leads to: its anchor, title and cells."""

    anchor: str
    title: str
    cells: Sequence[Cell]


def render(found: Assessment, lang: str = "en") -> str:
    """The whole page."""
    return _Page(found, lang).render()


@dataclass(frozen=True)
class _Page:
    found: Assessment
    lang: str

    def say(self, label: Label, **params: object) -> str:
        return label.say(self.lang, **params)

    @property
    def coverage(self) -> Coverage:
        return self.found.coverage

    @cached_property
    def cells(self) -> dict[str, list[Cell]]:
        """The cells by item."""
        return {item.id: self.coverage.of(item) for item in self.coverage.items}

    @cached_property
    def profiles(self) -> dict[str, list[str]]:
        """The profiles that use an item."""
        users: dict[str, list[str]] = {}
        for profile in self.coverage.graph.all(Profile):
            for id_ in (profile.id, *self.coverage.used_by(profile)):
                users.setdefault(id_, []).append(profile.id)
        return users

    def render(self) -> str:
        settings = self.coverage.graph.settings
        name = settings.name.say(self.lang, settings.languages.all).words
        whom = tables.about(self.found, self.lang)
        title = f"{self.say(_TITLE)}: {', '.join([*([whom] if whom else []), name])}"
        rules = filters(
            self._kinds(), self._profile_ids(), self._library_ids(), self._state_words()
        )
        return sheet(
            title,
            self.lang,
            h("header", h("h1", title, id="top"), stated(settings.statement, self.lang)),
            h("main", self._body()),
            h(
                "footer",
                h(
                    "p",
                    self.say(_AS_OF, day=self.coverage.day),
                    " ",
                    h("a", self.say(_UP), href="#top"),
                ),
            ),
            style=STYLE + rules,
        )

    def _body(self) -> list[Child]:
        return [
            h("p", f"{self.say(_AS_OF, day=self.coverage.day)} {self.say(_RULE)}"),
            self._figures(),
            *self._failing(),
            h("h2", self.say(_STATES)),
            self._key(),
            h("h2", self.say(tables.NEXT), id="next"),
            h("p", tables.method(self.found.write_next, self.lang)),
            *self._next(),
            h("h2", self.say(_MATRIX), id="matrix", class_="pagebreak"),
            self._filter(),
            *[self._matrix(tag) for tag in self.coverage.languages],
            *self._told(),
            h("h2", self.say(_GAPS), id="gaps", class_="pagebreak"),
            self._gaps(),
            h("h2", self.say(_GROUPS)),
            h("div", [self._group(by) for by in groups.GROUPS], class_="groups"),
            self._lists(),
        ]

    # Head.

    def _figures(self) -> ET.Element:
        shown = (
            (self.coverage.done, _DONE, "done"),
            (self.coverage.with_plans, _PLANS, "with-plans"),
            (self.found.deep, _DEEP, "deep"),
        )
        return h("ul", [self._figure(*one) for one in shown], class_="figures")

    def _figure(self, value: Ratio, label: Label, anchor: str) -> ET.Element:
        number = h(
            "a",
            h("strong", groups.percent(value)),
            f"{groups.fraction(value)} ",
            href=f"#list-{anchor}",
        )
        return h("li", number, h("span", self.say(label)))

    def _failing(self) -> list[Child]:
        shown = [
            tables.gates(self.found, self.lang),
            tables.change(self.found, self.lang),
        ]
        return [part for one in shown for part in self._plain(one)]

    def _plain(self, data: Table, look: str = "") -> list[Child]:
        if not data.rows:
            return []
        made = table(data, captioned=not look)
        if look:
            made[0].set("class", look)
        return [made]

    def _next(self) -> list[Child]:
        """The acts; those beyond the first ten fold away."""
        data = tables.write_next(self.found, self.lang)
        first, rest = data.rows[:MOST_ACTS], data.rows[MOST_ACTS:]
        made = self._plain(replace(data, rows=first), "steps")
        if rest:
            more = self._plain(replace(data, rows=rest), "steps")
            made.append(h("details", h("summary", self.say(_MORE, n=len(rest))), more))
        return made

    def _key(self) -> ET.Element:
        return h(
            "ul",
            [
                h(
                    "li",
                    h(
                        "a",
                        _sign(SIGNS[state]),
                        f" {self.say(state.label)}: {self.coverage.states[state]}",
                        href=f"#list-state-{state.word}",
                        class_=state.word,
                    ),
                )
                for state in CellState
            ],
            class_="key",
        )

    # Filter.

    def _kinds(self) -> list[str]:
        return list(dict.fromkeys(item.kind.prefix for item in self.coverage.items))

    def _profile_ids(self) -> list[str]:
        return [profile.id for profile in self.coverage.graph.all(Profile)]

    def _library_ids(self) -> list[str]:
        return [library.id for library in self.coverage.libraries]

    def _state_words(self) -> list[str]:
        return [state.word for state in CellState]

    def _filter(self) -> ET.Element:
        graph = self.coverage.graph
        kinds = [
            (kind, groups.named(self.coverage, "kind", kind, self.lang)) for kind in self._kinds()
        ]
        named = [(id_, name_label(graph[id_]).say(self.lang)) for id_ in self._profile_ids()]
        libraries = [(o.id, short_label(graph, o).say(self.lang)) for o in self.coverage.libraries]
        states = [(state.word, f"{SIGNS[state]} {self.say(state.label)}") for state in CellState]
        fields = (
            ("k", _KIND, kinds),
            ("p", _PROFILE, named),
            ("l", _LIBRARY, libraries),
            ("s", _STATE, states),
        )
        return h(
            "form",
            [self._select(*field) for field in fields],
            h("button", self.say(_CLEAR), type="reset"),
            h("p", self.say(_FILTER_NOTE), class_="meta"),
            class_="filter",
            id="filter",
            aria_label=self.say(_FILTER),
        )

    def _select(self, name: str, label: Label, choices: Iterable[tuple[str, str]]) -> ET.Element:
        options = [
            h("option", words, value=value) for value, words in [("", self.say(_ANY)), *choices]
        ]
        return h("label", self.say(label), h("select", options, id=f"f-{name}", autocomplete="off"))

    def _marks(self, item: Coverable, cells: Iterable[Cell]) -> dict[str, str]:
        """What the filter goes by: the kind, profiles and states of a row."""
        states = dict.fromkeys(
            word
            for cell in cells
            for word in (cell.state.word, f"{cell.state.word}@{cell.library.id}")
        )
        return {
            "data-k": item.kind.prefix,
            "data-p": " ".join(self.profiles.get(item.id, ())),
            "data-s": " ".join(states),
        }

    # Matrix.

    def _matrix(self, tag: str) -> ET.Element:
        caption = self.say(_CAPTION, language=language(tag, self.lang))
        bodies = [self._rows(kind, tag) for kind in self._kinds()]
        heads = [
            h("th", self.say(_ITEM), scope="col"),
            h("th", self.say(_SUM), scope="col", class_="sum"),
        ]
        heads += [
            self._head(library.id, short_label(self.coverage.graph, library).say(self.lang))
            for library in self.coverage.libraries
        ]
        made = h(
            "table",
            h("caption", caption),
            h("thead", h("tr", heads)),
            bodies,
            h("tfoot", self._foot(tag)),
            class_="matrix f",
        )
        return h("div", made, class_="wide", tabindex="0", role="region", aria_label=caption)

    def _head(self, library: str, name: str) -> ET.Element:
        return h("th", h("a", name, href=f"#list-library-{library}"), scope="col")

    def _rows(self, kind: str, tag: str) -> ET.Element:
        items = [item for item in self.coverage.items if item.kind.prefix == kind]
        across = str(2 + len(self.coverage.libraries))
        name = groups.named(self.coverage, "kind", kind, self.lang)
        count = ratio(
            [cell for item in items for cell in self.cells[item.id] if cell.language == tag]
        )
        head = h(
            "span",
            f"{name[:1].upper()}{name[1:]} ",
            h("a", groups.fraction(count), href=f"#list-kind-{kind}.{tag}"),
        )
        group = h("tr", h("th", head, scope="rowgroup", colspan=across))
        return h("tbody", group, [self._row(item, tag) for item in items])

    def _row(self, item: Coverable, tag: str) -> ET.Element:
        cells = [cell for cell in self.cells[item.id] if cell.language == tag]
        name = h("a", name_label(item).say(self.lang), href=f"#list-item-{item.id}")
        count = groups.fraction(ratio(cells))
        total = h("td", h("a", count, href=f"#list-item-{item.id}.{tag}"), class_="sum")
        row = h("tr", h("th", name, scope="row"), total, [self._cell(cell) for cell in cells])
        row.attrib.update(self._marks(item, cells))
        return row

    def _cell(self, cell: Cell) -> ET.Element:
        state = cell.state
        return h("td", _sign(SIGNS[state]), f" {self.say(state.label)}", class_=state.word)

    def _foot(self, tag: str) -> ET.Element:
        cells = [cell for same in self.cells.values() for cell in same if cell.language == tag]
        by_library: dict[str, list[Cell]] = {library.id: [] for library in self.coverage.libraries}
        for cell in cells:
            by_library[cell.library.id].append(cell)
        total = h("a", groups.fraction(ratio(cells)), href=f"#list-language-{tag}")
        sums = [
            h("td", h("a", groups.fraction(ratio(same)), href=f"#list-library-{id_}.{tag}"))
            for id_, same in by_library.items()
        ]
        return h("tr", h("th", self.say(_ALL), scope="row"), h("td", total, class_="sum"), sums)

    def _told(self) -> list[Child]:
        if not isinstance(self.found, Part):
            return []
        data = told(self.coverage, self.lang)
        return [h("h2", data.title), table(data, captioned=False)]

    # Lists.

    def _gaps(self) -> ET.Element:
        made = self._cell_table(self.coverage.gaps, self.say(_GAPS))
        made.set("class", "wide f")
        rows = made.findall("table/tbody/tr")
        for row, element in zip(cell_rows(self.coverage.gaps), rows, strict=True):
            cells = [Cell(row.item, o, row.languages[0], row.state) for o in row.libraries]
            libraries = " ".join(library.id for library in row.libraries)
            element.attrib.update({**self._marks(row.item, cells), "data-l": libraries})
        return made

    def _cell_table(self, cells: Sequence[Cell], caption: str) -> ET.Element:
        heads = (_STATE, _ITEM, _LANGUAGE, _LIBRARIES, _SECTIONS)
        head = [h("th", self.say(label), scope="col") for label in heads]
        head.append(h("th", self.say(_CELLS), scope="col", class_="number"))
        rows = [self._cell_row(row) for row in cell_rows(cells)]
        sum_ = h("td", str(len(cells)), class_="number")
        total = h("tr", h("th", self.say(_ALL), scope="row", colspan="5"), sum_)
        parts = h("thead", h("tr", head)), h("tbody", rows), h("tfoot", total)
        made = h("table", h("caption", caption), parts)
        return h("div", made, class_="wide", tabindex="0", role="region", aria_label=caption)

    def _cell_row(self, row: CellRow) -> ET.Element:
        name = name_label(row.item).say(self.lang)
        sections = ", ".join(name_label(section).say(self.lang) for section in row.sections)
        return h(
            "tr",
            h("td", self._state(row.state)),
            h("th", name, " ", h("code", row.item.id, class_="meta"), scope="row"),
            h("td", ", ".join(language(tag, self.lang) for tag in row.languages)),
            h("td", where(self.coverage, row.libraries, self.lang)),
            h("td", sections or "–"),
            h("td", str(row.cells), class_="number"),
        )

    def _state(self, state: CellState) -> ET.Element:
        return h(
            "span", _sign(SIGNS[state]), f" {self.say(state.label)}", class_=f"state {state.word}"
        )

    def _group(self, by: str) -> ET.Element:
        data = groups.group(self.coverage, by, self.lang)
        keys = self._group_keys(by)
        made = table(data)
        body = made.find("table/tbody")
        for key, row in zip(keys, body if body is not None else (), strict=True):
            row[0].tag = "th"
            row[0].set("scope", "row")
            for cell in row[1:]:
                link = h("a", cell.text or "", href=f"#list-{by}-{key}")
                cell.text = None
                cell.append(link)
        return made

    def _group_keys(self, by: str) -> list[str]:
        counts: dict[str, Callable[[], dict[str, Ratio]]] = {
            "kind": self.coverage.by_kind,
            "library": self.coverage.by_library,
            "language": self.coverage.by_language,
            "profile": self.coverage.by_profile,
        }
        return list(counts[by]())

    def _listings(self) -> Iterable[Listing]:
        """Every list that a number leads to."""
        everything = [cell for same in self.cells.values() for cell in same]
        done = [cell for cell in everything if cell.state is CellState.COVERED]
        plans = [
            cell for cell in everything if cell.state in {CellState.COVERED, CellState.PLANNED}
        ]
        yield Listing("done", self.say(_DONE), done)
        yield Listing("with-plans", self.say(_PLANS), plans)
        yield Listing("deep", self.say(_DEEP), self._deep())
        for state in CellState:
            same = [cell for cell in everything if cell.state is state]
            yield Listing(f"state-{state.word}", self.say(state.label), same)
        for by in groups.GROUPS:
            for key in self._group_keys(by):
                name = groups.named(self.coverage, by, key, self.lang)
                cells = self._of_group(by, key, everything)
                one = Listing(f"{by}-{key}", name, cells)
                yield from self._each_language(one) if by in {"kind", "library"} else [one]
        for item in self.coverage.items:
            name = name_label(item).say(self.lang)
            yield from self._each_language(Listing(f"item-{item.id}", name, self.cells[item.id]))

    def _each_language(self, one: Listing) -> Iterable[Listing]:
        """A list, and the same for each language by itself."""
        yield one
        for tag in self.coverage.languages:
            cells = [cell for cell in one.cells if cell.language == tag]
            yield Listing(f"{one.anchor}.{tag}", f"{one.title}, {language(tag, self.lang)}", cells)

    def _deep(self) -> list[Cell]:
        whole = self.found.whole if isinstance(self.found, Part) else self.found
        here = {library.id for library in self.coverage.libraries}
        return [
            cell
            for cell in deep_cells(whole.coverage)
            if cell.item.id in self.cells and cell.library.id in here
        ]

    def _of_group(self, by: str, key: str, everything: list[Cell]) -> list[Cell]:
        match by:
            case "kind":
                return [cell for cell in everything if cell.item.kind.prefix == key]
            case "library":
                return [cell for cell in everything if cell.library.id == key]
            case "language":
                return [cell for cell in everything if cell.language == key]
            case _:
                return self.coverage.profile_view(self.coverage.graph[Profile, key])

    def _lists(self) -> ET.Element:
        made = [self._list(one) for one in self._listings()]
        return h(
            "section",
            h("h2", self.say(_LISTS), id="lists"),
            h("p", self.say(_NO_LIST), class_="none"),
            made,
            class_="lists",
        )

    def _list(self, one: Listing) -> ET.Element:
        counted = ratio(one.cells)
        summary = f"{one.title}: {self.say(_SUM).lower()} {counted}"
        by_state = sorted(one.cells, key=lambda cell: _ORDER[cell.state])
        return h(
            "section",
            h("h3", one.title),
            self._cell_table(by_state, summary),
            h("p", h("a", self.say(_UP), href="#top")),
            class_="list",
            id=f"list-{one.anchor}",
        )


_ORDER = {
    state: at
    for at, state in enumerate(
        (
            CellState.MISSING,
            CellState.UNTRANSLATED,
            CellState.PLANNED,
            CellState.STALE,
            CellState.COVERED,
            CellState.UNKNOWN,
            CellState.EXEMPT,
        )
    )
}
"""Gaps first: they are what one looks for."""


def _sign(sign: str) -> ET.Element:
    return h("i", sign, aria_hidden="true")
