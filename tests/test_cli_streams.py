"""The command line where the output is closed, full or left, and where names and files are hostile."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from running import lumme

import lumme_graph.cli
from lumme_graph.base.json_text import json_text, read_json
from lumme_graph.base.speaker import Said
from lumme_graph.drawing.lettering import MOST_LINES, lettering

ROOT = Path(__file__).parents[1]
WORKED = ROOT / "tests" / "models" / "worked"
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
DEEP = "[" * 100_000
posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the streams")


def sh(script: str, *words: str | Path) -> tuple[str, int]:
    """What a shell with the program as `$LUMME` says on stderr, and how it ends."""
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *map(str, words)],
        env={**os.environ, "LUMME": f"{sys.executable} -m lumme_graph"},
        capture_output=True,
        check=False,
    )
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert "Exception ignored" not in said
    assert "internal error" not in said
    return said, done.returncode


@posix
@pytest.mark.parametrize("command", ["check", "coverage"])
def test_a_closed_output_is_said_in_a_line(command: str) -> None:
    said, code = sh(f'$LUMME {command} "$1" >&-', WORKED)
    assert said == "lumme: the standard output is closed; name a file, or leave it open\n"
    assert code == 2


@posix
def test_what_goes_to_files_needs_no_output(tmp_path: Path) -> None:
    said, code = sh(
        '$LUMME export "$1" -o "$2" >&-', ROOT / "tests/models/lakes", tmp_path / "m.ttl"
    )
    assert (said, code) == (f"{tmp_path / 'm.ttl'}\n", 0)


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device")
def test_a_full_output_is_said_in_a_line() -> None:
    said, code = sh('$LUMME check "$1" >/dev/full', WORKED)
    assert said == "lumme: the output cannot be written: No space left on device\n"
    assert code == 2


@posix
def test_a_reader_that_leaves_changes_no_exit_code(tmp_path: Path) -> None:
    shutil.copytree(WORKED, tmp_path / "m")
    (tmp_path / "m/more.yaml").write_text(
        "".join(
            f"- id: section-x{at}\n  name: {{en: X}}\n  status: published\n  covers: [{{item: service-none}}]\n"
            for at in range(400)
        )
    )
    script = '{ $LUMME check "$1"; echo "code $?" >&2; } | true'
    said, _ = sh(script, tmp_path / "m")
    assert said == "code 1\n"


@posix
def test_both_streams_closed_still_end_with_the_code() -> None:
    assert sh('$LUMME check "$1" >&- 2>&-', WORKED) == ("", 2)


@posix
@pytest.mark.parametrize("name", ["::error::x", "a\n::set-output name=x::y", "\x1b[2J", "x\u202ey"])
def test_names_of_files_are_shown_and_not_obeyed(tmp_path: Path, name: str) -> None:
    model = tmp_path / name
    model.mkdir()
    (model / "model.yaml").write_text("as_of: 2026-08-22\n")
    (model / f"{name}.yaml").write_text("- {id: touchpoint-a, nmae: 1}\n")
    checked = lumme("check", name, cwd=tmp_path)
    assert checked.code == 2
    assert "LG007" in checked.out
    exported = lumme("export", model, "-o", tmp_path / f"{name}/{name}/m.xyz")
    assert exported.code == 2
    for said in (checked.out, checked.err, exported.err):
        assert not UNSEEN.search(said)
        assert not re.search(r"^\s*::[a-z]", said, re.MULTILINE)


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
def test_a_file_name_that_is_no_utf8_is_shown_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").write_text("as_of: 2026-08-22\n")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml")).write_text(
        "- {id: touchpoint-a, x: 1}\n"
    )
    for words, sign in (([], r"\xff.yaml"), (["--format", "json"], r"\udcff.yaml")):
        done = subprocess.run(
            [sys.executable, "-m", "lumme_graph", "check", str(tmp_path), *words],
            capture_output=True,
            check=False,
        )
        assert sign in done.stdout.decode()
        assert done.returncode == 2
        assert done.stderr == b""


@pytest.mark.parametrize("option", ["--baseline", "--history"])
@pytest.mark.parametrize(
    "text",
    [DEEP, '{"a": NaN}', f'{{"version": {"9" * 5000}}}', "", "[]", "7", '{"version": "1"}', "\0"],
    ids=lambda text: text[:16],
)
def test_json_from_outside_is_refused_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, text: str
) -> None:
    file = tmp_path / "saved.json"
    file.write_text(text)
    with pytest.raises(SystemExit) as ended:
        program(["coverage", str(WORKED), option, str(file)])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.startswith(f"lumme: {file} is no ")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("item", "service-\x1b[2J"), ("library", "a\nb"), ("language", "<b>"), ("item", ["x"])],
)
def test_a_baseline_names_only_proper_ids(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], field: str, value: object
) -> None:
    gap = {"item": "service-a", "library": "organisation-a", "language": "fi", "state": "missing"}
    data = {"version": 1, "settings": "x", "reasons": [], "gaps": [gap | {field: value}]}
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps(data))
    with pytest.raises(SystemExit) as ended:
        program(["coverage", str(WORKED), "--baseline", str(file)])
    assert ended.value.code == 2
    assert f"is no coverage baseline: gaps.0.{field}: " in capsys.readouterr().err


def program(words: list[str]) -> None:
    """The program in this process, as its entry point runs it."""
    before = sys.argv
    sys.argv = ["lumme", *words]
    try:
        lumme_graph.cli.main()
    finally:
        sys.argv = before


def test_only_one_module_writes_to_the_terminal() -> None:
    """So that nothing is printed that was not made safe."""
    folder = Path(lumme_graph.cli.__file__).parent
    writing = re.compile(r"\b(typer\.(echo|secho)|(?<!\.)print\(|sys\.std(out|err)\.write)")
    writers = [
        file.name
        for file in folder.glob("*.py")
        if writing.search(file.read_text(encoding="utf-8"))
    ]
    assert writers == ["_shared.py"]


@pytest.mark.parametrize("text", ["plain ä ŵ", "\u202e\u2028\x7f\x9b", "half \ud800", "</script>"])
def test_json_holds_what_cannot_be_seen_escaped(text: str) -> None:
    made = json_text({"a": text})
    assert not UNSEEN.search(made)
    assert json.loads(made.encode("utf-8")) == {"a": text}


def test_json_begins_with_a_mark_where_a_program_put_one() -> None:
    assert read_json('\ufeff{"a": 1}') == {"a": 1}


@pytest.mark.parametrize("letters", [2_000, 10_000])
@pytest.mark.parametrize("letter", ["a", "ä", "a\u0301", "7", "図", "\u00ada"])
def test_no_word_makes_a_picture_endless(letters: int, letter: str) -> None:
    made = lettering(Said(letter * letters, "fi"), 40.0, 3.5)
    assert len(made.lines) <= MOST_LINES
    assert "…" in made.lines[-1]


def test_words_of_a_hundred_letters_are_drawn_whole() -> None:
    word = "lento" * 20
    assert (
        "".join(line.rstrip("-") for line in lettering(Said(word, "fi"), 40.0, 3.5).lines) == word
    )
