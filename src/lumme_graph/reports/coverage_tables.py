"""The judgement on a guide in tables: totals, gates, what has changed, and what to write next."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lumme_graph.analysis.coverage.cells import Cell
from lumme_graph.analysis.coverage.gates import Gate
from lumme_graph.analysis.coverage.result import Coverage
from lumme_graph.assessment import write_next as acts
from lumme_graph.assessment.assess import Assessment
from lumme_graph.assessment.baseline import Key
from lumme_graph.assessment.part import Part
from lumme_graph.base.text import Label
from lumme_graph.graph.names import name_label
from lumme_graph.views import coverage as tables
from lumme_graph.views.cell_rows import cell_rows, where
from lumme_graph.views.part import told
from lumme_graph.views.table import Column, Table

DEEP = Label("Syvästi: osatkin", "Deep: parts too", "På djupet: även delarna")
GATES = Label("Rajat", "Gates", "Gränser")
FAILED = Label("Rajat, jotka eivät täyty", "Gates that fail", "Gränser som inte nås")
CHANGE = Label("Mikä on muuttunut", "What has changed", "Vad som har ändrats")
NEXT = Label("Mitä kirjoittaa seuraavaksi", "What to write next", "Vad som skrivs härnäst")
_GATE = Label("Raja", "Gate", "Gräns")
_COUNT = Label("Ruutuja", "Cells", "Rutor")
_SHARE = Label("Osuus", "Share", "Andel")
_ASKED = Label("Vaaditaan", "Asked for", "Krävs")
_RESULT = Label("Tulos", "Result", "Resultat")
_PASSES = Label("täyttyy", "passes", "nås")
_FAILS = Label("ei täyty", "fails", "nås inte")
_EMPTY = Label("ei mitään katettavaa", "nothing to cover", "inget att täcka")
_NEW = Label("uusi aukko", "new gap", "ny lucka")
_CLOSED = Label("suljettu", "closed", "stängd")
_ITEM = Label("Kohde", "Item", "Objekt")
_ID = Label("Tunnus", "Id", "Id")
_LANGUAGE = Label("Kieli", "Language", "Språk")
_LIBRARIES = Label("Kirjastot", "Libraries", "Bibliotek")
_STATE = Label("Tila", "State", "Läge")
_ACT = Label("Teko", "Act", "Åtgärd")
_GAIN = Label("Sulkee", "Closes", "Stänger")
_COST = Label("Hinta", "Cost", "Kostnad")
_AFTER = Label("Valmiina sen jälkeen", "Done after it", "Klart efter det")
_TOTALS = {
    "minimum.total": Label("vähintään kaikista", "least of all", "minst av alla"),
    "minimum.library": Label(
        "vähintään kirjastossa", "least at a library", "minst vid ett bibliotek"
    ),
    "minimum.language": Label("vähintään kielellä", "least in a language", "minst på ett språk"),
    "max_missing": Label("enintään puuttuvia", "most missing", "högst saknade"),
    "max_stale": Label("enintään tarkistettavia", "most stale", "högst föråldrade"),
    "max_unknown": Label("enintään ei tiedossa", "most unknown", "högst okända"),
}
_KIND = Label("vähintään lajista", "least of a kind", "minst av ett slag")
_NOTHING = Label("Aukkoja ei ole.", "There are no gaps.", "Det finns inga luckor.")
_EXACT = Label(
    "{n} tekoa ({cost}) sulkee {gain} aukkoa; vähemmällä ei voi (tarkka ratkaisu, "
    "{candidates} vaihtoehdosta).",
    "{n} acts ({cost}) close {gain} gaps; it cannot be done for less (exact, of "
    "{candidates} candidates).",
    "{n} åtgärder ({cost}) stänger {gain} luckor; det går inte för mindre (exakt, av "
    "{candidates} alternativ).",
)
_GREEDY = Label(
    "{n} tekoa ({cost}) sulkee {gain} aukkoa; pienin mahdollinen hinta on vähintään {bound} "
    "(ahne ratkaisu, {candidates} vaihtoehdosta).",
    "{n} acts ({cost}) close {gain} gaps; no choice costs less than {bound} (greedy, of "
    "{candidates} candidates).",
    "{n} åtgärder ({cost}) stänger {gain} luckor; inget val kostar mindre än {bound} (girig, av "
    "{candidates} alternativ).",
)
_OPEN = Label(
    " {n} aukkoa jää auki: mitä niistä on kirjoitettava, tiedetään, kun on kirjattu, missä kohteet "
    "ovat tarjolla.",
    " {n} gaps stay open: what must be written of them is known when it is stated where the items "
    "are offered.",
    " {n} luckor förblir öppna: vad som ska skrivas om dem vet man när det är angivet var objekten "
    "erbjuds.",
)
_PRICE = Label("hinta {cost}", "cost {cost}", "kostnad {cost}")


def totals(found: Assessment, lang: str) -> Table:
    """Done, with plans, deep, and how many cells are in each state."""
    plain = tables.totals(found.coverage, lang)
    apart = plain.rows[0][-1]
    deep = (DEEP.say(lang), tables.fraction(found.deep), tables.percent(found.deep), apart)
    title = ": ".join([plain.title, *([whom] if (whom := about(found, lang)) else [])])
    return Table(title, lang, plain.columns, (*plain.rows[:2], deep, *plain.rows[2:]))


def about(found: Assessment, lang: str) -> str:
    """The profile and the municipality that a part of the judgement is about."""
    if not isinstance(found, Part):
        return ""
    names = [name_label(one).say(lang) for one in (found.profile, found.municipality) if one]
    return ", ".join(names)


def gates(found: Assessment, lang: str, *, failed_only: bool = False) -> Table:
    """The gates: what is asked for, what came to it, and whether that is enough."""
    chosen = found.failed if failed_only else found.gates
    rows = tuple(_gate(found, gate, lang) for gate in chosen)
    columns = (
        Column(_GATE.say(lang)),
        Column(_COUNT.say(lang), "right"),
        Column(_SHARE.say(lang), "right"),
        Column(_ASKED.say(lang), "right"),
        Column(_RESULT.say(lang)),
    )
    return Table((FAILED if failed_only else GATES).say(lang), lang, columns, rows)


def _gate(found: Assessment, gate: Gate, lang: str) -> tuple[str, ...]:
    by = gate.name.split(".")[1:2]
    head = _TOTALS.get(gate.name, _KIND).say(lang)
    group = tables.named(found.coverage, by[0], gate.group, lang) if gate.group and by else ""
    result = _FAILS if gate in found.failed else _PASSES
    said = f"{result.say(lang)}: {_EMPTY.say(lang)}" if gate.is_empty else result.say(lang)
    share = "" if gate.most is not None else tables.percent(gate.reached)
    count = str(gate.reached.n) if gate.most is not None else tables.fraction(gate.reached)
    return (f"{head}: {group}" if group else head, count, share, gate.asked, said)


def change(found: Assessment, lang: str) -> Table:
    """What is new and what is closed since the baseline; none of both without a baseline."""
    new = found.change.new if found.change else ()
    closed = found.change.closed if found.change else ()
    heads = (_RESULT, _ITEM, _ID, _STATE, _LANGUAGE, _LIBRARIES)
    columns = tuple(Column(head.say(lang)) for head in heads)
    rows = (*_new(found.coverage, new, lang), *_closed(found.coverage, closed, lang))
    return Table(CHANGE.say(lang), lang, columns, rows)


def _new(coverage: Coverage, cells: Iterable[Cell], lang: str) -> list[tuple[str, ...]]:
    words = [tables.row_words(coverage, row, lang) for row in cell_rows(cells)]
    return [(_NEW.say(lang), *row[:5]) for row in words]


def _closed(coverage: Coverage, keys: Iterable[Key], lang: str) -> list[tuple[str, ...]]:
    """The closed gaps; of what is no longer in the model the ids are said."""
    found = {library.id: library for library in coverage.libraries}
    rows: list[tuple[str, ...]] = []
    for (item, language), same in groupby(sorted(keys, key=_by_language), key=_by_language):
        ids = [library for _, library, _ in same]
        known = [found[id_] for id_ in ids if id_ in found]
        gone = [id_ for id_ in ids if id_ not in found]
        at = ", ".join([*([where(coverage, known, lang)] if known else []), *gone])
        element = coverage.graph.find(item)
        name = name_label(element).say(lang) if element else item
        rows.append((_CLOSED.say(lang), name, item, "–", language, at))
    return rows


def _by_language(key: Key) -> tuple[str, str]:
    return key[0], key[2]


def write_next(found: Assessment, lang: str) -> Table:
    """The acts, best first: what to do, how many gaps it closes, and done after it."""
    advice = found.write_next.acts
    priced = any(one.cost != 1 for one in advice)
    rows = tuple(
        (
            str(number),
            acts.told(found.coverage, one.act, lang),
            *((str(one.cost),) if priced else ()),
            str(one.gain),
            f"{tables.fraction(one.after)} = {tables.percent(one.after)}",
        )
        for number, one in enumerate(advice, 1)
    )
    columns = (
        Column("", "right"),
        Column(_ACT.say(lang)),
        *((Column(_COST.say(lang), "right"),) if priced else ()),
        Column(_GAIN.say(lang), "right"),
        Column(_AFTER.say(lang), "right"),
    )
    return Table(NEXT.say(lang), lang, columns, rows)


def method(found: acts.WriteNext, lang: str) -> str:
    """How the acts were found, and how good they are, in one sentence."""
    if not found.acts:
        return _NOTHING.say(lang)
    label = _EXACT if found.method == "exact" else _GREEDY
    said = label.say(
        lang,
        n=len(found.acts),
        cost=_PRICE.say(lang, cost=found.cost),
        gain=sum(one.gain for one in found.acts),
        bound=found.lower_bound,
        candidates=found.candidates,
    )
    return said + _OPEN.say(lang, n=found.left_open) if found.left_open else said


def report(found: Assessment, by: str | None, lang: str) -> list[Table]:
    """All tables that have something to say, what to do last; of one group, it and what fails."""
    fails = [gates(found, lang, failed_only=True), change(found, lang)]
    if by is not None:
        shown = [tables.group(found.coverage, by, lang), *fails]
    elif isinstance(found, Part):
        shown = [totals(found, lang), told(found.coverage, lang), *fails, write_next(found, lang)]
    else:
        groups = [tables.group(found.coverage, name, lang) for name in tables.GROUPS]
        gaps = tables.gaps(found.coverage, lang)
        shown = [totals(found, lang), *groups, gaps, *fails, write_next(found, lang)]
    return [table for table in shown if table.rows]
