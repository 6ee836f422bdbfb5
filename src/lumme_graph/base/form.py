"""The forms of an output, such as JSON or CSV, by their names and by the names of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from lumme_graph.base.by_name import echo, unknown
from lumme_graph.base.error import UnknownNameError
from lumme_graph.base.given_path import AnyPath

Render = TypeVar("Render")
Render_co = TypeVar("Render_co", covariant=True)


class FormError(UnknownNameError):
    """There is no such form of an output; the message names the nearest."""


@dataclass(frozen=True, slots=True)
class Form(Generic[Render_co]):
    """A form of an output: its name, how its files end and begin, and the function that writes it."""

    name: str
    suffix: str
    render: Render_co
    opening: str = ""
    """What stands before the text in a file."""


class Forms(dict[str, Form[Render]]):
    """All the forms of one output by name; asked for another, it names the nearest."""

    def __init__(self, *forms: Form[Render]) -> None:
        super().__init__({form.name: form for form in forms})

    def __missing__(self, name: str) -> Form[Render]:
        raise FormError(unknown("form", name, self))


_OPENED_BY_NAME: Final = frozenset(
    ("csv", "doc", "docx", "htm", "html", "jpeg", "jpg", "ods", "odt", "pdf", "png", "svg", "xls")
) | {"xlsx", "zip"}
"""How the names of files end that people open, in a program that takes them for nothing else."""


def form_of(file: AnyPath, forms: Mapping[str, Form[object]], asked: str | None = None) -> str:
    """The name of the form that is asked for, else of that which a file's name asks for.

    Raises `FormError` for a name that asks for none, or says that the file is what it will not be.
    """
    file = Path(file)
    suffix = file.suffix.removeprefix(".").lower()
    if asked is not None:
        own = forms[asked].suffix
        if suffix in _OPENED_BY_NAME and {"htm": "html"}.get(suffix, suffix) != own:
            raise FormError(
                f"{echo(file.name)}: {asked} is no {file.suffix}; end the name in .{own}"
            )
        return asked
    for name, form in forms.items():
        if form.suffix == suffix:
            return name
    names = ", ".join(f".{form.suffix}" for form in forms.values())
    raise FormError(f"{echo(file.name)}: say the format, or end the name in {names}")
