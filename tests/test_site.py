"""What `lumme build` makes of the shipped model: whole, linked, labelled, the same every time."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from running import lumme

import lumme_graph as lg
from lumme_graph.base.files import MANIFEST
from lumme_graph.base.tree import write_tree

ROOT = Path(__file__).parents[1]
LUMME = ROOT / "models" / "lumme"
VOID = {"meta", "img", "br", "hr", "input", "link"}
PATHS = ["bookbus", "card", "digital", "fee", "hold", "home", "ill", "school", "selfservice"]
STATEMENTS = {
    "fi": "Epävirallinen malli, jota Lumme-kirjastot eivät ole tehneet eivätkä hyväksyneet.",
    "en": "Unofficial. Not made or approved by the Lumme libraries.",
    "sv": "Inofficiell modell som Lumme-biblioteken varken har gjort eller godkänt.",
}
Node = tuple[str, dict[str, str]]


class Page(HTMLParser):
    """A page as a browser reads it; every element must be closed in its turn."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.nodes: list[Node] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.words: list[str] = []
        text = path.read_text(encoding="utf-8")
        assert text.startswith("<!DOCTYPE html>\n")
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"<{tag}> has an attribute twice")
        self.nodes.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.nodes if name == tag]

    @property
    def lang(self) -> str:
        return self.of("html")[0]["lang"]

    @property
    def links(self) -> Iterator[str]:
        for _, attributes in self.nodes:
            for name in ("href", "src"):
                if name in attributes:
                    yield attributes[name]


def run_build(model: Path, out: Path, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lumme_graph", "build", model, "-o", out],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped model."""
    out = tmp_path_factory.mktemp("site")
    done = lumme("build", LUMME, "-o", out, cwd=ROOT)
    assert (done.code, done.out) == (0, ""), done.err
    return out


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    return {path.name: Page(path) for path in sorted(site.glob("*.html"))}


def drawn() -> set[str]:
    """What is drawn of the shipped model: nine paths in three kinds, profiles, touchpoints, maps."""
    graph = lg.load(LUMME)
    paths = {f"{kind}path-{name}" for kind in ("", "journey-", "blueprint-") for name in PATHS}
    others = {one.id for kind in (lg.Profile, lg.Touchpoint, lg.Promise) for one in graph.all(kind)}
    return paths | others | {"coverage", "adoption", "network", "chain", "calendar"}


def test_there_is_a_page_of_each_sort_in_each_language(pages: dict[str, Page]) -> None:
    stems = ["index", "coverage", "findings", *(f"drawing-{name}" for name in drawn())]
    names = {f"{stem}.{lang}.html" for stem in stems for lang in ("fi", "en", "sv")}
    assert pages.keys() == names - {"index.fi.html"} | {"index.html"}
    languages = {name: page.lang for name, page in pages.items()}
    assert languages == {
        name: "fi" if name == "index.html" else name.split(".")[1] for name in pages
    }


def test_every_picture_is_there_in_each_language(site: Path) -> None:
    found = {path.name for path in (site / "drawings").iterdir()}
    assert found == {f"{name}.{lang}.svg" for name in drawn() for lang in ("fi", "en", "sv")}


def test_pages_are_well_formed(pages: dict[str, Page]) -> None:
    assert {name: page.faults for name, page in pages.items() if page.faults} == {}


def test_ids_are_unique_and_only_one_heading_is_the_first(pages: dict[str, Page]) -> None:
    for page in pages.values():
        ids = [attributes["id"] for _, attributes in page.nodes if "id" in attributes]
        assert len(ids) == len(set(ids))
        assert len(page.of("h1")) == len(page.of("title")) == len(page.of("main")) == 1


def test_every_link_and_picture_leads_to_a_file(site: Path, pages: dict[str, Page]) -> None:
    ids = {name: {node.get("id") for _, node in page.nodes} for name, page in pages.items()}
    for name, page in pages.items():
        found = list(page.links)
        assert found, name
        for link in found:
            parts = urlsplit(link)
            assert (parts.scheme, parts.netloc) == ("", ""), f"{name} leads away: {link}"
            target = site / unquote(parts.path) if parts.path else site / name
            assert target.is_file(), f"{name} leads to {link}"
            assert target.resolve().is_relative_to(site.resolve())
            if parts.fragment:
                assert parts.fragment in ids[target.name], f"{name} leads to {link}"


def test_every_page_is_reached_from_the_start_page(site: Path, pages: dict[str, Page]) -> None:
    reached: set[str] = set()
    ahead = ["index.html"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            if name.endswith(".html"):
                ahead += [urlsplit(link).path or name for link in pages[name].links]
    made = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert made - reached == {MANIFEST}


def test_every_page_says_the_statement_in_its_language(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert STATEMENTS[page.lang] in " ".join(page.words), name
        others = [said for lang, said in STATEMENTS.items() if lang != page.lang]
        assert not any(said in " ".join(page.words) for said in others), name


def test_every_drawing_says_the_statement_and_is_well_formed(site: Path) -> None:
    for path in (site / "drawings").glob("*.svg"):
        root = ET.parse(path).getroot()
        lang = path.name.split(".")[1]
        words = " ".join(" ".join(root.itertext()).split())
        assert STATEMENTS[lang].split()[0] in words
        assert lang in {root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")}


def test_pages_lead_to_the_same_page_in_the_other_languages(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        stem = name.split(".")[0]
        others = {
            attributes["lang"]: attributes["href"]
            for attributes in page.of("a")
            if "lang" in attributes and attributes["href"].split(".")[0] == stem
        }
        assert others.keys() == {"fi", "en", "sv"} - {page.lang}
        assert all(pages[href].lang == lang for lang, href in others.items())


def test_pictures_have_words_and_tables_have_heads(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert all(attributes.get("alt") for attributes in page.of("img")), name
        assert all(attributes.get("scope") for attributes in page.of("th")), name
        for attributes in page.of("div"):
            if "tabindex" in attributes:
                assert attributes["aria-label"], name


def test_there_is_no_script_and_nothing_from_elsewhere(site: Path, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert not page.of("script")
        assert "url(" not in page.path.read_text(encoding="utf-8")
    for path in (site / "drawings").glob("*.svg"):
        for element in ET.parse(path).iter():
            for key, value in element.attrib.items():
                if key.endswith("href"):
                    assert not urlsplit(value).netloc, path.name


def test_the_start_page_gives_the_share_of_the_guide(site: Path, pages: dict[str, Page]) -> None:
    """The same whole numbers in the page and in the data."""
    done = json.loads((site / "data" / "coverage.json").read_text(encoding="utf-8"))["done"]
    for name in ("index.html", "index.en.html", "index.sv.html"):
        assert f"({done['n']}/{done['d']})" in " ".join(pages[name].words)


def test_findings_of_the_page_are_those_of_the_data(site: Path, pages: dict[str, Page]) -> None:
    data = json.loads((site / "data" / "findings.json").read_text(encoding="utf-8"))
    words = " ".join(" ".join(pages["findings.en.html"].words).split())
    missing = {f["message"] for f in data["findings"] if f["severity"] == "warning"}
    assert len(missing) > 50
    assert {message for message in missing if message not in words} == set()


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.long
def test_the_same_model_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale and place, and files made in another order.

    Where the machine has no Finnish locale, it takes the plain one.
    """
    files = sorted(path.relative_to(LUMME) for path in LUMME.rglob("*") if path.is_file())
    random.Random(1).shuffle(files)  # noqa: S311 - an order, no secret
    model = tmp_path / "models" / "lumme"
    for name in files:
        (model / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(LUMME / name, model / name)
    first, out = tmp_path / "first", tmp_path / "out"
    run_build(LUMME, first, PYTHONHASHSEED="0", TZ="UTC")
    run_build(model, out, PYTHONHASHSEED="4711", TZ="Asia/Kolkata", LC_ALL="fi_FI.UTF-8")
    one, other = contents(first), contents(out)
    assert one.keys() == other.keys()
    assert {name for name in one if one[name] != other[name]} == set()


def test_nothing_tells_where_the_model_lies(site: Path) -> None:
    """Findings name the model's files; the folders above are nobody's business."""
    assert {name for name, data in contents(site).items() if str(ROOT).encode() in data} == set()
    data = json.loads((site / "data" / "findings.json").read_text(encoding="utf-8"))
    assert {(LUMME / f["file"]).is_file() for f in data["findings"]} == {True}


def test_what_is_no_longer_made_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a.html": "a", "drawings/b.svg": "b", "c.html": "c"})
    (tmp_path / "mine.html").write_text("mine")
    (tmp_path / "drawings" / "mine.svg").write_text("mine")
    write_tree(tmp_path, {"a.html": "again"})
    found = contents(tmp_path)
    assert json.loads(found.pop(MANIFEST)) == ["a.html"]
    assert found == {"a.html": b"again", "mine.html": b"mine", "drawings/mine.svg": b"mine"}


def test_a_second_build_of_a_smaller_model_takes_its_old_pages_away(tmp_path: Path) -> None:
    model, out = tmp_path / "model", tmp_path / "out"
    model.mkdir()
    (model / "model.yaml").write_text("languages: {required: [en]}\nas_of: 2026-08-22\n")
    step = "steps: [{id: a, action: {en: A}, actor: {kind: customer}, lane: customer}]"
    (model / "paths.yaml").write_text(
        "".join(
            f"- id: path-{name}\n  name: {{en: {name}}}\n  standing: illustrative\n  {step}\n"
            for name in ("one", "two")
        )
    )
    run_build(model, out)
    assert (out / "drawing-path-two.en.html").exists()
    (out / "notes.html").write_text("mine")
    paths = (model / "paths.yaml").read_text()
    (model / "paths.yaml").write_text(paths[: paths.index("- id: path-two")])
    run_build(model, out)
    found = contents(out)
    assert "drawing-path-one.en.html" in found
    assert found["notes.html"] == b"mine"
    assert not [name for name in found if "path-two" in name]
