"""The same jobs as a good developer would do them without this library, each in a few lines.

CSafeLoader reads, pydantic validates, networkx holds the relations, rdflib is for RDF, and Graphviz
draws. Python's collector is off meanwhile, as somebody would have it who has measured. The peers do less: no
places of faults, no comments kept, no dates worked out, one layout for every drawing.
"""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_origin

import networkx as nx
import rdflib
import yaml
from pydantic import BaseModel
from rdflib.namespace import RDF
from rdflib.term import Node

from bench import peer_models as models

BASE = rdflib.Namespace("https://example.org/id/")
TERM = rdflib.Namespace("https://example.org/term/")
REQUIRED = ("fi", "en")


@dataclass
class Graph:
    """The elements by their ids, who refers to whom, and the file of each."""

    elements: dict[str, models.Known] = field(default_factory=dict[str, models.Known])
    links: nx.MultiDiGraph[str] = field(default_factory=nx.MultiDiGraph)  # pyright: ignore[reportUnknownVariableType]
    files: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    network: str = ""


def load(folder: Path) -> Graph:
    """Every file to validated models and their relations; an id that is not there is an error."""
    graph = Graph(network=_read(folder / "model.yaml")["network"])
    bodies: dict[str, dict[str, str]] = defaultdict(dict)
    for file in sorted((folder / "guide").glob("*.md")):
        id_, tag = file.stem.rsplit(".", 1)
        bodies[id_][tag] = file.read_text("utf-8")
    for file in sorted(folder.glob("*/**/*.yaml")):
        for data in _read(file):
            element = model_of(
                {**data, "body": bodies[data["id"]]} if data["id"] in bodies else data
            )
            if element.id in graph.elements:
                raise ValueError(f"{element.id} is there twice")
            graph.elements[element.id] = element
            graph.files.setdefault(file.relative_to(folder).as_posix(), []).append(element.id)
    linked(graph)
    return graph


def _read(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)


def read(file: Path) -> list[models.Known]:
    """The elements of one file."""
    return [model_of(data) for data in _read(file)]


def model_of(data: dict[str, Any]) -> models.Known:
    """An element of the kind that its id begins with."""
    return models.KINDS[data["id"].partition("-")[0]].model_validate(data)


def linked(graph: Graph) -> None:
    """Add an edge for each reference."""
    for element in graph.elements.values():
        graph.links.add_node(element.id)
        for name, value in _leaves(element):
            if name in models.REFERENCES and isinstance(value, str):
                if value not in graph.elements:
                    raise ValueError(f"{element.id}: there is no {value}")
                graph.links.add_edge(element.id, value, name)


def _each(value: object) -> list[object]:
    """The items of a list, or the one value."""
    several: list[object] = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType]
    return several


def _leaves(node: BaseModel) -> Iterator[tuple[str, object]]:
    for key, value in node.__dict__.items():
        for one in _each(value):
            if isinstance(one, BaseModel):
                yield from _leaves(one)
            else:
                yield key, one


def check(graph: Graph) -> list[str]:
    """Eight rules: what the developer of a network would ask first."""
    found: list[str] = []
    for id_, element in graph.elements.items():
        if isinstance(element, models.Source):
            if graph.links.in_degree(id_) == 0:
                found.append(f"{id_} is not used")
            continue
        found += [f"{id_} has no name in {tag}" for tag in REQUIRED if tag not in element.name]
        if element.standing == "sourced" and not element.sources:
            found.append(f"{id_} has no source")
        if isinstance(element, models.Section) and not element.body and element.status != "draft":
            found.append(f"{id_} has no text")
        if isinstance(element, models.Touchpoint) and graph.links.in_degree(id_) == 0:
            found.append(f"{id_} is not used")
        if isinstance(element, models.Path):
            twice = Counter(step.id for step in element.steps)
            found += [f"{id_} has {step} twice" for step, count in twice.items() if count > 1]
    names = Counter(e.name["en"] for e in graph.elements.values() if isinstance(e, models.Thing))
    found += [f"{name} is the name of {count}" for name, count in names.items() if count > 1]
    found += [
        " → ".join(ring) for ring in nx.strongly_connected_components(graph.links) if len(ring) > 1
    ]
    return found


def coverage(graph: Graph) -> tuple[int, int]:
    """How many of the cells that are offered have a published text; every cell has its state."""
    libraries = [
        one.id
        for one in graph.elements.values()
        if isinstance(one, models.Organisation)
        and any(m.of == graph.network for m in one.memberships)
    ]
    there: dict[str, list[str]] = {graph.network: libraries, **{one: [one] for one in libraries}}
    for one in graph.elements.values():
        if isinstance(one, models.Branch | models.Vehicle):
            there[one.id] = there.get(one.organisation, [])
    texts: dict[str, set[str]] = defaultdict(set)
    for one in graph.elements.values():
        if isinstance(one, models.Section) and one.status == "published":
            for cover in one.covers:
                texts[cover.item].update(one.body)
    cells: dict[tuple[str, str, str], bool | None] = {}
    for item in graph.elements.values():
        if isinstance(item, models.NEED_TEXT):
            offers = getattr(item, "offered", None)
            places = [graph.network] if offers is None else [one.at for one in offers]
            offered = {library for place in places for library in there.get(place, [])}
            for library in libraries:
                for tag in REQUIRED:
                    state = tag in texts[item.id] if library in offered else None
                    cells[item.id, library, tag] = state
    states = Counter(cells.values())
    gaps = [cell for cell, state in cells.items() if state is False]
    return states[True], states[True] + len(gaps)


def save(graph: Graph, folder: Path) -> None:
    """Every element to its file, and every text to its own; comments are lost."""
    for name, ids in graph.files.items():
        _write(folder / name, [graph.elements[id_] for id_ in ids])
    for one in graph.elements.values():
        if isinstance(one, models.Section):
            for tag, text in one.body.items():
                file = folder / "guide" / f"{one.id}.{tag}.md"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")


def _write(file: Path, elements: list[models.Known]) -> None:
    data = [
        one.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"body"})
        for one in elements
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    text: str = yaml.dump(  # pyright: ignore[reportUnknownMemberType]
        data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False
    )
    draft = file.with_suffix(".new")
    draft.write_text(text, "utf-8")
    draft.replace(file)


def edit(file: Path, id_: str, tag: str, name: str) -> None:
    """Another name, where it is known in which file the element is; nothing else is looked at."""
    elements = read(file)
    thing = next(one for one in elements if one.id == id_)
    assert isinstance(thing, models.Thing)
    thing.name[tag] = name
    _write(file, elements)


def drawings(graph: Graph, folder: Path) -> int:
    """As many drawings as ours, laid out by Graphviz in one process; one of each path is made thrice."""
    made: list[str] = []
    for one in graph.elements.values():
        if isinstance(one, models.Path):
            steps = [_box(step.id, step.action["fi"]) for step in one.steps]
            arrows = [f'"{a.id}" -> "{b.id}"' for a, b in pairwise(one.steps)]
            made += [_dot([*steps, *arrows])] * 3
        elif isinstance(one, models.Profile | models.Touchpoint | models.Promise):
            near = list(
                dict.fromkeys((*graph.links.successors(one.id), *graph.links.predecessors(one.id)))
            )
            boxes = [_box(id_, _label(graph.elements[id_])) for id_ in (one.id, *near)]
            made.append(_dot([*boxes, *(f'"{one.id}" -> "{id_}"' for id_ in near)]))
    file = folder / "all.dot"
    file.write_text("\n".join(made), "utf-8")
    program = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    assert program
    with (folder / "all.svg").open("wb") as out:
        subprocess.run([program, "-Tsvg", file], check=True, stdout=out, stderr=subprocess.DEVNULL)
    return len(made)


def _dot(lines: list[str]) -> str:
    return "digraph { rankdir=LR; node [shape=box];\n" + ";\n".join(lines) + "\n}"


def _box(id_: str, label: str) -> str:
    return f'"{id_}" [label="{label}"]'


def _label(element: models.Known) -> str:
    return element.citation if isinstance(element, models.Source) else element.name["fi"]


def export(graph: Graph, file: Path) -> int:
    """Each value a triple, each record a node of its own; to N-Triples."""
    store = rdflib.Graph()
    for element in graph.elements.values():
        _add(store, BASE[element.id], element, graph.elements)
    store.serialize(file, format="nt", encoding="utf-8")
    return len(store)


def _add(
    store: rdflib.Graph, node: rdflib.URIRef, thing: BaseModel, known: Collection[str]
) -> None:
    store.add((node, RDF.type, TERM[type(thing).__name__]))
    for key, value in thing.__dict__.items():
        for at, one in enumerate(_each(value)):
            part = rdflib.URIRef(f"{node}/{key}/{at}")
            if isinstance(one, BaseModel):
                store.add((node, TERM[key], part))
                _add(store, part, one, known)
            elif isinstance(one, dict):
                here = part if isinstance(value, list) else node
                if here is part:
                    store.add((node, TERM[key], part))
                texts: dict[str, str] = one  # pyright: ignore[reportUnknownVariableType]
                for tag, text in texts.items():
                    store.add((here, TERM[key], rdflib.Literal(text, lang=tag)))
            elif isinstance(one, str) and key != "id" and one in known:
                store.add((node, TERM[key], BASE[one]))
            elif one is not None:
                store.add((node, TERM[key], rdflib.Literal(one)))


def import_(file: Path) -> Graph:
    """The triples that `export` writes back to validated models and their relations."""
    store = rdflib.Graph()
    store.parse(file, format="nt")
    graph = Graph()
    for kind, cls in models.KINDS.items():
        for node in store.subjects(RDF.type, TERM[cls.__name__]):
            if str(node).startswith(f"{BASE}{kind}-"):
                element = cls.model_validate(_data(store, node, cls))
                graph.elements[element.id] = element
    linked(graph)
    return graph


def _data(store: rdflib.Graph, node: Node, cls: type[BaseModel]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, info in cls.model_fields.items():
        many = get_origin(info.annotation) is list
        kind = (
            get_args(info.annotation)[0] if many or get_args(info.annotation) else info.annotation
        )
        values = sorted(store.objects(node, TERM[name]), key=_place)
        if get_origin(info.annotation) is dict:
            data[name] = _words(values)
        elif many and get_origin(kind) is dict:
            data[name] = [_words(store.objects(value, TERM[name])) for value in values]
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            parts = [_data(store, value, kind) for value in values]
            data[name] = parts if many else next(iter(parts), None)
        else:
            plain = [str(value).removeprefix(str(BASE)) for value in values]
            data[name] = plain if many else next(iter(plain), None)
    return {name: value for name, value in data.items() if value is not None}


def _place(node: Node) -> tuple[int, str]:
    last = str(node).rpartition("/")[2]
    return (int(last), "") if last.isdigit() else (0, last)


def _words(values: Iterable[Node]) -> dict[str, str]:
    return {str(one.language): str(one) for one in values if isinstance(one, rdflib.Literal)}
