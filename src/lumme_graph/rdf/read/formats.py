"""The formats of RDF that can be read: their names, and how their files end."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from lumme_graph.base.by_name import unknown
from lumme_graph.base.form import FormError

READABLE: Final[dict[str, tuple[str, ...]]] = {
    "turtle": ("ttl", "turtle"),
    "ntriples": ("nt",),
    "nquads": ("nq",),
    "trig": ("trig",),
    "rdfxml": ("rdf", "xml", "owl"),
    "jsonld": ("jsonld", "json"),
}
"""The formats that can be read, by name, with the ends of their files."""


def format_of(name: str, asked: str | None = None) -> str:
    """The format of a file: the one that is asked for, else the one that its name says.

    Raises `FormError` where there is no such format, or the name says none.
    """
    if asked is not None:
        if asked not in READABLE:
            raise FormError(unknown("format", asked, READABLE))
        return asked
    suffix = Path(name).suffix.removeprefix(".").lower()
    for known, suffixes in READABLE.items():
        if suffix in suffixes:
            return known
    ends = ", ".join(f".{suffixes[0]}" for suffixes in READABLE.values())
    raise FormError(
        f"{name}: say the format with --format (in Python: format=), or end the name in {ends}"
    )
