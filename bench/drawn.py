"""Timed drawing in a process of its own: `python -m bench.drawn WORK`, which prints one line.

`hundred FOLDER`  CPU seconds of a hundred paths of six steps, drawn and saved, and of the same again
                  into the same files; their DOT text goes into FOLDER for the peer
`path STEPS`      CPU seconds of one path of so many steps on A3
`coverage`        CPU seconds of the coverage map of two thousand items on A3, and its sheets
`largest`         bytes of the largest A3 sheet of models/lumme in three languages, and its name

What is imported and loaded once, whatever is drawn, is no part of the time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import lumme_graph as lg
from bench.model import NETWORK, write_model
from lumme_graph.elements.guide import Cover
from lumme_graph.elements.offer import Offer
from lumme_graph.elements.who import Membership
from lumme_graph.meta.ref import Ref

LUMME = Path(__file__).resolve().parents[1] / "models" / "lumme"
MANY, ITEMS, LIBRARIES, SECTION = 100, 2_000, 12, 10
NAMED = {"as_of": "2026-08-22", "name": {"en": "Benchmark"}, "languages": {"required": ["en"]}}


def timed(work: Callable[[], object]) -> float:
    """The CPU seconds of a piece of work."""
    start = process_time()
    work()
    return process_time() - start


def hundred(folder: Path) -> str:
    """A hundred small paths, and the same once more."""
    write_model(folder / "model", 7 * NETWORK)
    graph = lg.load(folder / "model", cache=False)
    ids = [path.id for path in graph.all(lg.Path)][:MANY]
    lg.draw(graph, ids[0]).save(folder / "warm.svg")

    def drawn() -> list[lg.Drawing]:
        made = lg.draw_many(graph, ids)
        lg.save_drawings(made, folder / "drawn")
        return made

    first, again = timed(drawn), timed(drawn)
    dots = [drawing.dot for drawing in lg.draw_many(graph, ids)]
    (folder / "all.dot").write_text("\n".join(dots), encoding="utf-8")
    return f"{first} {again}"


def path(steps: int) -> str:
    """One path, step after step, its cards in three lanes."""
    lanes = list(lg.Lane)
    made = lg.Path(
        id="path-long",
        name=lg.Text(en="A long way"),
        steps=tuple(
            lg.Step(
                id=f"step-{number}",
                actor=lg.Actor(kind_=lg.ActorKind.CUSTOMER),
                lane=lanes[number % 3],
                action=lg.Text(en=f"goes on to where the {number}th thing is done"),
            )
            for number in range(steps)
        ),
    )
    short = made.replace(steps=made.steps[:1])
    settings = lg.Settings.model_validate(NAMED)
    _ = lg.draw(lg.ServiceGraph([short], settings), made.id, sheet="a3").sheets
    graph = lg.ServiceGraph([made], settings)
    return str(timed(lambda: lg.draw(graph, made.id, sheet="a3").sheets))


def coverage() -> str:
    """The map of a guide with a section for every other ten items, which libraries offer unlike."""
    _ = lg.draw(_guide(2 * SECTION), "coverage", sheet="a3").sheets
    graph = _guide(ITEMS)
    start = process_time()
    sheets = lg.draw(graph, "coverage", sheet="a3").sheets
    return f"{process_time() - start} {len(sheets)}"


def _guide(items: int) -> lg.ServiceGraph:
    network: Ref[lg.Organisation] = Ref("organisation-net")
    libraries: list[Ref[lg.Organisation]] = [
        Ref(f"organisation-l{number}") for number in range(LIBRARIES)
    ]
    services = [
        lg.Service(
            id=f"service-s{number}",
            name=lg.Text(en=f"Service number {number}"),
            offered=tuple(
                Offer(at=library, is_=lg.YesNo.YES)
                for place, library in enumerate(libraries)
                if number >> place % 8 & 1 or place == number % LIBRARIES
            ),
        )
        for number in range(items)
    ]
    sections = [
        lg.Section(
            id=f"section-x{number}",
            name=lg.Text(en=f"Section {number}"),
            status=lg.SectionStatus.PUBLISHED,
            body=lg.Text(en="x"),
            scope=tuple(libraries[: number // SECTION % LIBRARIES]),
            covers=tuple(Cover(item=Ref(f"service-s{number + own}")) for own in range(SECTION)),
        )
        for number in range(0, items, 2 * SECTION)
    ]
    who = [
        lg.Organisation(id=network, name=lg.Text(en="Net"), type=lg.OrganisationType.NETWORK),
        *(
            lg.Organisation(
                id=library,
                name=lg.Text(en=f"Library {place}"),
                type=lg.OrganisationType.LIBRARY,
                memberships=(Membership(of=network),),
            )
            for place, library in enumerate(libraries)
        ),
    ]
    settings = lg.Settings.model_validate({**NAMED, "network": network})
    return lg.ServiceGraph([*who, *services, *sections], settings)


def largest() -> str:
    """The largest sheet, of every drawing of the model."""
    graph = lg.load(LUMME)
    sheets = {
        f"{drawing.id}.{drawing.lang}": len(svg.encode())
        for lang in ("fi", "sv", "en")
        for drawing in lg.draw_all(graph, lang=lang, sheet="a3")
        for svg in drawing.sheets
    }
    name = max(sheets, key=sheets.__getitem__)
    return f"{sheets[name]} {name}"


def main() -> None:
    """Do what the words say."""
    match sys.argv[1:]:
        case ["hundred", folder]:
            print(hundred(Path(folder)))
        case ["path", steps]:
            print(path(int(steps)))
        case ["coverage"]:
            print(coverage())
        case ["largest"]:
            print(largest())
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
