# pyright: basic, reportOptionalMemberAccess=false
"""Fetches what the site carries of others: `python .ci/vendor.py`, which needs npm.

MiniSearch ranks the hits of the search. It comes from the npm registry by its name and version, is
compared with the hash below, minified, and written with its licence beside the site's own files.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

ASSETS = Path(__file__).parents[1] / "src" / "lumme_graph" / "site" / "assets"
NAME, VERSION = "minisearch", "7.2.0"
SHA512 = "dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+bz89Ms8Jp+cG4AlE+QZ/QnDglg=="
TERSER = "terser@5.46.0"
SHORTER = ("--compress", "--mangle", "--format", "ascii_only=true,comments=false")
HEAD = f"/*! MiniSearch {VERSION}, MIT licence: minisearch.LICENSE.txt */\n"


def npm(*words: str, folder: Path) -> str:
    """What npm says when it is run in a folder."""
    program = shutil.which("npm") or "npm"
    done = subprocess.run([program, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def fetched(folder: Path) -> tarfile.TarFile:
    """The package as it was published; stops where it is not the one that the hash is of."""
    packed = json.loads(npm("pack", "--json", f"{NAME}@{VERSION}", folder=folder))
    file = folder / packed[0]["filename"]
    found = base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
    if found != SHA512:
        raise SystemExit(f"{file.name} has the SHA-512 {found}; expected {SHA512}")
    return tarfile.open(file)


def minified(source: bytes, folder: Path) -> str:
    """A script without what only people read."""
    (folder / "source.js").write_bytes(source)
    npm("install", "--no-save", "--ignore-scripts", "--silent", TERSER, folder=folder)
    return npm("exec", "--", "terser", "source.js", *SHORTER, folder=folder).rstrip()


def main() -> None:
    """Write the script and its licence."""
    with tempfile.TemporaryDirectory() as scratch, fetched(Path(scratch)) as package:
        script, licence = (
            package.extractfile(f"package/{name}").read()
            for name in ("dist/umd/index.js", "LICENSE.txt")
        )
        text = HEAD + minified(script, Path(scratch)) + "\n"
    (ASSETS / f"{NAME}.js").write_text(text, encoding="utf-8")
    (ASSETS / f"{NAME}.LICENSE.txt").write_bytes(licence)


if __name__ == "__main__":
    main()
