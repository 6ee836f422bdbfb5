"""The own vocabulary as shapes in SHACL: what may be said of each class, from the declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from lumme_graph.base.label import Label, Message
from lumme_graph.meta.element import Element, Node
from lumme_graph.rdf.constraints import Constraint, beside, id_of, of_class
from lumme_graph.rdf.declared import classes
from lumme_graph.rdf.ontology import LICENCE
from lumme_graph.rdf.own_terms import CLASSES
from lumme_graph.rdf.oxigraph import Literal, NamedNode, Triple
from lumme_graph.rdf.terms import Pair, Tags, Term, named
from lumme_graph.rdf.turtle import turtle
from lumme_graph.rdf.vocabulary import LG, PREFIXES

SHAPES: Final = "https://w3id.org/lumme-graph/shapes#"
"""Where the shapes are: `<class>Shape`, and `<class>-<field>` for each of its properties."""

_TAGS = Tags(("fi", "en"))
_CLOSED = Label("this class has no such property of the own vocabulary")
_TITLE = Label("The shapes of the vocabulary of lumme_graph")
_LANGUAGES = f"{SHAPES}languages"


def shapes(languages: tuple[str, ...] = ()) -> str:
    """The shapes in Turtle, no blank nodes; with languages, texts may be in no other."""
    return turtle(_all(languages), {**PREFIXES, "shapes": SHAPES})


def _all(languages: tuple[str, ...]) -> Iterator[Triple]:
    yield from _head()
    yield from _list(_LANGUAGES, map(Literal, languages))
    yield from _alternatives()
    others = beside()
    shared = others[""]
    for constraint in shared:
        yield from _property(constraint, NamedNode(SHAPES + constraint.local), languages)
    for cls in classes():
        name = cls.kind.iris[0]
        own = [*_of(cls), *others.get(name, ())]
        yield from _class(name, own, shared, languages)
    for name in CLASSES:
        yield from _class(name, others[name], shared, languages)


def _of(cls: type[Node]) -> Iterator[Constraint]:
    if issubclass(cls, Element):
        yield id_of(cls.kind.prefix)
    yield from of_class(cls)


def _head() -> Iterator[Triple]:
    """The graph of shapes."""
    from lumme_graph import __version__

    node = NamedNode(SHAPES)
    yield Triple(node, named("rdf:type"), named("owl:Ontology"))
    for words in _TAGS.label(_TITLE):
        yield Triple(node, named("dct:title"), words)
    yield Triple(node, named("owl:versionInfo"), Literal(__version__))
    yield Triple(node, named("dct:license"), NamedNode(LICENCE))


def _list(name: str, values: Iterable[Term]) -> Iterator[Triple]:
    """A list whose nodes have names."""
    node, rest = NamedNode(name), list(values)
    for at, item in enumerate(rest, start=1):
        following = NamedNode(f"{name}-{at + 1}") if at < len(rest) else named("rdf:nil")
        yield Triple(node, named("rdf:first"), item)
        yield Triple(node, named("rdf:rest"), following)
        node = following


def _alternatives() -> Iterator[Triple]:
    """Where nodes may be of several classes: a list for each such set, and a shape for each class."""
    found = (one.values.classes for cls in classes() for one in of_class(cls))
    several = dict.fromkeys(names for names in found if len(names) > 1)
    for name in sorted(set(chain.from_iterable(several))):
        shape = NamedNode(_of_one(name))
        yield Triple(shape, named("rdf:type"), named("sh:NodeShape"))
        yield Triple(shape, named("sh:class"), named(name))
    for names in several:
        yield from _list(_any_of(names), [NamedNode(_of_one(name)) for name in names])


def _of_one(name: str) -> str:
    return f"{SHAPES}of-{name.partition(':')[2]}"


def _any_of(names: Iterable[str]) -> str:
    return f"{SHAPES}any-of-{'-'.join(name.partition(':')[2] for name in names)}"


def _class(
    name: str,
    own: list[Constraint],
    shared: list[Constraint],
    languages: tuple[str, ...],
) -> Iterator[Triple]:
    local = name.partition(":")[2]
    shape, closed = NamedNode(f"{SHAPES}{local}Shape"), NamedNode(f"{SHAPES}{local}-closed")
    by_node = {NamedNode(f"{SHAPES}{local}-{one.local}"): one for one in own}
    yield Triple(shape, named("rdf:type"), named("sh:NodeShape"))
    yield Triple(shape, named("sh:targetClass"), named(name))
    for node in (*by_node, *(NamedNode(SHAPES + one.local) for one in shared)):
        yield Triple(shape, named("sh:property"), node)
    yield Triple(shape, named("sh:sparql"), closed)
    for node, constraint in by_node.items():
        yield from _property(constraint, node, languages)
    yield from _closed(closed, {one.path for one in (*own, *shared)})


def _property(
    constraint: Constraint, node: NamedNode, languages: tuple[str, ...]
) -> Iterator[Triple]:
    yield Triple(node, named("rdf:type"), named("sh:PropertyShape"))
    yield Triple(node, named("sh:path"), named(constraint.path))
    pairs: list[Pair] = list(constraint.pairs())
    if languages and (named("sh:datatype"), named("rdf:langString")) in pairs:
        pairs.append((named("sh:languageIn"), NamedNode(_LANGUAGES)))
    if len(constraint.values.classes) > 1:
        pairs.append((named("sh:or"), NamedNode(_any_of(constraint.values.classes))))
    for predicate, value in pairs:
        yield Triple(node, predicate, value)
    yield from _said(node, constraint.message())


def _closed(node: NamedNode, allowed: set[str]) -> Iterator[Triple]:
    """No other property of the own vocabulary than those of the class.

    The query is short, since validators read it anew for each node.
    """
    words = "|".join(term[3:] for term in sorted(allowed) if term.startswith("lg:"))
    query = (
        "SELECT $this ?path ?value WHERE { $this ?path ?value . "
        f'FILTER(STRSTARTS(STR(?path), "{LG}") && !REGEX(STR(?path), "#({words})$")) }}'
    )
    yield Triple(node, named("rdf:type"), named("sh:SPARQLConstraint"))
    yield Triple(node, named("sh:select"), Literal(query))
    yield from _said(node, _CLOSED)


def _said(node: NamedNode, message: Message) -> Iterator[Triple]:
    return (Triple(node, named("sh:message"), words) for words in _TAGS.label(message))
