"""What the program itself says: English in the code, every other language in a catalogue.

Each kind of it is a `Message`. A `Speaker` says it in the language that is asked for; a catalogue is
read when words of another language than English are wanted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lumme_graph.base.speaker import Sayable


_MANY = 1_000


class Message:
    """Something that the program says, in whichever language."""

    __slots__ = ()

    def fill(self, **params: object) -> Phrase:
        """The same words with values for their fields, still to be said in some language."""
        return Phrase(self, tuple(params.items()))

    def by_tag(self) -> dict[str, str]:
        """The words in English and in each shipped language, by its tag."""
        from lumme_graph.base.catalogue import CODE, SHIPPED
        from lumme_graph.base.speaker import Speaker

        return {tag: Speaker(tag)(self).words for tag in (CODE, *SHIPPED)}


@dataclass(frozen=True, slots=True)
class Label(Message):
    """Words in English, the key to their translations; a context tells two meanings apart.

    >>> Label("did you mean {guess}?").fill(guess="desk").by_tag()["fi"]
    'tarkoititko desk?'
    """

    english: str
    context: str = ""

    def by_tag(self) -> dict[str, str]:
        """The words in English and in each shipped language that has them, by its tag."""
        from lumme_graph.base.catalogue import CODE, SHIPPED, shipped

        found = ((tag, shipped(tag).words(self.english, self.context)) for tag in SHIPPED)
        return {CODE: self.english} | {tag: words for tag, words in found if words is not None}


@dataclass(frozen=True, slots=True)
class Counted(Message):
    """Words that depend on a number: the singular and the plural, both with their fields.

    The number is the field that `by` names. Other languages may have more forms, or just one.

    >>> Counted("{n} error", "{n} errors").fill(n=2).by_tag()["fi"]
    '2 virhettä'
    """

    one: str
    many: str
    by: str = "n"

    @property
    def english(self) -> str:
        """The pattern as it stands for many."""
        return self.many

    def by_tag(self) -> dict[str, str]:
        """The pattern for many in English and in each shipped language that has it, by its tag."""
        from lumme_graph.base.catalogue import CODE, SHIPPED, shipped

        found = ((tag, shipped(tag).counted(self.one, self.many, _MANY)) for tag in SHIPPED)
        return {CODE: self.many} | {tag: words for tag, words in found if words is not None}


Pattern = Label | Counted
"""Words of the code, with fields that are still to be filled."""


def own_words(words: str | Pattern) -> Pattern:
    """Words of somebody else's code: in English alone where no `Label` or `Counted` says more.

    Raises `TypeError` for what is no words.
    """
    if not isinstance(words, str | Pattern):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{words!r} is no words: write them as text, or as an lg.Label")
    return Label(words) if isinstance(words, str) else words


@dataclass(frozen=True, slots=True)
class Phrase(Message):
    """A message with values for its fields; each is said in the language of the words around it."""

    pattern: Message
    params: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Joined(Message):
    """Several things said one after the other.

    `between` is `and` or `or` for a list as the language writes it, else the sign between them.
    """

    parts: tuple[Sayable, ...]
    between: str = ", "


@dataclass(frozen=True, slots=True)
class Plain(Message):
    """Words that are the same in every language, such as an id or a span of years."""

    words: str
