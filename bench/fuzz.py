"""Broken models by the thousand: whatever is changed, the answer is a finding or a known error.

`python -m bench.fuzz --mutations 5000 --seed 7` ends with 0 where all went well. Each mutant
follows from the seed and its number alone: `--only 1234` makes it again and says what it holds.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import lumme_graph as lg
from lumme_graph.base.codes import CODES
from lumme_graph.questions.ask import ask_all
from lumme_graph.rdf.write import rdf_bytes
from lumme_graph.reading.new import new_files

MODELS = Path(__file__).parents[1] / "tests" / "models"
LANGUAGES = ("en", "fi", "sv")
DRAWN_EACH = 10
"""Laying out takes longer than all the rest: only one mutant in so many is drawn on sheets."""

Files = dict[str, bytes]
Parts = re.Match[bytes]
"""Of a line: its indent, its key, the colon, its value."""

ODD = (
    "", "~", "[]", "{}", "[[]]", "{a: b}", "yes", "no", "-1", "0", "0.1", "1e999", ".nan", "9" * 40,
    "2026-02-30", "2026", "0001-01-01", "9999-12-31", "{earliest: 2026, latest: 2020}", "12:30",
    "'\u0007'", '"\\x1b[2J"', '"\\u202E"', "\u00a0", "'\u200b'", "x" * 3000, "a{b}c", "'{0.__class__}'",
    "'<lambda> <map>'", "'a\\nb'", "javascript:alert(1)", "organisation-", "touchpoint-nowhere",
    "[a, a]", "{fi: x, en: y}", "{de: x}", "'%s'", "-", "?", "|", "&a b", "*a", "!!int 3", "äöå",
)  # fmt: skip
"""Values that some field somewhere is not ready for."""


def models() -> list[Files]:
    """What is broken: small models that use most kinds and fields."""
    made = {name: text.encode() for name, text in new_files().items()}
    return [made, *(_files(MODELS / name) for name in ("lakes", "worked", "questions"))]


def _files(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".yaml", ".yml", ".md"}
    }


# How models are broken. Each changes some files; a line is `  key: value` or `- key: value`.

_LINE = re.compile(rb"^(\s*(?:- )?)([\w-]+)(: *)(.*)$")


def _some(rng: Random, files: Files) -> str:
    return rng.choice(sorted(files))


def _lines(rng: Random, files: Files) -> tuple[str, list[bytes]]:
    name = _some(rng, files)
    return name, files[name].split(b"\n")


def _keyed(rng: Random, files: Files) -> tuple[str, list[bytes], int] | None:
    """A file, its lines, and one that holds a key and a value."""
    name, lines = _lines(rng, files)
    found = [n for n, line in enumerate(lines) if _LINE.match(line)]
    return (name, lines, rng.choice(found)) if found else None


def byte(rng: Random, files: Files) -> None:
    """A byte more, less or another."""
    name = _some(rng, files)
    data = files[name]
    at = rng.randrange(len(data) + 1)
    new = bytes([rng.randrange(256)]) if rng.choice([True, True, False]) else b""
    files[name] = data[:at] + new + data[at + rng.randrange(2) :]


def line_lost(rng: Random, files: Files) -> None:
    """A line goes."""
    name, lines = _lines(rng, files)
    del lines[rng.randrange(len(lines))]
    files[name] = b"\n".join(lines)


def line_twice(rng: Random, files: Files) -> None:
    """A line stands once more, here or in another file."""
    _, lines = _lines(rng, files)
    target, others = _lines(rng, files)
    others.insert(rng.randrange(len(others) + 1), rng.choice(lines))
    files[target] = b"\n".join(others)


def lines_swapped(rng: Random, files: Files) -> None:
    """Two lines change places."""
    name, lines = _lines(rng, files)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    files[name] = b"\n".join(lines)


def indent(rng: Random, files: Files) -> None:
    """A line stands further in or out."""
    name, lines = _lines(rng, files)
    at = rng.randrange(len(lines))
    lines[at] = b"  " + lines[at] if rng.choice([True, False]) else lines[at].removeprefix(b"  ")
    files[name] = b"\n".join(lines)


def odd_value(rng: Random, files: Files) -> None:
    """A value is of another type."""
    found = _keyed(rng, files)
    if found:
        name, lines, at = found
        lines[at] = _LINE.sub(lambda m: m[1] + m[2] + b": " + rng.choice(ODD).encode(), lines[at])
        files[name] = b"\n".join(lines)


def _mixed(rng: Random, files: Files, mix: Callable[[Parts, Parts], bytes]) -> None:
    """A line becomes a mixture of its own parts and those of another."""
    found, other = _keyed(rng, files), _keyed(rng, files)
    if found and other:
        name, lines, at = found
        given = _LINE.match(other[1][other[2]])
        assert given is not None
        lines[at] = _LINE.sub(lambda own: mix(own, given), lines[at])
        files[name] = b"\n".join(lines)


def values_swapped(rng: Random, files: Files) -> None:
    """A field gets the value of another, of whatever type."""
    _mixed(rng, files, lambda own, given: own[1] + own[2] + own[3] + given[4])


def key_swapped(rng: Random, files: Files) -> None:
    """A value stands under the name of another field."""
    _mixed(rng, files, lambda own, given: own[1] + given[2] + own[3] + own[4])


def word_swapped(rng: Random, files: Files) -> None:
    """A word, such as an id, stands in the place of another."""
    name = _some(rng, files)
    words = re.findall(rb"[\w-]+", files[_some(rng, files)]) or [b"x"]
    places = list(re.finditer(rb"[\w-]+", files[name]))
    if places:
        place = rng.choice(places)
        files[name] = files[name][: place.start()] + rng.choice(words) + files[name][place.end() :]


def file_cut(rng: Random, files: Files) -> None:
    """A file ends too early, or is empty."""
    name = _some(rng, files)
    files[name] = files[name][: rng.choice([0, rng.randrange(len(files[name]) + 1)])]


def file_lost(rng: Random, files: Files) -> None:
    """A file goes."""
    if len(files) > 1:
        del files[_some(rng, files)]


def file_renamed(rng: Random, files: Files) -> None:
    """A file has another's name, or an odd one."""
    odd = ("a.yml", "guide/section-x.fi.md", "guide/x.md", "Ä ö.yaml", "b/model.yaml")
    name = rng.choice([*odd, _some(rng, files)])
    files[name] = files[_some(rng, files)]


Mutation = Callable[[Random, Files], None]
MUTATIONS: tuple[Mutation, ...] = (
    byte, line_lost, line_twice, lines_swapped, indent, odd_value, odd_value, values_swapped,
    values_swapped, key_swapped, word_swapped, word_swapped, file_cut, file_lost, file_renamed,
)  # fmt: skip


class Mutant(NamedTuple):
    """One broken model: its number, which model it was, and what is done to it."""

    number: int
    files: Files
    steps: tuple[tuple[Mutation, int], ...]

    def broken(self, steps: Sequence[tuple[Mutation, int]] | None = None) -> Files:
        """The files after all the steps, or after those given."""
        files = dict(self.files)
        for change, seed in self.steps if steps is None else steps:
            change(Random(seed), files)  # noqa: S311 - a choice, no secret
        return files


def mutant(seed: int, number: int, originals: Sequence[Files]) -> Mutant:
    """The mutant of this number; it follows from the seed and the number alone."""
    rng = Random(f"{seed}/{number}")  # noqa: S311 - a choice, no secret
    steps = tuple((rng.choice(MUTATIONS), rng.randrange(2**32)) for _ in range(rng.randint(1, 3)))
    return Mutant(number, rng.choice(originals), steps)


# What is done with a broken model, and what may come of it.


def use(files: Mapping[str, bytes], folder: Path, *, drawn: bool = False) -> None:
    """Do all that can be done with a model; raises what the program should not have let happen."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    graph, reading = lg.read(folder)
    _sound(reading)
    found = lg.check(graph)
    _sound(found)
    whole = not any(finding.code < "LG1" for finding in reading)
    for work in _works(graph, whole=whole, drawn=drawn):
        try:
            work()
        except lg.KnownError as error:
            if not str(error).strip():
                raise AssertionError("a known error without a word") from error


def _works(graph: lg.ServiceGraph, *, whole: bool, drawn: bool) -> Iterator[Callable[[], object]]:
    yield lambda: lg.coverage(graph)
    yield lambda: ask_all(graph)
    for one in graph.all(lg.Indicator):
        yield partial(lg.indicator, graph, one.id)
    if not whole:
        return
    yield lambda: lg.load(graph.root)
    yield lambda: rdf_bytes(graph, "ntriples")
    for kind in lg.DRAWINGS:
        yield partial(_drawn if drawn else _told, graph, kind)


def _told(graph: lg.ServiceGraph, kind: str) -> None:
    ids = lg.DRAWINGS[kind].ids(graph)
    assert all(drawing.text for drawing in lg.draw_many(graph, ids, kind=kind))


def _drawn(graph: lg.ServiceGraph, kind: str) -> None:
    ids = lg.DRAWINGS[kind].ids(graph)
    for lang in LANGUAGES:
        made = lg.draw_many(graph, ids, kind=kind, lang=lang, sheet="a3")
        assert all(drawing.sheets and drawing.text for drawing in made)


def _sound(findings: Sequence[lg.Finding]) -> None:
    for finding in findings:
        assert finding.code in CODES, finding
        assert finding.code < "LG9", finding
        for lang in LANGUAGES:
            assert finding.message(lang).strip(), finding
            assert finding.advice(lang).strip(), finding


class Failure(NamedTuple):
    """A mutant that was not taken well: what was done to it, and what came of it."""

    number: int
    steps: tuple[str, ...]
    error: str
    changed: Mapping[str, bytes]

    def __str__(self) -> str:
        names = ", ".join(sorted(self.changed))
        return f"mutant {self.number}: {', '.join(self.steps)} in {names}\n{self.error}"


def tried(made: Mutant) -> Failure | None:
    """Use a mutant; where it fails, take away the steps that it fails without."""
    error = _error(made.broken(), made.number)
    if error is None:
        return None
    steps = list(made.steps)
    for step in made.steps:
        fewer = [one for one in steps if one is not step]
        said = _error(made.broken(fewer), made.number) if fewer else None
        if said is not None:
            steps, error = fewer, said
    files = made.broken(steps)
    changed = {
        n: files.get(n, b"") for n in {*files, *made.files} if files.get(n) != made.files.get(n)
    }
    return Failure(made.number, tuple(change.__name__ for change, _ in steps), error, changed)


def _error(files: Files, number: int) -> str | None:
    """What a model leads to that it should not; None where all is well."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            use(files, Path(folder), drawn=number % DRAWN_EACH == 0)
        except Exception:  # noqa: BLE001 - whatever it is, it is what we look for
            return "".join(traceback.format_exc(limit=-4))
    return None


def failures(mutations: int, seed: int, only: int | None = None) -> Iterator[Failure]:
    """The mutants that were not taken well, out of so many."""
    originals = models()
    for number in range(mutations) if only is None else [only]:
        failed = tried(mutant(seed, number, originals))
        if failed is not None:
            yield failed


def main() -> int:
    """Say each failure and how to make it again."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--mutations", type=int, default=1000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--only", type=int, help="one mutant, with the lines that it holds")
    asked = words.parse_args()
    failed = 0
    for failure in failures(asked.mutations, asked.seed, asked.only):
        failed += 1
        print(f"{failure}again: python -m bench.fuzz --seed {asked.seed} --only {failure.number}\n")
        if asked.only is not None:
            for name, data in failure.changed.items():
                print(f"--- {name}\n{data.decode(errors='backslashreplace')}")
    print(f"{asked.mutations if asked.only is None else 1} mutants, {failed} not taken well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
