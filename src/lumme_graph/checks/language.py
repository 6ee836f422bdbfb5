"""LG5xx: are the texts there in the languages that they must have?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.analysis.texts import pieces
from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label
from lumme_graph.base.long_words import LONG_WORD, LONGEST, MAYBE, is_long_word
from lumme_graph.base.tags import best, tidy, unserved
from lumme_graph.base.text import Text
from lumme_graph.checks.registry import Hit, check
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.offer import Coverable
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.fingerprint import ReviewState, review_state, text_fingerprint
from lumme_graph.meta.walk import FieldValue, PathIn, Walk

_BEGINNING = 20
"""So much of an over-long word is said."""


_TEXTS = Walk(lambda spec: spec.datatype is Text and spec.name != "body")
"""The texts of elements but the prose of sections: that is coverage."""


@once
def _texts(day: Day) -> tuple[tuple[KeptElement, list[FieldValue]], ...]:
    return tuple((element, _TEXTS.of(element)) for element in day.graph)


@check("LG501", Label("{field}: no text in {missing}"), Label("add {missing}"))
def missing_language(day: Day) -> Iterator[Hit]:
    """A text lacks a language that `model.yaml` requires.

    ## Why it matters
    Drawings and pages in that language show another one instead.

    ## Mend it
    Add the text in that language. The prose of sections is counted by coverage instead, and search
    words may stand in any language alone.
    """
    required = day.graph.settings.languages.required
    for element, texts in _texts(day):
        for _, spec, text, path in texts:
            if spec.name == "search_words":
                continue
            missing = [tag for tag in required if text.tag(tag) is None]
            if missing:
                field = ".".join(part for part in path if isinstance(part, str))
                yield Hit(element, *path, field=field, missing=", ".join(missing))


@check(
    "LG502",
    Label("the translation ({tag}) is older than the text in the source language ({source})"),
    Label(
        "compare the translation with the source text, mend it and accept it: lumme review --accept {id}/{tag}"
    ),
)
def translation_stale(day: Day) -> Iterator[Hit]:
    """The source-language text of a section has changed since its translation was reviewed.

    ## Why it matters
    Readers of the two languages are told different things.

    ## Mend it
    Compare the translation with the source text, mend it, then store the new review. The source
    language is the first required one of `model.yaml`.
    """
    source = day.graph.settings.languages.required[0]
    for section in day.graph.all(Section):
        body = day.graph.prose(section)
        if source not in body:
            continue
        fp = text_fingerprint(body[source].words)
        for index, translation in enumerate(section.translations):
            tag = best(translation.language, body)
            stale = review_state(translation.fp, fp) is ReviewState.STALE
            if tag is not None and tag != source and stale:
                yield Hit(
                    section, "translations", index, "fp", id=section.id, tag=tag, source=source
                )


@check(
    "LG503",
    Label("{field}: the language {tag} is not declared in model.yaml{count}"),
    Label("{mend}"),
)
def undeclared_language(day: Day) -> Iterator[Hit]:
    """A text stands in a language that `model.yaml` does not name.

    ## Why it matters
    Nobody ever sees it: mostly the tag is mistyped, or the language was given up.

    ## Mend it
    Correct the tag, take the text away, or declare the language in `languages` of `model.yaml`.
    Tags are compared without case, and `en-GB` serves `en` and the other way round. Said once for
    each element and tag, at the first such text.
    """
    declared = day.graph.settings.languages.all
    for element, tags in _tags(day):
        for stray in unserved(dict.fromkeys(tag for tag, _ in tags), declared):
            guess = nearest(stray.lower(), declared, cutoff=0.5)
            mend = (
                Label("did you mean {guess}?").fill(guess=guess)
                if guess
                else Label("declared are {names}").fill(names=", ".join(declared))
            )
            yield _of_tag(element, stray, tags, mend=mend)


@check(
    "LG506",
    Label("{field}: the language tag {tag} is spelt in an unusual way{count}"),
    Label("write {usual}"),
)
def unusual_tag(day: Day) -> Iterator[Hit]:
    """A language tag is not spelt as RFC 5646 (2.1.1) advises: `fi`, `sv-FI`, `sr-Latn`.

    ## Why it matters
    Other programs give tags back in another spelling, and a search for `sv-FI` in exported data
    does not find `SV-fi`.

    ## Mend it
    Write the language in small letters, the script with a capital and the country in capitals; a
    file of prose or of translations is renamed. Said once for each element and tag, at the first
    such text.
    """
    settings = day.graph.settings
    of_settings: _Placed = [
        (tag, ("languages", field, at))
        for field in ("required", "optional")
        for at, tag in enumerate(getattr(settings.languages, field))
    ]
    for element, tags in ((None, of_settings), *_tags(day)):
        for tag in dict.fromkeys(tag for tag, _ in tags):
            if (usual := tidy(tag)) != tag:
                yield _of_tag(element, tag, tags, usual=usual)
    for tag, (_, place) in day.graph.files.catalogues.items():
        if (usual := tidy(tag)) != tag:
            yield Hit.at(place, field="locale", tag=tag, count="", usual=usual)


_Placed = list[tuple[str, PathIn]]
"""Language tags, each with where it stands."""


@once
def _tags(day: Day) -> tuple[tuple[KeptElement | None, _Placed], ...]:
    """Every language tag of the texts, by element; those of the settings first."""
    texts = day.graph.settings.texts.items()
    of_settings: _Placed = [(tag, (*path, tag)) for path, text in texts for tag in text]
    return ((None, of_settings), *((one, _tags_of(one, found)) for one, found in _texts(day)))


def _tags_of(element: KeptElement, texts: list[FieldValue]) -> _Placed:
    tags: _Placed = [(tag, (*path, tag)) for _, _, text, path in texts for tag in text]
    if isinstance(element, Section):
        tags += [(tag, ("body", tag)) for tag in element.body or ()]
        tags += [
            (translation.language, ("translations", index, "language"))
            for index, translation in enumerate(element.translations)
        ]
    elif isinstance(element, Coverable):
        tags += [
            (waiver.language, ("waive", index, "language"))
            for index, waiver in enumerate(element.waive)
            if waiver.language is not None
        ]
    return tags


def _of_tag(element: KeptElement | None, tag: str, tags: _Placed, **more: object) -> Hit:
    """A tag at the first of its places, and in how many texts it is."""
    places = [path for one, path in tags if one == tag]
    n = len(places)
    count = Label(" ({n} texts)").fill(n=n) if n > 1 else ""
    field = ".".join(part for part in places[0] if isinstance(part, str))
    return Hit(element, *places[0], field=field, tag=tag, count=count, **more)


@check(
    "LG504",
    Label("the word {word}… has more than {longest} letters in a row"),
    Label(
        "look for a missing space; a long word may be given soft hyphens (U+00AD) where it breaks"
    ),
)
def over_long_word(day: Day) -> Iterator[Hit]:
    """A word has more than a hundred letters in a row.

    ## Why it matters
    No line holds it: drawings cut it, with a mark, and pages break it anywhere. Most often a space
    is missing, or the text is no text. Addresses are left alone.

    ## Mend it
    Write it as several words, or mark with soft hyphens (U+00AD) where it may break.
    """
    for piece in pieces(day).like(MAYBE):
        found = next(filter(is_long_word, LONG_WORD.finditer(piece.written)), None)
        if found:
            yield Hit(piece.element, *piece.path, word=found[0][:_BEGINNING], longest=LONGEST)
