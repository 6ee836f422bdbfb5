"""What the program says, before anybody says it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lumme_graph.base.catalogue import SHIPPED
from lumme_graph.base.label import Counted, Joined, Label, Phrase, Plain
from lumme_graph.base.text import Text


def test_labels_are_equal_by_their_words_and_context() -> None:
    assert Label("state") == Label("state", "")
    assert Label("state") != Label("state", "of a path")
    assert len({Label("a"), Label("a"), Label("a", "b")}) == 2


def test_all_that_is_said_can_be_kept_in_a_set() -> None:
    phrase = Counted("{n} error", "{n} errors").fill(n=2, where=Text(fi="Laina"))
    assert len({phrase, Joined((phrase, Plain("a"))), Plain("a"), Label("a").fill()}) == 4


def test_a_label_that_is_filled_keeps_pattern_and_values_apart() -> None:
    label = Label("did you mean {guess}?")
    assert label.fill(guess="{0}") == Phrase(label, (("guess", "{0}"),))


@pytest.mark.parametrize(("what", "field"), [(Label("a"), "english"), (Plain("a"), "words")])
def test_labels_cannot_be_changed(what: object, field: str) -> None:
    with pytest.raises(AttributeError):
        setattr(what, field, "b")


def test_the_words_of_a_label_in_each_shipped_language() -> None:
    said = Label("by {day}").by_tag()
    assert list(said) == ["en", *SHIPPED]
    assert (said["en"], said["fi"], said["sv"]) == (
        "by {day}",
        "viimeistään {day}",
        "senast {day}",
    )
    assert Label("xyzzy").by_tag() == {"en": "xyzzy"}
    assert Label("by {day}", "no such context").by_tag() == {"en": "by {day}"}


def test_labels_need_neither_babel_nor_a_catalogue() -> None:
    code = (
        "import sys; from lumme_graph.base.label import Label; Label('a').fill(n=1)\n"
        "print(sorted({'babel', 'gettext', 'pydantic', 'importlib.resources'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout == "[]\n", done.stderr
