"""What the search knows of languages: words that say nothing, and first letters that change."""

from __future__ import annotations

from typing import Final, NamedTuple

from lumme_graph.base.tags import best


class Language(NamedTuple):
    """What the search knows of a language; of most it knows nothing, and finds words all the same.

    `stop` are words of a question that are not looked for. `changes` are pairs of a word's first
    letters and what grammar makes of them. In a language that is not `spaced`, words follow each
    other without a space between.
    """

    stop: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    spaced: bool = True


_MUTATIONS: Final = (
    *(("p", "b"), ("t", "d"), ("c", "g"), ("b", "f"), ("d", "dd"), ("g", "")),
    *(("m", "f"), ("ll", "l"), ("rh", "r")),
    *(("p", "mh"), ("t", "nh"), ("c", "ngh"), ("b", "m"), ("d", "n"), ("g", "ng")),
    *(("p", "ph"), ("t", "th"), ("c", "ch")),
)
"""Soft, nasal and aspirate mutation of Welsh."""


def _stop(words: str) -> Language:
    return Language(tuple(words.split()))


LANGUAGES: Final = {
    "fi": _stop(
        "ja tai on ei ole voi voin voiko saa saan saako miten mitä mikä missä mistä mihin milloin "
        "kuka onko kun jos että se"
    ),
    "sv": _stop(
        "och eller i på av för till med är en ett det den som om hur var vad när vem kan jag får "
        "man min"
    ),
    "en": _stop(
        "a an the and or of to in on at for from with is are do does can may how what when where "
        "who i my me it s"
    ),
    "cy": _stop(
        "a ac y yr r yn n i o ar at am gan fy mae yw oes sut beth ble pryd pwy ga gaf fi sy neu"
    )._replace(changes=_MUTATIONS),
    "de": _stop(
        "der die das den dem ein eine einen und oder in im zu auf für von mit ist sind wie was wo "
        "wann wer kann ich mein"
    ),
    "fr": _stop(
        "le la les l un une des de du d et ou à au aux en pour avec est que qui quoi où quand "
        "comment je mon ma puis"
    ),
    **dict.fromkeys(("ja", "km", "lo", "my", "th", "zh"), Language(spaced=False)),
}
"""By language tag."""


def language(lang: str) -> Language:
    """What is known of a language, by its tag.

    >>> language("en-GB").stop[:3], language("th").spaced, language("et").stop
    (('a', 'an', 'the'), False, ())
    """
    tag = best(lang, LANGUAGES)
    return LANGUAGES[tag] if tag else Language()
