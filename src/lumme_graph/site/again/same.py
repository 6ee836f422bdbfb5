"""What is the same for all files of a site: the program, and what every page may read unasked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.questions.ask import own_questions
from lumme_graph.site.again.digest import UndigestibleError, digest, digest_of
from lumme_graph.site.again.watched import kept_by
from lumme_graph.site.plan import Plan


def digest_of_same(plan: Plan) -> str:
    """The digest of it all; empty where nobody can say whether it is the same."""
    try:
        return digest_of((program(), site(plan)))
    except (OSError, UndigestibleError):
        return ""


@cache
def program() -> str:
    """The digest of the program: Python, what it is built on, and every file of its own."""
    own = sorted(_files(files("lumme_graph"), ""))
    return digest_of((sys.version, sorted(_others()), own))


def _others() -> Iterator[str]:
    """What else is installed, by name and version."""
    for folder in {Path(one) for one in sys.path}:
        yield from (found.name for found in folder.glob("*.dist-info"))


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for one in folder.iterdir():
        name = f"{above}/{one.name}"
        if one.is_dir():
            yield from _files(one, name) if one.name != "__pycache__" else ()
        else:
            yield name, digest(one.read_bytes())


def site(plan: Plan) -> str:
    """The digest of settings, files beside the elements, which pages there are, and what was before."""
    graph = plan.graph
    asked = plan.editions, plan.base_url, plan.with_pdf, kept_by(plan)
    before = plan.since and (*_beside(plan.since), _said(plan.since))
    return digest_of((asked, _beside(graph), before))


def _said(graph: ServiceGraph) -> list[str]:
    return [element.model_dump_json(by_alias=True) for element in graph]


def _beside(graph: ServiceGraph) -> tuple[object, ...]:
    files = graph.files
    catalogues = [
        (tag, own.forms, own.plurals.written, own.flaws, place)
        for tag, (own, place) in files.catalogues.items()
    ]
    images = [(name, _image(graph, name)) for name in sorted(files.images)]
    others = files.bodies, files.strays, files.unread, files.empty
    asked = [(one.name, one.text) for one in own_questions(graph).values()]
    stated = asked, graph.settings, graph.root, graph.broken, graph.reading
    theme = [(name, digest(content)) for name, content in sorted(files.theme.items())]
    return *stated, catalogues, images, theme, others


def _image(graph: ServiceGraph, name: str) -> str:
    return digest(Path(graph.root, name).read_bytes())
