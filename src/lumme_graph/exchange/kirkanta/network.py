"""The consortium of Kirkanta as the network, and a library for each of its municipalities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from lumme_graph.base.guess import nearest
from lumme_graph.base.label import Label
from lumme_graph.elements.who import Municipality, Organisation
from lumme_graph.exchange.asked import ImportOptions
from lumme_graph.exchange.draft import Draft
from lumme_graph.exchange.error import ExchangeError
from lumme_graph.exchange.kirkanta.envelope import DirectoryAnswers
from lumme_graph.exchange.kirkanta.keys import library_key, municipality_key, network_key
from lumme_graph.exchange.kirkanta.places import ListedPlace
from lumme_graph.exchange.kirkanta.words import (
    by_language,
    consortium_of,
    first,
    known,
    main_word,
    names,
)

_ONE_EACH: Final = Label(
    "the directory names no library organisations: one for each municipality that has a library"
)
_FEW: Final = 6


def the_network(found: DirectoryAnswers, asked: ImportOptions) -> str:
    """The id of the consortium that is the network; nothing where no library has one.

    Raises `ExchangeError` where there are several and none is asked for.
    """
    counts = Counter(
        id_ for record in found.of("library").values() if (id_ := consortium_of(found, record))
    )
    named = {id_: main_word(names(found, "consortium", id_)) for id_ in counts}
    if asked.network:
        by_word = {name.lower(): id_ for id_, name in named.items()} | {id_: id_ for id_ in counts}
        if asked.network.lower() in by_word:
            return by_word[asked.network.lower()]
        guess = nearest(asked.network, [*filter(None, named.values()), *counts])
        more = f"did you mean {guess}?" if guess else f"there is {_shown(counts, named)}"
        raise ExchangeError(f"no library is of a consortium {asked.network}; {more}")
    if len(counts) > 1:
        raise ExchangeError(
            f"the libraries are of several consortiums: {_shown(counts, named)}; "
            f"say which is the network: --network {counts.most_common(1)[0][0]}"
        )
    return next(iter(counts), "")


def _shown(counts: Counter[str], named: Mapping[str, str]) -> str:
    some = (
        f"{id_}{f' {named[id_]}' if named[id_] else ''} ({n})"
        for id_, n in counts.most_common(_FEW)
    )
    return ", ".join(some) or "none"


def network_name(found: DirectoryAnswers, network: str, asked: ImportOptions) -> dict[str, str]:
    """What the network is called: as the directory calls it, else as it is said."""
    named = names(found, "consortium", network)
    if named or not asked.name:
        return named
    return {found.languages_as(asked.languages)[0]: asked.name}


def network_drafts(
    found: DirectoryAnswers, network: str, name: Mapping[str, str]
) -> Iterator[Draft]:
    """The network, if there is any."""
    for id_, other in found.of("consortium").items():
        if id_ != network:
            for thing in other.values():
                thing.silence()
    if not (network or name):
        return
    fields: dict[str, object] = {"type": "network"}
    words = main_word(name)
    if name:
        fields["name"] = dict(name)
    if record := found.of("consortium").get(network):
        known(record, "id", "slug", "name")
        fields["description"] = by_language(record, "description", prose=True)
        words = first(record).text("slug") or words
    yield Draft(Organisation, network_key(network), words, fields)


def city_drafts(
    found: DirectoryAnswers, there: Sequence[ListedPlace], network: str, day: date
) -> Iterator[Draft]:
    """A municipality for each city in which there is a library, and the library that runs them."""
    cities = dict.fromkeys(place.city for place in there)
    called = {id_: names(found, "city", id_) or _in_addresses(there, id_) for id_ in cities}
    for id_, record in found.of("city").items():
        known(record, "id", "slug", "consortium", *(() if id_ in cities else ("name",)))
    for id_ in cities:
        fields: dict[str, object] = {"name": called[id_]}
        yield Draft(Municipality, municipality_key(id_), main_word(called[id_]), fields)
    for id_ in cities:
        fields = {
            "name": called[id_],
            "type": "library",
            "municipalities": [municipality_key(id_)],
            "memberships": [{"of": network_key(network), "from": {"latest": day.isoformat()}}],
        }
        words = main_word(called[id_])
        yield Draft(Organisation, library_key(id_), words, fields, derivation=_ONE_EACH)


def _in_addresses(there: Sequence[ListedPlace], city: str) -> dict[str, str]:
    """What a city is called in the addresses of its libraries."""
    named = (place.town for place in there if place.city == city and place.town)
    return next(named, dict[str, str]())


def none_of(found: DirectoryAnswers, only: Sequence[str]) -> ExchangeError:
    """There is no library of what is asked for: the cities that there are."""
    there = sorted({main_word(names(found, "city", id_)) for id_ in found.of("city")} - {""})
    guess = next((near for word in only if (near := nearest(word, there))), None)
    more = f"did you mean {guess}?" if guess else f"there are {', '.join(there[:_FEW]) or 'none'}"
    what = ", ".join(only) or "the network"
    return ExchangeError(f"no library of {what} is in the files; {more}")
