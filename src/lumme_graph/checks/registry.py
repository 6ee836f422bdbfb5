"""What a check is: one function with a code, its words, and its docstring as its page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, cast

from lumme_graph.base.by_name import ByName, brief
from lumme_graph.base.codes import OWN_CODE, Code, Severity
from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.finding import Fault, Finding, Place
from lumme_graph.base.label import Pattern, own_words
from lumme_graph.elements.evidence import Stated, StatedElement
from lumme_graph.graph.day import Day, once
from lumme_graph.graph.own import OwnThing, need_day_taken
from lumme_graph.meta.named import AnyId
from lumme_graph.meta.walk import PathIn, Walk
from lumme_graph.reading.model import SETTINGS_ID


class Hit:
    """One thing that a check has found: the element or its id, where in it, and the named parameters.

    Without an element it is in the settings, or at a place that is none of an element's fields.
    """

    __slots__ = ("element", "params", "path", "place")

    def __init__(self, element: AnyId | None, *path: str | int, **params: object) -> None:
        if not isinstance(element, AnyId | None):  # pyright: ignore[reportUnnecessaryIsInstance]
            given = brief(repr(element))
            raise TypeError(f"a Hit is of an element, an id or None, not of {given}")
        self.element = element
        self.path = path
        self.params = params
        self.place: Place | None = None

    @classmethod
    def at(cls, place: Place, element: AnyId | None = None, /, **params: object) -> Hit:
        """One thing found at a place, such as a line of prose, or a file."""
        hit = cls(element, **params)
        hit.place = place
        return hit


class ClaimRow(NamedTuple):
    """A claim: the element that makes it, the element or record itself, and where that is."""

    element: StatedElement
    claim: Stated
    path: PathIn


@once
def claims(day: Day) -> tuple[ClaimRow, ...]:
    """Every element and record that stands on evidence, with where it is."""
    return tuple(
        told
        for element in day.graph.all(StatedElement)
        for told in (
            ClaimRow(element, element, ()),
            *(ClaimRow(element, record, path) for _, _, record, path in _CLAIMS.of(element)),
        )
    )


_CLAIMS = Walk(lambda spec: spec.record is not None and issubclass(spec.record, Stated))

Function = Callable[[Day], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Check(OwnThing):
    """A check: what it can find, and the function that looks for it."""

    setting: ClassVar[str] = "checks"
    fault: Fault
    function: Function

    @property
    def key(self) -> str:
        """Its code."""
        return self.fault.code

    @property
    def source(self) -> Function:
        """The function that looks for it."""
        return self.function

    def run(self, day: Day) -> Iterator[Finding]:
        """Every finding of the check on a day.

        Raises `ValueError` where a check of one's own yields something else than a `Hit`, or leaves a
        field of its words without a value, and `UnknownIdError` for a `Hit` of an id that is not there.
        """
        given = cast("object", self.function(day))
        if not isinstance(given, Iterable):
            raise ValueRefusedError(f"a check yields lg.Hit(…); this gives {type(given).__name__}")
        for hit in cast("Iterable[object]", given):
            if not isinstance(hit, Hit):
                raise ValueRefusedError(f"yield lg.Hit(…), not {brief(repr(hit))}")
            on = day.graph[hit.element] if isinstance(hit.element, str) else hit.element
            place = hit.place or day.graph.place(on or SETTINGS_ID, *hit.path)
            found = self.fault.at(place, on.id if on else "", **hit.params)
            if self.fault.own:
                self._refuse_unsaid(hit)
            yield found

    def _refuse_unsaid(self, hit: Hit) -> None:
        try:
            for pattern in (self.fault.sentence, self.fault.hint):
                pattern.english.format_map(hit.params)
        except KeyError as error:
            missing = f"no value for {{{error.args[0]}}}: give it to the Hit"
            raise ValueRefusedError(missing) from None


def own_check(
    code: str,
    sentence: Pattern | str,
    hint: Pattern | str,
    *,
    name: str | None = None,
    severity: Severity | str = Severity.WARNING,
) -> Callable[[Function], Check]:
    """Make a function a check of one's own, for `lg.check(graph, more=[…])`.

    Named in `model.yaml`, as `checks: [our_checks]`, it runs wherever the model is trusted. The
    function takes a `Day` (a graph on a day) and yields a `Hit` for each thing that it finds.
    The code is two to eight capital letters, but not LG, and three digits. Sentence and hint are
    each a `Label`, or words in English, with named parameters. The name of the check is that of the
    function unless another is given, its docstring the page of the code. Raises
    `ValueRefusedError` for a code, `UnknownNameError` for a severity, and `TypeError` for a function
    that takes no day.

    >>> import lumme_graph as lg
    >>> @lg.own_check("KY001", "{name} has no search words", "name some in search_words")
    ... def no_search_words(day):
    ...     for service in day.graph.all(lg.Service):
    ...         if not service.search_words:
    ...             yield lg.Hit(service, name=service.id)
    >>> no_search_words.fault.own.name
    'no-search-words'
    """
    if not isinstance(code, str) or not OWN_CODE.fullmatch(code):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ValueRefusedError(
            f"{brief(repr(code))} is no code of one's own: write capital letters, but not LG, and three digits, such as KY001"
        )

    level = ByName("severity", {str(one): one for one in Severity})[str(severity)]

    words = own_words(sentence), own_words(hint)

    def decorate(function: Function) -> Check:
        need_day_taken(function)
        about = Code(name or function.__name__.replace("_", "-"), level)
        page = inspect.cleandoc(function.__doc__ or "")
        return Check(Fault(code, *words, page, about), function)

    return decorate


def check(code: str, sentence: Pattern, hint: Pattern) -> Callable[[Function], Check]:
    """Make a function the check of a code; its docstring becomes its page."""

    def decorate(function: Function) -> Check:
        page = inspect.cleandoc(function.__doc__ or "")
        return Check(Fault(code, sentence, hint, page), function)

    return decorate
