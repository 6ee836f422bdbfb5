"""One job on one model in a process of its own: `python -m bench.beside_work ours|peer JOB MODEL`.

It prints the CPU seconds of the job alone, of the processes that it starts too, and a number that
says what was done; imports, and what the job begins with, such as a model in memory, are no part.
"""

from __future__ import annotations

import gc
import resource
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import lumme_graph as lg
from bench import peer
from lumme_graph.reading.folder import read_folder
from lumme_graph.reading.model import model_of

ID, TAG = "service-n000-3", "en"
FILE = "n000/service.yaml"

Job = Callable[[], object]


def ours(job: str, model: Path, made: Path) -> Job:
    """A job of the library's, ready to begin."""
    if job == "load":
        return lambda: len(lg.load(model, cache=False))
    if job == "load of one file":
        return lambda: len(model_of(read_folder(model, only=[FILE])).elements)
    if job.startswith("edit"):
        shutil.copytree(model, made / "model")
        opened = lg.load(made / "model")
        edited = opened if job.endswith("graph") else made / "model"
        return lambda: lg.edit(edited).set(ID, f"name.{TAG}", "Lending")
    graph = lg.load(model, cache=False)
    if job == "import":
        lg.write_rdf(graph, made / "model.nt", private=True)
    jobs: dict[str, Job] = {
        "check": lambda: len(lg.check(graph)),
        "coverage": lambda: _covered(graph),
        "save": lambda: lg.save(graph, made / "saved"),
        "drawings": lambda: len([drawing.svg for drawing in lg.draw_all(graph)]),
        "export": lambda: lg.write_rdf(graph, made / "model.nt", private=True),
        "import": lambda: len(lg.import_rdf(made / "model.nt").graph),
    }
    return jobs[job]


def _covered(graph: lg.ServiceGraph) -> tuple[int, int]:
    found = lg.coverage(graph)
    _ = found.by_kind(), found.by_library(), found.by_language()
    assert len(found.gaps) == found.done.d - found.done.n
    assert len(found.cells) >= found.done.d
    return found.done.n, found.done.d


def other(job: str, model: Path, made: Path) -> Job:
    """The peer's way to the same, ready to begin."""
    if job == "load":
        return lambda: len(peer.load(model).elements)
    if job == "load of one file":
        return lambda: len(peer.read(model / FILE))
    if job.startswith("edit"):
        shutil.copytree(model / "n000", made / "n000")
        return lambda: peer.edit(made / FILE, ID, TAG, "Lending")
    graph = peer.load(model)
    if job == "import":
        peer.export(graph, made / "model.nt")
    jobs: dict[str, Job] = {
        "check": lambda: len(peer.check(graph)),
        "coverage": lambda: peer.coverage(graph),
        "save": lambda: peer.save(graph, made / "saved"),
        "drawings": lambda: peer.drawings(graph, made),
        "export": lambda: peer.export(graph, made / "model.nt"),
        "import": lambda: len(peer.import_(made / "model.nt").elements),
    }
    return jobs[job]


def warm_up(made: Path) -> None:
    """Do every job on a small model, so that nothing is imported while a job is timed."""
    graph = lg.example()
    lg.save(graph, made / "small")
    for job in ("check", "coverage", "drawings", "export"):
        ours(job, made / "small", made)()
    lg.edit(made / "small").set("service-loan", "name.en", "Lending")
    ours("import", made / "small", made)()


def cpu() -> float:
    """The CPU seconds of this process and of those that it has started and awaited."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Do what the words say."""
    who, job, model = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    with TemporaryDirectory() as folder:
        made = Path(folder)
        if who == "ours":
            (made / "warm").mkdir()
            warm_up(made / "warm")
        else:
            gc.disable()
        begin = (ours if who == "ours" else other)(job, model, made)
        start = cpu()
        done = begin()
        print(cpu() - start, done)


if __name__ == "__main__":
    main()
