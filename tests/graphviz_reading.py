"""Draws DOT with Graphviz, for tests."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from xml.etree import ElementTree as ET


def drawn_by_graphviz(dot: str) -> list[str]:
    """The texts of the picture that Graphviz draws."""
    program = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts"))
    assert program is not None
    words = [program, "-Kdot", "-q", "-Tsvg"]
    done = subprocess.run(words, input=dot.encode(), capture_output=True, check=True)
    root = ET.fromstring(done.stdout)
    return [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
