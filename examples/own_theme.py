"""The look of an invented network, without a line in its model: `python examples/own_theme.py OUT`.

A coordinator says the same in `model.yaml`, below `theme`, and puts the logo into the folder `theme`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import lumme_graph as lg

HERE = Path(__file__).parent
THEME = lg.Theme(
    brand="#ffd400",
    logo="theme/harbour.svg",
    logo_text=lg.Text(en="Harbour libraries", fi="Satamakirjastot"),
)


def main(out: Path) -> None:
    """Draw a path in the look, publish the guide in it; say what words in the brand would need."""
    graph = lg.themed(lg.example(), THEME, folder=HERE)
    path = graph.all(lg.Path)[0]
    for file in lg.draw(graph, path, lang="en", sheet="a3").save(out / "path.svg"):
        print(file.name)
    lg.build(graph, editions=["customer"]).write(out / "site")
    print((out / "site" / "assets" / "logo.svg").name)
    try:
        THEME.replace(accent="#ffd400")
    except lg.ValueRefusedError as error:
        print(error)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("own-theme"))
