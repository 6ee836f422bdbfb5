"""`python -m lumme_graph` is the same as `lumme`."""

from __future__ import annotations

from lumme_graph.cli import main

if __name__ == "__main__":
    main()
