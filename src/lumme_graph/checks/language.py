"""LG5xx: are the texts there in the languages that they must have?"""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.text import Label, Text
from lumme_graph.checks.registry import Hit, Subject, check
from lumme_graph.meta.element import Node
from lumme_graph.meta.spec import specs

_PathIn = tuple[str | int, ...]


def _texts(node: Node, path: _PathIn = ()) -> Iterator[tuple[Text, _PathIn]]:
    """The texts of an element and its records; not the prose of sections (that is coverage)."""
    for spec in specs(type(node)):
        value = getattr(node, spec.name)
        if value is None or spec.name == "body":
            continue
        parts = enumerate(value) if spec.many else [(None, value)]
        for index, part in parts:
            here = (*path, spec.alias) if index is None else (*path, spec.alias, index)
            if spec.datatype is Text:
                yield part, here
            elif spec.record is not None:
                yield from _texts(part, here)


@check(
    "LG501",
    Label("{field}: kieli {missing} puuttuu", "{field}: no text in {missing}"),
    Label("lisää {missing}", "add {missing}"),
)
def missing_language(subject: Subject) -> Iterator[Hit]:
    """A text lacks a language that `model.yaml` requires.

    ## Why it matters
    Drawings and pages in that language show another one instead.

    ## Mend it
    Add the text in that language. The prose of sections is counted by coverage instead.
    """
    required = subject.graph.settings.languages.required
    for element in subject.graph:
        for text, path in _texts(element):
            missing = [tag for tag in required if tag not in text]
            if missing:
                field = ".".join(part for part in path if isinstance(part, str))
                yield Hit(element, *path, field=field, missing=", ".join(missing))


CHECKS = (missing_language,)
