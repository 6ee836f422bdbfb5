"""In which file each element of a large model was when it was last read: where to look for it first.

A hint and no more: who follows it looks into the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping


def homes_text(files: Mapping[str, Iterable[str]]) -> bytes:
    r"""A line for each file: the ids in it, and its name from the model's folder on.

    >>> homes_text({"offer.yaml": ["service-loan", "service-hold"]})
    b' service-loan service-hold \toffer.yaml\n'
    """
    lines = (f" {' '.join(ids)} \t{name}\n" for name, ids in files.items() if "\n" not in name)
    return os.fsencode("".join(lines))


def homes_in(text: bytes, ids: Iterable[str]) -> Iterator[str]:
    """The names of the files in which these ids were, of those that had any.

    >>> [*homes_in(homes_text({"offer.yaml": ["service-loan"]}), ["service-loan", "service-hold"])]
    ['offer.yaml']
    """
    for id_ in ids:
        at = text.find(f" {id_} ".encode())
        if at >= 0:
            yield os.fsdecode(text[text.index(b"\t", at) + 1 : text.index(b"\n", at)])
