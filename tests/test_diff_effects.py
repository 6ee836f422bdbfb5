"""What changes do to coverage and findings, worked out by hand; and the page that shows it."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from site_reading import main_of

import lumme_graph as lg
from lumme_graph.analysis.coverage.cells import CellState

ATTACK = '<script>alert("1")</script> & [−x−] ~~y~~ |'


def model(*sections: str, service: str = "service-loan", **more: object) -> lg.ServiceGraph:
    """Two libraries, a service that both offer, and the sections of the guide that cover it."""
    libraries = [
        {"id": f"organisation-{n}", "name": {"en": n.upper()}, "type": "library"} for n in "ab"
    ]
    offered = [{"at": one["id"], "is": "yes"} for one in libraries]
    loan = {"id": service, "name": {"en": "Loan"}, "offered": offered, **more}
    texts = [
        {
            "id": f"section-{name}",
            "name": {"en": name},
            "status": name,
            "covers": [{"item": service}],
            "body": {"en": "Read."},
        }
        for name in sections
    ]
    return lg.ServiceGraph(
        [
            *map(lg.Organisation.model_validate, libraries),
            lg.Service.model_validate(loan),
            *map(lg.Section.model_validate, texts),
        ],
        lg.Settings.model_validate(
            {
                "as_of": "2026-08-22",
                "languages": {"required": ["en"]},
                "name": {"en": "M & N"},
                "statement": {"en": "Invented."},
            }
        ),
    )


def shifts(found: lg.DiffEffects) -> list[tuple[str, str, str | None, str | None]]:
    def word(state: CellState | None) -> str | None:
        return None if state is None else state.word

    return [(one.item, one.library, word(one.before), word(one.after)) for one in found.cells]


def test_cells_change_their_state_at_each_library() -> None:
    """A draft covers nothing, but is a plan; published it covers both cells."""
    found = lg.effects(lg.diff(model("draft"), model("draft", "published")))
    assert shifts(found) == [
        ("service-loan", "organisation-a", "planned", "covered"),
        ("service-loan", "organisation-b", "planned", "covered"),
    ]
    before, after = found.history.points
    assert (str(before.done), str(after.done)) == ("0/2 = 0.0 %", "2/2 = 100.0 %")
    step = found.history.step(1)
    assert step and (step.new, len(step.closed)) == ((), 2)


def test_a_service_of_unknown_offer_leaves_the_count() -> None:
    """The share rises though nothing was written: that is said."""
    unknown = [{"at": "organisation-a", "is": "yes"}]
    found = lg.effects(lg.diff(model(), model(offered=unknown)))
    assert shifts(found) == [("service-loan", "organisation-b", "missing", "unknown")]
    assert found.history.unknown_change(1) == 1
    said = text(model(), model(offered=unknown), effects=True)
    assert "1 more cell is of unknown offer" in said
    assert "Loan   English    missing   unknown   B\n" in said


def test_an_item_that_only_has_another_id_is_the_same_item() -> None:
    found = lg.effects(lg.diff(model("published"), model("published", service="service-lend")))
    assert (found.cells, found.new, found.solved) == ((), (), ())
    step = found.history.step(1)
    assert step is not None
    assert (step.new, step.closed, found.history.moves) == ((), (), ())


def test_a_new_item_has_no_state_before() -> None:
    bare = model()
    old = lg.ServiceGraph(bare.all(lg.Organisation), bare.settings)
    found = lg.effects(lg.diff(old, bare))
    assert [one[2:] for one in shifts(found)] == [(None, "missing")] * 2
    back = lg.effects(lg.diff(bare, old))
    assert [one[2:] for one in shifts(back)] == [("missing", None)] * 2


def need(*ids: str) -> lg.ServiceGraph:
    needs = [lg.Need(id=f"need-{id_}", name=lg.Text(en=id_.upper())) for id_ in ids]
    return lg.ServiceGraph([*model(), *needs], model().settings)


def codes(found: tuple[lg.Finding, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.element) for one in found if one.code == "LG701"]


def test_findings_are_new_or_solved_by_what_they_are_about() -> None:
    """A need without a target, LG701: one is there still, one is gone, one has come."""
    found = lg.effects(lg.diff(need("a", "b"), need("a", "c")))
    assert codes(found.new) == [("LG701", "need-c")]
    assert codes(found.solved) == [("LG701", "need-b")]
    same = lg.effects(lg.diff(need("a"), need("a")))
    assert (same.new, same.solved) == ((), ())
    assert same.still == len(lg.check(need("a")))


def text(old: lg.ServiceGraph, new: lg.ServiceGraph, form: str = "text", **asked: bool) -> str:
    return lg.DIFF_FORMS[form].render(lg.diff(old, new), "en", lg.Look(), **asked)


def test_the_forms_tell_effects_where_they_are_asked_for() -> None:
    old, new = model("draft"), model("published")
    for form in ("text", "md"):
        assert "What it does to coverage and findings" not in text(old, new, form)
        assert "0/2 = 0%" in text(old, new, form, effects=True)
    assert "effects" not in json.loads(text(old, new, "json"))
    told = json.loads(text(old, new, "json", effects=True))["effects"]
    assert told["before"]["done"] == {"n": 0, "d": 2}
    assert told["after"]["done"] == {"n": 2, "d": 2}
    assert told["cells"][0] == {
        "item": "service-loan",
        "library": "organisation-a",
        "language": "en",
        "before": "planned",
        "after": "covered",
    }


def page(old: lg.ServiceGraph, new: lg.ServiceGraph, lang: str = "en") -> str:
    return lg.DIFF_FORMS["html"].render(lg.diff(old, new), lang)


def test_the_page_shows_old_and_new_side_by_side() -> None:
    old, new = model(cost={"en": "2 euros a year"}), model("draft", cost={"en": "3 euros a year"})
    main = main_of(page(old, new).encode())
    rows = ["|".join("".join(cell.itertext()) for cell in row) for row in main.iter("tr")]
    assert "~ changed Cost (English)|2 euros a year|3 euros a year" in rows
    assert [(one.tag, one.text) for one in main.iter() if one.tag in {"del", "ins"}] == [
        ("del", "2"),
        ("ins", "3"),
    ]
    heads = ["".join(head.itertext()) for head in main.iter("h3")]
    assert heads[-2:] == ["~ changedLoanservice-loan", "+ newdraftsection-draft"]


def test_every_link_of_the_page_leads_somewhere_on_it() -> None:
    old = model("draft", cost={"en": "1"})
    whole = page(old, need("a"))
    main = main_of(whole.encode())
    ids = [one.get("id") for one in main.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    links = [one.get("href", "")[1:] for one in main.iter("a")]
    assert links
    assert {*links} <= {*ids, "top"}
    assert "http" not in whole.partition("</style>")[2]


def test_nothing_that_is_written_in_a_model_is_obeyed_anywhere() -> None:
    old, new = model(cost={"en": "free"}), model(cost={"en": ATTACK})
    assert "<script" not in text(old, new, "html")
    assert "<script" not in text(old, new, "md").replace("\\<", "")
    assert (
        "".join(main_of(page(old, new).encode()).itertext()).count('<script>alert("1")</script>')
        == 1
    )
    assert "\\~\\~y\\~\\~" in text(old, new, "md")


def test_a_page_of_what_is_the_same_says_so() -> None:
    main = main_of(page(model(), model()).encode())
    assert "Nothing differs." in "".join(main.itertext())


@pytest.mark.parametrize("lang", ["en", "fi", "sv"])
def test_the_page_holds_the_pictures_of_changed_paths(lang: str) -> None:
    def with_path(*names: str) -> lg.ServiceGraph:
        steps = [
            {"id": n, "action": {"en": n}, "actor": {"kind": "staff"}, "lane": "backstage"}
            for n in names
        ]
        given = {"id": "path-x", "name": {"en": "X"}, "steps": steps}
        return lg.ServiceGraph([*model(), lg.Path.model_validate(given)], model().settings)

    main = main_of(page(with_path("a", "b"), with_path("b", "c"), lang).encode())
    pictures = [one.get("src", "")[:30] for one in main.iter("img")]
    assert [one.partition(",")[0] for one in pictures] == ["data:image/svg+xml;base64"] * 2
    assert all(one.get("alt") for one in main.iter("img"))
    assert isinstance(main.find(".//*[@id='path-of-path-x']"), ET.Element)
