"""A graph as a site: every file by its address, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from importlib.resources import files
from typing import Self

from lumme_graph.assessment.assess import assessed
from lumme_graph.base.speaker import Sayable
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reports.coverage.body import coverage_style
from lumme_graph.site.body import Body
from lumme_graph.site.data import data_files
from lumme_graph.site.edition import Edition
from lumme_graph.site.feed import address, feed, feeds
from lumme_graph.site.here import Here
from lumme_graph.site.images import images
from lumme_graph.site.judged import COVERAGE_STYLE
from lumme_graph.site.parts.search import TEXTS
from lumme_graph.site.pdf.guide import guide_pdf
from lumme_graph.site.pictures import Picture, pictures
from lumme_graph.site.plan import DOOR, PageKey, Plan, Subject
from lumme_graph.site.registry import PageKind, collection_body, element_body
from lumme_graph.site.search import search_script
from lumme_graph.site.search_docs import search_docs
from lumme_graph.site.shell import shell
from lumme_graph.site.sitemap import SITEMAP, has_sitemap, sitemap
from lumme_graph.site.theme import theme_files
from lumme_graph.views.brand import brand_of

Maker = Callable[[], str | bytes]


class Site:
    """The files of a site. Raises `KeyError` for an address that it has not."""

    def __init__(
        self,
        graph: ServiceGraph,
        editions: tuple[Edition, ...] = tuple(Edition),
        base_url: str = "",
        since: ServiceGraph | None = None,
        *,
        with_pdf: bool = False,
    ) -> None:
        self.plan = Plan(graph, editions, base_url, since, with_pdf=with_pdf)

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """The site of a plan."""
        site = cls.__new__(cls)
        site.plan = plan
        return site

    @cached_property
    def _makers(self) -> dict[str, Maker]:
        return self._first | dict(self._others())

    @cached_property
    def _first(self) -> dict[str, Maker]:
        """What a reader asks for first; to know it, nothing has to be drawn."""
        brand = brand_of(self.plan.graph)
        return dict([*self._pages(), *_assets(), *(theme_files(brand) if brand else ())])

    def _others(self) -> Iterator[tuple[str, Maker]]:
        yield from self._of_languages()
        for picture in pictures(self.plan):
            yield picture.address, partial(_svg, self.plan, picture)
        for name, image in images(self.plan):
            yield name, image.read_bytes
        if Edition.STAFF in self.plan.editions:
            yield from data_files(self.plan.day)
            yield COVERAGE_STYLE, lambda: coverage_style(assessed(self.plan.day))

    def _pages(self) -> Iterator[tuple[str, Maker]]:
        for key, subject in self.plan.pages.items():
            yield self.plan.path(key), partial(self._page, key, subject)
        if has_sitemap(self.plan):
            yield SITEMAP, partial(sitemap, self.plan)

    def _of_languages(self) -> Iterator[tuple[str, Maker]]:
        """What each edition has once a language: the texts of its search, its feed, its booklet."""
        for here in feeds(self.plan):
            yield address(here), partial(feed, here)
        for edition, languages in self.plan.languages.items():
            for lang in languages:
                here = Here(self.plan, PageKey(edition, lang, "search"))
                yield f"{edition.folder}{lang}/{TEXTS}", partial(_texts, here)
                if booklet := self.plan.booklet(edition, lang):
                    yield booklet, partial(guide_pdf, self.plan.graph, lang=lang, edition=edition)

    def door(self, lang: str) -> str:
        """The address of the front page in a language, or in the first."""
        edition = self.plan.editions[0]
        languages = self.plan.languages[edition]
        tag = lang if lang in languages else languages[0]
        return self.plan.path(PageKey(edition, tag, DOOR))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all files."""
        return tuple(self._makers)

    def file(self, address: str) -> bytes:
        """What stands at an address."""
        maker = self._first.get(address) or self._makers[address]
        made = maker()
        return made.encode() if isinstance(made, str) else made

    def files(self) -> dict[str, bytes]:
        """Every file by its address."""
        return {address: self.file(address) for address in self.addresses}

    def _page(self, key: PageKey, subject: Subject) -> str:
        here = Here(self.plan, key)
        return shell(here, _body(here, subject), _sort(subject))


def _body(here: Here, subject: Subject) -> Body:
    if isinstance(subject, PageKind):
        return subject.body(here)
    if isinstance(subject, type):
        return collection_body(here, subject)
    return element_body(here, subject)


def _sort(subject: Subject) -> Sayable | None:
    return subject.kind.label if isinstance(subject, KeptElement) else None


def _svg(plan: Plan, picture: Picture) -> str:
    return picture.drawing(plan).svg


def _assets() -> Iterator[tuple[str, Maker]]:
    for name in ASSETS:
        yield f"assets/{name}", partial(asset, name)


def _texts(here: Here) -> str:
    return search_script(search_docs(here), here.lang)


ASSETS = (
    "site.css",
    "literata-600.woff2",
    "literata-600-more.woff2",
    "source-sans-3.woff2",
    "source-sans-3-more.woff2",
    "OFL-literata.txt",
    "OFL-source-sans-3.txt",
    "search.js",
    "minisearch.js",
    "minisearch.LICENSE.txt",
)


def asset(name: str) -> bytes:
    """A file of the site that is the same for every model."""
    return files("lumme_graph.site").joinpath("assets", name).read_bytes()
