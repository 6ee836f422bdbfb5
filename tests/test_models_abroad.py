"""Two small models of other countries, read to the end: what must come out was counted by hand.

`clwyd` is in Welsh and English and reckons in pounds; `oberrhein` is in German and French, in two
countries, and in francs and euros.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from answer_words import lines
from rdflib import Graph, Literal, URIRef
from running import lumme

import lumme_graph as lg

MODELS = Path(__file__).parent / "models"
NAMES = ("clwyd", "oberrhein")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def models() -> dict[str, lg.ServiceGraph]:
    return {name: lg.load(MODELS / name) for name in NAMES}


FINDINGS: dict[str, list[tuple[str, str]]] = {
    "clwyd": [
        # The welcome has no English yet; nothing tells of the web catalogue, nor is it on a path.
        ("LG201", "service-renew"),
        ("LG201", "touchpoint-web"),
        ("LG203", "commitment-welsh"),
        ("LG203", "profile-learner"),
        ("LG602", "service-renew"),
        ("LG604", "touchpoint-web"),
        # The coordinator leads a group, and only training in service was held.
        ("LG705", "group-promise"),
    ],
    "oberrhein": [
        # The section on returning is for Steinau only; its promise is for both.
        ("LG201", "commitment-return"),
        # The second box is planned, not decided.
        ("LG702", "target-box"),
    ],
}


def test_it_has_the_findings_that_were_meant(models: dict[str, lg.ServiceGraph], name: str) -> None:
    """Beside them only notes: no link has been reviewed yet."""
    found = [(f.code, f.element) for f in lg.check(models[name]) if f.code != "LG402"]
    assert sorted(found) == FINDINGS[name]


BY = {
    # Borrowing, desk, path, promise and profile in three libraries and two languages: 30 cells; the
    # web catalogue on the coast 4, renewing in Aber-wen 2. English of the welcome (6) and the last
    # two (6) are missing.
    "clwyd": {
        "done": (24, 36),
        "library": {
            "organisation-wen": (8, 14),
            "organisation-du": (8, 12),
            "organisation-mynydd": (8, 10),
        },
        "language": {"cy": (15, 18), "en": (9, 18)},
    },
    # Borrowing, desk, promise and profile at both: 8; box and path at Steinau only: 2.
    "oberrhein": {
        "done": (9, 10),
        "library": {"organisation-steinau": (6, 6), "organisation-pierreval": (3, 4)},
        "language": {"de": (9, 10)},
    },
}


def test_its_coverage_is_the_one_that_was_counted(name: str) -> None:
    run = lumme("coverage", MODELS / name, "--format", "json", cwd=MODELS)
    data = json.loads(run.out)
    wanted = BY[name]
    assert (data["done"]["n"], data["done"]["d"]) == wanted["done"]
    for by in ("library", "language"):
        assert {key: (one["n"], one["d"]) for key, one in data["by"][by].items()} == wanted[by]


ANSWERS = {
    ("clwyd", "budget-sum"): """
        cerdyn | grant | 9000 GBP
        cerdyn | own | 3000.50 GBP
        cerdyn | total | 12000.50 GBP
        = One card: the sum £12,000.50 holds; own money 25%
    """,
    ("clwyd", "unfunded"): """
        cerdyn | 12000.50 GBP | 8000 GBP | 3000.50 GBP | 1000.00 GBP
        = One card: £12,000.50 − £8,000.00 − £3,000.50 = £1,000.00
    """,
    ("clwyd", "figures-not-reported"): """
        cerdyn | realised | total | !
        = Figures not reported: 1; true zeros: 0.
        - figures not reported: cerdyn
    """,
    ("clwyd", "practice-adoption"): """
        card | wen du | mynydd | –
        = 1 practice at 3 libraries: adopted 2, not adopted 1, not recorded 0.
    """,
    ("clwyd", "municipalities-without-customer-event"): """
        wen | panel | ?
        du | ? | ?
        = Customer events: recorded as held 1. For 1 of 2 municipalities none is recorded as held.
        - a customer event held: du
    """,
    ("oberrhein", "budget-sum"): f"""
        kasten | grant | 8000 EUR
        kasten | own | 2000 CHF
        kasten | partner | 500 EUR
        kasten | total | 10600 EUR
        = Ein Kasten an jedem Ufer: the parts €8,500.00, CHF{NBSP}2,000.00 and the stated €10,600.00 are in different currencies and not added up
    """,
    ("oberrhein", "unfunded"): """
        kasten | 10600 EUR | ? | 2000 CHF | ?
        = –
        - plan, grant and own money in one currency: kasten
    """,
}


@pytest.mark.parametrize(("name", "question"), ANSWERS)
def test_it_answers_as_was_worked_out_by_hand(
    models: dict[str, lg.ServiceGraph], name: str, question: str
) -> None:
    wanted = [line.strip() for line in ANSWERS[name, question].strip().splitlines()]
    assert lines(lg.ask(models[name], question)) == wanted


def test_two_libraries_of_one_municipality_are_told_apart() -> None:
    """Both Traeth Du and the mountain lie in Dushire; Aber-wen is alone in Wenshire."""
    run = lumme("ask", MODELS / "clwyd", "practice-adoption", cwd=MODELS)
    assert "Wenshire, Traeth Du Library" in run.out
    assert "Dushire" not in run.out


def test_its_own_numbers_are_no_persons_and_others_are(
    models: dict[str, lg.ServiceGraph], name: str, tmp_path: Path
) -> None:
    """Its sections tell the numbers of its libraries; a number more is found, in its country's form."""
    assert lines(lg.ask(models[name], "personal-data"))[0].startswith(
        "= What looks like personal data: 0; all texts of the model were searched for phone numbers"
    )
    folder = tmp_path / name
    lg.save(models[name], folder)
    tag, number = {"clwyd": ("cy", "01970 612345"), "oberrhein": ("de", "061 267 81 82")}[name]
    (body,) = folder.glob(f"guide/section-loan*.{tag}.md")
    body.write_text(f"{body.read_text(encoding='utf-8')}\n**{number}**\n", encoding="utf-8")
    assert "LG801" in {finding.code for finding in lg.check(lg.read(folder)[0])}


SHOWN = {
    ("clwyd", "path", "path-loan", "cy"): ("Y llyfr cyntaf yn Gymraeg", "yn awgrymu llyfr"),
    ("clwyd", "path", "path-loan", "en"): ("The first book in Welsh", "suggests a book"),
    ("clwyd", "coverage", "coverage", "cy"): ("Catalog ar y we", "Llyfrgell Traeth Du"),
    ("clwyd", "adoption", "adoption", "cy"): ("Un cerdyn i bawb",),
    ("clwyd", "chain", "chain", "cy"): ("Mwy o lyfrau hawdd", "Gosod y silffoedd"),
    ("oberrhein", "path", "path-return", "de"): (
        "Rückgabe am anderen Ufer",
        "schickt das Buch über den Fluss zurück",
    ),
    ("oberrhein", "path", "path-return", "fr"): ("Le retour sur l’autre rive", "demande le tome"),
    ("oberrhein", "coverage", "coverage", "de"): ("Pierreval", "Kontaktpunkte"),
    ("oberrhein", "chain", "chain", "fr"): ("Une boîte à Pierreval", "Installer la boîte"),
}


def bare(words: str) -> str:
    """Said without the places where a line may break."""
    return "".join(words.split()).replace("\N{SOFT HYPHEN}", "").replace("-", "")


@pytest.mark.parametrize(("name", "kind", "id_", "lang"), SHOWN)
def test_its_drawings_show_its_words(
    models: dict[str, lg.ServiceGraph], name: str, kind: str, id_: str, lang: str
) -> None:
    picture = lg.draw(models[name], id_, kind=kind, lang=lang, sheet="a3")
    shown = bare("".join("".join(ET.fromstring(svg).itertext()) for svg in picture.sheets))
    for words in SHOWN[name, kind, id_, lang]:
        assert bare(words) in shown


LABELS = {
    "clwyd": ("https://example.org/bryn/service-loan", ("Benthyca", "cy"), ("Borrowing", "en")),
    "oberrhein": (
        "https://example.org/bogen/touchpoint-box",
        ("Rückgabekasten", "de"),
        ("Boîte de retour", "fr"),
    ),
}
CURRENCIES = {"clwyd": {"GBP"}, "oberrhein": {"CHF", "EUR"}}


def test_it_is_built_and_its_data_read_back(name: str, tmp_path: Path) -> None:
    run = lumme("build", MODELS / name, "-o", "out", "-q", cwd=tmp_path)
    assert (run.out, run.code) == ("", 0)
    data = Graph().parse(tmp_path / "out" / "staff" / "data" / "model.ttl")
    node, *labels = LABELS[name]
    told = {value for value in data.objects(URIRef(node)) if isinstance(value, Literal)}
    assert {Literal(words, lang=tag) for words, tag in labels} <= told
    currency = URIRef("https://w3id.org/lumme-graph/ns#currency")
    assert {str(value) for value in data.objects(None, currency)} == CURRENCIES[name]


def test_it_is_saved_as_it_was_read(
    models: dict[str, lg.ServiceGraph], name: str, tmp_path: Path
) -> None:
    lg.save(models[name], tmp_path / "saved")
    for file in (file for form in ("*.yaml", "*.md") for file in (MODELS / name).rglob(form)):
        saved = tmp_path / "saved" / file.relative_to(MODELS / name)
        assert saved.read_bytes() == file.read_bytes()


# In the languages of the models, by the translations in their folders.

SAID = {
    ("clwyd", "cy"): {
        "check": (
            "nid yw’r pwynt cyswllt “Catalog ar y we” ar unrhyw lwybr",
            "defnyddiwch ef mewn cam, neu gofynnwch a oes ei angen",
            "7 rhybudd.",
            "Ni ddangosir 5 nodyn (LG402)",
        ),
        "coverage": (
            "Wedi’i gwmpasu",
            "66.7%",
            "heb ei gyfieithu",
            "cyfieithu’r adran “Croeso” (en)",
            "Mae 3 gweithred (cost 3) yn cau 12 bwlch",
            "1 Mai 2026",
            "Cymraeg",
            "Saesneg",
        ),
    },
    ("oberrhein", "de"): {
        "check": ("2 Warnungen.", "Ein erfundenes Beispiel."),
        "coverage": ("Abgedeckt", "nicht übersetzt", "90%", "1. Mai 2026", "Deutsch", "1 Lücke"),
    },
    ("oberrhein", "fr"): {
        "check": ("2 avertissements.", "Un exemple inventé."),
        "coverage": ("non traduit", "90%", "1 mai 2026", "allemand"),
    },
}


@pytest.mark.parametrize(("model", "lang"), SAID, ids=str)
@pytest.mark.parametrize(
    "words", [("check",), ("coverage",), ("coverage", "--format", "md")], ids=" ".join
)
def test_it_is_told_whole_in_its_language(model: str, lang: str, words: tuple[str, ...]) -> None:
    run = lumme(words[0], MODELS / model, *words[1:], "--lang", lang, cwd=MODELS)
    text = f"{run.out}{run.err}".replace("\\", "")
    assert "[en]" not in text
    for said in SAID[model, lang][words[0]]:
        assert said in text


@pytest.mark.parametrize(("model", "lang"), SAID, ids=str)
def test_its_page_of_coverage_reads_whole_in_its_language(
    model: str, lang: str, tmp_path: Path
) -> None:
    lumme("coverage", MODELS / model, "--lang", lang, "-o", "page.html", cwd=tmp_path)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert f'<html lang="{lang}" dir="ltr">' in page
    assert f' lang="{lang}"' in page
    assert ' lang="en"' not in page
    for said in SAID[model, lang]["coverage"]:
        assert said in page


def test_what_has_no_translation_is_english_and_marked() -> None:
    run = lumme("ask", MODELS / "clwyd", "budget-sum", "--lang", "cy", cwd=MODELS)
    assert "One card: the sum £12,000.50 holds; own money 25% [en]" in run.out
    assert "Un cerdyn" in run.out
    assert "Un cerdyn [" not in run.out


WHOLE = ("/coverage.html", "/findings.html")


def test_its_site_is_written_in_each_of_its_languages(
    models: dict[str, lg.ServiceGraph], name: str
) -> None:
    """What is not said in a language has no page in it; what is translated is told whole in it:

    all of the customers' pages, and of the staff's coverage and findings.
    """
    graph = models[name]
    made = lg.build(graph, graph.settings.languages.all[0])
    first, *_ = languages = graph.settings.languages.all
    pages = {key: text.decode() for key, text in made.files.items() if key.endswith(".html")}
    for key, page in pages.items():
        parts = key.removeprefix("staff/").split("/")
        lang = parts[0] if len(parts) > 1 else first
        assert f'<html lang="{lang}" dir="ltr">' in page, key
        if lang != "en" and (not key.startswith("staff/") or key.endswith(WHOLE)):
            shown = set(re.findall(r'lang="en"[^>]*>([^<]*)', page)) - {"English", ""}
            assert shown == set(), key
            assert "[en]" not in page, f"in an attribute of {key}"
    for element in graph:
        said = getattr(element, "name", None)
        if not isinstance(said, lg.Text):
            continue
        for tag in languages:
            told = tag in (graph.prose(element) if isinstance(element, lg.Section) else said)
            assert (f"staff/{tag}/{element.id}.html" in pages) == told, (element.id, tag)
    for tag in languages:
        assert f'xml:lang="{tag}"' in made.files[f"staff/drawings/coverage.{tag}.svg"].decode()


def test_a_build_speaks_the_language_that_is_asked_for(tmp_path: Path) -> None:
    run = lumme("build", MODELS / "oberrhein", "-o", "out", "--lang", "fr", cwd=tmp_path)
    assert "avertissements" in run.err
    assert run.err.rstrip().endswith(str(Path("out/fr/index.html")))
    picture = (tmp_path / "out/staff/drawings/coverage.fr.svg").read_text(encoding="utf-8")
    assert "\N{NARROW NO-BREAK SPACE}" not in picture


def test_a_drawing_says_what_fell_back() -> None:
    graph = lg.load(MODELS / "clwyd")
    svg = lg.draw(graph, "coverage", kind="coverage", lang="cy").svg
    assert 'lang="en" xml:lang="en"' in svg
    assert "wedi’i gwmpasu" in svg


@pytest.mark.parametrize(
    ("tag", "more"), [("cyy", "did you mean cy? There are"), ("xx", "there are")]
)
def test_a_language_of_nobody_is_refused(tag: str, more: str) -> None:
    said = f"there are no words in '{tag}'; {more} cy, en, fi, sv"
    run = lumme("coverage", MODELS / "clwyd", "--lang", tag, cwd=MODELS)
    assert (run.err.strip(), run.code) == (f"lumme: {said}", 2)
    with pytest.raises(lg.LanguageError, match="there are"):
        lg.draw(lg.load(MODELS / "clwyd"), "coverage", kind="coverage", lang=tag)


def test_a_tag_is_taken_as_it_is_meant() -> None:
    british = lumme("coverage", MODELS / "clwyd", "--lang", "EN-gb", cwd=MODELS)
    assert british.out == lumme("coverage", MODELS / "clwyd", "--lang", "en", cwd=MODELS).out


def test_a_site_has_pages_in_languages_that_nobody_has_translated(tmp_path: Path) -> None:
    """Arabic is written to the left; of the Romani of Finland only the tag is known."""
    lumme("new", "m", "--languages", "ar,se,rmf", "--country", "FI", cwd=tmp_path)
    lumme("build", "m", "-o", "out", "--lang", "ar", cwd=tmp_path)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert 'href="se/index.html" hreflang="se" lang="se" dir="ltr">Davvisámegiella</a>' in page
    assert 'href="rmf/index.html" hreflang="rmf" lang="rmf" dir="ltr">rmf</a>' in page
    assert '<span class="other" lang="en" dir="ltr">Services</span>' in page
    for lang in ("se", "rmf"):
        other = (tmp_path / "out" / lang / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{lang}" dir="ltr">' in other
        assert 'href="../index.html" hreflang="ar" lang="ar" dir="rtl">' in other
