"""Tests that need the extra `docs`: skipped with a word without it, failed with LUMME_DOCS=required."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.docs)


@pytest.fixture(autouse=True, scope="session")
def _extra() -> None:
    missing = [
        name
        for name in ("sphinx", "myst_parser", "furo", "pandas")
        if not importlib.util.find_spec(name)
    ]
    if missing:
        said = f"the site for developers needs {', '.join(missing)}: the extra docs"
        (pytest.fail if os.environ.get("LUMME_DOCS") == "required" else pytest.skip)(said)
