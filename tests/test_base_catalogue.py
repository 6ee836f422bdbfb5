"""Catalogues as translators write them, read beside Babel, and as somebody hostile writes them."""

from __future__ import annotations

import io
import string

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from lumme_graph.base.catalogue import (
    LARGEST,
    MOST_FLAWS,
    SHIPPED,
    Catalogue,
    Flaw,
    Why,
    catalogue_of,
    shipped,
)

WELSH = r"""# Welsh, by hand.
msgid ""
msgstr ""
"Language: cy\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5;\n"

#: views/path.py
msgid "Service paths"
msgstr "Llwybrau gwasanaeth"

msgctxt "of a path"
msgid "state"
msgstr "cyflwr"

msgid ""
"A long "
"sentence."
msgstr ""
"Brawddeg "
"\"hir\"."

#, python-brace-format
msgid "{n} dog"
msgid_plural "{n} dogs"
msgstr[0] "{n} cŵn"
msgstr[1] "{n} ci"
msgstr[2] "{n} gi"
msgstr[3] "{n} chi"
msgstr[4] "{n} chi (6)"
msgstr[5] "{n} ci (5)"

#, python-brace-format, fuzzy
msgid "Loan"
msgstr "Benthyg?"

msgid "Card"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Wedi mynd"
"""
SAMI = r"""msgid ""
msgstr "Plural-Forms: nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;\n"

msgid "{n} book"
msgid_plural "{n} books"
msgstr[0] "okta girji"
msgstr[1] "guokte girjji"
msgstr[2] "{n} girjji"
"""


def of(message: str) -> Catalogue:
    return catalogue_of(f'msgid ""\nmsgstr "Language: se\\n"\n\n{message}')


def test_words_in_a_context_over_lines_and_with_escapes() -> None:
    welsh = catalogue_of(WELSH)
    assert welsh.words("Service paths") == "Llwybrau gwasanaeth"
    assert welsh.words("state", "of a path") == "cyflwr"
    assert welsh.words("state") is None
    assert welsh.words("A long sentence.") == 'Brawddeg "hir".'
    assert welsh.flaws == ()


def test_six_forms_of_welsh_and_three_of_northern_sami() -> None:
    welsh, sami = catalogue_of(WELSH), catalogue_of(SAMI)
    assert [welsh.counted("{n} dog", "{n} dogs", n) for n in (0, 1, 2, 3, 6, 4, 1000000)] == [
        "{n} cŵn",
        "{n} ci",
        "{n} gi",
        "{n} chi",
        "{n} chi (6)",
        "{n} ci (5)",
        "{n} ci (5)",
    ]
    assert [sami.counted("{n} book", "{n} books", n) for n in (0, 1, 2, 3)] == [
        "{n} girjji",
        "okta girji",
        "guokte girjji",
        "{n} girjji",
    ]


def test_old_welsh_files_have_four_forms() -> None:
    old = catalogue_of(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=4; '
        'plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;\\n"\n'
        'msgid "day"\nmsgid_plural "days"\n'
        'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\nmsgstr[3] "d"\n'
    )
    assert [old.counted("day", "days", n) for n in (1, 2, 5, 8, 11)] == ["a", "b", "c", "d", "d"]


def test_what_is_fuzzy_obsolete_or_half_filled_is_not_there() -> None:
    welsh = catalogue_of(WELSH)
    assert [welsh.words(english) for english in ("Loan", "Card", "Gone")] == [None, None, None]
    half = of('msgid "day"\nmsgid_plural "days"\nmsgstr[0] "beaivi"\nmsgstr[1] ""\n')
    assert half.counted("day", "days", 1) is None
    assert half.flaws == ()


def test_a_fuzzy_mark_ends_with_its_message() -> None:
    found = of('#, fuzzy\n#~ msgid "Old"\n#~ msgstr "Vanha"\nmsgid "New"\nmsgstr "Uusi"\n')
    assert found.words("New") == "Uusi"
    found = of('#, fuzzy\nmsgid "One"\nmsgstr "Yksi"\nmsgid "Two"\nmsgstr "Kaksi"\n')
    assert (found.words("One"), found.words("Two")) == (None, "Kaksi")


def test_windows_lines_and_a_byte_order_mark_change_nothing() -> None:
    found = catalogue_of("\ufeff" + WELSH.replace("\n", "\r\n"))
    assert found.forms == catalogue_of(WELSH).forms
    assert found.flaws == ()


def test_a_separator_of_lines_inside_words_ends_no_line() -> None:
    assert of('msgid "a"\nmsgstr "x\u2028y\x85z"\n').forms == {}
    assert of('msgid "a"\nmsgstr "x\u2028y"\n').words("a") == "x\u2028y"


@pytest.mark.parametrize(
    "said",
    [
        "{n.__class__}",
        "{n!r}",
        "{n:999999999}",
        "{0}",
        "{}",
        "{n} {m}",
        "{n[0]}",
        "n",
        "{n",
        "{{n}}",
        "{n:{n}}",
    ],
)
def test_a_translation_with_other_fields_is_a_flaw_and_not_there(said: str) -> None:
    found = of(f'msgid "{{n}} steps"\nmsgstr "{said}"\n')
    assert found.words("{n} steps") is None
    assert found.flaws == (Flaw(4, Why.FIELDS, "{n} steps"),)


def test_fields_may_stand_in_another_order_and_twice() -> None:
    found = of('msgid "{a} of {b}"\nmsgstr "{b}: {a}, {b}"\n')
    assert found.words("{a} of {b}") == "{b}: {a}, {b}"


def test_a_plural_form_may_leave_out_the_number_and_no_more() -> None:
    head = 'msgid "{n} of {x}"\nmsgid_plural "{n} of {x}s"\n'
    assert of(f'{head}msgstr[0] "{{x}}"\nmsgstr[1] "{{n}} {{x}}"\n').flaws == ()
    for said in ("all", "{n} {x} {y}", "{n} {x!r}"):
        found = of(f'{head}msgstr[0] "{said}"\nmsgstr[1] "{{n}} {{x}}"\n')
        assert [flaw.why for flaw in found.flaws] == [Why.FIELDS]


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\n', Why.FORMS),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\nmsgstr[2] "z"\n', Why.FORMS),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "x"\n', Why.FORMS),
        ('msgid "a"\nmsgstr[0] "x"\n', Why.FORMS),
        ('msgid "a"\nmsgstr "x\x1b[2J"\n', Why.CONTROL),
        ('msgid "a"\nmsgstr "x\\n# y"\n', Why.LINES),
        ('msgid "b"\nmsgstr "x"\nmsgid "b"\nmsgstr "y"\n', Why.TWICE),
    ],
)
def test_what_does_not_fit_is_a_flaw(message: str, why: Why) -> None:
    assert [flaw.why for flaw in of(message).flaws] == [why]
    assert of(message).words("a") is None


@pytest.mark.parametrize(
    "line", ["hello", 'msgstr "x', '"alone"', 'msgtext "x"', '"a" "b"', 'msgid_plural "x"']
)
def test_a_line_that_is_no_po_is_told_and_the_rest_is_read(line: str) -> None:
    found = catalogue_of(f'{line}\n\nmsgid "a"\nmsgstr "b"\n')
    assert found.flaws == (Flaw(1, Why.SYNTAX),)
    assert found.words("a") == "b"


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=2; plural=n;",
        "nplurals=2; plural=1/n;",
        "nplurals=0; plural=0;",
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=n**n;",
        "nplurals=2",
        "nplurals=2; plural=" + "(" * 400 + "n" + ")" * 400,
        "nplurals=2; plural=" + "n+" * 900 + "n",
    ],
)
def test_a_plural_rule_that_cannot_be_used_is_a_flaw(rule: str) -> None:
    found = catalogue_of(
        f'msgid ""\nmsgstr "Plural-Forms: {rule}\\n"\n'
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    )
    assert found.flaws == (Flaw(1, Why.PLURAL_RULE),)
    assert [found.counted("day", "days", n) for n in (1, 2)] == ["x", "y"]


def test_a_rule_that_fails_at_a_large_number_gives_no_words() -> None:
    found = catalogue_of(
        'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=n/5000;\\n"\n'
        'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "x"\n'
    )
    assert found.counted("day", "days", 4999) == "x"
    assert found.counted("day", "days", 5000) is None


def test_another_charset_is_a_flaw() -> None:
    found = catalogue_of('msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n')
    assert found.flaws == (Flaw(1, Why.CHARSET),)


def test_a_file_over_the_limit_is_not_read() -> None:
    assert catalogue_of("x" * (LARGEST + 1)) == Catalogue(flaws=(Flaw(0, Why.SIZE),))


def test_not_every_flaw_of_garbage_is_told() -> None:
    assert len(catalogue_of("x\n" * (MOST_FLAWS + 1)).flaws) == MOST_FLAWS


def test_the_shipped_catalogues_are_sound() -> None:
    for tag in SHIPPED:
        assert shipped(tag).flaws == ()
        assert len(shipped(tag).forms) > 0


WORDS = st.text(
    st.sampled_from(string.ascii_letters + ' \\"\n\täŵ日{}#~')
    | st.characters(exclude_categories=["C", "Z"]),
    min_size=1,
).filter(str.strip)


@given(
    st.dictionaries(
        st.tuples(WORDS, WORDS | st.none()), st.tuples(WORDS, st.booleans()), max_size=6
    )
)
def test_a_file_is_read_as_babel_reads_it(
    messages: dict[tuple[str, str | None], tuple[str, bool]],
) -> None:
    written = Catalog(locale="fi", fuzzy=False)
    for (english, context), (words, is_fuzzy) in messages.items():
        written.add(english, words, context=context, flags=["fuzzy"] if is_fuzzy else [])
    file = io.BytesIO()
    write_po(file, written, width=30)
    text = file.getvalue().decode()
    theirs = {
        (str(message.context or ""), str(message.id), "")
        for message in read_po(io.BytesIO(text.encode()), locale="fi")
        if message.id and message.string and not message.fuzzy
    }
    ours = catalogue_of(text)
    unfit = {key for key in theirs if key not in ours.forms}
    told = {flaw.english for flaw in ours.flaws}
    assert ours.forms.keys() <= theirs
    assert all(english in told for _, english, _ in unfit)
    assert {flaw.why for flaw in ours.flaws} <= {Why.FIELDS, Why.LINES}
    for (english, context), (words, is_fuzzy) in messages.items():
        assert ours.words(english, context or "") in {None if is_fuzzy else words, None}
        if not is_fuzzy and english == words and "\n" not in words and "{" not in words:
            assert ours.words(english, context or "") == words


@given(st.text(st.sampled_from('msgidtrcx_plual[0] "\\\n#~,fuzzy{}n')), st.text())
def test_no_text_breaks_the_reader(likely: str, any_text: str) -> None:
    for text in (likely, any_text, f'msgid "{likely}"\nmsgstr "{any_text}"'):
        assert isinstance(catalogue_of(text), Catalogue)
