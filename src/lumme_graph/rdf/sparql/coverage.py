"""Coverage of the guide counted by a triple store, which holds more than one machine could."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, Final

from lumme_graph.analysis.coverage.counts import CellCount, CoverageCounts
from lumme_graph.base.given_day import AnyDay, day_of
from lumme_graph.base.label import Message
from lumme_graph.base.text import Text
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.rdf.sparql.answered import Plain
from lumme_graph.rdf.sparql.endpoint import StoredModel, stored_model
from lumme_graph.rdf.store.error import StoreError
from lumme_graph.rdf.store.patience import PATIENT, Patience
from lumme_graph.rdf.vocabulary import CODE, expand

_ABOUT: Final = "SELECT ?day ?said WHERE {{ <{base}> lg:asOf ?day . OPTIONAL {{ <{base}> dct:description ?said }} }}"
_NAMES: Final = f"""\
SELECT ?library ?name WHERE {{
  ?library org:classification <{CODE}organisation-type/library> ; skos:prefLabel ?name
}}"""


def coverage_at(
    endpoint: str,
    base: str | None = None,
    as_of: AnyDay | None = None,
    *,
    say: Callable[[Message], None] = lambda _: None,
    patience: Patience = PATIENT,
) -> CoverageCounts:
    """Coverage of a model as the store at an address counts it, on a day or the model's own.

    `base` says which of several models. Raises `StoreError` where the store cannot be asked, or does
    not answer as it should.
    """
    day = day_of(as_of)
    with stored_model(endpoint, base, say=say, patience=patience) as model:
        try:
            return _counted(model, day)
        except (KeyError, TypeError, ValueError) as error:
            raise StoreError(
                f"{endpoint} answers what is no coverage ({error}); push the model again"
            ) from None


def _counted(model: StoredModel, as_of: date | None) -> CoverageCounts:
    about = model.ask(_ABOUT.format(base=model.base)).terms()
    if not about:
        raise ValueError("the model has no day")
    by = partial(_by, model, as_of)
    kinds = {expand(cls.kind.iris[0]): cls.kind.prefix for cls in ELEMENTS}
    found = by("kind")
    return CoverageCounts(
        model.base,
        as_of or date.fromisoformat(_words(about[0][0])),
        _text(said for _, said in about if said is not None),
        _names(model),
        {prefix: found[iri] for iri, prefix in kinds.items() if iri in found},
        by("library"),
        by("language"),
    )


def _by(model: StoredModel, as_of: date | None, group: str) -> dict[str, CellCount]:
    rows = model.ask(f"coverage-by-{group}", as_of).rows()
    return {str(row[group]): CellCount(*map(_number, _counts(row))) for row in rows}


def _counts(row: dict[str, Plain]) -> list[Plain]:
    return [row[name] for name in ("covered", "withPlans", "counted", "unknown", "exempt")]


def _number(value: Plain) -> int:
    return int(str(value))


def _names(model: StoredModel) -> dict[str, Text]:
    found: dict[str, list[Any]] = {}
    for library, name in model.ask(_NAMES).terms():
        found.setdefault(_words(library).removeprefix(model.base), []).append(name)
    return {library: text for library, names in found.items() if (text := _text(names))}


def _text(literals: Iterable[Any]) -> Text | None:
    words = {str(one.language): _words(one) for one in literals if one.language}
    return Text({tag: words[tag] for tag in sorted(words)}) if words else None


def _words(term: Any) -> str:
    return str(term.value)
