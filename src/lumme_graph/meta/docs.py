"""The docstrings of fields, read from the source only where they are shown."""

from __future__ import annotations

import ast
import inspect
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
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef)).body
    return {
        field.target.id: inspect.cleandoc(doc.value.value)
        for field, doc in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(doc, ast.Expr)
        and isinstance(doc.value, ast.Constant)
        and isinstance(doc.value.value, str)
    }
