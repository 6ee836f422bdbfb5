"""What things are about: concepts, and the same concepts in public vocabularies."""

from typing import Annotated, ClassVar

from lumme_graph.base.label import Label
from lumme_graph.base.urls import WebAddress
from lumme_graph.elements.evidence import StatedElement
from lumme_graph.elements.parts import Title
from lumme_graph.meta.kind import Inverse, Kind, Prop
from lumme_graph.meta.ref import Ref


class Subject(StatedElement):
    """What a service or a profile is about, as a concept of the model."""

    kind: ClassVar = Kind(
        Label("subject", "what something is about"),
        Label("subjects", "what things are about"),
        "subject",
        ("lg:Subject", "skos:Concept"),
    )

    name: Title
    """What the concept is called."""

    match: Annotated[
        tuple[WebAddress, ...], Prop(Label("match"), "skos:exactMatch", normative=False)
    ] = ()
    """The same concept in public vocabularies, such as YSO or LCSH, as https or http addresses."""


def about(inverse: str, label: Label) -> Prop:
    """What a field is called that says what an element is about; `inverse` reads from the subject."""
    return Prop(Label("subjects"), "dct:subject", inverse=Inverse(inverse, label), normative=False)


Subjects = tuple[Ref[Subject], ...]
"""What an element is about."""
