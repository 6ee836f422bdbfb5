"""A document as a Word file: the same bytes whenever it says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from docx.section import Section

from lumme_graph.base import forms
from lumme_graph.base.shown import legal
from lumme_graph.base.speaker import Said
from lumme_graph.documents.blocks import DocumentText
from lumme_graph.documents.look import DocumentLook
from lumme_graph.documents.word.body import IN_CONTENTS, Told, WordBody, section, untold
from lumme_graph.documents.word.styles import numbering, styles
from lumme_graph.documents.word.xml import (
    Xml,
    body_of,
    element_of,
    field,
    run,
    text_of,
    twips_of_mm,
    w,
)

_UNUSED: Final = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties")
"""What the empty document that we begin with brings along and no reader needs."""
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_NEWEST_WORD: Final = "15"
_LONGEST: Final = 255
"""How many characters a property of a document may have."""


def word_file(text: DocumentText, look: DocumentLook, done: Told = untold) -> bytes:
    """The document as the bytes of a .docx file; `done` is told how many pictures are drawn."""
    document = Document()
    _clear(document, look, text)
    body = WordBody(document, text, look, done)
    _opening(body, text)
    body.add(text.opening)
    contents = body.paragraph("after-table")
    if text.contents:
        body.append(body.paragraph("contents", run(text.contents, text.country)), contents)
        body.append(body.paragraph("after-table", w("r", w("br", type="page"))))
    body.add(text.blocks)
    if text.contents:
        _fill_contents(body, contents)
    for place in range(len(document.sections)):
        _margins(document, place, text, body)
    _properties(document, text)
    file = BytesIO()
    document.save(file)
    return _dated(file.getvalue())


def _opening(body: WordBody, text: DocumentText) -> None:
    """The title, what it is of, and what must be said of the model."""
    body.append(body.paragraph("title", run(text.title, text.country)))
    body.append(body.paragraph("subtitle", run(text.about, text.country)))
    if text.statement:
        body.append(body.paragraph("statement", run(text.statement, text.country)))


def _fill_contents(body: WordBody, place: Xml) -> None:
    """The list of contents as a field: each heading leads to its place, on the page that it is on."""
    listed = [(one, name) for one, name in body.headings if one.level <= IN_CONTENTS]
    begins = field(f'TOC \\o "1-{IN_CONTENTS}" \\h \\z \\u')
    parent = place.getparent()
    if parent is None:
        return
    last = place
    for number, (one, name) in enumerate(listed):
        line = body.paragraph(f"contents-{one.level}")
        if number == 0:
            for element in begins[:3]:
                line.append(element)
        words = w("hyperlink", run(one.said, body.text.country), anchor=name, history=1)
        words.append(w("r", w("tab")))
        for element in field(f"PAGEREF {name} \\h"):
            words.append(element)
        line.append(words)
        last.addnext(line)
        last = line
    if listed:
        last.append(begins[-1])
    parent.remove(place)


def _clear(document: WordDocument, look: DocumentLook, text: DocumentText) -> None:
    """Nothing of the empty document but its parts: our styles, list and paper take their place."""
    body = body_of(document)
    for element in list(body):
        body.remove(element)
    body.append(section(look))
    own = element_of(document.styles.element)
    for element in list(own):
        if not str(element.tag).endswith("latentStyles"):
            own.remove(element)
    for place, element in enumerate(styles(look, text.lang, text.country)):
        own.insert(place if place == 0 else len(own), element)
    lists = element_of(document.part.numbering_part.element)
    for element in list(lists):
        lists.remove(element)
    for element in numbering(look):
        lists.append(element)
    _drop_unused(document.part.rels)
    if document.part.package:
        _drop_unused(document.part.package.rels)
    _settings(document, text)


def _drop_unused(rels: Relationships) -> None:
    for key, rel in list(rels.items()):
        if any(name in rel.reltype for name in _UNUSED):
            del rels[key]


def _settings(document: WordDocument, text: DocumentText) -> None:
    settings = element_of(document.settings.element)
    for element in list(settings):
        name = str(element.tag).rpartition("}")[2]
        if name in {"savePreviewPicture", "rsids", "docId", "zoom", "proofState"}:
            settings.remove(element)
        elif name == "themeFontLang":
            element.set(qn("w:val"), forms.regional(text.lang, text.country))
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), _NEWEST_WORD)
    if text.contents:
        place = next(n for n, one in enumerate(settings) if one.tag == qn("w:compat"))
        settings.insert(place, w("updateFields", val="true"))


def _margins(document: WordDocument, place: int, text: DocumentText, body: WordBody) -> None:
    """What stands above and below the text: the name of the model, the statement, the page."""
    sections = document.sections
    each = sections[place]
    turned = _is_turned(each)
    if place and turned == _is_turned(sections[place - 1]):
        return
    look = body.look.sideways if turned else body.look
    tab = partial(_tab, body.look, look) if turned else None
    has_head = text.contents is not None
    if has_head:
        each.header.is_linked_to_previous = False
        _fill(each.header, body, "header", [text.name, text.dated], tab)
    each.footer.is_linked_to_previous = False
    said = [text.statement or text.about]
    _fill(each.footer, body, "footer", said, tab, _page(text))
    if has_head and place == 0:
        each.different_first_page_header_footer = True
        each.first_page_footer.is_linked_to_previous = False
        _fill(each.first_page_footer, body, "footer", said, tab, _page(text))


def _is_turned(each: Section) -> bool:
    return each.orientation == WD_ORIENTATION.LANDSCAPE


def _tab(upright: DocumentLook, turned: DocumentLook) -> Xml:
    """The right edge of a turned page in the place of that of an upright one."""
    old, new = twips_of_mm(upright.room), twips_of_mm(turned.room)
    return w("tabs", w("tab", val="clear", pos=old), w("tab", val="right", pos=new))


def _fill(
    margin: BlockItemContainer,
    body: WordBody,
    look: str,
    said: Iterable[Said],
    tab: Callable[[], Xml] | None,
    more: Iterable[Xml] = (),
) -> None:
    element = element_of(margin.part.element)
    for child in list(element):
        element.remove(child)
    line = body.paragraph(look)
    if tab is not None:
        line[0].append(tab())
    for number, one in enumerate(said):
        if number:
            line.append(w("r", w("tab")))
        line.append(run(one, body.text.country))
    if more:
        line.append(w("r", w("tab")))
        for child in more:
            line.append(child)
    element.append(line)


def _page(text: DocumentText) -> list[Xml]:
    """Which page it is of how many, in the words of the language."""
    made: list[Xml] = []
    rest = text.page.words
    for name, code in (("{n}", "PAGE"), ("{of}", "NUMPAGES")):
        before, _, rest = rest.partition(name)
        made += [w("r", text_of(before)), *field(code, "1")]
    return [*made, w("r", text_of(rest))]


def _properties(document: WordDocument, text: DocumentText) -> None:
    """What programs and archives read: the title, the language, the day of the model."""
    day = datetime(text.day.year, text.day.month, text.day.day, tzinfo=UTC).replace(tzinfo=None)
    core = document.core_properties
    core.title = legal(text.title.words)[:_LONGEST]
    core.subject = legal(text.about.words)[:_LONGEST]
    core.author = core.last_modified_by = legal(text.author)[:_LONGEST]
    core.comments = legal(text.statement.words if text.statement else "")[:_LONGEST]
    core.language = forms.regional(text.lang, text.country)
    core.keywords = core.category = core.content_status = core.version = ""
    core.created = core.modified = core.last_printed = day
    core.revision = 1


def _dated(file: bytes) -> bytes:
    """The same file, in which no part tells when it was written."""
    packed = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, _EARLIEST)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return packed.getvalue()
