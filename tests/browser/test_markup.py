"""All pages keep the rules of HTML, as the Nu HTML checker knows them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from browser.conftest import missing
from browser.sites import Made

pytestmark = pytest.mark.browser

JAR = "LUMME_VNU"
"""The variable that names vnu.jar, as `npm install vnu-jar` lays it down."""


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command of the checker."""
    java, jar = shutil.which("java"), Path(os.environ.get(JAR, "vnu.jar"))
    if java is None:
        missing("there is no Java")
    if not jar.is_file():
        missing(f"{JAR} names no vnu.jar (npm install vnu-jar)")
    return [java, "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "gnu"]


def test_no_page_breaks_a_rule_of_html(checker: list[str], site: Made) -> None:
    done = subprocess.run([*checker, site.folder], capture_output=True, text=True, check=False)
    assert (done.stderr.splitlines()[:10], done.returncode) == ([], 0)
