"""HSDS and PTV timed in a process of its own: `python -m bench.packaged WORK FOLDER`.

`write` makes a network in which each of 100 libraries offers 200 services, writes it as an HSDS
package, and saves answers of PTV that hold as much. `hsds` and `ptv` read them as elements;
`csv` and `json` read the same files by the standard library alone. It prints the CPU seconds of the
work alone, without the start of Python and the imports.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bench.work import timed
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.offer import Service
from lumme_graph.elements.settings import Settings
from lumme_graph.elements.who import Branch, Organisation
from lumme_graph.exchange.formats import receive
from lumme_graph.exchange.start import new_from
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.outputs.export import export

LIBRARIES: Final = 100
SERVICES: Final = 200
_WORDS: Final = "What the customer gets, in words that are long enough to be read. " * 4


def network() -> ServiceGraph:
    """A network of which each building is said to offer everything."""
    return ServiceGraph(
        _elements(),
        Settings.model_validate({"as_of": "2026-09-01", "network": "organisation-network"}),
    )


def _elements() -> Iterator[KeptElement]:
    of = {"of": "organisation-network"}
    whole = {"id": "organisation-network", "name": {"en": "Network"}, "type": "network"}
    yield Organisation.model_validate(whole)
    for n in range(LIBRARIES):
        owner, name = f"organisation-{n}", {"en": f"Library {n}"}
        library = {"id": owner, "name": name, "type": "library", "memberships": [of]}
        yield Organisation.model_validate(library)
        branch = {"id": f"branch-{n}", "name": name, "organisation": owner, "type": "only"}
        yield Branch.model_validate(branch)
    offered = [{"at": f"branch-{n}", "is": "yes"} for n in range(LIBRARIES)]
    for n in range(SERVICES):
        told = {"name": {"en": f"Service {n}"}, "description": {"en": _WORDS}, "offered": offered}
        yield Service.model_validate({"id": f"service-{n}", **told})


def answers(folder: Path) -> None:
    """As many services and channels as PTV would answer for a province."""
    many = LIBRARIES * SERVICES // 10
    services = [_service(n) for n in range(many)]
    channels = [_channel(n) for n in range(many)]
    for name, items in (("services", services), ("channels", channels)):
        page = {"pageNumber": 1, "pageCount": 1, "itemList": items}
        (folder / f"{name}.json").write_text(json.dumps(page), encoding="utf-8")


def _text(value: str, type_: str) -> dict[str, str]:
    return {"language": "fi", "value": value, "type": type_}


def _service(n: int) -> dict[str, Any]:
    return {
        "id": f"s{n}",
        "serviceNames": [_text(f"Palvelu {n}", "Name")],
        "serviceDescriptions": [_text(_WORDS, "Description"), _text("Lyhyesti.", "Summary")],
        "organizations": [{"roleType": "Responsible", "organization": {"id": "o", "name": "K"}}],
        "serviceChannels": [{"serviceChannel": {"id": f"c{n}"}}],
        "publishingStatus": "Published",
    }


def _channel(n: int) -> dict[str, Any]:
    street = {"street": [_text("Katu", "")], "streetNumber": f"{n}", "postalCode": "00001"}
    place = {"latitude": "6840000", "longitude": "500000", "coordinateState": "Ok"}
    return {
        "id": f"c{n}",
        "serviceChannelType": "ServiceLocation",
        "organizationId": "o",
        "serviceChannelNames": [_text(f"Kirjasto {n}", "Name")],
        "addresses": [{"type": "Location", "streetAddress": street | place}],
        "publishingStatus": "Published",
    }


def write(folder: Path) -> None:
    """The files that are read."""
    export(network(), folder / "hsds", "hsds")
    answers(folder)


def read(files: Path | list[Path]) -> int:
    """The files as elements."""
    return len(new_from(receive(files)).graph)


def read_csv(folder: Path) -> int:
    """Every row of the package, none of which is kept; how many columns its tables have."""
    columns = 0
    for file in (folder / "hsds").rglob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            rows = csv.DictReader(stream)
            deque(rows, maxlen=0)
            columns += len(rows.fieldnames or ())
    return columns


def read_json(folder: Path) -> int:
    """The answers as data."""
    names = ("services", "channels")
    return sum(len(json.loads((folder / f"{n}.json").read_text(encoding="utf-8"))) for n in names)


def main() -> None:
    """Do the work that the words name."""
    work, folder = sys.argv[1], Path(sys.argv[2])
    if work == "write":
        write(folder)
        return
    if work == "out":
        made = network()
        timed(lambda: len(export(made, folder / "again", "hsds")))
        return
    files = [folder / "services.json", folder / "channels.json"]
    timed(
        {
            "hsds": lambda: read(folder / "hsds"),
            "csv": lambda: read_csv(folder),
            "ptv": lambda: read(files),
            "json": lambda: read_json(folder),
        }[work]
    )


if __name__ == "__main__":
    main()
