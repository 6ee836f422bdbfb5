"""`python -m lumme_graph` is the same as `lumme`."""

from __future__ import annotations

import sys

from lumme_graph.base.extras import MissingExtraError, need

if __name__ == "__main__":
    try:
        need("typer")
    except MissingExtraError as error:
        sys.exit(f"lumme: {error}")
    from lumme_graph.cli import main

    main()
