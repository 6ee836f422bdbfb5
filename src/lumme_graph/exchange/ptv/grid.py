"""Places on the Finnish map grid as degrees."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from lumme_graph.base.label import Label

if TYPE_CHECKING:
    from pyproj import Transformer

OUTSIDE: Final = Label("it lies outside the map grid of Finland")
NO_LIBRARY: Final = Label(
    "for coordinates, install the exchange extra: pip install 'lumme-graph[exchange]'"
)

_NORTH: Final = (Decimal(6_570_000), Decimal(7_790_000))
_EAST: Final = (Decimal(43_000), Decimal(765_000))
_DIGITS: Final = 6
"""A tenth of a metre."""


def can_transform() -> bool:
    """Is the library for map projections there?"""
    return find_spec("pyproj") is not None


def degrees(north: Decimal, east: Decimal) -> tuple[str, str] | None:
    """Latitude and longitude (WGS 84) of a place in ETRS-TM35FIN (EPSG:3067); None outside Finland.

    >>> degrees(Decimal("6840000.0"), Decimal("500000"))[1]
    '27.0'
    """
    if not (_NORTH[0] <= north <= _NORTH[1] and _EAST[0] <= east <= _EAST[1]):
        return None
    longitude, latitude = _transformer().transform(float(east), float(north))
    return str(round(latitude, _DIGITS)), str(round(longitude, _DIGITS))


@cache
def _transformer() -> Transformer:
    from pyproj import Transformer

    return Transformer.from_crs("EPSG:3067", "EPSG:4326", always_xy=True)
