"""Texts that some output could obey: each through every output, and read back by another's parser.

One model carries them all: as the name of a touchpoint, a note, the action of a step and prose.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest
from markdown_it import MarkdownIt

from lumme_graph.base.shown import shown
from lumme_graph.cli import command_line
from lumme_graph.reading.document import is_list, is_map
from lumme_graph.reports.html.tree import document, h
from lumme_graph.reports.markdown import escaped

TEXTS = (
    "<lambda> <map>",
    "<script>alert(1)</script>",
    '<<TABLE><TR><TD><IMG SRC="/etc/hostname"/></TD></TR></TABLE>>',
    r"\N \G \l \T",
    "he said \"yes\" and 'no'",
    "a backslash at the end \\",
    "&amp; &lt;b&gt; &#60;",
    "]]> and --> and <!-- here",
    "A name\n::set-output name=x::y",
    "##[error] and ##vso[task.complete]",
    "turned \u202eround\u202c and \u2066kept\u2069",
    "two\u2028lines\u2029of text",
    "=1+1",
    "-2+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "|a|b| and `code` and *stars* and ~~struck~~",
    "[a link](javascript:alert(1)) ![x](//host/x.png)",
    "- an item",
    "1. an item",
    "@someone and #1",
    "</title></style><svg onload=alert(1)>",
    '" onclick="x',
    "{0} {name} %s",
    "$(id) `id` ; rm",
    "Ŵyl, sää, öljy, 図書館, مكتبة",
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
COMMAND = re.compile(r"^\s*::[a-z]|##\[|##vso\[", re.MULTILINE)


def elements() -> Iterator[dict[str, Any]]:
    yield {
        "id": "organisation-net",
        "name": {"en": "Net"},
        "type": "network",
        "standing": "illustrative",
    }
    yield {
        "id": "organisation-a",
        "name": {"en": "A"},
        "type": "library",
        "memberships": [{"of": "organisation-net"}],
        "standing": "illustrative",
    }
    offered = [{"at": "organisation-net", "is": "yes"}]
    for at, text in enumerate(TEXTS):
        yield {
            "id": f"touchpoint-t{at}",
            "name": {"en": text},
            "channel": "device",
            "offered": offered,
            "note": text,
        }
        yield {"id": f"section-s{at}", "name": {"en": text}, "status": "published"}
    yield {
        "id": "path-p",
        "name": {"en": TEXTS[0]},
        "offered": offered,
        "steps": [
            {
                "id": f"s{at}",
                "action": {"en": text},
                "actor": {"kind": "customer"},
                "lane": "customer",
                "touchpoint": f"touchpoint-t{at}",
            }
            for at, text in enumerate(TEXTS)
        ],
    }


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    settings = {
        "name": {"en": TEXTS[1]},
        "statement": {"en": " ".join(TEXTS)},
        "languages": {"required": ["en"]},
        "network": "organisation-net",
        "as_of": "2026-08-22",
    }
    (folder / "guide").mkdir()
    (folder / "model.yaml").write_text(json.dumps(settings))
    (folder / "a.yaml").write_text(json.dumps(list(elements())))
    for at, text in enumerate(TEXTS):
        if "](" not in text:  # in prose it would be a link, which is refused
            (folder / f"guide/section-s{at}.en.md").write_text(text)
    return folder


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    capsys.readouterr()
    command_line()([str(word) for word in words], standalone_mode=False)
    return capsys.readouterr().out


def strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif is_map(data):
        yield from strings([*data.keys(), *data.values()])
    elif is_list(data):
        for value in data:
            yield from strings(value)


def squeezed(text: str) -> str:
    """Without what lines are broken with."""
    return re.sub(r"[\s│─-]", "", text)


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "--all"], True),
        (["coverage"], False),
        (["coverage", "--by", "kind"], False),
        (["review"], False),
        (["where-used", "organisation-net"], True),
        (["where-used", "touchpoint-t0"], False),
        (["ask"], False),
        (["ask", "personal-data"], False),
    ],
    ids=str,
)
def test_a_terminal_is_shown_each_text_and_obeys_none(
    model: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: bool
) -> None:
    out = run(capsys, words[0], model, *words[1:])
    assert out.strip()
    assert not UNSEEN.search(out)
    assert not COMMAND.search(out)
    if says:
        missing = [text for text in TEXTS if squeezed(shown(text)) not in squeezed(out)]
        assert missing == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["check", "--format", "json"], False),
        (["coverage", "--format", "json"], False),
        (["coverage", "--format", "sarif"], False),
        (["where-used", "organisation-net", "--format", "json"], True),
        (["ask", "--format", "json"], False),
        (["schema", "--format", "jsonschema"], True),
    ],
    ids=str,
)
def test_json_says_each_text_as_it_is(
    model: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: bool
) -> None:
    out = run(capsys, words[0], model, *words[1:])
    assert not UNSEEN.search(out)
    said = "\0".join(strings(json.loads(out)))
    if says:
        assert [text for text in TEXTS if text not in said] == []


def test_csv_says_each_text_and_holds_no_formula(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "coverage", model, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    said = {row["item"]: row["item_name"] for row in rows}
    for at, text in enumerate(TEXTS):
        cell = said[f"touchpoint-t{at}"]
        assert cell == (f"'{text}" if text[0] in "=-@" else text)
    assert {None} & {key for row in rows for key in row} == set()


def test_markdown_says_each_text_and_is_marked_up_by_none(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse("\n\n".join(map(escaped, TEXTS)))
    assert {token.type for token in tokens} == {"paragraph_open", "inline", "paragraph_close"}
    said = [token for token in tokens if token.type == "inline"]
    for token, text in zip(said, TEXTS, strict=True):
        children = token.children or []
        assert {child.type for child in children} <= {"text", "text_special", "html_inline"}
        marks = {child.content for child in children if child.type == "html_inline"}
        assert marks <= {"<!-- -->"}
        words = "".join(child.content for child in children if child.type != "html_inline")
        assert words == spaced(text)
    page = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(run(capsys, "coverage", model, "--format", "md"))
    )
    assert not {"link_open", "image", "fence", "list_item_open"} & {
        token.type for outer in page for token in (outer, *(outer.children or ()))
    }


class Seen(HTMLParser):
    """The tags, attributes and words of a page, its scripts by their files, and its data."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.scripts: set[str] = set()
        self.data: list[str] = []
        self.in_data = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.in_data = tag == "script" and ("type", "application/ld+json") in attrs
        if tag == "script" and not self.in_data:
            self.scripts.add(dict(attrs).get("src") or "")

    def handle_data(self, data: str) -> None:
        (self.data if self.in_data else self.words).append(data)

    def handle_endtag(self, tag: str) -> None:
        self.in_data = self.in_data and tag != "script"


@pytest.fixture(scope="module")
def built(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    command_line()(["build", str(model), "-o", str(out), "--quiet"], standalone_mode=False)
    return out


def test_pages_say_each_text_and_nothing_is_marked_up_by_it(built: Path) -> None:
    """In both editions; a script is a file of ours, or data that search engines read as such."""
    pages = {page.relative_to(built).as_posix(): page for page in built.rglob("*.html")}
    assert len(pages) > 2 * 2 * len(TEXTS)
    wholes = {"staff/en/findings", "staff/en/coverage", "en/path-p", "en/touchpoints", "en/guide"}
    for name, page in pages.items():
        text = page.read_text(encoding="utf-8")
        assert not CONTROL.search(text)
        seen = Seen(text)
        assert not {"map", "lambda", "table<", "iframe", "style"} & seen.tags
        assert seen.scripts <= {"../assets/search.js", "../../assets/search.js", "assets/search.js"}
        assert not [name for name in seen.attributes if name.startswith("on")]
        if name.removesuffix(".html") in wholes:
            wholes.remove(name.removesuffix(".html"))
            said = spaced(" ".join(seen.words))
            assert [text for text in TEXTS if spaced(text) not in said] == []
    assert wholes == set()


def test_what_programs_read_of_a_page_says_each_text_and_ends_no_script(built: Path) -> None:
    """The texts that are searched, and what search engines are told."""
    script = (built / "en" / "texts.js").read_text(encoding="utf-8")
    said = spaced("\0".join(strings(json.loads(script[script.index("=") + 1 :].rstrip(";\n")))))
    assert [text for text in TEXTS if spaced(text) not in said] == []
    for at, text in enumerate(TEXTS):
        seen = Seen((built / "en" / f"touchpoint-t{at}.html").read_text(encoding="utf-8"))
        (data,) = seen.data
        assert text in set(strings(json.loads(data)))


def test_drawings_say_each_text(built: Path) -> None:
    root = ET.parse(built / "drawings" / "path-p.en.svg").getroot()
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {
        *("svg", "title", "desc", "g", "rect", "circle", "ellipse", "path", "text", "tspan")
    }
    said = squeezed(
        "".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    )
    assert [text for text in TEXTS if squeezed(text) not in said] == []
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on")]


def test_graphviz_draws_each_text_of_the_dot(model: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.dot"
    command_line()(
        ["draw", str(model), "path-p", "-o", str(file), "--quiet"], standalone_mode=False
    )
    program = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    assert program is not None
    done = subprocess.run(
        [program, "-Kdot", "-q", "-Tsvg", str(file)],
        capture_output=True,
        check=True,
    )
    root = ET.fromstring(done.stdout)
    words = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    said = squeezed("".join(words))
    assert [text for text in TEXTS if squeezed(text) not in said] == []
    assert f"1. {TEXTS[0]}" in words
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


def test_the_picture_in_words_keeps_each_text_on_its_line(model: Path, tmp_path: Path) -> None:
    file = tmp_path / "p.txt"
    command_line()(
        ["draw", str(model), "path-p", "-o", str(file), "--quiet"], standalone_mode=False
    )
    told = file.read_text(encoding="utf-8")
    assert not UNSEEN.search(told)
    assert not COMMAND.search(told)
    for text in TEXTS:
        assert f": {shown(text)}\n" in told


def test_rdf_says_each_text_and_no_other_triple(built: Path) -> None:
    forms = {"model.ttl": pyoxigraph.RdfFormat.TURTLE, "model.nt": pyoxigraph.RdfFormat.N_TRIPLES}
    read = [
        set(pyoxigraph.parse((built / "staff" / "data" / name).read_bytes(), format=form))
        for name, form in forms.items()
    ]
    assert read[0] == read[1]
    said = {
        quad.object.value
        for quad in read[0]
        if isinstance(quad, pyoxigraph.Quad) and isinstance(quad.object, pyoxigraph.Literal)
    }
    assert set(TEXTS) <= said


def test_junit_is_xml_and_says_each_text(model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ET.fromstring(run(capsys, "coverage", model, "--format", "junit"))
    said = spaced(" ".join(value for one in root.iter() for value in one.attrib.values()))
    assert [text for text in TEXTS if spaced(text) not in said] == []


def test_what_html_cannot_hold_is_replaced() -> None:
    page = document(h("html", h("p", "a\0b\x1b\ud800\ufffe", title="\x9b")))
    assert page.encode("utf-8").decode() == page
    assert not CONTROL.search(page)


CONTROLS = ["\x1b[2J", "\x1b]8;;http://e.org\x07x", "\x00", "\x7f", "\x9b2J", "\x85", "\x0b"]


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
@pytest.mark.parametrize("where", ["name", "note", "body"])
def test_a_control_character_is_refused_at_its_place(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    control: str,
    where: str,
) -> None:
    monkeypatch.setenv("COLUMNS", "999")
    (tmp_path / "guide").mkdir()
    (tmp_path / "model.yaml").write_text("languages: {required: [en]}\nas_of: 2026-08-22\n")
    name, note = (json.dumps(f"x{control}" if where == one else "x") for one in ("name", "note"))
    (tmp_path / "a.yaml").write_text(
        f"- id: section-a\n  name: {{en: {name}}}\n  status: published\n  note: {note}\n"
    )
    body = f"first\nand {control}" if where == "body" else "first"
    (tmp_path / "guide/section-a.en.md").write_text(body, newline="")
    out = run(capsys, "check", tmp_path)
    place = {"name": "a.yaml:2:3", "note": "a.yaml:4:3", "body": "guide/section-a.en.md:2:5"}[where]
    lines = [line for line in out.splitlines() if "LG008" in line]
    assert len(lines) == 2
    assert f"{place}: LG008 error: {where}: " in lines[0]
    assert f"U+{ord(control[0]):04X}" in lines[0]
    assert not UNSEEN.search(out)
