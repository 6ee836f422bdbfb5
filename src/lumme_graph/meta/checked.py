"""Values that cannot be wrong: they are checked however they are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Self, cast

from pydantic import BaseModel, ValidationError

from lumme_graph.base.error import ValueRefusedError
from lumme_graph.base.guess import nearest
from lumme_graph.meta.refused import refused_in_python
from lumme_graph.meta.signature import FieldsSignature


class Checked(BaseModel):
    """A pydantic model without a way round its checks.

    `model_copy` and `model_construct`, which pydantic leaves unchecked, check too.
    """

    def __init__(self, /, **values: Any) -> None:
        """Make one of its fields. Raises `ValueRefusedError` for what does not fit."""
        cls = type(self)
        name = str(values.get("id") or cls.__name__)
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise ValueRefusedError("; ".join(_refusals(cls, error, name))) from None
        _need_order(values, name)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Say how the class is called, as soon as it is there."""
        cls.__pydantic_on_complete__()

    @classmethod
    def __pydantic_on_complete__(cls) -> None:
        """Say how the class is called, in place of what pydantic says of it."""
        setattr(cls, "__signature__", FieldsSignature())  # noqa: B010 - read as a signature

    setattr(__init__, "__pydantic_base_init__", True)  # noqa: B010 - what nests is checked as ever

    if not TYPE_CHECKING:  # else a type checker would let any field be set

        def __setattr__(self, name: str, value: object) -> None:
            """Refuse: nothing is changed in place. Raises `ValueRefusedError`."""
            try:
                super().__setattr__(name, value)
            except ValidationError:
                raise self._kept(name) from None

        def __delattr__(self, name: str) -> None:
            """Refuse: nothing is changed in place. Raises `ValueRefusedError`."""
            try:
                super().__delattr__(name)
            except ValidationError:
                raise self._kept(name) from None

    def _kept(self, name: str) -> ValueRefusedError:
        of = getattr(self, "id", None) or type(self).__name__
        return ValueRefusedError(
            f"{of}: {name} stays as it is: replace({name}=…) makes another, lg.edit changes the file"
        )

    def replace(self, **changes: Any) -> Self:
        """The same, with other values in some fields.

        Raises `ValueRefusedError` for a value that does not fit and for an unknown field.
        """
        cls = type(self)
        aliases = {spec.alias: name for name, spec in cls.model_fields.items() if spec.alias}
        values = {name: getattr(self, name) for name in self.model_fields_set}
        values |= {aliases.get(name, name): value for name, value in changes.items()}
        return cls._checked(values, getattr(self, "id", None) or cls.__name__)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; with `update`, as `replace`."""
        copied = super().model_copy(deep=deep)
        return copied.replace(**update) if update else copied

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """As the class itself does it. Raises `ValueRefusedError` for what does not fit."""
        return cls._checked(values, str(values.get("id") or cls.__name__))

    @classmethod
    def _checked(cls, values: Mapping[str, Any], name: str) -> Self:
        try:
            checked = cls.model_validate(values, by_name=True)
        except ValidationError as error:
            raise ValueRefusedError("; ".join(_refusals(cls, error, name))) from None
        _need_order(values, name)
        return checked


def _need_order(values: Mapping[str, Any], name: str) -> None:
    """Raise `ValueRefusedError` for a set, of which pydantic makes a tuple in any order."""
    for field, value in values.items():
        for where in _sets(value, field):
            raise ValueRefusedError(f"{name}: {where}: give a list or a tuple: a set has no order")


def _sets(value: object, where: str) -> Iterator[str]:
    match value:
        case dict():
            parts = cast("dict[object, object]", value)
            for key, part in parts.items():
                yield from _sets(part, f"{where}.{key}")
        case list() | tuple():
            for at, part in enumerate(cast("list[object] | tuple[object, ...]", value)):
                yield from _sets(part, f"{where}.{at}")
        case set() | frozenset():
            yield where
        case _:
            return


def _refusals(cls: type[BaseModel], error: ValidationError, name: str) -> Iterator[str]:
    """What is wrong, a sentence for each, with the nearest right word."""
    for detail in error.errors(include_url=False):
        where = ".".join(str(part) for part in detail["loc"] if part != "[key]")
        if detail["type"] == "extra_forbidden":
            known = cls.model_fields if len(detail["loc"]) == 1 else ()
            yield f"{name}: there is no field {where}{_guess(str(detail['loc'][-1]), known)}"
        elif detail["type"] == "missing":
            yield f"{name}: {where} is missing"
        else:
            yield f"{name}: {where}: {refused_in_python(detail)}"


def _guess(word: str, known: Mapping[str, Any] | tuple[()]) -> str:
    guess = nearest(word, known)
    return f"; did you mean {guess}?" if guess else ""
