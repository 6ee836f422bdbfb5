"""The guide's own pictures: those that the texts of an edition show, copied into the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from lumme_graph.elements.guide import Section
from lumme_graph.reading.stray import IMAGES
from lumme_graph.site.edition import Edition
from lumme_graph.site.plan import Plan

_FOLDER: Final = "images/"


def image_file(plan: Plan, target: str) -> str:
    """The file of the model that prose shows; empty where there is none among the guide's pictures."""
    name = posixpath.normpath(f"guide/{unquote(target)}")
    there = name.startswith(IMAGES) and name in plan.graph.files.images
    return name if there else ""


def image_address(edition: Edition, file: str) -> str:
    """Where a picture of the guide stands in the site."""
    return f"{edition.folder}{_FOLDER}{quote(file.removeprefix(IMAGES))}"


def images(plan: Plan) -> Iterator[tuple[str, Path]]:
    """The pictures that the pages of each edition show, by their addresses in the site."""
    shown: dict[tuple[Edition, str], None] = {}
    for key, subject in plan.pages.items():
        if isinstance(subject, Section) and (text := plan.graph.prose(subject).get(key.lang)):
            files = [image_file(plan, link.target) for link in text.links if link.picture]
            shown |= dict.fromkeys((key.edition, file) for file in files if file)
    for edition, file in shown:
        address = f"{edition.folder}{_FOLDER}{file.removeprefix(IMAGES)}"
        yield address, Path(plan.graph.root, file)
