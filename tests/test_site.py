"""What holds of every page of the site: addresses, editions, languages, links, words, safety."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from running import lumme
from shipped import LUMME, lumme_files, lumme_graph

import lumme_graph as lg
from lumme_graph.base.files import MANIFEST
from lumme_graph.base.tree import write_tree
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import specs
from lumme_graph.site.site import Site

CLWYD = Path(__file__).parent / "models" / "clwyd"
VOID = {"meta", "img", "br", "hr", "input", "link", "wbr"}
STATEMENTS = {
    "fi": "Epävirallinen malli, jota Lumme-kirjastot eivät ole tehneet eivätkä hyväksyneet.",
    "en": "Unofficial. Not made or approved by the Lumme libraries.",
    "sv": "Inofficiell modell som Lumme-biblioteken varken har gjort eller godkänt.",
}
CUSTOMER, STAFF = lg.Edition.CUSTOMER, lg.Edition.STAFF
Node_ = tuple[str, dict[str, str]]


@dataclass
class Page(HTMLParser):
    """A page as a browser reads it; every element must be closed in its turn."""

    text: str
    nodes: list[Node_] = field(default_factory=list[Node_])
    open: list[str] = field(default_factory=list[str])
    faults: list[str] = field(default_factory=list[str])
    words: list[str] = field(default_factory=list[str])

    def __post_init__(self) -> None:
        super().__init__()
        assert self.text.startswith("<!DOCTYPE html>\n")
        self.feed(self.text)
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
        if "script" not in self.open:
            self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.nodes if name == tag]

    @property
    def said(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        for tag, attributes in self.nodes:
            for name in ("href", "src", "action"):
                if name in attributes:
                    yield tag, attributes[name]


Files = Mapping[str, bytes]


def built(folder: Path, **options: Any) -> dict[str, bytes]:
    return lg.build(lg.load(folder), "en", **options).files


def pages_of(files: Files) -> dict[str, Page]:
    return {name: Page(text.decode()) for name, text in files.items() if name.endswith(".html")}


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    """The site of the shipped model."""
    return lumme_files()


@pytest.fixture(scope="session")
def pages(files: Files) -> dict[str, Page]:
    return pages_of(files)


def language(name: str) -> str:
    found = re.search(r"(?:^|/)(fi|en|sv)/", name)
    return found[1] if found else "fi"


def test_every_id_has_a_page_for_staff(pages: dict[str, Page]) -> None:
    graph = lumme_graph()
    for element in graph:
        found = [tag for tag in ("fi", "en", "sv") if f"staff/{tag}/{element.id}.html" in pages]
        assert found, element.id
        name = getattr(element, "name", None)
        if name is not None and not isinstance(element, lg.Section):
            assert found == [tag for tag in ("fi", "en", "sv") if tag in name], element.id


def test_a_section_stands_in_the_languages_of_its_text_alone(pages: dict[str, Page]) -> None:
    graph = lumme_graph()
    for section in graph.all(lg.Section):
        written = {tag for tag in ("fi", "en", "sv") if tag in graph.prose(section)}
        is_open = section.status is lg.SectionStatus.PUBLISHED
        assert {t for t in ("fi", "en", "sv") if f"{t}/{section.id}.html" in pages} == (
            written if is_open else set()
        )
        if written:
            found = {t for t in ("fi", "en", "sv") if f"staff/{t}/{section.id}.html" in pages}
            assert found == written


def test_customers_have_pages_of_these_kinds_alone(pages: dict[str, Page]) -> None:
    ids = {name.rpartition("/")[2][:-5] for name in pages if not name.startswith("staff/")}
    prefixes = {id_.partition("-")[0] for id_ in ids if "-" in id_}
    assert prefixes == {"path", "service", "organisation", "touchpoint", "promise", "section"}
    libraries = {id_ for id_ in ids if id_.startswith("organisation-")}
    assert len(libraries) == 12
    assert {"index", "paths", "services", "libraries", "guide", "about", "sources", "search"} <= ids
    assert not {"coverage", "findings", "development", "questions", "decide"} & ids


def test_a_language_without_a_published_section_has_no_door_for_customers(
    pages: dict[str, Page],
) -> None:
    assert "index.html" in pages and "en/index.html" in pages
    assert not any(name.startswith("sv/") for name in pages)
    assert "staff/sv/index.html" in pages and "staff/index.html" in pages


def test_the_staff_folder_taken_away_leaves_the_customers_edition(files: Files) -> None:
    alone = lg.build(lumme_graph(), "en", editions=(CUSTOMER,)).files
    assert alone.keys() == {name for name in files if not name.startswith("staff/")}
    assert not any(b"staff/" in text for name, text in alone.items() if name.endswith(".html"))


def test_pages_are_well_formed(pages: dict[str, Page]) -> None:
    assert {name: page.faults for name, page in pages.items() if page.faults} == {}


def test_ids_are_unique_and_only_one_heading_is_the_first(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        ids = [attributes["id"] for _, attributes in page.nodes if "id" in attributes]
        assert len(ids) == len(set(ids)), name
        assert len(page.of("h1")) == len(page.of("title")) == len(page.of("main")) == 1, name


def test_no_heading_level_is_skipped(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.nodes if re.fullmatch("h[1-6]", tag)]
        in_main = levels[levels.index(1) :]
        assert all(b - a <= 1 for a, b in pairwise(in_main)), (name, levels)


def test_titles_are_unique_within_an_edition_and_a_language(pages: dict[str, Page]) -> None:
    seen: dict[tuple[bool, str, str], str] = {}
    for name, page in pages.items():
        title = re.search(r"<title>(.*?)</title>", page.text)
        assert title
        key = (name.startswith("staff/"), language(name), title[1])
        assert key not in seen, f"{name} and {seen[key]}: {title[1]}"
        seen[key] = name


def test_every_link_leads_to_a_file_and_a_place_in_it(files: Files, pages: dict[str, Page]) -> None:
    ids = {
        name: {attributes["id"] for _, attributes in page.nodes if "id" in attributes}
        for name, page in pages.items()
    }
    for name, page in pages.items():
        for tag, link in page.links:
            parts = urlsplit(link)
            if parts.scheme in {"https", "http", "mailto"}:
                assert tag == "a", f"{name} loads {link}"
                continue
            assert (parts.scheme, parts.netloc) == ("", ""), f"{name} leads to {link}"
            path = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
            assert path in files, f"{name} leads to {link}"
            if parts.fragment and path in ids:
                assert unquote(parts.fragment) in ids[path], f"{name} leads to {link}"


def test_customers_are_not_led_to_staff_but_by_the_switch_of_editions(
    pages: dict[str, Page],
) -> None:
    for name, page in pages.items():
        if not name.startswith("staff/"):
            hrefs = [link for _, link in page.links if "staff/" in link]
            told = 3 if name.endswith("/about.html") else 2
            assert len(hrefs) <= told and len(set(hrefs)) <= told - 1, (name, hrefs)


def test_every_page_is_reached_from_the_doors(pages: dict[str, Page]) -> None:
    for start in ("index.html", "staff/index.html"):
        reached: dict[str, int] = {start: 0}
        ahead = [start]
        for name in ahead:
            for _, link in pages[name].links:
                parts = urlsplit(link)
                path = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
                if not parts.scheme and path not in reached:
                    reached[path] = reached[name] + 1
                    if path in pages:
                        ahead.append(path)
        if start == "index.html":
            left = {name for name in pages if name not in reached}
            assert left == set()


def test_every_page_says_the_statement_in_its_language(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        lang = page.of("html")[0]["lang"]
        assert lang == language(name)
        assert page.said.count(STATEMENTS[lang]) >= 2, name
        assert not any(said in page.said for tag, said in STATEMENTS.items() if tag != lang), name


def test_pages_lead_to_the_same_page_in_the_other_languages(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        stem = name.rpartition("/")[2]
        found = {a["hreflang"] for a in page.of("a") if "hreflang" in a}
        edition = "staff/" if name.startswith("staff/") else ""
        there = {
            tag
            for tag in ("fi", "en", "sv")
            if f"{edition}{tag}/{stem}" in pages or (stem == "index.html" and tag == "fi")
        }
        assert found == there - {language(name)}, name


def test_pages_run_nothing_and_ask_nobody(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        policy = page.of("meta")[1]
        assert (
            policy["http-equiv"] == "Content-Security-Policy" and "'unsafe" not in policy["content"]
        )
        for tag, attributes in page.nodes:
            assert "style" not in attributes, (name, tag)
            assert not any(key.startswith("on") for key in attributes), (name, tag)
            assert tag != "style", name
            if tag == "script":
                assert "src" in attributes or attributes["type"] == "application/ld+json", name


def test_pages_are_light(files: Files, pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        most = 300_000 if name.endswith(("/coverage.html", "/questions.html")) else 100_000
        assert len(files[name]) <= most, (name, len(files[name]))
        assert len(page.nodes) <= 5_000, (name, len(page.nodes))


def test_pictures_have_words(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert all(attributes.get("alt") for attributes in page.of("img")), name


def test_the_first_link_leads_over_the_head_to_the_content(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert page.of("a")[0]["href"] == "#main", name
        assert page.of("main")[0]["id"] == "main", name


def test_the_site_is_the_same_from_files_in_another_order(files: Files, tmp_path: Path) -> None:
    other = tmp_path / "lumme"
    names = sorted(path.relative_to(LUMME) for path in LUMME.rglob("*") if path.is_file())
    random.Random(7).shuffle(names)  # noqa: S311
    for name in names:
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(LUMME / name, other / name)
    again = Site(lg.load(other))
    assert set(again.addresses) == files.keys()
    first = [name for name in files if not name.startswith(("staff/en/", "staff/sv/"))]
    assert [name for name in first if again.file(name) != files[name]] == []


MARK = "qqxmarker"
STAFF_FIELDS = {
    "note",
    "derivation",
    "pains",
    "gains",
    "thoughts",
    "marks",
    "system",
    "saves",
    "reason",
    "gives",
    "accessibility_note",
}
STAFF_KINDS = (
    lg.Need,
    lg.Target,
    lg.Decision,
    lg.Action,
    lg.Idea,
    lg.Event,
    lg.Group,
    lg.Project,
    lg.Goal,
    lg.Indicator,
    lg.Profile,
    lg.Practice,
    lg.Claim,
)


def marked(node: Any, *, every: bool) -> Any:
    """A copy with the marker in all its texts, or in those of fields for staff alone."""
    if isinstance(node, lg.Text):
        return lg.Text({tag: f"{words} {MARK}" for tag, words in node.items()}) if every else node
    if isinstance(node, tuple):
        parts: tuple[Any, ...] = node  # pyright: ignore[reportUnknownVariableType]
        return tuple(marked(one, every=every) for one in parts)
    if not isinstance(node, Node):
        return node
    update: dict[str, Any] = {}
    for spec in specs(type(node)):
        value = getattr(node, spec.name)
        here = every or spec.name in STAFF_FIELDS
        if spec.name in {"note", "derivation"} and value is None:
            value = MARK if spec.name == "note" else lg.Text(fi=MARK, en=MARK)
        update[spec.name] = MARK if spec.name == "note" else marked(value, every=here)
    return node.model_copy(update=update)


def test_nothing_of_the_staffs_is_in_any_file_of_the_customers() -> None:
    graph = lumme_graph()
    elements: list[Any] = []
    for element in graph:
        draft = isinstance(element, lg.Section) and element.status is not lg.SectionStatus.PUBLISHED
        elements.append(marked(element, every=draft or isinstance(element, STAFF_KINDS)))
    made = Site(lg.ServiceGraph(elements, graph.settings))
    staff = [name for name in made.addresses if name.startswith("staff/fi/")]
    assert sum(MARK.encode() in made.file(name) for name in staff) > 200
    customers = [name for name in made.addresses if not name.startswith("staff/")]
    assert len(customers) > 200
    assert [name for name in customers if MARK.encode() in made.file(name)] == []


HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)> ' & {{ fact: x }} ]]> <!--"


def test_hostile_texts_do_no_harm() -> None:
    graph = lg.load(CLWYD)

    def hostile(node: Any) -> Any:
        if isinstance(node, lg.Text):
            return lg.Text({tag: f"{HOSTILE} {words}" for tag, words in node.items()})
        if isinstance(node, tuple):
            parts: tuple[Any, ...] = node  # pyright: ignore[reportUnknownVariableType]
            return tuple(hostile(one) for one in parts)
        if not isinstance(node, Node):
            return node
        fields = {s.name: hostile(getattr(node, s.name)) for s in specs(type(node))}
        return node.model_copy(update=fields)

    elements = [hostile(element) for element in graph]
    made = lg.build(lg.ServiceGraph(elements, graph.settings), "cy").files
    for name, page in pages_of(made).items():
        assert page.faults == [], name
        scripts = page.of("script")
        assert all("src" in one or one.get("type") == "application/ld+json" for one in scripts)
        assert not [one for one in page.of("img") if one.get("src") == "x"], name
        assert not [one for _, one in page.nodes if any(k.startswith("on") for k in one)], name


def test_a_welsh_network_has_its_whole_site_in_its_languages() -> None:
    pages = pages_of(built(CLWYD))
    languages = {page.of("html")[0]["lang"] for page in pages.values()}
    assert languages == set(lg.load(CLWYD).settings.languages.all)
    graph = lg.load(CLWYD)
    for element in graph:
        assert any(name.endswith(f"/{element.id}.html") for name in pages), element.id


def test_the_command_writes_the_site_and_says_where_its_door_is(tmp_path: Path) -> None:
    done = lumme("guide", CLWYD, "-o", tmp_path / "site", "--edition", "customer")
    assert done.code == 0, done.err
    assert done.err.rstrip().endswith("index.html")
    assert (tmp_path / "site" / "index.html").is_file()
    assert not (tmp_path / "site" / "staff").exists()


def test_what_an_earlier_build_made_is_taken_away(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_tree(out, {"fi/service-old.html": "old", "index.html": "old"})
    lg.build(lg.load(CLWYD), "cy").write(out)
    assert not (out / "fi" / "service-old.html").exists()
    assert (out / MANIFEST).is_file()
