"""The page on papers for boards is true: each of its commands does what it says, in both languages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from running import lumme

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "docs" / name for name in ("board-papers.md", "board-papers.fi.md")]


def commands(page: Path) -> list[list[str]]:
    """The commands of its table, as words."""
    found = re.findall(r"^\|[^|]+\| `lumme ([^`]+)` \|$", page.read_text("utf-8"), re.MULTILINE)
    return [shlex.split(line) for line in found]


def test_its_commands_write_what_they_name(tmp_path: Path) -> None:
    """Of a small model, in Finnish; where git is asked for what was, of the same folder."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "lumme").symlink_to(ROOT / "tests" / "models" / "clwyd")
    found = commands(PAGES[1])
    assert len(found) > 5
    for words in found:
        words[-1] = "models/lumme" if words[-1] == "HEAD~1" else words[-1]
        done = lumme(*words, cwd=tmp_path)
        out = words[words.index("-o") + 1]
        assert done.code == 0, done.err
        assert (tmp_path / out).stat().st_size > 100


def test_both_languages_name_the_same_commands() -> None:
    en, fi = (commands(page) for page in PAGES)
    plain = [[word for word in words if word not in {"--lang", "fi"}] for words in fi]
    assert plain == [words for words in en if "--lang" not in words]
