"""What `lumme build` and `lumme guide` make: a site with its data, and one line about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lumme_graph.assessment.assess import assessed
from lumme_graph.base.codes import Severity
from lumme_graph.base.error import KnownError
from lumme_graph.base.given_path import AnyPath, path_of
from lumme_graph.base.label import Label
from lumme_graph.base.tree import write_tree
from lumme_graph.base.urls import is_site
from lumme_graph.graph.day import Day
from lumme_graph.graph.given import need_graph
from lumme_graph.graph.names import joined
from lumme_graph.graph.service_graph import ServiceGraph
from lumme_graph.reports.findings import to_text as findings_text
from lumme_graph.site.again.build import Again
from lumme_graph.site.again.watched import Watcher
from lumme_graph.site.edition import Edition, editions_of
from lumme_graph.site.judged import findings
from lumme_graph.site.notes import notes
from lumme_graph.site.plan import Plan
from lumme_graph.site.site import Site

_COVERAGE = Label("Coverage of the guide")
_ADDRESS = "write it as https://example.org/guide, without user, password, ? and #"


class Built(NamedTuple):
    """The files of a build, one line about it, and how it went: 0, or 1 where there are errors.

    `door` is the address of its first page in the language that was asked for; `notes` are sentences
    for whoever publishes it.
    """

    files: dict[str, bytes]
    summary: str
    exit_code: int
    door: str
    notes: tuple[str, ...] = ()

    def write(self, folder: AnyPath) -> None:
        """Write the files into a folder; those of an earlier build that are no more are removed.

        Raises `OutputError` where the folder holds what no build made, or cannot be written.
        """
        write_tree(path_of(folder), self.files)


def build(
    graph: ServiceGraph,
    lang: str | None = None,
    *,
    editions: Iterable[Edition | str] = tuple(Edition),
    base_url: str = "",
    since: ServiceGraph | None = None,
    with_pdf: bool = False,
    out: AnyPath | None = None,
) -> Built:
    """A whole site as files by their relative names; the summary is in `lang`, else in the model's first.

    `editions` are those that it has, or their words, the customers' at the root; `base_url` is where
    it will be published, `since` the model as it was when the site was last made; `with_pdf` adds the
    guide as a booklet in each language. `out` is a folder that may hold the site as it was: what would
    be the same is taken from there, and what is remembered for that stands among the staff's files; a
    site without these remembers nothing. Raises `LanguageError` where there are no words in the language,
    `EditionError` for an unknown edition or none, `KnownError` for an address that no site can have,
    and `DrawError` where the booklet is asked for without the extra `pdf`.
    """
    need_graph(graph)
    if base_url and not is_site(base_url):
        raise KnownError(f"{base_url!r} is no address of a site; {_ADDRESS}")
    wanted = editions_of(editions)
    watcher = Watcher(graph) if out and Edition.STAFF in wanted else None
    graph = watcher.plain if watcher else graph
    plan = Plan(graph, wanted, base_url, since, with_pdf=with_pdf)
    day = Day.of(graph)
    found = findings(day)
    first = graph.settings.languages.required[0]
    speak = graph.speaker(first if lang is None else lang)
    done = speak(joined([_COVERAGE, assessed(day).coverage.done.whole], ": ")).shown
    summary = f"{done}. {findings_text.summary(found, speak)}"
    errors = any(finding.severity is Severity.ERROR for finding in found)
    site = Site.of(plan)
    files = Again(watcher, plan, path_of(out)).files() if watcher and out else site.files()
    told = tuple(speak(note).shown for note in notes(plan, speak))
    return Built(files, summary, int(errors), site.door(speak.lang), told)
