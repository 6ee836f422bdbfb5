"""`ServiceGraph`: the elements of one model, typed, and what leads to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, overload

from lumme_graph.base.finding import NOWHERE, Finding, Place
from lumme_graph.base.given_day import AnyDay, DayError, day_of
from lumme_graph.base.languages import spoken
from lumme_graph.base.notebook import html_table
from lumme_graph.base.speaker import Speaker
from lumme_graph.base.tags import best
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import ELEMENTS
from lumme_graph.elements.settings import Settings
from lumme_graph.graph.id_errors import DuplicateIdError, UnknownIdError, WrongKindError
from lumme_graph.graph.parts import addresses, part_references, parts
from lumme_graph.graph.references import references
from lumme_graph.graph.tagged import AnyTags, asked_tags, has_tag, known_tags
from lumme_graph.meta.named import AnyId, id_of
from lumme_graph.meta.ref import Ref
from lumme_graph.meta.walk import FieldValue
from lumme_graph.reading.document import Data, Spot
from lumme_graph.reading.later import LateElements
from lumme_graph.reading.model import Files
from lumme_graph.reading.own_code import OwnCode
from lumme_graph.reading.prose import Prose

if TYPE_CHECKING:
    from lumme_graph.graph.to_networkx import Networkx
else:
    Networkx = object

E = TypeVar("E", bound=KeptElement)
ByKind = dict[type[KeptElement], dict[str, KeptElement]]


Wanted = str | KeptElement | type[KeptElement] | Callable[[KeptElement], bool]
"""An id, an element, a kind, or what says of an element whether it is wanted."""


class Use(NamedTuple):
    """A reference to an element or a part: who makes it, by which field, and where in it."""

    source: KeptElement
    reference: FieldValue

    @property
    def field(self) -> str:
        """The way to the reference, with dots; `where_used` also says where it is written."""
        return ".".join(map(str, self.reference.path))


class DrawnIn(NamedTuple):
    """An element that was not asked for, who needs it (None: the settings), and in which field.

    Of what `refers` to one that was asked for, `field` is a field of its own that names `by`.
    """

    element: KeptElement
    by: KeptElement | None
    field: str
    refers: bool = False


class ServiceGraph:
    """The elements of one model by id, in the order of their kinds, and the relations between.

    It is made of elements alone; reading a folder adds the places where they are written.

    >>> import lumme_graph as lg
    >>> desk = lg.Touchpoint(id="touchpoint-desk", name={"en": "Desk"}, channel="service-location")
    >>> graph = lg.ServiceGraph([desk], lg.Settings(as_of="2026-08-22"))
    >>> graph[desk.ref].name["en"]
    'Desk'
    """

    def __init__(
        self,
        elements: Iterable[KeptElement] | LateElements,
        settings: Settings,
        *,
        spots: Mapping[str, Spot] | None = None,
        files: Files | None = None,
        reading: tuple[Finding, ...] | None = None,
        broken: Iterable[str] = (),
        root: str = "",
        own: OwnCode | None = None,
    ) -> None:
        self._by_kind: Mapping[type[KeptElement], Mapping[str, KeptElement]]
        self._by_id: Mapping[str, KeptElement]
        if isinstance(elements, LateElements):
            self._by_kind, self._by_id = elements.by_kind, elements
        else:
            self._by_kind, self._by_id = _sorted(elements)
        self._spots = spots or {}
        self.files = files or Files()
        if not isinstance(settings, Settings):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"the settings of a graph are Settings, not {type(settings).__name__}")
        self._settings = settings
        self.reading = reading
        self.broken = frozenset(broken)
        self.root = root
        self.own = own
        """What the model names of its own in Python; None where it is not trusted."""
        self.days: dict[date, object] = {}
        """What is worked out of the graph on each day, kept by `graph.day.Day`."""

    def __repr__(self) -> str:
        named = self.settings.name
        words = next(iter(named.values()), "") if named else ""
        what = f" {words}" if words else ""
        return f"<ServiceGraph{what}: {len(self)} elements on {self.settings.as_of}>"

    def _repr_html_(self) -> str:
        counts = [(cls.kind.prefix, len(of)) for cls, of in self._by_kind.items() if of]
        return html_table(repr(self)[1:-1], ("kind", "elements"), counts)

    def __getstate__(self) -> dict[str, object]:
        """What a copy or another process needs: nothing that is worked out again when it is asked for."""
        kept = {key: value for key, value in vars(self).items() if key not in {"_uses", "_prose"}}
        return {**kept, "days": dict[date, object]()}

    @property
    def settings(self) -> Settings:
        """What `model.yaml` says; a graph under others is made by `under`, on another day by `on`."""
        return self._settings

    @property
    def not_run(self) -> tuple[str, ...]:
        """What the model names of its own in Python and was not run, since it is not trusted."""
        settings = self.settings
        named = () if self.own else (*settings.checks, *settings.questions)
        return tuple(dict.fromkeys(named))

    def on(self, as_of: AnyDay) -> ServiceGraph:
        """The same graph, looked at on another day; raises `DayError` for what is no day."""
        if as_of is None:  # pyright: ignore[reportUnnecessaryComparison]
            raise DayError("None is no day: write it as 2026-08-22")
        return self.under(self.settings.model_copy(update={"as_of": day_of(as_of)}))

    @property
    def theme_files(self) -> Mapping[str, bytes]:
        """The fonts and logos that its theme may name, by their names."""
        return self.files.theme

    def under(self, settings: Settings) -> ServiceGraph:
        """The same elements under other settings."""
        other = object.__new__(type(self))
        other.__dict__.update(vars(self), _settings=settings, days={})
        other.__dict__.pop("_prose", None)
        return other

    def with_elements(self, *elements: KeptElement) -> ServiceGraph:
        """A graph with these put in, each in the place of the one that has its id, if any has.

        >>> import lumme_graph as lg
        >>> graph = lg.ServiceGraph([], lg.Settings(as_of="2026-08-22"))
        >>> list(graph.with_elements(lg.Need(id="need-hours", name={"en": "Longer hours"})))
        [<Need need-hours: Longer hours>]
        """
        every = {**self._by_id, **{element.id: element for element in elements}}
        return ServiceGraph(
            every.values(),
            self.settings,
            spots=self._spots,
            files=self.files,
            root=self.root,
            own=self.own,
        )

    def with_each(self, change: Callable[[KeptElement], KeptElement]) -> ServiceGraph:
        """The same graph with other objects that say the same in place of its elements."""
        other = self.under(self.settings)
        other.__dict__.pop("_uses", None)
        by_id = {id_: change(element) for id_, element in self._by_id.items()}
        by_kind = {cls: {id_: by_id[id_] for id_ in of} for cls, of in self._by_kind.items()}
        other.__dict__.update(_by_id=by_id, _by_kind=by_kind)
        return other

    def __iter__(self) -> Iterator[KeptElement]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, one: object) -> bool:
        """Is there an element with this id, or this element, saying the same?"""
        if isinstance(one, KeptElement):
            return self._by_id.get(one.id) == one
        return one in self._by_id

    def __eq__(self, other: object) -> bool:
        """Do two graphs hold the same elements under the same settings, wherever from?"""
        if not isinstance(other, ServiceGraph):
            return NotImplemented
        return self is other or (self.settings == other.settings and self._by_id == other._by_id)

    def __hash__(self) -> int:
        return hash((len(self), self.settings.as_of))

    @overload
    def __getitem__(self, key: Ref[E]) -> E: ...
    @overload
    def __getitem__(self, key: tuple[type[E], AnyId]) -> E: ...
    @overload
    def __getitem__(self, key: AnyId) -> KeptElement: ...
    def __getitem__(self, key: AnyId | tuple[type[E], AnyId]) -> KeptElement:
        """The element with an id; `graph[Path, "path-hold"]` also says its kind.

        Raises `UnknownIdError` where there is none, and `WrongKindError` where it is of another
        kind; both are a `KeyError`.
        """
        cls, given = key if isinstance(key, tuple) else (None, key)
        id_ = id_of(given)
        element = self._by_id.get(id_)
        if element is None:
            kind = cls.kind.prefix if cls is not None and cls in self._by_kind else ""
            raise UnknownIdError(id_, self._by_id, kind)
        if cls is None:
            return element
        if not isinstance(element, cls):
            raise WrongKindError(f"{id_} is no {cls.__name__} but a {type(element).__name__}")
        return element

    def get(self, ref: Ref[E] | None) -> E | None:
        """The element that a reference names; None for None and for one that leads nowhere."""
        if ref is None:
            return None
        return self._by_id.get(ref if isinstance(ref, str) else id_of(ref))  # type: ignore[return-value]

    def find(self, element: AnyId) -> KeptElement | None:
        """The element with an id, of whatever kind; None where there is none."""
        return self._by_id.get(id_of(element))

    def all(self, kind: type[E]) -> list[E]:
        """The elements of a kind, or of several with a common base, in model order."""
        if not isinstance(kind, type):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"{kind!r} is no kind: give its class, such as lg.Service")
        return [e for cls in ELEMENTS if issubclass(cls, kind) for e in self._by_kind[cls].values()]  # type: ignore[misc]

    def tagged(self, tag: AnyTags, *more: str) -> list[KeptElement]:
        """The elements that have one of some tags, in model order: `graph.tagged("pilot")`.

        Raises `UnknownTagError`, with the nearest, for a tag that no element has.
        """
        asked = known_tags(self, (*asked_tags(tag), *more))
        return [element for element in self if has_tag(element, asked)]

    def place(self, element: AnyId, *path: str | int) -> Place:
        """Where an element, or the part of it at `path`, is written; nowhere, if in no file."""
        id_ = id_of(element)
        if path[:1] == ("body",):
            places = self.files.bodies.get(id_, {})
            tag = best(str(path[1]), places) if len(path) > 1 else None
            return self.place(id_) if tag is None else places[tag]
        spot = self._spots.get(id_)
        return spot.place(path) if spot else NOWHERE

    def prose(self, section: Section) -> Mapping[str, Prose]:
        """The texts of a section in which there is something to read, by language.

        A text stands under the declared language that it serves (`en-GB` serves `en`); one in no
        declared language stands last, under its own tag.
        """
        if section.id not in self._prose or self.find(section.id) is not section:
            return _readable(section, self.settings)
        return self._prose[section.id]

    @cached_property
    def _prose(self) -> dict[str, dict[str, Prose]]:
        return {s.id: _readable(s, self.settings) for s in self.all(Section)}

    def written(self, element: AnyId) -> Data:
        """What the files say of an element, as plain data; None for what is in no file."""
        spot = self._spots.get(id_of(element))
        return spot.data if spot else None

    def speaker(self, lang: str) -> Speaker:
        """What says anything in a language: with the model's own translations and its languages.

        Where a text has no words in it, the model's languages stand in, in their order. Raises
        `LanguageError` for a language that neither the model nor any translation has, and
        `TypeError` for what is no text.
        """
        own = {tag: catalogue for tag, (catalogue, _) in self.files.catalogues.items()}
        languages = self.settings.languages.all
        country = next(iter(self.settings.country), "")
        return Speaker(spoken(lang, (*languages, *own)), languages, own, country)

    @cached_property
    def _uses(self) -> dict[str, list[Use]]:
        uses: dict[str, list[Use]] = {}
        for element in self:
            for reference in references(element):
                uses.setdefault(reference.value, []).append(Use(element, reference))
            for part in part_references(element):
                if part.address is not None:
                    found = FieldValue(element, part.spec, part.address, part.path)
                    uses.setdefault(part.address, []).append(Use(element, found))
        return uses

    def uses(self, element: AnyId) -> tuple[Use, ...]:
        """Who refers to an element, or to a part such as `path-hold/pick-up`, in model order.

        What is referred to need not be there. Raises `UnknownIdError`, with the nearest id,
        where it is neither there nor referred to.
        """
        id_ = id_of(element)
        if id_ not in self._uses and not self.has(id_):
            raise UnknownIdError(id_, list(addresses(self)))
        return tuple(self._uses.get(id_, ()))

    def has(self, element: AnyId) -> bool:
        """Does the model have an element, or a part, of this id, even one that cannot be read?"""
        id_ = id_of(element)
        whole = self.find(id_.partition("/")[0])
        return id_ in self.broken or id_ in self or (whole is not None and id_ in parts(whole))

    def subset(self, *wanted: Wanted, used_by: bool = False, tag: AnyTags | None = None) -> Subset:
        """A graph of some elements and of all that they refer to, so that nothing leads nowhere.

        Each of `wanted` is an id, an element, a kind (`Service` or `"service"`), or a function that
        says of an element whether it is wanted: `graph.subset("path-hold")`. With `tag` those of them
        that have it, of all elements where no other are wanted: `graph.subset(tag="pilot")`. With
        `used_by` also what refers to those elements: for a library its branches, its services, its
        practices. `drawn_in` says what else is in the graph, and why. Raises
        `UnknownIdError`, with the nearest id, for an id that the model does not have, and
        `UnknownTagError` where none of what is wanted has the tag.
        """
        from lumme_graph.graph.subset import subset

        return subset(self, wanted, used_by=used_by, tag=tag)

    def part_of(self, elements: Iterable[KeptElement], settings: Settings) -> ServiceGraph:
        """Some of the elements as a graph of their own, with their places in the files."""
        files = self.files
        kept = Files(files.bodies, files.images, files.theme, catalogues=files.catalogues)
        return ServiceGraph(
            elements, settings, spots=self._spots, files=kept, root=self.root, own=self.own
        )

    def networkx(self) -> Networkx:
        """The graph for networkx: nodes by id with kind, label and element; an edge a reference.

        An edge carries `kind` (the field), `label` and `record` (where in the element, if nested).
        """
        from lumme_graph.graph.to_networkx import to_networkx

        return to_networkx(self)


def _sorted(elements: Iterable[KeptElement]) -> tuple[ByKind, dict[str, KeptElement]]:
    """Elements by kind, each kind by id, and all of them by id; raises for what can be in no graph."""
    by_kind: ByKind = {cls: {} for cls in ELEMENTS}
    for element in elements:
        of_kind = by_kind.get(type(element))
        if of_kind is None:
            raise TypeError(f"a graph is made of elements, not of {type(element).__name__}")
        if element.id in of_kind:
            raise DuplicateIdError(f"two elements have the id {element.id}")
        of_kind[element.id] = element
    return by_kind, {id_: e for of_kind in by_kind.values() for id_, e in of_kind.items()}


@dataclass(frozen=True)
class Subset:
    """A graph of the elements that were asked for, and of those that they need."""

    graph: ServiceGraph
    chosen: tuple[KeptElement, ...]
    drawn_in: tuple[DrawnIn, ...]


def _readable(section: Section, settings: Settings) -> dict[str, Prose]:
    """The texts of a section that say something, by the declared language or their own tag."""
    body: Mapping[str, str] = section.body or {}
    prose = {tag: Prose(words) for tag, words in body.items()}
    there = {tag: text for tag, text in prose.items() if text.says_something}
    served = {tag: found for tag in settings.languages.all if (found := best(tag, there))}
    texts = {tag: there[found] for tag, found in served.items()}
    return texts | {tag: there[tag] for tag in there if tag not in served.values()}
