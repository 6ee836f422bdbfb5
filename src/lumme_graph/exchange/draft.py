"""What a reader of other people's files gives: drafts of elements, and all that was not taken.

**The frame of all importers.** A reader is a function

    read(files: Sequence[Opened], asked: ImportOptions, day: date) -> Received

where `day` is the day of the files, as far as it can be known from without: what was asked for,
else what their names say, else when they were saved; a reader may give another in `Received.day`
if the files say so themselves,

and nothing more: it decides no id, makes no element, writes nothing. For each thing of the files
it gives a `Draft`: the class of the element, the `ForeignKey` under which the other system knows the
thing (kept in the model as its identifier, so that the next download finds it again whatever it is
called by then), words for an id if it needs a new one, and its fields by their names in YAML. A
field's value is plain data as it would stand in YAML (text, lists, dicts; a text by language is a
dict by tag), with a `ForeignKey` where another thing is meant. The frame gives ids, makes the elements,
says on which source they stand, writes a new model or merges into one that is there
(`placed`, `start`, `again`).

What a reader must tell apart:
- a field that is **not told of** is left out of `fields`: what the model has stays;
- a field that is told of and **empty** (`[]`, `None`) is empty in the next model too;
- whether all was given: `whole` is False where the files hold only some of what there is; then
  nothing is taken as gone. `silent` are places of whose offers nothing is told.

What is read from an object of JSON goes through `thing.JsonThing`, which counts by itself what nobody
asked for. What the reader is unsure of it puts into `notes`, and guesses nothing.

A format is registered in `formats.EXCHANGE_FORMATS`: its name, how it is recognised by its content,
and its reader. Nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from lumme_graph.base.label import Message
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.views.left import LeftOver

PlainData = Any
"""Text, None, a `ForeignKey`, or lists and dicts of them."""


class ForeignKey(NamedTuple):
    """Under which identifier another system knows a thing: of which kind, whose, and which."""

    kind: str
    scheme: str
    value: str


@dataclass(frozen=True)
class Draft:
    """What a file says of a thing, as far as a model can hold it.

    `words` are what its id is made of if it is new; `derivation` says how it follows from the
    files, where they do not state it. `by_name` says that the file itself knows it by its name
    alone: an element of that name in the model is then it. `defaults` are fields of which the files
    tell nothing, and which a new element must have.
    """

    cls: type[KeptElement]
    key: ForeignKey
    words: str
    fields: Mapping[str, PlainData]
    derivation: Message | None = None
    by_name: bool = False
    defaults: Mapping[str, PlainData] = field(default_factory=dict[str, PlainData])

    @property
    def begun(self) -> Draft:
        """The draft of a new element: with its defaults."""
        return replace(self, fields={**self.defaults, **self.fields}, defaults={})


@dataclass(frozen=True)
class Received:
    """What a reader took from files of one system, and what it did not take.

    `citation` names the system, and `where` the files; `day` is that of their content. `languages`
    are those of the texts, the source first. `network` is the organisation whose members are the
    libraries; `name` what the model may be called, by language. The frame adds `digests`, by which
    it knows the same files again.
    """

    format: str
    day: date
    languages: tuple[str, ...]
    drafts: tuple[Draft, ...]
    citation: str
    where: str
    network: ForeignKey | None = None
    name: Mapping[str, str] = field(default_factory=dict[str, str])
    country: str = ""
    left: tuple[LeftOver, ...] = ()
    notes: tuple[Message, ...] = ()
    whole: bool = True
    silent: frozenset[ForeignKey] = frozenset()
    digests: tuple[str, ...] = ()


def key_of(cls: type[KeptElement], scheme: str, value: object) -> ForeignKey:
    """The key of a thing that becomes an element of a class."""
    return ForeignKey(cls.kind.prefix, scheme, str(value))
