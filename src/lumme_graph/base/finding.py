"""What a reading or a check finds: a place, a code, words in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field

from lumme_graph.base.codes import CODES, Code, Severity
from lumme_graph.base.label import Message, Pattern
from lumme_graph.base.notebook import html_table
from lumme_graph.base.speaker import Speaker


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the model; line and column count from 1, 0 is the file itself."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def within(self, folder: str) -> Place:
        """The same place, its file named from a folder on.

        >>> str(Place("models/lake/offer.yaml", 2, 3).within("models/lake"))
        'offer.yaml:2:3'
        """
        return replace(self, file=self.file.removeprefix(f"{folder}/"))


NOWHERE = Place("")
"""The place of what was made in Python."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What can be found: a code with its sentence, its hint and its page.

    Sentence and hint are patterns with named parameters; the page is Markdown, in English. `own` is
    what a code that is not ours is called, and how bad it is.
    """

    code: str
    sentence: Pattern
    hint: Pattern
    page: str
    own: Code | None = None

    @property
    def about(self) -> Code:
        """What the code is called, and how bad it is."""
        return self.own or CODES[self.code]

    def at(self, place: Place, element: str = "", /, **params: object) -> Finding:
        """The finding that says it of a place."""
        return Finding(self.code, place, self.sentence, self.hint, params, element, self.own)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, as data: every report renders the same fields.

    `sentence` and `hint` are patterns; `params` are the named values that go into them. `own` is what
    the code of a check of somebody else's is called, and how bad it is.
    """

    code: str
    place: Place
    sentence: Message
    hint: Message
    params: Mapping[str, object] = dataclass_field(default_factory=dict[str, object])
    element: str = ""
    own: Code | None = None

    def __hash__(self) -> int:
        return hash(self.sort_key())

    def __repr__(self) -> str:
        where = f"{self.place} " if self.place.file else ""
        return f"<{self.code} {where}{self.message()}>"

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place.file else ""
        return f"{where}{self.code} {self.message()}: {self.advice()}"

    def _repr_html_(self) -> str:
        rows = [("problem", self.message()), ("advice", self.advice()), ("place", self.place)]
        return html_table(f"{self.code} {self.about.name} ({self.severity})", (), rows)

    def __lt__(self, other: Finding) -> bool:
        return self.sort_key() < other.sort_key()

    @property
    def about(self) -> Code:
        """What the code is called, and how bad it is."""
        return self.own or CODES[self.code]

    @property
    def severity(self) -> Severity:
        """How bad it is: fixed by the code."""
        return self.about.severity

    @property
    def field(self) -> str:
        """The field that it is about, with dots between its parts; empty where it names none."""
        named = self.params.get("field", "")
        return named if isinstance(named, str) else ""

    @property
    def is_error(self) -> bool:
        """Does it make a check fail?"""
        return self.severity is Severity.ERROR

    @property
    def is_unread(self) -> bool:
        """Does it say that something cannot be read, so that the rest would be guesses?"""
        return self.code.startswith("LG0")

    @property
    def problem(self) -> Message:
        """What is wrong, for a speaker to say."""
        return self.sentence.fill(**self.params)

    @property
    def remedy(self) -> Message:
        """What to do, for a speaker to say."""
        return self.hint.fill(**self.params)

    def message(self, lang: str = "en") -> str:
        """What is wrong, in a language that the program speaks."""
        return Speaker(lang)(self.problem).words

    def advice(self, lang: str = "en") -> str:
        """What to do, in a language that the program speaks."""
        return Speaker(lang)(self.remedy).words

    def within(self, folder: str) -> Finding:
        """The same finding, its files named from a folder on."""
        params = {
            name: value.within(folder) if isinstance(value, Place) else value
            for name, value in self.params.items()
        }
        return replace(self, place=self.place.within(folder), params=params)

    def sort_key(self) -> tuple[Place, str, str]:
        """By place, then by code: the order of every report; the rest stands as it was found."""
        return self.place, self.code, self.element
