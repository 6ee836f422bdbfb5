"""A build into the folder of an earlier one: little is made, and all is as if made anew."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

import lumme_graph as lg
from lumme_graph.base.label import Label
from lumme_graph.base.text import Text
from lumme_graph.graph.day import Day
from lumme_graph.site.again.answers import Answers
from lumme_graph.site.again.digest import UndigestibleError, digest_of
from lumme_graph.site.again.memory import NAME
from lumme_graph.site.site import Site

ROOT = Path(__file__).parents[1]
LUMME = ROOT / "models" / "lumme"
CLWYD = Path(__file__).parent / "models" / "clwyd"
MEMORY = f"staff/{NAME}"
ANSWERS = {
    f"staff/{lang}/{stem}.html"
    for lang in ("cy", "en")
    for stem in ("questions", "questions-project")
}
"""The pages of answers, of whose rows nobody can say whether they are as they were."""


@dataclass
class Twice:
    """A model and the folder of its site, which are changed and built again."""

    model: Path
    out: Path
    made: list[str]

    def change(self, file: str, old: str, new: str) -> None:
        """Put words in the place of others, once."""
        path = self.model / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def build(self, **options: Any) -> dict[str, bytes]:
        """Build into the folder; `made` are then the files that were not taken from it."""
        self.made.clear()
        built = lg.build(lg.read(self.model)[0], "en", out=self.out, **options)
        built.write(self.out)
        return built.files

    def anew(self, **options: Any) -> dict[str, bytes]:
        """The same site of a build that knows of no other."""
        return lg.build(lg.read(self.model)[0], "en", **options).files


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of the files that are made."""
    made: list[str] = []
    make = Site.file

    def noted(self: Site, address: str) -> bytes:
        made.append(address)
        return make(self, address)

    monkeypatch.setattr(Site, "file", noted)
    return made


@pytest.fixture
def twice(tmp_path: Path, counted: list[str]) -> Twice:
    """A model whose site was built, to be changed."""
    shutil.copytree(CLWYD, tmp_path / "model")
    both = Twice(tmp_path / "model", tmp_path / "site", counted)
    both.build()
    return both


def pages(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files without the one by which a build remembers."""
    return {name: data for name, data in files.items() if name != MEMORY}


def change_texts(it: Twice) -> None:
    """A body, a name, a value, an offer and a membership."""
    it.change("guide/section-loans.en.md", "Ask at", "Please ask at")
    it.change("offer.yaml", "en: Library desk", "en: Front desk")
    it.change("offer.yaml", "value: 21", "value: 28")
    it.change("offer.yaml", "is: no, from: 2020", "is: yes, from: 2020")
    it.change("who.yaml", "from: 20", "from: 19")


def move_lines(it: Twice) -> None:
    it.change("offer.yaml", "- id: touchpoint-web", "# Moved.\n\n- id: touchpoint-web")


def change_settings(it: Twice) -> None:
    it.change("model.yaml", "2026-05-01", "2026-06-01")
    it.change("model.yaml", "en: An invented", "en: A wholly invented")


def change_a_catalogue(it: Twice) -> None:
    it.change("locale/cy.po", 'msgstr "anhysbys"', 'msgstr "dim syniad"')


def change_a_plural(it: Twice) -> None:
    it.change("locale/cy.po", "(n == 6) ? 4 : 5", "(n == 7) ? 4 : 5")


def add(it: Twice) -> None:
    new = (
        "- id: touchpoint-new\n  name: {cy: Newydd, en: New}\n  channel: e-service\n"
        "  standing: illustrative\n\n"
    )
    it.change("offer.yaml", "- id: touchpoint-web", f"{new}- id: touchpoint-web")
    texts = it.model / "guide"
    shutil.copyfile(texts / "section-welcome.cy.md", texts / "section-welcome.en.md")


def rename(it: Twice) -> None:
    it.change("offer.yaml", "touchpoint-new", "touchpoint-newer")


def take_away(it: Twice) -> None:
    it.change("guide.yaml", "    - item: path-loan\n", "")
    (it.model / "guide" / "section-welcome.en.md").unlink()


CHANGES = [
    change_texts,
    move_lines,
    change_settings,
    change_a_catalogue,
    change_a_plural,
    add,
    rename,
    take_away,
]


def test_after_every_change_all_is_as_if_it_were_made_anew(twice: Twice) -> None:
    for change in CHANGES:
        change(twice)
        again = twice.build()
        assert pages(again) == twice.anew(), change.__name__
        there = {
            one.relative_to(twice.out).as_posix() for one in twice.out.rglob("*") if one.is_file()
        }
        assert there >= again.keys(), change.__name__
        assert all((twice.out / one).read_bytes() == again[one] for one in again), change.__name__


def test_what_is_remembered_does_not_depend_on_what_was_built_before(twice: Twice) -> None:
    twice.change("guide/section-loans.en.md", "Ask at", "Please ask at")
    again = twice.build()[MEMORY]
    anew = Twice(twice.model, twice.out.parent / "other", twice.made).build()[MEMORY]
    assert again == anew


def test_nothing_is_made_where_nothing_has_changed(twice: Twice) -> None:
    before = (twice.out / "index.html").stat().st_mtime_ns
    twice.build()
    assert {*twice.made} <= ANSWERS
    assert (twice.out / "index.html").stat().st_mtime_ns == before


def test_a_changed_text_is_made_where_it_is_shown_and_not_elsewhere(twice: Twice) -> None:
    every = len(twice.build())
    twice.change("guide/section-loans.en.md", "Ask at", "Please ask at")
    twice.build()
    assert {"en/section-loans.html", "staff/en/section-loans.html", "en/texts.js"} <= {*twice.made}
    assert not {"en/touchpoint-desk.html", "cy/path-loan.html", "staff/en/sources.html"} & {
        *twice.made
    }
    assert len(twice.made) < every / 4


def test_files_that_somebody_has_changed_or_taken_away_are_mended(twice: Twice) -> None:
    (twice.out / "en" / "services.html").write_text("other", encoding="utf-8")
    (twice.out / "staff" / "en" / "services.html").unlink()
    again = twice.build()
    assert {*twice.made} - ANSWERS == {"en/services.html", "staff/en/services.html"}
    assert pages(again) == twice.anew()


def test_a_memory_that_cannot_be_read_means_a_whole_build(twice: Twice) -> None:
    every = len(twice.build()) - 1
    for text in ("", "{", "[]", '{"form": 1}', '{"form": 1, "same": 3, "files": 2}'):
        (twice.out / MEMORY).write_text(text, encoding="utf-8")
        twice.build()
        assert len(twice.made) == every, text


def test_a_memory_of_another_program_is_no_memory(twice: Twice) -> None:
    every = len(twice.build()) - 1
    data = json.loads((twice.out / MEMORY).read_text(encoding="utf-8"))
    (twice.out / MEMORY).write_text(json.dumps(data | {"same": "0"}), encoding="utf-8")
    twice.build()
    assert len(twice.made) == every


def test_the_editions_may_change_in_one_folder(twice: Twice) -> None:
    for editions in [(lg.Edition.CUSTOMER,), (lg.Edition.STAFF,), tuple(lg.Edition)]:
        again = twice.build(editions=editions)
        kept = {name: data for name, data in again.items() if not name.endswith(NAME)}
        assert kept == twice.anew(editions=editions)


@pytest.mark.parametrize(
    "question",
    [
        ("graph", "under", ()),
        ("field", "path-loan", "__class__"),
        ("day", "2026-05-01", (".", "__init__")),
        ("day", "2026-05-01", ("once", "lumme_graph.base.files:write_file")),
        ("all", "os:system"),
        ("day", "2026-05-01", ("()", "things", (("made", "lumme_graph.base.files:MANIFEST"),))),
    ],
)
def test_what_is_no_question_has_no_answer(question: tuple[Any, ...]) -> None:
    """Whoever writes into the folder of a site has nothing run by it."""
    assert Answers(lg.load(CLWYD)).digest(question) == ""


def test_a_question_is_answered_as_it_was_asked() -> None:
    graph = lg.load(CLWYD)
    answers = Answers(graph)
    named = [one.id for one in Day.of(graph).libraries]
    assert answers.digest(("all", "lumme_graph.elements.journeys:Path")) == digest_of(
        [graph["path-loan"]]
    )
    assert answers.digest(("there", "path-none")) == digest_of(None)
    assert answers.digest(("field", "touchpoint-desk", "name")) == digest_of(
        Text(cy="Desg y llyfrgell", en="Library desk")
    )
    assert answers.digest(("day", "2026-05-01", (".", "libraries"))) == digest_of(
        tuple(graph[id_] for id_ in named)
    )


DIFFERENT: list[object] = [
    None,
    False,
    0,
    "0",
    b"0",
    "",
    (),
    [],
    {},
    ("a", "b"),
    ("ab",),
    (("a",), "b"),
    {"a": 1, "b": 2},
    {"b": 2, "a": 1},
    frozenset({"a"}),
    date(2026, 5, 1),
    Label("a"),
    Label("a", "b"),
    lg.Edition.STAFF,
    lg.Edition.CUSTOMER,
]


def test_values_that_differ_have_different_digests() -> None:
    assert len({digest_of(value) for value in DIFFERENT}) == len(DIFFERENT)


def test_equal_sets_have_equal_digests() -> None:
    letters = "abcdefgh"
    assert digest_of(frozenset(letters)) == digest_of(frozenset(reversed(letters)))


class Lazy:
    """A thing that is no data."""

    @cached_property
    def later(self) -> int:
        return 1


@pytest.mark.parametrize("value", [Lazy(), object(), len, iter(())])
def test_what_is_no_data_has_no_digest(value: object) -> None:
    with pytest.raises(UndigestibleError):
        digest_of([value])


@pytest.mark.long
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("guide/section-holds.fi.md", "\n\n", "\n\nUusi kappale.\n\n"),
        ("offer/services.yaml", "fi: ", "fi: Uusi "),
        ("offer/touchpoints.yaml", "fi: ", "fi: Uusi "),
        ("paths/path-hold.yaml", "fi: ", "fi: Uusi "),
        ("who/organisations.yaml", "fi: ", "fi: Uusi "),
        ("who/branches.yaml", "fi: ", "fi: Uusi "),
        ("development/needs.yaml", "fi: ", "fi: Uusi "),
        ("rules.yaml", "fi: ", "fi: Uusi "),
        ("sources.yaml", "- id: ", "# Moved.\n\n- id: "),
    ],
)
def test_the_lumme_model_is_built_again_as_if_anew(
    tmp_path: Path, counted: list[str], file: str, old: str, new: str
) -> None:
    shutil.copytree(LUMME, tmp_path / "model")
    both = Twice(tmp_path / "model", tmp_path / "site", counted)
    both.build()
    both.change(file, old, new)
    assert pages(both.build()) == both.anew()
