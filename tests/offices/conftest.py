"""A real LibreOffice, headless, with a profile of its own.

Where it is missing its tests are skipped with a word; LUMME_OFFICE=required lets them fail.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

Office = Callable[[Path, str, Path], Path]
"""Lets LibreOffice open a file and save it in a form, in a folder: `office(book, "xlsx", out)`."""

FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "fods": "fods:OpenDocument Spreadsheet Flat XML",
    "pdf": "pdf",
}
_SECONDS = 180


def missing(what: str) -> NoReturn:
    """Skip what needs an office program or a reader, or fail where they are required."""
    if os.environ.get("LUMME_OFFICE") == "required":
        pytest.fail(f"LUMME_OFFICE=required, but {what}")
    pytest.skip(what)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A real LibreOffice that opens a file and saves it in another place, in the same or another form."""
    program = shutil.which("soffice")
    if program is None:
        missing("there is no soffice on PATH: apt install libreoffice-calc-nogui")
    profile = tmp_path_factory.mktemp("office").as_uri()

    def saved(file: Path, form: str, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [
                program,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                FILTERS.get(form, form),
                "--outdir",
                str(folder),
                str(file),
            ],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=_SECONDS,
        )
        new = folder / f"{file.stem}.{form}"
        assert new.exists(), f"LibreOffice did not save it: {done.stdout} {done.stderr}"
        return new

    return saved
