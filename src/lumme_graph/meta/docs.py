"""The docstrings of fields, read from the source only where they are shown."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from functools import cache
from itertools import pairwise

from pydantic import BaseModel

from lumme_graph.meta.element import Node


@cache
def field_docs(cls: type[BaseModel]) -> dict[str, str]:
    """What each field of a class is, in words, its own and the inherited ones."""
    docs: dict[str, str] = {}
    for owner in reversed(cls.__mro__):
        if issubclass(owner, BaseModel) and owner not in {BaseModel, Node}:
            docs |= _own_docs(owner)
    return docs


def class_doc(cls: type) -> str:
    """What a class is, in words; without its examples."""
    return (inspect.getdoc(cls) or "").partition("\n\n>>>")[0]


@cache
def _own_docs(cls: type[BaseModel]) -> dict[str, str]:
    body = _written(cls).body
    return {
        field.target.id: inspect.cleandoc(doc.value.value)
        for field, doc in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }


def _written(cls: type[BaseModel]) -> ast.ClassDef:
    """A class as it is written; one within a function is looked for by itself."""
    if cls.__name__ == cls.__qualname__:
        return _classes(cls.__module__)[cls.__name__]
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    return next(node for node in tree.body if isinstance(node, ast.ClassDef))


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    """The classes of a module, which is read once for all of them."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
