"""The SVG as a document, and that every form says the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from drawing_reading import SVG, root, squeezed, told
from drawing_samples import all_samples, branched, hold, school

from lumme_graph.base.speaker import Said, Speaker
from lumme_graph.drawing.old.facts import facts, text
from lumme_graph.drawing.old.labels import WORDS, channel_word, say
from lumme_graph.drawing.old.picture import render
from lumme_graph.drawing.old.sheets import A4, SHEETS, WEB, Sheet
from lumme_graph.views.network import Network

SAMPLES = {f"{network.id}-{network.lang}": network for network in all_samples()}
EVERY_SHEET = pytest.mark.parametrize("size", list(SHEETS.values()), ids=list(SHEETS))
EVERY_SAMPLE = pytest.mark.parametrize("network", list(SAMPLES.values()), ids=list(SAMPLES))
PRINT = "import drawing_samples as s; from lumme_graph.drawing.old import picture as d, sheets; import sys; sys.stdout.buffer.write(''.join(x for n in d.render([s.branched(), s.hold('sv')], sheets.A4) for x in n.sheets).encode())"


@EVERY_SHEET
@EVERY_SAMPLE
def test_ids_are_unique_and_prefixed(network: Network, size: Sheet) -> None:
    ids: Counter[str] = Counter()
    for svg in render([network], size)[0].sheets:
        ids.update(element.attrib["id"] for element in root(svg).iter() if "id" in element.attrib)
    assert [name for name, count in ids.items() if count > 1] == []
    assert all(name.startswith(network.id) and "--" in name for name in ids)


def test_the_document_speaks_for_itself() -> None:
    document = root(render([hold("sv")])[0].svg)
    assert [child.tag for child in document][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert document.attrib["role"] == "img"
    assert document.attrib["aria-labelledby"] == "path-hold--title path-hold--desc"
    assert (
        document.attrib["lang"]
        == document.attrib["{http://www.w3.org/XML/1998/namespace}lang"]
        == "sv"
    )
    assert document.attrib["width"].endswith("mm")
    whole = {node.id for node in hold().nodes}
    assert whole <= {group.attrib.get("data-id") for group in document.iter(f"{SVG}g")}
    assert "path-hold--path-hold.reserve" in {
        group.attrib.get("id") for group in document.iter(f"{SVG}g")
    }


def test_plain_svg_without_script_style_or_outside_files() -> None:
    for network in all_samples():
        for svg in render([network])[0].sheets:
            tags = {element.tag.removeprefix(SVG) for element in root(svg).iter()}
            assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "path", "text", "tspan"}
            names = {name for element in root(svg).iter() for name in element.attrib}
            assert not names & {"style", "class", "href", "onclick"}


def test_texts_come_step_by_step() -> None:
    document = root(render([branched()])[0].svg)
    numbers = [
        t[0].text for t in document.iter(f"{SVG}text") if t.attrib.get("data-fact") == "number"
    ]
    assert numbers == [str(n) for n in range(1, 15)]


def test_a_fallback_keeps_its_language() -> None:
    document = root(render([hold("sv")])[0].svg)
    steps = [t for t in document.iter(f"{SVG}text") if t.attrib.get("data-fact") == "step"]
    assert {t.attrib["lang"] for t in steps} == {"fi"}
    assert all("".join(line.text or "" for line in t).endswith("[fi]") for t in steps)


def test_markup_stays_text() -> None:
    svg = render([SAMPLES["path-long-fi"]])[0].svg
    assert "<b>" not in svg
    assert "&lt;b&gt;&amp;" in svg


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    from dataclasses import replace

    from lumme_graph.base.speaker import Said

    svg = render([replace(hold(), title=Said("a\x00b\x0bc\ud800", "en"))])[0].svg
    assert root(svg).findtext(f"{SVG}title") == "a\ufffdb\ufffdc\ufffd"


@EVERY_SHEET
@EVERY_SAMPLE
def test_picture_and_text_say_the_same(network: Network, size: Sheet) -> None:
    lanes = {lane.label.words: lane.id for lane in network.lanes}
    numbers = {f"→ {node.number}": node.id for node in network.nodes}
    keys = {
        say(key, network.speak).words: key
        for key in (
            "touchpoint",
            "channel",
            "feeling",
            "evidence",
            "lowest",
            "standing",
        )
    }
    terms = network.terms
    keys |= {
        terms.node.words: "step",
        terms.lane.words: "lane",
        terms.actor.words: "actor",
        terms.next.words: "next",
    }
    wanted: set[tuple[str, str, str]] = set()
    for fact in facts(network):
        key, value = keys[fact.label], squeezed(fact.value)
        if key == "lane":
            value = lanes[fact.value]
        elif key == "evidence":
            value = "missing"
        elif key == "lowest":
            value = squeezed(say("lowest", network.speak).words)
        elif key == "channel":
            value = fact.value
        elif key == "next":
            key, value = (
                ("next", numbers[fact.value]) if fact.value in numbers else ("branch", value)
            )
        wanted.add((fact.id, key, value))
    drawn = {fact for svg in render([network], size)[0].sheets for fact in told(svg)}
    assert {fact for fact in drawn if fact[1] != "number" and fact[2]} == {
        fact for fact in wanted if fact[2]
    }


@EVERY_SAMPLE
def test_the_plain_text_holds_every_fact(network: Network) -> None:
    lines = {line.strip() for line in text(network).splitlines()}
    for fact in facts(network):
        assert f"{fact.label}: {fact.value}".strip().replace("\u00ad", "") in lines


def test_same_input_same_bytes_whatever_the_seed() -> None:
    here = Path(__file__).parent
    path = os.pathsep.join([str(here), *sys.path])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PRINT],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
    assert (
        outputs.pop()
        == "".join(x for n in render([branched(), hold("sv")], A4) for x in n.sheets).encode()
    )


def test_together_or_alone_is_the_same() -> None:
    together = render([hold(), school("fi"), branched()], WEB)
    assert [d.sheets for d in together] == [render([d.network], WEB)[0].sheets for d in together]


def test_a_notebook_shows_it() -> None:
    picture = render([hold()])[0]
    assert getattr(picture, "_repr_svg_")() == picture.svg  # noqa: B009 - what a notebook calls
    assert "path-hold/reserve" in picture.text


def test_dot_is_a_graph_with_lanes_and_all_steps() -> None:
    source = render([hold("fi")])[0].dot
    assert source.startswith('digraph "path-hold" {')
    assert source.count("subgraph cluster_") == 4
    assert all(f'"{node.id}"' in source for node in hold().nodes)


def test_every_word_is_there_in_three_languages() -> None:
    assert all(label.by_tag().keys() == {"en", "fi", "sv"} for label in WORDS.values())
    assert say("lowest", Speaker("smn")) == Said("Lowest point", "en", fallback=True)
    assert channel_word("pigeon", Speaker("fi")) == Said("pigeon", "fi")
