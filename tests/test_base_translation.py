"""A translator's catalogue: begun, kept, brought up to date; what is expected is written by hand."""

from __future__ import annotations

import pytest

from lumme_graph.base.catalogue import catalogue_of, plurals_of
from lumme_graph.base.translation import TranslationError, plural_forms, translation

HEAD = r"""msgid ""
msgstr ""
"Language: {}\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {};\n"

"""
FINNISH = (
    HEAD.format("fi", "nplurals=2; plural=(n != 1)")
    + r"""#: views/path.py
msgid "Service paths"
msgstr "Palvelupolut"

msgctxt "of a path"
msgid "state"
msgstr "tila"

#, python-brace-format
msgid "{n} error"
msgid_plural "{n} errors"
msgstr[0] "{n} virhe"
msgstr[1] "{n} virhettä"
"""
)
SAMI = "nplurals=3; plural=(((n == 1)) ? 0 : ((n == 2)) ? 1 : 2)"
BEGUN = (
    HEAD.format("se", SAMI)
    + r"""#: views/path.py
msgid "Service paths"
msgstr ""

msgctxt "of a path"
msgid "state"
msgstr ""

#, python-brace-format
msgid "{n} error"
msgid_plural "{n} errors"
msgstr[0] ""
msgstr[1] ""
msgstr[2] ""
"""
)


def test_a_catalogue_is_begun_with_all_messages_and_the_forms_of_its_language() -> None:
    made = translation("SE", FINNISH)
    assert made.text == BEGUN
    assert made[1:] == (0, 0, 3)
    assert catalogue_of(made.text).flaws == ()


def test_what_is_translated_stays() -> None:
    old = BEGUN.replace('"state"\nmsgstr ""', '"state"\nmsgstr "dilli"').replace(
        '[0] ""\nmsgstr[1] ""\nmsgstr[2] ""',
        '[0] "okta"\nmsgstr[1] "guokte"\nmsgstr[2] "{n}"',
    )
    made = translation("se", FINNISH, old)
    assert made.text == old
    assert made[1:] == (2, 0, 3)
    assert translation("se", FINNISH, made.text) == made


def test_a_changed_message_is_fuzzy_a_new_one_empty_a_gone_one_a_comment() -> None:
    old = (
        HEAD.format("sv", "nplurals=2; plural=(n != 1)")
        + 'msgid "Service path"\nmsgstr "Tjänstestig"\n\nmsgid "Gone"\nmsgstr "Borta"\n'
    )
    made = translation("sv", FINNISH, old)
    assert (
        '#: views/path.py\n#, fuzzy\n#| msgid "Service path"\n'
        'msgid "Service paths"\nmsgstr "Tjänstestig"\n'
    ) in made.text
    assert made.text.endswith('#~ msgid "Gone"\n#~ msgstr "Borta"\n')
    assert made[1:] == (0, 1, 3)
    assert catalogue_of(made.text).forms == {}


def test_the_translators_own_rule_and_comment_stay() -> None:
    old = "# By hand.\n#\n" + HEAD.format("cy", "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : 2")
    made = translation("cy", FINNISH, old)
    assert made.text.startswith(old)
    assert made.text.count("msgstr[") == 4


def test_a_message_that_has_got_a_plural_has_all_its_forms() -> None:
    old = HEAD.format("se", SAMI) + 'msgid "{n} error"\nmsgstr "{n} meattáhus"\n'
    made = translation("se", FINNISH, old)
    assert 'msgstr[0] "{n} meattáhus"\nmsgstr[1] ""\nmsgstr[2] ""\n' in made.text
    assert made[1:] == (0, 1, 3)


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ('msgid "a"\nmsgstr "b\n', "line 2: this is no line of a .po file"),
        ('msgid "a"\n', "missing msgstr"),
        ("hello\n", "line 1: this is no line of a .po file"),
        (HEAD.format("se", "nplurals=2; plural=n**n"), "line 1: the plural rule"),
        (HEAD.format("se", "nplurals=9; plural=n"), "line 1: the plural rule"),
        (HEAD.replace("UTF-8", "ISO-8859-1"), "line 1: the file is read as UTF-8"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "line 4: this message is there twice"),
    ],
)
def test_a_broken_catalogue_is_refused_with_its_line(old: str, said: str) -> None:
    with pytest.raises(TranslationError, match=f"^{said}.*; mend it first$"):
        translation("se", FINNISH, old)


@pytest.mark.parametrize(
    ("tag", "forms", "numbers"),
    [
        ("cy", 6, {0: 0, 1: 1, 2: 2, 3: 3, 6: 4, 4: 5, 100: 5}),
        ("se", 3, {1: 0, 2: 1, 0: 2, 5: 2}),
        ("en-GB", 2, {1: 0, 0: 1, 2: 1}),
        ("fr", 2, {0: 0, 1: 0, 2: 1}),
        ("ja", 1, {0: 0, 1: 0}),
        ("rmf", 2, {1: 0, 2: 1}),
        ("pl", 4, {1: 0, 2: 1, 5: 2, 22: 1}),
    ],
)
def test_the_plural_forms_of_a_language(tag: str, forms: int, numbers: dict[int, int]) -> None:
    plurals = plurals_of(plural_forms(tag))
    assert plurals is not None
    assert plurals.forms == forms
    assert {n: plurals.rule(n) for n in numbers} == numbers
