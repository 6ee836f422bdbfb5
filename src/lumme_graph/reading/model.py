"""A model's folder to elements, settings, places and findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from lumme_graph.base.catalogue import Catalogue
from lumme_graph.base.collector import collector_paused
from lumme_graph.base.finding import Finding, Place
from lumme_graph.base.guess import Guesses
from lumme_graph.base.label import Label
from lumme_graph.base.shown import CONTROL
from lumme_graph.base.tags import twice
from lumme_graph.base.text import is_blank
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.elements.guide import Section
from lumme_graph.elements.kinds import ELEMENTS, KINDS
from lumme_graph.elements.settings import Settings
from lumme_graph.reading.document import Data, Document, Spot, is_list, is_map, read_yaml
from lumme_graph.reading.explain import explain
from lumme_graph.reading.faults import (
    DUPLICATE_ID,
    MISPLACED_BODY,
    NO_ID,
    UNKNOWN_KIND,
    WRONG_VALUE,
)
from lumme_graph.reading.folder import Folder, read_folder
from lumme_graph.reading.stray import Stray, meant_as

Bodies = dict[str, dict[str, tuple[str, Place]]]
"""The prose of sections: by section, then by language, with its place."""

_ID = re.compile(r"^- id: *([a-z0-9-]+)", re.MULTILINE)
SETTINGS_ID = "model"
"""In place of an id, the settings; no element can have it."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files beside the YAML that is read: where the prose of sections stands, and the others.

    `images` are the names of the guide's pictures; `theme` are the fonts and logos of the theme, by
    name; `catalogues` are the model's own translations of
    what the program says, by their tags, with their places; `unread` and `empty` are YAML files of which
    nothing can be read, and in which there is nothing.
    """

    bodies: Mapping[str, Mapping[str, Place]] = field(default_factory=dict[str, dict[str, Place]])
    images: frozenset[str] = frozenset()
    theme: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    strays: tuple[Stray, ...] = ()
    unread: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    catalogues: Mapping[str, tuple[Catalogue, Place]] = field(
        default_factory=dict[str, tuple[Catalogue, Place]]
    )


@dataclass(slots=True)
class Model:
    """What a folder says: elements in the order of files, settings, places, and what is wrong.

    `broken` are the ids of elements that are there but cannot be read.
    """

    settings: Settings | None = None
    elements: dict[str, KeptElement] = field(default_factory=dict[str, KeptElement])
    spots: dict[str, Spot] = field(default_factory=dict[str, Spot])
    bodies: dict[str, dict[str, Place]] = field(default_factory=dict[str, dict[str, Place]])
    broken: set[str] = field(default_factory=set[str])
    files: Files = field(default_factory=Files)
    findings: list[Finding] = field(default_factory=list[Finding])
    guesses: Guesses = field(default_factory=Guesses)


def read_model(root: Path, name: str = "") -> Model:
    """Read a model's folder, perhaps under another name; never raises for what is in the files."""
    return model_of(read_folder(root, name))


def model_of(folder: Folder, read: Callable[[str, str], Document] = read_yaml) -> Model:
    """The model that the texts of a folder make; `read` gives the document of a text and its file."""
    model = Model(findings=list(folder.findings))
    with collector_paused():
        if folder.settings is not None:
            _read_settings(model, read(folder.settings, folder.settings_file))
            _look_for_theme(model, {*folder.theme, *folder.refused})
        bodies = dict(folder.bodies)
        for file, text in folder.texts.items():
            document = read(text, file)
            _read_elements(model, document, bodies)
            if document.data is None:
                model.broken |= ids_in(text)
        model.broken |= ids_in("\n".join(folder.garbled))
        _report_stray(model, bodies)
        model.files = files_of(folder, model.spots, model.bodies)
    model.findings.sort(key=Finding.sort_key)
    return model


def files_of(
    folder: Folder, ids: Iterable[str], bodies: Mapping[str, Mapping[str, Place]]
) -> Files:
    """The files of a folder beside its YAML, given all ids and where the prose of sections is."""
    sections = [id_ for id_ in ids if id_.startswith("section-")]
    strays = (
        Stray(Place(f"{folder.root}/{name}"), meant_as(name, sections)) for name in folder.strays
    )
    return Files(
        bodies,
        frozenset(folder.images),
        folder.theme,
        tuple(strays),
        tuple(folder.unread),
        tuple(folder.empty),
        folder.catalogues,
    )


def ids_in(text: str) -> set[str]:
    """The ids of the elements in a text that cannot be read: they are there, if unreadable."""
    return {id_ for id_ in _ID.findall(text) if id_.partition("-")[0] in KINDS}


def _read_settings(model: Model, document: Document) -> None:
    model.findings += document.findings
    if document.data is None and document.findings:
        return
    data: Data = {} if document.data is None else document.data
    model.spots[SETTINGS_ID] = Spot(document, None, data)
    try:
        model.settings = Settings.model_validate(data)
    except ValidationError as error:
        model.findings += explain(
            error, Settings, KINDS, model.spots[SETTINGS_ID], "", model.guesses
        )


def _look_for_theme(model: Model, there: Collection[str]) -> None:
    """That the files that the theme names are there."""
    if model.settings is None:
        return
    theme = model.settings.theme
    spot = model.spots[SETTINGS_ID]
    named = [
        *((("theme", "font", n), name) for n, name in enumerate(theme.font)),
        *([(("theme", "logo"), theme.logo)] if theme.logo else []),
    ]
    for path, name in named:
        if name not in there:
            guess = model.guesses.nearest(name, there)
            mend = (
                Label("did you mean {guess}?").fill(guess=guess)
                if guess
                else Label("put the file there, or take its name out")
            )
            field_ = ".".join(map(str, path))
            why = Label("there is no file {name} in the model").fill(name=name)
            model.findings.append(
                WRONG_VALUE.at(spot.place(path), field=field_, why=why, mend=mend)
            )


def _read_elements(model: Model, document: Document, bodies: Bodies) -> None:
    model.findings += document.findings
    if document.data is None:
        return
    if not is_list(document.data):
        model.findings.append(
            NO_ID.at(document.at(0), what=Label("this file is not a list of elements"))
        )
        return
    for item, data in enumerate(document.data):
        _read_element(model, Spot(document, item, data), bodies)


def _read_element(model: Model, spot: Spot, bodies: Bodies) -> None:
    data = spot.data
    id_ = data.get("id") if is_map(data) else None
    if not isinstance(id_, str):
        model.findings.append(NO_ID.at(spot.place(), what=Label("this element has no id")))
        return
    cls = KINDS.get(id_.partition("-")[0])
    if cls is None:
        model.findings.append(_unknown_kind(id_, spot, model.guesses))
        return
    if id_ in model.spots:
        first = model.spots[id_].place()
        model.findings.append(DUPLICATE_ID.at(spot.place(("id",)), id_, id=id_, first=first))
        return
    model.spots[id_] = spot
    written = bodies.get(id_, {})
    if cls is Section:
        _take_body(model, spot, id_, bodies)
    try:
        model.elements[id_] = element_of(cls, data, written)
    except ValidationError as error:
        model.broken.add(id_)
        found = explain(error, cls, KINDS, spot, id_, model.guesses)
        model.findings += (_in_prose(one, written) for one in found)


def _in_prose(finding: Finding, written: dict[str, tuple[str, Place]]) -> Finding:
    """A finding on a section's prose told where the character is that it may not hold."""
    if finding.params.get("field") != "body":
        return finding
    for text, place in written.values():
        found = CONTROL.search(text)
        if found:
            before = text[: found.start()]
            column = len(before) - before.rfind("\n")
            return replace(finding, place=Place(place.file, before.count("\n") + 1, column))
    return finding


def _take_body(model: Model, spot: Spot, id_: str, bodies: Bodies) -> None:
    if "body" in spot.data:
        model.findings.append(
            MISPLACED_BODY.at(
                spot.place(("body",)),
                id_,
                what=Label("the body of a section is not written in YAML"),
            )
        )
    model.bodies[id_] = places_of(bodies.pop(id_, {}))


def places_of(texts: Mapping[str, tuple[str, Place]]) -> dict[str, Place]:
    """Where the prose of a section stands, by language."""
    return {tag: place for tag, (_, place) in texts.items()}


def element_of(
    cls: type[KeptElement], data: Data, texts: Mapping[str, tuple[str, Place]]
) -> KeptElement:
    """The element that is written so, a section with its prose; raises `ValidationError`."""
    if cls is Section:
        data = {key: value for key, value in data.items() if key != "body"}
        if body := _body(texts):
            data["body"] = body
    return cls.model_validate(data, by_alias=True, by_name=False)


def _body(texts: Mapping[str, tuple[str, Place]]) -> dict[str, str]:
    body = {
        tag: text for tag, (text, _) in texts.items() if CONTROL.search(text) or not is_blank(text)
    }
    while pair := twice(body):
        del body[pair[1]]
    return body


def _unknown_kind(id_: str, spot: Spot, guesses: Guesses) -> Finding:
    prefix = id_.partition("-")[0]
    guess = guesses.nearest(prefix, KINDS)
    names = ", ".join(cls.kind.prefix for cls in ELEMENTS)
    mend = (
        Label("did you mean {guess}-?").fill(guess=guess)
        if guess
        else Label("the kinds are {names}").fill(names=names)
    )
    return UNKNOWN_KIND.at(spot.place(("id",)), prefix=prefix, mend=mend)


def _report_stray(model: Model, bodies: Bodies) -> None:
    sections = [id_ for id_ in model.spots if id_.startswith("section-")]
    for id_, texts in bodies.items():
        guess = model.guesses.nearest(id_, sections)
        more = Label("; did you mean {guess}?").fill(guess=guess) if guess else ""
        for _, place in texts.values():
            model.findings.append(
                MISPLACED_BODY.at(
                    place, id_, what=Label("there is no section {id}{more}").fill(id=id_, more=more)
                )
            )
