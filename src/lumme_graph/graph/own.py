"""The checks and questions of a model's own: what its trusted code names, each once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import signature
from types import ModuleType
from typing import Any, ClassVar, Final, TypeGuard

from lumme_graph.base.finding import Place
from lumme_graph.base.label import Label
from lumme_graph.reading.own_code import Failure, Named, OwnCode, told_at

_DECORATORS: Final = {"checks": "own_check", "questions": "own_question"}
"""What makes a function one, by the setting that names it."""
_MEND = Label("name what @lg.{decorator} stands above, or a tuple of such, or the module alone")
_MAKE = Label("write @lg.{decorator}(…) above it")


class OwnThing(ABC):
    """What a setting of a model may name: a check or a question."""

    __slots__ = ()
    setting: ClassVar[str]
    """The setting that names such things."""

    @property
    @abstractmethod
    def key(self) -> str:
        """What tells it from all others: its code, or its name."""

    @property
    @abstractmethod
    def source(self) -> Callable[..., object]:
        """The function that it is made of."""


def need_day_taken(function: Callable[..., object]) -> None:
    """Raise `TypeError` for a function of one's own that cannot be called with a day."""
    try:
        signature(function).bind(None)
    except TypeError:
        name = getattr(function, "__name__", repr(function))
        raise TypeError(f"{name} must take the day that it looks at: def {name}(day)") from None


@dataclass(frozen=True, slots=True)
class OwnThings:
    """What one setting names, and what of it cannot be used, each with who names it."""

    found: tuple[tuple[Named, OwnThing], ...] = ()
    failed: tuple[tuple[Named, Failure], ...] = ()


def own_things(own: OwnCode | None, setting: str) -> OwnThings:
    """What a setting of a model names, `checks` or `questions`; nothing where it is not trusted."""
    found: dict[str, tuple[Named, OwnThing]] = {}
    failed: list[tuple[Named, Failure]] = []
    for named in own.of(setting) if own else ():
        for one in _each(named):
            if isinstance(one, Failure):
                failed.append((named, one))
            elif one.key in found:
                failed.append((named, _twice(one, *found[one.key])))
            else:
                found[one.key] = named, one
    return OwnThings(tuple(found.values()), tuple(failed))


def _each(named: Named) -> Iterator[OwnThing | Failure]:
    found = named.found
    if named.failure:
        yield named.failure
    elif isinstance(found, ModuleType):
        every = [one for one in vars(found).values() if _is(one, named.setting)]
        yield from dict.fromkeys(every)
        if not every:
            why = Label("there is none in {module}").fill(module=found.__name__)
            yield Failure(why, _MEND.fill(decorator=_DECORATORS[named.setting]))
    elif isinstance(found, tuple | list):
        several: list[Any] = list(found)  # pyright: ignore[reportUnknownArgumentType]
        yield from (one if _is(one, named.setting) else _other(one, named) for one in several)
    else:
        yield found if _is(found, named.setting) else _other(found, named)


def _is(one: object, setting: str) -> TypeGuard[OwnThing]:
    return isinstance(one, OwnThing) and one.setting == setting


def _other(one: object, named: Named) -> Failure:
    """That something is neither a check nor a question, or the other of the two."""
    if isinstance(one, OwnThing):
        why = Label("this belongs under {setting}").fill(setting=one.setting)
        return Failure(why, Label("name it there"))
    decorator = _DECORATORS[named.setting]
    mend = _MAKE if callable(one) and not isinstance(one, type) else _MEND
    why = Label("{shown} is not made by @lg.{decorator}").fill(
        shown=getattr(one, "__name__", type(one).__name__), decorator=decorator
    )
    return Failure(why, mend.fill(decorator=decorator))


def _twice(one: OwnThing, named: Named, first: OwnThing) -> Failure:
    if one.source is first.source:
        why = Label("{key} is there already, from {first}").fill(key=one.key, first=named.name)
    else:
        names = (f"{each.source.__module__}:{each.source.__name__}" for each in (first, one))
        why = Label("{names} are both {key}").fill(names=" and ".join(names), key=one.key)
    return Failure(
        why,
        Label("keep one of the two, or give this one a name of its own"),
    )


def defined_at(own: OwnCode, function: Callable[..., object]) -> Place | None:
    """Where a function of the model's own begins."""
    code = getattr(function, "__code__", None)
    if code is None:
        return None
    return told_at(code.co_filename, code.co_firstlineno, 1, own.folder, own.root)
