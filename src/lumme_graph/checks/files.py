"""LG306 and LG505: files beside the elements that are read by nobody, or cannot be used."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.catalogue import Why
from lumme_graph.base.finding import Place
from lumme_graph.base.label import Label
from lumme_graph.checks.registry import Hit, check
from lumme_graph.graph.day import Day

_SHOWN = 60
"""So much of a message is said."""


@check("LG306", Label("this file is not read as a part of the model"), Label("{mend}"))
def stray_file(day: Day) -> Iterator[Hit]:
    """A file in the model's folder is no part of the model.

    ## Why it matters
    Whoever wrote it may believe that it counts: a text of the guide under a name that is not
    read, or YAML that was saved as `.yaml.txt`.

    ## Mend it
    Give it the name that is said, take it out of the folder, or name it in `ignore` of
    `model.yaml`. README, LICENSE, CHANGELOG and CONTRIBUTING, the pictures below `guide/images/`,
    `coverage-baseline.json`, hidden files and what `lumme build` has made need not be named.
    """
    for place, meant in day.graph.files.strays:
        mend = (
            Label("call it {guess}").fill(guess=meant)
            if meant
            else Label("take it out of the folder, or name it in ignore in model.yaml")
        )
        yield Hit.at(place, mend=mend)


_WHY = {
    Why.SIZE: Label("it is larger than any catalogue"),
    Why.SYNTAX: Label("this is no line of a .po file"),
    Why.CHARSET: Label("the header names another charset than UTF-8"),
    Why.PLURAL_RULE: Label("the plural rule cannot be used"),
    Why.FORMS: Label("there are too many or too few plural forms"),
    Why.FIELDS: Label("the fields in braces are not those of the English"),
    Why.LINES: Label("it has more or fewer lines than the English"),
    Why.CONTROL: Label("it holds a control character"),
    Why.TWICE: Label("the message is translated above already"),
}


@check(
    "LG505",
    Label("{why}{about}"),
    Label("mend the catalogue; until then this is said in another language"),
)
def broken_catalogue(day: Day) -> Iterator[Hit]:
    """A translation in the model's folder cannot be used.

    ## Why it matters
    The translator believes that it is there, and readers see another language.

    ## Mend it
    Open the file in a translators' editor and correct the message: the same fields in braces and as
    many lines as in English, one translation for each plural form, no message twice. The file is
    UTF-8. `lumme translate TAG MODEL` writes whatever messages are missing.
    """
    for catalogue, place in day.graph.files.catalogues.values():
        for line, why, english in catalogue.flaws:
            about = f": {english[:_SHOWN]}" if english else ""
            where = Place(place.file, line, 1) if line else place
            yield Hit.at(where, why=_WHY[why], about=about)
