"""What whoever publishes a site should know beside its pages: one sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from lumme_graph.base.label import Label, Message
from lumme_graph.base.speaker import Speaker
from lumme_graph.site.edition import Edition
from lumme_graph.site.plan import Plan
from lumme_graph.site.registry import PAGES
from lumme_graph.site.sitemap import has_sitemap

_NO_SITEMAP = Label(
    "no sitemap is made: the model has a statement, so search engines are asked to stay away; site: {index: true} in model.yaml lets them in"
)
_FOREIGN_MENUS = Label("the pages in {tag} have menus in {language}: lumme translate {tag} {model}")


def notes(plan: Plan, speak: Speaker) -> Iterator[Message]:
    """What is not as whoever asked for the site may think."""
    if plan.base_url and Edition.CUSTOMER in plan.editions and not has_sitemap(plan):
        yield _NO_SITEMAP
    every = (tag for languages in plan.languages.values() for tag in languages)
    for tag in dict.fromkeys(every):
        if other := _menus_in(plan.speaker(tag)):
            named = speak.language(other).words
            yield _FOREIGN_MENUS.fill(tag=tag, language=named, model=plan.graph.root or "MODEL")


def _menus_in(speak: Speaker) -> str:
    """The language that stands in for most names of pages; empty where most are in the asked one."""
    said = [speak(page.name) for page in PAGES.values()]
    others = [one.lang for one in said if one.fallback]
    return others[0] if 2 * len(others) > len(said) else ""
