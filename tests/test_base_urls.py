"""Which addresses may become links. The unsafe ones are known ways to run code or leave the site."""

from __future__ import annotations

import pytest

from lumme_graph.base.urls import is_safe, is_site


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://[::1]:8080/a?b=c&d=%27#e",
        "HTTPS://example.org/ö",
        "mailto:library@example.org",
        "a.html",
        "../a.html#b",
        "#a",
        "/a/b",
    ],
)
def test_safe(url: str) -> None:
    assert is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "tel:123",
        "//example.org/x",
        "\\\\example.org\\x",
        'https://e.org/" onclick="x',
        "https://e.org/' onclick='x",
        "https://e.org/a b",
        "https://e.org/<b>",
        "https:e.org",
        "https://",
        "https:///a",
        "https://[::1",
        "https://e.org:99999/",
        "mailto:",
        "mailto:@",
    ],
)
def test_unsafe(url: str) -> None:
    assert not is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://localhost:8000/",
        "HTTPS://example.org/opas/ä",
        "https://[::1]/a",
    ],
)
def test_where_a_site_may_be(url: str) -> None:
    assert is_site(url)


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "guide/",
        "/guide",
        "ftp://example.org",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "https://",
        "https://me:secret@example.org",
        "https://me@example.org/",
        "https://example.org/?a=b",
        "https://example.org?",
        "https://example.org/#a",
        "https://example.org/a b",
        "https://example.org/<b>",
    ],
)
def test_where_no_site_may_be(url: str) -> None:
    assert not is_site(url)
