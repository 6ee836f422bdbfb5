"""The site of a model, its files made and thrown away: `python -m bench.site FOLDER`.

It prints the CPU seconds of the drawings, then those of all other files, which show the drawings too.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from time import process_time

import lumme_graph as lg
from lumme_graph.site.site import Site


def main() -> None:
    """Make the drawings, then the rest."""
    gc.disable()  # as the command line does
    site = Site(lg.load(Path(sys.argv[1]), cache=False))
    drawings = {address for address in site.addresses if address.endswith(".svg")}
    others = [address for address in site.addresses if address not in drawings]
    print(_seconds(site, sorted(drawings)), _seconds(site, others))


def _seconds(site: Site, addresses: list[str]) -> float:
    start = process_time()
    for address in addresses:
        site.file(address)
    return process_time() - start


if __name__ == "__main__":
    main()
