"""Elements of which is noted which fields are read."""

from __future__ import annotations

from typing import Any, Final

from lumme_graph.elements.evidence import KeptElement
from lumme_graph.site.again.answers import NEVER
from lumme_graph.site.again.book import Book

_WHOLE: Final = "__dict__"
"""By this all fields are read at once."""

_UNSEEN: Final = frozenset({"model_fields_set", "__pydantic_fields_set__", "__pydantic_private__"})
"""What no question can ask for."""

_own: Final = object.__getattribute__


class Elements:
    """Makes elements of which a book notes the readings; in all else they are as the plain ones."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._classes: dict[type[KeptElement], type[KeptElement]] = {}

    def watched(self, element: KeptElement) -> KeptElement:
        """The same element, of which every reading is noted."""
        made = object.__new__(self._class(type(element)))
        for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__"):
            object.__setattr__(made, name, getattr(element, name))
        object.__setattr__(made, "__pydantic_private__", element.__pydantic_private__)
        return made

    def _class(self, cls: type[KeptElement]) -> type[KeptElement]:
        if cls not in self._classes:
            self._classes[cls] = _watched_class(cls, self._book)
        return self._classes[cls]


def _watched_class(cls: type[KeptElement], book: Book) -> type[KeptElement]:
    fields = frozenset(cls.model_fields) - {"id"}

    def read(self: KeptElement, name: str) -> Any:
        if name in fields:
            book.note(("field", _own(self, "id"), name))
        elif name == _WHOLE:
            book.note(("says", _own(self, "id")))
        elif name in _UNSEEN:
            book.note(NEVER)
        return _own(self, name)

    def equals(self: KeptElement, other: object) -> bool:
        if self is other:
            return True
        if isinstance(other, KeptElement) and _own(self, "id") != _own(other, "id"):
            return False
        return cls.__eq__(self, other)

    told: dict[str, Any] = {
        "__module__": cls.__module__,
        "__qualname__": cls.__qualname__,
        "__getattribute__": read,
        "__eq__": equals,
        "__hash__": cls.__hash__,
    }
    return type.__new__(type(cls), cls.__name__, (cls,), told)
