"""What may be published as a picture: a raster by its first bytes, an SVG that does and fetches nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_folders import said, write

import lumme_graph as lg

NAMED = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0"
GIF = b"GIF89a\1\0\1\0"
WEBP = b"RIFF\x1a\0\0\0WEBPVP8L"
PUBLIC = (
    "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
    "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
)
LAUGHS = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"


def svg(inner: str, before: str = "") -> bytes:
    return f"{before}<svg {NAMED}>{inner}</svg>".encode()


GOOD = {
    "a.png": PNG,
    "a.PNG": PNG,
    "a.jpg": JPEG,
    "a.jpeg": JPEG,
    "a.gif": GIF,
    "a.webp": WEBP,
    "plain.svg": svg("<title>Hylly: ä</title><path d='M0 0h4'/>", "<?xml version='1.0'?>\n"),
    "itself.svg": svg("<g id='a' fill='url(#b)'/><use xlink:href='#a'/><use href='#a'/>"),
    "photo.svg": svg("<image href='data:image/png;base64,iVBORw0KGgo='/>"),
    "style.svg": svg("<style>.a { fill: url('#b'); content: '\\201C' }</style>"),
    "doctype.svg": svg("<g/>", PUBLIC),
    "said.svg": svg("<text>javascript: on https://example.org url(https://a)</text>"),
    "utf16.svg": f"<svg {NAMED}/>".encode("utf-16"),
}
BAD: dict[str, tuple[bytes, str | None, str]] = {
    "text.png": (b"root:x:0:0", "1:1", "it does not begin as PNG does"),
    "empty.gif": (b"", "1:1", "it is empty"),
    "jpeg.png": (JPEG, "1:1", "it does not begin as PNG does"),
    "svg.webp": (svg(""), "1:1", "it does not begin as WEBP does"),
    "text.svg": (b"root:x:0:0", "1:1", "it is not well-formed XML"),
    "empty.svg": (b"", "1:1", "it is empty"),
    "cut.svg": (
        b"<svg xmlns='http://www.w3.org/2000/svg'>\n<g>",
        "2:4",
        "it is not well-formed XML",
    ),
    "encoding.svg": (
        b"<?xml version='1.0' encoding='none'?><svg/>",
        "1:1",
        "it is not well-formed XML",
    ),
    "html.svg": (b"<html/>", "1:1", "its first element is not svg"),
    "bare.svg": (b"<svg/>", "1:1", "its first element is not svg"),
    "script.svg": (svg("\n<script>a()</script>"), "2:1", "it has the element script"),
    "prefix.svg": (
        b"<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script/></s:svg>",
        "1:45",
        "it has the element script",
    ),
    "foreign.svg": (svg("\n<foreignObject/>"), "2:1", "it has the element foreignObject"),
    "frame.svg": (
        svg("\n<iframe xmlns='http://www.w3.org/1999/xhtml'/>"),
        "2:1",
        "it has the element iframe",
    ),
    "load.svg": (svg("\n<g onload='a()'/>"), "2:1", "it runs a script: onload"),
    "big.svg": (svg("\n<g OnClick='a()'/>"), "2:1", "it runs a script: OnClick"),
    "link.svg": (svg("\n<a href=' JavaScript:a()'/>"), "2:1", "it runs a script: href"),
    "to.svg": (svg("\n<set to='javascript:a()'/>"), "2:1", "it runs a script: to"),
    "outer.svg": (
        svg("\n<image xlink:href='http://example.org/a.png'/>"),
        "2:1",
        "it takes something from elsewhere: href",
    ),
    "host.svg": (
        svg("\n<use href='//example.org/a.svg#a'/>"),
        "2:1",
        "it takes something from elsewhere: href",
    ),
    "nested.svg": (
        svg("\n<image href='data:image/svg+xml,a'/>"),
        "2:1",
        "it takes something from elsewhere: href",
    ),
    "base.svg": (
        svg("\n<g xml:base='https://example.org/'/>"),
        "2:1",
        "it takes something from elsewhere: base",
    ),
    "moved.svg": (
        svg("\n<set attributeName='xlink:href' to='https://example.org/'/>"),
        "2:1",
        "it takes something from elsewhere: attributeName",
    ),
    "fill.svg": (
        svg("\n<g fill='url(https://example.org/a#b)'/>"),
        "2:1",
        "it takes something from elsewhere: fill",
    ),
    "escaped.svg": (
        svg("\n<g style='fill: \\75 rl(/**/ \"//example.org/a\")'/>"),
        "2:1",
        "it takes something from elsewhere: style",
    ),
    "sheet.svg": (
        svg("<style>\n@import 'https://example.org/a.css';</style>"),
        "2:37",
        "it takes something from elsewhere: style",
    ),
    "set.svg": (
        svg("\n<g style='mask: image-set(\"https://example.org/a\" 1x)'/>"),
        "2:1",
        "it takes something from elsewhere: style",
    ),
    "entity.svg": (svg("&b;", LAUGHS), None, "it declares the entity a"),
    "instruction.svg": (
        svg("", "<?xml-stylesheet href='https://example.org/a.css'?>"),
        "1:1",
        "it has the instruction xml-stylesheet",
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_may_be_published(tmp_path: Path, name: str) -> None:
    root = write(tmp_path, {f"guide/images/{name}": GOOD[name]})
    assert lg.load(root).files.images == {f"guide/images/{name}"}


@pytest.mark.parametrize("name", BAD)
def test_what_may_not_be_published_is_no_picture(tmp_path: Path, name: str) -> None:
    content, place, why = BAD[name]
    root = write(tmp_path, {f"guide/images/{name}": content})
    graph, findings = lg.read(root)
    assert graph.files.images == frozenset()
    [line] = said(root, findings)
    where, _, sentence = line.partition(" LG014 ")
    assert sentence.startswith(f"the picture cannot be published: {why}; save it again")
    assert place is None or where == f"guide/images/{name}:{place}"


def test_a_file_of_another_form_is_not_published(tmp_path: Path) -> None:
    root = write(tmp_path, {"guide/images/notes.txt": "x", "guide/images/page.html": "<p>x</p>"})
    graph, findings = lg.read(root)
    assert (graph.files.images, findings) == (frozenset(), ())


def test_a_refused_picture_is_in_no_site(tmp_path: Path) -> None:
    """Also where somebody builds from Python although the model has faults."""
    elements = "- {id: section-a, name: {en: A}, status: published, audience: both, standing: illustrative}\n"
    files: dict[str, str | bytes] = {
        "model.yaml": "as_of: 2026-08-22\nname: {en: N}\nlanguages: {required: [en]}\n",
        "all.yaml": elements,
        "guide/section-a.en.md": "![Bad](images/bad.svg) ![Good](images/good.svg)\n",
        "guide/images/bad.svg": BAD["script.svg"][0],
        "guide/images/good.svg": GOOD["plain.svg"],
    }
    graph, _ = lg.read(write(tmp_path, files))
    made = lg.build(graph, "en").files
    assert [name for name in made if "images/" in name] == [
        "images/good.svg",
        "staff/images/good.svg",
    ]
    assert b"bad.svg" not in made["en/section-a.html"]
