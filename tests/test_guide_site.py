"""What a model says of its guide as a site: names, colour, questions, the words of readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import said, texts, write

from lumme_graph.base.colour import contrast, told
from lumme_graph.checks.check import check
from lumme_graph.elements.guide import Guide
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.graph.names import search_words, site_name, site_short
from lumme_graph.graph.read import load, read
from lumme_graph.reading.save import save

NETWORK = """
- {id: organisation-net, name: {en: Lake libraries}, type: network}
- {id: guide-lake, name: {en: Guide of the lakes}}
"""


@pytest.mark.parametrize(
    ("settings", "elements", "name", "short"),
    [
        ("name: {en: Model}\n", "", "Model", None),
        ("name: {en: Model}\nnetwork: organisation-net\n", NETWORK, "Guide of the lakes", "Lake libraries"),
        (
            "network: organisation-net\nsite: {name: {en: Service guide}, short: {en: Lakes}}\n",
            NETWORK,
            "Service guide",
            "Lakes",
        ),
    ],
)  # fmt: skip
def test_the_site_is_named_by_the_settings_or_by_what_there_is(
    tmp_path: Path, settings: str, elements: str, name: str, short: str | None
) -> None:
    files = {"model.yaml": f"as_of: 2026-08-22\n{settings}", "a.yaml": elements or "[]\n"}
    graph = load(write(tmp_path, files))
    assert site_name(graph)["en"] == name
    assert (site_short(graph) or {"en": None})["en"] == short


def test_the_settings_of_a_site_are_read_and_saved(tmp_path: Path) -> None:
    settings = "as_of: 2026-08-22\nsite:\n  index: true\ntheme:\n  brand: '#1F4E6B'\n"
    root = write(tmp_path, {"model.yaml": settings})
    graph = load(root)
    assert (graph.settings.theme.brand, graph.settings.site.index) == ("#1f4e6b", True)
    save(graph, root)
    assert load(root).settings == graph.settings
    assert b"#1F4E6B" in texts(root)["model.yaml"]


NEAREST = "the nearest that can be read is #767676"
DARKER = "words in #777777 on white have a contrast of 4.4:1; at least 4.5:1 is needed"
WRITTEN = "a colour is written as # and six digits of 0–9 and a–f, such as #1f4e6b"


@pytest.mark.parametrize(
    ("colour", "says"),
    [
        ("'#777777'", f"{DARKER}; {NEAREST}"),
        ("'#fff'", f"{WRITTEN}; the value is #fff"),
        ("navy", f"{WRITTEN}; the value is navy"),
    ],
)
def test_a_colour_of_words_in_which_nobody_can_read_is_refused(
    tmp_path: Path, colour: str, says: str
) -> None:
    """WCAG 2 gives #777777 4.48 to 1 on white, and #767676 4.54."""
    root = write(tmp_path, {"model.yaml": f"as_of: 2026-08-22\ntheme:\n  accent: {colour}\n"})
    assert said(root, read(root)[1]) == [f"model.yaml:3:3 LG008 theme.accent: {says}"]


def test_contrast_is_never_rounded_up() -> None:
    colours = ("#000000", "#777777", "#767676", "#1f4e6b")
    assert [str(told(contrast(c, "#ffffff"))) for c in colours] == ["21.0", "4.4", "4.5", "8.8"]


def test_the_colour_of_the_site_stands_below_theme_today(tmp_path: Path) -> None:
    root = write(tmp_path, {"model.yaml": "as_of: 2026-08-22\nsite: {lake: '#1f4e6b'}\n"})
    (found,) = read(root)[1]
    assert (found.code, found.advice()) == ("LG007", "write the colour as brand below theme")


GUIDE = """
- id: path-hold
  name: {en: Hold}
  goal: {en: A book}
  steps:
    - {id: ask, action: {en: asks}, actor: {kind: customer}, lane: customer}
- id: guide-lake
  name: {en: Guide}
  questions:
    - text: {en: "How do I ask?"}
      to: path-hold
      step: ask
    - text: {en: "Where?"}
      to: path-holds
    - text: {en: "When?"}
      to: path-hold
      step: aks
    - text: {en: "Who?"}
      to: guide-lake
      step: ask
"""


def test_a_question_of_the_front_page_leads_to_what_is_there(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": GUIDE})
    found = [one for one in read(root)[1] if one.code == "LG101"]
    mend = "add it, or take the reference away"
    assert said(root, found) == [
        "a.yaml:14:7 LG101 questions.to: there is no path-holds in the model; did you mean path-hold?",
        "a.yaml:17:7 LG101 questions.step: there is no aks in path-hold; did you mean ask?",
        f"a.yaml:20:7 LG101 questions.step: there is no ask, because to names nothing with steps; {mend}",
    ]


WORDS = """
- id: section-fees
  name: {en: Fees, fi: Maksut}
  status: planned
  search_words: {fi: "sakko,  myöhässä oleva, , sakko", sv-FI: böter}
- id: guide-lake
  name: {en: Guide}
  questions: [{text: {en: "What?", cy: "Beth?"}, to: section-fees}]
"""


def test_the_words_of_readers_are_no_content_and_lack_no_language(tmp_path: Path) -> None:
    files = {"model.yaml": "as_of: 2026-08-22\nlanguages: {required: [en, fi]}\n", "a.yaml": WORDS}
    graph = load(write(tmp_path, files))
    fees = next(one for one in graph if one.id == "section-fees")
    assert search_words(fees, "fi") == ("sakko", "myöhässä oleva")
    assert search_words(fees, "sv") == ("böter",)
    assert search_words(fees, "en") == ()
    found = said(tmp_path, [one for one in check(graph) if one.code in {"LG501", "LG503"}])
    assert [line.partition(";")[0] for line in found] == [
        "a.yaml:5:57 LG503 search_words.sv-FI: the language sv-FI is not declared in model.yaml",
        "a.yaml:7:3 LG501 name: no text in fi",
        "a.yaml:8:16 LG501 questions.text: no text in fi",
        "a.yaml:8:36 LG503 questions.text.cy: the language cy is not declared in model.yaml",
    ]
    bare = fees.model_copy(update={"search_words": None})
    assert fingerprint(fees) == fingerprint(bare)
    guide = graph[Guide, "guide-lake"]
    assert fingerprint(guide) == fingerprint(guide.model_copy(update={"questions": ()}))
