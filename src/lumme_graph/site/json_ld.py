"""What a page is about, for search engines: schema.org as JSON-LD, of pages for customers alone.

Nothing invented is told; while the model has a statement, such as that it is unofficial, only what
was read in a source is, unless the settings let search engines list the pages all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final
from xml.etree import ElementTree as ET

from lumme_graph.analysis.offered import offered_at
from lumme_graph.elements.evidence import KeptElement, Standing, Stated
from lumme_graph.elements.journeys import Path, Step
from lumme_graph.elements.offer import Service
from lumme_graph.elements.parts import Contact, ContactType
from lumme_graph.elements.who import Branch, Municipality, Organisation
from lumme_graph.graph.names import name_label, site_name
from lumme_graph.meta.ref import Ref
from lumme_graph.reports.html.tree import h
from lumme_graph.site.body import Body
from lumme_graph.site.here import Here
from lumme_graph.site.plan import DOOR, PageKey
from lumme_graph.site.registry import PAGES

Data = dict[str, Any]

_CONTACTS: Final = {
    ContactType.PHONE: "telephone",
    ContactType.EMAIL: "email",
    ContactType.WEB: "url",
}


def structured(here: Here, body: Body) -> list[ET.Element]:
    """The data of a page in its head; none in the edition of the staff."""
    if here.is_for_staff:
        return []
    nodes = [_page(here, body), *_crumbs(here, body), *_subject(here)]
    data = {"@context": "https://schema.org", "@graph": nodes}
    return [h("script", script_text(data), type="application/ld+json")]


def script_text(data: Data) -> str:
    r"""JSON that nothing in it can end or open: a script's text is not escaped as HTML is.

    >>> script_text({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _page(here: Here, body: Body) -> Data:
    settings = here.graph.settings
    site: Data = {"@type": "WebSite", "name": here.say(site_name(here.graph)).words}
    if settings.statement:
        site["description"] = here.say(settings.statement).words
    page: Data = {
        "@type": "WebPage",
        "name": body.title.words,
        "inLanguage": here.lang,
        "isPartOf": site,
    }
    if here.plan.base_url:
        page["url"] = f"{here.plan.base_url}{here.path}"
    return page


def _crumbs(here: Here, body: Body) -> Iterator[Data]:
    """The way from the front page, where the address of the site is known."""
    if not here.plan.base_url or here.key.stem == DOOR:
        return
    stems = [stem for stem in (DOOR, body.crumb) if stem and here.href(stem)]
    names = [here.say(PAGES[stem].name).words for stem in stems]
    paths = [here.plan.path(PageKey(here.key.edition, here.lang, stem)) for stem in stems]
    steps = [*zip(names, paths, strict=True), (body.title.words, here.path)]
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": here.plan.base_url + path}
        for at, (name, path) in enumerate(steps, 1)
    ]
    yield {"@type": "BreadcrumbList", "itemListElement": items}


def _subject(here: Here) -> Iterator[Data]:
    subject = here.plan.pages[here.key]
    match subject:
        case Organisation() if _is_told(here, subject):
            yield _library(here, subject)
        case Service() if _is_told(here, subject):
            yield _service(here, subject)
        case Path() if _is_told(here, subject):
            yield _path(here, subject)
        case _:
            pass


def _is_told(here: Here, stated: Stated, owner: Stated | None = None) -> bool:
    """As `_may_tell`; a record without a standing has its owner's."""
    return _may_tell(here, stated.standing or (owner.standing if owner else None))


def _may_tell(here: Here, standing: Standing | None) -> bool:
    """May what stands so be told to search engines?"""
    if here.plan.is_listed:
        return standing is not Standing.ILLUSTRATIVE
    return standing is Standing.SOURCED


def _named(here: Here, type_: str, element: KeptElement) -> Data:
    id_ = f"{here.graph.settings.base}{element.id}"
    return {"@type": type_, "@id": id_, "name": here.say(name_label(element)).words}


def _library(here: Here, library: Organisation) -> Data:
    branches = [
        use.source
        for use in here.graph.uses(library)
        if isinstance(use.source, Branch) and _is_open(here, use.source)
    ]
    return {
        **_named(here, "Library", library),
        **_contacts(here, library.contacts, library),
        **_listed("areaServed", _places(here, library.municipalities)),
        **_listed("subOrganization", [_branch(here, one) for one in branches]),
    }


def _is_open(here: Here, branch: Branch) -> bool:
    """Is it told of, and not known to be closed or still to come?"""
    begun = branch.from_ is None or branch.from_.reached(here.day.date)
    ended = branch.to is not None and branch.to.passed(here.day.date) is not False
    return bool(begun) and not ended and _is_told(here, branch)


def _branch(here: Here, branch: Branch) -> Data:
    address = {
        "streetAddress": branch.street,
        "postalCode": branch.postal_code,
        "addressLocality": branch.city,
    }
    known = {name: value for name, value in address.items() if value}
    data = _named(here, "Library", branch) | _contacts(here, branch.contacts, branch)
    if known:
        data["address"] = {"@type": "PostalAddress", **known}
    if branch.latitude is not None and branch.longitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(branch.latitude),
            "longitude": float(branch.longitude),
        }
    return data


def _contacts(here: Here, contacts: tuple[Contact, ...], owner: Stated) -> Data:
    told = [one for one in contacts if _is_told(here, one, owner)]
    return {_CONTACTS[one.type]: one.value for one in reversed(told)}


def _places(here: Here, refs: Iterable[Ref[Municipality]]) -> list[Data]:
    found = [one for ref in dict.fromkeys(refs) if (one := here.graph.get(ref))]
    return [
        {"@type": "AdministrativeArea", "name": here.say(one.name).words}
        for one in found
        if _is_told(here, one)
    ]


def _service(here: Here, service: Service) -> Data:
    """A service with the libraries of which a source says that they offer it."""
    operators = [
        one.library
        for one in offered_at(here.day, service)
        if one.state and one.now and _may_tell(here, one.now.standing)
    ]
    channels = [one for ref in service.touchpoints if (one := here.graph.get(ref))]
    areas = [ref for library in operators for ref in library.municipalities]
    data = _named(here, "GovernmentService", service)
    if service.description and not (said := here.say(service.description)).fallback:
        data["description"] = said.words
    return {
        **data,
        **_listed("serviceOperator", [_named(here, "Library", one) for one in operators]),
        **_listed("areaServed", _places(here, areas)),
        **_listed(
            "availableChannel",
            [_named(here, "ServiceChannel", one) for one in channels if _is_told(here, one)],
        ),
    }


def _path(here: Here, path: Path) -> Data:
    steps = [_step(here, step) for step in path.steps if _is_told(here, step, path)]
    return _named(here, "HowTo", path) | _listed("step", steps)


def _step(here: Here, step: Step) -> Data:
    return {"@type": "HowToStep", "text": here.say(step.action).words}


def _listed(name: str, values: list[Data]) -> Data:
    return {name: values} if values else {}
