"""What has changed between two states of a model: as data, on pages, as a feed, by hand."""

from __future__ import annotations

from typing import TypeVar
from xml.etree import ElementTree as ET

from site_reading import found, main_of, words

import lumme_graph as lg
from lumme_graph.analysis.changes import ElementChange, changes
from lumme_graph.analysis.inside import ChangeType
from lumme_graph.elements.evidence import KeptElement
from lumme_graph.site.site import Site

E = TypeVar("E", bound=KeptElement)
BEFORE, NOW = "2026-01-10", "2026-05-01"
STATEMENT = {"en": "Invented & small.", "fi": "Keksitty."}
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def made(kind: type[E], **fields: object) -> E:
    """An element of plain data, as a file gives it."""
    return kind.model_validate(fields)


def graph(day: str, *elements: KeptElement, **settings: object) -> lg.ServiceGraph:
    given = {
        "as_of": day,
        "base": "https://example.org/small/",
        "languages": {"required": ("en", "fi")},
        "statement": STATEMENT,
        **settings,
    }
    return lg.ServiceGraph(elements, lg.Settings.model_validate(given))


def loan(name: str = "Loan", **fields: object) -> lg.Service:
    return made(lg.Service, id="service-loan", name={"en": name, "fi": "Laina"}, **fields)


def told(found_: tuple[ElementChange, ...]) -> list[tuple[str, str, list[str]]]:
    return [(c.type.value, c.element.id, [f.spec.name for f in c.fields]) for c in found_]


def test_an_element_is_new_changed_or_removed() -> None:
    old = [loan(cost={"en": "free"}), made(lg.Need, id="need-a", name={"en": "N"})]
    new = [loan("Borrowing"), made(lg.Need, id="need-b", name={"en": "M"})]
    assert told(changes(old, new)) == [
        ("changed", "service-loan", ["name", "cost"]),
        ("new", "need-b", []),
        ("removed", "need-a", []),
    ]
    assert changes(old, old) == ()


def test_equal_elements_are_not_changed() -> None:
    again = lg.Text(fi="Laina", en="Loan")
    assert changes([loan()], [loan().model_copy(update={"name": again})]) == ()


def test_an_order_that_means_nothing_is_no_change_and_one_that_does_is() -> None:
    """Which touchpoints a service has is a set; the sections of a guide stand in order."""
    there, back = ["touchpoint-a", "touchpoint-b"], ["touchpoint-b", "touchpoint-a"]
    assert changes([loan(touchpoints=there)], [loan(touchpoints=back)]) == ()

    def guide(*sections: str) -> lg.Guide:
        return made(lg.Guide, id="guide-a", name={"en": "G"}, sections=sections)

    ordered = changes([guide("section-a", "section-b")], [guide("section-b", "section-a")])
    assert told(ordered) == [("changed", "guide-a", ["sections"])]


def test_values_before_and_after_are_given() -> None:
    (change,) = changes([loan(cost={"en": "1 €"})], [loan(cost={"en": "2 €"})])
    (field,) = change.fields
    assert (change.type, field.before, field.after) == (
        ChangeType.CHANGED,
        lg.Text(en="1 €"),
        lg.Text(en="2 €"),
    )


def test_what_is_not_told_of_is_no_change() -> None:
    """A step's feeling differs, and nothing else."""

    def path(value: int) -> lg.Path:
        step = {
            "id": "ask",
            "action": {"en": "asks"},
            "actor": {"kind": "customer"},
            "lane": "customer",
            "feeling": {"value": value},
        }
        return made(lg.Path, id="path-ask", name={"en": "Ask"}, steps=[step])

    assert told(changes([path(1)], [path(2)])) == [("changed", "path-ask", ["steps"])]
    assert changes([path(1)], [path(2)], lambda _, spec: spec.name != "feeling") == ()


OLD = graph(
    BEFORE,
    loan(cost={"en": "1 €", "fi": "1 €"}, note="MARKER"),
    made(lg.Service, id="service-old", name={"en": "Telex", "fi": "Teleksi"}),
    made(lg.Need, id="need-a", name={"en": "MARKER"}),
)
NEW = graph(
    NOW,
    loan(cost={"en": "2 € & more", "fi": "1 €"}, note="MARKER 2"),
    made(lg.Need, id="need-a", name={"en": "MARKER 2"}),
    made(
        lg.Section,
        id="section-new",
        name={"en": "New", "fi": "Uusi"},
        status="published",
        body={"en": "Read.", "fi": "Lue."},
    ),
)


def page(address: str, **options: object) -> str:
    site = Site(NEW, **{"since": OLD, **options})  # type: ignore[arg-type]
    return words(main_of(site.file(address)))


def test_customers_read_what_concerns_them_in_their_language() -> None:
    said = page("en/changes.html")
    assert said == (
        "ChangesWhat is not as it was on 10 January 2026. These pages are of 1 May 2026."
        "The same as a feed (Atom)"
        "New (1)Guide section New"
        "Changed (1)Service LoanCost: 1 € → 2 € & more"
        "Gone (1)Service Telex"
    )
    assert "Laina" not in page("fi/changes.html")


def test_staff_read_every_change() -> None:
    said = page("staff/en/changes.html")
    assert "Changed (2)" in said
    assert "MARKER → MARKER 2" in said
    assert "MARKER" not in page("en/changes.html")


def test_staff_read_what_differs_within_lists_and_parts() -> None:
    """Customers read that the steps are others; of one step too many only that, staff too."""

    def path(*steps: str, day: str) -> lg.ServiceGraph:
        given = [
            {"id": s, "action": {"en": s}, "actor": {"kind": "staff"}, "lane": "backstage"}
            for s in steps
        ]
        return graph(day, made(lg.Path, id="path-ask", name={"en": "Ask"}, steps=given))

    def read(address: str, *steps: str) -> str:
        site = Site(path(*steps, day=NOW), since=path("asks", "gets", "goes", day=BEFORE))
        return words(main_of(site.file(address)))

    said = read("staff/en/changes.html", "goes", "asks", "waits")
    assert "Steps › goes (moved): place 3 → place 1, first of all" in said
    assert "Steps › waits (new): actor: staff; lane: backstage" in said
    assert "Steps › gets (removed)" in said
    assert read("en/changes.html", "goes").endswith("Service path AskSteps")
    assert read("staff/en/changes.html", *"abcdefgh").endswith("Service path AskSteps")


def test_what_only_has_another_id_is_told_to_staff_alone() -> None:
    def named(id_: str, day: str) -> lg.ServiceGraph:
        return graph(day, made(lg.Service, id=id_, name={"en": "Loan"}))

    site = Site(named("service-lend", NOW), since=named("service-loan", BEFORE))
    said = words(main_of(site.file("staff/en/changes.html")))
    assert said.endswith("Only under another id (1)Service Loan")
    assert "Nothing has changed" in words(main_of(site.file("en/changes.html")))


def test_without_an_earlier_state_that_is_said() -> None:
    customer, staff = (page(f"{at}en/changes.html", since=None) for at in ("", "staff/"))
    assert "no earlier edition was given" in customer
    assert "--since" not in customer
    assert "--since" in staff
    assert not [one for one in Site(NEW).addresses if one.endswith(".xml")]


def test_nothing_has_changed_since_the_same_state() -> None:
    assert "Nothing has changed since 1 May 2026." in page("en/changes.html", since=NEW)


def feed(address: str, **options: object) -> ET.Element:
    return ET.fromstring(Site(NEW, since=OLD, **options).file(address))  # type: ignore[arg-type]


def text(element: ET.Element, path: str) -> str:
    one = element.find(path, ATOM)
    assert one is not None
    return one.text or ""


def hrefs(element: ET.Element, rel: str) -> list[str]:
    return [one.get("href", "") for one in element.findall("a:link", ATOM) if one.get("rel") == rel]


def test_the_feed_has_what_atom_asks_for() -> None:
    """RFC 4287, 4.1.1 and 4.1.2: id, title, updated; an author; a link in each entry."""
    root = feed("en/changes.xml")
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert text(root, "a:id") == "https://example.org/small/en/changes.xml"
    assert text(root, "a:updated") == "2026-05-01T00:00:00Z"
    assert text(root, "a:subtitle") == "Invented & small."
    assert text(root, "a:author/a:name")
    entries = root.findall("a:entry", ATOM)
    assert [text(one, "a:title") for one in entries] == ["Changed: Loan", "New: New", "Gone: Telex"]
    ids = [text(one, "a:id") for one in entries]
    assert len(set(ids)) == 3
    assert all(one.startswith("https://example.org/small/") for one in ids)
    assert [hrefs(one, "alternate") for one in entries] == [
        ["service-loan.html"],
        ["section-new.html"],
        ["changes.html"],
    ]
    assert text(entries[0], "a:summary") == "Service; Cost: 1 € → 2 € & more"
    assert hrefs(root, "self") == []


def test_with_an_address_the_links_of_the_feed_are_whole() -> None:
    root = feed("en/changes.xml", base_url="https://guide.example.org/a")
    assert hrefs(root, "self") == ["https://guide.example.org/a/en/changes.xml"]
    assert hrefs(root, "alternate") == ["https://guide.example.org/a/en/changes.html"]


def test_each_edition_has_its_feed() -> None:
    files = Site(NEW, since=OLD).files()
    feeds = {name for name in files if name.endswith(".xml")}
    assert feeds == {f"{at}{tag}/changes.xml" for at in ("", "staff/") for tag in ("en", "fi")}
    assert b"MARKER" not in files["en/changes.xml"] + files["fi/changes.xml"]
    assert b"MARKER" in files["staff/en/changes.xml"]


def test_a_changed_commitment_leads_to_its_place_in_the_promise() -> None:
    def promised(name: str, day: str) -> lg.ServiceGraph:
        one = made(lg.Commitment, id="commitment-a", name={"en": name}, owner="role-a")
        whole = made(lg.Promise, id="promise-a", name={"en": "P"}, commitments=["commitment-a"])
        return graph(day, one, whole)

    site = Site(promised("We answer soon", NOW), since=promised("We answer", BEFORE))
    (link,) = [
        one
        for one in found(main_of(site.file("en/changes.html")), "a")
        if words(one) == "We answer soon"
    ]
    assert link.get("href") == "promise-a.html#commitment-a"
