"""What is answered to a request for an address: a file of the site, ready for the preview."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final
from xml.etree import ElementTree as ET

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Speaker
from lumme_graph.reports.html.tree import Child, document, h, in_language
from lumme_graph.serve.preview import FaultLine, Faults, Pages, Preview
from lumme_graph.serve.read_site import UNREADABLE, fault_lines
from lumme_graph.site.head import CSP

NO_PAGE = Label("There is no such page")
TO_THE_DOOR = Label("To the front page")
WAITING = Label("This page loads again by itself as soon as the model can be read.")
FAILED = Label("The page could not be made")

TYPES: Final[Mapping[str, str]] = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
}
"""By the ends of names, the same on every machine."""
_BYTES = "application/octet-stream"

_POLICY = re.compile(rb'<meta[^>]*"Content-Security-Policy"[^>]*content="(?P<policy>[^"]*)"')
_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_UNFRAMED = "frame-ancestors 'none'"
_LISTEN = "connect-src 'self'; "
_ADDED = (
    '<link rel="stylesheet" href="/_serve.css">'
    '<script src="/_serve.js" defer data-version="{version}"></script>'
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to the browser."""

    status: int
    media: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def reply(preview: Preview, path: str, version: str) -> Reply:
    """The answer to a path without its first slash; a file that is not yet made is made here."""
    speak = preview.speak
    if preview.pages is None:
        return _page(503, _waiting(preview.faults, speak), version)
    address = f"{path}index.html" if path.endswith("/") or not path else path
    try:
        return _file(address, _made(preview.pages, address), version)
    except KeyError:
        return _elsewhere(preview.pages, path, version, speak)
    except Exception as error:  # noqa: BLE001 - one page that fails leaves the others alone
        return _page(500, _failed(fault_lines(error), speak), version)


def _made(pages: Pages, address: str) -> bytes:
    if not _is_inside(address):
        raise KeyError(address)
    return pages.file(address)


def _elsewhere(pages: Pages, path: str, version: str, speak: Speaker) -> Reply:
    """A folder without its last slash leads to its page; else there is nothing."""
    try:
        _made(pages, f"{path}/index.html")
    except KeyError:
        return _page(404, _missing(speak), version)
    return Reply(307, TYPES[".txt"], b"", {"Location": f"/{path}/"})


def _is_inside(address: str) -> bool:
    r"""Is an address one that a site can have: no way up, no root, no drive?

    >>> [_is_inside(one) for one in ("fi/service-loan.html", "../model.yaml", "/etc", "a\\b")]
    [True, False, False, False]
    """
    parts = address.split("/")
    return not any(part in {"", ".", ".."} for part in parts) and not set(address) & set("\\:\0")


def _file(address: str, content: bytes, version: str) -> Reply:
    media = TYPES.get(PurePosixPath(address).suffix.lower(), _BYTES)
    if media == TYPES[".html"]:
        return Reply(200, media, *_live(content, version))
    policy = {"Content-Security-Policy": _PICTURE_POLICY} if media == TYPES[".svg"] else {}
    return Reply(200, media, content, policy)


def _page(status: int, body: ET.Element, version: str) -> Reply:
    title = body.findtext("h1") or ""
    head = h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=CSP),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("title", title),
    )
    lang = body.get("lang", "en")
    text = document(h("html", head, h("body", body), **in_language(lang)), indented=False)
    return Reply(status, TYPES[".html"], *_live(text.encode(), version))


def _live(page: bytes, version: str) -> tuple[bytes, Mapping[str, str]]:
    """A page that follows the model: with our script and style, and the right to listen to us."""
    found = _POLICY.search(page)
    policy = _UNFRAMED
    if found:
        policy = f"{_LISTEN}{html.unescape(found['policy'].decode())}; {_UNFRAMED}"
        page = page[: found.start("policy")] + _LISTEN.encode() + page[found.start("policy") :]
    head, closing, rest = page.partition(b"</head>")
    added = _ADDED.format(version=html.escape(version)).encode()
    return head + added + closing + rest, {"Content-Security-Policy": policy}


def _waiting(faults: Faults | None, speak: Speaker) -> ET.Element:
    title = faults.title if faults else speak(UNREADABLE).shown
    lines = faults.lines if faults else ()
    more = [h("p", faults.rest)] if faults and faults.rest else []
    return _main(speak, title, _listed(lines), more, h("p", speak(WAITING)))


def _missing(speak: Speaker) -> ET.Element:
    return _main(speak, speak(NO_PAGE).shown, h("p", h("a", speak(TO_THE_DOOR), href="/")))


def _failed(lines: Iterable[FaultLine], speak: Speaker) -> ET.Element:
    return _main(speak, speak(FAILED).shown, _listed(lines))


def _listed(lines: Iterable[FaultLine]) -> ET.Element:
    return h("ul", [h("li", *_line(line)) for line in lines])


def _line(line: FaultLine) -> Iterator[Child]:
    if line.place:
        yield from (h("code", line.place), " ")
    if line.code:
        yield from (h("b", line.code), " ")
    yield h("span", line.message)
    if line.hint:
        yield from (" ", h("em", f"→ {line.hint}"))


def _main(speak: Speaker, title: str, *parts: Child | Iterable[Child]) -> ET.Element:
    return h("main", h("h1", title), *parts, id="lumme-notice", lang=speak.lang)
