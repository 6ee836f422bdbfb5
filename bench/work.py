"""One timed piece of work in a process of its own: `python -m bench.work WORK MODEL PREPARED`.

It prints the CPU seconds of the work alone, without the start of Python and the imports.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pyoxigraph
import yaml

from lumme_graph.checks.check import check
from lumme_graph.elements.kinds import KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.read import load
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.rdf.triples import triples
from lumme_graph.rdf.write import rdf_bytes
from lumme_graph.reading.folder import read_folder
from lumme_graph.reading.model import model_of

Row = tuple[str, str, str, str | None, str | None]
"""Subject, predicate and object of a triple; the datatype of a literal and its language."""


def timed(work: Callable[[], int]) -> None:
    """Run it once and print its CPU seconds."""
    start = process_time()
    work()
    print(process_time() - start)


def ours(model: Path) -> int:
    """The folder to a graph with checked references, and that to N-Triples."""
    return len(rdf_bytes(load(model, cache=False), "ntriples"))


def check_loaded(model: Path) -> None:
    """Print the CPU seconds of loading a model, and then those of checking it."""
    warm_up()
    start = process_time()
    graph = load(model, cache=False)
    loaded = process_time()
    check(graph)
    print(loaded - start, process_time() - loaded)


def warm_up() -> None:
    """Import what a check imports, which is no part of the time that it takes."""
    check(ServiceGraph([], Settings(as_of=date(2026, 8, 22))))


def prepare(model: Path, prepared: Path) -> None:
    """Write down what the peer needs: the dictionaries of the elements, and the triples."""
    folder = read_folder(model)
    found = model_of(folder)
    data = [spot.data for id_, spot in found.spots.items() if id_ in found.elements]
    for one in data:
        texts = folder.bodies.get(one["id"])
        if texts:
            one["body"] = {tag: text for tag, (text, _) in texts.items()}
    rows = list(map(_row, triples(load(model, cache=False))))
    prepared.write_text(json.dumps([data, rows]), encoding="utf-8")


def _row(triple: pyoxigraph.Triple) -> Row:
    subject, predicate, term = triple.subject, triple.predicate, triple.object
    assert isinstance(subject, pyoxigraph.NamedNode)
    if isinstance(term, pyoxigraph.Literal):
        return subject.value, predicate.value, term.value, term.datatype.value, term.language
    assert isinstance(term, pyoxigraph.NamedNode)
    return subject.value, predicate.value, term.value, None, None


def peer(model: Path, data: list[dict[str, object]], rows: list[Row]) -> int:
    """The same work by its parts: YAML events, validation, building and writing of triples."""
    gc.disable()
    for file in model.rglob("*.*"):
        _read_events(file)
    elements = [KINDS[str(one["id"]).partition("-")[0]].model_validate(one) for one in data]
    gc.enable()
    text = pyoxigraph.serialize(map(_triple, rows), format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
    if len(elements) != len(data) or text.count(b"\n") != len(rows):
        raise SystemExit("the peer has not done the same work")
    return len(text)


def _read_events(file: Path) -> None:
    text = file.read_bytes().decode()
    if file.suffix == ".yaml":
        get_event = yaml.CSafeLoader(text).get_event
        while get_event() is not None:
            pass


def _triple(row: Row) -> pyoxigraph.Triple:
    subject, predicate, words, datatype, language = row
    term: pyoxigraph.NamedNode | pyoxigraph.Literal
    if datatype is None:
        term = pyoxigraph.NamedNode(words)
    elif language is not None:
        term = pyoxigraph.Literal(words, language=language)
    else:
        term = pyoxigraph.Literal(words, datatype=pyoxigraph.NamedNode(datatype))
    return pyoxigraph.Triple(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), term)


def main() -> None:
    """Do what the words say."""
    work, model, prepared = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if work == "prepare":
        prepare(model, prepared)
    elif work == "check":
        check_loaded(model)
    elif work == "ours":
        timed(lambda: ours(model))
    else:
        data, rows = json.loads(prepared.read_text(encoding="utf-8"))
        gc.freeze()
        timed(lambda: peer(model, data, rows))


if __name__ == "__main__":
    main()
