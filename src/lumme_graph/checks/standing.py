"""LG4xx: on what do the claims stand, and when were they reviewed?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.text import Label
from lumme_graph.checks.registry import Hit, Subject, check
from lumme_graph.elements.evidence import Standing, Stated, StatedElement
from lumme_graph.elements.guide import Content, Section
from lumme_graph.graph.names import name_label
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import record_specs

_PathIn = tuple[str | int, ...]


def _claims(node: Node, path: _PathIn = ()) -> Iterator[tuple[Stated, _PathIn]]:
    """An element and its records, each with its place in the element."""
    if isinstance(node, Stated):
        yield node, path
    for spec in record_specs(type(node)):
        value = getattr(node, spec.name)
        if spec.many:
            for index, record in enumerate(value):
                yield from _claims(record, (*path, spec.alias, index))
        elif value is not None:
            yield from _claims(value, (*path, spec.alias))


@check(
    "LG401",
    Label("{kind} ”{name}” ei kerro asemaansa", "{kind} “{name}” does not say its standing"),
    Label(
        "kirjoita standing: sourced, derived tai illustrative",
        "write standing: sourced, derived or illustrative",
    ),
)
def no_standing(subject: Subject) -> Iterator[Hit]:
    """An element does not say whether it is sourced, derived or illustrative.

    ## Why it matters
    Readers take it for a fact.

    ## Mend it
    Write `standing`, and with `sourced` the `sources`, with `derived` the `derivation`.
    """
    for element in subject.graph.all(StatedElement):
        if element.standing is None:
            yield Hit(element, kind=element.kind.label, name=name_label(element))


@check(
    "LG402",
    Label(
        "linkkiä kohteeseen {item} ei ole tarkistettu", "the link to {item} has never been reviewed"
    ),
    Label(
        "lue osio kohteen rinnalla ja hyväksy tarkistus",
        "read the section beside the item and accept the review",
    ),
)
def unreviewed_link(subject: Subject) -> Iterator[Hit]:
    """Nobody has yet said that a section tells what the item is.

    ## Why it matters
    It counts as covered, but a change of the item goes unnoticed.

    ## Mend it
    Read the section beside the item, then store the review.
    """
    for section in subject.graph.all(Section):
        for index, link in enumerate(section.covers):
            if link.reviewed is None and section.body and link.item in subject.graph:
                yield Hit(section, "covers", index, item=link.item)


@check(
    "LG403",
    Label(
        "osion ”{name}” sisältö on {content}: {reason}",
        "the content of section “{name}” is {content}: {reason}",
    ),
    Label("hanki kirjastojen oma, tämän päivän tieto", "get the libraries' own knowledge of today"),
)
def old_or_borrowed_content(subject: Subject) -> Iterator[Hit]:
    """A section's content is declared as old, or as borrowed from somebody else.

    ## Why it matters
    It may not hold for these libraries today.

    ## Mend it
    Renew the text from the libraries' own knowledge and set `content: own`.
    """
    for section in subject.graph.all(Section):
        if section.content is not Content.OWN:
            reason = section.reason
            said = (
                Label(reason.say("fi").words, reason.say("en").words) if reason else Label("–", "–")
            )
            yield Hit(
                section,
                "content",
                name=name_label(section),
                content=section.content.label,
                reason=said,
            )


@check(
    "LG404",
    Label(
        "{what}: lähteistä, mutta lähdettä ei ole nimetty",
        "{what}: sourced, but no source is named",
    ),
    Label("nimeä lähteet kentässä sources", "name the sources in sources"),
)
def sourced_without_source(subject: Subject) -> Iterator[Hit]:
    """A claim says that it is sourced, but names no source.

    ## Why it matters
    Nobody can look it up.

    ## Mend it
    Name the sources in `sources`, or say `derived` or `illustrative`.
    """
    for element in subject.graph.all(StatedElement):
        for claim, path in _claims(element):
            if claim.standing is Standing.SOURCED and not claim.sources:
                yield Hit(element, *path, what=claim.kind.label)


@check(
    "LG405",
    Label("{what}: johdettu, mutta ei kerrota miten", "{what}: derived, but not how"),
    Label("kerro päättely kentässä derivation", "tell the derivation in derivation"),
)
def derived_without_derivation(subject: Subject) -> Iterator[Hit]:
    """A claim says that it is derived, but not from what or how.

    ## Why it matters
    Nobody can check the reasoning.

    ## Mend it
    Tell the reasoning in `derivation`.
    """
    for element in subject.graph.all(StatedElement):
        for claim, path in _claims(element):
            if claim.standing is Standing.DERIVED and not claim.derivation:
                yield Hit(element, *path, what=claim.kind.label)


CHECKS = (
    no_standing,
    unreviewed_link,
    old_or_borrowed_content,
    sourced_without_source,
    derived_without_derivation,
)
