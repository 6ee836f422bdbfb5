"""Give an element or a part another id, where it is written and wherever it is named.

Only the characters of the ids change, the names of a section's prose files, and the fingerprints
of reviews that would become stale by the new id alone. The model is read again in memory first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.journal import FileChange, changing
from lumme_graph.editing.files import EditError, Key, added, copied, differing, faults, same, write
from lumme_graph.editing.plan import EditPlan, plan_of
from lumme_graph.editing.relink import relinked
from lumme_graph.editing.renamed import Renamed
from lumme_graph.editing.saved import saved_changes, write_outside
from lumme_graph.elements.guide import Section
from lumme_graph.graph.fingerprint import fingerprint
from lumme_graph.meta.walk import PathIn
from lumme_graph.reading.folder import Folder, read_folder
from lumme_graph.reading.model import Model, model_of
from lumme_graph.reading.patch import PatchError, swap


def rename(folder: AnyPath, old: str, new: str, saved: Iterable[AnyPath] = ()) -> Renamed:
    """Give an element, or a part such as `path-hold/pick-up`, another id.

    Baselines and saved coverage follow: those in the folder, right beside it, and `saved`.

    Raises `EditError` where the new id is taken or not proper, or the model would not hold;
    `OutputError` where a file cannot be written, another run is changing the model, or a file was
    changed meanwhile. Then nothing is changed.
    """
    root = path_of(folder)
    with changing(root):
        return _rename(root, old, new, [path_of(one) for one in listed(saved, "saved")])


def _rename(root: Path, old: str, new: str, saved: Iterable[Path]) -> Renamed:
    folder = read_folder(root)
    model = model_of(folder)
    before = faults(model, root)
    unread = [finding for finding in before if finding.is_unread or finding.code == "LG102"]
    if unread or not model.spots:
        raise EditError(f"{root} cannot be read whole; nothing is renamed", unread)
    plan = plan_of(model, old, new)
    changed = _moved(_swapped(folder, plan.swaps), plan)
    stamps = dict(_stamps(model, model_of(changed), plan))
    changed = _swapped(changed, _by_file(model, stamps))
    after = faults(model_of(changed), root)
    more = added(before, after, partial(_as_before, plan))
    if more:
        raise EditError("the model would not hold; nothing is renamed", more)
    changes = differing(folder, changed)
    results = saved_changes(root, saved, old, new)
    _write(root, changes, results)
    files = [file for file, change in changes.items() if change.now is not None]
    mentions = tuple(_mentions(changed, plan.old))
    reviews = tuple(f"{section}/{item}" for section, _, item in stamps)
    every = (*sorted(files), *(file.as_posix() for file in results))
    return Renamed(old, new, plan.references, every, reviews, mentions)


def _write(
    root: Path, changes: Mapping[str, FileChange], results: Mapping[Path, FileChange]
) -> None:
    """Write the results outside the model first: after a kill, the same renaming runs again."""
    inside = {file.as_posix(): c for file, c in results.items() if _is_in(root, file)}
    outside = {file: change for file, change in results.items() if not _is_in(root, file)}
    try:
        write_outside(outside)
        write(root, {**changes, **inside})
    except BaseException:
        back = {file: FileChange(was=c.now, now=c.was) for file, c in outside.items()}
        write_outside({file: c for file, c in back.items() if file.read_bytes() == c.was})
        raise


def _is_in(root: Path, file: Path) -> bool:
    return file.is_relative_to(root.resolve())


def _swapped(folder: Folder, swaps: Mapping[str, Mapping[PathIn, str]]) -> Folder:
    """The folder with other words in the place of scalars."""
    changed = copied(folder)
    for file, of_file in swaps.items():
        try:
            if file == folder.settings_file:
                changed.settings = swap(folder.settings or "", of_file)
            else:
                changed.texts[file] = swap(folder.texts[file], of_file)
        except PatchError:
            raise EditError(f"{file} is written so that ids cannot be changed in place") from None
    return changed


def _moved(folder: Folder, plan: EditPlan) -> Folder:
    """The folder with the prose of a section under its new name, and links to it led there."""
    for by_tag in folder.bodies.values():
        for tag, (text, place) in by_tag.items():
            by_tag[tag] = relinked(text, plan.old, plan.new), place
    if plan.old in folder.bodies:
        folder.bodies[plan.new] = {
            tag: (text, Place(plan.moves[place.file]))
            for tag, (text, place) in folder.bodies.pop(plan.old).items()
        }
        folder.marked |= {to for file, to in plan.moves.items() if file in folder.marked}
    return folder


Stamp = tuple[str, int, str]
"""A review: its section and the link in it by today's ids, and what the item is called then."""


def _stamps(before: Model, after: Model, plan: EditPlan) -> Iterator[tuple[Stamp, str]]:
    """The reviews that were fresh and would be stale by the new id alone, with what they say now."""
    for id_, section in before.elements.items():
        if not isinstance(section, Section):
            continue
        for at, link in enumerate(section.covers):
            item = before.elements.get(link.item)
            if link.reviewed is None or item is None or item.id not in plan.owners:
                continue
            renamed = after.elements[plan.now(item.id)]
            stamp = fingerprint(renamed)
            if link.reviewed.fp == fingerprint(item) != stamp:
                yield (id_, at, renamed.id), stamp


def _by_file(model: Model, stamps: Mapping[Stamp, str]) -> dict[str, dict[PathIn, str]]:
    swaps: dict[str, dict[PathIn, str]] = {}
    for (section, at, _), stamp in stamps.items():
        spot = model.spots[section]
        if spot.item is not None:
            path: PathIn = (spot.item, "covers", at, "reviewed", "fp")
            swaps.setdefault(spot.document.file, {})[path] = stamp
    return swaps


def _word(id_: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")


def _as_before(plan: EditPlan, finding: Finding) -> Key:
    """What tells a finding of the renamed model apart, in the words of before."""
    code, file, element, message = same(finding)
    back = {target: origin for origin, target in plan.moves.items()}
    old = plan.old if element == plan.new else element
    return code, back.get(file, file), old, _word(plan.new).sub(lambda _: plan.old, message)


def _mentions(folder: Folder, old: str) -> Iterator[Place]:
    """Where an id still stands in words: in comments, remarks and prose."""
    prose = {
        place.file: text for by_tag in folder.bodies.values() for text, place in by_tag.values()
    }
    for file, text in (folder.texts | prose).items():
        for found in _word(old).finditer(text):
            line_start = text.rfind("\n", 0, found.start()) + 1
            line = text.count("\n", 0, found.start()) + 1
            yield Place(file, line, found.start() - line_start + 1)
