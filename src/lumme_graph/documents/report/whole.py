"""The report on a model, for those who decide on it: its chapters in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.analysis.coverage.result import covered
from lumme_graph.base.label import Counted, Label, Phrase
from lumme_graph.base.speaker import Said, Sayable, Speaker
from lumme_graph.documents.blocks import Block, BulletList, DocumentText, TextPiece
from lumme_graph.documents.report import (
    change,
    coverage,
    development,
    figures,
    promise,
    services,
    sources,
)
from lumme_graph.documents.telling import Telling
from lumme_graph.elements.journeys import Path
from lumme_graph.elements.offer import Service
from lumme_graph.graph.names import joined, site_short
from lumme_graph.views.decide import told_promise

_TITLE: Final = Label("Report on the services")
_ABOUT: Final = Label("{name}, as of {day}")
_DATED: Final = Label("As of {day}")
CONTENTS: Final = Label("Contents")
PAGE: Final = Label("Page {n} of {of}")
_BRIEF: Final = Label("In short")
_GUIDE: Final = Label("The guide is done to {done}.")
_LIBRARIES: Final = Counted("{n} library", "{n} libraries")
_SERVICES: Final = Counted("{n} service", "{n} services")
_PATHS: Final = Counted("{n} service path", "{n} service paths")


def report_text(tell: Telling) -> DocumentText:
    """The report as blocks."""
    blocks = tuple(_blocks(tell))
    return framed(tell, _TITLE, blocks, opening=tuple(_brief(tell)), contents=tell.speak(CONTENTS))


def framed(
    tell: Telling,
    title: Sayable,
    blocks: tuple[Block, ...],
    *,
    opening: tuple[Block, ...] = (),
    contents: Said | None = None,
) -> DocumentText:
    """Blocks with what every document has: the name of the model, its day and statement."""
    settings, speak = tell.graph.settings, tell.speak
    who = settings.publisher.name if settings.publisher else site_short(tell.graph)
    return DocumentText(
        title=speak(title),
        name=speak(settings.name),
        about=speak.capital(_ABOUT, name=settings.name, day=tell.day.date),
        dated=speak.capital(_DATED, day=tell.day.date),
        author=speak(who or settings.name).words,
        lang=speak.lang,
        country=speak.country,
        day=settings.modified or settings.as_of,
        statement=speak(settings.statement) if settings.statement else None,
        page=_page(speak),
        contents=contents,
        opening=opening,
        blocks=blocks,
    )


def _page(speak: Speaker) -> Said:
    """Which page of how many, with the fields left open."""
    return speak(Phrase(PAGE, (("n", "{n}"), ("of", "{of}"))))


def _blocks(tell: Telling) -> Iterator[Block]:
    yield from promise.chapter(tell)
    yield from change.chapter(tell)
    yield from coverage.chapter(tell)
    yield from services.chapter(tell)
    yield from development.chapter(tell)
    yield from figures.indicators(tell)
    yield from figures.money(tell)
    yield from sources.chapter(tell)


def _brief(tell: Telling) -> Iterator[Block]:
    """The report in a few lines."""
    yield tell.heading(_BRIEF)
    day = tell.day
    counted = (
        _LIBRARIES.fill(n=len(day.libraries)),
        _SERVICES.fill(n=len(day.all(Service))),
        _PATHS.fill(n=len(tell.graph.all(Path))),
    )
    told = told_promise(day)
    lines: list[Sayable] = [
        joined(counted),
        _GUIDE.fill(done=covered(day).done.whole) if covered(day).items else coverage.NO_CELL,
        promise.COMMITMENTS.fill(n=len(told.commitments), counted=told.counted)
        if told
        else promise.NO_PROMISE,
    ]
    yield BulletList(tuple((TextPiece(tell.speak.capital(line)),) for line in lines))
