"""Networks to draw in tests: two paths of the Lumme draft, and hostile ones."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.views.network import (
    Arrow,
    ArrowKind,
    LegendEntry,
    Network,
    NetworkLane,
    NetworkNode,
    NodeFeeling,
    NodeTouchpoint,
    Standing,
    Terms,
)

LANES = {
    "customer": {"fi": "Asiakas", "en": "Customer", "sv": "Kund"},
    "frontstage": {"fi": "Näkyvä palvelu", "en": "Frontstage", "sv": "Synlig service"},
    "backstage": {"fi": "Taustatyö", "en": "Backstage", "sv": "Bakom kulisserna"},
    "support": {"fi": "Tuki ja kumppanit", "en": "Support", "sv": "Stöd och partner"},
}
LETTERS = {"C": "customer", "F": "frontstage", "B": "backstage", "S": "support"}
FEELINGS = {
    -2: {"fi": "erittäin huono", "en": "very bad", "sv": "mycket dålig"},
    -1: {"fi": "huono", "en": "bad", "sv": "dålig"},
    0: {"fi": "neutraali", "en": "neutral", "sv": "neutral"},
    1: {"fi": "hyvä", "en": "good", "sv": "bra"},
    2: {"fi": "erittäin hyvä", "en": "very good", "sv": "mycket bra"},
}
SIGNS = {-2: "−2", -1: "−1", 0: "0", 1: "+1", 2: "+2"}
STANDINGS: dict[str, Standing] = {"S": "sourced", "D": "derived", "I": "illustrative"}
ACTORS = {
    "asiakas": {"fi": "asiakas", "en": "customer", "sv": "kund"},
    "henkilökunta": {"fi": "henkilökunta", "en": "staff", "sv": "personal"},
    "kuljetus": {"fi": "kuljetus", "en": "transport"},
    "järjestelmä": {"fi": "järjestelmä", "en": "system"},
    "opettaja": {"fi": "opettaja", "en": "teacher", "sv": "lärare"},
    "oppilas": {"fi": "oppilas", "en": "pupil", "sv": "elev"},
}
TOUCHPOINTS = {
    "finna": (
        "e-service",
        "Lumme-verkkokirjasto (lumme.finna.fi)",
        "Lumme web library (lumme.finna.fi)",
        "Nätbiblioteket Lumme (lumme.finna.fi)",
    ),
    "notice": (
        "message",
        "Nouto- ja eräpäiväilmoitus",
        "Pick-up and due-date notice",
        "Avhämtningsmeddelande och påminnelse om förfallodag",
    ),
    "holdshelf": (
        "service-location",
        "Varausten noutohylly",
        "Reservation shelf",
        "Avhämtningshylla för reservationer",
    ),
    "machine": (
        "device",
        "Lainaus- ja palautusautomaatti",
        "Checkout/return machine",
        "Låne- och återlämningsautomat",
    ),
    "hatch": ("device", "Palautusluukku", "Return hatch", "Återlämningslucka"),
    "web": ("web-page", "Kirjaston verkkosivut", "Library web pages", "Bibliotekets webbplats"),
    "form-bag": (
        "e-form",
        "Kirjakassin tilauslomake",
        "Book bag order form",
        "Beställningsblankett för bokkasse",
    ),
    "schoolvisit": (
        "meeting",
        "Kirjavinkkaus tai tuokio koululla",
        "Book talk or session at school",
        "Bokprat eller annan stund i skolan",
    ),
    "popup": (
        "service-location",
        "Pop up -kirjasto ja kirja-auto Mirja",
        "Pop-up library and book car Mirja",
        "Popup-bibliotek och bokbilen Mirja",
    ),
    "bookbag": ("object", "Kirjakassi", "Book bag", "Bokkasse"),
}
HOLD = (
    (
        "reserve",
        "asiakas",
        "hakee teoksen ja varaa sen kirjautuneena",
        "finds the item and reserves it, logged in",
        "finna",
        "C",
        1,
        "S",
    ),
    (
        "pick",
        "henkilökunta",
        "poimii niteen hyllystä lähettävässä kirjastossa",
        "picks the copy at the sending library",
        None,
        "B",
        0,
        "I",
    ),
    (
        "move",
        "kuljetus",
        "kuljettaa aineiston omaan kirjastoon maksutta",
        "moves it free to the customer's library",
        None,
        "S",
        0,
        "S",
    ),
    (
        "notify",
        "järjestelmä",
        "lähettää noutoilmoituksen",
        "sends the pick-up notice",
        "notice",
        "F",
        1,
        "SI",
    ),
    (
        "fetch",
        "asiakas",
        "noutaa varauksen hyllystä",
        "fetches it from the shelf",
        "holdshelf",
        "C",
        1,
        "S",
    ),
    (
        "borrow",
        "asiakas",
        "lainaa automaatilla, laina-aika 14 vrk",
        "borrows it, 14 days",
        "machine",
        "C",
        -2,
        "S",
    ),
    (
        "return",
        "asiakas",
        "palauttaa mihin tahansa Lumme-kirjastoon",
        "returns it to any Lumme library",
        "hatch",
        "C",
        1,
        "D",
    ),
)
SCHOOL = (
    (
        "look-up",
        "opettaja",
        "katsoo vuosiluokan sisällön Kirjastopolku-sivulta",
        "looks up the grade on the Kirjastopolku site",
        "web",
        "C",
        1,
        "S",
    ),
    (
        "order",
        "opettaja",
        "tilaa kirjakassin lomakkeella",
        "orders a book bag by form",
        "form-bag",
        "C",
        1,
        "S",
    ),
    ("pack", "henkilökunta", "kokoaa kassin", "packs the bag", None, "B", 0, "I"),
    (
        "talk",
        "henkilökunta",
        "pitää kirjavinkkauksen (3. tai 7. lk)",
        "gives the book talk (grade 3 or 7)",
        "schoolvisit",
        "F",
        2,
        "S",
    ),
    (
        "borrow",
        "oppilas",
        "lainaa vinkatun kirjan koulun kirjastopäivänä",
        "borrows on the school's library day",
        "popup",
        "C",
        2,
        "S",
    ),
    (
        "return",
        "opettaja",
        "palauttaa kassin ja antaa palautetta",
        "returns the bag, gives feedback",
        "bookbag",
        "C",
        0,
        "I",
    ),
)
Row = tuple[str, str, str, str, str | None, str, int, str]


def words(texts: dict[str, str], lang: str) -> Said:
    """The text in a language, else in Finnish."""
    return Said(texts[lang], lang) if lang in texts else Said(texts["fi"], "fi", fallback=True)


def lanes(lang: str) -> tuple[NetworkLane, ...]:
    """The four lanes."""
    return tuple(NetworkLane(name, words(label, lang)) for name, label in LANES.items())


def _touchpoint(name: str, lang: str) -> NodeTouchpoint:
    channel, fi, en, sv = TOUCHPOINTS[name]
    return NodeTouchpoint(
        f"touchpoint-{name}", words({"fi": fi, "en": en, "sv": sv}, lang), channel
    )


def _node(path: str, number: int, row: Row, lang: str, lowest: int) -> NetworkNode:
    name, actor, fi, en, touchpoint, lane, feeling, marks = row
    return NetworkNode(
        id=f"{path}/{name}",
        number=number,
        column=number,
        lane=LETTERS[lane],
        text=words({"fi": fi, "en": en}, lang),
        actor=words(ACTORS[actor], lang),
        touchpoint=_touchpoint(touchpoint, lang) if touchpoint else None,
        feeling=NodeFeeling(
            feeling, SIGNS[feeling], words(FEELINGS[feeling], lang), hollow="S" not in marks
        ),
        lowest=feeling == lowest and lowest < 0,
        standing=STANDINGS[marks[-1]],
        marks=tuple(marks),
    )


def _facts(
    lang: str, profile: dict[str, str], service: dict[str, str]
) -> tuple[tuple[Said, Said], ...]:
    rows = (
        ({"fi": "Profiili", "en": "Profile", "sv": "Profil"}, profile),
        ({"fi": "Palvelu", "en": "Service", "sv": "Tjänst"}, service),
        (
            {"fi": "Tila", "en": "State", "sv": "Läge"},
            {"fi": "nykytila", "en": "as-is", "sv": "nuläge"},
        ),
        (
            {"fi": "Ajankohta", "en": "As of", "sv": "Datum"},
            {"fi": "2026-08-22", "en": "2026-08-22", "sv": "2026-08-22"},
        ),
        (
            {"fi": "Laajuus", "en": "Scope", "sv": "Omfattning"},
            {
                "fi": "koko Lumme-verkko",
                "en": "the whole Lumme network",
                "sv": "hela Lumme-nätverket",
            },
        ),
        (
            {"fi": "Asema", "en": "Status", "sv": "Status"},
            {
                "fi": "epävirallinen: ei Lumme-kirjastojen tekemä eikä hyväksymä",
                "en": "unofficial: not made or approved by the Lumme libraries",
            },
        ),
    )
    return tuple((words(name, lang), words(value, lang)) for name, value in rows)


FOOTER = {
    "fi": "Epävirallinen: ei Lumme-kirjastojen tekemä eikä hyväksymä. CC BY 4.0. 5 lähdettä.",
    "en": "Unofficial: not made or approved by the Lumme libraries. CC BY 4.0. 5 sources.",
}


def flow(nodes: tuple[NetworkNode, ...]) -> tuple[Arrow, ...]:
    """Each step leads to the next."""
    return tuple(Arrow(one.id, two.id) for one, two in pairwise(nodes))


def terms(lang: str, steps: int) -> Terms:
    """What a path calls its parts."""
    node, lane, actor, following, plain, branch = {
        "fi": ("Vaihe", "Kaista", "Toimija", "Seuraava", "seuraava vaihe", "vain ehdolla"),
        "en": ("Step", "Lane", "Actor", "Next", "next step", "only under a condition"),
        "sv": ("Steg", "Bana", "Aktör", "Nästa", "nästa steg", "bara på ett villkor"),
    }[lang]
    return Terms(
        node=Said(node, lang),
        lane=Said(lane, lang),
        actor=Said(actor, lang),
        next=Said(following, lang),
        flow=Said(plain, lang),
        branch=Said(branch, lang),
        description=Said(f"{steps}", lang),
    )


def _path(
    name: str,
    title: dict[str, str],
    rows: tuple[Row, ...],
    lang: str,
    facts: tuple[tuple[Said, Said], ...],
) -> Network:
    lowest = min(row[6] for row in rows)
    nodes = tuple(_node(name, i, row, lang, lowest) for i, row in enumerate(rows, 1))
    return Network(
        id=name,
        kind="path",
        speak=Speaker(lang),
        title=words(title, lang),
        facts=facts,
        lanes=lanes(lang),
        nodes=nodes,
        arrows=flow(nodes),
        terms=terms(lang, len(nodes)),
        footer=(words(FOOTER, lang),),
    )


def hold(lang: str = "en") -> Network:
    """The path of a reservation (its lowest point is invented here, so that there is one)."""
    title = {
        "fi": "Varaus toisesta Lumme-kirjastosta",
        "en": "Reserving from another Lumme library",
        "sv": "Reservation från ett annat Lumme-bibliotek",
    }
    facts = _facts(
        lang,
        {
            "fi": "Työikäinen omatoimikäyttäjä, mökkiläinen",
            "en": "Working-age self-service user, cottage owner",
        },
        {"fi": "Varaaminen", "en": "Reserving", "sv": "Reservering"},
    )
    return _path("path-hold", title, HOLD, lang, facts)


def school(lang: str = "en") -> Network:
    """The path of a class."""
    title = {
        "fi": "Kirjastopolku: vinkkaus ja kirjakassi luokkaan",
        "en": "Library Path: a book talk and a book bag for the class",
        "sv": "Biblioteksstigen: bokprat och bokkasse till klassen",
    }
    facts = _facts(
        lang,
        {"fi": "Opettaja, koululainen", "en": "Teacher, pupil", "sv": "Lärare, elev"},
        {"fi": "Kouluyhteistyö", "en": "Work with schools", "sv": "Skolsamarbete"},
    )
    return _path("path-school", title, SCHOOL, lang, facts)


def long_words() -> Network:
    """Texts of 200 characters, long compounds, capitals and markup in every place."""
    long = "Kaukopalvelupyyntölomakkeen kirjastoautoaikataulut ja asiakaspalvelupiste ÅÄÖ ÅÄÖ " * 3
    hard = Said(long[:200], "fi")
    nasty = Said(
        "<b>&\"'</b> ]]> {\\N} kirjasto\u00adauto\u00adaika\u00adtaulut-ja-https://lumme.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "fi",
    )
    base = hold("fi")
    nodes = tuple(
        replace(
            node,
            text=hard if node.number % 2 else nasty,
            actor=nasty if node.number % 3 == 0 else node.actor,
            touchpoint=NodeTouchpoint("touchpoint-x", hard, "e-form"),
        )
        for node in base.nodes
    )
    return replace(
        base,
        id="path-long",
        title=nasty,
        nodes=nodes,
        legend=(LegendEntry("!", hard),),
        footer=(hard, nasty),
    )


def branched() -> Network:
    """Fourteen steps with branches, a jump and a way back."""
    rows: tuple[Row, ...] = tuple(
        (f"{a}-{turn}", b, c, d, e, f, g, h) for turn in (1, 2) for a, b, c, d, e, f, g, h in HOLD
    )
    base = _path(
        "path-branched",
        {"en": "A long path with branches", "fi": "Pitkä polku"},
        rows,
        "en",
        hold().facts,
    )
    ids = [node.id for node in base.nodes]
    extra: tuple[tuple[int, int, str, ArrowKind], ...] = (
        (0, 3, "if the item is on the shelf", "branch"),
        (5, 0, "if the loan fails, search again", "branch"),
        (4, 9, "if picked up by a helper", "branch"),
        (11, 7, "if not found", "branch"),
    )
    ways = tuple(Arrow(ids[a], ids[b], Said(label, "en"), kind) for a, b, label, kind in extra)
    return replace(base, arrows=(*base.arrows, *ways))


def bare() -> Network:
    """Nothing but what must be there."""
    nodes = (
        NetworkNode("path-bare/a", 1, 1, "customer", Said("", "en")),
        NetworkNode("path-bare/b", 2, 2, "customer", Said("x", "en")),
    )
    return Network(
        "path-bare",
        "path",
        Speaker("en"),
        Said("", "en"),
        (),
        lanes("en"),
        nodes,
        flow(nodes),
        terms("en", len(nodes)),
    )


def single() -> Network:
    """One step alone."""
    base = hold("sv")
    return replace(base, id="path-single", nodes=base.nodes[:1], arrows=())


def empty() -> Network:
    """Lanes without any step."""
    return replace(hold(), id="path-empty", nodes=(), arrows=())


def all_samples() -> list[Network]:
    """Everything that must come out well."""
    return [
        hold("fi"),
        hold("en"),
        hold("sv"),
        school("fi"),
        school("sv"),
        long_words(),
        branched(),
        bare(),
        single(),
        empty(),
    ]
