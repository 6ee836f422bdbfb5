"""YAML as editors and stock validators read it: the core schema of YAML 1.2, where `no` is text."""

from __future__ import annotations

import re
from typing import Any

import yaml

_TYPES = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
}


class _Loader(yaml.SafeLoader):
    """PyYAML with the types of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own table


def _int(loader: Any, node: Any) -> int:
    text = loader.construct_scalar(node)
    return int(text, 8 if text.startswith("0o") else 16 if text.startswith("0x") else 10)


def _float(loader: Any, node: Any) -> float:
    return float(
        loader.construct_scalar(node).lower().replace(".inf", "inf").replace(".nan", "nan")
    )


_loader: Any = _Loader
for _tag, (_shape, _first) in _TYPES.items():
    _loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_shape})$"), _first
    )
_loader.add_constructor("tag:yaml.org,2002:int", _int)
_loader.add_constructor("tag:yaml.org,2002:float", _float)


def data_of(text: str) -> Any:
    """The data that a YAML 1.2 reader sees."""
    return yaml.load(text, _Loader)  # noqa: S506 - made from the safe one
