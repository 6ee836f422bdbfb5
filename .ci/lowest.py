"""Prints the lowest version that pyproject.toml allows of what users install, for pip -c."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path


def lowest(requirement: str) -> str:
    """`rich>=13.9,<15` as `rich==13.9`."""
    found = re.match(r"^([\w.-]+)(?:\[.*\])?\s*>=\s*([\w.]+)", requirement)
    if found is None:
        raise SystemExit(f"{requirement} has no lowest version: write >=")
    return f"{found[1]}=={found[2]}"


ASIDE = {"all", "dev", "docs", "offices", "stores"}
"""What only tests need, of which the newest versions do, and what names the other extras."""

if __name__ == "__main__":
    project = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [
        *project["dependencies"],
        *(one for name in sorted(extras.keys() - ASIDE) for one in extras[name]),
    ]
    print("\n".join(map(lowest, wanted)))
