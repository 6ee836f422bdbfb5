"""The rows of an HSDS package in one language, as they are gathered."""

from __future__ import annotations

from typing import Final
from uuid import NAMESPACE_URL, uuid5

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Sayable, Speaker
from lumme_graph.elements.evidence import KeptElement

Row = dict[str, str]
"""What stands in the columns of a table that are not empty."""

TAXONOMY: Final = "lumme-graph"
"""The name of the taxonomy whose terms hold what HSDS has no field for."""

_ABOUT: Final = Label("What a lumme-graph model says beside the fields of HSDS")

OWN_ID: Final = "lumme-graph id"
STANDING: Final = "standing"
TYPE: Final = "type"
MUNICIPALITY: Final = "municipality"
IDENTIFIER: Final = "identifier"

_TERMS: Final[dict[str, Message]] = {
    OWN_ID: Label("The id of the record in its lumme-graph model"),
    STANDING: Label("Whether a record is sourced, derived or illustrative (invented)"),
    TYPE: Label("The type of an organisation or a library building"),
    MUNICIPALITY: Label("A municipality that an organisation serves, or in which a building lies"),
    IDENTIFIER: Label("An identifier that somebody else has given"),
}


class HsdsRows:
    """The tables of a package, and the ids in it: each always the same for the same thing.

    An id is a UUID made of the address that a thing has in the model.
    """

    def __init__(self, base: str, speak: Speaker) -> None:
        self.tables: dict[str, list[Row]] = {}
        self.speak = speak
        self.standing_in = 0
        """How many names stand in for one that there is not in the language."""
        self._base = base
        self._made: set[str] = set()

    def id_of(self, path: str) -> str:
        """The id of a thing by its path below the model's own address."""
        return str(uuid5(NAMESPACE_URL, self._base + path))

    def add(self, table: str, path: str, **values: str | None) -> str:
        """Add a row for the thing at a path, once; returns its id."""
        made = self.id_of(path)
        if made not in self._made:
            self._made.add(made)
            filled = {column: value for column, value in values.items() if value}
            self.tables.setdefault(table, []).append({"id": made} | filled)
        return made

    def name(self, what: Sayable) -> str:
        """What something is called in the language, else in one that stands in for it."""
        said = self.speak(what)
        self.standing_in += said.fallback
        return said.words

    def words(self, what: Sayable | None) -> str | None:
        """A text in the language; None where there is none in it."""
        if what is None:
            return None
        said = self.speak(what)
        return None if said.fallback else said.words

    def mark(self, table: str, path: str, term: str, value: str | None) -> None:
        """Say of a row what HSDS has no field for, by a term of the own taxonomy."""
        if value is None:
            return
        taxonomy = self.add(
            "taxonomy", "hsds/taxonomy", name=TAXONOMY, description=self.speak(_ABOUT).words
        )
        code = f"{TAXONOMY}:{term}"
        about = self.add(
            "taxonomy_term",
            f"hsds/term/{term}",
            code=code,
            name=term,
            description=self.speak(_TERMS[term]).words,
            taxonomy=TAXONOMY,
            taxonomy_id=taxonomy,
        )
        self.add(
            "attribute",
            f"{path}/attribute/{term}/{value}",
            link_id=self.id_of(path),
            taxonomy_term_id=about,
            link_type=term,
            link_entity=table,
            value=value,
        )

    def mark_element(self, table: str, element: KeptElement, path: str = "") -> None:
        """Say of a row which element it is, and how that stands."""
        self.mark(table, path or element.id, OWN_ID, element.id)
        standing = getattr(element, "standing", None)
        self.mark(table, path or element.id, STANDING, standing and standing.value)
