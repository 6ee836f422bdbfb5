"""Read many models, and treat what may go wrong each in its way: `errors_apart.py MODEL …`."""

from __future__ import annotations

import sys

import lumme_graph as lg


def tell(folder: str, id_: str = "service-loan") -> str:
    """One line about a model: a name in it, or what was wrong."""
    try:
        return f"{folder}: {lg.load(folder)[lg.Service, id_].name['en']}"
    except lg.ModelError as error:
        first, *more = error.findings
        return f"{first.place}: {first.code} {first.message()} (and {len(more)} more)"
    except lg.UnknownIdError as error:
        return f"{folder}: {error}"
    except lg.KnownError as error:  # whatever else the library can say in words
        return f"{folder}: {type(error).__name__}: {error}"


def main(folders: list[str]) -> None:
    """Print a line for each model."""
    for folder in folders:
        print(tell(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
