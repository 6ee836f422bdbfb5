"""LG8xx: is there anything about a person? A model knows roles only."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.analysis.privacy.matches import LOOKS_LIKE, Personal, emails, matches, phones
from lumme_graph.base.label import Label
from lumme_graph.checks.registry import Hit, check
from lumme_graph.graph.day import Day


@check(
    "LG801",
    LOOKS_LIKE[Personal.PHONE],
    Label("remove it; an organisation's own number belongs in its contacts"),
)
def personal_phone(day: Day) -> Iterator[Hit]:
    """A text holds a phone number that is not among the contacts of an organisation or branch.

    ## Why it matters
    It may be a person's, and whatever a model says is published in many forms.

    ## Mend it
    Remove it. If it is an organisation's own, write it in its `contacts` (`type: phone`); then
    texts may give it too. Free and paid service numbers are nobody's and are left alone.
    Numbers are looked for as a reader reads them, without Markdown: those of the countries that
    `country` of `model.yaml` names, however they are spaced, and those of any country with its code,
    also after `tel:` and in links to a chat. Without `country`, it is read from the ISIL codes of the
    libraries, else from their own numbers; where that tells nothing, only numbers with a country
    code are found.
    """
    for one in phones(day):
        yield Hit.at(one.place, one.element, number=one.shown)


@check(
    "LG802",
    LOOKS_LIKE[Personal.EMAIL],
    Label("remove it; an organisation's own address belongs in its contacts"),
)
def personal_email(day: Day) -> Iterator[Hit]:
    """A text holds an e-mail address that is not an organisation's own.

    ## Why it matters
    It names a person, and whatever a model says is published in many forms.

    ## Mend it
    Remove it. An address of a desk (kirjasto@, info@…) is fine, and so is one in the `contacts` of
    an organisation or branch, unless it begins with a given name. An address that is hidden, such
    as name(at)example.org or name [at] example [dot] org, is read as it is meant.
    """
    for one in emails(day):
        yield Hit.at(one.place, one.element, address=one.shown)


@check(
    "LG803",
    LOOKS_LIKE[Personal.NAME],
    Label("write the role instead of the name, or accept it: suppress, code {code} and a reason"),
)
def looks_like_a_name(day: Day) -> Iterator[Hit]:
    """A text holds what looks like a person's name: a common given name and a capitalised word.

    ## Why it matters
    A model knows roles only; authors stand in the citation of a published work and nowhere else.

    ## Mend it
    Write the role. If it is the name of a place or a thing, accept it with `suppress` and a reason.
    Streets, vehicles and the citations of books, reports and articles are left alone.
    Looked for are given names that are common in Finnish, Swedish, English, Welsh, German and
    French, in capitals too, before a capitalised word. Not looked for are names of other languages
    and scripts, surnames alone (but words in -nen after a capitalised word), and given names alone.
    """
    for one in matches(day)[Personal.NAME]:
        yield Hit.at(one.place, one.element, name=one.shown, code=one.kind.value)
