"""A chapter of the booklet: a section with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lumme_graph.base.label import Label
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.guide import Content, LocalException, Section, SectionStatus
from lumme_graph.elements.journeys import Path
from lumme_graph.graph.names import short_label
from lumme_graph.site.pdf.prose import ChapterProse
from lumme_graph.site.pdf.scope import scope
from lumme_graph.site.pdf.setting import Data, Setting, Sources
from lumme_graph.site.pdf.steps import path_steps
from lumme_graph.site.value_words import amount, key_words

_AUDIENCE: Final = Label("For")
_CONTENT: Final = Label("Content")
_OWNER: Final = Label("Kept by")
_REASON: Final = Label("Reason", "why a section is as it is")


def chapter(setting: Setting, section: Section, number: int) -> Data:
    """All of a section that the edition shows; its sources are numbered as they are met."""
    sources = Sources(setting, section.id)
    prose = setting.graph.prose(section)[setting.speak.lang]
    is_whole = section.status is SectionStatus.PUBLISHED
    return {
        "id": section.id,
        "number": str(number),
        "title": setting.say(section.name),
        "status": None if is_whole else setting.capital(section.status.label),
        "scope": scope(setting, section.scope, section.except_),
        "about": list(_about(setting, section)) if setting.is_for_staff else [],
        "blocks": ChapterProse(setting, section, sources).blocks(prose.tree),
        "facts": list(_facts(setting, section, sources)) if setting.is_for_staff else [],
        "exceptions": [
            {"at": setting.say(short_label(setting.graph, at))} | told
            for one in section.exceptions
            if (at := setting.graph.get(one.at)) is not None
            for told in [exception(setting, section, one, sources)]
        ],
        "paths": list(_paths(setting, section, sources)),
        "mark": sources.mark(section.standing, section.sources),
        "sources": sources.listed(),
    }


def exception(
    setting: Setting, section: Section, one: LocalException, sources: Sources | None = None
) -> Data:
    """What is otherwise at a library; with the numbers of its sources where these are listed."""
    cited = sources or Sources(setting, section.id)
    refs = (one.sources or section.sources) if sources else ()
    return {
        "text": setting.say(one.text),
        "mark": cited.mark(one.standing or section.standing, refs),
    }


def _about(setting: Setting, section: Section) -> Iterator[Data]:
    """What the staff see of a section besides."""
    owner = setting.graph.get(section.owner)
    lines: list[tuple[Label, Sayable | None]] = [
        (_AUDIENCE, section.audience.label),
        (_CONTENT, section.content.label if section.content is not Content.OWN else None),
        (_OWNER, owner.name if owner else None),
        (_REASON, section.reason),
    ]
    for label, words in lines:
        if words is not None:
            yield {"label": setting.capital(label), "words": setting.say(words)}


def _facts(setting: Setting, section: Section, sources: Sources) -> Iterator[Data]:
    for fact in section.facts:
        yield {
            "key": setting.say(fact.label or key_words(fact)),
            "value": setting.say(amount(setting.speak, fact, fact.label)),
            "mark": sources.mark(fact.standing or section.standing, fact.sources),
        }


def _paths(setting: Setting, section: Section, sources: Sources) -> Iterator[Data]:
    """The paths that a section is about; one that an earlier chapter tells is only named."""
    for link in section.covers:
        path = setting.graph.find(link.item)
        if not isinstance(path, Path) or path.id not in setting.told_in:
            continue
        if setting.told_in[path.id] is section:
            yield path_steps(setting, sources, path, link)
        else:
            yield {"see": path.id, "title": setting.say(path.name)}
