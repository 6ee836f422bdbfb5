"""What is read is never what is written: neither a file that is named, nor one of a model."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lumme_graph.base.files import OutputError
from lumme_graph.base.given_list import listed
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.reading.file_sort import FileSort, model_files, sort_of
from lumme_graph.reading.folder import SETTINGS


def keep_sources(out: AnyPath, read: Iterable[AnyPath], *, redraws: bool = False) -> None:
    """Refuse an output that would take the place of what is read, under whatever name it is known.

    `read` are files, and folders of models, of whose files none may be written over, nor may a new
    one be read as a part of the model from then on. New files may stand beside them, and new
    pictures among those of the guide; `redraws` says that these may be drawn anew too. What is
    neither a file nor a folder, such as a device, is no source.

    Raises `OutputError`.
    """
    out = path_of(out)
    if out.exists() and not (out.is_file() or out.is_dir()):
        return
    for source in map(path_of, listed(read, "read")):
        if (source / SETTINGS).is_file():
            _keep_model(out, source, redraws=redraws)
        elif source.is_file() and _is_same(out, source):
            raise OutputError(f"{out} is what is read: name another file to write")


def _keep_model(out: Path, model: Path, *, redraws: bool) -> None:
    free = {FileSort.PICTURE} if redraws else set[FileSort]()
    there, root = out.resolve(), model.resolve()
    if out.is_dir():
        if there.is_relative_to(root):
            for file, sort in model_files(root):
                if sort not in free and file.is_relative_to(there):
                    name = file.relative_to(root).as_posix()
                    raise OutputError(
                        f"{out} holds files of the model, such as {name}: name another folder"
                    )
        return
    if not out.exists():
        new = sort_of(there.relative_to(root).as_posix()) if there.is_relative_to(root) else None
        if new not in {None, FileSort.PICTURE}:
            raise OutputError(
                f"{out} would be read as a part of the model from then on: write it elsewhere"
            )
        return
    for file, sort in model_files(root):
        if sort not in free and _is_same(out, file):
            name = file.relative_to(root).as_posix()
            raise OutputError(f"{out} is a file of the model, {name}: name another file to write")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
