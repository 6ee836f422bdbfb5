"""LG306 and LG505: files beside the elements that are read by nobody, or cannot be used."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.catalogue import Why
from lumme_graph.base.finding import Place
from lumme_graph.base.text import Label
from lumme_graph.checks.registry import Hit, Subject, check

_SHOWN = 60
"""So much of a message is said."""


@check(
    "LG306",
    Label("tiedostoa ei lueta osaksi mallia", "this file is not read as a part of the model"),
    Label("{mend_fi}", "{mend}"),
)
def stray_file(subject: Subject) -> Iterator[Hit]:
    """A file in the model's folder is no part of the model.

    ## Why it matters
    Whoever wrote it may believe that it counts: a text of the guide under a name that is not
    read, or YAML that was saved as `.yaml.txt`.

    ## Mend it
    Give it the name that is said, take it out of the folder, or name it in `ignore` of
    `model.yaml`. README, LICENSE, CHANGELOG and CONTRIBUTING, the pictures below `guide/images/`,
    `coverage-baseline.json`, hidden files and what `lumme build` has made need not be named.
    """
    for place, meant in subject.graph.files.strays:
        mend, mend_fi = (
            (f"call it {meant}", f"anna sille nimi {meant}")
            if meant
            else (
                "take it out of the folder, or name it in ignore in model.yaml",
                "vie se pois kansiosta, tai nimeä se model.yaml-tiedoston kentässä ignore",
            )
        )
        yield Hit.at(place, mend=mend, mend_fi=mend_fi)


_WHY = {
    Why.SIZE: Label("se on suurempi kuin mikään kuvasto", "it is larger than any catalogue"),
    Why.SYNTAX: Label("tämä ei ole .po-tiedoston rivi", "this is no line of a .po file"),
    Why.CHARSET: Label(
        "otsake nimeää muun merkistön kuin UTF-8", "the header names another charset than UTF-8"
    ),
    Why.PLURAL_RULE: Label("monikkosääntöä ei voi käyttää", "the plural rule cannot be used"),
    Why.FORMS: Label("monikkomuotoja on väärä määrä", "there are too many or too few plural forms"),
    Why.FIELDS: Label(
        "aaltosulkeissa on muuta kuin englannissa",
        "the fields in braces are not those of the English",
    ),
    Why.LINES: Label(
        "rivejä on eri määrä kuin englannissa", "it has more or fewer lines than the English"
    ),
    Why.CONTROL: Label("siinä on ohjausmerkki", "it holds a control character"),
    Why.TWICE: Label("viesti on jo käännetty edellä", "the message is translated above already"),
}


@check(
    "LG505",
    Label("{why}{about}", "{why}{about}"),
    Label(
        "korjaa kuvasto; siihen asti tämä sanotaan toisella kielellä",
        "mend the catalogue; until then this is said in another language",
    ),
)
def broken_catalogue(subject: Subject) -> Iterator[Hit]:
    """A translation in the model's folder cannot be used.

    ## Why it matters
    The translator believes that it is there, and readers see another language.

    ## Mend it
    Open the file in a translators' editor and correct the message: the same fields in braces and as
    many lines as in English, one translation for each plural form, no message twice. The file is
    UTF-8. `lumme translate TAG MODEL` writes whatever messages are missing.
    """
    for catalogue, place in subject.graph.files.catalogues.values():
        for line, why, english in catalogue.flaws:
            about = f": {english[:_SHOWN]}" if english else ""
            where = Place(place.file, line, 1) if line else place
            yield Hit.at(where, why=_WHY[why], about=about)


CHECKS = (stray_file, broken_catalogue)
