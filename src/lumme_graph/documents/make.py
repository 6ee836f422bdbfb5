"""The report on a model, whole or on one page, as a file to hand out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from lumme_graph.base.extras import need
from lumme_graph.base.files import write_file
from lumme_graph.base.form import form_of
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.documents.blocks import DocumentText, pictures_of
from lumme_graph.documents.look import ONE_PAGE, REPORT, DocumentLook, in_brand
from lumme_graph.documents.one_page import page_text
from lumme_graph.documents.report.whole import report_text
from lumme_graph.documents.telling import Telling
from lumme_graph.drawing.text.fonts import Fonts, branded
from lumme_graph.drawing.text.metrics import set_in
from lumme_graph.graph.day import Day
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.views.brand import brand_of


@dataclass(frozen=True)
class Report:
    """A report on a model: what it says, how it looks, and what it says where it is set for print."""

    text: DocumentText
    look: DocumentLook
    printed: DocumentText
    fonts: Fonts | None = None

    def lacking(self, format: str = "pdf") -> str:  # noqa: A002
        """The characters that stand as codes in a format, since no font here has them.

        Those are all of a PDF; the words of a Word file are shown in the fonts of its reader, so that
        only its pictures have codes. Raises `FormError` where there is no such format.
        """
        from lumme_graph.documents.forms import REPORT_FORMS

        form = REPORT_FORMS[format]
        drawn = (one.drawing for one in pictures_of(self.text.blocks))
        found = "".join(one.characters for drawing in drawn for one in drawing.lacking)
        if form.name == "pdf":
            from lumme_graph.documents.pdf.write import pdf_lacking

            found = f"{pdf_lacking(self.printed, self.look, self.fonts)}{found}"
        return "".join(dict.fromkeys(found))

    def docx(self, done: Callable[[int, int], None] | None = None) -> bytes:
        """The report as a Word file; `done` is told how many of its pictures are drawn.

        Raises `MissingExtraError` where the extra `word` is missing.
        """
        need("docx")
        from lumme_graph.documents.word.write import word_file

        return word_file(self.text, self.look, *([done] if done else []))

    def pdf(self) -> bytes:
        """The report as a tagged PDF. Raises `MissingExtraError` where the extra `pdf` is missing."""
        from lumme_graph.documents.pdf.write import pdf_file

        return pdf_file(self.printed, self.look, self.fonts)

    def save(self, file: AnyPath, format: str | None = None) -> Path:  # noqa: A002
        """Write it in a format, by default in that which the file's name asks for; where it went.

        Raises `FormError` where there is no such form, `OutputError` where the file cannot be
        written, and as the forms do.
        """
        from lumme_graph.documents.forms import REPORT_FORMS

        path = path_of(file)
        write_file(path, REPORT_FORMS[format or form_of(path, REPORT_FORMS)].render(self))
        return path


def report(
    graph: ServiceGraph,
    *,
    lang: str | None = None,
    since: ServiceGraph | None = None,
    one_page: bool = False,
    fonts: Fonts | None = None,
) -> Report:
    """What a board is told of a model, in the model's first language by default.

    With an earlier state of the model it says what has changed since. `one_page` tells those who
    decide on exactly one sheet of A4 what is promised, covered, changed, reached and paid. `fonts`
    are for letters that the carried ones lack. Raises `LanguageError` where there are no words in
    the language.
    """
    need_graph(graph)
    speak = graph.speaker(graph.settings.languages.required[0] if lang is None else lang)
    brand = brand_of(graph)
    known = branded(brand, fonts)
    tell = Telling(Day.of(graph), speak, since, fonts)
    if one_page:
        look = in_brand(ONE_PAGE, brand, known.family)
        with set_in(known) if known.own else nullcontext():
            pages = [page_text(tell, columns=columns) for columns in (False, True)]
        return Report(pages[0], look, pages[1], known)
    text = report_text(tell)
    return Report(text, in_brand(REPORT, brand, known.family), text, known)
