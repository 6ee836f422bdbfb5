"""What holds for every drawing holds for any path: long, hostile, empty, from right to left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drawing_reading import SVG, root
from hypothesis import given, settings
from hypothesis import strategies as st
from journey_samples import graph, path, step
from test_drawing_rules import keeps_its_texts_apart, keeps_its_texts_inside, tells_all

import lumme_graph as lg

KINDS = ("journey", "blueprint", "path")
WORD = "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas"
HOSTILE = (
    '<script>alert("1")</script>',
    "]]> & {0} %s \\n --> <!-- -->",
    "url(#x) href='javascript:1'",
    "مكتبة البلدية، قسم الأطفال",
    "ספרייה עירונית קרית מוצקין",
    "\u202eturned\u202c \u2067round\u2069",
    "библиотека 図書館 📚🏽 ẹ̀kọ́",
    WORD,
    f"{WORD}-{WORD}",
    "no\u00a0break\u00a0at\u00a0all\u00a0in\u00a0this\u00a0rather\u00a0long\u00a0name",
)
TAGS = {
    "svg", "title", "desc", "g", "rect", "circle", "ellipse", "path", "text", "tspan"
}  # fmt: skip


@st.composite
def sayings(draw: st.DrawFn) -> dict[str, str]:
    """A text of 1 to 400 characters."""
    words = draw(st.lists(st.sampled_from([*HOSTILE, "asks", "kirjasto", "ja", "7 €"]), min_size=1))
    times = draw(st.integers(1, 40))
    return {"en": " ".join(words * times)[:400].strip() or "x"}


@st.composite
def steps(draw: st.DrawFn, texts: Sequence[dict[str, str]], n: int) -> list[dict[str, Any]]:
    """Steps that hold some of the texts, and lead to each other in any way."""
    ids = [f"s{chr(97 + place // 26)}{chr(97 + place % 26)}" for place in range(n)]
    text = st.sampled_from(texts)
    way = st.fixed_dictionaries({"to": st.sampled_from(ids or ["x"])}, optional={"when": text})
    optional = {
        "pains": st.lists(text, max_size=2),
        "gains": st.lists(text, max_size=2),
        "system": text,
        "ours": text,
        "rule": st.just("rule-loan"),
        "touchpoint": st.just("touchpoint-desk"),
        "standing": st.sampled_from(["sourced", "derived", "illustrative"]),
        "next": st.lists(way, max_size=2, unique_by=lambda one: str(one["to"])),
        "lane": st.sampled_from(["customer", "frontstage", "backstage", "support"]),
        "feeling": st.integers(-2, 2).map(lambda value: {"value": value}),
        "feelings": st.integers(-2, 2).map(
            lambda value: [{"profile": "profile-b", "value": value}]
        ),
    }
    more = st.fixed_dictionaries({"action": text}, optional=optional)
    return [{**step(id_), **said} for id_ in ids for said in [draw(more)]]


@st.composite
def paths(draw: st.DrawFn) -> lg.ServiceGraph:
    """A model of one path with 0 to 40 steps and 0 to 4 profiles."""
    texts = draw(st.lists(sayings(), min_size=1, max_size=4))
    n = draw(st.sampled_from([0, 1, 2, 5, 9, 17, 40]))
    profiles = ("profile-a", "profile-b", "profile-c", "profile-d")[: draw(st.integers(0, 4))]
    known = [
        lg.Profile.model_validate({"id": id_, "name": texts[0], "relation": "user"})
        for id_ in profiles[2:]
    ]
    named = {"name": texts[-1], "description": texts[0], "profiles": profiles}
    return graph(*known, path(*draw(steps(texts, n)), **named))


@settings(max_examples=12)
@given(paths(), st.sampled_from(KINDS), st.sampled_from(sorted(lg.PAPERS)))
def test_any_path_keeps_the_rules(model: lg.ServiceGraph, kind: str, paper: str) -> None:
    drawing = lg.draw(model, "path-x", kind=kind, lang="en", sheet=paper)
    for svg in drawing.sheets:
        keeps_its_texts_inside(svg)
        keeps_its_texts_apart(svg)
        document = root(svg)
        assert {element.tag.removeprefix(SVG) for element in document.iter()} <= TAGS
        ids = [element.attrib["id"] for element in document.iter() if "id" in element.attrib]
        assert len(ids) == len(set(ids))
        written = " ".join(v for e in document.iter() for v in e.attrib.values())
        assert not re.search(r"javascript|url\(", written)
    tells_all(drawing)
